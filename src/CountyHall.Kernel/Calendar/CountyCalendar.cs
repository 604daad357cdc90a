using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Kernel.Calendar;

/// <summary>The calendar as it is known now in this process; replaced whole when an arrangement is announced.</summary>
public sealed class CountyCalendar(IDbContextFactory<HallDb> contexts)
{
    private volatile WorkingCalendar now = WorkingCalendar.Published;

    public WorkingCalendar Now
    {
        get => now;
        set => now = value;
    }

    /// <summary>Takes in the notices that the county entered, here or on another node.</summary>
    public async Task Read(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        now = await KnownTo(db, ct);
    }

    /// <summary>The notices that came with the product and those entered since.</summary>
    internal static async Task<WorkingCalendar> KnownTo(HallDb db, CancellationToken ct = default)
    {
        var entered = await db.Set<CalendarAnnouncement>().AsNoTracking().OrderBy(a => a.On).ThenBy(a => a.Id).ToListAsync(ct);
        return entered.Aggregate(WorkingCalendar.Published, (calendar, announcement) => calendar.With(announcement.Notice));
    }
}
