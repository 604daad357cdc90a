using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Award;

/// <summary>成交结果: what a lot was awarded for, and what that saved. Append only: a correction is a further row, and the newest counts.</summary>
/// <remarks>
/// What the floor shows of its own lots, with the winner. The line of the trade register (<see cref="Register.RegisteredResult"/>) is entered with it
/// and is another thing: what the figures count, of every kind of trade, failed attempts too, and without anybody's name.
/// </remarks>
public sealed class TradeResult : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required long LotId { get; init; }

    /// <summary>1, 2, 3… of the lot.</summary>
    public required int Serial { get; init; }

    /// <summary>Party id of the winner; none where the result is withdrawn.</summary>
    public long? Winner { get; init; }
    public string? WinnerName { get; init; }

    /// <summary>成交额, fen; 0 where the result is withdrawn.</summary>
    public required long Amount { get; init; }

    /// <summary>What it is compared with, fen: the maximum price, or the estimate where there is none; 0 where the result is withdrawn.</summary>
    public required long Compared { get; init; }

    /// <summary>It is compared with the maximum price.</summary>
    public required bool IsMaximumPrice { get; init; }

    /// <summary>节支, fen: computed and never typed. TR-11.11.</summary>
    public long Gain
    {
        get => GainOf(Compared, Amount);
        private set { }
    }

    /// <summary>Why this row was written after another; none for the first.</summary>
    public string? Reason { get; init; }
    public required DateTime At { get; init; }

    /// <summary>节支 = 最高限价（没有的，估算价）− 中标价.</summary>
    public static long GainOf(long compared, long amount) => compared - amount;

    /// <summary>The newest of a lot; none where nothing was awarded.</summary>
    public static Task<TradeResult?> Newest(HallDb db, long lot) =>
        db.TradeResults.AsNoTracking().Where(r => r.LotId == lot).OrderByDescending(r => r.Serial).FirstOrDefaultAsync();

    /// <summary>The results that count: the newest of each lot, where it was not withdrawn.</summary>
    public static IQueryable<TradeResult> Counting(HallDb db, string division)
    {
        var all = db.TradeResults;
        return all.Where(r => r.Division == division && r.Winner != null && !all.Any(o => o.LotId == r.LotId && o.Serial > r.Serial));
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TradeResult>
    {
        public void Configure(EntityTypeBuilder<TradeResult> table)
        {
            table.ToTable("trade_results").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.WinnerName).HasMaxLength(200);
            table.Property(r => r.Reason).HasMaxLength(1000);
            table.HasIndex(r => new { r.LotId, r.Serial }).IsUnique();
            table.HasIndex(r => new
            {
                r.Division,
                r.At,
                r.Id,
            });
            table.HasOne<Lot>().WithMany().HasForeignKey(r => r.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A result was entered, corrected or withdrawn.</summary>
/// <param name="Gain">Fen.</param>
public sealed record ResultEntered(string Lot, int Serial, long? Winner, long Amount, long Compared, long Gain, string? Reason);
