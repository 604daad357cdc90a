using System.Security.Cryptography;
using System.Text.Json;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>People of a pool, sealed and opened.</summary>
internal static class PoolPeople
{
    public static string Seal(Vault vault, PoolPerson person) => vault.Seal(JsonSerializer.Serialize(person, Recording.Json));

    public static PoolPerson Open(Vault vault, string text) => JsonSerializer.Deserialize<PoolPerson>(vault.Open(text), Recording.Json)!;

    public static string SealAll(Vault vault, IReadOnlyList<PoolPerson> people) =>
        vault.Seal(JsonSerializer.Serialize(people, Recording.Json));

    public static IReadOnlyList<PoolPerson> OpenAll(Vault vault, string? text) =>
        text is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<PoolPerson>>(vault.Open(text), Recording.Json)!;

    public static string FreshSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

/// <summary>A draw in hand, inside one unit of work.</summary>
internal sealed record DrawInHand(HallDb Db, ExpertDraw Draw, Tender? Tender, SmallProject? Small, Occasion On)
{
    public string ProjectName => Tender?.NameZh ?? Small!.Name;

    /// <summary>Takes a step of the draw and records it.</summary>
    /// <param name="answer">Whether the fact is the answer to the command; what follows from another fact is not.</param>
    public Result<TFact> Step<TFrom, TTo, TFact>(Func<TFrom, TTo> step, Func<TTo, TFact> fact, bool answer = true)
        where TFrom : DrawStage
        where TTo : DrawStage
        where TFact : notnull =>
        Draw.Take(step) switch
        {
            Result<TTo>.Done(var to) => Db.Record(Draw, On, fact(to), answer: answer),
            Result<TTo>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Tells whoever asked for the draw; it stands on their desk as well.</summary>
    public void Tell(string text)
    {
        if (Tender is { } tender)
            TenderWork.Tell(Db, tender, On, text);
        else
            Db.Post(On, new StaffMessage(Draw.Division, Draw.Platform!, [Role.SmallPlatform], $"【小型项目 {Small!.Number}】{text}"));
    }
}

internal static class DrawWork
{
    /// <summary>Opens a draw, checks that its side asks, and takes a step, in one unit of work.</summary>
    /// <param name="party">For whom: each side has its own charge.</param>
    public static Task<Result<T>> Step<T>(
        this HallWriter writer,
        string number,
        Func<ExpertDraw, DrawParty> party,
        Occasion on,
        Func<DrawInHand, Task<Result<T>>> step,
        CancellationToken ct
    )
        where T : notnull =>
        writer.Write<T>(
            on,
            async db =>
                await Find(db, number, on) is not { } found ? new DrawNotFound(number)
                : WhyNot(on.By, found.Draw, found.Tender, party(found.Draw)) is { } why ? why
                : await step(found),
            ct
        );

    public static async Task<DrawInHand?> Find(HallDb db, string number, Occasion on)
    {
        var asked = number.Trim();
        if (await db.ExpertDraws.FirstOrDefaultAsync(d => d.Number == asked) is not { } draw)
            return null;
        return new DrawInHand(
            db,
            draw,
            draw.TenderId is { } tender ? await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == tender) : null,
            draw.SmallProjectId is { } small ? await db.SmallProjects.AsNoTracking().FirstAsync(p => p.Id == small) : null,
            on
        );
    }

    /// <summary>Who asked for the draw and leads it.</summary>
    public static DrawParty Asking(ExpertDraw draw) => draw.Parties[0];

    /// <summary>Who watches it.</summary>
    public static DrawParty Watching(ExpertDraw draw) => draw.Parties[1];

    /// <summary>Refuses whoever does not act for this side of this draw; null where he does.</summary>
    public static Refusal? WhyNot(Actor by, ExpertDraw draw, Tender? tender, DrawParty party)
    {
        if (!draw.Parties.Contains(party))
            return new NotASideOfThisDraw();
        return party switch
        {
            DrawParty.Entity => Charge.OfEntityOrAgency.Check(by, draw.Division, tender),
            DrawParty.Supervisor => Charge.OfSupervisor.Check(by, draw.Division, tender),
            DrawParty.Platform => Charge.OfPlatform.Check(by, draw.Division) ?? (by.Office == draw.Platform ? null : new OtherPlatform()),
            _ => Charge.OfVenue.Check(by, draw.Division),
        };
    }

