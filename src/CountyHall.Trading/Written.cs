using System.Globalization;
using CountyHall.Kernel.Calendar;

namespace CountyHall.Trading;

/// <summary>How notices and refusals of the floor write sums and instants: full digits, Beijing time.</summary>
internal static class Written
{
    /// <summary>1,234.50 from 123450 fen.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>2026-11-24 10:24 of an instant in UTC.</summary>
    public static string Minute(DateTime utc) => CountyTime.Local(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2026-11-24 10:24:06 of an instant in UTC.</summary>
    public static string Second(DateTime utc) => CountyTime.Local(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
