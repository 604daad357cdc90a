namespace CountyHall.Trading.Evaluation.Methods;

/// <summary>What a bid is ranked by.</summary>
/// <param name="Score">Total of points; 0 for all where the method gives none.</param>
/// <param name="Price">评标价, fen.</param>
/// <param name="Technical">Points of the technical items.</param>
public sealed record Ranked(long Bid, decimal Score, long Price, decimal Technical);

/// <summary>排序</summary>
public static class Ranking
{
    /// <summary>Best first, each with its rank from 1; who shares a rank shares it, and the next one is counted on: 1, 2, 2, 4.</summary>
    public static IReadOnlyList<(int Rank, Ranked Bid)> Of(IEnumerable<Ranked> bids, TieRule ties)
    {
        List<Ranked> sorted =
        [
            .. bids.OrderByDescending(b => b.Score)
                .ThenByDescending(b => ties == TieRule.Technical ? b.Technical : 0)
                .ThenBy(b => ties == TieRule.Joint ? 0 : b.Price)
                .ThenBy(b => b.Bid),
        ];
        List<(int, Ranked)> ranked = [];
        for (var at = 0; at < sorted.Count; at++)
            ranked.Add((at > 0 && Same(sorted[at - 1], sorted[at], ties) ? ranked[^1].Item1 : at + 1, sorted[at]));
        return ranked;
    }

    private static bool Same(Ranked a, Ranked b, TieRule ties) =>
        a.Score == b.Score && (ties == TieRule.Joint || a.Price == b.Price) && (ties != TieRule.Technical || a.Technical == b.Technical);
}

/// <summary>评委打分的合成</summary>
public static class MemberScores
{
    /// <summary>Trimmed only from so many members on: below it dropping two would leave too few.</summary>
    private const int TrimFrom = 5;

    /// <summary>The committee's points of one item: the mean of the members' points, half up to the places of the document.</summary>
    public static decimal Mean(EvaluationRules rules, IReadOnlyCollection<decimal> points)
    {
        List<decimal> all = [.. points.Order()];
        if (rules.Members == MemberMean.Trimmed && all.Count >= TrimFrom)
            all = all[1..^1];
        return Rounding.HalfUp(all.Sum() / all.Count, rules.ScorePlaces);
    }

    /// <summary>畸高、畸低: a score so far from the mean of the others that it needs a reason.</summary>
    /// <param name="full">Points of the item at most.</param>
    public static bool IsAbnormal(EvaluationRules rules, decimal mine, IReadOnlyCollection<decimal> others, decimal full)
    {
        if (others.Count == 0 || rules.DeviationPercent == 0)
            return false;
        // Compared without a division, so that the limit itself is exactly met: |mine − mean| ≥ full · p %.
        return Math.Abs(mine * others.Count - others.Sum()) * 100 >= full * rules.DeviationPercent * others.Count;
    }
}
