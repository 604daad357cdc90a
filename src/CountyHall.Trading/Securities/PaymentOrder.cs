using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Securities;

/// <summary>付款指令: money goes back by the way it came. The bank pays to the account of the serial that is named, and to no other.</summary>
public sealed class PaymentOrder : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>TK + day + serial, such as TK20261124-0007: the bank repeats it in its statement.</summary>
    public required string Number { get; init; }

    /// <summary>The security that is refunded; none where a payment that did not match goes back.</summary>
    public long? Security { get; init; }

    /// <summary>The line by which the money came.</summary>
    public required long Line { get; init; }

    /// <summary>The bank's serial of that line: the bank pays back to where it came from.</summary>
    public required string Serial { get; init; }

    /// <summary>Keyed hash of the account it came from, to check the bank's statement by.</summary>
    public required string AccountHash { get; init; }

    /// <summary>Fen.</summary>
    public required long Principal { get; init; }

    /// <summary>Fen.</summary>
    public required long Interest { get; init; }
    public required OrderStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }

    /// <summary>Number of the file in which it went to the bank; copied out of the stage.</summary>
    public string? FileNumber
    {
        get => Stage is OrderSent sent ? sent.File : (Stage as OrderPaid)?.File;
        private set { }
    }
    public int Version { get; private set; }

    public long Total => Principal + Interest;

    internal sealed class Mapping : IEntityTypeConfiguration<PaymentOrder>
    {
        public void Configure(EntityTypeBuilder<PaymentOrder> table)
        {
            table.ToTable("payment_orders").HasKey(o => o.Id);
            table.Property(o => o.Id).ValueGeneratedNever();
            table.Property(o => o.Division).HasMaxLength(12);
            table.Property(o => o.Number).HasMaxLength(30);
            table.Property(o => o.Serial).HasMaxLength(60);
            table.Property(o => o.AccountHash).HasMaxLength(60);
            table.Property(o => o.StageName).HasMaxLength(40);
            table.Property(o => o.FileNumber).HasMaxLength(30);
            table.Ignore(o => o.Total);
            table
                .Property(o => o.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<OrderStage>(json, Recording.Json)!,
                    Columns.ByReference<OrderStage>()
                );
            table.HasIndex(o => o.Number).IsUnique();
            table.HasIndex(o => o.Security);
            table.HasIndex(o => o.Line);
            table.HasIndex(o => new
            {
                o.Division,
                o.StageName,
                o.Id,
            });
            table.HasIndex(o => new { o.Division, o.FileNumber });
            table.HasOne<BidSecurity>().WithMany().HasForeignKey(o => o.Security).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<StatementLine>().WithMany().HasForeignKey(o => o.Line).OnDelete(DeleteBehavior.Restrict);
            table.Property(o => o.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>付款指令环节</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(OrderMade), "order-made")]
[JsonDerivedType(typeof(OrderSent), "order-sent")]
[JsonDerivedType(typeof(OrderPaid), "order-paid")]
public abstract record OrderStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>The first step; the rest follow from it.</summary>
    public static OrderMade Begin(DateTime at) => new(at);
}

/// <summary>待导出</summary>
public sealed record OrderMade(DateTime At) : OrderStage(At)
{
    public override Words Name => ("待导出", "To be exported");

    public OrderSent Send(DateTime at, string file) => new(at, file);
}

/// <summary>已交银行</summary>
/// <param name="File">Number of the file.</param>
public sealed record OrderSent(DateTime At, string File) : OrderStage(At)
{
    public override Words Name => ("已交银行", "With the bank");

    public OrderPaid Pay(DateTime at, string serial) => new(at, File, serial);
}

/// <summary>已支付: the bank's statement shows it.</summary>
public sealed record OrderPaid(DateTime At, string File, string Serial) : OrderStage(At)
{
    public override Words Name => ("已支付", "Paid");
}
