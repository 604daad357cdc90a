using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Oversight.Evaluations;

/// <summary>核实: the office speaks to the evaluator for the first time and finds the cause.</summary>
public sealed record VerifyBadEvaluation(long Task, string Cause, ContactWay Way, string Said);

public sealed record BadEvaluationVerified(Finding Finding);

public sealed class VerifyBadEvaluationHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfDeciders;

    public Task<Result<BadEvaluationVerified>> Handle(VerifyBadEvaluation ask, Occasion on, CancellationToken ct = default) =>
        RectificationWork.Step(
            writer,
            calendar,
            ask.Task,
            Charge,
            on,
            task => Step(task, ask, on),
            "经办单位已核实您的评价，正在整改，完成后会再次联系您。",
            ct
        );

    internal static Result<BadEvaluationVerified> Step(Rectification task, VerifyBadEvaluation ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Cause))
            return new CauseMissing();
        return RectificationWork
            .ContactOf(task, ask.Way, ask.Said, on)
            .Then(contact => task.Take((ToVerify due) => (Result<ToRectify>)due.Verify(new Finding(ask.Cause.Trim(), contact))))
            .Then<BadEvaluationVerified>(next => new BadEvaluationVerified(next.Finding));
    }
}
