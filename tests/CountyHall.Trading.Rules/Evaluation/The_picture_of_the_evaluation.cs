using System.Reflection;
using System.Text.RegularExpressions;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Evaluation.Methods;

namespace CountyHall.Trading.Rules.Evaluation;

/// <summary>docs/trading/evaluation.md: the picture and the parameters are the code; docs/events.md: every fact of an evaluation.</summary>
public partial class The_picture_of_the_evaluation
{
    private static readonly IReadOnlyList<Type> Stages =
    [
        .. typeof(EvaluationStage).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(EvaluationStage))),
    ];

    private static readonly string Page = TenderDesk.Read("docs/trading/evaluation.md");

    private static readonly IReadOnlyList<(string From, string To, string Step)> Arrows =
    [
        .. Arrow().Matches(Page).Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value)),
    ];

    [Fact]
    public void Every_stage_is_drawn_and_no_other() =>
        Arrows.SelectMany(a => new[] { a.From, a.To }).Distinct().ShouldBe(Stages.Select(s => s.Name), ignoreOrder: true);

    [Fact]
    public void Every_step_is_an_arrow_and_every_arrow_is_a_step() =>
        Arrows
            .Select(a => $"{a.From} --> {a.To} : {a.Step}")
            .ShouldBe(
                Stages.SelectMany(stage => StepsOf(stage).Select(step => $"{stage.Name} --> {step.ReturnType.Name} : {step.Name}")),
                ignoreOrder: true
            );

    [Fact]
    public void Every_parameter_is_described()
    {
        foreach (var key in EvaluationRules.Usual.Keys)
            Page.ShouldContain($"`{key}`");
    }

    [Fact]
    public void Every_fact_of_an_evaluation_is_listed()
    {
        var events = TenderDesk.Read("docs/events.md");
        var answers = TradingModule
            .UseCases.Where(t => t.Namespace!.StartsWith("CountyHall.Trading.Evaluation", StringComparison.Ordinal))
            .Select(t => t.GetMethod("Handle")!.ReturnType.GetGenericArguments()[0].GetGenericArguments()[0].Name);
        foreach (var fact in answers)
            events.ShouldContain($"`{fact}`");
        var source = string.Concat(
            Directory.GetFiles(Path.Combine(TenderDesk.Root, "src/CountyHall.Trading/Evaluation"), "*.cs").Select(File.ReadAllText)
        );
        foreach (Match recorded in Recorded().Matches(source))
            events.ShouldContain($"`{recorded.Groups[1].Value}`");
    }

    private static IEnumerable<MethodInfo> StepsOf(Type stage) =>
        stage
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => !m.Name.StartsWith('<') && !m.IsSpecialName && m.ReturnType.IsAssignableTo(typeof(EvaluationStage)));

    [GeneratedRegex(@"^\s+(\w+) --> (\w+) : (\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"[Dd]b\.Record\([^;]*?new (\w+)\(")]
    private static partial Regex Recorded();
}
