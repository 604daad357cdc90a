using System.Globalization;
using CountyHall.Kernel.Calendar;
using CountyHall.Web.Components;

namespace CountyHall.Web.Pages.Admin;

/// <summary>A notice as people type it: a line for each festival, <c>2027-01-01 2027-01-03 元旦</c>, or a single day and the festival.</summary>
internal static class HolidayLines
{
    private const int LongestHoliday = 16;

    /// <summary>The days of the lines; what cannot be read is said with the number of its line.</summary>
    public static List<SpecialDay> Read(string? text, DayArrangement arrangement, string field, FieldErrors errors)
    {
        List<SpecialDay> days = [];
        foreach (var (at, line) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Index())
        {
            var words = line.Split([' ', '\t', '　'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            var isRange = words.Length == 3 && arrangement != DayArrangement.MakeupWorkday;
            var plain = arrangement == DayArrangement.PlainWeek;
            if (
                !(isRange || words.Length == 2 || (plain && words.Length == 1))
                || !TryDay(words[0], out var first)
                || !TryDay(words[isRange ? 1 : 0], out var last)
                || last < first
                || last.DayNumber - first.DayNumber >= LongestHoliday
            )
            {
                errors.Add(
                    field,
                    plain
                        ? $"第 {at + 1} 行看不懂：“{line.Trim()}”。每行一天，例如 2027-02-07"
                        : $"第 {at + 1} 行看不懂：“{line.Trim()}”。例如 2027-01-01 2027-01-03 元旦",
                    plain
                        ? $"Line {at + 1} cannot be read: “{line.Trim()}”. One day a line, such as 2027-02-07"
                        : $"Line {at + 1} cannot be read: “{line.Trim()}”. Such as 2027-01-01 2027-01-03 元旦"
                );
                continue;
            }
            for (var day = first; day <= last; day = day.AddDays(1))
                days.Add(new SpecialDay(day, arrangement, plain ? "" : words[^1]));
        }
        return days;
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
