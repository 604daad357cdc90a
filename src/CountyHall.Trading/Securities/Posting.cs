using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Securities;

/// <summary>科目: the accounts of the ledger of securities.</summary>
public enum LedgerAccount
{
    /// <summary>银行存款: what lies in the bank.</summary>
    Bank,

    /// <summary>待核款项: came in, and waits for the accountant.</summary>
    Unmatched,

    /// <summary>投标保证金</summary>
    Held,

    /// <summary>应付利息: what the bank paid, less what bidders got; a debit is what the county has laid out.</summary>
    InterestPayable,

    /// <summary>在途退款: ordered, and not yet booked by the bank.</summary>
    RefundInTransit,

    /// <summary>不予退还的保证金</summary>
    Forfeited,

    /// <summary>履约保证金</summary>
    Converted,
}

/// <summary>What a posting is for.</summary>
public enum PostingKind
{
    Received,
    ReceivedUnmatched,
    Matched,
    InterestFromBank,
    RefundOrdered,
    InterestOrdered,
    ReturnOrdered,
    PaidOut,
    PaidOutUnknown,
    Converted,
    Forfeited,
}

/// <summary>分录: one amount from one account of the ledger to another. Append only: a mistake is put right by a further one.</summary>
/// <remarks>Each has one debit and one credit of the same amount, so that no posting can be out of balance.</remarks>
public sealed class Posting : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>The county's day it belongs to; the bank's day where the bank booked it.</summary>
    public required DateOnly Day { get; init; }
    public required DateTime At { get; init; }
    public required PostingKind Kind { get; init; }
    public required LedgerAccount Debit { get; init; }
    public required LedgerAccount Credit { get; init; }

    /// <summary>Fen, above zero.</summary>
    public required long Amount { get; init; }
    public long? Security { get; init; }
    public long? Line { get; init; }
    public long? Order { get; init; }

    /// <summary>Which accounts each kind moves.</summary>
    public static (LedgerAccount Debit, LedgerAccount Credit) AccountsOf(PostingKind kind) =>
        kind switch
        {
            PostingKind.Received => (LedgerAccount.Bank, LedgerAccount.Held),
            PostingKind.ReceivedUnmatched => (LedgerAccount.Bank, LedgerAccount.Unmatched),
            PostingKind.Matched => (LedgerAccount.Unmatched, LedgerAccount.Held),
            PostingKind.InterestFromBank => (LedgerAccount.Bank, LedgerAccount.InterestPayable),
            PostingKind.RefundOrdered => (LedgerAccount.Held, LedgerAccount.RefundInTransit),
            PostingKind.InterestOrdered => (LedgerAccount.InterestPayable, LedgerAccount.RefundInTransit),
            PostingKind.ReturnOrdered => (LedgerAccount.Unmatched, LedgerAccount.RefundInTransit),
            PostingKind.PaidOut => (LedgerAccount.RefundInTransit, LedgerAccount.Bank),
            PostingKind.PaidOutUnknown => (LedgerAccount.Unmatched, LedgerAccount.Bank),
            PostingKind.Converted => (LedgerAccount.Held, LedgerAccount.Converted),
            PostingKind.Forfeited => (LedgerAccount.Held, LedgerAccount.Forfeited),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static Words NameOf(LedgerAccount account) =>
        account switch
        {
            LedgerAccount.Bank => ("银行存款", "Bank"),
            LedgerAccount.Unmatched => ("待核款项", "Unmatched"),
            LedgerAccount.Held => ("投标保证金", "Securities held"),
            LedgerAccount.InterestPayable => ("应付利息", "Interest payable"),
            LedgerAccount.RefundInTransit => ("在途退款", "Refunds in transit"),
            LedgerAccount.Forfeited => ("不予退还", "Forfeited"),
            LedgerAccount.Converted => ("履约保证金", "Performance bonds"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    internal sealed class Mapping : IEntityTypeConfiguration<Posting>
    {
        public void Configure(EntityTypeBuilder<Posting> table)
        {
            table.ToTable("postings");
            table.HasKey(p => p.Id);
            table.Property(p => p.Id).ValueGeneratedNever();
            table.Property(p => p.Division).HasMaxLength(12);
            table.HasIndex(p => new
            {
                p.Division,
                p.Day,
                p.Id,
            });
            table.HasIndex(p => p.Security);
            table.HasIndex(p => p.Line);
            table.HasIndex(p => p.Order);
        }
    }
}

/// <summary>A posting was entered.</summary>
[Quiet]
public sealed record AmountPosted(PostingKind Kind, LedgerAccount Debit, LedgerAccount Credit, long Amount);

/// <summary>账簿: where every movement of a security is entered.</summary>
public static class Ledger
{
    /// <summary>Enters one movement, with its fact.</summary>
    /// <param name="day">The bank's day; today where the bank has no part in it.</param>
    public static void Post(
        this HallDb db,
        Occasion on,
        string division,
        DateOnly day,
        PostingKind kind,
        long amount,
        long? security = null,
        long? line = null,
        long? order = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (amount == 0)
            return; // interest of less than half a fen
        var (debit, credit) = Posting.AccountsOf(kind);
        var posting = new Posting
        {
            Id = Ids.Next(on.At),
            Division = division,
            Day = day,
            At = on.At,
            Kind = kind,
            Debit = debit,
            Credit = credit,
            Amount = amount,
            Security = security,
            Line = line,
            Order = order,
        };
        db.Append(posting);
        db.Record(posting, on, new AmountPosted(kind, debit, credit, amount), answer: false);
    }

    /// <summary>What lies on each account after some postings: debits above zero, credits below.</summary>
    public static IReadOnlyDictionary<LedgerAccount, long> Balances(
        IEnumerable<(LedgerAccount Debit, LedgerAccount Credit, long Amount)> postings
    )
    {
        var balances = Enum.GetValues<LedgerAccount>().ToDictionary(a => a, _ => 0L);
        foreach (var (debit, credit, amount) in postings)
        {
            balances[debit] += amount;
            balances[credit] -= amount;
        }
        return balances;
    }
}
