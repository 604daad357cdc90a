using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Days and public holidays.
public static partial class Rulebook
{
    /// <summary>Statutory holidays of a year from 2025: two more than before, Spring Festival four and Labour Day two.</summary>
    public static readonly Limit StatutoryHolidays = new(
        "AP-1.6",
        ("全年法定节假日天数", "Statutory holidays in a year"),
        13,
        CalendarDays,
        Laws.PublicHolidays.At("第二条", "art. 2"),
        Verified,
        new(2025, 1, 1)
    );

    /// <summary>Statutory holidays of a year until 2024.</summary>
    public static readonly Limit StatutoryHolidaysBefore2025 = new(
        "AP-1.6a",
        ("全年法定节假日天数（2024年及以前）", "Statutory holidays in a year, until 2024"),
        11,
        CalendarDays,
        Laws.PublicHolidaysBefore2025.At("第二条", "art. 2"),
        Verified,
        new(2014, 1, 1),
        new(2024, 12, 31)
    );
}
