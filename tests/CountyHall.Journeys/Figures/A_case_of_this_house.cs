using CountyHall.Approvals;
using CountyHall.Approvals.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Figures;

/// <summary>What the running house closes is counted by the same figures as what was loaded.</summary>
public abstract class A_case_of_this_house(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task Has_its_line_when_it_is_decided_and_its_visits_when_it_is_collected()
    {
        var before = await Years.Read(Hall, year: 2026);
        var story = await Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives("restaurant-food-licence")
            .Accepts()
            .As("shen.yining")
            .ChecksOnSite("gu.yanqiu")
            .As("gu.yanqiu")
            .Agrees()
            .As("tang.mingqu")
            .Agrees();
        var number = story.Number;
        var line = await Hall.Read(db => db.ClosedCases.AsNoTracking().SingleAsync(c => c.Number == number));
        line.Outcome.ShouldBe(Outcome.Granted);
        line.HandledAt.ShouldBe(HandledAt.Centre);
        line.ClosedOn.ShouldBe(line.AcceptedOn!.Value);
        var after = await Years.Read(Hall, year: 2026);
        var one = after["approvals.cases.total"].Quantity!.Numerator - (before["approvals.cases.total"].Quantity?.Numerator ?? 0);
        one.ShouldBe(1);
        // Handed in and collected at a window on one day: one visit, known once the result is handed over.
        (await Hall.Read(db => db.CaseVisits.CountAsync(v => v.Case == number))).ShouldBe(0);
        await Story.Of(Hall, number).As("jiang.yanqiu").Makes().HandsOver("0119");
        (await Hall.Read(db => db.CaseVisits.CountAsync(v => v.Case == number))).ShouldBe(1);
        (await Years.Read(Hall, year: 2026))["approvals.cases.total"].Quantity.ShouldBe(after["approvals.cases.total"].Quantity);
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_withdrawn_case_has_its_line_and_is_not_counted()
    {
        var before = await Years.Read(Hall, year: 2026);
        var story = await Story.In(Hall).As("zhu.jingxing").Receives("restaurant-food-licence").As("gu.qinglan").Withdraws();
        var number = story.Number;
        (await Hall.Read(db => db.ClosedCases.SingleAsync(c => c.Number == number))).Outcome.ShouldBe(Outcome.Withdrawn);
        (await Years.Read(Hall, year: 2026))["approvals.cases.total"].Quantity.ShouldBe(before["approvals.cases.total"].Quantity);
    }
}

public sealed class A_case_of_this_house_on_the_embedded_database(EmbeddedHall hall)
    : A_case_of_this_house(hall),
        IClassFixture<EmbeddedHall>;

public sealed class A_case_of_this_house_on_PostgreSQL(PostgresHall hall) : A_case_of_this_house(hall), IClassFixture<PostgresHall>;
