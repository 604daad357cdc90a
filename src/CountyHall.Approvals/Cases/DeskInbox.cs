using System.Collections.Concurrent;
using System.Diagnostics;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Cases;

/// <summary>A heap of one or more desks, as its list page shows it.</summary>
public enum Heap
{
    /// <summary>待办</summary>
    ToDo,

    /// <summary>在办</summary>
    Working,

    /// <summary>补正中</summary>
    Correction,

    /// <summary>已办</summary>
    Done,

    /// <summary>超期: the last day has passed and nobody has acted.</summary>
    Overdue,
}

/// <summary>Reads the inboxes: one index range for each desk and tab, never more than a page of it.</summary>
public sealed class DeskInbox(IDbContextFactory<HallDb> contexts, PreparedReads reads, HallWriter writer, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>Counting stops here: nobody reads on, and it costs the same however many there are.</summary>
    public const int CountsTo = 1000;

    private const int MostKept = 1000;
    private const int MostKnown = 5000;

    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);
    private static readonly Tab[] Running = [Tab.ToDo, Tab.Working];
    private static readonly string[] TabNames = Enum.GetNames<Tab>();

    /// <summary>The first page of one tab of one desk and the row behind it: what is read most, by a statement that stays prepared, from the index alone.</summary>
    /// <remarks>The limit stands in the text: where it is bound, the embedded database plans the question anew each time.</remarks>
    private static readonly string FirstPage = $"""
        SELECT "CaseId", "Laid" FROM desk_entries
        WHERE "Division" = @p0 AND "Desk" = @p1 AND "Tab" = @p2 ORDER BY "SortAt", "CaseId" LIMIT {PageSize + 1}
        """;

    private readonly ConcurrentDictionary<(long CaseId, long Laid), DeskEntry> known = new();
    private readonly ConcurrentDictionary<string, Counted> counted = new();

    /// <param name="At">Time stamp of the machine, not of the house.</param>
    private sealed record Counted(long At, long Commits, IReadOnlyDictionary<Heap, int> Counts);

    /// <summary>How many lie on each heap; where nothing was written since, an answer is trusted for a second, for another node may write.</summary>
    /// <param name="items">Only cases of these items; all where none are named.</param>
    public async Task<IReadOnlyDictionary<Heap, int>> Counts(
        string division,
        IReadOnlyList<string> desks,
        IReadOnlyList<Heap> heaps,
        IReadOnlyList<string>? items = null,
        CancellationToken ct = default
    )
    {
        var asked =
            $"{division}|{string.Join(',', desks)}|{string.Join(',', heaps)}|{(items is null ? "*" : string.Join(',', items))}|{time.Now():yyyyMMddHHmm}";
        var commits = writer.Commits;
        if (counted.TryGetValue(asked, out var before) && before.Commits == commits && Stopwatch.GetElapsedTime(before.At) < Trusted)
            return before.Counts;
        var at = Stopwatch.GetTimestamp();
        var counts = await Count(division, desks, heaps, items, ct);
        if (counted.Count >= MostKept)
            counted.Clear();
        counted[asked] = new(at, commits, counts);
        return counts;
    }

    private async Task<IReadOnlyDictionary<Heap, int>> Count(
        string division,
        IReadOnlyList<string> desks,
        IReadOnlyList<Heap> heaps,
        IReadOnlyList<string>? items,
        CancellationToken ct
    )
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // One question for all heaps, each counted within its own range of the index.
        var all = heaps.Select(Lying).Aggregate((others, one) => others.Concat(one));
        var found = await all.GroupBy(heap => heap).Select(g => new { Heap = g.Key, Count = g.Count() }).ToListAsync(ct);
        return heaps.ToDictionary(heap => heap, heap => found.FirstOrDefault(f => f.Heap == (int)heap)?.Count ?? 0);

        IQueryable<int> Lying(Heap heap)
        {
            var cases = Of(db, division, desks, heap, items).Select(e => e.CaseId);
            // On one desk a case lies once.
            return (desks.Count == 1 ? cases : cases.Distinct()).Take(CountsTo + 1).Select(_ => (int)heap);
        }
    }

    /// <summary>A page, the most urgent first, what is done by the latest; it begins after the key of the last row seen.</summary>
    public async Task<IReadOnlyList<DeskEntry>> Read(
        string division,
        IReadOnlyList<string> desks,
        Heap heap,
        InboxKey? after = null,
        IReadOnlyList<string>? items = null,
        int most = PageSize,
        CancellationToken ct = default
    )
    {
        if (desks is [var desk] && after is null && items is null && most == PageSize + 1 && heap is not (Heap.Done or Heap.Overdue))
            return await ReadFirstPage(division, desk, TabOf(heap), ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = Of(db, division, desks, heap, items);
        if (heap == Heap.Done)
        {
            if (after is { } key)
                rows = rows.Where(e => e.SortAt < key.SortAt || e.SortAt == key.SortAt && e.CaseId < key.CaseId);
            rows = rows.OrderByDescending(e => e.SortAt).ThenByDescending(e => e.CaseId);
        }
        else
        {
            if (after is { } key)
                rows = rows.Where(e => e.SortAt > key.SortAt || e.SortAt == key.SortAt && e.CaseId > key.CaseId);
            rows = rows.OrderBy(e => e.SortAt).ThenBy(e => e.CaseId);
        }
        // A case may lie on two desks of the same reader: it is shown once.
        return [.. (await rows.Take(most + desks.Count).ToListAsync(ct)).DistinctBy(e => e.CaseId).Take(most)];
    }

    /// <summary>Which lines lie on the page is asked every time; what a line says is asked once, because lines are laid anew and never edited.</summary>
    private async Task<IReadOnlyList<DeskEntry>> ReadFirstPage(string division, string desk, Tab tab, CancellationToken ct)
    {
        var lying = await reads.Ask(
            FirstPage,
            [division, desk, TabNames[(int)tab]],
            row => (CaseId: row.GetInt64(0), Laid: row.GetInt64(1)),
            ct
        );
        var lines = lying.ConvertAll(line => known.GetValueOrDefault(line));
        var unknown = lying.Where((_, at) => lines[at] is null).Select(line => line.CaseId).ToList();
        if (unknown.Count > 0)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var read = await db
                .DeskEntries.AsNoTracking()
                .Where(e => e.Desk == desk && unknown.Contains(e.CaseId))
                .ToDictionaryAsync(e => e.CaseId, ct);
            if (known.Count >= MostKnown)
                known.Clear();
            foreach (var entry in read.Values)
                known[(entry.CaseId, entry.Laid)] = entry;
            for (var at = 0; at < lines.Count; at++)
                lines[at] ??= read.GetValueOrDefault(lying[at].CaseId);
        }
        // What was laid anew between the two questions is shown as it lies now, or not at all.
        return [.. lines.OfType<DeskEntry>().Where(entry => entry.Tab == tab)];
    }

    private IQueryable<DeskEntry> Of(HallDb db, string division, IReadOnlyList<string> desks, Heap heap, IReadOnlyList<string>? items)
    {
        var rows = db.DeskEntries.AsNoTracking().Where(e => e.Division == division);
        // One desk is one range of the index, read in order; several are several.
        if (desks is [var one])
            rows = rows.Where(e => e.Desk == one);
        else
            rows = rows.Where(e => desks.Contains(e.Desk));
        if (items is not null)
            rows = rows.Where(e => items.Contains(e.Item));
        if (heap == Heap.Overdue)
        {
            var now = time.Now();
            return rows.Where(e => Running.Contains(e.Tab) && e.SortAt < now && !e.Paused);
        }
        var tab = TabOf(heap);
        return rows.Where(e => e.Tab == tab);
    }

    private static Tab TabOf(Heap heap) =>
        heap switch
        {
            Heap.Working => Tab.Working,
            Heap.Correction => Tab.Correction,
            Heap.Done => Tab.Done,
            _ => Tab.ToDo,
        };
}

/// <summary>Where a page of an inbox begins.</summary>
public readonly record struct InboxKey(DateTime SortAt, long CaseId)
{
    public static InboxKey? Read(string? text) =>
        text?.Split('.') is [var at, var id]
        && long.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var ticks)
        && ticks is >= 0 and <= 3155378975999999999
        && long.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var caseId)
            ? new InboxKey(new DateTime(ticks, DateTimeKind.Utc), caseId)
            : null;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SortAt.Ticks}.{CaseId}");
}
