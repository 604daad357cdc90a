using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Kernel.Outbox;

/// <summary>Has a failing job tried at once instead of at its next turn.</summary>
public sealed record DoAgain(long Job);

public sealed record JobDueNow(long Job);

public sealed class DoAgainHandler(HallWriter writer)
{
    public async Task<Result<JobDueNow>> Handle(DoAgain ask, Occasion on, CancellationToken ct = default)
    {
        if (!on.By.Is(Role.Administrator))
            return new NotAdministrator();
        return await writer.Write<JobDueNow>(
            on with
            {
                Key = null,
            },
            async db =>
            {
                // Only the waiting time between two tries is cut short; a job that is in hand right now has no trouble yet or keeps its lease.
                var woken = await db.Set<Job>()
                    .Where(j => j.Id == ask.Job && j.Done == null && j.Trouble != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(j => j.Until, (DateTime?)null), CancellationToken.None);
                return woken == 1 ? new JobDueNow(ask.Job) : new JobNotWaiting();
            },
            ct
        );
    }
}

public sealed record JobNotWaiting()
    : Refusal(
        ("这件后台工作已经做完，或者正在做。", "This job is done already or is being done right now."),
        ("刷新页面看它现在的情况。", "Reload the page to see how it stands.")
    );
