using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>结束场次: with its log, and not without.</summary>
public sealed record CloseVenueSession(long Session);

public sealed record VenueSessionClosed(long Session, int Notes);

public sealed class CloseVenueSessionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<VenueSessionClosed>> Handle(CloseVenueSession ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<VenueSessionClosed>(
            ask.Session,
            Charge,
            on,
            async (db, session, _) =>
            {
                var kinds = await db.VenueNotes.Where(n => n.SessionId == session.Id).Select(n => n.Kind).ToListAsync();
                if (kinds.Count(k => k == VenueNoteKind.Service) < Rulebook.SessionLog.Amount)
                    return new SessionWithoutLog();
                var closed = session.Take((VenueInUse used) => used.Close(on.At, on.By.Name, kinds.Count));
                if (closed is not Result<VenueClosed>.Done(var over))
                    return ((Result<VenueClosed>.Refused)closed).Why;
                await RoomHolding.Release(db, session);
                await TradeRegister.Closed(db, session, over, on);
                return db.Record(session, on, new VenueSessionClosed(session.Id, kinds.Count));
            },
            ct
        );
}
