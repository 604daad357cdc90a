using CountyHall.Kernel.Data;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Bids;

/// <summary>上传: a sealed file on its way here, piece by piece. How far it is, is the length of the file itself.</summary>
/// <remarks>No record of the house, like anything that is still being typed: it becomes one as a <see cref="Bid"/>.</remarks>
public sealed class BidUpload
{
    public required long Id { get; init; }
    public required long LotId { get; init; }
    public required long Bidder { get; init; }

    /// <summary>User id of whoever uploads; nobody else sees it.</summary>
    public required long By { get; init; }

    /// <summary>Bytes when it is whole.</summary>
    public required long Size { get; init; }

    /// <summary>Name under which it lies in <see cref="BidStore"/>.</summary>
    public required string File { get; init; }
    public required DateTime BegunAt { get; init; }

    /// <summary>When the whole file was here and was asked to be handed in: this instant is compared with the deadline.</summary>
    public DateTime? AskedAt { get; set; }

    /// <summary>When it was accepted or refused.</summary>
    public DateTime? SettledAt { get; set; }

    /// <summary>How long a submission that was asked for may take to be checked; after a crash nobody waits longer for it.</summary>
    public static readonly TimeSpan CheckedWithin = TimeSpan.FromMinutes(2);

    /// <summary>Whether a bid that arrived in time is still being checked. The opening counts the bids only when this says no.</summary>
    public static Task<bool> AnyBeingChecked(HallDb db, long lot, DateTime now, CancellationToken ct = default)
    {
        var since = now - CheckedWithin;
        return db.BidUploads.AnyAsync(u => u.LotId == lot && u.AskedAt > since && u.SettledAt == null, ct);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<BidUpload>
    {
        public void Configure(EntityTypeBuilder<BidUpload> table)
        {
            table.ToTable("bid_uploads").HasKey(u => u.Id);
            table.Property(u => u.Id).ValueGeneratedNever();
            table.Property(u => u.File).HasMaxLength(64);
            table.HasIndex(u => new { u.LotId, u.Bidder });
            table.HasIndex(u => new { u.LotId, u.AskedAt });
            table.HasOne<Lot>().WithMany().HasForeignKey(u => u.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
