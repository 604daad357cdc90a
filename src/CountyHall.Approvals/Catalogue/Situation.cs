using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

/// <summary>When a part of a guide applies: any one of the lines holds. A line is <c>question=choice</c>, several joined by <c>&amp;</c> must hold together.</summary>
public static class InCase
{
    /// <summary>Whether it applies under these answers. What is not answered yet does not hold.</summary>
    public static bool Holds(IReadOnlyList<string>? when, IReadOnlyDictionary<string, string> answers) =>
        when is null or { Count: 0 }
        || when.Any(line => Terms(line).All(t => answers.TryGetValue(t.Question, out var given) && given == t.Choice));

    /// <summary>Whether it may still apply, whatever the open questions are answered with.</summary>
    public static bool MayHold(IReadOnlyList<string>? when, IReadOnlyDictionary<string, string> answers) =>
        when is null or { Count: 0 }
        || when.Any(line => Terms(line).All(t => !answers.TryGetValue(t.Question, out var given) || given == t.Choice));

    /// <summary>The questions and choices a line names.</summary>
    public static IEnumerable<(string Question, string Choice)> Terms(string line) =>
        line.Split('&').Select(term => term.Split('=') is [var question, var choice] ? (question.Trim(), choice.Trim()) : (term, ""));
}

/// <summary>情形: what one applicant's answers choose from a guide. The same function answers at the site, the counter, the desk of the office and a kiosk.</summary>
/// <remarks>Administrative Licensing Law art. 31: what the guide does not list for this situation may not be asked for.</remarks>
public sealed record Situation
{
    /// <summary>The answers that count: to questions that are asked, with choices that exist.</summary>
    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    /// <summary>The questions to ask under the answers so far, in order.</summary>
    public required IReadOnlyList<Question> Asked { get; init; }

    /// <summary>The questions asked that have no answer yet.</summary>
    public required IReadOnlyList<Question> Open { get; init; }

    /// <summary>The answer that ends it: not eligible. The first one, in the order of the questions.</summary>
    public (Question Question, Choice Choice)? Stop { get; init; }
    public required IReadOnlyList<Condition> Conditions { get; init; }
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>The materials that these answers ask for; what the house holds (免交) is among them.</summary>
    public required IReadOnlyList<Material> Materials { get; init; }

    /// <summary>The same, and what an open question may still ask for: so nobody comes with too little.</summary>
    public required IReadOnlyList<Material> Possible { get; init; }
    public required int Visits { get; init; }
    public Words? VisitReason { get; init; }

    /// <summary>承诺办结时限 in working days.</summary>
    public required int PromisedDays { get; init; }

    public bool IsSettled => Stop is not null || Open.Count == 0;

    /// <summary>要您提供: of the materials, what the applicant brings.</summary>
    public IEnumerable<Material> ToProvide => (IsSettled ? Materials : Possible).Where(m => m.Held is null && m.Form != MaterialForm.Form);

    /// <summary>免交: of the materials, what the house holds already.</summary>
    public IEnumerable<Material> NotNeeded => (IsSettled ? Materials : Possible).Where(m => m.Held is not null);

    /// <summary>So many situations of one guide are kept; more than its questions usually allow.</summary>
    private const int MostKept = 64;

    private static readonly ConditionalWeakTable<ServiceGuide, ConcurrentDictionary<string, Situation>> Kept = [];

    /// <summary>A guide under these answers. Pure: the same guide and answers give the same situation everywhere, so it is read once.</summary>
    public static Situation Of(ServiceGuide guide, IReadOnlyDictionary<string, string> answers)
    {
        var kept = Kept.GetValue(guide, _ => new());
        // Only choices that exist are heard, so this is all that the situation depends on.
        var heard = string.Join('\n', guide.Questions.Select(question => Given(question, answers)?.Id));
        if (kept.TryGetValue(heard, out var known))
            return known;
        if (kept.Count >= MostKept)
            kept.Clear();
        return kept[heard] = Read(guide, answers);
    }

    private static Choice? Given(Question question, IReadOnlyDictionary<string, string> answers) =>
        answers.TryGetValue(question.Id, out var given) ? question.Choices.FirstOrDefault(c => c.Id == given) : null;

    private static Situation Read(ServiceGuide guide, IReadOnlyDictionary<string, string> answers)
    {
        var counted = new Dictionary<string, string>();
        var asked = new List<Question>();
        (Question, Choice)? stop = null;
        foreach (var question in guide.Questions)
        {
            // Only earlier answers decide whether a question is asked; an answer to one not asked is not heard.
            if (!InCase.Holds(question.When, counted))
                continue;
            asked.Add(question);
            if (Given(question, answers) is not { } choice)
                continue;
            counted[question.Id] = choice.Id;
            if (choice.Stops is not null)
                stop ??= (question, choice);
        }
        var variation = guide.Variations?.FirstOrDefault(v => InCase.Holds(v.When, counted));
        return new()
        {
            Answers = counted,
            Asked = asked,
            Open = [.. asked.Where(q => !counted.ContainsKey(q.Id))],
            Stop = stop,
            Conditions = [.. guide.Conditions.Where(c => InCase.Holds(c.When, counted))],
            Fields = [.. guide.Fields.Where(f => InCase.Holds(f.When, counted))],
            Materials = [.. guide.Materials.Where(m => InCase.Holds(m.When, counted))],
            Possible = [.. guide.Materials.Where(m => InCase.MayHold(m.When, counted))],
            Visits = variation?.Visits ?? guide.Visits,
            VisitReason = variation?.VisitReason ?? guide.VisitReason,
            PromisedDays = variation?.PromisedDays ?? guide.PromisedDays,
        };
    }

    /// <summary>Every way to answer the questions of a guide, to the stop where one stops; for the guide check and for tests.</summary>
    public static IEnumerable<Situation> All(ServiceGuide guide) => From(guide, new Dictionary<string, string>());

    private static IEnumerable<Situation> From(ServiceGuide guide, Dictionary<string, string> answers)
    {
        var now = Of(guide, answers);
        if (now.IsSettled)
            return [now];
        var next = now.Open[0];
        return next.Choices.SelectMany(choice => From(guide, new(answers) { [next.Id] = choice.Id }));
    }
}
