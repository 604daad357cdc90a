using CountyHall.Approvals;
using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Journeys.Trading;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Journal;
using CountyHall.Oversight;
using CountyHall.Oversight.Evaluations;
using CountyHall.Trading;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.Pages;

/// <summary>How one page is reached.</summary>
/// <param name="Route">The route as the page declares it, a tail that is always the same left out or in.</param>
/// <param name="Address">Where it is looked at: names in braces stand for records of <see cref="SiteWithEverything"/>.</param>
/// <param name="As">The account; the empty name is nobody.</param>
/// <param name="Status">What it answers: trouble pages answer with their trouble.</param>
public sealed record PageRow(string Route, string Address, string As = "", int Status = 200);

/// <summary>Every page of the site. A new page gets a row here, or the test that compares this table with the routes fails.</summary>
public static class EveryPage
{
    private const string Citizen = "gu.qinglan";
    private const string Clerk = "zhu.jingxing";
    private const string Reviewer = "shen.yining";
    private const string Issuer = "jiang.yanqiu";
    private const string Head = "lu.bingzhu";
    private const string Supervisor = "yao.mingqu";
    private const string Administrator = "sheng.yuanxiu";
    private const string Keeper = "yu.tingyu";
    private const string Bidder = "liang.jianbo";
    private const string Registrar = "he.mingzhou";
    private const string Accountant = "sun.ruolan";
    private const string Custodian = "tan.yuchen";

