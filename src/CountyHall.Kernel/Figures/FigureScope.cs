using System.Collections.Concurrent;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;

namespace CountyHall.Kernel.Figures;

/// <summary>期间: from a day to the cut-off (截止日), both counted. Flows are counted inside it, stocks at its last day.</summary>
public sealed record Period(DateOnly From, DateOnly CutOff)
{
    /// <summary>A year as far as it has gone; the cut-off may lie before its end.</summary>
    public static Period Year(int year, DateOnly? cutOff = null)
    {
        var last = new DateOnly(year, 12, 31);
        return new(new(year, 1, 1), cutOff is { } day && day < last ? day : last);
    }
}

/// <summary>What a figure is asked of: one county's records in one period. One scope serves one report or page.</summary>
public sealed class FigureScope
{
    private readonly ConcurrentDictionary<string, Lazy<Task<object>>> found;

    public FigureScope(HallDb db, string division, Period period, WorkingCalendar calendar)
        : this(db, division, period, calendar, new()) { }

    private FigureScope(
        HallDb db,
        string division,
        Period period,
        WorkingCalendar calendar,
        ConcurrentDictionary<string, Lazy<Task<object>>> found
    ) => (Db, Division, Period, Calendar, this.found) = (db, division, period, calendar, found);

    public HallDb Db { get; }
    public string Division { get; }
    public Period Period { get; }
    public WorkingCalendar Calendar { get; }

    /// <summary>The same question over another connection, so that two figures can be read at the same time; what one finds once, both know.</summary>
    public FigureScope Over(HallDb other) => new(other, Division, Period, Calendar, found);

    /// <summary>Looks something up once for all figures that need it.</summary>
    public async Task<T> Once<T>(string what, Func<Task<T>> find)
        where T : notnull => (T)await found.GetOrAdd(what, _ => new(async () => await find())).Value;
}
