namespace CountyHall.Kernel.Calendar;

/// <summary>What a clock says at an instant.</summary>
public enum ClockState
{
    /// <summary>正常</summary>
    Running,

    /// <summary>临期: little is left, see <see cref="Law.Rulebook.WarningThreshold"/>.</summary>
    Warning,

    /// <summary>超期: the close of business of the last day has passed.</summary>
    Overdue,

    /// <summary>暂停: a stop lasts.</summary>
    Paused,

    /// <summary>按期办结</summary>
    EndedInTime,

    /// <summary>超期办结</summary>
    EndedLate,
}

/// <summary>A clock read at an instant, under what the calendar knew.</summary>
/// <param name="Total">The budget and all extensions so far, in the clock's unit.</param>
/// <param name="Used">Days counted so far, today included: on the first day 1.</param>
/// <param name="Left">Total less used: 0 on the last day, negative after it.</param>
/// <param name="Due">The last day of the period; while a stop lasts, the last day if the stop ended today.</param>
/// <param name="DueAt">The last instant (UTC) in time: close of business of that day.</param>
/// <param name="Provisional">The answer touches a year whose holidays are not arranged yet, and may change (AP-1.7).</param>
/// <param name="TurnsAt">The first instant (UTC) of the next state if nothing happens; none where only an event can change it.</param>
public sealed record ClockReading(
    int Total,
    int Used,
    int Left,
    DateOnly Due,
    DateTime DueAt,
    ClockState State,
    bool Provisional,
    DateTime? TurnsAt
)
{
    /// <summary>超期天数: overdue in its how-manieth day; 1 from the close of business of the last day, 0 while in time.</summary>
    public int OverdueBy => State is ClockState.Overdue or ClockState.EndedLate ? Math.Max(1, -Left) : 0;
}
