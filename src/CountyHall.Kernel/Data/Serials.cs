using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

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
    public static async Task<long> NextNumber(this HallDb db, string series)
    {
        var connection = db.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = """
            INSERT INTO serials ("Series", "Last") VALUES (@series, 1)
            ON CONFLICT ("Series") DO UPDATE SET "Last" = serials."Last" + 1 RETURNING "Last"
            """;
        DbParameter parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@series", series);
        command.Parameters.Add(parameter);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
