using System.Text.Json.Serialization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Oversight.Warnings;

/// <summary>督办环节: how far the supervision of a running case has gone. It climbs by itself: the clock says when, a timer only announces it.</summary>
/// <remarks>All stages in the order of life; docs/oversight/README.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Warned), "warned")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(Ordered), "ordered")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Explained), "explained")]
[JsonDerivedType(typeof(Lifted), "lifted")]
public abstract record SupervisionStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>The next step that the clocks have taken by themselves by now; null while none has.</summary>
    /// <param name="running">The limit that is watched.</param>
    public virtual SupervisionStage? TurnBy(DateTime now, WorkingCalendar calendar, Clock running) => null;

    /// <summary>The next instant at which a clock takes a step; an index.</summary>
    public virtual DateTime? TurnsAt(DateTime now, WorkingCalendar calendar, Clock running) => null;

    /// <summary>The instant after the last one in time, in the finest step that every database of ours keeps.</summary>
    protected static DateTime After(DateTime dueAt) => dueAt.AddMicroseconds(1);

    protected DateTime NotBefore(DateTime at) => at < At ? At : at;
}

/// <summary>Not lifted: the case runs and is watched.</summary>
public abstract record OpenSupervision(DateTime At) : SupervisionStage(At)
{
    /// <summary>解除: the reason for it is gone.</summary>
    public Lifted Lift(DateTime at, LiftGround ground) => new(NotBefore(at), ground, this);
}

/// <summary>No order was given yet; a supervisor may give one before the clock does.</summary>
public abstract record BeforeOrder(DateTime At) : OpenSupervision(At)
{
    public Ordered OrderByHand(DateTime at, string reason, string by) => Ordered.ByHand(at, reason, by);
}

/// <summary>预警: the lamp is yellow (AP-11.1).</summary>
public sealed record Warned(DateTime At) : BeforeOrder(At)
{
    public override Words Name => ("预警", "Warned");

    /// <summary>Where supervision begins by itself: where the clock's lamp turned yellow, also where the house was asleep then.</summary>
    public static Warned From(Clock running, WorkingCalendar calendar, DateTime now) => new(running.WarnsFrom(calendar, now));

    public override SupervisionStage? TurnBy(DateTime now, WorkingCalendar calendar, Clock running) =>
        RemindsAt(now, calendar, running) is var at && now >= at ? new Reminded(NotBefore(at)) : null;

    public override DateTime? TurnsAt(DateTime now, WorkingCalendar calendar, Clock running) => RemindsAt(now, calendar, running);

    /// <summary>The start of the last day, or of so many last days as the county chose (AP-11.2).</summary>
    private static DateTime RemindsAt(DateTime now, WorkingCalendar calendar, Clock running)
    {
        var day = running.Read(calendar, now).Due;
        for (var left = Rulebook.ReminderDays.Amount - 1; left > 0; left--)
        {
            do
            {
                day = day.AddDays(-1);
            } while (!calendar.IsWorkingDay(day));
        }
        return CountyTime.StartOfDay(day);
    }
}

/// <summary>催办: it is the last day.</summary>
public sealed record Reminded(DateTime At) : BeforeOrder(At)
{
    public override Words Name => ("催办", "Reminded");

    public override SupervisionStage? TurnBy(DateTime now, WorkingCalendar calendar, Clock running) =>
        running.Read(calendar, now) is { State: ClockState.Overdue } late ? Ordered.ByClock(NotBefore(After(late.DueAt))) : null;

    public override DateTime? TurnsAt(DateTime now, WorkingCalendar calendar, Clock running) => After(running.Read(calendar, now).DueAt);
}

/// <summary>督办: an order to the office, with a clock of its own for the answer (AP-11.3).</summary>
/// <param name="Reason">What the supervisor asked about; none where the limit ran out.</param>
/// <param name="By">The supervisor; none where the clock gave it.</param>
public sealed record Ordered(DateTime At, Clock Answer, string? Reason, string? By) : OpenSupervision(At)
{
    public override Words Name => ("督办", "Ordered");

    internal static Ordered ByClock(DateTime at) => new(at, Clock.Start(Rulebook.OrderAnswer, at), null, null);

    /// <summary>A supervisor's own order, also before a lamp is yellow.</summary>
    internal static Ordered ByHand(DateTime at, string reason, string by) => new(at, Clock.Start(Rulebook.OrderAnswer, at), reason, by);

    public Answered Reply(Reply reply) => new(reply.At, this with { Answer = Answer.Ended(reply.At) }, reply);

    // No answer in time: it goes to the next level.
    public override SupervisionStage? TurnBy(DateTime now, WorkingCalendar calendar, Clock running) =>
        Answer.Read(calendar, now) is { State: ClockState.Overdue } late
            ? new Escalated(After(late.DueAt), EscalationGround.NoAnswer, this, null)
            : null;

