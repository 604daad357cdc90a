using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Hall.Systems;

/// <summary>停用: nothing the system signs is heard any more, from the next request on.</summary>
/// <remarks>One administrator is enough: a stolen key does not wait for the second. Connecting it again takes two.</remarks>
public sealed record StopSystem(string Key, string Why);

public sealed record SystemStopped(string Key, string Why);

public sealed class StopSystemHandler(HallWriter writer)
{
    public Task<Result<SystemStopped>> Handle(StopSystem ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<SystemStopped>(
            on,
            async db =>
            {
                if (!on.By.Is(Role.Administrator))
                    return new NotAdministrator();
                var system = await db.Set<ConnectedSystem>().FirstOrDefaultAsync(s => s.Key == ask.Key && s.Division == on.By.Division);
                if (system is null)
                    return new SystemNotFound();
                if (system.State == SystemState.Stopped)
                    return new SystemStoppedAlready();
                if (string.IsNullOrWhiteSpace(ask.Why))
                    return new SystemReasonMissing();
                (system.State, system.StoppedWhy) = (SystemState.Stopped, ask.Why.Trim());
                return db.Record(system, on, new SystemStopped(system.Key, system.StoppedWhy));
            },
            ct
        );
}
