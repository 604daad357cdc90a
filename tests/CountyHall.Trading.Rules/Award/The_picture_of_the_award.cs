using System.Reflection;
using System.Text.RegularExpressions;
using CountyHall.Trading.Award;

namespace CountyHall.Trading.Rules.Award;

/// <summary>docs/trading/award.md: the picture is the code; docs/events.md: every fact of an award.</summary>
public partial class The_picture_of_the_award
{
    private static readonly IReadOnlyList<Type> Stages =
    [
        .. typeof(AwardStage).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(AwardStage))),
    ];

    private static readonly IReadOnlyList<(string From, string To, string Step)> Arrows =
    [
        .. Arrow().Matches(TenderDesk.Read("docs/trading/award.md")).Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value)),
    ];

    [Fact]
    public void Every_stage_is_drawn_and_no_other() =>
        Arrows.SelectMany(a => new[] { a.From, a.To }).Distinct().ShouldBe(Stages.Select(s => s.Name), ignoreOrder: true);

    [Fact]
    public void Every_step_is_an_arrow_and_every_arrow_is_a_step() =>
        Arrows
            .Select(a => $"{a.From}.{a.Step} --> {a.To}")
            .ShouldBe(
                Stages.SelectMany(stage => StepsOf(stage).Select(step => $"{stage.Name}.{step.Name} --> {step.ReturnType.Name}")),
                ignoreOrder: true
            );

    [Fact]
    public void Every_fact_of_an_award_is_listed()
    {
        var events = TenderDesk.Read("docs/events.md");
        var source = string.Concat(
            Directory.GetFiles(Path.Combine(TenderDesk.Root, "src/CountyHall.Trading/Award"), "*.cs").Select(File.ReadAllText)
        );
        var facts = Recorded().Matches(source).Select(m => m.Groups[1].Value).Distinct().ToList();
        facts.Count.ShouldBeGreaterThan(20);
        foreach (var fact in facts)
            events.ShouldContain($"`{fact}`");
        var section = events.Split("## Facts of the award")[1].Split("\nWhat leaves no fact")[0];
        var names = typeof(AwardStage).Assembly.GetTypes().Select(t => t.Name).ToHashSet();
        foreach (Match name in Identifier().Matches(section))
            names.ShouldContain(name.Groups[1].Value);
    }

    [Fact]
    public void Every_identifier_of_the_words_exists()
    {
        var names = typeof(AwardStage).Assembly.GetTypes().Select(t => t.Name).ToHashSet();
        Identifier()
            .Matches(TenderDesk.Read("docs/trading/award.md").Split("## Words")[1])
            .Select(m => m.Groups[1].Value)
            .ShouldBeSubsetOf(names);
    }

    private static IEnumerable<MethodInfo> StepsOf(Type stage) =>
        stage
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => !m.Name.StartsWith('<') && !m.IsSpecialName && m.ReturnType.IsAssignableTo(typeof(AwardStage)));

    [GeneratedRegex(@"^\s+(\w+) --> (\w+) : (\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"[Dd]b\s*\.Record\([^;]*?new (\w+)\(")]
    private static partial Regex Recorded();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Identifier();
}
