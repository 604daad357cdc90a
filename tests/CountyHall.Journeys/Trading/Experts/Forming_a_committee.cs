using System.Globalization;
using System.Text;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Recomputation;
using CountyHall.Web.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading.Experts;

/// <summary>From the request for a draw to a committee that is briefed, on a running house. C48, C49, C67, C68.</summary>
public abstract class Forming_a_committee(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task A_draw_is_asked_for_bound_revealed_called_and_ends_with_a_committee()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Requests();
        var pool = (await ground.Publishes()).Pool;
        pool.Steps.Select(s => s.Left).ShouldBeInOrder(SortDirection.Descending);
        pool.Steps[^1].Left.ShouldBe(pool.Size);
        await ground.Commits();
        (await ground.State()).Stage.ShouldBeOfType<SharesRevealing>();
        await ground.Reveals();

        var calls = await ground.Calls();
        calls.Count.ShouldBe(4);
        calls.Count(c => c.Category == "A01").ShouldBe(3);
        // The order is what anybody draws from the published shares.
        var state = (await ground.State()).Stage.ShouldBeOfType<CallingExperts>();
        var order = PublicDraw.Draw(string.Concat(DrawGround.Sides().Select(s => PublicDraw.Canonical(s.Share))), pool.Size, pool.Size);
        state.Key.ShouldBe(string.Concat(DrawGround.Sides().Select(s => PublicDraw.Canonical(s.Share))));
        calls[0].Number.ShouldBe(order[0]);

        // One declines: the next in the order is called. One is silent: so is the one after.
        await ground.Answers(calls[0], comes: false);
        (await ground.Calls()).Count.ShouldBe(5);
        await ground.TheClockGoesOn(TimeSpan.FromMinutes(29));
        (await ground.Calls()).Count(c => c.Stage is DidNotAnswer).ShouldBe(0);
        await ground.Answers(calls[1]);
        await ground.TheClockGoesOn(TimeSpan.FromMinutes(2));
        var after = await ground.Calls();
        after.Count(c => c.Stage is DidNotAnswer).ShouldBe(3);
        after.Count.ShouldBeGreaterThan(7);
        (
            await ground.Refused<AnswerCallHandler, CallAnswered>(ground.UserOf(calls[2]), (h, on) => h.Handle(new(calls[2].Id, true), on))
        ).ShouldBeRefused<AnsweredTooLate>();
        await ground.EverybodyComes();
        (await ground.State()).Stage.ShouldBeOfType<SeatsFilled>();

        // Who said yes can still step back, and the next is called.
        await ground.Answers((await ground.Calls()).First(c => c.Stage is SaidYes), comes: false);
        (await ground.State()).Stage.ShouldBeOfType<CallingExperts>();
        await ground.EverybodyComes();

        (
            await ground.Refused<OpenNamesHandler, NamesWereOpened>(DrawGround.Agency, (h, on) => h.Handle(new(ground.Draw), on))
        ).ShouldBeRefused<NamesStillSealed>();
        (await ground.Seats()).ShouldBeEmpty();
        await ground.OpensNames();
        var seats = await ground.Seats();
        seats.Count.ShouldBe(5);
        seats.Count(s => s.Kind == SeatKind.Expert).ShouldBe(4);
        seats.Select(s => s.Place).ShouldBe([1, 2, 3, 4, 5]);

        await Recomputes(ground);
    }

    [Fact]
    public async Task Nobody_of_a_party_of_the_department_or_suspended_is_in_the_pool()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Requests();
        await ground.Publishes();
        var people = await ground.Pool();
        var library = await Hall.Read(db => db.Experts.AsNoTracking().ToDictionaryAsync(e => e.Id));
        people.Count.ShouldBeGreaterThan(11);
        foreach (var who in people)
        {
            library[who.Expert].EmployerCode.ShouldNotBe("91330421DEMA05017D"); // the entity
            library[who.Expert].EmployerCode.ShouldNotBe("11330421DEMA010406"); // the supervising department
            library[who.Expert].Stage.MayServe(CountyTime.DayOf(ground.MeetingAt)).ShouldBeTrue(who.Number);
        }
        library.Values.ShouldContain(e => e.EmployerCode == "91330421DEMA05017D");
        library.Values.ShouldContain(e => e.Stage is Suspended);
    }

    /// <summary>Neither the database, nor the log, nor the outbox, nor the pages of the desks know a name before the session.</summary>
    [Fact]
    public async Task No_name_can_be_read_before_the_evaluation()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Draws();
        await ground.EverybodyComes();
        var people = await ground.Pool();
        var called = await ground.Calls();
        // Names, numbers and ids may stand where the library keeps them, and nowhere else.
        var text = await TextOfTheDraw(ground);
        foreach (var who in people)
        {
            text.ShouldNotContain(who.Name);
            text.ShouldNotContain(who.Number);
            text.ShouldNotContain(who.Person.ToString(CultureInfo.InvariantCulture));
            text.ShouldNotContain(who.Expert.ToString(CultureInfo.InvariantCulture));
        }
        foreach (var call in called)
            text.ShouldNotContain((await Hall.Occasion(ground.UserOf(call))).By.Id.ToString(CultureInfo.InvariantCulture));
        text.ShouldNotContain("贺林溪"); // the representative

        await using var db = await Hall.Db();
        await Should.ThrowAsync<InvalidOperationException>(async () => await DrawTranscript.Of(db, await ground.State(), ground.Vault));
    }

    [Fact]
    public async Task Nothing_is_drawn_before_the_deadline_because_the_bidders_are_not_known()
    {
        var ground = await DrawGround.In(Hall, InventedEnd.Announced, daysAhead: 10);
        await ground.Requests();
        (
            await ground.Refused<PublishPoolHandler, PoolWasPublished>(DrawGround.Agency, (h, on) => h.Handle(new(ground.Draw), on))
        ).ShouldBeRefused<DrawBeforeDeadline>();
    }

    [Fact]
    public async Task A_request_that_breaks_a_rule_is_refused()
    {
        var ground = await DrawGround.In(Hall);
        var representative = await ground.Person(DrawGround.Representative);
        await Is<CommitteeNotOdd>(ground.Request([new("A01", 6)]));
        await Is<CommitteeTooSmall>(ground.Request([new("A01", 3)]));
        await Is<TooFewExperts>(ground.Request([new("A01", 3)], representatives: [representative, await ground.Person(DrawGround.Entity)]));
        await Is<CategoryUnknown>(ground.Request([new("Z99", 5)]));
        await Is<NothingWanted>(ground.Request([new("A01", 3), new("A01", 2)]));
        await Is<PlaceNamesProject>(ground.Request([new("A01", 5)], place: "示例道路工程 三楼"));
        await Is<MeetingTimeWrong>(ground.Request([new("A01", 5)], at: Hall.Now));
        await Is<RepresentativeWrong>(ground.Request(representatives: [await ground.Person("gu.qinglan")]));

        async Task Is<TRefusal>(RequestDraw ask)
            where TRefusal : Refusal =>
            (
                await ground.Refused<RequestDrawHandler, DrawWasRequested>(DrawGround.Agency, (h, on) => h.Handle(ask, on))
            ).ShouldBeRefused<TRefusal>();
    }

    [Fact]
    public async Task A_share_that_is_not_revealed_stops_the_draw_and_it_begins_anew()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Requests();
        var first = (await ground.Publishes()).Pool.Hash;
        await ground.Commits();
        var (party, user, share) = DrawGround.Sides()[0];
        (
            await ground.Refused<RevealExpertShareHandler, ExpertShareRevealed>(
                user,
                (h, on) => h.Handle(new(ground.Draw, party, "1./"), on)
            )
        ).ShouldBeRefused<ShareDiffers>();
        await ground.Ask<RevealExpertShareHandler, ExpertShareRevealed>(user, (h, on) => h.Handle(new(ground.Draw, party, share), on));
        await ground.Ask<RestartExpertDrawHandler, ExpertDrawRestarted>(
            DrawGround.Agency,
            (h, on) => h.Handle(new(ground.Draw, "示例：监督部门未揭示"), on)
        );
        (await ground.Publishes()).Pool.Hash.ShouldNotBe(first); // new salts
        await ground.Commits(2);
        await ground.Reveals(2);
        // As long as the order has somebody, nobody gets another one.
        (
            await ground.Refused<RestartExpertDrawHandler, ExpertDrawRestarted>(
                DrawGround.Agency,
                (h, on) => h.Handle(new(ground.Draw, "示例"), on)
            )
        ).ShouldBeRefused<OrderNotExhausted>();
        await ground.EverybodyComes();
        await ground.OpensNames();
        await Recomputes(ground);
    }

    [Fact]
    public async Task A_share_that_could_be_guessed_is_refused()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Requests();
        await ground.Publishes();
        foreach (
            var (party, user, share) in new[]
            {
                (DrawParty.Entity, DrawGround.Agency, "12345./"),
                (DrawParty.Supervisor, DrawGround.Supervisor, "77777777777777777777./"),
            }
        )
            await ground.Ask<CommitExpertShareHandler, ExpertShareCommitted>(
                user,
                (h, on) => h.Handle(new(ground.Draw, party, PublicDraw.CommitmentTo(share)), on)
            );
        (
            await ground.Refused<RevealExpertShareHandler, ExpertShareRevealed>(
                DrawGround.Agency,
                (h, on) => h.Handle(new(ground.Draw, DrawParty.Entity, "12345./"), on)
            )
        ).ShouldBeRefused<ShareTooShort>();
    }

    [Fact]
    public async Task A_seat_that_is_left_is_taken_by_the_next_in_the_order()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Draws();
        await ground.EverybodyComes();
        await ground.OpensNames();
        var left = (await ground.Seats())[1];
        await ground.Ask<ReplaceMemberHandler, MemberWasReplaced>(
            DrawGround.Supervisor,
            (h, on) => h.Handle(new(ground.Tender, left.Id, LeavingGround.Health, "突发疾病（示例）"), on)
        );
        var next = (await ground.Calls()).Single(c => c.Stage is Called);
        next.ForSeat.ShouldBe(left.Id);
        (await Hall.Read(db => CommitteeSeat.Held(db, ground.Lot.TenderId))).Count.ShouldBe(4);
        await ground.Answers(next);
        var held = await Hall.Read(db => CommitteeSeat.Held(db, ground.Lot.TenderId));
        held.Count.ShouldBe(5);
        held.Single(s => s.Replaces == left.Id).Place.ShouldBe(left.Place);
        (await ground.Seats()).Single(s => s.Id == left.Id).LeftBecause.ShouldNotBeNull().ShouldContain("健康");
        await Recomputes(ground);
    }

    [Fact]
    public async Task A_larger_project_is_not_scored_before_its_briefing_and_every_expert_signs()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Draws();
        await ground.EverybodyComes();
        BriefingTopic[] all = Enum.GetValues<BriefingTopic>();
        (
            await ground.Refused<HoldBriefingHandler, BriefingHeld>(DrawGround.Supervisor, (h, on) => h.Handle(new(ground.Tender, all), on))
        ).ShouldBeRefused<CommitteeStillSealed>();
        await ground.OpensNames();
        (await IsBriefed(ground)).ShouldBeFalse();
        (
            await ground.Refused<HoldBriefingHandler, BriefingHeld>(
                DrawGround.Supervisor,
                (h, on) => h.Handle(new(ground.Tender, all[..3]), on)
            )
        ).ShouldBeRefused<BriefingIncomplete>();
        await ground.Ask<HoldBriefingHandler, BriefingHeld>(DrawGround.Supervisor, (h, on) => h.Handle(new(ground.Tender, all), on));
        var experts = (await ground.Calls()).Where(c => c.Stage is SaidYes).ToList();
        foreach (var call in experts)
        {
            (await IsBriefed(ground)).ShouldBeFalse();
            await ground.Ask<SignBriefingHandler, BriefingSigned>(ground.UserOf(call), (h, on) => h.Handle(new(ground.Tender), on));
        }
        (await IsBriefed(ground)).ShouldBeTrue();

        var day = CountyTime.DayOf(Hall.Now);
        (await Figure("experts.briefing.attendance", day)).ShouldBe(experts.Count);
        (await Figure("experts.briefing.projects", day)).ShouldBe(1);
        (await Figure("experts.briefing.topics", day)).ShouldBe(4);
    }

    [Fact]
    public async Task A_project_is_counted_once_and_drawn_again_only_with_a_reason()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Draws();
        (
            await ground.Refused<RequestDrawHandler, DrawWasRequested>(
                DrawGround.Agency,
                (h, on) => h.Handle(ground.Request([new("A01", 5)]), on)
            )
        ).ShouldBeRefused<DrawStillRunning>();
        await ground.EverybodyComes();
        await ground.OpensNames();
        (
            await ground.Refused<RequestDrawHandler, DrawWasRequested>(
                DrawGround.Agency,
                (h, on) => h.Handle(ground.Request([new("A01", 5)], at: Hall.Now.AddHours(3)), on)
            )
        ).ShouldBeRefused<DrawnAlready>();
        await ground.Ask<RequestDrawHandler, DrawWasRequested>(
            DrawGround.Agency,
            (h, on) => h.Handle(ground.Request([new("A01", 5)], again: "示例：评标无法继续", at: Hall.Now.AddHours(3)), on)
        );
        (await Figure("draw.county.projects", CountyTime.DayOf(Hall.Now))).ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_evaluation_is_told_to_whoever_was_called()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Draws();
        await ground.Answers((await ground.Calls())[0]);
        await ground.Ask<CancelMeetingHandler, MeetingWasCancelled>(
            DrawGround.Agency,
            (h, on) => h.Handle(new(ground.Draw, "示例：场地停电"), on)
        );
        (await ground.Calls()).ShouldAllBe(c => c.Stage is CalledOff);
        var told = await Hall.Read(db =>
            db.Set<Kernel.Outbox.Job>().Where(j => j.Kind == "sealed-message" && j.Body.Contains("评标取消")).CountAsync()
        );
        told.ShouldBeGreaterThanOrEqualTo(4);
        (
            await Hall.Read(db => db.Set<Kernel.Outbox.Job>().Where(j => j.Kind == "sealed-message").Select(j => j.Body).ToListAsync())
        ).ShouldAllBe(body => !body.Contains("示例道路工程", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_appointment_needs_the_approval_of_the_supervisor()
    {
        var ground = await DrawGround.In(Hall);
        var chosen = await Hall.Read(db =>
            db.Experts.Where(e => e.StageName == "in-library" && e.Employer.Contains("设计")).OrderBy(e => e.Id).ToListAsync()
        );
        var five = chosen.Where(e => e.Categories.Contains("A01")).Take(5).Select(e => e.Number).ToList();
        Assert.SkipWhen(five.Count < 5, "The invented library has too few.");
        var asked = await ground.Ask<RequestDrawHandler, DrawWasRequested>(
            DrawGround.Agency,
            (h, on) => h.Handle(ground.Request([new("A01", 5)]) with { Appoint = five, Ground = "技术特别复杂（示例）" }, on)
        );
        (
            await ground.Refused<DecideAppointmentHandler, AppointmentDecided>(
                DrawGround.Agency,
                (h, on) => h.Handle(new(asked.Number, true, null), on)
            )
        ).ShouldBeRefused<NotYourCharge>();
        await ground.Ask<DecideAppointmentHandler, AppointmentDecided>(
            DrawGround.Supervisor,
            (h, on) => h.Handle(new(asked.Number, true, null), on)
        );
        (
            await Hall.Read(db => db.ExpertDraws.AsNoTracking().SingleAsync(d => d.Number == asked.Number))
        ).Stage.ShouldBeOfType<CallingExperts>();
    }

    [Fact]
    public async Task A_township_draws_from_afar_and_sees_nobody_elses_draw()
    {
        await DrawGround.In(Hall);
        var small = new RequestSmallDraw(
            $"XT{Guid.NewGuid():N}"[..12],
            "示例村道路小型工程",
            "西塘镇示例村",
            "11330421DEMA010406",
            800_000_00,
            [new("A01", 3)],
            Hall.Now.AddDays(1),
            "镇平台评标室",
            ["91330421DEMA05113N"]
        );
        var asked = await Ask<RequestSmallDrawHandler, DrawWasRequested>(DrawGround.Platform, (h, on) => h.Handle(small, on));
        (
            await Refuses<PublishPoolHandler, PoolWasPublished>(DrawGround.OtherPlatform, (h, on) => h.Handle(new(asked.Number), on))
        ).ShouldBeRefused<OtherPlatform>();
        await Ask<PublishPoolHandler, PoolWasPublished>(DrawGround.Platform, (h, on) => h.Handle(new(asked.Number), on));
        (DrawParty, string, string)[] sides =
        [
            (DrawParty.Platform, DrawGround.Platform, "10293847561029384756./"),
            (DrawParty.Centre, DrawGround.Centre, "56473829105647382910./"),
        ];
        foreach (var (party, user, share) in sides)
            await Ask<CommitExpertShareHandler, ExpertShareCommitted>(
                user,
                (h, on) => h.Handle(new(asked.Number, party, PublicDraw.CommitmentTo(share)), on)
            );
        foreach (var (party, user, share) in sides)
            await Ask<RevealExpertShareHandler, ExpertShareRevealed>(user, (h, on) => h.Handle(new(asked.Number, party, share), on));
        (await Figure("draw.small.projects", CountyTime.DayOf(Hall.Now))).ShouldBe(1);
        (
            await Refuses<RequestSmallDrawHandler, DrawWasRequested>(DrawGround.Platform, (h, on) => h.Handle(small, on))
        ).ShouldBeRefused<DrawStillRunning>();
        await Ask<CancelMeetingHandler, MeetingWasCancelled>(DrawGround.Platform, (h, on) => h.Handle(new(asked.Number, "示例"), on));
        (
            await Refuses<RequestSmallDrawHandler, DrawWasRequested>(DrawGround.Platform, (h, on) => h.Handle(small, on))
        ).ShouldBeRefused<DrawnAlready>();
        await Ask<RequestSmallDrawHandler, DrawWasRequested>(
            DrawGround.Platform,
            (h, on) => h.Handle(small with { Again = "示例：评标改期" }, on)
        );
    }

    [Fact]
    public async Task An_expert_is_heard_first_then_suspended_and_lifted_on_appeal()
    {
        var ground = await DrawGround.In(Hall);
        await ground.Draws();
        await ground.EverybodyComes();
        await ground.OpensNames();
        var seat = (await ground.Seats())[0];
        var user = ground.UserOf((await ground.Calls()).First(c => c.PersonKey == ExpertCall.KeyOf(ground.Vault, seat.Person)));
        var number = await Hall.Read(db => db.Experts.Where(e => e.Person == seat.Person).Select(e => e.Number).SingleAsync());
        await Ask<ReportConductHandler, ConductWasReported>(
            DrawGround.Agency,
            (h, on) => h.Handle(new(ground.Tender, number, Misconduct.LeftPost, "中途离开（示例）"), on)
        );
        var report = await Hall.Read(db => db.ConductReports.OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync());
        DecideConduct decision = new(report, ConductMeasure.Suspend, 6, CountyTime.DayOf(Hall.Now).AddDays(90), "属实（示例）");
        (
            await Refuses<DecideConductHandler, ConductDecided>(DrawGround.Supervisor, (h, on) => h.Handle(decision, on))
        ).ShouldBeRefused<ExpertNotHeard>();
        await Ask<AnswerConductHandler, ConductWasAnswered>(user, (h, on) => h.Handle(new(report, "家中急事（示例）"), on));
        (
            await Refuses<DecideConductHandler, ConductDecided>(
                DrawGround.Supervisor,
                (h, on) => h.Handle(decision with { Points = 13 }, on)
            )
        ).ShouldBeRefused<FindingWrong>();
        await Ask<DecideConductHandler, ConductDecided>(DrawGround.Supervisor, (h, on) => h.Handle(decision, on));
        (await Standing()).ShouldBeOfType<Suspended>();

        // A suspended expert is in no pool.
        var another = await DrawGround.In(Hall);
        await another.Requests();
        await another.Publishes();
        (await another.Pool()).ShouldAllBe(p => p.Number != number);

        // The appeal came in time, as its clock stood when it was handed in; whoever found it does not decide it.
        await Ask<AnswerConductHandler, ConductWasAnswered>(user, (h, on) => h.Handle(new(report, "处理过重（示例）"), on));
        (
            await Refuses<DecideAppealHandler, AppealDecided>(DrawGround.Supervisor, (h, on) => h.Handle(new(report, false, "示例"), on))
        ).ShouldBeRefused<DecidedByYou>();
        await Ask<DecideAppealHandler, AppealDecided>(
            DrawGround.OtherSupervisor,
            (h, on) => h.Handle(new(report, false, "证据不足（示例）"), on)
        );
        (await Standing()).ShouldBeOfType<InLibrary>();

        Task<ExpertStage> Standing() => Hall.Read(async db => (await db.Experts.AsNoTracking().SingleAsync(e => e.Number == number)).Stage);
    }

    private async Task Recomputes(DrawGround ground)
    {
        await using var db = await Hall.Db();
        var text = DrawTranscript.Write(await DrawTranscript.Of(db, await ground.State(), ground.Vault));
        var lines = Recomputed.Of(Encoding.UTF8.GetBytes(text)).ShouldNotBeNull();
        lines.Count.ShouldBeGreaterThan(8);
        lines.ShouldAllBe(
            l => l.Holds,
            string.Join('\n', lines.Where(l => !l.Holds).Select(l => $"{l.What.En}: {l.Published} | {l.Computed}"))
        );
    }

    private Task<bool> IsBriefed(DrawGround ground) =>
        Hall.Read(async db => await Briefing.Done(db, await db.Tenders.SingleAsync(t => t.Number == ground.Tender)));

    private Task<long> Figure(string id, DateOnly day) =>
        Hall.Read(async db =>
        {
            var scope = new FigureScope(db, "330421", new(day.AddDays(-1), day.AddDays(1)), WorkingCalendar.Published);
            return (await Hall.Get<FigureBook>().Find(id).ShouldNotBeNull(id).Measure.Of(scope)).ShouldNotBeNull().Numerator;
        });

    /// <summary>Every table but those of the library and of people, as text.</summary>
    private Task<string> TextOfTheDraw(DrawGround ground) =>
        Hall.Read(async db =>
        {
            var draw = await db.ExpertDraws.SingleAsync(d => d.Number == ground.Draw);
            var calls = await db.ExpertCalls.Where(c => c.DrawId == draw.Id).ToListAsync();
            var shares = await db.ExpertDrawShares.Where(s => s.DrawId == draw.Id).ToListAsync();
            var entries = await db.PoolEntries.Where(e => e.DrawId == draw.Id).ToListAsync();
            List<long> ids = [draw.Id, .. calls.Select(c => c.Id), .. shares.Select(s => s.Id)];
            var facts = await db.Facts.AsNoTracking().Where(f => ids.Contains(f.Subject)).ToListAsync();
            var since = draw.RequestedAt;
            var jobs = await db.Set<Kernel.Outbox.Job>().AsNoTracking().Where(j => j.Due >= since).ToListAsync();
            return new StringBuilder()
                .AppendJoin('\n', facts.Select(f => $"{f.Actor} {f.Body} {f.Key} {f.Place}"))
                .AppendJoin('\n', jobs.Select(j => $"{j.Kind} {j.Body}"))
                .AppendJoin(
                    '\n',
                    calls.Select(c => $"{c.PersonKey} {c.Sealed} {c.Category} {System.Text.Json.JsonSerializer.Serialize(c)}")
                )
                .AppendJoin('\n', entries.Select(e => System.Text.Json.JsonSerializer.Serialize(e)))
                .Append(System.Text.Json.JsonSerializer.Serialize(draw))
                .ToString();
        });

    private async Task<T> Ask<THandler, T>(string user, Func<THandler, Kernel.Journal.Occasion, Task<Result<T>>> ask)
        where THandler : notnull => (await ask(Hall.Get<THandler>(), await Hall.Occasion(user))).ShouldBeDone();

    private async Task<Refusal?> Refuses<THandler, T>(string user, Func<THandler, Kernel.Journal.Occasion, Task<Result<T>>> ask)
        where THandler : notnull => (await ask(Hall.Get<THandler>(), await Hall.Occasion(user))).Refusal();
}

public sealed class Forming_a_committee_on_the_embedded_database(EmbeddedHall hall)
    : Forming_a_committee(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Forming_a_committee_on_PostgreSQL(PostgresHall hall) : Forming_a_committee(hall), IClassFixture<PostgresHall>;
