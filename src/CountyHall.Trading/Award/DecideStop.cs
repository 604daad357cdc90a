using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>审批不再招标</summary>
public sealed record DecideStop(string Lot, bool Approve, string Answer);

public sealed record StopDecided(string Lot, bool Approved, string Answer);

/// <summary>Zhejiang Bidding Regulation art. 23: TR-3.22. Approved, the lot ends; not approved, it is tendered again.</summary>
public sealed class DecideStopHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<StopDecided>> Handle(DecideStop ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<StopDecided>(
            ask.Lot,
            Charge,
            on,
            async hand =>
            {
                var (db, lot) = (hand.Db, hand.Lot);
                if (await db.StopRequests.FirstOrDefaultAsync(r => r.LotId == lot.Id && r.DecidedAt == null) is not { } request)
                    return new NoStopRequest();
                if (TenderWork.Texts((ask.Answer, 2000, ("审批意见", "The decision"))) is { } missing)
                    return missing;
                // Meanwhile it may have been tendered again; then there is nothing to stop.
                if (lot.Stage is not Failed || await db.Lots.AnyAsync(l => l.Follows == lot.Id))
                    return new NotFailedTwice();
                var answer = ask.Answer.Trim();
                (request.Approved, request.Answer, request.DecidedAt) = (ask.Approve, answer, on.At);
                if (ask.Approve)
                {
                    hand.Move((Failed failed) => failed.Stop(on.At));
                    await hand.Publish(
                        NoticeKind.Termination,
                        [
                            new("lots", ("终止的标段", "Lots"), $"{lot.Number} {lot.NameZh}"),
                            new(
                                "reason",
                                ("终止原因", "Reason"),
                                $"第 {hand.Tender.Round} 次招标投标人仍少于 {Rulebook.FewestBidsAgain.Amount} 个，按《{Rulebook.FewestBidsAgain.Basis.Text.Title.Zh}》{Rulebook.FewestBidsAgain.Basis.Article}经批准不再招标。{request.Reason}"
                            ),
                            new("refund", ("费用和保证金的退还", "What goes back"), "已交纳的投标保证金在流标时已办理退还。"),
                        ]
                    );
                }
                TenderWork.Tell(
                    db,
                    hand.Tender,
                    on,
                    $"标段 {lot.Number} 不再招标的申请：{(ask.Approve ? "已批准" : "未批准，请重新招标")}。"
                );
                return db.Record(request, on, new StopDecided(lot.Number, ask.Approve, answer));
            },
            ct
        );
}
