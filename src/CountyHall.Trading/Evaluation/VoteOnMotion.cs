using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Evaluation;

/// <summary>表决</summary>
public sealed record VoteOnMotion(string Lot, long Motion, bool For);

public sealed record MotionVoted(string Lot, long Motion, bool For);

/// <summary>Every member has one vote; it may be changed until the motion is decided.</summary>
public sealed class VoteOnMotionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<MotionVoted>> Handle(VoteOnMotion ask, Occasion on, CancellationToken ct = default) =>
        writer.Pledged<MotionVoted>(
            ask.Lot,
            on,
            async (found, seat, _) =>
            {
                if (found.Evaluation.Stage is not AtWork)
                    return new WrongEvaluationStage(found.Evaluation.Stage);
                var all = await found.Motions();
                if (all.Find(m => m.Id == ask.Motion && m.Outcome == MotionOutcome.Open) is not { } motion)
                    return new MotionNotFound();
                if (found.Evaluation.Stage is BlindScoring && motion.Kind != MotionKind.MoreTime)
                    return new NotWhileBlind();
                motion.Votes = [.. motion.Votes.Where(v => v.Seat != seat.Id), new(seat.Id, ask.For)];
                var done = found.Db.Record(motion, on, new MotionVoted(found.Evaluation.Number, motion.Id, ask.For));
                await Motions.Settle(found, motion, all);
                return done;
            },
            ct
        );
}
