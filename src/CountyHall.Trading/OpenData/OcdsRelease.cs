using CountyHall.Kernel.Journal;
using CountyHall.Trading.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.OpenData;

/// <summary>开放数据的一次发布: what was public of a tender when a notice appeared, as an OCDS release. Written once, in the transaction of the notice.</summary>
public sealed class OcdsRelease : IRecorded
{
    public required long Id { get; init; }

    /// <summary>Place in the change feed, from 1: taken in the transaction that publishes, so that whoever has seen a number has seen all below it.</summary>
    public required long Serial { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required long NoticeId { get; init; }

    /// <summary>The contracting process: prefix and tender number.</summary>
    public required string Ocid { get; init; }

    /// <summary>Its id within the process, and in addresses: the number of the notice.</summary>
    public required string Number { get; init; }

    /// <summary>Tags with spaces between them, such as <c>planning tender</c>.</summary>
    public required string Tags { get; init; }
    public required DateTime PublishedAt { get; init; }

    /// <summary>The release itself, JSON.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of the body's UTF-8, lowercase hex.</summary>
    public required string Sha256 { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OcdsRelease>
    {
        public void Configure(EntityTypeBuilder<OcdsRelease> table)
        {
            table.ToTable("ocds_releases").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.Ocid).HasMaxLength(60);
            table.Property(r => r.Number).HasMaxLength(30);
            table.Property(r => r.Tags).HasMaxLength(200);
            table.Property(r => r.Sha256).HasMaxLength(64);
            table.HasIndex(r => new { r.Division, r.Serial }).IsUnique();
            table.HasIndex(r => r.Number).IsUnique();
            table.HasIndex(r => r.NoticeId).IsUnique();
            table.HasIndex(r => new { r.Ocid, r.Serial });
            table.HasIndex(r => r.TenderId);
            table.HasOne<Notice>().WithMany().HasForeignKey(r => r.NoticeId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A release entered the open data.</summary>
public sealed record ReleasePublished(string Ocid, string Release, long Serial, string Tags, string Sha256);
