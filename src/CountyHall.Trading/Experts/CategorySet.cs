using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Experts;

/// <summary>评标专业: one speciality for which experts are drawn.</summary>
/// <param name="Code">Such as A08; kept when the set is published anew, so that experts keep what they are.</param>
public sealed record ExpertCategory(string Code, Words Name);

/// <summary>评标专家专业目录, in one version: never changed; another version follows. A draw names the version it was made by.</summary>
public sealed class CategorySet : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Which version, from 1.</summary>
    public required int Number { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required IReadOnlyList<ExpertCategory> Categories { get; init; }

    public ExpertCategory? Find(string code) => Categories.FirstOrDefault(c => c.Code == code);

    public Words NameOf(string code) => Find(code)?.Name ?? Words.Same(code);

    /// <summary>The version in force on a day; none before the first.</summary>
    public static Task<CategorySet?> Of(HallDb db, string division, DateOnly day) =>
        db
            .CategorySets.AsNoTracking()
            .Where(s => s.Division == division && s.EffectiveFrom <= day)
            .OrderByDescending(s => s.EffectiveFrom)
            .ThenByDescending(s => s.Number)
            .FirstOrDefaultAsync();

    internal sealed class Mapping : IEntityTypeConfiguration<CategorySet>
    {
        public void Configure(EntityTypeBuilder<CategorySet> table)
        {
            table.ToTable("expert_category_sets").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Division).HasMaxLength(12);
            table
                .Property(s => s.Categories)
                .HasConversion(Columns.Json<IReadOnlyList<ExpertCategory>>(), Columns.ByText<IReadOnlyList<ExpertCategory>>());
            table.HasIndex(s => new { s.Division, s.Number }).IsUnique();
        }
    }
}
