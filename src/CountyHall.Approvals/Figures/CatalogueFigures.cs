using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Figures;

/// <summary>事项的数字: how many items there are at the cut-off, how they are flagged, where they are taken, which are public.</summary>
public sealed class CatalogueFigures(ItemCatalogue catalogue) : FigureChapter
{
    private const string Section = "1.1.1.2";
    private const string Items = "ApprovalItem";
    private const string Placements = "ItemPlacement";
    private const string Publications = "ItemPublication";

    private static readonly Words Unit = ("项", "items");
    private static readonly Words Percent = ("%", "%");

    public override IReadOnlyList<Figure> Figures => [.. Counts(), .. Places(), Published()];

    private RecordSet All => Set("items", ("在用事项", "Items in force"), [Items], _ => true);
    private RecordSet Once =>
        Set("at-most-once", ("实现最多跑一次的事项", "Items realised at most one visit"), [Items], i => i.IsAtMostOnce);
    private RecordSet OnceTownship =>
        Set(
            "at-most-once-township",
            ("镇（街道）实现最多跑一次的事项", "Township items realised"),
            [Items],
            i => i.IsAtMostOnce && i.IsTownship
        );
    private RecordSet OnceCounty =>
        Set("at-most-once-county", ("县级实现最多跑一次的事项", "County items realised"), [Items], i => i.IsAtMostOnce && !i.IsTownship);
    private RecordSet InCentre =>
        Set(
            "in-centre",
            ("县级已实现、在中心或分中心办理的事项", "County items realised and taken in the centre or a branch"),
            [Items, Placements],
            i => i.IsAtMostOnce && !i.IsTownship && i.IsInCentre
        );
    private RecordSet InTownCentre =>
        Set(
            "in-town-centre",
            ("镇（街道）已实现、在便民服务中心办理的事项", "Township items realised and taken in the town centres"),
            [Items, Placements],
            i => i.IsAtMostOnce && i.IsTownship && i.Place == EntryPlace.Town
        );

    private IEnumerable<Figure> Counts()
    {
        yield return Count(
            "items.total",
            ("到部门办事的事项", "Items that people come for"),
            (
                "截止日在用的事项，县、镇（街道）两级都算；镇（街道）的事项按目录算一次，不按镇重复算。已取消的和还没有开始的不算。",
                "Items in force at the cut-off, county and township levels; a township item counts once and not once for each town. Ended items and items that have not begun do not count."
            ),
            All
        );
        yield return Count(
            "items.mpy.total",
            ("实现最多跑一次的事项", "Items realised at most one visit"),
            (
                "在用事项里，截止日办成一件至多跑一次的（含零上门）。",
                "Of the items in force, those that take at most one visit at the cut-off, none included."
            ),
            Once,
            "items.mpy.total == items.mpy.county + items.mpy.township"
        );
        yield return Share(
            "items.mpy.rate",
            ("最多跑一次实现率", "Share realised"),
            ("实现最多跑一次的事项 ÷ 在用事项。", "Items realised, divided by the items in force."),
            Once,
            All,
            "0.0",
            "round(100*items.mpy.total/items.total,1) == items.mpy.rate"
        );
        yield return Count(
            "items.mpy.county",
            ("其中县级部门", "Of these, of county departments"),
            ("实现最多跑一次的事项里，由县级部门实施的。", "Of the items realised, those that county departments carry out."),
            OnceCounty
        );
        yield return Count(
            "items.mpy.county.zero_visit",
            ("县级零上门", "County items without any visit"),
            (
                "县级已实现的事项里，一次都不用跑的：网上申请，结果寄送或电子送达。",
                "Of the county items realised, those without any visit: applied for online, the result posted or electronic."
            ),
            Set("zero-visit", ("县级零上门的事项", "County items without any visit"), [Items], i => !i.IsTownship && i.IsZeroVisit),
            "items.mpy.county.zero_visit <= items.mpy.county"
        );
        yield return Count(
            "items.mpy.county.same_city",
            ("县级同城通办", "County items taken anywhere in the county"),
            (
                "县级已实现的事项里，不论申请人住址，全县任何中心都能办的。",
                "Of the county items realised, those that every centre of the county takes, wherever the applicant lives."
            ),
            Set(
                "same-city",
                ("县级同城通办的事项", "County items taken anywhere in the county"),
                [Items],
                i => !i.IsTownship && i.IsSameCity
            ),
            "items.mpy.county.same_city <= items.mpy.county"
        );
        yield return Count(
            "items.mpy.township",
            ("其中镇（街道）", "Of these, of towns and streets"),
            ("实现最多跑一次的事项里，由镇（街道）实施的。", "Of the items realised, those that towns and streets carry out."),
            OnceTownship
        );
    }

