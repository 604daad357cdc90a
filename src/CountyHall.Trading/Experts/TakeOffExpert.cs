using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Experts;

/// <summary>专家出库, at his own wish.</summary>
public sealed record TakeOffExpert(string Number);

public sealed record ExpertTakenOff(string Number);

public sealed class TakeOffExpertHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<ExpertTakenOff>> Handle(TakeOffExpert ask, Occasion on, CancellationToken ct = default) =>
        writer.Keep<ExpertTakenOff>(
            ask.Number,
            Charge,
            on,
            (db, expert) =>
            {
                var left =
                    expert.Stage is Suspended
                        ? expert.Take((Suspended at) => at.Leave(on.At, isDisqualified: false))
                        : expert.Take((InLibrary at) => at.Leave(on.At, isDisqualified: false));
                return Task.FromResult(left.Then<ExpertTakenOff>(_ => db.Record(expert, on, new ExpertTakenOff(expert.Number))));
            },
            ct
        );
}
