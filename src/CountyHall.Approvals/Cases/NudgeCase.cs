using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>催办: the applicant reminds whoever holds an overdue case; the supervisors see it.</summary>
public sealed record NudgeCase(CaseNumber Case);

public sealed record CaseNudged(int DaysLate) : ICaseFact
{
    public Words Says => ($"申请人催办，已超期 {DaysLate} 个工作日", $"Nudged by the applicant, {DaysLate} working days late");
}

/// <summary>Zhejiang art. 12: progress may be asked at any time; art. 43: a missed limit is a fault of the body.</summary>
public sealed class NudgeCaseHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfApplicant;

    public Task<Result<CaseNudged>> Handle(NudgeCase ask, Occasion on, CancellationToken ct = default) =>
        work.Step(ask.Case, Duty, on, at => Step(at, on), ct);

    internal static Result<CaseNudged> Step(CaseAtWork at, Occasion on) =>
        at.Case.Stage.Running?.Read(at.Calendar, on.At) switch
        {
            null => new WrongStage(at.Case.Number, at.Case.Stage),
            { State: ClockState.Overdue } late => new CaseNudged(late.OverdueBy),
            var reading => new NotOverdue(reading.Due),
        };
}

public sealed record NotOverdue(DateOnly Due)
    : Refusal(
        ($"还没有超期，最迟 {Due:yyyy-MM-dd} 办结。", $"It is not late: it is due on {Due:yyyy-MM-dd}."),
        ("到期仍未办结的，可以在这里催办。", "You can remind them here once it is late."),
        Provisions.PublishedLimits
    );
