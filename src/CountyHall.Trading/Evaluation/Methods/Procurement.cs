using CountyHall.Kernel.Law;

namespace CountyHall.Trading.Evaluation.Methods;

/// <summary>A priced offer in procurement.</summary>
/// <param name="Price">Fen; the contract price stays this, whatever is deducted for the evaluation.</param>
/// <param name="DeductionPercent">小微企业价格扣除, as the documents fix it; 0 for others.</param>
/// <param name="Brand">Brand of the product, or of the core product of several; none where brands play no part.</param>
public sealed record Offer(long Id, long Price, decimal DeductionPercent = 0, string? Brand = null)
{
    /// <summary>评审价, fen: not rounded.</summary>
    public decimal Evaluated => Price * (100 - DeductionPercent) / 100;
}

/// <summary>政府采购的价格评审. Order 87 arts. 54 to 57; computations only.</summary>
public static class ProcurementPrice
{
    /// <summary>Price score = lowest evaluated price / evaluated price × weight, half up to two places. Highest and lowest are never dropped.</summary>
    /// <param name="weight">Points of the price at most.</param>
    public static IReadOnlyDictionary<long, decimal> Scores(IReadOnlyCollection<Offer> offers, decimal weight)
    {
        var lowest = offers.Min(o => o.Evaluated);
        return offers.ToDictionary(o => o.Id, o => Rounding.HalfUp(lowest * weight / o.Evaluated, 2));
    }

    /// <summary>Order 87 art. 55: the price weighs 30 % at least for goods and 10 % for services.</summary>
    public static bool IsWeightLawful(bool goods, decimal weight) =>
        weight >= (goods ? Rulebook.GoodsPriceWeight : Rulebook.ServicesPriceWeight).Amount;

    /// <summary>Order 87 art. 31: bids of one brand count as one; the best scored, or the cheapest, stands for them.</summary>
    /// <param name="score">Score of a bid; the same for all under the lowest-price method.</param>
    public static IReadOnlyList<Offer> OnePerBrand(IEnumerable<Offer> offers, Func<Offer, decimal> score) =>
        [
            .. offers
                .GroupBy(o => o.Brand is { Length: > 0 } brand ? $"b:{brand}" : $"o:{o.Id}")
                .Select(g => g.OrderByDescending(score).ThenBy(o => o.Evaluated).ThenBy(o => o.Id).First())
                .OrderBy(o => o.Id),
        ];

    /// <summary>最低评标价法: by the evaluated price alone; the same price is a joint rank. Order 87 arts. 54 and 56.</summary>
    public static IReadOnlyList<(int Rank, Offer Offer)> ByLowestPrice(IEnumerable<Offer> offers)
    {
        List<Offer> sorted = [.. offers.OrderBy(o => o.Evaluated).ThenBy(o => o.Id)];
        List<(int, Offer)> ranked = [];
        for (var at = 0; at < sorted.Count; at++)
            ranked.Add((at > 0 && sorted[at - 1].Evaluated == sorted[at].Evaluated ? ranked[^1].Item1 : at + 1, sorted[at]));
        return ranked;
    }
}

/// <summary>价格扣除的幅度 by kind and day. The document fixes the rate within it.</summary>
public static class SmallFirmDeduction
{
    /// <summary>Lowest and highest percent of a day; none where no rule of that day is known.</summary>
    /// <param name="joint">A consortium or subcontract with small firms instead of a small firm alone.</param>
    public static (int Least, int Most)? RangeOf(bool works, bool joint, DateOnly day)
    {
        var (least, most) = (works, joint) switch
        {
            (true, false) => (Rulebook.WorksDeductionLeast, Rulebook.WorksDeductionMost),
            (true, true) => ((IReadOnlyList<Limit>)[], (IReadOnlyList<Limit>)[]),
            (false, false) => (Rulebook.GoodsDeductionLeast, Rulebook.GoodsDeductionMost),
            (false, true) => (Rulebook.JointDeductionLeast, Rulebook.JointDeductionMost),
        };
        return least.FirstOrDefault(l => l.IsInForce(day)) is { } low && most.FirstOrDefault(l => l.IsInForce(day)) is { } high
            ? (low.Amount, high.Amount)
            : null;
    }
}

/// <summary>评审结果 may be changed for these grounds only. Order 87 art. 64.</summary>
public enum ResultChange
{
    /// <summary>分值汇总计算错误</summary>
    WrongSum,

    /// <summary>分项评分超出评分标准范围</summary>
    ScoreOutOfRange,

    /// <summary>客观评审因素评分不一致</summary>
    ObjectiveFactorsDiffer,

    /// <summary>评分畸高、畸低, as the committee finds.</summary>
    AbnormalScore,
}
