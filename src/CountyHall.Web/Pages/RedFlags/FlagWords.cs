using System.Globalization;
using CountyHall.Kernel.Results;
using CountyHall.Trading.RedFlags.OwnLots;

namespace CountyHall.Web.Pages.RedFlags;

/// <summary>How the pages of red flags say what an indicator asks, what it saw in a lot, and what would explain it.</summary>
internal static class FlagWords
{
    /// <summary>The indicators that a lot of the house can raise, in the order of their codes. R048 is not among them: our lots name no classification of items.</summary>
    public static readonly IReadOnlyList<string> Codes = ["R003", "R018", "R024", "R025", "R028", "R030", "R035", "R036", "R038", "R058"];

    public static Words NameOf(string code) =>
        code switch
        {
            "R003" => ("投标时间短", "Short time to bid"),
            "R018" => ("只有一家投标", "Single bid"),
            "R024" => ("次低价紧贴中标价", "Next price close to the winner's"),
            "R025" => ("常投标、少中标", "Bids often, hardly wins"),
            "R028" => ("报价完全相同", "Identical prices"),
            "R030" => ("逾期投标中标", "Late bid won"),
            "R035" => ("中标人以外全被否决", "All but the winner rejected"),
            "R036" => ("最低报价被否决", "Lowest bid rejected"),
            "R038" => ("否决比例高", "Many bids rejected"),
            "R048" => ("供货品类过杂", "Supplies too many kinds"),
            "R058" => ("中标价远低于次低价", "Winner far below the next"),
            _ => Words.Same(code),
        };

    /// <summary>What the number of a flag says.</summary>
    public static Words ValueOf(RaisedFlag flag) =>
        flag.Code switch
        {
            "R024" or "R058" => ($"相差 {Percent(flag.Value)}", $"apart by {Percent(flag.Value)}"),
            "R025" => ($"中标率 {Percent(flag.Value)}", $"won {Percent(flag.Value)}"),
            "R035" => ($"被否决 {flag.Value:0} 家", $"{flag.Value:0} rejected"),
            "R038" => ($"被否决 {Percent(flag.Value)}", $"{Percent(flag.Value)} rejected"),
            _ => ("出现", "present"),
        };

    public static Words SubjectOf(FlagSubject subject) =>
        subject switch
        {
            FlagSubject.Buyer => ("招标人", "buyer"),
            FlagSubject.ProcuringEntity => ("组织招标的单位", "procuring entity"),
            FlagSubject.Tenderer => ("投标人", "tenderer"),
            _ => ("本标段", "this lot"),
        };

    /// <summary>When the indicator flags.</summary>
    public static Words RuleOf(string code) =>
        code switch
        {
            "R003" => ("从发出文件到投标截止不满 15 天。", "Fewer than 15 whole days from the documents to the deadline."),
            "R018" => ("公开或邀请招标，只有一家投标。", "An open or selective tender with one bid."),
            "R024" => (
                "（其他人最低有效报价 − 中标人最低有效报价）÷ 中标价，小于等于全部标段的下限。",
                "(the lowest valid bid of another − the winner's lowest) / the winner's, at or under the lower fence of all lots."
            ),
            "R025" => (
                "投标标段数不少于对比组的四分之三位数，而中标率小于等于下限。",
                "As many lots as three quarters of all bidders or more, and a share of wins at or under the lower fence."
            ),
            "R028" => ("两家不同的投标人报了同一个数。", "Two different bidders with one price."),
            "R030" => ("截止后到达的有效投标中了标。", "A valid bid that came after the deadline has won."),
            "R035" => ("只有中标人的投标有效，其他人都被否决。", "The winner's is the only valid bid; others were rejected."),
            "R036" => ("有中标人，而最低的报价被否决。", "There is a winner, and the lowest bid was rejected."),
            "R038" => (
                "被否决的投标 ÷ 提交的投标，大于等于上限；至少提交两份。",
                "Rejected / submitted bids at or over the upper fence, of two bids or more."
            ),
            "R058" => ("差距（同 R024）大于等于全部标段的上限。", "The difference of R024 at or over its upper fence."),
            _ => Words.Same(""),
        };

