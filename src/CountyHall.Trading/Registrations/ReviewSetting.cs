using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Registrations;

/// <summary>报名审核设置: from which day registrations for a kind of tender are reviewed, or accepted at once.</summary>
/// <remarks>A setting of the county by date, never changed: a later one takes its place. Order 20 art. 20 allows no hurdle, so it can be off.</remarks>
public sealed class ReviewSetting : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required TenderKind Kind { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly From { get; init; }
    public required bool Reviewed { get; init; }

    /// <summary>Whether registrations of a kind are reviewed on a day; they are where the county has set nothing.</summary>
    public static async Task<bool> IsReviewed(HallDb db, string division, TenderKind kind, DateOnly day) =>
        await db
            .ReviewSettings.Where(s => s.Division == division && s.Kind == kind && s.From <= day)
            .OrderByDescending(s => s.From)
            .ThenByDescending(s => s.Id)
            .Select(s => (bool?)s.Reviewed)
            .FirstOrDefaultAsync()
        ?? true;

    internal sealed class Mapping : IEntityTypeConfiguration<ReviewSetting>
    {
        public void Configure(EntityTypeBuilder<ReviewSetting> table)
        {
            table.ToTable("review_settings").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Division).HasMaxLength(12);
            table.HasIndex(s => new
            {
                s.Division,
                s.Kind,
                s.From,
                s.Id,
            });
        }
    }
}
