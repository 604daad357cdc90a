using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Hearing.
public static partial class Rulebook
{
    /// <summary>A hearing is asked for within five days of being told of the right to it.</summary>
    /// <remarks>The law says five days; whether it means working days for a period that runs against the applicant is not plain (AP-1.2). The unit is the county's choice, is the one more favourable to the applicant, and is printed in the notice.</remarks>
    public static readonly Limit HearingRequest = new(
        "AP-4.2",
        ("申请听证", "Request for a hearing"),
        5,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第四十七条", "art. 47"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>The authority holds the hearing within twenty working days.</summary>
    public static readonly Limit HearingHeld = new(
        "AP-4.2a",
        ("组织听证", "Holding of the hearing"),
        20,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第四十七条", "art. 47"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Time and place of a hearing are told seven working days before it.</summary>
    public static readonly Limit HearingNotice = new(
        "AP-4.3",
        ("听证时间、地点提前通知", "Notice before a hearing, at least"),
        7,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第四十八条", "art. 48"),
        Verified,
        new(2004, 7, 1)
    );
}
