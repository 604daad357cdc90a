using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.MyRecord;

/// <summary>The citizen, or a firm that the citizen stands for, with the mandate.</summary>
/// <param name="MayActNow">The mandate runs and the session knows it.</param>
public sealed record MyParty(Party Party, Mandate? Mandate, bool MayActNow);

/// <summary>For whom this citizen may act: themselves first, then their firms by name.</summary>
public static class MyParties
{
    public static async Task<IReadOnlyList<MyParty>> Of(HallDb db, Actor me, DateOnly today)
    {
        if (me.Person is not { } person)
            return [];
        var self = await db.Set<Party>().AsNoTracking().FirstAsync(p => p.Id == person);
        var mandates = await db.Set<Mandate>().AsNoTracking().Where(m => m.PersonId == person).ToListAsync();
        var ids = mandates.Select(m => m.FirmId).ToList();
        var firms = await db.Set<Party>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync();
        return
        [
            new(self, null, true),
            .. mandates
                .Join(firms, m => m.FirmId, f => f.Id, (m, f) => new MyParty(f, m, m.Until >= today && me.MayActFor(f.Id)))
                .OrderBy(p => p.Party.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Ids of all for whom the citizen may act now.</summary>
    public static IReadOnlyList<long> Ids(Actor me) => me.Person is { } person ? [person, .. me.Firms ?? new HashSet<long>()] : [];
}
