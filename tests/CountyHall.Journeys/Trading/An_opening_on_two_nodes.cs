using System.Net.ServerSentEvents;
using CountyHall.Trading.Opening;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.Trading;

/// <summary>Two nodes over one PostgreSQL: whoever watches at one sees what is done at the other.</summary>
public sealed class An_opening_on_two_nodes
{
    [Fact]
    public async Task What_is_done_at_one_node_is_seen_at_the_other()
    {
        Assert.SkipWhen(Engine.Postgres.Missing is not null, Engine.Postgres.Missing ?? "");
        var storage = await Engine.Postgres.Copy();
        await using var hall = await Hall.Of(Engine.Postgres, storage, TimeProvider.System.GetUtcNow());
        var ground = await OpeningGround.In(hall, deadline: TimeSpan.FromMinutes(30));
        await ground.HasARoom();
        await ground.Chair<ScheduleOpeningHandler, OpeningScheduled>((h, on) => h.Handle(new(ground.Number, new OpeningPlan(30)), on));
        await using var one = await Node(storage);
        await using var other = await Node(storage);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));

        // Somebody watches at each of the two.
        using var atOne = new HttpClient { BaseAddress = new Uri(AddressOf(one)) };
        using var atOther = new HttpClient { BaseAddress = new Uri(AddressOf(other)) };
        await using var seenAtOne = Turns(atOne, ground.Number, patience.Token);
        await using var seenAtOther = Turns(atOther, ground.Number, patience.Token);
        var before = await Next(seenAtOther);
        (await Next(seenAtOne)).ShouldBe(before);

        ground.At(ground.Deadline.AddMinutes(-20));
        (
            await one
                .Services.GetRequiredService<BeginSignInHandler>()
                .Handle(new(ground.Number), await hall.Occasion(OpeningGround.Agency), patience.Token)
        ).ShouldBeDone();
        var after = await Next(seenAtOther);
        after.ShouldBeGreaterThan(before);
        (await Next(seenAtOne)).ShouldBe(after);
        (await atOther.GetStringAsync($"/openings/{ground.Number}?turn={after}", patience.Token)).ShouldContain("签到中");

        // And the other way round.
        (
            await other
                .Services.GetRequiredService<NoteAsSupervisorHandler>()
                .Handle(
                    new(ground.Number, OpeningNoteKind.Remark, "到场监督（示例）"),
                    await hall.Occasion(OpeningGround.Supervisor),
                    patience.Token
                )
        ).ShouldBeDone();
        (await Next(seenAtOne)).ShouldBeGreaterThan(after);
        (await atOne.GetStringAsync($"/openings/{ground.Number}?turn={after + 1}", patience.Token)).ShouldContain("到场监督（示例）");
        await one.StopAsync(patience.Token);
        await other.StopAsync(patience.Token);
    }

    private static async Task<WebApplication> Node(Storage storage)
    {
        var node = await Site.Open(
            storage,
            demonstration: true,
            "http://127.0.0.1:0",
            builder => builder.Configuration["Site:KeepPages"] = "00:00:00"
        );
        await node.StartAsync();
        return node;
    }

    private static string AddressOf(WebApplication node) =>
        node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The turns as they come; lines of life are passed over.</summary>
    private static async IAsyncEnumerator<long> Turns(HttpClient http, string number, CancellationToken ct)
    {
        await using var stream = await http.GetStreamAsync($"/openings/{number}/events", ct);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
        {
            if (item.EventType == "turn")
                yield return long.Parse(item.EventId!, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private static async Task<long> Next(IAsyncEnumerator<long> turns)
    {
        (await turns.MoveNextAsync()).ShouldBeTrue("The line stays open.");
        return turns.Current;
    }
}
