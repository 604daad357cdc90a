using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CountyHall.Kernel.Data;

/// <summary>Puts new rows in by statements that are prepared once for the writer's own connection to the embedded database.</summary>
/// <remarks>
/// Nearly everything the house writes is a new row. The mapper makes and prepares a command for each; these are kept. On PostgreSQL the mapper
/// sends a whole graph in one journey, which is better there.
/// </remarks>
internal sealed class RowAppender(SqliteConnection connection) : IDisposable
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
        foreach (var row in rows.OrderBy(r => r.Shape.Depth))
            Put(row);
        return left;
    }

    public void Put(FreshRow row)
    {
        if (!inserts.TryGetValue(row.Shape, out var insert))
            inserts[row.Shape] = insert = new Insert(connection, row.Shape);
        insert.Run(row);
    }

    public void Dispose()
    {
        foreach (var insert in inserts.Values)
            insert.Dispose();
    }

    /// <summary>One kept statement, bound by position: by name, the driver looks each name up again at every row.</summary>
    private sealed class Insert : IDisposable
    {
        private readonly sqlite3 database;
        private readonly sqlite3_stmt statement;
        private readonly byte[] room = new byte[4096];
        private (DateTime Moment, string Text)? instant;

        public Insert(SqliteConnection connection, RowShape shape)
        {
            database = connection.Handle!;
            var places = string.Join(", ", shape.Properties.Select(_ => "?"));
            Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {shape.Columns} VALUES ({places})", out statement));
        }

        public void Run(FreshRow row)
        {
            try
            {
                for (var i = 0; i < row.Values.Length; i++)
                    Check(Bind(i + 1, row.Values[i]));
                var said = raw.sqlite3_step(statement);
                if (said != raw.SQLITE_DONE)
                    Check(said);
            }
            catch (SqliteException refused)
            {
                throw new DbUpdateException($"A row of {row.Shape.Type.GetTableName()} was refused.", refused);
            }
            finally
            {
                // Says again what the step said; that was thrown above.
                _ = raw.sqlite3_reset(statement);
            }
        }

        /// <summary>Values are written as the driver writes them.</summary>
        private int Bind(int at, object? value) =>
            value switch
            {
                null => raw.sqlite3_bind_null(statement, at),
                string text => Bind(at, text),
                long number => raw.sqlite3_bind_int64(statement, at, number),
                int number => raw.sqlite3_bind_int64(statement, at, number),
                bool yes => raw.sqlite3_bind_int64(statement, at, yes ? 1 : 0),
                double number => raw.sqlite3_bind_double(statement, at, number),
                byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, at, 0),
                byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
                DateTime moment => Bind(at, Written(moment)),
                DateOnly day => raw.sqlite3_bind_text(statement, at, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
                DateTimeOffset moment => raw.sqlite3_bind_text(
                    statement,
                    at,
                    moment.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)
                ),
                _ => throw new NotSupportedException($"A column of {value.GetType().Name} is not kept in the embedded database."),
            };

        /// <summary>The library copies what it is given, so that the same room serves each text; an empty text is given as it is, because empty bytes are none.</summary>
        private int Bind(int at, string text) =>
            text.Length > 0 && Encoding.UTF8.TryGetBytes(text, room, out var length)
                ? raw.sqlite3_bind_text(statement, at, room.AsSpan(0, length))
                : raw.sqlite3_bind_text(statement, at, text);

        /// <summary>A row mostly tells the same instant more than once.</summary>
        private string Written(DateTime moment)
        {
            if (instant is not { } last || last.Moment != moment)
                instant = last = (moment, moment.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture));
            return last.Text;
        }

        private void Check(int said) => SqliteException.ThrowExceptionForRC(said, database);

        public void Dispose() => statement.Dispose();
    }
}
