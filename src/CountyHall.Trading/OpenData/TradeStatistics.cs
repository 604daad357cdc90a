using System.Globalization;
using System.Text.Json;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.OpenData;

/// <summary>One table of the statistics; the page and its file show the same cells.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Gap">Why there is nothing to count; none where the numbers say all.</param>
public sealed record StatisticsTable(
    string Key,
    Words Title,
    IReadOnlyList<Words> Columns,
    IReadOnlyList<StatisticsRow> Rows,
    Words? Gap = null
);

/// <summary>A row: what it is about, and its numbers as they are printed without grouping.</summary>
public sealed record StatisticsRow(Words Name, IReadOnlyList<string> Cells);

/// <summary>交易统计 of one year: counted from notices, opening records and refunds, never typed. Nothing of tenders whose bidders are still secret.</summary>
public sealed record TradeStatistics(int Year, IReadOnlyList<StatisticsTable> Tables)
{
    private sealed record AnnouncedTender(long Tender, long Project, TenderKind Kind, string? Town, DateTime At);

    private sealed record CountedLot(long Tender, long Estimate, int? Bidders);

    /// <param name="towns">Division code and name of the townships.</param>
    public static async Task<TradeStatistics> Of(
        HallDb db,
        string division,
        int year,
        DateTime now,
        WorkingCalendar calendar,
        IReadOnlyList<(string Code, Words Name)> towns,
        CancellationToken ct = default
    )
    {
        var (begin, end) = (CountyTime.Utc(new(year, 1, 1), default), CountyTime.Utc(new(year + 1, 1, 1), default));
        var announced = await (
            from n in db.Notices
            join t in db.Tenders on n.TenderId equals t.Id
            join p in db.TradeProjects on t.ProjectId equals p.Id
            where
                n.Division == division
                && n.Kind == NoticeKind.TenderAnnouncement
                && n.PublishedAt >= begin
                && n.PublishedAt < end
                && n.PublishedAt <= now
            select new AnnouncedTender(t.Id, p.Id, t.Kind, p.Town, n.PublishedAt)
        ).ToListAsync(ct);
        var ids = announced.ConvertAll(a => a.Tender);
        var lots = await LotsOf(db, division, begin, end, now, ct);
        var estimates = lots.GroupBy(l => l.Tender).ToDictionary(g => g.Key, g => (Count: g.Count(), Sum: g.Sum(l => l.Estimate)));
        var ended = await db
            .Notices.Where(n => n.Division == division && n.PublishedAt >= begin && n.PublishedAt < end && n.PublishedAt <= now)
            .GroupBy(n => n.Kind)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(
            year,
            [
                new(
                    "totals",
                    ("总量", "Totals"),
                    [("数量", "Number")],
                    [
                        new(("公开招标信息的项目", "Projects announced"), [N(announced.Select(a => a.Project).Distinct().Count())]),
                        new(("招标", "Tenders announced"), [N(announced.Count)]),
                        new(("标段", "Lots"), [N(announced.Sum(a => CountOf(a)))]),
                        new(("估算价合计（元）", "Estimates (CNY)"), [Y(announced.Sum(a => SumOf(a)))]),
                        new(("公告", "Notices"), [N(ended.Values.Sum())]),
                        new(("开标记录", "Openings recorded"), [N(ended.GetValueOrDefault(NoticeKind.OpeningRecord))]),
                        new(("流标公告", "Notices of failed lots"), [N(ended.GetValueOrDefault(NoticeKind.FailedTender))]),
                        new(("终止招标", "Tenders terminated"), [N(ended.GetValueOrDefault(NoticeKind.Termination))]),
                    ]
                ),
                Grouped(
                    "kinds",
                    ("按类别", "By kind"),
                    Enum.GetValues<TenderKind>()
                        .Select(k => (KindOf(k), (IReadOnlyList<AnnouncedTender>)[.. announced.Where(a => a.Kind == k)]))
                ),
                Grouped(
                    "months",
                    ("按月", "By month"),
                    Enumerable
                        .Range(1, 12)
                        .Where(m => CountyTime.Utc(new(year, m, 1), default) <= now)
                        .Select(m =>
                            (
                                new Words($"{m} 月", new DateOnly(year, m, 1).ToString("MMMM", CultureInfo.InvariantCulture)),
                                (IReadOnlyList<AnnouncedTender>)[.. announced.Where(a => CountyTime.DayOf(a.At).Month == m)]
                            )
                        )
                ),
                Grouped(
                    "townships",
                    ("按镇、街道", "By township"),
                    [
                        .. towns.Select(t => (t.Name, (IReadOnlyList<AnnouncedTender>)[.. announced.Where(a => a.Town == t.Code)])),
                        (("县本级", "The county itself"), [.. announced.Where(a => a.Town is null || !towns.Any(t => t.Code == a.Town))]),
                    ]
                ),
                Competition([.. lots.Select(l => l.Bidders).OfType<int>()]),
                await Savings(db, division, begin, end, ct),
                await Refunds(db, division, begin, end, now, calendar, ct),
            ]
        );

        int CountOf(AnnouncedTender a) => estimates.GetValueOrDefault(a.Tender).Count;
        long SumOf(AnnouncedTender a) => estimates.GetValueOrDefault(a.Tender).Sum;

        StatisticsTable Grouped(string key, Words title, IEnumerable<(Words Name, IReadOnlyList<AnnouncedTender> Of)> groups) =>
            new(
                key,
                title,
                [("招标", "Tenders"), ("标段", "Lots"), ("估算价（元）", "Estimates (CNY)")],
                [.. groups.Select(g => new StatisticsRow(g.Name, [N(g.Of.Count), N(g.Of.Sum(CountOf)), Y(g.Of.Sum(SumOf))]))]
            );
    }

