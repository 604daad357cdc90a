using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Run at most once, commitment-based approval, credit and intermediaries.
public static partial class Rulebook
{
    /// <summary>From application to result the applicant comes at most once.</summary>
    public static readonly Limit VisitsAtMost = new(
        "AP-6.1",
        ("最多跑一次：到场次数上限", "Visits for one matter, at most"),
        1,
        Count,
        Laws.RunAtMostOnce.At("第二条", "art. 2"),
        Verified,
        new(2019, 1, 1)
    );

    /// <summary>Check after a grant on commitment, unless the provincial department set another period.</summary>
    public static readonly Limit CommitmentCheck = new(
        "AP-6.7",
        ("告知承诺许可后的核查", "Check after a grant on commitment"),
        60,
        WorkingDays,
        Laws.RunAtMostOnce.At("第十四条", "art. 14"),
        Verified,
        new(2019, 1, 1)
    );

    /// <summary>Fine for a broken commitment that did harm: from.</summary>
    public static readonly Limit CommitmentFineFrom = new(
        "AP-6.8",
        ("违反承诺造成危害的罚款下限", "Fine for a broken commitment that did harm, from"),
        1_000_000,
        Fen,
        Laws.RunAtMostOnce.At("第四十四条", "art. 44"),
        Verified,
        new(2019, 1, 1)
    );

    /// <summary>Fine for a broken commitment that did harm: to.</summary>
    public static readonly Limit CommitmentFineTo = new(
        "AP-6.8a",
        ("违反承诺造成危害的罚款上限", "Fine for a broken commitment that did harm, to"),
        10_000_000,
        Fen,
        Laws.RunAtMostOnce.At("第四十四条", "art. 44"),
        Verified,
        new(2019, 1, 1)
    );

    /// <summary>Fine for a broken commitment that did grave harm: from.</summary>
    public static readonly Limit GraveCommitmentFineFrom = new(
        "AP-6.8b",
        ("违反承诺造成严重危害的罚款下限", "Fine for a broken commitment that did grave harm, from"),
        10_000_000,
        Fen,
        Laws.RunAtMostOnce.At("第四十四条", "art. 44"),
        Verified,
        new(2019, 1, 1)
    );

    /// <summary>Fine for a broken commitment that did grave harm: to.</summary>
    public static readonly Limit GraveCommitmentFineTo = new(
        "AP-6.8c",
        ("违反承诺造成严重危害的罚款上限", "Fine for a broken commitment that did grave harm, to"),
        30_000_000,
        Fen,
        Laws.RunAtMostOnce.At("第四十四条", "art. 44"),
        Verified,
        new(2019, 1, 1)
    );

    /// <summary>A bad credit record is kept and shown for five years, longer while its subject is on the list of serious cases.</summary>
    public static readonly Limit BadCreditKept = new(
        "AP-6.11",
        ("不良信息保存和披露", "Keeping and showing of a bad credit record"),
        5,
        Years,
        Laws.ZhejiangCredit.At("第十六条", "art. 16"),
        Verified,
        new(2018, 1, 1)
    );

    /// <summary>An objection to a credit record is handled in five working days.</summary>
    public static readonly Limit CreditObjection = new(
        "AP-6.11a",
        ("信用异议处理", "Handling of an objection to a credit record"),
        5,
        WorkingDays,
        Laws.ZhejiangCredit.At("第三十一条", "art. 31"),
        Verified,
        new(2018, 1, 1)
    );

    /// <summary>An objection in a difficult case: at most twenty working days in all.</summary>
    public static readonly Limit CreditObjectionLongest = new(
        "AP-6.11b",
        ("信用异议处理累计上限", "Handling of an objection to a credit record, at most in all"),
        20,
        WorkingDays,
        Laws.ZhejiangCredit.At("第三十一条", "art. 31"),
        Verified,
        new(2018, 1, 1)
    );

    /// <summary>The log of credit queries is kept for ten years.</summary>
    public static readonly Limit CreditQueryLogKept = new(
        "AP-6.11c",
        ("信用查询记录保存", "Keeping of the log of credit queries"),
        10,
        Years,
        Laws.ZhejiangCredit.At("第二十条", "art. 20"),
        Verified,
        new(2018, 1, 1)
    );

    /// <summary>Fine for an intermediary that does not publish or file its promised report time: from.</summary>
    public static readonly Limit IntermediaryFineFrom = new(
        "AP-6.13",
        ("中介未公布、备案出具报告时限的罚款下限", "Fine for an intermediary without a published report time, from"),
        500_000,
        Fen,
        Laws.RunAtMostOnce.At("第四十五条", "art. 45"),
        Verified,
        new(2019, 1, 1)
    );

    /// <summary>The same fine: to.</summary>
    public static readonly Limit IntermediaryFineTo = new(
        "AP-6.13a",
        ("中介未公布、备案出具报告时限的罚款上限", "Fine for an intermediary without a published report time, to"),
        3_000_000,
        Fen,
        Laws.RunAtMostOnce.At("第四十五条", "art. 45"),
        Verified,
        new(2019, 1, 1)
    );

    /// <summary>The same fine in a serious case: from.</summary>
    public static readonly Limit GraveIntermediaryFineFrom = new(
        "AP-6.13b",
        ("中介未公布、备案出具报告时限，情节严重的罚款下限", "The same fine in a serious case, from"),
        3_000_000,
        Fen,
        Laws.RunAtMostOnce.At("第四十五条", "art. 45"),
        Verified,
        new(2019, 1, 1)
    );

    /// <summary>The same fine in a serious case: to.</summary>
    public static readonly Limit GraveIntermediaryFineTo = new(
        "AP-6.13c",
        ("中介未公布、备案出具报告时限，情节严重的罚款上限", "The same fine in a serious case, to"),
        10_000_000,
        Fen,
        Laws.RunAtMostOnce.At("第四十五条", "art. 45"),
        Verified,
        new(2019, 1, 1)
    );
}
