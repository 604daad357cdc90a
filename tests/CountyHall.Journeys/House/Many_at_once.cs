using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.House;

/// <summary>Many hands on one house: numbers without a gap, no officer overwrites another, and nobody pays for a neighbour's mistake.</summary>
public abstract class Many_at_once(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task Thirty_two_clients_leave_no_gap_and_no_duplicate_in_the_numbers()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await Crowd([hall]);
        await NumbersAreWhole(hall, 32 * 6);
    }

    [Fact]
    public async Task Nor_do_the_clients_of_two_nodes()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await using var other = await hall.AnotherNode();
        await Crowd([hall, other]);
        await NumbersAreWhole(hall, 32 * 6);
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_of_results_have_no_gap_either()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var numbers = new List<CaseNumber>();
        for (var i = 0; i < 8; i++)
        {
            var story = await Story.In(hall).As("zhu.jingxing").Receives("food-production-licence", then: AfterReceipt.Accept);
            await story.As("shen.yining").ChecksOnSite("gu.yanqiu").Agrees();
            numbers.Add(story.Number);
        }
        // Each is made three times over, by two issuers at once; one of the three succeeds.
        var made = await Task.WhenAll(
            numbers
                .SelectMany(n => new[] { (n, "jiang.yanqiu"), (n, "dai.heming"), (n, "jiang.yanqiu") })
                .Select(async who => await hall.Get<MakeResultHandler>().Handle(new(who.n), await hall.Occasion(who.Item2)))
        );
        var results = made.OfType<Result<ResultMade>.Done>().Select(d => d.Value.Result.Number).Order().ToList();
        results.ShouldBe(Enumerable.Range(1, 8).Select(i => $"3304212026{i:000000}"));
    }

    [Fact]
    public async Task Two_offices_that_conclude_at_once_are_both_heard()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await using var other = await hall.AnotherNode();
        for (var round = 0; round < 8; round++)
        {
            var story = await Story
                .In(hall)
                .As("zhu.jingxing")
                .Receives("restaurant-food-licence", then: AfterReceipt.Accept)
                .As("shen.yining")
                .ChecksOnSite("gu.yanqiu");
            await Task.WhenAll(Agrees(hall, story.Number, "shen.yining"), Agrees(other, story.Number, "cheng.jingzhi"));
            await story.Stands<Granted>(granted => granted.Decision.Conclusions.Count.ShouldBe(2));
        }
        (await hall.Examine()).ShouldBeEmpty();

        static async Task Agrees(Hall hall, CaseNumber number, string officer) =>
            (await hall.Get<ConcludeHandler>().Handle(new(number, true, "同意", null), await hall.Occasion(officer))).ShouldBeDone();
    }

    [Fact]
    public async Task Two_officers_of_one_office_at_once_conclude_once()
    {
        await using var other = await Hall.AnotherNode();
        var story = await Story.In(Hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
        var answers = await Task.WhenAll(Concludes(Hall, "cheng.jingzhi"), Concludes(other, "tang.mingqu"));
        answers.Count(why => why is null).ShouldBe(1);
        answers.Single(why => why is not null).ShouldBeRefused<ConcludedAlready>();

        async Task<Refusal?> Concludes(Hall hall, string officer) =>
            (await hall.Get<ConcludeHandler>().Handle(new(story.Number, true, "同意", null), await hall.Occasion(officer))).Refusal();
    }

    [Fact]
    public async Task Nodes_that_take_the_same_rows_in_another_order_both_come_through()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await using var other = await hall.AnotherNode();
        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async i =>
                {
                    var (node, first, second) = i % 2 == 0 ? (hall, "one", "two") : (other, "two", "one");
                    var numbers = (0L, 0L);
                    await node.Get<HallWriter>()
                        .Write(async db =>
                        {
                            var a = await db.NextNumber(first);
                            await Task.Yield();
                            numbers = (a, await db.NextNumber(second));
                        });
                    return numbers;
                })
        );
        taken.Select((n, i) => i % 2 == 0 ? n.Item1 : n.Item2).Order().ShouldBe(Enumerable.Range(1, 40).Select(n => (long)n));
    }

    [Fact]
    public async Task One_unit_that_breaks_a_constraint_disturbs_no_neighbour()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => Ids.Next(Hall.Now)).ToList();
        var on = await Hall.Occasion("zhu.jingxing");
        // Every fifth takes the id of its neighbour; every seventh throws.
        var outcomes = await Task.WhenAll(
            ids.Select(
                async (id, i) =>
                {
                    try
                    {
                        await Hall.Get<HallWriter>()
                            .Write(db =>
                            {
                                db.Set<Job>().Add(Job(i % 5 == 4 ? ids[i - 1] : id, on));
                                return i % 7 == 6 ? throw new InvalidOperationException("a fault in the unit") : Task.CompletedTask;
                            });
                        return true;
                    }
                    catch (Exception fault) when (fault is DbUpdateException or InvalidOperationException)
                    {
                        return false;
                    }
                }
            )
        );
        var there = await Hall.Read(db => db.Set<Job>().Where(j => j.Kind == "neighbour").Select(j => j.Id).ToListAsync());
        outcomes.Count(kept => kept).ShouldBe(there.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            if (i % 5 != 4 && i % 7 != 6)
                outcomes[i].ShouldBeTrue($"unit {i} was right");
        }
        there.ShouldBeSubsetOf(ids);

        static Job Job(long id, Occasion on) =>
            new()
            {
                Id = id,
                Kind = "neighbour",
                Body = "{}",
                Due = on.At.AddYears(1),
            };
    }

    [Fact]
    public async Task A_number_that_was_taken_and_then_refused_goes_to_the_next()
    {
        var on = await Hall.Occasion("zhu.jingxing");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    Hall.Get<HallWriter>()
                        .Write<NumberTaken>(
                            on with
                            {
                                Key = $"taken-{i}",
                            },
                            async db =>
                                await db.NextNumber("taken") is var number && i % 3 == 2 ? new CaseNumberWrong() : new NumberTaken(number)
                        )
                )
        );
        var taken = answers.OfType<Result<NumberTaken>.Done>().Select(done => done.Value.Number).Order();
        taken.ShouldBe(Enumerable.Range(1, 40).Select(i => (long)i));
        (await Hall.Read(db => db.Set<Serial>().Where(s => s.Series == "taken").Select(s => s.Last).SingleAsync())).ShouldBe(40);
    }

    private sealed record NumberTaken(long Number);

    [Fact]
    public async Task What_is_put_in_reads_as_it_was_however_long()
    {
        var on = await Hall.Occasion("zhu.jingxing");
        var texts = new[]
        {
            "",
            "x",
            "办件",
            new string('西', 5_461),
            new string('塘', 5_462),
            string.Concat(Enumerable.Repeat("云岫🏮", 40_000)),
            "末",
        };
        var jobs = texts
            .Select(text => new Job
            {
                Id = Ids.Next(Hall.Now),
                Kind = "long",
                Body = text,
                Due = on.At.AddYears(1).AddTicks(text.Length * 10),
            })
            .ToList();
        await Hall.Get<HallWriter>()
            .Write(db =>
            {
                foreach (var job in jobs)
                    db.Append(job);
                return Task.CompletedTask;
            });
        var there = await Hall.Read(db => db.Set<Job>().AsNoTracking().Where(j => j.Kind == "long").OrderBy(j => j.Id).ToListAsync());
        there.Select(j => (j.Body, j.Due)).ShouldBe(jobs.Select(j => (j.Body, j.Due)));
    }

    private static async Task Crowd(IReadOnlyList<Hall> nodes)
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < 8; i++)
                        {
                            var node = nodes[client % nodes.Count];
                            // Every fourth is refused, after it has begun; its number goes to the next.
                            var refused = i % 4 == 3;
                            var answer = await The_same_command_twice.Receive(
                                node,
                                client % 2 == 0 ? "zhu.jingxing" : "bai.yingxi",
                                $"crowd-{client}-{i}",
                                AfterReceipt.Accept,
                                refused ? ["layout"] : []
                            );
                            (answer is Result<CaseReceived>.Refused).ShouldBe(refused);
                        }
                    })
                )
        );
    }

    private static async Task NumbersAreWhole(Hall hall, int count)
    {
        var numbers = await hall.Read(db => db.Cases.Select(c => c.Number).ToListAsync());
        numbers.Select(n => n.Value).Order().ShouldBe(Enumerable.Range(1, count).Select(i => $"330421-20261124-{i:000000}"));
    }
}

public sealed class Many_at_once_on_the_embedded_database(EmbeddedHall hall) : Many_at_once(hall), IClassFixture<EmbeddedHall>;

public sealed class Many_at_once_on_PostgreSQL(PostgresHall hall) : Many_at_once(hall), IClassFixture<PostgresHall>;
