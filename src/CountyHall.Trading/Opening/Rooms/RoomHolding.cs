using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>How a room is held: what is asked of the time, and the rows that keep everybody else out.</summary>
internal static class RoomHolding
{
    /// <summary>Runs a unit that holds a room. Where another node took it in the same moment, it runs once more and then reads who has it.</summary>
    public static async Task<Result<T>> Hold<T>(
        this HallWriter writer,
        Occasion on,
        Func<HallDb, Task<Result<T>>> work,
        CancellationToken ct
    )
        where T : notnull
    {
        try
        {
            return await writer.Write(on, work, ct);
        }
        catch (DbUpdateException)
        {
            return await writer.Write(on, work, ct);
        }
    }

    public static Refusal? CheckTime(Tender tender, VenuePurpose purpose, DateTime from, DateTime to, DateTime now)
    {
        if (from <= now || to <= from || to - from > TimeSpan.FromHours(Rulebook.BookingLongest.Amount))
            return new BookingTimeWrong();
        return purpose == VenuePurpose.Opening && tender.BidDeadline is { } deadline && (deadline < from || deadline >= to)
            ? new OpeningOutsideBooking(Written.Minute(deadline))
            : null;
    }

    /// <summary>Holds the quarters of a time for a session and lets go of those it had before; refuses where one is somebody else's.</summary>
    public static async Task<Refusal?> Take(HallDb db, VenueRoom room, DateTime from, DateTime to, VenueSession session)
    {
        var wanted = VenueSlot.Of(from, to).ToList();
        var (first, last) = (wanted[0], wanted[^1]);
        var there = await db.VenueSlots.Where(s => s.RoomId == room.Id && s.At >= first && s.At <= last).OrderBy(s => s.At).ToListAsync();
        if (there.FirstOrDefault(s => s.SessionId != session.Id) is { } taken)
            return new RoomTaken(room.Name, Written.Minute(taken.At));
        var mine = await db.VenueSlots.Where(s => s.SessionId == session.Id).ToListAsync();
        db.VenueSlots.RemoveRange(mine.Where(s => s.RoomId != room.Id || !wanted.Contains(s.At)));
        foreach (var at in wanted.Except(there.Select(s => s.At)))
            db.Append(
                new VenueSlot
                {
                    RoomId = room.Id,
                    At = at,
                    SessionId = session.Id,
                }
            );
        return null;
    }

    /// <summary>The room is free again.</summary>
    public static async Task Release(HallDb db, VenueSession session) =>
        db.VenueSlots.RemoveRange(await db.VenueSlots.Where(s => s.SessionId == session.Id).ToListAsync());
}

/// <summary>What the steps of a session share.</summary>
internal static class VenueWork
{
    /// <summary>Opens a session, checks the charge and takes a step.</summary>
    public static Task<Result<T>> Step<T>(
        this HallWriter writer,
        long session,
        Charge charge,
        Occasion on,
        Func<HallDb, VenueSession, Tender, Task<Result<T>>> step,
        CancellationToken ct
    )
        where T : notnull =>
        writer.Hold<T>(
            on,
            async db =>
            {
                if (await db.VenueSessions.FirstOrDefaultAsync(s => s.Id == session) is not { } found)
                    return new VenueSessionNotFound();
                var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == found.TenderId);
                return charge.Check(on.By, found.Division, tender) is { } why ? why : await step(db, found, tender);
            },
            ct
        );
}
