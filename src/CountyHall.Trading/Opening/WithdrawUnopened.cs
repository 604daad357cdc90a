using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>视为撤回: a bid cannot be recovered, and not through its bidder's fault; the bidder may claim damages.</summary>
/// <param name="Bid">Id of the bid in the opening.</param>
public sealed record WithdrawUnopened(string Number, long Bid, string Reason);

public sealed record BidDeemedWithdrawn(long Bid, string Reason);

/// <summary>Order 20 art. 31: the others go on.</summary>
public sealed class WithdrawUnopenedHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<BidDeemedWithdrawn>> Handle(WithdrawUnopened ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<BidDeemedWithdrawn>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.BeforeDeadline is { } early)
                    return early;
                if (opening.Session.Stage is not Decrypting)
                    return new WrongOpeningStage(opening.Session.Stage);
                if (OpeningWork.Plain(ask.Reason) is not { } reason)
                    return new ReasonNeeded();
                if (await opening.Bid(ask.Bid) is not { } bid)
                    return new NoSuchOpeningBid();
                var db = opening.Db;
                if (bid.Take((FaultConfirmed fault) => fault.Withdraw(on.At, reason)) is Result<DeemedWithdrawn>.Refused(var why))
                    return why;
                var received = await db.Bids.FirstAsync(b => b.Id == bid.BidId);
                if (received.Take((BidReceived still) => still.LeaveUnopened(on.At, reason)) is Result<Bids.BidNotOpened>.Refused(var no))
                    return no;
                db.Record(received, on, new BidDeemedWithdrawn(bid.Id, reason), answer: false);
                var done = db.Record(bid, on, new BidDeemedWithdrawn(bid.Id, reason));
                await SecurityBook.BidWithdrawn(db, await db.Lots.FirstAsync(l => l.Id == bid.LotId), bid.Bidder, on);
                await opening.Say(
                    (
                        $"{bid.Place} 号 {bid.BidderName}：因系统原因无法解密，视为撤回，可以要求赔偿（{reason}）",
                        $"No. {bid.Place} {bid.BidderName}: not opened through a fault of the system; deemed withdrawn, damages may be claimed ({reason})"
                    ),
                    alarm: true
                );
                return done;
            },
            ct
        );
}