    public static readonly IReadOnlyList<PageRow> Rows =
    [
        // everybody
        new("/", "/"),
        new("/items", "/items"),
        new("/items", "/items?q=kaifandian"),
        new("/items", "/items?q=qwxzv"),
        new("/items/{slug}", "/items/restaurant-food-licence"),
        new("/items/{slug}/list", "/items/restaurant-food-licence/list"),
        new("/departments", "/departments"),
        new("/townships", "/townships"),
        new("/verify", "/verify"),
        new("/verify/{Code}", "/verify/{proof}"),
        new("/verify/{Code}", "/verify/00000-00000-0000"),
        new("/figures", "/figures"),
        new("/figures/{Id}", "/figures/approvals.cases.total"),
        new("/evaluations", "/evaluations"),
        new("/evaluate/{Link}", "/evaluate/{evaluation}"),
        new("/track", "/track"),
        new("/rules", "/rules"),
        new("/log", "/log"),
        new("/api/reference", "/api/reference"),
        new("/trading", "/trading"),
        new("/trading/notices", "/trading/notices"),
        new("/trading/notices", "/trading/notices?q=qwxzv&state=open&within=7"),
        new("/trading/notices/{number}", "/trading/notices/E3304210001900001001-01"),
        new("/trading/projects/{number}", "/trading/projects/E3304210001900001"),
        new("/trading/projects/{number}", "/trading/projects/E3304210001900003"),
        new("/trading/projects/{number}", "/trading/projects/E3304210001900004"),
        new("/trading/documents/{number}", "/trading/documents/E3304210001900001001"),
        new("/trading/documents/{number}", "/trading/documents/E3304210001900004001", Status: 404),
        new("/trading/securities", "/trading/securities"),
        new("/open", "/open"),
        new("/open", "/open?year=2001"),
        new("/display", "/display"),
        new("/sign-in", "/sign-in"),
        new("/components", "/components"),
        new("/components/desk", "/components/desk"),
        new("/trouble/{Code:int}", "/trouble/503", Status: 503),
        new("/not-found", "/not-found", Status: 404),
        new("/forbidden", "/forbidden", Status: 403),
        new("/error", "/error", Status: 500),
        // the citizen
        new("/account", "/account", Citizen),
        new("/my", "/my", Citizen),
        new("/my/cases/{number}", "/my/cases/{received}", Citizen),
        new("/my/cases/{number}", "/my/cases/{done}", Citizen),
        new("/my/cases/{number}/documents/{fact:long}", "/my/cases/{done}/documents/{acceptance}", Citizen),
        new("/my/cases/{number}/withdraw", "/my/cases/{received}/withdraw", Citizen),
        new("/my/licences", "/my/licences", Citizen),
        new("/my/record", "/my/record", Citizen),
        new("/my/record/readings/{reading:long}", "/my/record/readings/{reading}", Citizen),
        new("/apply/{slug}", "/apply/restaurant-food-licence", Citizen),
        new("/applications/{id:long}/{step}", "/applications/{draft}/situation", Citizen),
        new("/applications/{id:long}/{step}", "/applications/{draft}/details", Citizen),
        new("/applications/{id:long}/{step}", "/applications/{draft}/documents", Citizen),
        new("/applications/{id:long}/{step}", "/applications/{draft}/delivery", Citizen),
        new("/applications/{id:long}/{step}", "/applications/{draft}/check", Citizen),
        new("/applications/{id:long}/receipt", "/applications/{sent}/receipt", Citizen),
        // the bidder
        new("/bidding", "/bidding", Bidder),
        new("/bidding/registrations/{number}", "/bidding/registrations/E3304210001900001001001", Bidder),
        new("/bidding/registrations/{number}", "/bidding/registrations/E3304210001900001001002", Bidder),
        new("/bidding/securities", "/bidding/securities", Bidder),
        new("/bidding/securities/{number}", "/bidding/securities/E3304210001900001001001", Bidder),
        // the trading centre
        new("/registrations", "/registrations", Registrar),
        new("/registrations/{Id:long}", "/registrations/{registration}", Registrar),
        new("/securities", "/securities", Accountant),
        new("/securities", "/securities?show=waiting", Accountant),
        new("/securities", "/securities?show=import", Accountant),
        new("/securities", "/securities?show=orders", Accountant),
        new("/securities", "/securities?show=letters", Accountant),
        new("/securities", "/securities?show=deeds", Accountant),
        new("/securities", "/securities?show=ledger", Accountant),
        // bidders and custodians
        new("/bidding/keys", "/bidding/keys", Bidder),
        new("/bidding/lots/{Number}", "/bidding/lots/{lot}", Bidder),
        new("/custody", "/custody", Custodian),
        // the windows
        new("/desk", "/desk", Clerk),
        new("/desk/cases", "/desk/cases", Clerk),
        new("/desk/cases/{Number}", "/desk/cases/{received}", Clerk),
        new("/desk/drafts/{Id:long}", "/desk/drafts/{counter}", Clerk),
        new("/desk/papers/{Number}/{Code}", "/desk/papers/{done}/{paper}", Clerk),
        new("/desk/receipts/{Number}", "/desk/receipts/{reviewed}", Clerk),
        new("/desk/issue", "/desk/issue", Issuer),
        new("/desk/issue/{Number}", "/desk/issue/{done}", Issuer),
        // the offices
        new("/review", "/review", Reviewer),
        new("/review/{Number}", "/review/{reviewed}", Reviewer),
        new("/review/commitments", "/review/commitments", Reviewer),
        new("/figures/cases/{Number}", "/figures/cases/{done}", Reviewer),
        new("/licences", "/licences", Head),
        new("/licences/{Id:long}", "/licences/{licence}", Head),
        new("/supervision", "/supervision", Head),
        new("/supervision", "/supervision?show=ratings", Head),
        // who watches
        new("/monitoring", "/monitoring", Supervisor),
        new("/monitoring", "/monitoring?show=ratings", Supervisor),
        new("/monitoring/evaluations", "/monitoring/evaluations?by=window", Supervisor),
        new("/oversight/cases", "/oversight/cases", Supervisor),
        new("/oversight/cases/{Number}", "/oversight/cases/{reviewed}", Supervisor),
        // who keeps the house
        new("/admin", "/admin", Administrator),
        new("/admin/people", "/admin/people", Administrator),
        new("/admin/people/{Id:long}", "/admin/people/{person}", Administrator),
        new("/admin/calendar", "/admin/calendar", Administrator),
        new("/admin/jobs", "/admin/jobs", Administrator),
        new("/admin/offices", "/admin/offices", Administrator),
        new("/admin/rulebook", "/admin/rulebook", Administrator),
        new("/admin/entry", "/admin/entry", Administrator),
        new("/admin/systems", "/admin/systems", Administrator),
        new("/admin/registrations", "/admin/registrations", Administrator),
        // who keeps the catalogue
        new("/catalogue", "/catalogue", Keeper),
        new("/catalogue/check", "/catalogue/check", Keeper),
        new("/catalogue/compare", "/catalogue/compare", Keeper),
        new("/catalogue/{slug}", "/catalogue/restaurant-food-licence", Keeper),
        new("/catalogue/{slug}/preview", "/catalogue/restaurant-food-licence/preview?as=counter", Keeper),
        new("/catalogue/{slug}/draft", "/catalogue/restaurant-food-licence/draft", Keeper),
        // who tenders, who asks, and who looks at the documents
        new("/tendering", "/tendering", Tendering.Entity),
        new("/tendering/new", "/tendering/new", Tendering.Entity),
        new("/tendering/projects/{number}", "/tendering/projects/{project}", Tendering.Entity),
        new("/tendering/{number}", "/tendering/{writing}", Tendering.Entity),
        new("/tendering/{number}", "/tendering/{tender}", Tendering.Entity),
        new("/tendering/{number}/document", "/tendering/{writing}/document", Tendering.Entity),
        new("/tendering/{number}/document", "/tendering/{writing}/document?chapter=table", Tendering.Entity),
        new("/tendering/{number}/document", "/tendering/{tender}/document?chapter=table", Tendering.Entity),
        new("/tendering/{number}/filing", "/tendering/{filed}/filing", Tendering.Entity),
        new("/tendering/{number}/notices", "/tendering/{tender}/notices", Tendering.Entity),
        new("/tendering/{number}/questions", "/tendering/{tender}/questions", Tendering.Entity),
        new("/tendering/{number}/more", "/tendering/{writing}/more", Tendering.Entity),
        new("/tendering/{number}/ask", "/tendering/{tender}/ask", Tendering.Bidder),
        new("/filings", "/filings", Tendering.Supervisor),
        new("/filings/{number}", "/filings/{filed}", Tendering.Supervisor),
        // the award
        new("/tendering/{number}/award", "/tendering/{award}/award", Tendering.Entity),
        new("/tendering/{number}/award/{lot}", "/tendering/{award}/award/{award-lot}", Tendering.Entity),
        new("/bidding/results/{number}", "/bidding/results/{award-lot}", "fang.shiyuan"),
        new("/bidding/reviews/{number}", "/bidding/reviews/{review-lot}", AwardGround.Members[0]),
        new("/awards", "/awards", Tendering.Supervisor),
        // the likeness board
        new("/supervision/likeness", "/supervision/likeness", "luo.qingyan"),
        new("/supervision/likeness", "/supervision/likeness", "yuan.jinghe"),
        new("/supervision/likeness/{lot}", "/supervision/likeness/{likeness-lot}", "luo.qingyan"),
        new("/supervision/likeness/{lot}", "/supervision/likeness/{likeness-lot}", "shao.wenzhou", Status: 403),
        // red flags
        new("/supervision/flags", "/supervision/flags", "luo.qingyan"),
        new("/supervision/flags", "/supervision/flags", "meng.hanzhi"),
        new("/supervision/flags/{lot}", "/supervision/flags/{flag-lot}", "luo.qingyan"),
        new("/supervision/flags/{lot}", "/supervision/flags/{flag-lot}", "meng.hanzhi", Status: 403),
        new("/supervision/flags/{lot}", "/supervision/flags/{flag-lot}", "yuan.jinghe", Status: 403),
        new("/evaluation/{Number}/aid", "/evaluation/{aid-lot}/aid", EvaluationGround.Members[0]),
        new("/evaluation/{Number}/aid", "/evaluation/{aid-lot}/aid", "luo.qingyan", Status: 403),
        // rooms and openings
        new("/openings", "/openings"),
        new("/openings/{Number}", "/openings/{opening}"),
        new("/openings/{Number}", "/openings/{opening}", "fang.shiyuan"),
        new("/openings/{Number}", "/openings/{opening}", "luo.qingyan"),
        new("/openings/{Number}/chair", "/openings/{opening}/chair", "su.wanqing"),
        new("/openings/rehearsals", "/openings/rehearsals", "liang.jianbo"),
        new("/openings/rehearsals/{Number}", "/openings/rehearsals/{rehearsal}", "liang.jianbo"),
        new("/rooms", "/rooms", "su.wanqing"),
        new("/rooms", "/rooms", "yuan.jinghe"),
        new("/rooms/sessions/{Id:long}", "/rooms/sessions/{room-session}", "yuan.jinghe"),
        new("/custody/recoveries", "/custody/recoveries", "qin.shuheng"),
        // experts and draws
        new("/tendering/{number}/experts", "/tendering/{drawn-tender}/experts", "su.wanqing"),
        new("/draws", "/draws", "luo.qingyan"),
        new("/draws", "/draws?show=small", "yuan.jinghe"),
        new("/draws/{Asked}", "/draws/{draw}", "luo.qingyan"),
        new("/platform", "/platform", "zheng.luoyi"),
        new("/platform/{Asked}", "/platform/{small-draw}", "zheng.luoyi"),
        new("/expert", "/expert", "zhai.wanghe"),
        new("/library", "/library", "yuan.jinghe"),
        new("/library/{Asked}", "/library/E3304210001", "luo.qingyan"),
        new("/trading/draws/{Asked}", "/trading/draws/{draw}", Status: 404),
        new("/verify/recompute", "/verify/recompute"),
        // the evaluation
        new("/evaluation", "/evaluation", "gu.qinglan"),
        new("/evaluation", "/evaluation", "luo.qingyan"),
        new("/evaluation/{Number}", "/evaluation/{bid-evaluation}", "gu.qinglan"),
        new("/evaluation/{Number}", "/evaluation/{bid-evaluation}", "zou.yunfei", Status: 403),
        new("/evaluation/{Number}/progress", "/evaluation/{bid-evaluation}/progress", "luo.qingyan"),
        new("/evaluation/{Number}/progress", "/evaluation/{bid-evaluation}/progress", "su.wanqing"),
        new("/evaluation/{Number}/clarifications", "/evaluation/{bid-evaluation}/clarifications", "fang.shiyuan"),
    ];
}

