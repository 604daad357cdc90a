using System.Numerics;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

/// <summary>事项查找: by words of need, same meanings, pinyin and slips; with the count beside every filter, and why each was found.</summary>
/// <remarks>Holds the items in force on one day. It is never changed; <see cref="ItemCatalogue.Search"/> makes the next one.</remarks>
public sealed class ItemSearch
{
    private readonly ListedItem[] all;
    private readonly Lazy<SearchIndex> index;
    private readonly Filter[] filters;
    private readonly ulong[] everything;

    private enum By
    {
        Who,
        Visits,
        Online,
        SameCity,
        CaseKind,
        Theme,
        Office,
    }

    /// <summary>One filter: its values in order, each with the set of its items.</summary>
    private sealed record Filter(By By, IReadOnlyList<(string Value, Words Name, ulong[] Items)> Values);

    /// <param name="listed">In any order; shown without words by office and code, as the printed list has it.</param>
    public ItemSearch(IReadOnlyList<ListedItem> listed, SearchWords? words = null)
    {
        all =
        [
            .. listed
                .OrderBy(i => i.Guide.Body, StringComparer.Ordinal)
                .ThenBy(i => i.Guide.Code, StringComparer.Ordinal)
                .ThenBy(i => i.Item, StringComparer.Ordinal),
        ];
        index = new(() => new SearchIndex(all, words ?? SearchWords.None));
        everything = Set(_ => true);
        filters =
        [
            new(
                By.Who,
                [
                    Value("person", ("个人", "Person"), g => g.Applicants.Contains(ApplicantKind.Person)),
                    Value("firm", ("企业和组织", "Firm"), g => g.Applicants.Contains(ApplicantKind.Firm)),
                ]
            ),
            new(
                By.Visits,
                [
                    Value("0", ("零上门", "None"), g => g.Visits == 0),
                    Value("1", ("最多跑一次", "Once at most"), g => g.Visits <= 1),
                    Value("2", ("2 次以上", "2 or more"), g => g.Visits > 1),
                ]
            ),
            new(
                By.Online,
                [Value("yes", ("可以网上办", "Yes"), g => g.Online), Value("no", ("只在窗口办", "Counter only"), g => !g.Online)]
            ),
            new(
                By.SameCity,
                [
                    Value("yes", ("全县任一窗口", "Any counter"), g => g.SameCity),
                    Value("no", ("指定窗口", "Named counter"), g => !g.SameCity),
                ]
            ),
            new(
                By.CaseKind,
                [
                    Value("now", ("当场办结", "On the spot"), g => g.CaseKind == CaseKind.OnTheSpot),
                    Value("promised", ("承诺期限内办结", "Within days"), g => g.CaseKind == CaseKind.Promised),
                ]
            ),
            new(
                By.Theme,
                [
                    .. all.SelectMany(i => i.Guide.Themes)
                        .DistinctBy(t => t.Zh)
                        .Select(t => Value(t.Zh, t, g => g.Themes.Any(other => other.Zh == t.Zh))),
                ]
            ),
            new(By.Office, [.. all.DistinctBy(i => i.Guide.Body).Select(i => Value(i.Guide.Body, i.Office, g => g.Body == i.Guide.Body))]),
        ];
    }

    /// <summary>Builds the index now rather than with the first question.</summary>
    public ItemSearch Ready()
    {
        _ = index.Value;
        return this;
    }

    public IReadOnlyList<ListedItem> All => all;

    /// <summary>What matches, the best first.</summary>
    public ItemsFound Find(ItemQuery query)
    {
        var meant = false;
        List<Fit>? fits = string.IsNullOrWhiteSpace(query.Words) ? null : index.Value.Find(query.Words.Trim(), out meant);
        var byWords = fits is null ? everything : Set(fits.Select(f => f.Item));
        var chosen = Chosen(query);
        var matching = With(byWords, chosen, except: null);
        List<Fit> rows = fits is null ? [] : [.. fits.Where(f => Has(matching, f.Item))];
        return new ItemsFound(this, query, rows, matching, byWords, meant);
    }

    /// <summary>How many there would be with this query.</summary>
    public int Count(ItemQuery query) => Find(query).Count;

    // ---- what ItemsFound asks ----

    internal FoundItem Row(Fit fit)
    {
        var of = index.Value[fit.Phrase];
        return new(all[fit.Item], of.By, Cut(of, fit.InPhrase), Cut(index.Value.NameOf(fit.Item), fit.InName), fit.Score);
    }

    internal FoundItem Row(int item) =>
        new(all[item], FoundBy.Name, [new(all[item].Guide.Name.Zh, false)], [new(all[item].Guide.Name.Zh, false)], 0);

    internal IReadOnlyList<FoundItem> Nearest(string words, int most) => [.. index.Value.Nearest(words, most).Select(Row)];

    internal string SlugOf(int item) => all[item].Item;

    internal Facets Facets(ItemQuery query, ulong[] byWords)
    {
        var chosen = Chosen(query);
        return new(Of(By.Who), Of(By.Visits), Of(By.Online), Of(By.SameCity), Of(By.CaseKind), Of(By.Theme), Of(By.Office));

        Facet Of(By by)
        {
            var others = With(byWords, chosen, except: by);
            return new(Size(others), [.. filters[(int)by].Values.Select(v => new FacetValue(v.Value, v.Name, Size(others, v.Items)))]);
        }
    }

    internal static IEnumerable<int> Members(ulong[] set)
    {
        for (var block = 0; block < set.Length; block++)
        for (var bits = set[block]; bits != 0; bits &= bits - 1)
            yield return (block * 64) + BitOperations.TrailingZeroCount(bits);
    }

