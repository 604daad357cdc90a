using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Award;

/// <summary>The step does not exist where the award stands.</summary>
public sealed record WrongAwardStage(AwardStage At)
    : Refusal(
        ($"现在处于“{At.Name.Zh}”，不能这样办理。", $"It stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的环节办理。", "Reload the page and go on from where it stands now.")
    );

public sealed record NoReportYet(string Lot)
    : Refusal(
        ($"标段 {Lot} 还没有全体评委签字的评标报告。", $"Lot {Lot} has no report yet that all members have signed."),
        ("评标报告签完后，在三日内公示中标候选人。", "Once it is signed, the candidates are published within three days."),
        Rulebook.CandidatesAfterReport.Basis
    );

/// <summary>否决全部投标: there is nobody to be published.</summary>
public sealed record NobodyToPublish()
    : Refusal(
        ("评标报告里没有可以公示的投标人。", "The report leaves nobody to be published."),
        ("请办理流标，分析原因后重新招标。", "Declare the lot failed, and tender again."),
        Laws.Bidding.At("第四十二条", "art. 42")
    );

/// <summary>A lot that has candidates does not fail.</summary>
public sealed record CandidatesAreLeft()
    : Refusal(
        ("还有可以确定为中标人的投标人，不能办理流标。", "There is still somebody who may win: the lot has not failed."),
        ("请公示候选人或者确定中标人。", "Publish the candidates, or choose the winner."),
        PassOverGrounds.Basis
    );

/// <summary>C53: nobody wins above the maximum price.</summary>
public sealed record AboveMaximumPrice(string Bidder, long Price, long Most)
    : Refusal(
        (
            $"{Bidder} 的报价 {Written.Yuan(Price)} 元高于最高投标限价 {Written.Yuan(Most)} 元，不能作为中标候选人。",
            $"The price of {Bidder}, {Written.Yuan(Price)} yuan, is above the maximum price of {Written.Yuan(Most)} yuan: no candidate."
        ),
        ("请退回评标委员会复核。", "Refer the report back to the committee."),
        Laws.BiddingRegulation.At("第五十一条第五项", "art. 51(5)")
    );

public sealed record CandidateDetailsMissing(string Bidder)
    : Refusal(
        (
            $"没有填写 {Bidder} 的项目负责人证书编号或者资格能力条件。",
            $"The certificates of the project leader of {Bidder}, or its qualification, are missing."
        ),
        ("请照投标文件填写，公示要写明。", "Fill them in from the bid; the notice must say them."),
        Laws.BiddingRegulation.At("第五十四条第一款", "art. 54(1)")
    );

/// <summary>异议期以外</summary>
public sealed record NotInPublicity : Refusal
{
    /// <param name="until">The last instant at which it was in time; none where nothing is being published.</param>
    public NotInPublicity(DateTime? until)
        : base(
            until is { } last
                ? (
                    $"公示已于 {Written.Minute(last)} 结束，异议应当在公示期内提出。",
                    $"The publicity ended at {Written.Minute(last)}; an objection is raised while it lasts."
                )
                : ("本标段没有在公示的候选人。", "No candidates of this lot are being published."),
            (
                "认为违法的，可以自知道之日起十日内向行政监督部门投诉。",
                "Whoever sees a breach of law may complain to the supervising department within ten days of knowing."
            ),
            Laws.BiddingRegulation.At("第五十四条第二款", "art. 54(2)")
        ) => Ended = until;

    public DateTime? Ended { get; }
}

public sealed record InterestMissing()
    : Refusal(
        ("您不是本标段的投标人，请说明与评标结果的利害关系。", "You did not bid for this lot: say how its result touches your interests."),
        ("投标人和其他利害关系人可以提出异议。", "Bidders and others whose interests are touched may object."),
        Laws.BiddingRegulation.At("第五十四条第二款", "art. 54(2)")
    );

public sealed record NoSuchResultObjection(int Number)
    : Refusal(
        ($"没有待答复的第 {Number} 号异议。", $"There is no objection {Number} that waits for an answer."),
        ("请刷新页面。", "Reload the page."),
        Rulebook.ResultObjectionAnswer.Basis
    );

