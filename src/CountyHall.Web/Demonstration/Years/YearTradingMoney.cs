using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;

namespace CountyHall.Web.Demonstration.Years;

// Amounts, gains, registrations and securities.
internal sealed partial class YearTrading
{
    private const long YuanInHundredMillion = 100_000_000;

    /// <summary>What is saved is at most so much of an award, and what is gained so much of a price, in per mille.</summary>
    private const int MostSaved = 300;
    private const int MostGained = 375;

    private Deal? corrected;
    private int residential;

    private IEnumerable<Deal> CompletedOf(int share) => deals.Where(d => d.Share == share && d.Completed);

    private bool IsResidential(Deal deal) => deal.Share == Land && deal.Rank < residential;

    private void Money()
    {
        var done = Enumerable.Range(0, Shares.Length).Select(share => CompletedOf(share).ToList()).ToList();
        // Of the parcels a tenth, six at most, are for dwellings: they carry most of the year's turnover.
        residential = Math.Min(6, (done[Land].Count + 9) / 10);
        if (done[Works].Count <= Count("experts.briefing.projects"))
            throw new TargetsCannotBeReachedException("experts.briefing.projects: more projects than works are completed");
        corrected = done[Works][Count("experts.briefing.projects")];
        var bounds = done.ConvertAll(of => of.ConvertAll(Bounds));
        var turnover = Divide(
            InYuan("trading.turnover.total"),
            s => s.Turnover,
            i => bounds[i].Sum(b => b.Least),
            i => bounds[i].Sum(b => b.Most)
        );
        foreach (var (share, of) in done.Index())
        {
            long Weight(int i) =>
                IsResidential(of[i]) ? 16_000 + streams.Below(2000, "residential-price", i)
                : share == Works && i < Count("experts.briefing.projects") ? 300 + streams.Below(700, "large-price", i)
                : share is Works or Small ? 20 + streams.Below(70, $"price/{share}", i)
                : 310 + streams.Below(200, $"price/{share}", i);
            var amounts = Methods.Spread(
                turnover[share],
                [.. Enumerable.Range(0, of.Count).Select(Weight)],
                i => bounds[share][i].Least,
                i => bounds[share][i].Most
            );
            foreach (var (i, deal) in of.Index())
            {
                deal.Amount = amounts[i];
                deal.IsCompared = share != Procurement || i % 41 != 7;
            }
        }
        Gains(done);
        foreach (var deal in deals)
            deal.Comparison = deal.Completed
                ? deal.Amount + (deal.Side == TradeSide.Buying ? deal.Gain : -deal.Gain)
                : Expected(deal) + (1000L * streams.Below(400, "expected", deal.Share * 10_000 + deal.Rank));
    }

    private long InYuan(string id) => Methods.TotalPrintedAs(targets[id], targets.Decimals(id), YuanInHundredMillion, streams, id);

    /// <summary>From what to what a result lies, in yuan; the small ones with their control price stay under the limits of their platform.</summary>
    private (long Least, long Most) Bounds(Deal deal) =>
        deal switch
        {
            _ when deal == corrected => (2_300_000, 2_300_000),
            { Share: Works } when deal.Rank < Count("experts.briefing.projects") => (Rulebook.BriefingFrom.Amount, 400_000_000),
            { Share: Works } => (300_000, 7_690_000),
            { Share: Procurement } => (20_000, 5_000_000),
            { Share: Small, Kind: TenderKind.Works } => (10_000, 1_538_000),
            { Share: Small, Kind: TenderKind.Goods } => (10_000, 769_000),
            { Share: Small } => (10_000, 380_000),
            { Share: Land } => (200_000, 5_000_000_000),
            { Share: Other } => (50_000, 60_000_000),
            _ => (5_000, 8_000_000),
        };

    /// <summary>What a project that came to nothing, or is still running, was expected to cost or bring; yuan.</summary>
    private static long Expected(Deal deal) =>
        deal.Share switch
        {
            Works => 4_000_000,
            Procurement => 250_000,
            Land => 12_000_000,
            Other => 1_000_000,
            Small => deal.Kind == TenderKind.Works ? 600_000 : 60_000,
            _ => 150_000,
        };

    private void Gains(List<List<Deal>> done)
    {
        static long Most(Deal deal) => deal.IsCompared ? deal.Amount * (deal.Side == TradeSide.Buying ? MostSaved : MostGained) / 1000 : 0;
        var gains = Divide(InYuan("trading.gain.total"), s => s.Gain, most: i => done[i].Sum(Most));
        foreach (var (share, of) in done.Index())
        {
            var each = Methods.Spread(
                gains[share],
                [.. of.Select((deal, i) => (deal.Amount / 1000 * (5 + streams.Below(10, $"gain/{share}", i))) + 1)],
                _ => 0,
                i => Most(of[i])
            );
            foreach (var (i, deal) in of.Index())
                deal.Gain = each[i];
        }
    }

