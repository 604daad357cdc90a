using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Catalogue;

/// <summary>Where an item is taken.</summary>
public enum EntryPlace
{
    /// <summary>县政务服务中心</summary>
    Centre,

    /// <summary>分中心</summary>
    Branch,

    /// <summary>镇（街道）便民服务中心</summary>
    Town,

    /// <summary>部门自行受理: outside, with a recorded reason.</summary>
    Department,
}

/// <summary>事项纳入: where an item is taken, from a day to a day. A change closes the row and opens the next one.</summary>
public sealed class ItemPlacement : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required string Item { get; init; }
    public required EntryPlace Place { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Last day; none while it holds.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Why it is not in the centre.</summary>
    public string? ReasonZh { get; init; }
    public string? ReasonEn { get; init; }
    public int Version { get; private set; }

    public Words? Reason => ReasonZh is { } zh ? new(zh, ReasonEn ?? zh) : null;

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    internal sealed class Mapping : IEntityTypeConfiguration<ItemPlacement>
    {
        public void Configure(EntityTypeBuilder<ItemPlacement> table)
        {
            table.ToTable("item_placements").HasKey(p => p.Id);
            table.Property(p => p.Id).ValueGeneratedNever();
            table.Property(p => p.Division).HasMaxLength(12);
            table.Property(p => p.Item).HasMaxLength(80);
            table.Ignore(p => p.Reason);
            table
                .HasIndex(p => new
                {
                    p.Division,
                    p.Item,
                    p.From,
                })
                .IsUnique();
            table.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>进驻单位: a department with windows in the centre.</summary>
public sealed class ResidentUnit : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Key of the office.</summary>
    public required string Office { get; init; }

    /// <summary>首次进驻</summary>
    public required DateOnly Since { get; init; }

    /// <summary>审批科室进驻到位</summary>
    public required bool ApprovingOfficeThere { get; set; }

    /// <summary>审批权限授予到位</summary>
    public required bool PowerThere { get; set; }
    public int Version { get; private set; }

    /// <summary>两集中两到位</summary>
    public bool IsComplete => ApprovingOfficeThere && PowerThere;

    internal sealed class Mapping : IEntityTypeConfiguration<ResidentUnit>
    {
        public void Configure(EntityTypeBuilder<ResidentUnit> table)
        {
            table.ToTable("resident_units").HasKey(u => u.Id);
            table.Property(u => u.Id).ValueGeneratedNever();
            table.Property(u => u.Division).HasMaxLength(12);
            table.Property(u => u.Office).HasMaxLength(40);
            table.Ignore(u => u.IsComplete);
            table.HasIndex(u => new { u.Division, u.Office }).IsUnique();
            table.Property(u => u.Version).IsConcurrencyToken();
        }
    }
}
