using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.People;
using CountyHall.Trading;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Web.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>A tender of the demonstration county, made by its own people through the use cases, up to where a test needs it.</summary>
public static class Tendering
{
    public const string Entity = "wei.chengyu";
    public const string EntityName = "嘉善示例城市建设发展有限公司";
    public const string Agency = "su.wanqing";
    public const string AgencyName = "浙江示例工程咨询有限公司";
    public const string Supervisor = "luo.qingyan";
    public const string Bidder = "liang.jianbo";

    /// <summary>Two lots of works, 12 and 6 million yuan.</summary>
    public static readonly IReadOnlyList<LotDraft> TwoLots =
    [
        new("示例路改造一标段", "Example road, lot 1", 12_000_000_00, 11_800_000_00, 240_000_00, 300),
        new("示例路改造二标段", "Example road, lot 2", 6_000_000_00, 5_900_000_00, 100_000_00, 180),
    ];

    public static Task<long> FirmId(this Hall hall, string name) =>
        hall.Read(db => db.Set<Firm>().Where(f => f.Name == name).Select(f => f.Id).SingleAsync());

    public static async Task<string> EntersProject(this Hall hall, FundSource funds = FundSource.Budget, int share = 100) =>
        (
            await hall.Get<EnterProjectHandler>()
                .Handle(
                    new(
                        await hall.FirmId(EntityName),
                        "示例路改造工程",
                        "Example road",
                        funds,
                        share,
                        50_000_000_00,
                        "嘉善县魏塘街道示例路",
                        "330421001",
                        "示例发改〔2026〕1号"
                    ),
                    await hall.Occasion(Entity)
                )
        )
            .ShouldBeDone()
            .Number;

    public static async Task<EnterTender> Works(this Hall hall, string project, IReadOnlyList<LotDraft>? lots = null)
    {
        var agency = await hall.Read(db => db.Set<Firm>().Where(f => f.Name == AgencyName).Select(f => f.Uscc).SingleAsync());
        return new(
            project,
            "示例路改造工程施工",
            "Example road, works",
            TenderKind.Works,
            TenderMethod.Open,
            "zjj",
            agency,
            lots ?? TwoLots
        );
    }

    /// <summary>Entered, with an agency and two lots.</summary>
    public static async Task<string> EntersTender(this Hall hall, IReadOnlyList<LotDraft>? lots = null) =>
        (await hall.Get<EnterTenderHandler>().Handle(await hall.Works(await hall.EntersProject(), lots), await hall.Occasion(Entity)))
            .ShouldBeDone()
            .Number;

    /// <summary>The model document with the words of this tender, its reduction fixed instead of drawn.</summary>
    public static async Task<DocumentContent> ModelFor(this Hall hall, string number)
    {
        var tender = await hall.Tender(number);
        var project = await hall.Read(db => db.TradeProjects.AsNoTracking().SingleAsync(p => p.Id == tender.ProjectId));
        var model = ModelDocument.For(hall.Get<ModelDocuments>().OfWorks, tender, project, await hall.LotsOf(number));
        return model with { Parameters = [.. model.Parameters.Select(p => p.Drawn.Count > 0 ? p with { Value = "3", Drawn = [] } : p)] };
    }

    public static async Task Writes(this Hall hall, string number, DocumentContent? content = null)
    {
        var based = await hall.Read(async db =>
            (await TenderDocument.Newest(db, db.Tenders.Single(t => t.Number == number).Id))?.Number ?? 0
        );
        (
            await hall.Get<SaveDocumentHandler>()
                .Handle(new(number, based, content ?? await hall.ModelFor(number)), await hall.Occasion(Agency))
        ).ShouldBeDone();
    }

    public static async Task<string> FilesTender(this Hall hall)
    {
        var number = await hall.EntersTender();
        await hall.Writes(number);
        (await hall.Get<FileDocumentHandler>().Handle(new(number), await hall.Occasion(Agency))).ShouldBeDone();
        return number;
    }

    public static async Task<string> HasTenderAccepted(this Hall hall)
    {
        var number = await hall.FilesTender();
        (await hall.Get<AcceptFilingHandler>().Handle(new(number), await hall.Occasion(Supervisor))).ShouldBeDone();
        return number;
    }

    /// <summary>The earliest lawful plan of documents filed today.</summary>
    public static TenderTimes EarliestTimes(this Hall hall)
    {
        var calendar = hall.Get<CountyCalendar>().Now;
        return TenderPlan.Earliest(TenderPlan.EarliestIssue(CountyTime.DayOf(hall.Now), calendar), 90, calendar);
    }

    /// <summary>Announced now, with the earliest lawful dates.</summary>
    public static async Task<string> AnnouncesTender(this Hall hall)
    {
        var number = await hall.HasTenderAccepted();
        await hall.Plans(number);
        (await hall.Get<AnnounceTenderHandler>().Handle(new(number), await hall.Occasion(Agency))).ShouldBeDone();
        return number;
    }

    public static async Task Plans(this Hall hall, string number)
    {
        var times = hall.EarliestTimes();
        (
            await hall.Get<PlanTenderHandler>()
                .Handle(new(number, times.DocumentsFrom, times.DocumentsTo, times.BidDeadline), await hall.Occasion(Agency))
        ).ShouldBeDone();
    }

    public static Task<Tender> Tender(this Hall hall, string number) =>
        hall.Read(db => db.Tenders.AsNoTracking().SingleAsync(t => t.Number == number));

    public static Task<List<Lot>> LotsOf(this Hall hall, string number) =>
        hall.Read(async db =>
        {
            var id = await db.Tenders.Where(t => t.Number == number).Select(t => t.Id).SingleAsync();
            return await db.Lots.AsNoTracking().Where(l => l.TenderId == id).OrderBy(l => l.Number).ToListAsync();
        });

    public static async Task<List<Notice>> NoticesOf(this Hall hall, string number)
    {
        var tender = await hall.Tender(number);
        return await hall.Read(db => db.Notices.AsNoTracking().Where(n => n.TenderId == tender.Id).OrderBy(n => n.Id).ToListAsync());
    }
}
