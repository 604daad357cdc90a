using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>A page went up, from that day.</summary>
public sealed record PageUp(string Item, int Version, DateOnly From);

/// <summary>A page comes down after its last day.</summary>
/// <param name="Reason">Why somebody took it down; none where the next version or the end of the item did.</param>
public sealed record PageDown(string Item, int Version, DateOnly To, string? Reason = null);

/// <summary>上架、下架: the rows of the publication record.</summary>
internal static class Pages
{
    public static void Open(HallDb db, Occasion on, ItemVersion version, DateOnly from)
    {
        var page = new ItemPublication
        {
            Id = Ids.Next(on.At),
            Division = version.Division,
            Item = version.Item,
            ItemVersion = version.Version,
            From = from,
        };
        db.Add(page);
        db.Record(page, on, new PageUp(page.Item, page.ItemVersion, page.From), answer: false);
    }

    /// <summary>Every page of the item that would still be up after a day ends with that day. One that would begin later was never up.</summary>
    public static async Task Close(HallDb db, Occasion on, string item, DateOnly last, string? reason = null)
    {
        foreach (var page in await db.ItemPublications.Where(p => p.Item == item && (p.To == null || p.To > last)).ToListAsync())
            End(db, on, page, last, reason);
    }

    public static void End(HallDb db, Occasion on, ItemPublication page, DateOnly last, string? reason)
    {
        page.To = last < page.From ? page.From.AddDays(-1) : last;
        db.Record(page, on, new PageDown(page.Item, page.ItemVersion, page.To.Value, reason), answer: false);
    }
}