/// <summary>The site with one record of every kind that a page shows.</summary>
public sealed class SiteWithEverything : IAsyncLifetime
{
    private const string Restaurant = "restaurant-food-licence";
    private readonly Dictionary<string, string> known = [];

    public OpenSite Site { get; } = new();

    /// <summary>The address with its records in it.</summary>
    public string Of(string address) => known.Aggregate(address, (so, record) => so.Replace($"{{{record.Key}}}", record.Value));

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        foreach (var (name, record) in await OpeningGround.ForEveryPage(Site.Services.GetRequiredService<Storage>()))
            known[name] = record;
        foreach (var (name, record) in await AwardGround.ForEveryPage(Site.Services.GetRequiredService<Storage>()))
            known[name] = record;
        foreach (var (name, record) in await LikenessGround.ForEveryPage(Site.Services.GetRequiredService<Storage>()))
            known[name] = record;
        foreach (var (name, record) in await FlagsGround.ForEveryPage(Site.Services.GetRequiredService<Storage>()))
            known[name] = record;
        foreach (var (name, record) in await Trading.Experts.DrawGround.ForEveryPage(Site.Services.GetRequiredService<Storage>()))
            known[name] = record;
        foreach (var (name, record) in await EvaluationGround.ForEveryPage(Site.Services.GetRequiredService<Storage>()))
            known[name] = record;
        await using var hall = await Hall.Of(Engine.Embedded, Site.Services.GetRequiredService<Storage>());
        // The house of the site, at the site's own time.
        if (TimeProvider.System.GetUtcNow() is var now && now > hall.Clock.GetUtcNow())
            hall.Clock.SetUtcNow(now);

