using CountyHall.Trading.Securities;
using CsCheck;

namespace CountyHall.Trading.Rules.Securities;

/// <summary>Implementing Regulation art. 57(2): with bank deposit interest.</summary>
public class What_it_earns
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    private static readonly InterestTerms Terms = new([(new(2012, 7, 6), 35)], 360);

    [Fact]
    [Trait("Rule", "TR-12.7")]
    public void Two_hundred_thousand_yuan_in_45_days_at_35_hundredths_of_a_percent_earn_87_yuan_50()
    {
        Terms.On(200_000_00, Day, Day.AddDays(45)).ShouldBe(87_50);
        (Terms with { YearDays = 365 }).On(200_000_00, Day, Day.AddDays(45)).ShouldBe(86_30);
        InterestTerms.OfTheCounty.On(200_000_00, Day, Day.AddDays(45)).ShouldBe(87_50);
        Terms.Basis(Day, Day.AddDays(45)).ShouldBe("45 × 0.35% ÷ 360");
    }

    [Fact]
    [Trait("Rule", "TR-12.7")]
    public void Each_day_earns_by_the_rate_of_that_day()
    {
        var changed = new InterestTerms([(new(2012, 7, 6), 36), (Day.AddDays(10), 72)], 360);
        // 10 days at 0.36 % and 20 at 0.72 %: 10,000 yuan earn 1.00 + 4.00.
        changed.On(10_000_00, Day, Day.AddDays(30)).ShouldBe(5_00);
        changed.On(10_000_00, Day, Day.AddDays(10)).ShouldBe(1_00); // the day of the change is not reached
        changed.On(10_000_00, Day, Day.AddDays(11)).ShouldBe(1_20);
    }

    [Fact]
    public void The_day_it_goes_does_not_count()
    {
        Terms.On(200_000_00, Day, Day).ShouldBe(0);
        Terms.On(200_000_00, Day, Day.AddDays(1)).ShouldBe(1_94); // 1.9444 yuan
        Terms.On(200_000_00, Day, Day.AddDays(-1)).ShouldBe(0);
    }

    [Fact]
    public void More_days_never_earn_less_and_two_halves_earn_what_the_whole_does_within_a_fen() =>
        Gen.Select(Gen.Long[1, 10_000_000_00], Gen.Int[0, 400], Gen.Int[0, 400])
            .Sample(
                (principal, first, second) =>
                {
                    var whole = Terms.On(principal, Day, Day.AddDays(first + second));
                    var one = Terms.On(principal, Day, Day.AddDays(first));
                    var two = Terms.On(principal, Day.AddDays(first), Day.AddDays(first + second));
                    whole.ShouldBeGreaterThanOrEqualTo(one);
                    Math.Abs(whole - one - two).ShouldBeLessThanOrEqualTo(1);
                }
            );
}
