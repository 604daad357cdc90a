using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CountyHall.Kernel.Data;

/// <summary>Puts new rows in by statements that are prepared once for the writer's own connection to the embedded database.</summary>
/// <remarks>
/// Nearly everything the house writes is a new row. The mapper makes and prepares a command for each; these are kept. On PostgreSQL the mapper
/// sends a whole graph in one journey, which is better there.
/// </remarks>
internal sealed class RowAppender(DbConnection connection) : IDisposable
{
    private readonly Dictionary<RowShape, Insert> inserts = [];

    /// <summary>Inserts what is new, in the order in which it was added, and leaves only what was changed to the mapper.</summary>
    /// <returns>Whether anything is left for the mapper.</returns>
    public bool Append(HallDb db)
    {
        var left = false;
        var rows = db.TakeFresh();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Added)
            {
                rows.Add(new FreshRow(entry.Entity, RowShape.Of(entry.Metadata)));
                entry.State = EntityState.Unchanged;
            }
            else
            {
                left |= entry.State is EntityState.Modified or EntityState.Deleted;
            }
        }
        if (rows.Count == 0)
            return left;
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var row in rows.OrderBy(r => r.Shape.Depth))
        {
            if (!inserts.TryGetValue(row.Shape, out var insert))
                inserts[row.Shape] = insert = new Insert(connection, row.Shape.Type);
            insert.Run(row, transaction);
        }
        return left;
    }

    public void Dispose()
    {
        foreach (var insert in inserts.Values)
            insert.Dispose();
    }

    private sealed class Insert : IDisposable
    {
        private readonly DbCommand command;

        public Insert(DbConnection connection, IEntityType type)
        {
            var columns = type.GetProperties().ToList();
            command = connection.CreateCommand();
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var names = columns.Select(c => $"\"{c.GetColumnName(table)}\"");
            command.CommandText =
                $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
            for (var i = 0; i < columns.Count; i++)
                command.Parameters.Add(columns[i].GetRelationalTypeMapping().CreateParameter(command, $"@p{i}", null, nullable: true));
            command.Prepare();
        }

        public void Run(FreshRow row, DbTransaction transaction)
        {
            command.Transaction = transaction;
            var values = row.Values;
            for (var i = 0; i < values.Length; i++)
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            try
            {
                command.ExecuteNonQuery();
            }
            catch (DbException refused)
            {
                throw new DbUpdateException($"A row of {row.Shape.Type.GetTableName()} was refused.", refused);
            }
        }

        public void Dispose() => command.Dispose();
    }
}
