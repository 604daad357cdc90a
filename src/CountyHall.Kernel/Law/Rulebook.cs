using System.Reflection;
using System.Text.RegularExpressions;

namespace CountyHall.Kernel.Law;

/// <summary>法规数字表: every limit, count and share that the law or the county sets, with its article, level and dates.</summary>
/// <remarks>No legal number stands anywhere else. One file for each chapter; the page /admin/rulebook lists all of them.</remarks>
public static partial class Rulebook
{
    // Read on first use: a static initialiser here could run before those of the other files.
    private static readonly Lazy<IReadOnlyList<Limit>> Fields = new(() =>
        [
            .. typeof(Rulebook)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.FieldType == typeof(Limit))
                .Select(field => (Limit)field.GetValue(null)!)
                .OrderBy(limit => SortKey(limit.Id), StringComparer.Ordinal),
        ]
    );

    /// <summary>All limits, those no longer in force included, ordered by id.</summary>
    public static IReadOnlyList<Limit> All => Fields.Value;

    /// <summary>The limits that apply on a day.</summary>
    public static IEnumerable<Limit> InForce(DateOnly day) => All.Where(limit => limit.IsInForce(day));

    /// <summary>The limit of an id, such as a clock carries; none where the rulebook has no such id.</summary>
    public static Limit? Find(string id) => All.FirstOrDefault(limit => limit.Id == id);

    // Numbers compare as numbers: AP-3.8 comes before AP-3.20.
    private static string SortKey(string id) => Digits().Replace(id, number => number.Value.PadLeft(4, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
