using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Evaluation;

/// <summary>打分: one member, one bid, one item, saved as it is given; changed as often as the member likes until the part is closed.</summary>
/// <param name="Reason">Needed for none or all of the points.</param>
public sealed record GiveScore(string Lot, long OpeningBid, string Item, decimal Points, string? Reason);

public sealed record ScoreGiven(string Lot, long OpeningBid, string Item, decimal Points, string? Reason);

/// <summary>Implementing Regulation art. 49: by the published standard, alone.</summary>
public sealed class GiveScoreHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<ScoreGiven>> Handle(GiveScore ask, Occasion on, CancellationToken ct = default) =>
        writer.Pledged<ScoreGiven>(
            ask.Lot,
            on,
            async (found, seat, mine) =>
            {
                var (evaluation, setup, rules) = (found.Evaluation, found.Evaluation.Setup, found.Rules);
                if (evaluation.Stage is not (BlindScoring or OpenScoring))
                    return new WrongEvaluationStage(evaluation.Stage);
                if (found.OverTime is { } over)
                    return over;
                var blind = evaluation.Stage is BlindScoring;
                if ((blind ? mine.BlindClosedAt : mine.ScoresClosedAt) is not null)
                    return new AlreadyClosed();
                var items = blind ? setup.BlindItems(rules) : setup.OpenItems(rules);
                if (items.FirstOrDefault(i => i.Id == ask.Item) is not { } item)
                    return new NoSuchItem();
                if (!(await found.Bids()).Exists(b => b.OpeningBid == ask.OpeningBid && b.Findings.Rejected is null))
                    return new BidNotInEvaluation();
                if (WhyNot(item, ask.Points, ask.Reason) is { } why)
                    return why;
                var score = await found.Db.MemberScores.FirstOrDefaultAsync(s =>
                    s.EvaluationId == found.Id && s.Seat == seat.Id && s.OpeningBid == ask.OpeningBid && s.Item == item.Id
                );
                if (score is null)
                {
                    score = new MemberScore
                    {
                        Id = Ids.Next(on.At),
                        EvaluationId = found.Id,
                        Seat = seat.Id,
                        OpeningBid = ask.OpeningBid,
                        Item = item.Id,
                        Points = ask.Points,
                        SavedAt = on.At,
                    };
                    found.Db.MemberScores.Add(score);
                }
                (score.Points, score.Reason, score.SavedAt) = (ask.Points, EvaluationWork.Plain(ask.Reason, 500), on.At);
                return found.Db.Record(score, on, new ScoreGiven(evaluation.Number, ask.OpeningBid, item.Id, ask.Points, score.Reason));
            },
            ct
        );

    /// <summary>Within the item's range, in hundredths at most; none or all of the points only with a reason.</summary>
    public static Refusal? WhyNot(ScoreItem item, decimal points, string? reason)
    {
        if (points < 0 || points > item.Weight || points != Math.Round(points, 2))
            return new PointsOutOfRange(item.Name, item.Weight);
        if (points == 0 || points == item.Weight)
            return EvaluationWork.Plain(reason, 500) is null ? new ExtremeNeedsReason(item.Name) : null;
        return null;
    }
}
