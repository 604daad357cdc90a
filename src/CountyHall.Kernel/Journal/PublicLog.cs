using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.Journal;

/// <summary>公开日志: every fact, by its hash, in an append-only Merkle tree whose signed checkpoints anyone may keep.</summary>
/// <remarks>
/// The county cannot rewrite its past unseen: whoever kept an earlier checkpoint can show it.
/// Most facts enter within a second. The quiet ones (<see cref="QuietAttribute"/>) enter at fixed instants, always the same number of leaves.
/// </remarks>
public sealed class PublicLog(
    IDbContextFactory<HallDb> contexts,
    PreparedReads reads,
    HallWriter writer,
    FreshLeaves committed,
    Vault vault,
    LogName name,
    LogPace pace,
    TimeProvider time
)
{
    /// <summary>So many facts enter with one commit, behind which whoever writes meanwhile waits.</summary>
    private const int MostAtOnce = 1_000;
    private const int RunsAtOnce = 500;

    private static readonly string ToEnter =
        $"""SELECT "Id", "Facts" FROM log_runs WHERE "First" IS NULL AND NOT "Quiet" ORDER BY "Id" LIMIT {RunsAtOnce}""";

    private readonly NoteSigner signer = vault.Signer(name.Origin);
    private long turnTaken;

    public string Origin => name.Origin;

    /// <summary>The line by which others know the log's key.</summary>
    public VerifierKey Key => signer.Verifier;

    /// <summary>The entry of a fact as it stands in the log, in plain text so that anyone can make its hash again.</summary>
    /// <remarks>Body and record are named by their hashes; the salt keeps a guessable body from being guessed.</remarks>
    public static byte[] Entry(Fact fact) =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                countyhall fact 1
                id {fact.Id}
                subject {fact.Subject}
                kind {fact.Kind}
                occurred {fact.OccurredAt:yyyy-MM-ddTHH:mm:ss.fffZ}
                recorded {fact.RecordedAt:yyyy-MM-ddTHH:mm:ss.fffZ}
                actor {fact.Actor}
                place {fact.Place}
                channel {fact.Channel}
                key {fact.Key}
                body {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fact.Body)))}
                after {Convert.ToHexStringLower(fact.After)}
                salt {Convert.ToHexStringLower(fact.Salt)}

                """
            )
        );

    public static byte[] LeafHash(Fact fact) => MerkleHash.Leaf(Entry(fact));

    /// <summary>Enters the facts that are not in the log yet and signs a checkpoint for each commit. Answers how many were entered.</summary>
    public async Task<int> EnterNew(CancellationToken ct = default)
    {
        for (var all = 0; ; )
        {
            var waiting = await reads.Ask(ToEnter, [], row => (Id: row.GetInt64(0), Facts: LogRun.Read(row.GetString(1))), ct);
            if (waiting.Count == 0)
            {
                committed.Forget();
                return all;
            }
            var turn = waiting[..FitOneTurn(waiting)];
            var leaves = await LeavesOf(turn.SelectMany(run => run.Facts), ct);
            var entered = 0;
            await writer.Write(async db => entered = await Enter(db, turn, leaves), ct);
            all += entered;
            // Where none could enter, another node was first, or a fact is gone: asking at once would not help.
            if (entered == 0 || (turn.Count == waiting.Count && waiting.Count < RunsAtOnce))
                return all;
        }
    }

    private static int FitOneTurn(List<(long Id, IReadOnlyList<long> Facts)> waiting)
    {
        var facts = 0;
        for (var runs = 0; runs < waiting.Count; runs++)
        {
            facts += waiting[runs].Facts.Count;
            if (facts > MostAtOnce && runs > 0)
                return runs;
        }
        return waiting.Count;
    }

    /// <summary>Reading and hashing is done before the writer's turn, while others write.</summary>
    private async Task<Dictionary<long, byte[]>> LeavesOf(IEnumerable<long> facts, CancellationToken ct)
    {
        var leaves = new Dictionary<long, byte[]>();
        var unknown = new List<long>();
        foreach (var id in facts)
        {
            if (committed.Take(id) is { } leaf)
                leaves.Add(id, leaf);
            else
                unknown.Add(id);
        }
        if (unknown.Count > 0)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            foreach (var some in unknown.Chunk(MostAtOnce))
            foreach (var fact in await db.Facts.AsNoTracking().Where(f => some.Contains(f.Id)).ToListAsync(ct))
                leaves.Add(fact.Id, LeafHash(fact));
        }
        return leaves;
    }

    private async Task<int> Enter(HallDb db, List<(long Id, IReadOnlyList<long> Facts)> waiting, Dictionary<long, byte[]> leaves)
    {
        // The row of the checkpoints' own series is the lock between nodes: whoever has it enters, the others wait.
        var number = await db.NextNumber("log");
        var size = await SizeOf(db);
        // Another node may have entered some since they were read.
        var asked = waiting.Select(run => run.Id).ToList();
        var still = await db.Set<LogRun>().Where(r => r.First == null && asked.Contains(r.Id)).Select(r => r.Id).ToHashSetAsync();
        // A fact that was removed by hand before it entered keeps its run waiting, and the doctor tells of it.
        var runs = waiting.Where(run => still.Contains(run.Id) && run.Facts.All(leaves.ContainsKey)).ToList();
        if (runs.Count == 0)
            return 0;
        var places = new List<(long Run, long First)>();
        var end = size;
        foreach (var run in runs)
        {
            places.Add((run.Id, end));
            end += run.Facts.Count;
        }
        await Place(db, places);
        await Append(db, number, size, [.. runs.SelectMany(run => run.Facts).Select(id => leaves[id])], time.Now());
        return (int)(end - size);
    }

    private static async Task<long> SizeOf(HallDb db) => await db.Set<LogCheckpoint>().MaxAsync(c => (long?)c.Size) ?? 0;

    /// <summary>Tells runs where they begin.</summary>
    private static async Task Place(HallDb db, IReadOnlyList<(long Run, long First)> places)
    {
        var told = string.Join(", ", places.Select(place => $"({place.Run}, {place.First})"));
#pragma warning disable EF1002 // Numbers alone.
        await db.Database.ExecuteSqlRawAsync(
            $"""
            UPDATE log_runs SET "First" = told."First" FROM (
              SELECT column1 AS "Id", column2 AS "First" FROM (VALUES {told}) AS pairs
            ) AS told WHERE log_runs."Id" = told."Id"
            """
        );
#pragma warning restore EF1002
    }

    /// <summary>Enters the quiet facts, if an instant of the pace has come since the last time. Answers whether it had.</summary>
    /// <remarks>One row of the database says for which instant it was done, so that it is done once, on whichever node, and made up for after a stop.</remarks>
    public async Task<bool> EnterQuiet(CancellationToken ct = default)
    {
        var turn = pace.TurnAt(time.Now());
        if (Interlocked.Read(ref turnTaken) >= turn)
            return false;
        var entered = false;
        await writer.Write(
            async db =>
            {
                var mine = await db.Database.ExecuteSqlInterpolatedAsync(
                    $"""
                    INSERT INTO serials ("Series", "Last") VALUES ('log-quiet', {turn})
                    ON CONFLICT ("Series") DO UPDATE SET "Last" = {turn} WHERE serials."Last" < {turn}
                    """
                );
                entered = mine > 0;
                if (entered)
                    await EnterQuiet(db, turn);
            },
            ct
        );
        Interlocked.Exchange(ref turnTaken, turn);
        return entered;
    }

    private async Task EnterQuiet(HallDb db, long turn)
    {
        var number = await db.NextNumber("log");
        var size = await SizeOf(db);
        var runs = await db.Set<LogRun>()
            .AsNoTracking()
            .Where(r => r.First == null && r.Quiet)
            .OrderBy(r => r.Id)
            .Take(pace.Leaves)
            .ToListAsync();
        // At random among the empty leaves: whoever holds the proof of one fact cannot count those before it.
        var places = Enumerable.Range(0, pace.Leaves).ToArray();
        RandomNumberGenerator.Shuffle<int>(places);
        var leaves = Enumerable.Range(0, pace.Leaves).Select(i => CoverLeaf(size + i)).ToArray();
        var ids = runs.Select(run => run.FactIds.Single()).ToList();
        var facts = await db.Facts.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
        // A fact that was removed by hand keeps its run waiting, as among the others.
        var there = runs.Where(run => facts.ContainsKey(run.FactIds.Single())).ToList();
        foreach (var (run, place) in there.Zip(places))
            leaves[place] = LeafHash(facts[run.FactIds.Single()]);
        if (there.Count > 0)
            await Place(db, [.. there.Zip(places, (run, place) => (run.Id, size + place))]);
        await Append(db, number, size, leaves, pace.InstantOf(turn));
    }

    private async Task Append(HallDb db, long number, long size, IReadOnlyList<byte[]> leaves, DateTime at)
    {
        var tree = new TileTree(new LogTiles(db), size);
        await tree.Append(leaves);
        var checkpoint = new Checkpoint(Origin, tree.Size, await tree.Root(tree.Size)).SignedBy(signer);
        db.Set<LogCheckpoint>()
            .Add(
                new LogCheckpoint
                {
                    Number = number,
                    Size = tree.Size,
                    Note = checkpoint.ToString(),
                    At = at,
                }
            );
        await db.SaveChangesAsync();
    }

    /// <summary>掩护叶: the leaf that holds nothing, at its place. Nobody can tell it from a fact's without the vault; with it, it is made again.</summary>
    internal byte[] CoverLeaf(long place) =>
        MerkleHash.Leaf(
            Encoding.UTF8.GetBytes(
                $"countyhall cover 1\n{vault.KeyedHash($"{name.Origin}/cover", place.ToString(CultureInfo.InvariantCulture))}\n"
            )
        );

    /// <summary>The newest checkpoint; none while the log is empty.</summary>
    public static Task<LogCheckpoint?> Newest(HallDb db, CancellationToken ct = default) =>
        db.Set<LogCheckpoint>().AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);

    /// <summary>How many facts wait to be entered, but for the quiet ones: of those nobody is told how many there are.</summary>
    public static async Task<int> Waiting(HallDb db, CancellationToken ct = default) =>
        (await db.Set<LogRun>().Where(r => r.First == null && !r.Quiet).Select(r => r.Facts).ToListAsync(ct)).Sum(facts =>
            LogRun.Read(facts).Count
        );

    /// <summary>Where facts stand in the log, from 0, by their ids; those that are not in it yet are left out.</summary>
    public static async Task<IReadOnlyDictionary<long, long>> PlacesOf(
        HallDb db,
        IReadOnlyCollection<Fact> facts,
        CancellationToken ct = default
    )
    {
        var runs = facts.Select(fact => fact.Run).Distinct().ToList();
        return (await db.Set<LogRun>().AsNoTracking().Where(r => r.First != null && runs.Contains(r.Id)).ToListAsync(ct))
            .SelectMany(run => run.FactIds.Select((fact, at) => (Fact: fact, Place: run.First!.Value + at)))
            .ToDictionary(entry => entry.Fact, entry => entry.Place);
    }

    /// <summary>Where a fact stands in the log, from 0; none until it has been entered: a second later, or at the next instant for a quiet one.</summary>
    public static async Task<long?> PlaceOf(HallDb db, Fact fact, CancellationToken ct = default) =>
        (await PlacesOf(db, [fact], ct)).TryGetValue(fact.Id, out var place) ? place : null;

    /// <summary>A stored tile as published: 32-byte hashes one after another; none where the tree does not reach so far.</summary>
    public static async Task<LogTile?> Tile(HallDb db, int level, long index, CancellationToken ct = default) =>
        await new LogTiles(db).Get(level, index, ct);

    /// <summary>The hashes which show that the log of the size <paramref name="to"/> begins with the log of the size <paramref name="from"/>.</summary>
    /// <param name="to">None for the newest checkpoint.</param>
    public static async Task<Result<IReadOnlyList<byte[]>>> Consistency(HallDb db, long from, long? to, CancellationToken ct = default)
    {
        var newest = (await Newest(db, ct))?.Size ?? 0;
        var size = to ?? newest;
        if (from < 0 || from > size || size > newest)
            return new SizesNotInLog(newest);
        return new Result<IReadOnlyList<byte[]>>.Done(await new TileTree(new LogTiles(db), newest).ConsistencyProof(from, size, ct));
    }

    /// <summary>The proof that a fact is in the log, to be kept by whoever it concerns; none until it has been entered.</summary>
    public static async Task<InclusionReceipt?> ReceiptOf(HallDb db, Fact fact, CancellationToken ct = default)
    {
        if (
            await PlaceOf(db, fact, ct) is not { } index
            || await Newest(db, ct) is not { } newest
            || !SignedNote.TryParse(newest.Note, out var note)
        )
            return null;
        var proof = await new TileTree(new LogTiles(db), newest.Size).InclusionProof(index, newest.Size, ct);
        return new InclusionReceipt(note, index, proof);
    }
}

/// <summary>A proof is asked for between sizes that the log never had.</summary>
public sealed record SizesNotInLog(long Newest)
    : Refusal(
        ($"日志现在有 {Newest} 条，问的大小不在这个范围。", $"The log has {Newest} entries now; the sizes asked for do not fit."),
        ("from 不大于 to，to 不大于检查点里的大小。", "Let from be at most to, and to at most the size in the checkpoint.")
    );

/// <summary>The log's name, the same for ever: the site's host and path, such as <c>hall.jiashan.example/log</c>.</summary>
public sealed record LogName(string Origin);

/// <summary>检查点: the state of the log at one moment, signed.</summary>
public sealed class LogCheckpoint
{
    public required long Number { get; init; }
    public required long Size { get; init; }

    /// <summary>The signed note, as published.</summary>
    public required string Note { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LogCheckpoint>
    {
        public void Configure(EntityTypeBuilder<LogCheckpoint> table)
        {
            table.ToTable("log_checkpoints").HasKey(c => c.Number);
            table.Property(c => c.Number).ValueGeneratedNever();
            table.HasIndex(c => c.Size);
        }
    }
}

/// <summary>One stored tile of the tree.</summary>
public sealed class LogTileRow
{
    public required int Level { get; init; }
    public required long Index { get; init; }
    public required byte[] Hashes { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LogTileRow>
    {
        public void Configure(EntityTypeBuilder<LogTileRow> table) => table.ToTable("log_tiles").HasKey(t => new { t.Level, t.Index });
    }
}

/// <summary>The tiles of the log as rows.</summary>
internal sealed class LogTiles(HallDb db) : ITileStore
{
    public async ValueTask<LogTile?> Get(int level, long index, CancellationToken ct = default) =>
        await db.Set<LogTileRow>().FindAsync([level, index], ct) is { } row ? new LogTile(level, index, row.Hashes) : null;

    public async ValueTask Put(LogTile tile, CancellationToken ct = default)
    {
        if (await db.Set<LogTileRow>().FindAsync([tile.Level, tile.Index], ct) is { } row)
            row.Hashes = tile.Hashes;
        else
            db.Set<LogTileRow>()
                .Add(
                    new LogTileRow
                    {
                        Level = tile.Level,
                        Index = tile.Index,
                        Hashes = tile.Hashes,
                    }
                );
    }
}
