using System.Collections.Concurrent;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue;

/// <summary>事项库: the versions of all items, kept in memory because a published version never changes.</summary>
public sealed class ItemCatalogue
{
    private readonly ConcurrentDictionary<(string Item, int Version), ItemVersion> known = new();
    private volatile IReadOnlyDictionary<string, IReadOnlyList<ItemVersion>>? byItem;
    private volatile Dictionary<string, DateOnly> lastDays = [];

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
        (await All(db)).TryGetValue(item, out var versions) ? OnDay(versions, day) : null;

    /// <summary>Every item with the version in force on a day, by name in addresses.</summary>
    public async ValueTask<IReadOnlyList<ItemVersion>> InForce(HallDb db, DateOnly day) =>
        [.. (await All(db)).Values.Select(versions => OnDay(versions, day)).OfType<ItemVersion>()];

    private ItemVersion? OnDay(IReadOnlyList<ItemVersion> versions, DateOnly day) =>
        lastDays.TryGetValue(versions[0].Item, out var last) && last < day ? null : versions.LastOrDefault(v => v.EffectiveFrom <= day);

    /// <summary>All versions of one item, the oldest first; none where there is no such item.</summary>
    public async ValueTask<IReadOnlyList<ItemVersion>> Versions(HallDb db, string item) =>
        (await All(db)).TryGetValue(item, out var versions) ? versions : [];

    /// <summary>Every item in force on a day with the name of its office, ready to be searched.</summary>
    public async ValueTask<ItemSearch> Search(HallDb db, Offices offices, DateOnly day)
    {
        var listed = new List<ListedItem>();
        foreach (var version in await InForce(db, day))
            listed.Add(new(version, await offices.NameOf(db, version.Division, version.Guide.Body)));
        return new(listed);
    }

    /// <summary>Forgets what was in force, because a version was published here or on another node.</summary>
    public void Refresh() => byItem = null;

    private async ValueTask<IReadOnlyDictionary<string, IReadOnlyList<ItemVersion>>> All(HallDb db)
    {
        if (byItem is { } ready)
            return ready;
        var all = await db.ItemVersions.AsNoTracking().OrderBy(v => v.Item).ThenBy(v => v.Version).ToListAsync();
        foreach (var version in all)
            known[(version.Item, version.Version)] = version;
        lastDays = await db.ItemEndings.AsNoTracking().ToDictionaryAsync(e => e.Item, e => e.LastDay);
        return byItem = all.GroupBy(v => v.Item).ToDictionary(g => g.Key, g => (IReadOnlyList<ItemVersion>)[.. g]);
    }
}
