using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Documents;

/// <summary>How a filing ended.</summary>
public enum FilingOutcome
{
    /// <summary>退回修改</summary>
    Returned,

    /// <summary>备案完成</summary>
    Accepted,
}

/// <summary>招标文件备案: one version of the documents as it lay with the supervising department. Zhejiang Bidding Regulation art. 19.</summary>
public sealed class TenderFiling : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long TenderId { get; init; }
    public required string Division { get; init; }

    /// <summary>第几次报送: 1, then 2 after a return.</summary>
    public required int Serial { get; init; }
    public required int DocumentVersion { get; init; }
    public required DateTime FiledAt { get; init; }
    public FilingOutcome? Outcome { get; set; }
    public DateTime? DecidedAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TenderFiling>
    {
        public void Configure(EntityTypeBuilder<TenderFiling> table)
        {
            table.ToTable("tender_filings").HasKey(f => f.Id);
            table.Property(f => f.Id).ValueGeneratedNever();
            table.Property(f => f.Division).HasMaxLength(12);
            table.HasIndex(f => new { f.TenderId, f.Serial }).IsUnique();
            table.HasIndex(f => new { f.Division, f.FiledAt });
            table.HasOne<Tender>().WithMany().HasForeignKey(f => f.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.Property(f => f.Version).IsConcurrencyToken();
        }
    }

    /// <summary>The last filing of a tender; none before the first.</summary>
    public static Task<TenderFiling?> Last(HallDb db, long tender) =>
        db.TenderFilings.Where(f => f.TenderId == tender).OrderByDescending(f => f.Serial).FirstOrDefaultAsync();
}

/// <summary>备案修改意见: one numbered opinion of the supervising department on one clause, and its answer.</summary>
public sealed class FilingOpinion : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long TenderId { get; init; }
    public required string Division { get; init; }

    /// <summary>1, 2, 3… within the tender, through all its filings.</summary>
    public required int Number { get; init; }

    /// <summary>The version of the documents that it speaks of.</summary>
    public required int DocumentVersion { get; init; }

    /// <summary>Id of the clause, or of a scoring item as <c>score:ID</c>.</summary>
    public required string Anchor { get; init; }
    public required string Text { get; init; }
    public required string By { get; init; }
    public required DateTime GivenAt { get; init; }

    /// <summary>采纳 or not; none before it is answered.</summary>
    public bool? Adopted { get; set; }

    /// <summary>How it was adopted, or why not.</summary>
    public string? Reply { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FilingOpinion>
    {
        public void Configure(EntityTypeBuilder<FilingOpinion> table)
        {
            table.ToTable("filing_opinions").HasKey(o => o.Id);
            table.Property(o => o.Id).ValueGeneratedNever();
            table.Property(o => o.Division).HasMaxLength(12);
            table.Property(o => o.Anchor).HasMaxLength(100);
            table.Property(o => o.Text).HasMaxLength(2000);
            table.Property(o => o.By).HasMaxLength(100);
            table.Property(o => o.Reply).HasMaxLength(2000);
            table.HasIndex(o => new { o.TenderId, o.Number }).IsUnique();
            table.HasIndex(o => new { o.Division, o.GivenAt });
            table.HasOne<Tender>().WithMany().HasForeignKey(o => o.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.Property(o => o.Version).IsConcurrencyToken();
        }
    }
}
