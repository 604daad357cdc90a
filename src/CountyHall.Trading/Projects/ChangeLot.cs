using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Projects;

/// <summary>修改标段 while the documents are being prepared; afterwards its numbers are those that were filed.</summary>
/// <param name="Lot">标段编号</param>
public sealed record ChangeLot(string Tender, string Lot, LotDraft Draft);

public sealed record LotChanged(string Number, long Estimate, long? MaximumPrice, long Security, int Duration);

public sealed class ChangeLotHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<LotChanged>> Handle(ChangeLot ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<LotChanged>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (await db.Lots.FirstOrDefaultAsync(l => l.TenderId == tender.Id && l.Number == ask.Lot) is not { } lot)
                    return new LotNotFound(ask.Lot);
                if (tender.Stage is not Preparing)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                if (ask.Draft.Check(int.Parse(lot.Number[^3..], System.Globalization.CultureInfo.InvariantCulture)) is { } wrong)
                    return wrong;
                lot.NameZh = ask.Draft.NameZh.Trim();
                lot.NameEn = string.IsNullOrWhiteSpace(ask.Draft.NameEn) ? lot.NameZh : ask.Draft.NameEn.Trim();
                (lot.Estimate, lot.MaximumPrice) = (ask.Draft.Estimate, ask.Draft.MaximumPrice);
                (lot.Security, lot.Duration) = (ask.Draft.Security, ask.Draft.Duration);
                return db.Record(lot, on, new LotChanged(lot.Number, lot.Estimate, lot.MaximumPrice, lot.Security, lot.Duration));
            },
            ct
        );
}
