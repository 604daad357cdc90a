using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.Data;

/// <summary>流水号: one gapless row of numbers, such as the cases of one county on one day.</summary>
public sealed class Serial
{
    public required string Series { get; init; }
    public long Last { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Serial>
    {
        public void Configure(EntityTypeBuilder<Serial> table)
        {
            table.ToTable("serials").HasKey(s => s.Series);
            table.Property(s => s.Series).HasMaxLength(60);
        }
    }
}

public static class Serials
{
    /// <summary>The next number of a series, from 1. It is given back when the unit of work is refused, so no number is ever skipped.</summary>
    /// <remarks>Take it last: on PostgreSQL the row of the series stays locked until the commit.</remarks>
    public static Task<long> NextNumber(this HallDb db, string series) =>
        db.AskOne(
            db.Database.GetDbConnection() is SqliteConnection ? Raise + "; " + Read : Raise + " RETURNING \"Last\"",
            series,
            row => row.GetInt64(0)
        );

    private const string Raise = """
        INSERT INTO serials ("Series", "Last") VALUES (@value, 1) ON CONFLICT ("Series") DO UPDATE SET "Last" = serials."Last" + 1
        """;

    // What RETURNING returns the embedded database keeps in a table of its own meanwhile, which costs more than to ask again.
    private const string Read = """
        SELECT "Last" FROM serials WHERE "Series" = @value
        """;
}
