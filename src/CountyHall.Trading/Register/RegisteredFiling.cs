using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>备案登记: tender documents, or an announcement, came to the supervising department.</summary>
public sealed class RegisteredFiling : RegisterLine
{
    /// <summary>Number of the tender, 20 characters.</summary>
    public required string Tender { get; init; }
    public required TradeCategory Category { get; init; }

    /// <summary>第几次报送: the same documents filed again after a return are 2, 3…</summary>
    public required int Serial { get; init; }
    public required DateOnly FiledOn { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredFiling>
    {
        public void Configure(EntityTypeBuilder<RegisteredFiling> table)
        {
            Map(table, "registered_filings");
            table.Property(f => f.Tender).HasMaxLength(20);
            table.HasIndex(f => new { f.Tender, f.Serial }).IsUnique();
            table.HasIndex(f => new { f.Division, f.FiledOn });
        }
    }
}

/// <summary>备案修改意见登记</summary>
public sealed class RegisteredOpinion : RegisterLine
{
    public required string Tender { get; init; }

    /// <summary>1, 2, 3… within the tender.</summary>
    public required int Number { get; init; }
    public required DateOnly GivenOn { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredOpinion>
    {
        public void Configure(EntityTypeBuilder<RegisteredOpinion> table)
        {
            Map(table, "registered_opinions");
            table.Property(o => o.Tender).HasMaxLength(20);
            table.HasIndex(o => new { o.Tender, o.Number }).IsUnique();
            table.HasIndex(o => new { o.Division, o.GivenOn });
        }
    }
}
