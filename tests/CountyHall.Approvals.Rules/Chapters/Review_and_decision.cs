using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using static CountyHall.Approvals.Rules.Desk;

namespace CountyHall.Approvals.Rules;

/// <summary>法定期限、承诺期限. Administrative Licensing Law arts. 42 and 74; Zhejiang regulation art. 12.</summary>
public class Review_limits
{
    [Theory]
    [InlineData("2020-10-23 17:00", true)] // twenty working days after Monday 21 September 2020
    [InlineData("2020-10-23 17:01", false)]
    [Trait("Rule", "AP-3.21")]
    [Trait("Rule", "AP-3.30")]
    public void One_authority_decides_within_twenty_working_days(string decided, bool inTime)
    {
        var granted = (Granted)Accepted("2020-09-21").Conclude(Agrees("scjg", decided), ["scjg"]);
        granted.Decision.Legal.Read(Calendar, At("2021-06-01")).State.ShouldBe(inTime ? ClockState.EndedInTime : ClockState.EndedLate);
    }

    [Theory]
    [InlineData("2020-11-06 17:00", true)] // forty-five working days after Monday 31 August 2020
    [InlineData("2020-11-06 17:01", false)]
    [Trait("Rule", "AP-3.22")]
    public void Offices_that_decide_together_have_forty_five(string decided, bool inTime)
    {
        var review = (Reviewing)Accepted("2020-08-31", 45, 45, joint: true).Conclude(Agrees("scjg", "2020-09-01"), Route);
        var granted = (Granted)review.Conclude(Agrees("xf", decided), Route);
        granted.Decision.Legal.Read(Calendar, At("2021-06-01")).State.ShouldBe(inTime ? ClockState.EndedInTime : ClockState.EndedLate);
    }

    [Theory]
    [InlineData("tree-felling-permit", 20, false)] // the law's twenty days
    [InlineData("completion-filing", 45, true)] // two offices, and no law sets a limit of its own
    [InlineData("construction-permit", 7, false)] // a regulation set a shorter one
    [InlineData("private-school-licence", 60, true)] // a law set a longer one
    [Trait("Rule", "AP-3.21")]
    [Trait("Rule", "AP-3.22")]
    public void A_limit_that_a_law_set_for_the_item_goes_before_the_general_one(string item, int days, bool joint)
    {
        var limits = ReviewLimits.Of(Guide(item));
        (limits.LegalDays, limits.Joint).ShouldBe((days, joint));
    }

    [Theory]
    [InlineData(20, 20, 20)]
    [InlineData(20, 21, 20)] // a promise above the law's limit is the law's limit
    [InlineData(20, 5, 5)]
    [Trait("Rule", "AP-3.25")]
    public void A_promise_is_never_longer_than_the_legal_limit(int legal, int promised, int kept)
    {
        var guide = Guide("tree-felling-permit") with { PromisedDays = promised };
        var limits = ReviewLimits.Of(guide with { LegalLimit = new(legal, Food) });
        limits.PromisedDays.ShouldBe(kept);
    }

    [Theory]
    [InlineData("2020-09-27 17:00", ClockState.EndedInTime)] // five working days after 21 September: Sunday 27 is worked
    [InlineData("2020-09-27 17:01", ClockState.EndedLate)]
    [Trait("Rule", "AP-3.25")]
    [Trait("Rule", "AP-3.30")]
    public void A_missed_promise_is_on_record_even_where_the_legal_limit_was_kept(string decided, ClockState promise)
    {
        var granted = (Granted)Accepted("2020-09-21", promised: 5).Conclude(Agrees("scjg", decided), ["scjg"]);
        granted.Decision.Promised.Read(Calendar, At("2021-06-01")).State.ShouldBe(promise);
        granted.Decision.Legal.Read(Calendar, At("2021-06-01")).State.ShouldBe(ClockState.EndedInTime);
    }

    [Theory]
    [InlineData("2020-09-21 17:00", ClockState.EndedInTime)]
    [InlineData("2020-09-21 17:01", ClockState.EndedLate)]
    [Trait("Rule", "AP-3.1")]
    public void On_the_spot_means_on_the_day_of_acceptance(string decided, ClockState promise)
    {
        var granted = (Granted)Accepted("2020-09-21", promised: 0).Conclude(Agrees("gaj", decided), ["gaj"]);
        granted.Decision.Promised.Read(Calendar, At("2021-06-01")).State.ShouldBe(promise);
    }

