using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>重新抽取: a side does not reveal its share; that is put down, and everybody commits anew.</summary>
public sealed record RestartDraw(string Number, string Reason);

public sealed record DrawRestarted(string Number, int Round, string Reason);

public sealed class RestartDrawHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<DrawRestarted>> Handle(RestartDraw ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<DrawRestarted>(
            ask.Number,
            Charge,
            on,
            async opening =>
                OpeningWork.Plain(ask.Reason) is not { } reason
                    ? new ReasonNeeded()
                    : await opening.Step(
                        (DrawingParameters drawing) => drawing.BeginAnew(on.At),
                        anew => new DrawRestarted(ask.Number, anew.Round, reason),
                        anew => ($"重新抽取（第 {anew.Round} 次）：{reason}", $"The draw begins anew (no. {anew.Round}): {reason}")
                    ),
            ct
        );
}
