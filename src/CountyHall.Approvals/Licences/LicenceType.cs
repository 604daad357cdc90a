using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Licences;

/// <summary>证照类型: what kind of licence a result of this name is, and what is printed on it.</summary>
/// <remarks>GB/T 36902 catalogue of e-licences. The type is found by the name of the result that a guide promises.</remarks>
public sealed class LicenceType : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Kind as guides name it where they do not ask for it: <c>business-licence</c>, <c>restaurant-food-licence</c>…</summary>
    public required string Key { get; init; }

    /// <summary>证照类型代码: the body that defined it and three digits, 21 places (GB/T 36904).</summary>
    public required string Code { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }

    /// <summary>Ids of the fields of the application that stand on the licence.</summary>
    public required IReadOnlyList<string> Shows { get; init; }

    /// <summary>Items whose result changes an earlier licence of the holder (变更, XK art. 49) instead of being another one.</summary>
    public required IReadOnlyList<string> ChangedBy { get; init; }

    /// <summary>Items whose result prolongs an earlier licence of the holder (延续, XK art. 50).</summary>
    public required IReadOnlyList<string> RenewedBy { get; init; }

    public Words Name => new(NameZh, NameEn);

    internal sealed class Mapping : IEntityTypeConfiguration<LicenceType>
    {
        public void Configure(EntityTypeBuilder<LicenceType> table)
        {
            table.ToTable("licence_types").HasKey(t => t.Id);
            table.Property(t => t.Id).ValueGeneratedNever();
            table.Property(t => t.Division).HasMaxLength(12);
            table.Property(t => t.Key).HasMaxLength(80);
            table.Property(t => t.Code).HasMaxLength(21);
            table.Property(t => t.NameZh).HasMaxLength(120);
            table.Ignore(t => t.Name);
            foreach (var list in (string[])[nameof(Shows), nameof(ChangedBy), nameof(RenewedBy)])
                table
                    .Property<IReadOnlyList<string>>(list)
                    .HasConversion(Columns.Json<IReadOnlyList<string>>(), Columns.ByText<IReadOnlyList<string>>());
            table.HasIndex(t => new { t.Division, t.NameZh }).IsUnique();
        }
    }
}