    [Fact]
    [Trait("Rule", "AP-3.1")]
    [Trait("Rule", "AP-3.4")]
    [Trait("Rule", "AP-2.10")]
    public void A_registration_on_complete_material_can_be_decided_in_the_hour_of_its_acceptance()
    {
        var at = Received(Guide("individual-business-registration"), "2020-09-21");
        AcceptCaseHandler.Step(at, Clerk("2020-09-21")).Done();
        ConcludeHandler.Step(at, new(default, true, "当场核准登记", null), Approver("scjg", "2020-09-21 10:20"), OfficeName).Done();
        at.Case.Stage.ShouldBeOfType<Granted>();
    }

    [Theory]
    [InlineData("2020-09-27 17:00", false)]
    [InlineData("2020-09-27 17:01", true)]
    [Trait("Rule", "AP-2.18")]
    [Trait("Rule", "AP-3.30")]
    public void The_applicant_may_ask_at_any_time_and_remind_once_it_is_late(string now, bool late)
    {
        var at = InReview("2020-09-21"); // five working days promised
        var outcome = NudgeCaseHandler.Step(at, Applicant(now));
        if (late)
            outcome.Done().DaysLate.ShouldBe(1);
        else
            outcome.Refusing<CaseNudged, NotOverdue>().Due.ShouldBe(Day("2020-09-27"));
    }

    [Theory]
    [InlineData("2020-10-16", ClockState.Running)] // five of twenty days are left
    [InlineData("2020-10-19", ClockState.Warning)] // four
    [InlineData("2020-10-23 17:00", ClockState.Warning)]
    [InlineData("2020-10-23 17:01", ClockState.Overdue)]
    [Trait("Rule", "§11.3")]
    public void The_lamp_is_yellow_when_a_fifth_is_left_and_red_when_nothing_is(string now, ClockState state) =>
        Accepted("2020-09-21").Legal.Read(Calendar, At(now)).State.ShouldBe(state);
}

/// <summary>延长期限. Administrative Licensing Law art. 42.</summary>
public class Extensions
{
    [Theory]
    [InlineData(false, 10)]
    [InlineData(true, 15)]
    [Trait("Rule", "AP-3.21")]
    [Trait("Rule", "AP-3.22")]
    public void One_authority_gets_ten_more_days_and_joint_handling_fifteen(bool joint, int more)
    {
        var review = Accepted("2020-09-21", 20, 20, joint);
        var extended = Extend(review, "2020-09-25").Done();
        extended.Legal.Read(Calendar, At("2020-09-25")).Total.ShouldBe(20 + more);
        extended.Promised.Read(Calendar, At("2020-09-25")).Total.ShouldBe(20 + more);
    }

    [Fact]
    [Trait("Rule", "AP-3.21")]
    public void A_limit_is_extended_once()
    {
        var at = InReview("2020-09-21").Standing(Extend(Accepted("2020-09-21"), "2020-09-25").Done());
        ExtendReviewHandler.Step(at, new(default, "还需要时间"), Head("scjg", "2020-09-28")).Refusing<ExtensionGranted, ExtendedAlready>();
        typeof(ReviewExtended).GetMethod("Extend").ShouldBeNull(); // the step does not exist there
    }

    [Theory]
    [InlineData("2020-10-23 17:00", true)] // the twentieth day
    [InlineData("2020-10-23 17:01", false)]
    [Trait("Rule", "AP-3.21")]
    public void A_limit_that_has_run_out_is_not_extended(string approved, bool extended)
    {
        var outcome = Extend(Accepted("2020-09-21"), approved);
        if (extended)
            outcome.Done();
        else
            outcome.Refusing<ReviewExtended, LegalLimitPassed>().Due.ShouldBe(Day("2020-10-23"));
    }

