using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>下架: the public page of the version in force comes down today. The item stays in force, and counters go on taking it.</summary>
public sealed record TakePageDown(string Item, string Reason);

public sealed record PageTakenDown(string Item, int Version, DateOnly From, string Reason, string By);

/// <summary>Zhejiang run-at-most-once regulation art. 4: what is published is dated, and so is what is withdrawn.</summary>
public sealed class TakePageDownHandler(HallWriter writer, ItemCatalogue catalogue) : IUseCase
{
    public static Duty Duty => CatalogueDuty.OfItems;

    public async Task<Result<PageTakenDown>> Handle(TakePageDown ask, Occasion on, CancellationToken ct = default)
    {
        var outcome = await writer.Write(on, db => TakeDown(db, ask, on), ct);
        catalogue.Refresh();
        return outcome;
    }

    private static async Task<Result<PageTakenDown>> TakeDown(HallDb db, TakePageDown ask, Occasion on)
    {
        var today = CountyTime.DayOf(on.At);
        if (await InForceNow.Of(db, ask.Item, today) is not { } version)
            return await CatalogueDuty.NotOfCentre(db, on.By, on.By.Division) ?? new ItemUnknown(ask.Item);
        if (await CatalogueDuty.NotOfCentre(db, on.By, version.Division) is { } stranger)
            return stranger;
        if (string.IsNullOrWhiteSpace(ask.Reason))
            return new WhyMissing();
        var up = await db
            .ItemPublications.Where(p => p.Item == ask.Item && p.From <= today && (p.To == null || p.To >= today))
            .ToListAsync();
        if (up.Count == 0)
            return new PageNotUp();
        foreach (var page in up)
            Pages.End(db, on, page, today.AddDays(-1), ask.Reason.Trim());
        var answer = db.Record(up[^1], on, new PageTakenDown(ask.Item, version.Version, today, ask.Reason.Trim(), on.By.Name));
        await ItemCatalogue.Changed(db);
        return answer;
    }
}

/// <summary>The version in force as the database has it now, for steps that may not rest on what is kept in memory.</summary>
internal static class InForceNow
{
    public static async Task<ItemVersion?> Of(HallDb db, string item, DateOnly day) =>
        await db.ItemEndings.AnyAsync(e => e.Item == item && e.LastDay < day)
            ? null
            : await db
                .ItemVersions.AsNoTracking()
                .Where(v => v.Item == item && v.EffectiveFrom <= day)
                .OrderByDescending(v => v.Version)
                .FirstOrDefaultAsync();
}
