using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>重新上架: the public page of the version in force goes up again from today.</summary>
public sealed record PutPageUp(string Item);

public sealed record PagePutUp(string Item, int Version, DateOnly From, string By);

public sealed class PutPageUpHandler(HallWriter writer, ItemCatalogue catalogue) : IUseCase
{
    public static Duty Duty => CatalogueDuty.OfItems;

    public async Task<Result<PagePutUp>> Handle(PutPageUp ask, Occasion on, CancellationToken ct = default)
    {
        var outcome = await writer.Write(on, db => PutUp(db, ask, on), ct);
        catalogue.Refresh();
        return outcome;
    }

    private static async Task<Result<PagePutUp>> PutUp(HallDb db, PutPageUp ask, Occasion on)
    {
        var today = CountyTime.DayOf(on.At);
        if (await InForceNow.Of(db, ask.Item, today) is not { } version)
            return await CatalogueDuty.NotOfCentre(db, on.By, on.By.Division) ?? new ItemUnknown(ask.Item);
        if (await CatalogueDuty.NotOfCentre(db, on.By, version.Division) is { } stranger)
            return stranger;
        if (
            await db.ItemPublications.AnyAsync(p =>
                p.Item == ask.Item && p.ItemVersion == version.Version && p.From <= today && (p.To == null || p.To >= today)
            )
        )
            return new PageUpAlready();
        // Where the next version or the item's end has a day already, the page comes down by itself then.
        var next = await db
            .ItemVersions.Where(v => v.Item == ask.Item && v.Version > version.Version)
            .OrderBy(v => v.Version)
            .Select(v => (DateOnly?)v.EffectiveFrom)
            .FirstOrDefaultAsync();
        var ends = await db.ItemEndings.Where(e => e.Item == ask.Item).Select(e => (DateOnly?)e.LastDay).FirstOrDefaultAsync();
        var page = new ItemPublication
        {
            Id = Ids.Next(on.At),
            Division = version.Division,
            Item = version.Item,
            ItemVersion = version.Version,
            From = today,
            To = next?.AddDays(-1) ?? ends,
        };
        db.Add(page);
        var answer = db.Record(page, on, new PagePutUp(ask.Item, version.Version, today, on.By.Name));
        await ItemCatalogue.Changed(db);
        return answer;
    }
}
