using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Commitments;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using static CountyHall.Approvals.Rules.Desk;

namespace CountyHall.Approvals.Rules;

/// <summary>制证、送达、归档. Administrative Licensing Law arts. 38 and 44; Zhejiang regulation art. 9(2).</summary>
public class Issue_and_delivery
{
    private static readonly ResultDocument Paper = new("3304212020000001", "食品经营许可证", At("2020-04-27"), 6, null);

    [Theory]
    [InlineData("2020-05-11 17:00", ClockState.EndedInTime)] // ten working days after Friday 24 April 2020
    [InlineData("2020-05-11 17:01", ClockState.EndedLate)]
    [Trait("Rule", "AP-3.24")]
    [Trait("Rule", "§11.7")]
    public void The_result_is_delivered_within_ten_working_days_of_the_decision(string handed, ClockState state)
    {
        var delivered = Granted("2020-04-24").Make(Paper).HandOver(Record(handed));
        delivered.Delivery.Read(Calendar, At("2020-12-01")).State.ShouldBe(state);
    }

    [Fact]
    [Trait("Rule", "AP-3.24")]
    public void A_refusal_is_delivered_within_the_same_ten_days()
    {
        var refused = (Refused)Accepted("2020-04-20").Conclude(Disagrees("scjg", "2020-04-24"), ["scjg"]);
        refused.Delivery.Read(Calendar, At("2020-04-27")).Due.ShouldBe(Day("2020-05-11"));
    }

    [Fact]
    [Trait("Rule", "AP-3.24")]
    public void Making_it_out_does_not_stop_the_ten_days()
    {
        var ready = Granted("2020-04-24").Make(Paper);
        ready.Running.ShouldNotBeNull().Read(Calendar, At("2020-05-12")).State.ShouldBe(ClockState.Overdue);
    }

    [Fact]
    [Trait("Rule", "AP-6.5")]
    public void The_result_is_handed_to_the_applicant_or_the_representative_and_to_nobody_else()
    {
        var applicant = HandOverHandler.Step(Ready(), Ask, Issuer("2020-04-28"), Collector(11)).Done().Record;
        (applicant.ToRepresentative, applicant.Window, applicant.Proof).ShouldBe((false, "C01", "居民身份证"));
        HandOverHandler.Step(Ready(), Ask, Issuer("2020-04-28"), Collector(12)).Done().Record.ToRepresentative.ShouldBeTrue();
        HandOverHandler.Step(Ready(), Ask, Issuer("2020-04-28"), null).Refusing<ResultHandedOver, WrongPerson>();
    }

    [Fact]
    [Trait("Rule", "AP-2.15")]
    public void The_issuing_window_is_not_the_approving_office()
    {
        HandOverHandler
            .Step(Ready(), Ask, Issuer("2020-04-28", office: "scjg"), Collector(11))
            .Refusing<ResultHandedOver, IssuedByTheApprover>();
        HandOverHandler.Step(Ready(), Ask, Issuer("2020-04-28", id: 3), Collector(11)).Refusing<ResultHandedOver, IssuedByTheApprover>(); // decided it
        HandOverHandler.Step(Ready(), Ask, Issuer("2020-04-28", window: null), Collector(11)).Refusing<ResultHandedOver, NoIssuingWindow>();
    }

    [Fact]
    [Trait("Rule", "AP-3.24")]
    public void Nothing_is_handed_over_before_it_was_decided_and_made() =>
        HandOverHandler.Step(InReview("2020-04-20"), Ask, Issuer("2020-04-28"), Collector(11)).Refusing<ResultHandedOver, WrongStage>();

    [Fact]
    [Trait("Rule", "AP-10.6")]
    public void The_archive_keeps_the_decision_the_document_and_the_hand_over_with_the_hash_of_the_package()
    {
        var archived = Granted("2020-04-24").Make(Paper).HandOver(Record("2020-04-28")).Archive(At("2020-04-28"), "p.zip", "ab12");
        archived.Decision.Conclusions.ShouldNotBeEmpty();
        (archived.Result, archived.Hash).ShouldBe((Paper, "ab12"));
    }

    internal static Granted Granted(string at) => (Granted)Accepted("2020-04-20").Conclude(Agrees("scjg", at), ["scjg"]);

    private static readonly HandOver Ask = new(default, "0011", "居民身份证");

    private static CaseAtWork Ready() => Received(Guide(Restaurant), "2020-04-20").Standing(Granted("2020-04-24").Make(Paper));

    private static HandOverRecord Record(string at) => new(At(at), "顾*岚", false, "居民身份证", "C01", 6, "出件员");

    private static Person Collector(long id) =>
        new()
        {
            Id = id,
            Name = "顾青岚",
            CodeHash = "",
            CitizenIdSealed = "",
        };
}

