using System.Text.Json.Serialization;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>一份投标文件在开标中的状态</summary>
/// <remarks>Order 20 arts. 30 and 31. docs/trading/opening.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(StillSealed), "still-sealed")]
[JsonDerivedType(typeof(FaultRecorded), "fault-recorded")]
[JsonDerivedType(typeof(FaultConfirmed), "fault-confirmed")]
[JsonDerivedType(typeof(Decrypted), "decrypted")]
[JsonDerivedType(typeof(DeemedRevoked), "deemed-revoked")]
[JsonDerivedType(typeof(DeemedWithdrawn), "deemed-withdrawn")]
public abstract record OpeningBidStage(DateTime At)
{
    public abstract Words Name { get; }
}

/// <summary>A bid that may still be opened by its bidder: while a fault is being decided, too, for the bidder's key may work after all.</summary>
public abstract record NotYetOpened(DateTime At) : OpeningBidStage(At)
{
    /// <summary>解密: the bidder's own key opened it.</summary>
    public Decrypted Open(DateTime at, OpenedBid bid) => new(at, bid, Recovered: false);
}

/// <summary>待解密</summary>
/// <param name="Attempts">How often a key was tried that did not open it.</param>
/// <param name="LastTrouble">What the last try said.</param>
public sealed record StillSealed(DateTime At, int Attempts, string? LastTrouble) : NotYetOpened(At)
{
    public override Words Name => ("待解密", "To be decrypted");

    public static StillSealed Of(DateTime at) => new(at, 0, null);

    public StillSealed Fail(string trouble) => this with { Attempts = Attempts + 1, LastTrouble = trouble };

    /// <summary>撤销: bytes as in the receipt and no right key within the time, so the bidder's fault. Order 20 art. 31.</summary>
    public DeemedRevoked Revoke(DateTime at, BidEvidence evidence) => new(at, evidence, Attempts);

    /// <summary>The chair puts down that the system, and not the bidder, has failed.</summary>
    public FaultRecorded RecordFault(DateTime at, string by, string reason, BidEvidence evidence) => new(at, by, reason, evidence);
}

/// <summary>判定中: the supervising department has to agree before anybody may recover the bid.</summary>
public sealed record FaultRecorded(DateTime At, string By, string Reason, BidEvidence Evidence) : NotYetOpened(At)
{
    public override Words Name => ("判定责任中", "Fault being decided");

    public FaultConfirmed Confirm(DateTime at, string by, string reason) => new(at, by, reason, Evidence);

    /// <summary>The supervising department does not see the fault with the system.</summary>
    public StillSealed Reject(DateTime at, string reason) => new(at, 0, reason);
}

/// <summary>确认系统原因: the custodians may now give their shares.</summary>
public sealed record FaultConfirmed(DateTime At, string By, string Reason, BidEvidence Evidence) : NotYetOpened(At)
{
    public override Words Name => ("系统原因，补救中", "Being recovered");

    /// <summary>补救: the shares of the custodians opened it.</summary>
    public Decrypted Recover(DateTime at, OpenedBid bid) => new(at, bid, Recovered: true);

    /// <summary>视为撤回: it cannot be opened, and not by the bidder's fault. Order 20 art. 31.</summary>
    public DeemedWithdrawn Withdraw(DateTime at, string reason) => new(at, reason, Evidence);
}

/// <summary>What the receipt says about the bytes that the house keeps.</summary>
/// <param name="Receipt">SHA-256 of the receipt.</param>
/// <param name="BytesAsReceived">The bytes kept still give that hash.</param>
public sealed record BidEvidence(string Receipt, bool BytesAsReceived);

/// <summary>已解密</summary>
/// <param name="Recovered">By the custodians, after a proved fault of the system.</param>
public sealed record Decrypted(DateTime At, OpenedBid Bid, bool Recovered) : OpeningBidStage(At)
{
    public override Words Name => Recovered ? ("已补救解密", "Recovered") : ("已解密", "Decrypted");
}

/// <summary>视为撤销: through the bidder's fault; the security may be kept (Implementing Regulation art. 35).</summary>
public sealed record DeemedRevoked(DateTime At, BidEvidence Evidence, int Attempts) : OpeningBidStage(At)
{
    public override Words Name => ("视为撤销", "Deemed revoked");
}

/// <summary>视为撤回: through no fault of the bidder, who may claim damages (Order 20 art. 31).</summary>
public sealed record DeemedWithdrawn(DateTime At, string Reason, BidEvidence Evidence) : OpeningBidStage(At)
{
    public override Words Name => ("视为撤回", "Deemed withdrawn");
}

/// <summary>What was in a bid.</summary>
/// <param name="Price">报价 in digits, fen, as the bidder wrote it.</param>
/// <param name="PriceInWords">大写, as the bidder wrote it.</param>
/// <param name="ReadPrice">The price that counts, fen: words prevail over digits (Order 12 art. 19).</param>
/// <param name="Duration">工期, calendar days.</param>
/// <param name="Package">Name under which the plain package lies in the store of bids.</param>
/// <param name="FilesAt">Offset of the first file in it; the others follow without a gap.</param>
/// <param name="Files">Every file of the package with its hash.</param>
public sealed record OpenedBid(
    long Price,
    string PriceInWords,
    long ReadPrice,
    int Duration,
    string Quality,
    string Leader,
    string Others,
    string Package,
    long FilesAt,
    IReadOnlyList<OpenedFile> Files
)
{
    /// <summary>Digits and words say different amounts.</summary>
    [JsonIgnore]
    public bool Differs => Price != ReadPrice;
}

public sealed record OpenedFile(string Name, string Part, long Size, string Sha256);