    internal static int Size(ulong[] set) => set.Sum(BitOperations.PopCount);

    // ---- sets of items, a bit each ----

    private static int Size(ulong[] a, ulong[] b)
    {
        var size = 0;
        for (var block = 0; block < a.Length; block++)
            size += BitOperations.PopCount(a[block] & b[block]);
        return size;
    }

    private static bool Has(ulong[] set, int item) => (set[item >> 6] & (1UL << (item & 63))) != 0;

    private (string Value, Words Name, ulong[] Items) Value(string value, Words name, Func<ServiceGuide, bool> has) =>
        (value, name, Set(i => has(all[i].Guide)));

    private ulong[] Set(Func<int, bool> has) => Set(Enumerable.Range(0, all.Length).Where(has));

    private ulong[] Set(IEnumerable<int> items)
    {
        var set = new ulong[(all.Length + 63) / 64];
        foreach (var item in items)
            set[item >> 6] |= 1UL << (item & 63);
        return set;
    }

    /// <summary>The value chosen of each filter, as the addresses write it; none where it is left open.</summary>
    private static string?[] Chosen(ItemQuery query) =>
        [
            query.Who switch
            {
                ApplicantKind.Person => "person",
                ApplicantKind.Firm => "firm",
                _ => null,
            },
            query.Visits?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            YesNo(query.Online),
            YesNo(query.SameCity),
            query.CaseKind switch
            {
                CaseKind.OnTheSpot => "now",
                CaseKind.Promised => "promised",
                _ => null,
            },
            query.Theme,
            query.Office,
        ];

    private static string? YesNo(bool? asked) =>
        asked switch
        {
            true => "yes",
            false => "no",
            _ => null,
        };

    private ulong[] With(ulong[] byWords, string?[] chosen, By? except)
    {
        var left = (ulong[])byWords.Clone();
        foreach (var filter in filters)
        {
            if (filter.By == except || chosen[(int)filter.By] is not { } value)
                continue;
            // A value that no item has (an old address) leaves nothing, and the page says so.
            var items = filter.Values.FirstOrDefault(v => v.Value == value).Items ?? new ulong[left.Length];
            for (var block = 0; block < left.Length; block++)
                left[block] &= items[block];
        }
        return left;
    }

    private static List<Marked> Cut(Phrase phrase, ulong units)
    {
        var parts = new List<Marked>();
        var at = 0;
        for (var i = 0; i < phrase.Units.Count; i++)
        {
            var unit = phrase.Units[i];
            if ((units & (1UL << i)) == 0)
                continue;
            if (unit.Start > at)
                parts.Add(new(phrase.Text[at..unit.Start], false));
            var end = unit.Start + unit.Length;
            if (parts.Count > 0 && parts[^1].Hit && unit.Start == at)
                parts[^1] = new(parts[^1].Text + phrase.Text[unit.Start..end], true);
            else
                parts.Add(new(phrase.Text[unit.Start..end], true));
            at = end;
        }
        if (at < phrase.Text.Length)
            parts.Add(new(phrase.Text[at..], false));
        return parts;
    }
}

/// <summary>The answer to one query: a page at a time, and the counts beside the filters.</summary>
public sealed class ItemsFound
{
    private readonly ItemSearch search;
    private readonly ItemQuery query;
    private readonly List<Fit> fits;
    private readonly ulong[] byWords;
    private readonly int[] order;

    internal ItemsFound(ItemSearch search, ItemQuery query, List<Fit> fits, ulong[] matching, ulong[] byWords, bool meant)
    {
        (this.search, this.query, this.fits, this.byWords, Count) = (search, query, fits, byWords, ItemSearch.Size(matching));
        order = fits.Count > 0 ? [.. fits.Select(f => f.Item)] : [.. ItemSearch.Members(matching)];
        if (meant && fits.Count > 0 && search.Row(fits[0]) is { By: FoundBy.Name or FoundBy.AlsoCalled } first)
            Meant = string.Concat(first.Text.Select(t => t.Text));
    }

    public int Count { get; }

    /// <summary>您是不是要找: the words of the catalogue that were taken instead of the letters typed.</summary>
    public string? Meant { get; }

    public Facets Facets => search.Facets(query, byWords);

    /// <summary>Everything found; a list for pages is a <see cref="Page"/>.</summary>
    public IEnumerable<ListedItem> All => order.Select(item => search.All[item]);

    /// <summary>What comes nearest to the words, the filters aside, for somebody who found nothing.</summary>
    public IReadOnlyList<FoundItem> Nearest(int most) =>
        string.IsNullOrWhiteSpace(query.Words) ? [] : search.Nearest(query.Words.Trim(), most);

    /// <summary>The rows after an item, by its key; from the first where it is not among them any more.</summary>
    public FoundPage Page(string? after, int rows)
    {
        var first = string.IsNullOrEmpty(after) ? 0 : Array.FindIndex(order, item => search.SlugOf(item) == after) + 1;
        if (first >= order.Length)
            first = 0;
        var last = Math.Min(first + rows, order.Length);
        return new(
            [.. Enumerable.Range(first, last - first).Select(at => fits.Count > 0 ? search.Row(fits[at]) : search.Row(order[at]))],
            first,
            first == 0 ? null
                : first > rows ? search.SlugOf(order[first - rows - 1])
                : "",
            last < order.Length ? search.SlugOf(order[last - 1]) : null
        );
    }
}
