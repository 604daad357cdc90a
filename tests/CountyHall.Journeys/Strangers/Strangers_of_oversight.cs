using CountyHall.Approvals.Cases;
using CountyHall.Journeys.Cases;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Oversight;
using CountyHall.Oversight.Evaluations;
using CountyHall.Oversight.Warnings;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case of Oversight refuses whoever has not the charge, and leaves no trace of having been asked.</summary>
public abstract class Strangers_of_oversight_are_refused(Hall hall) : On_either_database(hall)
{
    /// <summary>One right command of each use case, and who may give it.</summary>
    private static readonly IReadOnlyDictionary<Type, (string Right, Func<Hall, long, Occasion, Task<Refusal?>> Ask)> Samples =
        new Dictionary<Type, (string, Func<Hall, long, Occasion, Task<Refusal?>>)>
        {
            [typeof(EvaluateCaseHandler)] = (
                "",
                async (hall, _, on) =>
                    (await hall.Get<EvaluateCaseHandler>().Handle(new(await Link(hall), Grade.VerySatisfied, [], null, true), on)).Refusal()
            ),
            [typeof(ExtendRectificationHandler)] = (
                "lu.bingzhu",
                async (hall, task, on) => (await hall.Get<ExtendRectificationHandler>().Handle(new(task, 2, "理由"), on)).Refusal()
            ),
            [typeof(VerifyBadEvaluationHandler)] = (
                "gu.yanqiu",
                async (hall, task, on) =>
                    (await hall.Get<VerifyBadEvaluationHandler>().Handle(new(task, "原因", ContactWay.Phone, "已联系"), on)).Refusal()
            ),
            [typeof(RectifyBadEvaluationHandler)] = (
                "gu.yanqiu",
                async (hall, task, on) => (await hall.Get<RectifyBadEvaluationHandler>().Handle(new(task, "措施"), on)).Refusal()
            ),
            [typeof(CallBackEvaluatorHandler)] = (
                "gu.yanqiu",
                async (hall, task, on) =>
                    (await hall.Get<CallBackEvaluatorHandler>().Handle(new(task, ContactWay.Phone, "认可", true), on)).Refusal()
            ),
            [typeof(GiveOrderHandler)] = (
                "yao.mingqu",
                async (hall, _, on) =>
                    (await hall.Get<GiveOrderHandler>().Handle(new(await Running(hall), "scjg", "询问进度"), on)).Refusal()
            ),
            [typeof(AnswerOrderHandler)] = (
                "gu.yanqiu",
                async (hall, _, on) =>
                    (
                        await hall.Get<AnswerOrderHandler>()
                            .Handle(new(await Order(hall), "原因", "措施", Kernel.Calendar.CountyTime.DayOf(hall.Now)), on)
                    ).Refusal()
            ),
        };

    private static readonly (string Who, string Account, Func<Actor, Actor>? Changed)[] Everyone =
    [
        ("nobody", "", null),
        ("the house itself", "", _ => Actor.House),
        ("an unrelated citizen", "cheng.yian", null),
        ("the applicant", "gu.qinglan", null),
        ("a clerk", "zhu.jingxing", null),
        ("the issuer", "jiang.yanqiu", null),
        ("an approver of another office", "pei.yingxi", null),
        ("the head of another office", "zhu.chuqing", null),
        ("the supervisor", "yao.mingqu", null),
        ("the administrator", "sheng.yuanxiu", null),
        ("the same office of the next county", "gu.yanqiu", by => by with { Division = "330424" }),
        ("the head of the same office of the next county", "lu.bingzhu", by => by with { Division = "330424" }),
        ("the supervisor of the next county", "yao.mingqu", by => by with { Division = "330424" }),
    ];

    [Fact]
    public void Every_use_case_has_its_sample() => Samples.Keys.ShouldBe(OversightModule.UseCases, ignoreOrder: true);

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var task = await Prepare(hall);
        // In the order in which a task goes on, so that each right command finds the stage that it needs.
        foreach (var useCase in OversightModule.UseCases.OrderBy(t => Samples.Keys.ToList().IndexOf(t)))
        {
            var (right, ask) = Samples[useCase];
            var before = await hall.Everything();
            foreach (var (who, account, changed) in Everyone)
            {
                var on = await hall.Occasion(account, $"stranger-{Guid.NewGuid():N}");
                if (changed is not null)
                    on = on with { By = changed(on.By) };
                if (MayAfterAll(useCase, on.By))
                    continue;
                var why = (await ask(hall, task, on)).ShouldNotBeNull($"{who} was allowed to: {useCase.Name}");
                (
                    why is NotYourCharge or ChargeOfAnotherOffice or ChargeOfAnotherCounty or StaffDoNotEvaluate or SupervisedCaseNotFound
                ).ShouldBeTrue($"{who}, {useCase.Name}: {why.Code}");
            }
            (await hall.Everything()).ShouldBe(before, useCase.Name);
            (await ask(hall, task, await hall.Occasion(right, $"right-{useCase.Name}"))).ShouldBeNull(useCase.Name);
        }
    }

    // A link opens to whoever holds it, but for staff at a desk without a window.
    private static bool MayAfterAll(Type useCase, Actor by) =>
        useCase == typeof(EvaluateCaseHandler)
            ? !by.IsStaff || by.Window is not null
            : useCase == typeof(GiveOrderHandler) && by.Is(Role.Supervisor) && by.Division == "330421";

    /// <summary>A bad evaluation, a second finished case, and a running one.</summary>
    private static async Task<long> Prepare(Hall hall)
    {
        var bad = await hall.Finished();
        (
            await hall.Get<EvaluateCaseHandler>()
                .Handle(new(hall.Get<EvaluationLinks>().Of(bad.Id), Grade.VeryDissatisfied, [], null, true), await hall.Occasion(""))
        ).ShouldBeDone();
        await hall.Finished();
        await Story.In(hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
        return await hall.Read(db => db.Rectifications.Select(r => r.Id).SingleAsync());
    }

    private static async Task<string> Link(Hall hall) =>
        hall.Get<EvaluationLinks>().Of(await hall.Read(db => db.Evaluations.Where(e => e.Grade != 1).Select(e => e.Id).SingleAsync()));

    private static Task<string> Running(Hall hall) =>
        hall.Read(async db => (await db.Set<Approvals.Cases.Case>().SingleAsync(c => c.StageName == "under-review")).Number.Value);

    private static Task<long> Order(Hall hall) => hall.Read(db => db.Supervisions.Select(s => s.Id).SingleAsync());
}

public sealed class Strangers_of_oversight_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_oversight_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_oversight_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_oversight_are_refused(hall),
        IClassFixture<PostgresHall>;
