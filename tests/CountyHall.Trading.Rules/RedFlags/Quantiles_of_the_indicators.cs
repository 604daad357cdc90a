using CountyHall.Trading.RedFlags;

namespace CountyHall.Trading.Rules.RedFlags;

/// <summary>h = (n + 1/3) t + 1/3; below one the least, from n on the greatest, else between its neighbours.</summary>
public class Quantiles_of_the_indicators
{
    [Theory]
    [InlineData(new[] { 5.0 }, 0.25, 5.0)]
    [InlineData(new[] { 1.0, 2.0 }, 0.25, 1.0)] // h = .9167
    [InlineData(new[] { 1.0, 2.0 }, 0.75, 2.0)] // h = 2.0833
    [InlineData(new[] { 1.0, 2.0, 3.0 }, 0.5, 2.0)]
    [InlineData(new[] { 4.0, 2.0, 3.0, 1.0 }, 0.25, 1.4166666666666667)] // h = 1.41667; the order given does not matter
    [InlineData(new[] { 4.0, 2.0, 3.0, 1.0 }, 0.75, 3.5833333333333335)] // h = 3.58333
    [InlineData(new[] { 1.0, 1.0, 1.0, 9.0 }, 0.5, 1.0)]
    [InlineData(new[] { 1.0, 9.0 }, 0.0, 1.0)]
    [InlineData(new[] { 1.0, 9.0 }, 1.0, 9.0)]
    public void Quantiles_are_the_eighth_estimate(double[] values, double share, double expected) =>
        new Quantiles(values).At(share).ShouldBe(expected, 1e-12);

    [Fact]
    public void Nothing_has_no_quantile() => new Quantiles([]).Q1.ShouldBe(double.NaN);
}
