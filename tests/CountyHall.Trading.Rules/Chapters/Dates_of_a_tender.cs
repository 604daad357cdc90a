using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Projects;
using static CountyHall.Trading.Rules.TenderDesk;

namespace CountyHall.Trading.Rules.Chapters;

/// <summary>How days are counted, and the earliest lawful dates. The dates of 2020 are worked by hand from the calendar of that year.</summary>
public class Dates_of_a_tender
{
    [Fact]
    [Trait("Rule", "TR-2.1")]
    public void The_law_of_tenders_counts_calendar_days_and_says_so_where_it_means_working_days()
    {
        Limit[] calendar =
        [
            Rulebook.DocumentPeriod,
            Rulebook.BidPeriod,
            Rulebook.ClarificationBeforeDeadline,
            Rulebook.DocumentObjection,
            Rulebook.ObjectionAnswer,
            Rulebook.ContractSigning,
        ];
        calendar.ShouldAllBe(l => l.Unit == Unit.CalendarDays);
        ((Limit[])[Rulebook.FilingBeforeIssue, Rulebook.ComplaintAcceptance, Rulebook.ComplaintDecision]).ShouldAllBe(l =>
            l.Unit == Unit.WorkingDays
        );
    }

    [Theory]
    [Trait("Rule", "TR-2.2")]
    [InlineData("TR-3.29", "2020-09-29", "2020-10-09")] // the third day is a holiday
    [InlineData("TR-3.34", "2020-09-08", "2020-10-09")]
    [InlineData("TR-3.39", "2020-09-24", "2020-09-28")] // Sunday the 27th is worked
    [InlineData("TR-3.39a", "2020-09-24", "2020-11-11")]
    public void The_day_of_the_event_is_not_counted_and_a_last_day_of_rest_moves_on(string rule, string from, string last) =>
        Clock.Start(Rulebook.Find(rule)!, At($"{from} 10:00")).Read(Calendar, At($"{from} 10:00")).Due.ShouldBe(Day(last));

    [Theory]
    [Trait("Rule", "TR-2.3")]
    [InlineData("2020-09-30 09:30", "2020-09-15 09:30", "2020-09-20 09:30")]
    [InlineData("2020-10-20 09:30", "2020-10-05 09:30", "2020-10-10 09:30")] // counted back without rolling: 5 October is a holiday
    public void So_many_days_before_is_counted_backwards_to_the_same_time_of_day(string deadline, string clarification, string objection)
    {
        TenderPlan.LastClarification(At(deadline)).ShouldBe(At(clarification));
        TenderPlan.LastObjection(At(deadline)).ShouldBe(At(objection));
    }

    [Theory]
    [Trait("Rule", "TR-2.4")]
    [InlineData("2020-09-30", true)] // the twentieth day is enough
    [InlineData("2020-09-29", false)]
    public void The_number_itself_is_included(string deadline, bool lawful) =>
        Breaks(deadline: $"{deadline} 09:30").ShouldBe(lawful ? [] : ["TR-3.7"]);

    [Theory]
    [Trait("Rule", "TR-2.5")]
    [InlineData("2020-10-01", true)] // a holiday
    [InlineData("2020-10-10", false)] // a Saturday worked in exchange
    [InlineData("2020-10-11", true)] // a Sunday
    public void No_deadline_falls_on_a_day_of_rest(string deadline, bool refused) =>
        Breaks(deadline: $"{deadline} 09:30").ShouldBe(refused ? ["TR-2.5"] : []);

    [Fact]
    [Trait("Rule", "TR-2.5")]
    public void What_is_proposed_lies_on_worked_days()
    {
        var times = TenderPlan.Earliest(Day("2020-09-12"), 90, Calendar); // a Saturday
        CountyTime.DayOf(times.DocumentsFrom).ShouldBe(Day("2020-09-14"));
        CountyTime.DayOf(times.DocumentsTo).ShouldBe(Day("2020-09-21")); // the fifth day, the 19th, is a Saturday
        CountyTime.DayOf(times.BidDeadline).ShouldBe(Day("2020-10-09")); // the twentieth, the 4th, lies in the holidays
        TenderPlan.Check(times, null, At("2020-09-11 10:00"), Calendar).ShouldBeEmpty();
    }

    [Theory]
    [Trait("Rule", "TR-3.1")]
    [InlineData("2026-11-24", "2026-12-01")]
    [InlineData("2020-09-24", "2020-09-30")] // Fri 25, Sun 27 (worked), Mon 28, Tue 29, Wed 30
    [InlineData("2026-11-28", "2026-12-07")] // a Saturday
    public void The_department_has_the_documents_five_working_days_before_they_go_out(string filed, string issue)
    {
        TenderPlan.EarliestIssue(Day(filed), Calendar).ShouldBe(Day(issue));
        Calendar.Back(Day(issue), 5).ShouldBeGreaterThanOrEqualTo(Day(filed));
    }

    [Theory]
    [Trait("Rule", "TR-3.1")]
    [InlineData("2020-09-03", true)] // Thursday; Thursday the 10th is the fifth working day after
    [InlineData("2020-09-04", false)]
    public void Documents_filed_later_than_that_are_not_given_out(string filed, bool lawful) =>
        Breaks(filed: filed).ShouldBe(lawful ? [] : ["TR-3.1"]);

