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
public sealed class FigureScope(HallDb db, string division, Period period, WorkingCalendar calendar)
{
    private readonly Dictionary<string, object> found = [];

    public HallDb Db { get; } = db;
    public string Division { get; } = division;
    public Period Period { get; } = period;
    public WorkingCalendar Calendar { get; } = calendar;

    /// <summary>Looks something up once for all figures that need it.</summary>
    public async Task<T> Once<T>(string what, Func<Task<T>> find)
        where T : notnull
    {
        if (found.TryGetValue(what, out var known))
            return (T)known;
        var fresh = await find();
        found[what] = fresh;
        return fresh;
    }
}
