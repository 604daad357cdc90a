using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

/// <summary>What somebody looks for among the items; every part may be left open.</summary>
/// <param name="Words">In everyday words, in pinyin or in English: 开个饭店, kaifandian, kfd, restaurant.</param>
/// <param name="Office">Key of the implementing office.</param>
/// <param name="Visits">0 = 零上门, 1 = 最多跑一次 (those without a visit among them), 2 = more than once.</param>
/// <param name="Theme">The Chinese name of the theme.</param>
public sealed record ItemQuery(
    string? Words = null,
    ApplicantKind? Who = null,
    string? Office = null,
    bool? Online = null,
    int? Visits = null,
    string? Theme = null,
    bool? SameCity = null,
    CaseKind? CaseKind = null
);

/// <summary>An item in force with the name of its office, as lists show it.</summary>
public sealed record ListedItem(ItemVersion Version, Words Office)
{
    public ServiceGuide Guide => Version.Guide;
    public string Item => Version.Item;
}

/// <summary>By which of its texts an item was found.</summary>
public enum FoundBy
{
    Name,

    /// <summary>叫法: one of the everyday words of the guide.</summary>
    AlsoCalled,
    Result,
    Office,
    Theme,

    /// <summary>常见问题</summary>
    Question,
    Code,
}

/// <summary>A part of a text, and whether it is what was looked for.</summary>
public readonly record struct Marked(string Text, bool Hit);

/// <summary>An item that was found, and why.</summary>
/// <param name="Text">The text that fits best, cut where the words looked for begin and end.</param>
/// <param name="Score">How well it fits; only the order means anything.</param>
public sealed record FoundItem(ListedItem Listed, FoundBy By, IReadOnlyList<Marked> Text, IReadOnlyList<Marked> NameZh, double Score)
{
    public ServiceGuide Guide => Listed.Guide;
    public string Item => Listed.Item;
    public Words Office => Listed.Office;
}

/// <summary>One value of a filter and how many items there would be with it, the other filters as they are.</summary>
public sealed record FacetValue(string Value, Words Name, int Count);

/// <param name="Open">How many there are with this filter left open.</param>
public sealed record Facet(int Open, IReadOnlyList<FacetValue> Values);

/// <summary>Counts beside every filter.</summary>
public sealed record Facets(Facet Who, Facet Visits, Facet Online, Facet SameCity, Facet CaseKind, Facet Theme, Facet Office);

/// <summary>One page of a list in order.</summary>
/// <param name="First">Place of the first row, from 0.</param>
/// <param name="Before">The key after which the page before begins; empty for the first page; none where this is the first.</param>
/// <param name="After">The key after which the next page begins; none where this is the last.</param>
public sealed record FoundPage(IReadOnlyList<FoundItem> Rows, int First, string? Before, string? After);
