using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Hall.Rights;

/// <summary>Does not agree to a proposal, or takes one's own proposal back; the rights stay as they are.</summary>
public sealed record DeclineRights(long Change, string Why);

public sealed record RightsDeclined(long Change, string Why);

public sealed class DeclineRightsHandler(HallWriter writer)
{
    public Task<Result<RightsDeclined>> Handle(DeclineRights ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Decline(db, ask, on), ct);

    private static async Task<Result<RightsDeclined>> Decline(HallDb db, DeclineRights ask, Occasion on)
    {
        if (!on.By.Is(Role.Administrator))
            return new NotAdministrator();
        if (await db.Set<RightsChange>().FindAsync(ask.Change) is not { } change || change.Division != on.By.Division)
            return new RightsChangeNotFound();
        if (change.State != RightsState.Proposed)
            return new RightsChangeDecided();
        if (string.IsNullOrWhiteSpace(ask.Why))
            return new RightsReasonMissing();
        change.Decline(on, ask.Why.Trim());
        return db.Record(change, on, new RightsDeclined(change.Id, ask.Why.Trim()));
    }
}