    /// <summary>Checks a plan before anything is kept of it.</summary>
    public static Refusal? Check(DrawPlan plan, CategorySet set, bool isSmall, string projectName, DateTime now)
    {
        if (
            plan.Wanted.Count == 0
            || plan.Wanted.Any(w => w.Count < 1)
            || plan.Wanted.Sum(w => w.Count) > 30
            || plan.Wanted.DistinctBy(w => w.Category).Count() != plan.Wanted.Count
        )
            return new NothingWanted();
        if (plan.Wanted.FirstOrDefault(w => set.Find(w.Category) is null) is { } unknown)
            return new CategoryUnknown(unknown.Category);
        if (CommitteeRules.Check(plan.Wanted.Sum(w => w.Count), plan.Representatives, isSmall) is { } why)
            return why;
        if (plan.MeetingAt <= now || plan.MeetingAt > now.AddDays(30))
            return new MeetingTimeWrong();
        if (TenderWork.Texts((plan.Place, 100, ("评标地点", "Place of the evaluation"))) is { } place)
            return place;
        return plan.Place.Contains(projectName, StringComparison.Ordinal) ? new PlaceNamesProject() : null;
    }

    /// <summary>The library as the pool looks at it.</summary>
    public static async Task<IReadOnlyList<Candidate>> Library(HallDb db, Vault vault, string division, DateOnly day)
    {
        var experts = await db.Experts.AsNoTracking().Where(e => e.Division == division).OrderBy(e => e.Id).ToListAsync();
        var ties = (await db.ExpertTies.AsNoTracking().ToListAsync()).ToLookup(t => t.ExpertId);
        var leaves = (await db.ExpertLeaves.AsNoTracking().Where(l => l.To >= day && l.TakenBackAt == null).ToListAsync()).ToLookup(l =>
            l.ExpertId
        );
        var (first, last) = (day.AddDays(-Rulebook.RecentService.Amount), day.AddDays(Rulebook.RecentService.Amount));
        string[] comes = ["called", "said-yes", "seat-left"];
        var served = (
            await db
                .ExpertCalls.AsNoTracking()
                .Where(c => c.MeetingOn >= first && c.MeetingOn <= last && comes.Contains(c.StageName))
                .Select(c => new { c.PersonKey, c.MeetingOn })
                .ToListAsync()
        ).ToLookup(c => c.PersonKey, c => c.MeetingOn);
        return
        [
            .. experts.Select(e => new Candidate(
                e.Id,
                e.Categories,
                e.Area,
                e.Title,
                e.InFieldSince,
                e.Stage,
                e.EmployerCode,
                [.. ties[e.Id].Select(t => new CandidateTie(t.Kind, t.FirmCode, t.From, t.To))],
                [.. leaves[e.Id].Select(l => (l.From, l.To))],
                [.. served[ExpertCall.KeyOf(vault, e.Person)]]
            )),
        ];
    }

    /// <summary>Whom a draw keeps away: computed from the entity, the agency, the bidders and the departments, and from what the plan adds.</summary>
    public static async Task<DrawNeeds> Needs(DrawInHand hand, Vault vault)
    {
        var (db, draw) = (hand.Db, hand.Draw);
        var parties = new HashSet<string>(draw.Plan.Avoid, StringComparer.Ordinal);
        var authorities = new HashSet<string>(StringComparer.Ordinal);
        if (hand.Tender is { } tender)
        {
            var firms = new List<long> { tender.Entity };
            if (tender.Agency is { } agency)
                firms.Add(agency);
            firms.AddRange(await db.Bids.AsNoTracking().Where(b => b.TenderId == tender.Id).Select(b => b.Bidder).ToListAsync());
            var openings = db.OpeningSessions.Where(s => s.TenderId == tender.Id);
            firms.AddRange(
                await db.OpeningBids.AsNoTracking().Where(b => openings.Any(s => s.Id == b.SessionId)).Select(b => b.Bidder).ToListAsync()
            );
            parties.UnionWith(await db.Set<Firm>().Where(f => firms.Contains(f.Id)).Select(f => f.Uscc).ToListAsync());
            authorities.UnionWith(
                await db.Set<Office>()
                    .Where(o => o.Division == tender.Division && o.Key == tender.SupervisingDepartment)
                    .Select(o => o.Uscc)
                    .ToListAsync()
            );
        }
        else
        {
            parties.Add(hand.Small!.EntityCode);
            authorities.UnionWith(
                await db.Set<Office>().Where(o => o.Division == draw.Division && o.Key == draw.Platform).Select(o => o.Uscc).ToListAsync()
            );
        }
        var called = (await db.ExpertCalls.AsNoTracking().Where(c => c.DrawId == draw.Id).ToListAsync()).Select(c =>
            PoolPeople.Open(vault, c.Sealed).Expert
        );
        var calls = await Calls(db, draw);
        return new(
            CountyTime.DayOf(draw.Plan.MeetingAt),
            [.. Empty(draw, calls).Where(w => w.Count > 0)],
            draw.Division[..6],
            parties,
            authorities,
            called.ToHashSet()
        );
    }

