namespace CountyHall.Kernel.Calendar;

/// <summary>The county's wall clock: Beijing time (北京时间), UTC+8 all year. Instants are stored in UTC, days are Beijing days.</summary>
public static class CountyTime
{
    private static readonly TimeSpan BeijingOffset = TimeSpan.FromHours(8);

    /// <summary>下班时间: when a period that ends on a day ends, 17:00.</summary>
    /// <remarks>
    /// A county setting. Civil Code art. 203 ends the last day of a period at midnight, and where there are business hours, when business
    /// stops; which hour that is stands in no law.
    /// </remarks>
    public static readonly TimeOnly CloseOfBusiness = new(17, 0);

    /// <summary>The Beijing day on which an instant falls.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The Beijing wall-clock reading of an instant, for showing; it is no longer an instant.</summary>
    public static DateTime Local(DateTime utc) => DateTime.SpecifyKind(AsUtc(utc) + BeijingOffset, DateTimeKind.Unspecified);

    /// <summary>The instant at which Beijing clocks show a time of a day.</summary>
    public static DateTime Utc(DateOnly day, TimeOnly localTime) =>
        DateTime.SpecifyKind(day.ToDateTime(localTime) - BeijingOffset, DateTimeKind.Utc);

    /// <summary>The last instant at which something due on a day is still in time.</summary>
    public static DateTime EndOfBusiness(DateOnly day) => Utc(day, CloseOfBusiness);

    /// <summary>The first instant of a Beijing day.</summary>
    public static DateTime StartOfDay(DateOnly day) => Utc(day, TimeOnly.MinValue);

    // Databases give instants back without their kind; all that we store is UTC. The time zone of the machine must never matter.
    internal static DateTime AsUtc(DateTime instant) =>
        instant.Kind == DateTimeKind.Local
            ? throw new ArgumentException("An instant is given in UTC, not in the time zone of the machine.", nameof(instant))
            : DateTime.SpecifyKind(instant, DateTimeKind.Utc);
}
