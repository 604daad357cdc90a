using System.Globalization;
using System.Text.Json;

namespace CountyHall.Trading.RedFlags;

/// <summary>红旗指标: eleven red flags over compiled OCDS releases, one line after the other, in memory that grows with the parties and the processes compared, not with the text.</summary>
/// <remarks>
/// The public definitions of the Cardinal library (Open Contracting Partnership, MIT), restated: <c>docs/trading/red-flags.md</c> has the table. A flag is a
/// question, never a penalty. Of two lines with one ocid the later replaces what the earlier said of the process.
/// </remarks>
public sealed class Indicators
{
    private readonly RedFlagSettings settings;
    private readonly ProcessLine line;
    private readonly Names ocids = new();
    private Process[] processes = new Process[64];
    private Party[] parties = new Party[64];
    private readonly Dictionary<int, int> othersDisqualified = [];
    private readonly HashSet<int> excluded;
    private readonly HashSet<int> withoutPrices;
    private readonly HashSet<int> withPrices;
    private readonly HashSet<int> shortMethods;
    private readonly HashSet<int> singleMethods;
    private readonly Dictionary<int, long> shortPeriods;
    private readonly Switches on;
    private int? currency;

    // The number of the line and of the question within it: a party that bears it was counted before.
    private long mark;

    // Used again by every line.
    private readonly HashSet<int> one = [];
    private readonly HashSet<int> two = [];
    private readonly Dictionary<(double, int), Piece> prices = [];

    public Indicators(RedFlagSettings settings)
    {
        this.settings = settings;
        line = new() { KindDigits = settings.KindDigits };
        var codes = line.Codes;
        excluded = [.. settings.Excluded.Select(codes.Of)];
        withoutPrices = [.. settings.WithoutPriceComparison.Select(codes.Of)];
        withPrices = [.. settings.WithPriceComparison.Select(codes.Of)];
        shortMethods = [.. settings.ShortPeriodMethods.Select(codes.Of)];
        singleMethods = [.. settings.SingleBidMethods.Select(codes.Of)];
        shortPeriods = settings.ShortPeriods.ToDictionary(p => codes.Of(p.Key), p => p.Value);
        currency = settings.Currency is { } set ? codes.Of(set) : null;
        on = Switches.Of(settings);
    }

    /// <summary>Amounts skipped because they are in another currency than the one compared.</summary>
    public long OtherCurrency { get; private set; }

    /// <summary>Takes one line.</summary>
    /// <exception cref="JsonException">The line is no JSON text; then it does not count.</exception>
    public void Add(ReadOnlySpan<byte> json)
    {
        if (!line.Read(json) || line.Ocid is not { } ocid || line.Tender.IsCancelled)
            return;
        if (line.Tender.Details is { } details && excluded.Contains(details))
            return;
        MakeRoom();
        var process = new Seen(this, ocid);
        var comparable = IsComparable();
        var final = line is { HasAwards: true, HasBids: true } && AllFinal();
        var winner = final ? OnlyWinner() : null;
        if (winner is { } compared && comparable && (on.Close || on.Discounted))
            Compare(ref process, compared);
        if (on.ShortPeriod)
            ShortPeriod(ref process);
        if (on.SingleBid)
            SingleBid(ref process);
        if (winner is { } won && on.FewWins)
            CountWins(won);
        if (comparable && on.SamePrices)
            SamePrices(ref process);
        if (on.LateBid)
            LateBidWon(ref process);
        if (final && on.OthersDisqualified)
            OthersDisqualified(ref process);
        if (comparable && on.LowestDisqualified)
            LowestDisqualified(ref process);
        if (on.ManyDisqualified)
            CountDisqualified();
        if (on.ManyKinds)
            CountKinds();
    }

    // Lines that did not count may have named parties too.
    private void MakeRoom()
    {
        if (parties.Length < line.Organisations.Count)
            Array.Resize(ref parties, Math.Max(line.Organisations.Count, 2 * parties.Length));
    }

