using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Securities;

/// <summary>投标保证金: the security of one bidder for one lot, with the sub-account that it is paid to.</summary>
/// <remarks>Implementing Regulation arts. 26, 35, 57. Until the deadline nobody but the bidder may know of it (Bidding Law art. 22).</remarks>
public sealed class BidSecurity : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long LotId { get; init; }
    public required long TenderId { get; init; }

    /// <summary>Party id of the bidder, and the name as it stood then.</summary>
    public required long Bidder { get; init; }
    public required string BidderName { get; init; }

    /// <summary>子账号: drawn at random, so that it tells neither lot nor bidder.</summary>
    public required string AccountNumber { get; init; }

    /// <summary>What is asked for, fen.</summary>
    public required long Amount { get; init; }
    public required SecurityStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }

    /// <summary>Since when it stands there; copied out of the stage, so that refunds are listed oldest first.</summary>
    public DateTime StageSince
    {
        get => Stage.At;
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>Lets a step happen, if the security stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : SecurityStage
        where TTo : SecurityStage
    {
        if (Stage is not TFrom from)
            return new WrongSecurityStage(AccountNumber, Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<BidSecurity>
    {
        public void Configure(EntityTypeBuilder<BidSecurity> table)
        {
            table.ToTable("bid_securities").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Division).HasMaxLength(12);
            table.Property(s => s.BidderName).HasMaxLength(200);
            table.Property(s => s.AccountNumber).HasMaxLength(20);
            table.Property(s => s.StageName).HasMaxLength(40);
            table
                .Property(s => s.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<SecurityStage>(json, Recording.Json)!,
                    Columns.ByReference<SecurityStage>()
                );
            table.HasIndex(s => s.AccountNumber).IsUnique();
            table.HasIndex(s => new { s.LotId, s.Bidder }).IsUnique(); // one sub-account for each bidder and lot
            table.HasIndex(s => new { s.Bidder, s.Id });
            table.HasIndex(s => s.TenderId);
            table.HasIndex(s => new
            {
                s.Division,
                s.StageName,
                s.StageSince,
                s.Id,
            });
            table.HasOne<Lot>().WithMany().HasForeignKey(s => s.LotId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Tender>().WithMany().HasForeignKey(s => s.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Party>().WithMany().HasForeignKey(s => s.Bidder).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}
