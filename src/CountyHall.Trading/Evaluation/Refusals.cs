using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Evaluation;

/// <summary>Provisions by which bids are evaluated; those with a number are in the rulebook.</summary>
public static class EvaluationLaw
{
    /// <summary>By the published standard and no other; in secret.</summary>
    public static readonly Provision Standard = Laws.BiddingRegulation.At("第四十九条第一款", "art. 49(1)");

    /// <summary>Members whose ties may affect fairness recuse themselves.</summary>
    public static readonly Provision Recusal = Laws.BiddingRegulation.At("第四十六条第二款", "art. 46(2)");

    /// <summary>Replacement of a member; what the replaced one concluded is void.</summary>
    public static readonly Provision Replacement = Laws.BiddingRegulation.At("第四十八条第三款", "art. 48(3)");

    /// <summary>Clarification in writing and on request only; nothing of substance changes.</summary>
    public static readonly Provision Clarification = Laws.BiddingRegulation.At("第五十二条", "art. 52");

    /// <summary>When a bid is rejected.</summary>
    public static readonly Provision Rejection = Laws.BiddingRegulation.At("第五十一条", "art. 51");

    /// <summary>重大偏差</summary>
    public static readonly Provision MajorDeviations = Laws.EvaluationCommittees.At("第二十五条", "art. 25");

    /// <summary>A price that may be below cost is asked about.</summary>
    public static readonly Provision LowPrice = Laws.EvaluationCommittees.At("第二十一条", "art. 21");

    /// <summary>Few bids left and competition clearly lacking.</summary>
    public static readonly Provision AllRejected = Laws.EvaluationCommittees.At("第二十七条", "art. 27");

    /// <summary>The report, its signatures and dissents.</summary>
    public static readonly Provision Report = Laws.BiddingRegulation.At("第五十三条", "art. 53");

    /// <summary>评委独立评审</summary>
    public static readonly Provision Members = Laws.Bidding.At("第四十四条", "art. 44");

    /// <summary>县级设置</summary>
    public static readonly Provision Setting = Laws.CountySettings.At("电子评标规则", "rules of electronic evaluation");
}

public sealed record EvaluationNotFound(string Asked)
    : Refusal(
        ($"标段 {Asked} 没有评标，或者还没有开始。", $"No evaluation of lot {Asked} has begun."),
        ("请核对标段编号，或等招标人（代理机构）开始评标。", "Check the number, or wait until the entity or its agency begins it.")
    );

public sealed record WrongEvaluationStage(EvaluationStage At)
    : Refusal(
        ($"评标现在是“{At.Name.Zh}”环节，不能这样办理。", $"The evaluation stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的环节办理。", "Reload the page and go on from where it stands now.")
    );

public sealed record LotNotOpened(string Lot)
    : Refusal(
        ($"标段 {Lot} 还没有开标结束，不能评标。", $"Lot {Lot} is not opened yet; nothing can be evaluated."),
        ("请先结束开标。", "End the opening first."),
        EvaluationLaw.Standard
    );

public sealed record NoCommittee()
    : Refusal(
        ("评标委员会还没有组成。", "There is no committee yet."),
        ("请先抽取专家、组成评标委员会。", "Have the experts drawn first."),
        Laws.Bidding.At("第三十七条", "art. 37")
    );

public sealed record EvaluationBegunAlready(string Lot)
    : Refusal(
        ($"标段 {Lot} 的评标已经开始。", $"The evaluation of lot {Lot} has begun already."),
        ("请从评标列表打开。", "Open it from the list.")
    );

public sealed record NoDocumentToEvaluateBy()
    : Refusal(
        (
            "找不到开标时有效的招标文件，没有评标标准。",
            "The tender document of the opening is missing; there is no standard to evaluate by."
        ),
        ("请联系系统管理员。", "Turn to the administrator."),
        EvaluationLaw.Standard
    );

public sealed record MaximumPriceNeeded()
    : Refusal(
        (
            "评标基准价按最高投标限价计算，但本标段没有最高投标限价。",
            "The benchmark is computed from the maximum price, and the lot has none."
        ),
        ("请核对招标文件。", "Check the documents."),
        EvaluationLaw.Standard
    );