    /// <summary>The flags: group, identifier, code, number. What only all lines together tell is computed here; ask once, at the end.</summary>
    public IEnumerable<(string Group, IEnumerable<(string Id, IReadOnlyList<(string Code, double Value)> Codes)> Flags)> Flags()
    {
        MakeRoom();
        var limits = Limits();
        var (close, far) = (limits.Of("R024"), limits.Of("R058"));
        for (var at = 0; at < ocids.Count; at++)
        {
            ref var process = ref processes[at];
            if (!process.Has(Flag.Difference))
                continue;
            if (process.Share <= close)
            {
                process.Flags |= Flag.Close;
                parties[process.Winner].Flags |= Flag.Close;
                parties[process.RunnerUp].Flags |= Flag.Close;
            }
            if (process.Share >= far)
            {
                process.Flags |= Flag.Discounted;
                parties[process.Winner].Flags |= Flag.Discounted;
            }
        }
        yield return ("OCID", Flagged(ocids, OfProcess));
        yield return (
            "Buyer",
            Flagged(line.Organisations, id => Ratio(parties[id].AsBuyer, limits.Of("R038", "Buyer"), settings.LeastBidsOfBuyer))
        );
        yield return (
            "ProcuringEntity",
            Flagged(line.Organisations, id => Ratio(parties[id].AsEntity, limits.Of("R038", "ProcuringEntity"), settings.LeastBidsOfBuyer))
        );
        yield return ("Tenderer", Flagged(line.Organisations, id => OfTenderer(id, limits)));
    }

    /// <summary>What each indicator that compares with others has compared: how many, the quartiles, and the number from which on it flags.</summary>
    public IReadOnlyList<Peers> Limits()
    {
        var shares = new Quantiles(
            Enumerable.Range(0, ocids.Count).Where(p => processes[p].Has(Flag.Difference)).Select(p => processes[p].Share)
        );
        var bidders = Parties().Where(p => p.Processes > 0).ToList();
        var ratios = new Quantiles(bidders.Select(p => (double)p.Wins / p.Processes));
        var many = new Quantiles(bidders.Select(p => (double)p.Processes));
        var kinds = new Quantiles(
            Parties().Where(p => p.Kinds is not null && p.Supplied >= settings.LeastProcesses).Select(p => (double)p.Kinds!.Count)
        );
        return
        [
            new("R024", "OCID", shares, on.Close ? Low(settings.CloseToWinner, shares) : null),
            new("R058", "OCID", shares, on.Discounted ? High(settings.HeavilyDiscounted, shares) : null),
            new("R025", "Tenderer", ratios, on.FewWins ? Low(settings.FewWins, ratios) : null)
            {
                Least = many.At(settings.ManyBidsPercentile / 100),
            },
            Disqualified("Buyer", p => p.AsBuyer, settings.LeastBidsOfBuyer),
            Disqualified("ProcuringEntity", p => p.AsEntity, settings.LeastBidsOfBuyer),
            Disqualified("Tenderer", p => p.AsTenderer, settings.LeastBidsOfTenderer),
            // Of kinds every number counts: the fence is at least one.
            new("R048", "Tenderer", kinds, !on.ManyKinds || kinds.Count == 0 ? null : settings.ManyKinds ?? kinds.UpperFence),
        ];

        Peers Disqualified(string group, Func<Party, Sum> sum, long least)
        {
            var shares = new Quantiles(
                Parties().Select(sum).Where(s => s.Submitted > 0 && s.Submitted >= least).Select(s => (double)s.Disqualified / s.Submitted)
            );
            return new("R038", group, shares, on.ManyDisqualified ? High(settings.ManyDisqualified, shares) : null);
        }
    }

    /// <summary>One JSON object: group, identifier, code, number. A group without flags is left out.</summary>
    public void Write(Utf8JsonWriter to)
    {
        to.WriteStartObject();
        foreach (var (group, flags) in Flags())
        {
            var isOpen = false;
            foreach (var (id, codes) in flags)
            {
                if (!isOpen)
                    to.WriteStartObject(group);
                isOpen = true;
                to.WriteStartObject(id);
                foreach (var (code, value) in codes)
                {
                    to.WritePropertyName(code);
                    to.WriteRawValue(Digits(value), skipInputValidation: true);
                }
                to.WriteEndObject();
            }
            if (isOpen)
                to.WriteEndObject();
        }
        to.WriteEndObject();
    }

    /// <summary>A double as the reference prints it: the shortest digits that read back as the same, with <c>.0</c> where it is whole.</summary>
    public static string Digits(double value)
    {
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().IndexOfAny('.', 'E') < 0 ? digits + ".0" : digits;
    }

