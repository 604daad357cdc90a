using System.Reflection;
using System.Text.RegularExpressions;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Rules;

/// <summary>docs/approvals/rules.md: every rule has a test or says what it waits for.</summary>
public partial class Documents_of_the_rules
{
    private static readonly string[] Ids = File.ReadAllLines(Documents.PathOf("tests/CountyHall.Approvals.Rules/rule-ids.txt"));

    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. Documents.Rows("docs/approvals/rules.md").Where(row => row.Length == 4 && row[0] is not ("rule" or "---")),
    ];

    [Fact]
    public void Every_rule_stands_there_once_and_nothing_else()
    {
        Rows.Select(row => row[0]).ShouldBe(Ids, ignoreOrder: true);
        Ids.ShouldBeUnique();
    }

    [Fact]
    public void Every_rule_has_a_test_or_says_which_later_work_it_waits_for()
    {
        foreach (var row in Rows)
        {
            var (short_, where, what) = (row[1], row[2], row[3]);
            short_.ShouldNotBeNullOrWhiteSpace(row[0]);
            where.ShouldNotBeNullOrWhiteSpace(row[0]);
            (Tests(what).Count > 0 || what.StartsWith("Later: ", StringComparison.Ordinal) && what.Length > 20).ShouldBeTrue(row[0]);
        }
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var here = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet();
        var elsewhere = new[] { "CountyHall.Kernel.Rules", "CountyHall.Oversight.Rules", "CountyHall.Journeys" }
            .SelectMany(project => Directory.GetFiles(Documents.PathOf($"tests/{project}"), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText)
            .ToList();
        foreach (var row in Rows)
        foreach (var (chapter, sentence) in Tests(row[3]))
        {
            var found =
                here.Contains($"{chapter}.{sentence}")
                || elsewhere.Any(source =>
                    Regex.IsMatch(source, $@"class {chapter}\b") && source.Contains($" {sentence}(", StringComparison.Ordinal)
                );
            found.ShouldBeTrue($"{row[0]}: {chapter}.{sentence}");
        }
    }

    [Fact]
    public void Every_file_that_is_named_exists()
    {
        foreach (var row in Rows)
        foreach (var path in SourcePath().Matches(row[2]).Select(match => match.Value.TrimEnd('/')))
            (File.Exists(Documents.PathOf(path)) || Directory.Exists(Documents.PathOf(path))).ShouldBeTrue($"{row[0]}: {path}");
    }

    [Fact]
    public void Every_rule_that_a_test_carries_is_a_rule()
    {
        var carried = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Rule")
            .Select(trait => trait.Value)
            .Distinct();
        carried.ShouldBeSubsetOf(Ids);
    }

    private static List<(string Chapter, string Sentence)> Tests(string cell) =>
        [.. TestName().Matches(cell).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    [Fact]
    public void From_the_page_accept_to_the_article_it_is_three_files()
    {
        var path = Documents
            .Rows("docs/approvals/README.md")
            .Where(row => row[0] is "1" or "2" or "3")
            .Select(row => row[1].Trim('`'))
            .ToList();
        path.Count.ShouldBe(3);
        var (page, useCase, stage) = (Read(path[0]), Read(path[1]), Read(path[2]));
        page.ShouldContain(nameof(AcceptCaseHandler));
        useCase.ShouldContain($"class {nameof(AcceptCaseHandler)}");
        useCase.ShouldContain("received.Accept(");
        stage.ShouldContain("受理. Art. 32(1)(5)");

        static string Read(string file) => File.ReadAllText(Documents.PathOf(file));
    }

    [GeneratedRegex(@"`(\w+)\.(\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"src/[\w./]+[\w/]")]
    private static partial Regex SourcePath();
}

/// <summary>docs/approvals/stages.md: the picture is the code.</summary>
public partial class Documents_of_the_stages
{
    private static readonly IReadOnlyList<Type> Stages =
    [
        .. typeof(Stage).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Stage)) && !type.IsAbstract),
    ];

    private static readonly IReadOnlyList<(string From, string To, string Step)> Arrows =
    [
        .. Arrow()
            .Matches(File.ReadAllText(Documents.PathOf("docs/approvals/stages.md")))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)),
    ];

    [Fact]
    public void Every_stage_is_drawn_and_no_other()
    {
        Arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().ShouldBe(Stages.Select(s => s.Name), ignoreOrder: true);
        Documents
            .Rows("docs/approvals/stages.md")
            .Select(row => row[0].Trim('`'))
            .Where(name => name is not ("stage" or "---"))
            .ShouldBe(Stages.Select(s => s.Name), ignoreOrder: true);
    }

    [Fact]
    public void Every_step_is_an_arrow_from_its_stage_and_every_arrow_is_a_step()
    {
        var steps = Stages.SelectMany(stage => StepsOf(stage).Select(step => $"{stage.Name}.{step.Name}"));
        Arrows.Select(arrow => $"{arrow.From}.{arrow.Step}").Distinct().ShouldBe(steps.Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void An_arrow_leads_to_what_its_step_returns()
    {
        foreach (var (from, to, step) in Arrows.Where(arrow => arrow.Step != nameof(Stage.LapseBy)))
        {
            var returned = Target(StepsOf(Stages.Single(s => s.Name == from)).Single(s => s.Name == step));
            Stages.Single(s => s.Name == to).IsAssignableTo(returned).ShouldBeTrue($"{from} --> {to} : {step}");
        }
    }

    [Fact]
    public void The_drawing_without_a_renderer_names_every_stage_too()
    {
        var drawing = File.ReadAllText(Documents.PathOf("docs/approvals/stages.md")).Split("```")[3];
        foreach (var stage in Stages)
            drawing.ShouldContain(stage.Name);
    }

    [Fact]
    public void Stages_are_made_by_stages()
    {
        // Only Stage.cs says "new Granted(…)": a use case asks the stage for its step. A receipt opens the first one.
        var made = new Regex($@"new ({string.Join('|', Stages.Select(s => s.Name))})\(");
        foreach (var file in Directory.GetFiles(Documents.PathOf("src/CountyHall.Approvals"), "*.cs", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) is "Stage.cs" or "Receipt.cs" || file.Contains("/obj/", StringComparison.Ordinal))
                continue;
            made.IsMatch(File.ReadAllText(file)).ShouldBeFalse(file);
        }
    }

    private static IEnumerable<MethodInfo> StepsOf(Type stage) =>
        stage
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => !method.Name.StartsWith('<') && !method.IsSpecialName)
            .Where(method =>
                Target(method) is { } target && target.IsAssignableTo(typeof(Stage))
                || method.Name == nameof(Stage.LapseBy) && method.DeclaringType != typeof(Stage)
            );

    private static Type Target(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } result && result.GetGenericTypeDefinition() == typeof(Result<>)
            ? result.GetGenericArguments()[0]
            : method.ReturnType;

    [GeneratedRegex(@"^\s+(\w+) --> (\w+) : (\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}

/// <summary>docs/events.md: every fact of a case and who records it.</summary>
public partial class Documents_of_the_facts
{
    private static readonly Type[] Types = typeof(ICaseFact).Assembly.GetTypes();

    private static readonly IReadOnlyList<string[]> Rows = [.. Documents.Rows("docs/events.md").Where(row => row[0].StartsWith('`'))];

    [Fact]
    public void Every_fact_of_a_case_is_listed_once()
    {
        var facts = Types.Where(type => type.IsAssignableTo(typeof(ICaseFact)) && !type.IsInterface).Select(type => type.Name);
        Rows.Where(row => row.Length == 3).Select(row => row[0].Trim('`')).ShouldBe(facts, ignoreOrder: true);
    }

    [Fact]
    public void Everything_that_is_named_exists()
    {
        var source = string.Concat(
            Directory
                .GetFiles(Documents.PathOf("src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );
        var names = TypeName().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();
        foreach (var row in Rows)
        foreach (var name in Name().Matches(row[0] + row[^2]).Select(match => match.Groups[1].Value))
            names.Contains(name).ShouldBeTrue(name);
    }

    [Fact]
    public void Every_use_case_is_named()
    {
        var text = File.ReadAllText(Documents.PathOf("docs/events.md"));
        foreach (var handler in ApprovalsModule.UseCases)
            text.ShouldContain($"`{handler.Name}`");
    }

    [GeneratedRegex(@"(?:class|record) (\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}

/// <summary>docs/glossary.md: the words are those of the code.</summary>
public partial class Documents_of_the_words
{
    [Fact]
    public void Every_identifier_exists()
    {
        var types = new[] { typeof(Stage).Assembly, typeof(Clock).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .ToLookup(t => t.Name);
        foreach (var row in Documents.Rows("docs/glossary.md"))
        foreach (var name in Identifier().Matches(row[^1]).Select(match => match.Groups[1].Value.Split('.')))
        {
            types[name[0]].ShouldNotBeEmpty(row[0]);
            if (name.Length == 2)
                types[name[0]].Any(type => type.GetMember(name[1]).Length > 0).ShouldBeTrue($"{row[0]}: {name[0]}.{name[1]}");
        }
    }

    [Fact]
    public void Every_stage_has_a_word()
    {
        var text = File.ReadAllText(Documents.PathOf("docs/glossary.md"));
        foreach (
            var stage in typeof(Stage)
                .Assembly.GetTypes()
                .Where(t => t.BaseType is { } up && up.IsAssignableTo(typeof(Stage)) && !t.IsAbstract)
        )
            if (stage.Name is not ("ReceivedAgain" or "ReadyToCollect")) // named after the stages beside them
                text.ShouldContain($"`{stage.Name}`");
    }

    [GeneratedRegex(@"`([\w.]+)`")]
    private static partial Regex Identifier();
}

internal static class Documents
{
    public static string PathOf(string path) => Path.Combine(Desk.Root.FullName, path);

    /// <summary>The rows of all tables of a page, cell by cell.</summary>
    public static IEnumerable<string[]> Rows(string page) =>
        File.ReadLines(PathOf(page))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());
}
