using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>启封名单: the evaluation begins, and the committee takes its seats.</summary>
public sealed record OpenNames(string Number);

/// <summary>The committee is formed; from here on its members see their tender.</summary>
public sealed record NamesWereOpened(string Number, int Members);

/// <summary>A committee that is formed again takes up its work under the same tender.</summary>
public sealed record CommitteeFormed(string Tender, int Members);

public sealed class OpenNamesHandler(HallWriter writer, Vault vault) : IUseCase
{
    /// <summary>Whoever asked for the draw: <see cref="DrawWork.Asking"/>.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<NamesWereOpened>> Handle(OpenNames ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<NamesWereOpened>(
            ask.Number,
            DrawWork.Asking,
            on,
            async hand =>
            {
                var (db, draw) = (hand.Db, hand.Draw);
                var calls = await DrawWork.Calls(db, draw);
                if (draw.Stage is CallingExperts)
                    return new SeatsAreEmpty(draw.Plan.Wanted.Sum(w => w.Count) - calls.Count(c => c.Stage is SaidYes));
                // Bidding Law art. 37(5): secret; nobody opens them before the evaluation is at hand.
                if (draw.Plan.MeetingAt.AddMinutes(-Rulebook.NamesOpenBefore.Amount) is var from && on.At < from)
                    return new NamesStillSealed(from);
                var seated = calls.Where(c => c.Stage is SaidYes).Select(c => PoolPeople.Open(vault, c.Sealed)).ToList();
                var named = draw.Plan.Representatives == 0 ? [] : PoolPeople.OpenAll(vault, draw.NamedSealed);
                var done = hand.Step(
                    (SeatsFilled filled) => filled.Open(on.At),
                    _ => new NamesWereOpened(draw.Number, seated.Count + named.Count)
                );
                // A small project has no tender on the floor: its group stands in the draw alone.
                if (done is Result<NamesWereOpened>.Done && hand.Tender is not null)
                    await Form(hand, seated, named);
                return done;
            },
            ct
        );

    private static async Task Form(DrawInHand hand, List<PoolPerson> experts, IReadOnlyList<PoolPerson> representatives)
    {
        var (db, on, tender) = (hand.Db, hand.On, hand.Tender!);
        var committee = await db.Committees.FirstOrDefaultAsync(c => c.TenderId == tender.Id);
        if (committee is null)
        {
            committee = new Committee
            {
                Id = Ids.Next(on.At),
                Division = tender.Division,
                TenderId = tender.Id,
                FormedAt = on.At,
            };
            db.Committees.Add(committee);
        }
        // Drawn again: whoever sat before leaves (a new committee, as where a seat cannot be filled).
        foreach (var seat in await CommitteeSeat.Held(db, tender.Id))
            await ReplaceMemberHandler.Leave(hand, seat, $"重新组建评标委员会：{hand.Draw.Again}");
        var place = 0;
        foreach (var who in experts)
            CommitteeWork.Take(hand, committee, ++place, SeatKind.Expert, who);
        foreach (var who in representatives)
            CommitteeWork.Take(hand, committee, ++place, SeatKind.EntityRepresentative, who);
        db.Record(committee, on, new CommitteeFormed(tender.Number, place), answer: false);
    }
}
