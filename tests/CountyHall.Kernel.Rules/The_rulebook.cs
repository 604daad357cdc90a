using CountyHall.Kernel.Law;
using static CountyHall.Kernel.Rules.Working_days;

namespace CountyHall.Kernel.Rules;

/// <summary>Every legal number stands once, with its article.</summary>
public class The_rulebook
{
    public static TheoryData<string> Ids => [.. Rulebook.All.Select(limit => limit.Id)];

    [Fact]
    public void No_two_limits_share_an_id() => Rulebook.All.Select(limit => limit.Id).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_limit_says_what_it_limits_in_two_languages_and_where_it_stands(string id)
    {
        var limit = Rulebook.Find(id)!;
        id.ShouldMatch(@"^[A-Z]+-\d+\.\d+[a-z]?$");
        limit.Name.Zh.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}");
        limit.Name.En.ShouldMatch("^[A-Z]");
        limit.Basis.Article.ShouldNotBeNullOrWhiteSpace();
        limit.Basis.ArticleEn.ShouldNotBeNullOrWhiteSpace();
        limit.Amount.ShouldBePositive();
        limit.From.ShouldBeLessThan(limit.To ?? DateOnly.MaxValue);
        Laws.All.ShouldContain(limit.Basis.Text);
    }

    [Fact]
    public void A_number_chosen_by_the_county_rests_on_no_law()
    {
        foreach (var limit in Rulebook.All.Where(limit => limit.Mark == Mark.Choice))
            limit.Basis.Text.Level.ShouldBe(LawLevel.CountySetting, limit.Id);
        foreach (var limit in Rulebook.All.Where(limit => limit.Mark == Mark.Verified))
            limit.Basis.Article.ShouldMatch("^第.+条", limit.Id);
    }

    [Fact]
    public void No_two_texts_share_a_key_and_each_is_in_force_only_after_it_was_adopted()
    {
        Laws.All.Select(text => text.Key).ShouldBeUnique();
        foreach (var text in Laws.All)
            text.InForceFrom.ShouldBeGreaterThanOrEqualTo(text.Version, text.Key);
    }

    [Fact]
    public void Limits_are_listed_by_chapter_and_number()
    {
        var ids = Rulebook.All.Select(limit => limit.Id).ToList();
        ids.IndexOf("AP-3.8").ShouldBeLessThan(ids.IndexOf("AP-3.20"));
        ids.IndexOf("AP-9.11").ShouldBeLessThan(ids.IndexOf("AP-10.8"));
        ids.IndexOf("AP-3.21").ShouldBeLessThan(ids.IndexOf("AP-3.21a"));
    }

    [Fact]
    public void A_day_knows_which_of_two_texts_applies()
    {
        Rulebook.InForce(Day("2024-12-31")).ShouldContain(Rulebook.StatutoryHolidaysBefore2025);
        Rulebook.InForce(Day("2024-12-31")).ShouldNotContain(Rulebook.StatutoryHolidays);
        Rulebook.InForce(Day("2025-01-01")).ShouldContain(Rulebook.StatutoryHolidays);
        Rulebook.InForce(Day("2025-01-01")).ShouldNotContain(Rulebook.StatutoryHolidaysBefore2025);
    }

    [Fact]
    public void An_unknown_id_is_no_limit() => Rulebook.Find("AP-0.0").ShouldBeNull();

    // The numbers once more, typed from the articles and not from the code.
    [Theory]
    [InlineData("AP-2.16", 1, Unit.Years)]
    [InlineData("AP-2.16a", 3, Unit.Years)]
    [InlineData("AP-3.2", 2, Unit.Count)]
    [InlineData("AP-3.3", 5, Unit.WorkingDays)]
    [InlineData("AP-3.7", 60, Unit.CalendarDays)]
    [InlineData("AP-3.7b", 6, Unit.Months)]
    [InlineData("AP-3.7c", 15, Unit.CalendarDays)]
    [InlineData("AP-3.8", 1, Unit.Years)]
    [InlineData("AP-3.20", 5, Unit.WorkingDays)]
    [InlineData("AP-3.21", 20, Unit.WorkingDays)]
    [InlineData("AP-3.21a", 10, Unit.WorkingDays)]
    [InlineData("AP-3.22", 45, Unit.WorkingDays)]
    [InlineData("AP-3.22a", 15, Unit.WorkingDays)]
    [InlineData("AP-3.23", 20, Unit.WorkingDays)]
    [InlineData("AP-3.24", 10, Unit.WorkingDays)]
    [InlineData("AP-4.2", 5, Unit.WorkingDays)]
    [InlineData("AP-4.2a", 20, Unit.WorkingDays)]
    [InlineData("AP-4.3", 7, Unit.WorkingDays)]
    [InlineData("AP-5.2", 30, Unit.CalendarDays)]
    [InlineData("AP-6.7", 60, Unit.WorkingDays)]
    [InlineData("AP-6.8", 10_000_00, Unit.Fen)]
    [InlineData("AP-6.8c", 300_000_00, Unit.Fen)]
    [InlineData("AP-6.11", 5, Unit.Years)]
    [InlineData("AP-6.11b", 20, Unit.WorkingDays)]
    [InlineData("AP-6.11c", 10, Unit.Years)]
    [InlineData("AP-6.13", 5_000_00, Unit.Fen)]
    [InlineData("AP-6.13c", 100_000_00, Unit.Fen)]
    [InlineData("AP-8.6", 5, Unit.WorkingDays)]
    [InlineData("AP-8.6a", 15, Unit.WorkingDays)]
    [InlineData("AP-9.4", 20, Unit.WorkingDays)]
    [InlineData("AP-9.4a", 40, Unit.WorkingDays)]
    [InlineData("AP-9.10", 20_000_00, Unit.Fen)]
    [InlineData("AP-9.10c", 5, Unit.PerMille)]
    [InlineData("AP-10.8", 10, Unit.Years)]
    [InlineData("AP-10.8a", 20, Unit.Years)]
    [InlineData("AP-10.13", 20, Unit.WorkingDays)]
    [InlineData("AP-10.13b", 7, Unit.WorkingDays)]
    [InlineData("AP-10.13c", 15, Unit.WorkingDays)]
    [InlineData("AP-11.1", 20, Unit.Percent)]
    [InlineData("TR-1.1a", 4_000_000_00, Unit.Fen)]
    [InlineData("TR-1.1b", 2_000_000_00, Unit.Fen)]
    [InlineData("TR-1.1c", 1_000_000_00, Unit.Fen)]
    [InlineData("TR-1.1d", 2_000_000_00, Unit.Fen)]
    [InlineData("TR-1.1e", 10, Unit.Percent)]
    [InlineData("TR-1.1g", 2_000_000_00, Unit.Fen)]
    [InlineData("TR-1.1h", 1_000_000_00, Unit.Fen)]
    [InlineData("TR-1.1i", 500_000_00, Unit.Fen)]
    [InlineData("TR-1.1j", 30_000_000, Unit.Yuan)]
    [InlineData("TR-1.8", 3, Unit.Count)]
    [InlineData("TR-1.9", 5, Unit.PerMille)]
    [InlineData("TR-1.9a", 10, Unit.PerMille)]
    [InlineData("TR-3.1", 5, Unit.WorkingDays)]
    [InlineData("TR-3.3", 5, Unit.CalendarDays)]
    [InlineData("TR-3.5", 5, Unit.CalendarDays)]
    [InlineData("TR-3.7", 20, Unit.CalendarDays)]
    [InlineData("TR-3.8", 15, Unit.CalendarDays)]
    [InlineData("TR-3.8a", 3, Unit.CalendarDays)]
    [InlineData("TR-3.9", 10, Unit.CalendarDays)]
    [InlineData("TR-3.9a", 2, Unit.CalendarDays)]
    [InlineData("TR-3.10", 3, Unit.CalendarDays)]
    [InlineData("TR-3.29", 3, Unit.CalendarDays)]
    [InlineData("TR-3.34", 30, Unit.CalendarDays)]
    [InlineData("TR-3.36", 10, Unit.Percent)]
    [InlineData("TR-3.38", 10, Unit.CalendarDays)]
    [InlineData("TR-3.39", 3, Unit.WorkingDays)]
    [InlineData("TR-3.39a", 30, Unit.WorkingDays)]
    public void The_numbers_are_those_of_the_articles(string id, int amount, Unit unit)
    {
        Rulebook.Find(id)!.Amount.ShouldBe(amount);
        Rulebook.Find(id)!.Unit.ShouldBe(unit);
    }

    [Fact]
    public void What_was_not_read_is_marked_so()
    {
        Rulebook.RetentionLong.Mark.ShouldBe(Mark.FromMemory);
        Rulebook.Rectification.Mark.ShouldBe(Mark.Secondary);
        Rulebook.RenewalReminderFirst.Mark.ShouldBe(Mark.Choice);
        Rulebook.Decision.Mark.ShouldBe(Mark.Verified);
    }
}
