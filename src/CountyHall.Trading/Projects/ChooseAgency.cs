using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Projects;

/// <summary>委托招标代理机构: the entity chooses, changes or gives up its agency while the documents are being prepared.</summary>
/// <remarks>Bidding Law art. 12: the entity chooses freely, and nobody may name one for it.</remarks>
/// <param name="Code">Unified social credit code; none to tender without one.</param>
public sealed record ChooseAgency(string Tender, string? Code);

public sealed record AgencyChosen(string Tender, long? Agency, string? Name);

public sealed class ChooseAgencyHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<AgencyChosen>> Handle(ChooseAgency ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<AgencyChosen>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not Preparing)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                var found = await Find(db, vault, ask.Code, tender.Entity);
                if (found is not Result<(long Id, string Name)?>.Done(var agency))
                    return ((Result<(long Id, string Name)?>.Refused)found).Why;
                (tender.Agency, tender.AgencyName) = (agency?.Id, agency?.Name);
                return db.Record(tender, on, new AgencyChosen(tender.Number, tender.Agency, tender.AgencyName));
            },
            ct
        );

    /// <summary>The firm of a code; none where no code was given.</summary>
    internal static async Task<Result<(long Id, string Name)?>> Find(HallDb db, Vault vault, string? code, long entity)
    {
        if (string.IsNullOrWhiteSpace(code))
            return new Result<(long Id, string Name)?>.Done(null);
        if (Uscc.Parse(code) is Result<Uscc>.Refused(var why))
            return why;
        if (await Party.Find(db, vault, code) is not { } found || !await db.Set<Firm>().AnyAsync(f => f.Id == found.Id))
            return new AgencyUnknown(code.Trim());
        return found.Id == entity ? new AgencyIsEntity() : new Result<(long Id, string Name)?>.Done(found);
    }
}

public sealed record AgencyUnknown(string Code)
    : Refusal(
        ($"没有登记过统一社会信用代码为 {Code} 的单位。", $"No firm with the code {Code} is registered."),
        ("请核对代码，或者请该机构先到窗口登记。", "Check the code, or let the agency be registered at a window first."),
        Laws.Bidding.At("第十二条", "art. 12")
    );

public sealed record AgencyIsEntity()
    : Refusal(
        ("招标人不能做自己的招标代理机构。", "The tendering entity is not its own agency."),
        ("自行招标的，代理机构留空。", "Leave the agency empty to tender without one."),
        Laws.Bidding.At("第十二条", "art. 12")
    );
