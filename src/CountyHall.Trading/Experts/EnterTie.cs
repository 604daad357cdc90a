using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Experts;

/// <summary>登记利害关系, from a register or a court's list: employment, holding, dispute.</summary>
public sealed record EnterTie(string Expert, TieKind Kind, string FirmCode, string FirmName, DateOnly From, DateOnly? To);

public sealed class EnterTieHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<TieEntered>> Handle(EnterTie ask, Occasion on, CancellationToken ct = default) =>
        writer.Keep(
            ask.Expert,
            Charge,
            on,
            (db, expert) => Task.FromResult(TieWork.Enter(db, expert, ask.Kind, ask.FirmCode, ask.FirmName, ask.From, ask.To, false, on)),
            ct
        );
}