    private bool IsComparable()
    {
        if (withPrices.Count > 0)
            return line.Tender.Details is { } only && withPrices.Contains(only);
        return withoutPrices.Count == 0 || line.Tender.Details is not { } details || !withoutPrices.Contains(details);
    }

    private bool AllFinal()
    {
        foreach (ref readonly var award in line.Awards)
        {
            if (award.Status == AwardState.NotFinal)
                return false;
        }
        return true;
    }

    /// <summary>The one supplier of the one active award; none where there are more of either.</summary>
    private int? OnlyWinner()
    {
        var (active, suppliers) = (0, (Piece?)null);
        foreach (ref readonly var award in line.Awards)
        {
            if (award.Status == AwardState.Active)
                (active, suppliers) = (active + 1, award.Suppliers);
        }
        return active == 1 && suppliers is { } range && line.Ids(range) is [>= 0 and var only] ? only : null;
    }

    /// <summary>The one tenderer of a bid; none where there are more.</summary>
    private int? Alone(in LineBid bid) => bid.Tenderers is { } range && line.Ids(range) is [>= 0 and var only] ? only : null;

    private bool IsInCurrency(int asked)
    {
        if (asked == (currency ??= asked))
            return true;
        OtherCurrency++;
        return false;
    }

    // The first currency met is that of the first amount any indicator compares: bids of one tenderer in a process with one winner, or any submitted bid in one with an award.
    private void Compare(ref Seen process, int winner)
    {
        var (won, next, second) = (double.NaN, double.NaN, 0);
        foreach (ref readonly var bid in line.Bids)
        {
            if (
                bid is not { Status: BidState.Valid, Amount: { } amount, Currency: { } of }
                || Alone(bid) is not { } tenderer
                || !IsInCurrency(of)
            )
                continue;
            if (tenderer == winner)
                won = double.IsNaN(won) || amount < won ? amount : won;
            else if (double.IsNaN(next) || amount < next)
                (next, second) = (amount, tenderer);
        }
        // Not a number where a bid is missing; a winner's price of nothing has no share that can be said.
        if (!(next >= won && won > 0))
            return;
        ref var known = ref process.Of();
        (known.Share, known.Winner, known.RunnerUp) = ((next - won) / won, winner, second);
        known.Flags |= Flag.Difference;
    }

    private void ShortPeriod(ref Seen process)
    {
        if (shortMethods.Count > 0 && (line.Tender.Method is not { } method || !shortMethods.Contains(method)))
            return;
        if (
            line.Tender is not { Start: { } start, End: { } end }
            || !Rfc3339.TryParse(line.Text(start), out var from, out var fromNanoseconds)
            || !Rfc3339.TryParse(line.Text(end), out var to, out var toNanoseconds)
        )
            return;
        var seconds = to - from;
        // Truncated towards nothing, forwards and backwards.
        if (seconds > 0 && toNanoseconds < fromNanoseconds)
            seconds--;
        else if (seconds < 0 && toNanoseconds > fromNanoseconds)
            seconds++;
        var least = line.Tender.Details is { } details && shortPeriods.TryGetValue(details, out var own) ? own : settings.ShortPeriod;
        if (seconds / 86400 < least)
            process.Of().Flags |= Flag.ShortPeriod;
    }

    private void SingleBid(ref Seen process)
    {
        if (line.Tender.HasOneTenderer && (singleMethods.Count == 0 || line.Tender.Method is { } method && singleMethods.Contains(method)))
            process.Of().Flags |= Flag.SingleBid;
    }

    private void CountWins(int winner)
    {
        mark++;
        foreach (ref readonly var bid in line.Bids)
        {
            if (bid.Status != BidState.Valid || Alone(bid) is not { } tenderer)
                continue;
            ref var party = ref parties[tenderer];
            if (!party.IsNew(mark))
                continue;
            party.Processes++;
            if (tenderer == winner)
                party.Wins++;
        }
    }

