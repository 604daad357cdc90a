using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CountyHall.Kernel.Calendar;

/// <summary>Looks every quarter of a minute at what clocks have turned. It announces what they already say: nothing depends on its being on time.</summary>
public abstract class TurnWatch(TimeProvider time, ILogger log) : BackgroundService
{
    protected const int AtOnce = 200;

    protected TimeProvider Time { get; } = time;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15), Time);
        do
        {
            try
            {
                while (await LookOnce(stoppingToken) == AtOnce) { }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "{Watch}: the clocks could not be looked at; they are looked at again in a moment.", GetType().Name);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Does what has turned, at most <see cref="AtOnce"/>. Answers how many.</summary>
    public abstract Task<int> LookOnce(CancellationToken ct = default);
}
