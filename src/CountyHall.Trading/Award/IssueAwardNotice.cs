using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Print;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>发出中标通知书, and at the same moment the notice of the result and word to all who did not win.</summary>
/// <param name="Bond">履约保证金 as the documents ask for it, fen; 0 for none.</param>
public sealed record IssueAwardNotice(string Lot, long Bond);

/// <summary>中标通知书: its fact carries the words that are printed, and its code checks them.</summary>
/// <param name="Number">Number of the award notice.</param>
/// <param name="Notice">Number of the notice of the result.</param>
/// <param name="SignBy">The last day on which the contract is signed, by the calendar as it is known now.</param>
/// <param name="Printed">What is printed.</param>
public sealed record AwardNoticeIssued(string Lot, string Number, string Notice, long Winner, long Bond, DateOnly SignBy, Paper Printed);

/// <summary>Bidding Law art. 45, Zhejiang Bidding Regulation art. 39: TR-3.33; Implementing Regulation art. 58: TR-3.36.</summary>
public sealed class IssueAwardNoticeHandler(HallWriter writer, CountyCalendar calendar, Offices offices) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    /// <summary>The office whose key seals what the trading floor prints for a party.</summary>
    public const string SealedBy = "trading-centre";

    public Task<Result<AwardNoticeIssued>> Handle(IssueAwardNotice ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<AwardNoticeIssued>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<WinnerFixed, AwardNoticeIssued>(
                    async (award, winner) =>
                    {
                        var (db, lot) = (hand.Db, hand.Lot);
                        var most = AwardRules.MostBond(winner.Winner.Price);
                        if (ask.Bond < 0 || ask.Bond > most)
                            return new BondTooHigh(most);
                        if (AwardRules.AboveMaximum(lot, winner.Winner.BidderName, winner.Winner.Price) is { } above)
                            return above;
                        var notice = await hand.Publish(
                            NoticeKind.Result,
                            AwardNotices.Result(lot, winner.Winner, winner.Slate, Gain.Of(lot, winner.Winner.Price))
                        );
                        await hand.Enter(
                            winner.Winner,
                            winner.Slate.Passed.Count == 0
                                ? null
                                : string.Join(
                                    "；",
                                    winner.Slate.Passed.Select(p => $"{p.BidderName}：{PassOverGrounds.NameOf(p.Ground).Zh}")
                                )
                        );
                        var taken = award.Take((WinnerFixed w) => w.Notify(on.At, ask.Bond));
                        if (taken is not Result<WinnerNotified>.Done(var notified))
                            return ((Result<WinnerNotified>.Refused)taken).Why;
                        var signBy = notified.Clock.Read(calendar.Now, on.At).Due;
                        var number = $"ZB-{lot.Number}-{await db.NextNumber($"award-notices:{lot.Number}"):00}";
                        var centre = SealName(await offices.NameOf(db, hand.Tender.Division, SealedBy), hand.Tender.Division);
                        var paper = Printed(hand.Tender, lot, notified, number, signBy, centre, on.At);
                        hand.Tell(winner.Winner.Bidder, $"贵单位中标。中标通知书 {number} 已发出，请在 {signBy:yyyy-MM-dd} 前签订合同。");
                        foreach (
                            var loser in await db
                                .OpeningBids.Where(b => b.LotId == lot.Id && b.Bidder != winner.Winner.Bidder)
                                .Select(b => b.Bidder)
                                .Distinct()
                                .ToListAsync()
                        )
                            hand.Tell(loser, $"中标人为 {winner.Winner.BidderName}，请看中标结果公告 {notice.Number}。");
                        return db.Record(
                            award,
                            on,
                            new AwardNoticeIssued(lot.Number, number, notice.Number, winner.Winner.Bidder, ask.Bond, signBy, paper)
                        );
                    }
                ),
            ct
        );

    /// <summary>The office as its seal says it: with the name of the county before it.</summary>
    private static string SealName(Words office, string division) =>
        office.Zh.StartsWith('县') && DivisionCode.Parse(division) is Result<DivisionCode>.Done(var code) && code.Name is { } county
            ? $"{county.Zh}{office.Zh[1..]}"
            : office.Zh;

    private static Paper Printed(Tender tender, Lot lot, WinnerNotified told, string number, DateOnly signBy, string centre, DateTime at)
    {
        var winner = told.Winner;
        return new Paper(
            "中标通知书",
            number,
            centre,
            Paper.LongDay(CountyTime.DayOf(at)),
            [
                new("中标人", winner.BidderName),
                new("招标人", tender.EntityName),
                new("招标项目", $"{tender.NameZh}（{tender.Number}）"),
                new("标段", $"{lot.NameZh}（{lot.Number}）"),
                new("中标价", $"{Written.Yuan(winner.Price)} 元，{Bids.ChineseAmount.Of(winner.Price)}"),
                new("工期", $"{winner.Duration} 日历天"),
                new("质量", winner.Quality),
                new("项目负责人", $"{winner.Leader}，{winner.LeaderCertificates}"),
                new("履约保证金", told.BondAsked == 0 ? "不要求" : $"{Written.Yuan(told.BondAsked)} 元"),
            ],
            [
                $"{winner.BidderName}：贵单位参加上列标段的投标，经评标委员会评审、公示无未答复的异议，确定为中标人。",
                $"请自本通知书发出之日起 {Rulebook.ContractSigning.Amount} 日内（{Paper.LongDay(signBy)} 前）与招标人按照招标文件和投标文件订立书面合同（招标投标法第四十六条）。",
                $"本通知书由招标人 {tender.EntityName} 发出，经{centre}见证盖章；中标通知书发出后，招标人改变中标结果或者中标人放弃中标项目的，依法承担法律责任（招标投标法第四十五条）。",
            ]
        );
    }
}
