using System.Globalization;
using System.Security.Claims;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.People;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Pages.Figures;

/// <summary>The period that the address asks for.</summary>
/// <param name="Year">None where the address names none, or nothing that is a year.</param>
public sealed record AskedPeriod(int? Year, DateOnly? CutOff)
{
    /// <summary>Something was asked for that is no year or no day.</summary>
    public bool IsUnreadable { get; private init; }

    public static AskedPeriod Read(string? year, string? cutOff, int thisYear)
    {
        var (noYear, noDay) = (string.IsNullOrWhiteSpace(year), string.IsNullOrWhiteSpace(cutOff));
        var hasYear = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked <= thisYear;
        var hasDay = DateOnly.TryParseExact(cutOff, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return new(hasYear ? asked : null, hasDay ? day : null) { IsUnreadable = (!noYear && !hasYear) || (!noDay && !hasDay) };
    }

    public Period? In(FigureDesk desk) => IsUnreadable ? null : desk.PeriodOf(Year ?? desk.ThisYear, CutOff);

    public int YearOr(int thisYear) => Year ?? thisYear;

    public string CutOffText => CutOff is { } day ? Write.Day(day) : "";

    /// <summary>The same period in another address; empty for the present year.</summary>
    public string Query =>
        (Year, CutOff) switch
        {
            (null, null) => "",
            ({ } year, null) => $"?year={year}",
            (null, { } day) => $"?cut-off={Write.Day(day)}",
            ({ } year, { } day) => $"?year={year}&cut-off={Write.Day(day)}",
        };
}

/// <summary>How figures are said on pages.</summary>
internal static class FigureWords
{
    /// <summary>With thousands set off and the unit of the reader's language; the report's word where it is true.</summary>
    public static string Shown(Speech s, FigureReading reading)
    {
        if (reading.Quantity is not { } quantity)
            return s["没有可算的记录", "nothing to reckon"];
        var digits = reading.Digits;
        var number = long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? Write.Count(whole)
            : digits;
        var unit = s[reading.Figure.Unit];
        var plain = s.English && unit != "%" ? $"{number} {unit}" : $"{number}{unit}";
        // A word stands without digits in the report; on the page both are shown.
        var isWord = !reading.Printed.Any(char.IsAsciiDigit);
        return isWord && !s.English ? $"{reading.Printed}（{plain}）" : plain;
    }

    /// <summary>Whoever holds a post of the county.</summary>
    public static bool IsStaffOf(ClaimsPrincipal user, string division) =>
        user.Identity?.IsAuthenticated == true && user.ToActor() is var me && me.Division == division && Enum.GetValues<Role>().Any(me.Is);
}