    [Theory]
    [InlineData("2020-09-27 17:00", ClockState.Running)]
    [InlineData("2020-09-27 17:01", ClockState.Overdue)]
    [Trait("Rule", "AP-3.25")]
    [Trait("Rule", "AP-3.30")]
    public void An_extension_does_not_mend_a_promise_that_was_missed_already(string approved, ClockState promise)
    {
        var extended = Extend(Accepted("2020-09-21", promised: 5), approved).Done();
        extended.Promised.Read(Calendar, At("2020-09-28 09:00")).State.ShouldBe(promise);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [Trait("Rule", "AP-3.21")]
    public void The_applicant_is_told_why_so_there_is_no_extension_without_a_reason(string reason) =>
        ExtendReviewHandler
            .Step(InReview("2020-09-21"), new(default, reason), Head("government", "2020-09-22"))
            .Refusing<ExtensionGranted, ReasonMissing>();

    [Fact]
    [Trait("Rule", "AP-3.21")]
    public void The_applicant_is_told_the_reason_in_the_message() =>
        ExtendReviewHandler
            .Step(InReview("2020-09-21"), new(default, "需要现场复测"), Head("government", "2020-09-22"))
            .Done()
            .Tells!.ShouldContain("需要现场复测");

    [Theory]
    [InlineData(Restaurant, "government", true)] // two offices decide: the head of the county government
    [InlineData(Restaurant, "scjg", false)]
    [InlineData("tree-felling-permit", "zrzy", true)] // one office: its own head
    [InlineData("tree-felling-permit", "government", false)]
    [InlineData("tree-felling-permit", "scjg", false)]
    [Trait("Rule", "AP-3.21")]
    [Trait("Rule", "AP-3.22")]
    public void The_head_who_approves_is_the_one_whom_the_law_names(string item, string office, bool may)
    {
        var at = Received(Guide(item), "2020-09-21");
        (ExtendReviewHandler.Duty.Check(Head(office, "2020-09-22").By, at.Case, at.Guide) is null).ShouldBe(may);
    }

    [Fact]
    [Trait("Rule", "AP-3.21")]
    public void An_approver_who_is_no_head_extends_nothing() =>
        ExtendReviewHandler
            .Duty.Check(
                Approver("zrzy", "2020-09-22").By,
                Received(Guide("tree-felling-permit"), "2020-09-21").Case,
                Guide("tree-felling-permit")
            )
            .ShouldBeOfType<WrongRole>();

    [Fact]
    [Trait("Rule", "AP-3.21")]
    public void What_was_found_before_the_extension_stays()
    {
        var check = new OnSiteCheck("scjg", At("2020-09-22"), 3, "甲", 4, "乙", "合格", true);
        var review = (UnderReview)Accepted("2020-09-21").WithCheck(check);
        Extend(review, "2020-09-25").Done().Checks.ShouldHaveSingleItem().ShouldBe(check);
    }

    private static Result<ReviewExtended> Extend(UnderReview review, string at) =>
        review.Extend(new HeadApproval(At(at), 5, "负责人"), "案情复杂", Calendar);
}

/// <summary>特别程序. Administrative Licensing Law art. 45; Zhejiang regulation art. 28.</summary>
public class Special_procedures
{
    private static readonly PauseReview Expert = new(default, SpecialProcedureKind.ExpertReview, Food, true, 5);

