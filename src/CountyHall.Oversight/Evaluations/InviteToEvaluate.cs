using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Oversight.Evaluations;

public sealed record EvaluationInvited(string Case, string Office);

/// <summary>邀请评价: once a case is finished its applicant is asked, by the house itself and not by those who are evaluated.</summary>
/// <remarks>AP-8.2, one for each matter; AP-8.3, no pressure. Whoever is asked twice (a job may come twice) is asked once.</remarks>
public sealed class InviteToEvaluate(HallWriter writer, EvaluationLinks links, TimeProvider time) : IJob<CaseCompleted>
{
    public Task Do(CaseCompleted body, CancellationToken ct) => writer.Write(db => Invite(db, body), ct);

    private async Task Invite(HallDb db, CaseCompleted done)
    {
        if (await db.Evaluations.AnyAsync(e => e.CaseId == done.Case))
            return;
        var on = new Occasion(Actor.House, null, time.Now(), Channel.Clock, "evaluation");
        var asked = new Evaluation
        {
            Id = Ids.Next(on.At),
            CaseId = done.Case,
            Number = done.Number,
            Division = done.Division,
            Office = done.Office,
            Item = done.Item,
            Window = done.Window,
            Applicant = done.Applicant,
            Officers = done.Officers,
            InvitedAt = done.At,
        };
        db.Evaluations.Add(asked);
        db.Record(asked, on, new EvaluationInvited(done.Number, done.Office), done.At, answer: false);
        await EvaluationTally.Count(db, asked);
        db.Post(
            on,
            new TextMessage(
                done.Applicant,
                $"【办件 {done.Number}】已办结。请用五档评一评这次办理，{Rulebook.EvaluationTime.Amount} 日内有效：{links.AddressOf(asked.Id)}",
                done.Number
            )
        );
    }
}
