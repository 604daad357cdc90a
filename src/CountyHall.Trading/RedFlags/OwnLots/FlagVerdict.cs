using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.RedFlags.OwnLots;

/// <summary>红旗核查结论: what a person of the supervising department makes of a flag. Another look is another verdict; the last one counts.</summary>
public sealed class FlagVerdict : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long LotId { get; init; }

    /// <summary>The flag as it stood: <see cref="RaisedFlag.Key"/> and the number that was judged.</summary>
    public required string Flag { get; init; }
    public required double Value { get; init; }

    /// <summary>True: 需要核查, something is to be looked into. False: 有正当原因.</summary>
    public required bool IsConfirmed { get; init; }
    public required string Reason { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }

    /// <summary>All verdicts on lots, the oldest first.</summary>
    public static async Task<ILookup<long, FlagVerdict>> Of(HallDb db, IReadOnlyList<long> lots, CancellationToken ct = default) =>
        (await db.FlagVerdicts.AsNoTracking().Where(v => lots.Contains(v.LotId)).OrderBy(v => v.Id).ToListAsync(ct)).ToLookup(v => v.LotId);

    internal sealed class Mapping : IEntityTypeConfiguration<FlagVerdict>
    {
        public void Configure(EntityTypeBuilder<FlagVerdict> table)
        {
            table.ToTable("flag_verdicts").HasKey(v => v.Id);
            table.Property(v => v.Id).ValueGeneratedNever();
            table.Property(v => v.Division).HasMaxLength(12);
            table.Property(v => v.Flag).HasMaxLength(60);
            table.Property(v => v.Reason).HasMaxLength(2000);
            table.Property(v => v.By).HasMaxLength(100);
            table.HasIndex(v => new { v.LotId, v.Id });
            table.HasOne<Lot>().WithMany().HasForeignKey(v => v.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