    public override DateTime? TurnsAt(DateTime now, WorkingCalendar calendar, Clock running) => After(Answer.Read(calendar, now).DueAt);
}

/// <summary>答复: what an office says to an order.</summary>
/// <param name="Cause">原因</param>
/// <param name="Measure">措施</param>
/// <param name="CloseBy">The last day by which the office promises its part.</param>
public sealed record Reply(string Cause, string Measure, DateOnly CloseBy, DateTime At, long By, string Name)
{
    /// <summary>A promise lies in the future and no further than the county allows (AP-11.4).</summary>
    public static Result<Reply> Of(
        string cause,
        string measure,
        DateOnly? closeBy,
        DateTime at,
        long by,
        string name,
        WorkingCalendar calendar
    )
    {
        if (string.IsNullOrWhiteSpace(cause))
            return new ReplyCauseMissing();
        if (string.IsNullOrWhiteSpace(measure))
            return new ReplyMeasureMissing();
        var (today, last) = (CountyTime.DayOf(at), calendar.Add(CountyTime.DayOf(at), Rulebook.LatePromise.Amount));
        if (closeBy is not { } day || day < today || day > last)
            return new PromiseOutOfRange(today, last);
        return new Reply(cause.Trim(), measure.Trim(), day, at, by, name);
    }
}

/// <summary>已答复: the office promised a day; the case is still open.</summary>
public sealed record Answered(DateTime At, Ordered Order, Reply Said) : OpenSupervision(At)
{
    public override Words Name => ("已答复", "Answered");

    // A promise that was not kept goes to the next level as well.
    public override SupervisionStage? TurnBy(DateTime now, WorkingCalendar calendar, Clock running) =>
        now > CountyTime.EndOfBusiness(Said.CloseBy)
            ? new Escalated(NotBefore(PromiseEnds), EscalationGround.BrokenPromise, Order, Said)
            : null;

    public override DateTime? TurnsAt(DateTime now, WorkingCalendar calendar, Clock running) => PromiseEnds;

    /// <summary>The first instant after the day promised.</summary>
    public DateTime PromiseEnds => After(CountyTime.EndOfBusiness(Said.CloseBy));
}

public enum EscalationGround
{
    /// <summary>督办期限内没有答复</summary>
    NoAnswer,

    /// <summary>答复承诺的日期已过，仍未办结</summary>
    BrokenPromise,
}

/// <summary>上报: to the head of the office and the leader of the county.</summary>
public sealed record Escalated(DateTime At, EscalationGround Ground, Ordered Order, Reply? Said) : OpenSupervision(At)
{
    public override Words Name => ("已上报", "Escalated");

    public Explained Explain(Reply reply) => new(reply.At, this, reply);
}

/// <summary>负责人已说明: the last word of the office; the case stays on the list until it is done.</summary>
public sealed record Explained(DateTime At, Escalated Before, Reply Said) : OpenSupervision(At)
{
    public override Words Name => ("负责人已说明", "Explained by the head");
}

/// <summary>Why supervision ends.</summary>
public enum LiftGround
{
    /// <summary>已办结或已作出决定</summary>
    Finished,

    /// <summary>本单位已办完，转到下一环节</summary>
    HandedOn,

    /// <summary>等申请人：补正、领取</summary>
    WithApplicant,

    /// <summary>特别程序，计时暂停</summary>
    Paused,

    /// <summary>期限延长或日历调整，又在时限内</summary>
    BackInTime,
}

/// <summary>已解除</summary>
public sealed record Lifted(DateTime At, LiftGround Ground, SupervisionStage Before) : SupervisionStage(At)
{
    public override Words Name => ("已解除", "Lifted");
}

public sealed record ReplyCauseMissing()
    : Refusal(
        ("没有写明原因。", "The cause is missing."),
        ("请写明为什么没有按期办结。", "Say why it was not done in time."),
        Rulebook.OrderAnswer.Basis
    );

public sealed record ReplyMeasureMissing()
    : Refusal(
        ("没有写明措施。", "The measure is missing."),
        ("请写明现在怎么办、由谁办。", "Say what is done now, and by whom."),
        Rulebook.OrderAnswer.Basis
    );

public sealed record PromiseOutOfRange(DateOnly First, DateOnly Last)
    : Refusal(
        (
            $"承诺办结的日期应在 {First:yyyy-MM-dd} 至 {Last:yyyy-MM-dd} 之间。",
            $"The promised day lies between {First:yyyy-MM-dd} and {Last:yyyy-MM-dd}."
        ),
        (
            "请选择这个范围内的一天；到期仍未办结的，自动上报。",
            "Choose a day in between; if it passes with the case open, it is escalated."
        ),
        Rulebook.LatePromise.Basis
    );
