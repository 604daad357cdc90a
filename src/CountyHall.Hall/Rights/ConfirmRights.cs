using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Hall.Rights;

/// <summary>Gives the rights that another administrator proposed; they hold within a minute, also for whoever is signed in.</summary>
public sealed record ConfirmRights(long Change);

public sealed record RightsConfirmed(long Change, long Staff);

/// <summary>The post itself: what changed, and by which proposal.</summary>
public sealed record RightsChanged(long Change, PostRights From, PostRights To);

public sealed class ConfirmRightsHandler(HallWriter writer)
{
    public Task<Result<RightsConfirmed>> Handle(ConfirmRights ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Confirm(db, ask, on), ct);

    private static async Task<Result<RightsConfirmed>> Confirm(HallDb db, ConfirmRights ask, Occasion on)
    {
        if (!on.By.Is(Role.Administrator))
            return new NotAdministrator();
        if (await db.Set<RightsChange>().FindAsync(ask.Change) is not { } change || change.Division != on.By.Division)
            return new RightsChangeNotFound();
        if (change.State != RightsState.Proposed)
            return new RightsChangeDecided();
        if (change.ProposedBy == on.By.Id)
            return new OwnProposal();
        if (await RightsRules.IsOwn(db, on, change.StaffId))
            return new OwnRights();
        var post = await db.Set<Staff>().FindAsync(change.StaffId);
        if (post is null)
            return new PostNotFound();
        if (!PostRights.Of(post).SameAs(change.Before))
            return new RightsChangedMeanwhile();
        if (await RightsRules.LeavesTooFew(db, post, change.After, CountyTime.DayOf(on.At)))
            return new TooFewAdministrators();

        change.Confirm(on);
        (post.Office, post.Window, post.Roles, post.WindowTypes, post.LeftOn) = (
            change.After.Office,
            change.After.Window,
            change.After.Roles,
            change.After.WindowTypes,
            change.After.LeftOn
        );
        db.Record(post, on, new RightsChanged(change.Id, change.Before, change.After), answer: false);
        return db.Record(change, on, new RightsConfirmed(change.Id, post.Id));
    }
}
