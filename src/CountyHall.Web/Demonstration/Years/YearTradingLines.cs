using System.Globalization;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;

namespace CountyHall.Web.Demonstration.Years;

// Lines of projects, filings, sessions, experts and supervision.
internal sealed partial class YearTrading
{
    private static readonly Words[] Places =
    [
        ("示例东片", "Sample East"),
        ("示例西片", "Sample West"),
        ("示例南片", "Sample South"),
        ("示例北片", "Sample North"),
        ("示例新城", "Sample New Town"),
    ];

    private static readonly Words[][] Things =
    [
        [
            ("道路改造工程", "road works"),
            ("桥梁维修工程", "bridge repair"),
            ("河道整治工程", "river works"),
            ("校舍加固工程", "school works"),
        ],
        [("办公设备采购", "office equipment"), ("教学设备采购", "teaching equipment"), ("保洁服务采购", "cleaning service")],
        [("房屋出租", "letting of premises"), ("资产转让", "sale of an asset")],
        [("地块出让", "grant of a parcel")],
        [("经营权出让", "operating right"), ("广告位使用权", "advertising site")],
        [("小型修缮工程", "small repairs"), ("零星采购", "small purchase"), ("小型监理服务", "small supervision service")],
    ];

    private readonly List<(int Share, EvaluationSystem System, int Many)> evaluated = [];

    private string TrapLot(int serial) =>
        TradingSettings.PartNumber(TradingSettings.PartNumber(platform.ProjectNumber(900_000 + serial), 1), 1);

    private static TradeCategory CategoryOf(int share) => Shares[share].Category ?? TradeCategory.Works;

    private static TradeTier TierOf(int share) => share == Small ? TradeTier.Small : TradeTier.County;

