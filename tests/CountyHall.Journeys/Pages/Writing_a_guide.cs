using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CountyHall.Journeys.Pages;

/// <summary>A body's item administrator writes the next version, the check refuses a catch-all, a second person releases, and a citizen reads it.</summary>
public class Writing_a_guide(OpenSite site) : IClassFixture<OpenSite>
{
    private const string Item = "small-eatery-registration";

    [Fact]
    public async Task A_catch_all_is_refused_mended_released_by_another_and_read_by_a_citizen()
    {
        await using var writer = await Visitor.At(site, script: false);
        await writer.SignsIn("qian.bingzhu");
        await writer.Opens($"/catalogue/{Item}");
        await writer.Presses("起草新版本");
        await using (var looking = await Visitor.At(site)) // the check for listeners needs scripts, the editor does not
        {
            await looking.SignsIn("qian.bingzhu");
            await looking.Opens($"/catalogue/{Item}/draft");
            await looking.ShouldBeAccessible();
        }
        var questions = writer.Page.Locator("#part-faqs");
        await writer.Presses("增加一条常见问题");
        await questions.GetByLabel("问（中文）").Last.FillAsync("可以请人代办吗？");
        await questions.GetByLabel("问（英文）").Last.FillAsync("May somebody else apply for me?");
        await questions.GetByLabel("答（中文）").Last.FillAsync("可以，带委托书和其他相关材料。");
        await questions.GetByLabel("答（英文）").Last.FillAsync("Yes, with a letter of authority.");
        await writer.Presses("保存并提交审核");
        await writer.Hears("必须改正");
        await writer.Sees("改成：");
        await questions.GetByLabel("答（中文）").Last.FillAsync("可以，带上委托书。");
        await writer.Page.Locator("#explanation").FillAsync("示例说明");
        await writer.Presses("保存并提交审核");
        await writer.Sees("已提交");

        await using var second = await Visitor.At(site);
        await second.SignsIn("yu.tingyu");
        await second.Opens($"/catalogue/{Item}/draft");
        await second.Sees("可以请人代办吗？"); // the difference stands beside the decision
        await second.ShouldBeAccessible();
        await second.Presses("发布");
        await second.Sees("已记录。");
        await Expect(second.Page.GetByRole(AriaRole.Table, new() { Name = "逐项对照" })).ToContainTextAsync("可以请人代办吗？");
        await second.ShouldBeAccessible();

        await using var citizen = await Visitor.At(site, phone: true);
        (await citizen.Opens($"/items/{Item}")).ShouldBe(200);
        await citizen.Sees("可以请人代办吗？");
        await second.Fills("下架理由", "内容待核对");
        await second.Presses("下架");
        await second.Sees("重新上架");
        (await citizen.Opens($"/items/{Item}")).ShouldBe(200);
        await citizen.Sees("页面已经下架");
        await citizen.ShouldBeAccessible();
        await citizen.ShouldNotScrollSideways();
        await second.Presses("重新上架");
        (await citizen.Opens($"/items/{Item}")).ShouldBe(200);
    }
}
