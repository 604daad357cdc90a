using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>签复核意见: a member of the committee says whether the report stands, or which bids it would take out.</summary>
public sealed record SignReview(string Lot, long Seat, string Opinion, IReadOnlyList<ReviewRejection> Rejections);

/// <param name="Concluded">It was the last signature; the candidates are to be published anew.</param>
public sealed record ReviewSigned(string Lot, int Review, long Seat, bool Concluded);

/// <summary>The review ended with the signatures of all.</summary>
/// <param name="Rejected">Party ids of the firms that more than half of the members took out.</param>
public sealed record ReviewConcluded(string Lot, int Review, IReadOnlyList<long> Rejected);

/// <summary>Implementing Regulation art. 53(2): every member signs.</summary>
public sealed class SignReviewHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<ReviewSigned>> Handle(SignReview ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<ReviewSigned>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<ReferredBack, ReviewSigned>(
                    async (award, referred) =>
                    {
                        var (db, lot) = (hand.Db, hand.Lot);
                        if (await db.CommitteeReviews.AnyAsync(r => r.LotId == lot.Id && r.Review == referred.Review && r.Seat == ask.Seat))
                            return new ReviewedAlready();
                        if (TenderWork.Texts((ask.Opinion, 2000, ("复核意见", "The opinion"))) is { } missing)
                            return missing;
                        var ranking = (await hand.Report()).Content.Ranking;
                        if (
                            ask.Rejections.Any(r =>
                                r.Reason is not { Length: > 0 and <= 500 }
                                || !ranking.Any(b => b.Bidder == r.Bidder)
                                || referred.Passed.Any(p => p.Bidder == r.Bidder)
                            )
                        )
                            return new NotInTheRanking();
                        var review = new CommitteeReview
                        {
                            Id = Ids.Next(on.At),
                            LotId = lot.Id,
                            Review = referred.Review,
                            Seat = ask.Seat,
                            Rejections = [.. ask.Rejections.DistinctBy(r => r.Bidder)],
                            Opinion = ask.Opinion.Trim(),
                            SignedAt = on.At,
                        };
                        db.Add(review);
                        var seats = (await CommitteeSeat.Held(db, hand.Tender.Id)).ConvertAll(s => s.Id);
                        List<CommitteeReview> signed =
                        [
                            .. await db
                                .CommitteeReviews.AsNoTracking()
                                .Where(r => r.LotId == lot.Id && r.Review == referred.Review && seats.Contains(r.Seat))
                                .ToListAsync(),
                            review,
                        ];
                        var all = seats.All(s => signed.Exists(r => r.Seat == s));
                        var done = db.Record(review, on, new ReviewSigned(lot.Number, referred.Review, ask.Seat, all));
                        if (all)
                            Conclude(hand, award, signed, seats.Count, [.. ranking.Select(b => (b.Bidder, b.BidderName))]);
                        return done;
                    }
                ),
            ct,
            seat: ask.Seat
        );

    private static void Conclude(
        AwardInHand hand,
        LotAward award,
        IReadOnlyList<CommitteeReview> signed,
        int members,
        IReadOnlyList<(long Bidder, string Name)> ranking
    )
    {
        IReadOnlyList<PassedOver> rejected =
        [
            .. CommitteeReview
                .Majority(signed, members)
                .Select(r => new PassedOver(
                    r.Bidder,
                    ranking.First(b => b.Bidder == r.Bidder).Name,
                    PassOverGround.RejectedOnReview,
                    r.Reason,
                    hand.On.At
                )),
        ];
        var review = ((ReferredBack)award.Stage).Review;
        award.Take((ReferredBack r) => r.Conclude(hand.On.At, rejected));
        hand.Db.Record(award, hand.On, new ReviewConcluded(hand.Lot.Number, review, [.. rejected.Select(r => r.Bidder)]), answer: false);
        foreach (var one in rejected)
            hand.Tell(one.Bidder, "评标委员会复核后否决了贵单位的投标，理由请登录投标人工作台查看。");
        TenderWork.Tell(hand.Db, hand.Tender, hand.On, $"标段 {hand.Lot.Number} 的复核已结束，请在三日内重新公示中标候选人。");
    }
}
