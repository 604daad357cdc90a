using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Award;

/// <summary>放弃中标: a candidate or winner says so in writing; the tendering entity takes note of it with the next step.</summary>
public sealed class GivingUp : IRecorded
{
    public required long Id { get; init; }
    public required long LotId { get; init; }
    public required long Bidder { get; init; }
    public required string BidderName { get; init; }
    public required string Reason { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<GivingUp>
    {
        public void Configure(EntityTypeBuilder<GivingUp> table)
        {
            table.ToTable("givings_up").HasKey(g => g.Id);
            table.Property(g => g.Id).ValueGeneratedNever();
            table.Property(g => g.BidderName).HasMaxLength(200);
            table.Property(g => g.Reason).HasMaxLength(2000);
            table.HasIndex(g => new { g.LotId, g.Bidder }).IsUnique(); // said once
            table.HasOne<Lot>().WithMany().HasForeignKey(g => g.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>履约事项的种类</summary>
public enum PerformanceKind
{
    /// <summary>付款</summary>
    Payment,

    /// <summary>合同变更</summary>
    Change,

    /// <summary>进度</summary>
    Progress,

    /// <summary>验收</summary>
    Acceptance,
}

/// <summary>履约记录: what happened under a contract; each is published.</summary>
public sealed class PerformanceEntry : IRecorded
{
    public required long Id { get; init; }
    public required long LotId { get; init; }
    public required PerformanceKind Kind { get; init; }

    /// <summary>Fen; what was paid, or by how much a change moves the price (below zero where it falls); none where no money moves.</summary>
    public long? Amount { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Number of the notice.</summary>
    public required string Notice { get; init; }

    public static Words NameOf(PerformanceKind kind) =>
        kind switch
        {
            PerformanceKind.Payment => ("付款", "Payment"),
            PerformanceKind.Change => ("合同变更", "Change of the contract"),
            PerformanceKind.Progress => ("进度", "Progress"),
            _ => ("验收", "Acceptance"),
        };

    internal sealed class Mapping : IEntityTypeConfiguration<PerformanceEntry>
    {
        public void Configure(EntityTypeBuilder<PerformanceEntry> table)
        {
            table.ToTable("performance_entries").HasKey(e => e.Id);
            table.Property(e => e.Id).ValueGeneratedNever();
            table.Property(e => e.Text).HasMaxLength(4000);
            table.Property(e => e.Notice).HasMaxLength(30);
            table.HasIndex(e => new { e.LotId, e.Id });
            table.HasOne<Lot>().WithMany().HasForeignKey(e => e.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>不再招标的申请: failed for want of bids the second time. Zhejiang Bidding Regulation art. 23.</summary>
public sealed class StopRequest : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required long LotId { get; init; }
    public required string Reason { get; init; }
    public required DateTime AskedAt { get; init; }

    /// <summary>None before the department has decided.</summary>
    public bool? Approved { get; set; }
    public string? Answer { get; set; }
    public DateTime? DecidedAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<StopRequest>
    {
        public void Configure(EntityTypeBuilder<StopRequest> table)
        {
            table.ToTable("stop_requests").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.Reason).HasMaxLength(2000);
            table.Property(r => r.Answer).HasMaxLength(2000);
            table.HasIndex(r => new { r.LotId, r.Id });
            table.HasIndex(r => new { r.TenderId, r.DecidedAt });
            table.HasOne<Lot>().WithMany().HasForeignKey(r => r.LotId).OnDelete(DeleteBehavior.Restrict);
            table.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>招标档案: what was archived of a tender, by name, size and hash.</summary>
public sealed class TenderArchive : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required ArchiveManifest Manifest { get; init; }

    /// <summary>SHA-256 of the list of hashes as text, lowercase hex: what the public log vouches for.</summary>
    public required string Sha256 { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TenderArchive>
    {
        public void Configure(EntityTypeBuilder<TenderArchive> table)
        {
            table.ToTable("tender_archives").HasKey(a => a.Id);
            table.Property(a => a.Id).ValueGeneratedNever();
            table.Property(a => a.Division).HasMaxLength(12);
            table.Property(a => a.Sha256).HasMaxLength(64);
            table.Property(a => a.Manifest).HasConversion(Columns.Json<ArchiveManifest>(), Columns.ByReference<ArchiveManifest>());
            table.HasIndex(a => a.TenderId).IsUnique();
            table.HasOne<Tender>().WithMany().HasForeignKey(a => a.TenderId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
