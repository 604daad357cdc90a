using System.Globalization;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Calendar;

public sealed partial record Clock
{
    /// <summary>The account of the period, a row for each day from its start to its last day or today, whichever is later.</summary>
    /// <remarks>It walks over the days one by one and asks no question of <see cref="Read"/> but the due date, so each can check the other.</remarks>
    public IReadOnlyList<DayProof> Prove(WorkingCalendar calendar, DateTime at)
    {
        var evaluation = new Evaluation(this, calendar, CountyTime.AsUtc(at));
        var last = evaluation.Today > evaluation.Due ? evaluation.Today : evaluation.Due;
        var total = Budget + Extensions.Where(extension => extension.At <= evaluation.Now).Sum(extension => extension.Days);

        var account = new List<DayProof>(last.DayNumber - evaluation.StartDay.DayNumber + 1);
        var number = 0;
        for (var date = evaluation.StartDay; date <= last; date = date.AddDays(1))
        {
            var day = calendar.Describe(date);
            var (counts, why) = Judge(evaluation, day, number >= total);
            if (counts)
                number++;
            account.Add(new(date, day.Kind, counts ? number : null, Marked(why), date == evaluation.Due, date == evaluation.Today));

            Words Marked(Words reason)
            {
                if (counts && number > total)
                    reason = Join(reason, ($"超期第{number - total}天", Invariant($"day {number - total} past the limit")));
                if (!day.Arranged)
                    reason = Join(
                        reason,
                        ("该年放假安排未公布，暂按普通周计算", "holidays of that year not announced, plain week assumed")
                    );
                if (date == evaluation.Due)
                    reason = Join(reason, ("期限届满日", "last day of the period"));
                return date == evaluation.Today ? Join(reason, ("今天", "today")) : reason;
            }
        }
        return account;
    }

    private (bool Counts, Words Why) Judge(Evaluation evaluation, DayDescription day, bool complete)
    {
        if (day.Date == evaluation.StartDay)
            return (false, ("开始之日不计入", "the day of the start is not counted"));
        if (evaluation.Effective.Find(stop => stop.From <= day.Date && day.Date <= stop.Through).Stop is { } stop)
            return (false, ($"暂停：{stop.Ground.Zh}，不计入", $"stopped ({stop.Ground.En}), not counted"));
        if (complete && day.Date <= evaluation.Due)
            return (false, ("天数已满，末日顺延至工作日", "all days are counted; the period runs on to the next working day"));
        if (Unit == Unit.CalendarDays)
            return (true, ("计入", "counted"));
        return day.Kind switch
        {
            DayKind.WorkingDay => (true, ("工作日，计入", "working day, counted")),
            DayKind.MakeupWorkday => (true, ($"{day.Said.Zh}，计入", $"{day.Said.En}, counted")),
            _ => (false, ($"{day.Said.Zh}，不计入", $"{day.Said.En}, not counted")),
        };
    }

    private static Words Join(Words first, Words second) => ($"{first.Zh}；{second.Zh}", $"{first.En}; {second.En}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
