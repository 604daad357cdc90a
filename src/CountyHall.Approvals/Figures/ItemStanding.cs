using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Figures;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Figures;

/// <summary>An item as it stood on a day: the version in force, where it was taken, whether its page was up.</summary>
public sealed record ItemStanding(ItemVersion Version, EntryPlace? Place, bool IsPublished)
{
    // 行使层级, the 19th place of the implementation code: 5 town, 6 village. An item counts at the level of its owner.
    public bool IsTownship => Version.Guide.Code[18] is '5' or '6';

    /// <summary>最多跑一次 realised; without any visit also counts.</summary>
    public bool IsAtMostOnce => Version.Guide.Visits <= 1;

    /// <summary>零上门</summary>
    public bool IsZeroVisit => Version.Guide.Visits == 0;

    /// <summary>同城通办, which is promised only for items realised.</summary>
    public bool IsSameCity => IsAtMostOnce && Version.Guide.SameCity;

    public bool IsInCentre => Place is EntryPlace.Centre or EntryPlace.Branch;

    /// <summary>Every item in force at the cut-off, by name; looked up once for all figures.</summary>
    public static Task<IReadOnlyList<ItemStanding>> All(FigureScope scope, ItemCatalogue catalogue) =>
        scope.Once<IReadOnlyList<ItemStanding>>(
            nameof(ItemStanding),
            async () =>
            {
                var (db, day) = (scope.Db, scope.Period.CutOff);
                // A newer row holds where two hold on one day: the lists are in the order of their beginnings.
                var places = (
                    await db
                        .ItemPlacements.AsNoTracking()
                        .Where(p => p.Division == scope.Division && p.From <= day && (p.To == null || day <= p.To))
                        .OrderBy(p => p.From)
                        .ToListAsync()
                )
                    .GroupBy(p => p.Item)
                    .ToDictionary(g => g.Key, g => g.Last().Place);
                var up = await db
                    .ItemPublications.AsNoTracking()
                    .Where(p => p.Division == scope.Division && p.From <= day && (p.To == null || day <= p.To))
                    .Select(p => new { p.Item, p.ItemVersion })
                    .ToListAsync();
                var published = up.Select(p => (p.Item, p.ItemVersion)).ToHashSet();
                return
                [
                    .. (await catalogue.InForce(db, day))
                        .Where(v => v.Division == scope.Division)
                        .OrderBy(v => v.Item, StringComparer.Ordinal)
                        .Select(v => new ItemStanding(
                            v,
                            places.TryGetValue(v.Item, out var place) ? place : null,
                            published.Contains((v.Item, v.Version))
                        )),
                ];
            }
        );
}