    /// <summary>The calls of a draw in their order, with those of the unit of work under way.</summary>
    public static async Task<List<ExpertCall>> Calls(HallDb db, ExpertDraw draw)
    {
        var kept = await db.ExpertCalls.Where(c => c.DrawId == draw.Id).ToListAsync();
        return [.. kept.Union(db.ExpertCalls.Local.Where(c => c.DrawId == draw.Id)).OrderBy(c => c.Id)];
    }

    /// <summary>Seats that nobody has been called for, or whose call came to nothing.</summary>
    public static IReadOnlyList<WantedExperts> Empty(ExpertDraw draw, IReadOnlyList<ExpertCall> calls) =>
        [
            .. draw.Plan.Wanted.Select(w =>
                w with
                {
                    Count = w.Count - calls.Count(c => c.Category == w.Category && (c.Stage is Called or SaidYes)),
                }
            ),
        ];

    /// <summary>Calls the next in the order until every seat has a call, or the order is at its end.</summary>
    /// <param name="left">A seat that was left in the evaluation, and its speciality: only that one is called for.</param>
    /// <returns>How many are still missing.</returns>
    public static async Task<int> CallNext(DrawInHand hand, Vault vault, (long Seat, string Category)? left = null)
    {
        var (db, draw, on) = (hand.Db, hand.Draw, hand.On);
        var (attempt, key, pool) = draw.Stage switch
        {
            AfterDraw at => (at.Attempt, at.Key, at.Pool),
            NamesOpened at => (at.Attempt, at.Key, at.Pool),
            _ => throw new InvalidOperationException($"{draw.Number} has no order yet."),
        };
        var calls = await Calls(db, draw);
        var empty = EmptyNow();
        if (pool is null)
            return empty.Sum(w => w.Count);
        var order = PublicDraw.Draw(key, pool.Size, pool.Size);
        var entries = await db
            .PoolEntries.AsNoTracking()
            .Where(e => e.DrawId == draw.Id && e.Attempt == attempt)
            .ToDictionaryAsync(e => e.Number);
        var called = calls.Where(c => c.Attempt == attempt).Select(c => c.Number).ToHashSet();
        while (SeatWalk.Next(order, n => entries[n].Categories, called, empty) is var (number, category))
        {
            var who = PoolPeople.Open(vault, entries[number].Sealed);
            calls.Add(await Call(hand, vault, attempt, number, category, who, entries[number].Sealed, left?.Seat));
            called.Add(number);
            empty = EmptyNow();
        }
        return empty.Sum(w => w.Count);

        IReadOnlyList<WantedExperts> EmptyNow() =>
            left is not { } seat ? Empty(draw, calls)
            : calls.Exists(c => c.ForSeat == seat.Seat && (c.Stage is Called or SaidYes)) ? []
            : [new(seat.Category, 1)];
    }

    /// <summary>Calls one expert: a message without the name of the project, and the moment at which silence is an answer.</summary>
    public static async Task<ExpertCall> Call(
        DrawInHand hand,
        Vault vault,
        int attempt,
        int number,
        string category,
        PoolPerson who,
        string sealedPerson,
        long? forSeat
    )
    {
        var (db, draw, on) = (hand.Db, hand.Draw, hand.On);
        var by = on.At.AddMinutes(Rulebook.CallAnswer.Amount);
        var call = new ExpertCall
        {
            Id = Ids.Next(on.At),
            DrawId = draw.Id,
            Attempt = attempt,
            Number = number,
            Category = category,
            PersonKey = ExpertCall.KeyOf(vault, who.Person),
            Sealed = sealedPerson,
            MeetingOn = CountyTime.DayOf(draw.Plan.MeetingAt),
            ForSeat = forSeat,
            Stage = Called.Begin(on.At, by),
        };
        db.ExpertCalls.Add(call);
        db.Record(call, on, new ExpertWasCalled(draw.Number, attempt, number, category, by), answer: false);
        var set = await CategorySet.Of(db, draw.Division, CountyTime.DayOf(on.At));
        Send(
            hand,
            vault,
            who.Person,
            $"【评标邀请】{Written.Minute(draw.Plan.MeetingAt)}，{draw.Plan.Place}，专业：{set?.NameOf(category).Zh ?? category}。请在 {Written.Minute(by)} 前到“专家服务”答复参加或者不参加，过时按顺序通知下一位。"
        );
        db.Post(on, new CallLapses(call.Id), by);
        return call;
    }

