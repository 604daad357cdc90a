using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Review;

/// <summary>延长期限: gives a review ten more working days, once; fifteen where several offices decide together.</summary>
/// <remarks>By the head of the body, or of the county government for joint handling. Administrative Licensing Law art. 42.</remarks>
public sealed record ExtendReview(CaseNumber Case, string Reason);

public sealed record ExtensionGranted(int Days, string Reason, string By) : ICaseFact
{
    public Words Says =>
        ($"经 {By} 批准延长 {Days} 个工作日：{Reason}", $"Extended by {Days} working days with the approval of {By}: {Reason}");
    public string? Tells => $"办理期限延长 {Days} 个工作日。理由：{Reason}";
}

public sealed class ExtendReviewHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfHead;

    public Task<Result<ExtensionGranted>> Handle(ExtendReview ask, Occasion on, CancellationToken ct = default) =>
        work.Step(ask.Case, Duty, on, at => Step(at, ask, on), ct);

    internal static Result<ExtensionGranted> Step(CaseAtWork at, ExtendReview ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Reason))
            return new ReasonMissing();
        if (at.Case.Stage is ReviewExtended)
            return new ExtendedAlready();
        return at
            .Case.Take((UnderReview review) => review.Extend(new HeadApproval(on.At, on.By.Id, on.By.Name), ask.Reason, at.Calendar))
            .Then<ExtensionGranted>(extended => new ExtensionGranted(extended.Limits.Extension.Amount, ask.Reason, on.By.Name));
    }
}

public sealed record ReasonMissing()
    : Refusal(
        ("请写明延长期限的理由。", "Give the reason for the extension."),
        ("理由将书面告知申请人。", "The applicant is told it in writing."),
        Rulebook.ReviewExtension.Basis
    );

public sealed record ExtendedAlready()
    : Refusal(
        ("期限只能延长一次，本件已经延长过。", "A limit is extended once, and this one has been."),
        ("请在现有期限内作出决定。", "Decide within the limit as it stands."),
        Rulebook.ReviewExtension.Basis
    );
