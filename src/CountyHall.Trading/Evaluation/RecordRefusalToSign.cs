using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Evaluation;

/// <summary>记录拒签: a member neither signs nor writes why; that counts as agreement and is recorded.</summary>
/// <param name="Seat">Id of the seat.</param>
/// <param name="Words">What the supervisor saw.</param>
public sealed record RecordRefusalToSign(string Lot, long Seat, string Words);

public sealed record RefusalToSignRecorded(string Lot, long Seat, string Words);

/// <summary>Implementing Regulation art. 53(2): TR-5.7.</summary>
public sealed class RecordRefusalToSignHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<RefusalToSignRecorded>> Handle(RecordRefusalToSign ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<RefusalToSignRecorded>(ask.Lot, Charge, on, found => Task.FromResult(Record(ask, found)), ct);

    private static Result<RefusalToSignRecorded> Record(RecordRefusalToSign ask, EvaluationInHand found)
    {
        if (found.Evaluation.Stage is not Signing)
            return new WrongEvaluationStage(found.Evaluation.Stage);
        if (EvaluationWork.Plain(ask.Words, 1000) is not { } words)
            return new RefusalNeedsWords();
        if (found.Seats.FirstOrDefault(s => s.Id == ask.Seat) is not { } seat || found.ReviewOf(seat) is not { } review)
            return new NoSuchSeat();
        if (review.Signed is not null)
            return new SignedAlready();
        (review.Signed, review.SignedAt, review.SignedWords) = (Signature.DeemedAgreed, found.On.At, words);
        var done = found.Db.Record(review, found.On, new RefusalToSignRecorded(found.Evaluation.Number, seat.Id, words));
        Reports.FinishIfSigned(found);
        return done;
    }
}
