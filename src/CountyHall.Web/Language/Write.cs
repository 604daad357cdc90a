using System.Globalization;

namespace CountyHall.Web;

/// <summary>How the house writes days, instants and amounts: the same in both languages, Beijing time, full digits.</summary>
public static class Write
{
    // China has kept one time without summer time since 1992; no stored instant is older than the house.
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>2026-11-24</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>11-24, where the year is plain from the place.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026-11-24 10:24 in Beijing, of an instant in UTC.</summary>
    public static string Instant(DateTime utc) => InBeijing(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2026-11-24 10:24:06 in Beijing, of an instant in UTC.</summary>
    public static string InstantToTheSecond(DateTime utc) => InBeijing(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>10:24:06 in Beijing, of an instant in UTC.</summary>
    public static string TimeOfDay(DateTime utc) => InBeijing(utc).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>17:00</summary>
    public static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2026-11-24T02:24:06Z, for the machine beside the words.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string Machine(DateOnly day) => Day(day);

    /// <summary>1,234.50 from 123450 fen; whole yuan stay whole: 1,234.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString(fen % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);

    /// <summary>1,604</summary>
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static DateTime InBeijing(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Unspecified) + Beijing;
}
