using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Tendering: what must be tendered, how it is announced, and the days of its documents.
public static partial class Rulebook
{
    /// <summary>Works of one contract must be tendered from four million yuan.</summary>
    public static readonly Limit WorksThreshold = new(
        "TR-1.1a",
        ("必须招标的施工单项合同估算价", "Works that must be tendered: estimate of one contract from"),
        400_000_000,
        Fen,
        Laws.TenderScope.At("第五条第一款第一项", "art. 5(1)(1)"),
        Secondary,
        new(2018, 6, 1)
    );

    /// <summary>Important equipment and materials from two million yuan.</summary>
    public static readonly Limit GoodsThreshold = new(
        "TR-1.1b",
        ("必须招标的重要设备、材料单项合同估算价", "Equipment and materials that must be tendered: estimate of one contract from"),
        200_000_000,
        Fen,
        Laws.TenderScope.At("第五条第一款第二项", "art. 5(1)(2)"),
        Secondary,
        new(2018, 6, 1)
    );

    /// <summary>Survey, design and supervision from one million yuan.</summary>
    public static readonly Limit ServicesThreshold = new(
        "TR-1.1c",
        ("必须招标的勘察、设计、监理单项合同估算价", "Survey, design and supervision that must be tendered: estimate of one contract from"),
        100_000_000,
        Fen,
        Laws.TenderScope.At("第五条第一款第三项", "art. 5(1)(3)"),
        Secondary,
        new(2018, 6, 1)
    );

    /// <summary>Budget money brings a project into the scope from two million yuan…</summary>
    public static readonly Limit BudgetMoney = new(
        "TR-1.1d",
        ("使用预算资金达到", "Budget money in the project from"),
        200_000_000,
        Fen,
        Laws.TenderScope.At("第二条第一项", "art. 2(1)"),
        Secondary,
        new(2018, 6, 1)
    );

    /// <summary>…and only if it is a tenth of the investment or more.</summary>
    public static readonly Limit BudgetShare = new(
        "TR-1.1e",
        ("预算资金占投资额的比例达到", "Budget money as a share of the investment from"),
        10,
        Percent,
        Laws.TenderScope.At("第二条第一项", "art. 2(1)"),
        Secondary,
        new(2018, 6, 1)
    );

    /// <summary>Art. 2(2) of Order 16 says control or a dominant position and no number; half is the county's setting.</summary>
    public static readonly Limit ControllingShare = new(
        "TR-1.1f",
        ("国有企业事业单位资金占控股或者主导地位的比例", "State enterprise money in control of a project: share from"),
        50,
        Percent,
        Laws.CountySettings.At("国有资金控股或者主导地位的认定", "when state money is in control"),
        Choice,
        new(2018, 6, 1)
    );

    /// <summary>Works until May 2018.</summary>
    public static readonly Limit WorksThresholdBefore2018 = new(
        "TR-1.1g",
        ("必须招标的施工单项合同估算价（2018年5月及以前）", "Works that must be tendered, until May 2018: estimate of one contract from"),
        200_000_000,
        Fen,
        Laws.TenderScopeBefore2018.At("第七条第一项", "art. 7(1)"),
        Secondary,
        new(2000, 5, 1),
        new(2018, 5, 31)
    );

    /// <summary>Important equipment and materials until May 2018.</summary>
    public static readonly Limit GoodsThresholdBefore2018 = new(
        "TR-1.1h",
        (
            "必须招标的重要设备、材料单项合同估算价（2018年5月及以前）",
            "Equipment and materials that must be tendered, until May 2018: estimate of one contract from"
        ),
        100_000_000,
        Fen,
        Laws.TenderScopeBefore2018.At("第七条第二项", "art. 7(2)"),
        Secondary,
        new(2000, 5, 1),
        new(2018, 5, 31)
    );