    private void WriteResults()
    {
        foreach (var deal in deals)
        {
            if (firstAttempts.TryGetValue(deal, out var earlier))
                Fails(deal, deal.Project, earlier.Place);
            if (deal is { Fails: true, Completed: false })
                Fails(
                    deal,
                    deal.Lot,
                    deal.Group.Meeting?.Place ?? throw new TargetsCannotBeReachedException("trading.failed: there is no session for it")
                );
            if (deal == corrected)
            {
                // Typed as 3.2 million, and put right two days later.
                var wrong = Completes(deal, 3_200_000, ResultPlace(deal), null);
                Completes(deal, deal.Amount, ResultPlace(deal) + 2, wrong.Id);
            }
            else if (deal.Completed)
                Completes(deal, deal.Amount, ResultPlace(deal), null);
            else if (deal is { Opened: true, Fails: false } && deal.Side == TradeSide.Buying)
                // Still running at the end of the year.
                Completes(deal, deal.Comparison * 9 / 10, last + 2 + streams.Below(15, "running", deal.Rank), null);
        }

        void Fails(Deal deal, string lot, int place) =>
            made.Results.Add(id =>
                Result(
                    id,
                    deal,
                    lot,
                    streams.Below(4, "failed-because", deal.Rank) == 0 ? ResultKind.AllRejected : ResultKind.TooFewBidders,
                    Day(place)
                )
            );

        RegisteredResult Completes(Deal deal, long amount, int place, long? corrects) =>
            made.Results.Add(id =>
                Result(
                    id,
                    deal,
                    deal.Lot,
                    ResultKind.Completed,
                    Day(place),
                    100 * amount,
                    deal.IsCompared ? 100 * deal.Comparison : null,
                    corrects
                )
            );
    }

    private RegisteredResult Result(
        long id,
        Deal deal,
        string lot,
        ResultKind kind,
        DateOnly on,
        long? amount = null,
        long? comparison = null,
        long? corrects = null,
        bool test = false
    ) =>
        new()
        {
            Id = id,
            Division = division,
            Batch = made.Results.Batch,
            Project = deal.Project,
            Lot = lot,
            Kind = kind,
            Side = deal.Side,
            ConfirmedOn = on,
            Amount = amount,
            Comparison = comparison,
            IsTest = test,
            Corrects = corrects,
        };

    /// <summary>The place of the day on which a completed project's result was confirmed.</summary>
    private int ResultPlace(Deal deal) =>
        deal.Share == Small ? Within(deal.Group.Announced + 8)
        : deal.Group.Meeting is { } meeting ? meeting.Place + DaysToResult - 2 - (deal.Rank % 4)
        : Within(deal.Group.Announced + DaysToResult);

    /// <summary>One bidder for one lot.</summary>
    private sealed class Entry(Deal deal, int serial)
    {
        public Deal Deal { get; } = deal;

        /// <summary>Within the lot; 0 is the winner.</summary>
        public int Serial { get; } = serial;
        public bool IsRefused { get; set; }
        public bool Pays { get; set; } = true;
        public MovementKind? Keeps { get; set; }
        public bool IsPending { get; set; }

        public string Bidder => $"示例投标人{Serial + 1:00}（{Deal.Lot[^9..]}）";
    }

    private void WriteReviewsAndSecurities()
    {
        var entries = Entries();
        foreach (var (at, entry) in entries.Index())
        {
            var place = Within(PlaceOf(entry.Deal) - 4 - streams.Below(8, "reviewed", at));
            if (at % 290 == 3)
                Review(entry, ReviewOutcome.Returned, place - 1);
            Review(entry, entry.IsRefused ? ReviewOutcome.Refused : ReviewOutcome.Accepted, place);
        }
        Securities(entries);

        void Review(Entry entry, ReviewOutcome outcome, int place) => Reviewed(entry.Deal.Lot, entry.Bidder, outcome, Day(Within(place)));
    }

