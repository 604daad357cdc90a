using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>安排开标: in a confirmed room, with the terms of the documents. Again before the sign-in changes the terms or follows a moved deadline.</summary>
/// <param name="Tender">招标项目编号</param>
public sealed record ScheduleOpening(string Tender, OpeningPlan Plan);

public sealed record OpeningScheduled(string Number, OpeningPlan Plan, long VenueSession);

/// <summary>Bidding Law art. 34: at the deadline, at the place named beforehand; Order 20 art. 30: with a stated time to decrypt.</summary>
public sealed class ScheduleOpeningHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<OpeningScheduled>> Handle(ScheduleOpening ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<OpeningScheduled>(
            on,
            async db =>
            {
                if (await db.Tenders.AsNoTracking().FirstOrDefaultAsync(t => t.Number == ask.Tender) is not { } tender)
                    return new TenderNotFound(ask.Tender);
                if (Charge.Check(on.By, tender.Division, tender) is { } why)
                    return why;
                if (tender.Stage is not Announced || tender.BidDeadline is not { } deadline)
                    return new TenderNotAnnounced();
                if (Refuse(ask.Plan) is { } wrong)
                    return wrong;
                if (await DrawOfDocuments(db, tender) is { } asked && !asked.Values.SequenceEqual(ask.Plan.Draw?.Values ?? []))
                    return new DocumentsAskForDraw(asked);
                var room = await db
                    .VenueSessions.AsNoTracking()
                    .Where(s =>
                        s.TenderId == tender.Id
                        && s.Purpose == VenuePurpose.Opening
                        && s.From <= deadline
                        && s.To > deadline
                        && (s.StageName == "booking-confirmed" || s.StageName == "venue-in-use")
                    )
                    .OrderByDescending(s => s.Id)
                    .FirstOrDefaultAsync();
                if (room is null)
                    return new NoRoomForOpening(deadline);
                var session = await db.OpeningSessions.FirstOrDefaultAsync(s => s.TenderId == tender.Id);
                if (session is null)
                {
                    session = new OpeningSession
                    {
                        Id = Ids.Next(on.At),
                        Division = tender.Division,
                        TenderId = tender.Id,
                        Number = tender.Number,
                        VenueSessionId = room.Id,
                        Stage = Scheduled.Of(on.At, ask.Plan),
                    };
                    db.OpeningSessions.Add(session);
                }
                else
                {
                    if (session.Take((Scheduled before) => before.Change(on.At, ask.Plan)) is Result<Scheduled>.Refused(var late))
                        return late;
                    session.VenueSessionId = room.Id;
                }
                var done = db.Record(session, on, new OpeningScheduled(session.Number, ask.Plan, room.Id));
                await new OpeningInHand(db, session, tender, on).Say(
                    ("已安排开标，公布解密时限等事项", "The opening is arranged and its terms are published")
                );
                return done;
            },
            ct
        );

    /// <summary>The parameter that the published documents leave to an open draw; none where they leave none.</summary>
    public static async Task<DrawPlan?> DrawOfDocuments(HallDb db, Tender tender) =>
        await TenderDocument.Published(db, tender) is [.., var last]
        && last.Content.Parameters.FirstOrDefault(p => p.Drawn.Count > 0) is { } left
            ? new DrawPlan(left.Name, left.Drawn)
            : null;

    private static Refusal? Refuse(OpeningPlan plan)
    {
        if (plan.DecryptionMinutes < Rulebook.DecryptionShortest.Amount || plan.DecryptionMinutes > Rulebook.DecryptionLongest.Amount)
            return new DecryptionTimeWrong();
        if (plan.Draw is { } draw)
        {
            var distinct = draw.Values.Select(v => v.Trim()).Where(v => v.Length > 0).Distinct().Count();
            if (draw.Name.Trim().Length is 0 or > 100 || distinct != draw.Values.Count || distinct is < 2 or > 1000)
                return new DrawPlanWrong();
        }
        return plan.BasePriceSeal is { } seal && !Hex.IsSha256(seal) ? new CommitmentWrong() : null;
    }
}

/// <summary>Hashes as people send them.</summary>
internal static class Hex
{
    public static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
