using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.Calendar;

/// <summary>A notice on public holidays that the county entered itself, because it came after the product did.</summary>
/// <remarks>Never changed: a mistake is put right by a further notice, so that what was known on each day stays known.</remarks>
public sealed class CalendarAnnouncement : IRecorded
{
    public required long Id { get; init; }

    /// <summary>The day on which the notice became known.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The year that it arranges; none where it only changes days of a year already arranged.</summary>
    public int? Year { get; init; }
    public required string TitleZh { get; init; }
    public required string TitleEn { get; init; }
    public required IReadOnlyList<SpecialDay> Days { get; init; }

    public Announcement Notice => new(On, new Words(TitleZh, TitleEn), Year, Days);

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarAnnouncement>
    {
        public void Configure(EntityTypeBuilder<CalendarAnnouncement> table)
        {
            table.ToTable("calendar_announcements").HasKey(a => a.Id);
            table.Property(a => a.Id).ValueGeneratedNever();
            table.Property(a => a.TitleZh).HasMaxLength(200);
            table.Property(a => a.TitleEn).HasMaxLength(200);
            table
                .Property(a => a.Days)
                .HasConversion(Columns.Json<IReadOnlyList<SpecialDay>>(), Columns.ByText<IReadOnlyList<SpecialDay>>());
            table.Ignore(a => a.Notice);
            // One arrangement a year; what changes it afterwards carries no year.
            table.HasIndex(a => a.Year).IsUnique().HasFilter("\"Year\" IS NOT NULL");
        }
    }
}
