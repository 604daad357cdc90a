using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CountyHall.Kernel.Calendar;

/// <summary>Notices that were entered on another node are known here half a minute later.</summary>
public sealed class CalendarKeeper(
    IDbContextFactory<HallDb> contexts,
    CountyCalendar calendar,
    TimeProvider time,
    ILogger<CalendarKeeper> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                var entered = await db.Set<CalendarAnnouncement>().CountAsync(stoppingToken);
                if (WorkingCalendar.Published.Announcements.Count + entered != calendar.Now.Announcements.Count)
                    await calendar.Read(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The calendar could not be read; it is read again in a moment.");
            }
        }
    }
}
