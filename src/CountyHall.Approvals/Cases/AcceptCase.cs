using CountyHall.Approvals.Commitments;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>受理: the material is complete and in legal form; the limits for the decision begin.</summary>
public sealed record AcceptCase(CaseNumber Case);

/// <summary>Accepted: the acceptance slip under the seal of the body, with its date (Zhejiang art. 11(4)).</summary>
public sealed record CaseAccepted(string By, string Place, int PromisedDays, int LegalDays) : ICaseFact
{
    public Words Says =>
        ($"受理，{Place} {By}，承诺 {PromisedDays} 个工作日", $"Accepted, {Place} {By}, {PromisedDays} working days promised");
    public string? Tells => PromisedDays == 0 ? "已受理，当场办理。" : $"已受理，承诺 {PromisedDays} 个工作日内办结。";
}

/// <summary>Administrative Licensing Law art. 32(1)(5).</summary>
public sealed class AcceptCaseHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<CaseAccepted>> Handle(AcceptCase ask, Occasion on, CancellationToken ct = default) =>
        work.Step<CaseAccepted>(
            ask.Case,
            Duty,
            on,
            async (db, at) => await AfterCommitment.Bar(db, at.Case.File, at.Case.Applicant) is { } barred ? barred : Step(at, on),
            ct
        );

    internal static Result<CaseAccepted> Step(CaseAtWork at, Occasion on)
    {
        if (at.Case.File.Missing(at.Guide) is { Count: > 0 } missing)
            return new MaterialMissing([.. missing.Select(m => m.Name)], missing.All(m => m.Necessity == Catalogue.Necessity.GapTolerant));
        if (at.Case.File.Committed && at.Guide.Commitment is null)
            return new CommitmentNotAllowed();

        var acceptance = new Acceptance(on.At, on.By.Id, on.By.Name, on.Place, OnCommitment: at.Case.File.Committed);
        return at
            .Case.Take((Receiving received) => received.Accept(acceptance, received.DeemedLimits))
            .Then<CaseAccepted>(review => new CaseAccepted(on.By.Name, on.Place, review.Limits.PromisedDays, review.Limits.LegalDays));
    }
}

public sealed record MaterialMissing(IReadOnlyList<Words> Missing, bool MayFollow)
    : Refusal(
        (
            $"缺 {Missing.Count} 项：{string.Join("、", Missing.Select(m => m.Zh))}。现在还不能受理。",
            $"{Missing.Count} missing: {string.Join(", ", Missing.Select(m => m.En))}. It cannot be accepted yet."
        ),
        MayFollow
            ? (
                "所缺材料都在容缺清单内：请申请人承诺后容缺受理。",
                "All that is missing may follow: accept with gaps once the applicant promises it."
            )
            : ("当场补齐，或发一次性告知，列全所缺各项。", "Complete it on the spot, or send the one-time notice that lists everything."),
        Rulebook.CorrectionNotice.Basis
    );

public sealed record CommitmentNotAllowed()
    : Refusal(
        (
            "本事项不在告知承诺清单内，不能以承诺书代替材料。",
            "This item is not on the commitment list; a letter of commitment cannot stand for material."
        ),
        ("请按指南提交材料。", "Hand in the material that the guide lists."),
        Rulebook.CommitmentCheck.Basis
    );
