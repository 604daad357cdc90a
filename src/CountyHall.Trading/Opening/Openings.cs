using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening.Rooms;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>开标预告: what anybody may know of a coming opening. Who takes part, and how many, is not in it.</summary>
/// <param name="Tender">招标项目编号, which is the number of the opening as well.</param>
/// <param name="At">投标截止时间 and opening, UTC.</param>
/// <param name="Room">None while no room is confirmed.</param>
/// <param name="Stage">Where the opening stands.</param>
/// <param name="HasHall">There is a page of this opening.</param>
public sealed record OpeningPreview(string Tender, Words Name, DateTime At, Words? Room, Words Stage, int Lots, bool HasHall);

/// <summary>开标信息预告</summary>
public static class Openings
{
    /// <summary>The openings of a day (Beijing), in the order of their time.</summary>
    public static Task<IReadOnlyList<OpeningPreview>> Of(HallDb db, string division, DateOnly day, CancellationToken ct = default) =>
        Between(db, division, CountyTime.StartOfDay(day), CountyTime.StartOfDay(day.AddDays(1)), 200, ct);

    /// <param name="from">From and to (to not included), UTC.</param>
    public static async Task<IReadOnlyList<OpeningPreview>> Between(
        HallDb db,
        string division,
        DateTime from,
        DateTime to,
        int most,
        CancellationToken ct = default
    )
    {
        var tenders = await db
            .Tenders.AsNoTracking()
            .Where(t => t.Division == division && t.BidDeadline >= from && t.BidDeadline < to)
            .OrderBy(t => t.BidDeadline)
            .ThenBy(t => t.Id)
            .Take(most)
            .ToListAsync(ct);
        var ids = tenders.ConvertAll(t => t.Id);
        var sessions = await db.OpeningSessions.AsNoTracking().Where(s => ids.Contains(s.TenderId)).ToDictionaryAsync(s => s.TenderId, ct);
        var lots = await db
            .Lots.AsNoTracking()
            .Where(l => ids.Contains(l.TenderId))
            .GroupBy(l => l.TenderId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var booked = (
            await db
                .VenueSessions.AsNoTracking()
                .Where(v => ids.Contains(v.TenderId) && v.Purpose == VenuePurpose.Opening)
                .Where(v => v.StageName == "booking-confirmed" || v.StageName == "venue-in-use" || v.StageName == "venue-closed")
                .Join(
                    db.VenueRooms,
                    v => v.RoomId,
                    r => r.Id,
                    (v, r) =>
                        new
                        {
                            v.TenderId,
                            v.Id,
                            Room = r,
                        }
                )
                .ToListAsync(ct)
        ).GroupBy(v => v.TenderId).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Id)!.Room.Name);
        return
        [
            .. tenders.Select(t => new OpeningPreview(
                t.Number,
                new(t.NameZh, t.NameEn),
                t.BidDeadline!.Value,
                booked.TryGetValue(t.Id, out var room) ? room : null,
                sessions.GetValueOrDefault(t.Id)?.Stage.Name ?? new("未安排", "Not arranged yet"),
                lots.GetValueOrDefault(t.Id),
                sessions.ContainsKey(t.Id)
            )),
        ];
    }
}
