namespace CountyHall.Web.Components;

/// <summary>灯: the state of a clock or a check, always shown as sign, word and colour.</summary>
public enum LampState
{
    /// <summary>正常</summary>
    OnTime,

    /// <summary>预警</summary>
    Warning,

    /// <summary>超期</summary>
    Overdue,

    /// <summary>暂停</summary>
    Paused,
}

/// <summary>What one day did to a running limit.</summary>
public enum DayKind
{
    /// <summary>A day that counted.</summary>
    Counted,

    /// <summary>A day that does not count: weekend, holiday, the day of acceptance itself.</summary>
    Off,

    /// <summary>A day on which the clock stood still.</summary>
    Stopped,

    Today,

    /// <summary>A day still to come.</summary>
    Ahead,

    /// <summary>The last day.</summary>
    Due,
}

/// <summary>One day of a day strip.</summary>
/// <param name="Number">Which counted day it is; none for days that do not count.</param>
/// <param name="Mark">The word in place of a number, such as 受理; 休 and 停 are said by themselves.</param>
/// <param name="Why">Why it counted or not: 审查, 周末, 专家评审.</param>
public sealed record StripDay(DateOnly Date, DayKind Kind, int? Number = null, string? Mark = null, string? Why = null);

public enum StepState
{
    Done,
    Now,
    Ahead,
}

/// <summary>One step of a step bar.</summary>
/// <param name="Note">The small line below: days, who.</param>
public sealed record Step(string Text, StepState State = StepState.Ahead, string? Note = null);

/// <summary>One recorded fact in a course of events.</summary>
/// <param name="Meta">When, and where it is recorded.</param>
/// <param name="IsCorrection">更正: a later fact that corrects an earlier one.</param>
public sealed record Fact(string What, string? Detail, string Meta, bool IsCorrection = false);

public sealed record KeyValue(string Key, string Value);

/// <summary>A step on the way to this page; the last one, the page itself, has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);

/// <param name="IsAlarm">The count is of things gone wrong.</param>
/// <param name="CountsTo">Where the counting stops: beyond it the tab says so with a plus.</param>
public sealed record Tab(
    string Text,
    string Href,
    int? Count = null,
    bool IsCurrent = false,
    bool IsAlarm = false,
    int CountsTo = int.MaxValue
);

/// <summary>One answer to choose from.</summary>
public sealed record Choice(string Value, string Text);

/// <summary>Why nothing is shown; the three are never mixed up.</summary>
public enum EmptyKind
{
    /// <summary>还没有: nothing yet, and the first step.</summary>
    NoneYet,

    /// <summary>没有符合条件的: nothing matches, and how to clear the filters.</summary>
    NoMatch,

    /// <summary>无权查看: not to be seen, and who may.</summary>
    NoPermission,
}

public enum BecauseKind
{
    Refuse,
    Warn,
    Pause,
}

public enum NoteKind
{
    Plain,
    Done,
    Warn,
    Late,
}

/// <summary>The line drawings of the house; each stands beside a word.</summary>
public enum Glyph
{
    Hall,
    HallOutline,
    Person,
    Firm,
    Department,
    Township,
    LifeEvent,
    Project,
    Paper,
    Search,
    Lock,
    Phone,
    Hands,
}
