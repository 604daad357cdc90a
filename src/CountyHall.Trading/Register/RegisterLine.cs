using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>交易台账的一行: what happened once on the floor, written once. Counts, sums and shares are asked of the lines and stand in none.</summary>
/// <remarks>Lines of the house come with a fact, those of an archive with their batch: docs/figures.md says which step writes which.</remarks>
public abstract class RegisterLine : IArchived
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public long? Batch { get; init; }

    private protected static EntityTypeBuilder<T> Map<T>(EntityTypeBuilder<T> table, string name)
        where T : RegisterLine
    {
        table.ToTable(name).HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Division).HasMaxLength(12);
        return table;
    }
}

/// <summary>A line was entered in the register of trade.</summary>
/// <param name="Register">Which register.</param>
/// <param name="Of">The number of the lot, tender or session that it is about.</param>
[Quiet]
public sealed record EnteredInTradeRegister(string Register, string Of);
