using System.Security.Cryptography;
using CountyHall.Approvals;
using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Cases;

/// <summary>From the counter or the desk at home to the archive, with every turn that the law allows on the way.</summary>
public abstract class The_life_of_a_case(Hall hall) : On_either_database(hall)
{
    private const string Restaurant = "restaurant-food-licence";

    [Fact]
    public async Task At_the_counter_from_receipt_to_archive()
    {
        var story = await Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, "嘉善云岫小馆", AfterReceipt.KeepForNow, without: ["layout"])
            .Lies(("window:commerce", Tab.ToDo))
            .Accepts()
            .IsRefused<MaterialMissing>(why => why.Missing.ShouldHaveSingleItem().Zh.ShouldBe("经营场所平面布置图"))
            .AsksForCorrection()
            .Lies(("window:commerce", Tab.Correction))
            .As("gu.qinglan")
            .Supplies("layout")
            .As("zhu.jingxing")
            .AsksForCorrection(new WrongMaterial("layout", "请标明疏散通道"))
            .IsRefused<NoticeGivenAlready>()
            .Accepts()
            .Lies(("window:commerce", Tab.Done), ("office:scjg", Tab.ToDo), ("office:xf", Tab.ToDo))
            .As("shen.yining")
            .Agrees()
            .IsRefused<OnSiteCheckMissing>()
            .ChecksOnSite("shen.yining")
            .IsRefused<SecondOfficerNeeded>()
            .ChecksOnSite("cheng.jingzhi")
            .IsRefused<SecondOfficerNeeded>()
            .ChecksOnSite("gu.yanqiu")
            .As("cheng.jingzhi")
            .Agrees()
            .Lies(("window:commerce", Tab.Done), ("office:scjg", Tab.ToDo), ("office:xf", Tab.Working))
            .As("tang.mingqu")
            .Agrees()
            .IsRefused<ConcludedAlready>()
            .As("gu.yanqiu")
            .Agrees()
            .Stands<Granted>()
            .As("jiang.yanqiu")
            .HandsOver("101X")
            .IsRefused<WrongStage>()
            .Makes()
            .HandsOver("9999")
            .IsRefused<WrongPerson>()
            .HandsOver("0119")
            .Lies(("window:commerce", Tab.Done), ("office:scjg", Tab.Done), ("office:xf", Tab.Done), ("issue", Tab.Done))
            .TheOutboxIsEmptied()
            .Stands<Archived>()
            .Happened(
                "case-received",
                "correction-asked",
                "material-supplied",
                "case-accepted",
                "on-site-checked",
                "office-concluded",
                "office-concluded",
                "result-made",
                "collector-turned-away",
                "result-handed-over",
                "case-archived"
            );

