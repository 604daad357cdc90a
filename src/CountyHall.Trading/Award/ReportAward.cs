using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>向行政监督部门提交招标投标情况的书面报告: made from the records; the entity may add words.</summary>
public sealed record ReportAward(string Lot, string? Remarks);

public sealed record AwardReported(string Lot, string Text);

/// <summary>Bidding Law art. 47, Zhejiang Bidding Regulation art. 39: TR-3.32, within fifteen days of the choice of the winner.</summary>
public sealed class ReportAwardHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<AwardReported>> Handle(ReportAward ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<AwardReported>(
            ask.Lot,
            Charge,
            on,
            async hand =>
            {
                if (hand.Begun is not { FixedAt: { } chosen } award)
                    return new NoWinnerYet();
                if (award.ReportedAt is not null)
                    return new ReportedAlready();
                var winner = award.Stage switch
                {
                    WinnerStands stands => stands.Winner,
                    ContractSigned signed => signed.Winner,
                    ContractFulfilled done => done.Winner,
                    _ => null,
                };
                if (winner is null)
                    return new NoWinnerYet();
                var remarks = ask.Remarks?.Trim() ?? "";
                if (remarks.Length > 2000)
                    return new TextTooLong(("补充说明", "Remarks"), 2000);
                var report = (await hand.Report()).Content;
                var objections = await hand.Db.ResultObjections.CountAsync(o => o.LotId == hand.Lot.Id);
                var text =
                    $"""
                        招标范围：{hand.Tender.NameZh}，标段 {hand.Lot.Number} {hand.Lot.NameZh}。
                        招标方式：{(hand.Tender.Method == TenderMethod.Open ? "公开招标" : "邀请招标")}，第 {hand.Tender.Round} 次招标。
                        投标和评标：排序 {report.Ranking.Count} 家，否决 {report.Rejected.Count} 家；书面不同意见 {report.Dissents.Count} 条。
                        公示和异议：收到对评标结果的异议 {objections} 件，均已答复。
                        中标结果：{winner.BidderName}，中标价 {Written.Yuan(winner.Price)} 元，{AwardNotices.Terms(
                            winner
                        )}；{Written.Minute(chosen)} 确定。
                        """
                    + (remarks.Length > 0 ? $"\n补充说明：{remarks}" : "");
                (award.ReportedAt, award.ReportText) = (on.At, text);
                hand.TellDepartment($"标段 {hand.Lot.Number} 的招标投标情况书面报告已提交。");
                return hand.Db.Record(award, on, new AwardReported(hand.Lot.Number, text));
            },
            ct
        );
}
