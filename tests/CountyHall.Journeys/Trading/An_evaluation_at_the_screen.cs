using CountyHall.Journeys.Pages;
using CountyHall.Trading.Evaluation;
using CountyHall.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static CountyHall.Journeys.Trading.EvaluationGround;

namespace CountyHall.Journeys.Trading;

/// <summary>One evaluation on nine screens: five members, one who replaces a sixth, the supervisor, the agency and a bidder.</summary>
public sealed class An_evaluation_at_the_screen
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("COUNTYHALL_PICTURES");

    [Fact]
    public async Task Five_experts_evaluate_one_leaves_one_dissents_and_the_report_is_signed()
    {
        var clock = new HandClock(Hall.Morning);
        await using var site = new OpenSite(clock);
        await site.InitializeAsync();
        await using var hall = await Hall.Of(Engine.Embedded, site.Services.GetRequiredService<Storage>());
        var ground = await EvaluationGround.In(hall);
        clock.Now = hall.Clock.GetUtcNow();
        var desk = $"/evaluation/{ground.Number}";

        // ---- the agency begins ----
        await using var agency = await Visitor.At(site);
        await agency.SignsIn(Agency);
        await agency.Opens($"{desk}/progress");
        await agency.Fills("浙江示例恒筑建设有限公司", "4");
        var credit = await agency.Page.Locator("input[name^=credit-]").AllAsync();
        foreach (var field in credit)
            await field.FillAsync("4");
        await agency.Fills("评价结果的来源", "示例市级信用评价");
        await Picture(agency, "begin");
        await agency.Presses("开始评标");
        await agency.Sees("承诺与推选组长");

        // ---- five members come, pledge and elect ----
        Dictionary<string, Visitor> members = [];
        foreach (var user in Members)
        {
            var member = members[user] = await Visitor.At(site);
            await member.SignsIn(user);
            await member.Opens(desk);
            await member.Sees("现在请您：核对回避情形并承诺");
            (await member.Page.ContentAsync()).ShouldNotContain("恒筑", Case.Sensitive, "nobody sees a bid before the pledge");
            await member.Presses("承诺并开始");
            await member.Sees("现在请您：推选组长");
        }
        foreach (var user in Members[..3])
        {
            await members[user].Opens(desk);
            await members[user].Page.GetByLabel("组长", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 0 });
            await members[user].Presses("投票");
            await members[user].Sees(user == Members[2] ? "初步评审：逐份核对" : "您投给了 1 号");
        }
        var leader = members[Members[0]];
        await leader.Opens(desk);
        await leader.Sees("初步评审：逐份核对");
        await leader.Sees("报价文件.pdf");
        (await leader.Page.ContentAsync()).ShouldNotContain("施工组织设计.pdf", Case.Sensitive, "technical files wait for the blind part");
        await leader.ShouldBeAccessible();
        await Picture(leader, "preliminary");
        await Downloads(leader, "报价文件.pdf");

        // ---- a clarification, asked and answered through the system ----
        await leader.Page.GetByText("要求投标人澄清").ClickAsync();
        await leader.Fills("问题", "请说明工期计划的起算日。");
        await leader.Presses("发出");
        await leader.Sees("等答复");
        await using var bidder = await Visitor.At(site, phone: true);
        await bidder.SignsIn(Bidders[0]);
        await bidder.Opens("/evaluation");
        await bidder.Sees("答复澄清");
        await bidder.Opens($"{desk}/clarifications");
        await bidder.Sees("请说明工期计划的起算日。");
        await bidder.Page.GetByLabel("答复", new() { Exact = true }).FillAsync("自开工令之日起算。");
        await bidder.Presses("提交答复");
        await bidder.Hears("不得超出投标文件的范围");
        await bidder.Ticks("我确认");
        await bidder.ShouldBeAccessible();
        await bidder.ShouldNotScrollSideways();
        await Picture(bidder, "clarification-phone");
        await bidder.Presses("提交答复");
        await bidder.Sees("您的答复");
        (await bidder.Page.ContentAsync()).ShouldNotContain("顾青岚", Case.Sensitive, "no bidder learns who sits there");
        await using var other = await Visitor.At(site);
        await other.SignsIn(Bidders[1]);
        await other.Opens($"{desk}/clarifications");
        await other.Sees("评标委员会没有向您提出问题");
        (await other.Opens(desk)).ShouldBe(403);

        foreach (var user in Members)
        {
            await members[user].Opens(desk);
            await members[user].Presses("我已逐份核对，提交初步评审");
            await members[user].Sees(user == Members[^1] ? "暗标 1 号" : "您已提交这一部分");
        }

        // ---- the blind part: numbers, no names; nobody sees what another gave ----
        await leader.Opens(desk);
        await leader.Sees("暗标 1 号");
        var page = await leader.Page.ContentAsync();
        foreach (var name in new[] { "恒筑", "远航", "913304" })
            page.ShouldNotContain(name);
        foreach (var bid in Enumerable.Range(0, 3))
            page.ShouldNotContain($"{ground.Bid(bid)}");
        await leader.ShouldBeAccessible();
        await Picture(leader, "blind");
        await leader.Fills("分值", "20");
        await leader.Presses("保存，下一项");
        await leader.Hears("请写明理由");
        await leader.Fills("理由", "方案完整，针对性强");
        await leader.Presses("保存，下一项");
        await leader.Sees("还有 2 项未评");
        await members[Members[1]].Opens(desk);
        (await members[Members[1]].Page.ContentAsync()).ShouldNotContain("方案完整，针对性强");
        await Finish(leader, "17", 2);
        foreach (var user in Members[1..])
            await Score(members[user], "17");

        // ---- the rest, openly; a member leaves and is replaced ----
        foreach (var user in Members[..4])
            await Score(members[user], "12");
        await ground.Leaves(Members[4]);
        await members[Members[4]].Opens(desk);
        await members[Members[4]].Sees("您不在本项目的评标委员会中");
        await ground.Replaces(Members[4]);
        var replacement = members[Replacement] = await Visitor.At(site);
        await replacement.SignsIn(Replacement);
        await replacement.Opens(desk);
        await replacement.Presses("承诺并开始");
        await replacement.Sees("初步评审：逐份核对");
        await replacement.Presses("我已逐份核对，提交初步评审");
        await replacement.Sees("暗标 1 号");
        (await replacement.Page.ContentAsync()).ShouldNotContain("方案完整，针对性强");
        await Score(replacement, "16");
        await Score(replacement, "11");

        // ---- summary, by the leader ----
        await leader.Opens(desk);
        await leader.Sees("系统计算的得分");
        await leader.Sees("评标基准价 1,127,000.00 元");
        await leader.ShouldBeAccessible();
        await Picture(leader, "summary");
        await leader.Presses("起草评标报告");
        await leader.Sees("现在请您：签署报告");
        await Picture(leader, "sign");
        await leader.Presses("同意并签字");
        await leader.Sees("同意，已签字");
        foreach (var user in Members[1..3])
        {
            await members[user].Opens(desk);
            await members[user].Presses("同意并签字");
            await members[user].Sees("同意，已签字");
        }
        await members[Members[3]].Opens(desk);
        await members[Members[3]].Page.GetByText("我有不同意见").ClickAsync();
        await members[Members[3]].Fills("不同意见和理由", "三号业绩认定偏宽");
        await members[Members[3]].Presses("书面说明不同意见");
        await members[Members[3]].Sees("有不同意见，已书面说明");

        // ---- the last neither signs nor writes; the supervisor records it ----
        await using var supervisor = await Visitor.At(site);
        await supervisor.SignsIn(Supervisor);
        await supervisor.Opens($"{desk}/progress");
        await supervisor.Fills("看到的情形", "既不签字也不书面说明");
        await supervisor.ShouldBeAccessible();
        await Picture(supervisor, "supervisor");
        await supervisor.Presses("记录拒签");
        await supervisor.Sees("三号业绩认定偏宽");
        (await hall.Read(db => EvaluationReport.Of(db, ground.Lot))).ShouldNotBeNull().Content.Dissents.Count.ShouldBe(1);

        // ---- public with the candidates, and not a moment earlier ----
        await using var watcher = await Visitor.At(site);
        (await watcher.Page.APIRequest.GetAsync($"{site.Address}{desk}/record.json")).Status.ShouldBe(404);
        (await watcher.Page.APIRequest.GetAsync($"{site.Address}/openings/{ground.Opening.Number}/record.json")).Status.ShouldBe(200);
        await ground.Disclosed();
        var file = await watcher.Page.APIRequest.GetAsync($"{site.Address}{desk}/record.json");
        file.Status.ShouldBe(200);
        (await file.TextAsync()).ShouldContain("countyhall-evaluation/1");
        foreach (var member in members.Values)
            await member.DisposeAsync();

        async Task Score(Visitor member, string points)
        {
            await member.Opens(desk);
            await Finish(member, points, 3);
        }

        async Task Finish(Visitor member, string points, int open)
        {
            for (var left = open; left > 0; left--)
            {
                await member.Sees($"还有 {left} 项未评");
                await member.Fills("分值", points);
                await member.Presses("保存，下一项");
            }
            await member.Sees("还有 0 项未评");
            await member.Presses("全部评完，提交");
            await Assertions.Expect(member.Page.GetByRole(AriaRole.Button, new() { Name = "全部评完，提交" })).ToHaveCountAsync(0);
        }
    }

    private static async Task Downloads(Visitor member, string name)
    {
        var href = await member.Page.GetByRole(AriaRole.Link, new() { Name = name }).First.GetAttributeAsync("href");
        var answer = await member.Page.APIRequest.GetAsync(new Uri(new Uri(member.Page.Url), href!).ToString());
        answer.Status.ShouldBe(200);
        (await answer.BodyAsync()).Length.ShouldBe(2_000);
    }

    private static async Task Picture(Visitor visitor, string name)
    {
        if (Pictures is null)
            return;
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"evaluation-{name}.png"), FullPage = true });
    }
}