    [Fact]
    [Trait("Rule", "TR-3.2")]
    public void Documents_do_not_go_out_before_the_announcement() =>
        TenderPlan
            .Check(Times("2020-09-10 09:00", "2020-09-15 17:00", "2020-09-30 09:30"), null, At("2020-09-10 09:01"), Calendar)
            .Select(b => b.Rule)
            .ShouldBe(["TR-3.2"]);

    [Theory]
    [Trait("Rule", "TR-3.3")]
    [InlineData("2020-09-15 17:00", true)]
    [InlineData("2020-09-15 16:59", false)] // the last day is given in full
    [InlineData("2020-09-14 17:00", false)]
    public void Documents_are_given_out_for_five_days_or_more(string to, bool lawful) => Breaks(to: to).ShouldBe(lawful ? [] : ["TR-3.3"]);

    [Fact]
    [Trait("Rule", "TR-3.3")]
    public void Documents_are_not_given_out_after_the_deadline() => Breaks(to: "2020-09-30 17:00").ShouldBe(["TR-3.3"]);

    [Theory]
    [Trait("Rule", "TR-3.7")]
    [InlineData("2020-09-10", "2020-09-30")]
    [InlineData("2020-09-11", "2020-10-09")] // the twentieth day is a holiday
    [InlineData("2026-12-01", "2026-12-21")]
    public void Bids_are_due_twenty_days_after_the_documents_went_out_or_later(string issue, string earliest) =>
        TenderPlan.EarliestDeadline(Day(issue), Calendar).ShouldBe(Day(earliest));

    [Fact]
    [Trait("Rule", "TR-3.7")]
    public void A_plan_that_breaks_minima_names_each_article_and_the_earliest_day()
    {
        var breaches = TenderPlan.Check(
            Times("2020-09-10 09:00", "2020-09-12 17:00", "2020-09-25 09:30"),
            Day("2020-09-08"),
            At("2020-09-09 10:00"),
            Calendar
        );
        breaches.Select(b => b.Rule).ShouldBe(["TR-3.1", "TR-3.3", "TR-3.7"]);
        breaches.Select(b => b.Earliest).ShouldBe([Day("2020-09-15"), Day("2020-09-15"), Day("2020-09-30")]);
        var said = new PlanUnlawful(breaches);
        said.Reason.Zh.ShouldContain("《招标投标法》第二十四条");
        said.Reason.Zh.ShouldContain("最早 2020-09-30");
        said.Reason.Zh.ShouldContain("《招标投标法实施条例》第十六条");
        said.Reason.Zh.ShouldContain("《浙江省招标投标条例》第十九条");
    }

    [Theory]
    [Trait("Rule", "TR-3.8")]
    [InlineData("2020-09-15 09:30", "2020-09-30 09:30")]
    [InlineData("2020-09-15 09:31", "2020-10-09 09:30")] // a minute later the fifteenth day is too short, then come the holidays
    [InlineData("2020-09-16 08:00", "2020-10-09 09:30")]
    [InlineData("2026-12-07 10:00", "2026-12-23 09:30")]
    public void A_change_leaves_fifteen_days_or_moves_the_deadline(string clarified, string earliest) =>
        TenderPlan.EarliestDeadlineAfter(At(clarified), At("2020-09-30 09:30"), Calendar).ShouldBe(At(earliest));

    [Fact]
    [Trait("Rule", "TR-3.10")]
    public void An_objection_is_answered_within_three_days()
    {
        var objection = new DocumentObjection
        {
            Id = 1,
            TenderId = 1,
            Number = 1,
            Firm = 1,
            FirmName = "示例",
            Text = "示例",
            RaisedAt = At("2026-11-24 10:00"),
        };
        var reading = objection.Clock.Read(Calendar, At("2026-11-25 10:00"));
        (reading.Due, reading.Left, reading.State).ShouldBe((Day("2026-11-27"), 2, ClockState.Running));
        objection.Clock.Read(Calendar, At("2026-11-27 17:01")).State.ShouldBe(ClockState.Overdue);
        objection.AnsweredAt = At("2026-11-27 16:00");
        objection.Clock.Read(Calendar, At("2026-12-01 10:00")).State.ShouldBe(ClockState.EndedInTime);
    }

    [Fact]
    [Trait("Rule", "TR-3.44")]
    public void The_validity_of_bids_is_kept_with_the_deadline_from_which_it_runs() =>
        TenderPlan.Earliest(Day("2026-12-01"), 90, Calendar).Validity.ShouldBe(90);

    private static TenderTimes Times(string from, string to, string deadline) => new(At(from), At(to), At(deadline), 90);

    private static IEnumerable<string> Breaks(string to = "2020-09-15 17:00", string deadline = "2020-09-30 09:30", string? filed = null) =>
        TenderPlan
            .Check(Times("2020-09-10 09:00", to, deadline), filed is null ? null : Day(filed), At("2020-09-09 10:00"), Calendar)
            .Select(b => b.Rule);
}
