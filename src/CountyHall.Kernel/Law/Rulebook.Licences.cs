using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// The life of a licence.
public static partial class Rulebook
{
    /// <summary>Renewal is asked for thirty days before the licence ends; in time, no decision by the end means deemed renewed.</summary>
    /// <remarks>The law does not say working days for this period against the holder (AP-1.2). The unit is the county's choice and is printed in the reminder.</remarks>
    public static readonly Limit RenewalRequest = new(
        "AP-5.2",
        ("申请延续须在有效期届满前", "Request for renewal before expiry, at least"),
        30,
        CalendarDays,
        Laws.AdministrativeLicensing.At("第五十条", "art. 50"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>First reminder to renew, days before the licence ends.</summary>
    public static readonly Limit RenewalReminderFirst = new(
        "AP-5.2a",
        ("延续提醒：首次，届满前", "First reminder to renew, before expiry"),
        90,
        CalendarDays,
        Laws.CountySettings.At("许可延续提醒", "reminders of renewal"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Second reminder to renew, days before the licence ends.</summary>
    public static readonly Limit RenewalReminderSecond = new(
        "AP-5.2b",
        ("延续提醒：第二次，届满前", "Second reminder to renew, before expiry"),
        60,
        CalendarDays,
        Laws.CountySettings.At("许可延续提醒", "reminders of renewal"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Last reminder to renew, days before the licence ends.</summary>
    public static readonly Limit RenewalReminderLast = new(
        "AP-5.2c",
        ("延续提醒：末次，届满前", "Last reminder to renew, before expiry"),
        45,
        CalendarDays,
        Laws.CountySettings.At("许可延续提醒", "reminders of renewal"),
        Choice,
        new(2017, 1, 1)
    );
}
