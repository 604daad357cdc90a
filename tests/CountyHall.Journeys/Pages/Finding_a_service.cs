using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CountyHall.Journeys.Pages;

/// <summary>From a need in one's own words to the list of what to bring; and what an administrator is told before a guide goes out.</summary>
public class Finding_a_service(OpenSite site) : IClassFixture<OpenSite>
{
    [Fact]
    public async Task A_need_in_plain_words_leads_to_the_list_of_this_situation_on_a_telephone_without_script()
    {
        await using var visitor = await Visitor.At(site, phone: true, script: false);
        await visitor.Opens("/");
        await visitor.ShouldNotScrollSideways();
        await visitor.Fills("说说您要办的事", "我想开个小饭馆");
        await visitor.Presses("找办法");
        await visitor.ShouldNotScrollSideways();
        await visitor.Follows("食品经营许可（餐饮服务）新办");
        await visitor.Page.GetByLabel("做其中一种", new() { Exact = true }).CheckAsync();
        await visitor.Page.GetByLabel("不到50平方米", new() { Exact = true }).CheckAsync();
        await visitor.Presses("看我要交什么");
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("cold=yes&area=small"));
        await visitor.Sees("要您提供 3 份，免交 1 份");
        await visitor.ShouldNotScrollSideways();
        await visitor.Follows("打印我的清单");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "要您提供" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Letters_are_understood_and_a_filter_keeps_the_words()
    {
        await using var visitor = await Visitor.At(site);
        await visitor.Opens("/items?q=huzhao");
        await Expect(visitor.Page.GetByRole(AriaRole.Cell).First).ToContainTextAsync("普通护照签发");
        await visitor.Sees("您是不是要找");
        await visitor.Opens("/items?q=登记");
        await visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^企业和组织") }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("q=.*&for=firm"));
    }

    [Fact]
    public async Task A_catch_all_is_refused_with_its_clause_and_a_better_wording()
    {
        await using var administrator = await Visitor.At(site);
        await administrator.SignsIn("sheng.yuanxiu");
        await administrator.Opens("/catalogue/check?item=restaurant-food-licence");
        var guide = administrator.Page.GetByLabel("粘贴指南（JSON）");
        await administrator.Presses("检查");
        await administrator.Sees("可以发布");
        await guide.FillAsync((await guide.InputValueAsync()).Replace("经营场所平面布置图", "其他相关材料", StringComparison.Ordinal));
        await administrator.Presses("检查");
        await administrator.Sees("不得发布");
        await Expect(administrator.Page.GetByRole(AriaRole.Region, new() { Name = "检查结果" })).ToContainTextAsync("第四十三条第三项");
        await administrator.ShouldBeAccessible();
    }
}
