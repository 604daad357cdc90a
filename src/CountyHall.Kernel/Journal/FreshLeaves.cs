using System.Collections.Concurrent;

namespace CountyHall.Kernel.Journal;

/// <summary>Leaves of facts that were just committed here, so that the public log need not read the facts back to hash them.</summary>
/// <remarks>A saving and no truth: whatever is missing (another node's facts, those of a rush) is read from the database.</remarks>
public sealed class FreshLeaves
{
    /// <summary>More than are committed between two entries in the log; 2 MB at most.</summary>
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<long, byte[]> kept = new();

    /// <summary>Hashes what was committed, on another thread than the writer's.</summary>
    internal void Keep(IReadOnlyList<Fact> committed)
    {
        if (committed.Count > 0)
            ThreadPool.UnsafeQueueUserWorkItem(Hash, committed, preferLocal: false);
    }

    private void Hash(IReadOnlyList<Fact> committed)
    {
        if (kept.Count > MostKept)
            return;
        foreach (var fact in committed.Where(fact => !fact.Quiet))
            kept[fact.Id] = PublicLog.LeafHash(fact);
    }

    internal byte[]? Take(long fact) => kept.TryRemove(fact, out var leaf) ? leaf : null;

    /// <summary>Nothing waits for the log any more: what is still here was entered by another node.</summary>
    internal void Forget() => kept.Clear();
}
