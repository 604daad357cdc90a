using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using CountyHall.Oversight.Evaluations;
using static CountyHall.Oversight.Rules.Watch;

namespace CountyHall.Oversight.Rules;

/// <summary>好差评: five grades, once for each matter, and what a bad one brings. AP-8.1 to AP-8.7.</summary>
public class Evaluations_and_what_follows
{
    [Theory]
    [InlineData(Grade.VerySatisfied, false)]
    [InlineData(Grade.BasicallySatisfied, false)]
    [InlineData(Grade.Dissatisfied, true)]
    [InlineData(Grade.VeryDissatisfied, true)]
    [Trait("Rule", "AP-8.1")]
    public void The_last_two_of_five_grades_are_bad(Grade grade, bool bad)
    {
        Grades.All.Count.ShouldBe(Kernel.Law.Rulebook.EvaluationGrades.Amount);
        Evaluation.IsBad(grade).ShouldBe(bad);
    }

    [Theory]
    [InlineData("2020-12-24 17:00", true)] // thirty days after 24 November
    [InlineData("2020-12-24 17:01", false)]
    [Trait("Rule", "AP-8.2")]
    public void The_link_is_good_for_thirty_days(string at, bool good) =>
        (EvaluateCaseHandler.Refuse(Asked(), Ask(), By(-1, at, office: null), Calendar) is not EvaluationOver).ShouldBe(good);

    [Fact]
    [Trait("Rule", "AP-8.3")]
    public void Staff_do_not_evaluate_for_others_but_hold_a_device_at_the_window()
    {
        EvaluateCaseHandler.Refuse(Asked(), Ask(), Approver("2020-11-25"), Calendar).ShouldBeOfType<StaffDoNotEvaluate>();
        EvaluateCaseHandler.Refuse(Asked(), Ask(), By(6, "2020-11-25", "centre", "C01", Role.Issuer), Calendar).ShouldBeNull();
        EvaluateCaseHandler.Refuse(Asked(), Ask(), By(-1, "2020-11-25", office: null), Calendar).ShouldBeNull();
    }

    [Fact]
    public void A_grade_is_one_of_five_and_a_reason_one_of_those_listed()
    {
        var on = By(-1, "2020-11-25", office: null);
        EvaluateCaseHandler.Refuse(Asked(), Ask() with { Grade = 0 }, on, Calendar).ShouldBeOfType<GradeMissing>();
        EvaluateCaseHandler.Refuse(Asked(), Ask() with { Grade = (Grade)6 }, on, Calendar).ShouldBeOfType<GradeMissing>();
        EvaluateCaseHandler.Refuse(Asked(), Ask() with { Reasons = ["made-up"] }, on, Calendar).ShouldBeOfType<ReasonUnknown>();
        EvaluateCaseHandler.Refuse(Asked(), Ask() with { Words = new string('字', 500) }, on, Calendar).ShouldBeNull();
        EvaluateCaseHandler.Refuse(Asked(), Ask() with { Words = new string('字', 501) }, on, Calendar).ShouldBeOfType<WordsTooLong>();
    }

    [Fact]
    public void A_link_cannot_be_guessed_altered_or_made_elsewhere()
    {
        var links = new EvaluationLinks(new Vault(new byte[32]), new PublicAddress("https://hall.example/"));
        var elsewhere = new EvaluationLinks(new Vault([.. Enumerable.Repeat((byte)1, 32)]), new PublicAddress("https://hall.example"));
        var link = links.Of(123456789);
        links.Read(link).ShouldBe(123456789);
        links.AddressOf(123456789).ShouldBe($"https://hall.example/evaluate/{link}");
        elsewhere.Read(link).ShouldBeNull();
        links.Read($"75bcd16.{link.Split('.')[1]}").ShouldBeNull();
        links.Read(link[..^1]).ShouldBeNull();
        links.Read("0" + link).ShouldBeNull(); // one evaluation, one address
        links.Read(null).ShouldBeNull();
        links.Read("x.y").ShouldBeNull();
    }

    [Theory]
    [InlineData("2020-12-01 17:00", ClockState.Warning)] // five working days after Tuesday 24 November
    [InlineData("2020-12-01 17:01", ClockState.Overdue)]
    [Trait("Rule", "AP-8.6")]
    public void A_bad_evaluation_is_put_right_within_five_working_days(string at, ClockState state) =>
        Task().Stage.Clock.Read(Calendar, At(at)).State.ShouldBe(state);