    /// <summary>Lots of the tenders announced in the time, with how many bid for them where that is public: it failed by notice, or its opening is recorded.</summary>
    private static async Task<List<CountedLot>> LotsOf(
        HallDb db,
        string division,
        DateTime begin,
        DateTime end,
        DateTime now,
        CancellationToken ct
    )
    {
        var tenders = db
            .Notices.Where(n =>
                n.Division == division
                && n.Kind == NoticeKind.TenderAnnouncement
                && n.PublishedAt >= begin
                && n.PublishedAt < end
                && n.PublishedAt <= now
            )
            .Select(n => n.TenderId);
        var lots = await db
            .Lots.AsNoTracking()
            .Where(l => tenders.Contains(l.TenderId))
            .Select(l => new
            {
                l.Id,
                l.TenderId,
                l.Estimate,
                l.Stage,
            })
            .ToListAsync(ct);
        var recorded = db.Notices.Where(n => n.Kind == NoticeKind.OpeningRecord && n.PublishedAt <= now).Select(n => n.TenderId);
        var bids = await (
            from b in db.Set<Opening.OpeningBid>()
            join l in db.Lots on b.LotId equals l.Id
            where tenders.Contains(l.TenderId) && recorded.Contains(l.TenderId)
            group b by b.LotId into g
            select new { g.Key, Count = g.Count() }
        ).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return lots.ConvertAll(l => new CountedLot(
            l.TenderId,
            l.Estimate,
            l.Stage is Failed failed ? failed.Bids
                : bids.TryGetValue(l.Id, out var count) ? count
                : null
        ));
    }

    private static StatisticsTable Competition(IReadOnlyList<int> bidders)
    {
        (Words Name, Func<int, bool> In)[] steps =
        [
            (("没有投标人", "None"), b => b == 0),
            (("1 家", "1"), b => b == 1),
            (("2 家", "2"), b => b == 2),
            (("3 家", "3"), b => b == 3),
            (("4 至 6 家", "4 to 6"), b => b is >= 4 and <= 6),
            (("7 至 10 家", "7 to 10"), b => b is >= 7 and <= 10),
            (("10 家以上", "More than 10"), b => b > 10),
        ];
        var all = bidders.Count;
        return new(
            "bidders",
            ("每个标段的投标人", "Bidders for each lot"),
            [("标段", "Lots"), ("占比（%）", "Share (%)")],
            all == 0
                ? []
                :
                [
                    .. steps.Select(s => new StatisticsRow(s.Name, [N(bidders.Count(s.In)), Share(bidders.Count(s.In), all)])),
                    new(("合计", "All"), [N(all), "100.0"]),
                    new(
                        ("平均每个标段（家）", "On average"),
                        [((decimal)bidders.Sum() / all).ToString("0.00", CultureInfo.InvariantCulture), ""]
                    ),
                ],
            all == 0
                ? (
                    "这一年还没有公开开标结果的标段，投标人数在开标前保密。",
                    "No lot of this year has been opened in public; before that the number of bidders is secret."
                )
                : null
        );
    }

