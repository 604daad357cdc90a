using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Commitments;

/// <summary>承诺核查: the office checks whether what was promised is so.</summary>
/// <param name="CorrectBy">Where it is not met: the day by which it must be put right; none where it is met.</param>
public sealed record CheckCommitment(CaseNumber Case, string Findings, DateOnly? CorrectBy);

public sealed record CommitmentChecked(CaseNumber Case, string Findings, DateOnly? CorrectBy, string By);

/// <summary>Zhejiang art. 14: within sixty working days of the grant.</summary>
public sealed class CheckCommitmentHandler(HallWriter writer) : IUseCase
{
    public static Duty Duty => Duty.OfApprover;

    public Task<Result<CommitmentChecked>> Handle(CheckCommitment ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<CommitmentChecked>(
            on,
            async db =>
            {
                if (await CommitmentOf(db, ask.Case) is not { } check)
                    return new CaseNotFound(ask.Case.Value);
                if (Stranger(on.By, check, Role.Approver) is { } refusal)
                    return refusal;
                if (string.IsNullOrWhiteSpace(ask.Findings))
                    return new ReasonsMissing();
                CommitmentStage? next = (check.Stage, ask.CorrectBy) switch
                {
                    (CheckDue due, null) => due.Met(on.At, ask.Findings),
                    (CheckDue due, { } by) => due.Order(on.At, ask.Findings, by),
                    (CorrectionOrdered ordered, null) => ordered.Met(on.At, ask.Findings),
                    _ => null,
                };
                if (next is null)
                    return new CheckClosed();
                check.Stage = next;
                return db.Record(check, on, new CommitmentChecked(ask.Case, ask.Findings, ask.CorrectBy, on.By.Name));
            },
            ct
        );

    internal static Task<CommitmentCheck?> CommitmentOf(HallDb db, CaseNumber number) =>
        db.CommitmentChecks.FirstOrDefaultAsync(c => c.Number == number);

    internal static Refusal? Stranger(Actor by, CommitmentCheck check, Role role) =>
        !by.Is(role) ? new WrongRole(role)
        : by.Division != check.Division ? new WrongDivision()
        : by.Office != check.Office ? new WrongOffice(("承诺核查", "Check of a commitment"))
        : null;
}

public sealed record CheckClosed()
    : Refusal(
        ("这项承诺的核查已有结论，不能这样处理。", "The check of this commitment stands elsewhere."),
        ("请刷新页面。", "Reload the page."),
        Rulebook.CommitmentCheck.Basis
    );
