using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Demonstration;

/// <summary>A handful of invented tenders in different stages, with dates around the start of the demonstration.</summary>
public sealed class DemonstrationTrading(
    IDbContextFactory<HallDb> contexts,
    HallWriter writer,
    DemonstrationAwards awards,
    CountyCalendar calendar,
    TimeProvider time
)
{
    private const int FirstSerial = 900_001;

    /// <summary>Loads them where the house knows the demonstration county and no tender. Answers whether it did.</summary>
    public async Task<bool> LoadIfEmpty(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Tenders.AnyAsync(ct))
            return false;
        var firms = await db.Set<Firm>().AsNoTracking().Where(f => f.Name.Contains("示例")).ToDictionaryAsync(f => f.Name, ct);
        if (
            !firms.TryGetValue("嘉善示例城市建设发展有限公司", out var city)
            || !firms.TryGetValue("嘉善示例交通投资有限公司", out var roads)
        )
            return false;
        var consulting = firms.GetValueOrDefault("浙江示例工程咨询有限公司");
        var agency = firms.GetValueOrDefault("嘉兴示例招标代理有限公司");
        var on = new Occasion(Actor.House, "demonstration-trading", time.Now(), Channel.Office, "demonstration");
        await writer.Write(on, work => Load(work, on, city, roads, consulting, agency), ct);
        if (DemonstrationAwards.Bidders.All(firms.ContainsKey))
            await awards.Load(FirstSerial + 5, city, roads, consulting, [.. DemonstrationAwards.Bidders.Select(b => firms[b])], on.At, ct);
        return true;
    }

    private async Task<Result<DemonstrationLoaded>> Load(HallDb db, Occasion on, Firm city, Firm roads, Firm? consulting, Firm? agency)
    {
        DateTime At(int days, int hour, int minute = 0)
        {
            var day = CountyTime.DayOf(on.At).AddDays(days);
            // What has happened may not lie ahead.
            while (!calendar.Now.IsWorkingDay(day))
                day = day.AddDays(days < 0 ? -1 : 1);
            return CountyTime.Utc(day, new TimeOnly(hour, minute));
        }

        InventedTender[] tenders =
        [
            new(
                FirstSerial,
                ("示例实验幼儿园新建工程", "Example kindergarten, new building"),
                TenderKind.Works,
                city,
                consulting,
                "zjj",
                "330421002",
                "罗星街道示例路 88 号",
                [
                    new(("一标段：土建及安装", "Lot 1: building and installation"), 38_000_000_00, 38_460_000_00, 600_000_00, 420),
                    new(("二标段：室外工程", "Lot 2: outdoor works"), 5_200_000_00, 5_180_000_00, 100_000_00, 120),
                ],
                At(-12, 9),
                At(10, 9, 30)
            ),
            new(
                FirstSerial + 1,
                ("示例镇农村公路安防提升工程", "Example rural roads, safety works"),
                TenderKind.Works,
                roads,
                agency,
                "jtj",
                "330421112",
                "天凝镇示例村至示例村",
                [new(("安防设施施工", "Safety installations"), 4_600_000_00, 4_550_000_00, 80_000_00, 90)],
                At(-22, 10),
                At(2, 14)
            ),
            new(
                FirstSerial + 2,
                ("示例水厂设备采购", "Example waterworks, equipment"),
                TenderKind.Goods,
                city,
                agency,
                "zjj",
                null,
                "魏塘街道示例水厂",
                [new(("水泵及配套设备", "Pumps and fittings"), 6_100_000_00, 6_000_000_00, 100_000_00, 60)],
                At(-30, 9),
                At(-5, 9, 30),
                InventedEnd.Failed
            ),
            new(
                FirstSerial + 3,
                ("示例桥梁勘察设计", "Example bridge, survey and design"),
                TenderKind.Services,
                roads,
                consulting,
                "jtj",
                "330421105",
                "干窑镇示例河",
                [new(("勘察设计", "Survey and design"), 1_600_000_00, 1_580_000_00, 30_000_00, 150)],
                At(-20, 9),
                At(5, 9, 30),
                InventedEnd.Terminated
            ),
            new(
                FirstSerial + 4,
                ("示例社区卫生服务中心装修工程", "Example community health centre, interior works"),
                TenderKind.Works,
                city,
                null,
                "zjj",
                "330421001",
                "魏塘街道示例路 12 号",
                [new(("装修及安装", "Interior works"), 4_300_000_00, 4_182_300_00, 80_000_00, 150)],
                At(-33, 9),
                At(-8, 9, 30),
                InventedEnd.Opened
            ),
        ];
        (Tender Tender, IReadOnlyList<Lot> Lots)? last = null;
        foreach (var tender in tenders)
        {
            last = await tender.Put(db, on);
            if (tender.End != InventedEnd.Failed)
                continue;
            // What failed is tendered again.
            await (tender with { Published = At(-2, 9), Deadline = At(20, 9, 30), End = InventedEnd.Announced, Follows = last }).Put(
                db,
                on
            );
        }
        return db.Record(last!.Value.Tender, on, new DemonstrationLoaded("trading"));
    }
}
