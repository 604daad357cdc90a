using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Securities of bidders.
public static partial class Rulebook
{
    /// <summary>A bid security is two percent of the estimate at most.</summary>
    public static readonly Limit SecurityShare = new(
        "TR-3.12",
        ("投标保证金占招标项目估算价的比例上限", "Bid security as a share of the estimate, at most"),
        2,
        Percent,
        Laws.BiddingRegulation.At("第二十六条第一款", "art. 26(1)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>And 800,000 yuan at most.</summary>
    public static readonly Limit SecurityCap = new(
        "TR-3.13",
        ("投标保证金最高不得超过", "Bid security, at most"),
        80_000_000,
        Fen,
        Laws.WorksTendering.At("第三十七条第二款", "art. 37(2)"),
        Secondary,
        new(2013, 5, 1)
    );
}
