using CountyHall.Trading.Similarity;
using static CountyHall.Trading.Rules.Similarity.InventedField;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>Regulation on the Bidding Law art. 40(4): regular patterns in prices. Everything in these tests is invented.</summary>
public class Similarity_of_prices
{
    private static ComparedBid Priced(int n, Func<int, decimal> price, Func<int, decimal>? times = null) =>
        Bid(n) with
        {
            Bill = Enumerable
                .Range(1, 60)
                .Select(i => new BillLine(
                    $"{i}",
                    $"0{1 + i / 20}0101{i:000}001",
                    "某项",
                    10,
                    price(i),
                    price(i) * 10 * (times?.Invoke(i) ?? 1)
                ))
                .ToList(),
        };

    private static decimal Own(int bidder, int line)
    {
        var dice = new Dice((ulong)(bidder * 1000 + line));
        return Math.Round((decimal)(50 + line + 12 * dice.Unit()), 2);
    }

    [Fact]
    public void Prices_of_ones_own_are_no_pattern() => Codes(Priced(1, i => Own(1, i)), Priced(2, i => Own(2, i))).ShouldBeEmpty();

    [Fact]
    public void Equal_proportional_and_patterned_prices_are_told()
    {
        Codes(Priced(1, i => Own(1, i)), Priced(2, i => Own(i % 3 == 0 ? 2 : 1, i))).ShouldBe(["B001 B002 price.identical"]);
        Codes(Priced(1, i => Own(1, i)), Priced(2, i => Math.Round(Own(1, i) * 0.973m, 2))).ShouldBe(["B001 B002 price.ratio"]);
        Codes(Priced(1, i => Own(1, i)), Priced(2, i => Math.Round(Own(1, i) * (0.93m + 0.04m * (i / 20)), 2)))
            .ShouldBe(["B001 B002 price.pattern"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // as many ratios, but not by section
    public void A_ratio_for_each_small_section_of_the_code_is_a_pattern(bool bySection)
    {
        // Fifteen sections of four lines, 0101 to 0115.
        static ComparedBid Sectioned(ComparedBid bid) =>
            bid with
            {
                Bill = bid.Bill.Select((line, i) => line with { Code = $"01{1 + i / 4:00}01{i:000}001" }).ToList(),
            };
        Codes(
                Sectioned(Priced(1, i => Own(1, i))),
                Sectioned(Priced(2, i => Math.Round(Own(1, i) * (0.9m + 0.012m * (bySection ? (i - 1) / 4 : (i - 1) % 15)), 2)))
            )
            .ShouldBe(bySection ? ["B001 B002 price.pattern"] : []);
    }

    [Theory]
    [InlineData(true, "price.pattern")]
    [InlineData(false, "price.ratio")] // two ratios over two parts of the lines, wherever they stand
    public void Two_ratios_over_two_parts_of_the_lines_are_a_pattern_only_where_the_parts_are_sections(bool bySection, string code) =>
        Codes(
                Priced(1, i => Own(1, i)),
                Priced(2, i => i % 7 == 0 ? Own(2, i) : Math.Round(Own(1, i) * ((bySection ? i < 40 : i % 2 == 0) ? 0.94m : 1.03m), 2))
            )
            .ShouldBe([$"B001 B002 {code}"]);

    [Theory]
    [InlineData(2, true)]
    [InlineData(5, false)]
    public void A_ratio_over_less_than_half_of_the_lines_is_told(int outOfFive, bool told) =>
        Codes(Priced(1, i => Own(1, i)), Priced(2, i => i % 5 >= outOfFive ? Math.Round(Own(1, i) * 0.94m, 2) : Own(2, i)))
            .ShouldBe(told ? ["B001 B002 price.ratio"] : []);

    [Fact]
    public void The_same_wrong_products_are_told() =>
        Codes(Priced(1, i => Own(1, i), i => i is 7 or 21 ? 1.1m : 1), Priced(2, i => Own(2, i), i => i is 7 or 21 ? 1.1m : 1))
            .ShouldBe(["B001 B002 price.errors"]);

    [Fact]
    public void A_price_that_the_tender_fixes_is_nobodys()
    {
        var blank = Enumerable.Range(1, 60).Select(i => new BlankLine($"{i}", $"0{1 + i / 20}0101{i:000}001", "某项", Own(1, i))).ToList();
        Codes(Field with { BlankBill = blank, Bids = [Priced(1, i => Own(1, i)), Priced(2, i => Own(1, i))] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2_500_000.00, 2_530_000.00, 2_560_000.00, "price.arithmetic")]
    [InlineData(2_500_000.00, 2_550_000.00, 2_601_000.00, "price.geometric")]
    [InlineData(2_500_000.00, 2_530_000.00, 2_563_100.00, null)]
    public void Totals_of_three_in_steps_are_told(double one, double other, double third, string? code)
    {
        var totals = new[] { one, other, third };
        var tender = Field with { Bids = totals.Select((t, i) => Bid(i + 1) with { Total = (decimal)t }).ToList() };
        Codes(tender).ShouldBe(code is null ? [] : [$"B001 B002 {code}", $"B001 B003 {code}", $"B002 B003 {code}"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("F4-1E-AB-01-02-03", true)]
    [InlineData(null, false)] // of so many totals some are so near to a row by chance
    public void Totals_that_were_rounded_in_a_row_are_told_of_those_whom_something_else_ties(string? mac, bool told)
    {
        var totals = new[]
        {
            1_943_634.89m,
            1_970_363.79m,
            1_997_100.04m,
            1_794_604.43m,
            1_806_632.03m,
            1_856_130.05m,
            1_872_614.38m,
            1_900_046.46m,
        };
        var tender = Field with
        {
            Bids = totals
                .Select(
                    (t, i) => Bid(i + 1) with { Total = t, Machine = i < 3 ? new MachineFacts(mac, null, null, null, null, null) : null }
                )
                .ToList(),
        };
        Codes(tender).Count(c => c.EndsWith("price.arithmetic", StringComparison.Ordinal)).ShouldBe(told ? 3 : 0);
    }
}
