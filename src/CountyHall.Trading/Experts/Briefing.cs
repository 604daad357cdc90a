using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Experts;

/// <summary>必谈的事项</summary>
public enum BriefingTopic
{
    /// <summary>廉洁自律必谈</summary>
    Integrity,

    /// <summary>评标纪律必谈</summary>
    Discipline,

    /// <summary>客观公正评标必谈</summary>
    Fairness,

    /// <summary>优质评标必谈</summary>
    Quality,
}

/// <summary>集体约谈 (四必谈): held before a larger project is evaluated, with all experts who are there.</summary>
public sealed class ExpertBriefing : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required IReadOnlyList<BriefingTopic> Topics { get; init; }

    /// <summary>Who led it, by name.</summary>
    public required string HeldBy { get; init; }
    public required DateTime HeldAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ExpertBriefing>
    {
        public void Configure(EntityTypeBuilder<ExpertBriefing> table)
        {
            table.ToTable("expert_briefings").HasKey(b => b.Id);
            table.Property(b => b.Id).ValueGeneratedNever();
            table.Property(b => b.Division).HasMaxLength(12);
            table.Property(b => b.HeldBy).HasMaxLength(100);
            table
                .Property(b => b.Topics)
                .HasConversion(Columns.Json<IReadOnlyList<BriefingTopic>>(), Columns.ByText<IReadOnlyList<BriefingTopic>>());
            table.HasIndex(b => b.TenderId).IsUnique(); // one for a project; a replacement signs it too
            table.HasIndex(b => new { b.Division, b.HeldAt });
            table.HasOne<Tender>().WithMany().HasForeignKey(b => b.TenderId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>约谈签名: an expert was there.</summary>
public sealed class BriefingAttendance : IRecorded
{
    public required long Id { get; init; }
    public required long BriefingId { get; init; }

    /// <summary>Party id of the expert.</summary>
    public required long Person { get; init; }
    public required DateTime SignedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<BriefingAttendance>
    {
        public void Configure(EntityTypeBuilder<BriefingAttendance> table)
        {
            table.ToTable("expert_briefing_attendances").HasKey(a => a.Id);
            table.Property(a => a.Id).ValueGeneratedNever();
            table.HasIndex(a => new { a.BriefingId, a.Person }).IsUnique();
            table.HasIndex(a => a.SignedAt);
            table.HasOne<ExpertBriefing>().WithMany().HasForeignKey(a => a.BriefingId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Whether a project has had the briefing that it needs.</summary>
public static class Briefing
{
    /// <summary>Works whose lots together are estimated at the size limit or above it.</summary>
    public static async Task<bool> IsRequired(HallDb db, Tender tender) =>
        tender.Kind == TenderKind.Works
        && await db.Lots.Where(l => l.TenderId == tender.Id).SumAsync(l => l.Estimate) >= Rulebook.BriefingFrom.Amount * 100L;

    /// <summary>No briefing is needed, or it was held and every expert who holds a seat has signed. Scoring does not open before.</summary>
    public static async Task<bool> Done(HallDb db, Tender tender)
    {
        if (!await IsRequired(db, tender))
            return true;
        var signed = await Signed(db, tender.Id);
        var seats = await CommitteeSeat.Held(db, tender.Id);
        return signed.Count > 0 && seats.Where(s => s.Kind == SeatKind.Expert).All(s => signed.Contains(s.Person));
    }

    /// <summary>Why scoring cannot open yet; null where it can.</summary>
    public static async Task<Refusal?> WhyNot(HallDb db, Tender tender) => await Done(db, tender) ? null : new BriefingMissing();

    /// <summary>Party ids of those who signed.</summary>
    public static async Task<IReadOnlySet<long>> Signed(HallDb db, long tender)
    {
        var briefings = db.ExpertBriefings.Where(b => b.TenderId == tender);
        var signed = db.BriefingAttendances.Where(a => briefings.Any(b => b.Id == a.BriefingId));
        return (await signed.Select(a => a.Person).ToListAsync()).ToHashSet();
    }

    public static Words NameOf(BriefingTopic topic) =>
        topic switch
        {
            BriefingTopic.Integrity => ("廉洁自律必谈", "Integrity"),
            BriefingTopic.Discipline => ("评标纪律必谈", "Discipline"),
            BriefingTopic.Fairness => ("客观公正评标必谈", "Fairness"),
            _ => ("优质评标必谈", "Quality"),
        };
}
