using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>更换成员的情形: these three and no other. Implementing Regulation art. 48(2).</summary>
public enum LeavingGround
{
    /// <summary>回避事由</summary>
    Recusal,

    /// <summary>擅离职守</summary>
    LeftPost,

    /// <summary>健康等原因不能继续评标</summary>
    Health,
}

/// <summary>更换评标委员会成员: the seat is left, and the next in the order of the draw is called for it.</summary>
/// <param name="Seat">Id of the seat.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Representative">Party id of another representative of the entity, where it is such a seat; none for an expert's.</param>
public sealed record ReplaceMember(string Tender, long Seat, LeavingGround Ground, string Detail, long? Representative = null);

public sealed record MemberWasReplaced(string Tender, long Seat, LeavingGround Ground, string Detail);

/// <summary>A seat was left, with the reason: what the member scored is void (Implementing Regulation art. 48(2)).</summary>
public sealed record SeatWasLeft(string Tender, int Place, string Because);

/// <remarks>The supervising department decides it: the entity may not put members out as it likes (Implementing Regulation art. 46(2)).</remarks>
public sealed class ReplaceMemberHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<MemberWasReplaced>> Handle(ReplaceMember ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<MemberWasReplaced>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (TenderWork.Texts((ask.Detail, 400, ("更换的原因", "Why the member is replaced"))) is { } missing)
                    return missing;
                var seats = await CommitteeWork.Seats(db, tender.Id);
                if (
                    seats.Find(s => s.Id == ask.Seat && s.LeftAt is null) is not { } seat
                    || await db.ExpertDraws.Where(d => d.TenderId == tender.Id).OrderByDescending(d => d.Serial).FirstOrDefaultAsync()
                        is not { Stage: NamesOpened } draw
                )
                    return new SeatNotFound();
                var hand = new DrawInHand(db, draw, tender, null, on);
                if (seat.Kind == SeatKind.EntityRepresentative)
                {
                    if (
                        ask.Representative is not { } other
                        || seats.Exists(s => s.Person == other)
                        || await RequestDrawHandler.Representatives(db, vault, tender, [other], on) is not [var who]
                    )
                        return new RepresentativeWrong();
                    await Leave(hand, seat, $"{Words(ask.Ground)}：{ask.Detail.Trim()}");
                    var committee = await db.Committees.FirstAsync(c => c.TenderId == tender.Id);
                    CommitteeWork.Take(hand, committee, seat.Place, SeatKind.EntityRepresentative, who, seat.Id);
                }
                else
                {
                    await Leave(hand, seat, $"{Words(ask.Ground)}：{ask.Detail.Trim()}");
                    var key = ExpertCall.KeyOf(vault, seat.Person);
                    if ((await DrawWork.Calls(db, draw)).Find(c => c.PersonKey == key && c.Stage is SaidYes) is { } call)
                    {
                        call.Take((SaidYes yes) => yes.Leave(on.At));
                        db.Record(call, on, new SeatWasLeft(tender.Number, seat.Place, Words(ask.Ground)), answer: false);
                    }
                    await CommitteeWork.CallReplacements(hand, vault);
                }
                return db.Record(draw, on, new MemberWasReplaced(tender.Number, seat.Id, ask.Ground, ask.Detail.Trim()));
            },
            ct
        );

    /// <summary>Every seat that is left is left here.</summary>
    internal static Task Leave(DrawInHand hand, CommitteeSeat seat, string because)
    {
        (seat.LeftAt, seat.LeftBecause) = (hand.On.At, because);
        hand.Db.Record(seat, hand.On, new SeatWasLeft(hand.Tender!.Number, seat.Place, because), answer: false);
        return EvaluationWork.SeatLeft(hand.Db, seat, hand.On);
    }

    private static string Words(LeavingGround ground) =>
        ground switch
        {
            LeavingGround.Recusal => "回避事由",
            LeavingGround.LeftPost => "擅离职守",
            _ => "健康等原因",
        };
}