    [Fact]
    [Trait("Rule", "AP-3.26")]
    [Trait("Rule", "AP-4.4")]
    public void There_are_eight_grounds_and_no_other() =>
        Enum.GetValues<SpecialProcedureKind>()
            .Select(kind => SpecialProcedure.NameOf(kind).Zh)
            .ShouldBe(["听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审"]);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(250, true)]
    [InlineData(251, false)]
    [Trait("Rule", "AP-3.26")]
    [Trait("Rule", "AP-3.29")]
    [Trait("Rule", "§11.4")]
    public void Without_a_notified_length_there_is_no_pause(int days, bool paused)
    {
        var outcome = PauseReviewHandler.Step(InReview("2020-09-21"), Expert with { Days = days }, Approver("scjg", "2020-09-22"));
        if (paused)
            outcome.Done().Tells!.ShouldContain($"{days} 个工作日");
        else
            outcome.Refusing<ReviewWasPaused, PauseLengthMissing>();
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [Trait("Rule", "AP-3.26")]
    [Trait("Rule", "AP-3.27")]
    [Trait("Rule", "§11.4")]
    public void What_no_law_requires_is_counted(bool requiredByLaw, bool basisNamed) =>
        PauseReviewHandler
            .Step(
                InReview("2020-09-21"),
                Expert with
                {
                    RequiredByLaw = requiredByLaw,
                    Basis = basisNamed ? Food : null,
                },
                Approver("scjg", "2020-09-22")
            )
            .Refusing<ReviewWasPaused, NotRequiredByLaw>();

    [Fact]
    [Trait("Rule", "AP-3.26")]
    public void A_kind_that_is_not_among_the_eight_is_refused() =>
        PauseReviewHandler
            .Step(InReview("2020-09-21"), Expert with { Kind = (SpecialProcedureKind)8 }, Approver("scjg", "2020-09-22"))
            .Refusing<ReviewWasPaused, PauseLengthMissing>();

    [Fact]
    [Trait("Rule", "AP-3.28")]
    public void Before_acceptance_there_is_nothing_to_pause() =>
        PauseReviewHandler
            .Step(Received(Guide(Restaurant), "2020-09-21"), Expert, Approver("scjg", "2020-09-22"))
            .Refusing<ReviewWasPaused, WrongStage>();

    [Fact]
    [Trait("Rule", "AP-3.28")]
    public void No_step_after_acceptance_stops_the_clock_but_a_special_procedure() =>
        typeof(Reviewing)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(Stage)))
            .SelectMany(type => type.GetMethods())
            .Where(step => step.ReturnType == typeof(ReviewPaused) && !step.Name.StartsWith('<'))
            .Select(step => step.GetParameters().ShouldHaveSingleItem().ParameterType)
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe(typeof(SpecialProcedure));

    [Theory]
    [InlineData("2020-09-22", 1, "2020-09-22 17:00")] // the first day is one of them: it does not count either
    [InlineData("2020-09-22", 5, "2020-09-27 17:00")] // Sunday 27 September is worked
    [InlineData("2020-09-22 17:00", 1, "2020-09-22 17:00")]
    [InlineData("2020-09-22 17:01", 1, "2020-09-23 17:00")] // that day was worked; it stands from the next
    [InlineData("2020-09-26 10:00", 1, "2020-09-27 17:00")] // a Saturday
    [Trait("Rule", "AP-3.29")]
    public void A_procedure_takes_the_notified_working_days_and_no_more(string from, int days, string until) =>
        Procedure(from, days).EndsBy(Calendar).ShouldBe(At(until));

    [Theory]
    [InlineData("2020-09-27 17:00", true)]
    [InlineData("2020-09-27 17:00:01", false)]
    [Trait("Rule", "AP-3.26")]
    [Trait("Rule", "§11.4")]
    public void After_the_notified_days_the_clock_runs_again_by_itself(string now, bool paused)
    {
        var stage = Accepted("2020-09-21").Pause(Procedure("2020-09-22", 5));
        var lapse = stage.LapseBy(At(now), Calendar);
        (lapse is null).ShouldBe(paused);
        if (lapse is not null)
        {
            lapse.At.ShouldBe(At("2020-09-27 17:00"));
            lapse.To.ShouldBeOfType<UnderReview>().Legal.IsStopped.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("2020-09-22", 1)]
    [InlineData("2020-09-22", 5)]
    [InlineData("2020-09-22 18:00", 1)]
    [InlineData("2020-09-26", 3)]
    [Trait("Rule", "AP-3.29")]
    public void The_days_not_counted_are_the_days_notified(string from, int days)
    {
        var stage = Accepted("2020-09-21").Pause(Procedure(from, days));
        var after = (UnderReview)stage.LapseBy(At("2020-12-01"), Calendar)!.To;
        var due = after.Legal.Read(Calendar, At("2020-12-01")).Due;
        due.ShouldBe(Calendar.Add(Day("2020-09-21"), 20 + days));
    }

    [Fact]
    [Trait("Rule", "AP-3.29")]
    public void An_earlier_end_gives_the_remaining_days_back()
    {
        var at = InReview("2020-09-21").Standing(Accepted("2020-09-21").Pause(Procedure("2020-09-22", 10)));
        ResumeReviewHandler.Step(at, new(default, "专家评审通过"), Approver("scjg", "2020-09-23")).Done();
        var legal = ((UnderReview)at.Case.Stage).Legal.Read(Calendar, At("2020-09-24"));
        legal.Due.ShouldBe(Calendar.Add(Day("2020-09-21"), 22)); // 22 and 23 September are not counted
    }

    [Fact]
    [Trait("Rule", "AP-3.29")]
    public void A_pause_that_was_told_in_the_evening_can_end_in_the_same_evening()
    {
        var paused = Accepted("2020-09-21").Pause(Procedure("2020-09-22 18:00", 1));
        paused.Resume(At("2020-09-22 19:00")).Legal.IsStopped.ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "AP-3.29")]
    public void Nobody_decides_and_nothing_pauses_twice_while_a_procedure_runs()
    {
        var at = InReview("2020-09-21").Standing(Accepted("2020-09-21").Pause(Procedure("2020-09-22", 10)));
        ConcludeHandler
            .Step(at, new(default, true, "同意", null), Approver("scjg", "2020-09-23"), OfficeName)
            .Refusing<OfficeConcluded, WrongStage>();
        PauseReviewHandler.Step(at, Expert, Approver("scjg", "2020-09-23")).Refusing<ReviewWasPaused, WrongStage>();
    }

    [Fact]
    [Trait("Rule", "AP-3.26")]
    public void A_procedure_that_begins_after_the_limit_gives_no_time_back()
    {
        var late = Accepted("2020-09-21").Pause(Procedure("2020-10-26", 5));
        late.Before.Legal.Read(Calendar, At("2020-10-27")).State.ShouldBe(ClockState.Overdue);
    }

    [Fact]
    [Trait("Rule", "AP-3.26")]
    public void An_extended_review_can_be_paused_and_stays_extended()
    {
        var extended = Accepted("2020-09-21").Extend(new HeadApproval(At("2020-09-22"), 5, "负责人"), "案情复杂", Calendar).Done();
        extended.Pause(Procedure("2020-09-23", 2)).Resume(At("2020-09-24")).ShouldBeOfType<ReviewExtended>();
    }
}

