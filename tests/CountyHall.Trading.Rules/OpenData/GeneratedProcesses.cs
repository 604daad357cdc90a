using System.Globalization;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.OpenData;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Rules.OpenData;

/// <summary>Invented tenders by a seed number, from announcement to contract, failure or termination: at each notice what is public then.</summary>
internal static class GeneratedProcesses
{
    public static readonly OpenDataSettings Settings = new(
        OpenDataSettings.DemonstrationPrefix,
        "https://hall.example",
        OpenDataSettings.UsualLicence
    );

    private static readonly DocumentContent Document = TenderDesk.Model();

    /// <summary>The releases of a process in the order of its notices.</summary>
    public static IEnumerable<(PublicProcess Process, Notice Notice)> Of(int seed)
    {
        var random = new Random(seed);
        var entered = new DateTime(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc)
            .AddHours(random.Next(24 * 200))
            .AddMilliseconds(random.Next(1000));
        var project = new TradeProject
        {
            Id = 1,
            Number = $"E3304210001{seed:000000}",
            Division = "330421",
            NameZh = $"示例工程{seed}“{(char)('甲' + random.Next(10))}”\\标",
            NameEn = $"Example {seed}",
            Entity = 1,
            Funds = Pick(random, Enum.GetValues<FundSource>()),
            PublicShare = random.Next(101),
            Investment = 90_000_000_00,
            Place = "示例镇示例路",
            Town = random.Next(3) == 0 ? null : "330421001",
            Approval = "示例〔2026〕1号",
            EnteredAt = entered,
        };
        var hasAgency = random.Next(2) == 0;
        var round = random.Next(8) == 0 ? 2 : 1;
        Tender At(TenderStage stage) =>
            new()
            {
                Id = 1,
                ProjectId = 1,
                Number = $"{project.Number}{round:000}",
                Division = "330421",
                NameZh = project.NameZh,
                NameEn = project.NameEn,
                Kind = (TenderKind)(seed % 3),
                Method = random.Next(12) == 0 ? TenderMethod.Invited : TenderMethod.Open,
                Round = round,
                Entity = 1,
                EntityName = "嘉善示例建设有限公司",
                Agency = hasAgency ? 2 : null,
                AgencyName = hasAgency ? "示例招标代理有限公司" : null,
                SupervisingDepartment = "zjj",
                Stage = stage,
                EnteredAt = entered,
            };
        var parties = new Dictionary<long, PublicParty>
        {
            [1] = new("91330421MA28A0001X", "嘉善示例建设有限公司", 1),
            [2] = new("91330421MA28A0002X", "示例招标代理有限公司", 2),
        };
        for (var i = 10; i < 30; i++)
            parties[i] = new(i == 29 ? null : $"91330421MA28B{i:0000}X", $"示例投标人{i}有限公司", i);
        var begins = entered.AddDays(20);
        var times = new TenderTimes(begins, begins.AddDays(7), begins.AddDays(22), 90);
        var announced = Preparing.Begin(entered).File(entered, 1).Accept(entered).Announce(begins, times);
        var open = Enumerable
            .Range(1, random.Next(1, 4))
            .Select(i => (Id: (long)i, Estimate: random.NextInt64(1_000_000_00, 90_000_000_00), Most: random.Next(4) > 0))
            .ToList();
        IReadOnlyList<Lot> Lots(Func<int, LotStage> stage) =>
            [
                .. open.Select(
                    (l, i) =>
                        new Lot
                        {
                            Id = l.Id,
                            TenderId = 1,
                            Number = $"{project.Number}{round:000}{i + 1:000}",
                            Division = "330421",
                            NameZh = $"第{i + 1}标段",
                            NameEn = $"Lot {i + 1}",
                            Estimate = l.Estimate,
                            MaximumPrice = l.Most ? l.Estimate - 50 : null,
                            Security = 0,
                            Duration = 100 + i,
                            Stage = stage(i),
                        }
                ),
            ];
        var notices = new List<Notice>();
        var document = new TenderDocument
        {
            Id = 1,
            TenderId = 1,
            Number = 1,
            Content = Document,
            SavedAt = entered,
        };
        var process = new PublicProcess(project, At(announced), "嘉善县示例局", [], parties)
        {
            Lots = Lots(_ => Planned.Begin(entered).Announce(begins)),
            Times = times,
            Documents = [document],
            Follows = round == 2 ? $"{project.Number}001" : null,
        };
        yield return Publish(NoticeKind.TenderAnnouncement, begins);

        if (random.Next(3) == 0)
        {
            times = times with { BidDeadline = times.BidDeadline.AddDays(5) };
            announced = announced.Move(2, times);
            var at = begins.AddDays(4);
            var number = $"{process.Tender.Number}-02";
            process = process with
            {
                Tender = At(announced),
                Times = times,
                Documents =
                [
                    document,
                    new TenderDocument
                    {
                        Id = 2,
                        TenderId = 1,
                        Number = 2,
                        Content = Document,
                        SavedAt = at,
                        ByNotice = number,
                    },
                ],
                Enquiries =
                [
                    new TenderQuestion
                    {
                        Id = 1,
                        TenderId = 1,
                        Number = 1,
                        Text = "请问\"工期\"怎样计算？\n第二行",
                        AskedAt = begins,
                        Answer = "按日历天。",
                        AnsweredAt = at,
                        ByNotice = number,
                    },
                ],
            };
            yield return Publish(NoticeKind.Clarification, at);
        }
        if (random.Next(10) == 0)
        {
            var at = begins.AddDays(6);
            process = process with
            {
                Tender = At(announced.Terminate(at, "示例原因")),
                Times = null,
                Documents = [],
                Lots = Lots(_ => new Open(begins).Stop(at)),
            };
            yield return Publish(NoticeKind.Termination, at);
            yield break;
        }
        var opened = times.BidDeadline;
        if (random.Next(8) == 0)
        {
            process = process with { Tender = At(announced.EndOpening(opened)), Lots = Lots(_ => new Open(begins).Fail(opened, 2)) };
            yield return Publish(NoticeKind.FailedTender, opened);
            yield break;
        }
        var bids = open.SelectMany(l =>
                Enumerable
                    .Range(0, random.Next(3, 9))
                    .Select(place => new OpeningBid
                    {
                        Id = l.Id * 100 + place,
                        SessionId = 1,
                        LotId = l.Id,
                        BidId = l.Id * 100 + place,
                        Bidder = 10 + place + random.Next(2) * 10,
                        BidderName = "示例投标人",
                        Place = place + 1,
                        Receipt = new string((char)('a' + place % 6), 64),
                        ReceivedAt = opened.AddMinutes(-random.Next(1, 900)),
                        SecurityZh = "已到账",
                        SecurityEn = "paid",
                        Stage =
                            place == 5
                                ? StillSealed.Of(opened).Revoke(opened, new BidEvidence("x", true))
                                : StillSealed.Of(opened).Open(opened, Opened(l.Estimate - random.NextInt64(1, 900_000_00))),
                    })
            )
            .ToList();
        process = process with
        {
            Tender = At(announced.EndOpening(opened.AddHours(1))),
            Lots = Lots(_ => new Open(begins).BeginOpening(opened, 1).End(opened.AddHours(1))),
            Bids = bids,
        };
        yield return Publish(NoticeKind.OpeningRecord, opened.AddHours(1));

        process = process with
        {
            Awards = [.. open.Select(l => Award(l.Id, "active"))],
            Verdicts = bids.Where(b => b.Stage is Decrypted).ToDictionary(b => b.BidId, b => b.Place % 4 != 2),
        };
        yield return Publish(NoticeKind.Result, opened.AddDays(9));
        process = process with
        {
            Contracts =
            [
                .. process.Awards.Select(a => new PublicContract(
                    $"{a.Id}-contract",
                    a.Id,
                    a.Lot,
                    "合同",
                    "active",
                    opened.AddDays(20),
                    a.Amount!.Value,
                    300
                )),
            ],
        };
        yield return Publish(NoticeKind.Contract, opened.AddDays(21));

        PublicAward Award(long lot, string status)
        {
            var best = bids.Where(b => b.LotId == lot && b.Stage is Decrypted).MinBy(b => ((Decrypted)b.Stage).Bid.ReadPrice)!;
            return new(
                $"{process.Tender.Number}{lot:000}-award",
                $"{process.Tender.Number}{lot:000}",
                "中标结果",
                status,
                opened.AddDays(9),
                [best.Bidder],
                ((Decrypted)best.Stage).Bid.ReadPrice,
                best.BidId
            );
        }

        (PublicProcess, Notice) Publish(NoticeKind kind, DateTime at)
        {
            var notice = new Notice
            {
                Id = notices.Count + 1,
                TenderId = 1,
                Division = "330421",
                Kind = kind,
                Number = string.Create(CultureInfo.InvariantCulture, $"{process.Tender.Number}-{notices.Count + 1:00}"),
                TitleZh = $"{project.NameZh}公告",
                TitleEn = "Example",
                Sections = [new("what", ("内容", "What"), "示例\n<b>内容</b>")],
                PublishedAt = at,
            };
            notices.Add(notice);
            process = process with { Notices = [.. notices] };
            return (process, notice);
        }
    }

    private static OpenedBid Opened(long price) => new(price, "示例", price, 180, "合格", "示例负责人", "", "p", 0, []);

    private static T Pick<T>(Random random, T[] of) => of[random.Next(of.Length)];
}
