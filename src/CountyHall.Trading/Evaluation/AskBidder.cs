using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Evaluation;

/// <summary>要求澄清: the committee asks in writing, through its leader and through the system only.</summary>
/// <param name="Minutes">Time to answer.</param>
public sealed record AskBidder(string Lot, long OpeningBid, ClarificationKind Kind, string Question, int Minutes);

public sealed record BidderAsked(string Lot, long Clarification, long OpeningBid, DateTime Due);

/// <summary>Bidding Law art. 39; Implementing Regulation art. 52; Order 12 arts. 19, 21, 26.</summary>
public sealed class AskBidderHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<BidderAsked>> Handle(AskBidder ask, Occasion on, CancellationToken ct = default) =>
        writer.Pledged<BidderAsked>(
            ask.Lot,
            on,
            async (found, seat, _) =>
            {
                if (found.Evaluation.Stage is BlindScoring)
                    return new NotWhileBlind();
                if (found.Evaluation.Stage is not (PreliminaryReview or OpenScoring))
                    return new WrongEvaluationStage(found.Evaluation.Stage);
                if (((AtWork)found.Evaluation.Stage).Leader != seat.Id)
                    return new LeaderOnly();
                if (EvaluationWork.Plain(ask.Question, 2000) is not { } question)
                    return new QuestionNeeded();
                if (ask.Minutes < Rulebook.ClarificationShortest.Amount || ask.Minutes > Rulebook.ClarificationLongest.Amount)
                    return new AnswerTimeWrong();
                if ((await found.Bids()).Find(b => b.OpeningBid == ask.OpeningBid && b.Findings.Rejected is null) is not { } bid)
                    return new BidNotInEvaluation();
                var clarification = new BidClarification
                {
                    Id = Ids.Next(on.At),
                    EvaluationId = found.Id,
                    OpeningBid = bid.OpeningBid,
                    Bidder = bid.Bidder,
                    Kind = ask.Kind,
                    Question = question,
                    AskedAt = on.At,
                    Due = on.At.AddMinutes(ask.Minutes),
                };
                found.Db.BidClarifications.Add(clarification);
                found.Db.Post(
                    on,
                    new TextMessage(
                        bid.Bidder,
                        $"【标段 {found.Lot.Number}】评标委员会要求书面澄清，请在 {Written.Minute(clarification.Due)} 前登录答复。"
                    )
                );
                return found.Db.Record(
                    clarification,
                    on,
                    new BidderAsked(found.Evaluation.Number, clarification.Id, bid.OpeningBid, clarification.Due)
                );
            },
            ct
        );
}
