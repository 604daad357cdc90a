using CountyHall.Journeys.Trading.Experts;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case of experts and draws refuses whoever has not the charge, and leaves no trace of having been asked.</summary>
public abstract class Strangers_of_the_draw_are_refused(Hall hall) : On_either_database(hall)
{
    private static readonly string[] Tenderers = [DrawGround.Entity, DrawGround.Representative, DrawGround.Agency];
    private static readonly string[] Watching = [DrawGround.Supervisor];
    private static readonly string[] Staff = [DrawGround.Centre];
    private static readonly string[] Platform = [DrawGround.Platform];
    private static readonly string[] Supervisors = ["luo.qingyan", "shao.wenzhou", "meng.hanzhi"];

    private static readonly string[] Everyone =
    [
        "",
        "gu.qinglan",
        "zou.yunfei",
        "tao.jinyan",
        "zhu.jingxing",
        "shao.wenzhou",
        "meng.hanzhi",
        "he.mingzhou",
        "sun.ruolan",
        "sheng.yuanxiu",
        "yao.mingqu",
        "liang.jianbo",
        "tan.yuchen",
        DrawGround.OtherPlatform,
        .. Tenderers,
        .. Watching,
        .. Staff,
        .. Platform,
    ];

    /// <summary>What these begin is of the county of whoever begins it, whatever county that is.</summary>
    private static readonly Type[] InTheOwnCounty =
    [
        typeof(PublishCategoriesHandler),
        typeof(EnterExpertHandler),
        typeof(RequestSmallDrawHandler),
    ];

    /// <summary>One step: who may take it, and who takes it here.</summary>
    private sealed record Step(Type UseCase, Func<string[]> May, Func<Occasion, Task<Refusal?>> Ask, Func<Task>? Before = null);

