using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>答复对评标结果的异议 within three days; an objection that holds says at once what follows from it.</summary>
/// <param name="Candidate">Party id of the candidate who is struck; none for the other outcomes.</param>
/// <param name="Evidence">What proves the unlawful act: the decision, with its number; none for the other outcomes.</param>
public sealed record AnswerResultObjection(
    string Lot,
    int Number,
    ObjectionOutcome Outcome,
    string Answer,
    long? Candidate = null,
    string? Evidence = null
);

public sealed record ResultObjectionAnswered(string Lot, int Number, ObjectionOutcome Outcome);

/// <summary>Implementing Regulation art. 54(2): TR-3.30, TR-3.10. What is upheld goes back to the committee, or strikes a candidate on proof.</summary>
public sealed class AnswerResultObjectionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<ResultObjectionAnswered>> Handle(AnswerResultObjection ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<ResultObjectionAnswered>(
            ask.Lot,
            Charge,
            on,
            async hand =>
            {
                var (db, lot) = (hand.Db, hand.Lot);
                var objection = await db.ResultObjections.FirstOrDefaultAsync(o => o.LotId == lot.Id && o.Number == ask.Number);
                if (objection is null or { AnsweredAt: not null } || hand.Begun is not { } award)
                    return new NoSuchResultObjection(ask.Number);
                if (!Enum.IsDefined(ask.Outcome))
                    return new TextMissing(("处理结果", "The outcome"));
                if (TenderWork.Texts((ask.Answer, 4000, ("答复", "The answer"))) is { } missing)
                    return missing;
                var answer = ask.Answer.Trim();
                (objection.Outcome, objection.Answer, objection.AnsweredAt) = (ask.Outcome, answer, on.At);
                var done = db.Record(objection, on, new ResultObjectionAnswered(lot.Number, objection.Number, ask.Outcome));
                hand.Tell(objection.By, $"对评标结果的第 {objection.Number} 号异议已答复，请在项目页查看。");
                // Several objections may be open at once: one of them has sent the report back, and the others are answered all the same.
                return ask.Outcome switch
                {
                    ObjectionOutcome.ReferredToCommittee when award.Stage is not ReferredBack => await ReferBackHandler.Refer(
                        hand,
                        award,
                        objection.Text
                    )
                        is { } why
                        ? why
                        : done,
                    ObjectionOutcome.CandidateStruck => Strike(hand, award, ask) is { } no ? no : done,
                    _ => done,
                };
            },
            ct
        );

    private static Refusal? Strike(AwardInHand hand, LotAward award, AnswerResultObjection ask)
    {
        if (award.Stage is not CandidatesPublished published)
            return new WrongAwardStage(award.Stage);
        if (published.Slate.Standing.FirstOrDefault(c => c.Bidder == ask.Candidate) is not { } candidate)
            return new NotACandidate();
        if (ask.Evidence?.Trim() is not { Length: > 0 and <= 2000 } evidence)
            return new EvidenceMissing();
        var passed = new PassedOver(candidate.Bidder, candidate.BidderName, PassOverGround.UnlawfulAct, evidence, hand.On.At);
        award.Take((CandidatesPublished p) => p.Strike(passed));
        hand.Db.Record(award, hand.On, new CandidateStruck(hand.Lot.Number, candidate.Bidder, passed.Ground, evidence), answer: false);
        return null;
    }
}

/// <summary>A candidate cannot win any more, while the others are still being published.</summary>
public sealed record CandidateStruck(string Lot, long Bidder, PassOverGround Ground, string Evidence);
