using System.Globalization;
using System.Text;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>What an opening publishes by itself: its record, and that a lot failed.</summary>
internal static class OpeningNotices
{
    /// <summary>流标公告. Implementing Regulation art. 44(2): not opened, to be tendered again; Zhejiang art. 23 for the second time.</summary>
    public static Task PublishFailure(OpeningInHand opening, Lot lot, int bids)
    {
        var tender = opening.Tender;
        var law = $"《{Rulebook.FewestBids.Basis.Text.Title.Zh}》{Rulebook.FewestBids.Basis.Article}";
        var next =
            tender.Round >= 2
                ? $"本次为第 {tender.Round} 次招标；按《{Rulebook.FewestBidsAgain.Basis.Text.Title.Zh}》{Rulebook.FewestBidsAgain.Basis.Article}，经批准可以不再招标。"
                : "招标人应当重新招标。";
        return Publish(
            opening,
            NoticeKind.FailedTender,
            [
                new("lots", ("流标的标段", "Lots"), $"{lot.NameZh}（{lot.Number}）"),
                new("opening", ("开标时间", "Opening"), Written.Second(opening.Deadline)),
                new(
                    "bids",
                    ("递交情况", "Bids"),
                    $"至投标截止时间，递交投标文件的投标人有 {bids} 家，少于 {Rulebook.FewestBids.Amount} 家。"
                ),
                new("reason", ("原因和依据", "Reason and ground"), $"{law}：不得开标，投标文件不予开启。"),
                new("next", ("后续", "What follows"), next),
                new("securities", ("保证金", "Securities"), "已交纳的投标保证金依法退还。"),
            ]
        );
    }

    /// <summary>开标记录. Order 20 art. 32: made and published.</summary>
    public static async Task PublishRecord(OpeningInHand opening, AfterReading stage)
    {
        var (db, session) = (opening.Db, opening.Session.Id);
        var bids = await db
            .OpeningBids.AsNoTracking()
            .Where(b => b.SessionId == session)
            .OrderBy(b => b.LotId)
            .ThenBy(b => b.Place)
            .ToListAsync();
        var confirmed = await db
            .OpeningAttendances.AsNoTracking()
            .Where(a => a.SessionId == session && a.ConfirmedAt != null)
            .Select(a => a.Bidder)
            .ToListAsync();
        var objections = await db.OpeningObjections.AsNoTracking().Where(o => o.SessionId == session).OrderBy(o => o.Id).ToListAsync();
        List<NoticeSection> sections =
        [
            new("opening", ("开标时间", "Opening"), Written.Second(opening.Deadline)),
            new("entity", ("招标人", "Tendering entity"), opening.Tender.EntityName),
        ];
        if (opening.Tender.AgencyName is { } agency)
            sections.Add(new("agency", ("招标代理机构", "Agency"), agency));
        foreach (var lot in stage.Lots)
        {
            var lines = bids.Where(b => b.LotId == lot.Lot).Select(b => Line(b, confirmed.Contains(b.Bidder)));
            sections.Add(
                new(
                    "bids",
                    ($"标段 {lot.Number} {lot.Name}", $"Lot {lot.Number}"),
                    lot.Opens ? string.Join("\n", lines) : $"递交投标文件 {lot.Bids} 家，少于 {Rulebook.FewestBids.Amount} 家，不得开标。"
                )
            );
        }
        if (stage.Drawn is { } drawn)
            sections.Add(
                new(
                    "draw",
                    ("公开抽取", "Open draw"),
                    $"{drawn.Name}：{drawn.Value}（第 {drawn.Place} 个）。来源依次为 {string.Join("，", drawn.Sources)}，按 RFC 3797 可以复算。"
                )
            );
        if (stage.BasePrice is { } basePrice)
            sections.Add(new("base-price", ("标底", "Base price"), $"{Written.Yuan(basePrice)} 元，{ChineseAmount.Of(basePrice)}"));
        sections.Add(
            new(
                "objections",
                ("对开标的异议", "Objections"),
                objections.Count == 0
                    ? "无。"
                    : string.Join("\n", objections.Select(o => $"{o.BidderName}（{Written.Second(o.At)}）：{o.Text} 答复：{o.Answer}"))
            )
        );
        if (stage is Ended { Unconfirmed: { } why })
            sections.Add(new("unconfirmed", ("未确认的说明", "Not confirmed"), why));
        sections.Add(new("chair", ("主持人", "Chair"), stage.Chair.Name));
        await Publish(opening, NoticeKind.OpeningRecord, sections);
    }

    private static string Line(OpeningBid bid, bool confirmed)
    {
        var text = new StringBuilder($"{bid.Place}. {bid.BidderName}；保证金{bid.SecurityZh}；{bid.Stage.Name.Zh}");
        if (bid.Stage is Decrypted { Bid: var opened })
        {
            text.Append(CultureInfo.InvariantCulture, $"；报价 {Written.Yuan(opened.ReadPrice)} 元，{ChineseAmount.Of(opened.ReadPrice)}");
            if (opened.Differs)
                text.Append(CultureInfo.InvariantCulture, $"（数字为 {Written.Yuan(opened.Price)} 元，与大写不一致，以大写为准）");
            text.Append(CultureInfo.InvariantCulture, $"；工期 {opened.Duration} 天；质量 {opened.Quality}；项目负责人 {opened.Leader}");
            if (opened.Others.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"；{opened.Others}");
        }
        return text.Append(confirmed ? "；已确认" : "；未确认").ToString();
    }

    private static async Task Publish(OpeningInHand opening, NoticeKind kind, IReadOnlyList<NoticeSection> sections)
    {
        var published = await NoticeBook.Publish(opening.Db, opening.Tender, kind, sections, opening.On);
        if (published is Result<Notice>.Refused(var why))
            throw new InvalidOperationException($"{kind} of {opening.Tender.Number}: {why.Reason.En}");
    }
}
