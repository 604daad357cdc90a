using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Results;
using CountyHall.Web.Components;

namespace CountyHall.Web.Pages.Staff;

/// <summary>How the desks say what a clock says.</summary>
public static class ClockWords
{
    public static LampState Lamp(ClockState state) =>
        state switch
        {
            ClockState.Warning => LampState.Warning,
            ClockState.Overdue or ClockState.EndedLate => LampState.Overdue,
            ClockState.Paused => LampState.Paused,
            _ => LampState.OnTime,
        };

    /// <summary>The lamp of a line of an inbox; it needs no case to be opened.</summary>
    public static LampState Lamp(DeskEntry line, DateTime now) =>
        line.Paused ? LampState.Paused
        : line.SortAt < now ? LampState.Overdue
        : line.WarnsAt <= now ? LampState.Warning
        : LampState.OnTime;

    /// <summary>剩 2 个工作日, 超 1 个工作日, 今天到期.</summary>
    public static Words Left(DeskEntry line, WorkingCalendar calendar, DateTime now)
    {
        var (today, due) = (CountyTime.DayOf(now), CountyTime.DayOf(line.SortAt));
        if (line.Paused)
            return ("计时停", "stopped");
        if (line.SortAt < now)
        {
            var late = Math.Max(1, calendar.CountBetween(due, today));
            return ($"超 {late} 个工作日", $"{late} working day{(late == 1 ? "" : "s")} over");
        }
        var left = calendar.CountBetween(today, due);
        return left == 0 ? ("今天到期", "due today") : ($"{left} 个工作日", $"{left} working day{(left == 1 ? "" : "s")}");
    }

    /// <summary>What a running clock has left, within a sentence: 剩 2, 超 3.</summary>
    public static Words Left(ClockReading reading) =>
        reading.Left >= 0 ? ($"剩 {reading.Left}", $"{reading.Left} left") : ($"超 {-reading.Left}", $"{-reading.Left} over");

    /// <summary>The days of a clock as the strip draws them; of a long period the days around today and the end.</summary>
    public static IReadOnlyList<StripDay> Strip(IReadOnlyList<DayProof> days, int total, bool english)
    {
        const int Most = 35;
        IEnumerable<DayProof> shown = days;
        if (days.Count > Most)
        {
            var today = days.ToList().FindIndex(d => d.IsToday);
            shown = days.Skip(Math.Clamp(today - 13, 0, days.Count - Most)).Take(Most);
        }
        var now = days.FirstOrDefault(d => d.IsToday)?.Date;
        return
        [
            .. shown.Select(day =>
            {
                var first = day.Date == days[0].Date;
                var kind =
                    day.IsToday && day.Counts ? Components.DayKind.Today
                    : day.IsDue || day.Number > total ? Components.DayKind.Due
                    : !day.Counts && day.Why.En.StartsWith("stopped", StringComparison.Ordinal) ? Components.DayKind.Stopped
                    : !day.Counts ? Components.DayKind.Off
                    : now is { } today && day.Date > today ? Components.DayKind.Ahead
                    : Components.DayKind.Counted;
                return new StripDay(
                    day.Date,
                    kind,
                    day.Number,
                    first ? (english ? "Start" : "开始") : null,
                    Why(day, first, kind, total).In(english)
                );
            }),
        ];
    }

    private static Words Why(DayProof day, bool first, Components.DayKind kind, int total) =>
        first ? ("当日不计", "not counted")
        : day.Number > total ? ("超期", "over")
        : day.IsDue ? ("到期 17:00", "due 17:00")
        : kind == Components.DayKind.Today ? ("今天", "today")
        : kind == Components.DayKind.Ahead ? ("剩余", "ahead")
        : kind == Components.DayKind.Counted ? ("计入", "counted")
        : (Head(day.Why.Zh, '，', '；').Replace("暂停：", "", StringComparison.Ordinal), Head(day.Why.En, ',', ';'));

    private static string Head(string text, char first, char second) => text.Split(first, second)[0];

    /// <summary>Which days between now and the last do not count, for the promise at the counter.</summary>
    public static Words NotCounted(IReadOnlyList<DayProof> days)
    {
        var off = days.Skip(1).Where(d => !d.Counts).ToList();
        var list = string.Join("、", off.Take(6).Select(d => Write.ShortDay(d.Date)));
        return off.Count == 0 ? ("受理当日不计", "the day of acceptance does not count")
            : off.Count <= 6
                ? (
                    $"受理当日不计；{list} 休息日不计",
                    $"the day of acceptance does not count, nor {list.Replace("、", ", ", StringComparison.Ordinal)}"
                )
            : ($"受理当日不计；其间 {off.Count} 个休息日不计", $"the day of acceptance does not count, nor {off.Count} days of rest");
    }
}
