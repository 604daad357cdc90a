using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Review and decision.
public static partial class Rulebook
{
    /// <summary>A check of substance is made by at least two officers.</summary>
    public static readonly Limit OfficersAtSubstanceCheck = new(
        "AP-3.2",
        ("实质核查最少人数", "Officers at a check of substance, at least"),
        2,
        Count,
        Laws.AdministrativeLicensing.At("第三十四条", "art. 34"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Inspection, testing or quarantine starts within five working days of acceptance.</summary>
    public static readonly Limit InspectionStart = new(
        "AP-3.3",
        ("检验、检测、检疫启动", "Start of inspection, testing or quarantine"),
        5,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第五十五条", "art. 55"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Inspection, testing or quarantine is made by at least two officers.</summary>
    public static readonly Limit OfficersAtInspection = new(
        "AP-3.3a",
        ("检验、检测、检疫最少人数", "Officers at an inspection, at least"),
        2,
        Count,
        Laws.AdministrativeLicensing.At("第五十五条", "art. 55"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Request for reconsideration: sixty days from knowing of the act.</summary>
    public static readonly Limit ReconsiderationRequest = new(
        "AP-3.7",
        ("申请行政复议", "Request for administrative reconsideration"),
        60,
        CalendarDays,
        Laws.Reconsideration.At("第二十条", "art. 20"),
        Verified,
        new(2024, 1, 1)
    );

    /// <summary>The same sixty days under the text in force until the end of 2023.</summary>
    public static readonly Limit ReconsiderationRequestBefore2024 = new(
        "AP-3.7a",
        ("申请行政复议（2023年及以前）", "Request for administrative reconsideration, until 2023"),
        60,
        CalendarDays,
        Laws.ReconsiderationBefore2024.At("第九条", "art. 9"),
        Verified,
        new(2018, 1, 1),
        new(2023, 12, 31)
    );

    /// <summary>Suit without reconsideration: six months from knowing of the act.</summary>
    public static readonly Limit DirectSuit = new(
        "AP-3.7b",
        ("直接提起行政诉讼", "Suit without reconsideration"),
        6,
        Months,
        Laws.Litigation.At("第四十六条", "art. 46"),
        Verified,
        new(2017, 7, 1)
    );

    /// <summary>Suit after a decision on reconsideration: fifteen days from receiving it.</summary>
    public static readonly Limit SuitAfterReconsideration = new(
        "AP-3.7c",
        ("不服复议决定提起行政诉讼", "Suit after a decision on reconsideration"),
        15,
        CalendarDays,
        Laws.Litigation.At("第四十五条", "art. 45"),
        Verified,
        new(2017, 7, 1)
    );

    /// <summary>Where the notice of remedies was left out: at most one year from knowing of the act.</summary>
    public static readonly Limit ReconsiderationCap = new(
        "AP-3.8",
        ("未告知救济途径时申请行政复议的最长期限", "Request for reconsideration where the remedies were not told, at most"),
        1,
        Years,
        Laws.Reconsideration.At("第二十条", "art. 20"),
        Verified,
        new(2024, 1, 1)
    );

    /// <summary>One-time notice of gaps (一次性告知): five working days after the material was received; after them the case is deemed accepted.</summary>
    public static readonly Limit CorrectionNotice = new(
        "AP-3.20",
        ("一次性告知补正", "One-time notice of gaps"),
        5,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第三十二条第一款第四项", "art. 32(1)(4)"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Decision by one authority: twenty working days from acceptance, unless a law or regulation sets the item another limit.</summary>
    public static readonly Limit Decision = new(
        "AP-3.21",
        ("一个部门作出许可决定", "Decision by one authority"),
        20,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第四十二条第一款", "art. 42(1)"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Ten more working days, once, with the approval of the head of the authority; the applicant is told why.</summary>
    public static readonly Limit ReviewExtension = new(
        "AP-3.21a",
        ("一个部门延长许可决定期限", "Extension of the decision by one authority"),
        10,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第四十二条第一款", "art. 42(1)"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Unified, joint or concentrated handling: forty-five working days from acceptance.</summary>
    public static readonly Limit JointDecision = new(
        "AP-3.22",
        ("统一办理、联合办理、集中办理", "Unified, joint or concentrated handling"),
        45,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第四十二条第二款", "art. 42(2)"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Fifteen more working days, once, with the approval of the head of the government of that level; the applicant is told why.</summary>
    public static readonly Limit JointExtension = new(
        "AP-3.22a",
        ("延长统一、联合、集中办理期限", "Extension of unified, joint or concentrated handling"),
        15,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第四十二条第二款", "art. 42(2)"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Pre-examination by a lower authority: twenty working days from its acceptance.</summary>
    public static readonly Limit PreExamination = new(
        "AP-3.23",
        ("下级机关初步审查", "Pre-examination by the lower authority"),
        20,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第四十三条", "art. 43"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>Issue and delivery of the licence: ten working days from the decision.</summary>
    public static readonly Limit Delivery = new(
        "AP-3.24",
        ("颁发、送达许可证件", "Issue and delivery of the licence"),
        10,
        WorkingDays,
        Laws.AdministrativeLicensing.At("第四十四条", "art. 44"),
        Verified,
        new(2004, 7, 1)
    );
}
