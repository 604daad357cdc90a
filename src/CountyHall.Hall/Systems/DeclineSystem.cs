using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Hall.Systems;

/// <summary>Does not agree to a proposal, or takes one's own proposal back; nothing changes.</summary>
public sealed record DeclineSystem(long Change, string Why);

public sealed record SystemDeclined(long Change, string Why);

public sealed class DeclineSystemHandler(HallWriter writer)
{
    public Task<Result<SystemDeclined>> Handle(DeclineSystem ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Decline(db, ask, on), ct);

    private static async Task<Result<SystemDeclined>> Decline(HallDb db, DeclineSystem ask, Occasion on)
    {
        if (!on.By.Is(Role.Administrator))
            return new NotAdministrator();
        if (await db.Set<SystemChange>().FindAsync(ask.Change) is not { } change || change.Division != on.By.Division)
            return new SystemChangeNotFound();
        if (change.State != SystemChangeState.Proposed)
            return new SystemChangeDecided();
        if (string.IsNullOrWhiteSpace(ask.Why))
            return new SystemReasonMissing();
        change.Decline(on, ask.Why.Trim());
        return db.Record(change, on, new SystemDeclined(change.Id, ask.Why.Trim()));
    }
}