        var archived = (Archived)(await story.Case()).Stage;
        await using var package = Hall.Get<FileStore>().OpenRead(archived.Hash);
        Convert.ToHexStringLower(await SHA256.HashDataAsync(package)).ShouldBe(archived.Hash);
        archived.HandOver.Window.ShouldBe("C01");
        archived.Result.Title.ShouldBe("食品经营许可证");
        archived.Result.ValidUntil.ShouldBe(CountyTime.DayOf(Hall.Now).AddYears(5).AddDays(-1));
    }

    [Fact]
    public async Task An_online_application_goes_on_at_any_device_and_becomes_one_case()
    {
        var story = await Story
            .In(Hall)
            .As("gu.qinglan")
            .Begins(Restaurant)
            .Saves(save => save with { Fields = new Dictionary<string, string> { ["shop-name"] = "云岫小馆" } })
            .Submits()
            .IsRefused<QuestionOpen>();
        var first = story.Draft;

        // Another device: the same draft opens, and each saves its own field.
        var other = await Story
            .In(Hall)
            .As("gu.qinglan")
            .Begins(Restaurant)
            .Saves(save => save with { Fields = new Dictionary<string, string> { ["manager"] = "顾青岚" } });
        other.Draft.ShouldBe(first);
        await story.Saves(save => save with { Fields = new Dictionary<string, string> { ["floor-area"] = "120" } });

        var file = (await Hall.Read(db => db.Applications.SingleAsync(a => a.Id == first))).File;
        file.Fields["shop-name"].Value.ShouldBe("云岫小馆");
        file.Fields["manager"].Value.ShouldBe("顾青岚");
        file.Fields["floor-area"].Value.ShouldBe("120");
        // What the house knows is filled in with its source, and what it holds is not asked for.
        file.Fields["code"].ShouldBe(new FieldValue("92330421DEMA030119", "县市场监督管理局", new DateOnly(2026, 1, 5)));
        file.Materials["business-licence"].How.ShouldBe(HandedHow.Held);

        await story
            .FillsInEverything(Restaurant)
            .Submits()
            .Stands<Received>()
            .Submits()
            .IsRefused<SubmittedAlready>()
            .Saves(save => save)
            .IsRefused<SubmittedAlready>()
            .As("bai.yingxi")
            .Accepts()
            .Stands<UnderReview>(review => review.Limits.ShouldBe(new ReviewLimits(10, 5, Joint: true)));
    }

    [Fact]
    public async Task A_value_from_a_register_is_changed_only_by_calling_the_register_wrong()
    {
        var wrong = new Dictionary<string, string> { ["name"] = "嘉善云岫小馆（西塘店）" };
        var story = await Story.In(Hall).As("gu.qinglan").Begins("food-production-licence").Saves(save => save with { Fields = wrong });
        (await FieldOf(story, "name")).Value.ShouldBe("嘉善云岫小馆");
        await story.Saves(save => save with { Fields = wrong, Contested = ["name"] });
        (await FieldOf(story, "name")).ShouldBe(new FieldValue("嘉善云岫小馆（西塘店）", Contested: true));
    }

    [Fact]
    public Task What_the_guide_lets_follow_may_follow_after_a_promise() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, "嘉善云岫小馆", AfterReceipt.AcceptWithGaps, without: ["health-certificates"])
            .IsRefused<GapsNotPromised>()
            .Receives(
                Restaurant,
                "嘉善云岫小馆",
                AfterReceipt.AcceptWithGaps,
                without: ["health-certificates", "layout"],
                file => file with { GapsPromised = true }
            )
            .IsRefused<NotGapTolerant>()
            .Receives(
                Restaurant,
                "嘉善云岫小馆",
                AfterReceipt.AcceptWithGaps,
                without: ["health-certificates"],
                file => file with { GapsPromised = true }
            )
            .Stands<AcceptedWithGaps>()
            .Lies(("window:commerce", Tab.Correction), ("office:scjg", Tab.ToDo), ("office:xf", Tab.ToDo))
            .As("shen.yining")
            .ChecksOnSite("gu.yanqiu")
            .Agrees()
            .As("cheng.jingzhi")
            .Agrees()
            .IsRefused<PapersToFollow>() // nothing is granted while a paper is missing
            .As("gu.qinglan")
            .Supplies("health-certificates")
            .Stands<UnderReview>() // and an authority grants, not an upload
            .As("cheng.jingzhi")
            .Agrees()
            .Stands<Granted>()
            .Tell();

    [Fact]
    public Task Gaps_that_are_not_filled_in_time_cancel_the_acceptance() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(
                Restaurant,
                "嘉善云岫小馆",
                AfterReceipt.AcceptWithGaps,
                without: ["health-certificates"],
                file => file with { GapsPromised = true }
            )
            .WorkingDaysPass(10)
            .TheClocksAreLookedAt()
            .Stands<AcceptedWithGaps>()
            .WorkingDaysPass(1)
            .TheClocksAreLookedAt()
            .Stands<AcceptanceCancelled>()
            .Happened("case-received", "case-accepted-with-gaps", "clock-ran-out")
            .Tell();

    [Fact]
    public Task A_letter_of_commitment_stands_for_material_only_where_the_guide_says_so() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, "嘉善云岫小馆", AfterReceipt.Accept, without: [], file => file with { Committed = true })
            .IsRefused<CommitmentNotAllowed>()
            .As("ni.yunzhou")
            .Receives(
                "public-place-hygiene-licence",
                "嘉善示例栖居酒店有限公司",
                AfterReceipt.Accept,
                without: [],
                file => file with { Committed = true }
            )
            .Stands<UnderReview>(review => review.Acceptance.OnCommitment.ShouldBeTrue())
            .As("jiang.ziye")
            .Agrees() // on a commitment the on-site check comes afterwards
            .As("cheng.jingzhi")
            .Agrees()
            .Stands<Granted>()
            .Tell();

    [Fact]
    public Task Time_of_a_special_procedure_is_not_counted() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, then: AfterReceipt.Accept)
            .As("shen.yining")
            .Pauses(SpecialProcedureKind.ExpertReview, 10)
            .Lies(("window:commerce", Tab.Done), ("office:scjg", Tab.Working), ("office:xf", Tab.Working))
            .Agrees()
            .IsRefused<WrongStage>()
            .WorkingDaysPass(4)
            .Resumes()
            .Stands<UnderReview>(review =>
                // The day of the beginning, three whole days and the day of the end do not count: five days of the promise are left.
                review.Promised.Read(WorkingCalendar.Published, Hall.Now).Left.ShouldBe(5)
            )
            .Tell();

    [Fact]
    public Task A_pause_is_no_longer_than_the_applicant_was_told() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, then: AfterReceipt.Accept)
            .As("shen.yining")
            .Pauses(SpecialProcedureKind.Testing, 3)
            .WorkingDaysPass(2)
            .TheClocksAreLookedAt()
            .Stands<ReviewPaused>()
            .WorkingDaysPass(1)
            .TheClocksAreLookedAt()
            .Stands<UnderReview>()
            .Happened("case-received", "case-accepted", "review-was-paused", "clock-ran-out")
            .Tell();

    [Fact]
    public Task Where_offices_decide_together_the_government_extends_once() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, then: AfterReceipt.Accept)
            .As("lu.bingzhu")
            .Extends()
            .IsRefused<WrongOffice>()
            .As("tu.bingzhu")
            .Extends(" ")
            .IsRefused<ReasonMissing>()
            .Extends()
            .Stands<ReviewExtended>(review => review.Limits.Extension.Amount.ShouldBe(15))
            .Extends()
            .IsRefused<ExtendedAlready>()
            .Tell();

    [Fact]
    public Task Where_one_office_decides_its_head_extends() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives("food-production-licence", then: AfterReceipt.Accept)
            .As("tu.bingzhu")
            .Extends()
            .IsRefused<WrongOffice>()
            .As("lu.bingzhu")
            .Extends()
            .Stands<ReviewExtended>(review => review.Limits.Extension.Amount.ShouldBe(10))
            .Tell();

    [Fact]
    public async Task A_refusal_names_the_provision_and_the_remedies()
    {
        var story = await Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, then: AfterReceipt.Accept)
            .As("cheng.jingzhi")
            .Disagrees("疏散通道被占用。", null)
            .IsRefused<GroundsMissing>()
            .Disagrees("疏散通道被占用。", new Citation("中华人民共和国消防法", "第十五条"))
            .Stands<Refused>()
            .As("dai.heming")
            .Makes()
            .Stands<ReadyToCollect>(ready => ready.Result.Title.ShouldBe("不予行政许可决定书"));
        var told = await Hall.Read(async db =>
            await db.Set<Job>().Where(j => j.Kind == "text-message" && j.Body.Contains(story.Number.Value)).ToListAsync()
        );
        told.ShouldContain(j => j.Body.Contains("行政复议") && j.Body.Contains("行政诉讼") && j.Body.Contains("第十五条"));
    }

    [Fact]
    public Task Whoever_accepted_does_not_decide() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, then: AfterReceipt.Accept)
            .Agrees()
            .IsRefused<WrongRole>() // a clerk has no such post at all
            .Tell();

    [Fact]
    public Task The_applicant_may_take_it_back_until_it_is_decided() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, then: AfterReceipt.Accept)
            .As("gu.qinglan")
            .Withdraws()
            .Stands<Withdrawn>()
            .Withdraws()
            .IsRefused<WrongStage>()
            .As("shen.yining")
            .ChecksOnSite("gu.yanqiu")
            .IsRefused<WrongStage>()
            .Tell();

    [Fact]
    public Task A_late_case_may_be_nudged_and_a_timely_one_not() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, then: AfterReceipt.Accept)
            .WorkingDaysPass(5)
            .As("gu.qinglan")
            .Nudges()
            .IsRefused<NotOverdue>()
            .WorkingDaysPass(1)
            .Nudges()
            .Happened("case-received", "case-accepted", "case-nudged")
            .Tell();

    [Fact]
    public async Task Five_days_of_silence_are_acceptance_as_of_the_day_of_receipt()
    {
        var received = Hall.Now;
        await Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant)
            .WorkingDaysPass(5)
            .TheClocksAreLookedAt()
            .Stands<Received>()
            .WorkingDaysPass(1)
            .TheClocksAreLookedAt()
            .Stands<UnderReview>(review => review.Acceptance.At.ShouldBe(received))
            .Happened("case-received", "clock-ran-out");
    }

    [Fact]
    public async Task A_clock_that_nobody_looked_at_has_run_out_all_the_same()
    {
        // No watch looks: the clerk's own step finds the case accepted already, as of the day of receipt.
        var story = await Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant)
            .WorkingDaysPass(6)
            .AsksForCorrection(new WrongMaterial("layout", "请标明疏散通道"))
            .IsRefused<WrongStage>()
            .As("shen.yining")
            .ChecksOnSite("gu.yanqiu")
            .Happened("case-received", "clock-ran-out", "on-site-checked");
        var lapse = (await story.Facts())[1];
        lapse.OccurredAt.ShouldBeLessThan(lapse.RecordedAt);
        lapse.OccurredAt.ShouldBe(CountyTime.EndOfBusiness(CountyTime.DayOf(lapse.OccurredAt)));
    }

    [Fact]
    public Task What_is_not_supplied_in_time_is_deemed_withdrawn() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, "嘉善云岫小馆", AfterReceipt.AskForCorrection, without: ["layout"])
            .WorkingDaysPass(CorrectionDays)
            .TheClocksAreLookedAt()
            .Stands<AwaitingCorrection>()
            .WorkingDaysPass(1)
            .TheClocksAreLookedAt()
            .Stands<DeemedWithdrawn>()
            .As("gu.qinglan")
            .Supplies("layout")
            .IsRefused<WrongStage>()
            .Tell();

    [Fact]
    public Task What_was_still_not_right_is_refused_in_writing() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, "嘉善云岫小馆", AfterReceipt.AskForCorrection, without: ["layout"])
            .TakesIn("health-certificates")
            .IsRefused<NotInTheGuide>() // only what the notice lists
            .TakesIn("layout")
            .RefusesToAccept(NotAcceptedGround.StillNotRight, " ")
            .IsRefused<ReasonsMissing>()
            .RefusesToAccept(NotAcceptedGround.StillNotRight, "平面图与实际不符")
            .Stands<NotAccepted>()
            .Tell();

    [Fact]
    public Task What_can_be_put_right_on_the_spot_is_and_both_versions_are_kept() =>
        Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant)
            .FixesOnTheSpot("floor-area", "很大")
            .IsRefused<FieldWrong>()
            .FixesOnTheSpot("floor-area", "150")
            .Happened("case-received", "fixed-on-spot")
            .Tell();

    [Fact]
    public async Task A_case_stays_under_the_version_it_was_received_under()
    {
        // Until the end of 2025 the promise was eight days; what came in then keeps them, and what comes later has five.
        await using var hall = await Journeys.Hall.Open(Hall.Engine, new DateTimeOffset(2025, 12, 30, 2, 0, 0, TimeSpan.Zero));
        var older = await Story.In(hall).As("zhu.jingxing").Receives(Restaurant);
        await Story
            .Of(hall, older.Number)
            .WorkingDaysPass(3)
            .As("zhu.jingxing")
            .Accepts()
            .Stands<UnderReview>(review => review.Limits.ShouldBe(new ReviewLimits(20, 8, Joint: true)))
            .Receives(Restaurant, then: AfterReceipt.Accept)
            .Stands<UnderReview>(review => review.Limits.ShouldBe(new ReviewLimits(10, 5, Joint: true)));
        (await older.Case()).ItemVersion.ShouldBe(1);
    }

    private static int CorrectionDays => Kernel.Law.Rulebook.CorrectionSupply.Amount;

    private async Task<FieldValue> FieldOf(Story story, string field) =>
        (await Hall.Read(db => db.Applications.SingleAsync(a => a.Id == story.Draft))).File.Fields[field];
}

public sealed class The_life_of_a_case_on_the_embedded_database(EmbeddedHall hall) : The_life_of_a_case(hall), IClassFixture<EmbeddedHall>;

public sealed class The_life_of_a_case_on_PostgreSQL(PostgresHall hall) : The_life_of_a_case(hall), IClassFixture<PostgresHall>;
