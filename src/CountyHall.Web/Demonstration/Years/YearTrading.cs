using CountyHall.Trading;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;

namespace CountyHall.Web.Demonstration.Years;

/// <summary>The trading of a year: projects, their tenders and sessions here; money, experts and what a careless count would take in beside.</summary>
/// <remarks>
/// The report gives totals only. How they are split over the categories is ours (<see cref="Shares"/>), in proportion and within what can be: other
/// totals are split the same way. County works have every step; the other kinds are plain results until the house has a desk for them.
/// </remarks>
internal sealed partial class YearTrading
{
    private const int DaysToOpening = 22;
    private const int DaysToResult = 10;

    private readonly int year;
    private readonly string division;
    private readonly YearTargets targets;
    private readonly Streams streams;
    private readonly YearTrade made;
    private readonly DateOnly[] worked;
    private readonly int first;
    private readonly int last;
    private readonly TradingSettings platform;

    private readonly List<Deal> deals = [];
    private readonly List<Group> groups = [];
    private readonly List<Meeting> meetings = [];

    public YearTrading(int year, string division, YearTargets targets, Streams streams, YearTrade made)
    {
        (this.year, this.division, this.targets, this.streams, this.made) = (year, division, targets, streams, made);
        worked = YearCases.WorkedDays(year);
        first = Array.FindIndex(worked, day => day.Year == year);
        last = Array.FindLastIndex(worked, day => day.Year == year);
        // The platform of an earlier system, so that no number is one of this house.
        platform = new TradingSettings($"E{division}{year}");
    }

    /// <summary>In what proportion a total falls to a category; money in 万元.</summary>
    private sealed record Share(
        TradeCategory? Category,
        int Filings,
        int Published,
        int Sessions,
        int Completed,
        int Failed,
        long Turnover,
        long Gain,
        int Reviews,
        int Supervised
    );

    private static readonly Share[] Shares =
    [
        new(TradeCategory.Works, 268, 352, 251, 291, 11, 261_200, 42_800, 3551, 214),
        new(TradeCategory.Procurement, 214, 398, 203, 305, 11, 34_800, 3_150, 1240, 66),
        new(TradeCategory.Property, 72, 268, 36, 170, 0, 14_760, 2_120, 640, 10),
        new(TradeCategory.Land, 58, 93, 33, 62, 0, 1_166_610, 372_280, 357, 33),
        new(TradeCategory.Other, 16, 46, 8, 28, 0, 20_300, 1_980, 72, 3),
        // 小型平台
        new(null, 0, 0, 0, 892, 0, 72_130, 9_470, 0, 0),
    ];

    private const int Works = 0;
    private const int Procurement = 1;
    private const int Land = 3;
    private const int Other = 4;
    private const int Small = 5;

    /// <summary>A project before it has its lines: days as places in the row of working days, money in yuan.</summary>
    private sealed class Deal(int share, int rank)
    {
        /// <summary>Place in <see cref="Shares"/>.</summary>
        public int Share { get; } = share;

        /// <summary>Within its category: those that were completed come first.</summary>
        public int Rank { get; } = rank;
        public TenderKind Kind { get; set; }
        public bool Completed { get; set; }
        public bool Drawn { get; set; }
        public bool Opened { get; set; }
        public bool Terminated { get; set; }
        public bool FailsTwice { get; set; }
        public bool Fails { get; set; }
        public string Project { get; set; } = "";

        /// <summary>Another number than the project's where it was tendered again.</summary>
        public string Lot { get; set; } = "";
        public Group Group { get; set; } = null!;
        public long Amount { get; set; }
        public long Gain { get; set; }
        public bool IsCompared { get; set; } = true;
        public TradeSide Side { get; set; }

        /// <summary>Control price, budget, reserve or starting price; what is expected where nothing came of it.</summary>
        public long Comparison { get; set; }
    }

    /// <summary>A tender, with the lots that were announced together; without a lot where its documents were filed and not announced.</summary>
    private sealed class Group(int share, IReadOnlyList<Deal> deals)
    {
        public int Share { get; } = share;
        public IReadOnlyList<Deal> Deals { get; } = deals;
        public string Tender { get; set; } = "";
        public int Announced { get; set; }
        public Meeting? Meeting { get; set; }
        public bool IsFiled { get; init; } = true;
    }

    /// <summary>A session before it has its line.</summary>
    private sealed class Meeting(int share, int place, SessionPurpose purpose)
    {
        public int Share { get; } = share;
        public int Place { get; } = place;
        public SessionPurpose Purpose { get; } = purpose;
        public List<(Deal Deal, bool Failed)> Lots { get; } = [];
        public string Number { get; set; } = "";
    }

    public void Make()
    {
        Split();
        Money();
        Number();
        WriteProjects();
        WriteFilings();
        WriteSessions();
        WriteResults();
        WriteReviewsAndSecurities();
        WriteExperts();
        WriteSupervision();
        Traps();
    }

