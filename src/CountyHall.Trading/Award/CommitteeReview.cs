using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Award;

/// <summary>A bid that a member would reject on review, with the reason and the clause or provision.</summary>
public sealed record ReviewRejection(long Bidder, string Reason);

/// <summary>复核意见: what one member of the committee signs when a question came back to it.</summary>
/// <remarks>The ranking stays as it was signed; a review only takes bids out of it. Implementing Regulation art. 71(6) is why nobody re-scores.</remarks>
public sealed class CommitteeReview : IRecorded
{
    public required long Id { get; init; }
    public required long LotId { get; init; }

    /// <summary>Which review, from 1.</summary>
    public required int Review { get; init; }
    public required long Seat { get; init; }

    /// <summary>What this member would take out; empty where the report stands.</summary>
    public required IReadOnlyList<ReviewRejection> Rejections { get; init; }
    public required string Opinion { get; init; }
    public required DateTime SignedAt { get; init; }

    /// <summary>What more than half of the members would take out.</summary>
    public static IReadOnlyList<ReviewRejection> Majority(IReadOnlyList<CommitteeReview> signed, int members) =>
        [
            .. signed
                .SelectMany(r => r.Rejections)
                .GroupBy(r => r.Bidder)
                .Where(g => g.Count() * 2 > members)
                .OrderBy(g => g.Key)
                .Select(g => new ReviewRejection(g.Key, string.Join("；", g.Select(r => r.Reason).Distinct()))),
        ];

    internal sealed class Mapping : IEntityTypeConfiguration<CommitteeReview>
    {
        public void Configure(EntityTypeBuilder<CommitteeReview> table)
        {
            table.ToTable("committee_reviews").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Opinion).HasMaxLength(2000);
            table
                .Property(r => r.Rejections)
                .HasConversion(Columns.Json<IReadOnlyList<ReviewRejection>>(), Columns.ByText<IReadOnlyList<ReviewRejection>>());
            table
                .HasIndex(r => new
                {
                    r.LotId,
                    r.Review,
                    r.Seat,
                })
                .IsUnique(); // one signature of a member in a review
            table.HasOne<Lot>().WithMany().HasForeignKey(r => r.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
