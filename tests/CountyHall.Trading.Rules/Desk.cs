using System.Text.Json;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Documents;

namespace CountyHall.Trading.Rules;

/// <summary>What the chapters of the tender desk begin from.</summary>
internal static class TenderDesk
{
    public static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An instant from Beijing wall-clock words.</summary>
    public static DateTime At(string local) =>
        CountyTime.Utc(
            DateOnly.ParseExact(local[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            TimeOnly.ParseExact(local[11..], "HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        );

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The model document with words of a project in the place of its blanks.</summary>
    public static DocumentContent Model()
    {
        var text = Read("demo/trading/model-works.json");
        foreach (
            var (blank, word) in (ReadOnlySpan<(string, string)>)
                [
                    ("entity", "示例公司"),
                    ("place", "示例路"),
                    ("approval", "示例〔2026〕1号"),
                    ("funds", "财政资金"),
                    ("lots", "一标段，工期不超过 300 日历天"),
                ]
        )
            text = text.Replace($"{{{blank}}}", word, StringComparison.Ordinal);
        return JsonSerializer.Deserialize<DocumentContent>(text, Recording.Json)!;
    }

    public static Refusal Why<T>(this Result<T> result) => result.ShouldBeOfType<Result<T>.Refused>().Why;

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "CountyHall.slnx")))
                return at.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds CountyHall.slnx.");
    }
}
