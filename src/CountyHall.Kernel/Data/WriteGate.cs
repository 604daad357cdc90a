using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CountyHall.Kernel.Data;

/// <summary>One door for all writes of this process to the embedded database, which has one writer; always open on PostgreSQL.</summary>
/// <remarks>Without it the driver sleeps and retries, and single waits grow to seconds.</remarks>
public sealed class WriteGate(bool oneWriter) : IDisposable
{
    private readonly SemaphoreSlim door = new(1, 1);

    /// <summary>Whether this process is the only writer of an embedded database.</summary>
    public bool OneWriter { get; } = oneWriter;

    public async Task<IDisposable> Enter(CancellationToken ct = default)
    {
        if (!OneWriter)
            return new Leaving(null);
        await door.WaitAsync(ct);
        return new Leaving(door);
    }

    public void Dispose() => door.Dispose();

    private sealed class Leaving(SemaphoreSlim? door) : IDisposable
    {
        public void Dispose() => door?.Release();
    }
}

/// <summary>Saves outside the writer (the identity library's own) wait at the same door.</summary>
public sealed class WriteGateInterceptor(WriteGate gate) : SaveChangesInterceptor
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbContext, IDisposable> inside = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        // Inside a transaction the writer holds the door already.
        if (eventData.Context is { Database.CurrentTransaction: null } db)
            inside.AddOrUpdate(db, await gate.Enter(cancellationToken));
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Leave(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    private void Leave(DbContext? db)
    {
        if (db is not null && inside.TryGetValue(db, out var held))
        {
            inside.Remove(db);
            held.Dispose();
        }
    }
}
