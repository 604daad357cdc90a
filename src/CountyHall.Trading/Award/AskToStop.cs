using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>申请不再招标: a lot had fewer than three bids again after it was tendered a second time.</summary>
public sealed record AskToStop(string Lot, string Reason);

public sealed record StopAsked(string Lot, string Reason);

/// <summary>Zhejiang Bidding Regulation art. 23: TR-3.22.</summary>
public sealed class AskToStopHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<StopAsked>> Handle(AskToStop ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<StopAsked>(
            ask.Lot,
            Charge,
            on,
            async hand =>
            {
                var (db, lot) = (hand.Db, hand.Lot);
                if (
                    lot is not { Follows: not null, Stage: Failed { Reason: FailureReason.TooFewBids } }
                    || hand.Tender.Round < 2
                    || await db.Lots.AnyAsync(l => l.Follows == lot.Id)
                )
                    return new NotFailedTwice();
                if (await db.StopRequests.AnyAsync(r => r.LotId == lot.Id && r.DecidedAt == null))
                    return new StopAskedAlready();
                if (TenderWork.Texts((ask.Reason, 2000, ("不再招标的理由和后续安排", "Why, and what comes instead"))) is { } missing)
                    return missing;
                var request = new StopRequest
                {
                    Id = Ids.Next(on.At),
                    Division = lot.Division,
                    TenderId = lot.TenderId,
                    LotId = lot.Id,
                    Reason = ask.Reason.Trim(),
                    AskedAt = on.At,
                };
                db.Add(request);
                hand.TellDepartment($"标段 {lot.Number} 再次流标，招标人申请不再招标，请审批。");
                return db.Record(request, on, new StopAsked(lot.Number, request.Reason));
            },
            ct
        );
}
