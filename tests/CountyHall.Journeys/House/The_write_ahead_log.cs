using CountyHall.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CountyHall.Journeys.House;

/// <summary>The embedded database writes ahead; the log is flushed and carried over beside the writer.</summary>
public sealed class The_write_ahead_log : IDisposable
{
    private const int PageBytes = 4096;
    private static readonly CarryPace Often = new(200, 400, 50);

    private readonly string folder = Directory.CreateTempSubdirectory("countyhall-ahead-").FullName;

    private string Database => Path.Combine(folder, "hall.db");

    [Fact]
    public async Task It_begins_anew_while_others_write_and_read_and_nothing_is_lost()
    {
        const int Rows = 3_000;
        await using (var writer = await OpenAhead())
        {
            await using var carrying = new CarryOver(writer, NullLogger.Instance, Often);
            await using var reader = Open();
            for (var row = 0; row < Rows; row++)
            {
                carrying.BetweenTransactions();
                Put(writer, row);
                if (row % 10 == 0)
                    Ask(reader, "SELECT COUNT(*) FROM rows").ShouldBe(row + 1);
            }
            // Each row is a page or two of the log, which would be so long by now.
            LogBytes.ShouldBeLessThan(Rows * PageBytes / 2);
        }
        SqliteConnection.ClearAllPools();
        await using var again = Open();
        Ask(again, "SELECT COUNT(*) FROM rows WHERE length(body) = 3000").ShouldBe(Rows);
        Ask(again, "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'").ShouldBe(0);
    }

    [Fact]
    public async Task A_long_read_keeps_it_and_after_that_it_begins_anew()
    {
        await using var writer = await OpenAhead();
        await using var carrying = new CarryOver(writer, NullLogger.Instance, Often);
        Put(writer, -1);
        await using var reader = Open();
        await using (var reading = reader.BeginTransaction(deferred: true))
        {
            Ask(reader, "SELECT COUNT(*) FROM rows").ShouldBe(1);
            Write(0, 1_500);
            Ask(reader, "SELECT COUNT(*) FROM rows").ShouldBe(1);
        }
        LogBytes.ShouldBeGreaterThan(1_500 * PageBytes);

        const int Last = 50_000;
        var (rows, before) = (1_500, 0L);
        // It has begun anew once writing makes it no longer.
        while (before != LogBytes && rows < Last)
        {
            before = LogBytes;
            Write(rows, rows += 500);
        }
        rows.ShouldBeLessThan(Last);
        Ask(reader, "SELECT COUNT(*) FROM rows").ShouldBe(rows + 1);

        void Write(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                carrying.BetweenTransactions();
                Put(writer, row);
            }
        }
    }

    [Fact]
    public async Task Whoever_asks_for_a_flush_is_told_also_when_the_house_closes()
    {
        await using var writer = await OpenAhead();
        var asked = new List<Task>();
        using (var ahead = new WriteAheadLog(writer))
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(ahead.Flush)));
            await Task.Yield(); // off the flushing thread
            for (var row = 0; row < 100; row++)
            {
                Put(writer, row);
                asked.Add(ahead.Flush());
            }
        }
        asked.ShouldAllBe(flush => flush.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_database_that_does_not_write_ahead_has_no_log_to_flush()
    {
        await using var plain = Open();
        Put(plain, 0);
        Should.Throw<FileNotFoundException>(() => new WriteAheadLog(plain));
    }

    private long LogBytes => new FileInfo($"{Database}-wal").Length;

    private async Task<SqliteConnection> OpenAhead()
    {
        var connection = Open();
        await using var set = connection.CreateCommand();
        set.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0";
        await set.ExecuteNonQueryAsync();
        return connection;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Database}");
        connection.Open();
        using var make = connection.CreateCommand();
        make.CommandText = "CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL)";
        make.ExecuteNonQuery();
        return connection;
    }

    private static void Put(SqliteConnection connection, int row)
    {
        using var put = connection.CreateCommand();
        put.CommandText = "INSERT INTO rows (id, body) VALUES ($id, $body)";
        put.Parameters.AddWithValue("$id", row);
        put.Parameters.AddWithValue("$body", new string('b', 3_000));
        put.ExecuteNonQuery();
    }

    private static long Ask(SqliteConnection connection, string sql)
    {
        using var ask = connection.CreateCommand();
        ask.CommandText = sql;
        return (long)ask.ExecuteScalar()!;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
