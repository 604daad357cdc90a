using System.Reflection;
using System.Text.RegularExpressions;
using CountyHall.Oversight.Evaluations;
using CountyHall.Oversight.Warnings;

namespace CountyHall.Oversight.Rules;

/// <summary>docs/oversight/README.md and docs/events.md: the pictures and the list are the code.</summary>
public partial class Documents_of_oversight
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData(typeof(SupervisionStage))]
    [InlineData(typeof(RectificationStage))]
    public void Every_stage_is_drawn(Type stages)
    {
        var drawn = Arrow().Matches(File.ReadAllText(Path.Combine(Root, "docs/oversight/README.md")));
        var names = drawn.SelectMany(m => new[] { m.Groups[1].Value, m.Groups[2].Value }).ToHashSet();
        foreach (var stage in stages.Assembly.GetTypes().Where(t => t.IsSubclassOf(stages) && !t.IsAbstract))
            names.ShouldContain(stage.Name);
    }

    [Fact]
    public void Every_use_case_and_every_rule_number_is_written_down()
    {
        var events = File.ReadAllText(Path.Combine(Root, "docs/events.md"));
        foreach (var useCase in OversightModule.UseCases)
            events.ShouldContain($"`{useCase.Name}`");
        var page = File.ReadAllText(Path.Combine(Root, "docs/oversight/README.md"));
        foreach (
            var limit in Kernel.Law.Rulebook.All.Where(l =>
                l.Id.StartsWith("AP-8.", StringComparison.Ordinal) || l.Id.StartsWith("AP-11.", StringComparison.Ordinal)
            )
        )
            page.ShouldContain(limit.Id);
    }

    [Fact]
    public void The_columns_of_an_evaluation_are_listed_for_whoever_loads_many()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs/oversight/README.md"));
        string[] computed = [nameof(Evaluation.Given), nameof(Evaluation.Time), nameof(Evaluation.Month)];
        foreach (
            var column in typeof(Evaluation).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name).Except(computed)
        )
            page.ShouldContain($"`{column}`");
    }

    [Fact]
    public void Every_identifier_of_the_words_exists()
    {
        var types = new[] { typeof(OversightModule).Assembly, typeof(Kernel.Calendar.ClockState).Assembly }
            .SelectMany(a => a.GetTypes())
            .ToLookup(t => t.Name);
        var words = File.ReadAllText(Path.Combine(Root, "docs/oversight/README.md")).Split("## Words")[1].Split("## ")[0];
        var names = Identifier().Matches(words).Select(m => m.Groups[1].Value.Split('.')).ToList();
        names.Count.ShouldBeGreaterThan(9);
        foreach (var name in names)
            types[name[0]].Any(type => name.Length == 1 || type.GetMember(name[1]).Length > 0).ShouldBeTrue(string.Join('.', name));
    }

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "CountyHall.slnx")))
                return at.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds CountyHall.slnx.");
    }

    [GeneratedRegex(@"(\w+) --> (\w+)")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"`([\w.]+)`")]
    private static partial Regex Identifier();
}
