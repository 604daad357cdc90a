using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Documents;

/// <summary>答复异议 within three days; with the last answer the tender goes on.</summary>
/// <remarks>Implementing Regulation art. 22. An objection that holds is followed by a clarification, which says whether the deadline moves.</remarks>
public sealed record AnswerObjection(string Tender, int Number, bool Upheld, string Answer);

public sealed record ObjectionAnswered(string Tender, int Number, bool Upheld);

public sealed class AnswerObjectionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<ObjectionAnswered>> Handle(AnswerObjection ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<ObjectionAnswered>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (
                    await db.DocumentObjections.FirstOrDefaultAsync(o => o.TenderId == tender.Id && o.Number == ask.Number)
                    is not { } objection
                )
                    return new ObjectionNotFound(ask.Number);
                if (objection.AnsweredAt is not null)
                    return new ObjectionAnsweredAlready(ask.Number);
                if (TenderWork.Texts((ask.Answer, 4000, ("答复", "The answer"))) is { } missing)
                    return missing;
                (objection.Upheld, objection.Answer, objection.AnsweredAt) = (ask.Upheld, ask.Answer.Trim(), on.At);
                // The objector reads the answer where all read it: a message in the outbox would tell others who it was.
                return db.Record(objection, on, new ObjectionAnswered(tender.Number, objection.Number, ask.Upheld));
            },
            ct
        );
}

public sealed record ObjectionNotFound(int Number)
    : Refusal(($"没有第 {Number} 号异议。", $"There is no objection {Number}."), ("请从列表中选择。", "Choose one from the list."));

public sealed record ObjectionAnsweredAlready(int Number)
    : Refusal(
        ($"第 {Number} 号异议已经答复，答复不能改。", $"Objection {Number} is answered, and an answer is not changed."),
        ("需要补充的，请发布澄清。", "Publish a clarification if more is to be said."),
        Rulebook.ObjectionAnswer.Basis
    );

/// <summary>暂停: nothing of the tender goes on before an objection is answered.</summary>
public sealed record TenderSuspended()
    : Refusal(
        ("有异议还没有答复，招标投标活动暂停。", "An objection is not answered yet: the tender is suspended."),
        ("请先答复异议。", "Answer the objection first."),
        Rulebook.ObjectionAnswer.Basis
    );
