using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Web.Components;

namespace CountyHall.Web.Pages.Review;

/// <summary>What the machine makes of one rule: passed, failed, or it takes a person.</summary>
public sealed record RuleCheck(LampState Lamp, Words Finding, string? Basis)
{
    public static RuleCheck Pass(Words finding, string? basis) => new(LampState.OnTime, finding, basis);

    public static RuleCheck Fail(Words finding, string? basis) => new(LampState.Overdue, finding, basis);

    public static RuleCheck Person(Words finding, string? basis) => new(LampState.Warning, finding, basis);

    public Words Word =>
        Lamp switch
        {
            LampState.OnTime => ("通过", "Passed"),
            LampState.Overdue => ("不通过", "Failed"),
            _ => ("要人看", "For a person"),
        };
}

/// <summary>规则核对: computed from the facts of a case each time it is read; the machine decides nothing.</summary>
public static class RuleChecks
{
    public static IReadOnlyList<RuleCheck> Of(CaseView view, Actor reader, bool? mandated) =>
        [.. Applicant(view, mandated), .. Form(view), .. Papers(view), .. Review(view, reader), .. Substance(view)];

    private static IEnumerable<RuleCheck> Applicant(CaseView view, bool? mandated)
    {
        var basis = view.Guide.Basis[0].ToString();
        var kind = view.Applicant is Firm ? ApplicantKind.Firm : ApplicantKind.Person;
        yield return view.Guide.Applicants.Contains(kind)
            ? RuleCheck.Pass(("申请主体符合事项要求", "The applicant is of the kind the item is for"), basis)
            : RuleCheck.Fail(("申请主体不符合事项要求", "The applicant is not of the kind the item is for"), basis);
        if (mandated is { } valid)
            yield return valid
                ? RuleCheck.Pass(
                    ("代理人在收件当日有有效授权", "The representative had a mandate on the day of receipt"),
                    "《民法典》第一百六十五条"
                )
                : RuleCheck.Person(
                    ("查不到代理人在收件当日的有效授权", "No mandate of the representative is on record for that day"),
                    "《民法典》第一百六十五条"
                );
    }

    private static IEnumerable<RuleCheck> Form(CaseView view)
    {
        var file = view.Case.File;
        var wrong = view
            .Situation.Fields.Select(f => FieldCheck.Of(f, file.Fields.GetValueOrDefault(f.Id)?.Value))
            .OfType<FieldWrong>()
            .ToList();
        if (wrong.Count == 0)
            yield return RuleCheck.Pass(
                (
                    $"填报的 {view.Situation.Fields.Count} 项都在规定范围内",
                    $"All {view.Situation.Fields.Count} fields are as they should be"
                ),
                null
            );
        foreach (var field in wrong)
            yield return RuleCheck.Fail(field.Reason, null);
        foreach (var field in view.Situation.Fields.Where(f => file.Fields.GetValueOrDefault(f.Id) is { Contested: true }))
            yield return RuleCheck.Person(
                (
                    $"“{field.Label.Zh}”：申请人说登记有误，以申请人填写为准，请核实",
                    $"“{field.Label.En}”: the applicant contests the register and prevails; please look into it"
                ),
                Cite(Laws.RunAtMostOnce, "第七条")
            );
        foreach (var question in view.Situation.Asked)
        {
            var given = file.Answers.GetValueOrDefault(question.Id);
            if (question.Choices.FirstOrDefault(c => c.Id == given)?.Stops is { } stops)
                yield return RuleCheck.Fail(stops, view.Guide.Basis[0].ToString());
            else if (given is null)
                yield return RuleCheck.Person(($"没有回答情形：{question.Text.Zh}", $"Not answered: {question.Text.En}"), null);
        }
    }

