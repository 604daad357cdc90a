using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>审核发布: a second person of the centre makes the draft the next version, in force and public from a day.</summary>
/// <param name="EffectiveFrom">施行日期: today or later, and after the first day of the version before.</param>
public sealed record ReleaseItem(long Draft, DateOnly EffectiveFrom);

/// <summary>The draft became a version; the version itself records <see cref="ItemPublished"/>.</summary>
public sealed record ItemReleased(long Draft, string Item, int Version, DateOnly EffectiveFrom, string By);

/// <summary>Zhejiang run-at-most-once regulation art. 4: guides are published; cases accepted before keep the version of their day.</summary>
public sealed class ReleaseItemHandler(HallWriter writer, ItemCatalogue catalogue) : IUseCase
{
    public static Duty Duty => CatalogueDuty.OfItems;

    public async Task<Result<ItemReleased>> Handle(ReleaseItem ask, Occasion on, CancellationToken ct = default)
    {
        var outcome = await writer.Write(on, db => Release(db, ask, on), ct);
        catalogue.Refresh();
        return outcome;
    }

    private static async Task<Result<ItemReleased>> Release(HallDb db, ReleaseItem ask, Occasion on)
    {
        if (await db.ItemDrafts.FindAsync(ask.Draft) is not { } draft)
            return new DraftNotThere();
        if (await CatalogueDuty.NotOfCentre(db, on.By, draft.Division) is { } stranger)
            return stranger;
        if (draft.State != DraftState.Submitted)
            return new DraftNotSubmitted();
        if (draft.Writers.Contains(on.By.Id))
            return new OwnDraft();
        var today = CountyTime.DayOf(on.At);
        if (ask.EffectiveFrom < today)
            return new EffectiveInPast(today);
        var newest = await db
            .ItemVersions.AsNoTracking()
            .Where(v => v.Item == draft.Item)
            .OrderByDescending(v => v.Version)
            .FirstOrDefaultAsync();
        if (newest?.Version != draft.Follows)
            return new DraftOvertaken(newest?.Version ?? 0);
        if (newest is not null && ask.EffectiveFrom <= newest.EffectiveFrom)
            return new EffectiveTooEarly(newest.Version, newest.EffectiveFrom);
        if (await db.ItemEndings.FirstOrDefaultAsync(e => e.Item == draft.Item) is { } ended)
            return new EndedAlready(ended.LastDay);
        // Laws that the day decides on are asked again with the day.
        var findings = await DraftCheck.Findings(db, draft, ask.EffectiveFrom);
        if (findings.Where(f => f.Refuses).ToList() is { Count: > 0 } refusing)
            return new GuideNotReady(refusing);

        var version = new ItemVersion
        {
            Id = Ids.Next(on.At),
            Division = draft.Division,
            Item = draft.Item,
            Version = (newest?.Version ?? 0) + 1,
            EffectiveFrom = ask.EffectiveFrom,
            Guide = draft.Guide,
        };
        db.Add(version);
        db.Record(version, on, new ItemPublished(version.Item, version.Version, version.EffectiveFrom), answer: false);
        await Pages.Close(db, on, draft.Item, ask.EffectiveFrom.AddDays(-1));
        Pages.Open(db, on, version, ask.EffectiveFrom);
        draft.Release(version.Version);
        return db.Record(draft, on, new ItemReleased(draft.Id, draft.Item, version.Version, version.EffectiveFrom, on.By.Name));
    }
}
