using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Licences;

/// <summary>How every act on a licence happens: found, allowed, taken, recorded and told in one transaction.</summary>
public sealed class LicenceWork(HallWriter writer)
{
    public Task<Result<TFact>> Act<TFact>(
        long licence,
        Duty duty,
        Occasion on,
        Func<Licence, Result<TFact>> act,
        CancellationToken ct = default
    )
        where TFact : class, ILicenceFact =>
        writer.Write<TFact>(
            on,
            async db =>
            {
                if (await db.Licences.FirstOrDefaultAsync(l => l.Id == licence) is not { } found)
                    return duty.Role is { } role && !on.By.Is(role) ? new WrongRole(role) : new LicenceNotFound();
                if (Stranger(duty, on.By, found) is { } refusal)
                    return refusal;
                var outcome = act(found);
                if (outcome is Result<TFact>.Done(var fact))
                {
                    db.Record(found, on, fact);
                    if (fact.Tells is { } text)
                        db.Post(on, new TextMessage(found.Holder, $"【{found.TitleZh} {found.Number}】{text}", found.Case.Value));
                    if (fact is LicenceRenewed)
                        LicenceReminders.Post(db, on, found);
                }
                return outcome;
            },
            ct
        );

    /// <summary>Refuses whoever has not this duty for this licence: the holder for their own, the issuing office's staff for the office's.</summary>
    internal static Refusal? Stranger(Duty duty, Actor by, Licence licence)
    {
        if (duty.Role is not { } role)
            return !by.IsStaff && by.MayActFor(licence.Holder) ? null : new LicenceNotFound();
        if (!by.Is(role))
            return new WrongRole(role);
        if (by.Division != licence.Division)
            return new WrongDivision();
        return by.Office == licence.Office ? null : new WrongOffice(licence.Title);
    }
}

public sealed record LicenceNotFound()
    : Refusal(
        ("查无此证照。", "There is no such licence."),
        ("请从“我的证照”里选择，或核对编号。", "Choose it from “My licences”, or check its number.")
    );

/// <summary>The act does not exist for a licence in this state.</summary>
public sealed record WrongLicenceState(string Number, LicenceState At)
    : Refusal(
        ($"证照 {Number} 已经终止，不能再这样办理。", $"Licence {Number} has ended; that act does not exist any more."),
        ("请刷新页面，看它现在的状态。", "Reload the page to see how it stands.")
    );
