using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Experts;

/// <summary>请假: on these days the expert is not drawn.</summary>
public sealed record TakeLeave(DateOnly From, DateOnly To);

public sealed record LeaveTaken(string Expert, DateOnly From, DateOnly To);

public sealed class TakeLeaveHandler(HallWriter writer) : IUseCase
{
    /// <summary>The expert, in person.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<LeaveTaken>> Handle(TakeLeave ask, Occasion on, CancellationToken ct = default) =>
        writer.Myself<LeaveTaken>(
            on,
            (db, me) =>
            {
                if (ask.To < ask.From || ask.To < CountyTime.DayOf(on.At) || ask.To > ask.From.AddYears(1))
                    return Task.FromResult<Result<LeaveTaken>>(new ExpertDataWrong(("请假起止日", "First and last day of the leave")));
                var leave = new ExpertLeave
                {
                    Id = Ids.Next(on.At),
                    ExpertId = me.Id,
                    From = ask.From,
                    To = ask.To,
                };
                db.ExpertLeaves.Add(leave);
                return Task.FromResult<Result<LeaveTaken>>(db.Record(leave, on, new LeaveTaken(me.Number, leave.From, leave.To)));
            },
            ct
        );
}
