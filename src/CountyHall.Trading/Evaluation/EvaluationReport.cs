using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Evaluation;

/// <summary>评标报告 of one lot: signed by every member, changed by nobody.</summary>
/// <remarks>Implementing Regulation art. 53.</remarks>
public sealed class EvaluationReport : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required long LotId { get; init; }
    public required ReportContent Content { get; init; }

    /// <summary>When the last member signed, UTC: the clock of the publicity of the candidates starts here (art. 54).</summary>
    public required DateTime SignedAt { get; init; }

    /// <summary>The report of a lot; none before it is signed.</summary>
    public static Task<EvaluationReport?> Of(HallDb db, long lot) =>
        db.EvaluationReports.AsNoTracking().FirstOrDefaultAsync(r => r.LotId == lot);

    internal sealed class Mapping : IEntityTypeConfiguration<EvaluationReport>
    {
        public void Configure(EntityTypeBuilder<EvaluationReport> table)
        {
            table.ToTable("evaluation_reports").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.Content).HasConversion(Columns.Json<ReportContent>(), Columns.ByReference<ReportContent>());
            table.HasIndex(r => r.LotId).IsUnique();
            table.HasIndex(r => r.TenderId);
            table.HasOne<Lot>().WithMany().HasForeignKey(r => r.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What the committee found.</summary>
/// <param name="Ranking">Every bid that was not rejected, the best first; empty where all were rejected (否决全部投标, Bidding Law art. 42).</param>
/// <param name="Dissents">不同意见: who disagrees, and why.</param>
public sealed record ReportContent(
    EvaluationKind Method,
    IReadOnlyList<RankedBid> Ranking,
    IReadOnlyList<RejectedBid> Rejected,
    IReadOnlyList<WrittenDissent> Dissents
)
{
    /// <summary>Every number from which ranking and scores were computed, and those that came out.</summary>
    public EvaluationFile? Computation { get; init; }
}

/// <summary>A bid with its rank.</summary>
/// <param name="Rank">From 1; two bids share it where the rule says so.</param>
/// <param name="OpeningBid">Id of the <see cref="Opening.OpeningBid"/>.</param>
/// <param name="Bidder">Party id of the firm.</param>
/// <param name="Price">报价, fen, as it was read out.</param>
/// <param name="EvaluatedPrice">评标价, fen: corrected and adjusted as the documents say.</param>
/// <param name="Score">Total of points; 0 where the method gives none.</param>
/// <param name="Duration">工期, calendar days.</param>
public sealed record RankedBid(
    int Rank,
    long OpeningBid,
    long Bidder,
    string BidderName,
    long Price,
    long EvaluatedPrice,
    decimal Score,
    int Duration,
    string Quality,
    string Leader
);

/// <summary>被否决的投标: which bid, why, and by which provision or clause.</summary>
public sealed record RejectedBid(long OpeningBid, long Bidder, string BidderName, string Reason, string Basis);

/// <summary>A member who does not agree with the result says so in writing.</summary>
public sealed record WrittenDissent(long Seat, string Name, string Reason);
