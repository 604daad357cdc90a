using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>开评标场地: a room of the trading centre in which bids are opened or evaluated.</summary>
public sealed class VenueRoom : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Its short name on doors and in addresses, such as <c>K1</c>.</summary>
    public required string Key { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    public required int Seats { get; init; }

    public Words Name => new(NameZh, NameEn);

    internal sealed class Mapping : IEntityTypeConfiguration<VenueRoom>
    {
        public void Configure(EntityTypeBuilder<VenueRoom> table)
        {
            table.ToTable("venue_rooms").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.Key).HasMaxLength(20);
            table.Property(r => r.NameZh).HasMaxLength(100);
            table.Property(r => r.NameEn).HasMaxLength(100);
            table.Ignore(r => r.Name);
            table.HasIndex(r => new { r.Division, r.Key }).IsUnique();
        }
    }
}
