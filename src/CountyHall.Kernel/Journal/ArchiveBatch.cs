using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.Journal;

/// <summary>A row that the house itself records with a fact, or that came in with an imported archive and is pinned by its batch.</summary>
/// <remarks>docs/decisions/0007-an-archive-is-one-fact.md</remarks>
public interface IArchived : IRecorded
{
    /// <summary>Id of the <see cref="ArchiveBatch"/> with which it came; none for what happened in this house.</summary>
    long? Batch { get; }
}

/// <summary>移交批次: rows of one table that were taken over at once, pinned together by one digest and so by one fact.</summary>
public sealed class ArchiveBatch : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required int Year { get; init; }

    /// <summary>The table that the rows stand in.</summary>
    public required string Table { get; init; }
    public required int Rows { get; init; }

    /// <summary>SHA-256 in hex over the digests of the rows, in the order of their ids.</summary>
    public required string Digest { get; init; }

    /// <summary>Where they come from, such as <c>demonstration year, seed 7</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Invented records.</summary>
    public required bool Demonstration { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ArchiveBatch>
    {
        public void Configure(EntityTypeBuilder<ArchiveBatch> table)
        {
            table.ToTable("archive_batches").HasKey(b => b.Id);
            table.Property(b => b.Id).ValueGeneratedNever();
            table.Property(b => b.Division).HasMaxLength(12);
            table.Property(b => b.Table).HasMaxLength(60);
            table.Property(b => b.Digest).HasMaxLength(64);
            table.Property(b => b.Source).HasMaxLength(120);
            table
                .HasIndex(b => new
                {
                    b.Division,
                    b.Year,
                    b.Table,
                })
                .IsUnique();
        }
    }
}

/// <summary>An archive of rows was taken over; the digest is that of all its rows.</summary>
public sealed record ArchiveTakenOver(string Table, int Year, int Rows, string Digest, string Source, bool Demonstration);
