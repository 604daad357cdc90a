using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Cases;

/// <summary>Which heap of a desk a case lies on.</summary>
public enum Tab
{
    /// <summary>待办: somebody at this desk must act.</summary>
    ToDo,

    /// <summary>在办: this desk has acted, others have not; or the clock is paused.</summary>
    Working,

    /// <summary>补正中: the applicant has the word.</summary>
    Correction,

    /// <summary>已办</summary>
    Done,
}

/// <summary>One line of a desk's inbox. A rebuildable index over the cases: everything here is said by <see cref="Case"/>.</summary>
/// <remarks>A list page reads one index range of this table, whatever the number of cases.</remarks>
public sealed class DeskEntry
{
    public required long CaseId { get; init; }

    /// <summary><c>office:scjg</c>, <c>window:commerce</c> or <c>issue</c>.</summary>
    public required string Desk { get; init; }
    public required string Division { get; init; }
    public required Tab Tab { get; init; }

    /// <summary>End of business of the last day (UTC), by which the list is sorted; for what is done, the instant it was done.</summary>
    public required DateTime SortAt { get; init; }

    /// <summary>From here on the lamp is yellow (UTC).</summary>
    public DateTime? WarnsAt { get; init; }
    public bool Paused { get; init; }
    public required CaseNumber Number { get; init; }
    public required string Item { get; init; }
    public required string ApplicantName { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public required string StageName { get; init; }

    /// <summary>Another number whenever the line is laid anew: two lines of one case with the same number are the same line.</summary>
    public required long Laid { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeskEntry>
    {
        public void Configure(EntityTypeBuilder<DeskEntry> table)
        {
            table.ToTable("desk_entries").HasKey(e => new { e.CaseId, e.Desk });
            table.Property(e => e.Desk).HasMaxLength(60);
            table.Property(e => e.Division).HasMaxLength(12);
            table.Property(e => e.Number).AsCaseNumber();
            table.Property(e => e.Item).HasMaxLength(80);
            table.Property(e => e.ApplicantName).HasMaxLength(200);
            table.Property(e => e.StageName).HasMaxLength(40);
            table.HasIndex(e => new
            {
                e.Division,
                e.Desk,
                e.Tab,
                e.SortAt,
                e.CaseId,
                e.Laid, // so that a page which knows its lines is read from the index alone
            });
        }
    }
}