    private void SamePrices(ref Seen process)
    {
        prices.Clear();
        foreach (ref readonly var bid in line.Bids)
        {
            if (
                !bid.IsSubmitted
                || bid is not { Amount: { } amount, Currency: { } of, Tenderers: { } range }
                || line.Ids(range).IndexOfAnyExcept(ProcessLine.Nobody) < 0
            )
                continue;
            // Of several bids with one price each is compared with the one before: where two of them differ, two neighbours do.
            if (prices.TryGetValue((amount, of), out var before) && !AreSame(range, before))
            {
                process.Of().Flags |= Flag.SamePrices;
                foreach (var tenderer in one)
                    parties[tenderer].Flags |= Flag.SamePrices;
                foreach (var tenderer in two)
                    parties[tenderer].Flags |= Flag.SamePrices;
            }
            prices[(amount, of)] = range;
        }
    }

    /// <summary>The same set of tenderers; where not, both sets are left for the caller.</summary>
    private bool AreSame(Piece range, Piece before)
    {
        if (line.Ids(range).SequenceEqual(line.Ids(before)))
            return true;
        Fill(one, range);
        Fill(two, before);
        return one.SetEquals(two);
    }

    private void Fill(HashSet<int> into, Piece range)
    {
        into.Clear();
        foreach (var id in line.Ids(range))
        {
            if (id >= 0)
                into.Add(id);
        }
    }

    private void LateBidWon(ref Seen process)
    {
        if (line.Tender.End is not { } end || !line.HasAwards || !line.HasBids)
            return;
        var isMarked = false;
        foreach (ref readonly var bid in line.Bids)
        {
            if (
                bid is not { Status: BidState.Valid, Date: { } date, Tenderers: { } range }
                || line.Text(date).SequenceCompareTo(line.Text(end)) <= 0
            )
                continue;
            if (!isMarked)
                MarkSuppliers();
            isMarked = true;
            foreach (var tenderer in line.Ids(range))
            {
                if (tenderer < 0 || parties[tenderer].IsNew(mark, take: false))
                    continue;
                process.Of().Flags |= Flag.LateBid;
                parties[tenderer].Flags |= Flag.LateBid;
            }
        }
    }

    private void MarkSuppliers()
    {
        mark++;
        foreach (ref readonly var award in line.Awards)
        {
            if (award is not { Status: AwardState.Active, Suppliers: { } range })
                continue;
            foreach (var supplier in line.Ids(range))
            {
                if (supplier >= 0)
                    parties[supplier].IsNew(mark);
            }
        }
    }

    private void OthersDisqualified(ref Seen process)
    {
        var only = ProcessLine.Nobody;
        var isAny = false;
        foreach (ref readonly var bid in line.Bids)
        {
            isAny |= bid.Status == BidState.Disqualified;
            if (bid is not { Status: BidState.Valid, Tenderers: { } range })
                continue;
            foreach (var tenderer in line.Ids(range))
            {
                if (tenderer >= 0 && only >= 0 && tenderer != only)
                    return;
                only = tenderer >= 0 ? tenderer : only;
            }
        }
        if (only < 0 || !isAny || !Supplies(only))
            return;
        mark++;
        parties[only].IsNew(mark);
        var others = 0;
        foreach (ref readonly var bid in line.Bids)
        {
            if (bid is not { Status: BidState.Disqualified, Tenderers: { } range })
                continue;
            foreach (var tenderer in line.Ids(range))
            {
                if (tenderer >= 0 && parties[tenderer].IsNew(mark))
                    others++;
            }
        }
        if (others < settings.OthersDisqualified)
            return;
        process.Of().Flags |= Flag.OthersDisqualified;
        othersDisqualified[process.Number] = others;
        parties[only].Flags |= Flag.OthersDisqualified;
    }

    /// <summary>One party and no other supplies the active awards.</summary>
    private bool Supplies(int only)
    {
        var isSupplier = false;
        foreach (ref readonly var award in line.Awards)
        {
            if (award is not { Status: AwardState.Active, Suppliers: { } range })
                continue;
            foreach (var supplier in line.Ids(range))
            {
                if (supplier >= 0 && supplier != only)
                    return false;
                isSupplier |= supplier == only;
            }
        }
        return isSupplier;
    }

    private void LowestDisqualified(ref Seen process)
    {
        var isAwarded = false;
        foreach (ref readonly var award in line.Awards)
            isAwarded |= award.Status == AwardState.Active;
        if (!isAwarded)
            return;
        var (lowest, isDisqualified, hasValid) = ((double?)null, false, false);
        foreach (ref readonly var bid in line.Bids)
        {
            if (!bid.IsSubmitted || bid is not { Amount: { } amount, Currency: { } of } || !IsInCurrency(of))
                continue;
            if (lowest is not { } least || amount < least)
                (lowest, isDisqualified) = (amount, bid.Status == BidState.Disqualified);
            hasValid |= bid.Status == BidState.Valid;
        }
        if (hasValid && isDisqualified)
            process.Of().Flags |= Flag.LowestDisqualified;
    }

