using CountyHall.Journeys.Trading;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Similarity.Board;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case of the likeness board refuses whoever has not the charge, and leaves no trace of having been asked.</summary>
public abstract class Strangers_of_the_likeness_board_are_refused(Hall hall) : On_either_database(hall)
{
    private static readonly string[] Watching = [OpeningGround.Supervisor];
    private static readonly string[] Comparing = [OpeningGround.Supervisor, OpeningGround.Venue];

    /// <summary>Of the office that received the referral.</summary>
    private static readonly string[] Investigating = ["meng.hanzhi"];

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
        .. Comparing,
        .. Investigating,
        .. AwardGround.Members,
        .. OpeningGround.Bidders,
    ];

    private sealed record Step(Type UseCase, string[] May, Func<Occasion, Task<Refusal?>> Ask, Func<Task>? Before = null);

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        var ground = await LikenessGround.In(Hall);
        var steps = Steps(ground);
        steps
            .Select(s => s.UseCase)
            .Distinct()
            .ShouldBe(
                TradingModule.UseCases.Where(t => t.Namespace!.StartsWith("CountyHall.Trading.Similarity", StringComparison.Ordinal)),
                ignoreOrder: true
            );
        foreach (var step in steps)
        {
            if (step.Before is { } before)
                await before();
            var traces = await Hall.Everything();
            foreach (var account in Everyone.Except(step.May))
                await IsRefused(step, account, null);
            await IsRefused(step, "", _ => Actor.House);
            foreach (var account in step.May)
                await IsRefused(step, account, by => by with { Division = "330424" });
            (await Hall.Everything()).ShouldBe(traces, step.UseCase.Name);
            var on = await Hall.Occasion(step.May[0], $"right-{step.UseCase.Name}-{Guid.NewGuid():N}");
            var why = await step.Ask(on);
            why.ShouldBeNull($"{step.May[0]}, {step.UseCase.Name}: {why?.Code} {why?.Reason.En}");
            // The same key again: the first answer, and nothing happens twice.
            var after = await Hall.Everything();
            (await step.Ask(on)).ShouldBeNull(step.UseCase.Name);
            (await Hall.Everything()).ShouldBe(after, step.UseCase.Name);
        }
    }

    private async Task IsRefused(Step step, string account, Func<Actor, Actor>? changed)
    {
        var on = await Hall.Occasion(account, $"stranger-{Guid.NewGuid():N}");
        if (changed is not null)
            on = on with { By = changed(on.By) };
        var why = (await step.Ask(on)).ShouldNotBeNull($"“{account}” was allowed to: {step.UseCase.Name}");
        (why is NotYourCharge or ChargeOfAnotherCounty or NotYourTender or NotYourFirm or NotYourSeat or SupervisedByAnother).ShouldBeTrue(
            $"“{account}”, {step.UseCase.Name}: {why.Code}"
        );
    }

    private List<Step> Steps(LikenessGround ground)
    {
        var lot = ground.Lot;
        var referral = "";
        return
        [
            Of<RunSimilarityHandler, LikenessWasRun>(Comparing, (h, on) => h.Handle(new(lot), on)),
            Of<JudgeLikenessHandler, LikenessWasJudged>(Watching, (h, on) => h.Handle(new(lot, 1, "B002", "B003", true, "示例理由"), on)),
            Of<ReferCollusionHandler, CollusionWasReferred>(
                Watching,
                (h, on) => h.Handle(new(lot, 1, ["B002", "B003"], "trading-office", "示例说明"), on)
            ),
            Of<AnswerReferralHandler, ReferralWasAnswered>(
                Investigating,
                (h, on) => h.Handle(new(referral, ReferralOutcome.NotEstablished, "示例结果"), on),
                async () => referral = await Hall.Read(db => db.CollusionReferrals.Select(r => r.Number).SingleAsync())
            ),
        ];

        Step Of<THandler, T>(string[] may, Func<THandler, Occasion, Task<Result<T>>> ask, Func<Task>? before = null)
            where THandler : notnull => new(typeof(THandler), may, async on => (await ask(Hall.Get<THandler>(), on)).Refusal(), before);
    }
}

public sealed class Strangers_of_the_likeness_board_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_the_likeness_board_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_the_likeness_board_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_the_likeness_board_are_refused(hall),
        IClassFixture<PostgresHall>;
