using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.House;

/// <summary>A double click, a retry after a lost answer, a retry after a restart: one command, one case, one answer.</summary>
public abstract class The_same_command_twice(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task Gives_the_first_answer_and_makes_no_second_case()
    {
        var key = NewKey();
        var first = (await Receive(Hall, "zhu.jingxing", key)).ShouldBeDone();
        (await Receive(Hall, "zhu.jingxing", key)).ShouldBeDone().ShouldBe(first);
        (await CasesOf(first)).ShouldBe(1);
    }

    [Fact]
    public async Task Twenty_times_at_once_is_once()
    {
        var key = NewKey();
        var before = await Hall.Read(db => db.Cases.CountAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Receive(Hall, "zhu.jingxing", key))));
        answers.Select(a => a.ShouldBeDone().Number).Distinct().ShouldHaveSingleItem();
        (await Hall.Read(db => db.Cases.CountAsync())).ShouldBe(before + 1);
    }

    [Fact]
    public async Task At_two_nodes_at_once_is_once()
    {
        await using var other = await Hall.AnotherNode();
        for (var round = 0; round < 10; round++)
        {
            var key = NewKey();
            var answers = await Task.WhenAll(
                new[] { Hall, other }.Select(node => Task.Run(() => Receive(node, "zhu.jingxing", key))).ToArray()
            );
            answers[1].ShouldBeDone().ShouldBe(answers[0].ShouldBeDone());
            (await CasesOf(answers[0].ShouldBeDone())).ShouldBe(1);
        }
    }

    [Fact]
    public async Task After_a_restart_the_key_is_still_known()
    {
        var key = NewKey();
        var first = (await Receive(Hall, "zhu.jingxing", key)).ShouldBeDone();
        await using var restarted = await Hall.AnotherNode();
        (await Receive(restarted, "zhu.jingxing", key)).ShouldBeDone().ShouldBe(first);
    }

    [Fact]
    public async Task The_same_key_of_two_people_is_two_commands()
    {
        var key = NewKey();
        var first = (await Receive(Hall, "zhu.jingxing", key)).ShouldBeDone();
        (await Receive(Hall, "bai.yingxi", key)).ShouldBeDone().Number.ShouldNotBe(first.Number);
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_command_is_refused()
    {
        var key = NewKey();
        var received = (await Receive(Hall, "zhu.jingxing", key)).ShouldBeDone();
        var on = await Hall.Occasion("zhu.jingxing", key);
        (await Hall.Get<AcceptCaseHandler>().Handle(new(received.Number), on)).Refusal().ShouldBeRefused<KeyUsedAlready>();
        await Story.Of(Hall, received.Number).Stands<Received>();
    }

    [Fact]
    public async Task A_refusal_uses_up_no_key()
    {
        var key = NewKey();
        (await Receive(Hall, "zhu.jingxing", key, AfterReceipt.Accept, without: ["layout"])).Refusal().ShouldBeRefused<MaterialMissing>();
        (await Receive(Hall, "zhu.jingxing", key, AfterReceipt.Accept)).ShouldBeDone();
    }

    internal static async Task<Result<CaseReceived>> Receive(
        Hall hall,
        string clerk,
        string key,
        AfterReceipt then = AfterReceipt.KeepForNow,
        IReadOnlyCollection<string>? without = null
    )
    {
        var (party, guide) = (await hall.Party("嘉善云岫小馆"), await hall.Guide("restaurant-food-licence"));
        var on = await hall.Occasion(clerk, key);
        return await hall.Get<ReceiveAtCounterHandler>()
            .Handle(new("restaurant-food-licence", party.Id, party.Name, null, Papers.Of(guide, on.At, without ?? []), then), on);
    }

    private Task<int> CasesOf(CaseReceived received) =>
        Hall.Read(async db =>
        {
            var key = (await db.Facts.SingleAsync(f => f.Kind == "case-received" && f.Body.Contains(received.Number.Value))).Key;
            key.ShouldNotBeNull();
            return await db.Cases.CountAsync(c => c.Number == received.Number);
        });

    private static string NewKey() => Guid.NewGuid().ToString("N");
}

public sealed class The_same_command_twice_on_the_embedded_database(EmbeddedHall hall)
    : The_same_command_twice(hall),
        IClassFixture<EmbeddedHall>;

public sealed class The_same_command_twice_on_PostgreSQL(PostgresHall hall) : The_same_command_twice(hall), IClassFixture<PostgresHall>;
