namespace CountyHall.Trading.Bids;

/// <summary>目录: the first part of the plain package, saying whose bid it is, for which lot, what is read out, and which files follow.</summary>
/// <param name="Lot">标段编号</param>
/// <param name="Bidder">统一社会信用代码</param>
public sealed record BidManifest(string Lot, string Bidder, OpeningSheet Sheet, IReadOnlyList<BidFile> Files);

/// <summary>开标一览表: what is read out at the opening.</summary>
/// <param name="Price">投标报价, fen.</param>
/// <param name="PriceInCapitals">投标报价大写</param>
/// <param name="Duration">工期, calendar days.</param>
/// <param name="Quality">质量目标</param>
/// <param name="ProjectLeader">项目负责人</param>
/// <param name="Others">其他</param>
public sealed record OpeningSheet(long Price, string PriceInCapitals, int Duration, string Quality, string ProjectLeader, string Others);

/// <param name="Part"><c>price</c>, <c>technical</c> or <c>business</c>.</param>
/// <param name="Sha256">Lowercase hex.</param>
public sealed record BidFile(string Name, string Part, long Size, string Sha256)
{
    public static readonly IReadOnlyList<string> Parts = ["price", "technical", "business"];
}

/// <summary>What an envelope held, once opened: every byte was what the bidder sealed and signed.</summary>
/// <param name="FilesAt">Offset in the plain package where the first file begins; the others follow without a gap.</param>
public sealed record OpenedPackage(EnvelopeHeader Header, BidManifest Manifest, long FilesAt);
