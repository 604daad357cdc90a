using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Review;

/// <summary>恢复计时: the special procedure is over, earlier than notified.</summary>
public sealed record ResumeReview(CaseNumber Case, string Outcome);

public sealed record ReviewResumed(Words Procedure, string Outcome, string By) : ICaseFact
{
    public Words Says => ($"{Procedure.Zh}结束，恢复计时：{Outcome}", $"{Procedure.En} over, the clock runs again: {Outcome}");
    public string? Tells => $"{Procedure.Zh}已结束，自今天起恢复计算办理时限。";
}

/// <summary>Administrative Licensing Law art. 45.</summary>
public sealed class ResumeReviewHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfApprover;

    public Task<Result<ReviewResumed>> Handle(ResumeReview ask, Occasion on, CancellationToken ct = default) =>
        work.Step(ask.Case, Duty, on, at => Step(at, ask, on), ct);

    internal static Result<ReviewResumed> Step(CaseAtWork at, ResumeReview ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Outcome))
            return new ReasonsMissing();
        if (at.Case.Stage is not ReviewPaused { Procedure: var procedure })
            return new WrongStage(at.Case.Number, at.Case.Stage);
        return at
            .Case.Take((ReviewPaused paused) => paused.Resume(on.At))
            .Then<ReviewResumed>(_ => new ReviewResumed(procedure.Name, ask.Outcome, on.By.Name));
    }
}
