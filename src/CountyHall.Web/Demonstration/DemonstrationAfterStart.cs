namespace CountyHall.Web.Demonstration;

/// <summary>Loads what of the demonstration takes a while once the site answers, so that nobody waits for it; what is there already is not loaded again.</summary>
internal sealed class DemonstrationAfterStart(
    DemonstrationCases cases,
    DemonstrationStreet street,
    IHostApplicationLifetime life,
    TimeProvider time,
    ILogger<DemonstrationAfterStart> log
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
            // Begun, each goes to its end: half a tender is no demonstration.
            await cases.LoadIfMissing();
            await street.LoadIfMissing();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "A part of the demonstration could not be loaded; the site goes on without it.");
        }
    }
}
