using CountyHall.Web.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CountyHall.Journeys;

/// <summary>One of the two databases. The demonstration county is loaded into it once a run; every hall gets a copy of its own.</summary>
public abstract class Engine
{
    public static readonly Engine Embedded = new EmbeddedEngine();
    public static readonly Engine Postgres = new PostgresEngine();

    private readonly SemaphoreSlim preparing = new(1, 1);
    private Storage? pattern;

    /// <summary>Why there is no such database on this machine; none where there is.</summary>
    public virtual string? Missing => null;

    /// <summary>A house of its own with the demonstration county in it.</summary>
    public async Task<Storage> Copy()
    {
        var storage = await Pattern();
        var folder = Scratch.Folder("hall");
        File.Copy(storage.KeyFile, Path.Combine(folder, "vault.key"));
        return await Copy(storage, folder);
    }

    /// <summary>An empty place: no schema, no key.</summary>
    public abstract Task<Storage> Empty();

    protected abstract Task<Storage> Copy(Storage from, string folder);

    private async Task<Storage> Pattern()
    {
        await preparing.WaitAsync();
        try
        {
            if (pattern is not null)
                return pattern;
            var fresh = await Empty();
            await using (var house = await Hall.Of(this, fresh))
                await house.Load();
            await Settle(fresh);
            return pattern = fresh;
        }
        finally
        {
            preparing.Release();
        }
    }

    /// <summary>Everything in its place and nobody connected, so that it can be copied.</summary>
    protected abstract Task Settle(Storage storage);

    private sealed class EmbeddedEngine : Engine
    {
        public override Task<Storage> Empty() => Task.FromResult(new Storage(Scratch.Folder("hall"), null));

        protected override Task<Storage> Copy(Storage from, string folder)
        {
            File.Copy(Path.Combine(from.Folder, "hall.db"), Path.Combine(folder, "hall.db"));
            return Task.FromResult(new Storage(folder, null));
        }

        protected override async Task Settle(Storage storage)
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = Path.Combine(storage.Folder, "hall.db"), Pooling = false }.ConnectionString
            );
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
            SqliteConnection.ClearAllPools();
        }
    }

    private sealed class PostgresEngine : Engine
    {
        private static int made;

        public override string? Missing => PostgresServer.Missing;

        public override async Task<Storage> Empty()
        {
            var server = await PostgresServer.Running();
            var name = $"hall{Interlocked.Increment(ref made)}";
            await server.Do($"CREATE DATABASE {name}");
            return new Storage(Scratch.Folder("hall"), server.Connection(name));
        }

        protected override async Task<Storage> Copy(Storage from, string folder)
        {
            var server = await PostgresServer.Running();
            var pattern = new NpgsqlConnectionStringBuilder(from.Connection).Database;
            var name = $"hall{Interlocked.Increment(ref made)}";
            await server.Do($"CREATE DATABASE {name} TEMPLATE {pattern}");
            return new Storage(folder, server.Connection(name));
        }

        protected override async Task Settle(Storage storage)
        {
            await using var connection = new NpgsqlConnection(storage.Connection);
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
