using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Applications;

/// <summary>窗口办理: what lies on the counter becomes a case, received, accepted or with its one-time notice, in one step.</summary>
public sealed record FinishAtCounter(long Id, AfterReceipt Then);

/// <summary>Administrative Licensing Law art. 32: the same checks as online, and the step of the clerk in the same transaction.</summary>
public sealed class FinishAtCounterHandler(HallWriter writer, ReceiveAtCounterHandler counter) : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<CaseReceived>> Handle(FinishAtCounter ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<CaseReceived>(
            on,
            async db =>
            {
                if (await db.Applications.FirstOrDefaultAsync(a => a.Id == ask.Id && a.Owner == on.By.Id) is not { } draft)
                    return new DraftNotFound();
                if (draft.Submitted is { } submitted)
                    return new SubmittedAlready(submitted);
                var applicant = await db.Set<Party>().AsNoTracking().FirstAsync(p => p.Id == draft.Applicant);
                if (await StartAtCounterHandler.Unauthorised(db, applicant, draft.Representative, on.At) is { } unauthorised)
                    return unauthorised;
                var receive = new ReceiveAtCounter(draft.Item, draft.Applicant, applicant.Name, draft.Representative, draft.File, ask.Then);
                var received = await counter.Receive(db, receive, on, ct);
                if (received is Result<CaseReceived>.Done(var fact))
                    draft.Submitted = fact.Number;
                return received;
            },
            ct
        );

    /// <summary>What stands in the way of this step; null where nothing does. The rule panel asks the same.</summary>
    public static Refusal? Unready(CaseFile file, ServiceGuide guide, AfterReceipt then)
    {
        // Only what this situation asks for: the answer may have changed since the list was ticked.
        foreach (var material in guide.Needed(file.Answers))
        {
            if (
                file.Materials.GetValueOrDefault(material.Id) is { How: HandedHow.Waived } waived
                && string.IsNullOrWhiteSpace(waived.Evidence)
            )
                return new EvidenceMissing(material.Name);
        }
        // What is kept for now, or sent back, may be incomplete: art. 32(1)(4) is there for it.
        if (then is AfterReceipt.KeepForNow or AfterReceipt.AskForCorrection)
            return null;
        return SubmitApplicationHandler.Unready(file, guide);
    }
}

public sealed record EvidenceMissing(Words Material)
    : Refusal(
        ($"“{Material.Zh}”免于提供，但没有写明由什么证据证明。", $"“{Material.En}” is waived without saying what proves the fact."),
        ("请写明证据，例如“不动产登记系统查询结果，2026-11-20”。", "Name the evidence, for example a register and the day it was asked."),
        new Provision(Laws.RunAtMostOnce, "第九条", "art. 9")
    );
