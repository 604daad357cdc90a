using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Oversight.Evaluations;

/// <summary>回访: the second contact. Where the evaluator is content the task is closed, otherwise it is put right again.</summary>
public sealed record CallBackEvaluator(long Task, ContactWay Way, string Said, bool Settled);

public sealed record EvaluatorCalledBack(Contact Second, bool Settled);

public sealed class CallBackEvaluatorHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfDeciders;

    public Task<Result<EvaluatorCalledBack>> Handle(CallBackEvaluator ask, Occasion on, CancellationToken ct = default) =>
        RectificationWork.Step(
            writer,
            calendar,
            ask.Task,
            Charge,
            on,
            task => Step(task, ask, on),
            ask.Settled ? "您的评价已整改并回访，结果可在评价链接中查看。" : null,
            ct
        );

    internal static Result<EvaluatorCalledBack> Step(Rectification task, CallBackEvaluator ask, Occasion on)
    {
        // Asked of the stage first: without a cause and an action there is nothing to close.
        if (task.Stage is not ToCallBack)
            return new NothingToCloseYet(task.Stage.Name);
        return RectificationWork
            .ContactOf(task, ask.Way, ask.Said, on)
            .Then<EvaluatorCalledBack>(contact =>
                (
                    ask.Settled
                        ? task.Take((ToCallBack due) => (Result<Closed>)due.Close(contact)).Then<Contact>(_ => contact)
                        : task.Take((ToCallBack due) => (Result<ToRectify>)due.NotSettled(contact)).Then<Contact>(_ => contact)
                ).Then<EvaluatorCalledBack>(done => new EvaluatorCalledBack(done, ask.Settled))
            );
    }
}

public sealed record NothingToCloseYet(Words At)
    : Refusal(
        ($"现在处于“{At.Zh}”，还不能回访办结。", $"It stands at “{At.En}”; it cannot be closed yet."),
        ("先写明原因，再写明整改措施，然后第二次联系评价人。", "First the cause, then what was done, then the second contact."),
        Kernel.Law.Laws.ServiceEvaluationOpinion.At("差评核实、整改和反馈", "checking, rectification and reply")
    );