        var done = await Accepted(hall)
            .As("shen.yining")
            .ChecksOnSite("gu.yanqiu")
            .Agrees()
            .As("cheng.jingzhi")
            .Agrees()
            .As("jiang.yanqiu")
            .Makes()
            .HandsOver("0119");
        var reviewed = await Accepted(hall);
        var sent = await Begun(hall).FillsInEverything(Restaurant).Submits();
        var begun = await Begun(hall).FillsInEverything(Restaurant);
        var party = await hall.Party("嘉善云岫小馆");
        var counter = (
            await hall.Get<StartAtCounterHandler>()
                .Handle(new(Restaurant, party.Id, (await hall.Party("顾青岚")).Id), await hall.Occasion("zhu.jingxing"))
        ).ShouldBeDone();
        await hall.Get<OpenCaseHandler>().Handle(new(done.Number, null, false), await hall.Occasion("yao.mingqu"));
        await hall.Get<PublicLog>().EnterNew();

        var facts = await done.Facts();
        var acceptance = facts.First(f => f.Kind == "case-accepted").Id;
        var licence = await hall.Read(db => db.Licences.AsNoTracking().FirstAsync(l => l.Case == done.Number));
        var officer = await hall.Read(db => db.Users.SingleAsync(u => u.UserName == "shen.yining"));
        var asked = await Asked(1);
        var rated = await Asked(2);
        (
            await Site
                .Services.GetRequiredService<EvaluateCaseHandler>()
                .Handle(new(Link(rated), Grade.VeryDissatisfied, ["slow", "unclear"], "没有一次说清", false), await hall.Occasion(""))
        ).ShouldBeDone();

