using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Calendar;

/// <summary>What a notice says of one day.</summary>
public enum DayArrangement
{
    /// <summary>放假</summary>
    Holiday,

    /// <summary>调休上班</summary>
    MakeupWorkday,

    /// <summary>An earlier notice's word on the day is withdrawn: the day follows the plain week again.</summary>
    PlainWeek,
}

/// <summary>One day of a notice.</summary>
/// <param name="Festival">The festival to which the day belongs; a make-up workday carries the festival that it pays for.</param>
public sealed record SpecialDay(DateOnly Date, DayArrangement Arrangement, string Festival);

/// <summary>放假安排通知: a notice of the State Council General Office on public holidays.</summary>
/// <param name="On">The day on which it became known.</param>
/// <param name="Year">The year that it arranges; none for a notice that only changes days of a year already arranged.</param>
/// <param name="Days">The days on which it departs from the plain week or from an earlier notice.</param>
/// <remarks>Regulation on public holidays art. 2 names the festivals; the exchange of days comes from the yearly notice.</remarks>
public sealed record Announcement(DateOnly On, Words Title, int? Year, IReadOnlyList<SpecialDay> Days);
