using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>What a review of a registration came to.</summary>
public enum ReviewOutcome
{
    /// <summary>通过</summary>
    Accepted,

    /// <summary>不予通过</summary>
    Refused,

    /// <summary>退回补充: not finished.</summary>
    Returned,
}

/// <summary>报名审核登记: one bidder for one lot.</summary>
/// <remarks>Who takes part is secret until the deadline (Bidding Law art. 22): a figure counts none before the opening of its tender is over.</remarks>
public sealed class RegisteredReview : RegisterLine
{
    public required string Lot { get; init; }
    public required string Bidder { get; init; }
    public required ReviewOutcome Outcome { get; init; }
    public required DateOnly ReviewedOn { get; init; }
    public required bool IsTest { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredReview>
    {
        public void Configure(EntityTypeBuilder<RegisteredReview> table)
        {
            Map(table, "registered_reviews");
            table.Property(r => r.Lot).HasMaxLength(23);
            table.Property(r => r.Bidder).HasMaxLength(200);
            table.HasIndex(r => new { r.Division, r.ReviewedOn });
        }
    }
}
