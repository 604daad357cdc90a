using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Documents;

/// <summary>答复备案意见: adopted, or not adopted with the reason; each opinion once.</summary>
/// <param name="Number">Number of the opinion in the tender.</param>
public sealed record AnswerOpinion(string Tender, int Number, bool Adopted, string? Reply);

public sealed record OpinionAnswered(string Tender, int Number, bool Adopted);

public sealed class AnswerOpinionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<OpinionAnswered>> Handle(AnswerOpinion ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<OpinionAnswered>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not (Preparing or UnderFiling))
                    return new WrongTenderStage(tender.Number, tender.Stage);
                if (await db.FilingOpinions.FirstOrDefaultAsync(o => o.TenderId == tender.Id && o.Number == ask.Number) is not { } opinion)
                    return new OpinionNotFound(ask.Number);
                if (opinion.AnsweredAt is not null)
                    return new OpinionAnsweredAlready(ask.Number);
                if (!ask.Adopted && string.IsNullOrWhiteSpace(ask.Reply))
                    return new NotAdoptedWithoutReason(ask.Number);
                if (ask.Reply?.Trim().Length > 2000)
                    return new TextTooLong(("答复", "The answer"), 2000);
                opinion.Adopted = ask.Adopted;
                opinion.Reply = string.IsNullOrWhiteSpace(ask.Reply) ? null : ask.Reply.Trim();
                opinion.AnsweredAt = on.At;
                return db.Record(opinion, on, new OpinionAnswered(tender.Number, opinion.Number, ask.Adopted));
            },
            ct
        );
}

public sealed record OpinionNotFound(int Number)
    : Refusal(($"没有第 {Number} 号意见。", $"There is no opinion {Number}."), ("请从列表中选择。", "Choose one from the list."));

public sealed record OpinionAnsweredAlready(int Number)
    : Refusal(
        ($"第 {Number} 号意见已经答复，答复不能改。", $"Opinion {Number} is answered, and an answer is not changed."),
        ("有新情况的，请向监督部门说明，由其另提意见。", "Tell the department what is new; it may give another opinion.")
    );

public sealed record NotAdoptedWithoutReason(int Number)
    : Refusal(
        ($"不采纳第 {Number} 号意见，没有写明理由。", $"Opinion {Number} is not adopted, and the reason is missing."),
        ("请写明不采纳的理由，监督部门据此决定。", "Say why; the department decides by it."),
        Rulebook.FilingBeforeIssue.Basis
    );
