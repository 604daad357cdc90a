using CountyHall.Kernel.Figures;
using CsCheck;

namespace CountyHall.Kernel.Rules.Figures;

/// <summary>The print forms of the annual report; a word stands only where it is true.</summary>
public class How_figures_are_printed
{
    [Theory]
    [InlineData("0", 12, 1, "项", "12项")]
    [InlineData("0.0", 1249, 100, "%", "12.5%")]
    [InlineData("0.0", 4, 1, "个百分点", "4.0个百分点")]
    [InlineData("0.0", 265, 100, "天", "2.7天")] // halves away from zero
    [InlineData("0.##", 9, 10, "个百分点", "0.9个百分点")]
    [InlineData("0.##", 12, 1, "个百分点", "12个百分点")]
    [InlineData("0+余", 5120, 1, "笔", "5120余笔")]
    [InlineData("floor100+余", 1234, 1, "份", "1200余份")]
    [InlineData("floor100+余", 1200, 1, "份", "1200份")] // nothing was cut off, so nothing is more
    [InlineData("floor1+多", 17, 2, "亿元", "8多亿元")]
    [InlineData("约round100", 449, 1, "平方米", "约400平方米")]
    [InlineData("约round100", 450, 1, "平方米", "约500平方米")]
    [InlineData("word:全部", 100, 1, "%", "全部")]
    [InlineData("word:全部", 9999, 100, "%", "99.99%")] // never rounded up to what it is not
    [InlineData("word:全部", 199, 2, "%", "99.5%")]
    [InlineData("word:全覆盖", 0, 1, "%", "0%")]
    [InlineData("word:首位", 1, 1, "位", "首位")]
    [InlineData("word:首位", 2, 1, "位", "2位")]
    [InlineData("word:零上门", 0, 1, "次", "零上门")]
    [InlineData("word:零上门", 1, 1, "次", "1次")]
    [InlineData("word:两类", 2, 1, "类", "两类")]
    [InlineData("word:百分", 100, 1, "分", "百分")]
    public void As_the_report_writes_it(string form, int numerator, int denominator, string unit, string printed) =>
        new PrintForm(form).Printed(new Fraction(numerator, denominator), unit).ShouldBe(printed);

    [Theory]
    [InlineData("word:许多")]
    [InlineData("%")]
    public void A_form_that_nobody_defined_is_refused(string form) => Should.Throw<FormatException>(() => new PrintForm(form));

    [Fact]
    public void Rounding_errs_by_half_a_step_at_most() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[1, 10_000], Gen.Int[0, 4])
            .Sample(
                (numerator, denominator, decimals) =>
                {
                    var value = new Fraction(numerator, denominator);
                    var off = value.Round(decimals) - value;
                    var half = new Fraction(1, 2 * System.Numerics.BigInteger.Pow(10, decimals));
                    (off <= half && off >= new Fraction(-1, 1) * half).ShouldBeTrue();
                    var text = value.Round(decimals).Text(decimals);
                    if (numerator >= 0)
                        (Fraction.TryParse(text, out var read) && read == value.Round(decimals)).ShouldBeTrue(text);
                }
            );

    [Theory]
    [InlineData("a.x == b.x + c.x", true)]
    [InlineData("round(100*b.x/a.x,1) == 42.9", true)]
    [InlineData("b.x < a.x and c.x < b.x", false)]
    [InlineData("(a.x - b.x) * 2 >= 8", true)]
    [InlineData("a.x == missing.x", null)]
    public void Checks_are_reckoned_exactly(string text, bool? holds)
    {
        var stated = new Dictionary<string, Fraction>
        {
            ["a.x"] = 7,
            ["b.x"] = 3,
            ["c.x"] = 4,
        };
        new FigureCheck(text).Holds(stated).ShouldBe(holds);
    }

    [Theory]
    [InlineData("a.x = 3")]
    [InlineData("a.x == ")]
    [InlineData("a.x == (3")]
    [InlineData("a.x == 3 b.x")]
    public void A_check_that_cannot_be_read_is_refused(string text) => Should.Throw<FormatException>(() => new FigureCheck(text));
}
