using CountyHall.Journeys.Trading;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.RedFlags.OwnLots;

namespace CountyHall.Journeys.Strangers;

/// <summary>A flag is judged by the department that supervises the tender, and by nobody else.</summary>
public abstract class Strangers_of_the_red_flags_are_refused(Hall hall) : On_either_database(hall)
{
    private static readonly string[] Everyone =
    [
        "",
        "lu.songnian",
        "zhu.jingxing",
        "shao.wenzhou",
        "he.mingzhou",
        "sun.ruolan",
        "sheng.yuanxiu",
        "yao.mingqu",
        "wei.chengyu",
        "su.wanqing",
        // of another department that supervises tenders
        "meng.hanzhi",
        OpeningGround.Venue,
        .. AwardGround.Members,
        .. OpeningGround.Bidders,
    ];

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        TradingModule
            .UseCases.Where(t => t.Namespace!.StartsWith("CountyHall.Trading.RedFlags", StringComparison.Ordinal))
            .ShouldBe([typeof(JudgeFlagHandler)]);
        var ground = await FlagsGround.In(Hall);
        await FlagsGround.Computes(Hall);
        var traces = await Hall.Everything();
        foreach (var account in Everyone)
            await IsRefused(await Hall.Occasion(account, $"stranger-{Guid.NewGuid():N}"), account);
        var right = await Hall.Occasion(OpeningGround.Supervisor, $"right-{Guid.NewGuid():N}");
        await IsRefused(right with { By = Actor.House }, "the house");
        await IsRefused(right with { By = right.By with { Division = "330424" } }, "another county");
        (await Hall.Everything()).ShouldBe(traces);
        (await Judge(right)).ShouldBeNull();
        // The same key again: the first answer, and nothing happens twice.
        var after = await Hall.Everything();
        (await Judge(right)).ShouldBeNull();
        (await Hall.Everything()).ShouldBe(after);

        async Task IsRefused(Occasion on, string who)
        {
            var why = (await Judge(on)).ShouldNotBeNull($"“{who}” was allowed to");
            (why is NotYourCharge or ChargeOfAnotherCounty or SupervisedByAnother).ShouldBeTrue($"“{who}”: {why.Code}");
        }

        async Task<Refusal?> Judge(Occasion on) =>
            (await Hall.Get<JudgeFlagHandler>().Handle(new(ground.Lot, "R035", "3.0", true, "示例理由"), on)).Refusal();
    }
}

public sealed class Strangers_of_the_red_flags_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_the_red_flags_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_the_red_flags_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_the_red_flags_are_refused(hall),
        IClassFixture<PostgresHall>;
