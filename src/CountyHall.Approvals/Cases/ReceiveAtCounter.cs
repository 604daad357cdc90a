using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Commitments;
using CountyHall.Approvals.Licences;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Cases;

/// <summary>What the clerk does with an application in the same breath as receiving it.</summary>
public enum AfterReceipt
{
    /// <summary>收件 only: the five days for the notice begin.</summary>
    KeepForNow,

    /// <summary>受理</summary>
    Accept,

    /// <summary>容缺受理</summary>
    AcceptWithGaps,

    /// <summary>一次性告知</summary>
    AskForCorrection,
}

/// <summary>窗口收件: a clerk takes an application at a comprehensive window and, in one screen, accepts it or tells everything that is missing.</summary>
/// <param name="Applicant">Party id.</param>
/// <param name="Representative">Party id of the person at the counter, where not the applicant.</param>
public sealed record ReceiveAtCounter(
    string Item,
    long Applicant,
    string ApplicantName,
    long? Representative,
    CaseFile File,
    AfterReceipt Then
);

/// <summary>A case was received: it has a number and a receipt.</summary>
/// <param name="Place">Window, or "网上".</param>
/// <param name="Stage">Where it stands after the receipt: received, or already accepted, or waiting for correction.</param>
public sealed record CaseReceived(CaseNumber Number, Words Item, string Place, Words Stage) : ICaseFact
{
    public Words Says => ($"收件，{Place}", $"Received, {Place}");
    public string? Tells => $"已收到您的“{Item.Zh}”申请，凭编号可随时查询进度。";
}

/// <summary>Administrative Licensing Law arts. 29 and 32; Zhejiang art. 5(2): the comprehensive window receives and accepts for the bodies.</summary>
public sealed class ReceiveAtCounterHandler(HallWriter writer, ItemCatalogue catalogue, CountyCalendar calendar, IWindows windows)
    : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<CaseReceived>> Handle(ReceiveAtCounter ask, Occasion on, CancellationToken ct = default) =>
        HandleFound(ask.File, _ => Task.FromResult<Result<ReceiveAtCounter>>(ask), on, ct);

    /// <summary>The same where the rest of what is asked for has to be looked up first, in the same unit of work.</summary>
    public Task<Result<CaseReceived>> HandleFound(
        CaseFile file,
        Func<HallDb, Task<Result<ReceiveAtCounter>>> find,
        Occasion on,
        CancellationToken ct = default
    )
    {
        Columns.WriteAhead(file);
        return writer.Write<CaseReceived>(
            on,
            async db =>
                await find(db) switch
                {
                    Result<ReceiveAtCounter>.Done(var known) => await Receive(db, known, on, ct),
                    Result<ReceiveAtCounter>.Refused(var why) => why,
                    _ => throw new System.Diagnostics.UnreachableException(),
                },
            ct
        );
    }

    /// <summary>The same inside a unit of work that has more to do.</summary>
    internal async Task<Result<CaseReceived>> Receive(HallDb db, ReceiveAtCounter ask, Occasion on, CancellationToken ct)
    {
        if (await catalogue.InForce(db, ask.Item, CountyTime.DayOf(on.At)) is not { } version)
            return new ItemNotInForce(ask.Item);
        if (Duty.CheckPlace(on.By, version.Division, version.Guide) is { } refusal)
            return refusal;
        if (on.By.Window is not { } window || !await windows.Accepts(version.Division, window, version.Guide.WindowTypes, ct))
            return new WrongWindow(version.Guide.Name);

        if (await AfterCommitment.Bar(db, ask.File, ask.Applicant) is { } barred)
            return barred;

        var file = await WithHeld(db, ask, version.Guide, on);
        if (FinishAtCounterHandler.Unready(file, version.Guide, ask.Then) is { } unready)
            return unready;

        var receipt = new Receipt(version, ask.Applicant, ask.ApplicantName, ask.Representative, file);
        return ask.Then switch
        {
            AfterReceipt.Accept => await CaseWork.Receive(db, receipt, on, at => AcceptCaseHandler.Step(at, on), calendar.Now),
            AfterReceipt.AcceptWithGaps => await CaseWork.Receive(db, receipt, on, at => AcceptWithGapsHandler.Step(at, on), calendar.Now),
            AfterReceipt.AskForCorrection => await CaseWork.Receive(
                db,
                receipt,
                on,
                at => AskForCorrectionHandler.Step(at, on, []),
                calendar.Now
            ),
            _ => await CaseWork.Receive<CaseReceived>(db, receipt, on, null, calendar.Now),
        };
    }

    /// <summary>What the house holds is not asked for again (Zhejiang arts. 7 and 8), whoever forgot to tick it.</summary>
    private static async Task<CaseFile> WithHeld(HallDb db, ReceiveAtCounter ask, ServiceGuide guide, Occasion on)
    {
        if (!ask.File.Missing(guide).Any(m => m.Held is not null))
            return ask.File;
        var held = await db.Set<HeldDocument>()
            .AsNoTracking()
            .Where(d => d.PartyId == ask.Applicant || d.PartyId == ask.Representative)
            .ToListAsync();
        var holds = await LicenceRegister.HeldBy(db, held, on.At, ask.Applicant, ask.Representative);
        var materials = HeldMaterials.Of(guide, holds, on.At).ToDictionary();
        foreach (var (id, handed) in ask.File.Materials)
            materials[id] = handed;
        return ask.File with { Materials = materials };
    }
}
