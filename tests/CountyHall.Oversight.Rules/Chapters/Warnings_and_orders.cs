using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Oversight.Warnings;
using static CountyHall.Oversight.Rules.Watch;

namespace CountyHall.Oversight.Rules;

/// <summary>统一督办: warning, reminder, order, escalation, in this order and by themselves. County settings AP-11.1 to AP-11.6.</summary>
public class Warnings_and_orders
{
    [Theory]
    [InlineData("2020-04-28 23:59", ClockState.Running)]
    [InlineData("2020-04-29 00:00", ClockState.Warning)] // a fifth of ten days is left
    [InlineData("2020-05-06 17:00", ClockState.Warning)]
    [InlineData("2020-05-06 17:01", ClockState.Overdue)]
    [Trait("Rule", "AP-11.1")]
    public void The_lamp_is_that_of_the_clock(string at, ClockState state) => Promise().Read(Calendar, At(at)).State.ShouldBe(state);

    [Theory]
    [InlineData("2020-04-20", 10)]
    [InlineData("2020-04-20", 1)]
    [InlineData("2020-01-17", 20)]
    public void The_lamp_turns_yellow_at_the_instant_that_is_given_and_not_before(string from, int days)
    {
        var clock = Promise(from, days);
        var yellow = clock.WarnsFrom(Calendar, At("2020-12-01"));
        clock.Read(Calendar, yellow).State.ShouldBe(ClockState.Warning);
        if (yellow > clock.StartedAt)
            clock.Read(Calendar, yellow.AddMilliseconds(-1)).State.ShouldBe(ClockState.Running);
    }

    [Theory]
    [InlineData("2020-05-05 23:59", "warned")]
    [InlineData("2020-05-06 00:00", "warned reminded")] // the last day begins
    [InlineData("2020-05-06 17:00", "warned reminded")]
    [InlineData("2020-05-06 17:01", "warned reminded ordered")] // business is over
    [InlineData("2020-05-08 17:00", "warned reminded ordered")] // two working days for the answer
    [InlineData("2020-05-08 17:01", "warned reminded ordered escalated")]
    [Trait("Rule", "AP-11.2")]
    [Trait("Rule", "AP-11.3")]
    public void A_case_kept_past_its_limit_climbs_by_itself(string now, string stages)
    {
        var of = Begun(Promise(), now);
        string.Join(
                ' ',
                new[] { "warned" }.Concat(
                    of.Follow(Case(Promise()), Calendar, At(now)).Select(s => Kernel.Journal.Recording.KindOf(s.GetType()))
                )
            )
            .ShouldBe(stages);
    }

    [Fact]
    [Trait("Rule", "AP-11.3")]
    public void However_late_somebody_looks_the_same_stages_carry_the_same_instants()
    {
        var (awake, asleep) = (Begun(Promise(), "2020-04-29 00:00"), Begun(Promise(), "2020-05-20"));
        var seen = new List<SupervisionStage>();
        for (var now = At("2020-04-29 00:00"); now <= At("2020-05-20"); now = now.AddHours(1))
            seen.AddRange(awake.Follow(Case(Promise()), Calendar, now));
        asleep.Follow(Case(Promise()), Calendar, At("2020-05-20")).ShouldBe(seen);
        asleep.Stage.ShouldBe(awake.Stage);
    }

    [Fact]
    public void Every_stage_survives_being_written_and_read()
    {
        var (of, said) = (Begun(Promise(), "2020-05-20"), Said("2020-05-20", "2020-05-22"));
        var climbed = of.Follow(Case(Promise()), Calendar, At("2020-05-20"));
        var (order, up) = (climbed.OfType<Ordered>().Single(), climbed.OfType<Escalated>().Single());
        SupervisionStage[] all =
        [
            .. climbed,
            order.Reply(said),
            up.Explain(said),
            up.Explain(said).Lift(At("2020-05-21"), LiftGround.Finished),
        ];
        foreach (var stage in all)
        {
            var json = System.Text.Json.JsonSerializer.Serialize(stage, Kernel.Journal.Recording.Json);
            System.Text.Json.JsonSerializer.Deserialize<SupervisionStage>(json, Kernel.Journal.Recording.Json).ShouldBe(stage);
        }
    }

    [Fact]
    public void Looking_again_changes_nothing()
    {
        var of = Begun(Promise(), "2020-05-07");
        of.Follow(Case(Promise()), Calendar, At("2020-05-07")).ShouldNotBeEmpty();
        of.Follow(Case(Promise()), Calendar, At("2020-05-07")).ShouldBeEmpty();
    }

