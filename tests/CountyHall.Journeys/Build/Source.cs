using System.Text.RegularExpressions;

namespace CountyHall.Journeys.Build;

/// <summary>The source as it lies in the repository, for rules that no compiler checks.</summary>
public static partial class Source
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every source file of the product, by its path from the root; generated and migration files are left out.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Root, f))
            .Where(f => !Regex.IsMatch(f, @"/(obj|bin)/|CountyHall\.Migrations\."))
            .Select(f => (f, File.ReadAllText(Path.Combine(Root, f)))),
    ];

    private static readonly Lazy<IReadOnlyList<(string Path, string Code)>> WithoutComments = new(() =>
        [.. Files.Select(f => (f.Path, string.Join('\n', f.Text.Split('\n').Select(Code))))]
    );

    /// <summary>The files in which a line has the text, comments left out.</summary>
    public static IEnumerable<string> Where(string pattern)
    {
        var text = new Regex(pattern, RegexOptions.Multiline);
        // The whole file is asked first: most hold nothing like it, and only then is it taken line by line.
        return WithoutComments
            .Value.Where(f => text.IsMatch(f.Code) && f.Code.Split('\n').Any(line => text.IsMatch(line)))
            .Select(f => f.Path);
    }

    private static string Code(string line) => line.Contains("//", StringComparison.Ordinal) ? Comment().Replace(line, "") : line;

    [GeneratedRegex(@"^\s*//.*$|\s//\s.*$")]
    private static partial Regex Comment();

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CountyHall.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }
}
