namespace CountyHall.Kernel.Law;

/// <summary>The legal texts that the house works by, each in the version that was read.</summary>
/// <remarks>The key is the one that rule ids and documents use.</remarks>
public static class Laws
{
    /// <summary>行政许可法</summary>
    public static readonly LegalText AdministrativeLicensing = new(
        "XK",
        ("行政许可法", "Administrative Licensing Law"),
        LawLevel.Law,
        new(2019, 4, 23),
        new(2019, 4, 23)
    );

    /// <summary>浙江省保障“最多跑一次”改革规定</summary>
    public static readonly LegalText RunAtMostOnce = new(
        "ZJ",
        ("浙江省保障“最多跑一次”改革规定", "Zhejiang regulation on “run at most once”"),
        LawLevel.LocalRegulation,
        new(2019, 1, 1),
        new(2018, 11, 30)
    );

    /// <summary>国务院关于在线政务服务的若干规定</summary>
    public static readonly LegalText OnlineServices = new(
        "ZW",
        ("国务院关于在线政务服务的若干规定", "State Council rules on online government services"),
        LawLevel.AdministrativeRegulation,
        new(2019, 4, 26),
        new(2019, 4, 26)
    );

    /// <summary>优化营商环境条例</summary>
    public static readonly LegalText BusinessEnvironment = new(
        "YS",
        ("优化营商环境条例", "Regulation on the business environment"),
        LawLevel.AdministrativeRegulation,
        new(2020, 1, 1),
        new(2019, 10, 22)
    );

    /// <summary>企业投资项目核准和备案管理条例</summary>
    public static readonly LegalText InvestmentProjects = new(
        "TZ",
        ("企业投资项目核准和备案管理条例", "Regulation on approval and filing of enterprise investment projects"),
        LawLevel.AdministrativeRegulation,
        new(2017, 2, 1),
        new(2016, 11, 30)
    );

    /// <summary>行政复议法</summary>
    public static readonly LegalText Reconsideration = new(
        "FY",
        ("行政复议法", "Administrative Reconsideration Law"),
        LawLevel.Law,
        new(2024, 1, 1),
        new(2023, 9, 1)
    );

    /// <summary>行政复议法（2017年修正）</summary>
    /// <remarks>In force until the end of 2023.</remarks>
    public static readonly LegalText ReconsiderationBefore2024 = new(
        "FY-2017",
        ("行政复议法（2017年修正）", "Administrative Reconsideration Law (2017 text)"),
        LawLevel.Law,
        new(2018, 1, 1),
        new(2017, 9, 1)
    );

    /// <summary>行政诉讼法</summary>
    public static readonly LegalText Litigation = new(
        "SS",
        ("行政诉讼法", "Administrative Litigation Law"),
        LawLevel.Law,
        new(2017, 7, 1),
        new(2017, 6, 27)
    );

    /// <summary>民法典</summary>
    public static readonly LegalText CivilCode = new("MF", ("民法典", "Civil Code"), LawLevel.Law, new(2021, 1, 1), new(2020, 5, 28));

    /// <summary>电子签名法</summary>
    public static readonly LegalText ElectronicSignature = new(
        "QM",
        ("电子签名法", "Electronic Signature Law"),
        LawLevel.Law,
        new(2019, 4, 23),
        new(2019, 4, 23)
    );

    /// <summary>档案法</summary>
    public static readonly LegalText Archives = new("DA", ("档案法", "Archives Law"), LawLevel.Law, new(2021, 1, 1), new(2020, 6, 20));

    /// <summary>档案法实施条例</summary>
    public static readonly LegalText ArchivesRegulation = new(
        "DS",
        ("档案法实施条例", "Implementing regulation of the Archives Law"),
        LawLevel.AdministrativeRegulation,
        new(2024, 3, 1),
        new(2024, 1, 12)
    );

