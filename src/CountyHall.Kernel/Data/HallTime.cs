namespace CountyHall.Kernel.Data;

public static class HallTime
{
    /// <summary>Now in UTC, cut to the millisecond: both engines keep it exactly, so a record reads back as it was written.</summary>
    public static DateTime Now(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }
}
