using CountyHall.Kernel.Figures;

namespace CountyHall.Web.Demonstration.Years;

/// <summary>The printed values that a generated year leads to: a table of id, value and print form, given to the generator alone.</summary>
public sealed class YearTargets
{
    private readonly Dictionary<string, (Fraction Value, int Decimals)> values = [];

    /// <summary>The table that travels with the demonstration; none for a year without one.</summary>
    public static string? FileOf(int year) =>
        Path.Combine(DemonstrationCounty.Folder, "years", $"{year}", "targets.tsv") is var file && File.Exists(file) ? file : null;

    /// <exception cref="FormatException">A line is not id, value and print form.</exception>
    public static YearTargets Read(IEnumerable<string> lines)
    {
        var table = new YearTargets();
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#').Skip(1))
        {
            if (line.Split('\t') is not [var id, var text, var print] || !Fraction.TryParse(text, out var value))
                throw new FormatException($"A line of a target table is id, value and print form, with tabs between: {line}");
            table.values[id] = (value, print.Contains('.', StringComparison.Ordinal) ? print.Length - 2 : 0);
        }
        return table;
    }

    public int Count(string id) => (int)this[id].Numerator;

    public Fraction this[string id] =>
        values.TryGetValue(id, out var known) ? known.Value : throw new TargetsCannotBeReachedException($"the target table has no {id}");

    public int Decimals(string id) => values[id].Decimals;
}
