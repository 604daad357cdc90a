using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>作废草稿: an open draft is given up; what is released stays as it is.</summary>
public sealed record DropItemDraft(long Draft, string Why);

public sealed record ItemDraftDropped(long Draft, string Item, string Why, string By);

public sealed class DropItemDraftHandler(HallWriter writer) : IUseCase
{
    public static Duty Duty => CatalogueDuty.OfItems;

    public Task<Result<ItemDraftDropped>> Handle(DropItemDraft ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Drop(db, ask, on), ct);

    private static async Task<Result<ItemDraftDropped>> Drop(HallDb db, DropItemDraft ask, Occasion on)
    {
        if (await db.ItemDrafts.FindAsync(ask.Draft) is not { } draft)
            return new DraftNotThere();
        if (await CatalogueDuty.Stranger(db, on.By, draft.Division, draft.Office) is { } stranger)
            return stranger;
        if (!draft.IsOpen)
            return new DraftNotOpen();
        if (string.IsNullOrWhiteSpace(ask.Why))
            return new WhyMissing();
        draft.Drop();
        return db.Record(draft, on, new ItemDraftDropped(draft.Id, draft.Item, ask.Why.Trim(), on.By.Name));
    }
}
