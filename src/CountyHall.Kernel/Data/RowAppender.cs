using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CountyHall.Kernel.Data;

/// <summary>Puts new rows in by statements that are prepared once for the writer's own connection to the embedded database.</summary>
/// <remarks>
/// Nearly everything the house writes is a new row. The mapper makes and prepares a command for each; these are kept. Columns and conversions come from the model, so nothing is said twice. On PostgreSQL the mapper sends a whole graph in one
/// journey, which is better there.
/// </remarks>
internal sealed class RowAppender(DbConnection connection) : IDisposable
{
    private readonly Dictionary<IEntityType, Insert> inserts = [];

    /// <summary>Inserts what is new, in the order in which it was added, and leaves only what was changed to the mapper.</summary>
    /// <returns>Whether anything is left for the mapper.</returns>
    public bool Append(HallDb db)
    {
        var left = false;
        List<EntityEntry>? added = null;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Added)
                (added ??= []).Add(entry);
            else
                left |= entry.State is EntityState.Modified or EntityState.Deleted;
        }
        if (added is null)
            return left;
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        // A row that others point to goes in before them.
        foreach (var entry in added.OrderBy(e => Depth(e.Metadata)))
        {
            InsertOf(entry.Metadata).Run(entry, transaction);
            entry.State = EntityState.Unchanged;
        }
        return left;
    }

    private Insert InsertOf(IEntityType type) =>
        inserts.TryGetValue(type, out var known) ? known : inserts[type] = new Insert(connection, type);

    private static int Depth(IEntityType type) =>
        type.GetForeignKeys()
            .Where(key => key.PrincipalEntityType != type)
            .Select(key => 1 + Depth(key.PrincipalEntityType))
            .DefaultIfEmpty()
            .Max();

    public void Dispose()
    {
        foreach (var insert in inserts.Values)
            insert.Dispose();
    }

    private sealed class Insert : IDisposable
    {
        private readonly DbCommand command;
        private readonly (IProperty Property, RelationalTypeMapping Mapping)[] columns;

        public Insert(DbConnection connection, IEntityType type)
        {
            columns = [.. type.GetProperties().Select(p => (p, p.GetRelationalTypeMapping()))];
            command = connection.CreateCommand();
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var names = columns.Select(c => $"\"{c.Property.GetColumnName(table)}\"");
            command.CommandText =
                $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
            for (var i = 0; i < columns.Length; i++)
                command.Parameters.Add(columns[i].Mapping.CreateParameter(command, $"@p{i}", null, nullable: true));
            command.Prepare();
        }

        public void Run(EntityEntry entry, DbTransaction transaction)
        {
            command.Transaction = transaction;
            for (var i = 0; i < columns.Length; i++)
            {
                var (property, mapping) = columns[i];
                var value = entry.Property(property).CurrentValue;
                if (value is not null && mapping.Converter is { } converter)
                    value = converter.ConvertToProvider(value);
                command.Parameters[i].Value = value ?? DBNull.Value;
            }
            try
            {
                command.ExecuteNonQuery();
            }
            catch (DbException refused)
            {
                throw new DbUpdateException($"A row of {entry.Metadata.GetTableName()} was refused.", refused);
            }
        }

        public void Dispose() => command.Dispose();
    }
}