    [Fact]
    public void The_next_turn_is_known_so_that_nothing_is_looked_for()
    {
        var of = Begun(Promise(), "2020-04-30");
        of.Follow(Case(Promise()), Calendar, At("2020-04-30"));
        of.TurnsAt.ShouldBe(At("2020-05-06 00:00"));
        of.Follow(Case(Promise()), Calendar, of.TurnsAt!.Value).ShouldHaveSingleItem().ShouldBeOfType<Reminded>();
        of.Follow(Case(Promise()), Calendar, of.TurnsAt!.Value).ShouldHaveSingleItem().ShouldBeOfType<Ordered>();
        of.Follow(Case(Promise()), Calendar, of.TurnsAt!.Value).ShouldHaveSingleItem().ShouldBeOfType<Escalated>();
        of.TurnsAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("2020-05-06", false)]
    [InlineData("2020-05-07", true)]
    [InlineData("2020-05-20", true)] // ten working days after 7 May; Saturday 9 May is worked
    [InlineData("2020-05-21", false)]
    [Trait("Rule", "AP-11.4")]
    public void An_office_promises_a_day_within_ten_working_days(string closeBy, bool taken)
    {
        var answer = Reply.Of("原因", "措施", Day(closeBy), At("2020-05-07"), 3, "审批员", Calendar);
        if (taken)
            answer.Done().CloseBy.ShouldBe(Day(closeBy));
        else
            answer.Refusing<Reply, PromiseOutOfRange>();
    }

    [Fact]
    public void An_answer_has_a_cause_and_a_measure()
    {
        Reply.Of(" ", "措施", Day("2020-05-08"), At("2020-05-07"), 3, "审批员", Calendar).Refusing<Reply, ReplyCauseMissing>();
        Reply.Of("原因", "", Day("2020-05-08"), At("2020-05-07"), 3, "审批员", Calendar).Refusing<Reply, ReplyMeasureMissing>();
    }

    [Theory]
    [InlineData("2020-05-12 17:00", false)]
    [InlineData("2020-05-12 17:01", true)]
    public void A_promise_that_is_not_kept_is_escalated(string now, bool escalated)
    {
        var of = Begun(Promise(), "2020-05-07");
        of.Follow(Case(Promise()), Calendar, At("2020-05-07"));
        AnswerOrderHandler.Step(of, Said("2020-05-07", "2020-05-12")).Done();
        of.Follow(Case(Promise()), Calendar, At(now));
        (of.Stage is Escalated { Ground: EscalationGround.BrokenPromise }).ShouldBe(escalated);
    }

    [Fact]
    public void An_escalated_order_is_answered_once_more_and_stays_on_the_list()
    {
        var of = Begun(Promise(), "2020-05-20");
        of.Follow(Case(Promise()), Calendar, At("2020-05-20"));
        AnswerOrderHandler.Step(of, Said("2020-05-20", "2020-05-22")).Done();
        of.Stage.ShouldBeOfType<Explained>();
        AnswerOrderHandler.Step(of, Said("2020-05-21", "2020-05-25")).Refusing<OrderReplied, NoOrderToAnswer>();
        of.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void It_is_lifted_when_the_case_is_finished_handed_on_paused_or_with_the_applicant()
    {
        Ends(Case(null, isOver: true)).ShouldBe(LiftGround.Finished);
        Ends(null).ShouldBe(LiftGround.Finished);
        Ends(Case(null)).ShouldBe(LiftGround.WithApplicant);
        Ends(Case(Promise(), holders: ["xf"])).ShouldBe(LiftGround.HandedOn);
        Ends(Case(Clock.Start(Rulebook.Delivery, At("2020-05-06")))).ShouldBe(LiftGround.HandedOn);
        Ends(Case(Promise().Stopped(At("2020-05-06"), ("听证", "Hearing")))).ShouldBe(LiftGround.Paused);
        Ends(Case(Promise().ExtendedBy(Rulebook.ReviewExtension, At("2020-05-06")))).ShouldBe(LiftGround.BackInTime);
        Ends(Case(Promise())).ShouldBeNull();

        static LiftGround? Ends(Kernel.Contracts.WatchedCase? seen)
        {
            var of = Begun(Promise(), "2020-05-06");
            of.Follow(seen, Calendar, At("2020-05-06"));
            of.TurnsAt.HasValue.ShouldBe(of.IsOpen);
            return (of.Stage as Lifted)?.Ground;
        }
    }

    [Fact]
    public void What_a_supervisor_asked_is_answered_whatever_the_lamp_says()
    {
        var order = Ordered.ByHand(At("2020-04-21"), "群众来电询问", "督办员");
        var of = Supervision.Of(Case(Promise()), "scjg", order, At("2020-04-21"));
        of.Follow(Case(Promise()), Calendar, At("2020-04-21")).ShouldBeEmpty();
        of.Follow(Case(Promise()), Calendar, At("2020-04-23 17:00")).ShouldBeEmpty();
        of.Follow(Case(Promise()), Calendar, At("2020-04-23 17:01")).ShouldHaveSingleItem().ShouldBeOfType<Escalated>();
    }

    [Theory]
    [InlineData(0, 20, false, "")]
    [InlineData(0, 21, false, "Long")]
    [InlineData(1, 20, false, "Repeated")] // the second stop
    [InlineData(0, 1, true, "NearTheLimit")]
    [InlineData(2, 30, true, "Repeated Long NearTheLimit")]
    [Trait("Rule", "AP-11.5")]
    [Trait("Rule", "AP-11.6")]
    public void Many_long_and_late_stops_are_shown(int earlier, int days, bool warned, string odd) =>
        string.Join(' ', NotedStop.Judge(earlier, days, warned)).ShouldBe(odd);
}
