namespace CountyHall.Web.Demonstration;

/// <summary>Loads the invented street once the site answers, so that nobody waits for it; where it is there already, it asks once and is done.</summary>
internal sealed class StreetAfterStart(
    DemonstrationStreet street,
    IHostApplicationLifetime life,
    TimeProvider time,
    ILogger<StreetAfterStart> log
) : BackgroundService
{
    /// <summary>The first pages go before it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var started = new TaskCompletionSource();
            await using var told = life.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            await Task.Delay(Patience, time, stoppingToken);
            // Begun, it goes to its end: half a tender is no demonstration.
            await street.LoadIfMissing();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The invented street could not be loaded; the site goes on without it.");
        }
    }
}
