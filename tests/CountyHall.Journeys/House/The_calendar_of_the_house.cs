using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;

namespace CountyHall.Journeys.House;

/// <summary>Due dates follow the State Council's calendar, and a notice that comes later moves them without touching a case.</summary>
public abstract class The_calendar_of_the_house(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task A_promise_over_the_national_day_skips_the_holidays_and_counts_the_day_worked_in_exchange()
    {
        // Tuesday 29 September 2026; 1 to 7 October are holidays, Saturday 10 October is worked.
        await using var hall = await Journeys.Hall.Open(Hall.Engine, new DateTimeOffset(2026, 9, 29, 1, 0, 0, TimeSpan.Zero));
        var story = await Story.In(hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
        (await Due(hall, story)).ShouldBe(new DateOnly(2026, 10, 12));

        // The county hears of a further holiday: the same record, another due date.
        hall.Get<CountyCalendar>().Now = WorkingCalendar.Published.With(
            new Announcement(
                new DateOnly(2026, 9, 30),
                ("示例：增加一天放假", "Example, invented: one more holiday"),
                null,
                [new SpecialDay(new DateOnly(2026, 10, 9), DayArrangement.Holiday, "国庆节")]
            )
        );
        (await Due(hall, story)).ShouldBe(new DateOnly(2026, 10, 13));
        await story.WorkingDaysPass(6).TheClocksAreLookedAt().Stands<UnderReview>();
        (await hall.Examine()).ShouldBeEmpty();
    }

    private static async Task<DateOnly> Due(Hall hall, Story story) =>
        (await hall.Get<CaseReader>().Read(story.Number)).ShouldNotBeNull().Reading.ShouldNotBeNull().Due;
}

public sealed class The_calendar_of_the_house_on_the_embedded_database(EmbeddedHall hall)
    : The_calendar_of_the_house(hall),
        IClassFixture<EmbeddedHall>;

public sealed class The_calendar_of_the_house_on_PostgreSQL(PostgresHall hall)
    : The_calendar_of_the_house(hall),
        IClassFixture<PostgresHall>;