        var lot = await hall.Read(db => db.Lots.AsNoTracking().SingleAsync(l => l.Number == "E3304210001900001001001"));
        var sub = await hall.TakesPart(lot, "liang.jianbo", TradingGround.Hengzhu);
        var paid = hall.Now.AddMinutes(-30);
        (
            await hall.Imports(
                TradingGround.File(
                    CountyTime.DayOf(paid),
                    0,
                    2 * lot.Security,
                    TradingGround.Pays("S1", paid, lot.Security, sub, TradingGround.Hengzhu),
                    TradingGround.Pays("S2", paid, lot.Security, "9000000000000000", TradingGround.Hengzhu)
                )
            )
        ).ShouldBeDone();
        known["registration"] = $"{await hall.Read(db => db.Registrations.Select(r => r.Id).SingleAsync())}";

        var bids = await Trading.Bids.BidGround.Lay(hall);
        (await bids.HandIn(0, await bids.Sealed((await bids.Keys(0)).Keys))).ShouldBeDone();
        known["lot"] = Trading.Bids.BidGround.Lot;
        known["done"] = done.Number.Value;
        known["reviewed"] = reviewed.Number.Value;
        known["received"] = sent.Number.Value;
        known["sent"] = $"{sent.Draft}";
        known["draft"] = $"{begun.Draft}";
        known["counter"] = $"{counter.Id}";
        known["acceptance"] = $"{acceptance}";
        known["paper"] = ProofCode.Of(acceptance);
        known["licence"] = $"{licence.Id}";
        known["proof"] = ProofCode.Of(await hall.Read(db => db.Facts.Where(f => f.Subject == licence.Id).Select(f => f.Id).FirstAsync()));
        known["reading"] =
            $"{await hall.Read(db => db.Facts.Where(f => f.Subject == party.Id && f.Kind == "record-read").Select(f => f.Id).FirstAsync())}";
        known["evaluation"] = Link(asked);
        known["person"] = $"{officer.StaffId}";

        await Tenders(hall);

        string Link(long evaluation) => Site.Services.GetRequiredService<EvaluationLinks>().Of(evaluation);

        // As the case engine tells of a finished case.
        async Task<long> Asked(long @case)
        {
            var completed = new CaseCompleted(
                @case,
                done.Number.Value,
                "330421",
                Restaurant,
                ("示例", "Example"),
                "scjg",
                "A03",
                party.Id,
                [officer.Id],
                hall.Now
            );
            await Site.Services.GetRequiredService<InviteToEvaluate>().Do(completed, default);
            return (await hall.Read(db => db.Evaluations.SingleAsync(e => e.CaseId == @case))).Id;
        }
    }

    /// <summary>A tender that is being written, one before its department, and an announced one with a question, an answer and an objection.</summary>
    private async Task Tenders(Hall hall)
    {
        var writing = await hall.EntersTender();
        await hall.Writes(
            writing,
            (await hall.ModelFor(writing)).With([new("announcement.qualification", "投标人注册资本金不低于5000万元，具有本省业绩。")])
        );
        var filed = await hall.FilesTender();
        foreach (
            var (anchor, text) in ((string, string)[])
                [("announcement.scope", "请写明道路长度和宽度。"), ("score:records", "年限建议放宽。")]
        )
            (
                await hall.Get<GiveOpinionHandler>().Handle(new(filed, anchor, text), await hall.Occasion(Tendering.Supervisor))
            ).ShouldBeDone();
        var tender = await hall.AnnouncesTender();
        var bidder = await hall.FirmId("浙江示例恒筑建设有限公司");
        foreach (var question in (string[])["沥青层厚度以图纸还是清单为准？", "临时用电由谁提供？"])
            (
                await hall.Get<AskQuestionHandler>().Handle(new(tender, bidder, question), await hall.Occasion(Tendering.Bidder))
            ).ShouldBeDone();
        (
            await hall.Get<PublishClarificationHandler>()
                .Handle(new(tender, null, [new(1, "以图纸为准。")], [], false, null), await hall.Occasion(Tendering.Agency))
        ).ShouldBeDone();
        (
            await hall.Get<ObjectToDocumentHandler>()
                .Handle(new(tender, bidder, "announcement.qualification", "资格要求与工程不相称。"), await hall.Occasion(Tendering.Bidder))
        ).ShouldBeDone();
        (known["writing"], known["filed"], known["tender"], known["project"]) = (writing, filed, tender, writing[..17]);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static Story Accepted(Hall hall) => Story.In(hall).As("zhu.jingxing").Receives(Restaurant, then: AfterReceipt.Accept);

    private static Story Begun(Hall hall) => Story.In(hall).As("gu.qinglan").Begins(Restaurant);
}
