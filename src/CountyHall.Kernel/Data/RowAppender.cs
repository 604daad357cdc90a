using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private readonly Room room = new();

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
        insert.Run(row, room);
    }

    public void Dispose()
    {
        foreach (var insert in inserts.Values)
            insert.Dispose();
    }

    /// <summary>One kept statement, bound by position: by name, the driver looks each name up again at every row.</summary>
    /// <remarks>
    /// Texts and bytes are written into one room that does not move, and the database is told where they stand: the driver has each copied into memory of
    /// its own, which cost more than to put the row in. The statement looks there only while it steps, and is bound anew before it steps again.
    /// </remarks>
    private sealed class Insert : IDisposable
    {
        private readonly sqlite3 database;
        private readonly sqlite3_stmt statement;
        private readonly nint handle;

        public Insert(SqliteConnection connection, RowShape shape)
        {
            database = connection.Handle!;
            var places = string.Join(", ", shape.Properties.Select(_ => "?"));
            EmbeddedLibrary.Check(
                raw.sqlite3_prepare_v2(database, $"INSERT INTO {shape.Columns} VALUES ({places})", out statement),
                database
            );
            handle = statement.DangerousGetHandle();
        }

        public void Run(FreshRow row, Room room)
        {
            try
            {
                room.Empty(row.Values);
                for (var i = 0; i < row.Values.Length; i++)
                    EmbeddedLibrary.Check(Bind(i + 1, row.Values[i], room), database);
                EmbeddedLibrary.Check(raw.sqlite3_step(statement), database);
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
        private int Bind(int at, object? value, Room room) =>
            value switch
            {
                null => EmbeddedLibrary.BindNull(handle, at),
                string text => room.Bind(handle, at, text),
                long number => EmbeddedLibrary.BindInteger(handle, at, number),
                int number => EmbeddedLibrary.BindInteger(handle, at, number),
                bool yes => EmbeddedLibrary.BindInteger(handle, at, yes ? 1 : 0),
                double number => EmbeddedLibrary.BindReal(handle, at, number),
                byte[] bytes => room.Bind(handle, at, bytes),
                DateTime moment => room.Bind(handle, at, moment),
                DateOnly day => room.Bind(handle, at, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
                DateTimeOffset moment => room.Bind(
                    handle,
                    at,
                    moment.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)
                ),
                _ => throw new NotSupportedException($"A column of {value.GetType().Name} is not kept in the embedded database."),
            };

        public void Dispose() => statement.Dispose();
    }

    /// <summary>The bytes of one row's texts, one after the other, where they do not move while the row is put in.</summary>
    private sealed unsafe class Room
    {
        /// <summary>Longer rows, such as an archive, get room of their own for that once.</summary>
        private const int Usual = 16_384;
        private const int LongestOther = 40;

        private readonly byte[] usual = GC.AllocateUninitializedArray<byte>(Usual, pinned: true);
        private byte[] bytes = [];
        private int used;
        private (DateTime Moment, int Start, int Length)? instant;

        /// <summary>Makes room for a row.</summary>
        public void Empty(object?[] values)
        {
            var most = 0;
            foreach (var value in values)
            {
                most += value switch
                {
                    string text => Encoding.UTF8.GetMaxByteCount(text.Length),
                    byte[] blob => blob.Length,
                    _ => LongestOther,
                };
            }
            bytes = most <= Usual ? usual : GC.AllocateUninitializedArray<byte>(most, pinned: true);
            (used, instant) = (0, null);
        }

        public int Bind(nint statement, int at, string text) =>
            EmbeddedLibrary.BindText(statement, at, Start, Take(Encoding.UTF8.GetBytes(text, Left)), EmbeddedLibrary.StaysThere);

        public int Bind(nint statement, int at, byte[] blob)
        {
            blob.CopyTo(Left);
            return EmbeddedLibrary.BindBlob(statement, at, Start, Take(blob.Length), EmbeddedLibrary.StaysThere);
        }

        /// <summary>A row mostly tells the same instant more than once.</summary>
        public int Bind(nint statement, int at, DateTime moment)
        {
            if (instant is not { } last || last.Moment != moment)
            {
                if (!moment.TryFormat(Left, out var length, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture))
                    throw new System.Diagnostics.UnreachableException();
                instant = last = (moment, used, length);
                Take(length);
            }
            return EmbeddedLibrary.BindText(statement, at, Address + last.Start, last.Length, EmbeddedLibrary.StaysThere);
        }

        private Span<byte> Left => bytes.AsSpan(used);

        private byte* Address => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes));

        private byte* Start => Address + used;

        private int Take(int length)
        {
            used += length;
            return length;
        }
    }
}
