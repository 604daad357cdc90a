using System.Text.Json.Serialization;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Bids;

/// <summary>回执: what the hall confirmed of one version of a bid.</summary>
/// <param name="Serial">Which version, from 1.</param>
/// <param name="File">Name under which the sealed file lies in <see cref="BidStore"/>; random, and told to nobody.</param>
/// <param name="Sha256">Of the whole sealed file, lowercase hex.</param>
/// <param name="Size">Bytes of the sealed file.</param>
/// <param name="ReceivedAt">Server's clock when the last byte was here and the bidder asked to hand it in (UTC).</param>
/// <param name="Certificate">Id of the certificate that signed it.</param>
/// <param name="By">User id of the person who handed it in.</param>
/// <param name="Panel">Number of the panel of custodians.</param>
public sealed record BidReceipt(
    int Serial,
    string File,
    string Sha256,
    long Size,
    DateTime ReceivedAt,
    long Certificate,
    long By,
    string Panel
);

/// <summary>投标文件环节</summary>
/// <remarks>All stages in the order of life; docs/trading/bids.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(BidReceived), "bid-received")]
[JsonDerivedType(typeof(BidTakenBack), "bid-taken-back")]
[JsonDerivedType(typeof(BidDecrypted), "bid-decrypted")]
[JsonDerivedType(typeof(BidRevoked), "bid-revoked")]
[JsonDerivedType(typeof(BidNotOpened), "bid-not-opened")]
public abstract record BidStage(DateTime At, BidReceipt Receipt)
{
    public abstract Words Name { get; }

    /// <summary>首次递交</summary>
    public static BidReceived First(BidReceipt receipt) => new(receipt.ReceivedAt, receipt);
}

/// <summary>已递交: sealed, waiting for the opening.</summary>
public sealed record BidReceived(DateTime At, BidReceipt Receipt) : BidStage(At, Receipt)
{
    public override Words Name => ("已递交", "Received");

    /// <summary>替换, until the deadline. Bidding Law art. 29.</summary>
    public BidReceived Replace(BidReceipt by) => new(by.ReceivedAt, by);

    /// <summary>撤回, until the deadline. Bidding Law art. 29, Implementing Regulation art. 35.</summary>
    public BidTakenBack TakeBack(DateTime at, long by) => new(at, Receipt, by);

    /// <summary>解密: opened with the bidder's key, or with enough shares of the custodians after a proven fault of the system.</summary>
    public BidDecrypted Decrypt(DateTime at, OpeningSheet sheet, string package, bool byCustodians) =>
        new(at, Receipt, sheet, package, byCustodians);

    /// <summary>视为撤销: not decrypted in the window for a cause on the bidder's side. Order 20 art. 31.</summary>
    public BidRevoked Revoke(DateTime at, string cause) => new(at, Receipt, cause);

    /// <summary>视为撤回: not decrypted for a cause outside the bidder's side. Order 20 art. 31.</summary>
    public BidNotOpened LeaveUnopened(DateTime at, string cause) => new(at, Receipt, cause);
}

/// <summary>已撤回: before the deadline, by the bidder.</summary>
/// <param name="By">User id.</param>
public sealed record BidTakenBack(DateTime At, BidReceipt Receipt, long By) : BidStage(At, Receipt)
{
    public override Words Name => ("已撤回", "Withdrawn");

    /// <summary>重新递交, until the deadline.</summary>
    public BidReceived SubmitAgain(BidReceipt receipt) => new(receipt.ReceivedAt, receipt);
}

/// <summary>已解密</summary>
/// <param name="Package">Name under which the plain package lies in <see cref="BidStore"/>.</param>
/// <param name="ByCustodians">With shares of the custodians instead of the bidder's own key.</param>
public sealed record BidDecrypted(DateTime At, BidReceipt Receipt, OpeningSheet Sheet, string Package, bool ByCustodians)
    : BidStage(At, Receipt)
{
    public override Words Name => ("已解密", "Decrypted");
}

/// <summary>视为撤销投标: for a cause on the bidder's side; the security may be kept.</summary>
public sealed record BidRevoked(DateTime At, BidReceipt Receipt, string Cause) : BidStage(At, Receipt)
{
    public override Words Name => ("因投标人原因未解密，视为撤销", "Not decrypted through the bidder's fault: revoked");
}

/// <summary>视为撤回投标: for a cause outside the bidder's side; damages may be claimed.</summary>
public sealed record BidNotOpened(DateTime At, BidReceipt Receipt, string Cause) : BidStage(At, Receipt)
{
    public override Words Name => ("非投标人原因未解密，视为撤回", "Not decrypted without the bidder's fault: withdrawn");
}
