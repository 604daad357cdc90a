using System.Collections.Concurrent;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Kernel.People;

/// <summary>The offices by name, kept in memory: there are dozens, and every list names them.</summary>
public sealed class Offices
{
    private readonly ConcurrentDictionary<(string Division, string Key), Words> names = new();

    public async ValueTask<Words> NameOf(HallDb db, string division, string key)
    {
        if (names.TryGetValue((division, key), out var name))
            return name;
        var found = await db.Set<Office>().AsNoTracking().FirstOrDefaultAsync(o => o.Division == division && o.Key == key);
        return found is null ? Words.Same(key) : names[(division, key)] = found.Name;
    }

    public void Refresh() => names.Clear();
}