    private void Reviewed(string lot, string bidder, ReviewOutcome outcome, DateOnly on, bool test = false) =>
        made.Reviews.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Reviews.Batch,
                Lot = lot,
                Bidder = bidder,
                Outcome = outcome,
                ReviewedOn = on,
                IsTest = test,
            }
        );

    /// <summary>The place of the day of a lot's session.</summary>
    private int PlaceOf(Deal deal) => deal.Group.Meeting?.Place ?? Within(deal.Group.Announced + DaysToResult / 2);

    private List<Entry> Entries()
    {
        var lots = deals.Where(d => d.Opened).ToList();
        long Least(Deal deal) =>
            !deal.Completed ? 0
            : IsResidential(deal) ? 6
            : deal.Side == TradeSide.Buying ? Rulebook.FewestBids.Amount
            : 1;
        long Most(Deal deal) =>
            IsResidential(deal) ? 22
            : deal is { Fails: true, Completed: false } ? 2
            : 18;
        var totals = Divide(
            Count("registration.reviewed"),
            s => s.Reviews,
            i => lots.Where(d => d.Share == i).Sum(Least),
            i => lots.Where(d => d.Share == i).Sum(Most)
        );
        var entries = new List<Entry>();
        for (var share = 0; share < Small; share++)
        {
            var of = lots.Where(d => d.Share == share).ToList();
            var many = Methods.Spread(
                totals[share],
                [.. of.Select((d, i) => IsResidential(d) ? 70L : 1 + streams.Below(9, $"bidders/{share}", i))],
                i => Least(of[i]),
                i => Most(of[i])
            );
            foreach (var (i, deal) in of.Index())
                entries.AddRange(Enumerable.Range(0, (int)many[i]).Select(serial => new Entry(deal, serial)));
        }
        return entries;
    }

    /// <summary>Who pays, whose money does not come back, and what comes back later than this year.</summary>
    private void Securities(List<Entry> entries)
    {
        var movements = Count("deposit.movements");
        foreach (var entry in entries.Where(e => e is { Serial: 0, Deal: { Share: Land, Completed: true } }))
            entry.Keeps = MovementKind.Conversion;
        foreach (var entry in entries.Where(e => e is { Serial: 1, Deal: { Share: Works, Completed: true } }).Take(3))
            entry.Keeps = MovementKind.Forfeiture;
        var pending = movements / 85;
        var stays = entries.Count(e => e.Keeps is not null) + pending;
        var before = movements / 135;
        before += (movements + stays - before) % 2;
        // Each receipt of the year comes back in it, but for those that stay; and some of the year before come back.
        var receipts = (movements + stays - before) / 2;
        WithoutSecurity(entries, entries.Count - receipts);
        var paid = entries.Where(e => e.Pays).ToList();
        if (receipts < stays || paid.Count(e => e.Keeps is null) < pending)
            throw new TargetsCannotBeReachedException("deposit.movements: too few for the year's securities");
        foreach (
            var entry in paid.Where(e => e.Keeps is null)
                .OrderByDescending(e => PlaceOf(e.Deal))
                .ThenBy(e => e.Deal.Lot, StringComparer.Ordinal)
                .Take(pending)
        )
            entry.IsPending = true;
        var earlier = Enumerable.Range(0, before).Select(i => 1000L * (20 + streams.Below(60, "earlier-security", i))).ToList();
        var amounts = Amounts(paid, earlier.Sum());
        WriteMovements(paid, amounts);
        foreach (var (i, amount) in earlier.Index())
        {
            var (lot, payer) = (TrapLot(500 + i), $"示例投标人（上年 {i + 1}）");
            Moved(lot, payer, MovementKind.Receipt, amount, Day(first - 3 - streams.Below(12, "earlier-received", i)));
            Moved(lot, payer, MovementKind.Refund, amount, Day(first + 2 + streams.Below(20, "earlier-refunded", i)));
        }
    }

    /// <summary>So many pay none: procurement lots that ask for none, and registrations that were refused.</summary>
    private void WithoutSecurity(List<Entry> entries, int many)
    {
        if (many < 0)
            throw new TargetsCannotBeReachedException("deposit.movements: more than twice the registrations");
        var left = many - (many / 5);
        foreach (
            var lot in entries
                .Where(e => e.Deal.Share == Procurement)
                .GroupBy(e => e.Deal)
                .OrderBy(g => streams.At("asks-no-security", g.Key.Rank))
                .Where(g => g.All(e => e.Keeps is null))
        )
        {
            if (lot.Count() > left)
                continue;
            foreach (var entry in lot)
                entry.Pays = false;
            left -= lot.Count();
        }
        var refusable = entries.Where(e => e is { Pays: true, Keeps: null, Serial: > 0 } && e.Deal.Share != Land).ToList();
        foreach (var entry in Methods.Choose(refusable, left + (many / 5), streams, "refused"))
            (entry.Pays, entry.IsRefused) = (false, true);
    }

    /// <summary>What each lot asks for, in yuan, so that all movements of the year together come to the target.</summary>
    /// <param name="earlier">Refunds of the year before.</param>
    private Dictionary<Deal, long> Amounts(List<Entry> paid, long earlier)
    {
        const long Step = 10_000;
        var moves = paid.GroupBy(e => e.Deal).ToDictionary(g => g.Key, g => (long)g.Sum(e => e.Keeps is null && !e.IsPending ? 2 : 1));
        var asked = moves.Keys.Where(d => !IsResidential(d)).ToDictionary(d => d, Asked);
        var aim = InYuan("deposit.amount");
        var parcels = moves.Keys.Where(IsResidential).ToList();
        var left = aim - earlier - asked.Sum(a => a.Value * moves[a.Key]);
        var weights = parcels.Aggregate(Int128.Zero, (sum, d) => sum + ((Int128)d.Comparison * moves[d]));
        if (parcels.Count == 0 || left < parcels.Sum(d => moves[d]) * Step)
            throw new TargetsCannotBeReachedException("deposit.amount: less than the year's lots ask for");
        foreach (var parcel in parcels)
        {
            var share = long.Max(Step, (long)((Int128)left * parcel.Comparison / weights) / Step * Step);
            asked[parcel] = share;
        }
        left -= parcels.Sum(d => asked[d] * moves[d]);
        // The gap is closed on the lot with the fewest movements, a step at a time: far less than what is rounded away.
        var closing = moves.Keys.Where(d => d.Share == Land).OrderBy(d => moves[d]).ThenBy(d => d.Rank).First();
        var step = Step * moves[closing];
        var steps = left >= 0 ? left / step : -((step - 1 - left) / step);
        asked[closing] += steps * Step;
        var reached = aim - left + (steps * step);
        bool Prints(long sum) =>
            new Fraction(sum, YuanInHundredMillion).Round(targets.Decimals("deposit.amount")) == targets["deposit.amount"];
        if (!Prints(reached))
            (asked[closing], reached) = (asked[closing] + Step, reached + step);
        if (!Prints(reached) || asked[closing] <= 0)
            throw new TargetsCannotBeReachedException("deposit.amount: cannot be reached with the year's lots");
        return asked;
    }

    /// <summary>投标保证金 of a lot that is no dwelling parcel, in yuan.</summary>
    private long Asked(Deal deal) =>
        deal.Share switch
        {
            Works => Thousands(Math.Min(800_000, deal.Comparison / 50)),
            Procurement => 1000 * (5 + (long)streams.Below(36, "procurement-security", deal.Rank)),
            Land => long.Max(10_000, deal.Comparison * 3 / 10 / 10_000 * 10_000),
            Other => Thousands(deal.Comparison / 50),
            _ => Thousands(deal.Comparison / 10),
        };

    private static long Thousands(long yuan) => long.Max(1000, yuan / 1000 * 1000);

    private void WriteMovements(List<Entry> paid, Dictionary<Deal, long> amounts)
    {
        foreach (var (at, entry) in paid.Index())
        {
            var (deal, amount) = (entry.Deal, amounts[entry.Deal]);
            var session = PlaceOf(deal);
            var over = deal.Completed ? Math.Max(session, ResultPlace(deal)) : session;
            Moved(deal.Lot, entry.Bidder, MovementKind.Receipt, amount, Day(Within(session - 1 - streams.Below(3, "received", at))));
            if (entry.Keeps is { } kept)
                Moved(deal.Lot, entry.Bidder, kept, amount, Day(Within(over + 4)));
            else
            {
                var back = entry.IsPending
                    ? last + 1 + streams.Below(10, "pending", at)
                    : Within(over + 1 + streams.Below(4, "refunded", at));
                Moved(deal.Lot, entry.Bidder, MovementKind.Refund, amount, Day(back));
                if (at % 9 == 0)
                    MovedFen(deal.Lot, entry.Bidder, MovementKind.Interest, 1 + (amount / 300), Day(back));
            }
            if (at % 450 == 7)
            {
                // From another account than the bidder's: it goes back, and the bidder pays again.
                Moved(deal.Lot, entry.Bidder, MovementKind.Misdirected, amount, Day(Within(session - 5)));
                Moved(deal.Lot, entry.Bidder, MovementKind.MisdirectedReturn, amount, Day(Within(session - 4)));
            }
        }
    }

    private void Moved(string lot, string payer, MovementKind kind, long yuan, DateOnly on) => MovedFen(lot, payer, kind, 100 * yuan, on);

    private void MovedFen(string lot, string payer, MovementKind kind, long fen, DateOnly on) =>
        made.Movements.Add(id =>
            new()
            {
                Id = id,
                Division = division,
                Batch = made.Movements.Batch,
                Lot = lot,
                Payer = payer,
                Kind = kind,
                Amount = fen,
                SettledOn = on,
            }
        );
}