    /// <summary>全国年节及纪念日放假办法</summary>
    public static readonly LegalText PublicHolidays = new(
        "FJ",
        ("全国年节及纪念日放假办法", "Regulation on public holidays"),
        LawLevel.AdministrativeRegulation,
        new(2025, 1, 1),
        new(2024, 11, 10)
    );

    /// <summary>全国年节及纪念日放假办法（2013年修订）</summary>
    /// <remarks>In force until the end of 2024.</remarks>
    public static readonly LegalText PublicHolidaysBefore2025 = new(
        "FJ-2013",
        ("全国年节及纪念日放假办法（2013年修订）", "Regulation on public holidays (2013 text)"),
        LawLevel.AdministrativeRegulation,
        new(2014, 1, 1),
        new(2013, 12, 11)
    );

    /// <summary>浙江省公共信用信息管理条例</summary>
    public static readonly LegalText ZhejiangCredit = new(
        "XY",
        ("浙江省公共信用信息管理条例", "Zhejiang regulation on public credit information"),
        LawLevel.LocalRegulation,
        new(2018, 1, 1),
        new(2017, 9, 30)
    );

    /// <summary>政府信息公开条例</summary>
    public static readonly LegalText Disclosure = new(
        "XG",
        ("政府信息公开条例", "Regulation on government information disclosure"),
        LawLevel.AdministrativeRegulation,
        new(2019, 5, 15),
        new(2019, 4, 3)
    );

    /// <summary>国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见</summary>
    /// <remarks>国办发〔2019〕51号. Its text was not read; what stands on it is reported by local rules under it.</remarks>
    public static readonly LegalText ServiceEvaluationOpinion = new(
        "HP",
        (
            "国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见",
            "State Council General Office opinion on the evaluation of government services"
        ),
        LawLevel.Rule,
        new(2019, 12, 3),
        new(2019, 12, 3)
    );

    /// <summary>国务院办公厅关于开展工程建设项目审批制度改革试点的通知</summary>
    /// <remarks>国办发〔2018〕33号. Known from reports of it.</remarks>
    public static readonly LegalText ConstructionApprovalPilot = new(
        "GG",
        (
            "国务院办公厅关于开展工程建设项目审批制度改革试点的通知",
            "State Council General Office notice on the reform of construction approval"
        ),
        LawLevel.Rule,
        new(2018, 5, 14),
        new(2018, 5, 14)
    );

    /// <summary>招标投标法</summary>
    public static readonly LegalText Bidding = new("ZB", ("招标投标法", "Bidding Law"), LawLevel.Law, new(2017, 12, 28), new(2017, 12, 27));

    /// <summary>招标投标法实施条例</summary>
    public static readonly LegalText BiddingRegulation = new(
        "ZT",
        ("招标投标法实施条例", "Implementing Regulation of the Bidding Law"),
        LawLevel.AdministrativeRegulation,
        new(2019, 3, 2),
        new(2019, 3, 2)
    );

    /// <summary>浙江省招标投标条例</summary>
    public static readonly LegalText ZhejiangBidding = new(
        "ZJZ",
        ("浙江省招标投标条例", "Zhejiang Bidding Regulation"),
        LawLevel.LocalRegulation,
        new(2014, 5, 28),
        new(2014, 5, 28)
    );

    /// <summary>电子招标投标办法</summary>
    public static readonly LegalText ElectronicBidding = new(
        "O20",
        ("电子招标投标办法", "Measures on Electronic Bidding (Order 20)"),
        LawLevel.Rule,
        new(2013, 5, 1),
        new(2013, 2, 4)
    );

    /// <summary>工程建设项目招标范围和规模标准规定</summary>
    public static readonly LegalText TenderScopeBefore2018 = new(
        "O3",
        ("工程建设项目招标范围和规模标准规定", "Rules on the scope and scale of compulsory tendering (Order 3)"),
        LawLevel.Rule,
        new(2000, 5, 1),
        new(2000, 5, 1)
    );

