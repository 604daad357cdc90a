using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>声明放弃中标: a candidate or winner says in writing that it does not want the contract.</summary>
/// <param name="Bidder">Party id of the firm.</param>
public sealed record GiveUp(string Lot, long Bidder, string Reason);

public sealed record AwardGivenUp(string Lot, long Bidder, string Reason);

/// <summary>Implementing Regulation arts. 55 and 74: the entity then passes it over, and the security may be lost.</summary>
public sealed class GiveUpHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<AwardGivenUp>> Handle(GiveUp ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<AwardGivenUp>(
            ask.Lot,
            Charge,
            on,
            async hand =>
            {
                var db = hand.Db;
                var slate = hand.Begun?.Stage switch
                {
                    CandidatesPublished published => published.Slate,
                    WinnerStands stands => stands.Slate,
                    _ => null,
                };
                if (slate?.Standing.FirstOrDefault(c => c.Bidder == ask.Bidder) is not { } candidate)
                    return new NotACandidate();
                if (await db.GivingUps.AnyAsync(g => g.LotId == hand.Lot.Id && g.Bidder == ask.Bidder))
                    return new GivenUpAlready();
                if (TenderWork.Texts((ask.Reason, 2000, ("放弃的原因", "The reason"))) is { } missing)
                    return missing;
                var given = new GivingUp
                {
                    Id = Ids.Next(on.At),
                    LotId = hand.Lot.Id,
                    Bidder = candidate.Bidder,
                    BidderName = candidate.BidderName,
                    Reason = ask.Reason.Trim(),
                    At = on.At,
                };
                db.Add(given);
                TenderWork.Tell(db, hand.Tender, on, $"标段 {hand.Lot.Number}：{candidate.BidderName} 声明放弃中标，请依法处理。");
                return db.Record(given, on, new AwardGivenUp(hand.Lot.Number, candidate.Bidder, given.Reason));
            },
            ct,
            ask.Bidder
        );
}
