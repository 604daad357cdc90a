using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

public static partial class GuideCheck
{
    /// <summary>Questions and what their answers choose.</summary>
    private static GuideRule[] InSituations() =>
        [
            new(
                "question-choices",
                FindingWeight.Refuses,
                (
                    "每个情形问题至少两个选项，至少一个能办下去；标识不重复",
                    "A question has two choices, one that goes on, and ids of its own"
                ),
                ConcreteClause()
            )
            {
                Find = on =>
                    on.Guide.Questions.SelectMany(
                        (q, i) =>
                            on.Guide.Questions.Take(i).Any(before => before.Id == q.Id)
                                ?
                                [
                                    Wrong(
                                        q,
                                        i,
                                        ($"标识 {q.Id} 已经用过", $"The id {q.Id} is used already"),
                                        ("换一个标识", "Take another id")
                                    ),
                                ]
                            : q.Choices.Count < 2
                                ?
                                [
                                    Wrong(
                                        q,
                                        i,
                                        ("不到两个选项，不用问", "Less than two choices"),
                                        ("删去问题或者补选项", "Leave it out or add a choice")
                                    ),
                                ]
                            : q.Choices.Select(c => c.Id).Distinct().Count() != q.Choices.Count
                                ? [Wrong(q, i, ("选项标识重复", "A choice's id stands there twice"), ("换一个标识", "Take another id"))]
                            : q.Choices.All(c => c.Stops is not null)
                                ?
                                [
                                    Wrong(
                                        q,
                                        i,
                                        ("不管怎么答都办不了", "No answer goes on"),
                                        ("至少一个选项能继续", "One choice at least goes on")
                                    ),
                                ]
                            : Array.Empty<Fault>()
                    ),
            },
            new(
                "when-unknown",
                FindingWeight.Refuses,
                ("when 只用前面问题的选项", "“when” names a choice of an earlier question"),
                ConcreteClause()
            )
            {
                Find = on =>
                    Whens(on.Guide)
                        .SelectMany(w =>
                            w.When.SelectMany(InCase.Terms)
                                .Where(t =>
                                    !on.Guide.Questions.Take(w.Before).Any(q => q.Id == t.Question && q.Choices.Any(c => c.Id == t.Choice))
                                )
                                .Select(t => new Fault(
                                    w.Path,
                                    w.Place,
                                    (
                                        $"没有选项“{t.Question}={t.Choice}”，这一项永远不会出现",
                                        $"There is no choice “{t.Question}={t.Choice}”"
                                    ),
                                    ("改成已有的问题=选项", "Name a question and its choice")
                                ))
                        ),
            },
            new(
                "unreachable",
                FindingWeight.Refuses,
                (
                    "每份材料、条件、字段、问题在某一情形下会出现",
                    "Every document, condition, field and question is wanted in some situation"
                ),
                NothingUnlistedClause()
            )
            {
                Find = Unreachable,
            },
            new(
                "question-idle",
                FindingWeight.Advice,
                ("问题的回答有作用，没有作用的不问", "A question changes something, or is not asked"),
                new(Laws.AdministrativeLicensing, "第二十九条", "art. 29")
            )
            {
                Find = on =>
                    on.Guide.Questions.Select((q, i) => (q, i))
                        .Where(at =>
                            at.q.Choices.All(c => c.Stops is null)
                            && !Whens(on.Guide).Any(w => w.When.SelectMany(InCase.Terms).Any(t => t.Question == at.q.Id))
                        )
                        .Select(at =>
                            Wrong(
                                at.q,
                                at.i,
                                ("不管怎么答，材料、条件都一样", "Nothing depends on the answer"),
                                ("删去问题，或者写明它影响哪一项", "Leave it out, or let something depend on it")
                            )
                        ),
            },
            new(
                "no-list",
                FindingWeight.Refuses,
                ("每一种回答都得到一份材料清单", "Every combination of answers leads to a list"),
                ConcreteClause()
            )
            {
                Find = on =>
                    on.Situations is null
                        ?
                        [
                            new(
                                "questions",
                                ("情形", "Situations"),
                                ($"组合超过 {GuideUnderCheck.MostWays} 种", $"More than {GuideUnderCheck.MostWays} combinations"),
                                ("减少问题，或者拆成两个事项", "Ask less, or make two items of it")
                            ),
                        ]
                        : on
                            .Situations.Where(s => s.Stop is null && s.Materials.Count == 0)
                            .Take(1)
                            .Select(s => new Fault(
                                "materials",
                                ("申请材料", "Documents"),
                                (
                                    $"这样回答时一份材料也没有：{string.Join("，", s.Answers.Select(a => $"{a.Key}={a.Value}"))}",
                                    $"No document at all for {string.Join(", ", s.Answers.Select(a => $"{a.Key}={a.Value}"))}"
                                ),
                                ("补上申请表或者所需材料", "Add the form or what is needed")
                            )),
            },
            new(
                "variation",
                FindingWeight.Refuses,
                (
                    "情形里的跑动次数不多于 1 次，要跑的写理由；承诺件不承诺 0 天以下",
                    "A situation asks for one visit at most, with its reason"
                ),
                new(Laws.RunAtMostOnce, "第二条", "art. 2")
            )
            {
                Find = on =>
                    (on.Guide.Variations ?? []).SelectMany(
                        (v, i) =>
                            v.Visits is < 0 or > 1
                            || v.PromisedDays < 0
                            || (v.Visits == 1 && v.VisitReason is null && on.Guide.VisitReason is null)
                                ?
                                [
                                    new Fault(
                                        $"variations[{i}]",
                                        ($"情形约定 {i + 1}", $"Variation {i + 1}"),
                                        ("次数、天数或者到场理由不对", "Visits, days or reason are wrong"),
                                        ("最多跑一次，并写明理由", "One visit at most, with its reason")
                                    ),
                                ]
                                : Array.Empty<Fault>()
                    ),
            },
        ];

