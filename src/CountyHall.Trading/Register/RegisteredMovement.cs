using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>What moved.</summary>
public enum MovementKind
{
    /// <summary>收取</summary>
    Receipt,

    /// <summary>退还, without its interest</summary>
    Refund,

    /// <summary>转为成交价款或履约保证金</summary>
    Conversion,

    /// <summary>不予退还</summary>
    Forfeiture,

    /// <summary>银行利息</summary>
    Interest,

    /// <summary>误汇: from another account than the bidder's, so that it is no security.</summary>
    Misdirected,

    /// <summary>误汇退回</summary>
    MisdirectedReturn,
}

/// <summary>保证金收退登记: one movement that the bank booked, or that took one off what is held.</summary>
/// <remarks>
/// Beside the ledger and not in it: the ledger of the house has to agree with the bank to the fen every day, so that years taken over from
/// elsewhere have no place there. Before the opening of its tender is over a movement is as secret as the bidder (Bidding Law art. 22).
/// </remarks>
public sealed class RegisteredMovement : RegisterLine
{
    public required string Lot { get; init; }

    /// <summary>Name of the bidder.</summary>
    public required string Payer { get; init; }
    public required MovementKind Kind { get; init; }

    /// <summary>Fen, above zero.</summary>
    public required long Amount { get; init; }
    public required DateOnly SettledOn { get; init; }

    public static Words NameOf(MovementKind kind) =>
        kind switch
        {
            MovementKind.Receipt => ("收取", "received"),
            MovementKind.Refund => ("退还", "refunded"),
            MovementKind.Conversion => ("转价款", "converted"),
            MovementKind.Forfeiture => ("不予退还", "kept"),
            MovementKind.Interest => ("利息", "interest"),
            MovementKind.Misdirected => ("误汇", "misdirected"),
            _ => ("误汇退回", "misdirected, returned"),
        };

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredMovement>
    {
        public void Configure(EntityTypeBuilder<RegisteredMovement> table)
        {
            Map(table, "registered_movements");
            table.Property(m => m.Lot).HasMaxLength(23);
            table.Property(m => m.Payer).HasMaxLength(200);
            table.HasIndex(m => new { m.Division, m.SettledOn });
        }
    }
}
