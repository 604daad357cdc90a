using System.CommandLine;
using System.Text.Json;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall guide lint FILE...</c>: what a guide may not say, and what it leaves out.</summary>
internal static class GuideCommand
{
    private static readonly JsonSerializerOptions Readable = new(Recording.Json) { WriteIndented = true, IgnoreReadOnlyProperties = false };

    public static Command Make()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Guide files: a guide alone, or with slug, version and effectiveFrom around it; - is the standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "text (one finding a line, tab between the parts) or json.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var english = new Option<bool>("--english") { Description = "Findings in English." };
        var lint = new Command(
            "lint",
            "Prints every finding with its place, rule, clause and a better wording. Exit code 1 where a guide may not be published."
        )
        {
            files,
            format,
            english,
        };
        lint.SetAction(asked => Print(asked.GetValue(files)!, asked.GetValue(format)!, asked.GetValue(english)));
        var rules = new Command("rules", "Prints every rule: its id, its weight, its clause, and what it asks.") { english };
        rules.SetAction(asked =>
        {
            foreach (var rule in GuideCheck.Rules)
                Console.WriteLine(
                    string.Join(
                        '\t',
                        rule.Id,
                        Weight(rule),
                        rule.Clause.Named.In(asked.GetValue(english)),
                        rule.Asks.In(asked.GetValue(english))
                    )
                );
        });
        return new Command("guide", "Service guides.") { lint, rules };
    }

    private static int Print(IReadOnlyList<string> files, string format, bool english)
    {
        var found = new List<(string File, GuideFinding Finding)>();
        foreach (var file in files)
        {
            string text;
            try
            {
                text = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{file}: {fault.Message}");
                return 2;
            }
            found.AddRange(GuideCheck.Read(text).Findings.Select(f => (file, f)));
        }
        if (format == "json")
            Console.WriteLine(
                JsonSerializer.Serialize(
                    found.Select(f => new
                    {
                        f.File,
                        f.Finding.Path,
                        f.Finding.Place,
                        Rule = f.Finding.Rule.Id,
                        Weight = Weight(f.Finding.Rule),
                        Clause = f.Finding.Rule.Clause.Named,
                        f.Finding.Wrong,
                        f.Finding.Better,
                    }),
                    Readable
                )
            );
        else
            foreach (var (file, finding) in found)
                Console.WriteLine(
                    string.Join(
                        '\t',
                        file,
                        finding.Path,
                        Weight(finding.Rule),
                        finding.Rule.Id,
                        Say(finding.Rule.Clause.Named),
                        Say(finding.Place),
                        Say(finding.Wrong),
                        Say(finding.Better)
                    )
                );
        return found.Any(f => f.Finding.Refuses) ? 1 : 0;

        string Say(Words words) => words.In(english).Replace('\t', ' ').Replace('\n', ' ');
    }

    private static string Weight(GuideRule rule) => rule.Weight == FindingWeight.Refuses ? "refuses" : "advice";
}
