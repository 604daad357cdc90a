using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Projects;

/// <summary>重新招标: the failed lots of a tender become a tender of the next round, with the documents as they were announced to begin from.</summary>
/// <remarks>Bidding Law art. 28, Implementing Regulation arts. 19 and 44.</remarks>
public sealed record TenderAgain(string Tender);

/// <param name="Number">Of the new tender.</param>
public sealed record TenderedAgain(string Number, string Follows, int Round, IReadOnlyList<string> Lots);

public sealed class TenderAgainHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<TenderedAgain>> Handle(TenderAgain ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<TenderedAgain>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, earlier) =>
            {
                var failed = (await TenderWork.Lots(db, earlier.Id)).Where(l => l.Stage is Failed).ToList();
                var ids = failed.ConvertAll(l => (long?)l.Id);
                var taken = await db.Lots.Where(l => ids.Contains(l.Follows)).Select(l => l.Follows).ToListAsync();
                failed.RemoveAll(l => taken.Contains(l.Id));
                if (failed.Count == 0)
                    return new NothingFailed(earlier.Number);
                var project = await db.TradeProjects.AsNoTracking().SingleAsync(p => p.Id == earlier.ProjectId);
                var tender = new Tender
                {
                    Id = Ids.Next(on.At),
                    ProjectId = project.Id,
                    Number = TradingSettings.PartNumber(project.Number, await db.NextNumber($"tenders:{project.Number}")),
                    Division = earlier.Division,
                    NameZh = earlier.NameZh,
                    NameEn = earlier.NameEn,
                    Kind = earlier.Kind,
                    Method = earlier.Method,
                    Round = earlier.Round + 1,
                    Entity = earlier.Entity,
                    EntityName = earlier.EntityName,
                    Agency = earlier.Agency,
                    AgencyName = earlier.AgencyName,
                    SupervisingDepartment = earlier.SupervisingDepartment,
                    Follows = earlier.Id,
                    Stage = Preparing.Begin(on.At),
                    EnteredAt = on.At,
                };
                db.Add(tender);
                var lots = failed.Select((lot, i) => EnterTenderHandler.AddLot(db, tender, DraftOf(lot), i + 1, on, lot.Id)).ToList();
                if (await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.TenderId == earlier.Id) is { } invited)
                {
                    var invitation = new Invitation
                    {
                        Id = Ids.Next(on.At),
                        TenderId = tender.Id,
                        Ground = invited.Ground,
                        Approval = invited.Approval,
                        Invited = invited.Invited,
                    };
                    db.Add(invitation);
                    db.Record(invitation, on, new InvitationRecorded(invitation.Ground, invitation.Approval), answer: false);
                }
                if (await TenderDocument.Newest(db, earlier.Id) is { } document)
                    SaveDocumentHandler.Add(db, tender, 1, document.Content, on);
                return db.Record(
                    tender,
                    on,
                    new TenderedAgain(tender.Number, earlier.Number, tender.Round, [.. lots.Select(l => l.Number)])
                );
            },
            ct
        );

    private static LotDraft DraftOf(Lot lot) => new(lot.NameZh, lot.NameEn, lot.Estimate, lot.MaximumPrice, lot.Security, lot.Duration);
}

public sealed record NothingFailed(string Tender)
    : Refusal(
        ($"招标项目 {Tender} 没有流标的标段，或者已经重新招标。", $"Tender {Tender} has no failed lot that is not tendered again already."),
        ("只有流标的标段才重新招标。", "Only failed lots are tendered again."),
        Laws.Bidding.At("第二十八条第一款", "art. 28(1)")
    );
