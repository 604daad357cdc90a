using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// 投标保证金: how much may be asked, when it goes back, and what it earns meanwhile.
public static partial class Rulebook
{
    /// <summary>The security as a share of the estimated price, at most.</summary>
    public static readonly Limit SecurityShare = new(
        "TR-3.12",
        ("投标保证金占招标项目估算价的比例上限", "Bid security, share of the estimated price at most"),
        2,
        Percent,
        Laws.BiddingRegulation.At("第二十六条第一款", "art. 26(1)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>The security for works and goods at most, whatever the price.</summary>
    public static readonly Limit SecurityCap = new(
        "TR-3.13",
        ("施工、货物招标的投标保证金最高额", "Bid security for works and goods at most"),
        80_000_000,
        Fen,
        Laws.WorksTendering.At("第三十七条", "art. 37"),
        Secondary,
        new(2013, 5, 1)
    );

    /// <summary>Back after a withdrawal in writing before the deadline.</summary>
    public static readonly Limit SecurityAfterWithdrawal = new(
        "TR-3.15",
        ("截止前撤回投标后退还投标保证金", "Return of the security after a withdrawal before the deadline"),
        5,
        CalendarDays,
        Laws.BiddingRegulation.At("第三十五条第一款", "art. 35(1)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>Back, with interest, after the contract was signed.</summary>
    public static readonly Limit SecurityAfterContract = new(
        "TR-3.35",
        ("签订合同后退还投标保证金及利息", "Return of the security with interest after the contract"),
        5,
        CalendarDays,
        Laws.BiddingRegulation.At("第五十七条第二款", "art. 57(2)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>Back, with interest, after the tender was terminated: the law says promptly, the county five days.</summary>
    public static readonly Limit SecurityAfterTermination = new(
        "TR-3.40",
        ("终止招标后退还投标保证金及利息", "Return of the security with interest after a termination"),
        5,
        CalendarDays,
        Laws.CountySettings.At("终止招标后的退还期限（条例第三十一条：及时）", "return after a termination (regulation art. 31: promptly)"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Back after the lot failed, or after the registration was refused; no law names a number.</summary>
    public static readonly Limit SecurityAfterFailure = new(
        "TR-3.40a",
        ("流标或报名不予通过后退还投标保证金", "Return of the security after a failed lot or a refused registration"),
        5,
        CalendarDays,
        Laws.CountySettings.At("流标后的退还期限", "return after a failed lot"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>What the bank pays on the account of the securities, a year. A new rate is a further limit, TR-12.7 with a letter.</summary>
    public static readonly Limit DepositRate = new(
        "TR-12.7",
        ("保证金账户的银行存款年利率", "Yearly interest of the bank on the securities"),
        35,
        PerTenThousand,
        Laws.CountySettings.At("保证金计息利率", "interest on securities"),
        Choice,
        new(2012, 7, 6)
    );

    /// <summary>Days of the year by which interest is counted (实际天数/360).</summary>
    public static readonly Limit InterestYear = new(
        "TR-12.8",
        ("计息的年天数", "Days of the year for interest"),
        360,
        Count,
        Laws.CountySettings.At("保证金计息天数基准", "day-count basis of interest on securities"),
        Choice,
        new(2012, 7, 6)
    );
}