    /// <summary>Tells an expert by short message; who it is lies sealed in the outbox.</summary>
    public static void Send(DrawInHand hand, Vault vault, long person, string text) =>
        hand.Db.Post(hand.On, new SealedMessage(vault.Seal(person.ToString(System.Globalization.CultureInfo.InvariantCulture)), text));

    /// <summary>What follows an answer: the next is called, the seats are filled, or a replacement takes its seat.</summary>
    public static async Task AfterAnswer(DrawInHand hand, Vault vault)
    {
        var (db, draw) = (hand.Db, hand.Draw);
        if (draw.Stage is NamesOpened)
        {
            await CommitteeWork.SeatReplacements(hand, vault);
            await CommitteeWork.CallReplacements(hand, vault);
            return;
        }
        if (draw.Stage is SeatsFilled && Empty(draw, await Calls(db, draw)).Any(w => w.Count > 0))
            Must(hand.Step((SeatsFilled filled) => filled.CallAgain(hand.On.At), _ => new CallingAgain(draw.Number), answer: false));
        if (draw.Stage is not CallingExperts)
            return;
        var missing = await CallNext(hand, vault);
        var calls = await Calls(db, draw);
        if (missing == 0 && !calls.Exists(c => c.Stage is Called))
        {
            Must(hand.Step((CallingExperts calling) => calling.Fill(hand.On.At), _ => new SeatsWereFilled(draw.Number), answer: false));
            hand.Tell("评标专家人员已齐，名单密封至评标开始。");
        }
        else if (missing > 0 && !calls.Exists(c => c.Stage is Called))
            hand.Tell($"抽取顺序已用完，还缺 {missing} 名专家，请补充抽取。");
    }

    private static void Must<T>(Result<T> outcome)
    {
        if (outcome is Result<T>.Refused(var why))
            throw new InvalidOperationException(why.Reason.En);
    }
}

/// <summary>A short message to somebody whose name lies sealed: it is opened when it is sent, never before.</summary>
/// <param name="To">Party id, sealed.</param>
public sealed record SealedMessage(string To, string Text);

public sealed class SendSealedMessage(Vault vault, TextMessagesOff sender) : IJob<SealedMessage>
{
    public Task Do(SealedMessage body, CancellationToken ct) =>
        sender.Do(new TextMessage(long.Parse(vault.Open(body.To), System.Globalization.CultureInfo.InvariantCulture), body.Text), ct);
}

/// <summary>The time to answer a call is over.</summary>
public sealed record CallLapses(long Call);

/// <summary>未答复: the place passes on by itself.</summary>
public sealed class CallLapsesJob(HallWriter writer, Vault vault, TimeProvider time) : IJob<CallLapses>
{
    public async Task Do(CallLapses body, CancellationToken ct)
    {
        var on = new Occasion(Actor.House, null, time.Now(), Channel.Clock, "clock");
        await writer.Write(
            async db =>
            {
                if (
                    await db.ExpertCalls.FirstOrDefaultAsync(c => c.Id == body.Call) is not { Stage: Called called } call
                    || on.At < called.AnswerBy
                )
                    return;
                var number = await db.ExpertDraws.Where(d => d.Id == call.DrawId).Select(d => d.Number).SingleAsync(CancellationToken.None);
                var hand = (await DrawWork.Find(db, number, on))!;
                call.Take((Called at) => at.Lapse(called.AnswerBy));
                db.Record(call, on, new CallLapsed(number, call.Number), called.AnswerBy);
                await DrawWork.AfterAnswer(hand, vault);
            },
            ct
        );
    }
}

/// <summary>An expert of the pool was called, by number.</summary>
public sealed record ExpertWasCalled(string Number, int Attempt, int Place, string Category, DateTime AnswerBy);

/// <summary>Silence until the end of the time.</summary>
public sealed record CallLapsed(string Number, int Place);

/// <summary>Everybody who is wanted has said yes.</summary>
public sealed record SeatsWereFilled(string Number);

/// <summary>Somebody stepped back, and the order is called on.</summary>
public sealed record CallingAgain(string Number);