public sealed record EvaluationTimeWrong()
    : Refusal(
        (
            $"评标时间和延长时间要在 {Rulebook.EvaluationShortest.Amount} 到 {Rulebook.EvaluationLongest.Amount} 分钟之间。",
            $"The time of an evaluation, and a prolongation, is {Rulebook.EvaluationShortest.Amount} to {Rulebook.EvaluationLongest.Amount} minutes."
        ),
        ("请重新填写分钟数。", "Enter the minutes again."),
        Rulebook.EvaluationLongest.Basis
    );

public sealed record CreditValuesWrong()
    : Refusal(
        (
            "招标文件有信用分：请为每份已解密的投标文件各填一个分值（不超过该项满分）、来源和不晚于投标截止日的日期。",
            "The document scores credit: enter for every opened bid its points (within the item), the source and a day not after the deadline."
        ),
        ("没有信用评价的单位填 0 分并写明。", "Enter 0 for a firm without a rating, and say so."),
        EvaluationLaw.Setting
    );

public sealed record PledgeFirst()
    : Refusal(
        ("请先确认没有应当回避的情形并作出承诺。", "First confirm that no tie makes you step back, and give the pledge."),
        ("在页面上点“承诺并开始”。", "Press “Pledge and begin”."),
        EvaluationLaw.Recusal
    );

public sealed record YouRecused()
    : Refusal(
        ("您已申请回避，不再参加本项目评标。", "You have recused yourself and no longer take part."),
        ("请等补抽的专家到会。", "The seat will be filled by a new draw."),
        EvaluationLaw.Recusal
    );

public sealed record RecusalNeedsWords()
    : Refusal(
        ("请写明与哪家投标人有什么关系。", "Say which bidder, and what the tie is."),
        ("写清楚后再提交。", "Write it and send again."),
        EvaluationLaw.Recusal
    );

public sealed record SeatEmpty()
    : Refusal(
        ("有席位空缺：要等补抽的评委到会，全体到齐才能继续。", "A seat is empty: nothing goes on before it is filled by a new draw."),
        ("请等补抽。", "Wait for the replacement."),
        EvaluationLaw.Replacement
    );

public sealed record NotAllPledged(int Missing)
    : Refusal(
        ($"还有 {Missing} 位评委没有承诺。", $"{Missing} members have not pledged yet."),
        ("请等全体评委承诺后再推选组长。", "Wait until all have."),
        EvaluationLaw.Recusal
    );

public sealed record NoSuchSeat()
    : Refusal(("没有这个席位。", "There is no such seat."), ("请从名单中选一位。", "Choose one from the list."));

public sealed record LeaderOnly()
    : Refusal(
        ("这一步由评标委员会组长办理。", "This step is the leader's."),
        ("请告诉组长。", "Tell the leader."),
        Laws.EvaluationCommittees.At("第九条", "art. 9")
    );

public sealed record TimeIsOver(DateTime End)
    : Refusal(
        (
            $"计划的评标时间到 {CountyTime.Local(End):yyyy-MM-dd HH:mm} 为止。",
            $"The time planned for the evaluation ended at {CountyTime.Local(End):yyyy-MM-dd HH:mm}."
        ),
        (
            "认为时间不够的，请提议延长；超过三分之一的评委赞成即延长。",
            "Move for more time: it is given where more than a third of the members say so."
        ),
        Rulebook.MoreTimeShare.Basis
    );

public sealed record BidNotInEvaluation()
    : Refusal(
        ("这份投标文件不在本次评标中，或者已被否决。", "This bid is not in the evaluation, or was rejected."),
        ("请刷新页面。", "Reload the page.")
    );

public sealed record NoSuchItem()
    : Refusal(
        ("这一项现在不由评委打分。", "Members do not score this item now."),
        ("报价由系统计算；暗标部分和其他部分分开评。", "The price is computed by the house; the blind part is scored by itself."),
        EvaluationLaw.Standard
    );

public sealed record PointsOutOfRange(string Item, int Most)
    : Refusal(
        ($"“{Item}”的分值在 0 到 {Most} 之间，至多两位小数。", $"“{Item}” is scored from 0 to {Most}, with two decimals at most."),
        ("请重新填写。", "Enter it again."),
        EvaluationLaw.Standard
    );