    /// <summary>From the awards that the open data hold: what lots were awarded for against their maximum price, or their estimate where there is none.</summary>
    private static async Task<StatisticsTable> Savings(HallDb db, string division, DateTime begin, DateTime end, CancellationToken ct)
    {
        var newest = db
            .OcdsReleases.Where(r => r.Division == division && r.PublishedAt >= begin && r.PublishedAt < end)
            .GroupBy(r => r.TenderId)
            .Select(g => g.Max(r => r.Serial));
        var sums = new Dictionary<string, (int Lots, decimal Compared, decimal Awarded)>(StringComparer.Ordinal);
        await foreach (
            var body in db
                .OcdsReleases.AsNoTracking()
                .Where(r => r.Division == division && newest.Contains(r.Serial) && r.Body.Contains("\"awards\":"))
                .Select(r => r.Body)
                .AsAsyncEnumerable()
                .WithCancellation(ct)
        )
            Add(body, sums);
        return new(
            "savings",
            ("节支", "Savings"),
            [
                ("成交标段", "Lots awarded"),
                ("最高限价（元）", "Maximum price (CNY)"),
                ("成交额（元）", "Awarded (CNY)"),
                ("节支（元）", "Saved (CNY)"),
                ("节支率（%）", "Rate (%)"),
            ],
            [
                .. sums.OrderBy(s => s.Key, StringComparer.Ordinal)
                    .Select(s => new StatisticsRow(
                        CategoryOf(s.Key),
                        [
                            N(s.Value.Lots),
                            Money(s.Value.Compared),
                            Money(s.Value.Awarded),
                            Money(s.Value.Compared - s.Value.Awarded),
                            s.Value.Compared == 0
                                ? ""
                                : (100 * (s.Value.Compared - s.Value.Awarded) / s.Value.Compared).ToString(
                                    "0.00",
                                    CultureInfo.InvariantCulture
                                ),
                        ]
                    )),
            ],
            sums.Count == 0 ? ("这一年还没有公开的中标结果。", "No award of this year is public yet.") : null
        );
    }

    private static void Add(string body, Dictionary<string, (int Lots, decimal Compared, decimal Awarded)> sums)
    {
        using var release = JsonDocument.Parse(body);
        var tender = release.RootElement.GetProperty("tender");
        var category = tender.GetProperty("mainProcurementCategory").GetString()!;
        foreach (var award in release.RootElement.GetProperty("awards").EnumerateArray())
        {
            if (award.GetProperty("status").GetString() != "active" || !award.TryGetProperty("value", out var value))
                continue;
            var related = award.GetProperty("relatedLots").EnumerateArray().Select(l => l.GetString()).ToHashSet();
            var compared = tender
                .GetProperty("lots")
                .EnumerateArray()
                .Where(l => related.Contains(l.GetProperty("id").GetString()))
                .Sum(l =>
                    (l.TryGetProperty("maximumValue", out var most) ? most : l.GetProperty("value")).GetProperty("amount").GetDecimal()
                );
            var (lots, before, awarded) = sums.GetValueOrDefault(category);
            sums[category] = (lots + 1, before + compared, awarded + value.GetProperty("amount").GetDecimal());
        }
    }

    private static async Task<StatisticsTable> Refunds(
        HallDb db,
        string division,
        DateTime begin,
        DateTime end,
        DateTime now,
        WorkingCalendar calendar,
        CancellationToken ct
    )
    {
        var refunded = Recording.KindOf(typeof(Refunded));
        var opened = (Recording.KindOf(typeof(OpeningEnded)), Recording.KindOf(typeof(Announced)));
        // As on the page of refunds: a tender that was terminated was never opened, and how many had paid stays secret.
        var paid = (
            await (
                from s in db.BidSecurities.AsNoTracking()
                join t in db.Tenders on s.TenderId equals t.Id
                where
                    s.Division == division
                    && s.StageName == refunded
                    && s.StageSince >= begin
                    && s.StageSince < end
                    && (t.StageName == opened.Item1 || t.StageName == opened.Item2 && t.BidDeadline <= now)
                select s.Stage
            ).ToListAsync(ct)
        )
            .OfType<Refunded>()
            .ToList();
        var rows = paid.GroupBy(p => p.Ground)
            .OrderBy(g => g.Key)
            .Select(g =>
            {
                var days = g.Select(p => CountyTime.DayOf(p.Clock.EndedAt!.Value).DayNumber - CountyTime.DayOf(p.Clock.StartedAt).DayNumber)
                    .ToList();
                var inTime = g.Count(p => p.Clock.Read(calendar, now).State == ClockState.EndedInTime);
                return new StatisticsRow(
                    RefundGrounds.NameOf(g.Key),
                    [N(days.Count), days.Average().ToString("0.0", CultureInfo.InvariantCulture), N(days.Max()), Share(inTime, days.Count)]
                );
            })
            .ToList();
        return new(
            "refunds",
            ("保证金退还用时", "Days to return securities"),
            [("笔数", "Number"), ("平均天数", "Days on average"), ("最长天数", "Days at most"), ("按期（%）", "In time (%)")],
            rows,
            rows.Count == 0 ? ("这一年还没有退还的保证金。", "No security was returned in this year yet.") : null
        );
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Y(long fen) => Money(fen / 100m);

    private static string Money(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Share(int part, int of) => (100m * part / of).ToString("0.0", CultureInfo.InvariantCulture);

    private static Words KindOf(TenderKind kind) =>
        kind switch
        {
            TenderKind.Works => ("工程施工", "Works"),
            TenderKind.Goods => ("设备、材料", "Goods"),
            _ => ("服务", "Services"),
        };

    private static Words CategoryOf(string category) =>
        category switch
        {
            "works" => KindOf(TenderKind.Works),
            "goods" => KindOf(TenderKind.Goods),
            _ => KindOf(TenderKind.Services),
        };
}
