using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>约谈签名: an expert who was there signs.</summary>
public sealed record SignBriefing(string Tender);

public sealed record BriefingSigned(string Tender, int Place);

public sealed class SignBriefingHandler(HallWriter writer) : IUseCase
{
    /// <summary>A member in person; <see cref="Charge.OfMember"/> with the seat that he holds.</summary>
    public static Charge Charge => Charge.OfMember;

    public Task<Result<BriefingSigned>> Handle(SignBriefing ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<BriefingSigned>(
            on,
            async db =>
            {
                if (await db.Tenders.AsNoTracking().FirstOrDefaultAsync(t => t.Number == ask.Tender.Trim()) is not { } tender)
                    return new TenderNotFound(ask.Tender);
                var seat = (await CommitteeSeat.Held(db, tender.Id)).Find(s => s.Person == on.By.Person && s.Kind == SeatKind.Expert);
                if (Charge.Check(on.By, tender.Division, tender, member: seat?.Person) is { } why)
                    return why;
                if (await db.ExpertBriefings.FirstOrDefaultAsync(b => b.TenderId == tender.Id) is not { } briefing)
                    return new BriefingNotHeld();
                if (await db.BriefingAttendances.AnyAsync(a => a.BriefingId == briefing.Id && a.Person == seat!.Person))
                    return new BriefingKnown();
                var attendance = new BriefingAttendance
                {
                    Id = Ids.Next(on.At),
                    BriefingId = briefing.Id,
                    Person = seat!.Person,
                    SignedAt = on.At,
                };
                db.BriefingAttendances.Add(attendance);
                var signed = (await Briefing.Signed(db, tender.Id)).Append(seat.Person).ToHashSet();
                var experts = (await CommitteeSeat.Held(db, tender.Id)).FindAll(s => s.Kind == SeatKind.Expert);
                if (experts.TrueForAll(e => signed.Contains(e.Person)))
                    await TradeRegister.Briefing(db, briefing, experts.ConvertAll(e => e.Name), on);
                return db.Record(attendance, on, new BriefingSigned(tender.Number, seat.Place));
            },
            ct
        );
}
