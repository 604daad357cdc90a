using System.Text.RegularExpressions;
using CountyHall.Trading.Similarity;
using CountyHall.Web.Pages.Likeness;

namespace CountyHall.Journeys.Pages;

/// <summary>What the engine found is kept in Chinese; the English page says it in English, and leaves only what the bids themselves say.</summary>
public partial class Findings_in_English
{
    [Fact]
    public void What_would_explain_it_is_said_in_both_languages_for_every_code()
    {
        foreach (var code in LikenessCodes.All)
        {
            var (zh, en) = FindingWords.Harmless(code);
            zh.ShouldBe(LikenessCodes.Harmless(code));
            Chinese().IsMatch(en).ShouldBeFalse($"{code}: {en}");
        }
    }

    [Theory]
    [InlineData(
        "text.copy",
        "有 6 处、约 660 字的文字相同或改写，招标文件、行业通用文字和本单位以往投标都不能解释",
        "6 places, about 660 characters, are the same or reworded; neither the tender documents, nor wording common in the trade, nor earlier bids of the two explain them"
    )]
    [InlineData("id.bank", "双方保证金自同一账户转出：尾号 0001", "both securities came from one account, ending in 0001")]
    [InlineData("id.bank", "一方的保证金由另一方名下账户缴纳", "the security of one was paid from an account of the other")]
    [InlineData(
        "id.phone",
        "双方留有同一电话 ****0001；双方留有同一电话 ****0002",
        "both give the telephone ****0001; both give the telephone ****0002"
    )]
    [InlineData("id.legal", "B001 的法定代表人 A 出现在 B002 的文件中", "A, legal representative of B001, stands in the papers of B002")]
    [InlineData("meta.author", "文档作者同为“A”", "both files have the author “A”")]
    [InlineData("env.mac", "上传所用网卡物理地址相同：001122334455", "both were sent from the network adapter 001122334455")]
    [InlineData(
        "price.ratio",
        "可自由报价的 40 项中有 31 项综合单价成同一比例 1.0125",
        "the unit prices of 31 of the 40 items that may be priced freely stand in one ratio, 1.0125"
    )]
    [InlineData(
        "price.ratio",
        "可自由报价的 121 项综合单价分成几组，各成一个比例：0.9500（42项）、1.0200（39项）",
        "the unit prices of the 121 items that may be priced freely fall into groups of one ratio each: 0.9500 (42 items), 1.0200 (39 items)"
    )]
    [InlineData(
        "price.pattern",
        "综合单价按分部各成一个比例：0.9500（12项）、1.0200（9项）",
        "unit prices stand in one ratio within each part: 0.9500 (12 items), 1.0200 (9 items)"
    )]
    [InlineData(
        "price.arithmetic",
        "B003、B002、B001 的总报价成等差数列，公差约 50000.00 元",
        "the totals of B003, B002, B001 lie in equal steps of about CNY 50000.00"
    )]
    [InlineData("price.ratio", "一句还不认识的话", "prices in one ratio: 一句还不认识的话")]
    public void What_was_found_is_said_in_English(string code, string found, string english) =>
        FindingWords.Of(code, found).ShouldBe((found, english));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
