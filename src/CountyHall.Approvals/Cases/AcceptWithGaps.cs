using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Commitments;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>容缺受理: the main material is here and only what the guide names as gap-tolerant is missing.</summary>
public sealed record AcceptWithGaps(CaseNumber Case);

public sealed record CaseAcceptedWithGaps(string By, string Place, IReadOnlyList<Gap> Gaps, int WithinDays) : ICaseFact
{
    public Words Says =>
        (
            $"容缺受理，{Place} {By}，{WithinDays} 个工作日内补齐：{string.Join("、", Gaps.Select(g => g.Name.Zh))}",
            $"Accepted with gaps, {Place} {By}, to follow within {WithinDays} working days: {string.Join(", ", Gaps.Select(g => g.Name.En))}"
        );
    public string? Tells => $"已容缺受理，请在 {WithinDays} 个工作日内补交：{string.Join("、", Gaps.Select(g => g.Name.Zh))}。";
}

/// <summary>Zhejiang run-at-most-once regulation art. 11(2); the range is in the guide, no window decides it case by case (art. 4).</summary>
public sealed class AcceptWithGapsHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<CaseAcceptedWithGaps>> Handle(AcceptWithGaps ask, Occasion on, CancellationToken ct = default) =>
        work.Step<CaseAcceptedWithGaps>(
            ask.Case,
            Duty,
            on,
            async (db, at) => await AfterCommitment.Bar(db, at.Case.File, at.Case.Applicant) is { } barred ? barred : Step(at, on),
            ct
        );

    internal static Result<CaseAcceptedWithGaps> Step(CaseAtWork at, Occasion on)
    {
        var missing = at.Case.File.Missing(at.Guide);
        if (missing.Count == 0)
            return new NothingMissing();
        if (missing.FirstOrDefault(m => m.Necessity != Necessity.GapTolerant) is { } needed)
            return new NotGapTolerant(needed.Name);
        if (!at.Case.File.GapsPromised)
            return new GapsNotPromised();
        if (at.Case.File.Committed && at.Guide.Commitment is null)
            return new CommitmentNotAllowed();

        // One day for all of them, and no paper sooner than the guide published (art. 4).
        var within = missing.Max(m => m.GapDays > 0 ? m.GapDays : Rulebook.GapSupply.Amount);
        var gaps = missing.Select(m => new Gap(m.Id, m.Name, m.Name.Zh, m.Basis)).ToList();
        var acceptance = new Acceptance(on.At, on.By.Id, on.By.Name, on.Place, OnCommitment: at.Case.File.Committed);
        return at
            .Case.Take((Receiving received) => received.AcceptWithGaps(acceptance, received.DeemedLimits, gaps, within))
            .Then<CaseAcceptedWithGaps>(_ => new CaseAcceptedWithGaps(on.By.Name, on.Place, gaps, within));
    }
}

public sealed record NothingMissing()
    : Refusal(("材料齐全，没有可容缺的材料。", "Nothing is missing."), ("请直接受理。", "Accept it."), Provisions.PapersToFollow);

public sealed record NotGapTolerant(Words Material)
    : Refusal(
        ($"“{Material.Zh}”不在容缺清单内。", $"“{Material.En}” is not on the list of what may follow."),
        ("当场补齐，或发一次性告知。", "Complete it on the spot, or send the one-time notice."),
        Provisions.PapersToFollow
    );

public sealed record GapsNotPromised()
    : Refusal(
        ("申请人还没有承诺按期补齐。", "The applicant has not promised to supply what is missing."),
        ("请申请人确认容缺承诺后再办理。", "Ask the applicant to confirm the promise first."),
        Provisions.PapersToFollow
    );