    [Fact]
    [Trait("Rule", "AP-8.4")]
    [Trait("Rule", "AP-8.5")]
    public void It_cannot_be_closed_without_a_cause_an_action_and_a_second_contact()
    {
        var task = Task();
        CallBack(task).Refusing<EvaluatorCalledBack, NothingToCloseYet>();
        Verify(task, "", "说明了情况").Refusing<BadEvaluationVerified, CauseMissing>();
        Verify(task, "窗口没有说清", " ").Refusing<BadEvaluationVerified, ContactMissing>();
        Verify(task, "窗口没有说清", "说明了情况").Done();
        CallBack(task).Refusing<EvaluatorCalledBack, NothingToCloseYet>();
        Rectify(task, "").Refusing<BadEvaluationRectified, ActionMissing>();
        Rectify(task, "改了一次性告知单").Done();
        CallBack(task, said: "").Refusing<EvaluatorCalledBack, ContactMissing>();
        task.IsOpen.ShouldBeTrue();
        CallBack(task).Done();
        var closed = task.Stage.ShouldBeOfType<Closed>();
        (closed.Finding.Cause, closed.Action, closed.Finding.First.Said, closed.Second.Said).ShouldBe(
            ("窗口没有说清", "改了一次性告知单", "说明了情况", "对方认可")
        );
        closed.Clock.Read(Calendar, At("2020-12-31")).State.ShouldBe(ClockState.EndedInTime);
        Verify(task, "又", "又").Refusing<BadEvaluationVerified, RectificationElsewhere>();
    }

    [Fact]
    public void Whoever_is_not_content_yet_has_it_put_right_again_under_the_same_clock()
    {
        var task = Task();
        Verify(task, "窗口没有说清", "说明了情况").Done();
        Rectify(task, "道歉").Done();
        CallBack(task, settled: false).Done();
        var again = task.Stage.ShouldBeOfType<ToRectify>();
        again.Earlier.ShouldHaveSingleItem().ShouldContain("道歉");
        again.Clock.StartedAt.ShouldBe(At("2020-11-24"));
    }

    [Fact]
    [Trait("Rule", "AP-8.3")]
    public void An_unnamed_evaluator_is_answered_through_the_house_alone()
    {
        var task = Task(named: false);
        Verify(task, "窗口没有说清", "说明了情况").Refusing<BadEvaluationVerified, UnnamedEvaluator>();
        VerifyBadEvaluationHandler.Step(task, new(1, "窗口没有说清", ContactWay.Message, "已核实"), Approver("2020-11-25")).Done();
    }

    [Theory]
    [InlineData(10, true)] // five and ten are fifteen
    [InlineData(11, false)]
    [Trait("Rule", "AP-8.6")]
    public void The_head_may_give_fifteen_working_days_in_all(int days, bool given)
    {
        var outcome = ExtendRectificationHandler.Step(Task(), new(1, days, "需要与上级系统核对"), Head("2020-11-25"), Calendar);
        if (given)
            outcome.Done();
        else
            outcome.Refusing<RectificationExtended, RectificationTooLong>().Most.ShouldBe(10);
    }

    [Theory]
    [InlineData("2020-12-01 17:00", true)]
    [InlineData("2020-12-01 17:01", false)]
    public void What_is_late_is_not_extended_any_more(string at, bool given)
    {
        var outcome = ExtendRectificationHandler.Step(Task(), new(1, 5, "需要更多时间"), Head(at), Calendar);
        if (given)
            outcome.Done();
        else
            outcome.Refusing<RectificationExtended, RectificationLate>();
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [Trait("Rule", "AP-8.7")]
    public void An_average_stands_beside_its_response_rate_and_is_published_from_five_answers(int answers, bool published)
    {
        var figure = new EvaluationFigure("scjg", 10, [1, 0, 0, 0, answers - 1]);
        figure.MayBePublished.ShouldBe(published);
        figure.ResponseRate.ShouldBe(answers * 10);
        figure.Average.ShouldBe((1 + (5 * (answers - 1))) / (decimal)answers);
        figure.Bad.ShouldBe(1);
        new EvaluationFigure("x", 0, [0, 0, 0, 0, 0]).Average.ShouldBeNull();
    }

    private static EvaluateCase Ask() => new("link", Grade.VerySatisfied, ["kind"], "谢谢", true);

    private static Kernel.Results.Result<BadEvaluationVerified> Verify(Rectification task, string cause, string said) =>
        VerifyBadEvaluationHandler.Step(task, new(1, cause, ContactWay.Phone, said), Approver("2020-11-25"));

    private static Kernel.Results.Result<BadEvaluationRectified> Rectify(Rectification task, string action) =>
        RectifyBadEvaluationHandler.Step(task, new(1, action), Approver("2020-11-26"));

    private static Kernel.Results.Result<EvaluatorCalledBack> CallBack(Rectification task, string said = "对方认可", bool settled = true) =>
        CallBackEvaluatorHandler.Step(task, new(1, ContactWay.Phone, said, settled), Approver("2020-11-27"));
}
