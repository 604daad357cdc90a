using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>撤回投标文件, in writing, before the deadline.</summary>
/// <param name="Lot">标段编号</param>
/// <param name="Bidder">Party id of the firm.</param>
public sealed record WithdrawBid(string Lot, long Bidder);

/// <param name="Serial">The version that was withdrawn.</param>
[Quiet]
public sealed record BidWithdrawn(string Lot, string Bidder, int Serial, string Sha256);

/// <summary>TR-3.15: a bid withdrawn before the deadline; the security goes back, and another bid may still be handed in.</summary>
public sealed class WithdrawBidHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<BidWithdrawn>> Handle(WithdrawBid ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<BidWithdrawn>(
            on,
            async db =>
            {
                var lot = await db.Lots.FirstOrDefaultAsync(l => l.Number == ask.Lot);
                if (lot is null)
                    return new LotNotFound(ask.Lot);
                var found = await BidWork.Find(db, Charge, lot.Id, ask.Bidder, on);
                if (found is not Result<BidWork.Ground>.Done(var ground))
                    return ((Result<BidWork.Ground>.Refused)found).Why;
                if (BidWork.Late(ground, on.At) is not null)
                    return new WithdrawnTooLate();
                if (await db.Bids.FirstOrDefaultAsync(b => b.LotId == lot.Id && b.Bidder == ask.Bidder) is not { } bid)
                    return new NothingSubmitted();
                if (bid.Take((BidReceived received) => received.TakeBack(on.At, on.By.Id)) is Result<BidTakenBack>.Refused(var why))
                    return why;
                await SecurityBook.BidWithdrawn(db, lot, ask.Bidder, on);
                return db.Record(bid, on, new BidWithdrawn(lot.Number, bid.BidderName, bid.Receipt.Serial, bid.Receipt.Sha256));
            },
            ct
        );
}

public sealed record NothingSubmitted()
    : Refusal(("这个标段还没有递交过投标文件。", "No bid was handed in for this lot."), ("无须撤回。", "There is nothing to withdraw."));

public sealed record WithdrawnTooLate()
    : Refusal(
        ("已到投标截止时间，不能再撤回。", "The deadline has come; the bid can no longer be withdrawn."),
        (
            "截止后收回投标文件属于撤销，保证金可以不退。",
            "Taking a bid back after the deadline is a revocation, and the security may be kept."
        ),
        BidLaw.Replace
    );
