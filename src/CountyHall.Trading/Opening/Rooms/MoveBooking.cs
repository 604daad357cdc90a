using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>调整预约: the staff give it another room or time; that is their agreement as well.</summary>
/// <param name="From">From and to, UTC.</param>
public sealed record MoveBooking(long Session, string Room, DateTime From, DateTime To);

public sealed record BookingMoved(long Session, string Room, DateTime From, DateTime To);

public sealed class MoveBookingHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<BookingMoved>> Handle(MoveBooking ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<BookingMoved>(
            ask.Session,
            Charge,
            on,
            async (db, session, tender) =>
            {
                var division = session.Division;
                if (
                    await db.VenueRooms.AsNoTracking().FirstOrDefaultAsync(r => r.Division == division && r.Key == ask.Room) is not { } room
                )
                    return new RoomNotFound();
                if (RoomHolding.CheckTime(tender, session.Purpose, ask.From, ask.To, on.At) is { } wrong)
                    return wrong;
                var moved = session.Take((VenueBooking booking) => booking.Move(on.At, on.By.Name));
                if (moved is Result<BookingConfirmed>.Refused(var why))
                    return why;
                if (await RoomHolding.Take(db, room, ask.From, ask.To, session) is { } taken)
                    return taken;
                (session.RoomId, session.From, session.To) = (room.Id, ask.From, ask.To);
                return db.Record(session, on, new BookingMoved(session.Id, room.Key, ask.From, ask.To));
            },
            ct
        );
}
