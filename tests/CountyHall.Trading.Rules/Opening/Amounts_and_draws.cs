using CountyHall.Trading.Bids;
using CountyHall.Trading.Opening;

namespace CountyHall.Trading.Rules.Opening;

/// <summary>What is read out and what is drawn.</summary>
public class Amounts_and_draws
{
    [Theory]
    [InlineData(0, "零元整")]
    [InlineData(5, "伍分")]
    [InlineData(50, "伍角整")]
    [InlineData(100, "壹元整")]
    [InlineData(105, "壹元零伍分")]
    [InlineData(123_456_789, "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分")]
    [InlineData(100_000_000, "壹佰万元整")]
    [InlineData(1_000_500, "壹万零伍元整")]
    [InlineData(10_020_030_000, "壹亿零贰拾万零叁佰元整")]
    [InlineData(100_000_000_000_000, "壹万亿元整")]
    public void An_amount_is_written_in_capitals(long fen, string words)
    {
        ChineseAmount.Of(fen).ShouldBe(words);
        AmountInWords.Read(words).ShouldBe(fen);
    }

    [Fact]
    public void Whatever_is_written_is_read_back()
    {
        var random = new Random(20_261_124);
        for (var i = 0; i < 20_000; i++)
        {
            var fen = random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 17)));
            AmountInWords.Read(ChineseAmount.Of(fen)).ShouldBe(fen, ChineseAmount.Of(fen));
        }
    }

    [Theory]
    [InlineData("人民币壹佰万圆整", 100_000_000L)]
    [InlineData("人民币：玖拾玖万元正", 99_000_000L)]
    [InlineData("一百二十三万元", 123_000_000L)]
    [InlineData("拾伍元", 1_500L)]
    [InlineData("壹拾伍元", 1_500L)]
    [InlineData("壹佰零伍万元整", 105_000_000L)]
    public void It_is_read_as_bidders_write_it(string words, long fen) => AmountInWords.Read(words).ShouldBe(fen);

    [Theory]
    [InlineData("")]
    [InlineData("壹壹元")]
    [InlineData("约壹佰万元")]
    [InlineData("万元")]
    [InlineData("元")]
    [InlineData("壹佰仟元")]
    [InlineData("九千九百九十九万亿亿亿亿元")]
    public void What_is_no_amount_is_not_guessed_at(string words) => AmountInWords.Read(words).ShouldBeNull();

    /// <summary>The example of RFC 3797: ten of twenty-five.</summary>
    [Fact]
    public void The_example_of_the_RFC_draws_the_same_places()
    {
        const string Key = "9319./2.5.8.10.12./9.18.26.34.41.45./";
        PublicDraw.Draw(Key, 25, 10).ShouldBe([17, 7, 2, 16, 25, 23, 8, 24, 19, 13]);
    }

    [Theory]
    [InlineData("9319", "9319./")]
    [InlineData("9319./", "9319./")]
    [InlineData("10 2 8 5 12", "2.5.8.10.12./")]
    [InlineData("45,41,34,26,18,9", "9.18.26.34.41.45./")]
    [InlineData("12a", null)]
    [InlineData("-3", null)]
    [InlineData("", null)]
    public void A_share_has_one_form(string typed, string? canonical) => PublicDraw.Canonical(typed).ShouldBe(canonical);

    [Fact]
    public void Every_value_can_be_drawn_and_none_twice() =>
        PublicDraw.Draw("1./2./", 1000, 1000).Order().ShouldBe(Enumerable.Range(1, 1000));
}
