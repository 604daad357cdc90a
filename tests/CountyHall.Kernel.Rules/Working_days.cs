using System.Globalization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Results;
using CsCheck;

namespace CountyHall.Kernel.Rules;

/// <summary>Administrative Licensing Law art. 82; regulation on public holidays art. 2; the yearly notices on public holidays.</summary>
public class Working_days
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    internal static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static readonly Gen<DateOnly> AnyDay = Gen.Int[new DateOnly(2017, 1, 1).DayNumber, new DateOnly(2029, 12, 31).DayNumber]
        .Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-09-21", 1, "2026-09-22")] // the day of the event is not counted
    [InlineData("2026-09-30", 1, "2026-10-08")] // statutory holidays are skipped
    [InlineData("2026-10-09", 1, "2026-10-10")] // a Saturday worked in exchange counts
    [InlineData("2026-10-10", 1, "2026-10-12")] // and the Sunday after it does not
    public void The_day_after_the_event_is_the_first_and_only_worked_days_count(string start, int days, string last) =>
        Calendar.Add(Day(start), days).ShouldBe(Day(last));

    [Theory]
    [InlineData("2020-01-17", 20, "2020-02-21")] // accepted before Spring Festival; Sunday 19 January counts
    [InlineData("2020-01-17", 30, "2020-03-06")] // extended by ten
    [InlineData("2020-03-02", 20, "2020-03-30")]
    [InlineData("2020-09-21", 20, "2020-10-23")]
    [InlineData("2020-09-24", 5, "2020-09-30")] // correction notice; Sunday 27 September counts
    [InlineData("2020-04-24", 10, "2020-05-11")] // delivery; Sunday 26 April and Saturday 9 May count
    [InlineData("2020-08-31", 45, "2020-11-06")] // joint handling
    [InlineData("2020-08-31", 60, "2020-11-27")] // joint handling, extended
    [InlineData("2025-01-20", 20, "2025-02-21")]
    [InlineData("2020-01-20", 20, "2020-02-25")]
    public void Known_periods_end_on_known_days(string start, int days, string last) => Calendar.Add(Day(start), days).ShouldBe(Day(last));

    [Fact]
    public void Seven_working_days_before_a_hearing_reach_back_over_the_national_holiday()
    {
        Calendar.Back(Day("2020-10-15"), 7).ShouldBe(Day("2020-09-29"));
        Calendar.CountBetween(Day("2020-09-29"), Day("2020-10-15")).ShouldBe(7);
        Calendar.CountBetween(Day("2020-09-30"), Day("2020-10-15")).ShouldBe(6);
    }

    [Theory]
    [InlineData("2020-01-25", "2020-02-21")] // told before the extension
    [InlineData("2020-01-26", "2020-02-21")]
    [InlineData("2020-01-27", "2020-02-25")] // the extension was announced on this day: two working days fewer
    [InlineData("2026-01-01", "2020-02-25")]
    public void The_spring_festival_of_2020_grew_while_it_ran(string known, string due) =>
        Calendar.AsKnownOn(Day(known)).Add(Day("2020-01-20"), 20).ShouldBe(Day(due));

    [Fact]
    public void The_first_notice_for_2020_had_31_January_and_1_February_worked()
    {
        var before = Calendar.AsKnownOn(Day("2020-01-26"));
        before.KindOf(Day("2020-01-31")).ShouldBe(DayKind.WorkingDay);
        before.KindOf(Day("2020-02-01")).ShouldBe(DayKind.MakeupWorkday);
        before.KindOf(Day("2020-02-02")).ShouldBe(DayKind.Weekend);
        Calendar.KindOf(Day("2020-01-31")).ShouldBe(DayKind.Holiday);
        Calendar.KindOf(Day("2020-02-01")).ShouldBe(DayKind.Holiday);
    }

    [Fact]
    public void The_first_notice_for_2019_had_labour_day_alone()
    {
        var before = Calendar.AsKnownOn(Day("2019-03-21"));
        before.KindOf(Day("2019-04-28")).ShouldBe(DayKind.Weekend);
        before.KindOf(Day("2019-05-01")).ShouldBe(DayKind.Holiday);
        before.KindOf(Day("2019-05-02")).ShouldBe(DayKind.WorkingDay);

        var after = Calendar.AsKnownOn(Day("2019-03-22"));
        after.KindOf(Day("2019-04-28")).ShouldBe(DayKind.MakeupWorkday);
        after.KindOf(Day("2019-05-02")).ShouldBe(DayKind.Holiday);
        after.KindOf(Day("2019-05-05")).ShouldBe(DayKind.MakeupWorkday);
    }

    [Fact]
    public void A_year_is_arranged_from_the_day_of_its_notice()
    {
        Calendar.IsArranged(Day("2026-12-31")).ShouldBeTrue();
        Calendar.IsArranged(Day("2027-01-01")).ShouldBeFalse();
        Calendar.AsKnownOn(Day("2019-11-20")).IsArranged(Day("2020-06-01")).ShouldBeFalse();
        Calendar.AsKnownOn(Day("2019-11-21")).IsArranged(Day("2020-06-01")).ShouldBeTrue();
    }

    [Fact]
    public void Next_years_notice_can_be_added_and_is_unknown_before_its_day()
    {
        var notice = new Announcement(
            Day("2026-11-03"),
            ("（虚构）2027年放假安排", "(invented) holidays of 2027"),
            2027,
            [new(Day("2027-01-01"), DayArrangement.Holiday, "元旦"), new(Day("2027-01-03"), DayArrangement.MakeupWorkday, "元旦")]
        );
        var later = Calendar.With(notice);

        later.IsArranged(Day("2027-06-01")).ShouldBeTrue();
        later.IsWorkingDay(Day("2027-01-01")).ShouldBeFalse();
        later.IsWorkingDay(Day("2027-01-03")).ShouldBeTrue();
        later.AsKnownOn(Day("2026-11-02")).IsWorkingDay(Day("2027-01-01")).ShouldBeTrue();
        Calendar.IsArranged(Day("2027-06-01")).ShouldBeFalse();
    }

    [Fact]
    public void A_notice_is_refused_when_something_in_it_cannot_be_meant()
    {
        Result<Announcement> Notice(params SpecialDay[] days) =>
            new Announcement(Day("2026-11-03"), ("（虚构）", "(invented)"), 2027, days).Checked();
        SpecialDay Off(string day) => new(Day(day), DayArrangement.Holiday, "元旦");
        SpecialDay Makeup(string day) => new(Day(day), DayArrangement.MakeupWorkday, "元旦");
        Refusal Why(Result<Announcement> result) => result.ShouldBeOfType<Result<Announcement>.Refused>().Why;

        Notice(Off("2026-12-31"), Off("2027-01-01"), Makeup("2027-01-03")).ShouldBeOfType<Result<Announcement>.Done>();
        Why(Notice(Off("2027-01-01"), Off("2027-01-01"))).ShouldBeOfType<DayArrangedTwice>();
        Why(Notice(Makeup("2027-01-04"))).ShouldBeOfType<MakeupOnWeekday>();
        Why(Notice(Off("2028-01-01"))).ShouldBeOfType<DayOutsideYear>();
        Why(Notice(Off("2026-10-01"))).ShouldBeOfType<DayOutsideYear>();
    }

    [Fact]
    public void The_notices_that_come_with_the_house_pass_the_same_check() =>
        Calendar.Announcements.ShouldAllBe(notice => notice.Checked() is Result<Announcement>.Done);

    [Theory]
    [InlineData(2017, 249, 11)]
    [InlineData(2018, 250, 11)]
    [InlineData(2019, 250, 11)]
    [InlineData(2020, 249, 13)] // eleven, and the two days of the extension
    [InlineData(2021, 250, 11)]
    [InlineData(2022, 249, 11)]
    [InlineData(2023, 249, 11)]
    [InlineData(2024, 251, 11)]
    [InlineData(2025, 248, 13)] // thirteen statutory days from 2025
    [InlineData(2026, 248, 13)]
    public void A_year_has_its_working_days_and_its_statutory_holidays(int year, int worked, int statutory)
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).ToList();
        days.Count(Calendar.IsWorkingDay).ShouldBe(worked);
        var restOnWeekdays = days.Count(day => !IsWeekend(day) && Calendar.KindOf(day) == DayKind.Holiday);
        var makeup = days.Count(day => Calendar.KindOf(day) == DayKind.MakeupWorkday);
        (restOnWeekdays - makeup).ShouldBe(statutory);
    }

    [Fact]
    public void Only_weekends_are_worked_in_exchange() =>
        Calendar
            .Announcements.SelectMany(notice => notice.Days)
            .Where(day => day.Arrangement == DayArrangement.MakeupWorkday)
            .ShouldAllBe(day => IsWeekend(day.Date));

    [Fact]
    public void All_notices_together_give_the_days_that_finally_applied() =>
        Calendar.Announcements.SelectMany(notice => notice.Days).Select(day => day.Date).Distinct().Count().ShouldBe(361);

    [Fact]
    public void A_special_day_says_its_festival_in_both_languages()
    {
        Calendar.Describe(Day("2020-01-27")).Said.ShouldBe(new("春节放假", "holiday: Spring Festival"));
        Calendar.Describe(Day("2020-09-27")).Said.Zh.ShouldBe("国庆节、中秋节调休上班");
        Calendar.Describe(Day("2020-09-27")).Said.En.ShouldBe("make-up workday for National Day and Mid-Autumn Festival");
        Calendar.Describe(Day("2020-03-07")).Said.Zh.ShouldBe("周末");
    }

    [Fact]
    public void Adding_and_counting_agree_with_walking_over_the_days() =>
        Gen.Select(AnyDay, Gen.Int[0, 90])
            .Sample(
                (start, days) =>
                {
                    var walked = start;
                    for (var left = days; left > 0; )
                    {
                        walked = walked.AddDays(1);
                        if (Calendar.IsWorkingDay(walked))
                            left--;
                    }
                    Calendar.Add(start, days).ShouldBe(walked);
                    Calendar.CountBetween(start, walked).ShouldBe(days);
                }
            );

    [Fact]
    public void Going_back_and_going_on_meet_again() =>
        Gen.Select(AnyDay.Where(Calendar.IsWorkingDay).Where(day => day.Year > 2017), Gen.Int[1, 90])
            .Sample((day, days) => Calendar.Add(Calendar.Back(day, days), days) == day);

    [Fact]
    public void The_calendar_refuses_days_that_it_does_not_know()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.Add(WorkingCalendar.FirstDay.AddDays(-1), 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.Add(WorkingCalendar.LastDay, 1));
        Calendar.Add(WorkingCalendar.FirstDay, 1).ShouldBe(Day("2017-01-03"));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