/// <summary>暂停: nothing of the award goes on before an objection is answered.</summary>
public sealed record ResultSuspended()
    : Refusal(
        ("有对评标结果的异议还没有答复，招标投标活动暂停。", "An objection to the result is not answered yet: the tender is suspended."),
        ("请先答复异议。", "Answer the objection first."),
        Rulebook.ResultObjectionAnswer.Basis
    );

/// <summary>公示期未满</summary>
public sealed record PublicityLasts : Refusal
{
    public PublicityLasts(DateTime until)
        : base(
            (
                $"公示期到 {Written.Minute(until)} 才结束，期满前不能确定中标人。",
                $"The publicity lasts until {Written.Minute(until)}; no winner is chosen before its end."
            ),
            ("公示期满、异议都答复后再办理。", "Come back when it is over and every objection answered."),
            Rulebook.CandidatePublicity.Basis
        ) => End = until;

    public DateTime End { get; }
}

public sealed record EvidenceMissing()
    : Refusal(
        ("没有写明事由的证据（不超过 2000 字）。", "The evidence of the ground is missing (2000 characters at most)."),
        (
            "请写明书面文件的名称和编号，例如放弃声明、查处决定、银行证明。",
            "Name the paper and its number: the declaration, the decision, the bank's answer."
        ),
        PassOverGrounds.Basis
    );

/// <summary>TR-3.31: there are four grounds and no other.</summary>
public sealed record NoGroundToPassOver(string Name)
    : Refusal(
        ($"不能这样取消 {Name} 的中标资格。", $"{Name} cannot be passed over in this way."),
        (
            "只有放弃中标、因不可抗力不能履行合同、不按要求提交履约保证金、查实有影响中标结果的违法行为四种事由。",
            "There are four grounds: giving up, force majeure, no performance bond as asked for, a proven unlawful act."
        ),
        PassOverGrounds.Basis
    );

public sealed record NotACandidate()
    : Refusal(
        ("该单位不是现有的中标候选人。", "That firm is not among the candidates who are left."),
        ("请从名单中选择。", "Choose one of the list."),
        PassOverGrounds.Basis
    );

/// <summary>Nobody is left: the only way on is to tender again.</summary>
public sealed record NoNextCandidate()
    : Refusal(
        ("后面没有候选人了，只能重新招标。", "No candidate comes after: the lot can only be tendered again."),
        ("请选择重新招标。", "Choose to tender again."),
        PassOverGrounds.Basis
    );

public sealed record NoCommittee()
    : Refusal(
        ("本项目没有在任的评标委员会成员，不能退回复核。", "No member of the committee holds a seat any more: there is nobody to review."),
        ("请联系交易中心。", "Turn to the trading centre."),
        Laws.BiddingRegulation.At("第四十八条", "art. 48")
    );

public sealed record ReviewedAlready()
    : Refusal(
        ("您已经签过这次复核意见。", "You have signed this review already."),
        ("签过的意见不能改。", "What is signed is not changed."),
        Laws.BiddingRegulation.At("第五十三条第二款", "art. 53(2)")
    );

public sealed record NotInTheRanking()
    : Refusal(
        ("所选投标人不在评标报告的排序里，或者没有写明理由。", "The bidder is not in the ranking of the report, or no reason is given."),
        ("请从排序中选择，并写明理由和条款。", "Choose one of the ranking, and give reason and clause."),
        Laws.BiddingRegulation.At("第五十一条", "art. 51")
    );

/// <summary>TR-3.36: a tenth of the contract at most.</summary>
public sealed record BondTooHigh(long Most)
    : Refusal(
        (
            $"履约保证金不得超过中标合同金额的 {Rulebook.PerformanceBond.Amount}%，即 {Written.Yuan(Most)} 元。",
            $"A performance bond is {Rulebook.PerformanceBond.Amount} percent of the contract at most: {Written.Yuan(Most)} yuan."
        ),
        ("请改低，招标文件不要求的填 0。", "Ask for less, or 0 where the documents ask for none."),
        Rulebook.PerformanceBond.Basis
    );

public sealed record BondNotThere(long Asked)
    : Refusal(
        (
            $"中标人还没有按要求提交履约保证金 {Written.Yuan(Asked)} 元，不能签订合同。",
            $"The performance bond of {Written.Yuan(Asked)} yuan is not there yet: no contract is signed."
        ),
        ("收到后请登记；不按要求提交的，可以取消其中标资格。", "Enter it when it comes; a winner who gives none may be passed over."),
        Laws.BiddingRegulation.At("第七十四条", "art. 74")
    );

