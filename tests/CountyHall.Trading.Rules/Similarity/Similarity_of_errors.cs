using CountyHall.Trading.Similarity;
using static CountyHall.Trading.Rules.Similarity.InventedField;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>The same rare errors in the same places. Everything in these tests is invented.</summary>
public class Similarity_of_errors
{
    [Theory]
    [InlineData("质亮通病", "质亮检查", "质亮标准", true)]
    [InlineData("验收表格", "验收表格", "验收表格", false)] // others write 验收合格 there, but a form is no mistyped 合格
    public void An_error_breaks_a_word_and_another_word_is_none(string one, string other, string third, bool told)
    {
        static string Said(string one, string other, string third) =>
            $"钢筋焊接处{one}由班长逐项登记。防水卷材边{other}每日一次。模板支撑下{third}留在现场备查，不得涂改。\n";
        var right = string.Concat(
            Enumerable.Repeat(Said("质量通病", "质量检查", "质量标准") + Said("验收合格", "验收合格", "验收合格"), 10)
        );
        var same = Bid(1) with { Text = Said(one, other, third) };
        Codes(Field with { Bids = [same, same with { Id = "B002" }, Bid(3) with { Text = right }] })
            .Contains("B001 B002 text.typo")
            .ShouldBe(told);
    }

    [Theory]
    [InlineData("质亮", "，", true)]
    [InlineData("质亮", "）", false)] // a heading in brackets
    [InlineData("质地", "，", false)] // met elsewhere
    public void An_error_at_the_end_of_a_clause_is_told_by_what_stands_before_it(string last, string stop, bool told)
    {
        string Said(string quality, string last) =>
            $"钢筋焊接处{quality}通病逐项登记。防水卷材边{quality}检查每日一次。模板支撑下先看{last}{stop}再由班长备查。竹木地板要看{last}{stop}再由库管登记在册备查。\n";
        var right = string.Concat(Enumerable.Repeat(Said("质量", "质量"), 100)) + string.Concat(Enumerable.Repeat("地板质地细密。", 40));
        var same = Bid(1) with { Text = Said("质亮", last) };
        Codes(Field with { Bids = [same, same with { Id = "B002" }, Bid(3) with { Text = right }] })
            .Contains("B001 B002 text.typo")
            .ShouldBe(told);
    }

    [Fact]
    public void Paragraphs_that_hold_the_shared_errors_are_that_finding_and_not_another()
    {
        var right = string.Concat(
            Enumerable.Repeat(
                "为此钢筋焊接处质量通病由班长逐项登记在册备查。为此防水卷材边质量检查由班长每日一次留存影像。为此模板支撑下质量标准由班长现场张贴不得遮挡。\n",
                10
            )
        );
        string[] stock =
        [
            $"为此钢筋焊接处质亮通病由班长逐项登记在册备查。{Paragraphs(31, 1)}",
            $"为此防水卷材边质亮检查由班长每日一次留存影像。{Paragraphs(32, 1)}",
            $"为此模板支撑下质亮标准由班长现场张贴不得遮挡。{Paragraphs(33, 1)}",
        ];
        ComparedBid With(int n) =>
            Bid(n) with
            {
                Text =
                    "第一章 施工部署\n"
                    + string.Concat(stock.Select((p, i) => Paragraphs((ulong)(n * 10 + i), 4) + p))
                    + $"{Paragraphs((ulong)(n * 10 + 7), 4)}第二章 质量保证\n{Paragraphs((ulong)(n * 10 + 8), 6)}",
            };
        Codes(Field with { Bids = [With(1), With(2), Bid(3) with { Text = right }, Bid(4)] }).ShouldBe(["B001 B002 text.typo"]);
    }

    [Theory]
    [InlineData(3, false, true, true)]
    [InlineData(3, false, false, false)] // they may have come with a stock section that nobody else uses
    [InlineData(3, true, false, true)]
    [InlineData(5, false, false, true)]
    public void Errors_say_more_where_somebody_has_the_same_words_without_them_or_another_trace_ties_the_two(
        int errors,
        bool areTied,
        bool isRightElsewhere,
        bool told
    )
    {
        string[] words =
        [
            "钢筋焊接处的质量通病由班长逐项登记并存档，不得涂改",
            "防水卷材边的质量检查由班长每日一次并留影像，不得遗漏",
            "模板支撑下的质量标准由班长现场备查并张贴，不得遮挡",
            "屋面天沟里的质量缺陷由班长当日修补并复查，不得拖延",
            "外墙线条上的质量偏差由班长分段测量并标注，不得估读",
        ];
        var right = string.Concat(
            Enumerable.Repeat("质量通病要登记。质量检查不拖延。质量标准须备查。质量缺陷要修补。质量偏差要测量。\n", 10)
        );
        ComparedBid With(int n) =>
            Bid(n) with
            {
                Text = string.Concat(
                    words.Take(errors).Select((w, i) => $"{Paragraphs((ulong)(n * 10 + i), 1)}{w.Replace('量', '亮')}。\n")
                ),
                Machine = areTied ? new MachineFacts("F4-1E-AB-01-02-03", null, null, null, null, null) : null,
            };
        var third = Bid(3) with { Text = right + (isRightElsewhere ? string.Join('\n', words) : "") };
        Codes(Field with { Bids = [With(1), With(2), third, Bid(4)] }).Contains("B001 B002 text.typo").ShouldBe(told);
    }
}
