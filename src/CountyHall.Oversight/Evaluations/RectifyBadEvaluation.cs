using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Oversight.Evaluations;

/// <summary>整改: what the office has done about the cause.</summary>
public sealed record RectifyBadEvaluation(long Task, string Action);

public sealed record BadEvaluationRectified(string Action, string By);

public sealed class RectifyBadEvaluationHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfDeciders;

    public Task<Result<BadEvaluationRectified>> Handle(RectifyBadEvaluation ask, Occasion on, CancellationToken ct = default) =>
        RectificationWork.Step(writer, calendar, ask.Task, Charge, on, task => Step(task, ask, on), null, ct);

    internal static Result<BadEvaluationRectified> Step(Rectification task, RectifyBadEvaluation ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Action))
            return new ActionMissing();
        return task.Take((ToRectify due) => (Result<ToCallBack>)due.Rectify(ask.Action.Trim()))
            .Then<BadEvaluationRectified>(next => new BadEvaluationRectified(next.Action, on.By.Name));
    }
}
