using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>In what an item differs from the higher-level list.</summary>
public enum DifferenceKind
{
    /// <summary>目录有、本县没有</summary>
    MissingHere,

    /// <summary>本县有、目录没有</summary>
    MissingThere,
    Name,
    Kind,
    LegalLimit,
    Visits,
}

/// <param name="Item">The county's item; none where the county has not got it.</param>
/// <param name="Code">Base code, 12 places.</param>
/// <param name="What">In what they differ.</param>
/// <param name="County">What the county has.</param>
/// <param name="List">What the list has.</param>
public sealed record ListDifference(DifferenceKind Kind, string? Item, string Code, Words Name, Words What, Words County, Words List);

/// <summary>与上级目录比对: item by item, by the base code.</summary>
public static class ListComparison
{
    private static readonly Words Nothing = ("没有", "none");

    /// <summary>Every difference between the items in force and the list, those of one item together.</summary>
    /// <remarks>Invented items of a generated year are no part of a real county's list and are left out.</remarks>
    public static IReadOnlyList<ListDifference> Of(IEnumerable<ItemVersion> inForce, HigherList list)
    {
        var here = inForce.Where(v => v.Guide.MadeFrom is null).OrderBy(v => v.Item, StringComparer.Ordinal).ToList();
        var codes = here.Select(v => BaseCode(v.Guide)).ToHashSet();
        var entries = ByCode(list);
        return
        [
            .. list
                .Entries.Where(e => !codes.Contains(e.Code))
                .Select(e => new ListDifference(
                    DifferenceKind.MissingHere,
                    null,
                    e.Code,
                    e.Name,
                    Says(DifferenceKind.MissingHere),
                    Nothing,
                    e.Name
                )),
            .. here.SelectMany(v => Compare(v.Item, v.Guide, entries)),
        ];
    }

    /// <summary>The differences of one guide, released or not.</summary>
    public static IReadOnlyList<ListDifference> OfOne(string item, ServiceGuide guide, HigherList list) =>
        [.. Compare(item, guide, ByCode(list))];

    public static Words Says(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.MissingHere => ("目录有、本县没有", "In the list, not here"),
            DifferenceKind.MissingThere => ("本县有、目录没有", "Here, not in the list"),
            DifferenceKind.Name => ("名称", "Name"),
            DifferenceKind.Kind => ("事项类型", "Kind"),
            DifferenceKind.LegalLimit => ("法定期限", "Legal limit"),
            _ => ("跑动次数", "Visits"),
        };

    /// <summary>The last 12 places of the implementation code; empty where the code is too short.</summary>
    public static string BaseCode(ServiceGuide guide) => guide.Code.Length == 31 ? guide.Code[19..] : "";

    private static Dictionary<string, ListEntry> ByCode(HigherList list) => list.Entries.ToDictionary(e => e.Code);

    private static IEnumerable<ListDifference> Compare(string item, ServiceGuide guide, Dictionary<string, ListEntry> entries)
    {
        var code = BaseCode(guide);
        if (!entries.TryGetValue(code, out var entry))
        {
            yield return Differs(DifferenceKind.MissingThere, guide.Name, Nothing);
            yield break;
        }
        if (guide.Name.Zh != entry.Name.Zh)
            yield return Differs(DifferenceKind.Name, guide.Name, entry.Name);
        if (guide.Kind != entry.Kind)
            yield return Differs(DifferenceKind.Kind, ItemKinds.Name(guide.Kind), ItemKinds.Name(entry.Kind));
        if (guide.LegalLimit?.WorkingDays != entry.LegalLimitDays)
            yield return Differs(DifferenceKind.LegalLimit, Days(guide.LegalLimit?.WorkingDays), Days(entry.LegalLimitDays));
        if (guide.Visits != entry.Visits)
            yield return Differs(DifferenceKind.Visits, Times(guide.Visits), Times(entry.Visits));

        ListDifference Differs(DifferenceKind kind, Words county, Words there) =>
            new(kind, item, code, guide.Name, Says(kind), county, there);
    }

    private static Words Days(int? days) =>
        days is { } n ? ($"{n} 个工作日", n == 1 ? "1 working day" : $"{n} working days") : ("未规定", "none set");

    private static Words Times(int visits) => ($"{visits} 次", $"{visits}");
}
