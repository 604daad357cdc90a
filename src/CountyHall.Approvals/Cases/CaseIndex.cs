using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Cases;

/// <summary>The desks' entries and the next turn of each clock, made again from the cases: after a change of the calendar, or by command.</summary>
/// <remarks>Nothing here is a fact; interrupted, it is simply made again.</remarks>
public sealed class CaseIndex(
    IDbContextFactory<HallDb> contexts,
    HallWriter writer,
    ItemCatalogue catalogue,
    CountyCalendar calendar,
    TimeProvider time
) : IJob<CalendarChanged>
{
    // Few enough that a clerk's step waiting behind a batch does not notice.
    private const int AtOnce = 100;

    /// <summary>The notice may have been entered on another node, so it is read here first.</summary>
    public async Task Do(CalendarChanged body, CancellationToken ct)
    {
        await calendar.Read(ct);
        await Rebuild(openOnly: true, ct);
    }

    /// <summary>Makes the index anew, batch by batch. Answers for how many cases.</summary>
    /// <param name="openOnly">Only cases on which somebody still works: no clock runs on the others.</param>
    public async Task<int> Rebuild(bool openOnly, CancellationToken ct = default)
    {
        var (after, count) = (0L, 0);
        while (await Next(after, openOnly, ct) is { Count: > 0 } batch)
        {
            await writer.Write(db => Lay(db, batch), ct);
            (after, count) = (batch[^1], count + batch.Count);
        }
        return count;
    }

    private async Task<List<long>> Next(long after, bool openOnly, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (cases, entries) = (db.Cases.Where(c => c.Id > after), db.DeskEntries);
        if (openOnly)
            cases = cases.Where(c => c.TurnsAt != null || entries.Any(e => e.CaseId == c.Id && e.Tab != Tab.Done));
        return await cases.OrderBy(c => c.Id).Select(c => c.Id).Take(AtOnce).ToListAsync(ct);
    }

    private async Task Lay(HallDb db, List<long> ids)
    {
        var now = time.Now();
        var before = await db.DeskEntries.AsNoTracking().Where(e => ids.Contains(e.CaseId)).ToListAsync();
        await db.DeskEntries.Where(e => ids.Contains(e.CaseId)).ExecuteDeleteAsync();
        foreach (var found in await db.Cases.Where(c => ids.Contains(c.Id)).ToListAsync())
        {
            var at = new CaseAtWork(found, await catalogue.GuideOf(db, found.Item, found.ItemVersion), calendar.Now);
            var done = before.Where(e => e.CaseId == found.Id && e.Tab == Tab.Done).ToDictionary(e => e.Desk, e => e.SortAt);
            // Where the entry is lost, the case was last acted on when its last fact was recorded.
            var lastActed = done.Count > 0 ? now : await db.Facts.Where(f => f.Subject == found.Id).MaxAsync(f => (DateTime?)f.RecordedAt);
            foreach (var entry in Desks.Of(at, now, desk => done.TryGetValue(desk, out var then) ? then : lastActed ?? now))
                db.Append(entry);
            found.TurnsAt = Desks.NextTurn(found.Stage, at.Calendar, now);
            Watching.Tell(db, at, now);
        }
        await db.SaveChangesAsync();
    }
}
