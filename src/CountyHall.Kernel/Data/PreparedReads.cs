using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Kernel.Data;

/// <summary>Connections that only read, kept open with their statements prepared: for the few questions that are asked at nearly every page or each second.</summary>
/// <remarks>
/// What is kept is the way of asking. Every answer is read from the database anew. The embedded database prepares with the command; PostgreSQL when a
/// command comes again, unless its connection string forbids it.
/// </remarks>
public sealed class PreparedReads(IDbContextFactory<HallDb> contexts) : IAsyncDisposable
{
    private const int MostKept = 16;

    private readonly ConcurrentBag<Seat> idle = [];
    private volatile bool closed;

    /// <summary>Asks for rows; <paramref name="values"/> are bound in their order as <c>@p0</c>, <c>@p1</c>, …, always of the same types.</summary>
    public async Task<List<T>> Ask<T>(string sql, IReadOnlyList<object> values, Func<DbDataReader, T> read, CancellationToken ct = default)
    {
        if (idle.TryTake(out var kept))
        {
            try
            {
                return await Answer(kept);
            }
            catch (DbException) when (!ct.IsCancellationRequested)
            {
                // The server may have gone and come back since this connection was last used: a fresh one says what is the matter.
            }
        }
        return await Answer(await Seat.Take(contexts, ct));

        async Task<List<T>> Answer(Seat seat)
        {
            var answered = false;
            try
            {
                var rows = await seat.Ask(sql, values, read, ct);
                answered = true;
                return rows;
            }
            finally
            {
                if (answered && !closed && idle.Count < MostKept)
                    idle.Add(seat);
                else
                    await seat.DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        closed = true;
        while (idle.TryTake(out var seat))
            await seat.DisposeAsync();
    }

    private sealed class Seat : IAsyncDisposable
    {
        private readonly HallDb db;
        private readonly KeptStatements kept;

        private Seat(HallDb db)
        {
            (this.db, kept) = (db, new KeptStatements(db.Database.GetDbConnection()));
        }

        public static async Task<Seat> Take(IDbContextFactory<HallDb> contexts, CancellationToken ct)
        {
            var db = await contexts.CreateDbContextAsync(ct);
            try
            {
                await db.Database.OpenConnectionAsync(ct);
                return new Seat(db);
            }
            catch
            {
                await db.DisposeAsync();
                throw;
            }
        }

        public async Task<List<T>> Ask<T>(string sql, IReadOnlyList<object> values, Func<DbDataReader, T> read, CancellationToken ct)
        {
            var command = kept.Of(sql);
            var isNew = command.Parameters.Count == 0;
            for (var i = 0; i < values.Count; i++)
            {
                if (isNew)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = $"@p{i}";
                    command.Parameters.Add(parameter);
                }
                command.Parameters[i].Value = values[i];
            }
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new List<T>();
            while (await reader.ReadAsync(ct))
                rows.Add(read(reader));
            return rows;
        }

        public async ValueTask DisposeAsync()
        {
            kept.Dispose();
            await db.DisposeAsync();
        }
    }
}
