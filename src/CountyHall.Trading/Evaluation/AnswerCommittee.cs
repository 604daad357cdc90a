using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Evaluation;

/// <summary>答复澄清: in writing, within the time, once, and only where the committee has asked.</summary>
/// <param name="Bidder">Party id of the firm.</param>
/// <param name="Proof">A file handed in with it; none where none is needed.</param>
/// <param name="ChangesNothing">The bidder confirms that nothing of substance changes.</param>
public sealed record AnswerCommittee(string Lot, long Bidder, long Clarification, string Answer, StoredFile? Proof, bool ChangesNothing);

public sealed record CommitteeAnswered(string Lot, long Clarification, string Answer, string? Proof);

/// <summary>Bidding Law art. 39; Implementing Regulation art. 52.</summary>
public sealed class AnswerCommitteeHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<CommitteeAnswered>> Handle(AnswerCommittee ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<CommitteeAnswered>(
            ask.Lot,
            Charge,
            on,
            async found =>
            {
                var asked = await found.Db.BidClarifications.FirstOrDefaultAsync(c =>
                    c.Id == ask.Clarification && c.EvaluationId == found.Id && c.Bidder == ask.Bidder
                );
                if (asked is null or { Answer: not null } || found.Evaluation.Stage is not AtWork)
                    return new NothingWasAsked();
                if (on.At >= asked.Due)
                    return new AnswerTooLate(asked.Due);
                if (EvaluationWork.Plain(ask.Answer, 4000) is not { } answer)
                    return new AnswerNeedsWords();
                if (!ask.ChangesNothing)
                    return new SubstanceMayNotChange();
                (asked.Answer, asked.AnsweredAt) = (answer, on.At);
                (asked.AnswerFile, asked.AnswerFileName) = (ask.Proof?.Hash, ask.Proof?.Name);
                return found.Db.Record(asked, on, new CommitteeAnswered(found.Evaluation.Number, asked.Id, answer, ask.Proof?.Hash));
            },
            ct,
            ask.Bidder
        );
}