    /// <summary>Survey, design and supervision until May 2018.</summary>
    public static readonly Limit ServicesThresholdBefore2018 = new(
        "TR-1.1i",
        (
            "必须招标的勘察、设计、监理单项合同估算价（2018年5月及以前）",
            "Survey, design and supervision that must be tendered, until May 2018: estimate of one contract from"
        ),
        50_000_000,
        Fen,
        Laws.TenderScopeBefore2018.At("第七条第三项", "art. 7(3)"),
        Secondary,
        new(2000, 5, 1),
        new(2018, 5, 31)
    );

    /// <summary>Until May 2018 the total investment decided where every contract was below its threshold.</summary>
    public static readonly Limit InvestmentThresholdBefore2018 = new(
        "TR-1.1j",
        (
            "单项合同估算价低于标准但项目总投资达到（2018年5月及以前）",
            "Must be tendered however small the contract, until May 2018: total investment from"
        ),
        30_000_000,
        Yuan,
        Laws.TenderScopeBefore2018.At("第七条第四项", "art. 7(4)"),
        Secondary,
        new(2000, 5, 1),
        new(2018, 5, 31)
    );

    /// <summary>An invitation goes to three firms or more.</summary>
    public static readonly Limit Invitees = new(
        "TR-1.8",
        ("邀请招标至少邀请的单位数", "Firms invited to an invited tender, at least"),
        3,
        Count,
        Laws.Bidding.At("第十七条第一款", "art. 17(1)"),
        Verified,
        new(2000, 1, 1)
    );

    /// <summary>Fine for splitting a project so as to evade its tender: from.</summary>
    public static readonly Limit SplittingFineFrom = new(
        "TR-1.9",
        ("规避招标的罚款占合同金额比例下限", "Fine for evading a tender, share of the contract, from"),
        5,
        PerMille,
        Laws.Bidding.At("第四十九条", "art. 49"),
        Verified,
        new(2000, 1, 1)
    );

    /// <summary>The same fine: to.</summary>
    public static readonly Limit SplittingFineTo = new(
        "TR-1.9a",
        ("规避招标的罚款占合同金额比例上限", "Fine for evading a tender, share of the contract, to"),
        10,
        PerMille,
        Laws.Bidding.At("第四十九条", "art. 49"),
        Verified,
        new(2000, 1, 1)
    );

    /// <summary>From this share of the threshold on, a lot below it is shown as close to it.</summary>
    public static readonly Limit CloseToThreshold = new(
        "TR-1.9b",
        ("接近必须招标标准：达到标准的", "Close under the threshold: from this share of it on"),
        90,
        Percent,
        Laws.CountySettings.At("疑似化整为零的提示", "warning of split projects"),
        Choice,
        new(2018, 6, 1)
    );

    /// <summary>The supervising department has the documents five working days before they are given out.</summary>
    public static readonly Limit FilingBeforeIssue = new(
        "TR-3.1",
        ("招标文件发出前报送备案，至少提前", "Tender documents go to the supervising department before they are given out, at least"),
        5,
        WorkingDays,
        Laws.ZhejiangBidding.At("第十九条", "art. 19"),
        Verified,
        new(2014, 5, 28)
    );

