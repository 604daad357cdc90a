using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CountyHall.Approvals.Cases;

/// <summary>Announces what the clocks of the cases already say. Nothing depends on its being on time.</summary>
public sealed class ClockWatch(IDbContextFactory<HallDb> contexts, CaseWork work, TimeProvider time, ILogger<ClockWatch> log)
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
                log.LogError(fault, "The clocks could not be looked at; they are looked at again in a moment.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Settles the cases whose clocks have turned. Answers how many.</summary>
    public async Task<int> LookOnce(CancellationToken ct = default)
    {
        var now = time.Now();
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
