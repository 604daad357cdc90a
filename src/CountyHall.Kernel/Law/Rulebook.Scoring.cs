using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Evaluation of bids (评标).
public static partial class Rulebook
{
    /// <summary>More time is given where more members than one in so many say that it is not enough.</summary>
    public static readonly Limit MoreTimeShare = new(
        "TR-3.26",
        ("认为时间不够的评委：超过几分之一即应延长", "Members who need more time: more than one in"),
        3,
        Count,
        Laws.BiddingRegulation.At("第四十八条第一款", "art. 48(1)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>Bids left after rejections below which the committee may judge competition clearly lacking and reject all.</summary>
    public static readonly Limit CompetitionFewest = new(
        "TR-4.4",
        ("否决后有效投标不足几个时，可以认定明显缺乏竞争", "Bids left below which competition may be lacking"),
        3,
        Count,
        Laws.EvaluationCommittees.At("第二十七条", "art. 27"),
        Verified,
        new(2013, 5, 1)
    );

    /// <summary>Shortest time that a bidder is left to answer the committee, in minutes.</summary>
    public static readonly Limit ClarificationShortest = new(
        "TR-4.5a",
        ("澄清答复时间（分钟），至少", "Time to answer the committee (minutes), at least"),
        10,
        Count,
        Laws.CountySettings.At("评标澄清时间", "time to answer the committee"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Longest time to answer the committee, in minutes.</summary>
    public static readonly Limit ClarificationLongest = new(
        "TR-4.5b",
        ("澄清答复时间（分钟），至多", "Time to answer the committee (minutes), at most"),
        2880,
        Count,
        Laws.CountySettings.At("评标澄清时间", "time to answer the committee"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Shortest time planned for an evaluation, in minutes.</summary>
    public static readonly Limit EvaluationShortest = new(
        "TR-3.26a",
        ("计划评标时间（分钟），至少", "Time planned for an evaluation (minutes), at least"),
        30,
        Count,
        Laws.CountySettings.At("评标时间", "time of an evaluation"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Longest time planned for an evaluation, and longest single prolongation, in minutes.</summary>
    public static readonly Limit EvaluationLongest = new(
        "TR-3.26b",
        ("计划评标时间和单次延长（分钟），至多", "Time planned for an evaluation and one prolongation (minutes), at most"),
        4320,
        Count,
        Laws.CountySettings.At("评标时间", "time of an evaluation"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Weight of the price in procurement of goods, at least.</summary>
    public static readonly Limit GoodsPriceWeight = new(
        "TR-7.3a",
        ("货物采购的价格权重，至少", "Weight of the price for goods, at least"),
        30,
        Percent,
        Laws.ProcurementTendering.At("第五十五条", "art. 55"),
        Verified,
        new(2017, 10, 1)
    );

    /// <summary>Weight of the price in procurement of services, at least.</summary>
    public static readonly Limit ServicesPriceWeight = new(
        "TR-7.3b",
        ("服务采购的价格权重，至少", "Weight of the price for services, at least"),
        10,
        Percent,
        Laws.ProcurementTendering.At("第五十五条", "art. 55"),
        Verified,
        new(2017, 10, 1)
    );

    /// <summary>Price deduction for small and micro firms, goods and services, at least.</summary>
    public static readonly Limit GoodsDeductionLeastBefore2021 = new(
        "TR-7.3c",
        ("小微企业价格扣除（货物、服务），至少", "Deduction for small firms (goods and services), at least"),
        6,
        Percent,
        Laws.SmallFirmsBefore2021.At("第五条", "art. 5"),
        FromMemory,
        new(2012, 1, 1),
        new(2020, 12, 31)
    );

    /// <summary>Price deduction for small and micro firms, goods and services, at most.</summary>
    public static readonly Limit GoodsDeductionMostBefore2021 = new(
        "TR-7.3d",
        ("小微企业价格扣除（货物、服务），至多", "Deduction for small firms (goods and services), at most"),
        10,
        Percent,
        Laws.SmallFirmsBefore2021.At("第五条", "art. 5"),
        FromMemory,
        new(2012, 1, 1),
        new(2020, 12, 31)
    );

    /// <summary>Price deduction for small and micro firms, goods and services, at least.</summary>
    public static readonly Limit GoodsDeductionLeastUntil2022 = new(
        "TR-7.3e",
        ("小微企业价格扣除（货物、服务），至少", "Deduction for small firms (goods and services), at least"),
        6,
        Percent,
        Laws.SmallFirms.At("第九条", "art. 9"),
        Secondary,
        new(2021, 1, 1),
        new(2022, 6, 30)
    );

    /// <summary>Price deduction for small and micro firms, goods and services, at most.</summary>
    public static readonly Limit GoodsDeductionMostUntil2022 = new(
        "TR-7.3f",
        ("小微企业价格扣除（货物、服务），至多", "Deduction for small firms (goods and services), at most"),
        10,
        Percent,
        Laws.SmallFirms.At("第九条", "art. 9"),
        Secondary,
        new(2021, 1, 1),
        new(2022, 6, 30)
    );

    /// <summary>Price deduction for small and micro firms, goods and services, at least.</summary>
    public static readonly Limit GoodsDeductionLeastNow = new(
        "TR-7.3g",
        ("小微企业价格扣除（货物、服务），至少", "Deduction for small firms (goods and services), at least"),
        10,
        Percent,
        Laws.SmallFirms2022.At("第二条", "point 2"),
        Secondary,
        new(2022, 7, 1)
    );

    /// <summary>Price deduction for small and micro firms, goods and services, at most.</summary>
    public static readonly Limit GoodsDeductionMostNow = new(
        "TR-7.3h",
        ("小微企业价格扣除（货物、服务），至多", "Deduction for small firms (goods and services), at most"),
        20,
        Percent,
        Laws.SmallFirms2022.At("第二条", "point 2"),
        Secondary,
        new(2022, 7, 1)
    );

    /// <summary>Price deduction for small and micro firms, consortia and subcontracts with small firms, at least.</summary>
    public static readonly Limit JointDeductionLeastUntil2022 = new(
        "TR-7.3i",
        ("小微企业价格扣除（联合体、分包），至少", "Deduction for small firms (consortia and subcontracts with small firms), at least"),
        2,
        Percent,
        Laws.SmallFirms.At("第九条", "art. 9"),
        Secondary,
        new(2021, 1, 1),
        new(2022, 6, 30)
    );

    /// <summary>Price deduction for small and micro firms, consortia and subcontracts with small firms, at most.</summary>
    public static readonly Limit JointDeductionMostUntil2022 = new(
        "TR-7.3j",
        ("小微企业价格扣除（联合体、分包），至多", "Deduction for small firms (consortia and subcontracts with small firms), at most"),
        3,
        Percent,
        Laws.SmallFirms.At("第九条", "art. 9"),
        Secondary,
        new(2021, 1, 1),
        new(2022, 6, 30)
    );

    /// <summary>Price deduction for small and micro firms, consortia and subcontracts with small firms, at least.</summary>
    public static readonly Limit JointDeductionLeastNow = new(
        "TR-7.3k",
        ("小微企业价格扣除（联合体、分包），至少", "Deduction for small firms (consortia and subcontracts with small firms), at least"),
        4,
        Percent,
        Laws.SmallFirms2022.At("第二条", "point 2"),
        Secondary,
        new(2022, 7, 1)
    );

    /// <summary>Price deduction for small and micro firms, consortia and subcontracts with small firms, at most.</summary>
    public static readonly Limit JointDeductionMostNow = new(
        "TR-7.3l",
        ("小微企业价格扣除（联合体、分包），至多", "Deduction for small firms (consortia and subcontracts with small firms), at most"),
        6,
        Percent,
        Laws.SmallFirms2022.At("第二条", "point 2"),
        Secondary,
        new(2022, 7, 1)
    );

    /// <summary>Price deduction for small and micro firms, works, at least.</summary>
    public static readonly Limit WorksDeductionLeastNow = new(
        "TR-7.3m",
        ("小微企业价格扣除（工程），至少", "Deduction for small firms (works), at least"),
        3,
        Percent,
        Laws.SmallFirms.At("第九条", "art. 9"),
        Secondary,
        new(2021, 1, 1)
    );

    /// <summary>Price deduction for small and micro firms, works, at most.</summary>
    public static readonly Limit WorksDeductionMostNow = new(
        "TR-7.3n",
        ("小微企业价格扣除（工程），至多", "Deduction for small firms (works), at most"),
        5,
        Percent,
        Laws.SmallFirms.At("第九条", "art. 9"),
        Secondary,
        new(2021, 1, 1)
    );

    public static IReadOnlyList<Limit> GoodsDeductionLeast =>
        [GoodsDeductionLeastBefore2021, GoodsDeductionLeastUntil2022, GoodsDeductionLeastNow];
    public static IReadOnlyList<Limit> GoodsDeductionMost =>
        [GoodsDeductionMostBefore2021, GoodsDeductionMostUntil2022, GoodsDeductionMostNow];
    public static IReadOnlyList<Limit> JointDeductionLeast => [JointDeductionLeastUntil2022, JointDeductionLeastNow];
    public static IReadOnlyList<Limit> JointDeductionMost => [JointDeductionMostUntil2022, JointDeductionMostNow];
    public static IReadOnlyList<Limit> WorksDeductionLeast => [WorksDeductionLeastNow];
    public static IReadOnlyList<Limit> WorksDeductionMost => [WorksDeductionMostNow];
}
