using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Register;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>取消预约: whoever asked does not need the room any more.</summary>
public sealed record CancelBooking(long Session);

public sealed record BookingWasCancelled(long Session);

public sealed class CancelBookingHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<BookingWasCancelled>> Handle(CancelBooking ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<BookingWasCancelled>(
            ask.Session,
            Charge,
            on,
            async (db, session, _) =>
            {
                var cancelled = session.Take((VenueBooking booking) => booking.Cancel(on.At));
                if (cancelled is Result<BookingCancelled>.Refused(var why))
                    return why;
                await RoomHolding.Release(db, session);
                await TradeRegister.Cancelled(db, session, on);
                return db.Record(session, on, new BookingWasCancelled(session.Id));
            },
            ct
        );
}
