using CountyHall.Approvals;
using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Catalogue.Release;
using CountyHall.Approvals.Commitments;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Licences;
using CountyHall.Approvals.Readings;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Strangers;

/// <summary>What a command is about: a case, the draft of one, or a fact.</summary>
public sealed record Target(CaseNumber Case, long Draft, long Fact = 0);

/// <summary>One right command of a use case, so that a refusal can only be meant for the person who asks.</summary>
/// <param name="Right">The account of somebody who may.</param>
/// <param name="Given">How things stand when it is asked.</param>
public sealed record Sample(string Right, Func<Hall, Task<Target>> Given, Func<Hall, Target, Occasion, Task<Refusal?>> Ask)
{
    private const string Restaurant = "restaurant-food-licence";
    private const string Hygiene = "public-place-hygiene-licence";

    /// <summary>The sample of every use case. Whoever adds a use case adds its line.</summary>
    public static IReadOnlyDictionary<Type, Sample> Of { get; } =
        new Dictionary<Type, Sample>
        {
            // ---- the window ----
            [typeof(ReceiveAtCounterHandler)] = Sampled(
                "zhu.jingxing",
                Nothing,
                async (hall, _, on) =>
                {
                    var (party, guide) = (await hall.Party("嘉善云岫小馆"), await hall.Guide(Restaurant));
                    var ask = new ReceiveAtCounter(Restaurant, party.Id, party.Name, null, Papers.Of(guide, on.At), AfterReceipt.Accept);
                    return await hall.Get<ReceiveAtCounterHandler>().Handle(ask, on);
                }
            ),
            [typeof(AcceptCaseHandler)] = Sampled(
                "zhu.jingxing",
                Received,
                (hall, t, on) => hall.Get<AcceptCaseHandler>().Handle(new(t.Case), on)
            ),
            [typeof(AcceptWithGapsHandler)] = Sampled(
                "zhu.jingxing",
                hall =>
                    Told(
                        At(hall)
                            .As("zhu.jingxing")
                            .Receives(
                                Restaurant,
                                "嘉善云岫小馆",
                                AfterReceipt.KeepForNow,
                                without: ["health-certificates"],
                                file => file with { GapsPromised = true }
                            )
                    ),
                (hall, t, on) => hall.Get<AcceptWithGapsHandler>().Handle(new(t.Case), on)
            ),
            [typeof(AskForCorrectionHandler)] = Sampled(
                "zhu.jingxing",
                Received,
                (hall, t, on) => hall.Get<AskForCorrectionHandler>().Handle(new(t.Case, [new("layout", "请标明疏散通道")]), on)
            ),
            [typeof(RefuseToAcceptHandler)] = Sampled(
                "zhu.jingxing",
                Received,
                (hall, t, on) =>
                    hall.Get<RefuseToAcceptHandler>().Handle(new(t.Case, NotAcceptedGround.NotRequired, "依法不需要", null), on)
            ),
            [typeof(FixOnSpotHandler)] = Sampled(
                "zhu.jingxing",
                Received,
                (hall, t, on) =>
                    hall.Get<FixOnSpotHandler>().Handle(new(t.Case, new Dictionary<string, string> { ["floor-area"] = "151" }, []), on)
            ),
            [typeof(TakeInMaterialHandler)] = Sampled(
                "zhu.jingxing",
                Awaiting,
                async (hall, t, on) => await hall.Get<TakeInMaterialHandler>().Handle(new(t.Case, await Layout(hall)), on)
            ),
            [typeof(OpenCaseHandler)] = Sampled(
                "zhu.jingxing",
                Received,
                (hall, t, on) => hall.Get<OpenCaseHandler>().Handle(new(t.Case, "核对", true), on)
            ),
            [typeof(StartAtCounterHandler)] = Sampled(
                "zhu.jingxing",
                Nothing,
                async (hall, _, on) => await hall.Get<StartAtCounterHandler>().Handle(await AtTheCounter(hall), on)
            ),
            [typeof(SaveAtCounterHandler)] = Sampled(
                "zhu.jingxing",
                OnTheCounter,
                (hall, t, on) => hall.Get<SaveAtCounterHandler>().Handle(new(t.Draft) { GapsPromised = true }, on)
            ),
            [typeof(FinishAtCounterHandler)] = Sampled(
                "zhu.jingxing",
                OnTheCounter,
                (hall, t, on) => hall.Get<FinishAtCounterHandler>().Handle(new(t.Draft, AfterReceipt.KeepForNow), on)
            ),
            // ---- who read what ----
            [typeof(AskWhyReadHandler)] = Sampled(
                "gu.qinglan",
                Opened,
                (hall, t, on) => hall.Get<AskWhyReadHandler>().Handle(new(t.Fact, "为什么查看？"), on)
            ),
            [typeof(AnswerWhyReadHandler)] = Sampled(
                "qian.shuyao",
                Questioned,
                (hall, t, on) => hall.Get<AnswerWhyReadHandler>().Handle(new(t.Fact, "核对申请材料"), on)
            ),
            // ---- what is taken where ----
            [typeof(EnterUnitHandler)] = Sampled(
                "yu.tingyu",
                Nothing,
                (hall, _, on) => hall.Get<EnterUnitHandler>().Handle(new("wjj", CountyTime.DayOf(on.At), true, false), on)
            ),
            [typeof(PlaceItemHandler)] = Sampled(
                "yu.tingyu",
                Nothing,
                (hall, _, on) =>
                    hall.Get<PlaceItemHandler>()
                        .Handle(new(Hygiene, EntryPlace.Department, CountyTime.DayOf(on.At).AddDays(1), "示例：需要查验场地"), on)
            ),
            // ---- the catalogue ----
            [typeof(DraftItemHandler)] = Sampled(
                "yu.tingyu",
                Nothing,
                (hall, _, on) => hall.Get<DraftItemHandler>().Handle(new(Hygiene), on)
            ),
            [typeof(SaveItemDraftHandler)] = Sampled(
                "yu.tingyu",
                hall => Drafted(hall, "ordinary-passport"),
                async (hall, t, on) =>
                {
                    var draft = await hall.Read(db => db.ItemDrafts.SingleAsync(d => d.Id == t.Draft));
                    return await hall.Get<SaveItemDraftHandler>().Handle(new(t.Draft, draft.Version, draft.Guide, "示例说明"), on);
                }
            ),
            [typeof(SubmitItemHandler)] = Sampled(
                "yu.tingyu",
                hall => Written(hall, "tree-felling-permit"),
                (hall, t, on) => hall.Get<SubmitItemHandler>().Handle(new(t.Draft), on)
            ),
            [typeof(ReturnItemHandler)] = Sampled(
                "yu.tingyu",
                hall => Submitted(hall, "water-abstraction-permit"),
                (hall, t, on) => hall.Get<ReturnItemHandler>().Handle(new(t.Draft, "依据写得不全"), on)
            ),
            [typeof(ReleaseItemHandler)] = Sampled(
                "xi.wanzhou",
                hall => Submitted(hall, "driving-licence-renewal"),
                (hall, t, on) => hall.Get<ReleaseItemHandler>().Handle(new(t.Draft, CountyTime.DayOf(on.At)), on)
            ),
            [typeof(DropItemDraftHandler)] = Sampled(
                "yu.tingyu",
                hall => Drafted(hall, "adoption-registration"),
                (hall, t, on) => hall.Get<DropItemDraftHandler>().Handle(new(t.Draft, "不再需要"), on)
            ),
            [typeof(TakePageDownHandler)] = Sampled(
                "yu.tingyu",
                Nothing,
                (hall, _, on) => hall.Get<TakePageDownHandler>().Handle(new("archive-consultation", "内容待核对"), on)
            ),
            [typeof(PutPageUpHandler)] = Sampled(
                "yu.tingyu",
                async hall =>
                {
                    var down = new TakePageDown("night-works-noise", "内容待核对");
                    (await hall.Get<TakePageDownHandler>().Handle(down, await hall.Occasion("yu.tingyu"))).ShouldBeDone();
                    return await Nothing(hall);
                },
                (hall, _, on) => hall.Get<PutPageUpHandler>().Handle(new("night-works-noise"), on)
            ),
            [typeof(EndItemHandler)] = Sampled(
                "yu.tingyu",
                Nothing,
                (hall, _, on) =>
                    hall.Get<EndItemHandler>()
                        .Handle(
                            new("weather-certificate", CountyTime.DayOf(on.At), "示例：并入其他事项", new Citation("示例文件", "第一条")),
                            on
                        )
            ),
            [typeof(ImportHigherListHandler)] = Sampled(
                "yu.tingyu",
                Nothing,
                (hall, _, on) =>
                    hall.Get<ImportHigherListHandler>()
                        .Handle(
                            new(
                                "示例目录",
                                new(2026, 11, 20),
                                """
                                [{"code": "000100000001", "name": {"zh": "示例", "en": "Sample"}, "kind": "licence", "visits": 0,
                                  "basis": {"title": "示例", "article": "第一条"}}]
                                """
                            ),
                            on
                        )
            ),
            // ---- the applicant ----
            [typeof(StartApplicationHandler)] = Sampled(
                "gu.qinglan",
                Nothing,
                async (hall, _, on) =>
                    await hall.Get<StartApplicationHandler>().Handle(new(Restaurant, (await hall.Party("嘉善云岫小馆")).Id), on)
            ),
            [typeof(SaveApplicationHandler)] = Sampled(
                "gu.qinglan",
                Draft,
                (hall, t, on) => hall.Get<SaveApplicationHandler>().Handle(new(t.Draft) { GapsPromised = true }, on)
            ),
            [typeof(SubmitApplicationHandler)] = Sampled(
                "gu.qinglan",
                Draft,
                (hall, t, on) => hall.Get<SubmitApplicationHandler>().Handle(new(t.Draft), on)
            ),
            [typeof(SupplyMaterialHandler)] = Sampled(
                "gu.qinglan",
                Awaiting,
                async (hall, t, on) =>
                    await hall.Get<SupplyMaterialHandler>().Handle(new(t.Case, await Layout(hall), new Dictionary<string, string>()), on)
            ),
            [typeof(WithdrawCaseHandler)] = Sampled(
                "gu.qinglan",
                Received,
                (hall, t, on) => hall.Get<WithdrawCaseHandler>().Handle(new(t.Case, "计划有变"), on)
            ),
            [typeof(NudgeCaseHandler)] = Sampled(
                "gu.qinglan",
                hall => Told(Accepted(hall).WorkingDaysPass(6)),
                (hall, t, on) => hall.Get<NudgeCaseHandler>().Handle(new(t.Case), on)
            ),
            // ---- another system ----
            [typeof(UploadMaterialHandler)] = Sampled(
                "system",
                Nothing,
                async (hall, _, on) => await hall.Get<UploadMaterialHandler>().Handle(new(await Papers.Scanned(hall, "layout")), on)
            ),
            [typeof(SubmitFromSystemHandler)] = Sampled(
                "system",
                Nothing,
                async (hall, _, on) =>
                {
                    var guide = await hall.Guide(Restaurant);
                    var person = (Kernel.People.Person)await hall.Party("顾青岚");
                    var ask = new SubmitFromSystem(
                        Restaurant,
                        "92330421DEMA030119",
                        hall.Get<Kernel.Secrets.Vault>().Open(person.CitizenIdSealed)
                    )
                    {
                        Answers = Papers.Answers(guide),
                        Fields = Papers.Fields(guide),
                    };
                    return await hall.Get<SubmitFromSystemHandler>().Handle(ask, on);
                }
            ),
            // ---- the offices ----
            [typeof(ConcludeHandler)] = Sampled(
                "cheng.jingzhi",
                hall => Told(Accepted(hall)),
                (hall, t, on) => hall.Get<ConcludeHandler>().Handle(new(t.Case, true, "同意", null), on)
            ),
            [typeof(RecordOnSiteCheckHandler)] = Sampled(
                "shen.yining",
                hall => Told(Accepted(hall)),
                async (hall, t, on) =>
                    await hall.Get<RecordOnSiteCheckHandler>().Handle(new(t.Case, await hall.StaffOf("gu.yanqiu"), "符合", true), on)
            ),
            [typeof(PauseReviewHandler)] = Sampled(
                "shen.yining",
                hall => Told(Accepted(hall)),
                (hall, t, on) =>
                    hall.Get<PauseReviewHandler>()
                        .Handle(
                            new(t.Case, SpecialProcedureKind.Testing, new Citation("中华人民共和国食品安全法", "第三十五条"), true, 3),
                            on
                        )
            ),
            [typeof(ResumeReviewHandler)] = Sampled(
                "shen.yining",
                hall => Told(Accepted(hall).As("shen.yining").Pauses(SpecialProcedureKind.Testing, 30)),
                (hall, t, on) => hall.Get<ResumeReviewHandler>().Handle(new(t.Case, "检测合格"), on)
            ),
            [typeof(ExtendReviewHandler)] = Sampled(
                "tu.bingzhu",
                hall => Told(Accepted(hall)),
                (hall, t, on) => hall.Get<ExtendReviewHandler>().Handle(new(t.Case, "需要补充核查"), on)
            ),
            [typeof(CheckCommitmentHandler)] = Sampled(
                "jiang.ziye",
                hall => Told(Promised(hall, "嘉善示例栖居酒店有限公司")),
                (hall, t, on) => hall.Get<CheckCommitmentHandler>().Handle(new(t.Case, "与承诺一致", null), on)
            ),
            [typeof(RevokeAfterCommitmentHandler)] = Sampled(
                "ye.nanqiao",
                hall => Told(Broken(hall, "嘉善示例零件有限公司")),
                (hall, t, on) => hall.Get<RevokeAfterCommitmentHandler>().Handle(new(t.Case, "逾期未整改"), on)
            ),
            // ---- licences ----
            [typeof(AskForRenewalHandler)] = Sampled(
                "gu.qinglan",
                Licensed,
                (hall, t, on) => hall.Get<AskForRenewalHandler>().Handle(new(t.Fact), on)
            ),
            [typeof(RenewLicenceHandler)] = Sampled(
                "shen.yining",
                AskedToRenew,
                (hall, t, on) => hall.Get<RenewLicenceHandler>().Handle(new(t.Fact, CountyTime.DayOf(on.At).AddYears(9)), on)
            ),
            [typeof(DeclineRenewalHandler)] = Sampled(
                "shen.yining",
                AskedToRenew,
                (hall, t, on) => hall.Get<DeclineRenewalHandler>().Handle(new(t.Fact, "场所已不符合条件"), on)
            ),
            [typeof(ChangeLicenceHandler)] = Sampled(
                "shen.yining",
                Licensed,
                (hall, t, on) =>
                    hall.Get<ChangeLicenceHandler>()
                        .Handle(new(t.Fact, new Dictionary<string, string> { ["持证人"] = "嘉善云岫小馆（示例更名）" }, "字号变更登记"), on)
            ),
            [typeof(WithdrawLicenceHandler)] = Sampled(
                "lu.bingzhu",
                Licensed,
                (hall, t, on) => hall.Get<WithdrawLicenceHandler>().Handle(new(t.Fact, "规划调整", "按评估价补偿"), on)
            ),
            [typeof(RevokeLicenceHandler)] = Sampled(
                "lu.bingzhu",
                Licensed,
                (hall, t, on) => hall.Get<RevokeLicenceHandler>().Handle(new(t.Fact, RevocationGround.Deceit, "提交虚假材料"), on)
            ),
            [typeof(PenaltyRevokeLicenceHandler)] = Sampled(
                "lu.bingzhu",
                Licensed,
                (hall, t, on) => hall.Get<PenaltyRevokeLicenceHandler>().Handle(new(t.Fact, "示例罚〔2026〕1号", "使用禁用原料"), on)
            ),
            [typeof(CancelLicenceHandler)] = Sampled(
                "lu.bingzhu",
                Licensed,
                (hall, t, on) => hall.Get<CancelLicenceHandler>().Handle(new(t.Fact, CancellationGround.FirmEnded, "个体工商户已注销"), on)
            ),
            // ---- the issuing window ----
            [typeof(MakeResultHandler)] = Sampled(
                "jiang.yanqiu",
                hall => Told(Granted(hall)),
                (hall, t, on) => hall.Get<MakeResultHandler>().Handle(new(t.Case), on)
            ),
            [typeof(HandOverHandler)] = Sampled(
                "jiang.yanqiu",
                hall => Told(Granted(hall).As("jiang.yanqiu").Makes()),
                (hall, t, on) => hall.Get<HandOverHandler>().Handle(new(t.Case, "0119", "营业执照"), on)
            ),
        };

