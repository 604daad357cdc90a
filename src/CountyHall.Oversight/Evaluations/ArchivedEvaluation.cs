using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Oversight.Evaluations;

/// <summary>A case of an archive that was asked about once, as it came in with the archive. It names no person and can no longer be answered.</summary>
public sealed class ArchivedEvaluation : IArchived
{
    public required long Id { get; init; }
    public required string Number { get; init; }
    public required string Division { get; init; }

    /// <summary>Key of the body that decided.</summary>
    public required string Office { get; init; }

    /// <summary>Key of the item in addresses.</summary>
    public required string Item { get; init; }

    /// <summary>Window that received it; none for a case that came online.</summary>
    public string? Window { get; init; }
    public required DateOnly InvitedOn { get; init; }

    /// <summary>1 to 5, as <see cref="Grade"/>; none where nobody answered.</summary>
    public int? Grade { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public long? Batch { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ArchivedEvaluation>
    {
        public void Configure(EntityTypeBuilder<ArchivedEvaluation> table)
        {
            table.ToTable("archived_evaluations").HasKey(e => e.Id);
            table.Property(e => e.Id).ValueGeneratedNever();
            table.Property(e => e.Number).HasMaxLength(22);
            table.Property(e => e.Division).HasMaxLength(12);
            table.Property(e => e.Office).HasMaxLength(40);
            table.Property(e => e.Item).HasMaxLength(80);
            table.Property(e => e.Window).HasMaxLength(60);
            table.HasIndex(e => new { e.Division, e.Number });
        }
    }
}
