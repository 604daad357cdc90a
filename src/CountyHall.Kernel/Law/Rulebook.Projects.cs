using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Investment projects.
public static partial class Rulebook
{
    /// <summary>Approval (核准) of a project: twenty working days from acceptance.</summary>
    public static readonly Limit ProjectApproval = new(
        "AP-9.4",
        ("项目核准", "Approval of a project"),
        20,
        WorkingDays,
        Laws.InvestmentProjects.At("第十条", "art. 10"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Extension of a difficult approval by the head of the authority: at most forty working days.</summary>
    public static readonly Limit ProjectApprovalExtension = new(
        "AP-9.4a",
        ("项目核准延长上限", "Extension of the approval of a project, at most"),
        40,
        WorkingDays,
        Laws.InvestmentProjects.At("第十条", "art. 10"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Commissioned appraisal: at most thirty working days unless complex, not counted in the limit of the approval.</summary>
    public static readonly Limit ProjectAppraisal = new(
        "AP-9.4b",
        ("委托评估", "Commissioned appraisal of a project"),
        30,
        WorkingDays,
        Laws.InvestmentProjects.At("第九条", "art. 9"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Transfer of an application to the higher authority: five working days.</summary>
    public static readonly Limit ProjectTransfer = new(
        "AP-9.5",
        ("项目申请逐级转报", "Transfer of a project application to the higher authority"),
        5,
        WorkingDays,
        Laws.InvestmentProjects.At("第八条", "art. 8"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Decision on a change of site or a large change of an approved project.</summary>
    public static readonly Limit ProjectChange = new(
        "AP-9.6",
        ("已核准项目变更", "Decision on a change of an approved project"),
        20,
        WorkingDays,
        Laws.InvestmentProjects.At("第十一条", "art. 11"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Construction begins within two years of approval.</summary>
    public static readonly Limit ConstructionStart = new(
        "AP-9.7",
        ("核准后开工建设", "Start of construction after approval"),
        2,
        Years,
        Laws.InvestmentProjects.At("第十二条", "art. 12"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Extension is asked for thirty working days before the two years end.</summary>
    public static readonly Limit ConstructionStartRequest = new(
        "AP-9.7a",
        ("延期开工申请须在届满前", "Request to start later, before the two years end, at least"),
        30,
        WorkingDays,
        Laws.InvestmentProjects.At("第十二条", "art. 12"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Decision on a later start: twenty working days.</summary>
    public static readonly Limit ConstructionStartDecision = new(
        "AP-9.7b",
        ("延期开工决定", "Decision on a later start"),
        20,
        WorkingDays,
        Laws.InvestmentProjects.At("第十二条", "art. 12"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>A later start: at most one more year.</summary>
    public static readonly Limit ConstructionStartExtension = new(
        "AP-9.7c",
        ("延期开工最长期限", "Extension of the start, at most"),
        1,
        Years,
        Laws.InvestmentProjects.At("第十二条", "art. 12"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>A later start may be granted once.</summary>
    public static readonly Limit ConstructionStartExtensions = new(
        "AP-9.7d",
        ("延期开工次数上限", "Extensions of the start, at most"),
        1,
        Count,
        Laws.InvestmentProjects.At("第十二条", "art. 12"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Filing (备案) is complete the moment four particulars are received.</summary>
    public static readonly Limit FilingParticulars = new(
        "AP-9.8",
        ("备案信息项数", "Particulars of a filing"),
        4,
        Count,
        Laws.InvestmentProjects.At("第十三条", "art. 13"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Fine for a false or missing filing that was not corrected: from.</summary>
    public static readonly Limit FilingFineFrom = new(
        "AP-9.10",
        ("未备案或虚假备案逾期不改的罚款下限", "Fine for a false or missing filing, from"),
        2_000_000,
        Fen,
        Laws.InvestmentProjects.At("第十九条", "art. 19"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>The same fine: to.</summary>
    public static readonly Limit FilingFineTo = new(
        "AP-9.10a",
        ("未备案或虚假备案逾期不改的罚款上限", "Fine for a false or missing filing, to"),
        5_000_000,
        Fen,
        Laws.InvestmentProjects.At("第十九条", "art. 19"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Fine for building without approval, as a share of the total investment: from.</summary>
    public static readonly Limit UnapprovedBuildingFineFrom = new(
        "AP-9.10b",
        ("未经核准建设的罚款占总投资比例下限", "Fine for building without approval, share of the total investment, from"),
        1,
        PerMille,
        Laws.InvestmentProjects.At("第十八条", "art. 18"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>The same fine: to.</summary>
    public static readonly Limit UnapprovedBuildingFineTo = new(
        "AP-9.10c",
        ("未经核准建设的罚款占总投资比例上限", "Fine for building without approval, share of the total investment, to"),
        5,
        PerMille,
        Laws.InvestmentProjects.At("第十八条", "art. 18"),
        Verified,
        new(2017, 2, 1)
    );

    /// <summary>Stages of construction approval, from planning and land to completion.</summary>
    public static readonly Limit ConstructionStages = new(
        "AP-9.11",
        ("工程建设项目审批阶段数", "Stages of construction approval"),
        4,
        Count,
        Laws.ConstructionApprovalPilot.At("审批阶段", "stages of approval"),
        Secondary,
        new(2018, 5, 14)
    );

    /// <summary>National target for all four stages together.</summary>
    public static readonly Limit ConstructionApprovalTarget = new(
        "AP-9.11a",
        ("工程建设项目审批总用时目标", "Target for all stages of construction approval"),
        120,
        WorkingDays,
        Laws.ConstructionApprovalPilot.At("审批时间目标", "target time"),
        Secondary,
        new(2018, 5, 14)
    );

    /// <summary>The county's target from a new industrial land project to its start.</summary>
    public static readonly Limit IndustrialLandTarget = new(
        "AP-9.11b",
        ("新增工业用地项目开工前审批目标", "Target for new industrial land projects to start"),
        50,
        WorkingDays,
        Laws.CountySettings.At("工业用地项目审批目标", "targets for industrial land projects"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>The target to which the county moves next.</summary>
    public static readonly Limit IndustrialLandTargetNext = new(
        "AP-9.11c",
        ("新增工业用地项目开工前审批下一步目标", "Next target for new industrial land projects to start"),
        40,
        WorkingDays,
        Laws.CountySettings.At("工业用地项目审批目标", "targets for industrial land projects"),
        Choice,
        new(2017, 1, 1)
    );
}
