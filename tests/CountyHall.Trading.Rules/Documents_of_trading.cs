using System.Reflection;
using System.Text.RegularExpressions;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;

namespace CountyHall.Trading.Rules;

/// <summary>docs/trading and docs/events.md: the pictures, the rules and the list are the code.</summary>
public partial class Documents_of_trading
{
    private static readonly string[] Ids = File.ReadAllLines(Path.Combine(TenderDesk.Root, "tests/CountyHall.Trading.Rules/rule-ids.txt"));

    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. TenderDesk
            .Read("docs/trading/rules.md")
            .Split('\n')
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Where(row => row.Length == 4 && row[0] is not ("rule" or "---")),
    ];

    private static readonly Type[] Types = typeof(TradingModule).Assembly.GetTypes();

    [Theory]
    [InlineData(typeof(TenderStage))]
    [InlineData(typeof(LotStage))]
    [InlineData(typeof(RegistrationStage))]
    public void Every_stage_is_drawn_and_every_step_is_an_arrow(Type stages)
    {
        var page = TenderDesk.Read("docs/trading/README.md");
        var arrows = Arrow().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToHashSet();
        var concrete = Types.Where(t => t.IsSubclassOf(stages) && !t.IsAbstract).ToList();
        var drawn = arrows.SelectMany(a => new[] { a.Item1, a.Item2 }).ToHashSet();
        concrete.Select(s => s.Name).ShouldBeSubsetOf(drawn);
        foreach (var stage in concrete)
        foreach (var step in stage.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(IsStep))
            arrows.ShouldContain((stage.Name, step.ReturnType.Name), $"{stage.Name}.{step.Name}");

        bool IsStep(MethodInfo method) =>
            method.ReturnType.IsSubclassOf(stages) && !method.ReturnType.IsAbstract && !method.IsSpecialName && method.Name != "<Clone>$";
    }

    [Fact]
    public void Every_arrow_is_a_step()
    {
        var page = TenderDesk.Read("docs/trading/README.md");
        foreach (Match arrow in NamedArrow().Matches(page))
        {
            var from = Types.Single(t =>
                t.Name == arrow.Groups[1].Value && t.Namespace!.StartsWith("CountyHall.Trading", StringComparison.Ordinal)
            );
            from.GetMethod(arrow.Groups[3].Value).ShouldNotBeNull(arrow.Value).ReturnType.Name.ShouldBe(arrow.Groups[2].Value, arrow.Value);
        }
    }

    [Fact]
    public void Every_rule_stands_there_once_with_a_test_or_the_work_it_waits_for()
    {
        Rows.Select(row => row[0]).ShouldBe(Ids, ignoreOrder: true);
        foreach (var row in Rows)
        {
            row[1].ShouldNotBeNullOrWhiteSpace(row[0]);
            (TestName().IsMatch(row[3]) || row[3].StartsWith("Later: ", StringComparison.Ordinal) && row[3].Length > 20).ShouldBeTrue(
                row[0]
            );
        }
    }

    [Fact]
    public void Every_test_and_every_file_that_is_named_exists()
    {
        var sources = new[] { "CountyHall.Trading.Rules", "CountyHall.Journeys", "CountyHall.Kernel.Rules" }
            .SelectMany(project => Directory.GetFiles(Path.Combine(TenderDesk.Root, "tests", project), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText)
            .ToList();
        foreach (var row in Rows)
        {
            foreach (Match test in TestName().Matches(row[3]))
                sources
                    .Any(s =>
                        Regex.IsMatch(s, $@"class {test.Groups[1].Value}\b")
                        && s.Contains($" {test.Groups[2].Value}(", StringComparison.Ordinal)
                    )
                    .ShouldBeTrue($"{row[0]}: {test.Value}");
            foreach (Match path in SourcePath().Matches(row[2]))
                File.Exists(Path.Combine(TenderDesk.Root, path.Value)).ShouldBeTrue($"{row[0]}: {path.Value}");
        }
    }

    [Fact]
    public void Every_number_of_these_chapters_belongs_to_a_rule()
    {
        foreach (var limit in Rulebook.All.Where(l => Chapter().IsMatch(l.Id)))
            Ids.ShouldContain(limit.Id.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"]), limit.Id);
    }

    [Fact]
    public void Every_rule_that_a_test_carries_is_a_rule() =>
        Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Rule" && Chapter().IsMatch(trait.Value))
            .Select(trait => trait.Value)
            .Distinct()
            .ShouldBeSubsetOf(Ids);

    [Fact]
    public void Every_use_case_is_in_the_list_of_facts_and_every_fact_there_exists()
    {
        var events = TenderDesk.Read("docs/events.md");
        foreach (var useCase in TradingModule.UseCases)
            events.ShouldContain($"`{useCase.Name}`");
        var section = events.Split("## Facts of the trading floor: the tender desk")[1].Split("\n## ")[0];
        var names = Types.Select(t => t.Name).ToHashSet();
        foreach (Match name in Identifier().Matches(section))
            names.ShouldContain(name.Groups[1].Value);
    }

    [Fact]
    public void Every_identifier_of_the_words_exists()
    {
        var words = TenderDesk.Read("docs/trading/README.md").Split("## Words")[1];
        var names = Types.Select(t => t.Name).ToHashSet();
        var found = Identifier().Matches(words).Select(m => m.Groups[1].Value).ToList();
        found.Count.ShouldBeGreaterThan(15);
        found.ShouldBeSubsetOf(names);
    }

    [GeneratedRegex(@"(\w+) --> (\w+)")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^\s+(\w+) --> (\w+) : (\w+)", RegexOptions.Multiline)]
    private static partial Regex NamedArrow();

    [GeneratedRegex(@"`(\w+)\.(\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"src/[\w./]+[\w]")]
    private static partial Regex SourcePath();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^TR-[1235]\.")]
    private static partial Regex Chapter();
}