    private void WriteProjects()
    {
        foreach (var (at, deal) in deals.Index())
        {
            var group = deal.Group;
            Project(
                deal.Project,
                deal.Share,
                deal.Kind,
                at,
                deal.Side == TradeSide.Buying ? 100 * deal.Comparison : null,
                Day(group.Announced)
            );
        }
        foreach (var group in groups.Where(g => g.Deals.Count > 0))
        {
            var (round, serial) = (group.Tender, 0);
            Notice(group.Deals, NoticeKind.TenderAnnouncement, group.Announced);
            if (streams.Below(20, "clarified", group.Announced + group.Deals[0].Rank) == 0)
                Notice(group.Deals, NoticeKind.Clarification, Within(group.Announced + 3));
            var again = group.Deals.Where(firstAttempts.ContainsKey).ToList();
            if (again.Count > 0)
            {
                var failedAt = firstAttempts[again[0]].Place;
                Notice(again, NoticeKind.FailedTender, failedAt);
                (round, serial) = (again[0].Lot[..20], 0);
                Notice(again, NoticeKind.TenderAnnouncement, Within(failedAt + 1));
            }
            if (group.Meeting is { } meeting)
            {
                var opened = group.Deals.Where(d => d is { Opened: true, Fails: false } or { Completed: true }).ToList();
                if (opened.Count > 0)
                    Notice(opened, NoticeKind.OpeningRecord, meeting.Place);
                var failed = group.Deals.Where(d => d is { Fails: true, Completed: false }).ToList();
                if (failed.Count > 0)
                    Notice(failed, NoticeKind.FailedTender, meeting.Place);
            }
            var terminated = group.Deals.Where(d => d.Terminated).ToList();
            if (terminated.Count > 0)
                Notice(terminated, NoticeKind.Termination, Within(group.Announced + 6));

            void Notice(IReadOnlyList<Deal> of, NoticeKind kind, int place)
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"{round}-{++serial:00}");
                foreach (var deal in of)
                    Published(deal.Project, number, kind, Day(place));
            }
        }
    }

    private void Project(string number, int share, TenderKind kind, int at, long? estimate, DateOnly on)
    {
        var place = Places[streams.Below(Places.Length, "place", at)];
        var thing = share == Small ? Things[Small][(int)kind] : Things[share][streams.Below(Things[share].Length, "thing", at)];
        made.Projects.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Projects.Batch,
                Project = number,
                Category = CategoryOf(share),
                Tier = TierOf(share),
                Kind = kind,
                NameZh = $"{place.Zh}{thing.Zh}（{number[11..17]}）",
                NameEn = $"{place.En}: {thing.En} ({number[11..17]})",
                Estimate = estimate,
                PlainResult = share != Works,
                EnteredOn = on,
            }
        );
    }

    private void Published(string project, string notice, NoticeKind kind, DateOnly on) =>
        made.Notices.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Notices.Batch,
                Project = project,
                Notice = notice,
                Kind = kind,
                PublishedOn = on,
            }
        );

    private void WriteFilings()
    {
        var filed = groups.Where(g => g.Share != Small && g.IsFiled).ToList();
        foreach (var (at, group) in filed.Index())
        {
            var place = FiledAt(group);
            Filed(group.Tender, group.Share, 1, Day(place));
            // Returned and filed again: the same documents.
            if (streams.Below(11, "filed-again", at) == 0)
                Filed(group.Tender, group.Share, 2, Day(Within(place + 3)));
        }
        var total = Count("supervision.filing_opinions");
        var most = filed.Count == 0 ? 0 : Math.Max(8, (2 * total / filed.Count) + 1);
        var opinions = Methods.Spread(total, Random(filed.Count, 1, 9, "filing-opinions"), _ => 0, _ => most);
        foreach (var (at, group) in filed.Index())
            for (var number = 1; number <= opinions[at]; number++)
                Opined(group.Tender, number, Day(Within(FiledAt(group) + 1 + (number % 2))));
    }

    private int FiledAt(Group group) => Within(group.Announced - 8);

    private void Filed(string tender, int share, int serial, DateOnly on) =>
        made.Filings.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Filings.Batch,
                Tender = tender,
                Category = CategoryOf(share),
                Serial = serial,
                FiledOn = on,
            }
        );

    private void Opined(string tender, int number, DateOnly on) =>
        made.Opinions.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Opinions.Batch,
                Tender = tender,
                Number = number,
                GivenOn = on,
            }
        );

    private void WriteSessions()
    {
        foreach (var meeting in meetings)
        {
            var stopped = meeting.Lots.Count > 0 && meeting.Lots.All(l => l.Failed);
            Session(
                meeting.Number,
                meeting.Purpose,
                [.. meeting.Lots.Select(l => l.Failed && firstAttempts.GetValueOrDefault(l.Deal) == meeting ? l.Deal.Project : l.Deal.Lot)],
                Day(meeting.Place),
                stopped ? SessionEnd.StoppedAtOpening : SessionEnd.Held
            );
            Served(meeting.Number, Day(meeting.Place));
        }
    }

    private void Session(
        string number,
        SessionPurpose purpose,
        IReadOnlyList<string> lots,
        DateOnly on,
        SessionEnd end,
        bool test = false
    ) =>
        made.Sessions.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Sessions.Batch,
                Number = number,
                Purpose = purpose,
                Lots = lots,
                HeldOn = on,
                End = end,
                IsTest = test,
            }
        );

    private void Served(string session, DateOnly on) =>
        made.Services.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Services.Batch,
                Session = session,
                // Nine in the morning of the county, which is one o'clock UTC.
                From = on.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc),
                To = on.ToDateTime(new TimeOnly(3 + streams.Below(4, "served", id), 30), DateTimeKind.Utc),
                By = "示例场地人员",
            }
        );

    /// <summary>Who is evaluated with what: works in part with the assisted system, procurement in part on the cloud.</summary>
    private List<(int Share, EvaluationSystem System, long Many)> EvaluationsBySystem(long[] published)
    {
        var (electronic, assisted) = (Count("evaluation.electronic.projects"), Count("evaluation.assisted.projects"));
        var rest = Count("draw.county.projects") - electronic - assisted;
        int[] kinds = [Works, Procurement, Other];
        var set = Methods.Spread(electronic, [216, 160, 8], _ => 0, i => published[kinds[i]] - (kinds[i] == Works ? assisted : 0));
        var others = Methods.Spread(rest, [81, 4], _ => 0, i => published[kinds[i + 1]] - set[i + 1]);
        return
        [
            (Works, EvaluationSystem.Assisted, assisted),
            (Works, EvaluationSystem.Electronic, set[0]),
            (Procurement, EvaluationSystem.Electronic, set[1]),
            (Procurement, EvaluationSystem.ProcurementCloud, others[0]),
            (Other, EvaluationSystem.Electronic, set[2]),
            (Other, EvaluationSystem.Paper, others[1]),
        ];
    }

    private void WriteExperts()
    {
        foreach (var (at, deal) in deals.Where(d => d.Drawn).Index())
        {
            var place = deal.Share == Small ? Within(deal.Group.Announced + 5) : Within(PlaceOf(deal) - 1);
            Drawn(deal.Project, TierOf(deal.Share), Day(place), Day(place));
            // Tendered again, or too few experts came: drawn for twice, and one project all the same.
            if (firstAttempts.TryGetValue(deal, out var earlier))
                Drawn(deal.Project, TierOf(deal.Share), Day(Within(earlier.Place - 1)), Day(Within(earlier.Place - 1)));
            else if (at % 60 == 11)
                Drawn(deal.Project, TierOf(deal.Share), Day(place), Day(place));
        }
        foreach (var share in evaluated.Select(e => e.Share).Distinct())
        {
            var drawn = deals.Where(d => d.Share == share && d.Drawn).OrderBy(d => streams.At($"evaluated/{share}", d.Rank)).ToList();
            var at = 0;
            foreach (var (_, system, many) in evaluated.Where(e => e.Share == share))
            foreach (var deal in drawn.GetRange(at, many))
            {
                SetUp(deal.Project, system, Day(PlaceOf(deal)));
                if (at++ % 90 == 5)
                    SetUp(deal.Project, system, Day(Within(PlaceOf(deal) + 1)));
            }
        }
        Briefings();
    }

    private void Drawn(string project, TradeTier origin, DateOnly requested, DateOnly? executed) =>
        made.Draws.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Draws.Batch,
                Project = project,
                Origin = origin,
                RequestedOn = requested,
                ExecutedOn = executed,
            }
        );

    private void SetUp(string project, EvaluationSystem system, DateOnly on, bool test = false) =>
        made.Evaluations.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Evaluations.Batch,
                Project = project,
                System = system,
                SetUpOn = on,
                IsTest = test,
            }
        );

    /// <summary>The large works projects, of 1000 万元 and more.</summary>
    private void Briefings()
    {
        var large = CompletedOf(Works).Where(d => d.Rank < Count("experts.briefing.projects")).ToList();
        var total = Count("experts.briefing.attendance");
        var mean = large.Count == 0 ? 0 : total / large.Count;
        var experts = Methods.Spread(total, Random(large.Count, 1, 3, "briefed"), _ => Math.Min(5, mean), _ => Math.Max(7, mean + 1));
        foreach (var (at, deal) in large.Index())
        {
            var briefing = Briefed(deal.Project, Day(PlaceOf(deal)), quality: true);
            for (var i = 0; i < experts[at]; i++)
                Attended(briefing, i, signed: true);
            // One who did not sign was not evaluated with.
            if (at % 14 == 4)
                Attended(briefing, (int)experts[at], signed: false);
        }
    }

    private long Briefed(string project, DateOnly on, bool quality) =>
        made
            .Briefings.Add(id =>
                new()
                {
                    Id = id,
                    Division = division,
                    Batch = made.Briefings.Batch,
                    Project = project,
                    HeldOn = on,
                    Integrity = true,
                    Discipline = true,
                    Fairness = true,
                    Quality = quality,
                }
            )
            .Id;

    private void Attended(long briefing, int expert, bool signed) =>
        made.Attendances.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Attendances.Batch,
                Briefing = briefing,
                Expert = $"示例专家{1 + (streams.Below(200, "expert", briefing % 1000) + (expert * 17)) % 211:000}",
                Signed = signed,
            }
        );

    private void WriteSupervision()
    {
        var withLots = Enumerable
            .Range(0, Shares.Length)
            .Select(share => meetings.Where(m => m.Share == share && m.Lots.Count > 0).ToList())
            .ToList();
        var sessions = Count("supervision.sessions");
        var quota = Divide(sessions, s => s.Supervised, most: i => withLots[i].Count);
        // The sessions with most lots first: one report for one project, so that some sessions have several.
        var room = new long[Shares.Length];
        for (var share = 0; share < Shares.Length; share++)
            room[share] = withLots[share].Select(m => (long)Lots(m).Count - 1).OrderDescending().Take((int)quota[share]).Sum();
        var more = Methods.Spread(Count("supervision.reports") - sessions, [.. quota], _ => 0, i => room[i]);
        var reports = new List<string>();
        for (var share = 0; share < Shares.Length; share++)
            Supervise(withLots[share], (int)quota[share], (int)more[share], reports);
        var total = Count("supervision.opinions");
        var most = reports.Count == 0 ? 0 : Math.Max(6, (2 * total / reports.Count) + 1);
        var opinions = Methods.Spread(total, Random(reports.Count, 1, 9, "report-opinions"), _ => 0, _ => most);
        foreach (var (at, report) in reports.Index())
            for (var number = 1; number <= opinions[at]; number++)
                Proposed(report, number);
    }

    private static List<string> Lots(Meeting meeting) => [.. meeting.Lots.Select(l => l.Deal.Project).Distinct()];

    private void Supervise(List<Meeting> of, int many, int more, List<string> reports)
    {
        var left = more;
        var chosen = new List<(Meeting Meeting, int Reports)>();
        foreach (var meeting in of.OrderByDescending(m => Lots(m).Count).ThenBy(m => streams.At("supervised", m.Place)))
        {
            var extra = Math.Min(left, Lots(meeting).Count - 1);
            if (extra > 0)
                chosen.Add((meeting, 1 + extra));
            left -= extra;
        }
        var taken = chosen.Select(c => c.Meeting).ToHashSet();
        foreach (var (at, meeting) in of.Index().OrderBy(m => streams.At($"supervised/{m.Item.Share}", m.Index)))
            if (chosen.Count < many && taken.Add(meeting))
                chosen.Add((meeting, 1));
        foreach (var (at, (meeting, number)) in chosen.Index())
        {
            Supervised(meeting.Number, "示例监督员一");
            // Two came to one session.
            if (at % 21 == 6)
                Supervised(meeting.Number, "示例监督员二");
            foreach (var project in Lots(meeting).Take(number))
                reports.Add(Reported(meeting.Number, project, Day(meeting.Place)));
        }
    }

    private void Supervised(string session, string by) =>
        made.Supervisions.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Supervisions.Batch,
                Session = session,
                By = by,
            }
        );

    private string Reported(string session, string project, DateOnly on) =>
        made
            .Reports.Add(id =>
                new()
                {
                    Id = id,
                    Division = division,
                    Batch = made.Reports.Batch,
                    Number = string.Create(CultureInfo.InvariantCulture, $"JD{on.Year}-{made.Reports.Count + 1:0000}"),
                    Session = session,
                    Project = project,
                    IssuedOn = on,
                }
            )
            .Number;

    private void Proposed(string report, int number) =>
        made.ReportOpinions.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.ReportOpinions.Batch,
                Report = report,
                Number = number,
            }
        );
}
