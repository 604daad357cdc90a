using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CountyHall.Kernel.Outbox;

/// <summary>Does one kind of job. It may be called twice for the same job and must bear it.</summary>
public interface IJob<in TBody>
{
    Task Do(TBody body, CancellationToken ct);
}

/// <summary>What this process does with which kind of job.</summary>
public sealed class JobKinds
{
    internal Dictionary<string, List<Func<IServiceProvider, string, CancellationToken, Task>>> Doers { get; } = [];

    /// <summary>Adds one who does this kind of job. Where several do, they do it in this order, and one that fails has all of them do it again.</summary>
    public JobKinds Add<TBody, TJob>()
        where TJob : IJob<TBody>
    {
        var kind = Recording.KindOf(typeof(TBody));
        if (!Doers.TryGetValue(kind, out var doers))
            Doers[kind] = doers = [];
        doers.Add(
            (services, body, ct) => services.GetRequiredService<TJob>().Do(JsonSerializer.Deserialize<TBody>(body, Recording.Json)!, ct)
        );
        return this;
    }
}

/// <summary>Takes jobs that are due, does them, and gives up none: a job of a killed process comes back when its lease is over.</summary>
public sealed class JobRunner(
    IDbContextFactory<HallDb> contexts,
    HallWriter writer,
    JobKinds kinds,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<JobRunner> log
) : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How long a message may be late for the sake of those who wait for an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly string me = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // Who waits at a counter goes before a message: in a rush one batch a second, and the rest when it is over.
                while (await TakeDue(stoppingToken) is { Count: AtOnce } taken && (!writer.IsBusy || IsLate(taken[0]))) { }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The outbox could not be emptied; it is tried again in a second.");
            }
        }
    }

    /// <summary>Does what is due now. Answers how many jobs were taken.</summary>
    public async Task<int> RunDue(CancellationToken ct = default) => (await TakeDue(ct)).Count;

    private bool IsLate(Job job) => time.Now() - job.Due > Patience;

    private async Task<List<Job>> TakeDue(CancellationToken ct)
    {
        var jobs = await Claim(ct);
        var done = new List<long>();
        foreach (var job in jobs)
        {
            if (await Run(job, ct) is { } trouble)
                await Postpone(job, trouble);
            else
                done.Add(job.Id);
        }
        if (done.Count > 0)
            await Finish(done);
        return jobs;
    }

    private async Task<List<Job>> Claim(CancellationToken ct)
    {
        var now = time.Now();
        await using (var looking = await contexts.CreateDbContextAsync(ct))
        {
            if (!await looking.Set<Job>().AnyAsync(j => j.Done == null && j.Due <= now && (j.Until == null || j.Until < now), ct))
                return [];
        }
        List<Job> claimed = [];
        await writer.Write(
            async db =>
            {
                claimed.Clear();
                var due = await db.Set<Job>()
                    .AsNoTracking()
                    .Where(j => j.Done == null && j.Due <= now && (j.Until == null || j.Until < now))
                    .OrderBy(j => j.Due)
                    .Take(AtOnce)
                    .ToListAsync(CancellationToken.None);
                var ids = due.ConvertAll(j => j.Id);
                var taken = await db.Set<Job>()
                    // Another node may have taken them meanwhile, and even have done them.
                    .Where(j => ids.Contains(j.Id) && j.Done == null && (j.Until == null || j.Until < now))
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(j => j.Owner, me)
                                .SetProperty(j => j.Until, now + Lease)
                                .SetProperty(j => j.Tries, j => j.Tries + 1),
                        CancellationToken.None
                    );
                // Fewer than were seen: another node was quicker with the rest.
                var mine =
                    taken == due.Count
                        ? ids
                        : await db.Set<Job>()
                            .Where(j => ids.Contains(j.Id) && j.Owner == me)
                            .Select(j => j.Id)
                            .ToListAsync(CancellationToken.None);
                claimed.AddRange(due.Where(j => mine.Contains(j.Id)));
            },
            ct
        );
        return claimed;
    }

    /// <summary>Does one job. Answers what went wrong; nothing where it was done.</summary>
    private async Task<string?> Run(Job job, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (!kinds.Doers.TryGetValue(job.Kind, out var doers))
                throw new InvalidOperationException($"Nobody here does jobs of the kind {job.Kind}.");
            foreach (var doer in doers)
                await doer(scope.ServiceProvider, job.Body, ct);
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "Job {Job} of kind {Kind} failed; it is tried again later.", job.Id, job.Kind);
            return $"{fault.GetType().Name}: {fault.Message}";
        }
    }

    /// <summary>What was done together is marked together: one commit, not one for each.</summary>
    private Task Finish(List<long> done)
    {
        var now = time.Now();
        return writer.Write(
            async db =>
                await db.Set<Job>()
                    .Where(j => done.Contains(j.Id) && j.Owner == me)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(j => j.Done, now)
                                .SetProperty(j => j.Until, (DateTime?)null)
                                .SetProperty(j => j.Trouble, (string?)null),
                        CancellationToken.None
                    ),
            CancellationToken.None
        );
    }

    private Task Postpone(Job job, string trouble)
    {
        // A failing job waits longer after each try, up to an hour.
        var again = time.Now() + TimeSpan.FromSeconds(Math.Min(3600, 10 * Math.Pow(2, Math.Min(job.Tries, 12))));
        return writer.Write(
            async db =>
                await db.Set<Job>()
                    .Where(j => j.Id == job.Id && j.Owner == me)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(j => j.Until, again).SetProperty(j => j.Trouble, trouble),
                        CancellationToken.None
                    ),
            CancellationToken.None
        );
    }
}

/// <summary>Sends short messages. No provider is configured yet, so nothing leaves the house; the job only shows that it would have.</summary>
/// <remarks>A provider is one more class here; the demonstration county never sends.</remarks>
public sealed class TextMessagesOff(ILogger<TextMessagesOff> log) : IJob<TextMessage>, IJob<StaffMessage>
{
    public Task Do(StaffMessage body, CancellationToken ct)
    {
        log.LogDebug("A message about case {Case} to {Office} was not sent: no provider is configured.", body.CaseNumber, body.Office);
        return Task.CompletedTask;
    }

    public Task Do(TextMessage body, CancellationToken ct)
    {
        log.LogDebug("A text message about case {Case} was not sent: no provider is configured.", body.CaseNumber);
        return Task.CompletedTask;
    }
}