    private static Sample Sampled<T>(string right, Func<Hall, Task<Target>> given, Func<Hall, Target, Occasion, Task<Result<T>>> ask) =>
        new(right, given, async (hall, target, on) => (await ask(hall, target, on)).Refusal());

    private static Story At(Hall hall) => Story.In(hall);

    private static Task<Target> Nothing(Hall hall) => Task.FromResult(new Target(new CaseNumber("330421-20261124-999999"), 0));

    private static async Task<Target> Drafted(Hall hall, string item) =>
        new(default, (await hall.Get<DraftItemHandler>().Handle(new(item), await hall.Occasion("yu.tingyu"))).ShouldBeDone().Draft);

    private static async Task<Target> Written(Hall hall, string item)
    {
        var target = await Drafted(hall, item);
        var draft = await hall.Read(db => db.ItemDrafts.SingleAsync(d => d.Id == target.Draft));
        var guide = draft.Guide with { AlsoCalled = [.. draft.Guide.AlsoCalled, "示例叫法"] };
        var save = new SaveItemDraft(target.Draft, draft.Version, guide, "示例说明：上级目录由另一条用例换过");
        (await hall.Get<SaveItemDraftHandler>().Handle(save, await hall.Occasion("yu.tingyu"))).ShouldBeDone();
        return target;
    }

