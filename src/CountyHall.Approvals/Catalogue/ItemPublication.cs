using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Catalogue;

/// <summary>事项公开: the public page of one version of an item, from the day it went up to the day it came down.</summary>
public sealed class ItemPublication : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required string Item { get; init; }
    public required int ItemVersion { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Last day; none while the page is up.</summary>
    public DateOnly? To { get; set; }
    public int Version { get; private set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    internal sealed class Mapping : IEntityTypeConfiguration<ItemPublication>
    {
        public void Configure(EntityTypeBuilder<ItemPublication> table)
        {
            table.ToTable("item_publications").HasKey(p => p.Id);
            table.Property(p => p.Id).ValueGeneratedNever();
            table.Property(p => p.Division).HasMaxLength(12);
            table.Property(p => p.Item).HasMaxLength(80);
            table.HasIndex(p => new
            {
                p.Division,
                p.Item,
                p.From,
            });
            table.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>取消事项: an item ended with a day, and no version of it is in force after that day.</summary>
public sealed class ItemEnding : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required string Item { get; init; }
    public required DateOnly LastDay { get; init; }
    public required string Reason { get; init; }

    /// <summary>The document by which it ended; none for what ended before the house kept it.</summary>
    public string? BasisTitle { get; init; }
    public string? BasisArticle { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemEnding>
    {
        public void Configure(EntityTypeBuilder<ItemEnding> table)
        {
            table.ToTable("item_endings").HasKey(e => e.Id);
            table.Property(e => e.Id).ValueGeneratedNever();
            table.Property(e => e.Division).HasMaxLength(12);
            table.Property(e => e.Item).HasMaxLength(80);
            table.Property(e => e.BasisTitle).HasMaxLength(200);
            table.Property(e => e.BasisArticle).HasMaxLength(100);
            table.HasIndex(e => new { e.Division, e.Item }).IsUnique();
        }
    }
}
