using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace CountyHall.Kernel.Data;

/// <summary>Carries what the write-ahead log of the embedded database holds over into the database, so that the log begins anew and stays short.</summary>
/// <remarks>
/// SQLite would do it within a commit, behind which everybody waits. Here the bulk is carried by a connection of its own while the writer goes on;
/// only what was written meanwhile the writer carries itself, between two transactions, because the log can begin anew only when nobody writes.
/// </remarks>
internal sealed class CarryOver : IAsyncDisposable
{
    /// <summary>Whoever reads from the log keeps it from beginning anew; most reads are over at the next commit.</summary>
    private const int MostTries = 16;

    private readonly SqliteConnection writer;
    private readonly SqliteConnection own;
    private readonly ILogger log;
    private readonly CarryPace pace;
    private Task? bulk;
    private int carriedAt;
    private int begunAt;
    private int tries;

    /// <param name="writer">Open for as long as this is. While it writes, nothing is asked of it from here but one counter, which SQLite guards.</param>
    public CarryOver(SqliteConnection writer, ILogger log, CarryPace pace)
    {
        (this.writer, this.log, this.pace) = (writer, log, pace);
        own = new SqliteConnection(new SqliteConnectionStringBuilder(writer.ConnectionString) { Pooling = false }.ConnectionString);
        own.Open();
        WriteAheadLog.Enter(own);
        carriedAt = begunAt = Written();
    }

    /// <summary>Called by the writer while no transaction is under way.</summary>
    public void BetweenTransactions()
    {
        if (bulk is { IsCompleted: false })
            return;
        var written = Written();
        if (bulk is null)
        {
            if (written - carriedAt >= pace.Bulk)
                Start(written);
        }
        else if (written - begunAt < pace.Most)
        {
            bulk = null;
        }
        else if (Carry(writer, raw.SQLITE_CHECKPOINT_RESTART) || ++tries == MostTries)
        {
            (bulk, begunAt, tries) = (null, written, 0);
        }
    }

    private void Start(int written)
    {
        carriedAt = written;
        var rounds = written - begunAt < pace.Most ? 1 : 3;
        bulk = Task.Factory.StartNew(
            () => CarryBulk(rounds),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    /// <summary>Pages that the writer's connection has put into the log since it was opened.</summary>
    private int Written()
    {
        raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 0);
        return pages;
    }

    /// <summary>Until few pages are left: carrying takes time, in which the writer adds some.</summary>
    private void CarryBulk(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var before = Written();
            if (!Carry(own, raw.SQLITE_CHECKPOINT_PASSIVE) || Written() - before < pace.Few)
                return;
        }
    }

    /// <returns>False where others are in the way; what is left is carried the next time.</returns>
    private bool Carry(SqliteConnection connection, int how)
    {
        var said = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", how, out _, out _);
        if (said is not (raw.SQLITE_OK or raw.SQLITE_BUSY))
            log.LogError("The write-ahead log could not be carried over (SQLite says {Code}); it grows until it can.", said);
        return said == raw.SQLITE_OK;
    }

    public async ValueTask DisposeAsync()
    {
        if (bulk is { } running)
            await running;
        await own.DisposeAsync();
    }
}

/// <summary>How often the write-ahead log is carried over, in pages of 4 kB.</summary>
/// <param name="Bulk">So many are carried at once. The same hot pages are written at every commit, and carrying them seldom saves most of that.</param>
/// <param name="Most">After so many the log begins anew: only then the database itself is flushed, and the writer waits for that.</param>
/// <param name="Few">So many the writer carries itself.</param>
internal sealed record CarryPace(int Bulk, int Most, int Few)
{
    /// <summary>Every 128 MB, and anew after 256 MB.</summary>
    public static readonly CarryPace Usual = new(32_000, 64_000, 1_000);
}
