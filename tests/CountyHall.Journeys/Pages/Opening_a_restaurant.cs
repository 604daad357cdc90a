using System.Text.RegularExpressions;
using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Web.Demonstration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CountyHall.Journeys.Pages;

/// <summary>The licence of 嘉善云岫小馆, from the question on the front page to the paper in the hand.</summary>
public class Opening_a_restaurant(OpenSite site) : IClassFixture<OpenSite>
{
    private const string Firm = "嘉善云岫小馆";
    private const string Item = "食品经营许可（餐饮服务）新办";

    [Fact]
    public async Task A_firm_applies_online_with_one_gap_and_gets_its_licence()
    {
        await using var citizen = await SignedIn("gu.qinglan");
        await citizen.Opens("/");
        await citizen.Fills("说说您要办的事", "开个饭店");
        await citizen.Presses("找办法");
        await citizen.Follows(Item);
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "在线办", Exact = true }).First.ClickAsync();

        await FillsIn(citizen);
        await citizen.Sees("还缺 1 份");
        await SendsTwice(citizen);
        await citizen.Follows("看办件进度");
        await Expect(citizen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Item);
        var number = citizen.Page.Url.Split('/')[^1];

        await using var clerk = await SignedIn("bai.yingxi");
        await clerk.Opens("/desk");
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = number[^6..] }).ClickAsync();
        await clerk.Sees("缺 1 项");
        await clerk.Presses("一次性告知");
        await Expect(clerk.Page).ToHaveURLAsync(new Regex("/desk/receipts/"));
        await clerk.Sees("补正中");

        await citizen.Opens($"/my/cases/{number}");
        await citizen.Sees("共 1 项，一次补齐");
        var asked = citizen.Page.GetByRole(AriaRole.Region, new() { Name = "请补正这些材料" });
        await Expect(asked.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Expect(asked).ToContainTextAsync("经营场所平面布置图");
        await Expect(asked).ToContainTextAsync("标明用途、面积和疏散通道，手绘可以");
        await Choose(citizen, "经营场所平面布置图");
        await citizen.Presses("提交这些材料");
        await citizen.Sees("已收到您补交的材料。");

        await clerk.Opens($"/desk/cases/{number}");
        await clerk.Sees("可以受理");
        await Expect(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "一次性告知" })).ToHaveCountAsync(0);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "受理 F9" }).ClickAsync();
        await Expect(clerk.Page).ToHaveURLAsync(new Regex("/desk/receipts/"));
        (await Stage(number)).ShouldBeOfType<UnderReview>();

        // Both offices have it at once; the one that is quicker need not wait for the other.
        await using var fire = await SignedIn("cheng.jingzhi");
        await using var market = await SignedIn("shen.yining");
        await Reviews(fire, number);
        await Reviews(market, number);
        await Agrees(fire, "疏散通道和消防设施符合要求。");
        await market.Page.GetByLabel("同去的工作人员").SelectOptionAsync(new SelectOptionValue { Label = "顾砚秋" });
        await market.Fills("核查情况", "布局、专间和设备与图纸一致。");
        await Answer(market, "结论", "合格");
        await market.Presses("记录核查");
        await market.Sees("已记录。");
        await Agrees(market, "场所、设备和制度符合条件。");
        (await Stage(number)).ShouldBeOfType<Granted>();

        await using var issuer = await SignedIn("jiang.yanqiu");
        await issuer.Opens("/desk/issue");
        await issuer.Follows(number);
        await issuer.Presses("制证");
        await issuer.Fills("证件号码后四位", "0000");
        await issuer.Presses("核对一致，出件");
        await issuer.Hears("来人不是领取人，不能出件");
        await issuer.Fills("证件号码后四位", "101X");
        await issuer.Presses("核对一致，出件");
        await issuer.Sees("已送达，办结。");

        await citizen.Opens($"/my/cases/{number}");
        await citizen.Sees("已办结：食品经营许可证");
        var course = citizen.Page.GetByRole(AriaRole.Region, new() { Name = "经过" });
        foreach (var told in (string[])["收件", "经营场所平面布置图", "受理", "县消防救援大队", "顾砚秋", "食品经营许可证", "已送达"])
            await Expect(course).ToContainTextAsync(told);
        var readers = citizen.Page.GetByRole(AriaRole.Region, new() { Name = "谁看过这件" });
        foreach (var office in (string[])["县政务服务中心", "县消防救援大队", "县市场监督管理局"])
            await Expect(readers).ToContainTextAsync(office);
        await citizen.ShouldBeAccessible();
        await citizen.Follows("English");
        await citizen.Sees("Course of events");
        await citizen.ShouldBeAccessible();
    }

    [Fact]
    public async Task Everything_is_filled_in_and_sent_without_script()
    {
        await using var citizen = await SignedIn("gu.qinglan", script: false);
        await citizen.Opens("/apply/restaurant-food-licence");
        await FillsIn(citizen);
        await SendsTwice(citizen);
    }

    [Fact]
    public async Task A_window_offers_only_what_it_accepts()
    {
        // Trained for commerce, but sitting today at A06, which is for investment projects.
        await using var clerk = await SignedIn("fei.weiqing");
        await clerk.Fills("身份证或统一社会信用代码", "92330421DEMA030119");
        await clerk.Presses("查找");
        await clerk.Fills("来人的公民身份号码", "33042119000101101X");
        await clerk.Presses("核对来人");
        await clerk.Sees("办什么");
        await Expect(clerk.Page.GetByRole(AriaRole.Button, new() { Name = Item })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_clerk_accepts_at_the_counter_by_keyboard_only()
    {
        await using var clerk = await Visitor.At(site);
        var (page, keys) = (clerk.Page, clerk.Page.Keyboard);
        await clerk.Opens("/sign-in");
        await TabTo(page, page.GetByLabel("用户名"));
        await keys.TypeAsync("bai.yingxi");
        await TabTo(page, page.GetByLabel("密码"));
        await keys.TypeAsync(DemonstrationCounty.Password);
        await keys.PressAsync("Enter");

        // The page itself stands where the work begins.
        await Expect(page.GetByLabel("身份证或统一社会信用代码")).ToBeFocusedAsync();
        await keys.TypeAsync("92330421DEMA030119");
        await keys.PressAsync("F2");
        await Expect(page.GetByLabel("来人的公民身份号码")).ToBeFocusedAsync();
        await keys.TypeAsync("33042119000101101X");
        await keys.PressAsync("Enter");
        await Expect(page.GetByLabel("事项名称或口语")).ToBeFocusedAsync();
        await keys.TypeAsync("开个饭店");
        await keys.PressAsync("F4");
        await Expect(page.GetByLabel("事项名称或口语")).ToHaveValueAsync("开个饭店");
        await TabTo(page, page.GetByRole(AriaRole.Button, new() { Name = Item }));
        await keys.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/desk/drafts/"));

        await Pick(page, "店里做不做凉菜、生食或者裱花蛋糕？", "做其中一种");
        await Pick(page, "经营面积多大？", "50至500平方米");
        await TypeInto(page, "店招名称", "云岫小馆");
        await TypeInto(page, "经营场所地址", "嘉善县西塘镇示例路8号");
        await TypeInto(page, "经营面积（平方米）", "120");
        await TypeInto(page, "食品安全管理人员姓名", "顾青岚");
        await keys.PressAsync("F4");
        await clerk.Sees("缺 3 项");
        await clerk.ShouldBeAccessible();
        foreach (var material in (string[])["经营场所平面布置图", "从业人员健康证明", "专间设备设施清单"])
        {
            await TabTo(page, page.GetByLabel(material, new() { Exact = true }));
            await keys.PressAsync("ArrowDown");
        }
        await keys.PressAsync("F4");
        await clerk.Sees("可以受理");
        await keys.PressAsync("F9");

        await Expect(page).ToHaveURLAsync(new Regex("/desk/receipts/"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "下一位" })).ToBeFocusedAsync();
        (await Stage(page.Url.Split('/')[^1])).ShouldBeOfType<UnderReview>();
    }

    // ---- what they do ----

    /// <summary>Goes on with the tabulator until it is there, as whoever has no mouse must.</summary>
    private static async Task TabTo(IPage page, ILocator there)
    {
        for (var presses = 0; presses < 150; presses++)
        {
            if (await there.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new ShouldAssertException($"The tabulator does not come to {there}.");
    }

    private static async Task TypeInto(IPage page, string field, string text)
    {
        await TabTo(page, page.GetByLabel(field, new() { Exact = true }));
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Into the group with the tabulator, to the answer with the arrows.</summary>
    private static async Task Pick(IPage page, string question, string answer)
    {
        var group = page.GetByRole(AriaRole.Group, new() { Name = question });
        await TabTo(page, group.GetByRole(AriaRole.Radio).First);
        await page.Keyboard.PressAsync("Space");
        for (var presses = 0; presses < 10 && !await group.GetByLabel(answer, new() { Exact = true }).IsCheckedAsync(); presses++)
            await page.Keyboard.PressAsync("ArrowDown");
        await Expect(group.GetByLabel(answer, new() { Exact = true })).ToBeCheckedAsync();
    }

    private async Task<Visitor> SignedIn(string user, bool script = true)
    {
        var visitor = await Visitor.At(site, script: script);
        await visitor.Opens("/sign-in");
        await visitor.Fills("用户名", user);
        await visitor.Fills("密码", DemonstrationCounty.Password);
        await visitor.Presses("登录");
        await Expect(visitor.Page).Not.ToHaveURLAsync(new Regex("/sign-in"));
        return visitor;
    }

    /// <summary>From whom it is for to the last page before sending, with everything but the floor plan.</summary>
    private static async Task FillsIn(Visitor citizen)
    {
        await Answer(citizen, "替谁办？", Firm);
        await citizen.Presses("开始填写");
        await Answer(citizen, "店里做不做凉菜、生食或者裱花蛋糕？", "做其中一种");
        await Answer(citizen, "经营面积多大？", "50至500平方米");
        await citizen.Presses("保存，下一步");

        // What the house knows is filled in, and says where it comes from.
        await Expect(citizen.Page.GetByLabel("单位名称")).ToHaveValueAsync(Firm);
        await Expect(citizen.Page.GetByLabel("统一社会信用代码")).ToHaveValueAsync("92330421DEMA030119");
        await Expect(citizen.Page.GetByLabel("法定代表人（负责人）")).ToHaveValueAsync("顾青岚");
        await citizen.Sees("来自县市场监督管理局，2026-01-05 核验");
        await citizen.Sees("来自账户资料");
        await citizen.Fills("店招名称", "云岫小馆");
        await citizen.Fills("经营场所地址", "嘉善县西塘镇示例路8号");
        await citizen.Fills("经营面积（平方米）", "120");
        await citizen.Fills("食品安全管理人员姓名", "顾青岚");
        await citizen.Presses("保存，下一步");

        await Expect(Paper(citizen, "营业执照")).ToContainTextAsync("不用您提供");
        await Choose(citizen, "从业人员健康证明");
        await Choose(citizen, "专间设备设施清单");
        await citizen.Presses("保存，下一步");
        await Answer(citizen, "结果怎么给您？", "到出件窗口领取：凭身份证件，可由代理人领");
        await citizen.Presses("保存，下一步");
    }

    private async Task SendsTwice(Visitor citizen)
    {
        var before = await Cases();
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).DblClickAsync();
        await Expect(citizen.Page).ToHaveURLAsync(new Regex("/receipt$"));
        await citizen.Sees("已收到您的申请");
        (await Cases()).ShouldBe(before + 1, "two presses are one case");
    }

    private static Task Answer(Visitor who, string question, string answer) =>
        who.Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true }).CheckAsync();

    private static ILocator Paper(Visitor who, string material) =>
        who
            .Page.GetByRole(AriaRole.Listitem)
            .Filter(new() { Has = who.Page.GetByRole(AriaRole.Heading, new() { Name = material, Exact = true }) });

    private static Task Choose(Visitor who, string material) => who.Uploads($"选择“{material}”的文件", $"{material}.pdf", Papers.Scan);

    private static async Task Reviews(Visitor officer, string number)
    {
        await officer.Opens("/review");
        await officer.Follows(number);
        await officer.Sees("审批意见");
    }

    private static async Task Agrees(Visitor officer, string opinion)
    {
        await officer.Page.GetByRole(AriaRole.Textbox, new() { Name = "意见" }).FillAsync(opinion);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "同意 F9", Exact = true }).ClickAsync();
        await officer.Sees("已记录。");
    }

    // ---- what stands in the records ----

    private async Task<int> Cases() => await Read(db => db.Cases.CountAsync());

    private async Task<Stage> Stage(string number)
    {
        var found = new CaseNumber(number);
        return await Read(async db => (await db.Cases.AsNoTracking().SingleAsync(c => c.Number == found)).Stage);
    }

    private async Task<T> Read<T>(Func<HallDb, Task<T>> read)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContextAsync();
        return await read(db);
    }
}
