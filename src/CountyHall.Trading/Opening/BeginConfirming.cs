using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>请投标人确认记录: what was read out is now confirmed by the bidders.</summary>
public sealed record BeginConfirming(string Number);

public sealed record ConfirmingBegun(string Number);

public sealed class BeginConfirmingHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<ConfirmingBegun>> Handle(BeginConfirming ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<ConfirmingBegun>(
            ask.Number,
            Charge,
            on,
            opening =>
                opening.Step(
                    (ReadingOut reading) => reading.Record(on.At),
                    _ => new ConfirmingBegun(ask.Number),
                    _ => ("唱标结束，请投标人确认记录", "Read out; the bidders confirm the record")
                ),
            ct
        );
}
