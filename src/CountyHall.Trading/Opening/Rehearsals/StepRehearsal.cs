using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening.Rehearsals;

/// <summary>模拟的下一步</summary>
public sealed record StepRehearsal(string Number);

[Quiet]
public sealed record RehearsalStepped(string Number, string Stage);

public sealed class StepRehearsalHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<RehearsalStepped>> Handle(StepRehearsal ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<RehearsalStepped>(
            on,
            async db =>
            {
                var rehearsal = await db.Rehearsals.FirstOrDefaultAsync(r => r.Number == ask.Number);
                if (rehearsal is null || on.By.Id <= 0 || rehearsal.Owner != on.By.Id)
                    return new NoSuchRehearsal();
                if (rehearsal.Stage.Next(on.At) is not { } next)
                    return new RehearsalIsOver();
                rehearsal.Stage = next;
                return db.Record(rehearsal, on, new RehearsalStepped(rehearsal.Number, Recording.KindOf(next.GetType())));
            },
            ct
        );
}

public sealed record NoSuchRehearsal()
    : Refusal(
        ("没有这次模拟，或者不是您的。", "There is no such rehearsal of yours."),
        ("请从模拟开标页重新开始。", "Start again from the page of rehearsals.")
    );

public sealed record RehearsalIsOver()
    : Refusal(("这次模拟已经结束。", "This rehearsal is over."), ("可以再开始一次。", "You may start another."));
