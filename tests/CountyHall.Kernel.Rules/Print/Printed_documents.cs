using System.Text;
using CountyHall.Kernel.Print;
using UglyToad.PdfPig;

namespace CountyHall.Kernel.Rules.Print;

/// <summary>文书: what is printed can be copied out again character by character.</summary>
public class Printed_documents
{
    [Fact]
    public void Every_word_comes_out_as_it_was_written()
    {
        var issued = Sheets.Issued();
        PaperCompare.Differences(issued, Sheets.Data(Sheets.Licence).Paper).ShouldBeEmpty();
        var text = Text(issued);
        foreach (
            var word in (string[])
                [
                    "食品经营许可证",
                    "编号：JY23304210000017",
                    "嘉善云岫小馆（虚构）",
                    "92330421DEMA030119",
                    "2029-05-01",
                    "2026年11月24日",
                    "演示，无法律效力",
                ]
        )
            text.ShouldContain(word);
        // Broken into lines, but whole.
        text.ShouldContain("嘉善县西塘镇示例路8号，一层至二层；后厨、专间、“明厨亮灶”区域，以及与之相连的仓储用房（见平面布置图）");
        text.ShouldContain("行止、车马、长短、见闻、龙龟、青黄，均以此为准。");
    }

    [Fact]
    public void No_character_becomes_a_radical_that_looks_the_same() =>
        Text(Sheets.Issued()).EnumerateRunes().ShouldAllBe(r => r.Value < 0x2E80 || r.Value > 0x2FDF);

    [Fact]
    public void A_radical_that_was_written_stays_one_beside_the_character_that_looks_the_same()
    {
        var paper = Sheets.Licence with { Title = "⾏行" };
        Text(PdfPrint.Write(paper, ReadOnlyMemory<byte>.Empty)).ShouldContain("⾏行");
    }

    [Fact]
    public void The_face_is_cut_down_to_the_characters_of_the_document() => Sheets.Issued().Length.ShouldBeLessThan(120_000);

    [Fact]
    public void A_document_that_is_too_long_goes_on_on_the_next_page()
    {
        var longer = Sheets.Licence with { Text = [.. Enumerable.Repeat(Sheets.Licence.Text[0], 30)] };
        var issued = Sheets.Issued(longer);
        using var document = PdfDocument.Open(issued);
        document.NumberOfPages.ShouldBeGreaterThan(1);
        PaperCompare.Differences(issued, Sheets.Data(longer).Paper).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_but_the_paper_decides_the_bytes() =>
        PdfPrint.Write(Sheets.Licence, Encoding.UTF8.GetBytes("{}")).ShouldBe(PdfPrint.Write(Sheets.Licence, Encoding.UTF8.GetBytes("{}")));

    [Theory]
    [InlineData("本证有效期五年，到期前办理延续。", 7)]
    [InlineData("“明厨亮灶”（见附图）、《食品安全法》第三十五条。", 5)]
    [InlineData("统一社会信用代码92330421DEMA030119，经营场所", 12)]
    public void No_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(string text, int places)
    {
        var lines = LineBreaking.Lines(text, places, r => r.IsAscii ? 0.5 : 1);
        string.Concat(lines).ShouldBe(text);
        lines.ShouldAllBe(line => !"，。、；：？！）》」』】”".Contains(line.First()) && !"（《「『【“".Contains(line.Last()));
    }

    [Fact]
    public void A_number_is_not_broken_in_two() =>
        LineBreaking.Lines("信用代码92330421DEMA030119为", 20, _ => 1).ShouldBe(["信用代码", "92330421DEMA030119为"]);

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().SelectMany(p => p.Letters).Select(l => l.Value));
    }
}