    [Fact]
    public async Task Every_use_case_is_one_of_the_steps() =>
        Steps(await DrawGround.In(Hall))
            .Select(s => s.UseCase)
            .Distinct()
            .ShouldBe(
                TradingModule.UseCases.Where(t => t.Namespace!.StartsWith("CountyHall.Trading.Experts", StringComparison.Ordinal)),
                ignoreOrder: true
            );

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        var ground = await DrawGround.In(Hall);
        var traces = await Hall.Everything();
        foreach (var step in Steps(ground))
        {
            if (step.Before is { } before)
            {
                await before();
                traces = await Hall.Everything();
            }
            var may = step.May();
            foreach (var account in Everyone.Except(may))
                await IsRefused(step, await Hall.Occasion(account, $"stranger-{Guid.NewGuid():N}"), account);
            await IsRefused(step, (await Hall.Occasion("", $"stranger-{Guid.NewGuid():N}")) with { By = Actor.House }, "the house");
            // A post holds in its own county.
            foreach (var account in may.Where(_ => !InTheOwnCounty.Contains(step.UseCase)))
                if (await Hall.Occasion(account, $"stranger-{Guid.NewGuid():N}") is { By.IsStaff: true } on)
                    await IsRefused(step, on with { By = on.By with { Division = "330424" } }, $"{account} elsewhere");
            (await Hall.Everything()).ShouldBe(traces, step.UseCase.Name);
            var right = await Hall.Occasion(may[0], $"right-{step.UseCase.Name}-{Guid.NewGuid():N}");
            var why = await step.Ask(right);
            why.ShouldBeNull($"{may[0]}, {step.UseCase.Name}: {why?.Code} {why?.Reason.En}");
            // The same key again, as after a kill before the answer arrived: the first answer, and nothing happens twice.
            var after = await Hall.Everything();
            (await step.Ask(right)).ShouldBeNull(step.UseCase.Name);
            traces = await Hall.Everything();
            traces.ShouldBe(after, step.UseCase.Name);
        }
    }

    private static async Task IsRefused(Step step, Occasion on, string account)
    {
        var why = (await step.Ask(on)).ShouldNotBeNull($"“{account}” was allowed to: {step.UseCase.Name}");
        (
            why
            is NotYourCharge
                or ChargeOfAnotherCounty
                or NotYourTender
                or NotYourSeat
                or SupervisedByAnother
                or OtherPlatform
                or NotYourInvitation
                or NotInLibrary
                // Another county has no such expert and no such report.
                or ExpertUnknown
                or ConductNotFound
        ).ShouldBeTrue($"“{account}”, {step.UseCase.Name}: {why.Code}");
    }

    private List<Step> Steps(DrawGround ground)
    {
        ExpertCall? call = null;
        var expert = "";
        var user = "";
        var small = "";
        var appointment = "";
        var (report, leave, seat) = (0L, 0L, 0L);
        var sides = DrawGround.Sides();
        var day = CountyTime.DayOf(Hall.Now);
        return
        [
            // ---- the library ----
            Of<PublishCategoriesHandler, CategoriesPublished>(
                Staff,
                async (h, on) => await h.Handle(new((await Set()).Categories, CountyTime.DayOf(Hall.Now)), on)
            ),
            Of<EnterExpertHandler, ExpertEntered>(
                Staff,
                (h, on) =>
                    h.Handle(
                        new("33042119000101101X", "示例单位", "91330421DEMA05113N", "330421", ExpertTitle.Senior, new(2000, 1, 1), ["D01"]),
                        on
                    ),
                done: entered => expert = entered.Number
            ),
            Of<ChangeExpertHandler, ExpertChanged>(
                Staff,
                (h, on) => h.Handle(new(expert, "示例单位", "91330421DEMA05121H", "330421", ExpertTitle.Senior, ["D01"]), on)
            ),
            Of<EnterTieHandler, TieEntered>(
                Staff,
                (h, on) => h.Handle(new(expert, TieKind.Dispute, "91330421DEMA0513X9", "示例", new(2026, 1, 1), null), on)
            ),
            // The person who has just been entered.
            Mine<DeclareTieHandler, TieEntered>(
                () => ["gu.qinglan"],
                (h, on) => h.Handle(new(TieKind.Other, "91330421DEMA051489", "示例", new(2026, 1, 1), null), on)
            ),
            Mine<TakeLeaveHandler, LeaveTaken>(() => ["gu.qinglan"], (h, on) => h.Handle(new(day.AddDays(2), day.AddDays(3)), on)),
            Mine<TakeBackLeaveHandler, LeaveTakenBack>(
                () => ["gu.qinglan"],
                (h, on) => h.Handle(new(leave), on),
                async () => leave = await Hall.Read(db => db.ExpertLeaves.OrderByDescending(l => l.Id).Select(l => l.Id).FirstAsync())
            ),
            Of<TakeOffExpertHandler, ExpertTakenOff>(Staff, (h, on) => h.Handle(new(expert), on)),
            // ---- the draw ----
            Of<RequestDrawHandler, DrawWasRequested>(
                Tenderers,
                (h, on) => h.Handle(ground.Request([new("A01", 4), new("B01", 1)]), on),
                done: asked => Draw = asked.Number
            ),
            Of<PublishPoolHandler, PoolWasPublished>(Tenderers, (h, on) => h.Handle(new(Draw), on)),
            Of<RestartExpertDrawHandler, ExpertDrawRestarted>(Tenderers, (h, on) => h.Handle(new(Draw, "示例"), on)),
            Of<PublishPoolHandler, PoolWasPublished>(Tenderers, (h, on) => h.Handle(new(Draw), on)),
            Of<CommitExpertShareHandler, ExpertShareCommitted>(Tenderers, (h, on) => h.Handle(Committed(0), on)),
            Of<CommitExpertShareHandler, ExpertShareCommitted>(Watching, (h, on) => h.Handle(Committed(1), on)),
            Of<RevealExpertShareHandler, ExpertShareRevealed>(
                Tenderers,
                (h, on) => h.Handle(new(Draw, sides[0].Party, sides[0].Share), on)
            ),
            Of<RevealExpertShareHandler, ExpertShareRevealed>(Watching, (h, on) => h.Handle(new(Draw, sides[1].Party, sides[1].Share), on)),
            Mine<AnswerCallHandler, CallAnswered>(
                () => [user],
                (h, on) => h.Handle(new(call!.Id, true), on),
                async () => (call, user) = await FirstCall()
            ),
            Of<OpenNamesHandler, NamesWereOpened>(
                Tenderers,
                (h, on) => h.Handle(new(Draw), on),
                async () =>
                {
                    while (await NextCall() is { } waits)
                        await ground.Answers(waits);
                    Hall.Clock.SetUtcNow(new DateTimeOffset(ground.MeetingAt, TimeSpan.Zero));
                }
            ),
            Of<HoldBriefingHandler, BriefingHeld>(Watching, (h, on) => h.Handle(new(ground.Tender, Enum.GetValues<BriefingTopic>()), on)),
            Mine<SignBriefingHandler, BriefingSigned>(() => [user], (h, on) => h.Handle(new(ground.Tender), on)),
            Of<ReplaceMemberHandler, MemberWasReplaced>(
                Watching,
                (h, on) => h.Handle(new(ground.Tender, seat, LeavingGround.Health, "示例"), on),
                async () => seat = (await ground.Seats())[0].Id
            ),
            // ---- conduct ----
            new(
                typeof(ReportConductHandler),
                () => [DrawGround.Agency, DrawGround.Entity, DrawGround.Representative, .. Supervisors],
                async on =>
                    (
                        await Hall.Get<ReportConductHandler>()
                            .Handle(new(ground.Tender, await SeatedExpert(), Misconduct.LeftPost, "示例"), on)
                    ).Refusal()
            ),
            Mine<AnswerConductHandler, ConductWasAnswered>(
                () => [SeatedUser],
                (h, on) => h.Handle(new(report, "示例"), on),
                async () => report = await Hall.Read(db => db.ConductReports.OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync())
            ),
            Of<DecideConductHandler, ConductDecided>(
                Supervisors,
                (h, on) => h.Handle(new(report, ConductMeasure.Correct, 2, null, "示例"), on)
            ),
            Of<DecideAppealHandler, AppealDecided>(
                ["meng.hanzhi", "luo.qingyan", "shao.wenzhou"],
                (h, on) => h.Handle(new(report, true, "示例"), on),
                async () =>
                    (await Hall.Get<AnswerConductHandler>().Handle(new(report, "示例申诉"), await Hall.Occasion(SeatedUser))).ShouldBeDone()
            ),
            // ---- another tender: an appointment, and a meeting that is cancelled ----
            Of<DecideAppointmentHandler, AppointmentDecided>(
                Watching,
                (h, on) => h.Handle(new(appointment, false, "示例：应当随机抽取"), on),
                async () => appointment = await AsksToAppoint()
            ),
            Of<CancelMeetingHandler, MeetingWasCancelled>(Tenderers, (h, on) => h.Handle(new(appointment, "示例"), on)),
            // ---- a platform ----
            Of<RequestSmallDrawHandler, DrawWasRequested>(
                [DrawGround.Platform, DrawGround.OtherPlatform],
                (h, on) =>
                    h.Handle(
                        new(
                            "XT-1",
                            "示例小型工程",
                            "示例村",
                            "91330421DEMA05113N",
                            500_000_00,
                            [new("A01", 3)],
                            Hall.Now.AddDays(1),
                            "镇平台",
                            []
                        ),
                        on
                    ),
                done: asked => small = asked.Number
            ),
            Of<PublishPoolHandler, PoolWasPublished>(Platform, (h, on) => h.Handle(new(small), on)),
        ];

        Step Of<THandler, T>(string[] may, Func<THandler, Occasion, Task<Result<T>>> ask, Func<Task>? before = null, Action<T>? done = null)
            where THandler : notnull =>
            new(
                typeof(THandler),
                () => may,
                async on =>
                {
                    var answer = await ask(Hall.Get<THandler>(), on);
                    if (answer is Result<T>.Done(var value))
                        done?.Invoke(value);
                    return answer.Refusal();
                },
                before
            );

        Step Mine<THandler, T>(Func<string[]> may, Func<THandler, Occasion, Task<Result<T>>> ask, Func<Task>? before = null)
            where THandler : notnull => Of([], ask, before) with { May = may };

        CommitExpertShare Committed(int side) =>
            new(Draw, sides[side].Party, PublicDraw.CommitmentTo(PublicDraw.Canonical(sides[side].Share)!));

        async Task<(ExpertCall, string)> FirstCall()
        {
            var first = (await NextCall()).ShouldNotBeNull();
            return (first, ground.UserOf(first));
        }

        async Task<ExpertCall?> NextCall() =>
            await Hall.Read(async db =>
            {
                var draw = await db.ExpertDraws.SingleAsync(d => d.Number == Draw);
                return await db
                    .ExpertCalls.AsNoTracking()
                    .Where(c => c.DrawId == draw.Id && c.StageName == "called")
                    .OrderBy(c => c.Id)
                    .FirstOrDefaultAsync();
            });

        async Task<string> SeatedExpert()
        {
            var held = (await ground.Seats()).First(s => s.LeftAt is null);
            SeatedUser = await Hall.Read(db =>
                db.Set<HallUser>().Where(u => u.PersonId == held.Person).Select(u => u.UserName!).SingleAsync()
            );
            return await Hall.Read(db => db.Experts.Where(e => e.Person == held.Person).Select(e => e.Number).SingleAsync());
        }

        async Task<string> AsksToAppoint()
        {
            var other = await DrawGround.In(Hall);
            var a = (
                await Hall.Read(db =>
                    db.Experts.Where(e => e.StageName == "in-library" && e.Employer.Contains("设计")).OrderBy(e => e.Id).ToListAsync()
                )
            )
                .Where(e => e.Categories.Contains("A01"))
                .Take(5)
                .ToList();
            return (
                await other.Ask<RequestDrawHandler, DrawWasRequested>(
                    DrawGround.Agency,
                    (h, on) =>
                        h.Handle(other.Request([new("A01", a.Count)]) with { Appoint = [.. a.Select(e => e.Number)], Ground = "示例" }, on)
                )
            ).Number;
        }

        Task<CategorySet> Set() => Hall.Read(async db => (await CategorySet.Of(db, "330421", CountyTime.DayOf(Hall.Now)))!);
    }

    private string Draw { get; set; } = "";
    private string SeatedUser { get; set; } = "";
}

public sealed class Strangers_of_the_draw_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_the_draw_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_the_draw_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_the_draw_are_refused(hall),
        IClassFixture<PostgresHall>;
