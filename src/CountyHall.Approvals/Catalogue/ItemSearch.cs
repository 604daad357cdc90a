namespace CountyHall.Approvals.Catalogue;

/// <summary>What somebody looks for among the items; every part may be left open.</summary>
/// <param name="Words">In everyday words: 开个饭店.</param>
/// <param name="Office">Key of the implementing office.</param>
/// <param name="Visits">0 = 零上门, 1 = 最多跑一次, 2 = more.</param>
/// <param name="Theme">The Chinese name of the theme.</param>
public sealed record ItemQuery(
    string? Words = null,
    ApplicantKind? Who = null,
    string? Office = null,
    bool? Online = null,
    int? Visits = null,
    string? Theme = null
);

/// <summary>An item in force with the name of its office, as lists show it.</summary>
public sealed record ListedItem(ItemVersion Version, Kernel.Results.Words Office)
{
    public ServiceGuide Guide => Version.Guide;
    public string Item => Version.Item;
}

/// <summary>事项查找: names, everyday words, offices and themes; counts for each filter; nearest names where nothing matches.</summary>
public sealed class ItemSearch(IReadOnlyList<ListedItem> all)
{
    /// <summary>What matches, the best first; without words by office and code, as the printed list has it.</summary>
    public IReadOnlyList<ListedItem> Find(ItemQuery query) =>
        [
            .. all.Where(item => Matches(item, query))
                .OrderBy(item => Rank(item, query.Words))
                .ThenBy(item => item.Guide.Body, StringComparer.Ordinal)
                .ThenBy(item => item.Guide.Code, StringComparer.Ordinal)
                .ThenBy(item => item.Item, StringComparer.Ordinal),
        ];

    /// <summary>How many there would be with this query.</summary>
    public int Count(ItemQuery query) => all.Count(item => Matches(item, query));

    /// <summary>Names that share the most pairs of characters with the words, for somebody who found nothing.</summary>
    public IReadOnlyList<ListedItem> Nearest(string words, int most)
    {
        var wanted = Pairs(words);
        return
        [
            .. all.Select(item => (Item: item, Likeness: Names(item).Max(name => Likeness(wanted, Pairs(name)))))
                .Where(found => found.Likeness > 0)
                .OrderByDescending(found => found.Likeness)
                .ThenBy(found => found.Item.Item, StringComparer.Ordinal)
                .Take(most)
                .Select(found => found.Item),
        ];
    }

    private static bool Matches(ListedItem item, ItemQuery query) =>
        (query.Who is not { } who || item.Guide.Applicants.Contains(who))
        && (query.Office is not { } office || item.Guide.Body == office)
        && (query.Online is not { } online || item.Guide.Online == online)
        && (query.Visits is not { } visits || Math.Min(item.Guide.Visits, 2) == visits)
        && (query.Theme is not { } theme || item.Guide.Themes.Any(t => t.Zh == theme))
        && Rank(item, query.Words) is not null;

    /// <summary>0 = the name itself or an everyday word for it, larger = further off; none where the words do not fit.</summary>
    private static int? Rank(ListedItem item, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return 0;
        var whole = words.Trim();
        // «我想开个饭店»: a need in a whole sentence holds the everyday word.
        if (item.Guide.AlsoCalled.Any(also => Same(also, whole)) || Same(item.Guide.Name.Zh, whole) || Same(item.Guide.Name.En, whole))
            return 0;
        if (item.Guide.AlsoCalled.Any(also => Holds(whole, also)))
            return 1;
        var parts = whole.Split([' ', '\u3000', ',', '，'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.All(part => Names(item).Any(name => Holds(name, part))))
            return 2;
        return parts.All(part => Names(item).Concat(Surroundings(item)).Any(text => Holds(text, part))) ? 3 : null;
    }

    private static IEnumerable<string> Names(ListedItem item) => [item.Guide.Name.Zh, item.Guide.Name.En, .. item.Guide.AlsoCalled];

    private static IEnumerable<string> Surroundings(ListedItem item) =>
        [
            item.Office.Zh,
            item.Office.En,
            item.Guide.Code,
            item.Guide.Result.Name.Zh,
            item.Guide.Result.Name.En,
            .. item.Guide.Themes.SelectMany(theme => (string[])[theme.Zh, theme.En]),
        ];

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Pairs(string text)
    {
        var plain = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return [.. Enumerable.Range(0, Math.Max(0, plain.Length - 1)).Select(i => plain.Substring(i, 2))];
    }

    private static double Likeness(HashSet<string> wanted, HashSet<string> name)
    {
        var both = wanted.Count(name.Contains);
        return both == 0 ? 0 : 2.0 * both / (wanted.Count + name.Count);
    }
}