    private static async Task<Target> Submitted(Hall hall, string item)
    {
        var target = await Written(hall, item);
        (await hall.Get<SubmitItemHandler>().Handle(new(target.Draft), await hall.Occasion("yu.tingyu"))).ShouldBeDone();
        return target;
    }

    private static Task<Target> Received(Hall hall) => Told(At(hall).As("zhu.jingxing").Receives(Restaurant));

    private static Task<Target> Awaiting(Hall hall) =>
        Told(At(hall).As("zhu.jingxing").Receives(Restaurant, "嘉善云岫小馆", AfterReceipt.AskForCorrection, without: ["layout"]));

    private static Task<Target> Draft(Hall hall) => Told(At(hall).As("gu.qinglan").Begins(Restaurant).FillsInEverything(Restaurant));

    private static Story Accepted(Hall hall) => At(hall).As("zhu.jingxing").Receives(Restaurant, then: AfterReceipt.Accept);

    private static Story Granted(Hall hall) =>
        Accepted(hall).As("shen.yining").ChecksOnSite("gu.yanqiu").Agrees().As("cheng.jingzhi").Agrees();

    private static async Task<Target> Licensed(Hall hall)
    {
        var made = await Told(Granted(hall).As("jiang.yanqiu").Makes());
        return made with { Fact = await hall.Read(db => db.Licences.Where(l => l.Case == made.Case).Select(l => l.Id).SingleAsync()) };
    }

