using System.Globalization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Oversight.Evaluations;
using CountyHall.Oversight.Warnings;

namespace CountyHall.Oversight.Rules;

/// <summary>A post to watch from: cases, evaluations and people as values. All invented.</summary>
internal static class Watch
{
    public static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant of Beijing, such as <c>2020-09-24 17:00</c>; ten in the morning where no time is given.</summary>
    public static DateTime At(string local) =>
        local.Length == 10
            ? CountyTime.Utc(Day(local), new(10, 0))
            : CountyTime.Utc(Day(local[..10]), TimeOnly.Parse(local[11..], CultureInfo.InvariantCulture));

    /// <summary>A promise of ten working days from Monday 20 April 2020: yellow from 29 April, due on 6 May (1 to 5 May are holidays, 26 April is worked).</summary>
    public static Clock Promise(string from = "2020-04-20", int days = 10) => Clock.Start(Rulebook.PromisedLimit, days, At(from));

    public static WatchedCase Case(Clock? clock, bool isOver = false, params string[] holders) =>
        new(
            1,
            "330421-20200420-000001",
            "330421",
            ("示例事项", "Example"),
            ("审查", "Review"),
            holders.Length == 0 ? ["scjg"] : holders,
            clock,
            isOver
        );

    /// <summary>Supervision as it begins by itself under a promise.</summary>
    public static Supervision Begun(Clock clock, string now) =>
        Supervision.Of(Case(clock), "scjg", Warned.From(clock, Calendar, At(now)), At(now));

    public static Reply Said(string at, string closeBy) =>
        Reply.Of("检测报告未到", "已催检测机构", Day(closeBy), At(at), 3, "审批员", Calendar).Done();

    public static Evaluation Asked(string at = "2020-11-24") =>
        new()
        {
            Id = 5,
            CaseId = 1,
            Number = "330421-20201120-000001",
            Division = "330421",
            Office = "scjg",
            Item = "restaurant-food-licence",
            Window = "A03",
            Applicant = 11,
            Officers = [2, 3],
            InvitedAt = At(at),
        };

    /// <summary>The task of a bad evaluation given on Tuesday 24 November 2020.</summary>
    public static Rectification Task(bool named = true)
    {
        var bad = Asked();
        bad.Answer(Grade.Dissatisfied, ["slow"], null, named, EvaluatedVia.Link, At("2020-11-24"));
        return Rectification.Of(bad, At("2020-11-24"));
    }

    public static Occasion By(long id, string at, string? office = "scjg", string? window = null, params Role[] roles) =>
        new(new Actor(id, "某人", "330421", office, window, roles.ToHashSet()), null, At(at), Channel.Office, office ?? "网上");

    public static Occasion Approver(string at, long id = 4) => By(id, at, roles: Role.Approver);

    public static Occasion Head(string at) => By(9, at, roles: Role.Head);

    public static T Done<T>(this Result<T> result) =>
        result is Result<T>.Refused(var why)
            ? throw new InvalidOperationException($"Refused: {why.Reason.En}")
            : ((Result<T>.Done)result).Value;

    public static TRefusal Refusing<T, TRefusal>(this Result<T> result)
        where TRefusal : Refusal => result.ShouldBeOfType<Result<T>.Refused>().Why.ShouldBeOfType<TRefusal>();
}
