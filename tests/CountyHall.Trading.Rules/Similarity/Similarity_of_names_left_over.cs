using CountyHall.Trading.Similarity;
using static CountyHall.Trading.Rules.Similarity.InventedField;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>Names of other bidders and of other projects that were left in a text. Everything in these tests is invented.</summary>
public class Similarity_of_names_left_over
{
    [Fact]
    public void Another_bidders_or_another_projects_name_left_in_the_text_is_told()
    {
        Codes(Bid(1), Bid(2) with { Text = "浙江第1建设有限公司承诺认真履行合同。\n" }).ShouldBe(["B001 B002 text.leftover"]);
        const string foreign = "本次投入满足西塘新区公路桥梁新建工程（一标段）的总体要求。\n";
        Codes(Bid(1) with { Text = foreign }, Bid(2) with { Text = foreign }).ShouldContain("B001 B002 text.leftover");
        const string past = "项目名称\t金额\n西塘新区公路桥梁新建工程\t1234\n";
        Codes(Bid(1) with { Text = past }, Bid(2) with { Text = past }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "嘉善县无名镇道路工程投标文件\n投标人：嘉兴第9建设有限公司\n第一章 部署\n参照天凝镇农贸市场改建工程的经验，确保工期。\n",
        "嘉兴第9建设有限公司",
        false
    )]
    [InlineData(
        "嘉善县无名镇道路工程投标文件\n投标人：浙江第3建设有限公司\n第一章 部署\n参照天凝镇农贸市场改建工程的经验，确保工期。\n",
        "浙江第3建设有限公司", // a bidder here, but a third firm for the two
        false
    )]
    [InlineData(
        "天凝镇农贸市场改建工程投标文件\n投标人：嘉兴第9建设有限公司\n第一章 部署\n天凝镇农贸市场改建工程确保工期。\n",
        "嘉兴第9建设有限公司",
        true
    )] // its own project
    [InlineData(
        "嘉善县无名镇道路工程投标文件\n投标人：嘉兴第9建设有限公司\n类似业绩\n天凝镇农贸市场改建工程\t1234.5\t2015年3月\n",
        "嘉兴第9建设有限公司",
        true
    )] // a list of past works
    public void A_project_that_third_firms_name_in_bids_for_others_is_an_example_of_the_trades(string earlier, string firm, bool told)
    {
        const string text = "参照天凝镇农贸市场改建工程的经验，确保工期。\n";
        Codes(Field with { Bids = [Bid(1) with { Text = text }, Bid(2) with { Text = text }, Bid(3)] }, new EarlierBid("H1", firm, earlier))
            .Contains("B001 B002 text.leftover")
            .ShouldBe(told);
    }

    [Theory]
    [InlineData("西塘小学教学楼扩建工程", true)]
    [InlineData("姚庄幼儿园迁建工程", true)]
    [InlineData("天凝标准厂房建设项目", true)]
    [InlineData("小学扩建工程", false)] // no place before it
    [InlineData("单层厂房钢结构工程", false)] // a kind of work
    [InlineData("嘉善县各小区项目经理", false)] // a post
    [InlineData("天凝工业园区文化中心装修工程", true)] // built as the project's own name, elsewhere
    [InlineData("无名镇文化中心装修工程", false)] // the project's own name without the county
    public void A_project_named_by_its_institution_is_a_name_and_a_post_is_none(string words, bool told)
    {
        var text = $"经验有三。{words}的做法在此适用。\n";
        Codes(Bid(1) with { Text = text }, Bid(2) with { Text = text }).ShouldBe(told ? ["B001 B002 text.leftover"] : []);
    }
}
