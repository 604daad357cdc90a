using System.Data.Common;
using CountyHall.Approvals;
using CountyHall.Hall;
using CountyHall.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CountyHall.Web.Hosting;

/// <summary>Where the house keeps its records: the embedded database in a folder, or PostgreSQL; files and the key always in the folder.</summary>
/// <param name="Folder">Holds the embedded database, the files by hash, and the key of the vault.</param>
/// <param name="Connection">Connection string of PostgreSQL; none for the embedded database.</param>
public sealed record Storage(string Folder, string? Connection)
{
    public bool IsEmbedded => Connection is null;
    public string KeyFile => Path.Combine(Folder, "vault.key");
    public string Files => Path.Combine(Folder, "files");

    private string EmbeddedFile => Path.Combine(Folder, "hall.db");

    /// <summary>Whether there is anything there yet: a new house gets a new key, an old one must not.</summary>
    public bool IsNew => !File.Exists(KeyFile) && (Connection is not null || !File.Exists(EmbeddedFile));

    public void Configure(DbContextOptionsBuilder options, TimeProvider time)
    {
        options.UseModules(time, typeof(ApprovalsModule).Assembly, typeof(HallModule).Assembly);
        // The house's own digests make sure of values; the tracker need not guard against threads.
        options.EnableThreadSafetyChecks(false);
        if (Connection is { } postgres)
        {
            options.UseNpgsql(postgres, o => o.MigrationsAssembly("CountyHall.Migrations.Postgres"));
        }
        else
        {
            var embedded = new SqliteConnectionStringBuilder
            {
                DataSource = EmbeddedFile,
                ForeignKeys = true,
                DefaultTimeout = 30,
            };
            options.UseSqlite(embedded.ConnectionString, o => o.MigrationsAssembly("CountyHall.Migrations.Sqlite"));
            options.AddInterceptors(new Durable());
        }
    }

    /// <summary>Brings the schema up to date and sets the embedded database to write ahead.</summary>
    public async Task Prepare(IDbContextFactory<HallDb> contexts, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
        if (IsEmbedded)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
    }

    /// <summary>An answered commit is on disk: FULL makes the write-ahead log be flushed at each commit.</summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        private const string Settings = "PRAGMA synchronous=FULL; PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
