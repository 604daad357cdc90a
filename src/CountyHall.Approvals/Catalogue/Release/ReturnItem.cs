using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>退回: the draft goes back to its writers with the reason; who submitted it may take it back the same way.</summary>
public sealed record ReturnItem(long Draft, string Why);

public sealed record ItemReturned(long Draft, string Item, string Why, string By);

public sealed class ReturnItemHandler(HallWriter writer) : IUseCase
{
    public static Duty Duty => CatalogueDuty.OfItems;

    public Task<Result<ItemReturned>> Handle(ReturnItem ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Return(db, ask, on), ct);

    private static async Task<Result<ItemReturned>> Return(HallDb db, ReturnItem ask, Occasion on)
    {
        if (await db.ItemDrafts.FindAsync(ask.Draft) is not { } draft)
            return new DraftNotThere();
        if (await CatalogueDuty.Stranger(db, on.By, draft.Division, draft.Office) is { } stranger)
            return stranger;
        if (draft.State != DraftState.Submitted)
            return new DraftNotSubmitted();
        if (string.IsNullOrWhiteSpace(ask.Why))
            return new WhyMissing();
        draft.Return(ask.Why.Trim());
        return db.Record(draft, on, new ItemReturned(draft.Id, draft.Item, ask.Why.Trim(), on.By.Name));
    }
}