/// <summary>实质核查、决定. Administrative Licensing Law arts. 34, 37 and 38.</summary>
public class Substance_and_decision
{
    [Fact]
    [Trait("Rule", "AP-3.2")]
    [Trait("Rule", "§11.6")]
    public void A_check_of_substance_takes_two_different_officers_of_the_office()
    {
        Rulebook.OfficersAtSubstanceCheck.Amount.ShouldBe(2);
        Check(user: 4, Colleague("scjg")).Done().Check.ShouldSatisfyAllConditions(c => c.First.ShouldBe(3), c => c.Second.ShouldBe(4));
        Check(user: 3, Colleague("scjg")).Refusing<OnSiteChecked, SecondOfficerNeeded>(); // the same person twice
        Check(user: 0, Colleague("scjg")).Refusing<OnSiteChecked, SecondOfficerNeeded>(); // nobody who can be named
        Check(user: 4, null).Refusing<OnSiteChecked, SecondOfficerNeeded>();
        Check(user: 4, Colleague("xf")).Refusing<OnSiteChecked, SecondOfficerNeeded>();
        Check(user: 4, Colleague("scjg", division: "330424")).Refusing<OnSiteChecked, SecondOfficerNeeded>();
    }

    [Theory]
    [InlineData("", false)] // no check yet
    [InlineData("passed", true)]
    [InlineData("failed", false)]
    [InlineData("failed passed", true)]
    [InlineData("passed failed", false)] // what was found last counts
    [Trait("Rule", "AP-3.2")]
    public void An_office_that_checks_on_site_agrees_only_after_a_check_that_passed(string checks, bool agrees)
    {
        var at = InReview("2020-09-21");
        foreach (var check in checks.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            RecordOnSiteCheckHandler
                .Step(at, new(default, 4, "现场所见", check == "passed"), Approver("scjg", "2020-09-22"), 4, Colleague("scjg"))
                .Done();
        var outcome = ConcludeHandler.Step(at, new(default, true, "符合条件", null), Approver("scjg", "2020-09-23"), OfficeName);
        if (agrees)
            outcome.Done();
        else
            outcome.Refusing<OfficeConcluded, OnSiteCheckMissing>();
    }

    [Fact]
    [Trait("Rule", "AP-2.15")]
    public void The_last_agreement_of_the_route_grants_and_not_one_before()
    {
        var one = Accepted("2020-09-21").Conclude(Agrees("xf", "2020-09-22"), Route).ShouldBeOfType<UnderReview>();
        one.Conclude(Agrees("scjg", "2020-09-23"), Route).ShouldBeOfType<Granted>().Decision.At.ShouldBe(At("2020-09-23"));
    }

    [Fact]
    [Trait("Rule", "AP-2.15")]
    public void An_office_concludes_once()
    {
        var at = InReview("2020-09-21");
        ConcludeHandler.Step(at, new(default, true, "同意", null), Approver("xf", "2020-09-22"), OfficeName).Done();
        ConcludeHandler
            .Step(at, new(default, true, "同意", null), Approver("xf", "2020-09-22", id: 8), OfficeName)
            .Refusing<OfficeConcluded, ConcludedAlready>();
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [Trait("Rule", "AP-2.15")]
    public void Whoever_accepted_does_not_decide(long user, bool decides)
    {
        var outcome = ConcludeHandler.Step(
            InReview("2020-09-21"), // accepted by user 2
            new(default, true, "同意", null),
            Approver("xf", "2020-09-22", user),
            OfficeName
        );
        if (decides)
            outcome.Done();
        else
            outcome.Refusing<OfficeConcluded, AcceptedByYou>();
    }

    [Fact]
    [Trait("Rule", "AP-3.6")]
    [Trait("Rule", "§11.5")]
    public void A_refusal_has_reasons_a_provision_and_the_ways_to_contest_it()
    {
        Disagree(InReview("2020-09-21"), "", Food).Refusing<OfficeConcluded, ReasonsMissing>();
        Disagree(InReview("2020-09-21"), "后厨与污染源距离不足", null).Refusing<OfficeConcluded, GroundsMissing>();

        var at = InReview("2020-09-21");
        var told = Disagree(at, "后厨与污染源距离不足", Food).Done().Tells!;
        told.ShouldContain("后厨与污染源距离不足");
        told.ShouldContain("《中华人民共和国食品安全法》第三十五条");
        told.ShouldContain("行政复议");
        told.ShouldContain("行政诉讼");
        at.Case.Stage.ShouldBeOfType<Refused>().Grounds.Reasons.ShouldBe("后厨与污染源距离不足");
    }

    [Fact]
    [Trait("Rule", "AP-3.6")]
    public void A_refusal_without_grounds_cannot_be_made() =>
        typeof(Refused)
            .GetConstructors()
            .ShouldHaveSingleItem()
            .GetParameters()
            .ShouldContain(p => p.ParameterType == typeof(Grounds) && !p.HasDefaultValue);

    [Fact]
    [Trait("Rule", "AP-3.7")]
    public void The_remedies_name_sixty_days_and_six_months()
    {
        Remedies.Text.Zh.ShouldContain("60 日内申请行政复议");
        Remedies.Text.Zh.ShouldContain("6 个月内提起行政诉讼");
    }

    [Fact]
    [Trait("Rule", "AP-3.6")]
    public void The_first_disagreement_refuses_whatever_the_others_said() =>
        ((Reviewing)Accepted("2020-09-21").Conclude(Agrees("xf", "2020-09-22"), Route))
            .Conclude(Disagrees("scjg", "2020-09-23"), Route)
            .ShouldBeOfType<Refused>();

    [Fact]
    [Trait("Rule", "AP-2.15")]
    public void An_office_outside_the_route_concludes_nothing() =>
        ConcludeHandler
            .Duty.Check(Approver("jtj", "2020-09-22").By, InReview("2020-09-21").Case, Guide(Restaurant))
            .ShouldBeOfType<WrongOffice>();

    [Fact]
    [Trait("Rule", "AP-2.15")]
    public void An_office_of_the_same_name_in_another_county_concludes_nothing() =>
        ConcludeHandler
            .Duty.Check(Approver("scjg", "2020-09-22").By with { Division = "330424" }, InReview("2020-09-21").Case, Guide(Restaurant))
            .ShouldBeOfType<WrongDivision>();

    internal static Staff Colleague(string office, string division = "330421") =>
        new()
        {
            Id = 40,
            Name = "乙",
            Division = division,
            Office = office,
            Roles = [Role.Approver],
            WindowTypes = [],
        };

    private static Result<OnSiteChecked> Check(long user, Staff? second) =>
        RecordOnSiteCheckHandler.Step(
            InReview("2020-09-21"),
            new(default, 40, "现场所见", true),
            Approver("scjg", "2020-09-22"),
            user,
            second
        );

    private static Result<OfficeConcluded> Disagree(CaseAtWork at, string reasons, Catalogue.Citation? basis) =>
        ConcludeHandler.Step(at, new(default, false, reasons, basis), Approver("scjg", "2020-09-22"), OfficeName);
}
