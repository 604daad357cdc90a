using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>人的判断: what a person of the supervising department makes of a pair. Another look is another verdict; the last one counts.</summary>
public sealed class LikenessVerdict : IRecorded
{
    public required long Id { get; init; }

    /// <summary>Id of the report in which the pair was found.</summary>
    public required long ReportId { get; init; }

    /// <summary>Numbers of the bids in the report.</summary>
    public required string A { get; init; }
    public required string B { get; init; }

    /// <summary>True: 线索属实, the likeness is there and nothing harmless explains it. False: 有正当原因.</summary>
    public required bool IsConfirmed { get; init; }
    public required string Reason { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The verdicts that count, by pair.</summary>
    public static async Task<IReadOnlyDictionary<string, LikenessVerdict>> Of(HallDb db, long report) =>
        (await db.LikenessVerdicts.AsNoTracking().Where(v => v.ReportId == report).OrderBy(v => v.Id).ToListAsync())
            .GroupBy(v => $"{v.A}-{v.B}")
            .ToDictionary(g => g.Key, g => g.Last());

    internal sealed class Mapping : IEntityTypeConfiguration<LikenessVerdict>
    {
        public void Configure(EntityTypeBuilder<LikenessVerdict> table)
        {
            table.ToTable("likeness_verdicts").HasKey(v => v.Id);
            table.Property(v => v.Id).ValueGeneratedNever();
            table.Property(v => v.A).HasMaxLength(10);
            table.Property(v => v.B).HasMaxLength(10);
            table.Property(v => v.Reason).HasMaxLength(2000);
            table.Property(v => v.By).HasMaxLength(100);
            table.HasIndex(v => new { v.ReportId, v.Id });
            table.HasOne<LikenessReport>().WithMany().HasForeignKey(v => v.ReportId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
