using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Securities;

/// <summary>银行对账单: one file of the bank that was taken in. Of the file only its hash is kept; its lines are kept one by one.</summary>
public sealed class BankStatement : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string FileHash { get; init; }

    /// <summary>Keyed hash of the number of the account of the securities.</summary>
    public required string AccountHash { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Fen, at the beginning and at the end of the day.</summary>
    public required long Opening { get; init; }
    public required long Closing { get; init; }
    public required int Lines { get; init; }
    public required DateTime ImportedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<BankStatement>
    {
        public void Configure(EntityTypeBuilder<BankStatement> table)
        {
            table.ToTable("bank_statements").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Division).HasMaxLength(12);
            table.Property(s => s.FileHash).HasMaxLength(64);
            table.Property(s => s.AccountHash).HasMaxLength(60);
            table.HasIndex(s => new { s.Division, s.FileHash }).IsUnique();
            table.HasIndex(s => new
            {
                s.Division,
                s.Day,
                s.Id,
            });
        }
    }
}

/// <summary>收付方向</summary>
public enum Flow
{
    /// <summary>收</summary>
    In,

    /// <summary>付</summary>
    Out,

    /// <summary>息: interest that the bank paid.</summary>
    Interest,
}

/// <summary>Why a line waits for the accountant.</summary>
public enum Mismatch
{
    /// <summary>No such sub-account.</summary>
    UnknownAccount,

    /// <summary>Booked at the deadline or later.</summary>
    Late,

    /// <summary>The tender was terminated, or the lot is no longer open.</summary>
    TenderOver,

    /// <summary>From another's account.</summary>
    NotTheBidder,

    /// <summary>From the bidder, but not from the basic account that is registered.</summary>
    NotBasicAccount,

    TooLittle,
    TooMuch,

    /// <summary>The security is there already.</summary>
    ThereAlready,

    /// <summary>A payment that no order asked for.</summary>
    UnknownPayment,

    /// <summary>A payment under an order, to another account or of another amount.</summary>
    NotAsOrdered,
}

public static class Mismatches
{
    public static Words NameOf(Mismatch why) =>
        why switch
        {
            Mismatch.UnknownAccount => ("子账号不存在", "No such sub-account"),
            Mismatch.Late => ("截止后到账", "Arrived at or after the deadline"),
            Mismatch.TenderOver => ("招标已终止或标段已结束", "The tender was terminated, or the lot is over"),
            Mismatch.NotTheBidder => ("付款人不是该投标人", "Not paid by the bidder"),
            Mismatch.NotBasicAccount => ("不是登记的基本账户", "Not from the registered basic account"),
            Mismatch.TooLittle => ("金额不足", "Too little"),
            Mismatch.TooMuch => ("金额超出", "Too much"),
            Mismatch.ThereAlready => ("已有保证金", "The security is there already"),
            Mismatch.UnknownPayment => ("无对应付款指令", "No order asked for this payment"),
            Mismatch.NotAsOrdered => ("付款与指令不符", "Not paid as ordered"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>流水: one line of the bank's statement. Who paid is kept sealed.</summary>
public sealed class StatementLine : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long Statement { get; init; }

    /// <summary>The bank's serial, unique for ever.</summary>
    public required string Serial { get; init; }
    public required DateTime BookedAt { get; init; }
    public required Flow Flow { get; init; }

    /// <summary>Fen.</summary>
    public required long Amount { get; init; }

    /// <summary>子账号 it was paid to.</summary>
    public string? SubAccount { get; init; }

    /// <summary>The other party: who paid, or was paid.</summary>
    public string? NameSealed { get; init; }
    public string? AccountSealed { get; init; }
    public string? AccountHash { get; init; }

    /// <summary>附言; of an outgoing line the number of the order.</summary>
    public string? Remark { get; init; }

    /// <summary>The security that it was matched with.</summary>
    public long? Security { get; set; }
    public required LineStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<StatementLine>
    {
        public void Configure(EntityTypeBuilder<StatementLine> table)
        {
            table.ToTable("statement_lines").HasKey(l => l.Id);
            table.Property(l => l.Id).ValueGeneratedNever();
            table.Property(l => l.Division).HasMaxLength(12);
            table.Property(l => l.Serial).HasMaxLength(60);
            table.Property(l => l.SubAccount).HasMaxLength(40);
            table.Property(l => l.AccountHash).HasMaxLength(60);
            table.Property(l => l.Remark).HasMaxLength(200);
            table.Property(l => l.StageName).HasMaxLength(40);
            table
                .Property(l => l.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<LineStage>(json, Recording.Json)!,
                    Columns.ByReference<LineStage>()
                );
            table.HasIndex(l => new { l.Division, l.Serial }).IsUnique();
            table.HasIndex(l => new
            {
                l.Division,
                l.StageName,
                l.Id,
            });
            table.HasIndex(l => new { l.Division, l.Id });
            table.HasIndex(l => l.SubAccount);
            table.HasIndex(l => l.Security);
            table.HasIndex(l => l.Statement);
            table.HasOne<BankStatement>().WithMany().HasForeignKey(l => l.Statement).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<BidSecurity>().WithMany().HasForeignKey(l => l.Security).OnDelete(DeleteBehavior.Restrict);
            table.Property(l => l.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>流水环节</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(LineBooked), "line-booked")]
[JsonDerivedType(typeof(LineWaiting), "line-waiting")]
[JsonDerivedType(typeof(LineReturning), "line-returning")]
[JsonDerivedType(typeof(LineReturned), "line-returned")]
public abstract record LineStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>Matched with a security or an order, or interest: nothing is left to do.</summary>
    public static LineBooked Book(DateTime at) => new(at);

    public static LineWaiting Wait(DateTime at, Mismatch why) => new(at, why);
}

/// <summary>已入账</summary>
public sealed record LineBooked(DateTime At) : LineStage(At)
{
    public override Words Name => ("已入账", "Booked");
}

/// <summary>待核: it waits for the accountant.</summary>
public sealed record LineWaiting(DateTime At, Mismatch Why) : LineStage(At)
{
    public override Words Name => ("待核", "Waits for the accountant");

    /// <summary>Tried again, after the bidder had registered the account.</summary>
    public LineBooked Match(DateTime at) => new(at);

    /// <summary>Back to whoever paid.</summary>
    public LineReturning Return(DateTime at, long order) => new(at, order);
}

/// <summary>退回中</summary>
public sealed record LineReturning(DateTime At, long Order) : LineStage(At)
{
    public override Words Name => ("退回中", "Being returned");

    public LineReturned Pay(DateTime at, string serial) => new(at, Order, serial);
}

/// <summary>已退回</summary>
public sealed record LineReturned(DateTime At, long Order, string Serial) : LineStage(At)
{
    public override Words Name => ("已退回", "Returned");
}
