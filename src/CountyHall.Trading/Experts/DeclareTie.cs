using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Experts;

/// <summary>回避申报: an expert says with which firm he is tied, and is not drawn where it takes part.</summary>
public sealed record DeclareTie(TieKind Kind, string FirmCode, string FirmName, DateOnly From, DateOnly? To);

public sealed class DeclareTieHandler(HallWriter writer) : IUseCase
{
    /// <summary>The expert, in person.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<TieEntered>> Handle(DeclareTie ask, Occasion on, CancellationToken ct = default) =>
        writer.Myself(
            on,
            (db, me) => Task.FromResult(TieWork.Enter(db, me, ask.Kind, ask.FirmCode, ask.FirmName, ask.From, ask.To, true, on)),
            ct
        );
}
