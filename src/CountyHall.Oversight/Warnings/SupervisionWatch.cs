using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CountyHall.Oversight.Warnings;

/// <summary>Announces what the clocks of orders already say. Nothing depends on its being on time.</summary>
public sealed class SupervisionWatch(IDbContextFactory<HallDb> contexts, CaseWatch watch, TimeProvider time, ILogger<SupervisionWatch> log)
    : BackgroundService
{
    private const int AtOnce = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15), time);
        do
        {
            try
            {
                while (await LookOnce(stoppingToken) == AtOnce) { }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The orders could not be looked at; they are looked at again in a moment.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Looks at the cases whose supervision has turned. Answers how many.</summary>
    public async Task<int> LookOnce(CancellationToken ct = default)
    {
        var now = time.Now();
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
