using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>当场答复: the chair answers an objection to the opening, at the opening.</summary>
public sealed record AnswerOpeningObjection(string Number, long Objection, string Answer);

public sealed record OpeningObjectionAnswered(string Number, long Objection, string Answer);

/// <summary>Implementing Regulation art. 44(3): TR-3.11. The opening cannot end before.</summary>
public sealed class AnswerOpeningObjectionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<OpeningObjectionAnswered>> Handle(AnswerOpeningObjection ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<OpeningObjectionAnswered>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                var (db, session) = (opening.Db, opening.Session.Id);
                var objection = await db.OpeningObjections.FirstOrDefaultAsync(o => o.Id == ask.Objection && o.SessionId == session);
                if (objection is null or { Answer: not null })
                    return new NoSuchObjection();
                if (OpeningWork.Plain(ask.Answer, 1000) is not { } answer)
                    return new ReasonNeeded();
                (objection.Answer, objection.AnsweredAt) = (answer, on.At);
                var done = db.Record(objection, on, new OpeningObjectionAnswered(ask.Number, objection.Id, answer));
                await opening.Say(($"答复 {objection.BidderName} 的异议", $"The objection of {objection.BidderName} is answered"));
                return done;
            },
            ct
        );
}