    private IEnumerable<Figure> Places()
    {
        yield return Count(
            "items.in_centre.county",
            ("县级进驻事项", "County items taken in the centre"),
            (
                "县级已实现的事项里，截止日在县中心或分中心办理、不在部门自己地方办理的。",
                "Of the county items realised, those taken in the county centre or a branch at the cut-off, and not at the department's own premises."
            ),
            InCentre,
            "items.in_centre.county <= items.mpy.county"
        );
        yield return Share(
            "items.in_centre.rate",
            ("进驻率", "Share taken in the centre"),
            (
                "县级进驻事项 ÷ 实现最多跑一次的事项（分母含镇街，与年报口径一致）。只按县级算的另列一项。",
                "County items in the centre, divided by all items realised, towns included, as the report reckons. The rate of county items alone is a figure of its own."
            ),
            InCentre,
            Once,
            "0.0",
            "round(100*items.in_centre.county/items.mpy.total,1) == items.in_centre.rate"
        );
        yield return Share(
            "items.in_centre.county.rate",
            ("县级进驻率", "Share of county items taken in the centre"),
            (
                "县级进驻事项 ÷ 县级实现最多跑一次的事项。年报没有采用这个口径。",
                "County items in the centre, divided by the county items realised. The report does not use it."
            ),
            InCentre,
            OnceCounty,
            "0.0",
            null
        );
        yield return Count(
            "items.in_centre.township",
            ("镇（街道）纳入事项", "Township items taken in the town centres"),
            (
                "镇（街道）已实现的事项里，截止日在镇（街道）便民服务中心办理的。",
                "Of the township items realised, those taken in the town service centres at the cut-off."
            ),
            InTownCentre,
            "items.in_centre.township == items.mpy.township"
        );
        yield return Share(
            "items.in_centre.township.rate",
            ("镇（街道）纳入率", "Share of township items taken there"),
            (
                "镇（街道）纳入事项 ÷ 镇（街道）已实现的事项。",
                "Township items in the town centres, divided by the township items realised."
            ),
            InTownCentre,
            OnceTownship,
            "word:全部",
            "100*items.in_centre.township/items.mpy.township == items.in_centre.township.rate"
        );
    }

    private Figure Published() =>
        Share(
            "items.published.rate",
            ("网上公开率", "Share of items published"),
            (
                "已实现的事项里，截止日现行版本在网上公开的 ÷ 已实现的事项。",
                "Of the items realised, those whose version in force has its public page up at the cut-off, divided by the items realised."
            ),
            Set("published", ("已公开的事项", "Items published"), [Items, Publications], i => i.IsAtMostOnce && i.IsPublished),
            Once,
            "word:全部",
            null
        );

    private static Figure Count(string id, Words name, Words definition, RecordSet set, string? check = null) =>
        new(id, Section)
        {
            Name = name,
            Definition = definition,
            Unit = Unit,
            Print = new("0"),
            Measure = new CountOf(set),
            Check = check is null ? null : new(check),
        };

    private static Figure Share(string id, Words name, Words definition, RecordSet part, RecordSet whole, string print, string? check) =>
        new(id, Section)
        {
            Name = name,
            Definition = definition,
            Unit = Percent,
            Print = new(print),
            Measure = new ShareOf(part, whole),
            Check = check is null ? null : new(check),
        };

    private RecordSet Set(string key, Words name, IReadOnlyList<string> types, Func<ItemStanding, bool> isIn) =>
        new(
            key,
            name,
            types,
            async scope => (await ItemStanding.All(scope, catalogue)).Count(isIn),
            async (scope, after, most) =>
                [
                    .. (await ItemStanding.All(scope, catalogue))
                        .Where(item => isIn(item) && (after is null || string.CompareOrdinal(item.Version.Item, after) > 0))
                        .Take(most)
                        .Select(item => new RecordKey(item.Version.Item, item.Version.Guide.Name, $"/items/{item.Version.Item}")),
                ]
        );
}
