using System.Text.RegularExpressions;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;

namespace CountyHall.Trading.Rules.Securities;

/// <summary>docs/trading/securities.md, docs/trading/registration.md and docs/events.md say what the code does.</summary>
public partial class Documents_of_registration_and_securities
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("docs/trading/securities.md", typeof(SecurityStage))]
    [InlineData("docs/trading/registration.md", typeof(RegistrationStage))]
    public void The_picture_has_every_stage_and_every_arrow_is_a_step(string page, Type stage)
    {
        var stages = stage.Assembly.GetTypes().Where(t => t.IsSubclassOf(stage) && !t.IsAbstract).ToList();
        var arrows = Arrow()
            .Matches(File.ReadAllText(Path.Combine(Root, page)))
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value))
            .ToList();
        arrows.SelectMany(a => (string[])[a.Item1, a.Item2]).Distinct().ShouldBe(stages.Select(t => t.Name), ignoreOrder: true);
        var steps = stages
            .SelectMany(from => from.GetMethods().Where(m => !m.IsStatic).Select(m => (from.Name, To: m.ReturnType)))
            .Where(step => step.To.IsSubclassOf(stage) && !step.To.IsAbstract && step.To.Name != step.Name)
            .Select(step => (step.Name, step.To.Name))
            .Distinct();
        arrows.ShouldBe(steps, ignoreOrder: true);
    }

    [Fact]
    public void Every_use_case_and_its_answer_stand_among_the_facts()
    {
        var events = File.ReadAllText(Path.Combine(Root, "docs/events.md"));
        foreach (
            var useCase in TradingModule.UseCases.Where(t =>
                t.Namespace!.EndsWith("Registrations", StringComparison.Ordinal)
                || t.Namespace.EndsWith("Securities", StringComparison.Ordinal)
            )
        )
        {
            events.ShouldContain($"`{useCase.Name}`");
            var answer = useCase.GetMethod("Handle")!.ReturnType.GetGenericArguments()[0].GetGenericArguments()[0];
            events.ShouldContain($"`{answer.Name}`");
        }
    }

    [Fact]
    public void Stages_are_kept_under_the_names_they_are_found_by()
    {
        foreach (var kind in (Type[])[typeof(SecurityStage), typeof(LineStage), typeof(OrderStage), typeof(RegistrationStage)])
        foreach (var derived in kind.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false))
        {
            var attribute = (System.Text.Json.Serialization.JsonDerivedTypeAttribute)derived;
            attribute.TypeDiscriminator.ShouldBe(Recording.KindOf(attribute.DerivedType));
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CountyHall.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }

    [GeneratedRegex(@"^\s+(\w+) --> (\w+)", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
