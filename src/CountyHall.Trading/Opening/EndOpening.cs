using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>结束开标: the record is published, and the lots that were opened go on to evaluation.</summary>
/// <param name="Unconfirmed">Why some bidders have not confirmed; none where all have.</param>
public sealed record EndOpening(string Number, string? Unconfirmed);

public sealed record OpeningWasEnded(string Number, int Confirmed, string? Unconfirmed);

/// <summary>A lot is opened.</summary>
public sealed record LotOpened(string Lot);

/// <summary>Order 20 art. 32; Bidding Law art. 36.</summary>
public sealed class EndOpeningHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<OpeningWasEnded>> Handle(EndOpening ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<OpeningWasEnded>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                var (db, session, tender) = (opening.Db, opening.Session, opening.Tender);
                if (session.Stage is not ConfirmingRecord)
                    return new WrongOpeningStage(session.Stage);
                var open = await db
                    .OpeningObjections.Where(o => o.SessionId == session.Id && o.Answer == null)
                    .Select(o => o.BidderName)
                    .FirstOrDefaultAsync();
                if (open is not null)
                    return new ObjectionUnanswered(open);
                var bidders = await db.OpeningBids.Where(b => b.SessionId == session.Id).Select(b => b.Bidder).Distinct().CountAsync();
                var confirmed = await db.OpeningAttendances.CountAsync(a => a.SessionId == session.Id && a.ConfirmedAt != null);
                var why = OpeningWork.Plain(ask.Unconfirmed);
                if (confirmed < bidders && why is null)
                    return new ConfirmationsMissing(bidders - confirmed);
                foreach (var lot in await db.Lots.Where(l => l.TenderId == tender.Id && l.StageName == "being-opened").ToListAsync())
                {
                    lot.Take((BeingOpened being) => being.End(on.At));
                    db.Record(lot, on, new LotOpened(lot.Number), answer: false);
                }
                if (tender.Take((Announced announced) => announced.EndOpening(on.At)) is Result<OpeningEnded>.Refused(var no))
                    return no;
                db.Record(tender, on, new TenderOpeningEnded(tender.Number), answer: false);
                var ended = await opening.Step(
                    (ConfirmingRecord confirming) => confirming.End(on.At, confirmed < bidders ? why : null),
                    _ => new OpeningWasEnded(ask.Number, confirmed, confirmed < bidders ? why : null),
                    _ => ("开标结束，开标记录已公布", "The opening is over and its record published")
                );
                if (session.Stage is Ended over)
                    await OpeningNotices.PublishRecord(opening, over);
                return ended;
            },
            ct
        );
}