public sealed record ExtremeNeedsReason(string Item)
    : Refusal(
        ($"“{Item}”给了满分或零分，请写明理由。", $"“{Item}” got none or all of its points: say why."),
        ("写明依据投标文件的哪一处。", "Say on which part of the bid it rests."),
        EvaluationLaw.Setting
    );

public sealed record AlreadyClosed()
    : Refusal(
        ("您已提交这一部分，不能再改。", "You have closed this part; it cannot be changed."),
        ("汇总时如有畸高畸低的评分，再作说明。", "Scores far from the group are explained in the summary."),
        EvaluationLaw.Members
    );

public sealed record ScoresMissing(int Missing)
    : Refusal(
        ($"还有 {Missing} 项没有打分。", $"{Missing} scores are missing."),
        ("请按左边列表逐项打完再提交。", "Go through the list, then close."),
        EvaluationLaw.Standard
    );

public sealed record MotionReasonNeeded()
    : Refusal(
        (
            "请写明理由（不超过 1000 字），所需的各项都要填。",
            "Give the reason (1,000 characters at most) and everything that the motion needs."
        ),
        ("补全后再提出。", "Complete it and put it again."),
        EvaluationLaw.Rejection
    );

public sealed record EnoughBidsLeft(int Left)
    : Refusal(
        (
            $"还有 {Left} 份有效投标，不少于 {Rulebook.CompetitionFewest.Amount} 份，不能以缺乏竞争否决全部投标。",
            $"{Left} bids are left, not fewer than {Rulebook.CompetitionFewest.Amount}: all cannot be rejected for want of competition."
        ),
        ("请继续评审。", "Go on with the evaluation."),
        Rulebook.CompetitionFewest.Basis
    );

public sealed record NoSuchAdjustment()
    : Refusal(
        ("招标文件没有规定这项调整。", "The documents name no such adjustment."),
        ("只能按招标文件规定的项目调整。", "Only what the documents name may be adjusted."),
        EvaluationLaw.Standard
    );

public sealed record MotionNotFound()
    : Refusal(("没有这项提议，或者已有结果。", "There is no such motion, or it is decided."), ("请刷新页面。", "Reload the page."));

public sealed record MotionOpen()
    : Refusal(
        ("还有提议没有表决完。", "A motion is still open."),
        ("请全体评委先表决。", "Let all members vote first."),
        EvaluationLaw.Rejection
    );

public sealed record AnswerAwaited(DateTime Due)
    : Refusal(
        (
            $"还在等投标人澄清，答复时间到 {CountyTime.Local(Due):HH:mm}。",
            $"An answer of a bidder is awaited until {CountyTime.Local(Due):HH:mm}."
        ),
        ("收到答复或时间到了再继续。", "Go on once it is there or the time is over."),
        EvaluationLaw.Clarification
    );

public sealed record MustBeRejected(string Bidder)
    : Refusal(
        ($"{Bidder}的报价高于最高投标限价，应当否决。", $"The price of {Bidder} is above the maximum price: it must be rejected."),
        ("请提议否决并表决。", "Move to reject it, and vote."),
        RejectionGrounds.BasisOf(RejectionGround.AboveMaximumPrice)
    );

public sealed record LowPriceNotAsked(string Bidder)
    : Refusal(
        (
            $"{Bidder}的报价明显低于其他报价，还没有要求书面说明。",
            $"The price of {Bidder} is far below the others and has not been asked about."
        ),
        ("请组长要求该投标人书面说明并提供证明。", "Let the leader ask for a written explanation and proof."),
        EvaluationLaw.LowPrice
    );

public sealed record LowPriceUnexplained(string Bidder)
    : Refusal(
        (
            $"{Bidder}没有在规定时间说明低价，按低于成本处理。",
            $"{Bidder} has not explained its low price in time: it counts as below cost."
        ),
        ("请提议以低于成本否决并表决。", "Move to reject it as below cost, and vote."),
        EvaluationLaw.LowPrice
    );

