namespace CountyHall.Kernel.Calendar;

/// <summary>The calendar as it is known now in this process; replaced whole when an arrangement is announced.</summary>
public sealed class CountyCalendar
{
    private volatile WorkingCalendar now = WorkingCalendar.Published;

    public WorkingCalendar Now
    {
        get => now;
        set => now = value;
    }
}
