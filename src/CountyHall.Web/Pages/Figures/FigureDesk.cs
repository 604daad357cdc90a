using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Figures;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Figures;

/// <summary>What the report and the pages ask figures by: this county, a year and its cut-off, the calendar as it is known.</summary>
public sealed class FigureDesk(
    IDbContextFactory<HallDb> contexts,
    FigureBook book,
    SiteSettings site,
    CountyCalendar calendar,
    TimeProvider time
) : IDisposable
{
    private const int MostKept = 64;
    private static readonly TimeSpan StaysFresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Dictionary<Period, (DateTime At, IReadOnlyList<FigureReading> Readings)> kept = [];

    private DateOnly Today => CountyTime.DayOf(time.Now());

    /// <summary>The newest year that can be asked for.</summary>
    public int ThisYear => Today.Year;

    /// <summary>The year up to a cut-off, by default its end or today; none where the calendar does not reach or the cut-off lies elsewhere.</summary>
    public Period? PeriodOf(int year, DateOnly? cutOff)
    {
        // The year before is counted in too: a case closed in January was accepted in December.
        if (year <= WorkingCalendar.FirstDay.Year || year > ThisYear || (cutOff is { } day && (day.Year != year || day > Today)))
            return null;
        return Period.Year(year, cutOff ?? Today);
    }

    public FigureScope Scope(HallDb db, Period period) => new(db, site.Division, period, calendar.Now);

    /// <summary>All figures of a period, at most a minute old.</summary>
    /// <remarks>
    /// A year's figures are read over all of its cases, and their pages are open to everybody: one reading at a time, so that strangers with
    /// many addresses cannot multiply the work.
    /// </remarks>
    public async Task<IReadOnlyList<FigureReading>> Read(Period period, CancellationToken ct = default)
    {
        await one.WaitAsync(ct);
        try
        {
            var now = time.Now();
            if (kept.TryGetValue(period, out var known) && now - known.At < StaysFresh)
                return known.Readings;
            await using var db = await contexts.CreateDbContextAsync(ct);
            var readings = await book.Read(Scope(db, period), contexts, ct);
            if (kept.Count >= MostKept)
                kept.Clear();
            kept[period] = (now, readings);
            return readings;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Nothing was counted anywhere: there are no records of the period.</summary>
    public static bool AreEmpty(IEnumerable<FigureReading> readings) => readings.All(r => r.Quantity is null or { Numerator: 0 });

    public void Dispose() => one.Dispose();
}
