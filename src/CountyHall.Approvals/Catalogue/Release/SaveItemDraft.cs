using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>保存草稿. It may be incomplete: the check says so, and nothing of it is public.</summary>
/// <param name="Seen">The state of the draft that was edited; refused where somebody saved it meanwhile.</param>
/// <param name="Explanation">Why the item differs from the higher-level list.</param>
public sealed record SaveItemDraft(long Draft, int Seen, ServiceGuide Guide, string? Explanation);

public sealed record ItemDraftSaved(long Draft, string Item, string By);

/// <summary>Zhejiang run-at-most-once regulation art. 4.</summary>
public sealed class SaveItemDraftHandler(HallWriter writer) : IUseCase
{
    public static Duty Duty => CatalogueDuty.OfItems;

    public Task<Result<ItemDraftSaved>> Handle(SaveItemDraft ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Save(db, ask, on), ct);

    private static async Task<Result<ItemDraftSaved>> Save(HallDb db, SaveItemDraft ask, Occasion on)
    {
        if (await db.ItemDrafts.FindAsync(ask.Draft) is not { } draft)
            return new DraftNotThere();
        if (await CatalogueDuty.Stranger(db, on.By, draft.Division, draft.Office) is { } stranger)
            return stranger;
        // An item goes to another body only by the centre.
        if (ask.Guide.Body != draft.Office && await CatalogueDuty.Stranger(db, on.By, draft.Division, ask.Guide.Body) is { } elsewhere)
            return elsewhere;
        if (draft.State != DraftState.Drafting)
            return new DraftNotOpen();
        if (draft.Version != ask.Seen)
            return new DraftSavedMeanwhile();
        draft.Guide = ask.Guide;
        draft.Office = ask.Guide.Body;
        draft.Explanation = string.IsNullOrWhiteSpace(ask.Explanation) ? null : ask.Explanation.Trim();
        draft.WrittenBy(on);
        return db.Record(draft, on, new ItemDraftSaved(draft.Id, draft.Item, on.By.Name));
    }
}