    /// <summary>What would explain it without anything being wrong.</summary>
    public static Words HarmlessOf(string code) =>
        code switch
        {
            "R003" => (
                "依法可以缩短时限的项目；截止时间因澄清顺延前后口径不同。",
                "The law allows a shorter time for this tender; the deadline was moved by a clarification."
            ),
            "R018" => ("专业性强、潜在投标人少；同期项目多。", "A narrow trade with few firms; many tenders at the same time."),
            "R024" => (
                "价格公开透明的标准品；最高限价压得低，报价自然集中。",
                "Standard goods with well known prices; a low maximum price crowds the bids."
            ),
            "R025" => (
                "新进入市场；主业不在本地；按资质广泛参与。",
                "New on this market; its main trade is elsewhere; it takes part wherever it may."
            ),
            "R028" => ("政府定价或费率招标；都按最高限价报。", "Prices set by the state, or rates; everybody bids the maximum price."),
            "R030" => (
                "时钟或时区记录有误；本系统不接收逾期投标。",
                "A clock or a time zone was recorded wrongly; this house takes no late bid."
            ),
            "R035" => ("招标文件的实质性要求写得清楚，其他投标确实不响应。", "The documents were clear, and the others did not respond."),
            "R036" => (
                "低价不能合理说明；漏项；资格不符。",
                "The low price could not be explained, items were missing, or the firm was not qualified."
            ),
            "R038" => ("样本小；投标人初次参加电子招标。", "Few bids; firms new to electronic tenders."),
            "R058" => (
                "工艺或设备有优势；次低价偏高；漏项后已澄清。",
                "A better method; a high next price; a missing item that was clarified."
            ),
            _ => Words.Same(""),
        };

    /// <summary>What the indicator saw in this lot, with the numbers; none where it has nothing to look at.</summary>
    public static Words? SeenIn(LotNumbers of, string code) =>
        code switch
        {
            "R003" => of is { From: { } from, Until: { } until }
                ? (
                    $"{Write.Instant(from)} 至 {Write.Instant(until)}，满 {(until - from).Days} 天。",
                    $"{Write.Instant(from)} to {Write.Instant(until)}: {(until - from).Days} whole days."
                )
                : null,
            "R018" => ($"{of.Tenderers} 家投标。", $"{of.Tenderers} bidders."),
            "R024" or "R058" => Difference(of),
            "R028" => Equal(of),
            "R030" => Late(of),
            "R035" => Rejected(of),
            "R036" => Lowest(of),
            _ => null,
        };

    /// <summary>With whom it was compared, and where the limit lies.</summary>
    public static Words? PeersOf(FlagPeers peers)
    {
        if (peers.Count == 0 || peers.Q1 is not { } q1 || peers.Q3 is not { } q3)
            return ("还没有可以对比的。", "Nothing to compare with yet.");
        var (zh, en) = peers.Subject switch
        {
            FlagSubject.Lot => ("个标段", "lots"),
            FlagSubject.Buyer => ("个招标人", "buyers"),
            FlagSubject.ProcuringEntity => ("个组织招标的单位", "procuring entities"),
            _ => ("个投标人", "tenderers"),
        };
        if (peers.Count < FlagOwnLots.LeastPeers)
            return (
                $"本地区只有 {peers.Count} {zh}可以对比，不足 {FlagOwnLots.LeastPeers}，不画界限。",
                $"There are only {peers.Count} {en} to compare with here; below {FlagOwnLots.LeastPeers} no limit is drawn."
            );
        var least = peers.Least is { } most ? ($"；投标标段数从 {most:0.##} 个起看", $"; looked at from {most:0.##} lots on") : ("", "");
        return peers.Limit is { } limit
            ? (
                $"对比本地区 {peers.Count} {zh}：中间一半在 {Percent(q1)} 至 {Percent(q3)}，界限 {Percent(limit)}{least.Item1}。",
                $"Compared with {peers.Count} {en} here: the middle half lies between {Percent(q1)} and {Percent(q3)}, the limit is {Percent(limit)}{least.Item2}."
            )
            : (
                $"对比本地区 {peers.Count} {zh}：中间一半在 {Percent(q1)} 至 {Percent(q3)}；这样的分布画不出界限，不提示。",
                $"Compared with {peers.Count} {en} here: the middle half lies between {Percent(q1)} and {Percent(q3)}; no limit can be drawn, so nothing is flagged."
            );
    }

