using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.House;

/// <summary>What leaves the house is born with the decision, done at least once, and never lost with a worker.</summary>
public abstract class The_outbox(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task What_is_refused_leaves_nothing_in_it()
    {
        var before = await Hall.Read(db => db.Set<Job>().CountAsync());
        await Story.In(Hall).As("zhu.jingxing").Receives("restaurant-food-licence").As("shen.yining").Accepts().IsRefused<WrongRole>();
        (await Hall.Read(db => db.Set<Job>().CountAsync())).ShouldBe(before + 1); // the receipt's own message
    }

    [Fact]
    public async Task The_jobs_of_a_killed_worker_come_back_after_its_lease()
    {
        await using var hall = await Open();
        await Post(hall, 220);
        var desk = hall.Get<Desk>();
        desk.Dies = true;
        using var killed = new CancellationTokenSource();
        desk.Kill = killed.Cancel;
        await Should.ThrowAsync<OperationCanceledException>(() => hall.Get<JobRunner>().RunDue(killed.Token));
        (await Open(hall)).ShouldBe(220);

        // Another worker finds the ones that were not claimed, and the rest only when the lease is over.
        await using var other = await hall.AnotherNode();
        other.Get<JobKinds>().ShouldNotBeNull();
        await RunAll(other);
        (await Open(hall)).ShouldBe(200);
        hall.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAll(other);
        (await Open(hall)).ShouldBe(200);
        hall.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));
        await RunAll(other);
        (await Open(hall)).ShouldBe(0);
        other.Get<Desk>().Done.Concat(desk.Done).Distinct().Order().ShouldBe(Enumerable.Range(0, 220));
    }

    [Fact]
    public async Task A_failing_job_shows_its_trouble_and_waits_longer_each_time()
    {
        await using var hall = await Open();
        hall.Get<Desk>().Fails = true;
        await Post(hall, 1);
        DateTime? before = null;
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            (await hall.Get<JobRunner>().RunDue()).ShouldBe(1);
            (await hall.Get<JobRunner>().RunDue()).ShouldBe(0); // not at once again
            var job = await hall.Read(db => db.Set<Job>().AsNoTracking().SingleAsync());
            job.Done.ShouldBeNull();
            job.Tries.ShouldBe(attempt);
            job.Trouble.ShouldNotBeNull().ShouldContain("the line is dead");
            var wait = job.Until!.Value - hall.Now;
            if (before is { } earlier)
                wait.ShouldBeGreaterThan(earlier - DateTime.MinValue);
            before = DateTime.MinValue + wait;
            hall.Clock.Advance(wait + TimeSpan.FromSeconds(1));
        }
        hall.Get<Desk>().Fails = false;
        (await hall.Get<JobRunner>().RunDue()).ShouldBe(1);
        var done = await hall.Read(db => db.Set<Job>().AsNoTracking().SingleAsync());
        done.Done.ShouldBe(hall.Now);
        done.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task A_job_that_nobody_knows_is_kept_and_says_so()
    {
        await using var hall = await Open();
        var on = await hall.Occasion("zhu.jingxing");
        await hall.Get<HallWriter>()
            .Write(db =>
            {
                db.Post(on, new Unheard("x"));
                return Task.CompletedTask;
            });
        await hall.Get<JobRunner>().RunDue();
        var job = await hall.Read(db => db.Set<Job>().AsNoTracking().SingleAsync());
        job.Done.ShouldBeNull();
        job.Trouble.ShouldNotBeNull().ShouldContain("unheard");
    }

    [Fact]
    public async Task Two_workers_never_have_the_same_job_in_hand()
    {
        await using var hall = await Open();
        await using var other = await hall.AnotherNode();
        await Post(hall, 120);
        await Task.WhenAll(Task.Run(() => RunAll(hall)), Task.Run(() => RunAll(other)));
        await RunAll(hall);
        hall.Get<Desk>().Done.Concat(other.Get<Desk>().Done).Order().ShouldBe(Enumerable.Range(0, 120));
    }

    private Task<Hall> Open() =>
        Journeys.Hall.Open(
            Hall.Engine,
            change: house =>
            {
                house.AddSingleton<Desk>();
                house.AddSingleton(new JobKinds().Add<Letter, Desk>());
            }
        );

    private static async Task Post(Hall hall, int count)
    {
        var on = await hall.Occasion("zhu.jingxing");
        await hall.Get<HallWriter>()
            .Write(db =>
            {
                for (var i = 0; i < count; i++)
                    db.Post(on, new Letter(i));
                return Task.CompletedTask;
            });
    }

    private static async Task RunAll(Hall hall)
    {
        while (await hall.Get<JobRunner>().RunDue() > 0) { }
    }

    private static Task<int> Open(Hall hall) => hall.Read(db => db.Set<Job>().CountAsync(j => j.Done == null));

    public sealed record Letter(int Number);

    public sealed record Unheard(string What);

    /// <summary>Does letters, or dies over them.</summary>
    public sealed class Desk : IJob<Letter>
    {
        public List<int> Done { get; } = [];
        public bool Fails { get; set; }
        public bool Dies { get; set; }
        public Action Kill { get; set; } = () => { };

        public Task Do(Letter body, CancellationToken ct)
        {
            if (Dies)
            {
                Kill();
                ct.ThrowIfCancellationRequested();
            }
            if (Fails)
                throw new IOException("the line is dead");
            lock (Done)
                Done.Add(body.Number);
            return Task.CompletedTask;
        }
    }
}

public sealed class The_outbox_on_the_embedded_database(EmbeddedHall hall) : The_outbox(hall), IClassFixture<EmbeddedHall>;

public sealed class The_outbox_on_PostgreSQL(PostgresHall hall) : The_outbox(hall), IClassFixture<PostgresHall>;
