using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Securities;

/// <summary>Why ledger and bank differ.</summary>
public enum Discrepancy
{
    /// <summary>一致</summary>
    None,

    /// <summary>The bank begins the day with another amount than the ledger ended the day before: a statement is missing.</summary>
    OpeningDiffers,

    /// <summary>The lines of the file do not lead from its first to its last balance: lines are missing.</summary>
    LinesDoNotAddUp,

    /// <summary>Both balances of the bank fit, but the ledger holds another amount.</summary>
    LedgerDiffers,
}

/// <summary>日对账: at the end of a day the bank account of the ledger and the balance of the bank are compared, to the fen.</summary>
public sealed class Reconciliation : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required DateOnly Day { get; init; }
    public required long Statement { get; init; }

    /// <summary>Fen.</summary>
    public required long Ledger { get; init; }
    public required long Bank { get; init; }
    public required Discrepancy Cause { get; init; }
    public required DateTime At { get; init; }

    public long Difference => Bank - Ledger;

    /// <summary>Names why they differ, if they do.</summary>
    /// <param name="before">What the ledger held in the bank at the end of the day before.</param>
    /// <param name="ledger">The same at the end of this day.</param>
    /// <param name="flow">Sum of the lines of the file, what went out below zero.</param>
    public static Discrepancy Compare(long before, long ledger, long opening, long closing, long flow) =>
        ledger == closing && opening == before ? Discrepancy.None
        : opening + flow != closing ? Discrepancy.LinesDoNotAddUp
        : opening != before ? Discrepancy.OpeningDiffers
        : Discrepancy.LedgerDiffers;

    public static Words NameOf(Discrepancy cause) =>
        cause switch
        {
            Discrepancy.None => ("一致", "Equal"),
            Discrepancy.OpeningDiffers => (
                "期初余额与上日账面不符，可能缺上日对账单",
                "The day begins with another balance: an earlier statement is missing"
            ),
            Discrepancy.LinesDoNotAddUp => (
                "对账单各笔与余额不符，可能缺流水",
                "The lines do not add up to the balance: lines are missing"
            ),
            Discrepancy.LedgerDiffers => ("账面与银行余额不符", "The ledger differs from the bank"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    internal sealed class Mapping : IEntityTypeConfiguration<Reconciliation>
    {
        public void Configure(EntityTypeBuilder<Reconciliation> table)
        {
            table.ToTable("reconciliations").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Ignore(r => r.Difference);
            table.HasIndex(r => new
            {
                r.Division,
                r.Day,
                r.Id,
            });
            table.HasIndex(r => r.Statement);
            table.HasOne<BankStatement>().WithMany().HasForeignKey(r => r.Statement).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A day was compared with the bank.</summary>
[Quiet]
public sealed record DayReconciled(DateOnly Day, long Ledger, long Bank, Discrepancy Cause);
