using System.Globalization;
using CountyHall.Kernel.Law;
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
public sealed record Announcement(DateOnly On, Words Title, int? Year, IReadOnlyList<SpecialDay> Days)
{
    /// <summary>The notice, unless something in it cannot be meant: for notices that people type in.</summary>
    public Result<Announcement> Checked()
    {
        if (Days.CountBy(day => day.Date).FirstOrDefault(day => day.Value > 1) is { Value: > 1 } twice)
            return new DayArrangedTwice(twice.Key);
        if (Days.FirstOrDefault(day => day.Arrangement == DayArrangement.MakeupWorkday && !IsWeekend(day.Date)) is { } makeup)
            return new MakeupOnWeekday(makeup.Date);
        if (Days.FirstOrDefault(day => !IsInYear(day.Date)) is { } stray)
            return new DayOutsideYear(stray.Date);
        return this;
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // The New Year holiday and its make-up workdays may lie in the last days of December before.
    private bool IsInYear(DateOnly date) =>
        Year is not { } year
            ? WorkingCalendar.FirstDay <= date && date <= WorkingCalendar.LastDay
            : date >= new DateOnly(year - 1, 12, 20) && date.Year <= year;
}

/// <summary>A notice speaks of one day twice.</summary>
public sealed record DayArrangedTwice(DateOnly Date)
    : Refusal(
        ($"{Said(Date)}在通知中出现了两次。", $"{Said(Date)} stands in the notice twice."),
        ("请核对通知原文，每天只保留一行。", "Check the notice and keep one line for each day.")
    )
{
    internal static string Said(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A make-up workday on a day that is worked anyway.</summary>
public sealed record MakeupOnWeekday(DateOnly Date)
    : Refusal(
        (
            $"{DayArrangedTwice.Said(Date)}不是周六或周日，不能是调休上班日。",
            $"{DayArrangedTwice.Said(Date)} is neither a Saturday nor a Sunday and cannot be a make-up workday."
        ),
        ("请核对通知原文中的日期。", "Check the date in the notice.")
    );

/// <summary>A day that does not belong to the year of its notice.</summary>
public sealed record DayOutsideYear(DateOnly Date)
    : Refusal(
        (
            $"{DayArrangedTwice.Said(Date)}不在通知所安排的年度内。",
            $"{DayArrangedTwice.Said(Date)} does not belong to the year of the notice."
        ),
        ("请核对年份；跨年的元旦假期归入后一年。", "Check the year; a New Year holiday that begins in December belongs to the later year."),
        Laws.PublicHolidays.At("第二条", "art. 2")
    );