    private int Count(string id) => targets.Count(id);

    private DateOnly Day(int place) => worked[Math.Clamp(place, 0, worked.Length - 1)];

    private int Within(int place) => Math.Clamp(place, first, last);

    private int Anywhere(string stream, long at) => first + streams.Below(last - first + 1, stream, at);

    private long[] Divide(long total, Func<Share, long> weight, Func<int, long>? least = null, Func<int, long>? most = null) =>
        Methods.Spread(
            total,
            [.. Shares.Select(weight)],
            least ?? (_ => 0),
            i => weight(Shares[i]) == 0 ? 0 : most?.Invoke(i) ?? long.MaxValue / 8
        );

    private long[] Random(int many, int least, int most, string stream) =>
        [.. Enumerable.Range(0, many).Select(i => least + (long)streams.Below(most - least + 1, stream, i))];

    /// <summary>Which project of which category comes how far.</summary>
    private void Split()
    {
        var small = Count("small.notices");
        var published = Divide(Count("info.projects_published") - small, s => s.Published);
        published[Small] = small;
        var systems = EvaluationsBySystem(published);
        var drawn = new long[Shares.Length];
        foreach (var (share, _, many) in systems)
            drawn[share] += many;
        drawn[Small] = Count("draw.small.projects");
        var completed = Divide(Count("trading.projects.total"), s => s.Completed, most: i => published[i]);
        var failed = Divide(Count("trading.failed"), s => s.Failed, most: i => published[i]);
        for (var share = 0; share < Shares.Length; share++)
        {
            if (drawn[share] > published[share])
                throw new TargetsCannotBeReachedException("draw.small.projects: more projects were drawn for than published");
            var of = Enumerable.Range(0, (int)published[share]).Select(rank => new Deal(share, rank)).ToList();
            foreach (var deal in of)
            {
                deal.Completed = deal.Rank < completed[share];
                deal.Drawn = deal.Rank < drawn[share];
                deal.Side = share is Works or Procurement or Small || (share == Other && deal.Drawn) ? TradeSide.Buying : TradeSide.Selling;
                deal.Kind =
                    share == Procurement ? TenderKind.Goods
                    : share == Works ? TenderKind.Works
                    : TenderKind.Services;
            }
            var fails = Failures(of, (int)completed[share], (int)failed[share]);
            var opens = share == Small ? 0 : Math.Max(drawn[share], completed[share] + (share == Land ? 8 : fails));
            foreach (var deal in of)
                deal.Opened = deal.Rank < opens;
            if (share == Works && of.Count > opens)
                of[^1].Terminated = true;
            if (share == Small)
                SmallKinds(of, (int)completed[share]);
            deals.AddRange(of);
        }
        foreach (var (share, system, many) in systems)
            evaluated.Add((share, system, (int)many));
        Tenders(Divide(Count("supervision.filings"), s => s.Filings));
        Sessions(Divide(Count("trading.sessions.total"), s => s.Sessions));
    }

    /// <summary>Some fail and are completed when tendered again, one fails twice, the rest fail for good. Answers how many fail for good.</summary>
    private static int Failures(List<Deal> of, int completed, int failed)
    {
        var free = of.Count - completed;
        var again = Math.Min(failed, Math.Max((failed + 2) / 4, failed - free));
        var forGood = failed - again;
        var twice = forGood >= 2 ? 1 : 0;
        foreach (var deal in of.Take(again))
            deal.Fails = true;
        if (again > completed)
            throw new TargetsCannotBeReachedException("trading.failed: more failures than projects");
        foreach (var deal in of.Skip(completed).Take(forGood - twice))
            (deal.Fails, deal.FailsTwice) = (true, twice == 1 && deal.Rank == completed);
        return forGood - twice;
    }

    private static void SmallKinds(List<Deal> of, int completed)
    {
        TenderKind[] kinds = [TenderKind.Works, TenderKind.Goods, TenderKind.Services];
        var at = 0;
        foreach (
            var (kind, many) in kinds
                .Zip(Methods.Spread(completed, [652, 88, 152], _ => 0, _ => completed))
                .Concat(kinds.Zip(Methods.Spread(of.Count - completed, [50, 7, 4], _ => 0, _ => of.Count)))
        )
            for (var i = 0; i < many; i++)
                of[at++].Kind = kind;
    }

