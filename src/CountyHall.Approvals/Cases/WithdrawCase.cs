using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>撤回申请: the applicant takes the application back before a decision.</summary>
public sealed record WithdrawCase(CaseNumber Case, string Reason);

public sealed record CaseWithdrawn(string Reason) : ICaseFact
{
    public Words Says => ($"申请人撤回申请：{Reason}", $"Withdrawn by the applicant: {Reason}");
    public string? Tells => "您的申请已撤回，今后可以重新申请。";
}

public sealed class WithdrawCaseHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfApplicant;

    public Task<Result<CaseWithdrawn>> Handle(WithdrawCase ask, Occasion on, CancellationToken ct = default) =>
        work.Step(ask.Case, Duty, on, at => Step(at, ask, on), ct);

    internal static Result<CaseWithdrawn> Step(CaseAtWork at, WithdrawCase ask, Occasion on)
    {
        var reason = string.IsNullOrWhiteSpace(ask.Reason) ? "申请人未说明" : ask.Reason.Trim();
        return at.Case.Take((Undecided open) => open.Withdraw(on.At, reason)).Then<CaseWithdrawn>(_ => new CaseWithdrawn(reason));
    }
}
