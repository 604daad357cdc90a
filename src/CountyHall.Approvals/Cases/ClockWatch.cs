using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CountyHall.Approvals.Cases;

/// <summary>Announces what the clocks of the cases already say. Nothing depends on its being on time.</summary>
public sealed class ClockWatch(IDbContextFactory<HallDb> contexts, CaseWork work, TimeProvider time, ILogger<ClockWatch> log)
    : TurnWatch(time, log)
{
    /// <summary>Settles the cases whose clocks have turned. Answers how many.</summary>
    public override async Task<int> LookOnce(CancellationToken ct = default)
    {
        var now = Time.Now();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var turned = await db
            .Cases.Where(c => c.TurnsAt != null && c.TurnsAt <= now)
            .OrderBy(c => c.TurnsAt)
            .Select(c => c.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var id in turned)
            await work.Settle(id, now, ct);
        return turned.Count;
    }
}
