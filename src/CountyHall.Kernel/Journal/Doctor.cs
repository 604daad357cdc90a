using System.Runtime.CompilerServices;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CountyHall.Kernel.Journal;

/// <summary>Something that is not as it was recorded.</summary>
/// <param name="Where">Table and id.</param>
public sealed record Finding(string Where, string What);

/// <summary>Compares the database with what was recorded: facts with the public log, records with their last fact.</summary>
/// <remarks>A row changed by hand no longer has the digest of its last fact; a fact changed or removed no longer fits the signed log.</remarks>
public sealed class Doctor(IDbContextFactory<HallDb> contexts, PublicLog journal)
{
    private const int AtOnce = 2_000;

    public async IAsyncEnumerable<Finding> Examine([EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var finding in Log(ct))
            yield return finding;
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.BaseType is null && t.ClrType.IsAssignableTo(typeof(IRecorded))))
        {
            await foreach (var finding in Records(type, ct))
                yield return finding;
        }
    }

    /// <summary>Every fact, in the order of the log, must give the tree whose root was signed; every checkpoint must be one of ours.</summary>
    private async IAsyncEnumerable<Finding> Log([EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (tree, size) = (new TileTree(new Memory()), 0L);
        var checkpoints = await db.Set<LogCheckpoint>().AsNoTracking().OrderBy(c => c.Number).ToListAsync(ct);
        var next = 0;
        while (true)
        {
            var facts = await db.Facts.AsNoTracking().Where(f => f.LogIndex >= size).OrderBy(f => f.LogIndex).Take(AtOnce).ToListAsync(ct);
            foreach (var fact in facts)
            {
                if (fact.LogIndex != size)
                {
                    yield return new("facts", $"the fact at place {size} of the log is missing");
                    yield break;
                }
                await tree.Append([PublicLog.LeafHash(fact)], ct);
                size++;
                while (next < checkpoints.Count && checkpoints[next].Size == size)
                {
                    if (await Wrong(checkpoints[next], tree, ct) is { } wrong)
                        yield return new($"log_checkpoints {checkpoints[next].Number}", wrong);
                    next++;
                }
            }
            if (facts.Count < AtOnce)
                break;
        }
        if (next < checkpoints.Count)
            yield return new("facts", $"{size} facts are in the log, but a checkpoint was signed for {checkpoints[^1].Size}");
    }

    private async Task<string?> Wrong(LogCheckpoint checkpoint, TileTree tree, CancellationToken ct)
    {
        if (!SignedNote.TryParse(checkpoint.Note, out var note) || !note.IsSignedBy(journal.Key))
            return "the signature is not the county's";
        if (!Checkpoint.TryParse(note.Text, out var said) || said.Size != checkpoint.Size)
            return "the note does not belong to this row";
        var root = await tree.Root(tree.Size, ct);
        return said.Root.AsSpan().SequenceEqual(root) ? null : $"a fact before place {checkpoint.Size} was changed after it was signed";
    }

    /// <summary>Every record must read as its last fact left it, and have one.</summary>
    private async IAsyncEnumerable<Finding> Records(IEntityType type, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var table = type.GetTableName();
        var seen = long.MinValue;
        while (true)
        {
            var records = await Page(db, type.ClrType, seen, ct);
            foreach (var record in records)
            {
                seen = record.Id;
                var last = await db
                    .Facts.AsNoTracking()
                    .Where(f => f.Subject == record.Id)
                    .OrderByDescending(f => f.Id)
                    .Select(f => f.After)
                    .FirstOrDefaultAsync(ct);
                if (last is null)
                    yield return new($"{table} {record.Id}", "no fact tells of this row");
                else if (!last.AsSpan().SequenceEqual(RowDigest.Of(db.Entry(record))))
                    yield return new($"{table} {record.Id}", "the row is not as its last fact left it");
            }
            db.ChangeTracker.Clear();
            if (records.Count < AtOnce)
                yield break;
        }
    }

    private static Task<List<IRecorded>> Page(HallDb db, Type type, long after, CancellationToken ct) =>
        (Task<List<IRecorded>>)
            typeof(Doctor)
                .GetMethod(nameof(PageOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(type)
                .Invoke(null, [db, after, ct])!;

    private static async Task<List<IRecorded>> PageOf<T>(HallDb db, long after, CancellationToken ct)
        where T : class, IRecorded =>
        [
            .. await db.Set<T>()
                .Where(r => EF.Property<long>(r, "Id") > after)
                .OrderBy(r => EF.Property<long>(r, "Id"))
                .Take(AtOnce)
                .ToListAsync(ct),
        ];

    /// <summary>The tree is made anew in memory, so that changed tiles cannot hide changed facts.</summary>
    private sealed class Memory : ITileStore
    {
        private readonly Dictionary<(int, long), LogTile> tiles = [];

        public ValueTask<LogTile?> Get(int level, long index, CancellationToken ct = default) =>
            ValueTask.FromResult(tiles.GetValueOrDefault((level, index)));

        public ValueTask Put(LogTile tile, CancellationToken ct = default)
        {
            tiles[(tile.Level, tile.Index)] = tile;
            return ValueTask.CompletedTask;
        }
    }
}
