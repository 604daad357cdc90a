using System.Globalization;
using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>清标: each finding names a cell, what stands there and what should.</summary>
public class Checking_bills
{
    private const string Head = "序号,项目编码,项目名称,单位,工程量,综合单价,合价";
    private static readonly BillCheckSettings Usual = new();

    private static IReadOnlyList<BillFinding> Check(string rows, string blank = "", decimal? readOut = null) =>
        BillCheck.Of(Bill(blank), [new("B001", Bill(rows), readOut)], Usual)["B001"];

    private static IReadOnlyList<BillRow> Bill(string rows) => BillFile.Read(rows.Length == 0 ? "" : $"{Head}\n{rows}");

    [Theory]
    [InlineData("1,010101001001,示例土方,m3,3,1.115,3.35", null)] // 3.345 rounded half up
    [InlineData("1,010101001001,示例土方,m3,3,1.115,3.34", null)] // one hundredth off is rounding
    [InlineData("1,010101001001,示例土方,m3,3,1.115,3.33", "3.35")] // two hundredths are not
    [InlineData("1,010101001001,示例土方,m3,10,5.00,500.00", "50.00")] // a comma misplaced
    [InlineData("1,010101001001,示例土方,m3,10,5.00,", "50.00")] // left empty
    public void The_amount_is_quantity_times_unit_price(string row, string? should)
    {
        if (should is null)
            Check(row).ShouldBeEmpty();
        else
            Check(row)
                .ShouldHaveSingleItem()
                .ShouldBe(new(BillFault.Arithmetic, 2, "合价", "010101001001 示例土方", row[(row.LastIndexOf(',') + 1)..], should));
    }

    [Theory]
    [InlineData("30.01", null)] // a hundredth is rounding
    [InlineData("30.02", "30.00")]
    [InlineData("29.98", "30.00")]
    public void The_amounts_come_to_the_total(string total, string? should)
    {
        var found = Check($"1,01,甲,m,1,10.00,10.00\n2,02,乙,m,2,10.00,20.00\n,,合计,,,,{total}");
        if (should is null)
            found.ShouldBeEmpty();
        else
            found.ShouldHaveSingleItem().ShouldBe(new(BillFault.Sum, 4, "合价", "合计", total, should));
    }

    [Theory]
    [InlineData("10.01", false)]
    [InlineData("10.02", true)]
    public void The_total_is_the_price_that_was_read_out(string readOut, bool differs) =>
        Check("1,01,甲,m,1,10.00,10.00\n,,合计,,,,10.00", readOut: decimal.Parse(readOut, CultureInfo.InvariantCulture))
            .Select(f => (f.Fault, f.Should))
            .ShouldBe(differs ? [(BillFault.TotalDiffers, "10.02")] : []);

    [Fact]
    public void Every_item_of_the_blank_bill_is_there_with_its_quantity_and_no_other()
    {
        const string blank = "1,01,甲,m,1,,\n2,02,乙,m,2.50,,\n3,03,丙,m,3,,";
        Check("1,01,甲,m,1,10.00,10.00\n2,02,乙,m,2.5,10.00,25.00\n3,03,丙,m,3,1.00,3.00", blank).ShouldBeEmpty();
        Check("1,01,甲,m,1,10.00,10.00\n2,02,乙,m,2.51,10.00,25.10\n3,04,丁,m,3,1.00,3.00", blank)
            .ShouldBe([
                new(BillFault.ChangedQuantity, 3, "工程量", "02 乙", "2.51", "2.50"),
                new(BillFault.MissingItem, 4, "项目编码", "03 丙", "", "03"),
                new(BillFault.ExtraItem, 4, "项目编码", "04 丁", "04", ""),
            ]);
    }

    [Fact]
    public void An_item_that_the_blank_bill_has_twice_is_priced_twice()
    {
        const string blank = "1,01,甲,m,1,,\n2,01,甲,m,2,,";
        Check("1,01,甲,m,1,10.00,10.00\n2,01,甲,m,2,10.00,20.00", blank).ShouldBeEmpty();
        Check("1,01,甲,m,1,10.00,10.00", blank).ShouldHaveSingleItem().Fault.ShouldBe(BillFault.MissingItem);
    }

    [Theory]
    [InlineData("0.01", null)]
    [InlineData("0", BillFault.ZeroPrice)]
    [InlineData("-0.01", BillFault.NegativePrice)]
    [InlineData("", BillFault.NoPrice)]
    [InlineData("面议", BillFault.NoPrice)]
    public void A_unit_price_is_a_number_above_zero(string price, BillFault? fault)
    {
        var amount = decimal.TryParse(price, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = Check(string.Create(CultureInfo.InvariantCulture, $"1,01,甲,m,1,{price},{amount}"));
        found.Select(f => (BillFault?)f.Fault).ShouldBe(fault is null ? [] : [fault]);
        if (fault is not null)
            (found[0].Row, found[0].Column, found[0].Stands).ShouldBe((2, "综合单价", price));
    }

    [Theory]
    [InlineData("50.00", false)] // half of the median is still within the setting
    [InlineData("49.99", true)]
    [InlineData("150.00", false)]
    [InlineData("150.01", true)]
    public void A_price_far_from_the_median_of_the_field_is_told(string price, bool told)
    {
        // The median of five is 100.00, whatever the fifth asks.
        var found = Field(["90.00", "100.00", "100.00", "110.00", price]);
        found["B005"].Select(f => (f.Fault, f.Stands, f.Should)).ShouldBe(told ? [(BillFault.AbnormalPrice, price, "100.00")] : []);
        found.Where(f => f.Key != "B005").ShouldAllBe(f => f.Value.Count == 0);
    }

    [Fact]
    public void A_field_of_two_has_no_median_and_one_of_three_has()
    {
        Field(["10.00", "1000.00"]).Values.ShouldAllBe(f => f.Count == 0);
        Field(["10.00", "10.00", "1000.00"])["B003"].ShouldHaveSingleItem().Fault.ShouldBe(BillFault.AbnormalPrice);
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<BillFinding>> Field(string[] prices) =>
        BillCheck.Of(
            [],
            [.. prices.Select((price, at) => new CheckedBill($"B{at + 1:000}", Bill($"1,01,甲,m,1,{price},{price}"), null))],
            Usual
        );
}
