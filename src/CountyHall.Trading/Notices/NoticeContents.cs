using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Notices;

/// <summary>A content that a kind of notice must have.</summary>
/// <param name="Key">Key of the section.</param>
public sealed record RequiredSection(string Key, Words Name, Provision Basis);

/// <summary>公告的必备内容, by kind, each with its article.</summary>
public static class NoticeContents
{
    private static readonly Provision Announced = Laws.Bidding.At("第十六条第二款", "art. 16(2)");
    private static readonly Provision Zhejiang = Laws.ZhejiangBidding.At("第十六条", "art. 16");
    private static readonly Provision Changed = Laws.BiddingRegulation.At("第二十一条", "art. 21");
    private static readonly Provision Ended = Laws.BiddingRegulation.At("第三十一条", "art. 31");
    private static readonly Provision TooFew = Laws.BiddingRegulation.At("第四十四条第二款", "art. 44(2)");
    private static readonly Provision OpeningLaw = Laws.Bidding.At("第三十六条", "art. 36");

    private static readonly Provision Shown = Laws.BiddingRegulation.At("第五十四条第一款", "art. 54(1)");
    private static readonly Provision Won = Laws.Bidding.At("第四十五条第一款", "art. 45(1)");
    private static readonly Provision Filed = Laws.ZhejiangBidding.At("第四十条", "art. 40");
    private static readonly Provision Kept = Laws.Bidding.At("第四十八条第一款", "art. 48(1)");

    /// <summary>A correction says which notice was wrong, and what is right: a county rule, because a notice is never altered.</summary>
    private static readonly Provision Corrected = Laws.CountySettings.At("公告只更正、不修改", "notices are corrected and never altered");

    public static IReadOnlyList<RequiredSection> Of(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.TenderAnnouncement =>
            [
                new("entity", ("招标人", "Tendering entity"), Announced),
                new("nature", ("项目性质", "Nature of the project"), Announced),
                new("scale", ("规模和招标范围", "Scale and scope"), Announced),
                new("place", ("实施地点", "Place"), Announced),
                new("time", ("实施时间", "Time"), Announced),
                new("funds", ("资金来源", "Funds"), Zhejiang),
                new("qualification", ("投标人资格要求", "Requirements on bidders"), Zhejiang),
                new("lots", ("标段", "Lots"), Announced),
                new("documents", ("招标文件的获取", "How to get the documents"), Announced),
                new("price", ("招标文件售价", "Price of the documents"), Zhejiang),
                new("deadline", ("投标截止和开标", "Deadline and opening"), Announced),
                new("contact", ("联系方式", "Contact"), Announced),
            ],
            NoticeKind.Clarification =>
            [
                new("what", ("澄清、修改的内容", "What is clarified or changed"), Changed),
                new("deadline", ("投标截止时间", "Deadline"), Changed),
            ],
            NoticeKind.Correction =>
            [
                new("corrects", ("更正的公告", "The notice corrected"), Corrected),
                new("wrong", ("原文", "As it was"), Corrected),
                new("right", ("更正为", "As it should be"), Corrected),
            ],
            NoticeKind.Termination =>
            [
                new("lots", ("终止的标段", "Lots"), Ended),
                new("reason", ("终止原因", "Reason"), Ended),
                new("refund", ("费用和保证金的退还", "What goes back"), Ended),
            ],
            NoticeKind.FailedTender => [new("lots", ("流标的标段", "Lots"), TooFew), new("reason", ("原因", "Reason"), TooFew)],
            NoticeKind.OpeningRecord =>
            [
                new("opening", ("开标时间和地点", "Time and place of the opening"), OpeningLaw),
                new("bids", ("唱标内容", "What was read out"), OpeningLaw),
            ],
            // TR-11.2: what the notice of candidates holds.
            NoticeKind.Candidates =>
            [
                new("lot", ("标段", "Lot"), Shown),
                new(
                    "candidates",
                    ("中标候选人（排序、名称、报价、质量、工期、评标情况）", "Candidates: rank, name, price, quality, time, evaluation"),
                    Shown
                ),
                new("leaders", ("项目负责人及证书编号", "Project leaders and their certificates"), Shown),
                new("qualification", ("响应招标文件要求的资格能力条件", "Qualification as the documents ask for it"), Shown),
                new("period", ("公示期", "Publicity"), Shown),
                new("objections", ("提出异议的渠道和方式", "How to object"), Shown),
            ],
            NoticeKind.Result =>
            [
                new("lot", ("标段", "Lot"), Won),
                new("winner", ("中标人", "Winner"), Won),
                new("price", ("中标价", "Price"), Won),
                new("terms", ("工期、质量、项目负责人", "Time, quality, project leader"), Won),
            ],
            NoticeKind.Contract =>
            [
                new("lot", ("标段", "Lot"), Filed),
                new("parties", ("合同双方", "Parties"), Filed),
                new("contract", ("合同编号和签订时间", "Number and day of the contract"), Filed),
                new("price", ("合同价", "Price"), Filed),
                new("terms", ("工期、质量、项目负责人", "Time, quality, project leader"), Filed),
                new("compared", ("与招标文件、投标文件的比对", "Compared with documents and bid"), Filed),
            ],
            NoticeKind.Performance =>
            [
                new("lot", ("标段", "Lot"), Kept),
                new("what", ("履约事项", "What happened"), Kept),
                new("text", ("内容", "Content"), Kept),
            ],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static Words NameOf(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.TenderAnnouncement => ("招标公告", "Tender announcement"),
            NoticeKind.Clarification => ("澄清、修改公告", "Clarification"),
            NoticeKind.Correction => ("更正公告", "Correction"),
            NoticeKind.OpeningRecord => ("开标记录", "Opening record"),
            NoticeKind.FailedTender => ("流标公告", "Failed tender"),
            NoticeKind.Candidates => ("中标候选人公示", "Candidates for the award"),
            NoticeKind.Result => ("中标结果公告", "Result"),
            NoticeKind.Contract => ("合同公告", "Contract"),
            NoticeKind.Performance => ("履约公告", "Performance of the contract"),
            _ => ("终止公告", "Termination"),
        };

    /// <summary>What a notice lacks; nothing where it may be published.</summary>
    public static IReadOnlyList<RequiredSection> Missing(NoticeKind kind, IReadOnlyList<NoticeSection> sections) =>
        [.. Of(kind).Where(r => !sections.Any(s => s.Key == r.Key && !string.IsNullOrWhiteSpace(s.Text)))];
}

/// <summary>A notice that lacks what its kind must have is not published.</summary>
public sealed record NoticeIncomplete(NoticeKind Kind, IReadOnlyList<RequiredSection> Missing)
    : Refusal(
        (
            $"{NoticeContents.NameOf(Kind).Zh}缺少：{string.Join("、", Missing.Select(m => m.Name.Zh))}。",
            $"The notice ({NoticeContents.NameOf(Kind).En}) lacks: {string.Join(", ", Missing.Select(m => m.Name.En))}."
        ),
        ("请补上后再发布。", "Add it and publish again."),
        Missing[0].Basis
    );
