using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Oversight.Warnings;

/// <summary>预警: the lamp of a case turned yellow.</summary>
public sealed record OfficeWarned(string Case, string Office, DateOnly Due);

/// <summary>催办: the last day has begun.</summary>
public sealed record OfficeReminded(string Case, string Office, DateOnly Due);

/// <summary>督办: an order was given, by the clock or by a supervisor.</summary>
/// <param name="Reason">The supervisor's; none where the limit ran out.</param>
public sealed record OrderGiven(string Case, string Office, DateOnly AnswerBy, string? Reason, string? By)
{
    internal static OrderGiven Of(Supervision of, Ordered order, WorkingCalendar calendar) =>
        new(of.Number, of.Office, order.Answer.Read(calendar, order.At).Due, order.Reason, order.By);
}

/// <summary>上报</summary>
public sealed record OrderEscalated(string Case, string Office, EscalationGround Ground);

/// <summary>解除</summary>
public sealed record SupervisionLifted(string Case, string Office, LiftGround Ground);

/// <summary>Looks at a case and lets its supervision stand where the clocks say. However often and however late it looks, the same is recorded.</summary>
public sealed class CaseWatch(
    IDbContextFactory<HallDb> contexts,
    HallWriter writer,
    IWatchedCases cases,
    CountyCalendar calendar,
    TimeProvider time
) : IJob<LampTurned>, IJob<CalendarChanged>
{
    private const int AtOnce = 100;

    public Task Do(LampTurned body, CancellationToken ct) => Look(body.Case, ct);

    /// <summary>Days were moved: the next turn of everything under supervision is read again.</summary>
    public async Task Do(CalendarChanged body, CancellationToken ct)
    {
        await calendar.Read(ct);
        var after = 0L;
        while (await Next(after, ct) is { Count: > 0 } batch)
        {
            foreach (var id in batch.Distinct())
                await Look(id, ct);
            after = batch[^1];
        }
    }

    public Task Look(long caseId, CancellationToken ct = default) => writer.Write(db => Look(db, caseId, time.Now()), ct);

    private async Task<List<long>> Next(long after, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Supervisions.Where(s => s.TurnsAt != null && s.CaseId > after)
            .Select(s => s.CaseId)
            .Distinct()
            .OrderBy(id => id)
            .Take(AtOnce)
            .ToListAsync(ct);
    }

    private async Task Look(HallDb db, long caseId, DateTime now)
    {
        var on = new Occasion(Actor.House, null, now, Channel.Clock, "supervision");
        var seen = await cases.Read(db, caseId, now);
        var open = await db.Supervisions.Where(s => s.CaseId == caseId && s.StageName != "lifted").ToListAsync();
        foreach (var supervision in open)
        {
            foreach (var stage in supervision.Follow(seen, calendar.Now, now))
                Announce(db, supervision, stage, on, calendar.Now);
        }
        if (seen?.Clock is not { } clock || clock.Read(calendar.Now, now).State is not (ClockState.Warning or ClockState.Overdue))
            return;
        foreach (var office in seen.Holders.Except(open.Where(s => s.IsOpen).Select(s => s.Office)))
        {
            var begun = Supervision.Of(seen, office, Warned.From(clock, calendar.Now, now), now);
            db.Supervisions.Add(begun);
            Announce(db, begun, begun.Stage, on, calendar.Now);
            foreach (var stage in begun.Follow(seen, calendar.Now, now))
                Announce(db, begun, stage, on, calendar.Now);
        }
    }

    /// <summary>Records a stage as of the instant at which the clock reached it, and tells whom it concerns.</summary>
    /// <param name="answer">The fact is the answer to a command, and carries its key.</param>
    internal static void Announce(
        HallDb db,
        Supervision of,
        SupervisionStage stage,
        Occasion on,
        WorkingCalendar calendar,
        bool answer = false
    )
    {
        var (number, office) = (of.Number, of.Office);
        var due = CountyTime.DayOf(of.DueAt == default ? on.At : of.DueAt);
        Role[] workers = [Role.Approver, Role.Clerk, Role.Issuer];
        switch (stage)
        {
            case Warned:
                Record(new OfficeWarned(number, office, due));
                Tell(office, workers, $"临近期限，最迟 {due:yyyy-MM-dd} 办结。");
                break;
            case Reminded:
                Record(new OfficeReminded(number, office, due));
                Tell(office, [.. workers, Role.Head], $"催办：今天是期限的最后一天（{due:yyyy-MM-dd}）。");
                break;
            case Ordered order:
                var given = OrderGiven.Of(of, order, calendar);
                Record(given);
                Tell(office, [.. workers, Role.Head], $"督办：请在 {given.AnswerBy:yyyy-MM-dd} 前答复原因、措施和办结日期。");
                break;
            case Escalated escalated:
                Record(new OrderEscalated(number, office, escalated.Ground));
                Tell(office, [Role.Head], "督办已上报，请负责人说明。");
                Tell(Leaders, [Role.Head], "有一件督办上报，请协调。");
                break;
            case Lifted lifted:
                Record(new SupervisionLifted(number, office, lifted.Ground));
                break;
        }

        void Record<T>(T fact)
            where T : notnull => db.Record(of, on, fact, stage.At, answer);

        void Tell(string to, IReadOnlyList<Role> roles, string text) =>
            db.Post(on, new StaffMessage(of.Division, to, roles, $"【办件 {number}】{text}", number));
    }

    /// <summary>Key of the county government, to whose head an order is escalated.</summary>
    private const string Leaders = "government";
}
