using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>确认记录: a bidder agrees that the record says what happened.</summary>
/// <param name="Bidder">Party id of the firm.</param>
public sealed record ConfirmRecord(string Number, long Bidder);

public sealed record RecordConfirmed(string Number, long Bidder);

public sealed class ConfirmRecordHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<RecordConfirmed>> Handle(ConfirmRecord ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<RecordConfirmed>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.Session.Stage is not ConfirmingRecord)
                    return new WrongOpeningStage(opening.Session.Stage);
                var (db, session) = (opening.Db, opening.Session.Id);
                var name = await db
                    .OpeningBids.Where(b => b.SessionId == session && b.Bidder == ask.Bidder)
                    .Select(b => b.BidderName)
                    .FirstOrDefaultAsync();
                if (name is null)
                    return new YouHaveNoBidHere();
                var here = await db.OpeningAttendances.FirstOrDefaultAsync(a => a.SessionId == session && a.Bidder == ask.Bidder);
                if (here?.ConfirmedAt is not null)
                    return new RecordConfirmed(ask.Number, ask.Bidder);
                here ??= OpeningAttendances.Of(opening, ask.Bidder);
                here.ConfirmedAt = on.At;
                var done = db.Record(here, on, new RecordConfirmed(ask.Number, ask.Bidder));
                await opening.Say(($"{name} 确认记录", $"{name} confirmed the record"));
                return done;
            },
            ct,
            ask.Bidder
        );
}
