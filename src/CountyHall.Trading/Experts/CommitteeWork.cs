using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>A seat was taken: at the opening of the names, or by a replacement.</summary>
public sealed record SeatWasTaken(string Tender, int Place, SeatKind Kind);

/// <summary>Seats of a committee: taken when the names are opened, left and taken again by the order of the draw.</summary>
internal static class CommitteeWork
{
    /// <summary>All seats of a tender, with those of the unit of work under way.</summary>
    public static async Task<List<CommitteeSeat>> Seats(HallDb db, long tender)
    {
        var kept = await db.CommitteeSeats.Where(s => s.TenderId == tender).ToListAsync();
        return [.. kept.Union(db.CommitteeSeats.Local.Where(s => s.TenderId == tender)).OrderBy(s => s.Place).ThenBy(s => s.Id)];
    }

    public static CommitteeSeat Take(DrawInHand hand, Committee committee, int place, SeatKind kind, PoolPerson who, long? replaces = null)
    {
        var seat = new CommitteeSeat
        {
            Id = Ids.Next(hand.On.At),
            CommitteeId = committee.Id,
            TenderId = committee.TenderId,
            Place = place,
            Kind = kind,
            Person = who.Person,
            Name = who.Name,
            Employer = who.Employer,
            Replaces = replaces,
        };
        hand.Db.CommitteeSeats.Add(seat);
        hand.Db.Record(seat, hand.On, new SeatWasTaken(hand.Tender!.Number, place, kind), answer: false);
        return seat;
    }

    /// <summary>Whoever said yes to a seat that was left takes it.</summary>
    public static async Task SeatReplacements(DrawInHand hand, Vault vault)
    {
        if (hand.Tender is not { } tender)
            return;
        var seats = await Seats(hand.Db, tender.Id);
        var committee = await hand.Db.Committees.FirstAsync(c => c.TenderId == tender.Id);
        foreach (var call in (await DrawWork.Calls(hand.Db, hand.Draw)).Where(c => c.Stage is SaidYes && c.ForSeat is not null))
        {
            if (seats.Exists(s => s.Replaces == call.ForSeat) || seats.Find(s => s.Id == call.ForSeat) is not { } left)
                continue;
            Take(hand, committee, left.Place, left.Kind, PoolPeople.Open(vault, call.Sealed), left.Id);
        }
    }

    /// <summary>Calls the next in the order for every expert's seat that was left and has neither a replacement nor a call under way.</summary>
    public static async Task CallReplacements(DrawInHand hand, Vault vault)
    {
        var (db, draw) = (hand.Db, hand.Draw);
        if (hand.Tender is not { } tender)
            return;
        var seats = await Seats(db, tender.Id);
        foreach (
            var left in seats.Where(s => s.LeftAt is not null && s.Kind == SeatKind.Expert && seats.TrueForAll(r => r.Replaces != s.Id))
        )
        {
            var key = ExpertCall.KeyOf(vault, left.Person);
            // A seat of an earlier committee has no call in this draw.
            if ((await DrawWork.Calls(db, draw)).Find(c => c.PersonKey == key && c.Stage is SeatLeft) is not { } call)
                continue;
            if (await DrawWork.CallNext(hand, vault, (left.Id, call.Category)) > 0)
                hand.Tell($"席位 {left.Place} 没有可以补位的专家：抽取顺序已用完，应当停止评标、封存资料，重新组建评标委员会。");
        }
    }
}