    private void CountDisqualified()
    {
        var (disqualified, submitted) = (0, 0);
        foreach (ref readonly var bid in line.Bids)
        {
            if (!bid.IsSubmitted)
                continue;
            var refused = bid.Status == BidState.Disqualified ? 1 : 0;
            disqualified += refused;
            submitted++;
            if (bid.Tenderers is not { } range)
                continue;
            // Each entry counts: a bid that names one tenderer twice counts twice for it, as in the reference.
            foreach (var tenderer in line.Ids(range))
            {
                if (tenderer >= 0)
                    parties[tenderer].AsTenderer.Add(refused, 1);
            }
        }
        if (submitted == 0)
            return;
        if (line.Buyer is { } buyer)
            parties[buyer].AsBuyer.Add(disqualified, submitted);
        if (line.Tender.ProcuringEntity is { } entity)
            parties[entity].AsEntity.Add(disqualified, submitted);
    }

    private void CountKinds()
    {
        mark++;
        foreach (ref readonly var award in line.Awards)
        {
            if (
                award is not { Status: AwardState.Active, Suppliers: { } suppliers, Kinds: { Length: > 0 } kinds }
                || line.Ids(suppliers) is not [>= 0 and var supplier]
            )
                continue;
            ref var party = ref parties[supplier];
            party.Kinds ??= [];
            foreach (var kind in line.Kinds(kinds))
                party.Kinds.Add(kind);
            if (party.IsNew(mark))
                party.Supplied++;
        }
    }

    private IEnumerable<Party> Parties() => parties.Take(line.Organisations.Count);

    private static IEnumerable<(string, IReadOnlyList<(string, double)>)> Flagged(
        Names names,
        Func<int, IReadOnlyList<(string, double)>> of
    )
    {
        for (var id = 0; id < names.Count; id++)
        {
            if (of(id) is { Count: > 0 } codes)
                yield return (names[id], codes);
        }
    }

    private List<(string, double)> OfProcess(int id)
    {
        var process = processes[id];
        List<(string, double)> codes = [];
        Set(Flag.ShortPeriod, "R003", 1);
        Set(Flag.SingleBid, "R018", 1);
        Set(Flag.Close, "R024", process.Share);
        Set(Flag.SamePrices, "R028", 1);
        Set(Flag.LateBid, "R030", 1);
        Set(Flag.OthersDisqualified, "R035", othersDisqualified.GetValueOrDefault(id));
        Set(Flag.LowestDisqualified, "R036", 1);
        Set(Flag.Discounted, "R058", process.Share);
        return codes;

        void Set(Flag flag, string code, double value)
        {
            if (process.Has(flag))
                codes.Add((code, value));
        }
    }

    private List<(string, double)> OfTenderer(int id, IReadOnlyList<Peers> limits)
    {
        var party = parties[id];
        List<(string, double)> codes = [];
        Set(Flag.Close, "R024", 0);
        if (
            party.Processes > 0
            && party.Processes >= limits.First(l => l.Code == "R025").Least
            && (double)party.Wins / party.Processes is var ratio
            && ratio <= limits.Of("R025")
        )
            codes.Add(("R025", ratio));
        Set(Flag.SamePrices, "R028", 1);
        Set(Flag.LateBid, "R030", 1);
        Set(Flag.OthersDisqualified, "R035", 0);
        codes.AddRange(Ratio(party.AsTenderer, limits.Of("R038", "Tenderer"), settings.LeastBidsOfTenderer));
        if (party.Kinds is { Count: var kinds } && party.Supplied >= settings.LeastProcesses && kinds >= limits.Of("R048"))
            codes.Add(("R048", kinds));
        Set(Flag.Discounted, "R058", 0);
        return codes;

        void Set(Flag flag, string code, double value)
        {
            if ((party.Flags & flag) != 0)
                codes.Add((code, value));
        }
    }

    private static IReadOnlyList<(string, double)> Ratio(Sum sum, double? limit, long least) =>
        sum.Submitted > 0 && sum.Submitted >= least && (double)sum.Disqualified / sum.Submitted is var ratio && ratio >= limit
            ? [("R038", ratio)]
            : [];

