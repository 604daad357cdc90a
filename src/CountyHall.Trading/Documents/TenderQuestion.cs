using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Documents;

/// <summary>投标人提问: the text alone. Who asked is kept nowhere but in the journal of actions, which no page of the desk reads.</summary>
/// <remarks>Bidding Law art. 22: the names and the number of those who took the documents are secret.</remarks>
public sealed class TenderQuestion : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long TenderId { get; init; }

    /// <summary>1, 2, 3… within the tender.</summary>
    public required int Number { get; init; }
    public required string Text { get; init; }
    public required DateTime AskedAt { get; init; }

    /// <summary>The answer, the same for all.</summary>
    public string? Answer { get; set; }
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Number of the notice that published the answer.</summary>
    public string? ByNotice { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TenderQuestion>
    {
        public void Configure(EntityTypeBuilder<TenderQuestion> table)
        {
            table.ToTable("tender_questions").HasKey(q => q.Id);
            table.Property(q => q.Id).ValueGeneratedNever();
            table.Property(q => q.Text).HasMaxLength(2000);
            table.Property(q => q.Answer).HasMaxLength(4000);
            table.Property(q => q.ByNotice).HasMaxLength(30);
            table.HasIndex(q => new { q.TenderId, q.Number }).IsUnique();
            table.HasIndex(q => new { q.TenderId, q.AnsweredAt });
            table.HasOne<Tender>().WithMany().HasForeignKey(q => q.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.Property(q => q.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>对招标文件的异议. Implementing Regulation art. 22: answered within three days, and the process is suspended until then.</summary>
public sealed class DocumentObjection : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long TenderId { get; init; }

    /// <summary>1, 2, 3… within the tender.</summary>
    public required int Number { get; init; }

    /// <summary>Party id and name of whoever objects; shown to nobody else before the deadline.</summary>
    public required long Firm { get; init; }
    public required string FirmName { get; init; }

    /// <summary>The clause it is about, by id; none for the whole document.</summary>
    public string? Anchor { get; init; }
    public required string Text { get; init; }
    public required DateTime RaisedAt { get; init; }

    /// <summary>成立 or not; none before it is answered.</summary>
    public bool? Upheld { get; set; }
    public string? Answer { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public int Version { get; private set; }

    /// <summary>The three days in which it is answered.</summary>
    public Clock Clock
    {
        get
        {
            var clock = Clock.Start(Rulebook.ObjectionAnswer, RaisedAt);
            return AnsweredAt is { } at ? clock.Ended(at) : clock;
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DocumentObjection>
    {
        public void Configure(EntityTypeBuilder<DocumentObjection> table)
        {
            table.ToTable("document_objections").HasKey(o => o.Id);
            table.Property(o => o.Id).ValueGeneratedNever();
            table.Property(o => o.FirmName).HasMaxLength(200);
            table.Property(o => o.Anchor).HasMaxLength(100);
            table.Property(o => o.Text).HasMaxLength(4000);
            table.Property(o => o.Answer).HasMaxLength(4000);
            table.Ignore(o => o.Clock);
            table.HasIndex(o => new { o.TenderId, o.Number }).IsUnique();
            table.HasIndex(o => new { o.TenderId, o.AnsweredAt });
            table.HasIndex(o => o.Firm);
            table.HasOne<Tender>().WithMany().HasForeignKey(o => o.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Kernel.People.Party>().WithMany().HasForeignKey(o => o.Firm).OnDelete(DeleteBehavior.Restrict);
            table.Property(o => o.Version).IsConcurrencyToken();
        }
    }

    /// <summary>暂停: an objection waits for its answer, and nothing of the tender goes on.</summary>
    public static Task<bool> Suspends(HallDb db, long tender) =>
        db.DocumentObjections.AnyAsync(o => o.TenderId == tender && o.AnsweredAt == null);
}
