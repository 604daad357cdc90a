using System.Globalization;
using System.Text.Json;

namespace CountyHall.Trading.RedFlags;

/// <summary>红旗指标: eleven red flags over compiled OCDS releases, one line after the other, in memory that grows with the parties and the flags, not with the text.</summary>
/// <remarks>
/// The public definitions of the Cardinal library (Open Contracting Partnership, MIT), restated: <c>docs/trading/red-flags.md</c> has the table. A flag is a
/// question, never a penalty. Of two lines with one ocid the later replaces what the earlier said of the process.
/// </remarks>
public sealed class Indicators(RedFlagSettings settings)
{
    private readonly ProcessLine line = new() { KindDigits = settings.KindDigits };
    private readonly Dictionary<string, Difference> differences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Wins, int Processes)> wins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Disqualified, long Submitted)> buyers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Disqualified, long Submitted)> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Disqualified, long Submitted)> tenderers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Processes, HashSet<string> Kinds)> supplied = new(StringComparer.Ordinal);
    private readonly Results results = new();
    private string? currency;

    // Used again by every line.
    private readonly HashSet<string> one = new(StringComparer.Ordinal);
    private readonly HashSet<string> two = new(StringComparer.Ordinal);
    private readonly HashSet<string> three = new(StringComparer.Ordinal);
    private readonly Dictionary<(double, string), Range> prices = [];

    /// <summary>Amounts skipped because they are in another currency than the one compared.</summary>
    public long OtherCurrency { get; private set; }

    /// <summary>Takes one line.</summary>
    /// <exception cref="JsonException">The line is no JSON text; then it does not count.</exception>
    public void Add(ReadOnlySpan<byte> json)
    {
        if (!line.Read(json) || line.Ocid is not { } ocid || line.Tender.IsCancelled)
            return;
        if (line.Tender.Details is { } details && settings.Excluded.Contains(details))
            return;
        var comparable = IsComparable();
        var final = line is { HasAwards: true, HasBids: true } && !line.Awards.Exists(a => a.Status == AwardState.NotFinal);
        var winner = final ? OnlyWinner() : null;
        if (winner is not null && comparable && (IsOn("R024") || IsOn("R058")))
            Compare(ocid, winner);
        if (IsOn("R003"))
            ShortPeriod(ocid);
        if (IsOn("R018"))
            SingleBid(ocid);
        if (winner is not null && IsOn("R025"))
            CountWins(winner);
        if (comparable && IsOn("R028"))
            SamePrices(ocid);
        if (IsOn("R030"))
            LateBidWon(ocid);
        if (final && IsOn("R035"))
            OthersDisqualified(ocid);
        if (comparable && IsOn("R036"))
            LowestDisqualified(ocid);
        if (IsOn("R038"))
            CountDisqualified();
        if (IsOn("R048"))
            CountKinds();
    }

    /// <summary>The flags: group, identifier, code, number. What only all lines together tell is computed here; ask once, at the end.</summary>
    public IReadOnlyList<(string Group, IReadOnlyDictionary<string, SortedDictionary<string, double>> Flags)> Flags()
    {
        if (IsOn("R024"))
            Close();
        if (IsOn("R025"))
            FewWins();
        if (IsOn("R038"))
        {
            ManyDisqualified(buyers, settings.LeastBidsOfBuyer, results.Buyer);
            ManyDisqualified(entities, settings.LeastBidsOfBuyer, results.ProcuringEntity);
            ManyDisqualified(tenderers, settings.LeastBidsOfTenderer, results.Tenderer);
        }
        if (IsOn("R048"))
            ManyKinds();
        if (IsOn("R058"))
            HeavilyDiscounted();
        return
        [
            ("OCID", results.Ocid),
            ("Buyer", results.Buyer),
            ("ProcuringEntity", results.ProcuringEntity),
            ("Tenderer", results.Tenderer),
        ];
    }

    /// <summary>One JSON object: group, identifier, code, number. A group without flags is left out.</summary>
    public void Write(Utf8JsonWriter to)
    {
        to.WriteStartObject();
        foreach (var (group, flags) in Flags())
        {
            if (flags.Count == 0)
                continue;
            to.WriteStartObject(group);
            foreach (var (id, codes) in flags)
            {
                to.WriteStartObject(id);
                foreach (var (code, value) in codes)
                {
                    to.WritePropertyName(code);
                    to.WriteRawValue(Digits(value), skipInputValidation: true);
                }
                to.WriteEndObject();
            }
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

    private bool IsOn(string indicator) => !settings.Off.Contains(indicator);

    private bool IsComparable()
    {
        if (settings.WithPriceComparison.Count > 0)
            return line.Tender.Details is { } only && settings.WithPriceComparison.Contains(only);
        return line.Tender.Details is not { } details || !settings.WithoutPriceComparison.Contains(details);
    }

    /// <summary>The one supplier of the one active award; none where there are more of either.</summary>
    private string? OnlyWinner()
    {
        var active = (LineAward?)null;
        foreach (var award in line.Awards)
        {
            if (award.Status != AwardState.Active)
                continue;
            if (active is not null)
                return null;
            active = award;
        }
        return active?.Suppliers is { } suppliers && line.Ids(suppliers) is [var only] ? only : null;
    }

    private bool IsInCurrency(string asked)
    {
        if (asked == (currency ??= settings.Currency ?? asked))
            return true;
        OtherCurrency++;
        return false;
    }

    // The first currency met is that of the first amount any indicator compares: bids of one tenderer in a process with one winner, or any submitted bid in one with an award.
    private void Compare(string ocid, string winner)
    {
        var (won, next, second) = (double.NaN, double.NaN, (string?)null);
        foreach (var bid in line.Bids)
        {
            if (
                bid is not { Status: BidState.Valid, Amount: { } amount, Currency: { } of, Tenderers: { } range }
                || line.Ids(range) is not [{ } tenderer]
                || !IsInCurrency(of)
            )
                continue;
            if (tenderer == winner)
                won = double.IsNaN(won) || amount < won ? amount : won;
            else if (double.IsNaN(next) || amount < next)
                (next, second) = (amount, tenderer);
        }
        // Not a number where a bid is missing; a winner's price of nothing has no share that can be said.
        if (next >= won && won > 0)
            differences[ocid] = new((next - won) / won, winner, second!);
    }

    private void ShortPeriod(string ocid)
    {
        if (
            settings.ShortPeriodMethods.Count > 0
            && (line.Tender.Method is not { } method || !settings.ShortPeriodMethods.Contains(method))
        )
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
        var least =
            line.Tender.Details is { } details && settings.ShortPeriods.TryGetValue(details, out var own) ? own : settings.ShortPeriod;
        if (seconds / 86400 < least)
            results.Process(ocid, "R003", 1);
    }

    private void SingleBid(string ocid)
    {
        if (
            line.Tender.HasOneTenderer
            && (settings.SingleBidMethods.Count == 0 || line.Tender.Method is { } method && settings.SingleBidMethods.Contains(method))
        )
            results.Process(ocid, "R018", 1);
    }

    private void CountWins(string winner)
    {
        one.Clear();
        foreach (var bid in line.Bids)
        {
            if (bid is { Status: BidState.Valid, Tenderers: { } range } && line.Ids(range) is [{ } tenderer])
                one.Add(tenderer);
        }
        foreach (var tenderer in one)
        {
            var (won, processes) = wins.GetValueOrDefault(tenderer);
            wins[tenderer] = (won + (tenderer == winner ? 1 : 0), processes + 1);
        }
    }

    private void SamePrices(string ocid)
    {
        prices.Clear();
        foreach (var bid in line.Bids)
        {
            if (!bid.IsSubmitted || bid is not { Amount: { } amount, Currency: { } of, Tenderers: { } range })
                continue;
            Fill(one, range);
            if (one.Count == 0)
                continue;
            if (prices.TryGetValue((amount, of), out var before))
            {
                Fill(two, before);
                if (!one.SetEquals(two))
                {
                    results.Process(ocid, "R028", 1);
                    foreach (var tenderer in one.Union(two))
                        results.Set(results.Tenderer, tenderer, "R028", 1);
                }
            }
            prices[(amount, of)] = range;
        }
    }

    private void LateBidWon(string ocid)
    {
        if (line.Tender.End is not { } end || !line.HasAwards || !line.HasBids)
            return;
        Suppliers(one);
        foreach (var bid in line.Bids)
        {
            if (
                bid is not { Status: BidState.Valid, Date: { } date, Tenderers: { } range }
                || line.Text(date).SequenceCompareTo(line.Text(end)) <= 0
            )
                continue;
            foreach (var tenderer in line.Ids(range))
            {
                if (tenderer is null || !one.Contains(tenderer))
                    continue;
                results.Process(ocid, "R030", 1);
                results.Set(results.Tenderer, tenderer, "R030", 1);
            }
        }
    }

    private void OthersDisqualified(string ocid)
    {
        Suppliers(one);
        two.Clear();
        three.Clear();
        foreach (var bid in line.Bids)
        {
            if (bid.Tenderers is not { } range || bid.Status is not (BidState.Valid or BidState.Disqualified))
                continue;
            foreach (var tenderer in line.Ids(range))
            {
                if (tenderer is not null)
                    (bid.Status == BidState.Valid ? two : three).Add(tenderer);
            }
        }
        if (two.Count != 1 || !two.SetEquals(one))
            return;
        three.ExceptWith(two);
        if (three.Count < settings.OthersDisqualified)
            return;
        results.Process(ocid, "R035", three.Count);
        results.Set(results.Tenderer, two.Single(), "R035", 0);
    }

    private void LowestDisqualified(string ocid)
    {
        if (!line.Awards.Exists(a => a.Status == AwardState.Active))
            return;
        var (lowest, isDisqualified, hasValid) = ((double?)null, false, false);
        foreach (var bid in line.Bids)
        {
            if (!bid.IsSubmitted || bid is not { Amount: { } amount, Currency: { } of } || !IsInCurrency(of))
                continue;
            if (lowest is not { } least || amount < least)
                (lowest, isDisqualified) = (amount, bid.Status == BidState.Disqualified);
            hasValid |= bid.Status == BidState.Valid;
        }
        if (hasValid && isDisqualified)
            results.Process(ocid, "R036", 1);
    }

    private void CountDisqualified()
    {
        var (disqualified, submitted) = (0, 0);
        foreach (var bid in line.Bids)
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
                Count(tenderers, tenderer, refused, 1);
        }
        if (submitted == 0)
            return;
        Count(buyers, line.Buyer, disqualified, submitted);
        Count(entities, line.Tender.ProcuringEntity, disqualified, submitted);

        static void Count(Dictionary<string, (long, long)> sums, string? id, int disqualified, int submitted)
        {
            if (id is null)
                return;
            var (before, of) = sums.GetValueOrDefault(id);
            sums[id] = (before + disqualified, of + submitted);
        }
    }

    private void CountKinds()
    {
        one.Clear();
        foreach (var award in line.Awards)
        {
            if (
                award is not { Status: AwardState.Active, Suppliers: { } suppliers, Kinds: { } kinds }
                || line.Ids(suppliers) is not [{ } supplier]
                || line.Kinds(kinds).IsEmpty
            )
                continue;
            var (processes, seen) = supplied.TryGetValue(supplier, out var before) ? before : (0, new(StringComparer.Ordinal));
            foreach (var kind in line.Kinds(kinds))
                seen.Add(kind);
            supplied[supplier] = (processes + (one.Add(supplier) ? 1 : 0), seen);
        }
    }

    private void Close()
    {
        if (Limit(settings.CloseToWinner, differences.Values.Select(d => d.Share)) is not { } limit)
            return;
        foreach (var (ocid, difference) in differences)
        {
            if (difference.Share > limit)
                continue;
            results.Process(ocid, "R024", difference.Share);
            results.Set(results.Tenderer, difference.Winner, "R024", 0);
            results.Set(results.Tenderer, difference.RunnerUp, "R024", 0);
        }
    }

    /// <summary>The fixed limit, or the lower fence; none where a quarter of the values is nothing, or the fence lies at nothing: then most would be flagged.</summary>
    private static double? Limit(double? fixedLimit, IEnumerable<double> values)
    {
        if (fixedLimit is not null)
            return fixedLimit > 0 ? fixedLimit : null;
        var quantiles = new Quantiles(values);
        return quantiles.Q1 > 0 && quantiles.LowerFence > 0 ? quantiles.LowerFence : null;
    }

    private void FewWins()
    {
        if (Limit(settings.FewWins, wins.Values.Select(w => (double)w.Wins / w.Processes)) is not { } limit)
            return;
        var many = new Quantiles(wins.Values.Select(w => (double)w.Processes)).At(settings.ManyBidsPercentile / 100);
        foreach (var (tenderer, (won, processes)) in wins)
        {
            var ratio = (double)won / processes;
            if (processes >= many && ratio <= limit)
                results.Set(results.Tenderer, tenderer, "R025", ratio);
        }
    }

    private void ManyDisqualified(
        Dictionary<string, (long Disqualified, long Submitted)> sums,
        long least,
        Dictionary<string, SortedDictionary<string, double>> into
    )
    {
        var ratios = sums.Where(s => s.Value.Submitted >= least)
            .Select(s => (s.Key, Ratio: (double)s.Value.Disqualified / s.Value.Submitted))
            .ToList();
        if (ratios.Count == 0)
            return;
        var limit = settings.ManyDisqualified ?? new Quantiles(ratios.Select(r => r.Ratio)).UpperFence;
        if (limit <= 0)
            return;
        foreach (var (id, ratio) in ratios.Where(r => r.Ratio >= limit))
            results.Set(into, id, "R038", ratio);
    }

    private void ManyKinds()
    {
        var counts = supplied
            .Where(s => s.Value.Processes >= settings.LeastProcesses)
            .Select(s => (s.Key, Kinds: (double)s.Value.Kinds.Count))
            .ToList();
        if (counts.Count == 0)
            return;
        var limit = settings.ManyKinds ?? new Quantiles(counts.Select(c => c.Kinds)).UpperFence;
        foreach (var (id, kinds) in counts.Where(c => c.Kinds >= limit))
            results.Set(results.Tenderer, id, "R048", kinds);
    }

    private void HeavilyDiscounted()
    {
        if (differences.Count == 0)
            return;
        var limit = settings.HeavilyDiscounted ?? new Quantiles(differences.Values.Select(d => d.Share)).UpperFence;
        if (limit <= 0)
            return;
        foreach (var (ocid, difference) in differences.Where(d => d.Value.Share >= limit))
        {
            results.Process(ocid, "R058", difference.Share);
            results.Set(results.Tenderer, difference.Winner, "R058", 0);
        }
    }

    private void Suppliers(HashSet<string> into)
    {
        into.Clear();
        foreach (var award in line.Awards)
        {
            if (award is not { Status: AwardState.Active, Suppliers: { } range })
                continue;
            foreach (var supplier in line.Ids(range))
            {
                if (supplier is not null)
                    into.Add(supplier);
            }
        }
    }

    private void Fill(HashSet<string> into, Range range)
    {
        into.Clear();
        foreach (var id in line.Ids(range))
        {
            if (id is not null)
                into.Add(id);
        }
    }

    /// <param name="Share">(the next lowest valid bid − the winner's) / the winner's.</param>
    private readonly record struct Difference(double Share, string Winner, string RunnerUp);

    private sealed class Results
    {
        public Dictionary<string, SortedDictionary<string, double>> Ocid { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, SortedDictionary<string, double>> Buyer { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, SortedDictionary<string, double>> ProcuringEntity { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, SortedDictionary<string, double>> Tenderer { get; } = new(StringComparer.Ordinal);

        public void Process(string ocid, string code, double value) => Set(Ocid, ocid, code, value);

        public void Set(Dictionary<string, SortedDictionary<string, double>> group, string id, string code, double value)
        {
            if (!group.TryGetValue(id, out var codes))
                group[id] = codes = new(StringComparer.Ordinal);
            codes[code] = value;
        }
    }
}
