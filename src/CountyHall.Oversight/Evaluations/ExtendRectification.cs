using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Oversight.Evaluations;

/// <summary>延长整改: the head of the office gives a matter that is not simple more days, fifteen at most in all.</summary>
public sealed record ExtendRectification(long Task, int Days, string Reason);

public sealed record RectificationExtended(int Days, string Reason, string By);

public sealed class ExtendRectificationHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfHead;

    public Task<Result<RectificationExtended>> Handle(ExtendRectification ask, Occasion on, CancellationToken ct = default) =>
        RectificationWork.Step(
            writer,
            calendar,
            ask.Task,
            Charge,
            on,
            task => Step(task, ask, on, calendar.Now),
            "您反映的问题需要更多时间处理，经办单位负责人已同意延长整改期限。",
            ct
        );

    internal static Result<RectificationExtended> Step(Rectification task, ExtendRectification ask, Occasion on, WorkingCalendar calendar)
    {
        if (string.IsNullOrWhiteSpace(ask.Reason))
            return new ExtensionReasonMissing();
        return task.Take((OpenRectification open) => open.Extend(ask.Days, on.At, calendar))
            .Then<RectificationExtended>(_ => new RectificationExtended(ask.Days, ask.Reason.Trim(), on.By.Name));
    }
}

public sealed record ExtensionReasonMissing()
    : Refusal(
        ("没有写明延长的理由。", "The reason is missing."),
        ("请写明为什么原期限内办不完，评价人会看到。", "Say why it cannot be done in time; the evaluator is told."),
        Rulebook.RectificationLongest.Basis
    );
