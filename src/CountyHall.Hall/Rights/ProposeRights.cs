using CountyHall.Hall.Windows;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Hall.Rights;

/// <summary>Proposes other rights for the holder of a post. Another administrator has to confirm them.</summary>
/// <remarks>County setting: posts and rights. Nobody changes their own rights, and nobody changes rights alone.</remarks>
public sealed record ProposeRights(long Staff, PostRights Rights, string Reason);

public sealed record RightsProposed(long Change, long Staff, PostRights From, PostRights To, string Reason);

public sealed class ProposeRightsHandler(HallWriter writer)
{
    public Task<Result<RightsProposed>> Handle(ProposeRights ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Propose(db, ask, on), ct);

    private static async Task<Result<RightsProposed>> Propose(HallDb db, ProposeRights ask, Occasion on)
    {
        if (!on.By.Is(Role.Administrator))
            return new NotAdministrator();
        if (await db.Set<Staff>().FindAsync(ask.Staff) is not { } post || post.Division != on.By.Division)
            return new PostNotFound();
        if (await RightsRules.IsOwn(db, on, post.Id))
            return new OwnRights();
        if (string.IsNullOrWhiteSpace(ask.Reason))
            return new RightsReasonMissing();
        var before = PostRights.Of(post);
        if (ask.Rights.SameAs(before))
            return new RightsUnchanged();
        if (await db.Set<RightsChange>().AnyAsync(c => c.StaffId == post.Id && c.State == RightsState.Proposed))
            return new RightsChangeWaiting();
        if (await Misplaced(db, ask.Rights, post.Division) is { } misplaced)
            return misplaced;
        if (RightsRules.Incompatible(ask.Rights.Roles) is { } incompatible)
            return incompatible;
        if (await RightsRules.LeavesTooFew(db, post, ask.Rights, CountyTime.DayOf(on.At)))
            return new TooFewAdministrators();

        var change = new RightsChange
        {
            Id = Ids.Next(on.At),
            Division = post.Division,
            StaffId = post.Id,
            Before = before,
            After = ask.Rights,
            Reason = ask.Reason.Trim(),
            ProposedBy = on.By.Id,
            ProposerName = on.By.Name,
            ProposedAt = on.At,
        };
        db.Add(change);
        return db.Record(change, on, new RightsProposed(change.Id, post.Id, before, ask.Rights, change.Reason));
    }

    private static async Task<Refusal?> Misplaced(HallDb db, PostRights rights, string division)
    {
        if (!await db.Set<Office>().AnyAsync(o => o.Division == division && o.Key == rights.Office))
            return new OfficeUnknown(rights.Office);
        if (rights.Window is { } window && !await db.Set<Window>().AnyAsync(w => w.Division == division && w.Number == window))
            return new WindowUnknown(window);
        var known = await db.Set<WindowType>().Select(t => t.Key).ToListAsync();
        return rights.WindowTypes.FirstOrDefault(t => !known.Contains(t)) is { } type ? new WindowUnknown(type) : null;
    }
}
