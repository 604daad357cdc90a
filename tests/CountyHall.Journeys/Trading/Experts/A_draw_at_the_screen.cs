using CountyHall.Journeys.Pages;
using CountyHall.Trading.Experts;
using CountyHall.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CountyHall.Journeys.Trading.Experts;

/// <summary>One draw on the desk of the agency, the desk of the supervisor and the telephones of the experts; the test moves the clock.</summary>
public sealed class A_draw_at_the_screen
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("COUNTYHALL_PICTURES");

    [Fact]
    public async Task A_committee_is_drawn_called_and_known_only_at_its_evaluation()
    {
        var clock = new HandClock(Hall.Morning);
        await using var site = new OpenSite(clock);
        await site.InitializeAsync();
        await using var hall = await Hall.Of(Engine.Embedded, site.Services.GetRequiredService<Storage>());
        var ground = await DrawGround.In(hall);
        clock.Now = hall.Clock.GetUtcNow();
        var desk = $"/tendering/{ground.Tender}/experts";

        // ---- the request ----
        await using var agency = await Visitor.At(site);
        await agency.SignsIn(DrawGround.Agency);
        await agency.Opens(desk);
        await agency.Fills("房屋建筑", "3");
        await agency.Fills("工程造价", "2");
        await agency.Fills(
            "评标日期",
            Kernel
                .Calendar.CountyTime.DayOf(clock.GetUtcNow().UtcDateTime)
                .AddDays(1)
                .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
        await Picture(agency, "request");
        await agency.Presses("提交申请");
        await agency.Sees("按条件计算候选名单");
        await agency.Presses("公布名单指纹");
        await agency.Sees("名单指纹（SHA-256）");
        await agency.ShouldBeAccessible();
        var own = await Commits(agency);

        // ---- who watches puts in the other half ----
        await using var supervisor = await Visitor.At(site);
        await supervisor.SignsIn(DrawGround.Supervisor);
        await supervisor.Opens("/draws");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "示例道路工程" }).First.ClickAsync();
        await supervisor.Sees("双方份额");
        var other = await Commits(supervisor);
        await supervisor.Fills("揭示份额", other);
        await supervisor.Presses("揭示");
        await supervisor.Sees("已揭示");
        await agency.Opens(desk);
        await agency.Fills("揭示份额", own);
        await agency.Presses("揭示");
        await agency.Sees("等待答复");
        await Picture(agency, "calls");

        // ---- no page of a desk names anybody ----
        var draw = $"{ground.Tender}-D1";
        ground.Draw = draw;
        var pool = await ground.Pool();
        await supervisor.Opens($"/draws/{draw}");
        foreach (var page in new[] { await agency.Page.ContentAsync(), await supervisor.Page.ContentAsync() })
        foreach (var who in pool)
        {
            page.ShouldNotContain(who.Name);
            page.ShouldNotContain(who.Number);
        }
        await supervisor.ShouldBeAccessible();

        // ---- the telephones ----
        var first = true;
        while ((await ground.Calls()).Find(c => c.Stage is Called) is { } call)
        {
            await using var expert = await Visitor.At(site, phone: true);
            await expert.SignsIn(ground.UserOf(call));
            await expert.Opens("/expert");
            await expert.Sees("评标邀请");
            (await expert.Page.ContentAsync()).ShouldNotContain("示例道路工程");
            if (first)
            {
                first = false;
                await Picture(expert, "phone");
                await expert.ShouldBeAccessible();
                await expert.ShouldNotScrollSideways();
                await expert.Page.GetByText("不参加", new() { Exact = true }).First.ClickAsync();
                await expert.Page.GetByRole(AriaRole.Button, new() { Name = "不参加" }).ClickAsync();
                await expert.Sees("已记录");
                continue;
            }
            await expert.Page.GetByRole(AriaRole.Button, new() { Name = "参加", Exact = true }).ClickAsync();
            await expert.Sees("已记录");
        }

        // ---- the names ----
        await agency.Opens(desk);
        await agency.Sees("人员已齐");
        await agency.Presses("启封名单");
        await agency.Sees("名单在评标开始前密封");
        (await ground.Seats()).ShouldBeEmpty();

        // ---- the public sees nothing before the result ----
        await using var anybody = await Visitor.At(site);
        (await anybody.Opens($"/trading/draws/{draw}")).ShouldBe(404);
        (await anybody.Opens("/verify/recompute")).ShouldBe(200);
        await anybody.ShouldBeAccessible();
    }

    /// <summary>Makes a share in the browser and publishes its fingerprint; answers the share, which stays with the visitor.</summary>
    private static async Task<string> Commits(Visitor visitor)
    {
        await visitor.Presses("生成份额");
        var share = await visitor.Page.GetByLabel("份额（一串数字").InputValueAsync();
        await Assertions
            .Expect(visitor.Page.GetByLabel("指纹（SHA-256）", new() { Exact = true }))
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f]{64}$"));
        await visitor.Presses("公布指纹");
        await visitor.Sees("已记录");
        return share;
    }

    private static async Task Picture(Visitor visitor, string name)
    {
        if (Pictures is null)
            return;
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"draw-{name}.png"), FullPage = true });
    }
}
