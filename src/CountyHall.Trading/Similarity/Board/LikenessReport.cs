using System.Security.Cryptography;
using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>雷同性分析报告: what one run over the opened bids of a lot has found. Written once; the next run is another report.</summary>
/// <remarks>Regulation on the Bidding Law art. 40. Suspicions with both places, never a verdict: see <see cref="LikenessVerdict"/>.</remarks>
public sealed class LikenessReport : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required long LotId { get; init; }

    /// <summary>1, 2, 3… within the lot.</summary>
    public required int Serial { get; init; }
    public required LikenessContent Content { get; init; }

    /// <summary>SHA-256 of the content as JSON, lowercase hex.</summary>
    public required string Sha256 { get; init; }
    public required DateTime RunAt { get; init; }

    /// <summary>Who let it run.</summary>
    public required string By { get; init; }

    internal static string HashOf(LikenessContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Recording.Json)));

    /// <summary>The newest report of a lot; none before the first run.</summary>
    public static Task<LikenessReport?> Newest(HallDb db, long lot) =>
        db.LikenessReports.AsNoTracking().Where(r => r.LotId == lot).OrderByDescending(r => r.Serial).FirstOrDefaultAsync();

    internal sealed class Mapping : IEntityTypeConfiguration<LikenessReport>
    {
        public void Configure(EntityTypeBuilder<LikenessReport> table)
        {
            table.ToTable("likeness_reports").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.Content).HasConversion(Columns.Json<LikenessContent>(), Columns.ByReference<LikenessContent>());
            table.Property(r => r.Sha256).HasMaxLength(64);
            table.Property(r => r.By).HasMaxLength(100);
            table.HasIndex(r => new { r.LotId, r.Serial }).IsUnique();
            table.HasIndex(r => r.TenderId);
            table.HasOne<Lot>().WithMany().HasForeignKey(r => r.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The content of a report.</summary>
/// <param name="Pairs">Pairs with a finding, the strongest first.</param>
/// <param name="Notes">What could not be read or was not there, and is therefore not compared.</param>
/// <param name="Earlier">How many earlier bids told what is common in the trade.</param>
/// <param name="BlankBill">SHA-256 of the blank bill that was compared with; none where none was given.</param>
public sealed record LikenessContent(
    IReadOnlyList<BoardBid> Bids,
    IReadOnlyList<BoardPair> Pairs,
    IReadOnlyList<string> Notes,
    int Earlier,
    string? BlankBill
)
{
    public BoardBid? Bid(string id) => Bids.FirstOrDefault(b => b.Id == id);

    /// <summary>A pair in whatever order; none where nothing was found between the two.</summary>
    public BoardPair? Pair(string one, string other) => Pairs.FirstOrDefault(p => p.A == one && p.B == other || p.A == other && p.B == one);
}

/// <summary>One bid of the board.</summary>
/// <param name="Id">Such as B003: its place in the order of arrival.</param>
/// <param name="OpeningBid">Id of the <see cref="Opening.OpeningBid"/>.</param>
/// <param name="Bidder">Party id of the firm.</param>
/// <param name="Files">What was read of it, each with its hash in the sealed bid.</param>
/// <param name="Bill">What the bill check found.</param>
/// <param name="BillRows">How many items its bill prices; 0 where there was no bill to read.</param>
public sealed record BoardBid(
    string Id,
    long OpeningBid,
    long Bidder,
    string BidderName,
    string Code,
    string Receipt,
    IReadOnlyList<ReadFile> Files,
    IReadOnlyList<BillFinding> Bill,
    int BillRows
);

/// <param name="Sha256">Lowercase hex, as the sealed bid's own list of files has it.</param>
public sealed record ReadFile(string Name, long Size, string Sha256);

/// <summary>Two bids with what they share.</summary>
public sealed record BoardPair(string A, string B, double Score, IReadOnlyList<BoardReason> Reasons)
{
    /// <summary>The strongest grade of its reasons.</summary>
    public LikenessGrade Grade => Reasons.Max(r => r.Grade);

    public string Key => $"{A}-{B}";
}

/// <summary>One reason with both places.</summary>
/// <param name="Compared">What was compared and found.</param>
/// <param name="Harmless">What would explain it without a common hand.</param>
/// <param name="BaseRate">Share of all compared pairs that have it, 0–1.</param>
/// <param name="InA">Places in the technical bid of A; empty where what was found is no text.</param>
/// <param name="MoreInA">Places that were left out here for length.</param>
public sealed record BoardReason(
    string Code,
    LikenessGrade Grade,
    double Weight,
    string Compared,
    string Harmless,
    double BaseRate,
    IReadOnlyList<Excerpt> InA,
    IReadOnlyList<Excerpt> InB,
    int MoreInA,
    int MoreInB
);

/// <summary>A place in a text with a little of what stands around it.</summary>
/// <param name="Start">Code points before the shared part; <paramref name="End"/> likewise after it.</param>
public sealed record Excerpt(int Start, int End, string Before, string Shared, string After);