public sealed record BondTooLow(long Asked)
    : Refusal(
        ($"履约保证金少于要求的 {Written.Yuan(Asked)} 元。", $"The bond is below the {Written.Yuan(Asked)} yuan that were asked for."),
        ("请按收到的保函或者到账金额核对。", "Check it against the letter or the payment."),
        Rulebook.PerformanceBond.Basis
    );

/// <summary>Bidding Law art. 46: the contract keeps to the documents and the bid.</summary>
public sealed record ContractDeparts(IReadOnlyList<ContractDeparture> Departures)
    : Refusal(
        (
            $"合同与招标文件、投标文件的实质性内容不一致：{string.Join("、", Departures.Where(d => d.IsSubstantial).Select(d => d.What.Zh))}。",
            $"The contract departs from the substance of documents and bid: {string.Join(", ", Departures.Where(d => d.IsSubstantial).Select(d => d.What.En))}."
        ),
        ("请按招标文件和中标人的投标文件改回。", "Put it back as documents and bid have it."),
        Laws.Bidding.At("第四十六条第一款", "art. 46(1)")
    );

public sealed record NotTheWinner()
    : Refusal(
        ("您代表的单位不是本标段的中标人。", "Your firm is not the winner of this lot."),
        ("请看结果公告。", "See the notice of the result."),
        PassOverGrounds.Basis
    );

public sealed record GivenUpAlready()
    : Refusal(
        ("已经递交过放弃声明。", "You have given up already."),
        ("招标人会作出处理。", "The tendering entity takes the next step."),
        PassOverGrounds.Basis
    );

public sealed record ReportedAlready()
    : Refusal(
        ("已经向行政监督部门提交书面报告。", "The supervising department has the written report already."),
        ("不用再提交。", "Nothing more is to be done."),
        Rulebook.AwardReport.Basis
    );

public sealed record NoWinnerYet()
    : Refusal(
        ("还没有确定中标人。", "There is no winner yet."),
        ("确定中标人后十五日内提交书面报告。", "The report follows within fifteen days of the choice."),
        Rulebook.AwardReport.Basis
    );

public sealed record ContractNotPublished()
    : Refusal(
        ("合同还没有公告和备案。", "The contract is not published and filed yet."),
        ("请先发布合同公告。", "Publish it first."),
        Rulebook.ContractFiling.Basis
    );

public sealed record NotYetToArchive(IReadOnlyList<string> Lots)
    : Refusal(
        ($"这些标段还没有办完：{string.Join("、", Lots)}。", $"These lots are not at their end: {string.Join(", ", Lots)}."),
        (
            "全部标段履约完成（并已向监督部门提交书面报告）、流标或者终止后归档。",
            "A tender is archived when each lot is performed and reported to the department, or failed, or stopped."
        ),
        Laws.ElectronicBidding.At("第四十条", "art. 40")
    );

public sealed record ArchivedAlready()
    : Refusal(
        ("已经归档，归档的内容不再改变。", "It is archived already, and what is archived changes no more."),
        ("请下载档案包或者哈希清单。", "Download the package or its list of hashes."),
        Laws.ElectronicBidding.At("第四十条", "art. 40")
    );

/// <summary>TR-3.22: only the second failure for want of bids may end the tendering.</summary>
public sealed record NotFailedTwice()
    : Refusal(
        (
            $"只有重新招标后投标人仍少于 {Rulebook.FewestBidsAgain.Amount} 个的标段，才可以申请不再招标。",
            $"Only a lot that had fewer than {Rulebook.FewestBidsAgain.Amount} bids again, after it was tendered a second time, may be stopped."
        ),
        ("请重新招标。", "Tender it again."),
        Rulebook.FewestBidsAgain.Basis
    );

public sealed record StopAskedAlready()
    : Refusal(
        ("申请已经提交，正在等监督部门批准。", "The request waits for the department already."),
        ("请等批准。", "Wait for its decision."),
        Rulebook.FewestBidsAgain.Basis
    );

public sealed record NoStopRequest()
    : Refusal(
        ("没有待批准的申请。", "No request waits for a decision."),
        ("请刷新页面。", "Reload the page."),
        Rulebook.FewestBidsAgain.Basis
    );
