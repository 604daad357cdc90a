using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>一次性告知补正: tells the applicant, once, everything that is missing or not in legal form.</summary>
/// <param name="Wrong">Material that is here but not right, with what would be; what is missing is found by the house itself.</param>
public sealed record AskForCorrection(CaseNumber Case, IReadOnlyList<WrongMaterial> Wrong);

/// <param name="Wanted">What would be right, concretely.</param>
public sealed record WrongMaterial(string Material, string Wanted);

public sealed record CorrectionAsked(OneTimeNotice Notice, string By) : ICaseFact
{
    public Words Says =>
        (
            $"一次性告知补正 {Notice.Gaps.Count} 项：{string.Join("、", Notice.Gaps.Select(g => g.Name.Zh))}",
            $"One-time notice of {Notice.Gaps.Count}: {string.Join(", ", Notice.Gaps.Select(g => g.Name.En))}"
        );
    public string? Tells => $"请补正 {Notice.Gaps.Count} 项材料，清单已一次性列全，请到“我的办件”查看并提交。";
}

/// <summary>Administrative Licensing Law art. 32(1)(4): on the spot or within five working days, once, everything.</summary>
public sealed class AskForCorrectionHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<CorrectionAsked>> Handle(AskForCorrection ask, Occasion on, CancellationToken ct = default) =>
        work.Step(ask.Case, Duty, on, at => Step(at, on, ask.Wrong), ct);

    internal static Result<CorrectionAsked> Step(CaseAtWork at, Occasion on, IReadOnlyList<WrongMaterial> wrong)
    {
        // Art. 32(1)(4) and art. 72(4): a second notice would be a violation, and ReceivedAgain has no step for it.
        if (at.Case.Stage is ReceivedAgain)
            return new NoticeGivenAlready();
        var gaps = new List<Gap>();
        foreach (var (material, wanted) in wrong)
        {
            // What the guide lists for another situation is not listed for this applicant.
            if (at.Guide.Needed(at.Case.File.Answers).FirstOrDefault(m => m.Id == material) is not { } listed)
                return new NotInTheGuide(material);
            if (string.IsNullOrWhiteSpace(wanted))
                return new CorrectionVague(listed.Name);
            gaps.Add(new Gap(listed.Id, listed.Name, wanted.Trim(), listed.Basis));
        }
        var missing = at.Case.File.Missing(at.Guide).Where(m => gaps.All(gap => gap.Material != m.Id));
        gaps.InsertRange(0, missing.Select(m => new Gap(m.Id, m.Name, "补交", m.Basis)));
        if (gaps.Count == 0)
            return new NothingToCorrect();
        var notice = new OneTimeNotice(on.At, on.By.Id, gaps);
        return at
            .Case.Take((Received received) => received.AskForCorrection(notice))
            .Then<CorrectionAsked>(_ => new CorrectionAsked(notice, on.By.Name));
    }
}

public sealed record NoticeGivenAlready()
    : Refusal(
        ("已经一次性告知过，不得再次要求补正。", "The one-time notice was given; there is no second one."),
        (
            "材料符合的，请受理；仍不符合的，书面不予受理并说明理由。",
            "Accept it, or refuse in writing with reasons if it is still not right."
        ),
        Rulebook.CorrectionNotice.Basis
    );

public sealed record NotInTheGuide(string Material)
    : Refusal(
        ($"指南没有列“{Material}”，不得要求提交。", $"The guide does not list “{Material}”; it may not be asked for."),
        ("只能要求指南列明的材料。", "Ask only for what the guide lists."),
        Provisions.OnlyListedMaterial
    );

public sealed record CorrectionVague(Words Material)
    : Refusal(
        ($"没有写明“{Material.Zh}”应当怎样改。", $"It was not said what would be right for “{Material.En}”."),
        ("请写明正确的样子，申请人照着就能改对。", "Say what would be right, so that the applicant can do it in one go."),
        Rulebook.CorrectionNotice.Basis
    );

public sealed record NothingToCorrect()
    : Refusal(
        ("没有列出要补正的内容。", "Nothing to correct was listed."),
        ("请列全所有问题和正确的样子；没有问题的，请受理。", "List everything that is wrong and what would be right, or accept."),
        Rulebook.CorrectionNotice.Basis
    );