/// <summary>告知承诺. Zhejiang regulation art. 14.</summary>
public class Commitments_and_their_check
{
    [Theory]
    [InlineData("human-resources-service-licence", true)] // on the provincial list (invented)
    [InlineData(Restaurant, false)]
    [Trait("Rule", "AP-6.6")]
    public void A_commitment_counts_only_where_the_item_allows_one(string item, bool allowed)
    {
        var guide = Guide(item);
        var at = Received(guide, "2020-09-21", Complete(guide) with { Committed = true });
        var outcome = AcceptCaseHandler.Step(at, Clerk("2020-09-21"));
        if (allowed)
        {
            outcome.Done();
            ((UnderReview)at.Case.Stage).Acceptance.OnCommitment.ShouldBeTrue();
        }
        else
        {
            outcome.Refusing<CaseAccepted, CommitmentNotAllowed>();
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [Trait("Rule", "AP-6.6")]
    public void On_commitment_an_office_may_grant_before_it_has_checked_on_site(bool committed, bool grants)
    {
        var guide = Guide("public-place-hygiene-licence");
        var at = Received(guide, "2020-09-21", Complete(guide) with { Committed = committed });
        AcceptCaseHandler.Step(at, Clerk("2020-09-21")).Done();
        var outcome = ConcludeHandler.Step(at, new(default, true, "承诺符合条件", null), Approver("wjj", "2020-09-21"), OfficeName);
        (outcome is Result<OfficeConcluded>.Done).ShouldBe(grants);
    }

    [Theory]
    [InlineData("2020-07-21 17:00", ClockState.EndedInTime)] // sixty working days after Friday 24 April 2020
    [InlineData("2020-07-21 17:01", ClockState.EndedLate)]
    [Trait("Rule", "AP-6.7")]
    [Trait("Rule", "§11.9")]
    public void A_grant_on_commitment_is_checked_within_sixty_working_days(string at, ClockState state) =>
        CheckDue.From(At("2020-04-24")).Check.Ended(At(at)).Read(Calendar, At("2020-12-01")).State.ShouldBe(state);

    [Theory]
    [InlineData("2020-08-31 17:30", false)] // the day of the order is not over
    [InlineData("2020-09-01 09:00", true)]
    [Trait("Rule", "AP-6.7")]
    public void It_is_revoked_only_after_the_order_to_put_it_right_has_run_out(string at, bool revoked)
    {
        var ordered = CheckDue.From(At("2020-04-24")).Order(At("2020-07-20"), "制度未建立", Day("2020-08-31"));
        var outcome = ordered.Revoke(new HeadApproval(At(at), 5, "负责人"), "逾期未改正");
        if (revoked)
            outcome.Done().Approval.By.ShouldBe(5);
        else
            outcome.Refusing<CommitmentRevoked, OrderStillRunning>();
    }

    [Fact]
    [Trait("Rule", "AP-6.7")]
    public void Nothing_is_revoked_without_an_order_before() =>
        typeof(CheckDue).GetMethods().ShouldNotContain(step => step.Name == nameof(CorrectionOrdered.Revoke));

    [Fact]
    [Trait("Rule", "AP-6.7")]
    public void What_was_put_right_in_time_is_met() =>
        CheckDue
            .From(At("2020-04-24"))
            .Order(At("2020-07-20"), "制度未建立", Day("2020-08-31"))
            .Met(At("2020-08-20"), "已建立")
            .Findings.ShouldBe("已建立");
}

/// <summary>撤回申请: the applicant may take the application back until it is decided.</summary>
public class Withdrawal_of_an_application
{
    [Fact]
    [Trait("Rule", "AP-3.28")]
    public void An_application_can_be_withdrawn_at_every_stage_before_the_decision()
    {
        foreach (var stage in Undecided())
        {
            var at = InReview("2020-09-21").Standing(stage);
            WithdrawCaseHandler.Step(at, new(default, "不开了"), Applicant("2020-09-22")).Done();
            at.Case.Stage.ShouldBe(new Withdrawn(At("2020-09-22"), "不开了"));
        }
    }

    [Fact]
    [Trait("Rule", "AP-3.28")]
    public void A_decision_cannot_be_withdrawn_by_the_applicant()
    {
        var granted = Issue_and_delivery.Granted("2020-04-24");
        foreach (
            var stage in new Stage[]
            {
                granted,
                granted.Make(new("1", "证", At("2020-04-27"), 6, null)),
                new DeemedWithdrawn(At("2020-09-22")),
            }
        )
            WithdrawCaseHandler
                .Step(InReview("2020-09-21").Standing(stage), new(default, ""), Applicant("2020-09-22"))
                .Refusing<CaseWithdrawn, WrongStage>();
    }

    private static IEnumerable<Stage> Undecided() =>
        [
            JustReceived("2020-09-21", new(20, 5, false)),
            One_time_notice.Asked().Case.Stage,
            One_time_notice.Corrected("2020-09-28").Case.Stage,
            Acceptance_with_gaps.Open().Case.Stage,
            Accepted("2020-09-21"),
            Accepted("2020-09-21").Pause(Procedure("2020-09-22", 3)),
            Accepted("2020-09-21").Extend(new HeadApproval(At("2020-09-22"), 5, "负责人"), "案情复杂", Calendar).Done(),
        ];
}
