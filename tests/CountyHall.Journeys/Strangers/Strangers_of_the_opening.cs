using CountyHall.Journeys.Trading;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rehearsals;
using CountyHall.Trading.Opening.Rooms;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case of rooms and openings refuses whoever has not the charge, and leaves no trace of having been asked.</summary>
public abstract class Strangers_of_the_opening_are_refused(Hall hall) : On_either_database(hall)
{
    private const string EntityShare = "93190000000000000000001./";
    private const string SupervisorShare = "22222222222222222222.33333333333333333333./";

    private static readonly string[] Tenderers = ["wei.chengyu", "he.linxi", "su.wanqing"];
    private static readonly string[] Watching = ["luo.qingyan"];
    private static readonly string[] Staff = ["yuan.jinghe"];
    private static readonly string[] Keepers = OpeningGround.Custodians;
    private static readonly string[] Posts = [.. Watching, .. Staff, .. Keepers];
    private static readonly string[] First = [OpeningGround.Bidders[0]];

    private static readonly string[] Everyone =
    [
        "",
        "gu.qinglan",
        "zou.yunfei",
        "tao.jinyan",
        "deng.zhiyuan",
        "zhu.jingxing",
        "shao.wenzhou",
        "meng.hanzhi",
        "he.mingzhou",
        "sun.ruolan",
        "sheng.yuanxiu",
        "yao.mingqu",
        .. Tenderers,
        .. Watching,
        .. Staff,
        .. Keepers,
        .. OpeningGround.Bidders,
    ];

    /// <summary>One step of an opening: who may take it, and what must have happened since the step before.</summary>
    private sealed record Step(Type UseCase, string[] May, Func<Occasion, Task<Refusal?>> Ask, Func<Task>? Before = null);

