using System.Collections.Concurrent;
using System.Diagnostics;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue;

/// <summary>事项库: the versions of all items, kept in memory because a published version never changes.</summary>
/// <remarks>
/// Another node may publish at any time: once a second the newest version and the catalogue's counter are asked for (two look-ups by
/// key), and what is kept is read again when they differ. The index for searching is then built anew, by one request for all.
/// </remarks>
public sealed class ItemCatalogue(SearchWords? words = null) : IDisposable
{
    private const string Changes = "catalogue";
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);

    private sealed record Kept(
        Stamp Stamp,
        IReadOnlyDictionary<string, IReadOnlyList<ItemVersion>> ByItem,
        IReadOnlyDictionary<string, DateOnly> LastDays,
        ILookup<(string Item, int Version), (DateOnly From, DateOnly? To)> Pages
    )
    {
        public ItemVersion? OnDay(IReadOnlyList<ItemVersion> versions, DateOnly day) =>
            LastDays.TryGetValue(versions[0].Item, out var last) && last < day ? null : versions.LastOrDefault(v => v.EffectiveFrom <= day);

        public KeptItem Standing(IReadOnlyList<ItemVersion> versions, DateOnly day)
        {
            DateOnly? last = LastDays.TryGetValue(versions[0].Item, out var ends) ? ends : null;
            // What would begin after the last day never comes.
            var coming = versions.FirstOrDefault(v => v.EffectiveFrom > day && (last is null || v.EffectiveFrom <= last));
            var now = OnDay(versions, day);
            return new(versions, now, coming, last, now is not null && IsUp(now, day));
        }

        public bool IsUp(ItemVersion version, DateOnly day) =>
            Pages[(version.Item, version.Version)].Any(page => page.From <= day && (page.To is null || day <= page.To));
    }

    private sealed record Named(Kept From, DateOnly Day, IReadOnlyDictionary<string, Words> Names);

    private sealed record Searchable(Kept From, DateOnly Day, ItemSearch Public, ItemSearch AtTheCounter);

    /// <summary>Which state of the catalogue something was read from.</summary>
    private readonly record struct Stamp(long Newest, long Changes);

    private readonly ConcurrentDictionary<(string Item, int Version), ItemVersion> known = new();
    private readonly SemaphoreSlim building = new(1);
    private volatile Kept? kept;
    private volatile Searchable? searchable;
    private volatile Named? named;
    private long lookedAt;

    /// <summary>The guide a case is pinned to.</summary>
    public async ValueTask<ServiceGuide> GuideOf(HallDb db, string item, int version)
    {
        if (known.TryGetValue((item, version), out var cached))
            return cached.Guide;
        var found = await db.ItemVersions.AsNoTracking().SingleAsync(v => v.Item == item && v.Version == version);
        known[(item, version)] = found;
        return found.Guide;
    }

    /// <summary>The version in force on a day; none where the item does not exist then.</summary>
    public async ValueTask<ItemVersion?> InForce(HallDb db, string item, DateOnly day) =>
        await All(db) is var all && all.ByItem.TryGetValue(item, out var versions) ? all.OnDay(versions, day) : null;

    /// <summary>Every item with the version in force on a day, by name in addresses.</summary>
    public async ValueTask<IReadOnlyList<ItemVersion>> InForce(HallDb db, DateOnly day) => InForce(await All(db), day);

    /// <summary>The names of the items in force on a day, by name in addresses.</summary>
    public async ValueTask<IReadOnlyDictionary<string, Words>> Names(HallDb db, DateOnly day)
    {
        var all = await All(db);
        if (named is { } kept && kept.From == all && kept.Day == day)
            return kept.Names;
        var names = InForce(all, day).ToDictionary(v => v.Item, v => v.Guide.Name);
        named = new(all, day, names);
        return names;
    }

    /// <summary>Every item there ever was as it stands on a day, by name in addresses: for those who keep the catalogue.</summary>
    public async ValueTask<IReadOnlyList<KeptItem>> Standing(HallDb db, DateOnly day)
    {
        var all = await All(db);
        return [.. all.ByItem.Values.Select(versions => all.Standing(versions, day)).OrderBy(item => item.Item, StringComparer.Ordinal)];
    }

    /// <summary>The same for one item; none where there never was one.</summary>
    public async ValueTask<KeptItem?> Standing(HallDb db, string item, DateOnly day) =>
        await All(db) is var all && all.ByItem.TryGetValue(item, out var versions) ? all.Standing(versions, day) : null;

    /// <summary>The last day of an item that was given up; none while it goes on.</summary>
    public async ValueTask<DateOnly?> LastDay(HallDb db, string item) =>
        (await All(db)).LastDays.TryGetValue(item, out var last) ? last : null;

    /// <summary>All versions of one item, the oldest first; none where there is no such item.</summary>
    public async ValueTask<IReadOnlyList<ItemVersion>> Versions(HallDb db, string item) =>
        (await All(db)).ByItem.TryGetValue(item, out var versions) ? versions : [];

    /// <summary>Whether the public page of a version is up on a day.</summary>
    public async ValueTask<bool> IsPublished(HallDb db, ItemVersion version, DateOnly day) => (await All(db)).IsUp(version, day);

    /// <summary>What the public finds on a day: every item in force whose page is up, with the name of its office, ready to be searched.</summary>
    public async ValueTask<ItemSearch> Search(HallDb db, Offices offices, DateOnly day) => (await Ready(db, offices, day)).Public;

    /// <summary>What a counter finds on a day: every item in force, also one whose public page was taken down.</summary>
    public async ValueTask<ItemSearch> SearchAtTheCounter(HallDb db, Offices offices, DateOnly day) =>
        (await Ready(db, offices, day)).AtTheCounter;

    private async ValueTask<Searchable> Ready(HallDb db, Offices offices, DateOnly day)
    {
        var all = await All(db);
        if (searchable is { } ready && ready.From == all && ready.Day == day)
            return ready;
        await building.WaitAsync();
        try
        {
            if (searchable is { } meanwhile && meanwhile.From == all && meanwhile.Day == day)
                return meanwhile;
            var listed = new List<ListedItem>();
            foreach (var version in InForce(all, day))
                listed.Add(new(version, await offices.NameOf(db, version.Division, version.Guide.Body)));
            var published = listed.Where(item => all.IsUp(item.Version, day)).ToList();
            var open = new ItemSearch(published, words).Ready();
            // Nearly always every page is up, and one index serves both.
            return searchable = new(all, day, open, published.Count == listed.Count ? open : new ItemSearch(listed, words).Ready());
        }
        finally
        {
            building.Release();
        }
    }

    /// <summary>Forgets what was in force, because a version was published here.</summary>
    public void Refresh() => kept = null;

    /// <summary>Counts a change of the catalogue that adds no version (a page taken down), in the transaction that makes it. Ask it last.</summary>
    public static Task Changed(HallDb db) => db.NextNumber(Changes);

    private static List<ItemVersion> InForce(Kept all, DateOnly day) =>
        [.. all.ByItem.Values.Select(versions => all.OnDay(versions, day)).OfType<ItemVersion>()];

    private async ValueTask<Kept> All(HallDb db)
    {
        if (kept is { } ready)
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref lookedAt)) < Trusted)
                return ready;
            Interlocked.Exchange(ref lookedAt, Stopwatch.GetTimestamp());
            if (await Now(db) == ready.Stamp)
                return ready;
        }
        // The stamp is read first: what is published in between is seen at the next look.
        var stamp = await Now(db);
        var all = await db.ItemVersions.AsNoTracking().OrderBy(v => v.Item).ThenBy(v => v.Version).ToListAsync();
        foreach (var version in all)
            known[(version.Item, version.Version)] = version;
        var read = new Kept(
            stamp,
            all.GroupBy(v => v.Item).ToDictionary(g => g.Key, g => (IReadOnlyList<ItemVersion>)[.. g]),
            await db.ItemEndings.AsNoTracking().ToDictionaryAsync(e => e.Item, e => e.LastDay),
            (
                await db
                    .ItemPublications.AsNoTracking()
                    .Select(p => new
                    {
                        p.Item,
                        p.ItemVersion,
                        p.From,
                        p.To,
                    })
                    .ToListAsync()
            ).ToLookup(p => (p.Item, p.ItemVersion), p => (p.From, p.To))
        );
        Interlocked.Exchange(ref lookedAt, Stopwatch.GetTimestamp());
        return kept = read;
    }

    public void Dispose() => building.Dispose();

    private static async Task<Stamp> Now(HallDb db) =>
        new(
            await db.ItemVersions.MaxAsync(v => (long?)v.Id) ?? 0,
            await db.Set<Serial>().Where(s => s.Series == Changes).Select(s => (long?)s.Last).FirstOrDefaultAsync() ?? 0
        );
}

/// <summary>An item of the catalogue as it stands on a day.</summary>
/// <param name="Versions">The oldest first; at least one.</param>
/// <param name="InForce">None before the first version begins and after the last day.</param>
/// <param name="Coming">The next version to come into force.</param>
/// <param name="LastDay">Of an item that is given up.</param>
/// <param name="IsPublished">Whether the page of the version in force is up.</param>
public sealed record KeptItem(
    IReadOnlyList<ItemVersion> Versions,
    ItemVersion? InForce,
    ItemVersion? Coming,
    DateOnly? LastDay,
    bool IsPublished
)
{
    public string Item => Versions[0].Item;

    /// <summary>The version to speak of: in force, else the newest.</summary>
    public ItemVersion Shown => InForce ?? Versions[^1];
}
