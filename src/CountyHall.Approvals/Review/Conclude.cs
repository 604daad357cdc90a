using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Commitments;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Review;

/// <summary>审批意见: one office concludes on its part. The last agreement grants, the first disagreement refuses.</summary>
/// <param name="Basis">The provision not met, where the office disagrees.</param>
public sealed record Conclude(CaseNumber Case, bool Agrees, string Opinion, Citation? Basis);

public sealed record OfficeConcluded(Conclusion Conclusion, Words Office, Words Stage, Words? Remedies) : ICaseFact
{
    public Words Says =>
        Conclusion.Agrees
            ? ($"{Office.Zh} 同意：{Conclusion.Opinion}", $"{Office.En} agrees: {Conclusion.Opinion}")
            : (
                $"{Office.Zh} 不同意：{Conclusion.Grounds!.Reasons}（{Conclusion.Grounds.Basis}）",
                $"{Office.En} disagrees: {Conclusion.Grounds!.Reasons} ({Conclusion.Grounds.Basis})"
            );
    public string? Tells =>
        Remedies is { } remedies ? $"不予许可：{Conclusion.Grounds!.Reasons}依据：{Conclusion.Grounds.Basis}。{remedies.Zh}"
        : Granted ? "已准予，正在制证，制好后通知您领取。"
        : null;

    /// <summary>This was the last agreement.</summary>
    public bool Granted { get; init; }
}

/// <summary>Administrative Licensing Law arts. 34, 37, 38 and 42; whoever accepted a case does not decide it.</summary>
public sealed class ConcludeHandler(CaseWork work, Offices offices) : IUseCase
{
    public static Duty Duty => Duty.OfApprover;

    public Task<Result<OfficeConcluded>> Handle(Conclude ask, Occasion on, CancellationToken ct = default) =>
        work.Step(
            ask.Case,
            Duty,
            on,
            async (db, at) =>
            {
                var outcome = Step(at, ask, on, await offices.NameOf(db, at.Case.Division, on.By.Office!));
                // Zhejiang art. 14: what is granted on a commitment is checked within sixty working days.
                if (at.Case.Stage is Granted { Decision.Acceptance.OnCommitment: true } granted)
                    AfterCommitment.Watch(db, at, granted, on);
                return outcome;
            },
            ct
        );

    internal static Result<OfficeConcluded> Step(CaseAtWork at, Conclude ask, Occasion on, Words office)
    {
        if (at.Case.Stage is not (Reviewing or AcceptedWithGaps))
            return new WrongStage(at.Case.Number, at.Case.Stage);
        var review = at.Case.Stage as Reviewing ?? ((AcceptedWithGaps)at.Case.Stage).Review;
        if (review.Acceptance.By == on.By.Id)
            return new AcceptedByYou();
        if (review.Conclusions.Any(c => c.Office == on.By.Office))
            return new ConcludedAlready();
        if (string.IsNullOrWhiteSpace(ask.Opinion))
            return new ReasonsMissing();
        if (!ask.Agrees && ask.Basis is null)
            return new GroundsMissing();
        // Art. 34: the substance is checked by two officers before it can be agreed to; what they found last counts.
        var duty = at.Guide.Route.First(d => d.Office == on.By.Office);
        var check = review.Checks.LastOrDefault(c => c.Office == on.By.Office);
        if (ask.Agrees && duty.OnSite && !review.Acceptance.OnCommitment && check is not { Passed: true })
            return new OnSiteCheckMissing();

        var grounds = ask.Agrees ? null : new Grounds(ask.Basis!, ask.Opinion);
        var conclusion = new Conclusion(on.By.Office!, ask.Agrees, ask.Opinion, on.By.Id, on.By.Name, on.At, grounds);
        return at
            .Case.Take(
                (Undecided open) =>
                    open is AcceptedWithGaps gaps
                        ? gaps.Conclude(conclusion, at.Route)
                        : (Result<Stage>)((Reviewing)open).Conclude(conclusion, at.Route)
            )
            .Then<OfficeConcluded>(stage => new OfficeConcluded(conclusion, office, stage.Name, stage is Refused ? Remedies.Text : null)
            {
                Granted = stage is Granted,
            });
    }
}

public sealed record AcceptedByYou()
    : Refusal(
        ("这件是您受理的，不能由您审批。", "You accepted this case, so you cannot decide it."),
        ("请由本单位另一名审批人员办理。", "Another approver of your office decides it."),
        Provisions.Posts
    );

public sealed record ConcludedAlready()
    : Refusal(
        ("您的单位已经给出意见。", "Your office has concluded already."),
        ("等待其他单位；如需更正，请由负责人处理。", "Wait for the other offices."),
        Provisions.Posts
    );

public sealed record GroundsMissing()
    : Refusal(
        ("不同意必须写明依据的条款。", "A disagreement must name the provision that is not met."),
        ("请选择或填写法律名称和条款。", "Name the law and the article."),
        Provisions.WrittenRefusal
    );

public sealed record OnSiteCheckMissing()
    : Refusal(
        ("还没有现场核查记录，不能同意。", "There is no record of the on-site check yet."),
        ("请由两名工作人员核查并记录结果。", "Two officers check on site and record what they found."),
        Rulebook.OfficersAtSubstanceCheck.Basis
    );