    [Fact]
    public async Task Every_use_case_is_one_of_the_steps() =>
        (await Steps(await OpeningGround.In(Hall)))
            .Select(s => s.UseCase)
            .Distinct()
            .ShouldBe(
                TradingModule.UseCases.Where(t => t.Namespace!.StartsWith("CountyHall.Trading.Opening", StringComparison.Ordinal)),
                ignoreOrder: true
            );

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        var ground = await OpeningGround.In(Hall);
        foreach (var user in OpeningGround.Bidders)
            await ground.HandsIn(user);
        var traces = await Hall.Everything();
        foreach (var step in await Steps(ground))
        {
            if (step.Before is { } before)
            {
                await before();
                traces = await Hall.Everything();
            }
            foreach (var account in Everyone.Except(step.May))
                await IsRefused(step, account, null);
            await IsRefused(step, "", _ => Actor.House);
            // A post holds in its own county; to rehearse takes no post.
            foreach (var account in step.May.Where(a => Posts.Contains(a) && step.UseCase != typeof(StartRehearsalHandler)))
                await IsRefused(step, account, by => by with { Division = "330424" });
            (await Hall.Everything()).ShouldBe(traces, step.UseCase.Name);
            var right = step.May.Contains(OpeningGround.Agency) ? OpeningGround.Agency : step.May[0];
            var on = await Hall.Occasion(right, $"right-{step.UseCase.Name}-{Guid.NewGuid():N}");
            var why = await step.Ask(on);
            why.ShouldBeNull($"{right}, {step.UseCase.Name}: {why?.Code} {why?.Reason.En}");
            // The same key again, as after a kill before the answer arrived: the first answer, and nothing happens twice.
            var after = await Hall.Everything();
            (await step.Ask(on)).ShouldBeNull(step.UseCase.Name);
            traces = await Hall.Everything();
            traces.ShouldBe(after, step.UseCase.Name);
        }
    }

    private async Task IsRefused(Step step, string account, Func<Actor, Actor>? changed)
    {
        var on = await Hall.Occasion(account, $"stranger-{Guid.NewGuid():N}");
        if (changed is not null)
            on = on with { By = changed(on.By) };
        var why = (await step.Ask(on)).ShouldNotBeNull($"“{account}” was allowed to: {step.UseCase.Name}");
        (
            why
            is NotYourCharge
                or ChargeOfAnotherCounty
                or NotYourTender
                or NotYourFirm
                or SupervisedByAnother
                or NoSuchRehearsal
                or SignInToRehearse
        ).ShouldBeTrue($"“{account}”, {step.UseCase.Name}: {why.Code}");
    }

    private async Task<List<Step>> Steps(OpeningGround ground)
    {
        var number = ground.Number;
        var firm = await ground.Firm(First[0]);
        var plan = new OpeningPlan(30, new DrawPlan("示例下浮率", ["3%", "4%", "5%"]));
        var (opening, moved, declined, objection) = (0L, 0L, 0L, 0L);
        var rehearsal = "";
        return
        [
            Of<BookRoomHandler, RoomBooked>(Tenderers, (h, on) => h.Handle(Room("K1"), on), done: booked => opening = booked.Session),
            Of<ConfirmBookingHandler, BookingWasConfirmed>(Staff, (h, on) => h.Handle(new(opening), on)),
            Of<MoveBookingHandler, BookingMoved>(
                Staff,
                (h, on) => h.Handle(new(moved, "P1", ground.Deadline.AddMinutes(-15), ground.Deadline.AddHours(1)), on),
                async () => (moved, declined) = (await Book("K2"), await Book("K3"))
            ),
            Of<DeclineBookingHandler, BookingWasDeclined>(Staff, (h, on) => h.Handle(new(declined, "示例理由"), on)),
            Of<CancelBookingHandler, BookingWasCancelled>(Tenderers, (h, on) => h.Handle(new(moved), on)),
            Of<BeginVenueSessionHandler, VenueSessionBegun>(Staff, (h, on) => h.Handle(new(opening), on)),
            Of<NoteInVenueHandler, VenueNoted>(Staff, (h, on) => h.Handle(new(opening, VenueNoteKind.Service, "设备检查正常"), on)),
            Of<ScheduleOpeningHandler, OpeningScheduled>(Tenderers, (h, on) => h.Handle(new(number, plan), on)),
            Of<BeginSignInHandler, SignInBegun>(Tenderers, (h, on) => h.Handle(new(number), on), At(ground.Deadline.AddMinutes(-10))),
            Of<SignInToOpeningHandler, BidderSignedIn>(First, (h, on) => h.Handle(new(number, firm), on)),
            Of<CommitDrawShareHandler, DrawShareCommitted>(Tenderers, (h, on) => h.Handle(Committed(DrawSource.Entity, EntityShare), on)),
            Of<CommitDrawShareHandler, DrawShareCommitted>(
                Watching,
                (h, on) => h.Handle(Committed(DrawSource.Supervisor, SupervisorShare), on)
            ),
            Of<PublishBiddersHandler, BiddersWerePublished>(Tenderers, (h, on) => h.Handle(new(number), on), At(ground.Deadline)),
            Of<BeginDecryptionHandler, DecryptionBegun>(Tenderers, (h, on) => h.Handle(new(number), on)),
            Of<DecryptBidHandler, DecryptionTried>(
                First,
                async (h, on) => await h.Handle(new(number, await Bid(0), ground.KeyOf(First[0])), on)
            ),
            Of<NoteAsSupervisorHandler, SupervisorNoted>(
                Watching,
                (h, on) => h.Handle(new(number, OpeningNoteKind.Incident, "示例异常"), on)
            ),
            Of<NoteAsChairHandler, ChairNoted>(Tenderers, (h, on) => h.Handle(new(number, "示例记录"), on)),
            Of<ExtendDecryptionHandler, DecryptionWasExtended>(Tenderers, (h, on) => h.Handle(new(number, 5, "示例异常"), on)),
            Of<RecordSystemFaultHandler, SystemFaultRecorded>(
                Tenderers,
                async (h, on) => await h.Handle(new(number, await Bid(1), "示例故障"), on)
            ),
            Of<ReviewSystemFaultHandler, SystemFaultReviewed>(
                Watching,
                async (h, on) => await h.Handle(new(number, await Bid(1), true, "属实"), on)
            ),
            Of<GiveShareHandler, ShareGiven>(
                Keepers,
                async (h, on) => await h.Handle(new(number, await Bid(1), await ground.ShareOf(Keepers[0], await Bid(1))), on)
            ),
            Of<WithdrawUnopenedHandler, BidDeemedWithdrawn>(
                Tenderers,
                async (h, on) => await h.Handle(new(number, await Bid(1), "无法恢复"), on)
            ),
            Of<ObjectAtOpeningHandler, OpeningObjected>(
                First,
                (h, on) => h.Handle(new(number, firm, "示例异议"), on),
                done: raised => objection = raised.Objection
            ),
            Of<AnswerOpeningObjectionHandler, OpeningObjectionAnswered>(
                Tenderers,
                (h, on) => h.Handle(new(number, objection, "示例答复"), on)
            ),
            Of<CloseDecryptionHandler, DecryptionClosed>(
                Tenderers,
                (h, on) => h.Handle(new(number), on),
                At(ground.Deadline.AddMinutes(35))
            ),
            Of<RestartDrawHandler, DrawRestarted>(Tenderers, (h, on) => h.Handle(new(number, "示例：一方未揭示"), on)),
            Of<CommitDrawShareHandler, DrawShareCommitted>(Tenderers, (h, on) => h.Handle(Committed(DrawSource.Entity, EntityShare), on)),
            Of<CommitDrawShareHandler, DrawShareCommitted>(
                Watching,
                (h, on) => h.Handle(Committed(DrawSource.Supervisor, SupervisorShare), on)
            ),
            Of<RevealDrawShareHandler, DrawShareRevealed>(
                Tenderers,
                (h, on) => h.Handle(new(number, DrawSource.Entity, 0, EntityShare), on)
            ),
            Of<RevealDrawShareHandler, DrawShareRevealed>(
                Watching,
                (h, on) => h.Handle(new(number, DrawSource.Supervisor, 0, SupervisorShare), on)
            ),
            Of<BeginReadingHandler, ReadingBegun>(Tenderers, (h, on) => h.Handle(new(number), on)),
            Of<BeginConfirmingHandler, ConfirmingBegun>(Tenderers, (h, on) => h.Handle(new(number), on)),
            Of<ConfirmRecordHandler, RecordConfirmed>(First, (h, on) => h.Handle(new(number, firm), on)),
            Of<EndOpeningHandler, OpeningWasEnded>(Tenderers, (h, on) => h.Handle(new(number, "其余投标人已离场"), on)),
            Of<CloseVenueSessionHandler, VenueSessionClosed>(Staff, (h, on) => h.Handle(new(opening), on)),
            Of<StartRehearsalHandler, RehearsalStarted>(
                [.. Everyone.Where(a => a.Length > 0)],
                (h, on) => h.Handle(new(), on),
                done: started => rehearsal = started.Number
            ),
            Of<StepRehearsalHandler, RehearsalStepped>([OpeningGround.Agency], (h, on) => h.Handle(new(rehearsal), on)),
        ];

        Step Of<THandler, T>(string[] may, Func<THandler, Occasion, Task<Result<T>>> ask, Func<Task>? before = null, Action<T>? done = null)
            where THandler : notnull =>
            new(
                typeof(THandler),
                may,
                async on =>
                {
                    var answer = await ask(Hall.Get<THandler>(), on);
                    if (answer is Result<T>.Done(var value))
                        done?.Invoke(value);
                    return answer.Refusal();
                },
                before
            );

        BookRoom Room(string room) => new(number, room, ground.Deadline.AddMinutes(-15), ground.Deadline.AddHours(1), VenuePurpose.Opening);

        async Task<long> Book(string room) =>
            (await ground.Ask<BookRoomHandler, RoomBooked>(OpeningGround.Agency, (h, on) => h.Handle(Room(room), on))).Session;

        CommitDrawShare Committed(DrawSource source, string share) => new(number, source, 0, PublicDraw.CommitmentTo(share));

        async Task<long> Bid(int at) => (await ground.Listed(OpeningGround.Bidders[at])).Id;

        Func<Task> At(DateTime utc) =>
            () =>
            {
                ground.At(utc);
                return Task.CompletedTask;
            };
    }
}

public sealed class Strangers_of_the_opening_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_the_opening_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_the_opening_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_the_opening_are_refused(hall),
        IClassFixture<PostgresHall>;
