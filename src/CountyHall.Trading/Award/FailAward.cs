using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>流标: every bid was rejected, or no candidate is left. To be tendered again.</summary>
public sealed record FailAward(string Lot);

public sealed record AwardFellThrough(string Lot, FailureReason Reason, string Notice);

/// <summary>Bidding Law art. 42(2), Implementing Regulation art. 55: TR-3.41.</summary>
public sealed class FailAwardHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<AwardFellThrough>> Handle(FailAward ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<AwardFellThrough>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<AwardOpen, AwardFellThrough>(
                    async (award, open) =>
                    {
                        if (await hand.Suspended() is { } suspended)
                            return suspended;
                        FailureReason? reason = open switch
                        {
                            ReportReceived received when (await hand.Report()).Content.Ranking is var ranking => ranking.Count == 0
                                ? FailureReason.AllRejected
                            : Slate.Eligible(ranking, received.Passed).Count == 0 ? FailureReason.NoCandidateLeft
                            : null,
                            CandidatesPublished { Slate.First: null } => FailureReason.NoCandidateLeft,
                            _ => null,
                        };
                        return reason is { } why ? await Fail(hand, award, why, answer: true) : new CandidatesAreLeft();
                    }
                ),
            ct
        );

    /// <summary>Ends award and lot without a winner, publishes it, and gives every security back that is still held.</summary>
    internal static async Task<AwardFellThrough> Fail(AwardInHand hand, LotAward award, FailureReason reason, bool answer = false)
    {
        var (db, on) = (hand.Db, hand.On);
        award.Take((AwardOpen open) => open.Fail(on.At, reason));
        hand.Move((LotBeforeContract lot) => lot.Fail(on.At, reason));
        var notice = await hand.Publish(NoticeKind.FailedTender, AwardNotices.Failure(hand.Lot, reason));
        await TradeRegister.NoWinner(db, hand.Lot, on);
        await SecurityBook.LotFailed(db, hand.Lot, on);
        foreach (var bidder in await db.OpeningBids.Where(b => b.LotId == hand.Lot.Id).Select(b => b.Bidder).Distinct().ToListAsync())
            hand.Tell(bidder, $"本标段没有中标人：{FailureReasons.NameOf(reason).Zh}。请看流标公告。");
        return db.Record(award, on, new AwardFellThrough(hand.Lot.Number, reason, notice.Number), answer: answer);
    }
}
