using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace CountyHall.Kernel.Data;

/// <summary>The write-ahead log of the embedded database, flushed to disk beside the writer.</summary>
/// <remarks>
/// A commit appends to this file and is durable once the file is flushed after it. The writer leaves that to a thread of its own and goes on with
/// the next units: disk and processor work side by side, and what was committed during one flush shares the next. Nobody is answered before.
/// What is not yet flushed can be read, and would be gone after a loss of power together with whatever was made from it, in the order of commits.
/// See docs/decisions/0002-one-writer.md.
/// </remarks>
internal sealed class WriteAheadLog : IDisposable
{
    private readonly SafeFileHandle file;
    private readonly Thread thread;
    private readonly object door = new(); // waited at, which a Lock cannot be
    private TaskCompletionSource? next;
    private Exception? broken;
    private bool ended;

    /// <param name="writer">Open on a database that writes ahead, and open for as long as this is.</param>
    public WriteAheadLog(SqliteConnection writer)
    {
        Enter(writer);
        file = File.OpenHandle($"{writer.DataSource}-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        thread = new Thread(Run) { IsBackground = true, Name = "write-ahead log" };
        thread.Start();
    }

    /// <summary>A connection finds the log, or makes it, when it first reads.</summary>
    internal static void Enter(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT COUNT(*) FROM sqlite_schema";
        read.ExecuteScalar();
    }

    /// <summary>Done when all that is committed by now is on disk. What follows upon it runs on the flushing thread and has to be short.</summary>
    /// <remarks>
    /// After a flush that failed nobody knows what is on disk, and a second one may wrongly succeed: from then on every flush fails.
    /// </remarks>
    public Task Flush()
    {
        lock (door)
        {
            if (broken is not null)
                return Task.FromException(broken);
            next ??= new TaskCompletionSource();
            Monitor.Pulse(door);
            return next.Task;
        }
    }

    private void Run()
    {
        while (Take() is { } asked)
        {
            try
            {
                RandomAccess.FlushToDisk(file);
            }
            catch (Exception fault)
            {
                Break(fault);
                asked.SetException(fault);
                return;
            }
            asked.SetResult();
        }
    }

    private TaskCompletionSource? Take()
    {
        lock (door)
        {
            while (next is null && !ended)
                Monitor.Wait(door);
            var asked = next;
            next = null;
            return asked;
        }
    }

    private void Break(Exception fault)
    {
        lock (door)
        {
            broken = fault;
            next?.SetException(fault);
        }
    }

    /// <summary>Waits until whatever was asked for is on disk.</summary>
    public void Dispose()
    {
        lock (door)
        {
            ended = true;
            Monitor.Pulse(door);
        }
        thread.Join();
        file.Dispose();
    }
}
