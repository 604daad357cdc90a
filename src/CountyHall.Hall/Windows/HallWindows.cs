using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Hall.Windows;

/// <summary>Which window serves what, kept in memory: a hall has dozens, and every acceptance asks.</summary>
public sealed class HallWindows(IDbContextFactory<HallDb> contexts) : IWindows
{
    private volatile IReadOnlyDictionary<(string Division, string Number), string>? types;

    public async ValueTask<bool> Accepts(
        string division,
        string window,
        IReadOnlyList<string> windowTypes,
        CancellationToken ct = default
    ) => (await Types(ct)).TryGetValue((division, window), out var type) && windowTypes.Contains(type);

    /// <summary>Forgets what is known, because a window changed.</summary>
    public void Refresh() => types = null;

    private async ValueTask<IReadOnlyDictionary<(string, string), string>> Types(CancellationToken ct)
    {
        if (types is { } ready)
            return ready;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return types = await db.Set<Window>().AsNoTracking().ToDictionaryAsync(w => (w.Division, w.Number), w => w.Type, ct);
    }
}
