using System.Data.Common;
using System.Security.Cryptography;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CountyHall.Kernel.Data;

/// <summary>What a batch is called and where it comes from.</summary>
/// <param name="Id">Id of the batch; its rows carry it.</param>
public sealed record BatchLabel(long Id, string Division, int Year, string Source, bool Demonstration);

/// <summary>Takes over a whole archive of rows at once, inside a unit of <see cref="HallWriter"/>, and records it as one fact.</summary>
/// <remarks>
/// Columns and conversions come from the model. One kept statement on the embedded database; on PostgreSQL whole columns are sent as arrays and
/// unnested there. Neither the tracker nor a fact for each row is paid for: docs/decisions/0007-an-archive-is-one-fact.md.
/// </remarks>
public static class BulkAppend
{
    private const int RowsInOneStatement = 10_000;

    /// <param name="rows">In the order of their ids, each carrying the batch's id.</param>
    public static async Task<ArchiveBatch> TakeOver<T>(this HallDb db, Occasion on, BatchLabel label, IReadOnlyList<T> rows)
        where T : class, IArchived
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var columns = RowDigest.RecordedOf(type).Select(property => new Column(property)).ToArray();
        var values = new object?[columns.Length];
        var last = long.MinValue;
        foreach (var row in rows)
        {
            if (row.Id <= last || row.Batch != label.Id)
                throw new ArgumentException($"{type.DisplayName()} {row.Id} is not the next row of batch {label.Id}.", nameof(rows));
            last = row.Id;
            for (var i = 0; i < columns.Length; i++)
                values[i] = columns[i].Of(row);
            digest.AppendData(RowDigest.Of(type, values));
        }
        await Insert(db, type, rows);
        var batch = new ArchiveBatch
        {
            Id = label.Id,
            Division = label.Division,
            Year = label.Year,
            Table = type.GetTableName()!,
            Rows = rows.Count,
            Digest = Convert.ToHexStringLower(digest.GetHashAndReset()),
            Source = label.Source,
            Demonstration = label.Demonstration,
        };
        db.Add(batch);
        db.Record(
            batch,
            on,
            new ArchiveTakenOver(batch.Table, batch.Year, batch.Rows, batch.Digest, batch.Source, batch.Demonstration),
            answer: false
        );
        return batch;
    }

    private static async Task Insert<T>(HallDb db, IEntityType type, IReadOnlyList<T> rows)
        where T : class
    {
        var connection = db.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties().Select(property => new Column(property)).ToArray();
        var names = string.Join(", ", columns.Select(c => $"\"{c.Property.GetColumnName(table)}\""));
        var parameters = string.Join(", ", columns.Select((_, i) => $"@p{i}"));
        if (db.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({parameters})";
            for (var i = 0; i < columns.Length; i++)
                command.Parameters.Add(columns[i].Mapping.CreateParameter(command, $"@p{i}", null, nullable: true));
            await command.PrepareAsync();
            foreach (var row in rows)
            {
                for (var i = 0; i < columns.Length; i++)
                    command.Parameters[i].Value = columns[i].Stored(row) ?? DBNull.Value;
                command.ExecuteNonQuery();
            }
            return;
        }
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({names}) SELECT * FROM unnest({parameters})";
        foreach (var some in rows.Chunk(RowsInOneStatement))
        {
            command.Parameters.Clear();
            for (var i = 0; i < columns.Length; i++)
            {
                DbParameter parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@p{i}", columns[i].StoredAll(some));
                command.Parameters.Add(parameter);
            }
            await command.ExecuteNonQueryAsync();
        }
    }

    private sealed class Column(IProperty property)
    {
        public IProperty Property { get; } = property;
        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

        public object? Of(object row) => Property.GetGetter().GetClrValue(row);

        public object? Stored(object row)
        {
            var value = Of(row);
            return value is not null && Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }

        public Array StoredAll<T>(T[] rows)
            where T : class
        {
            var kept = Mapping.Converter?.ProviderClrType ?? Property.ClrType;
            if (Property.IsNullable && kept.IsValueType && Nullable.GetUnderlyingType(kept) is null)
                kept = typeof(Nullable<>).MakeGenericType(kept);
            var all = Array.CreateInstance(kept, rows.Length);
            for (var i = 0; i < rows.Length; i++)
                all.SetValue(Stored(rows[i]), i);
            return all;
        }
    }
}
