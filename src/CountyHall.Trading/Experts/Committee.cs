using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Experts;

/// <summary>评标委员会: whoever evaluates the bids of one tender, in all its lots.</summary>
/// <remarks>Bidding Law art. 37. Its names are secret until the session, and to the public until the result.</remarks>
public sealed class Committee : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required DateTime FormedAt { get; init; }
    public int Version { get; private set; }

    /// <summary>The committee of a tender; none before the draw is over.</summary>
    public static Task<Committee?> Of(HallDb db, long tender) => db.Committees.FirstOrDefaultAsync(c => c.TenderId == tender);

    internal sealed class Mapping : IEntityTypeConfiguration<Committee>
    {
        public void Configure(EntityTypeBuilder<Committee> table)
        {
            table.ToTable("committees").HasKey(c => c.Id);
            table.Property(c => c.Id).ValueGeneratedNever();
            table.Property(c => c.Division).HasMaxLength(12);
            table.HasIndex(c => c.TenderId).IsUnique();
            table.HasOne<Tender>().WithMany().HasForeignKey(c => c.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.Property(c => c.Version).IsConcurrencyToken();
        }
    }
}

public enum SeatKind
{
    /// <summary>专家: drawn from the library.</summary>
    Expert,

    /// <summary>招标人代表</summary>
    EntityRepresentative,
}

/// <summary>评委席位: one person on a committee, from the draw until the report or until the seat is left.</summary>
public sealed class CommitteeSeat : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long CommitteeId { get; init; }
    public required long TenderId { get; init; }

    /// <summary>席位号, from 1; a replacement takes the place of whom it replaces.</summary>
    public required int Place { get; init; }
    public required SeatKind Kind { get; init; }

    /// <summary>Party id of the natural person, who signs in with it.</summary>
    public required long Person { get; init; }
    public required string Name { get; init; }
    public required string Employer { get; init; }

    /// <summary>When the seat was left, and why; none while it is held. Only recusal, leaving and health are reasons (Implementing Regulation art. 48).</summary>
    public DateTime? LeftAt { get; set; }
    public string? LeftBecause { get; set; }

    /// <summary>Id of the seat that was left before this one; none for one of the first members.</summary>
    public long? Replaces { get; init; }
    public int Version { get; private set; }

    /// <summary>The seats that are held now, in their order.</summary>
    public static Task<List<CommitteeSeat>> Held(HallDb db, long tender) =>
        db.CommitteeSeats.Where(s => s.TenderId == tender && s.LeftAt == null).OrderBy(s => s.Place).ToListAsync();

    internal sealed class Mapping : IEntityTypeConfiguration<CommitteeSeat>
    {
        public void Configure(EntityTypeBuilder<CommitteeSeat> table)
        {
            table.ToTable("committee_seats").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Name).HasMaxLength(100);
            table.Property(s => s.Employer).HasMaxLength(200);
            table.Property(s => s.LeftBecause).HasMaxLength(500);
            table.HasIndex(s => new { s.TenderId, s.Place });
            table.HasIndex(s => s.Person);
            table.HasOne<Committee>().WithMany().HasForeignKey(s => s.CommitteeId).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}
