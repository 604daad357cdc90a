using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>不同意预约: the room is free again, and whoever asked reads why.</summary>
public sealed record DeclineBooking(long Session, string Reason);

public sealed record BookingWasDeclined(long Session, string Reason);

public sealed class DeclineBookingHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<BookingWasDeclined>> Handle(DeclineBooking ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<BookingWasDeclined>(
            ask.Session,
            Charge,
            on,
            async (db, session, _) =>
            {
                if (ask.Reason.Trim() is not { Length: > 0 and <= 500 } reason)
                    return new ReasonForParties();
                var declined = session.Take((VenueBooking booking) => booking.Decline(on.At, on.By.Name, reason));
                if (declined is Result<BookingDeclined>.Refused(var why))
                    return why;
                await RoomHolding.Release(db, session);
                return db.Record(session, on, new BookingWasDeclined(session.Id, reason));
            },
            ct
        );
}
