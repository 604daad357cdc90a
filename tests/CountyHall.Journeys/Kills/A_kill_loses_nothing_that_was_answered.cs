using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using CountyHall.Approvals;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Kills;

/// <summary>The process is killed twice in the middle of 200 submissions of 32 clients, and started again.</summary>
public abstract class A_kill_loses_nothing_that_was_answered(Engine engine)
{
    private const int Submissions = 200;
    private const int Clients = 32;

    [Fact]
    public async Task And_a_retry_with_the_same_key_makes_no_second_case()
    {
        Assert.SkipWhen(engine.Missing is not null, engine.Missing ?? "");
        var storage = await engine.Copy();
        var answered = new ConcurrentDictionary<int, string>();
        foreach (var killedAfter in new[] { 50, 120 })
        {
            await using var killed = await Served.On(storage);
            await Send(killed, answered, killedAfter);
            answered.Count.ShouldBeInRange(killedAfter, Submissions - 1, "The kill came in the middle.");
        }

        // Started again, all 200 are sent with the same keys, those that were answered too.
        await using var served = await Served.On(storage);
        var first = answered.ToDictionary();
        var again = new ConcurrentDictionary<int, string>();
        await Send(served, again, killAfter: null);

        again.Count.ShouldBe(Submissions);
        foreach (var (key, number) in first)
            again[key].ShouldBe(number, $"submission {key} had been answered");
        again.Values.Distinct().Count().ShouldBe(Submissions);
        await served.Kill();

        await using (var house = await Journeys.Hall.Of(engine, storage))
        {
            var numbers = await house.Read(db => db.Cases.Select(c => c.Number).ToListAsync());
            numbers.Select(n => n.Value).Order().ShouldBe(again.Values.Order());
            // The numbers of each day are 1, 2, 3…: midnight may have passed meanwhile.
            foreach (var day in numbers.GroupBy(n => n.Value[..15]))
                day.Select(n => int.Parse(n.Value[16..], CultureInfo.InvariantCulture)).Order().ShouldBe(Enumerable.Range(1, day.Count()));
        }
        var (code, said) = await Served.Run(storage, "doctor");
        said.Trim().ShouldBe("as recorded");
        code.ShouldBe(0);
    }

    /// <summary>Sends every submission that has no answer yet, and kills the process once so many have been answered.</summary>
    private static async Task Send(Served served, ConcurrentDictionary<int, string> answered, int? killAfter)
    {
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, Submissions).Where(i => !answered.ContainsKey(i)));
        using var http = await served.SignedIn("zhu.jingxing");
        var kill = new TaskCompletionSource();
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(Client)).ToList();
        if (killAfter is not null)
        {
            await Task.WhenAny(kill.Task, Task.WhenAll(clients));
            await served.Kill();
        }
        await Task.WhenAll(clients);

        async Task Client()
        {
            while (waiting.TryDequeue(out var i))
            {
                try
                {
                    using var answer = await Submit(http, i);
                    if (!answer.IsSuccessStatusCode)
                        throw new ShouldAssertException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                    var number = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
                    answered[i] = number;
                }
                catch (Exception gone) when (killAfter is not null && gone is HttpRequestException or IOException)
                {
                    return; // killed: whatever was under way has no answer
                }
                if (answered.Count >= killAfter)
                    kill.TrySetResult();
            }
        }
    }

    private static async Task<HttpResponseMessage> Submit(HttpClient http, int i)
    {
        var body = new
        {
            item = "restaurant-food-licence",
            applicant = "92330421DEMA030119",
            answers = new Dictionary<string, string> { ["cold"] = "no", ["area"] = "small" },
            fields = new Dictionary<string, string>
            {
                ["name"] = "嘉善云岫小馆",
                ["code"] = "92330421DEMA030119",
                ["legal-representative"] = "顾青岚",
                ["phone"] = "13800000921",
                ["shop-name"] = $"云岫小馆 {i}",
                ["premises"] = "嘉善县西塘镇示例路8号",
                ["floor-area"] = "46",
                ["manager"] = "顾青岚",
            },
            materials = new[] { "layout", "health-certificates" },
            then = "accept",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/desk/cases") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"submission-{i}");
        return await http.SendAsync(request);
    }
}

public sealed class A_kill_loses_nothing_that_was_answered_on_the_embedded_database()
    : A_kill_loses_nothing_that_was_answered(Engine.Embedded);

public sealed class A_kill_loses_nothing_that_was_answered_on_PostgreSQL() : A_kill_loses_nothing_that_was_answered(Engine.Postgres);
