namespace CountyHall.Trading.Evaluation.Methods;

/// <summary>评标基准价的计算方式. Not fixed by national law: the tender document fixes it.</summary>
/// <remarks>Section 7.4: F1 to F4.</remarks>
public enum BenchmarkForm
{
    /// <summary>F1 算术平均（可去掉最高、最低）× K</summary>
    TrimmedMean,

    /// <summary>F2 最高投标限价与平均价加权</summary>
    LimitAndMean,

    /// <summary>F3 二次平均</summary>
    SecondMean,

    /// <summary>F4 最低有效报价</summary>
    Lowest,
}

/// <summary>What is taken where too few bids are left for the form.</summary>
public enum FewBids
{
    /// <summary>算术平均 × K, nothing dropped.</summary>
    PlainMean,

    /// <summary>最低有效报价</summary>
    Lowest,
}

/// <summary>评标基准价 with everything it came from.</summary>
/// <param name="Form">The form that was used: another one than the document's where too few bids were left.</param>
/// <param name="Entered">Prices that entered the mean, fen, from low to high.</param>
/// <param name="Mean">Mean of those, fen; not rounded, for show.</param>
/// <param name="Value">C, fen, rounded once, half up, to the places of the document.</param>
public sealed record Benchmark(BenchmarkForm Form, IReadOnlyList<long> Entered, decimal Mean, decimal Value)
{
    /// <summary>Computes C from the prices that the document lets enter.</summary>
    /// <param name="prices">Fen; one or more.</param>
    /// <param name="limit">最高投标限价, fen; only F2 asks for it.</param>
    /// <remarks>Every quotient is formed in one division from exact products, so that the one rounding at the end is the only one.</remarks>
    public static Benchmark Of(EvaluationRules rules, IReadOnlyCollection<long> prices, long? limit)
    {
        if (prices.Count == 0)
            throw new ArgumentException("No price enters the benchmark.", nameof(prices));
        List<long> all = [.. prices.Order()];
        var form = rules.Form;
        var few = all.Count < rules.FewBelow;
        if (few)
            form = rules.Few == FewBids.Lowest ? BenchmarkForm.Lowest : BenchmarkForm.TrimmedMean;
        var entered = form == BenchmarkForm.TrimmedMean && !few ? Trim(rules, all) : all;
        var (sum, n) = (Sum(entered), (decimal)entered.Count);
        var (dividend, divisor) = form switch
        {
            BenchmarkForm.TrimmedMean => (sum * rules.Factor, n),
            BenchmarkForm.LimitAndMean => (
                LimitOf(limit) * rules.LimitFactor * rules.LimitWeight * n + sum * rules.MeanFactor * rules.MeanWeight,
                n
            ),
            BenchmarkForm.SecondMean => SecondMean(entered, sum, n, rules.Factor),
            _ => (entered[0], 1m),
        };
        return new(form, entered, sum / n, Rounding.HalfUp(dividend / divisor, rules.BenchmarkPlaces - 2));
    }

    /// <summary>去掉最高、最低: one each from a stated number of bids on, a share on each side where there are many.</summary>
    private static List<long> Trim(EvaluationRules rules, List<long> sorted)
    {
        var each =
            rules.TrimWideFrom > 0 && sorted.Count >= rules.TrimWideFrom ? sorted.Count * rules.TrimWidePercent / 100
            : rules.TrimFrom > 0 && sorted.Count >= rules.TrimFrom ? 1
            : 0;
        return sorted[each..^each];
    }

    private static (decimal, decimal) SecondMean(List<long> entered, decimal sum, decimal n, decimal factor)
    {
        List<long> low = [.. entered.Where(p => p * n <= sum)];
        return ((sum * low.Count + Sum(low) * n) * factor, 2 * n * low.Count);
    }

    private static decimal Sum(List<long> prices) => prices.Aggregate(0m, (sum, price) => sum + price);

    private static decimal LimitOf(long? limit) =>
        limit ?? throw new ArgumentException("This form is computed from the maximum price, and the lot has none.", nameof(limit));
}

/// <summary>报价得分 by deviation from the benchmark price.</summary>
/// <param name="Deviation">(price − C) / C in percent, for show to four places.</param>
/// <param name="Score">Full marks less the deduction for each percent, linear, never below 0, half up.</param>
public sealed record DeviationScore(decimal Deviation, decimal Score)
{
    /// <param name="price">评标价, fen.</param>
    /// <param name="benchmark">C, fen.</param>
    /// <param name="full">Points at most.</param>
    public static DeviationScore Of(EvaluationRules rules, long price, decimal benchmark, decimal full)
    {
        var apart = price - benchmark;
        var each = apart > 0 ? rules.Above : rules.Below;
        // One division: full marks less each · |apart| · 100 / C.
        var score = (full * benchmark - each * Math.Abs(apart) * 100) / benchmark;
        return new(Rounding.HalfUp(apart * 100 / benchmark, 4), Math.Max(0, Rounding.HalfUp(score, rules.ScorePlaces)));
    }
}

/// <summary>四舍五入</summary>
public static class Rounding
{
    /// <summary>Half up; negative places round to tens, hundreds and so on.</summary>
    public static decimal HalfUp(decimal value, int places)
    {
        if (places >= 0)
            return Math.Round(value, places, MidpointRounding.AwayFromZero);
        var unit = 1m;
        for (var i = places; i < 0; i++)
            unit *= 10;
        return Math.Round(value / unit, 0, MidpointRounding.AwayFromZero) * unit;
    }
}
