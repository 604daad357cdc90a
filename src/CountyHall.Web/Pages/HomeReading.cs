using CountyHall.Approvals;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages;

/// <summary>Reads what the home page shows: only what the house knows, and no figure that it cannot open.</summary>
public static class HomeReading
{
    private const int MostShown = 6;
    private const int MostForPeople = 6;
    private const int MostThemes = 12;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    public static async Task<HomeData> Read(HallDb db, ItemCatalogue catalogue, Offices offices, DateOnly today)
    {
        var search = await catalogue.Search(db, offices, today);
        var items = search.All;
        var used = await Used(db, today);
        // What nobody has applied for is not called “most used”.
        var byUse = used.Count >= MostShown;
        var popular = items.OrderByDescending(i => used.GetValueOrDefault(i.Item)).Take(MostShown).ToList();
        var facets = search.Find(new()).Facets;
        return new HomeData
        {
            Themes =
            [
                .. facets
                    .Theme.Values.OrderByDescending(t => t.Count)
                    .Take(MostThemes)
                    .Select(t => new HomeTheme(t.Name, $"/items?theme={Uri.EscapeDataString(t.Value)}", t.Count)),
            ],
            ItemCount = items.Count,
            Popular = [.. popular.Select(Row)],
            PopularByUse = byUse,
            ForPeople =
            [
                .. items
                    .Where(i => i.Guide.Applicants.Contains(ApplicantKind.Person))
                    .OrderByDescending(i => used.GetValueOrDefault(i.Item))
                    .Take(MostForPeople)
                    .Select(Row),
            ],
            // Everyday words of the items, as the guides themselves record them.
            Examples = [.. popular.Where(i => i.Guide.AlsoCalled.Count > 0).Take(3).Select(i => Words.Same(i.Guide.AlsoCalled[0]))],
            EntryNotes = new Dictionary<string, Words>
            {
                ["/items?for=person"] = Count(search.Count(new(Who: ApplicantKind.Person))),
                ["/items?for=firm"] = Count(search.Count(new(Who: ApplicantKind.Firm))),
                ["/departments"] = ($"{facets.Office.Values.Count} 个部门和单位", $"{facets.Office.Values.Count} offices"),
                ["/townships"] = (
                    $"全县通办 {search.Count(new(SameCity: true))} 项",
                    $"{search.Count(new(SameCity: true))} at any counter"
                ),
            },
        };
    }

    /// <summary>How often each item was applied for lately; before the first case every item is as popular as any other.</summary>
    private static async Task<Dictionary<string, int>> Used(HallDb db, DateOnly today)
    {
        var since = today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Recent;
        return await db
            .Cases.Where(c => c.ReceivedAt >= since)
            .GroupBy(c => c.Item)
            .Select(g => new { Item = g.Key, Times = g.Count() })
            .ToDictionaryAsync(g => g.Item, g => g.Times);
    }

    private static PopularItem Row(ListedItem item) =>
        new(
            item.Guide.Name,
            $"/items/{item.Item}",
            item.Office,
            GuideWords.Visits(item.Guide.Visits),
            GuideWords.Days(item.Guide.PromisedDays),
            item.Guide.Online ? $"/apply/{item.Item}" : null
        );

    private static Words Count(int items) => ($"{items} 项，可直接申报", $"{items} services");
}
