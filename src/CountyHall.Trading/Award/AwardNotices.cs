using System.Globalization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>What the award publishes: made from report, bid and contract alone. Rejected bids and their reasons are told to each of them and to nobody else.</summary>
internal static class AwardNotices
{
    /// <summary>中标候选人公示. Implementing Regulation art. 54; TR-11.2.</summary>
    public static IReadOnlyList<NoticeSection> Candidates(
        Tender tender,
        Lot lot,
        IReadOnlyList<Candidate> candidates,
        EvaluationKind method,
        DateTime until,
        int reviews,
        string contact
    )
    {
        List<NoticeSection> sections =
        [
            LotOf(lot),
            At(
                NoticeKind.Candidates,
                "candidates",
                string.Join('\n', candidates.Select((c, i) => Line(c, i, method))) + $"\n评标办法：{DocumentWords.Of(method).Zh}。"
            ),
            At(
                NoticeKind.Candidates,
                "leaders",
                string.Join('\n', candidates.Select(c => $"{c.BidderName}：{c.Leader}，{c.LeaderCertificates}"))
            ),
            At(NoticeKind.Candidates, "qualification", string.Join('\n', candidates.Select(c => $"{c.BidderName}：{c.Qualification}"))),
            At(
                NoticeKind.Candidates,
                "period",
                $"自本公告发布之日起，到 {Written.Minute(until)} 止（不少于 {Rulebook.CandidatePublicity.Amount} 日，最后一日遇休息日顺延）。"
            ),
            At(
                NoticeKind.Candidates,
                "objections",
                $"投标人或者其他利害关系人对评标结果有异议的，在公示期内通过本平台向招标人 {tender.EntityName} 提出；招标人自收到之日起 {Rulebook.ResultObjectionAnswer.Amount} 日内答复，答复前暂停招标投标活动。对答复不满意的，可以向行政监督部门投诉。{contact}"
            ),
        ];
        if (reviews > 0)
            sections.Add(new("review", ("复核", "Review"), $"评标委员会复核 {reviews} 次后重新公示，公示期重新计算。"));
        return sections;
    }

    private static string Line(Candidate c, int index, EvaluationKind method) =>
        $"第{"一二三"[index]}中标候选人：{c.BidderName}；投标报价 {Written.Yuan(c.Price)} 元；"
        + (
            method == EvaluationKind.Comprehensive
                ? $"综合得分 {c.Score.ToString("0.00##", CultureInfo.InvariantCulture)}；"
                : $"经评审的投标价 {Written.Yuan(c.EvaluatedPrice)} 元；"
        )
        + $"质量 {c.Quality}；工期 {c.Duration} 日历天";

    /// <summary>中标结果公告. Bidding Law art. 45.</summary>
    public static IReadOnlyList<NoticeSection> Result(Lot lot, Candidate winner, Slate slate, Gain gain)
    {
        List<NoticeSection> sections =
        [
            LotOf(lot),
            At(NoticeKind.Result, "winner", winner.BidderName),
            At(NoticeKind.Result, "price", $"{Written.Yuan(winner.Price)} 元，{Bids.ChineseAmount.Of(winner.Price)}"),
            At(NoticeKind.Result, "terms", Terms(winner)),
            new(
                "gain",
                ("节资", "Saved"),
                $"{(gain.IsMaximumPrice ? "最高投标限价" : "合同估算价")} {Written.Yuan(gain.Compared)} 元，节资 {Written.Yuan(gain.Amount)} 元。"
            ),
        ];
        if (slate.Passed.Count > 0)
            sections.Add(
                new(
                    "passed",
                    ("未能中标的候选人", "Candidates passed over"),
                    string.Join('\n', slate.Passed.Select(p => $"{p.BidderName}：{PassOverGrounds.NameOf(p.Ground).Zh}"))
                )
            );
        return sections;
    }

    /// <summary>合同公告. Zhejiang Bidding Regulation art. 40.</summary>
    public static IReadOnlyList<NoticeSection> Contract(
        Tender tender,
        Lot lot,
        ContractSigned signed,
        IReadOnlyList<ContractDeparture> departures
    ) =>
        [
            LotOf(lot),
            At(NoticeKind.Contract, "parties", $"发包人：{tender.EntityName}\n承包人：{signed.Winner.BidderName}"),
            At(NoticeKind.Contract, "contract", $"{signed.Contract.Number}，{CountyTime.DayOf(signed.At):yyyy-MM-dd} 订立"),
            At(
                NoticeKind.Contract,
                "price",
                $"{Written.Yuan(signed.Contract.Price)} 元，{Bids.ChineseAmount.Of(signed.Contract.Price)}"
                    + (signed.Bond is { } bond ? $"；履约保证金 {Written.Yuan(bond.Amount)} 元" : "；不要求履约保证金")
            ),
            At(
                NoticeKind.Contract,
                "terms",
                $"工期 {signed.Contract.Duration} 日历天；质量 {signed.Contract.Quality}；项目负责人 {signed.Contract.Leader}"
            ),
            At(
                NoticeKind.Contract,
                "compared",
                departures.Count == 0
                    ? "价款、工期、质量、项目负责人和合同条款与招标文件、中标人的投标文件一致。"
                    : $"价款、工期、质量、项目负责人一致；按招标文件补填空白的条款：{string.Join("、", departures.Select(d => d.What.Zh))}。"
            ),
        ];

    /// <summary>履约公告</summary>
    public static IReadOnlyList<NoticeSection> Performance(Lot lot, PerformanceKind kind, long? amount, string text) =>
        [
            LotOf(lot, NoticeKind.Performance),
            At(NoticeKind.Performance, "what", PerformanceEntry.NameOf(kind).Zh + (amount is { } fen ? $" {Written.Yuan(fen)} 元" : "")),
            At(NoticeKind.Performance, "text", text),
        ];

    /// <summary>流标公告: opened and evaluated, and nobody wins.</summary>
    public static IReadOnlyList<NoticeSection> Failure(Lot lot, FailureReason reason) =>
        [
            new("lots", ("流标的标段", "Lots"), $"{lot.NameZh}（{lot.Number}）"),
            new(
                "reason",
                ("原因和依据", "Reason and ground"),
                reason == FailureReason.AllRejected
                    ? $"{FailureReasons.NameOf(reason).Zh}。《{Laws.Bidding.Title.Zh}》第四十二条。"
                    : $"{FailureReasons.NameOf(reason).Zh}。《{Laws.BiddingRegulation.Title.Zh}》第五十五条。"
            ),
            new("next", ("后续", "What follows"), "招标人应当重新招标。"),
            new("securities", ("保证金", "Securities"), "已交纳的投标保证金，除依法不予退还的以外，全部退还。"),
        ];

    public static string Terms(Candidate c) =>
        $"工期 {c.Duration} 日历天；质量 {c.Quality}；项目负责人 {c.Leader}（{c.LeaderCertificates}）";

    private static NoticeSection LotOf(Lot lot, NoticeKind kind = NoticeKind.Candidates) => At(kind, "lot", $"{lot.Number} {lot.NameZh}");

    private static NoticeSection At(NoticeKind kind, string key, string text) =>
        new(key, NoticeContents.Of(kind).Single(r => r.Key == key).Name, text);
}

/// <summary>节资 of one lot, fen.</summary>
internal sealed record Gain(long Compared, long Amount, bool IsMaximumPrice)
{
    public static Gain Of(Lot lot, long price)
    {
        var compared = lot.MaximumPrice ?? lot.Estimate;
        return new(compared, TradeResult.GainOf(compared, price), lot.MaximumPrice is not null);
    }
}
