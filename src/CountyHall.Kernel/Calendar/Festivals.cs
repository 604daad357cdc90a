using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Calendar;

/// <summary>The seven festivals on which the whole country rests.</summary>
/// <remarks>Regulation on public holidays art. 2.</remarks>
internal static class Festivals
{
    private static readonly Dictionary<string, string> English = new()
    {
        ["元旦"] = "New Year's Day",
        ["春节"] = "Spring Festival",
        ["清明节"] = "Qingming Festival",
        ["劳动节"] = "Labour Day",
        ["端午节"] = "Dragon Boat Festival",
        ["中秋节"] = "Mid-Autumn Festival",
        ["国庆节"] = "National Day",
    };

    /// <summary>A festival of a notice in both languages; two that fall together are written 国庆节/中秋节.</summary>
    public static Words Named(string festival) =>
        new(
            festival.Replace("/", "、", StringComparison.Ordinal),
            string.Join(" and ", festival.Split('/').Select(name => English.GetValueOrDefault(name, name)))
        );
}
