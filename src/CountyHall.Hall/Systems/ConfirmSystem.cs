using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Hall.Systems;

/// <summary>Puts the terms into force that another administrator proposed; they hold from the next request on.</summary>
public sealed record ConfirmSystem(long Change);

public sealed record SystemConfirmed(long Change, string Key);

/// <summary>The system itself: what it may do now, and by which proposal.</summary>
public sealed record SystemConnected(long Change, SystemTerms? From, SystemTerms To);

public sealed class ConfirmSystemHandler(HallWriter writer)
{
    public Task<Result<SystemConfirmed>> Handle(ConfirmSystem ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Confirm(db, ask, on), ct);

    private static async Task<Result<SystemConfirmed>> Confirm(HallDb db, ConfirmSystem ask, Occasion on)
    {
        if (!on.By.Is(Role.Administrator))
            return new NotAdministrator();
        if (await db.Set<SystemChange>().FindAsync(ask.Change) is not { } change || change.Division != on.By.Division)
            return new SystemChangeNotFound();
        if (change.State != SystemChangeState.Proposed)
            return new SystemChangeDecided();
        if (change.ProposedBy == on.By.Id)
            return new OwnSystemProposal();
        var system = await db.Set<ConnectedSystem>().FirstOrDefaultAsync(s => s.Key == change.Key);
        var now = system is { State: SystemState.Open } ? system.Terms : null;
        if (!(now is null ? change.Before is null : change.Before?.SameAs(now) == true))
            return new SystemChangedMeanwhile();

        change.Confirm(on);
        if (system is null)
        {
            system = new ConnectedSystem
            {
                Id = Ids.Next(on.At),
                Division = change.Division,
                Key = change.Key,
                Terms = change.After,
            };
            db.Add(system);
        }
        else
        {
            (system.Terms, system.State, system.StoppedWhy) = (change.After, SystemState.Open, null);
        }
        db.Record(system, on, new SystemConnected(change.Id, change.Before, change.After), answer: false);
        return db.Record(change, on, new SystemConfirmed(change.Id, change.Key));
    }
}
