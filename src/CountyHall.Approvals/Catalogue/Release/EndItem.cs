using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>取消事项: after its last day the item is no longer taken, and its page comes down. Cases accepted before go on.</summary>
/// <param name="Basis">The document and article by which it ends.</param>
public sealed record EndItem(string Item, DateOnly LastDay, string Reason, Citation Basis);

public sealed record ItemEnded(string Item, DateOnly LastDay, string Reason, Citation Basis, string By);

/// <summary>Administrative Licensing Law art. 20: a licence found unnecessary is done away with; the day and the reason stay on record.</summary>
public sealed class EndItemHandler(HallWriter writer, ItemCatalogue catalogue) : IUseCase
{
    public static Duty Duty => CatalogueDuty.OfItems;

    public async Task<Result<ItemEnded>> Handle(EndItem ask, Occasion on, CancellationToken ct = default)
    {
        var outcome = await writer.Write(on, db => End(db, ask, on), ct);
        catalogue.Refresh();
        return outcome;
    }

    private static async Task<Result<ItemEnded>> End(HallDb db, EndItem ask, Occasion on)
    {
        var newest = await db
            .ItemVersions.AsNoTracking()
            .Where(v => v.Item == ask.Item)
            .OrderByDescending(v => v.Version)
            .FirstOrDefaultAsync();
        if (newest is null)
            return await CatalogueDuty.NotOfCentre(db, on.By, on.By.Division) ?? new ItemUnknown(ask.Item);
        if (await CatalogueDuty.NotOfCentre(db, on.By, newest.Division) is { } stranger)
            return stranger;
        if (await db.ItemEndings.FirstOrDefaultAsync(e => e.Item == ask.Item) is { } ended)
            return new EndedAlready(ended.LastDay);
        var today = CountyTime.DayOf(on.At);
        if (ask.LastDay < today)
            return new EndingInPast(today);
        if (string.IsNullOrWhiteSpace(ask.Reason))
            return new WhyMissing();
        if (string.IsNullOrWhiteSpace(ask.Basis.Title) || string.IsNullOrWhiteSpace(ask.Basis.Article))
            return new EndingNeedsArticle();
        var ending = new ItemEnding
        {
            Id = Ids.Next(on.At),
            Division = newest.Division,
            Item = ask.Item,
            LastDay = ask.LastDay,
            Reason = ask.Reason.Trim(),
            BasisTitle = ask.Basis.Title.Trim(),
            BasisArticle = ask.Basis.Article.Trim(),
        };
        db.Add(ending);
        await Pages.Close(db, on, ask.Item, ask.LastDay);
        var answer = db.Record(
            ending,
            on,
            new ItemEnded(ask.Item, ask.LastDay, ending.Reason, new(ending.BasisTitle, ending.BasisArticle), on.By.Name)
        );
        await ItemCatalogue.Changed(db);
        return answer;
    }
}
