using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Evaluation;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>Provisions by which likeness of bids is looked at.</summary>
public static class CollusionLaw
{
    /// <summary>视为投标人相互串通投标: the six grounds.</summary>
    public static readonly Provision Deemed = Laws.BiddingRegulation.At("第四十条", "art. 40");

    /// <summary>行政监督部门依法查处招标投标活动中的违法行为</summary>
    public static readonly Provision Investigation = Laws.Bidding.At("第七条", "art. 7");

    /// <summary>What is in a bid is secret until the opening.</summary>
    public static readonly Provision NobodyBefore = Laws.ElectronicBidding.At("第二十七条", "art. 27");
}

public sealed record OpeningNotOver(string Lot)
    : Refusal(
        ($"标段 {Lot} 的开标还没有结束，投标文件不能比对。", $"The opening of lot {Lot} is not over; its bids cannot be compared yet."),
        ("请在开标结束后再比对。", "Come back once the opening has ended."),
        CollusionLaw.NobodyBefore
    );

public sealed record NothingToCompare(string Lot)
    : Refusal(
        (
            $"标段 {Lot} 已解密的投标文件少于两份，没有可比对的。",
            $"Fewer than two bids of lot {Lot} were opened: there is nothing to compare."
        ),
        ("请核对开标记录。", "Look at the record of the opening."),
        CollusionLaw.Deemed
    );

public sealed record BlankBillUnreadable()
    : Refusal(
        ("空白清单里没有读到清单行。", "No row of a bill was found in the blank bill."),
        (
            "请上传 UTF-8 的 .csv：序号,项目编码,项目名称,单位,工程量,综合单价,合价；或者不传，只核对算术和报价。",
            "Send a .csv in UTF-8 with number, code, name, unit, quantity, unit price, amount; or none, and only arithmetic and prices are checked."
        )
    );

public sealed record NotComparedYet()
    : Refusal(
        ("本标段还没有比对报告。", "There is no report of this lot yet."),
        ("请先运行雷同性分析。", "Let the analysis run first."),
        CollusionLaw.Deemed
    );

public sealed record ReportOutdated(int Newest)
    : Refusal(
        ($"已有更新的报告（第 {Newest} 次），请按新报告办理。", $"There is a newer report (run {Newest}): go by that one."),
        ("请刷新页面，看最新的报告。", "Reload the page and read the newest report."),
        CollusionLaw.Deemed
    );

public sealed record PairNotFound()
    : Refusal(
        ("报告里没有这一对投标文件的线索。", "The report has found nothing between these two bids."),
        ("请从矩阵里有线索的格子进入。", "Choose a cell of the matrix in which something was found."),
        CollusionLaw.Deemed
    );

public sealed record TooFewSuspects()
    : Refusal(
        ("移交至少要有两家涉嫌企业。", "A referral names at least two firms."),
        ("请勾选经人确认的同一对或几对中的企业。", "Tick firms of pairs that a person has confirmed."),
        CollusionLaw.Deemed
    );

public sealed record NotConfirmed(string Firm)
    : Refusal(
        (
            $"“{Firm}”与其他所选企业之间没有经人确认的线索，不能移交。",
            $"No finding between “{Firm}” and the other firms was confirmed by a person."
        ),
        (
            "请先看两边原文，作出判断并写明理由；机器的提示不能直接移交。",
            "Read both places and judge first; what the machine says is not referred."
        ),
        CollusionLaw.Deemed
    );

public sealed record OfficeNotCompetent()
    : Refusal(
        ("所选部门没有交易监管岗位，不能接收移交。", "That office has no post of trading supervision and cannot receive a referral."),
        ("请选择对本项目有查处职责的行政监督部门。", "Choose the department that investigates tenders of this kind."),
        CollusionLaw.Investigation
    );

public sealed record ReferralNotFound(string Asked)
    : Refusal(($"查无移交 {Asked}。", $"There is no referral {Asked}."), ("请核对移交编号。", "Check its number."));

public sealed record ReferralOver()
    : Refusal(
        ("该移交已反馈结果并办结。", "The result of this referral is recorded; it is closed."),
        ("有新情况的，请另行移交。", "Refer anew what has come up since."),
        CollusionLaw.Investigation
    );

public sealed record AidAfterPledge()
    : Refusal(
        (
            "承诺并开始评标以后才能看辅助评标结果；已回避的不能看。",
            "The aid is read after the pledge; whoever has stepped back does not read it."
        ),
        ("请先在评标页面核对回避情形并承诺。", "Check your ties and pledge on the page of the evaluation first."),
        EvaluationLaw.Members
    );

public sealed record AidAfterBlindPart()
    : Refusal(
        ("暗标评审提交以前不能看：辅助评标结果里有投标人名称。", "Not before the blind part is closed: the aid names the bidders."),
        ("请先完成暗标评审。", "Finish the blind part first."),
        EvaluationLaw.Members
    );
