using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CountyHall.Bench;

/// <summary>What one run did: how many a second, and the longest that a single one waited.</summary>
public sealed record Measured(double PerSecond, TimeSpan Worst);

/// <summary>The same durable work with nothing around it: a serial number, a case, three materials and an audit row, in bare SQL.</summary>
public static class Floors
{
    private const string Schema = """
        CREATE TABLE serials(series TEXT PRIMARY KEY, last BIGINT NOT NULL);
        CREATE TABLE cases(id BIGINT PRIMARY KEY, number TEXT UNIQUE NOT NULL, item TEXT NOT NULL, applicant TEXT NOT NULL, stage TEXT NOT NULL, received TEXT NOT NULL);
        CREATE TABLE materials(id BIGINT PRIMARY KEY, case_id BIGINT NOT NULL REFERENCES cases(id), name TEXT NOT NULL, how TEXT NOT NULL);
        CREATE INDEX materials_case ON materials(case_id);
        CREATE TABLE audit(id BIGINT PRIMARY KEY, case_id BIGINT NOT NULL, what TEXT NOT NULL, body TEXT NOT NULL);
        CREATE INDEX audit_case ON audit(case_id);
        """;
    private static readonly string Stage = new('s', 600);
    private static readonly string Body = new('b', 300);
    private static long ids;

