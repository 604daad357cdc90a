using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Evaluation;

/// <summary>提议: whoever puts it has voted for it.</summary>
/// <param name="OpeningBid">Of the bid that it is about; 0 where it is about none.</param>
/// <param name="Ground">For a rejection.</param>
/// <param name="Key">For an adjustment: the key of the document.</param>
/// <param name="Amount">Fen for a correction or an adjustment, minutes for more time.</param>
public sealed record PutMotion(
    string Lot,
    MotionKind Kind,
    long OpeningBid,
    RejectionGround? Ground,
    string? Key,
    long? Amount,
    string Reason
);

public sealed record MotionPut(string Lot, long Motion, MotionKind Kind, long OpeningBid, string Reason);

/// <summary>Implementing Regulation arts. 48, 51; Order 12 arts. 19 to 27.</summary>
public sealed class PutMotionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<MotionPut>> Handle(PutMotion ask, Occasion on, CancellationToken ct = default) =>
        writer.Pledged<MotionPut>(
            ask.Lot,
            on,
            async (found, seat, _) =>
            {
                if (await WhyNot(ask, found) is { } why)
                    return why;
                var motion = new CommitteeMotion
                {
                    Id = Ids.Next(on.At),
                    EvaluationId = found.Id,
                    Kind = ask.Kind,
                    OpeningBid = ask.OpeningBid == 0 ? null : ask.OpeningBid,
                    Ground = ask.Kind == MotionKind.RejectBid ? ask.Ground : null,
                    Key = ask.Kind == MotionKind.AdjustPrice ? ask.Key : null,
                    Amount = ask.Kind is MotionKind.RejectBid or MotionKind.RejectAll ? null : ask.Amount,
                    Reason = ask.Reason.Trim(),
                    At = on.At,
                    Votes = [new(seat.Id, true)],
                    Outcome = MotionOutcome.Open,
                };
                found.Db.CommitteeMotions.Add(motion);
                var done = found.Db.Record(
                    motion,
                    on,
                    new MotionPut(found.Evaluation.Number, motion.Id, ask.Kind, ask.OpeningBid, motion.Reason)
                );
                await Motions.Settle(found, motion, [.. await found.Motions(), motion]);
                return done;
            },
            ct
        );

    private static async Task<Refusal?> WhyNot(PutMotion ask, EvaluationInHand found)
    {
        var stage = found.Evaluation.Stage;
        if (ask.Kind == MotionKind.MoreTime)
        {
            if (stage is not AtWork)
                return new WrongEvaluationStage(stage);
            if (ask.Amount is not { } minutes || minutes < 1 || minutes > Rulebook.EvaluationLongest.Amount)
                return new EvaluationTimeWrong();
            return EvaluationWork.Plain(ask.Reason, 1000) is null ? new MotionReasonNeeded() : null;
        }
        if (stage is BlindScoring)
            return new NotWhileBlind();
        if (stage is not (PreliminaryReview or OpenScoring or Summarising { AllRejected: null }))
            return new WrongEvaluationStage(stage);
        if (EvaluationWork.Plain(ask.Reason, 1000) is null)
            return new MotionReasonNeeded();
        var bids = await found.Bids();
        var left = bids.Where(b => b.Findings.Rejected is null).ToList();
        if (ask.Kind == MotionKind.RejectAll)
            return left.Count < Rulebook.CompetitionFewest.Amount ? null : new EnoughBidsLeft(left.Count);
        if (left.Find(b => b.OpeningBid == ask.OpeningBid) is null)
            return new BidNotInEvaluation();
        return ask.Kind switch
        {
            MotionKind.RejectBid => ask.Ground is null ? new MotionReasonNeeded() : null,
            MotionKind.CorrectPrice => ask.Amount is > 0 ? null : new MotionReasonNeeded(),
            _ => ask.Key is not { } key || !found.Rules.Adjustments.ContainsKey(key) ? new NoSuchAdjustment()
            : ask.Amount is null ? new MotionReasonNeeded()
            : null,
        };
    }
}

internal static class Motions
{
    /// <summary>What the votes say now, and what follows from it.</summary>
    public static async Task Settle(EvaluationInHand found, CommitteeMotion motion, IReadOnlyList<CommitteeMotion> all)
    {
        var (on, evaluation) = (found.On, found.Evaluation);
        motion.Outcome = motion.Count(found.Places);
        if (motion.Outcome == MotionOutcome.Open)
            return;
        motion.Late = evaluation.Stage is not PreliminaryReview;
        found.Db.Record(motion, on, new MotionDecided(evaluation.Number, motion.Id, motion.Outcome), answer: false);
        if (motion.Outcome == MotionOutcome.Lost)
            return;
        switch (motion.Kind)
        {
            case MotionKind.MoreTime:
                var from = on.At > evaluation.PlannedEnd ? on.At : evaluation.PlannedEnd;
                evaluation.PlannedEnd = from.AddMinutes(motion.Amount!.Value);
                found.Db.Record(evaluation, on, new EvaluationProlonged(evaluation.Number, evaluation.PlannedEnd), answer: false);
                break;
            case MotionKind.RejectAll:
                if (evaluation.Stage is PreliminaryReview)
                    found.Move((PreliminaryReview review) => review.RejectAll(on.At, motion.Reason));
                else if (evaluation.Stage is OpenScoring)
                    found.Move((OpenScoring scoring) => scoring.RejectAll(on.At, motion.Reason));
                else
                    found.Move((Summarising summary) => summary.RejectAll(on.At, motion.Reason));
                break;
            default:
                await found.Apply([.. all.DistinctBy(m => m.Id)]);
                await found.Advance();
                break;
        }
    }
}

/// <summary>Enough have voted one way.</summary>
public sealed record MotionDecided(string Lot, long Motion, MotionOutcome Outcome);

/// <summary>More time was given: more than a third of the members wanted it.</summary>
public sealed record EvaluationProlonged(string Lot, DateTime PlannedEnd);
