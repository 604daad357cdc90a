using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Projects;

/// <summary>A date of a plan that breaks a rule, and the earliest that does not.</summary>
/// <param name="Rule">Id of the rule, such as <c>TR-3.7</c>.</param>
/// <param name="Planned">Beijing day as planned.</param>
/// <param name="Earliest">The earliest lawful day.</param>
public sealed record PlanBreach(string Rule, Provision Basis, Words What, DateOnly Planned, DateOnly Earliest);

/// <summary>时间安排的推算: the earliest lawful dates of a tender, and what is wrong with a plan. Pure; the calendar says which days are worked.</summary>
/// <remarks>
/// The day of the event is not counted, and a period that ends on a day of rest ends on the first working day after (TR-2.2); "so many days
/// before" is counted backwards without rolling, to the same time of the day (TR-2.3).
/// </remarks>
public static class TenderPlan
{
    /// <summary>County setting, from practice: no deadline and no opening on a day of rest (TR-2.5).</summary>
    public static readonly Provision WorkedDays = Laws.CountySettings.At(
        "截止和开标安排在工作日",
        "deadlines and openings on working days"
    );

    /// <summary>开标 at half past nine, unless the desk says otherwise.</summary>
    public static readonly TimeOnly UsualOpening = new(9, 30);

    /// <summary>The first working day on which documents filed on a day may be given out. Zhejiang Bidding Regulation art. 19.</summary>
    public static DateOnly EarliestIssue(DateOnly filed, WorkingCalendar calendar)
    {
        var issue = calendar.Add(filed, Rulebook.FilingBeforeIssue.Amount);
        while (calendar.Back(issue, Rulebook.FilingBeforeIssue.Amount) < filed)
            issue = calendar.NextWorkingDay(issue);
        return issue;
    }

    /// <summary>The first day on which documents may cease to be given out. Implementing Regulation art. 16.</summary>
    public static DateOnly EarliestEndOfDocuments(DateOnly issue, WorkingCalendar calendar) =>
        Worked(issue.AddDays(Rulebook.DocumentPeriod.Amount), calendar);

    /// <summary>The first day on which bids may be due. Bidding Law art. 24.</summary>
    public static DateOnly EarliestDeadline(DateOnly issue, WorkingCalendar calendar) =>
        Worked(issue.AddDays(Rulebook.BidPeriod.Amount), calendar);

    /// <summary>The last instant for a clarification that may affect the bids and leaves the deadline where it is. Implementing Regulation art. 21.</summary>
    public static DateTime LastClarification(DateTime deadline) => deadline.AddDays(-Rulebook.ClarificationBeforeDeadline.Amount);

    /// <summary>The last instant for an objection to the documents. Implementing Regulation art. 22.</summary>
    public static DateTime LastObjection(DateTime deadline) => deadline.AddDays(-Rulebook.DocumentObjection.Amount);

    /// <summary>The earliest deadline after a clarification that may affect the bids, at the time of day of the deadline as it was.</summary>
    public static DateTime EarliestDeadlineAfter(DateTime clarified, DateTime deadline, WorkingCalendar calendar)
    {
        var hour = TimeOnly.FromDateTime(CountyTime.Local(deadline));
        var day = CountyTime.DayOf(clarified).AddDays(Rulebook.ClarificationBeforeDeadline.Amount);
        while (!calendar.IsWorkingDay(day) || LastClarification(CountyTime.Utc(day, hour)) < clarified)
            day = day.AddDays(1);
        return CountyTime.Utc(day, hour);
    }

    /// <summary>The earliest lawful dates of documents given out from a day on; a day of rest is moved to the next working day.</summary>
    public static TenderTimes Earliest(DateOnly issue, int validity, WorkingCalendar calendar, TimeOnly? opening = null)
    {
        var from = Worked(issue, calendar);
        return new(
            CountyTime.Utc(from, new TimeOnly(9, 0)),
            CountyTime.EndOfBusiness(EarliestEndOfDocuments(from, calendar)),
            CountyTime.Utc(EarliestDeadline(from, calendar), opening ?? UsualOpening),
            validity
        );
    }

    /// <summary>What is wrong with a plan; nothing where every date is on the lawful side of its minimum.</summary>
    /// <param name="filed">Beijing day on which the documents as accepted went to the supervising department; none before they did.</param>
    /// <param name="now">Instant (UTC) at which the plan is to hold.</param>
    public static IReadOnlyList<PlanBreach> Check(TenderTimes times, DateOnly? filed, DateTime now, WorkingCalendar calendar)
    {
        List<PlanBreach> breaches = [];
        var issue = CountyTime.DayOf(times.DocumentsFrom);
        if (times.DocumentsFrom < now)
            breaches.Add(
                new(
                    "TR-3.2",
                    Laws.Bidding.At("第十六条", "art. 16"),
                    ("招标文件不能在公告发布之前发出", "Documents are not given out before the announcement"),
                    issue,
                    Worked(CountyTime.DayOf(now).AddDays(1), calendar)
                )
            );
        if (filed is { } day && EarliestIssue(day, calendar) is var earliest && issue < earliest)
            breaches.Add(Of(Rulebook.FilingBeforeIssue, issue, earliest));
        var to = CountyTime.DayOf(times.DocumentsTo);
        if (EarliestEndOfDocuments(issue, calendar) is var end && times.DocumentsTo < CountyTime.EndOfBusiness(end))
            breaches.Add(Of(Rulebook.DocumentPeriod, to, end));
        var due = CountyTime.DayOf(times.BidDeadline);
        if (EarliestDeadline(issue, calendar) is var deadline && due < deadline)
            breaches.Add(Of(Rulebook.BidPeriod, due, deadline));
        else if (!calendar.IsWorkingDay(due))
            breaches.Add(
                new(
                    "TR-2.5",
                    WorkedDays,
                    ("投标截止和开标落在休息日", "The deadline falls on a day of rest"),
                    due,
                    calendar.NextWorkingDay(due)
                )
            );
        if (times.BidDeadline < times.DocumentsTo)
            breaches.Add(
                new(
                    Rulebook.DocumentPeriod.Id,
                    Rulebook.DocumentPeriod.Basis,
                    ("招标文件发到投标截止之后", "Documents are given out after the deadline"),
                    to,
                    due
                )
            );
        return breaches;
    }

    private static PlanBreach Of(Limit rule, DateOnly planned, DateOnly earliest) => new(rule.Id, rule.Basis, rule.Name, planned, earliest);

    private static DateOnly Worked(DateOnly day, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(day) ? day : calendar.NextWorkingDay(day);
}

/// <summary>A plan that breaks a minimum cannot be saved.</summary>
public sealed record PlanUnlawful(IReadOnlyList<PlanBreach> Breaches)
    : Refusal(
        (
            string.Concat(
                Breaches.Select(b => $"{b.What.Zh}（{b.Basis.Named.Zh}）：安排在 {b.Planned:yyyy-MM-dd}，最早 {b.Earliest:yyyy-MM-dd}。")
            ),
            string.Join(
                " ",
                Breaches.Select(b =>
                    $"{b.What.En} ({b.Basis.Named.En}): planned {b.Planned:yyyy-MM-dd}, at the earliest {b.Earliest:yyyy-MM-dd}."
                )
            )
        ),
        ("请按所列最早日期改后再保存。", "Change the dates to those named or later ones."),
        Breaches[0].Basis
    );
