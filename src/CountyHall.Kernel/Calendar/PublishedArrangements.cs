using System.Globalization;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Calendar;

/// <summary>The notices that come with the product, in the order in which they became known.</summary>
/// <remarks>
/// holidays.csv holds what finally applied, superseded.csv what had been said before of the days that a later notice changed, and
/// announcements.csv when each notice became known. Together they give back every notice as it was.
/// </remarks>
internal static class PublishedArrangements
{
    public static IReadOnlyList<Announcement> All { get; } = Read();

    private static List<Announcement> Read()
    {
        var final = Rows("holidays.csv").Select(row => new SpecialDay(Day(row[0]), Arrangement(row[1]), row[2])).ToList();
        var superseded = Rows("superseded.csv")
            .Select(row => (Before: new SpecialDay(Day(row[0]), Arrangement(row[1]), row[2]), On: Day(row[3])))
            .ToList();
        var changed = superseded.Select(change => change.Before.Date).ToHashSet();

        var firstSaid = final
            .Where(day => !changed.Contains(day.Date))
            .Concat(superseded.Select(change => change.Before).Where(day => day.Arrangement != DayArrangement.PlainWeek))
            .OrderBy(day => day.Date)
            .ToLookup(YearOfNotice);

        return
        [
            .. Rows("announcements.csv")
                .Select(row =>
                {
                    var on = Day(row[0]);
                    int? year = row[1].Length == 0 ? null : int.Parse(row[1], CultureInfo.InvariantCulture);
                    var changedThen = superseded.Where(change => change.On == on).Select(change => change.Before.Date).ToHashSet();
                    IReadOnlyList<SpecialDay> days = year is { } arranged
                        ? [.. firstSaid[arranged]]
                        : [.. final.Where(day => changedThen.Contains(day.Date))];
                    return new Announcement(on, new Words(row[3], row[4]), year, days);
                })
                .OrderBy(notice => notice.On),
        ];
    }

    // The New Year holiday can begin in December, and is then announced with the year to which it leads.
    private static int YearOfNotice(SpecialDay day) =>
        day.Date.Month == 12 && day.Festival.StartsWith("元旦", StringComparison.Ordinal) ? day.Date.Year + 1 : day.Date.Year;

    private static DayArrangement Arrangement(string kind) =>
        kind switch
        {
            "holiday" => DayArrangement.Holiday,
            "makeup-workday" => DayArrangement.MakeupWorkday,
            "plain" => DayArrangement.PlainWeek,
            _ => throw new FormatException($"Unknown kind of day in the calendar data: {kind}"),
        };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string[]> Rows(string file)
    {
        using var stream =
            typeof(PublishedArrangements).Assembly.GetManifestResourceStream($"CountyHall.Kernel.Calendar.{file}")
            ?? throw new FileNotFoundException(file);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.TrimEnd('\r').Split(','))];
    }
}
