using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
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
    private const int RunsAtOnce = 200;

    public async IAsyncEnumerable<Finding> Examine([EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var finding in Log(ct))
            yield return finding;
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var fact in await Unnamed(db, ct))
            yield return new($"facts {fact}", "no run of the log names this fact");
        foreach (var run in await db.Set<LogRun>().AsNoTracking().Where(r => r.First == null).ToListAsync(ct))
        {
            var ids = run.FactIds;
            if (await db.Facts.CountAsync(f => ids.Contains(f.Id), ct) != ids.Count)
                yield return new($"log_runs {run.Id}", "a fact of this run is gone before it entered the log");
        }
        var types = db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IRecorded))).ToList();
        foreach (var type in types.Where(t => !t.ClrType.IsAbstract))
        {
            await foreach (var finding in Records(type, ct))
                yield return finding;
        }
        foreach (var type in types.Where(t => t.ClrType.IsAssignableTo(typeof(IArchived))))
        {
            await foreach (var finding in Batches(type, ct))
                yield return finding;
        }
        foreach (var gone in await Gone(db, [.. types.Select(t => t.GetTableName()!).Distinct()], ct))
            yield return new("facts", $"the record {gone} is gone, but facts tell of it");
    }

    /// <summary>Every fact, in the order of the log, must give the tree whose root was signed; every checkpoint must be one of ours.</summary>
    private async IAsyncEnumerable<Finding> Log([EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (tree, size) = (new TileTree(new Memory()), 0L);
        var checkpoints = await db.Set<LogCheckpoint>().AsNoTracking().OrderBy(c => c.Number).ToListAsync(ct);
        var next = 0;
        await foreach (var (place, fact) in InTheLog(db, checkpoints.Count > 0 ? checkpoints[^1].Size : 0, ct))
        {
            if (place < size && fact is not null)
                yield return new("log_runs", $"two facts stand at place {place} of the log");
            // Before a fact, and behind the last one, there may be leaves that hold nothing.
            while (size <= place)
            {
                var leaf = size == place && fact is not null ? PublicLog.LeafHash(fact) : journal.CoverLeaf(size);
                // That nothing was there is told by the leaf that was entered; whether that leaf stands is told by the signed root.
                if ((size < place || fact is null) && !await IsEntered(leaf, size))
                {
                    yield return new("facts", $"the fact at place {size} of the log is missing");
                    yield break;
                }
                await tree.Append([leaf], ct);
                size++;
                while (next < checkpoints.Count && checkpoints[next].Size == size)
                {
                    if (await Wrong(checkpoints[next], tree, ct) is { } wrong)
                        yield return new($"log_checkpoints {checkpoints[next].Number}", wrong);
                    next++;
                }
            }
        }
        if (next < checkpoints.Count)
            yield return new("facts", $"{size} facts are in the log, but a checkpoint was signed for {checkpoints[^1].Size}");

        async ValueTask<bool> IsEntered(byte[] leaf, long place) =>
            await PublicLog.Tile(db, 0, place / LogTile.Width, ct) is { } tile
            && (int)(place % LogTile.Width) is var at
            && at < tile.Count
            && tile.Hashes.AsSpan(at * MerkleHash.Size, MerkleHash.Size).SequenceEqual(leaf);
    }

    /// <summary>The facts at their places, in the order of the log; none where a run names one that is gone, and at the last place that was signed.</summary>
    private static async IAsyncEnumerable<(long Place, Fact? Fact)> InTheLog(
        HallDb db,
        long signed,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var seen = -1L;
        while (true)
        {
            var runs = await db.Set<LogRun>()
                .AsNoTracking()
                .Where(r => r.First > seen)
                .OrderBy(r => r.First)
                .Take(RunsAtOnce)
                .ToListAsync(ct);
            var ids = runs.SelectMany(run => run.FactIds).ToList();
            var facts = await db.Facts.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
            foreach (var run in runs)
            foreach (var (at, id) in run.FactIds.Index())
                yield return (run.First!.Value + at, facts.GetValueOrDefault(id));
            if (runs.Count < RunsAtOnce)
                break;
            seen = runs[^1].First!.Value;
        }
        yield return (signed - 1, null);
    }

    /// <summary>Facts that the house did not record: no run of the log names them.</summary>
    private static Task<List<long>> Unnamed(HallDb db, CancellationToken ct) =>
        db
            .Database.SqlQuery<long>(
                $"""
                SELECT f."Id" AS "Value" FROM facts AS f LEFT JOIN log_runs AS r ON r."Id" = f."Run"
                WHERE r."Id" IS NULL OR ' ' || r."Facts" || ' ' NOT LIKE '% ' || f."Id" || ' %'
                """
            )
            .ToListAsync(ct);

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
        var columns = RowDigest.RecordedOf(type);
        var id = IndexOf(columns, nameof(IRecorded.Id));
        var batch = IndexOf(columns, nameof(IArchived.Batch));
        var archived = type.ClrType.IsAssignableTo(typeof(IArchived));
        var seen = long.MinValue;
        while (true)
        {
            var rows = await Page(db, type, columns, seen, ct);
            foreach (var row in rows)
            {
                seen = (long)row[id]!;
                var record = seen;
                if (archived && row[batch] is not null)
                    continue; // its batch speaks for it
                var last = await db
                    .Facts.AsNoTracking()
                    .Where(f => f.Subject == record)
                    .OrderByDescending(f => f.Id)
                    .Select(f => f.After)
                    .FirstOrDefaultAsync(ct);
                if (last is null)
                    yield return new($"{table} {record}", "no fact tells of this row");
                else if (!last.AsSpan().SequenceEqual(RowDigest.Of(type, row)))
                    yield return new($"{table} {record}", "the row is not as its last fact left it");
            }
            if (rows.Count < AtOnce)
                yield break;
        }
    }

    /// <summary>The rows of every archive that was taken over must give the digest that was recorded for it.</summary>
    private async IAsyncEnumerable<Finding> Batches(IEntityType type, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var table = type.GetTableName()!;
        var columns = RowDigest.RecordedOf(type);
        var (id, batch) = (IndexOf(columns, nameof(IRecorded.Id)), IndexOf(columns, nameof(IArchived.Batch)));
        var sums = new Dictionary<long, (IncrementalHash Digest, int Rows)>();
        var seen = long.MinValue;
        while (true)
        {
            var rows = await Page(db, type, columns, seen, ct);
            foreach (var row in rows)
            {
                seen = (long)row[id]!;
                if (row[batch] is not long of)
                    continue;
                if (!sums.TryGetValue(of, out var sum))
                    sum = (IncrementalHash.CreateHash(HashAlgorithmName.SHA256), 0);
                sum.Digest.AppendData(RowDigest.Of(type, row));
                sums[of] = (sum.Digest, sum.Rows + 1);
            }
            if (rows.Count < AtOnce)
                break;
        }
        foreach (var known in await db.Set<ArchiveBatch>().AsNoTracking().Where(b => b.Table == table).ToListAsync(ct))
        {
            var (digest, rows) = sums.Remove(known.Id, out var sum) ? sum : (IncrementalHash.CreateHash(HashAlgorithmName.SHA256), 0);
            if (rows != known.Rows)
                yield return new($"{table} of batch {known.Id}", $"{known.Rows} rows were taken over, {rows} are there");
            else if (Convert.ToHexStringLower(digest.GetHashAndReset()) != known.Digest)
                yield return new($"{table} of batch {known.Id}", "a row is not as it was taken over");
            digest.Dispose();
        }
        foreach (var (stray, left) in sums)
        {
            yield return new($"{table} of batch {stray}", "no archive of this number was taken over");
            left.Digest.Dispose();
        }
    }

    private static int IndexOf(IReadOnlyList<IProperty> columns, string name) => columns.ToList().FindIndex(c => c.Name == name);

    private static Task<List<object?[]>> Page(
        HallDb db,
        IEntityType type,
        IReadOnlyList<IProperty> columns,
        long after,
        CancellationToken ct
    ) =>
        (Task<List<object?[]>>)
            typeof(Doctor)
                .GetMethod(nameof(PageOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(type.ClrType)
                .Invoke(null, [db, columns, after, ct])!;

    /// <summary>Reads the columns and not the objects: a property that is computed from others would hide what its column says.</summary>
    private static Task<List<object?[]>> PageOf<T>(HallDb db, IReadOnlyList<IProperty> columns, long after, CancellationToken ct)
        where T : class, IRecorded
    {
        var row = Expression.Parameter(typeof(T));
        var values = columns.Select(column =>
            Expression.Convert(
                Expression.Call(typeof(EF), nameof(EF.Property), [column.ClrType], row, Expression.Constant(column.Name)),
                typeof(object)
            )
        );
        return db.Set<T>()
            .AsNoTracking()
            .Where(r => EF.Property<long>(r, "Id") > after)
            .OrderBy(r => EF.Property<long>(r, "Id"))
            .Take(AtOnce)
            .Select(Expression.Lambda<Func<T, object?[]>>(Expression.NewArrayInit(typeof(object), values), row))
            .ToListAsync(ct);
    }

    /// <summary>Records that facts tell of and that stand in no table any more.</summary>
    private static Task<List<long>> Gone(HallDb db, IReadOnlyList<string> tables, CancellationToken ct)
    {
        var nowhere = tables.Select(table => $"""NOT EXISTS (SELECT 1 FROM "{table}" AS r WHERE r."Id" = f."Subject")""");
        var sql = $"""SELECT DISTINCT f."Subject" AS "Value" FROM facts AS f WHERE {string.Join(" AND ", nowhere)}""";
        return db.Database.SqlQueryRaw<long>(sql).ToListAsync(ct);
    }

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
