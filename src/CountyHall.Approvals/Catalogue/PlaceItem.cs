using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue;

/// <summary>事项纳入变更: from a day on, an item is taken at another place.</summary>
/// <param name="Reason">Needed for every place outside the centre.</param>
public sealed record PlaceItem(string Item, EntryPlace Place, DateOnly From, string? Reason);

public sealed record ItemPlaced(string Item, EntryPlace Place, DateOnly From, string? Reason, string By);

/// <summary>The row before this one ended.</summary>
public sealed record PlacementEnded(string Item, EntryPlace Place, DateOnly To);

/// <summary>Zhejiang run-at-most-once regulation art. 5: items are taken in the service centre; what is not has a reason on record.</summary>
public sealed class PlaceItemHandler(HallWriter writer, ItemCatalogue catalogue) : IUseCase
{
    public static Duty Duty => new(Role.ItemAdministrator, Reach.Division);

    public Task<Result<ItemPlaced>> Handle(PlaceItem ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ItemPlaced>(
            on,
            async db =>
            {
                if (await catalogue.InForce(db, ask.Item, CountyTime.DayOf(on.At)) is not { } version)
                    return new ItemNotInForce(ask.Item);
                if (await EntryDuty.Stranger(db, on.By, version.Division, version.Guide.Body) is { } refusal)
                    return refusal;
                if (!Enum.IsDefined(ask.Place))
                    return new PlaceUnknown();
                var reason = string.IsNullOrWhiteSpace(ask.Reason) ? null : ask.Reason.Trim();
                if (ask.Place != EntryPlace.Centre && reason is null)
                    return new OutsideNeedsReason();
                var now = await db.ItemPlacements.FirstOrDefaultAsync(p =>
                    p.Division == version.Division && p.Item == ask.Item && p.To == null
                );
                if (now is not null && now.Place == ask.Place && now.ReasonZh == reason)
                    return new PlacedThereAlready();
                if (now is not null && ask.From <= now.From)
                    return new PlacedTooEarly(now.From);
                if (now is not null)
                {
                    now.To = ask.From.AddDays(-1);
                    db.Record(now, on, new PlacementEnded(ask.Item, now.Place, now.To.Value), answer: false);
                }
                var next = new ItemPlacement
                {
                    Id = Ids.Next(on.At),
                    Division = version.Division,
                    Item = ask.Item,
                    Place = ask.Place,
                    From = ask.From,
                    ReasonZh = ask.Place == EntryPlace.Centre ? null : reason,
                };
                db.Add(next);
                return db.Record(next, on, new ItemPlaced(ask.Item, ask.Place, ask.From, reason, on.By.Name));
            },
            ct
        );
}

/// <summary>Who keeps the entry of units and items: the centre's administrators for all, a body's own for its own.</summary>
internal static class EntryDuty
{
    public static async Task<Refusal?> Stranger(HallDb db, Actor by, string division, string office)
    {
        if (!by.Is(Role.ItemAdministrator) && !by.Is(Role.Administrator))
            return new WrongRole(Role.ItemAdministrator);
        if (by.Division != division)
            return new WrongDivision();
        if (by.Office == office || by.Is(Role.Administrator))
            return null;
        var ofCentre = await db.Set<Office>().AnyAsync(o => o.Division == division && o.Key == by.Office && o.Kind == "centre");
        return ofCentre ? null : new WrongOffice(("事项纳入", "Placement of items"));
    }
}

public sealed record OutsideNeedsReason()
    : Refusal(
        ("不在县中心办理的事项，必须写明理由。", "An item that is not taken in the centre needs a reason."),
        ("请写明为什么在那里办，例如“需要查验场地”。", "Say why it is taken there, for example because a yard is needed."),
        new Provision(Laws.RunAtMostOnce, "第五条", "art. 5")
    );

public sealed record PlaceUnknown()
    : Refusal(
        ("没有选择办理地点。", "No place was chosen."),
        ("请选择中心、分中心、镇（街道）或部门。", "Choose centre, branch, town or department.")
    );

public sealed record PlacedThereAlready()
    : Refusal(("事项现在就在那里办理。", "The item is taken there already."), ("不必变更。", "Nothing to change."));

public sealed record PlacedTooEarly(DateOnly Since)
    : Refusal(
        (
            $"现在的地点自 {Since:yyyy-MM-dd} 起；新地点要从更晚的一天开始。",
            $"The present place holds since {Since:yyyy-MM-dd}; the new one begins on a later day."
        ),
        ("请改开始日期；写错的记录保留，不删除。", "Change the first day; what was recorded stays.")
    );
