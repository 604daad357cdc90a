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
        db.Numbers is { } atHand ? atHand.Next(db, series)
        : db.Database.GetDbConnection() is SqliteConnection ? RaiseThenRead(db, series)
        : db.AskOne(Raise + " RETURNING \"Last\"", series, row => row.Number(0));

    // What RETURNING returns the embedded database keeps in a table of its own meanwhile, which costs more than to ask again.
    private static async Task<long> RaiseThenRead(HallDb db, string series)
    {
        await db.AskOne(Raise, series, row => 0L);
        return await db.AskOne(Read, series, row => row.Number(0));
    }

    internal const string Read = """
        SELECT "Last" FROM serials WHERE "Series" = @value
        """;

    private const string Raise = """
        INSERT INTO serials ("Series", "Last") VALUES (@value, 1) ON CONFLICT ("Series") DO UPDATE SET "Last" = serials."Last" + 1
        """;
}

/// <summary>The series from which one transaction of the embedded database takes numbers: each is read once and written once, however many are taken.</summary>
/// <remarks>Nobody else writes while the transaction is under way. When it is undone, what was taken here is forgotten with it.</remarks>
internal sealed class NumbersAtHand
{
    private readonly Dictionary<string, long> last = [];

    /// <summary>How many numbers have been taken so far.</summary>
    public int Taken { get; private set; }

    public async Task<long> Next(HallDb db, string series)
    {
        if (!last.TryGetValue(series, out var number))
            number = await db.AskOne(Serials.Read, series, row => row.Number(0));
        Taken++;
        return last[series] = number + 1;
    }

    public void Write(KeptStatements statements)
    {
        foreach (var (series, number) in last)
            statements.Run(
                """INSERT INTO serials ("Series", "Last") VALUES (?1, ?2) ON CONFLICT ("Series") DO UPDATE SET "Last" = ?2""",
                series,
                number
            );
    }
}
