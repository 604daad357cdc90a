using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Commitments;

/// <summary>撤销决定: the order to put it right was not followed; the head takes the grant back.</summary>
public sealed record RevokeAfterCommitment(CaseNumber Case, string Reasons);

public sealed record GrantRevoked(CaseNumber Case, string Reasons, string By, Words Remedies);

/// <summary>Zhejiang art. 14: still not met after the order: revoked, a bad credit record.</summary>
public sealed class RevokeAfterCommitmentHandler(HallWriter writer) : IUseCase
{
    public static Duty Duty => Duty.OfHead;

    public Task<Result<GrantRevoked>> Handle(RevokeAfterCommitment ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<GrantRevoked>(
            on,
            async db =>
            {
                if (await CheckCommitmentHandler.CommitmentOf(db, ask.Case) is not { } check)
                    return new CaseNotFound(ask.Case.Value);
                if (CheckCommitmentHandler.Stranger(on.By, check, Role.Head) is { } refusal)
                    return refusal;
                if (string.IsNullOrWhiteSpace(ask.Reasons))
                    return new ReasonsMissing();
                if (check.Stage is not CorrectionOrdered ordered)
                    return new CheckClosed();
                return ordered
                    .Revoke(new HeadApproval(on.At, on.By.Id, on.By.Name), ask.Reasons)
                    .Then<GrantRevoked>(revoked =>
                    {
                        check.Stage = revoked;
                        return db.Record(check, on, new GrantRevoked(ask.Case, ask.Reasons, on.By.Name, Remedies.Text));
                    });
            },
            ct
        );
}

public sealed record OrderStillRunning(DateOnly By)
    : Refusal(
        ($"整改期限 {By:yyyy-MM-dd} 还没有届满。", $"The order runs until {By:yyyy-MM-dd}."),
        ("届满仍未达到承诺条件的，才能撤销。", "Only after it may the grant be revoked."),
        Rulebook.CommitmentCheck.Basis
    );
