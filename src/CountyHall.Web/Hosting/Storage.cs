using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using CountyHall.Approvals;
using CountyHall.Hall;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Oversight;
using CountyHall.Trading;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace CountyHall.Web.Hosting;

/// <summary>Where the house keeps its records: the embedded database in a folder, or PostgreSQL; files and the key always in the folder.</summary>
/// <param name="Folder">Holds the embedded database, the files by hash, and the key of the vault.</param>
/// <param name="Connection">Connection string of PostgreSQL; none for the embedded database.</param>
public sealed record Storage(string Folder, string? Connection)
{
    /// <summary>Statements that are asked again and again stay prepared on the server, unless the connection string says otherwise.</summary>
    public string? Connection { get; } = Connection is null ? null : KeepingStatements(Connection);

    public bool IsEmbedded => Connection is null;
    public string KeyFile => Path.Combine(Folder, "vault.key");
    public string Files => Path.Combine(Folder, "files");

    /// <summary>Sealed bids, under random names.</summary>
    public string Bids => Path.Combine(Folder, "bids");

    /// <summary>The embedded database, where there is one.</summary>
    public string EmbeddedFile => Path.Combine(Folder, "hall.db");

    /// <summary>Whether there is anything there yet: a new house gets a new key, an old one must not.</summary>
    public bool IsNew => !File.Exists(KeyFile) && (Connection is not null || !File.Exists(EmbeddedFile));

    public void Configure(DbContextOptionsBuilder options, TimeProvider time)
    {
        options.UseModules(
            time,
            typeof(ApprovalsModule).Assembly,
            typeof(HallModule).Assembly,
            typeof(OversightModule).Assembly,
            typeof(TradingModule).Assembly
        );
        // The house's own digests make sure of values; the tracker need not guard against threads.
        options.EnableThreadSafetyChecks(false);
        // Counting stops at a bound, and which rows are counted does not matter.
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        if (Connection is { } postgres)
            UsePostgres(options, postgres);
        else
            UseEmbedded(options);
    }

    // Each in a method of its own, never inlined: the mapper's provider for the engine that is not used is not loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UsePostgres(DbContextOptionsBuilder options, string connection) =>
        options
            .UseNpgsql(connection, o => o.MigrationsAssembly("CountyHall.Migrations.Postgres"))
            .UseModel(Models.Postgres.HallDbModel.Instance);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UseEmbedded(DbContextOptionsBuilder options)
    {
        KeepNoAccountOfMemory();
        var embedded = new SqliteConnectionStringBuilder
        {
            DataSource = EmbeddedFile,
            ForeignKeys = true,
            DefaultTimeout = 30,
        };
        options
            .UseSqlite(embedded.ConnectionString, o => o.MigrationsAssembly("CountyHall.Migrations.Sqlite"))
            .UseModel(Models.Sqlite.HallDbModel.Instance);
    }

    /// <summary>Before the first connection is opened: else all of them would wait for each other at every piece of memory, to add it up for nobody.</summary>
    private static void KeepNoAccountOfMemory()
    {
        Batteries_V2.Init();
        // Refused once the library is at work, as by a second house in one process: then it has been said already.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private static string KeepingStatements(string connection)
    {
        const int Most = 200;
        return connection.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase)
            ? connection
            : $"{connection.TrimEnd(';')};Max Auto Prepare={Most}";
    }

    /// <summary>Whether every migration of this build has been applied.</summary>
    /// <remarks>Asked in plain words: the library draws a model of its history with all its conventions for the same question.</remarks>
    private async Task<bool> IsUpToDate(HallDb db, CancellationToken ct)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
            return false;
        await db.Database.OpenConnectionAsync(ct);
        await using var ask = db.Database.GetDbConnection().CreateCommand();
        ask.CommandText = IsEmbedded
            ? "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'"
            : "SELECT COUNT(to_regclass('\"__EFMigrationsHistory\"'))";
        if (await Count(ask, ct) == 0)
            return false;
        var known = IsEmbedded ? Models.Sqlite.KnownMigrations.Ids : Models.Postgres.KnownMigrations.Ids;
        ask.CommandText = $"""SELECT COUNT(*) FROM "__EFMigrationsHistory" WHERE "MigrationId" IN ('{string.Join("', '", known)}')""";
        return await Count(ask, ct) == known.Length;
    }

    private static async Task<long> Count(DbCommand ask, CancellationToken ct) =>
        Convert.ToInt64(await ask.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);

    /// <summary>Brings the schema up to date and sets the embedded database to write ahead.</summary>
    public async Task Prepare(IDbContextFactory<HallDb> contexts, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Migrating compares the whole model with its history first; where nothing is to be done, that would be half of a start.
        if (!await IsUpToDate(db, ct))
            await db.Database.MigrateAsync(ct);
        Ids.Follow(await db.Facts.MaxAsync(f => (long?)f.Id, ct) ?? 0);
        Ids.Follow(await db.Set<LogRun>().MaxAsync(r => (long?)r.Id, ct) ?? 0);
        if (!IsEmbedded)
            return;
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        // An answered commit is on disk: FULL (2) flushes the write-ahead log at each commit. The library is built so; make sure of it.
        await db.Database.OpenConnectionAsync(ct);
        await using var ask = db.Database.GetDbConnection().CreateCommand();
        ask.CommandText = "PRAGMA synchronous";
        if (await Count(ask, ct) < 2)
            throw new InvalidOperationException(
                "This build of the embedded database does not flush each commit; the house does not open on it."
            );
    }
}
