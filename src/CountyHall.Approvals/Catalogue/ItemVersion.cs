using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Catalogue;

/// <summary>事项的一个版本: published, in force from a day, never edited. A change is the next version.</summary>
public sealed class ItemVersion : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>The item's name in addresses, the same for all its versions.</summary>
    public required string Item { get; init; }
    public required int Version { get; init; }
    public required DateOnly EffectiveFrom { get; init; }

    public required ServiceGuide Guide { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemVersion>
    {
        public void Configure(EntityTypeBuilder<ItemVersion> table)
        {
            table.ToTable("item_versions").HasKey(v => v.Id);
            table.Property(v => v.Id).ValueGeneratedNever();
            table.Property(v => v.Division).HasMaxLength(12);
            table.Property(v => v.Item).HasMaxLength(80);
            table.Property(v => v.Guide).HasConversion(Columns.Json<ServiceGuide>(), Columns.ByReference<ServiceGuide>());
            table.HasIndex(v => new { v.Item, v.Version }).IsUnique();
        }
    }
}

/// <summary>A version of an item was published.</summary>
public sealed record ItemPublished(string Item, int Version, DateOnly EffectiveFrom);
