using System.Reflection;
using System.Text.RegularExpressions;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rehearsals;
using CountyHall.Trading.Opening.Rooms;

namespace CountyHall.Trading.Rules.Opening;

/// <summary>docs/trading/opening.md: the pictures are the code; docs/events.md: every fact of an opening.</summary>
public partial class The_picture_of_the_opening
{
    private static readonly Type[] Kinds = [typeof(OpeningStage), typeof(OpeningBidStage), typeof(VenueStage), typeof(RehearsalStage)];

    private static readonly IReadOnlyList<Type> Stages =
    [
        .. typeof(OpeningStage).Assembly.GetTypes().Where(t => !t.IsAbstract && Kinds.Any(kind => t.IsAssignableTo(kind))),
    ];

    private static readonly IReadOnlyList<(string From, string To, string Step)> Arrows =
    [
        .. Arrow().Matches(Text("docs/trading/opening.md")).Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value)),
    ];

    [Fact]
    public void Every_stage_is_drawn_and_no_other() =>
        Arrows.SelectMany(a => new[] { a.From, a.To }).Distinct().ShouldBe(Stages.Select(s => s.Name), ignoreOrder: true);

    [Fact]
    public void Every_step_is_an_arrow_and_every_arrow_is_a_step() =>
        Arrows
            .Select(a => $"{a.From}.{a.Step}")
            .Distinct()
            .ShouldBe(Stages.SelectMany(stage => StepsOf(stage).Select(step => $"{stage.Name}.{step.Name}")).Distinct(), ignoreOrder: true);

    [Fact]
    public void An_arrow_leads_to_what_its_step_returns()
    {
        foreach (var (from, to, step) in Arrows)
        {
            var returned = StepsOf(Stages.Single(s => s.Name == from)).Single(s => s.Name == step).ReturnType;
            Stages.Single(s => s.Name == to).IsAssignableTo(returned).ShouldBeTrue($"{from} --> {to} : {step}");
        }
    }

    [Fact]
    public void Every_fact_of_an_opening_is_listed()
    {
        var events = Text("docs/events.md");
        var answers = TradingModule
            .UseCases.Where(t => t.Namespace!.StartsWith("CountyHall.Trading.Opening", StringComparison.Ordinal))
            .Select(t => t.GetMethod("Handle")!.ReturnType.GetGenericArguments()[0].GetGenericArguments()[0].Name);
        foreach (var fact in answers)
            events.ShouldContain($"`{fact}`");
        foreach (Match recorded in Recorded().Matches(Source()))
            events.ShouldContain($"`{recorded.Groups[1].Value}`");
    }

    /// <summary>What stands at the end has no step out of it: there are no steps but those that make another stage.</summary>
    private static IEnumerable<MethodInfo> StepsOf(Type stage) =>
        stage
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => !m.Name.StartsWith('<') && !m.IsSpecialName && Kinds.Any(kind => m.ReturnType.IsAssignableTo(kind)))
            .Where(m => stage != typeof(RehearsalOver) || m.Name != nameof(RehearsalStage.Next));

    private static string Source() =>
        string.Concat(
            Directory.GetFiles(PathOf("src/CountyHall.Trading/Opening"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
        );

    private static string Text(string path) => File.ReadAllText(PathOf(path));

    private static string PathOf(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CountyHall.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return Path.Combine(folder, path);
    }

    [GeneratedRegex(@"^\s+(\w+) --> (\w+) : (\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"[Dd]b\.Record\([^;]*?new (\w+)\(")]
    private static partial Regex Recorded();
}
