using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Experts;

namespace CountyHall.Trading.Evaluation;

/// <summary>推选组长: the members elect their leader, who has the same vote as the others.</summary>
/// <param name="Seat">Id of the seat that is to lead.</param>
public sealed record VoteForLeader(string Lot, long Seat);

public sealed record LeaderVoteGiven(string Lot, long Seat);

/// <summary>The committee has a leader.</summary>
public sealed record LeaderElected(string Lot, long Seat);

/// <summary>Order 12 art. 9. More than half of the seats elect; until then a vote may be changed.</summary>
public sealed class VoteForLeaderHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<LeaderVoteGiven>> Handle(VoteForLeader ask, Occasion on, CancellationToken ct = default) =>
        writer.Pledged<LeaderVoteGiven>(
            ask.Lot,
            on,
            async (found, _, mine) =>
            {
                var evaluation = found.Evaluation;
                if (evaluation.Stage is not (Convened or PreliminaryReview { Leader: null }))
                    return new WrongEvaluationStage(evaluation.Stage);
                if (!found.IsFull)
                    return new SeatEmpty();
                if (!found.All(_ => true))
                    return new NotAllPledged(found.Seats.Count(s => found.ReviewOf(s) is not { PledgedAt: not null, Recused: null }));
                if (evaluation.Stage is Convened && await Briefing.WhyNot(found.Db, found.Tender) is { } unbriefed)
                    return unbriefed;
                if (found.Seats.All(s => s.Id != ask.Seat))
                    return new NoSuchSeat();
                mine.LeaderVote = ask.Seat;
                var done = found.Db.Record(mine, on, new LeaderVoteGiven(evaluation.Number, ask.Seat));
                if (found.Reviews.Count(r => r.LeaderVote == ask.Seat) * 2 > found.Places)
                {
                    if (evaluation.Stage is Convened)
                        evaluation.Take((Convened convened) => convened.Elect(on.At, ask.Seat));
                    else
                        evaluation.Take((PreliminaryReview review) => review.Elect(on.At, ask.Seat));
                    found.Db.Record(evaluation, on, new LeaderElected(evaluation.Number, ask.Seat), answer: false);
                    await found.Advance();
                }
                return done;
            },
            ct
        );
}
