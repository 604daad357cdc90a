using System.Reflection;
using System.Text.RegularExpressions;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Experts;

namespace CountyHall.Trading.Rules.Experts;

/// <summary>docs/trading/experts.md: the pictures are the code; docs/events.md: every fact of experts and draws.</summary>
public partial class The_picture_of_the_draw
{
    private static readonly Type[] Kinds = [typeof(DrawStage), typeof(CallStage), typeof(ExpertStage), typeof(ConductStage)];

    private static readonly IReadOnlyList<Type> Stages =
    [
        .. typeof(DrawStage).Assembly.GetTypes().Where(t => !t.IsAbstract && Kinds.Any(kind => t.IsAssignableTo(kind))),
    ];

    private static readonly IReadOnlyList<(string From, string To, string Step)> Arrows =
    [
        .. Arrow()
            .Matches(TenderDesk.Read("docs/trading/experts.md"))
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value)),
    ];

    [Fact]
    public void Every_stage_is_drawn_and_no_other() =>
        Arrows.SelectMany(a => new[] { a.From, a.To }).Distinct().ShouldBe(Stages.Select(s => s.Name), ignoreOrder: true);

    [Fact]
    public void Every_step_is_an_arrow_and_every_arrow_is_a_step() =>
        Arrows
            .Select(a => $"{a.From}.{a.Step}.{a.To}")
            .ShouldBe(
                Stages.SelectMany(stage => StepsOf(stage).Select(step => $"{stage.Name}.{step.Name}.{step.ReturnType.Name}")),
                ignoreOrder: true
            );

    [Fact]
    public void Every_fact_of_experts_is_listed()
    {
        var events = TenderDesk.Read("docs/events.md");
        foreach (var file in Directory.GetFiles(Path.Combine(TenderDesk.Root, "src/CountyHall.Trading/Experts"), "*.cs"))
        foreach (Match recorded in Recorded().Matches(File.ReadAllText(file)))
            events.ShouldContain($"`{recorded.Groups[1].Value}`");
    }

    [Fact]
    public void Every_number_of_experts_belongs_to_a_rule_that_the_page_of_rules_has()
    {
        var rules = TenderDesk.Read("docs/trading/rules.md");
        foreach (var limit in Rulebook.All.Where(l => l.Id.StartsWith("TR-5.", StringComparison.Ordinal)))
            rules.ShouldContain($"| {limit.Id.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"])} |", customMessage: limit.Id);
    }

    private static IEnumerable<MethodInfo> StepsOf(Type stage) =>
        stage
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => !m.IsSpecialName && m.Name != "<Clone>$" && Kinds.Any(kind => m.ReturnType.IsSubclassOf(kind)));

    [GeneratedRegex(@"^\s+(\w+) --> (\w+) : (\w+)", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"Record\(\s*\w+(?:\.\w+)?,\s*\w+(?:\.\w+)?,\s*new (\w+)\(", RegexOptions.Singleline)]
    private static partial Regex Recorded();
}
