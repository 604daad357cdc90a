using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>Whether public money is spent or comes in.</summary>
public enum TradeSide
{
    /// <summary>采购、发包: below the comparison price is saved.</summary>
    Buying,

    /// <summary>出让、出租: above the comparison price is gained.</summary>
    Selling,
}

/// <summary>How a project, or one attempt at it, ended.</summary>
public enum ResultKind
{
    /// <summary>成交</summary>
    Completed,

    /// <summary>流标: too few bidders.</summary>
    TooFewBidders,

    /// <summary>流标: every bid was rejected, or no candidate was left.</summary>
    AllRejected,
}

/// <summary>结果登记: the result of a project was confirmed, or an attempt failed. A line that was wrong stays, and the right one names it.</summary>
public sealed class RegisteredResult : RegisterLine
{
    public required string Project { get; init; }

    /// <summary>Number of the lot; another one than the project where it was tendered again.</summary>
    public required string Lot { get; init; }
    public required ResultKind Kind { get; init; }
    public required TradeSide Side { get; init; }
    public required DateOnly ConfirmedOn { get; init; }

    /// <summary>成交额, fen; none where it failed.</summary>
    public long? Amount { get; init; }

    /// <summary>对比价, fen: control price or approved budget where something is bought, reserve or starting price where it is sold; none where there is none.</summary>
    public long? Comparison { get; init; }
    public required bool IsTest { get; init; }

    /// <summary>更正: id of the line that this one replaces.</summary>
    public long? Corrects { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredResult>
    {
        public void Configure(EntityTypeBuilder<RegisteredResult> table)
        {
            Map(table, "registered_results");
            table.Property(r => r.Project).HasMaxLength(23);
            table.Property(r => r.Lot).HasMaxLength(23);
            table.HasIndex(r => r.Project);
            table.HasIndex(r => new { r.Division, r.ConfirmedOn });
            table.HasIndex(r => r.Corrects).IsUnique().HasFilter("\"Corrects\" IS NOT NULL");
        }
    }
}
