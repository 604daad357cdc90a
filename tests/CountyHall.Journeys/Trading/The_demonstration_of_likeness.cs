using System.Text.RegularExpressions;
using CountyHall.Journeys.Pages;
using CountyHall.Web.Demonstration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CountyHall.Journeys.Trading;

/// <summary>
/// What a visitor of the demonstration finds, without script and by links: the trading supervisor compares, reads, judges and refers; the entity's
/// representative reads the same on the committee.
/// </summary>
public sealed class The_demonstration_of_likeness(OpenSite site) : IClassFixture<OpenSite>, IAsyncLifetime
{
    private const string Tender = "示例街道路提升改造工程";

    /// <summary>What `serve` does by itself once it answers.</summary>
    public async ValueTask InitializeAsync() => await site.Services.GetRequiredService<DemonstrationStreet>().LoadIfMissing();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_supervisor_compares_reads_judges_and_refers()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var supervisor = await Visitor.At(site, script: false);
        await supervisor.SignsIn("meng.hanzhi");
        await supervisor.Opens("/filings");
        await supervisor.Follows("雷同比对");
        await supervisor.Follows(Tender);

        // 比对: again, with the blank bill.
        await supervisor.Page.GetByText("再比对一次").ClickAsync();
        await supervisor.Uploads(
            "空白工程量清单",
            "空白清单.csv",
            await File.ReadAllBytesAsync(Path.Combine(StreetFile.Folder, "blank-bill.csv"))
        );
        await supervisor.Presses("运行比对和清标");
        await supervisor.Sees("第 2 次比对");
        await Assertions.Expect(supervisor.Page.GetByRole(AriaRole.Cell, new() { Name = "漏项" })).ToBeVisibleAsync();
        var marked = supervisor.Page.Locator(".likeness td[class^=grade] a");
        (await marked.CountAsync()).ShouldBe(4, "two pairs, each in both halves; what honest bidders share is none");

        // 看: both places beside each other.
        await supervisor.Follows("B002 – B005");
        foreach (var found in (string[])["文字相同或改写", "罕见错字", "同一电话"])
            await supervisor.Sees(found);
        (await supervisor.Page.Locator(".likeness-place mark").CountAsync()).ShouldBeGreaterThanOrEqualTo(10);
        await supervisor.Sees("拉森钢板桩");
        await supervisor.Follows("B003 – B006");
        await supervisor.Sees("综合单价成同一比例");
        await supervisor.Sees("保证金");

        // 判断 and 移交: both pairs.
        foreach (var pair in (string[])["B003 – B006", "B002 – B005"])
        {
            await supervisor.Follows(pair);
            await supervisor.Fills("看过两边原文后的判断理由", "已核对两边原文，没有合理解释（示例）");
            await supervisor.Presses("线索属实");
            await supervisor.Sees("已记录判断。");
        }
        foreach (var suspect in (string[])["B002", "B005"])
            await supervisor.Page.GetByRole(AriaRole.Checkbox, new() { Name = suspect }).CheckAsync();
        await supervisor.Fills("移交说明", "两份投标文件出自一手，请依法查处（示例）");
        await supervisor.Presses("冻结证据并移交");
        await supervisor.Sees("已移交，证据已冻结。");
        await supervisor.Follows("雷同比对");
        await supervisor.Sees("杭州示例宏图建筑有限公司");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("证据包") }).First.WaitForAsync();
    }

    [Fact]
    public async Task A_member_of_the_committee_reads_the_aid()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var member = await Visitor.At(site, script: false);
        await member.SignsIn("he.linxi");
        await member.Opens("/evaluation");
        await member.Follows(Tender);
        await member.Follows("辅助评标：清标和雷同线索");
        await member.Sees("清标：清单核对");
        await member.Sees("浙江示例锦程路桥有限公司");
        await member.Sees("2 对有线索");
        (await member.Page.ContentAsync()).ShouldNotContain("线索属实");
    }
}
