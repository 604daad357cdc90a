using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using static CountyHall.Kernel.Rules.Working_days;

namespace CountyHall.Kernel.Rules;

/// <summary>Administrative Licensing Law arts. 42, 45 and 82; Civil Code arts. 201 and 203.</summary>
public class Clocks
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    internal static DateTime At(string day, int hour = 10, int minute = 0) => CountyTime.Utc(Day(day), new(hour, minute));

    private static Clock FiveDays(string start) => Clock.Start(Rulebook.CorrectionNotice, At(start));

    private static Clock TwentyDays(string start) => Clock.Start(Rulebook.CorrectionNotice, 20, At(start));

    private static readonly Limit ThirtyCalendarDays = Rulebook.CorrectionNotice with
    {
        Id = "X-30",
        Amount = 30,
        Unit = Unit.CalendarDays,
    };

    [Fact]
    public void A_period_ends_at_the_close_of_business_of_its_last_day()
    {
        var clock = FiveDays("2020-09-24");
        clock.Read(Calendar, At("2020-09-24")).DueAt.ShouldBe(new DateTime(2020, 9, 30, 9, 0, 0, DateTimeKind.Utc));
        clock.Read(Calendar, At("2020-09-30", 17)).State.ShouldBe(ClockState.Warning);
        clock.Read(Calendar, At("2020-09-30", 17).AddTicks(1)).State.ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public void An_evening_in_Greenwich_is_already_tomorrow_in_Beijing()
    {
        CountyTime.DayOf(new DateTime(2020, 9, 24, 15, 59, 59, DateTimeKind.Utc)).ShouldBe(Day("2020-09-24"));
        CountyTime.DayOf(new DateTime(2020, 9, 24, 16, 0, 0, DateTimeKind.Utc)).ShouldBe(Day("2020-09-25"));
    }

    [Fact]
    public void Used_and_left_are_counted_with_today()
    {
        var clock = FiveDays("2020-09-24"); // Friday 25 is day 1, Sunday 27 works
        var reading = clock.Read(Calendar, At("2020-09-27"));
        (reading.Used, reading.Left).ShouldBe((2, 3));
        clock.Read(Calendar, At("2020-09-24")).Used.ShouldBe(0);
        clock.Read(Calendar, At("2020-09-30")).Left.ShouldBe(0);
        clock.Read(Calendar, At("2020-10-10")).Left.ShouldBe(-2);
    }

    [Fact]
    public void A_clock_is_overdue_in_its_first_day_from_the_close_of_business()
    {
        var clock = FiveDays("2020-09-24");
        clock.Read(Calendar, At("2020-09-30", 16)).OverdueBy.ShouldBe(0);
        clock.Read(Calendar, At("2020-09-30", 18)).OverdueBy.ShouldBe(1);
        clock.Read(Calendar, At("2020-10-09")).OverdueBy.ShouldBe(1);
        clock.Read(Calendar, At("2020-10-10")).OverdueBy.ShouldBe(2);
    }

    [Fact]
    public void The_warning_comes_when_a_fifth_of_the_days_is_left()
    {
        var clock = TwentyDays("2020-03-02"); // due Monday 30 March; four days left on Tuesday 24
        clock.Read(Calendar, At("2020-03-23")).State.ShouldBe(ClockState.Running);
        clock.Read(Calendar, At("2020-03-23")).TurnsAt.ShouldBe(At("2020-03-24", 0));
        clock.Read(Calendar, At("2020-03-24", 0)).State.ShouldBe(ClockState.Warning);
        clock.Read(Calendar, At("2020-03-24", 0)).Left.ShouldBe(4);
    }

    [Fact]
    public void A_short_period_warns_when_one_day_is_left()
    {
        var clock = Clock.Start(Rulebook.CorrectionNotice, 3, At("2020-03-02"));
        clock.Read(Calendar, At("2020-03-03")).State.ShouldBe(ClockState.Running);
        clock.Read(Calendar, At("2020-03-04")).State.ShouldBe(ClockState.Warning);
    }

    [Fact]
    public void An_end_is_in_time_until_the_close_of_business_and_late_after()
    {
        var clock = FiveDays("2020-09-24");
        clock.Ended(At("2020-09-30", 17)).Read(Calendar, At("2020-12-01")).State.ShouldBe(ClockState.EndedInTime);
        var late = clock.Ended(At("2020-10-09")).Read(Calendar, At("2020-12-01"));
        (late.State, late.Left, late.OverdueBy).ShouldBe((ClockState.EndedLate, -1, 1));
    }

    [Fact]
    public void Facts_after_the_instant_are_unknown()
    {
        var clock = FiveDays("2020-09-21").Stopped(At("2020-09-23"), ("听证", "hearing")).Resumed(At("2020-09-25"));
        var ended = clock.ExtendedBy(Rulebook.CorrectionNotice, At("2020-09-27")).Ended(At("2020-09-28"));

        ended.Read(Calendar, At("2020-09-22")).ShouldBe(FiveDays("2020-09-21").Read(Calendar, At("2020-09-22")));
        ended.Read(Calendar, At("2020-09-24")).State.ShouldBe(ClockState.Paused);
        ended.Read(Calendar, At("2020-09-26")).Total.ShouldBe(5);
        ended.Read(Calendar, At("2020-09-27")).Total.ShouldBe(10);
        ended.Read(Calendar, At("2020-09-27")).State.ShouldBe(ClockState.Running);
        ended.Read(Calendar, At("2020-09-28")).State.ShouldBe(ClockState.EndedInTime);
    }

    [Fact]
    public void A_stop_takes_out_its_first_and_its_last_day()
    {
        var clock = FiveDays("2020-03-02"); // without the stop: Monday 9
        clock.Read(Calendar, At("2020-03-03")).Due.ShouldBe(Day("2020-03-09"));
        var stopped = clock.Stopped(At("2020-03-04"), ("检验", "inspection")).Resumed(At("2020-03-05", 16));
        stopped.Read(Calendar, At("2020-03-06")).Due.ShouldBe(Day("2020-03-11"));
        stopped.Read(Calendar, At("2020-03-06")).Used.ShouldBe(2);
    }

    [Fact]
    public void A_clock_that_is_stopped_does_not_run_out()
    {
        var clock = FiveDays("2020-03-02").Stopped(At("2020-03-09", 16), ("专家评审", "expert review"));
        var reading = clock.Read(Calendar, At("2020-06-01"));
        (reading.State, reading.Left, reading.Due, reading.TurnsAt).ShouldBe((ClockState.Paused, 1, Day("2020-06-02"), null));
    }

    [Fact]
    public void A_stop_after_the_period_has_ended_gives_no_time_back()
    {
        var clock = FiveDays("2020-03-02").Stopped(At("2020-03-09", 17).AddTicks(1), ("检验", "inspection"));
        var reading = clock.Read(Calendar, At("2020-03-20"));
        (reading.State, reading.Due, reading.Left).ShouldBe((ClockState.Overdue, Day("2020-03-09"), -9));
    }

    [Fact]
    public void A_stop_at_the_very_close_of_the_last_day_still_saves_that_day() =>
        FiveDays("2020-03-02")
            .Stopped(At("2020-03-09", 17), ("检验", "inspection"))
            .Resumed(At("2020-03-10"))
            .Read(Calendar, At("2020-03-11"))
            .Due.ShouldBe(Day("2020-03-11"));

    [Theory]
    [InlineData("2020-04-12", "2020-04-13")] // ends before the working day for which the period waited
    [InlineData("2020-04-13", "2020-04-14")] // takes that day away
    public void A_stop_while_a_period_waits_for_a_working_day_moves_only_that_day(string through, string due) =>
        Clock
            .Start(ThirtyCalendarDays, At("2020-03-12")) // the thirtieth day is Saturday 11 April
            .Stopped(At("2020-04-12"), ("检验", "inspection"))
            .Resumed(At(through, 16))
            .Read(Calendar, At("2020-04-14"))
            .Due.ShouldBe(Day(due));

    [Theory]
    [InlineData("2020-03-13", "2020-04-13")] // the thirtieth day is Sunday 12 April
    [InlineData("2020-03-16", "2020-04-15")] // a Wednesday
    [InlineData("2020-04-01", "2020-05-06")] // the thirtieth day is 1 May: the first day after the holiday
    [InlineData("2020-03-27", "2020-04-26")] // a Sunday that is worked
    public void A_period_of_calendar_days_does_not_end_on_a_day_of_rest(string start, string due) =>
        Clock.Start(ThirtyCalendarDays, At(start)).Read(Calendar, At(start)).Due.ShouldBe(Day(due));

    [Fact]
    public void Calendar_days_beyond_the_thirtieth_are_not_used_up_while_the_period_runs_on_to_a_working_day()
    {
        var clock = Clock.Start(ThirtyCalendarDays, At("2020-03-13"));
        (clock.Read(Calendar, At("2020-04-13")).Used, clock.Read(Calendar, At("2020-04-13")).Left).ShouldBe((30, 0));
        clock.Read(Calendar, At("2020-04-14")).Left.ShouldBe(-1);
    }

    [Fact]
    public void On_the_spot_means_the_same_day_or_the_next_working_day_when_business_is_over()
    {
        Clock OnTheSpot(DateTime at) => Clock.Start(Rulebook.CorrectionNotice, 0, at);
        OnTheSpot(At("2020-03-06", 17)).Read(Calendar, At("2020-03-06", 17)).Due.ShouldBe(Day("2020-03-06"));
        OnTheSpot(At("2020-03-06", 18)).Read(Calendar, At("2020-03-06", 18)).Due.ShouldBe(Day("2020-03-09"));
        OnTheSpot(At("2020-03-07")).Read(Calendar, At("2020-03-07")).Due.ShouldBe(Day("2020-03-09"));
    }

    [Fact]
    public void What_reaches_a_year_without_arrangement_is_provisional()
    {
        TwentyDays("2026-12-03").Read(Calendar, At("2026-12-03")).Provisional.ShouldBeFalse(); // due 31 December
        TwentyDays("2026-12-04").Read(Calendar, At("2026-12-04")).Provisional.ShouldBeTrue();
        TwentyDays("2019-12-20").Read(Calendar.AsKnownOn(Day("2019-11-20")), At("2019-12-20")).Provisional.ShouldBeTrue();
        TwentyDays("2019-12-20").Read(Calendar, At("2019-12-20")).Provisional.ShouldBeFalse();
    }

    [Fact]
    public void A_due_date_follows_what_the_calendar_knew()
    {
        var clock = TwentyDays("2020-01-20");
        clock.Read(Calendar.AsKnownOn(Day("2020-01-25")), At("2020-01-25")).Due.ShouldBe(Day("2020-02-21"));
        clock.Read(Calendar.AsKnownOn(Day("2020-01-27")), At("2020-01-27")).Due.ShouldBe(Day("2020-02-25"));
    }

    [Fact]
    public void The_account_says_of_each_day_why_it_counted_or_not()
    {
        var clock = FiveDays("2020-01-17").Stopped(At("2020-01-21"), ("听证", "hearing")).Resumed(At("2020-01-21", 16));
        var account = clock.Prove(Calendar, At("2020-02-05")).ToDictionary(day => day.Date);

        void Says(string day, int? number, string zh, string en)
        {
            account[Day(day)].Number.ShouldBe(number);
            account[Day(day)].Why.ShouldBe(new(zh, en));
        }

        Says("2020-01-17", null, "开始之日不计入", "the day of the start is not counted");
        Says("2020-01-18", null, "周末，不计入", "weekend, not counted");
        Says("2020-01-19", 1, "春节调休上班，计入", "make-up workday for Spring Festival, counted");
        Says("2020-01-20", 2, "工作日，计入", "working day, counted");
        Says("2020-01-21", null, "暂停：听证，不计入", "stopped (hearing), not counted");
        Says("2020-01-27", null, "春节放假，不计入", "holiday: Spring Festival, not counted");
        Says("2020-02-03", 5, "工作日，计入；期限届满日", "working day, counted; last day of the period");
        Says("2020-02-04", 6, "工作日，计入；超期第1天", "working day, counted; day 1 past the limit");
        Says("2020-02-05", 7, "工作日，计入；超期第2天；今天", "working day, counted; day 2 past the limit; today");
        account.Count.ShouldBe(20); // 17 January to 5 February
    }

    [Fact]
    public void The_account_of_calendar_days_shows_the_days_of_rest_on_which_the_period_waits()
    {
        var account = Clock.Start(ThirtyCalendarDays, At("2020-03-13")).Prove(Calendar, At("2020-03-13"));
        account[^2].ShouldBe(new(Day("2020-04-12"), DayKind.Weekend, 30, ("计入", "counted"), false, false));
        account[^1].Number.ShouldBeNull();
        account[^1].IsDue.ShouldBeTrue();
        account[^1].Why.Zh.ShouldBe("天数已满，末日顺延至工作日；期限届满日");
    }

    [Fact]
    public void The_account_says_where_the_holidays_are_not_known_yet() =>
        TwentyDays("2026-12-30")
            .Prove(Calendar, At("2026-12-30"))[2]
            .Why.En.ShouldBe("working day, counted; holidays of that year not announced, plain week assumed");

    [Fact]
    public void Nothing_happens_to_a_clock_before_it_starts_or_twice()
    {
        var clock = FiveDays("2020-03-02");
        Should.Throw<ArgumentOutOfRangeException>(() => clock.Ended(At("2020-03-01")));
        Should.Throw<ArgumentOutOfRangeException>(() => clock.Stopped(At("2020-03-01"), ("听证", "hearing")));
        Should.Throw<InvalidOperationException>(() => clock.Resumed(At("2020-03-03")));
        var stopped = clock.Stopped(At("2020-03-03"), ("听证", "hearing"));
        Should.Throw<InvalidOperationException>(() => stopped.Stopped(At("2020-03-04"), ("听证", "hearing")));
        Should.Throw<ArgumentOutOfRangeException>(() => stopped.Resumed(At("2020-03-02")));
        Should.Throw<ArgumentException>(() => clock.Ended(DateTime.SpecifyKind(At("2020-03-03"), DateTimeKind.Local)));
    }
}
