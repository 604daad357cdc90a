using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Award (定标): candidates, the award notice, the contract and what is reported of them.
public static partial class Rulebook
{
    /// <summary>The committee names three candidates at most, and ranks them.</summary>
    public static readonly Limit MostCandidates = new(
        "TR-3.27",
        ("中标候选人，不超过", "Candidates for the award, at most"),
        3,
        Count,
        Laws.BiddingRegulation.At("第五十三条第一款", "art. 53(1)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>They are published within three days of the report.</summary>
    public static readonly Limit CandidatesAfterReport = new(
        "TR-3.28",
        ("收到评标报告后公示中标候选人的期限", "Candidates published within, from the evaluation report"),
        3,
        CalendarDays,
        Laws.BiddingRegulation.At("第五十四条第一款", "art. 54(1)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>An objection to the result is answered within three days, and nothing goes on before.</summary>
    public static readonly Limit ResultObjectionAnswer = new(
        "TR-3.30",
        ("招标人答复对评标结果的异议的期限", "Time to answer an objection to the result"),
        3,
        CalendarDays,
        Laws.BiddingRegulation.At("第五十四条第二款", "art. 54(2)"),
        Verified,
        new(2012, 2, 1)
    );

    /// <summary>The supervising department has a written report within fifteen days of the choice of the winner.</summary>
    public static readonly Limit AwardReport = new(
        "TR-3.32",
        ("确定中标人后向监督部门提交书面报告的期限", "Report to the supervising department within, from the choice of the winner"),
        15,
        CalendarDays,
        Laws.Bidding.At("第四十七条", "art. 47"),
        Verified,
        new(2000, 1, 1)
    );

    /// <summary>The award notice goes out within fifteen days of the choice of the winner.</summary>
    public static readonly Limit AwardNoticeIssue = new(
        "TR-3.33",
        ("确定中标人后发出中标通知书的期限", "Award notice within, from the choice of the winner"),
        15,
        CalendarDays,
        Laws.ZhejiangBidding.At("第三十九条", "art. 39"),
        Verified,
        new(2014, 5, 28)
    );

    /// <summary>The contract is filed within fifteen days of its signing.</summary>
    public static readonly Limit ContractFiling = new(
        "TR-3.37",
        ("合同订立后备案的期限", "Contract filed within, from its signing"),
        15,
        CalendarDays,
        Laws.ZhejiangBidding.At("第四十条", "art. 40"),
        Verified,
        new(2014, 5, 28)
    );
}
