using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Opening of bids (开标).
public static partial class Rulebook
{
    /// <summary>Bids below which a lot is not opened but tendered again.</summary>
    public static readonly Limit FewestBids = new(
        "TR-3.21",
        ("开标所需的最少投标人数", "Fewest bidders for an opening"),
        3,
        Count,
        Laws.BiddingRegulation.At("第四十四条第二款", "art. 44(2)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>Fewer than so many the second time: tendering may be given up with approval.</summary>
    public static readonly Limit FewestBidsAgain = new(
        "TR-3.22",
        ("重新招标后的最少投标人数", "Fewest bidders the second time"),
        3,
        Count,
        Laws.ZhejiangBidding.At("第二十三条", "art. 23"),
        Verified,
        new(2014, 5, 28)
    );

    /// <summary>标底 of one tender, at most.</summary>
    public static readonly Limit BasePrices = new(
        "TR-3.17",
        ("一个招标项目的标底数，至多", "Base prices of a tender, at most"),
        1,
        Count,
        Laws.BiddingRegulation.At("第二十七条", "art. 27"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>Shortest time that a document may leave the bidders for decrypting, in minutes.</summary>
    /// <remarks>Order 20 art. 30 asks for decryption within the time agreed and names no number.</remarks>
    public static readonly Limit DecryptionShortest = new(
        "TR-8.9a",
        ("解密时限（分钟），至少", "Time to decrypt (minutes), at least"),
        15,
        Count,
        Laws.CountySettings.At("开标解密时限", "time to decrypt at an opening"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Longest time for decrypting, in minutes; also the longest single extension for a proved incident.</summary>
    public static readonly Limit DecryptionLongest = new(
        "TR-8.9b",
        ("解密时限和单次延长（分钟），至多", "Time to decrypt and one extension (minutes), at most"),
        120,
        Count,
        Laws.CountySettings.At("开标解密时限", "time to decrypt at an opening"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>From how long before the deadline bidders can sign in, in minutes.</summary>
    public static readonly Limit SignInBefore = new(
        "TR-8.9c",
        ("截止前可以签到的时间（分钟）", "Sign-in before the deadline (minutes)"),
        60,
        Count,
        Laws.CountySettings.At("开标签到时间", "signing in to an opening"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Longest booking of a room, in hours.</summary>
    public static readonly Limit BookingLongest = new(
        "TR-8.0a",
        ("一次预约场地（小时），至多", "One booking of a room (hours), at most"),
        12,
        Count,
        Laws.CountySettings.At("场地预约", "booking of rooms"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Notes of service without which a session cannot be closed.</summary>
    public static readonly Limit SessionLog = new(
        "TR-8.0b",
        ("结束场次所需的现场服务记录", "Notes of service to close a session"),
        1,
        Count,
        Laws.CountySettings.At("开评标现场服务记录", "log of a session"),
        Choice,
        new(2017, 1, 1)
    );
}
