using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using static CountyHall.Approvals.Rules.Desk;

namespace CountyHall.Approvals.Rules;

/// <summary>受理. Administrative Licensing Law arts. 31 and 32; Zhejiang regulation arts. 7, 9 and 11.</summary>
public class Receipt_and_acceptance
{
    private static readonly ServiceGuide Licence = Guide(Restaurant);

    [Fact]
    [Trait("Rule", "ACCEPTED")]
    public void A_complete_application_is_accepted_at_once_and_both_limits_start_there()
    {
        var at = Received(Licence, "2020-09-24");
        AcceptCaseHandler.Step(at, Clerk("2020-09-24 10:05")).Done();
        var review = at.Case.Stage.ShouldBeOfType<UnderReview>();
        review.Acceptance.ShouldBe(new(At("2020-09-24 10:05"), 2, "苏映雪", "A01"));
        (review.Legal.StartedAt, review.Promised.StartedAt).ShouldBe((At("2020-09-24 10:05"), At("2020-09-24 10:05")));
    }

    [Theory]
    [InlineData("layout", false)]
    [InlineData("health-certificates", true)] // may follow: the clerk is pointed to acceptance with gaps
    [Trait("Rule", "ACCEPTED")]
    public void An_application_with_material_missing_is_not_accepted(string missing, bool mayFollow)
    {
        var at = Received(Licence, "2020-09-24", Complete(Licence).Without(missing));
        AcceptCaseHandler
            .Step(at, Clerk("2020-09-24"))
            .Refusing<CaseAccepted, MaterialMissing>()
            .ShouldSatisfyAllConditions(why => why.Missing.Count.ShouldBe(1), why => why.MayFollow.ShouldBe(mayFollow));
        at.Case.Stage.ShouldBeOfType<Received>();
    }

    [Fact]
    [Trait("Rule", "ACCEPTED")]
    public void A_case_is_accepted_once()
    {
        var at = InReview("2020-09-24");
        AcceptCaseHandler.Step(at, Clerk("2020-09-25")).Refusing<CaseAccepted, WrongStage>();
    }

    [Fact]
    [Trait("Rule", "AP-2.9")]
    public void The_acceptance_says_who_accepted_where_and_when()
    {
        var at = Received(Licence, "2020-09-24");
        var slip = AcceptCaseHandler.Step(at, Clerk("2020-09-24")).Done();
        (slip.By, slip.Place, slip.PromisedDays, slip.LegalDays).ShouldBe(("苏映雪", "A01", 5, 10));
    }

    [Fact]
    [Trait("Rule", "AP-2.17")]
    public void The_instant_of_acceptance_is_kept_to_the_second_so_that_the_order_of_acceptance_is_known()
    {
        var (first, second) = (Received(Licence, "2020-09-24"), Received(Licence, "2020-09-24"));
        AcceptCaseHandler.Step(first, Clerk("2020-09-24 10:05:01")).Done();
        AcceptCaseHandler.Step(second, Clerk("2020-09-24 10:05:02")).Done();
        ((UnderReview)first.Case.Stage).Acceptance.At.ShouldBe(((UnderReview)second.Case.Stage).Acceptance.At.AddSeconds(-1));
    }