    /// <summary>The fixed limit, or the lower fence; none where a quarter of the values is nothing, or the fence lies at nothing: then most would be flagged.</summary>
    private static double? Low(double? fixedLimit, Quantiles of) =>
        fixedLimit is { } given ? (given > 0 ? given : null)
        : of is { Q1: > 0, LowerFence: > 0 and var fence } ? fence
        : null;

    /// <summary>The fixed limit, or the upper fence; none where it lies at nothing.</summary>
    private static double? High(double? fixedLimit, Quantiles of) =>
        of.Count > 0 && (fixedLimit ?? of.UpperFence) is > 0 and var limit ? limit : null;

    /// <summary>The process of the line under way: it gets a place only once something is to be kept of it.</summary>
    private struct Seen(Indicators of, Piece ocid)
    {
        private int number = -1;

        public readonly int Number => number;

        public ref Process Of()
        {
            if (number < 0)
            {
                number = of.ocids.Of(of.line.Text(ocid));
                if (number >= of.processes.Length)
                    Array.Resize(ref of.processes, 2 * of.processes.Length);
            }
            return ref of.processes[number];
        }
    }

    [Flags]
    private enum Flag : ushort
    {
        /// <summary>There is a next bid to compare the winner's with.</summary>
        Difference = 1,
        ShortPeriod = 1 << 1,
        SingleBid = 1 << 2,
        Close = 1 << 3,
        SamePrices = 1 << 4,
        LateBid = 1 << 5,
        OthersDisqualified = 1 << 6,
        LowestDisqualified = 1 << 7,
        Discounted = 1 << 8,
    }

    private struct Process
    {
        /// <summary>(the next lowest valid bid − the winner's) / the winner's.</summary>
        public double Share;
        public int Winner;
        public int RunnerUp;
        public Flag Flags;

        public readonly bool Has(Flag flag) => (Flags & flag) != 0;
    }

    private struct Sum
    {
        public long Disqualified;
        public long Submitted;

        public void Add(int disqualified, int submitted)
        {
            Disqualified += disqualified;
            Submitted += submitted;
        }
    }

    private struct Party
    {
        public Sum AsTenderer;
        public Sum AsBuyer;
        public Sum AsEntity;
        public int Wins;
        public int Processes;

        /// <summary>Processes in which it is the one supplier of an award with kinds.</summary>
        public int Supplied;
        public Flag Flags;
        public HashSet<int>? Kinds;
        private long marked;

        /// <summary>It does not bear the mark yet; then it is given it.</summary>
        public bool IsNew(long mark, bool take = true)
        {
            if (marked == mark)
                return false;
            if (take)
                marked = mark;
            return true;
        }
    }

    /// <summary>Which indicators are computed, asked once and not for each line.</summary>
    private readonly record struct Switches(
        bool ShortPeriod,
        bool SingleBid,
        bool Close,
        bool FewWins,
        bool SamePrices,
        bool LateBid,
        bool OthersDisqualified,
        bool LowestDisqualified,
        bool ManyDisqualified,
        bool ManyKinds,
        bool Discounted
    )
    {
        public static Switches Of(RedFlagSettings settings)
        {
            return new(
                On("R003"),
                On("R018"),
                On("R024"),
                On("R025"),
                On("R028"),
                On("R030"),
                On("R035"),
                On("R036"),
                On("R038"),
                On("R048"),
                On("R058")
            );

            bool On(string indicator) => !settings.Off.Contains(indicator);
        }
    }
}

/// <summary>With whom an indicator compared.</summary>
/// <param name="Group">Whose values: of processes, buyers, procuring entities or tenderers.</param>
/// <param name="Values">The values compared.</param>
/// <param name="Limit">From here on it flags, the limit included; none where it says nothing.</param>
public sealed record Peers(string Code, string Group, Quantiles Values, double? Limit)
{
    /// <summary>R025: the number of processes from which on a tenderer is looked at; 0 for the others.</summary>
    public double Least { get; init; }
}

internal static class PeersOf
{
    public static double? Of(this IReadOnlyList<Peers> peers, string code, string? group = null) =>
        peers.First(p => p.Code == code && (group is null || p.Group == group)).Limit;
}
