using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CountyHall.Oversight.Warnings;

/// <summary>Announces what the clocks of orders already say. Nothing depends on its being on time.</summary>
public sealed class SupervisionWatch(IDbContextFactory<HallDb> contexts, CaseWatch watch, TimeProvider time, ILogger<SupervisionWatch> log)
    : TurnWatch(time, log)
{
    /// <summary>Looks at the cases whose supervision has turned. Answers how many.</summary>
    public override async Task<int> LookOnce(CancellationToken ct = default)
    {
        var now = Time.Now();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var turned = await db
            .Supervisions.Where(s => s.TurnsAt != null && s.TurnsAt <= now)
            .OrderBy(s => s.TurnsAt)
            .Select(s => s.CaseId)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var id in turned.Distinct())
            await watch.Look(id, ct);
        return turned.Count;
    }
}
