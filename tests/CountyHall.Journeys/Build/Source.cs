using System.Text.RegularExpressions;

namespace CountyHall.Journeys.Build;

/// <summary>The source as it lies in the repository, for rules that no compiler checks.</summary>
public static class Source
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

    /// <summary>The files in which the text stands, comments left out.</summary>
    public static IEnumerable<string> Where(string pattern) =>
        Files.Where(f => f.Text.Split('\n').Any(line => Regex.IsMatch(Code(line), pattern))).Select(f => f.Path);

    private static string Code(string line) => Regex.Replace(line, @"^\s*//.*$|\s//\s.*$", "");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CountyHall.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }
}
