using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>确认预约</summary>
public sealed record ConfirmBooking(long Session);

public sealed record BookingWasConfirmed(long Session, string By);

public sealed class ConfirmBookingHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<BookingWasConfirmed>> Handle(ConfirmBooking ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<BookingWasConfirmed>(
            ask.Session,
            Charge,
            on,
            (db, session, _) =>
                Task.FromResult(
                    session
                        .Take((BookingAsked asked) => asked.Confirm(on.At, on.By.Name))
                        .Then<BookingWasConfirmed>(done => db.Record(session, on, new BookingWasConfirmed(session.Id, done.By)))
                ),
            ct
        );
}