    private static async Task<Target> AskedToRenew(Hall hall)
    {
        var licensed = await Licensed(hall);
        (await hall.Get<AskForRenewalHandler>().Handle(new(licensed.Fact), await hall.Occasion("gu.qinglan"))).ShouldBeDone();
        return licensed;
    }

    private static Story Promised(Hall hall, string firm) =>
        At(hall)
            .As("ni.yunzhou")
            .Receives(Hygiene, firm, AfterReceipt.Accept, without: [], file => file with { Committed = true })
            .As("bian.weiqing")
            .Agrees()
            .As("cheng.jingzhi")
            .Agrees();

    private static Story Broken(Hall hall, string firm)
    {
        var story = Promised(hall, firm).As("jiang.ziye");
        return story
            .Does(on => hall.Get<CheckCommitmentHandler>().Handle(new(story.Number, "与承诺不符", CountyTime.DayOf(on.At).AddDays(1)), on))
            .WorkingDaysPass(2);
    }

    private static async Task<StartAtCounter> AtTheCounter(Hall hall) =>
        new(Restaurant, (await hall.Party("嘉善云岫小馆")).Id, (await hall.Party("顾青岚")).Id);

    private static async Task<Target> OnTheCounter(Hall hall)
    {
        var begun = await hall.Get<StartAtCounterHandler>().Handle(await AtTheCounter(hall), await hall.Occasion("zhu.jingxing"));
        return new Target(default, begun.ShouldBeDone().Id);
    }

    private static async Task<Target> Opened(Hall hall)
    {
        var received = await Received(hall);
        (await hall.Get<OpenCaseHandler>().Handle(new(received.Case, null, false), await hall.Occasion("zhu.jingxing"))).ShouldBeDone();
        return received with { Fact = await Newest(hall, "record-read") };
    }

    private static async Task<Target> Questioned(Hall hall)
    {
        var opened = await Opened(hall);
        (await hall.Get<AskWhyReadHandler>().Handle(new(opened.Fact, "为什么查看？"), await hall.Occasion("gu.qinglan"))).ShouldBeDone();
        return opened with { Fact = await Newest(hall, "reading-questioned") };
    }

    private static Task<long> Newest(Hall hall, string kind) => hall.Read(db => db.Facts.Where(f => f.Kind == kind).MaxAsync(f => f.Id));

    private static async Task<Target> Told(Story story)
    {
        await story;
        return new Target(story.Number, story.Draft);
    }

    private static async Task<IReadOnlyDictionary<string, StoredFile>> Layout(Hall hall) =>
        new Dictionary<string, StoredFile> { ["layout"] = await Papers.Scanned(hall, "layout") };
}
