using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation.Methods;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Evaluation;

/// <summary>提交本人的一部分: preliminary review, blind scores or open scores, whichever the evaluation stands at. With the last member it moves on.</summary>
public sealed record ClosePart(string Lot);

public sealed record PartClosed(string Lot, int Place, string Stage);

/// <summary>Implementing Regulation arts. 49, 51, 52; Order 12 art. 21. What a member closed is changed by nobody.</summary>
public sealed class ClosePartHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<PartClosed>> Handle(ClosePart ask, Occasion on, CancellationToken ct = default) =>
        writer.Pledged<PartClosed>(
            ask.Lot,
            on,
            async (found, seat, mine) =>
            {
                var evaluation = found.Evaluation;
                var stage = evaluation.StageName;
                if (evaluation.Stage is not (PreliminaryReview { Leader: not null } or BlindScoring or OpenScoring))
                    return new WrongEvaluationStage(evaluation.Stage);
                var closed = evaluation.Stage switch
                {
                    PreliminaryReview => mine.ReviewClosedAt,
                    BlindScoring => mine.BlindClosedAt,
                    _ => mine.ScoresClosedAt,
                };
                if (closed is not null)
                    return new AlreadyClosed();
                if (await WhyNot(found, seat.Id) is { } why)
                    return why;
                switch (evaluation.Stage)
                {
                    case PreliminaryReview:
                        mine.ReviewClosedAt = on.At;
                        break;
                    case BlindScoring:
                        mine.BlindClosedAt = on.At;
                        break;
                    default:
                        mine.ScoresClosedAt = on.At;
                        break;
                }
                var done = found.Db.Record(mine, on, new PartClosed(evaluation.Number, seat.Place, stage));
                await found.Advance();
                return done;
            },
            ct
        );

    private static async Task<Refusal?> WhyNot(EvaluationInHand found, long seat)
    {
        if (found.Evaluation.Stage is BlindScoring)
            return await Missing(found, seat, found.Evaluation.Setup.BlindItems(found.Rules));
        if (await Open(found) is { } why)
            return why;
        return found.Evaluation.Stage is OpenScoring
            ? await Missing(found, seat, found.Evaluation.Setup.OpenItems(found.Rules))
            : await Unreviewed(found);
    }

    /// <summary>A motion or a question that is still open.</summary>
    internal static async Task<Refusal?> Open(EvaluationInHand found)
    {
        if ((await found.Motions()).Exists(m => m.Outcome == MotionOutcome.Open && m.Kind != MotionKind.MoreTime))
            return new MotionOpen();
        var awaited = await found
            .Db.BidClarifications.AsNoTracking()
            .Where(c => c.EvaluationId == found.Id && c.Answer == null && c.Due > found.On.At)
            .OrderBy(c => c.Due)
            .FirstOrDefaultAsync();
        return awaited is null ? null : new AnswerAwaited(awaited.Due);
    }

    private static async Task<Refusal?> Missing(EvaluationInHand found, long seat, IReadOnlyList<ScoreItem> items)
    {
        if (found.OverTime is { } over)
            return over;
        var bids = (await found.Bids()).Where(b => b.Findings.Rejected is null).Select(b => b.OpeningBid).ToHashSet();
        var ids = items.Select(i => i.Id).ToHashSet();
        var given = (await found.Scores()).Count(s => s.Seat == seat && bids.Contains(s.OpeningBid) && ids.Contains(s.Item));
        return given < bids.Count * items.Count ? new ScoresMissing(bids.Count * items.Count - given) : null;
    }

    /// <summary>What must be rejected is rejected, and what is suspiciously low was asked about.</summary>
    private static async Task<Refusal?> Unreviewed(EvaluationInHand found)
    {
        var (setup, rules) = (found.Evaluation.Setup, found.Rules);
        var bids = await found.Bids();
        var left = bids.Where(b => b.Findings.Rejected is null).ToList();
        if (setup.MaximumPrice is { } most && left.Find(b => (b.Findings.Corrected ?? b.Price) > most) is { } above)
            return new MustBeRejected(above.BidderName);
        List<long> all = [.. bids.Select(b => b.Price)];
        var asked = await found
            .Db.BidClarifications.AsNoTracking()
            .Where(c => c.EvaluationId == found.Id && c.Kind == ClarificationKind.LowPrice)
            .ToListAsync();
        foreach (var low in left.Where(b => LowPrice.IsTriggered(rules, b.Price, all)))
        {
            if (asked.TrueForAll(c => c.OpeningBid != low.OpeningBid))
                return new LowPriceNotAsked(low.BidderName);
            if (asked.TrueForAll(c => c.OpeningBid != low.OpeningBid || c.Answer is null))
                return new LowPriceUnexplained(low.BidderName);
        }
        return null;
    }
}
