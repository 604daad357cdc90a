using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>预约场地: the entity or its agency asks for a room; from now on nobody else can have it for that time.</summary>
/// <param name="Tender">招标项目编号</param>
/// <param name="Room">Key of the room.</param>
/// <param name="From">From and to, UTC.</param>
public sealed record BookRoom(string Tender, string Room, DateTime From, DateTime To, VenuePurpose Purpose);

public sealed record RoomBooked(long Session, string Tender, string Room, DateTime From, DateTime To, VenuePurpose Purpose);

public sealed class BookRoomHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<RoomBooked>> Handle(BookRoom ask, Occasion on, CancellationToken ct = default) =>
        writer.Hold<RoomBooked>(
            on,
            async db =>
            {
                if (await db.Tenders.AsNoTracking().FirstOrDefaultAsync(t => t.Number == ask.Tender) is not { } tender)
                    return new TenderNotFound(ask.Tender);
                if (Charge.Check(on.By, tender.Division, tender) is { } why)
                    return why;
                if (tender.Stage is OpeningEnded or Terminated && ask.Purpose == VenuePurpose.Opening)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                if (
                    await db.VenueRooms.AsNoTracking().FirstOrDefaultAsync(r => r.Division == tender.Division && r.Key == ask.Room)
                    is not { } room
                )
                    return new RoomNotFound();
                if (RoomHolding.CheckTime(tender, ask.Purpose, ask.From, ask.To, on.At) is { } wrong)
                    return wrong;
                var session = new VenueSession
                {
                    Id = Ids.Next(on.At),
                    Division = tender.Division,
                    RoomId = room.Id,
                    TenderId = tender.Id,
                    Purpose = ask.Purpose,
                    From = ask.From,
                    To = ask.To,
                    AskedBy = tender.AgencyName ?? tender.EntityName,
                    Stage = BookingAsked.Of(on.At),
                };
                if (await RoomHolding.Take(db, room, ask.From, ask.To, session) is { } taken)
                    return taken;
                db.VenueSessions.Add(session);
                return db.Record(session, on, new RoomBooked(session.Id, tender.Number, room.Key, ask.From, ask.To, ask.Purpose));
            },
            ct
        );
}
