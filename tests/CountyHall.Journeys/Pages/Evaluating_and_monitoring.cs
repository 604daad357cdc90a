using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Oversight;
using CountyHall.Oversight.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CountyHall.Journeys.Pages;

/// <summary>A citizen says by telephone how it went, the office puts it right, and the supervisor sees what is late.</summary>
public class Evaluating_and_monitoring(OpenSite site) : IClassFixture<OpenSite>
{
    private const string Restaurant = "restaurant-food-licence";

    [Fact]
    public async Task A_citizen_rates_by_telephone_without_signing_in_and_the_office_closes_it_with_a_second_contact()
    {
        var link = await Finished(1, "20261120-000901");
        await using var citizen = await Visitor.At(site, phone: true, script: false);
        await citizen.Opens($"/evaluate/{link[..^1]}");
        await citizen.Hears("这个评价链接不对");
        (await citizen.Opens($"/evaluate/{link}")).ShouldBe(200);
        await citizen.ShouldNotScrollSideways();
        await citizen.Presses("提交评价");
        await citizen.Hears("还没有选评价等级");
        await citizen.Page.GetByLabel("不满意", new() { Exact = true }).CheckAsync();
        await citizen.Ticks("办得慢");
        await citizen.Fills("还想说的话", "等了三个星期");
        await citizen.Presses("提交评价");
        (await citizen.Heading()).ShouldBe("谢谢您的评价");
        await citizen.Sees("最迟");
        await citizen.ShouldNotScrollSideways();

        await using var rated = await SignedIn("shen.yining");
        await rated.Opens("/supervision?show=ratings");
        await rated.Sees("评价的是您经办的事");
        await Expect(rated.Page.GetByRole(AriaRole.Button, new() { Name = "记录核实" })).ToHaveCountAsync(0);

        await using var office = await SignedIn("gu.yanqiu");
        await office.Opens("/supervision?show=ratings");
        await office.Sees("等了三个星期");
        await Expect(office.Page.GetByRole(AriaRole.Button, new() { Name = "回访办结" })).ToHaveCountAsync(0);
        await office.Fills("第一次联系", "已致歉，问清是排队");
        await office.Presses("记录核实");
        await office.Hears("没有写明原因");
        await office.Fills("核实到的原因", "排队过长");
        await office.Presses("记录核实");
        await office.Fills("整改措施", "增开一个窗口");
        await office.Presses("记录整改");
        await office.Presses("认可，回访办结");
        await office.Hears("没有写明和评价人联系的情况");
        await office.Fills("第二次联系", "表示认可");
        await office.Presses("认可，回访办结");
        await office.Sees("没有待整改的差评");

        await citizen.Opens($"/evaluate/{link}");
        await citizen.Sees("增开一个窗口");
    }

    [Fact]
    public async Task A_supervisor_gives_an_order_and_the_office_answers_it()
    {
        var number = await Running();
        await using var supervisor = await SignedIn("yao.mingqu");
        await supervisor.Opens($"/oversight/cases/{number}");
        await supervisor.Page.GetByText("下达督办").First.ClickAsync();
        await supervisor.Chooses("承办单位", "县消防救援大队");
        await supervisor.Fills("督办事由", "申请人来电询问");
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "下达督办" }).ClickAsync();
        await supervisor.Sees("督办已下达。");
        await supervisor.Opens("/monitoring?show=orders");
        await supervisor.Follows(number.Value);
        await Expect(supervisor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/oversight/cases/{number}"));

        await using var fire = await SignedIn("cheng.jingzhi");
        await fire.Opens("/supervision");
        await fire.Sees("申请人来电询问");
        await fire.Fills("原因", "等待现场核查");
        await fire.Fills("措施", "明日核查");
        await fire.Fills("哪一天前办结", "2019-01-01");
        await fire.Presses("答复督办");
        await fire.Hears("承诺办结的日期应在");
        await fire.Fills(
            "哪一天前办结",
            CountyHall.Web.Write.Day(CountyTime.DayOf(site.Services.GetRequiredService<TimeProvider>().Now()))
        );
        await fire.Presses("答复督办");
        await fire.Sees("已答复");
    }

    private async Task<Visitor> SignedIn(string user)
    {
        var visitor = await Visitor.At(site);
        await visitor.SignsIn(user);
        return visitor;
    }

    private Occasion On(Actor by) =>
        new(by, null, site.Services.GetRequiredService<TimeProvider>().Now(), Channel.Window, by.Window ?? "网上");

    /// <summary>A finished case, as the case engine tells of it; its evaluator was handled by 沈以宁. Answers the link.</summary>
    private async Task<string> Finished(long id, string number)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContextAsync();
        var firm = await db.Set<Party>().SingleAsync(p => p.Name == "嘉善云岫小馆");
        var officer = await db.Users.SingleAsync(u => u.UserName == "shen.yining");
        var done = new CaseCompleted(
            id,
            $"330421-{number}",
            "330421",
            Restaurant,
            ("示例", "Example"),
            "scjg",
            "A03",
            firm.Id,
            [officer.Id],
            site.Services.GetRequiredService<TimeProvider>().Now()
        );
        await site.Services.GetRequiredService<InviteToEvaluate>().Do(done, default);
        var asked = await db.Evaluations.SingleAsync(e => e.CaseId == id);
        return site.Services.GetRequiredService<EvaluationLinks>().Of(asked.Id);
    }

    private async Task<CaseNumber> Running()
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContextAsync();
        var firm = await db.Set<Party>().SingleAsync(p => p.Name == "嘉善云岫小馆");
        var clerk = new Actor(2, "朱景行", "330421", "centre", "A03", new HashSet<Role> { Role.Clerk }, new HashSet<string> { "commerce" });
        var on = On(clerk);
        var guide = (await site.Services.GetRequiredService<ItemCatalogue>().InForce(db, Restaurant, CountyTime.DayOf(on.At)))!.Guide;
        var ask = new ReceiveAtCounter(Restaurant, firm.Id, firm.Name, null, Papers.Of(guide, on.At), AfterReceipt.Accept);
        return (await site.Services.GetRequiredService<ReceiveAtCounterHandler>().Handle(ask, on)).ShouldBeDone().Number;
    }
}
