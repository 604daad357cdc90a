using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>起草新版本: begins the next version of an item from the newest one, or from an older one to go back to it, or a new item.</summary>
/// <param name="Item">The item's name in addresses.</param>
/// <param name="Restores">The older version to go back to (回退); none for an ordinary draft.</param>
/// <param name="NewFor">For a new item, the key of the body that carries it out; none where the item exists.</param>
public sealed record DraftItem(string Item, int? Restores = null, string? NewFor = null);

/// <param name="Follows">The newest version when it was begun.</param>
public sealed record ItemDrafted(long Draft, string Item, int? Follows, int? Restores, string By);

/// <summary>Zhejiang run-at-most-once regulation art. 4: guides are kept by the bodies whose powers they describe.</summary>
public sealed class DraftItemHandler(HallWriter writer) : IUseCase
{
    public static Duty Duty => CatalogueDuty.OfItems;

    public Task<Result<ItemDrafted>> Handle(DraftItem ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Draft(db, ask, on), ct);

    private static async Task<Result<ItemDrafted>> Draft(HallDb db, DraftItem ask, Occasion on)
    {
        var versions = await db.ItemVersions.AsNoTracking().Where(v => v.Item == ask.Item).OrderBy(v => v.Version).ToListAsync();
        var newest = versions.LastOrDefault();
        if (newest is null && ask.NewFor is null)
            return await CatalogueDuty.Stranger(db, on.By, on.By.Division, on.By.Office ?? "") ?? new ItemUnknown(ask.Item);
        var (division, office) = newest is null ? (on.By.Division, ask.NewFor!) : (newest.Division, newest.Guide.Body);
        if (await CatalogueDuty.Stranger(db, on.By, division, office) is { } stranger)
            return stranger;
        if (newest is not null && ask.NewFor is not null)
            return new ItemThereAlready(ask.Item);
        if (newest is null && !ItemName.IsMatch(ask.Item))
            return new ItemNameWrong();
        if (newest is null && !await db.Set<Kernel.People.Office>().AnyAsync(o => o.Division == division && o.Key == office))
            return new OfficeUnknown();
        if (await db.ItemEndings.FirstOrDefaultAsync(e => e.Item == ask.Item) is { } ended)
            return new EndedAlready(ended.LastDay);
        if (await db.ItemDrafts.AnyAsync(d => d.Item == ask.Item && (d.State == DraftState.Drafting || d.State == DraftState.Submitted)))
            return new DraftOpenAlready();
        var from = ask.Restores is { } old ? versions.Find(v => v.Version == old) : newest;
        if (ask.Restores is not null && from is null)
            return new ItemUnknown($"{ask.Item} {ask.Restores}");
        var draft = new ItemDraft
        {
            Id = Ids.Next(on.At),
            Division = division,
            Item = ask.Item,
            Office = office,
            Follows = newest?.Version,
            Restores = ask.Restores,
            Guide = from?.Guide ?? Blank(office),
            Writers = [on.By.Id],
            DrafterName = on.By.Name,
            SavedAt = on.At,
        };
        db.Add(draft);
        return db.Record(draft, on, new ItemDrafted(draft.Id, draft.Item, draft.Follows, draft.Restores, on.By.Name));
    }

    /// <summary>A guide with nothing in it: the check says what is missing.</summary>
    private static ServiceGuide Blank(string office) =>
        new()
        {
            Code = "",
            Name = ("", ""),
            Kind = ItemKind.PublicService,
            Body = office,
            Applicants = [],
            CaseKind = CaseKind.Promised,
            PromisedDays = 0,
            Visits = 0,
            Fee = new(0),
            Conditions = [],
            Fields = [],
            Materials = [],
            Steps = [],
            Route = [],
            Result = new(ResultKind.Document, ("", "")),
            Basis = [],
            WindowTypes = [],
            Themes = [],
            Enquiries = "",
            Complaints = "",
        };
}

/// <summary>The name of an item in addresses.</summary>
internal static class ItemName
{
    /// <summary>Addresses of the catalogue's own pages.</summary>
    private static readonly string[] Taken = ["check", "compare", "new"];

    public static bool IsMatch(string name) =>
        name.Length is > 0 and <= 80
        && !Taken.Contains(name)
        && name.Split('-').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}