    /// <summary>Lots are announced together as tenders; a filing is one tender.</summary>
    private void Tenders(long[] filings)
    {
        for (var share = 0; share < Shares.Length; share++)
        {
            var of = deals.Where(d => d.Share == share).ToList();
            var many = share == Small ? of.Count : (int)Math.Min(filings[share], of.Count);
            var at = 0;
            if (many > 0)
                foreach (var size in Methods.Spread(of.Count, Random(many, 1, 6, $"tender-lots/{share}"), _ => 1, _ => of.Count))
                {
                    groups.Add(new Group(share, of.GetRange(at, (int)size)));
                    at += (int)size;
                }
            // Announced without a filing, or filed and not announced.
            for (; at < of.Count; at++)
                groups.Add(new Group(share, [of[at]]) { IsFiled = false });
            for (var i = many; share != Small && i < filings[share]; i++)
                groups.Add(new Group(share, []));
        }
        foreach (var (at, group) in groups.Index())
        {
            foreach (var deal in group.Deals)
                deal.Group = group;
            group.Announced = group is { Share: Small, Deals: [{ Completed: true }] }
                ? first + streams.Below(last - first - 7, "small-announced", at)
                : Anywhere("announced", at);
        }
    }

    private void Sessions(long[] sessions)
    {
        var (from, to) = (first + DaysToOpening + 2, last - DaysToResult - 2);
        for (var share = 0; share < Small; share++)
        {
            var opened = groups
                .Select((group, at) => (group, at))
                .Where(g => g.group.Share == share && g.group.Deals.Any(d => d.Opened))
                .OrderBy(g => streams.At("session-order", g.at))
                .Select(g => g.group)
                .ToList();
            var (many, start) = ((int)sessions[share], meetings.Count);
            var together = Math.Min(many, opened.Count);
            var purpose =
                share is not (Works or Procurement or Other) ? SessionPurpose.Auction
                : many > opened.Count ? SessionPurpose.Opening
                : SessionPurpose.OpeningAndEvaluation;
            for (var i = 0; i < together; i++)
                meetings.Add(new Meeting(share, from + streams.Below(to - from + 1, $"session-day/{share}", i), purpose));
            // More sessions than tenders: those are evaluated on a later day.
            for (var i = together; i < many; i++)
            {
                var opening = together == 0 ? null : meetings[start + i % together];
                meetings.Add(
                    new Meeting(
                        share,
                        opening is null ? Anywhere($"session-alone/{share}", i) : Within(opening.Place + 1 + i % 3),
                        SessionPurpose.Evaluation
                    )
                );
            }
            var at = 0;
            var sizes =
                together == 0
                    ? []
                    : Methods.Spread(opened.Count, Random(together, 1, 3, $"session-tenders/{share}"), _ => 1, _ => opened.Count);
            foreach (var (i, size) in sizes.Index())
            {
                foreach (var group in opened.GetRange(at, (int)size))
                    Join(group, meetings[start + i]);
                at += (int)size;
            }
            for (var i = together; i < many && together > 0; i++)
                meetings[start + i].Lots.AddRange(meetings[start + i % together].Lots.Where(l => !l.Failed));
            FailAt(share, meetings.GetRange(start, together));
        }
    }

    private void Join(Group group, Meeting meeting)
    {
        (group.Meeting, group.Announced) = (meeting, Within(meeting.Place - DaysToOpening));
        meeting.Lots.AddRange(group.Deals.Where(d => d.Opened).Select(d => (d, d is { Fails: true, Completed: false })));
    }

    /// <summary>The first of two attempts failed in an earlier session of the same kind.</summary>
    private void FailAt(int share, List<Meeting> held)
    {
        var inOrder = held.OrderBy(m => m.Place).ToList();
        foreach (var deal in deals.Where(d => d.Share == share && d.Fails && (d.Completed || d.FailsTwice)))
        {
            if (deal.Group.Meeting is not { } own)
                throw new TargetsCannotBeReachedException("trading.failed: a project failed and there is no session for it");
            var earlier = inOrder[inOrder.IndexOf(own) / 2];
            earlier.Lots.Add((deal, true));
            firstAttempts[deal] = earlier;
            deal.Group.Announced = Math.Min(deal.Group.Announced, Within(earlier.Place - DaysToOpening));
        }
    }

    private readonly Dictionary<Deal, Meeting> firstAttempts = [];

    /// <summary>Numbers rise with the day of the announcement.</summary>
    private void Number()
    {
        foreach (var (at, group) in groups.OrderBy(g => g.Announced).Index())
        {
            var project = platform.ProjectNumber(at + 1);
            group.Tender = TradingSettings.PartNumber(project, 1);
            foreach (var (serial, deal) in group.Deals.Index())
            {
                deal.Project = TradingSettings.PartNumber(group.Tender, serial + 1);
                deal.Lot = firstAttempts.ContainsKey(deal)
                    ? TradingSettings.PartNumber(TradingSettings.PartNumber(project, 2), serial + 1)
                    : deal.Project;
            }
        }
        foreach (var (at, meeting) in meetings.OrderBy(m => m.Place).Index())
            meeting.Number = $"CC{year}-{at + 1:0000}";
    }
}
