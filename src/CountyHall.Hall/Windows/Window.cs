using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Hall.Windows;

/// <summary>窗口类别: a set of items that every window of the type accepts (一窗全科受理).</summary>
public sealed class WindowType : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Name as guides use it, such as <c>commerce</c>; <c>issuing</c> hands results over.</summary>
    public required string Key { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }

    public Words Name => new(NameZh, NameEn);

    internal sealed class Mapping : IEntityTypeConfiguration<WindowType>
    {
        public void Configure(EntityTypeBuilder<WindowType> table)
        {
            table.ToTable("window_types").HasKey(t => t.Id);
            table.Property(t => t.Id).ValueGeneratedNever();
            table.Property(t => t.Division).HasMaxLength(12);
            table.Property(t => t.Key).HasMaxLength(40);
            table.Ignore(t => t.Name);
            table.HasIndex(t => new { t.Division, t.Key }).IsUnique();
        }
    }
}

/// <summary>窗口: a counter in the hall or in a town centre.</summary>
public sealed class Window : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Number on the sign, such as B14.</summary>
    public required string Number { get; init; }

    /// <summary>Key of its <see cref="WindowType"/>.</summary>
    public required string Type { get; set; }
    public required string PlaceZh { get; set; }
    public required string PlaceEn { get; set; }

    /// <summary>区划代码 of the town where it stands; none in the county hall.</summary>
    public string? Town { get; init; }
    public int Version { get; private set; }

    public Words Place => new(PlaceZh, PlaceEn);

    internal sealed class Mapping : IEntityTypeConfiguration<Window>
    {
        public void Configure(EntityTypeBuilder<Window> table)
        {
            table.ToTable("windows").HasKey(w => w.Id);
            table.Property(w => w.Id).ValueGeneratedNever();
            table.Property(w => w.Division).HasMaxLength(12);
            table.Property(w => w.Number).HasMaxLength(20);
            table.Property(w => w.Type).HasMaxLength(40);
            table.Ignore(w => w.Place);
            table.HasIndex(w => new { w.Division, w.Number }).IsUnique();
            table.Property(w => w.Version).IsConcurrencyToken();
        }
    }
}

public sealed record WindowTypeSet(string Key, string NameZh);

public sealed record WindowSet(string Number, string Type, string Place);
