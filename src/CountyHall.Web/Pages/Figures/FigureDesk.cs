using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Figures;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Pages.Figures;

/// <summary>What the report and the pages ask figures by: this county, a year and its cut-off, the calendar as it is known.</summary>
public sealed class FigureDesk(SiteSettings site, CountyCalendar calendar, TimeProvider time)
{
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

    /// <summary>Nothing was counted anywhere: there are no records of the period.</summary>
    public static bool AreEmpty(IEnumerable<FigureReading> readings) => readings.All(r => r.Quantity is null or { Numerator: 0 });
}
