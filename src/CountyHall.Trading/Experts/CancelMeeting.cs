using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;

namespace CountyHall.Trading.Experts;

/// <summary>取消评标: everybody who was called, or said yes, is told.</summary>
public sealed record CancelMeeting(string Number, string Reason);

public sealed record MeetingWasCancelled(string Number, string Reason);

public sealed record CallWasCalledOff(string Number, int Place);

public sealed class CancelMeetingHandler(HallWriter writer, Vault vault) : IUseCase
{
    /// <summary>Whoever asked for the draw: <see cref="DrawWork.Asking"/>.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<MeetingWasCancelled>> Handle(CancelMeeting ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<MeetingWasCancelled>(
            ask.Number,
            DrawWork.Asking,
            on,
            async hand =>
            {
                if (TenderWork.Texts((ask.Reason, 500, ("取消的原因", "Why it is called off"))) is { } missing)
                    return missing;
                var reason = ask.Reason.Trim();
                var done = hand.Step((DrawUnderWay at) => at.Cancel(on.At, reason), _ => new MeetingWasCancelled(ask.Number, reason));
                if (done is Result<MeetingWasCancelled>.Refused)
                    return done;
                if (hand.Draw.DrawnAt is null)
                    await TradeRegister.Draw(hand.Db, hand.Draw, on);
                foreach (var call in await DrawWork.Calls(hand.Db, hand.Draw))
                {
                    if (
                        call.Take((Called at) => at.CallOff(on.At)) is Result<CalledOff>.Refused
                        && call.Take((SaidYes at) => at.CallOff(on.At)) is Result<CalledOff>.Refused
                    )
                        continue;
                    hand.Db.Record(call, on, new CallWasCalledOff(ask.Number, call.Number), answer: false);
                    DrawWork.Send(
                        hand,
                        vault,
                        PoolPeople.Open(vault, call.Sealed).Person,
                        $"【评标取消】{Written.Minute(hand.Draw.Plan.MeetingAt)} 在{hand.Draw.Plan.Place}的评标已取消，请不必前往。"
                    );
                }
                return done;
            },
            ct
        );
}
