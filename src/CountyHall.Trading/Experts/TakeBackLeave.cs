using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>销假</summary>
public sealed record TakeBackLeave(long Leave);

public sealed record LeaveTakenBack(string Expert, DateOnly From, DateOnly To);

public sealed class TakeBackLeaveHandler(HallWriter writer) : IUseCase
{
    /// <summary>The expert, in person.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<LeaveTakenBack>> Handle(TakeBackLeave ask, Occasion on, CancellationToken ct = default) =>
        writer.Myself<LeaveTakenBack>(
            on,
            async (db, me) =>
            {
                var leave = await db.ExpertLeaves.FirstOrDefaultAsync(l =>
                    l.Id == ask.Leave && l.ExpertId == me.Id && l.TakenBackAt == null
                );
                if (leave is null)
                    return new ExpertDataWrong(("请假记录", "The leave"));
                leave.TakenBackAt = on.At;
                return db.Record(leave, on, new LeaveTakenBack(me.Number, leave.From, leave.To));
            },
            ct
        );
}