    /// <summary>One connection under a lock, one commit a case.</summary>
    public static async Task<Measured> OneCommitACase(string folder, int clients, TimeSpan time)
    {
        await using var db = await Embedded(folder);
        using var insert = new EmbeddedCase(db);
        var door = new Lock();
        return await Load.Run(
            clients,
            time,
            () =>
            {
                lock (door)
                {
                    using var transaction = db.BeginTransaction();
                    insert.Run(transaction);
                    transaction.Commit();
                }
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>One writer, up to 64 waiting cases a commit, a savepoint each.</summary>
    public static async Task<Measured> GroupCommit(string folder, int clients, TimeSpan time)
    {
        await using var db = await Embedded(folder);
        using var insert = new EmbeddedCase(db);
        var waiting = Channel.CreateUnbounded<TaskCompletionSource>();
        var writer = Task.Run(async () =>
        {
            var batch = new List<TaskCompletionSource>();
            while (await waiting.Reader.WaitToReadAsync())
            {
                while (batch.Count < 64 && waiting.Reader.TryRead(out var one))
                    batch.Add(one);
                using (var transaction = db.BeginTransaction())
                {
                    foreach (var _ in batch)
                    {
                        transaction.Save("unit");
                        insert.Run(transaction);
                        transaction.Release("unit");
                    }
                    transaction.Commit();
                }
                batch.ForEach(one => one.SetResult());
                batch.Clear();
            }
        });
        var measured = await Load.Run(
            clients,
            time,
            () =>
            {
                var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Writer.TryWrite(told);
                return told.Task;
            }
        );
        waiting.Writer.Complete();
        await writer;
        return measured;
    }

    /// <summary>A connection for each client, one commit a case, the number taken last.</summary>
    public static async Task<Measured> Postgres(string connection, int clients, TimeSpan time)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using (
            var make = source.CreateCommand("DROP SCHEMA IF EXISTS floor CASCADE; CREATE SCHEMA floor; SET search_path=floor; " + Schema)
        )
            await make.ExecuteNonQueryAsync();
        var connections = new ConcurrentBag<NpgsqlConnection>();
        for (var i = 0; i < clients; i++)
            connections.Add(await source.OpenConnectionAsync());
        return await Load.Run(
            clients,
            time,
            async () =>
            {
                if (!connections.TryTake(out var db))
                    throw new UnreachableException();
                var (id, serial) = (Interlocked.Add(ref ids, 8), Guid.NewGuid().ToString("N"));
                await using var transaction = await db.BeginTransactionAsync();
                await using var batch = new NpgsqlBatch(db, transaction);
                batch.BatchCommands.Add(
                    Command("INSERT INTO floor.cases VALUES($1,$2,'item','applicant',$3,'2026-11-23')", id, serial, Stage)
                );
                for (var m = 1; m <= 3; m++)
                    batch.BatchCommands.Add(Command("INSERT INTO floor.materials VALUES($1,$2,'material','counter')", id + m, id));
                batch.BatchCommands.Add(Command("INSERT INTO floor.audit VALUES($1,$2,'accepted',$3)", id + 4, id, Body));
                batch.BatchCommands.Add(
                    Command(
                        "INSERT INTO floor.serials VALUES('day',1) ON CONFLICT(series) DO UPDATE SET last=serials.last+1 RETURNING last"
                    )
                );
                await batch.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
                connections.Add(db);
            }
        );

        static NpgsqlBatchCommand Command(string sql, params object[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            return command;
        }
    }

    private static async Task<SqliteConnection> Embedded(string folder)
    {
        Directory.CreateDirectory(folder);
        var db = new SqliteConnection($"Data Source={Path.Combine(folder, $"floor-{Guid.NewGuid():N}.db")};Foreign Keys=True");
        await db.OpenAsync();
        foreach (var sql in (string[])["PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", Schema])
        {
            await using var command = db.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
        return db;
    }

    /// <summary>The six prepared statements of one case.</summary>
    private sealed class EmbeddedCase(SqliteConnection db) : IDisposable
    {
        private readonly SqliteCommand serial = Prepared(
            db,
            "INSERT INTO serials VALUES('day',1) ON CONFLICT(series) DO UPDATE SET last=last+1 RETURNING last"
        );
        private readonly SqliteCommand @case = Prepared(
            db,
            "INSERT INTO cases VALUES($id,$number,'item','applicant',$text,'2026-11-23')",
            "$id",
            "$number",
            "$text"
        );
        private readonly SqliteCommand material = Prepared(
            db,
            "INSERT INTO materials VALUES($id,$case,'material','counter')",
            "$id",
            "$case"
        );
        private readonly SqliteCommand audit = Prepared(
            db,
            "INSERT INTO audit VALUES($id,$case,'accepted',$text)",
            "$id",
            "$case",
            "$text"
        );

        public void Run(SqliteTransaction transaction)
        {
            var id = Interlocked.Add(ref ids, 8);
            serial.Transaction = @case.Transaction = material.Transaction = audit.Transaction = transaction;
            var number = serial.ExecuteScalar();
            Execute(@case, id, number!, Stage);
            for (var m = 1; m <= 3; m++)
                Execute(material, id + m, id);
            Execute(audit, id + 4, id, Body);
        }

        private static void Execute(SqliteCommand command, params ReadOnlySpan<object> values)
        {
            for (var i = 0; i < values.Length; i++)
                command.Parameters[i].Value = values[i];
            command.ExecuteNonQuery();
        }

        private static SqliteCommand Prepared(SqliteConnection db, string sql, params string[] parameters)
        {
            var command = db.CreateCommand();
            command.CommandText = sql;
            foreach (var name in parameters)
                command.Parameters.AddWithValue(name, DBNull.Value);
            command.Prepare();
            return command;
        }

        public void Dispose()
        {
            serial.Dispose();
            @case.Dispose();
            material.Dispose();
            audit.Dispose();
        }
    }
}

/// <summary>So many clients, each with one thing under way, for so long.</summary>
public static class Load
{
    public static async Task<Measured> Run(int clients, TimeSpan time, Func<Task> one) => await Run(clients, time, _ => one());

    public static async Task<Measured> Run(int clients, TimeSpan time, Func<int, Task> one)
    {
        var (done, worst) = (0L, 0L);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        while (clock.Elapsed < time)
                        {
                            var begun = Stopwatch.GetTimestamp();
                            await one(client);
                            var took = Stopwatch.GetElapsedTime(begun).Ticks;
                            Interlocked.Increment(ref done);
                            for (var seen = Interlocked.Read(ref worst); took > seen; seen = Interlocked.Read(ref worst))
                                Interlocked.CompareExchange(ref worst, took, seen);
                        }
                    })
                )
        );
        return new Measured(done / clock.Elapsed.TotalSeconds, TimeSpan.FromTicks(worst));
    }
}
