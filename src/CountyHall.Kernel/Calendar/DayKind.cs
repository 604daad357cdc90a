using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Calendar;

/// <summary>What a day is in the working calendar.</summary>
public enum DayKind
{
    /// <summary>工作日: a Monday to Friday that is no holiday.</summary>
    WorkingDay,

    /// <summary>周末: a Saturday or Sunday that is not worked in exchange.</summary>
    Weekend,

    /// <summary>放假: a day of an announced holiday, weekend days inside it included.</summary>
    Holiday,

    /// <summary>调休上班: a Saturday or Sunday worked in exchange for a holiday.</summary>
    MakeupWorkday,
}

/// <summary>What the calendar knows of a day.</summary>
/// <param name="Festival">The festival of a holiday or of a make-up workday.</param>
/// <param name="Arranged">False where the year's notice is not known: the plain week is assumed and the answer is provisional.</param>
public sealed record DayDescription(DateOnly Date, DayKind Kind, Words? Festival, bool Arranged)
{
    public bool IsWorkingDay => Kind is DayKind.WorkingDay or DayKind.MakeupWorkday;

    /// <summary>The day in words, such as 春节放假 or 国庆节调休上班.</summary>
    public Words Said =>
        Kind switch
        {
            DayKind.Holiday => ($"{Festival?.Zh}放假", $"holiday: {Festival?.En}"),
            DayKind.MakeupWorkday => ($"{Festival?.Zh}调休上班", $"make-up workday for {Festival?.En}"),
            DayKind.Weekend => ("周末", "weekend"),
            _ => ("工作日", "working day"),
        };
}