public sealed record QuestionNeeded()
    : Refusal(
        (
            "请写明要澄清什么（不超过 2000 字），不得暗示或诱导。",
            "Write what is to be made clear (2,000 characters at most), without hint or leading."
        ),
        ("补全后再发出。", "Complete it and send."),
        EvaluationLaw.Clarification
    );

public sealed record AnswerTimeWrong()
    : Refusal(
        (
            $"答复时间在 {Rulebook.ClarificationShortest.Amount} 到 {Rulebook.ClarificationLongest.Amount} 分钟之间。",
            $"The time to answer is {Rulebook.ClarificationShortest.Amount} to {Rulebook.ClarificationLongest.Amount} minutes."
        ),
        ("请重新填写分钟数。", "Enter the minutes again."),
        Rulebook.ClarificationLongest.Basis
    );

public sealed record NotWhileBlind()
    : Refusal(
        (
            "暗标评审期间不显示投标人，也不发起澄清和提议。",
            "While the blind part is scored no bidder is named: nobody asks and nothing is moved."
        ),
        ("暗标全部提交后再办理。", "Wait until the blind part is closed."),
        EvaluationLaw.Setting
    );

public sealed record NothingWasAsked()
    : Refusal(
        ("评标委员会没有向您提出这项澄清，或者您已答复。", "The committee has not asked you this, or you have answered."),
        ("投标人不得主动提出澄清、说明。", "A bidder may not offer explanations."),
        EvaluationLaw.Clarification
    );

public sealed record AnswerTooLate(DateTime Due)
    : Refusal(
        (
            $"答复时间已于 {CountyTime.Local(Due):yyyy-MM-dd HH:mm:ss} 结束。",
            $"The time to answer ended at {CountyTime.Local(Due):yyyy-MM-dd HH:mm:ss}."
        ),
        ("评标委员会将按现有投标文件评审。", "The committee goes on with the bid as it is."),
        EvaluationLaw.Clarification
    );

public sealed record AnswerNeedsWords()
    : Refusal(
        ("请写明答复（不超过 4000 字）。", "Write your answer (4,000 characters at most)."),
        ("需要证明的，附上文件。", "Add a file where proof is asked for."),
        EvaluationLaw.Clarification
    );

public sealed record SubstanceMayNotChange()
    : Refusal(
        (
            "澄清不得超出投标文件的范围或者改变投标文件的实质性内容，请先确认这一点。",
            "An answer may not go beyond the bid or change its substance: confirm that first."
        ),
        ("勾选确认后再提交。", "Tick the box, then send."),
        EvaluationLaw.Clarification
    );

public sealed record NotYourScoreToExplain()
    : Refusal(
        ("这不是您的评分，或者它不需要说明。", "This is not your score, or it needs no explanation."),
        ("只能说明或更正自己的畸高畸低评分。", "You explain or correct your own scores only, where they lie far from the group."),
        EvaluationLaw.Setting
    );

public sealed record ScoreUnexplained(string Member, string Item)
    : Refusal(
        (
            $"{Member}对“{Item}”的评分明显偏离其他评委，还没有说明理由。",
            $"The score of {Member} for “{Item}” lies far from the others and has no reason yet."
        ),
        ("请该评委说明理由或更正。", "Let that member explain or correct it."),
        EvaluationLaw.Setting
    );

public sealed record SignedAlready()
    : Refusal(
        ("已经签署，不能再改。", "It is signed and cannot be changed."),
        ("如发现错误，请告诉监督人员。", "Tell the supervisor if something is wrong."),
        EvaluationLaw.Report
    );

public sealed record DissentNeedsReason()
    : Refusal(
        ("不同意评标结果的，请书面写明不同意见和理由。", "Whoever does not agree writes the dissent and its reasons."),
        ("写明后再签署。", "Write it, then sign."),
        EvaluationLaw.Report
    );

public sealed record RefusalNeedsWords()
    : Refusal(
        ("请写明该评委如何拒绝签字又不书面说明。", "Say how the member refused both to sign and to write."),
        ("写明后再记录。", "Write it, then record."),
        EvaluationLaw.Report
    );

public sealed record NoteNeedsWords()
    : Refusal(
        ("请写明监督记录（不超过 1000 字）。", "Write the note (1,000 characters at most)."),
        ("写明后再记录。", "Write it, then record.")
    );
