using System.Collections.Concurrent;

namespace CountyHall.Kernel.Calendar;

/// <summary>工作日历: which days are worked, as far as was known on some day. Immutable.</summary>
/// <remarks>
/// Two times matter: the day in question and the day on which one asks. The Spring Festival of 2020 was lengthened while it ran, so a
/// due date told before 27 January was right when it was told. Administrative Licensing Law art. 82; the notices are in
/// <see cref="Announcements"/>. Where a year's notice is not known, the plain week is assumed and <see cref="IsArranged"/> says so.
/// </remarks>
public sealed class WorkingCalendar
{
    /// <summary>The first day that the calendar knows.</summary>
    public static readonly DateOnly FirstDay = new(2017, 1, 1);

    /// <summary>The last day that the calendar can count to.</summary>
    public static readonly DateOnly LastDay = new(2060, 12, 31);

    /// <summary>The latest knowledge that comes with the product.</summary>
    public static WorkingCalendar Published { get; } = new(PublishedArrangements.All);

    private readonly Dictionary<DateOnly, SpecialDay> _special = [];
    private readonly HashSet<int> _arrangedYears = [];

    // For each day, how many working days there are up to and including it; and the working days in order.
    // Together they answer every count and every due date without walking over the days between.
    private readonly int[] _workedThrough = new int[LastDay.DayNumber - FirstDay.DayNumber + 1];
    private readonly DateOnly[] _workingDays;

    // What was known is decided by how many notices were out; the few answers are kept.
    private readonly ConcurrentDictionary<int, WorkingCalendar> _asKnown = new();

    private WorkingCalendar(IReadOnlyList<Announcement> announcements)
    {
        Announcements = announcements;
        foreach (var announcement in announcements)
        {
            if (announcement.Year is { } year)
                _arrangedYears.Add(year);
            foreach (var day in announcement.Days)
                _special[day.Date] = day;
        }

        var workingDays = new List<DateOnly>(_workedThrough.Length);
        for (var day = FirstDay; day <= LastDay; day = day.AddDays(1))
        {
            if (KindOf(day) is DayKind.WorkingDay or DayKind.MakeupWorkday)
                workingDays.Add(day);
            _workedThrough[day.DayNumber - FirstDay.DayNumber] = workingDays.Count;
        }
        _workingDays = [.. workingDays];
    }

    /// <summary>The notices behind this calendar, in the order in which they became known.</summary>
    public IReadOnlyList<Announcement> Announcements { get; }

    /// <summary>The calendar as people knew it at the end of a day.</summary>
    public WorkingCalendar AsKnownOn(DateOnly known)
    {
        var published = Announcements.Count(notice => notice.On <= known);
        return published == Announcements.Count
            ? this
            : _asKnown.GetOrAdd(published, count => new WorkingCalendar([.. Announcements.Take(count)]));
    }

    /// <summary>The calendar with one more notice; where two notices speak of one day, the one that became known later prevails.</summary>
    public WorkingCalendar With(Announcement announcement) => new([.. Announcements.Append(announcement).OrderBy(notice => notice.On)]);

    /// <summary>Whether the notice for the day's year is known. If not, every answer that touches the day is provisional.</summary>
    public bool IsArranged(DateOnly date) => _arrangedYears.Contains(date.Year);

    public bool IsWorkingDay(DateOnly date) => KindOf(date) is DayKind.WorkingDay or DayKind.MakeupWorkday;

    public DayKind KindOf(DateOnly date)
    {
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return _special.GetValueOrDefault(date)?.Arrangement switch
        {
            DayArrangement.Holiday => DayKind.Holiday,
            DayArrangement.MakeupWorkday => DayKind.MakeupWorkday,
            _ => weekend ? DayKind.Weekend : DayKind.WorkingDay,
        };
    }

    /// <summary>The day with its kind and its festival, in words.</summary>
    public DayDescription Describe(DateOnly date)
    {
        var kind = KindOf(date);
        var festival = kind is DayKind.Holiday or DayKind.MakeupWorkday ? Festivals.Named(_special[date].Festival) : default;
        return new(date, kind, kind is DayKind.Holiday or DayKind.MakeupWorkday ? festival : null, IsArranged(date));
    }

    /// <summary>The day on which a period of working days ends; the day of its start is not counted.</summary>
    public DateOnly Add(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        return workingDays == 0 ? start : NthWorkingDay(WorkedThrough(start) + workingDays);
    }

    /// <summary>The last day on which something can be done at least so many working days before a day: that many working days back.</summary>
    public DateOnly Back(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        return workingDays == 0 ? day : NthWorkingDay(WorkedThrough(day.AddDays(-1)) + 1 - workingDays);
    }

    /// <summary>How many working days lie after one day and up to and including another; negative where the second is the earlier.</summary>
    public int CountBetween(DateOnly afterThis, DateOnly throughThis) => WorkedThrough(throughThis) - WorkedThrough(afterThis);

    /// <summary>The first working day after a day.</summary>
    public DateOnly NextWorkingDay(DateOnly date) => Add(date, 1);

    private int WorkedThrough(DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, FirstDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(date, LastDay);
        return _workedThrough[date.DayNumber - FirstDay.DayNumber];
    }

    private DateOnly NthWorkingDay(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, _workingDays.Length);
        return _workingDays[n - 1];
    }
}
