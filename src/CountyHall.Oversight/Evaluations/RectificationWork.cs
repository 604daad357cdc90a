using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Oversight.Evaluations;

/// <summary>How every step of a task of rectification happens: found, allowed, taken, recorded, told.</summary>
internal static class RectificationWork
{
    /// <param name="told">What the evaluator is told by message; none where there is nothing to tell.</param>
    public static Task<Result<TFact>> Step<TFact>(
        HallWriter writer,
        CountyCalendar calendar,
        long id,
        Charge charge,
        Occasion on,
        Func<Rectification, Result<TFact>> step,
        string? told,
        CancellationToken ct
    )
        where TFact : class =>
        writer.Write(
            on,
            async db =>
            {
                if (await db.Rectifications.FirstOrDefaultAsync(r => r.Id == id) is not { } task)
                    return new RectificationNotFound();
                if (charge.Check(on.By, task.Division, task.Office) is { } refusal)
                    return refusal;
                // The person rated neither looks into it nor closes it.
                if (task.Officers.Contains(on.By.Id))
                    return new RatedYourself();
                var outcome = step(task);
                if (outcome is not Result<TFact>.Done(var fact))
                    return outcome;
                task.Lay(calendar.Now, on.At);
                if (told is not null)
                    db.Post(on, new TextMessage(task.Applicant, $"【办件 {task.Number}】{told}", task.Number));
                return db.Record(task, on, fact);
            },
            ct
        );

    /// <summary>A contact as asked for; whoever stays unnamed is written to through the house alone.</summary>
    public static Result<Contact> ContactOf(Rectification task, ContactWay way, string said, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(said))
            return new ContactMissing();
        if (!Enum.IsDefined(way) || !task.Named && way != ContactWay.Message)
            return new UnnamedEvaluator();
        return new Contact(way, said.Trim(), on.At, on.By.Id, on.By.Name);
    }
}

public sealed record RectificationNotFound()
    : Refusal(("没有这项整改任务。", "There is no such task."), ("请从列表中打开。", "Open it from the list."));

public sealed record RatedYourself()
    : Refusal(
        (
            "评价的是您经办的事，不能由您本人核实、整改或办结。",
            "It was your own work that was evaluated; you cannot look into it or close it."
        ),
        ("请由本单位其他审批人员或负责人办理。", "Another officer or the head of your office does it."),
        Laws.ServiceEvaluationOpinion.At("差评核实、整改和反馈", "checking, rectification and reply")
    );

public sealed record ContactMissing()
    : Refusal(
        ("没有写明和评价人联系的情况。", "What was said with the evaluator is missing."),
        ("请写明何时、怎样联系，对方怎么说。", "Say how they were spoken to and what they said."),
        Rulebook.CallBackRate.Basis
    );

public sealed record UnnamedEvaluator()
    : Refusal(
        ("评价人选择了匿名，只能通过本系统转送答复。", "The evaluator stays unnamed; only the house can pass an answer on."),
        ("请选“站内答复”，写明要告诉对方的话。", "Choose the message through the house and write what to tell."),
        Laws.ServiceEvaluationOpinion.At("评价人信息保护", "protection of evaluators")
    );

public sealed record CauseMissing()
    : Refusal(
        ("没有写明原因。", "The cause is missing."),
        ("请写明核实到的原因：哪一步、为什么。", "Say what was found: which step, and why."),
        Laws.ServiceEvaluationOpinion.At("差评核实、整改和反馈", "checking, rectification and reply")
    );

public sealed record ActionMissing()
    : Refusal(
        ("没有写明整改措施。", "What was done is missing."),
        ("请写明做了什么；确实没有法律依据的，写明解释的内容。", "Say what was done, or what was explained where there was no ground."),
        Laws.ServiceEvaluationOpinion.At("差评核实、整改和反馈", "checking, rectification and reply")
    );
