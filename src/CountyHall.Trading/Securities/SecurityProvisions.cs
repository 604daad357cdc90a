using CountyHall.Kernel.Law;

namespace CountyHall.Trading.Securities;

/// <summary>Provisions on securities that carry no number; those with one are in <see cref="Rulebook"/>.</summary>
public static class SecurityProvisions
{
    /// <summary>TR-3.14: from the basic account of the bidder; and the money serves nothing else (TR-12.6).</summary>
    public static readonly Provision BasicAccount = Laws.BiddingRegulation.At("第二十六条", "art. 26");

    /// <summary>The security holds as long as the bid.</summary>
    public static readonly Provision SameValidity = Laws.BiddingRegulation.At("第二十六条第一款", "art. 26(1)");

    /// <summary>TR-3.16: whoever revokes a bid after the deadline may lose the security.</summary>
    public static readonly Provision Revocation = Laws.BiddingRegulation.At("第三十五条第二款", "art. 35(2)");

    /// <summary>The winner who does not sign, adds conditions or gives no performance bond.</summary>
    public static readonly Provision NoContract = Laws.BiddingRegulation.At("第七十四条", "art. 74");

    /// <summary>Who takes part, and how many, is secret before the opening.</summary>
    public static readonly Provision Secrecy = Laws.Bidding.At("第二十二条第一款", "art. 22(1)");

    /// <summary>TR-12.1, TR-12.6: a sub-account for each bidder and lot, and books that equal the bank's every day.</summary>
    public static readonly Provision Books = Laws.CountySettings.At("保证金账簿与对账", "ledger and reconciliation of securities");

    /// <summary>A bid after the deadline is refused; what must come with it is late too.</summary>
    public static readonly Provision Deadline = Laws.Bidding.At("第二十八条", "art. 28");
}
