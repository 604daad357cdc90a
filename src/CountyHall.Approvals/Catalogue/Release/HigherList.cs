using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>One entry of the basic catalogue (基本目录).</summary>
/// <param name="Code">基本编码, 12 places: the last 12 of an implementation code.</param>
/// <param name="LegalLimitDays">Working days; none where no law sets a limit.</param>
public sealed record ListEntry(string Code, Words Name, ItemKind Kind, int? LegalLimitDays, int Visits, Citation Basis);

/// <summary>上级目录: the list of items that the province published, as it was on a day. A newer one is a record of its own.</summary>
public sealed class HigherList : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Who published it, such as 浙江省政务服务事项目录.</summary>
    public required string Name { get; init; }

    /// <summary>The day of its state.</summary>
    public required DateOnly AsOf { get; init; }
    public required IReadOnlyList<ListEntry> Entries { get; init; }

    public static Task<HigherList?> Newest(HallDb db, string division) =>
        db.HigherLists.AsNoTracking().Where(l => l.Division == division).OrderByDescending(l => l.AsOf).FirstOrDefaultAsync();

    internal sealed class Mapping : IEntityTypeConfiguration<HigherList>
    {
        public void Configure(EntityTypeBuilder<HigherList> table)
        {
            table.ToTable("higher_lists").HasKey(l => l.Id);
            table.Property(l => l.Id).ValueGeneratedNever();
            table.Property(l => l.Division).HasMaxLength(12);
            table.Property(l => l.Name).HasMaxLength(100);
            table
                .Property(l => l.Entries)
                .HasConversion(Columns.Json<IReadOnlyList<ListEntry>>(), Columns.ByReference<IReadOnlyList<ListEntry>>());
            table.HasIndex(l => new { l.Division, l.AsOf }).IsUnique();
        }
    }
}
