using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>场地就绪: the staff open the room; from here on the log runs.</summary>
public sealed record BeginVenueSession(long Session);

public sealed record VenueSessionBegun(long Session);

public sealed class BeginVenueSessionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<VenueSessionBegun>> Handle(BeginVenueSession ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<VenueSessionBegun>(
            ask.Session,
            Charge,
            on,
            (db, session, _) =>
                Task.FromResult(
                    session
                        .Take((BookingConfirmed confirmed) => confirmed.Begin(on.At, on.By.Name))
                        .Then<VenueSessionBegun>(_ => db.Record(session, on, new VenueSessionBegun(session.Id)))
                ),
            ct
        );
}