    private static IEnumerable<RuleCheck> Papers(CaseView view)
    {
        var missing = view.Missing;
        var needed = view.Needed.Count;
        if (missing.Count == 0)
            yield return RuleCheck.Pass(
                ($"材料齐全，共 {needed} 项", $"All {needed} papers are there"),
                Rulebook.CorrectionNotice.Basis.Named.Zh
            );
        foreach (var material in missing)
            yield return material.Necessity == Necessity.GapTolerant
                ? RuleCheck.Person(
                    ($"容缺：{material.Name.Zh}，补齐前不能准予", $"To follow: {material.Name.En}; nothing is granted before"),
                    material.Basis.ToString()
                )
                : RuleCheck.Fail(($"缺：{material.Name.Zh}", $"Missing: {material.Name.En}"), material.Basis.ToString());
        foreach (var material in view.Needed)
        {
            if (view.Case.File.Materials.GetValueOrDefault(material.Id) is not { } handed)
                continue;
            if (handed.How == HandedHow.Held)
                yield return RuleCheck.Pass(
                    ($"免交：{material.Name.Zh}，{handed.Evidence}", $"Held: {material.Name.En}, {handed.Evidence}"),
                    Cite(Laws.RunAtMostOnce, "第八条")
                );
            else if (handed.How == HandedHow.Waived)
                yield return RuleCheck.Person(
                    (
                        $"免于提供：{material.Name.Zh}，由“{handed.Evidence}”证明",
                        $"Waived: {material.Name.En}, proved by “{handed.Evidence}”"
                    ),
                    Cite(Laws.RunAtMostOnce, "第九条")
                );
        }
    }

    private static IEnumerable<RuleCheck> Review(CaseView view, Actor reader)
    {
        if (view.Review is not { } review)
            yield break;
        var posts = Provisions.Posts.Named.Zh;
        yield return review.Acceptance.By == 0
            ? RuleCheck.Person(
                ("时限届满视为受理，材料没有经窗口核对", "Deemed accepted: no window has looked at the papers"),
                Rulebook.CorrectionNotice.Basis.Named.Zh
            )
        : review.Acceptance.By == reader.Id
            ? RuleCheck.Fail(("这件是您受理的，不能由您审批", "You accepted this case, so you cannot decide it"), posts)
        : RuleCheck.Pass(
            ($"由 {review.Acceptance.Name} 受理，与审批人员分离", $"Accepted by {review.Acceptance.Name}, who does not decide it"),
            posts
        );
        if (review.Acceptance.OnCommitment)
            yield return RuleCheck.Person(
                (
                    $"告知承诺受理，准予后 {Rulebook.CommitmentCheck.Amount} 个工作日内核查",
                    $"On commitment: checked within {Rulebook.CommitmentCheck.Amount} working days of the grant"
                ),
                Rulebook.CommitmentCheck.Basis.Named.Zh
            );
        foreach (var duty in view.Guide.Route.Where(d => d.OnSite && !review.Acceptance.OnCommitment))
        {
            var basis = Rulebook.OfficersAtSubstanceCheck.Basis.Named.Zh;
            yield return review.Checks.LastOrDefault(c => c.Office == duty.Office) switch
            {
                null => RuleCheck.Person(
                    ("需要现场核查，还没有两名工作人员的记录", "An on-site check by two officers is needed and not recorded yet"),
                    basis
                ),
                { Passed: true } check => RuleCheck.Pass(
                    (
                        $"现场核查合格：{check.FirstName}、{check.SecondName}",
                        $"On-site check passed: {check.FirstName}, {check.SecondName}"
                    ),
                    basis
                ),
                var check => RuleCheck.Fail(($"现场核查不合格：{check.Findings}", $"On-site check failed: {check.Findings}"), basis),
            };
        }
    }

    // The conditions themselves are judged by a person.
    private static IEnumerable<RuleCheck> Substance(CaseView view) =>
        view.Situation.Conditions.Select(condition => RuleCheck.Person(condition.Text, condition.Basis.ToString()));

    private static string Cite(LegalText text, string article) => $"《{text.Title.Zh}》{article}";
}
