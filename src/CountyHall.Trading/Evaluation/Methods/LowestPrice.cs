namespace CountyHall.Trading.Evaluation.Methods;

/// <summary>经评审的最低投标价法. Order 12 arts. 30 to 33.</summary>
public static class EvaluatedPrice
{
    /// <summary>评标价 = the corrected price with the commercial adjustments that the documents name; the technical part is passed or failed, never priced.</summary>
    /// <param name="adjustments">Fen, added where it is to the bidder's disadvantage.</param>
    public static long Of(long corrected, IEnumerable<long> adjustments) => adjustments.Aggregate(corrected, (sum, a) => checked(sum + a));
}

/// <summary>疑似低于成本的报价. Order 12 art. 21; Order 87 art. 60.</summary>
public static class LowPrice
{
    /// <summary>Below the county's share of the mean of all prices read out: to be asked about, and nothing more.</summary>
    /// <remarks>No national percentage exists: the share is configuration.</remarks>
    public static bool IsTriggered(EvaluationRules rules, long price, IReadOnlyCollection<long> all)
    {
        var sum = all.Aggregate(0m, (total, p) => total + p);
        return rules.LowPercent > 0 && (decimal)price * 100 * all.Count < sum * rules.LowPercent;
    }
}
