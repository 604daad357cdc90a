using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace CountyHall.Kernel.Data;

/// <summary>The one writer of this process: takes up to 64 waiting units of work into one transaction and answers each after the commit.</summary>
/// <remarks>
/// A unit that is refused or breaks a constraint leaves nothing behind and disturbs no neighbour: where one has to be undone alone, each gets a
/// savepoint. Whoever got an answer has it on disk. The embedded database has one writer anyway; on PostgreSQL the same shape saves a flush a
/// case and holds the row of a serial number for one batch at a time. See docs/decisions/0002-one-writer.md.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process; the channel is completed by StopAsync.")]
public sealed class HallWriter(IDbContextFactory<HallDb> contexts, WriteGate gate, FreshLeaves leaves, ILogger<HallWriter> log)
    : IAsyncDisposable
{
    private const int MostInOneCommit = 64;
    private const int FewestAtOnce = 4;

    private readonly Channel<Unit> waiting = System.Threading.Channels.Channel.CreateBounded<Unit>(
        new BoundedChannelOptions(4096) { SingleReader = true }
    );
    private readonly Lock starting = new();
    private Task? loop;
    private Seat? seat;
    private long commits;
    private int asked;
    private Exception? lost;

    /// <summary>Raised with each commit of this process: while it stands still, what was read from here still holds.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Somebody waits for an answer.</summary>
    public bool IsBusy => Volatile.Read(ref asked) > 0;

    /// <summary>Runs a unit of work and answers once it is durable. The same key again gives the first answer and does nothing twice.</summary>
    /// <param name="work">Reads, decides, changes and records, all in <paramref name="work"/>'s own context; a refusal undoes all of it.</param>
    public Task<Result<T>> Write<T>(Occasion on, Func<HallDb, Task<Result<T>>> work, CancellationToken ct = default)
        where T : notnull => Ask(new Unit<T>(on.StoredKey, work), ct);

    /// <summary>Work that answers nothing and cannot be refused: drafts as typed, the public log, jobs done.</summary>
    public Task Write(Func<HallDb, Task> work, CancellationToken ct = default) =>
        Ask(
            new Unit<int>(
                null,
                async db =>
                {
                    await work(db);
                    return 0;
                }
            ),
            ct
        );

    private async Task<Result<T>> Ask<T>(Unit<T> unit, CancellationToken ct)
        where T : notnull
    {
        Start();
        Interlocked.Increment(ref asked);
        try
        {
            await waiting.Writer.WriteAsync(unit, ct);
            // From here on the work is under way: giving up waiting would not undo it.
            return await unit.Answer;
        }
        finally
        {
            Interlocked.Decrement(ref asked);
        }
    }

    private void Start()
    {
        if (loop is not null)
            return;
        lock (starting)
            loop ??= Task.Run(Run);
    }

    private async Task Run()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            var batch = new List<Unit>();
            var most = MostAtOnce();
            while (batch.Count < most && waiting.Reader.TryRead(out var unit))
                batch.Add(unit);
            try
            {
                await Commit(batch);
            }
            catch (Exception fault)
            {
                log.LogError(fault, "A commit of {Units} units failed; each was told.", batch.Count);
                foreach (var unit in batch)
                    unit.Fail(fault);
            }
        }
    }

    /// <summary>
    /// Where a commit is flushed beside the writer, half of those who wait: while these are written the others are answered and ask again. Taken all
    /// together they come back all together, and the writer waits for them. PostgreSQL flushes within the commit, and shares that among as many as it can.
    /// </summary>
    private int MostAtOnce() =>
        gate.OneWriter ? Math.Clamp((Volatile.Read(ref asked) + 1) / 2, FewestAtOnce, MostInOneCommit) : MostInOneCommit;

    private async Task Commit(List<Unit> batch)
    {
        if (Volatile.Read(ref lost) is { } fault)
            throw new InvalidOperationException(
                "The disk did not keep an earlier commit. Open the house again: it reads back what there is.",
                fault
            );
        using var alone = await gate.Enter();
        if (await CommitPlainly(batch))
            return;
        for (var done = 0; done < batch.Count; )
            done += await CommitFrom(batch, done);
    }

    /// <summary>All units in one transaction without savepoints: a copy of each page they touch on the embedded database, two answers to wait for on PostgreSQL.</summary>
    /// <returns>False where a unit would have to be undone alone: then all are undone, and each is run again with a savepoint of its own.</returns>
    private async Task<bool> CommitPlainly(List<Unit> batch)
    {
        try
        {
            seat ??= await Seat.Take(contexts, log);
            await using var transaction = await seat.Begin(undoesAll: true);
            foreach (var unit in batch)
            {
                var before = seat.Changes();
                try
                {
                    if (await unit.Run(seat.Db))
                        await seat.Save();
                    else if (before is null || seat.Changes() != before)
                        return false;
                    else
                        await unit.AnswerAgain(seat.Db);
                }
                catch
                {
                    // Whose fault it is, and whether it is one, is found out when the units are run with savepoints.
                    return false;
                }
                finally
                {
                    seat.Db.Forget();
                }
            }
            seat.PutInLast();
            await transaction.CommitAsync();
            Interlocked.Increment(ref commits);
        }
        catch
        {
            await LeaveSeat();
            throw;
        }
        _ = TellWhenDurable(seat, batch);
        leaves.Keep(seat.Facts);
        return true;
    }

    /// <summary>Whoever gets an answer has it on disk. The writer does not wait for the disk: it goes on with the next units.</summary>
    private async Task TellWhenDurable(Seat seat, List<Unit> committed)
    {
        try
        {
            await seat.Durable();
        }
        catch (Exception fault)
        {
            // Nobody knows now what is on disk, and what is built upon it would be lost with it.
            Volatile.Write(ref lost, fault);
            log.LogCritical(fault, "A commit of {Units} units could not be flushed to disk; nothing is written any more.", committed.Count);
            foreach (var unit in committed)
                unit.Fail(fault);
            return;
        }
        foreach (var unit in committed)
            unit.Tell();
    }

    /// <summary>Commits units from a place on. Answers how many; fewer than were left where another node waits for what these hold.</summary>
    private async Task<int> CommitFrom(List<Unit> batch, int first)
    {
        var next = first;
        try
        {
            seat ??= await Seat.Take(contexts, log);
            await using var transaction = await seat.Begin(undoesAll: false);
            while (next < batch.Count && await RunOne(seat, transaction, batch[next]))
                next++;
            seat.PutInLast();
            await transaction.CommitAsync();
            Interlocked.Increment(ref commits);
        }
        catch
        {
            await LeaveSeat();
            throw;
        }
        _ = TellWhenDurable(seat, batch[first..next]);
        return next - first;
    }

    /// <summary>A broken connection is not sat on again.</summary>
    private async Task LeaveSeat()
    {
        if (seat is { } broken)
            await broken.DisposeAsync();
        seat = null;
    }

    /// <summary>Answers false where the unit is to be run again in a transaction that holds nothing yet.</summary>
    private static async Task<bool> RunOne(Seat seat, IDbContextTransaction transaction, Unit unit)
    {
        const string Mark = "unit";
        var db = seat.Db;
        await transaction.CreateSavepointAsync(Mark);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await unit.Run(db))
                {
                    await seat.Save();
                    await transaction.ReleaseSavepointAsync(Mark);
                    return true;
                }
                await Undo();
                // Refused: perhaps because this very command was carried out before.
                await unit.AnswerAgain(db);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < 3)
            {
                // Another node moved the record between our read and our save: read again and decide again.
                await transaction.RollbackToSavepointAsync(Mark);
            }
            catch (Exception fault)
            {
                await Undo();
                if (IsDeadlock(fault) && unit.MayRunAgain())
                    return false;
                if (fault is not (DbUpdateException or DbException) || !await unit.AnswerAgain(db))
                    unit.Fail(fault);
                return true;
            }
            finally
            {
                db.Forget();
            }
        }

        async Task Undo()
        {
            await transaction.RollbackToSavepointAsync(Mark);
            await transaction.ReleaseSavepointAsync(Mark);
            db.Forget();
        }
    }

    /// <summary>Two nodes took the same rows in another order, and the database let the other one go first (SQLSTATE 40P01, 40001).</summary>
    private static bool IsDeadlock(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { SqlState: "40P01" or "40001" })
                return true;
        }
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        if (loop is { } running)
            await running;
        if (seat is { } last)
            await last.DisposeAsync();
    }

    /// <summary>The writer's own context and open connection, kept from commit to commit.</summary>
    private sealed class Seat : IAsyncDisposable
    {
        private readonly RowAppender? appender;
        private readonly KeptStatements kept;
        private readonly WriteAheadLog? ahead;
        private readonly CarryOver? carrying;

        private Seat(HallDb db, WriteAheadLog? ahead, CarryOver? carrying)
        {
            (Db, this.ahead, this.carrying) = (db, ahead, carrying);
            var connection = db.Database.GetDbConnection();
            db.Kept = kept = new KeptStatements(connection);
            appender = connection is SqliteConnection embedded ? new RowAppender(embedded) : null;
            // A further journey for each commit would cost PostgreSQL more than a further row for each unit.
            db.RunsComeLast = appender is not null;
        }

        public HallDb Db { get; }

        /// <summary>What the units of the transaction under way have recorded and will not be undone alone.</summary>
        public List<Fact> Facts { get; private set; } = [];

        public static async Task<Seat> Take(IDbContextFactory<HallDb> contexts, ILogger log)
        {
            var db = await contexts.CreateDbContextAsync();
            await db.Database.OpenConnectionAsync();
            db.Database.AutoSavepointsEnabled = false;
            if (db.Database.GetDbConnection() is not SqliteConnection embedded)
                return new Seat(db, null, null);
            // Scratch stays in memory, and so do the pages that every case touches; not more, because the library goes through all that it holds at
            // nearly every commit. The flush of each commit is ours, and so is carrying over; NORMAL still flushes before pages are carried.
            await db.Database.ExecuteSqlRawAsync(
                "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0"
            );
            return new Seat(db, new WriteAheadLog(embedded), new CarryOver(embedded, log, CarryPace.Usual));
        }

        /// <param name="undoesAll">No unit is undone without the others, so that what all of them take may be noted at the end.</param>
        public Task<IDbContextTransaction> Begin(bool undoesAll)
        {
            carrying?.BetweenTransactions();
            Facts = [];
            Db.BeginRun();
            Db.Numbers = undoesAll && appender is not null ? new NumbersAtHand() : null;
            return Db.Database.BeginTransactionAsync();
        }

        /// <summary>Done when what is committed by now is on disk; on PostgreSQL it is as soon as it is committed.</summary>
        public Task Durable() => ahead?.Flush() ?? Task.CompletedTask;

        /// <summary>How many rows this connection to the embedded database has changed so far, and numbers taken; PostgreSQL does not say.</summary>
        public int? Changes() =>
            Db.Database.GetDbConnection() is SqliteConnection embedded
                ? SQLitePCL.raw.sqlite3_total_changes(embedded.Handle!) + (Db.Numbers?.Taken ?? 0)
                : null;

        public async Task Save()
        {
            await SaveOnce();
            if (await Db.RunEnds())
                await SaveOnce();
            Facts.AddRange(Db.Saved);
        }

        /// <summary>What the whole transaction shares, where it is not put in with each unit: the numbers taken, and the runs with which its facts enter the public log.</summary>
        public void PutInLast()
        {
            Db.Numbers?.Write(kept);
            if (appender is null)
                return;
            Db.AppendRuns(Facts);
            appender.Append(Db);
        }

        private async Task SaveOnce()
        {
            Db.MakeReady();
            if (appender is null || appender.Append(Db))
                await Db.SaveMadeReady();
        }

        public async ValueTask DisposeAsync()
        {
            ahead?.Dispose();
            if (carrying is not null)
                await carrying.DisposeAsync();
            appender?.Dispose();
            kept.Dispose();
            Db.Kept = null;
            // Its settings are the writer's alone: nobody is to find this connection in the pool.
            if (Db.Database.GetDbConnection() is SqliteConnection embedded)
                SqliteConnection.ClearPool(embedded);
            await Db.DisposeAsync();
        }
    }

    private abstract class Unit
    {
        private const int MostRuns = 10;
        private int runs;

        public bool MayRunAgain() => ++runs < MostRuns;

        /// <summary>True: save it. False: refused, undo it.</summary>
        public abstract Task<bool> Run(HallDb db);

        /// <summary>Looks for the fact that an earlier command of the same key recorded; true if that is now the answer.</summary>
        public abstract Task<bool> AnswerAgain(HallDb db);

        public abstract void Tell();

        public abstract void Fail(Exception fault);
    }

    private sealed class Unit<T>(string? key, Func<HallDb, Task<Result<T>>> work) : Unit
        where T : notnull
    {
        private readonly TaskCompletionSource<Result<T>> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Result<T>? result;
        private Exception? broken;

        public Task<Result<T>> Answer => told.Task;

        public override async Task<bool> Run(HallDb db)
        {
            result = await work(db);
            return result is Result<T>.Done;
        }

        public override async Task<bool> AnswerAgain(HallDb db)
        {
            if (key is null)
                return false;
            var first = await db.Facts.AsNoTracking().FirstOrDefaultAsync(f => f.Key == key);
            if (first is null)
                return false;
            result = first.Kind == Recording.KindOf(typeof(T)) ? first.Read<T>() : new KeyUsedAlready();
            return true;
        }

        public override void Tell()
        {
            if (broken is { } fault)
                told.TrySetException(fault);
            else
                told.TrySetResult(result!);
        }

        public override void Fail(Exception fault)
        {
            broken = fault;
            told.TrySetException(fault);
        }
    }
}

public sealed record KeyUsedAlready()
    : Refusal(
        ("这个请求编号已经用于另一项操作。", "This key was used for another command."),
        ("每项操作用一个新的编号；重试同一项操作时才用原来的编号。", "Use a fresh key for each command, and the same one only for a retry.")
    );
