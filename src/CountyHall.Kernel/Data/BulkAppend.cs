using System.Data.Common;
using System.Security.Cryptography;
using CountyHall.Kernel.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CountyHall.Kernel.Data;

/// <summary>What a batch is called and where it comes from.</summary>
/// <param name="Id">Id of the batch; its rows carry it.</param>
public sealed record BatchLabel(long Id, string Division, int Year, string Source, bool Demonstration);

/// <summary>Takes over a whole archive of rows at once, inside a unit of <see cref="HallWriter"/>, and records it as one fact.</summary>
/// <remarks>
/// The rows are read, digested and put in as any new row is; one kept statement on the embedded database; on PostgreSQL whole columns are sent as arrays and
/// unnested there. Neither the tracker nor a fact for each row is paid for: docs/decisions/0007-an-archive-is-one-fact.md.
/// </remarks>
public static class BulkAppend
{
    private const int RowsInOneStatement = 10_000;

    /// <param name="rows">In the order of their ids, each carrying the batch's id.</param>
    public static async Task<ArchiveBatch> TakeOver<T>(this HallDb db, Occasion on, BatchLabel label, IReadOnlyList<T> rows)
        where T : class, IArchived
    {
        var shape = RowShape.Of(db.Model.FindEntityType(typeof(T))!);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var appender = db.Database.GetDbConnection() is SqliteConnection embedded ? new RowAppender(embedded) : null;
        var last = long.MinValue;
        foreach (var some in rows.Chunk(RowsInOneStatement))
        {
            var fresh = some.Select(row => new FreshRow(row, shape)).ToArray();
            for (var i = 0; i < some.Length; i++)
            {
                if (some[i].Id <= last || some[i].Batch != label.Id)
                    throw new ArgumentException(
                        $"{shape.Type.DisplayName()} {some[i].Id} is not the next row of batch {label.Id}.",
                        nameof(rows)
                    );
                last = some[i].Id;
                digest.AppendData(RowDigest.Of(fresh[i]));
                appender?.Put(fresh[i]);
            }
            if (appender is null)
                await Unnest(db, shape, fresh);
        }
        var batch = new ArchiveBatch
        {
            Id = label.Id,
            Division = label.Division,
            Year = label.Year,
            Table = shape.Type.GetTableName()!,
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

    private static async Task Unnest(HallDb db, RowShape shape, FreshRow[] rows)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var parameters = string.Join(", ", shape.Properties.Select((_, i) => $"@p{i}"));
        command.CommandText = $"INSERT INTO {shape.Columns} SELECT * FROM unnest({parameters})";
        for (var i = 0; i < shape.Properties.Count; i++)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", Column(shape.Properties[i], rows, i));
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One column of the rows as an array of what the database keeps.</summary>
    private static Array Column(IProperty property, FreshRow[] rows, int at)
    {
        var kept = property.GetRelationalTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        if (property.IsNullable && kept.IsValueType && Nullable.GetUnderlyingType(kept) is null)
            kept = typeof(Nullable<>).MakeGenericType(kept);
        var all = Array.CreateInstance(kept, rows.Length);
        for (var i = 0; i < rows.Length; i++)
            all.SetValue(rows[i].Values[at], i);
        return all;
    }
}
