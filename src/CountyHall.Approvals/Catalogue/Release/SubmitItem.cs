using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>提交审核: the guide check is asked, and what it refuses stops it here.</summary>
public sealed record SubmitItem(long Draft);

/// <param name="Advice">Findings that do not stop it.</param>
public sealed record ItemSubmitted(long Draft, string Item, int Advice, string? Explanation, string By);

/// <summary>Zhejiang run-at-most-once regulation arts. 4 and 43(3); business environment regulation art. 35.</summary>
public sealed class SubmitItemHandler(HallWriter writer) : IUseCase
{
    public static Duty Duty => CatalogueDuty.OfItems;

    public Task<Result<ItemSubmitted>> Handle(SubmitItem ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Submit(db, ask, on), ct);

    private static async Task<Result<ItemSubmitted>> Submit(HallDb db, SubmitItem ask, Occasion on)
    {
        if (await db.ItemDrafts.FindAsync(ask.Draft) is not { } draft)
            return new DraftNotThere();
        if (await CatalogueDuty.Stranger(db, on.By, draft.Division, draft.Office) is { } stranger)
            return stranger;
        if (draft.State != DraftState.Drafting)
            return new DraftNotOpen();
        var newest = await db
            .ItemVersions.AsNoTracking()
            .Where(v => v.Item == draft.Item)
            .OrderByDescending(v => v.Version)
            .FirstOrDefaultAsync();
        if (newest is not null && DraftCheck.Same(newest.Guide, draft.Guide))
            return new NothingChanged(newest.Version);
        var findings = await DraftCheck.Findings(db, draft);
        if (findings.Where(f => f.Refuses).ToList() is { Count: > 0 } refusing)
            return new GuideNotReady(refusing);
        if (draft.Explanation is null && await DraftCheck.Differences(db, draft) is [var first, ..])
            return new DifferenceUnexplained(first);
        draft.Submit(on);
        return db.Record(draft, on, new ItemSubmitted(draft.Id, draft.Item, findings.Count, draft.Explanation, on.By.Name));
    }
}
