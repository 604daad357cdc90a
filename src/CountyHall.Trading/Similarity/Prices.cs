using System.Globalization;

namespace CountyHall.Trading.Similarity;

/// <summary>
/// Regular patterns in the prices of two bids (regulation art. 40(4)): equal or proportional over too many free lines, a ratio of its own for each
/// section, the same wrong products, totals in steps. Lines that the tender fixes are not free.
/// </summary>
internal static class Prices
{
    // Fewer free lines say nothing.
    private const int LeastLines = 12;

    // Fewer lines of one ratio say nothing: in a bill without sections, and of a section.
    private const int LeastOfARatio = 6;
    private const int LeastOfASection = 3;
    private const double MostOfASection = 0.5;

    // Of the lines that differ so many have one ratio, or one of a few; honest prices of two bidders have the same ratio in one line of ten.
    private const double MostOfOneRatio = 0.4;
    private const double MostOfRatios = 0.5;

    // Ratios go by the section if it tells so much of them, and none has more than so many lines.
    private const double MostBySection = 0.85;
    private const double MostOfOne = 0.8;

    // Ratios that are as near as this are one.
    private const double Apart = 0.002;

    /// <summary>The prices of two bidders for one line.</summary>
    private readonly record struct Both(string Code, double X, double Y);

    private sealed record Line(string Key, string Code, double Quantity, double Price, double Amount, bool Priced, bool Summed);

