using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Experts;

namespace CountyHall.Trading.Evaluation;

/// <summary>评委承诺: no tie to any bidder, in person, by the published standard, and nothing told outside.</summary>
public sealed record MakePledge(string Lot);

public sealed record PledgeMade(string Lot, int Place);

/// <summary>Bidding Law art. 44; Implementing Regulation arts. 46 and 49.</summary>
public sealed class MakePledgeHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<PledgeMade>> Handle(MakePledge ask, Occasion on, CancellationToken ct = default) =>
        writer.Member<PledgeMade>(ask.Lot, on, (found, seat) => Task.FromResult(Pledge(found, seat)), ct);

    private static Result<PledgeMade> Pledge(EvaluationInHand found, CommitteeSeat seat)
    {
        if (found.Evaluation.Stage is not (Convened or AtWork))
            return new WrongEvaluationStage(found.Evaluation.Stage);
        var review = Reviews.Of(found, seat);
        if (review.Recused is not null)
            return new YouRecused();
        review.PledgedAt ??= found.On.At;
        return found.Db.Record(review, found.On, new PledgeMade(found.Evaluation.Number, seat.Place));
    }
}

/// <summary>The part of a member, made when the member first does something.</summary>
internal static class Reviews
{
    public static MemberReview Of(EvaluationInHand found, CommitteeSeat seat)
    {
        if (found.ReviewOf(seat) is { } known)
            return known;
        var review = new MemberReview
        {
            Id = Ids.Next(found.On.At),
            EvaluationId = found.Id,
            Seat = seat.Id,
            Place = seat.Place,
            Name = seat.Name,
        };
        found.Db.MemberReviews.Add(review);
        found.Reviews.Add(review);
        return review;
    }
}
