using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Bids;

/// <summary>投标文件: what one bidder handed in, sealed, for one lot. Its versions follow one another in this one record.</summary>
/// <remarks>Until the deadline nobody but the bidder may learn that it is here (Bidding Law arts. 22, 36; Order 20 art. 27).</remarks>
public sealed class Bid : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long LotId { get; init; }
    public required long TenderId { get; init; }
    public required string Division { get; init; }

    /// <summary>投标人: party id, and the name as it stood at the first submission.</summary>
    public required long Bidder { get; init; }
    public required string BidderName { get; init; }
    public required BidStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>The newest version that was received; also where it was withdrawn or opened afterwards.</summary>
    public BidReceipt Receipt => Stage.Receipt;

    /// <summary>Lets a step happen, if the bid stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : BidStage
        where TTo : BidStage
    {
        if (Stage is not TFrom from)
            return new WrongBidStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Bid>
    {
        public void Configure(EntityTypeBuilder<Bid> table)
        {
            table.ToTable("bids").HasKey(b => b.Id);
            table.Property(b => b.Id).ValueGeneratedNever();
            table.Property(b => b.Division).HasMaxLength(12);
            table.Property(b => b.BidderName).HasMaxLength(200);
            table.Property(b => b.StageName).HasMaxLength(40);
            table.Ignore(b => b.Receipt);
            table
                .Property(b => b.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<BidStage>(json, Recording.Json)!,
                    Columns.ByReference<BidStage>()
                );
            table.HasIndex(b => new { b.LotId, b.Bidder }).IsUnique(); // one bid for one lot
            table.HasIndex(b => new { b.LotId, b.StageName });
            table.HasIndex(b => b.TenderId);
            table.HasIndex(b => new { b.Bidder, b.Id });
            table.HasOne<Lot>().WithMany().HasForeignKey(b => b.LotId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Tender>().WithMany().HasForeignKey(b => b.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Party>().WithMany().HasForeignKey(b => b.Bidder).OnDelete(DeleteBehavior.Restrict);
            table.Property(b => b.Version).IsConcurrencyToken();
        }
    }
}
