using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>不受理、不予受理: in writing, dated and sealed, with grounds and remedies.</summary>
/// <param name="Competent">The authority to apply to, where this one is not competent.</param>
public sealed record RefuseToAccept(CaseNumber Case, NotAcceptedGround Ground, string Reasons, string? Competent);

public sealed record AcceptanceRefused(NotAcceptedGround Ground, string Reasons, string? Competent, string By, Words Remedies) : ICaseFact
{
    public Words Says =>
        (
            $"不予受理：{Reasons}{(Competent is null ? "" : $"请向{Competent}申请。")}",
            $"Not accepted: {Reasons}{(Competent is null ? "" : $" Apply to {Competent}.")}"
        );
    public string? Tells => $"不予受理：{Reasons}{(Competent is null ? "" : $"请向{Competent}申请。")}{Remedies.Zh}";
}

/// <summary>Administrative Licensing Law art. 32(1)(1) and (2), art. 38; Zhejiang art. 11(3) and (4).</summary>
public sealed class RefuseToAcceptHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<AcceptanceRefused>> Handle(RefuseToAccept ask, Occasion on, CancellationToken ct = default) =>
        work.Step(ask.Case, Duty, on, at => Step(at, ask, on), ct);

    internal static Result<AcceptanceRefused> Step(CaseAtWork at, RefuseToAccept ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Reasons))
            return new ReasonsMissing();
        if (ask.Ground == NotAcceptedGround.NotCompetent && string.IsNullOrWhiteSpace(ask.Competent))
            return new CompetentAuthorityMissing();
        var step =
            ask.Ground == NotAcceptedGround.StillNotRight
                ? at.Case.Take((ReceivedAgain received) => received.RefuseAfterCorrection(on.At, ask.Reasons))
                : at.Case.Take((Received received) => received.Refuse(on.At, ask.Ground, ask.Reasons, ask.Competent));
        return step.Then<AcceptanceRefused>(_ => new AcceptanceRefused(ask.Ground, ask.Reasons, ask.Competent, on.By.Name, Remedies.Text));
    }
}

public sealed record ReasonsMissing()
    : Refusal(
        ("没有写明理由。", "No reasons were given."),
        ("请写明理由，它将写进告知申请人的书面决定。", "Write the reasons; they go into the written decision."),
        Provisions.WrittenRefusal
    );

public sealed record CompetentAuthorityMissing()
    : Refusal(
        ("没有写明应当向哪个机关申请。", "The competent authority was not named."),
        ("请写明有权受理的机关名称。", "Name the authority to apply to."),
        Provisions.NotCompetent
    );
