using CountyHall.Journeys.Pages;
using CountyHall.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.Trading;

/// <summary>A supervisor without script reads a flag with its numbers and judges it; another department sees none of it; the committee reads the aid.</summary>
public sealed class Red_flags_at_the_screen(OpenSite site) : IClassFixture<OpenSite>
{
    [Fact]
    public async Task A_flag_is_read_and_judged_and_nobody_else_sees_it()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        var known = await FlagsGround.ForEveryPage(site.Services.GetRequiredService<Storage>());
        var lot = known["flag-lot"];
        await using var supervisor = await Visitor.At(site, script: false);
        await supervisor.SignsIn(OpeningGround.Supervisor);
        await supervisor.Opens("/supervision/flags");
        await supervisor.Sees(lot);
        await supervisor.Sees("R035 中标人以外全被否决");
        (await supervisor.Opens($"/supervision/flags/{lot}")).ShouldBe(200);
        await supervisor.Sees("有效 1 家，被否决 3 家");
        await supervisor.Sees("招标文件的实质性要求写得清楚");
        await supervisor.Sees(FlagsGround.Reason);
        await supervisor.Page.GetByText("再作结论").ClickAsync();
        await supervisor.Presses("需要核查");
        await supervisor.Hears("理由");
        await supervisor.Fills("理由（看过什么、怎么解释）", "三份否决理由相同，需要向评标委员会了解（示例）");
        await supervisor.Presses("需要核查");
        await supervisor.Sees("已记录。");
        await supervisor.Sees("三份否决理由相同，需要向评标委员会了解（示例）");
        await supervisor.Sees(FlagsGround.Reason); // the verdict before stays

        await using var other = await Visitor.At(site, script: false);
        await other.SignsIn("shao.wenzhou");
        (await other.Opens("/supervision/flags")).ShouldBe(200);
        await other.Sees("本部门监督的标段没有提示");
        (await other.Page.ContentAsync()).ShouldNotContain(lot);
        (await other.Opens($"/supervision/flags/{lot}")).ShouldBe(403);
        await other.Sees("本项目由另一个部门监督");
        (await other.Page.ContentAsync()).ShouldNotContain("被否决 3 家");

        // The committee reads bill check and likeness of its own lot; a member of another committee does not.
        await using var member = await Visitor.At(site, script: false);
        await member.SignsIn(EvaluationGround.Members[0]);
        await member.Opens($"/evaluation/{known["aid-lot"]}");
        await member.Follows("辅助评标：清标和雷同线索");
        await member.Sees("清标：清单核对");
        await member.Sees("雷同线索");
        (await member.Page.ContentAsync()).ShouldNotContain("线索属实");
        await using var stranger = await Visitor.At(site, script: false);
        await stranger.SignsIn(AwardGround.Members[1]);
        (await stranger.Opens($"/evaluation/{known["aid-lot"]}/aid")).ShouldBe(403);
        await stranger.Sees("您不在本项目的评标委员会中");
    }
}
