using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

/// <summary>What a finding means for publication.</summary>
public enum FindingWeight
{
    /// <summary>建议: worth a second look; may be published.</summary>
    Advice,

    /// <summary>不得发布: it must be mended first.</summary>
    Refuses,
}

/// <summary>One rule of the guide check: what it asks, by which clause, and how heavy its findings are.</summary>
/// <param name="Id">Stable name, such as <c>catch-all</c>.</param>
public sealed record GuideRule(string Id, FindingWeight Weight, Words Asks, Provision Clause)
{
    internal Func<GuideUnderCheck, IEnumerable<Fault>> Find { get; init; } = static _ => [];
}

/// <summary>Where a rule is broken, and what would be right.</summary>
/// <param name="Path">JSON path from the guide, such as <c>materials[2].name.zh</c>.</param>
/// <param name="Place">The same for people: 材料 3“营业执照”.</param>
internal sealed record Fault(string Path, Words Place, Words Wrong, Words Better);

/// <summary>问题: one finding of the guide check.</summary>
public sealed record GuideFinding(GuideRule Rule, string Path, Words Place, Words Wrong, Words Better)
{
    public bool Refuses => Rule.Weight == FindingWeight.Refuses;
}

/// <summary>What the check may know beside the guide itself; whatever is not known is not checked.</summary>
public sealed record GuideContext
{
    /// <summary>The first day of this version.</summary>
    public DateOnly? EffectiveFrom { get; init; }
    public int? Version { get; init; }

    /// <summary>The version before this one.</summary>
    public ItemVersion? Before { get; init; }

    /// <summary>Keys of the offices of the county.</summary>
    public IReadOnlySet<string>? Offices { get; init; }

    /// <summary>Kinds of records that the licence base keeps.</summary>
    public IReadOnlySet<string>? HeldKinds { get; init; }
}

/// <summary>A guide with what is known around it, as the rules look at it.</summary>
internal sealed record GuideUnderCheck(ServiceGuide Guide, GuideContext Context)
{
    private readonly Lazy<IReadOnlyList<Situation>?> situations = new(() => Ways(Guide) <= MostWays ? [.. Situation.All(Guide)] : null);
    public const int MostWays = 4096;

    /// <summary>Every way to answer the questions; none where there are too many to look at.</summary>
    public IReadOnlyList<Situation>? Situations => situations.Value;

    public static long Ways(ServiceGuide guide) =>
        guide.Questions.Aggregate(1L, (ways, q) => Math.Min(ways * Math.Max(1, q.Choices.Count), long.MaxValue / 1000));

    /// <summary>Every sentence a citizen reads, with its place.</summary>
    public IEnumerable<(string Path, Words Place, Words Text)> Texts
    {
        get
        {
            var g = Guide;
            yield return ("name", ("事项名称", "Name"), g.Name);
            if (g.VisitReason is { } why)
                yield return ("visitReason", ("到场理由", "Reason for the visit"), why);
            if (g.Fee.Note is { } fee)
                yield return ("fee.note", ("收费说明", "Note on the fee"), fee);
            for (var i = 0; i < g.Conditions.Count; i++)
                yield return ($"conditions[{i}].text", ($"申请条件 {i + 1}", $"Condition {i + 1}"), g.Conditions[i].Text);
            for (var i = 0; i < g.Questions.Count; i++)
            {
                yield return ($"questions[{i}].text", ($"情形问题 {i + 1}", $"Question {i + 1}"), g.Questions[i].Text);
                for (var c = 0; c < g.Questions[i].Choices.Count; c++)
                {
                    yield return (
                        $"questions[{i}].choices[{c}].text",
                        ($"情形问题 {i + 1} 的选项 {c + 1}", $"Question {i + 1}, choice {c + 1}"),
                        g.Questions[i].Choices[c].Text
                    );
                    if (g.Questions[i].Choices[c].Stops is { } stops)
                        yield return (
                            $"questions[{i}].choices[{c}].stops",
                            ($"情形问题 {i + 1} 的选项 {c + 1}", $"Question {i + 1}, choice {c + 1}"),
                            stops
                        );
                }
            }
            for (var i = 0; i < g.Fields.Count; i++)
            {
                yield return ($"fields[{i}].label", PlaceOf("表单字段", "Field", i, g.Fields[i].Label), g.Fields[i].Label);
                if (g.Fields[i].Help is { } help)
                    yield return ($"fields[{i}].help", PlaceOf("表单字段", "Field", i, g.Fields[i].Label), help);
            }
            for (var i = 0; i < g.Materials.Count; i++)
            {
                var m = g.Materials[i];
                yield return ($"materials[{i}].name", PlaceOf(m, i), m.Name);
                if (m.Issuer is { } issuer)
                    yield return ($"materials[{i}].issuer", PlaceOf(m, i), issuer);
                if (m.Note is { } note)
                    yield return ($"materials[{i}].note", PlaceOf(m, i), note);
            }
            for (var i = 0; i < g.Steps.Count; i++)
            {
                yield return ($"steps[{i}].name", PlaceOf("流程", "Step", i, g.Steps[i].Name), g.Steps[i].Name);
                yield return ($"steps[{i}].who", PlaceOf("流程", "Step", i, g.Steps[i].Name), g.Steps[i].Who);
            }
            for (var i = 0; i < g.Route.Count; i++)
                yield return ($"route[{i}].what", ($"按责转办 {i + 1}", $"Responsibility {i + 1}"), g.Route[i].What);
            if (g.Commitment is { } letter)
                yield return ("commitment", ("告知承诺书", "Letter of commitment"), letter);
            yield return ("result.name", ("办理结果", "Result"), g.Result.Name);
            for (var i = 0; i < g.Faqs.Count; i++)
            {
                yield return ($"faqs[{i}].ask", ($"常见问题 {i + 1}", $"FAQ {i + 1}"), g.Faqs[i].Ask);
                yield return ($"faqs[{i}].answer", ($"常见问题 {i + 1}", $"FAQ {i + 1}"), g.Faqs[i].Answer);
            }
            for (var i = 0; i < g.Themes.Count; i++)
                yield return ($"themes[{i}]", ($"主题 {i + 1}", $"Theme {i + 1}"), g.Themes[i]);
        }
    }

    public static Words PlaceOf(Material material, int at) => PlaceOf("材料", "Document", at, material.Name);

    private static Words PlaceOf(string zh, string en, int at, Words name) =>
        new($"{zh} {at + 1}“{name.Zh}”", $"{en} {at + 1} “{name.En}”");
}