    [Theory]
    [InlineData("cold=no", false)]
    [InlineData("cold=yes", true)] // the cold food room's list is asked for only in this situation
    [Trait("Rule", "AP-2.5")]
    public void Only_what_the_guide_lists_for_this_situation_is_missing(string answer, bool missing)
    {
        var file = Complete(Licence);
        file = file with { Answers = file.Answers.ToDictionary(a => a.Key, a => a.Key == "cold" ? answer.Split('=')[1] : a.Value) };
        file.Missing(Licence).Any(m => m.Id == "cold-room").ShouldBe(missing);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2020-09-24", true)] // its last day
    [InlineData("2020-09-23", false)] // expired
    [Trait("Rule", "AP-2.5")]
    [Trait("Rule", "AP-2.6")]
    public void What_the_house_holds_and_is_valid_is_not_missing(string? validUntil, bool held)
    {
        var file = Complete(Licence).Without("business-licence");
        file.Missing(Licence).ShouldHaveSingleItem().Id.ShouldBe("business-licence");
        var document = new Kernel.People.HeldDocument
        {
            Id = 1,
            PartyId = 11,
            Kind = "business-licence",
            Number = "91330421DEMA00013W",
            Source = "市场监督管理部门",
            CheckedOn = Day("2020-09-01"),
            ValidUntil = validUntil is null ? null : Day(validUntil),
        };
        var known = Applications.HeldMaterials.Of(Licence, [document], At("2020-09-24"));
        (file with { Materials = file.Materials.Concat(known).ToDictionary() }).Missing(Licence).Count.ShouldBe(held ? 0 : 1);
    }

    [Fact]
    [Trait("Rule", "FIX_ON_SPOT")]
    public void An_error_is_corrected_on_the_spot_and_both_versions_are_kept()
    {
        var at = Received(Licence, "2020-09-24");
        at.Case.File = at.Case.File with { Fields = new Dictionary<string, FieldValue> { ["shop-name"] = new("云岫小官") } };
        var fixedNow = FixOnSpotHandler.Step(at, Fix("shop-name", "云岫小馆"), Clerk("2020-09-24")).Done();
        var change = fixedNow.Values.ShouldHaveSingleItem();
        (change.Before, change.After).ShouldBe(("云岫小官", "云岫小馆"));
        at.Case.File.Fields["shop-name"].Value.ShouldBe("云岫小馆");
        at.Case.Stage.ShouldBeOfType<Received>(); // still to be accepted: a correction is no second notice
    }

    [Fact]
    [Trait("Rule", "FIX_ON_SPOT")]
    public void Nothing_is_corrected_on_the_spot_after_acceptance() =>
        FixOnSpotHandler
            .Step(InReview("2020-09-24"), Fix("shop-name", "云岫小馆"), Clerk("2020-09-24"))
            .Refusing<FixedOnSpot, WrongStage>();

    [Fact]
    [Trait("Rule", "FIX_ON_SPOT")]
    public void A_correction_on_the_spot_that_changes_nothing_is_none() =>
        FixOnSpotHandler
            .Step(Received(Licence, "2020-09-24"), new FixOnSpot(default, new Dictionary<string, string>(), []), Clerk("2020-09-24"))
            .Refusing<FixedOnSpot, NothingToCorrect>();

    [Fact]
    [Trait("Rule", "AP-2.5")]
    public void The_window_takes_in_only_what_the_guide_lists() =>
        FixOnSpotHandler
            .Step(
                Received(Licence, "2020-09-24"),
                new FixOnSpot(default, new Dictionary<string, string>(), ["tax-certificate"]),
                Clerk("2020-09-24")
            )
            .Refusing<FixedOnSpot, NotInTheGuide>();

    [Fact]
    [Trait("Rule", "AP-2.14")]
    public void One_acceptance_is_acceptance_by_all_offices_of_the_route()
    {
        var at = InReview("2020-09-24");
        at.Route.ShouldBe(Route);
        var desks = Desks.Of(at, At("2020-09-24")).Where(d => d.Tab == Tab.ToDo).Select(d => d.Desk).ToList();
        desks.ShouldBe(["office:scjg", "office:xf"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Rule", "AP-2.15")]
    public void The_comprehensive_window_accepts_for_the_bodies_and_does_not_decide()
    {
        var at = Received(Licence, "2020-09-24");
        var clerk = Clerk("2020-09-24").By;
        AcceptCaseHandler.Duty.Check(clerk, at.Case, Licence).ShouldBeNull();
        Review.ConcludeHandler.Duty.Check(clerk, at.Case, Licence).ShouldBeOfType<WrongRole>();
    }

    [Theory]
    [InlineData("commerce", true)]
    [InlineData("property", false)]
    [Trait("Rule", "AP-2.15")]
    public void A_clerk_accepts_what_the_window_types_of_the_training_cover(string trainedFor, bool allowed)
    {
        var clerk = Clerk("2020-09-24").By with { WindowTypes = new HashSet<string> { trainedFor } };
        (AcceptCaseHandler.Duty.Check(clerk, Received(Licence, "2020-09-24").Case, Licence) is null).ShouldBe(allowed);
    }

    [Fact]
    [Trait("Rule", "AP-2.1")]
    public void An_agent_may_act_for_the_applicant_and_a_stranger_does_not_even_learn_that_the_case_exists()
    {
        var at = Received(Licence, "2020-09-24");
        var duty = SupplyMaterialHandler.Duty;
        duty.Check(Applicant("2020-09-24").By, at.Case, Licence).ShouldBeNull();
        duty.Check(Applicant("2020-09-24").By with { Person = 12 }, at.Case, Licence).ShouldBeNull(); // the representative
        duty.Check(Applicant("2020-09-24").By with { Person = 13 }, at.Case, Licence).ShouldBeOfType<CaseNotFound>();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("不动产登记系统查询结果，2020-09-24", true)]
    [Trait("Rule", "AP-2.7")]
    public void A_material_is_waived_only_where_the_evidence_is_named(string evidence, bool waived)
    {
        var file = Complete(Licence) with
        {
            Materials = new Dictionary<string, Handed> { ["layout"] = new(HandedHow.Waived, At("2020-09-24"), null, evidence) },
        };
        var refusal = Applications.FinishAtCounterHandler.Unready(file, Licence, AfterReceipt.KeepForNow);
        (refusal is null).ShouldBe(waived);
        file.Missing(Licence).ShouldNotContain(m => m.Id == "layout");
    }

    [Fact]
    [Trait("Rule", "AP-6.1")]
    public void No_demonstration_item_lets_the_applicant_come_more_than_once() =>
        Directory
            .GetFiles(Path.Combine(Root.FullName, "demo", "items"), "*.json")
            .Select(file => Guide(Path.GetFileNameWithoutExtension(file)))
            .ShouldAllBe(guide => guide.Visits <= Kernel.Law.Rulebook.VisitsAtMost.Amount);

    private static FixOnSpot Fix(string field, string value) => new(default, new Dictionary<string, string> { [field] = value }, []);
}

/// <summary>一次性告知. Administrative Licensing Law arts. 32(1)(4) and 72(4); Zhejiang regulation art. 11(3).</summary>
public class One_time_notice
{
    private static readonly ServiceGuide Licence = Guide(Restaurant);

    [Fact]
    [Trait("Rule", "CORRECTION_REQUIRED")]
    public void The_notice_lists_everything_that_is_missing_and_everything_that_is_wrong()
    {
        var at = Received(Licence, "2020-09-24", Complete(Licence).Without("layout", "health-certificates"));
        var notice = AskForCorrectionHandler
            .Step(at, Clerk("2020-09-24"), [new("business-licence", "提交有效期内的营业执照")])
            .Done()
            .Notice;
        notice.Gaps.Select(g => g.Material).ShouldBe(["layout", "health-certificates", "business-licence"], ignoreOrder: true);
        notice.Gaps.ShouldAllBe(g => g.Wanted.Length > 0);
        at.Case.Stage.ShouldBeOfType<AwaitingCorrection>();
    }

    [Fact]
    [Trait("Rule", "CORRECTION_REQUIRED")]
    public void What_is_missing_and_also_wrong_stands_once()
    {
        var at = Received(Licence, "2020-09-24", Complete(Licence).Without("layout"));
        var notice = AskForCorrectionHandler.Step(at, Clerk("2020-09-24"), [new("layout", "标明疏散通道")]).Done().Notice;
        notice.Gaps.ShouldHaveSingleItem().Wanted.ShouldBe("标明疏散通道");
    }

    [Fact]
    [Trait("Rule", "CORRECTION_REQUIRED")]
    public void A_notice_without_anything_to_correct_is_refused() =>
        AskForCorrectionHandler
            .Step(Received(Licence, "2020-09-24"), Clerk("2020-09-24"), [])
            .Refusing<CorrectionAsked, NothingToCorrect>();

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [Trait("Rule", "CORRECTION_REQUIRED")]
    public void A_notice_that_does_not_say_what_would_be_right_is_refused(string wanted) =>
        AskForCorrectionHandler
            .Step(Received(Licence, "2020-09-24"), Clerk("2020-09-24"), [new("layout", wanted)])
            .Refusing<CorrectionAsked, CorrectionVague>();

    [Theory]
    [InlineData("tax-certificate")] // not in the guide at all
    [InlineData("cold-room")] // in the guide, for another situation
    [Trait("Rule", "AP-2.5")]
    public void Material_that_the_guide_does_not_list_for_this_applicant_may_not_be_asked_for(string material) =>
        AskForCorrectionHandler
            .Step(Received(Licence, "2020-09-24"), Clerk("2020-09-24"), [new(material, "补交")])
            .Refusing<CorrectionAsked, NotInTheGuide>();

    [Fact]
    [Trait("Rule", "AP-2.12")]
    [Trait("Rule", "§11.1")]
    public void A_second_notice_is_refused()
    {
        var at = Corrected("2020-09-28");
        AskForCorrectionHandler.Step(at, Clerk("2020-09-28"), [new("layout", "再补")]).Refusing<CorrectionAsked, NoticeGivenAlready>();
        at.Case.Stage.ShouldBeOfType<ReceivedAgain>();
    }

    [Fact]
    [Trait("Rule", "AP-2.12")]
    public void While_the_first_notice_runs_there_is_no_second_one() =>
        AskForCorrectionHandler.Step(Asked(), Clerk("2020-09-25"), [new("layout", "再补")]).Refusing<CorrectionAsked, WrongStage>();

    [Fact]
    [Trait("Rule", "ACCEPTED")]
    public void What_was_corrected_as_asked_is_accepted()
    {
        var at = Corrected("2020-09-28");
        AcceptCaseHandler.Step(at, Clerk("2020-09-28")).Done();
        at.Case.Stage.ShouldBeOfType<UnderReview>().Acceptance.At.ShouldBe(At("2020-09-28"));
    }

    [Fact]
    [Trait("Rule", "CORRECTION_REQUIRED")]
    public void Half_of_what_was_asked_for_is_not_taken()
    {
        var at = Received(Licence, "2020-09-24", Complete(Licence).Without("layout", "health-certificates"));
        AskForCorrectionHandler.Step(at, Clerk("2020-09-24"), []).Done();
        Supply(at, "2020-09-25", "layout").Refusing<MaterialSupplied, StillMissing>().Missing.Count.ShouldBe(1);
        Supply(at, "2020-09-25", "layout", "health-certificates").Done();
        at.Case.Stage.ShouldBeOfType<ReceivedAgain>();
    }

    [Fact]
    [Trait("Rule", "AP-2.5")]
    public void What_was_not_asked_for_is_not_taken() =>
        Supply(Asked(), "2020-09-25", "layout", "business-licence").Refusing<MaterialSupplied, NotInTheGuide>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "CORRECTION_REQUIRED")]
    public void A_form_is_put_right_by_its_fields(bool withFields)
    {
        var at = Received(Licence, "2020-09-24");
        AskForCorrectionHandler.Step(at, Clerk("2020-09-24"), [new("application", "经营面积与平面图不一致")]).Done();
        var values = withFields ? new Dictionary<string, string> { ["floor-area"] = "120" } : [];
        var outcome = SupplyMaterialHandler.Step(
            at,
            new Dictionary<string, Kernel.Files.StoredFile>(),
            values,
            HandedHow.Uploaded,
            Applicant("2020-09-25")
        );
        if (withFields)
            outcome.Done();
        else
            outcome.Refusing<MaterialSupplied, StillMissing>();
    }

    [Theory]
    [InlineData("2020-10-22 17:00:00", false)] // fifteen working days after Friday 25 September; the county's setting
    [InlineData("2020-10-22 17:00:01", true)]
    [Trait("Rule", "DEEMED_WITHDRAWN")]
    public void What_is_not_corrected_in_time_is_deemed_withdrawn(string now, bool withdrawn)
    {
        var at = Asked("2020-09-25");
        var lapse = at.Case.Stage.LapseBy(At(now), Calendar);
        (lapse?.To is DeemedWithdrawn).ShouldBe(withdrawn);
        lapse?.At.ShouldBe(At("2020-10-22 17:00"));
        lapse?.Basis.Text.ShouldBe(Kernel.Law.Laws.RunAtMostOnce);
    }

    [Fact]
    [Trait("Rule", "DEEMED_WITHDRAWN")]
    public void Whoever_is_deemed_to_have_withdrawn_is_told() =>
        new ClockRanOut(
            ("补正中", ""),
            ("视为撤回", ""),
            ("补正期限届满仍未提交，视为撤回申请。", ""),
            ("第十一条", "")
        ).Tells.ShouldNotBeNullOrEmpty();

    [Fact]
    [Trait("Rule", "REFUSED_AFTER_CORRECTION")]
    public void What_is_still_not_right_is_refused_in_writing_with_reasons()
    {
        var at = Corrected("2020-09-28");
        RefuseToAcceptHandler
            .Step(at, new(default, NotAcceptedGround.StillNotRight, " ", null), Clerk("2020-09-28"))
            .Refusing<AcceptanceRefused, ReasonsMissing>();
        var refused = RefuseToAcceptHandler
            .Step(at, new(default, NotAcceptedGround.StillNotRight, "平面图仍未标明疏散通道。", null), Clerk("2020-09-28"))
            .Done();
        refused.Tells!.ShouldContain("平面图仍未标明疏散通道");
        at.Case.Stage.ShouldBeOfType<NotAccepted>().Ground.ShouldBe(NotAcceptedGround.StillNotRight);
    }

    [Fact]
    [Trait("Rule", "REFUSED_AFTER_CORRECTION")]
    public void Still_not_right_is_no_ground_before_a_correction_was_asked_for() =>
        RefuseToAcceptHandler
            .Step(Received(Licence, "2020-09-24"), new(default, NotAcceptedGround.StillNotRight, "不符合", null), Clerk("2020-09-24"))
            .Refusing<AcceptanceRefused, WrongStage>();

    internal static CaseAtWork Asked(string at = "2020-09-24")
    {
        var desk = Received(Licence, "2020-09-24", Complete(Licence).Without("layout"));
        AskForCorrectionHandler.Step(desk, Clerk(at), []).Done();
        return desk;
    }

    internal static CaseAtWork Corrected(string at)
    {
        var desk = Asked();
        Supply(desk, at, "layout").Done();
        return desk;
    }

    internal static Result<MaterialSupplied> Supply(CaseAtWork desk, string at, params string[] materials) =>
        SupplyMaterialHandler.Step(
            desk,
            materials.ToDictionary(m => m, Paper),
            new Dictionary<string, string>(),
            HandedHow.Uploaded,
            Applicant(at)
        );
}

/// <summary>视为受理. Administrative Licensing Law art. 32(1)(4).</summary>
public class Deemed_acceptance
{
    // Received on Thursday 24 September 2020; the fifth working day is Wednesday 30 (Sunday 27 is worked).
    private static readonly Received Silent = JustReceived("2020-09-24", new(20, 5, false));

    [Theory]
    [InlineData("2020-09-30 16:59", false)]
    [InlineData("2020-09-30 17:00", false)] // the very close of business is still in time
    [InlineData("2020-09-30 17:00:01", true)]
    [InlineData("2020-10-12 09:00", true)]
    [Trait("Rule", "DEEMED_ACCEPTED")]
    [Trait("Rule", "AP-3.20")]
    public void Silence_for_five_working_days_is_acceptance(string now, bool accepted) =>
        (Silent.LapseBy(At(now), Calendar)?.To is UnderReview).ShouldBe(accepted);

    [Fact]
    [Trait("Rule", "DEEMED_ACCEPTED")]
    public void It_counts_from_the_receipt_and_so_do_the_limits()
    {
        var lapse = Silent.LapseBy(At("2020-10-12"), Calendar)!;
        var review = lapse.To.ShouldBeOfType<UnderReview>();
        review.Acceptance.At.ShouldBe(At("2020-09-24"));
        review.Legal.StartedAt.ShouldBe(At("2020-09-24"));
        review.Promised.StartedAt.ShouldBe(At("2020-09-24"));
        lapse.At.ShouldBe(At("2020-09-30 17:00")); // when it happened, not when somebody looked
    }

    [Theory]
    [InlineData("2020-09-30 17:00", true)]
    [InlineData("2020-09-30 17:00:01", false)]
    [Trait("Rule", "AP-2.11")]
    [Trait("Rule", "AP-3.20")]
    public void A_notice_may_be_given_until_the_close_of_the_fifth_day(string at, bool inTime)
    {
        var desk = Received(Guide(Restaurant), "2020-09-24", Complete(Guide(Restaurant)).Without("layout"));
        if (desk.Case.Stage.LapseBy(At(at), Calendar) is { } lapse)
            desk.Case.Stage = lapse.To; // what the house does before every step
        var outcome = AskForCorrectionHandler.Step(desk, Clerk(at), []);
        (outcome is Result<CorrectionAsked>.Done).ShouldBe(inTime);
    }

    [Fact]
    [Trait("Rule", "DEEMED_ACCEPTED")]
    public void Corrected_material_is_deemed_accepted_from_the_day_on_which_it_came()
    {
        var at = One_time_notice.Corrected("2020-10-09");
        at.Case.Stage.LapseBy(At("2020-10-15 17:00"), Calendar).ShouldBeNull();
        var lapse = at.Case.Stage.LapseBy(At("2020-10-15 17:01"), Calendar)!;
        lapse.To.ShouldBeOfType<UnderReview>().Acceptance.At.ShouldBe(At("2020-10-09"));
    }

    [Fact]
    [Trait("Rule", "DEEMED_ACCEPTED")]
    public void While_the_applicant_has_the_word_nothing_is_deemed_accepted() =>
        One_time_notice.Asked().Case.Stage.LapseBy(At("2020-10-09"), Calendar).ShouldBeNull();

    [Fact]
    [Trait("Rule", "DEEMED_ACCEPTED")]
    public void What_is_due_on_the_spot_is_late_when_its_acceptance_is_deemed()
    {
        var silent = JustReceived("2020-09-24", new(20, 0, false));
        var review = (UnderReview)silent.LapseBy(At("2020-10-09"), Calendar)!.To;
        review.Promised.Read(Calendar, At("2020-10-09")).State.ShouldBe(ClockState.Overdue);
        review.Legal.Read(Calendar, At("2020-10-09")).State.ShouldNotBe(ClockState.Overdue);
    }

    [Fact]
    [Trait("Rule", "AP-3.28")]
    public void Waiting_for_the_applicant_before_acceptance_is_not_decision_time()
    {
        var at = One_time_notice.Corrected("2020-10-09");
        AcceptCaseHandler.Step(at, Clerk("2020-10-09")).Done();
        ((UnderReview)at.Case.Stage).Legal.StartedAt.ShouldBe(At("2020-10-09"));
    }
}

/// <summary>容缺受理、撤销受理. Zhejiang regulation arts. 4 and 11(2).</summary>
public class Acceptance_with_gaps
{
    private static readonly ServiceGuide Licence = Guide(Restaurant);

    [Fact]
    [Trait("Rule", "ACCEPTED_WITH_GAPS")]
    public void What_the_guide_lets_follow_may_follow_once_it_was_promised()
    {
        var at = WithGap(Licence, promised: false);
        AcceptWithGapsHandler.Step(at, Clerk("2020-09-24")).Refusing<CaseAcceptedWithGaps, GapsNotPromised>();
        at.Case.File = at.Case.File with { GapsPromised = true };
        var told = AcceptWithGapsHandler.Step(at, Clerk("2020-09-24")).Done();
        told.WithinDays.ShouldBe(10);
        told.Gaps.ShouldHaveSingleItem().Material.ShouldBe(Gaps);
        told.Tells!.ShouldContain("10 个工作日");
        at.Case.Stage.ShouldBeOfType<AcceptedWithGaps>().Review.Acceptance.At.ShouldBe(At("2020-09-24"));
    }

    [Fact]
    [Trait("Rule", "AP-2.13")]
    public void No_window_decides_what_may_follow() =>
        AcceptWithGapsHandler
            .Step(Received(Licence, "2020-09-24", Promised(Licence, Gaps, "layout")), Clerk("2020-09-24"))
            .Refusing<CaseAcceptedWithGaps, NotGapTolerant>();

    [Fact]
    [Trait("Rule", "ACCEPTED_WITH_GAPS")]
    public void Where_nothing_is_missing_there_is_no_gap() =>
        AcceptWithGapsHandler
            .Step(Received(Licence, "2020-09-24", Promised(Licence)), Clerk("2020-09-24"))
            .Refusing<CaseAcceptedWithGaps, NothingMissing>();

    [Theory]
    [InlineData(5, 15, 15)] // no paper is due sooner than the guide published
    [InlineData(15, 5, 15)]
    [InlineData(0, 5, 10)] // where the guide names no period, ten working days
    [Trait("Rule", "AP-2.13")]
    public void Papers_with_different_periods_are_due_on_the_last_of_their_days(int certificates, int layout, int days)
    {
        var guide = Licence with
        {
            Materials =
            [
                .. Licence.Materials.Select(m =>
                    m.Id == Gaps ? m with { GapDays = certificates }
                    : m.Id == "layout" ? m with { Necessity = Necessity.GapTolerant, GapDays = layout }
                    : m
                ),
            ],
        };
        AcceptWithGapsHandler
            .Step(Received(guide, "2020-09-24", Promised(guide, Gaps, "layout")), Clerk("2020-09-24"))
            .Done()
            .WithinDays.ShouldBe(days);
    }

    [Theory]
    [InlineData("2020-10-14 17:00", false)] // the tenth working day after 24 September
    [InlineData("2020-10-14 17:01", true)]
    [Trait("Rule", "ACCEPTANCE_CANCELLED")]
    public void Gaps_that_are_not_filled_in_time_cancel_the_acceptance(string now, bool cancelled)
    {
        var lapse = Open().Case.Stage.LapseBy(At(now), Calendar);
        (lapse?.To is AcceptanceCancelled).ShouldBe(cancelled);
        if (lapse is not null)
        {
            lapse.To.ShouldBeOfType<AcceptanceCancelled>().Reasons.ShouldNotBeEmpty();
            lapse.Basis.Text.ShouldBe(Kernel.Law.Laws.RunAtMostOnce);
        }
    }

    [Fact]
    [Trait("Rule", "ACCEPTED_WITH_GAPS")]
    public void Offices_may_conclude_but_the_last_agreement_waits_for_the_last_paper()
    {
        var at = Open();
        at.Case.Stage = ((AcceptedWithGaps)at.Case.Stage).Conclude(Agrees("xf", "2020-09-25"), Route).Done();
        var waiting = at.Case.Stage.ShouldBeOfType<AcceptedWithGaps>();
        waiting.Conclude(Agrees("scjg", "2020-09-25"), Route).Refusing<Stage, PapersToFollow>();
        One_time_notice.Supply(at, "2020-09-27", Gaps).Done();
        at.Case.Stage.ShouldBeOfType<UnderReview>().Conclude(Agrees("scjg", "2020-09-28"), Route).ShouldBeOfType<Granted>();
    }

    [Fact]
    [Trait("Rule", "ACCEPTED_WITH_GAPS")]
    public void An_upload_grants_nothing()
    {
        var at = Open();
        One_time_notice.Supply(at, "2020-09-27", Gaps).Done();
        at.Case.Stage.ShouldBeOfType<UnderReview>();
    }

    [Fact]
    [Trait("Rule", "ACCEPTED_WITH_GAPS")]
    public void A_disagreement_need_not_wait_for_the_papers() =>
        ((AcceptedWithGaps)Open().Case.Stage).Conclude(Disagrees("scjg", "2020-09-25"), Route).Done().ShouldBeOfType<Refused>();

    [Fact]
    [Trait("Rule", "AP-3.28")]
    public void After_acceptance_the_decision_clock_runs_while_papers_are_awaited()
    {
        var at = Open();
        One_time_notice.Supply(at, "2020-10-12", Gaps).Done();
        var review = (UnderReview)at.Case.Stage;
        review.Legal.Stops.ShouldBeEmpty();
        review.Legal.StartedAt.ShouldBe(At("2020-09-24"));
    }

    [Theory]
    [InlineData(true, "wjj")]
    [InlineData(false, "scjg")]
    [Trait("Rule", "AP-6.6")]
    public void A_commitment_goes_along_with_the_gaps_where_the_item_allows_one(bool allowed, string body)
    {
        var guide = allowed ? Guide("public-place-hygiene-licence") : Licence;
        guide.Body.ShouldBe(body);
        var missing = guide.Materials.First(m => m.Necessity == Necessity.GapTolerant).Id;
        var at = Received(guide, "2020-09-24", Promised(guide, missing) with { Committed = true });
        var outcome = AcceptWithGapsHandler.Step(at, Clerk("2020-09-24"));
        if (allowed)
        {
            outcome.Done();
            ((AcceptedWithGaps)at.Case.Stage).Review.Acceptance.OnCommitment.ShouldBeTrue();
        }
        else
        {
            outcome.Refusing<CaseAcceptedWithGaps, CommitmentNotAllowed>();
        }
    }

    internal static CaseAtWork Open()
    {
        var at = WithGap(Licence, promised: true);
        AcceptWithGapsHandler.Step(at, Clerk("2020-09-24")).Done();
        return at;
    }

    private static CaseAtWork WithGap(ServiceGuide guide, bool promised) =>
        Received(guide, "2020-09-24", Promised(guide, Gaps) with { GapsPromised = promised });

    private static CaseFile Promised(ServiceGuide guide, params string[] missing) =>
        Complete(guide).Without(missing) with
        {
            GapsPromised = true,
        };
}

/// <summary>不受理、不予受理. Administrative Licensing Law art. 32(1)(1) and (2), art. 38.</summary>
public class Refusal_to_accept
{
    private static readonly ServiceGuide Licence = Guide(Restaurant);

    [Fact]
    [Trait("Rule", "NOT_REQUIRED")]
    public void A_matter_that_needs_no_licence_is_told_so_at_once()
    {
        var at = Received(Licence, "2020-09-24");
        Refuse(at, NotAcceptedGround.NotRequired, "家庭自用，不需要许可。", null).Done();
        at.Case.Stage.ShouldBeOfType<NotAccepted>().Name.Zh.ShouldBe("不受理");
        at.Case.Stage.Running.ShouldBeNull();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(" ", false)]
    [InlineData("县交通运输局", true)]
    [Trait("Rule", "NOT_COMPETENT")]
    public void Another_authoritys_business_is_refused_naming_that_authority(string? competent, bool refused)
    {
        var at = Received(Licence, "2020-09-24");
        var outcome = Refuse(at, NotAcceptedGround.NotCompetent, "属于道路运输许可。", competent);
        if (refused)
            outcome.Done().Tells!.ShouldContain("县交通运输局");
        else
            outcome.Refusing<AcceptanceRefused, CompetentAuthorityMissing>();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [Trait("Rule", "NOT_REQUIRED")]
    [Trait("Rule", "AP-2.9")]
    public void No_refusal_goes_out_without_reasons(string reasons) =>
        Refuse(Received(Licence, "2020-09-24"), NotAcceptedGround.NotRequired, reasons, null).Refusing<AcceptanceRefused, ReasonsMissing>();

    [Fact]
    [Trait("Rule", "NOT_COMPETENT")]
    public void The_refusal_says_how_to_contest_it() =>
        Refuse(Received(Licence, "2020-09-24"), NotAcceptedGround.NotRequired, "不需要许可。", null)
            .Done()
            .Tells!.ShouldContain("行政复议");

    [Fact]
    [Trait("Rule", "NOT_REQUIRED")]
    public void What_was_accepted_is_not_refused_acceptance_any_more() =>
        Refuse(InReview("2020-09-24"), NotAcceptedGround.NotRequired, "不需要许可。", null).Refusing<AcceptanceRefused, WrongStage>();

    private static Result<AcceptanceRefused> Refuse(CaseAtWork at, NotAcceptedGround ground, string reasons, string? competent) =>
        RefuseToAcceptHandler.Step(at, new(default, ground, reasons, competent), Clerk("2020-09-24"));
}