    /// <summary>Everything that has a condition of its own, and how many questions stand before it.</summary>
    private static IEnumerable<(string Path, Words Place, IReadOnlyList<string> When, int Before)> Whens(ServiceGuide guide)
    {
        var all = guide.Questions.Count;
        for (var i = 0; i < guide.Questions.Count; i++)
            if (guide.Questions[i].When is { Count: > 0 } asked)
                yield return ($"questions[{i}].when", ($"情形问题 {i + 1}", $"Question {i + 1}"), asked, i);
        for (var i = 0; i < guide.Materials.Count; i++)
            if (guide.Materials[i].When is { Count: > 0 } wanted)
                yield return ($"materials[{i}].when", GuideUnderCheck.PlaceOf(guide.Materials[i], i), wanted, all);
        for (var i = 0; i < guide.Conditions.Count; i++)
            if (guide.Conditions[i].When is { Count: > 0 } wanted)
                yield return ($"conditions[{i}].when", ($"申请条件 {i + 1}", $"Condition {i + 1}"), wanted, all);
        for (var i = 0; i < guide.Fields.Count; i++)
            if (guide.Fields[i].When is { Count: > 0 } wanted)
                yield return ($"fields[{i}].when", ($"表单字段 {i + 1}", $"Field {i + 1}"), wanted, all);
        for (var i = 0; i < (guide.Variations?.Count ?? 0); i++)
            yield return ($"variations[{i}].when", ($"情形约定 {i + 1}", $"Variation {i + 1}"), guide.Variations![i].When, all);
    }

    private static IEnumerable<Fault> Unreachable(GuideUnderCheck on)
    {
        if (on.Situations is not { } ways || on.Guide.Questions.Count == 0)
            return [];
        var going = ways.Where(s => s.Stop is null).ToList();
        var (asked, wanted, fields, conditions) = (
            ways.SelectMany(s => s.Asked).ToHashSet(),
            going.SelectMany(s => s.Materials).ToHashSet(),
            going.SelectMany(s => s.Fields).ToHashSet(),
            going.SelectMany(s => s.Conditions).ToHashSet()
        );
        return on
            .Guide.Questions.Select(
                (q, i) => (Path: $"questions[{i}]", Place: new Words($"情形问题 {i + 1}", $"Question {i + 1}"), There: asked.Contains(q))
            )
            .Concat(
                on.Guide.Materials.Select(
                    (m, i) => (Path: $"materials[{i}].when", Place: GuideUnderCheck.PlaceOf(m, i), There: wanted.Contains(m))
                )
            )
            .Concat(
                on.Guide.Fields.Select(
                    (f, i) =>
                        (Path: $"fields[{i}].when", Place: new Words($"表单字段 {i + 1}", $"Field {i + 1}"), There: fields.Contains(f))
                )
            )
            .Concat(
                on.Guide.Conditions.Select(
                    (c, i) =>
                        (
                            Path: $"conditions[{i}].when",
                            Place: new Words($"申请条件 {i + 1}", $"Condition {i + 1}"),
                            There: conditions.Contains(c)
                        )
                )
            )
            .Where(part => !part.There)
            // What names a choice that is not there is told as that.
            .Where(part =>
                !Whens(on.Guide)
                    .Any(w =>
                        w.Path.StartsWith(part.Path, StringComparison.Ordinal)
                        && w.When.SelectMany(InCase.Terms)
                            .Any(t =>
                                !on.Guide.Questions.Take(w.Before).Any(q => q.Id == t.Question && q.Choices.Any(c => c.Id == t.Choice))
                            )
                    )
            )
            .Select(part => new Fault(
                part.Path,
                part.Place,
                ("不管怎么答都不会出现", "No way of answering leads here"),
                ("改正 when，或者删去这一项", "Correct “when”, or leave it out")
            ));
    }

    private static Fault Wrong(Question question, int at, Words wrong, Words better) =>
        new($"questions[{at}]", ($"情形问题 {at + 1}“{question.Text.Zh}”", $"Question {at + 1}"), wrong, better);

    private static Fault Wrong(Field field, int at, string below, Words wrong, Words better) =>
        new($"fields[{at}]{below}", ($"表单字段 {at + 1}“{field.Label.Zh}”", $"Field {at + 1} “{field.Label.En}”"), wrong, better);
}
