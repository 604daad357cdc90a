using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Evaluation;

/// <summary>说明畸高、畸低的评分: the member keeps it with a reason, or corrects it with one.</summary>
/// <param name="Score">Id of the score.</param>
/// <param name="Points">Other points; none where the score is kept.</param>
public sealed record ExplainScore(string Lot, long Score, decimal? Points, string Reason);

public sealed record ScoreExplained(string Lot, long Score, decimal Points, string Reason);

/// <summary>After the summary only scores far from the group may change; the same ground as in procurement (Order 87 art. 64).</summary>
public sealed class ExplainScoreHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<ScoreExplained>> Handle(ExplainScore ask, Occasion on, CancellationToken ct = default) =>
        writer.Pledged<ScoreExplained>(
            ask.Lot,
            on,
            async (found, seat, _) =>
            {
                var evaluation = found.Evaluation;
                if (evaluation.Stage is not Summarising)
                    return new WrongEvaluationStage(evaluation.Stage);
                var abnormal = await AbnormalScores.Of(found);
                if (abnormal.Find(s => s.Id == ask.Score && s.Seat == seat.Id) is not { } score)
                    return new NotYourScoreToExplain();
                if (EvaluationWork.Plain(ask.Reason, 500) is not { } reason)
                    return new ExtremeNeedsReason(score.Item);
                var item = evaluation.Setup.Items.First(i => i.Id == score.Item);
                if (ask.Points is { } points)
                {
                    if (GiveScoreHandler.WhyNot(item, points, reason) is { } why)
                        return why;
                    score.Points = points;
                }
                (score.Explanation, score.SavedAt) = (reason, on.At);
                return found.Db.Record(score, on, new ScoreExplained(evaluation.Number, score.Id, score.Points, reason));
            },
            ct
        );
}

/// <summary>畸高、畸低的评分</summary>
internal static class AbnormalScores
{
    /// <summary>Scores of held seats that lie far from the mean of the other members' scores.</summary>
    public static async Task<List<MemberScore>> Of(EvaluationInHand found)
    {
        var bids = (await found.Bids()).Where(b => b.Findings.Rejected is null).Select(b => b.OpeningBid).ToHashSet();
        return Among(found, [.. (await found.Scores()).Where(s => bids.Contains(s.OpeningBid))]);
    }

    private static List<MemberScore> Among(EvaluationInHand found, List<MemberScore> scores)
    {
        var (setup, rules) = (found.Evaluation.Setup, found.Rules);
        var weights = setup.Items.ToDictionary(i => i.Id, i => (decimal)i.Weight);
        var held = found.Seats.Select(s => s.Id).ToHashSet();
        return
        [
            .. scores
                .Where(s => held.Contains(s.Seat))
                .GroupBy(s => (s.OpeningBid, s.Item))
                .SelectMany(group =>
                    group.Where(mine =>
                        Methods.MemberScores.IsAbnormal(
                            rules,
                            mine.Points,
                            [.. group.Where(other => other.Seat != mine.Seat).Select(other => other.Points)],
                            weights[mine.Item]
                        )
                    )
                ),
        ];
    }
}
