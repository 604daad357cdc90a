using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Experts;

/// <summary>重新抽取: a side does not commit or reveal, or the order is at its end. That is put down, and it begins anew.</summary>
public sealed record RestartExpertDraw(string Number, string Reason);

/// <param name="Attempt">The attempt that begins.</param>
/// <param name="Reason">Why the one before was given up.</param>
public sealed record ExpertDrawRestarted(string Number, int Attempt, string Reason);

public sealed class RestartExpertDrawHandler(HallWriter writer) : IUseCase
{
    /// <summary>Whoever asked for the draw: <see cref="DrawWork.Asking"/>.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<ExpertDrawRestarted>> Handle(RestartExpertDraw ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<ExpertDrawRestarted>(
            ask.Number,
            DrawWork.Asking,
            on,
            async hand =>
            {
                if (TenderWork.Texts((ask.Reason, 500, ("重新抽取的原因", "Why it begins anew"))) is { } missing)
                    return missing;
                var reason = ask.Reason.Trim();
                ExpertDrawRestarted Fact(DrawRequested at) => new(hand.Draw.Number, at.Attempt, reason);
                switch (hand.Draw.Stage)
                {
                    case PoolPublished:
                        return hand.Step((PoolPublished at) => at.BeginAnew(on.At, reason), Fact);
                    case SharesRevealing:
                        return hand.Step((SharesRevealing at) => at.BeginAnew(on.At, reason), Fact);
                    case CallingExperts:
                        var calls = await DrawWork.Calls(hand.Db, hand.Draw);
                        // As long as the order has somebody, nobody may ask for another order.
                        if (calls.Exists(c => c.Stage is Called) || DrawWork.Empty(hand.Draw, calls).All(w => w.Count == 0))
                            return new OrderNotExhausted();
                        return hand.Step((CallingExperts at) => at.BeginAnew(on.At, reason), Fact);
                    default:
                        return new WrongDrawStage(hand.Draw.Stage);
                }
            },
            ct
        );
}
