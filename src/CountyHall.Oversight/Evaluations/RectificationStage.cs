using System.Text.Json.Serialization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Oversight.Evaluations;

/// <summary>How the evaluator was spoken to.</summary>
public enum ContactWay
{
    /// <summary>电话</summary>
    Phone,

    /// <summary>当面</summary>
    InPerson,

    /// <summary>站内答复: the house passes it on, so that an unnamed evaluator stays unnamed.</summary>
    Message,
}

/// <summary>联系: one contact with the evaluator.</summary>
/// <param name="Said">What was said, by both.</param>
public sealed record Contact(ContactWay Way, string Said, DateTime At, long By, string Name);

/// <summary>核实: what the first contact brought out.</summary>
/// <param name="Cause">原因</param>
public sealed record Finding(string Cause, Contact First);

/// <summary>整改环节: where the task of a bad evaluation stands.</summary>
/// <remarks>All stages in the order of life; docs/oversight/README.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(ToVerify), "to-verify")]
[JsonDerivedType(typeof(ToRectify), "to-rectify")]
[JsonDerivedType(typeof(ToCallBack), "to-call-back")]
[JsonDerivedType(typeof(Closed), "closed")]
public abstract record RectificationStage(Clock Clock)
{
    public abstract Words Name { get; }
}

/// <summary>Not closed yet. A closed one has no such step, so nothing is reopened by mistake.</summary>
public abstract record OpenRectification(Clock Clock) : RectificationStage(Clock)
{
    protected abstract OpenRectification With(Clock clock);

    /// <summary>延长: a matter that is not simple, up to the longest time the county allows (AP-8.6a).</summary>
    public Result<OpenRectification> Extend(int days, DateTime at, WorkingCalendar calendar)
    {
        if (days < 1)
            return new DaysMissing();
        var reading = Clock.Read(calendar, at);
        if (reading.State == ClockState.Overdue)
            return new RectificationLate(reading.Due);
        return reading.Total + days > Rulebook.RectificationLongest.Amount
            ? new RectificationTooLong(Rulebook.RectificationLongest.Amount - reading.Total)
            : With(Clock.ExtendedBy(Rulebook.RectificationLongest, days, at));
    }
}

/// <summary>核实: the office asks the evaluator what went wrong.</summary>
public sealed record ToVerify(Clock Clock) : OpenRectification(Clock)
{
    public override Words Name => ("待核实", "To be checked");

    /// <summary>Where every task begins: five working days (AP-8.6).</summary>
    public static ToVerify From(DateTime at) => new(Clock.Start(Rulebook.Rectification, at));

    public ToRectify Verify(Finding finding) => new(Clock, finding);

    protected override OpenRectification With(Clock clock) => this with { Clock = clock };
}

/// <summary>整改: the cause is known; something is done about it.</summary>
public sealed record ToRectify(Clock Clock, Finding Finding) : OpenRectification(Clock)
{
    public override Words Name => ("待整改", "To be put right");

    /// <summary>Actions after which the evaluator was not content yet.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    public ToCallBack Rectify(string action) => new(Clock, Finding, action) { Earlier = Earlier };

    protected override OpenRectification With(Clock clock) => this with { Clock = clock };
}

/// <summary>待回访: done; the evaluator is spoken to a second time.</summary>
public sealed record ToCallBack(Clock Clock, Finding Finding, string Action) : OpenRectification(Clock)
{
    public override Words Name => ("待回访", "To be called back");
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Only from here a task is closed: with a cause, an action and a second contact.</summary>
    public Closed Close(Contact second) => new(Clock.Ended(second.At), Finding, Action, second) { Earlier = Earlier };

    /// <summary>Not settled: it is put right again, and the same clock runs on.</summary>
    public ToRectify NotSettled(Contact second) => new(Clock, Finding) { Earlier = [.. Earlier, $"{Action}（回访未认可：{second.Said}）"] };

    protected override OpenRectification With(Clock clock) => this with { Clock = clock };
}

/// <summary>已办结, and the evaluator was told.</summary>
public sealed record Closed(Clock Clock, Finding Finding, string Action, Contact Second) : RectificationStage(Clock)
{
    public override Words Name => ("已整改回访", "Closed after a second contact");
    public IReadOnlyList<string> Earlier { get; init; } = [];
}

public sealed record DaysMissing()
    : Refusal(("没有写明延长几个工作日。", "The number of working days is missing."), ("请填写一个整数。", "Give a whole number."));

public sealed record RectificationLate(DateOnly Due)
    : Refusal(
        ($"整改期限已于 {Due:yyyy-MM-dd} 届满，不能再延长。", $"The time ended on {Due:yyyy-MM-dd}; it cannot be extended any more."),
        ("请尽快完成整改和回访；逾期会记录在案。", "Finish and call back as soon as you can; the delay stays on record."),
        Rulebook.Rectification.Basis
    );

public sealed record RectificationTooLong(int Most)
    : Refusal(
        (
            $"整改最长 {Rulebook.RectificationLongest.Amount} 个工作日，现在最多还能延长 {Most} 个。",
            $"At most {Rulebook.RectificationLongest.Amount} working days in all: {Most} more can be given."
        ),
        ("请减少天数。", "Ask for fewer days."),
        Rulebook.RectificationLongest.Basis
    );
