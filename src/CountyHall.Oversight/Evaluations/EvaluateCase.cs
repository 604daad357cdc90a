using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Oversight.Evaluations;

/// <summary>评价: the applicant says, once, how a finished case went.</summary>
/// <param name="Link">From the message, the paper or the page of the case.</param>
/// <param name="Reasons">Ids of preset reasons.</param>
public sealed record EvaluateCase(string Link, Grade Grade, IReadOnlyList<string> Reasons, string? Words, bool Named);

public sealed record CaseEvaluated(string Case, Grade Grade, IReadOnlyList<string> Reasons, string? Words, bool Named, EvaluatedVia Via);

/// <summary>AP-8.1 to AP-8.4: five grades, once for each matter, no evaluating for others; a bad one opens a task.</summary>
public sealed class EvaluateCaseHandler(HallWriter writer, EvaluationLinks links, CountyCalendar calendar) : IUseCase
{
    public const int LongestWords = 500;

    public static Charge Charge => Charge.OfAnybody;

    public async Task<Result<CaseEvaluated>> Handle(EvaluateCase ask, Occasion on, CancellationToken ct = default)
    {
        if (links.Read(ask.Link) is not { } id)
            return new EvaluationNotFound();
        return await writer.Write<CaseEvaluated>(
            on,
            async db =>
            {
                if (await db.Evaluations.FirstOrDefaultAsync(e => e.Id == id) is not { } found)
                    return new EvaluationNotFound();
                // Answered before, by whatever way: the first answer stands and is given again.
                if (found is { Given: { } first, Via: { } way })
                    return new CaseEvaluated(found.Number, first, found.Reasons, found.Words, found.Named, way);
                if (Refuse(found, ask, on, calendar.Now) is { } refusal)
                    return refusal;
                var via = ViaOf(found, on.By);
                found.Answer(ask.Grade, [.. ask.Reasons.Distinct()], Plain(ask.Words), ask.Named, via, on.At);
                await EvaluationTally.CountAnswer(db, found, ask.Grade);
                if (Evaluation.IsBad(ask.Grade))
                    Open(db, found, on);
                return db.Record(found, on, new CaseEvaluated(found.Number, ask.Grade, found.Reasons, found.Words, ask.Named, via));
            },
            ct
        );
    }

    internal static Refusal? Refuse(Evaluation asked, EvaluateCase ask, Occasion on, WorkingCalendar calendar)
    {
        // No evaluating for others: staff have a device at a window, and nothing at their desk.
        if (on.By.IsStaff && on.By.Window is null)
            return new StaffDoNotEvaluate();
        if (asked.Time.Read(calendar, on.At) is { State: ClockState.Overdue } late)
            return new EvaluationOver(late.Due);
        if (!Enum.IsDefined(ask.Grade))
            return new GradeMissing();
        if (ask.Reasons.Any(r => PresetReasons.Find(r) is null))
            return new ReasonUnknown();
        return Plain(ask.Words)?.Length > LongestWords ? new WordsTooLong() : null;
    }

    private static string? Plain(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    private static EvaluatedVia ViaOf(Evaluation asked, Actor by) =>
        by.Window is not null ? EvaluatedVia.Window
        : by.MayActFor(asked.Applicant) ? EvaluatedVia.MyCases
        : EvaluatedVia.Link;

    private static void Open(HallDb db, Evaluation bad, Occasion on)
    {
        var task = Rectification.Of(bad, on.At);
        db.Rectifications.Add(task);
        db.Record(task, on, new RectificationOpened(bad.Id, bad.Office, bad.Given!.Value), answer: false);
        db.Post(
            on,
            new StaffMessage(
                bad.Division,
                bad.Office,
                [Role.Approver, Role.Head],
                $"有一件差评待核实整改，{Rulebook.Rectification.Amount} 个工作日内完成并回访。"
            )
        );
    }
}

/// <summary>A bad evaluation became the office's task.</summary>
public sealed record RectificationOpened(long Evaluation, string Office, Grade Grade);

public sealed record EvaluationNotFound()
    : Refusal(
        ("这个评价链接不对，可能没有复制完整。", "This link is not right; perhaps it was not copied whole."),
        ("请从短信或领取凭证上重新打开，或登录“我的办件”评价。", "Open it again from the message or the slip, or sign in to “My cases”.")
    );

public sealed record EvaluationOver(DateOnly Due)
    : Refusal(
        ($"评价时间已于 {Due:yyyy-MM-dd} 结束。", $"The time to evaluate ended on {Due:yyyy-MM-dd}."),
        ("仍可以拨打服务热线反映问题。", "You may still call the help line."),
        Rulebook.EvaluationTime.Basis
    );

public sealed record GradeMissing()
    : Refusal(
        ("还没有选评价等级。", "No grade was chosen."),
        ("请从五档里选一档。", "Choose one of the five."),
        Rulebook.EvaluationGrades.Basis
    );

public sealed record ReasonUnknown()
    : Refusal(
        ("没有这样的预设理由。", "There is no such preset reason."),
        ("请从列出的理由里选，也可以不选，用自己的话写。", "Choose from those listed, or none, and use your own words.")
    );

public sealed record WordsTooLong()
    : Refusal(
        ($"文字超过 {EvaluateCaseHandler.LongestWords} 字。", $"The words are longer than {EvaluateCaseHandler.LongestWords} characters."),
        ("请缩短后再提交。", "Shorten them and send again.")
    );

public sealed record StaffDoNotEvaluate()
    : Refusal(
        ("工作人员不能代人评价。", "Staff do not evaluate for others."),
        ("请由申请人用自己的链接，或在窗口的评价屏上评价。", "The applicant does it by the link, or at the window's own device."),
        Laws.ServiceEvaluationOpinion.At("评价渠道", "channels of evaluation")
    );