    private static Words? Difference(LotNumbers of)
    {
        if (of is not { Award: SeenAward.Active, Winner: { } winner })
            return ("还没有中标人。", "There is no winner yet.");
        var valid = of.Bids.Where(b => b is { State: SeenBidState.Valid, Price: not null }).ToList();
        var won = valid.Where(b => b.Party == winner).MinBy(b => b.Price);
        var next = valid.Where(b => b.Party != winner).MinBy(b => b.Price);
        if (won?.Price is not { } price || next?.Price is not { } second)
            return ("中标人以外没有其他有效报价。", "There is no other valid bid.");
        return second < price
            ? ("最低的有效报价没有中标，不作比较。", "The lowest valid bid did not win: not compared.")
            : (
                $"中标人 {won.Name} {Write.Yuan(price)} 元，次低 {next.Name} {Write.Yuan(second)} 元，相差 {Percent((double)(second - price) / price)}。",
                $"Winner {won.Name} CNY {Write.Yuan(price)}, next {next.Name} CNY {Write.Yuan(second)}: apart by {Percent((double)(second - price) / price)}."
            );
    }

    private static Words? Equal(LotNumbers of)
    {
        var same = of
            .Bids.Where(b => b is { State: not SeenBidState.Withdrawn, Price: not null })
            .GroupBy(b => b.Price!.Value)
            .Where(g => g.DistinctBy(b => b.Party).Skip(1).Any())
            .ToList();
        return same.Count == 0
            ? ("没有相同的报价。", "No two prices are equal.")
            : (
                $"{string.Join("；", same.Select(g => $"{string.Join("、", g.Select(b => b.Name))} 都报 {Write.Yuan(g.Key)} 元"))}。",
                $"{string.Join("; ", same.Select(g => $"{string.Join(", ", g.Select(b => b.Name))} all at CNY {Write.Yuan(g.Key)}"))}."
            );
    }

    private static Words? Late(LotNumbers of)
    {
        var late = of.Bids.Where(b => b.ReceivedAt > of.Until).ToList();
        return late.Count == 0
            ? ("截止后没有到达的投标。", "No bid came after the deadline.")
            : (
                string.Join("；", late.Select(b => $"{b.Name} {Write.InstantToTheSecond(b.ReceivedAt)}")),
                string.Join("; ", late.Select(b => $"{b.Name} {Write.InstantToTheSecond(b.ReceivedAt)}"))
            );
    }

    private static Words? Rejected(LotNumbers of)
    {
        var rejected = of.Bids.Where(b => b.State == SeenBidState.Disqualified).Select(b => b.Name).Distinct().ToList();
        var valid = of.Bids.Where(b => b.State == SeenBidState.Valid).Select(b => b.Name).Distinct().ToList();
        if (valid.Count + rejected.Count == 0)
            return ("还没有签署的评标报告。", "There is no signed report yet.");
        return (
            $"有效 {valid.Count} 家，被否决 {rejected.Count} 家{(rejected.Count > 0 ? $"（{string.Join("、", rejected)}）" : "")}。",
            $"{valid.Count} valid, {rejected.Count} rejected{(rejected.Count > 0 ? $" ({string.Join(", ", rejected)})" : "")}."
        );
    }

    private static Words? Lowest(LotNumbers of) =>
        of.Bids.Where(b => b is { State: not SeenBidState.Withdrawn, Price: not null }).MinBy(b => b.Price) is { } lowest
            ? (
                $"最低 {lowest.Name} {Write.Yuan(lowest.Price!.Value)} 元，{StateOf(lowest.State).Zh}。",
                $"Lowest: {lowest.Name}, CNY {Write.Yuan(lowest.Price!.Value)}, {StateOf(lowest.State).En}."
            )
            : ("没有开启的报价。", "No price was opened.");

    public static Words StateOf(SeenBidState state) =>
        state switch
        {
            SeenBidState.Valid => ("有效", "valid"),
            SeenBidState.Disqualified => ("被否决", "rejected"),
            SeenBidState.Withdrawn => ("视为撤销或撤回", "deemed withdrawn"),
            _ => ("未评定", "not evaluated yet"),
        };

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
