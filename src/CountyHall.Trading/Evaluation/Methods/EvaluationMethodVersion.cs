using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Evaluation.Methods;

/// <summary>评标办法的一个版本: the parameters by which the county evaluates where a document says nothing else.</summary>
/// <param name="From">First day of announcements to which it applies.</param>
/// <param name="To">Last such day; none while in force.</param>
/// <param name="Parameters">See docs/trading/evaluation.md for every key.</param>
public sealed record EvaluationMethodVersion(
    string Id,
    Words Name,
    DateOnly From,
    DateOnly? To,
    IReadOnlyDictionary<string, string> Parameters,
    Provision Basis
)
{
    public bool IsInForce(DateOnly day) => From <= day && !(To < day);

    /// <summary>The versions of the demonstration county, all numbers in them invented.</summary>
    /// <remarks>The city's measure of 2020 was looked for and not found: a county enters its own here, by date, and never changes a line that was in force.</remarks>
    public static readonly IReadOnlyList<EvaluationMethodVersion> All =
    [
        new(
            "county-works-1",
            ("示例评标办法第一版", "Example evaluation method, version 1"),
            new(2017, 1, 1),
            new(2020, 6, 30),
            With(("benchmark-trim-from", "5"), ("low-price-percent", "85")),
            Laws.CountySettings.At("评标办法第一版", "evaluation method, version 1")
        ),
        new(
            "county-works-2",
            ("示例评标办法第二版", "Example evaluation method, version 2"),
            new(2020, 7, 1),
            null,
            With(("benchmark-trim-from", "0"), ("low-price-percent", "80")),
            Laws.CountySettings.At("评标办法第二版", "evaluation method, version 2")
        ),
    ];

    /// <summary>The version that a tender announced on a day keeps to its end.</summary>
    public static EvaluationMethodVersion For(DateOnly announced) =>
        All.FirstOrDefault(v => v.IsInForce(announced)) ?? (announced < All[0].From ? All[0] : All[^1]);

    private static Dictionary<string, string> With(params (string Key, string Value)[] own)
    {
        Dictionary<string, string> all = new(EvaluationRules.Usual);
        foreach (var (key, value) in own)
            all[key] = value;
        return all;
    }
}
