using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Pages.Evaluations;

/// <summary>What an item is called, by its key.</summary>
public static class ItemWords
{
    /// <summary>The name on a day; the key itself where the item was not in the catalogue then.</summary>
    public static async Task<Words> Of(ItemCatalogue catalogue, HallDb db, string item, DateOnly day) =>
        (await catalogue.InForce(db, item, day))?.Guide.Name ?? Words.Same(item);
}