    /// <param name="areTied">Whether anything else ties two bidders.</param>
    public static void Find(ComparedTender tender, Func<int, int, bool> areTied, Action<int, int, LikenessReason> report)
    {
        var bids = tender.Bids;
        var fixedLines = tender
            .BlankBill.Where(l => l.FixedPrice is not null)
            .Select(l => Key(l.Number, l.Code))
            .ToHashSet(StringComparer.Ordinal);
        var bills = bids.Select(b => Bill(b, fixedLines)).ToList();
        var enough = EnoughEqual(bills);
        for (var a = 0; a < bids.Count; a++)
        for (var b = a + 1; b < bids.Count; b++)
        {
            Ratios(bills[a], bills[b], a, b);
            Errors(bills[a], bills[b], a, b);
        }
        Steps(bids, areTied, report);

        void Ratios(Dictionary<string, Line> one, Dictionary<string, Line> other, int a, int b)
        {
            var free = Free(one, other);
            var equal = free.Count(l => l.X == l.Y);
            if (free.Count < LeastLines)
                return;
            var share = (double)equal / free.Count;
            if (share >= enough && equal >= LeastLines)
                Report(
                    LikenessCodes.PriceIdentical,
                    a,
                    b,
                    $"可自由报价的 {free.Count} 项中有 {equal} 项综合单价完全相同",
                    share >= 0.5 ? 0.85 : 0.7
                );
            var differing = free.Where(l => l.X != l.Y).ToList();
            if (differing.Count < LeastLines)
                return;
            var groups = SameRatio(differing).Where(g => g.Lines >= LeastOfARatio).ToList();
            if (new[] { 2, 4, 6 }.Select(digits => BySection(differing, digits)).FirstOrDefault(IsOneForEach) is { } sections)
                Report(LikenessCodes.PricePattern, a, b, $"综合单价按分部各成一个比例：{Said(sections)}", 0.8);
            else if (groups.Count > 0 && groups[0].Lines >= MostOfOneRatio * differing.Count)
                Report(
                    LikenessCodes.PriceRatio,
                    a,
                    b,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"可自由报价的 {free.Count} 项中有 {groups[0].Lines} 项综合单价成同一比例 {groups[0].Ratio:0.0000}"
                    ),
                    0.85
                );
            else if (groups.Count > 1 && groups.Sum(g => g.Lines) >= MostOfRatios * differing.Count)
                Report(LikenessCodes.PriceRatio, a, b, $"可自由报价的 {free.Count} 项综合单价分成几组，各成一个比例：{Said(groups)}", 0.8);

            // Sections of one and the same ratio are one.
            bool IsOneForEach(List<(double Ratio, int Lines)> sections) =>
                sections.Sum(g => g.Lines) is var lines
                && lines >= MostOfRatios * differing.Count
                && lines >= MostBySection * groups.Sum(g => g.Lines)
                && sections.TrueForAll(one =>
                    sections.Sum(g => Math.Abs(g.Ratio / one.Ratio - 1) <= Apart ? g.Lines : 0) <= MostOfOne * lines
                );

            static string Said(List<(double Ratio, int Lines)> ratios) =>
                string.Join(
                    "、",
                    ratios.Take(6).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Ratio:0.0000}（{g.Lines}项）"))
                );
        }

        void Errors(Dictionary<string, Line> one, Dictionary<string, Line> other, int a, int b)
        {
            var same = 0;
            var sameAmount = 0;
            var sameLine = 0;
            foreach (var (key, x) in one)
            {
                if (!x.Summed || !other.TryGetValue(key, out var y) || !y.Summed || !Wrong(x) || !Wrong(y))
                    continue;
                sameLine++;
                var (right, rightOther) = (x.Quantity * x.Price, y.Quantity * y.Price);
                var (off, offOther) = (x.Amount / Nonzero(right), y.Amount / Nonzero(rightOther));
                if (x.Amount == y.Amount)
                    sameAmount++;
                else if (Math.Abs(off / Nonzero(offOther) - 1) < 0.0005 || Math.Abs(x.Amount - right - (y.Amount - rightOther)) < 0.015)
                    same++;
            }
            if (sameAmount + same >= 1 || sameLine >= 2)
                Report(
                    LikenessCodes.PriceErrors,
                    a,
                    b,
                    $"同一 {sameLine} 项清单的合价都算错，其中 {sameAmount + same} 项错法相同",
                    sameAmount + same >= 2 ? 0.9 : 0.75
                );
        }

        void Report(string code, int a, int b, string compared, double weight) =>
            report(a, b, new LikenessReason(code, LikenessGrade.Presumed, weight, compared));
    }

    private static Dictionary<string, Line> Bill(ComparedBid bid, HashSet<string> fixedLines)
    {
        var bill = new Dictionary<string, Line>(StringComparer.Ordinal);
        foreach (var line in bid.Bill)
        {
            // The closing line of measures has no number and is no unit price.
            if (line.Number.Length == 0 && line.Code.Length == 0)
                continue;
            var key = Key(line.Number, line.Code);
            var free = !fixedLines.Contains(key);
            bill[key] = new Line(
                key,
                line.Code,
                (double)(line.Quantity ?? 0),
                (double)(line.Price ?? 0),
                (double)(line.Amount ?? 0),
                free && line.Price is > 0,
                line is { Quantity: not null, Price: not null, Amount: not null }
            );
        }
        return bill;
    }

    private static string Key(string number, string code) => $"{number}/{code}";

    private static List<Both> Free(Dictionary<string, Line> one, Dictionary<string, Line> other)
    {
        var free = new List<Both>();
        foreach (var (key, line) in one)
            if (line.Priced && other.TryGetValue(key, out var theirs) && theirs.Priced)
                free.Add(new Both(line.Code, line.Price, theirs.Price));
        return free;
    }

    /// <summary>
    /// The share of equal free lines that is beyond chance. Honest bidders meet on published prices: how often is seen on the middle of all
    /// pairs; a fifth of the rest above it is no chance, unless pairs differ much in this. A small field shows no middle.
    /// </summary>
    private static double EnoughEqual(List<Dictionary<string, Line>> bills)
    {
        if (bills.Count < 5)
            return 0.5;
        var shares = new List<double>();
        for (var a = 0; a < bills.Count; a++)
        for (var b = a + 1; b < bills.Count; b++)
            if (Free(bills[a], bills[b]) is { Count: >= LeastLines } free)
                shares.Add((double)free.Count(l => l.X == l.Y) / free.Count);
        if (shares.Count == 0)
            return 0.5;
        var middle = Middle(shares);
        var spread = Middle(shares.ConvertAll(share => Math.Abs(share - middle)));
        return Math.Max(0.3, middle + Math.Max(0.2 * (1 - middle), MostSpreads * spread));
    }

    // Of the usual distances from the middle, so many are no chance.
    private const double MostSpreads = 8;

    private static double Middle(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    /// <summary>Lines gathered by their ratio.</summary>
    private static List<(double Ratio, int Lines)> SameRatio(List<Both> lines)
    {
        var groups = new List<(double Ratio, int Lines)>();
        var left = lines.Where(HasARatio).ToList();
        for (var round = 0; round < 24 && left.Count >= LeastOfARatio; round++)
        {
            var most = Commonest(left);
            if (most.Lines < 4)
                break;
            groups.Add(most);
            left.RemoveAll(l => Math.Abs(l.X / l.Y / most.Ratio - 1) <= Give(l) + 1e-9);
        }
        return groups.OrderByDescending(g => g.Lines).ToList();
    }

    /// <summary>The sections of which most lines have one ratio.</summary>
    /// <param name="digits">How much of an item's code names its section: two digits each for the trade, the chapter and the part (GB 50500).</param>
    private static List<(double Ratio, int Lines)> BySection(List<Both> lines, int digits) =>
        lines
            .Where(l => l.Code.Length > digits && HasARatio(l))
            .GroupBy(l => l.Code[..digits], StringComparer.Ordinal)
            .Where(section => section.Count() >= LeastOfASection)
            .Select(section => (All: section.Count(), Most: Commonest(section.ToList())))
            .Where(section => section.Most.Lines >= Math.Max(LeastOfASection, MostOfASection * section.All))
            .Select(section => section.Most)
            .ToList();

    /// <summary>The ratio that most lines allow: the point under the most intervals.</summary>
    private static (double Ratio, int Lines) Commonest(List<Both> lines)
    {
        var edges = new List<(double At, int Step)>(lines.Count * 2);
        foreach (var line in lines)
        {
            edges.Add((line.X / line.Y * (1 - Give(line)), 1));
            edges.Add((line.X / line.Y * (1 + Give(line)), -1));
        }
        edges.Sort((p, q) => p.At != q.At ? p.At.CompareTo(q.At) : q.Step.CompareTo(p.Step));
        int depth = 0,
            most = 0;
        var best = 0.0;
        foreach (var (at, step) in edges)
        {
            depth += step;
            if (depth > most)
                (most, best) = (depth, at);
        }
        return (best, most);
    }

    // Of a few cents any ratio comes by rounding.
    private static bool HasARatio(Both line) => line is { X: > 0.5, Y: > 0.5 };

    /// <summary>Prices are rounded to 0.01 yuan, so a ratio is known to half of that over the price.</summary>
    private static double Give(Both line) => Math.Min(0.0056 / line.X + 0.0056 / line.Y + 0.00003, 0.004);

    private static bool Wrong(Line line) => Math.Abs(line.Quantity * line.Price - line.Amount) > Math.Max(0.02, 1e-6 * line.Amount);

    private static double Nonzero(double value) => value == 0 ? 1e-9 : value;

    /// <summary>Totals of three or more bidders in equal steps or equal ratios.</summary>
    private static void Steps(IReadOnlyList<ComparedBid> bids, Func<int, int, bool> areTied, Action<int, int, LikenessReason> report)
    {
        var totals = Enumerable
            .Range(0, bids.Count)
            .Where(b => bids[b].Total is > 0)
            .Select(b => (Bid: b, Total: (double)bids[b].Total!.Value))
            .OrderBy(t => t.Total)
            .ToList();
        if (totals.Count < 3)
            return;
        var spread = totals[^1].Total - totals[0].Total;
        if (spread <= 0)
            return;
        // So narrow that all rows of three together meet it by chance once in a thousand tenders; nothing above 60 yuan counts as equal.
        var triples = totals.Count * (totals.Count - 1.0) * (totals.Count - 2) / 6;
        var narrow = Math.Min(60, Math.Max(0.031, 0.0002 * spread / triples));
        // Among those whom something else ties to each other hardly a row is there by chance, and their totals may have been rounded.
        var wide = Math.Min(60, Math.Max(2.5, 24 * narrow));
        var told = new HashSet<(int, int, string)>();
        foreach (var row in Rows(totals, narrow).Concat(Rows(totals, wide).Where(AreTied)))
        {
            var steps = row.Zip(row.Skip(1), (x, y) => y.Total - x.Total).ToList();
            var ratios = row.Zip(row.Skip(1), (x, y) => y.Total / x.Total).ToList();
            var unevenSteps = steps.Max() - steps.Min();
            var unevenRatios = (ratios.Max() - ratios.Min()) * row[0].Total;
            var arithmetic = unevenSteps <= unevenRatios;
            var code = arithmetic ? LikenessCodes.PriceArithmetic : LikenessCodes.PriceGeometric;
            var said = string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join("、", row.Select(r => bids[r.Bid].Id))} 的总报价{(arithmetic ? $"成等差数列，公差约 {steps.Average():0.00} 元" : $"成等比数列，公比约 {ratios.Average():0.000000}")}"
            );
            foreach (var x in row)
            foreach (var y in row)
                if (x.Bid < y.Bid && told.Add((x.Bid, y.Bid, code)))
                    report(x.Bid, y.Bid, new LikenessReason(code, LikenessGrade.Presumed, row.Count > 3 ? 0.85 : 0.7, said));
        }

        bool AreTied(List<(int Bid, double Total)> row) =>
            row.TrueForAll(x => row.Exists(y => x.Bid != y.Bid && areTied(Math.Min(x.Bid, y.Bid), Math.Max(x.Bid, y.Bid))));
    }

    private static List<List<(int Bid, double Total)>> Rows(List<(int Bid, double Total)> totals, double narrow)
    {
        var rows = new List<List<(int, double)>>();
        for (var i = 0; i < totals.Count; i++)
        for (var j = i + 1; j < totals.Count; j++)
        {
            var step = totals[j].Total - totals[i].Total;
            // Equal totals are no progression, and a step below a ten-thousandth of the total is no step.
            if (step < 1e-4 * totals[i].Total)
                continue;
            foreach (var byRatio in new[] { false, true })
            {
                var row = new List<(int, double)> { totals[i], totals[j] };
                while (true)
                {
                    var (before, last) = (row[^2].Item2, row[^1].Item2);
                    var next = byRatio ? last * last / before : last + (last - before);
                    // Each further member may be off by a little more where it confirms a row.
                    var give = row.Count >= 3 ? Math.Max(narrow, 3e-5 * next) : narrow;
                    var found = totals
                        .Where(t => Math.Abs(t.Total - next) <= give && t.Total > last)
                        .OrderBy(t => Math.Abs(t.Total - next))
                        .ToList();
                    if (found.Count == 0)
                        break;
                    row.Add(found[0]);
                }
                if (row.Count >= 3)
                    rows.Add(row);
            }
        }
        // A row inside of a longer one says nothing of its own.
        return rows.OrderByDescending(r => r.Count)
            .Aggregate(
                new List<List<(int, double)>>(),
                (kept, row) =>
                {
                    if (!kept.Any(k => row.All(k.Contains)))
                        kept.Add(row);
                    return kept;
                }
            );
    }
}