    /// <summary>必须招标的工程项目规定</summary>
    public static readonly LegalText TenderScope = new(
        "O16",
        ("必须招标的工程项目规定", "Rules on projects that must be tendered (Order 16)"),
        LawLevel.Rule,
        new(2018, 6, 1),
        new(2018, 3, 27)
    );

    /// <summary>工程建设项目施工招标投标办法</summary>
    public static readonly LegalText WorksTendering = new(
        "O30",
        ("工程建设项目施工招标投标办法", "Measures on tendering for works (Order 30)"),
        LawLevel.Rule,
        new(2013, 5, 1),
        new(2013, 3, 11)
    );

    /// <summary>评标委员会和评标方法暂行规定</summary>
    /// <remarks>Read in a copy with wording of 2001; used only where later law does not differ.</remarks>
    public static readonly LegalText EvaluationCommittees = new(
        "O12",
        ("评标委员会和评标方法暂行规定", "Provisional rules on evaluation committees and methods (Order 12)"),
        LawLevel.Rule,
        new(2013, 5, 1),
        new(2013, 3, 11)
    );

    /// <summary>政府采购货物和服务招标投标管理办法</summary>
    public static readonly LegalText ProcurementTendering = new(
        "M87",
        ("政府采购货物和服务招标投标管理办法", "Measures on tendering for goods and services in government procurement (Order 87)"),
        LawLevel.Rule,
        new(2017, 10, 1),
        new(2017, 7, 11)
    );

    /// <summary>政府采购促进中小企业发展管理办法</summary>
    public static readonly LegalText SmallFirms = new(
        "CK46",
        ("政府采购促进中小企业发展管理办法（财库〔2020〕46号）", "Measures on small firms in procurement (Caiku 2020 No. 46)"),
        LawLevel.Rule,
        new(2021, 1, 1),
        new(2020, 12, 18)
    );

    /// <summary>政府采购促进中小企业发展暂行办法</summary>
    public static readonly LegalText SmallFirmsBefore2021 = new(
        "CK181",
        (
            "政府采购促进中小企业发展暂行办法（财库〔2011〕181号）",
            "Provisional measures on small firms in procurement (Caiku 2011 No. 181)"
        ),
        LawLevel.Rule,
        new(2012, 1, 1),
        new(2011, 12, 29)
    );

    /// <summary>关于进一步加大政府采购支持中小企业力度的通知</summary>
    public static readonly LegalText SmallFirms2022 = new(
        "CK19",
        (
            "关于进一步加大政府采购支持中小企业力度的通知（财库〔2022〕19号）",
            "Notice on more support for small firms in procurement (Caiku 2022 No. 19)"
        ),
        LawLevel.Rule,
        new(2022, 7, 1),
        new(2022, 5, 30)
    );

    /// <summary>县级设置</summary>
    /// <remarks>Numbers that the county set where the law leaves room or is silent.</remarks>
    public static readonly LegalText CountySettings = new(
        "XS",
        ("县级设置", "County settings"),
        LawLevel.CountySetting,
        new(2017, 1, 1),
        new(2017, 1, 1)
    );

    /// <summary>All texts.</summary>
    public static IReadOnlyList<LegalText> All { get; } =
    [
        AdministrativeLicensing,
        RunAtMostOnce,
        OnlineServices,
        BusinessEnvironment,
        InvestmentProjects,
        Reconsideration,
        ReconsiderationBefore2024,
        Litigation,
        CivilCode,
        ElectronicSignature,
        Archives,
        ArchivesRegulation,
        PublicHolidays,
        PublicHolidaysBefore2025,
        ZhejiangCredit,
        Disclosure,
        ServiceEvaluationOpinion,
        ConstructionApprovalPilot,
        Bidding,
        BiddingRegulation,
        ZhejiangBidding,
        ElectronicBidding,
        TenderScopeBefore2018,
        TenderScope,
        WorksTendering,
        EvaluationCommittees,
        ProcurementTendering,
        SmallFirms,
        SmallFirmsBefore2021,
        SmallFirms2022,
        CountySettings,
    ];
}
