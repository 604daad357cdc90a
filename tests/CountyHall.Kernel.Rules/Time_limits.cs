using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using static CountyHall.Kernel.Rules.Clocks;
using static CountyHall.Kernel.Rules.Working_days;

namespace CountyHall.Kernel.Rules;

/// <summary>Administrative Licensing Law arts. 32, 42 to 44, 47, 48, 50 and 55, each on both sides of its limit.</summary>
public class Time_limits
{
    [Fact]
    public void The_notice_of_gaps_is_due_within_five_working_days_of_receipt() =>
        LastInTime(Clock.Start(Rulebook.CorrectionNotice, At("2020-09-24")), "2020-09-30");

    [Fact]
    public void One_authority_decides_within_twenty_working_days_of_acceptance() =>
        LastInTime(Clock.Start(Rulebook.Decision, At("2020-01-17")), "2020-02-21");

    [Fact]
    public void The_extension_of_one_authority_adds_ten_working_days() =>
        LastInTime(Clock.Start(Rulebook.Decision, At("2020-01-17")).ExtendedBy(Rulebook.ReviewExtension, At("2020-02-20")), "2020-03-06");

    [Fact]
    public void Joint_handling_ends_within_forty_five_working_days_of_acceptance() =>
        LastInTime(Clock.Start(Rulebook.JointDecision, At("2020-08-31")), "2020-11-06");

    [Fact]
    public void The_extension_of_joint_handling_adds_fifteen_working_days() =>
        LastInTime(
            Clock.Start(Rulebook.JointDecision, At("2020-08-31")).ExtendedBy(Rulebook.JointExtension, At("2020-11-05")),
            "2020-11-27"
        );

    [Fact]
    public void The_lower_authority_pre_examines_within_twenty_working_days() =>
        LastInTime(Clock.Start(Rulebook.PreExamination, At("2020-03-02")), "2020-03-30");

    [Fact]
    public void The_licence_is_delivered_within_ten_working_days_of_the_decision() =>
        LastInTime(Clock.Start(Rulebook.Delivery, At("2020-04-24")), "2020-05-11");

    [Fact]
    public void A_promised_limit_runs_out_before_the_legal_one() =>
        LastInTime(Clock.Start(Rulebook.Decision, 4, At("2020-04-24")), "2020-04-29"); // Sunday 26 April counts

    [Fact]
    public void An_inspection_starts_within_five_working_days_of_acceptance() =>
        LastInTime(Clock.Start(Rulebook.InspectionStart, At("2020-06-19")), "2020-06-29"); // Sunday 28 June counts, 25 and 26 do not

    [Fact]
    public void A_hearing_is_asked_for_within_five_days_and_held_within_twenty()
    {
        LastInTime(Clock.Start(Rulebook.HearingRequest, At("2020-03-02")), "2020-03-09");
        LastInTime(Clock.Start(Rulebook.HearingHeld, At("2020-03-02")), "2020-03-30");
    }

    [Fact]
    public void A_hearing_is_announced_seven_working_days_before_and_a_day_later_is_too_late()
    {
        var hearing = Day("2020-10-15");
        var latest = WorkingCalendar.Published.Back(hearing, Rulebook.HearingNotice.Amount);
        latest.ShouldBe(Day("2020-09-29"));
        WorkingCalendar.Published.CountBetween(latest, hearing).ShouldBe(7);
        WorkingCalendar.Published.CountBetween(latest.AddDays(1), hearing).ShouldBe(6);
    }

    [Fact]
    public void A_request_for_reconsideration_is_made_within_sixty_calendar_days() =>
        LastInTime(Clock.Start(Rulebook.ReconsiderationRequest, At("2025-03-03")), "2025-05-06"); // day sixty is 2 May, a holiday until 5 May

    [Fact]
    public void Working_days_spent_on_an_expert_review_do_not_count()
    {
        var clock = Clock
            .Start(Rulebook.Decision, At("2020-03-02"))
            .Stopped(At("2020-03-09"), ("专家评审", "expert review"))
            .Resumed(At("2020-03-13"));
        LastInTime(clock, "2020-04-07"); // five working days later than 30 March, and 6 April is Qingming
    }

    [Fact]
    public void A_clock_counts_days_and_is_extended_in_its_own_unit()
    {
        Should.Throw<ArgumentException>(() => Clock.Start(Rulebook.DirectSuit, At("2020-03-02")));
        Should.Throw<ArgumentException>(() =>
            Clock.Start(Rulebook.Decision, At("2020-03-02")).ExtendedBy(Rulebook.RenewalRequest, At("2020-03-03"))
        );
    }

    private static void LastInTime(Clock clock, string lastDay)
    {
        var close = At(lastDay, 17);
        var calendar = WorkingCalendar.Published;
        clock.Ended(close).Read(calendar, close).State.ShouldBe(ClockState.EndedInTime);
        clock.Ended(close.AddTicks(1)).Read(calendar, close.AddTicks(1)).State.ShouldBe(ClockState.EndedLate);
        clock.Read(calendar, close.AddTicks(1)).State.ShouldBe(ClockState.Overdue);
        calendar.IsWorkingDay(Day(lastDay)).ShouldBeTrue();
    }
}
