using System.Text.Json;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>Who keeps the catalogue: a body's item administrators write its guides, those of the centre write all and release.</summary>
internal static class CatalogueDuty
{
    public static readonly Duty OfItems = new(Role.ItemAdministrator, Reach.Division);

    /// <summary>Refuses whoever may not write the guides of this body.</summary>
    public static async Task<Refusal?> Stranger(HallDb db, Actor by, string division, string office)
    {
        if (!by.Is(Role.ItemAdministrator))
            return new WrongRole(Role.ItemAdministrator);
        if (by.Division != division)
            return new WrongDivision();
        return by.Office == office || await IsOfCentre(db, by) ? null : new NotYourItem();
    }

    /// <summary>Refuses whoever may not release, end or take down: that is the centre's.</summary>
    public static async Task<Refusal?> NotOfCentre(HallDb db, Actor by, string division)
    {
        if (!by.Is(Role.ItemAdministrator))
            return new WrongRole(Role.ItemAdministrator);
        if (by.Division != division)
            return new WrongDivision();
        return await IsOfCentre(db, by) ? null : new CentreReleases();
    }

    public static Task<bool> IsOfCentre(HallDb db, Actor by) =>
        db.Set<Office>().AnyAsync(o => o.Division == by.Division && o.Key == by.Office && o.Kind == "centre");
}

/// <summary>What a draft is checked against: the version before it, the offices of the county, the higher-level list.</summary>
public static class DraftCheck
{
    /// <param name="newest">The newest released version; none for a new item.</param>
    /// <param name="effectiveFrom">Its first day, where that is known already.</param>
    public static GuideContext Around(
        ItemDraft draft,
        ItemVersion? newest,
        ItemVersion? restored,
        IReadOnlySet<string> offices,
        DateOnly? effectiveFrom = null
    ) =>
        new()
        {
            Offices = offices,
            EffectiveFrom = effectiveFrom,
            Version = (newest?.Version ?? 0) + 1,
            // Going back to what was promised before is not making it worse: it was published once, and the record says why it returns.
            Before = restored is not null && Same(restored.Guide, draft.Guide) ? null : newest,
        };

    /// <summary>The findings of a draft as it stands, with all that the house knows.</summary>
    public static async Task<IReadOnlyList<GuideFinding>> Findings(HallDb db, ItemDraft draft, DateOnly? effectiveFrom = null)
    {
        var versions = await db.ItemVersions.AsNoTracking().Where(v => v.Item == draft.Item).OrderBy(v => v.Version).ToListAsync();
        var offices = await db.Set<Office>().Where(o => o.Division == draft.Division).Select(o => o.Key).ToListAsync();
        var restored = draft.Restores is { } old ? versions.Find(v => v.Version == old) : null;
        return GuideCheck.Check(draft.Guide, Around(draft, versions.LastOrDefault(), restored, offices.ToHashSet(), effectiveFrom));
    }

    /// <summary>How the draft differs from the newest higher-level list; nothing where no list is loaded.</summary>
    public static async Task<IReadOnlyList<ListDifference>> Differences(HallDb db, ItemDraft draft)
    {
        var list = await HigherList.Newest(db, draft.Division);
        return list is null || draft.Guide.MadeFrom is not null ? [] : ListComparison.OfOne(draft.Item, draft.Guide, list);
    }

    public static bool Same(ServiceGuide one, ServiceGuide other) =>
        JsonSerializer.Serialize(one, Recording.Json) == JsonSerializer.Serialize(other, Recording.Json);
}
