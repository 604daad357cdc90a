using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Applications;

/// <summary>提交: the draft becomes a received case with a number, once.</summary>
public sealed record SubmitApplication(long Id);

/// <summary>Administrative Licensing Law art. 29; Zhejiang art. 6: an online application has full effect.</summary>
public sealed class SubmitApplicationHandler(HallWriter writer, ItemCatalogue catalogue, CountyCalendar calendar) : IUseCase
{
    public static Duty Duty => Duty.OfApplicant;

    public Task<Result<CaseReceived>> Handle(SubmitApplication ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<CaseReceived>(
            on,
            async db =>
            {
                if (await db.Applications.FirstOrDefaultAsync(a => a.Id == ask.Id && a.Owner == on.By.Id) is not { } draft)
                    return new DraftNotFound();
                if (draft.Submitted is { } submitted)
                    return new SubmittedAlready(submitted);
                if (!on.By.MayActFor(draft.Applicant))
                    return new NotYourParty();
                if (await catalogue.InForce(db, draft.Item, CountyTime.DayOf(on.At)) is not { } version)
                    return new ItemNotInForce(draft.Item);
                if (Unready(draft.File, version.Guide) is { } refusal)
                    return refusal;

                var applicant = await db.Set<Party>().AsNoTracking().FirstAsync(p => p.Id == draft.Applicant);
                var representative = on.By.Person != draft.Applicant ? on.By.Person : null;
                var receipt = new Receipt(version, draft.Applicant, applicant.Name, representative, draft.File);
                var received = await CaseWork.Receive<CaseReceived>(db, receipt, on, null, calendar.Now);
                if (received is Result<CaseReceived>.Done(var fact))
                    draft.Submitted = fact.Number;
                return received;
            },
            ct
        );

    /// <summary>What stands in the way of sending. Missing material does not: the window tells everything that is missing, once.</summary>
    internal static Refusal? Unready(CaseFile file, ServiceGuide guide)
    {
        var situation = Situation.Of(guide, file.Answers);
        // Whoever is not eligible need not answer the rest first.
        if (situation.Stop is { Choice.Stops: { } stops })
            return new NotEligible(stops, guide.Basis[0]);
        if (situation.Open is [var open, ..])
            return new QuestionOpen(open);
        foreach (var field in situation.Fields)
        {
            if (FieldCheck.Of(field, file.Fields.TryGetValue(field.Id, out var value) ? value.Value : null) is { } wrong)
                return wrong;
        }
        return file.Committed && guide.Commitment is null ? new CommitmentNotAllowed() : null;
    }
}

public sealed record QuestionOpen(Question Question)
    : Refusal(
        ($"还没有回答：{Question.Text.Zh}", $"Not answered yet: {Question.Text.En}"),
        ("请回到“情形”一步作答。", "Go back to “Situation” and answer it.")
    );

public sealed record NotEligible(Words Why, Citation Condition)
    : Refusal(
        Why,
        (
            "不符合条件，不必继续填写；如有疑问请拨打指南上的咨询电话。",
            "You need not go on; the guide has a telephone number for questions."
        ),
        Provisions.OnlyListedMaterial
    );
