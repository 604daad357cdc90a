using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CountyHall.Kernel.Journal;

/// <summary>Enters new facts into the public log, a moment after they were recorded and off everybody's way.</summary>
public sealed class LogKeeper(PublicLog journal, TimeProvider time, ILogger<LogKeeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // Once a second, however much comes: each time rewrites the edge of the tree and signs a checkpoint.
                await journal.EnterNew(stoppingToken);
                await journal.EnterQuiet(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "Facts could not be entered into the public log; they are tried again in a second.");
            }
        }
    }
}