    /// <summary>Documents are given out for five days or more.</summary>
    public static readonly Limit DocumentPeriod = new(
        "TR-3.3",
        ("资格预审文件或者招标文件的发售期，不得少于", "Tender documents are given out for at least"),
        5,
        CalendarDays,
        Laws.BiddingRegulation.At("第十六条第一款", "art. 16(1)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>Time to apply after the pre-qualification documents are no longer given out.</summary>
    public static readonly Limit PrequalificationPeriod = new(
        "TR-3.5",
        (
            "停止发售资格预审文件后提交申请的时间，不得少于",
            "Applications for pre-qualification may be handed in, after the documents have ceased to be given out, for at least"
        ),
        5,
        CalendarDays,
        Laws.BiddingRegulation.At("第十七条", "art. 17"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>Bidders have twenty days or more from the day on which the documents go out.</summary>
    public static readonly Limit BidPeriod = new(
        "TR-3.7",
        ("招标文件发出之日至投标截止，不得少于", "From the day on which the documents are given out to the bid deadline, at least"),
        20,
        CalendarDays,
        Laws.Bidding.At("第二十四条", "art. 24"),
        Verified,
        new(2000, 1, 1)
    );

    /// <summary>A change that may affect the bids comes fifteen days before the deadline, or the deadline moves.</summary>
    public static readonly Limit ClarificationBeforeDeadline = new(
        "TR-3.8",
        (
            "可能影响投标文件编制的澄清或者修改，至少在投标截止前",
            "A clarification or change that may affect the bids comes before the deadline by at least"
        ),
        15,
        CalendarDays,
        Laws.BiddingRegulation.At("第二十一条", "art. 21"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>The same for pre-qualification documents.</summary>
    public static readonly Limit PrequalificationClarification = new(
        "TR-3.8a",
        (
            "资格预审文件的澄清或者修改，至少在提交截止前",
            "A clarification of pre-qualification documents comes before their deadline by at least"
        ),
        3,
        CalendarDays,
        Laws.BiddingRegulation.At("第二十一条", "art. 21"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>An objection to the documents comes ten days before the deadline or earlier.</summary>
    public static readonly Limit DocumentObjection = new(
        "TR-3.9",
        ("对招标文件的异议，至少在投标截止前", "An objection to the tender documents comes before the deadline by at least"),
        10,
        CalendarDays,
        Laws.BiddingRegulation.At("第二十二条", "art. 22"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>The same for pre-qualification documents.</summary>
    public static readonly Limit PrequalificationObjection = new(
        "TR-3.9a",
        ("对资格预审文件的异议，至少在提交截止前", "An objection to pre-qualification documents comes before their deadline by at least"),
        2,
        CalendarDays,
        Laws.BiddingRegulation.At("第二十二条", "art. 22"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>The tendering entity answers an objection within three days, and the process is suspended until then.</summary>
    public static readonly Limit ObjectionAnswer = new(
        "TR-3.10",
        ("招标人答复异议的期限", "Time to answer an objection"),
        3,
        CalendarDays,
        Laws.BiddingRegulation.At("第二十二条", "art. 22"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>Candidates are published for three days or more; here a document that promises less is found.</summary>
    public static readonly Limit CandidatePublicity = new(
        "TR-3.29",
        ("中标候选人公示期，不得少于", "Candidates are published for at least"),
        3,
        CalendarDays,
        Laws.BiddingRegulation.At("第五十四条第一款", "art. 54(1)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>The contract is signed within thirty days of the award notice.</summary>
    public static readonly Limit ContractSigning = new(
        "TR-3.34",
        ("中标通知书发出后订立合同的期限", "Contract signed within, from the award notice"),
        30,
        CalendarDays,
        Laws.Bidding.At("第四十六条第一款", "art. 46(1)"),
        Verified,
        new(2000, 1, 1)
    );

    /// <summary>A performance bond is a tenth of the contract at most.</summary>
    public static readonly Limit PerformanceBond = new(
        "TR-3.36",
        ("履约保证金占中标合同金额的比例上限", "Performance bond as a share of the contract, at most"),
        10,
        Percent,
        Laws.BiddingRegulation.At("第五十八条", "art. 58"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>A complaint comes within ten days of knowing.</summary>
    public static readonly Limit Complaint = new(
        "TR-3.38",
        ("向行政监督部门投诉的期限", "Time to complain to the supervising department"),
        10,
        CalendarDays,
        Laws.BiddingRegulation.At("第六十条第一款", "art. 60(1)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>The supervising department says within three working days whether it takes the complaint up.</summary>
    public static readonly Limit ComplaintAcceptance = new(
        "TR-3.39",
        ("决定是否受理投诉", "Decision whether a complaint is taken up"),
        3,
        WorkingDays,
        Laws.BiddingRegulation.At("第六十一条第二款", "art. 61(2)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>It decides within thirty working days; tests and expert review are not counted.</summary>
    public static readonly Limit ComplaintDecision = new(
        "TR-3.39a",
        ("对投诉作出书面处理决定", "Decision on a complaint"),
        30,
        WorkingDays,
        Laws.BiddingRegulation.At("第六十一条第二款", "art. 61(2)"),
        Verified,
        new(2012, 2, 1)
    );
}
