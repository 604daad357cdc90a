using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.People;

/// <summary>部门、单位: a body of one division that holds powers, windows or both.</summary>
public sealed class Office : IRecorded, IVersioned
{
    public required long Id { get; init; }

    /// <summary>Short name used in addresses, routes and claims, such as <c>scjg</c>; unique in its division.</summary>
    public required string Key { get; init; }
    public required string Division { get; init; }
    public required string NameZh { get; set; }
    public required string NameEn { get; set; }
    public required string Uscc { get; init; }
    public string? Phone { get; set; }

    /// <summary>department, brigade, centre, town or government.</summary>
    public required string Kind { get; init; }
    public int Version { get; private set; }

    public Words Name => new(NameZh, NameEn);

    internal sealed class Mapping : IEntityTypeConfiguration<Office>
    {
        public void Configure(EntityTypeBuilder<Office> table)
        {
            table.ToTable("offices").HasKey(o => o.Id);
            table.Property(o => o.Id).ValueGeneratedNever();
            table.Property(o => o.Key).HasMaxLength(40);
            table.Property(o => o.Division).HasMaxLength(12);
            table.Ignore(o => o.Name);
            table.HasIndex(o => new { o.Division, o.Key }).IsUnique();
            table.Property(o => o.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>工作人员: a post in an office. Roles decide what its holder may do, the division and the office where.</summary>
public sealed class Staff : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Name { get; set; }
    public required string Division { get; init; }
    public required string Office { get; set; }

    /// <summary>Window at which the clerk sits; none in a back office.</summary>
    public string? Window { get; set; }
    public required IReadOnlyList<Role> Roles { get; set; }

    /// <summary>Window types for whose items a training is on record; a clerk may accept only those.</summary>
    public required IReadOnlyList<string> WindowTypes { get; set; }

    /// <summary>Left the post: may sign in no more.</summary>
    public DateOnly? LeftOn { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Staff>
    {
        public void Configure(EntityTypeBuilder<Staff> table)
        {
            table.ToTable("staff").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Division).HasMaxLength(12);
            table.Property(s => s.Office).HasMaxLength(40);
            table.Property(s => s.Window).HasMaxLength(20);
            table.Property(s => s.Roles).HasConversion(Columns.Json<IReadOnlyList<Role>>(), Columns.ByText<IReadOnlyList<Role>>());
            table
                .Property(s => s.WindowTypes)
                .HasConversion(Columns.Json<IReadOnlyList<string>>(), Columns.ByText<IReadOnlyList<string>>());
            table.HasIndex(s => new { s.Division, s.Office });
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}
