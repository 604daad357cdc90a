using System.Globalization;
using System.Text;
using CountyHall.Journeys.Pages;
using CountyHall.Journeys.Trading.Bids;
using CountyHall.Kernel.Calendar;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CountyHall.Journeys.Trading;

/// <summary>
/// One works tender of two lots, from the entry of its project to the record of its opening, at the desks of entity, agency, supervisor, reviewer,
/// accountant, venue and four bidders, each in a browser of their own; the test moves the clock.
/// </summary>
public sealed class One_tender_at_every_desk : IAsyncDisposable
{
    private const string Passphrase = "示例口令 invented 2026";
    private const string Qualification = "投标人资格要求";
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("COUNTYHALL_PICTURES");

    /// <summary>In time with both lots, over a whole line; in time with both, over a broken one; in time, and loses the key; a second late.</summary>
    private static readonly (string User, string Firm)[] Bidders =
    [
        ("liang.jianbo", TradingGround.Hengzhu),
        ("fang.shiyuan", TradingGround.Yuanhang),
        ("guo.anran", "嘉善示例同济市政工程有限公司"),
        ("xie.boyan", "浙江示例锦程路桥有限公司"),
    ];

    private readonly HandClock clock = new(Journeys.Hall.Morning);
    private readonly Dictionary<string, Visitor> desks = [];
    private readonly Dictionary<string, byte[]> keyFiles = [];
    private OpenSite site = null!;
    private Hall hall = null!;

    [Fact]
    public async Task From_its_project_to_its_record_and_the_lot_with_two_bids_is_tendered_again()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        site = new OpenSite(clock);
        await site.InitializeAsync();
        hall = await Journeys.Hall.Of(Engine.Embedded, site.Services.GetRequiredService<Storage>());
        await BidGround.HaveKeys(hall);

        var number = await TheEntityEntersProjectAndTender();
        await TheAgencyWritesAndTheDepartmentHasAnOpinion(number);
        await TheAgencyAnnounces(number);
        var lots = (await hall.LotsOf(number)).Select(l => l.Number).ToArray();
        var deadline = (await hall.Tender(number)).BidDeadline.ShouldNotBeNull();

        Move(deadline.AddDays(-10));
        await BiddersRegisterAndAreReviewed(lots);
        await TheyPayAndTheAccountantImports(lots[0]);
        foreach (var (user, _) in Bidders)
            await MakesKeys(user);
        await VenueAndAgencyPrepareTheOpening(number, deadline);

        Move(deadline.AddMinutes(-28));
        await HandsIn(Bidders[0].User, lots[0], 11_500_000);
        await HandsIn(Bidders[0].User, lots[1], 5_500_000);
        await HandsIn(Bidders[1].User, lots[0], 11_400_000, broken: true);
        await HandsIn(Bidders[1].User, lots[1], 5_400_000);
        await HandsIn(Bidders[2].User, lots[0], 11_300_000);
        keyFiles.Remove(Bidders[2].User); // lost, and nobody else has a copy

        await OpeningBeginsAndTheFourthIsASecondLate(number, lots[0], deadline);
        await TheBidsAreOpened(number);
        await TheRecordIsConfirmed(number);

        (await hall.LotsOf(number)).Select(l => l.Stage.GetType()).ShouldBe([typeof(Opened), typeof(Failed)]);
        var first = (await hall.LotsOf(number))[0].Id;
        var lost = await hall.Read(db =>
            db.OpeningBids.AsNoTracking().SingleAsync(b => b.LotId == first && b.BidderName == Bidders[2].Firm)
        );
        lost.Stage.ShouldBeOfType<DeemedRevoked>("Nobody has the key, the bytes are as received: the bidder's own cause.");

        await TheFailedLotIsTenderedAgain(number);
        hall.Clock.SetUtcNow(clock.GetUtcNow());
        (await hall.Examine()).ShouldBeEmpty();
    }

    // ---- entity, agency, department ----

    private async Task<string> TheEntityEntersProjectAndTender()
    {
        var entity = await At(Tendering.Entity, "/tendering/new");
        await entity.Fills("项目名称", "示例路改造工程");
        await entity.Fills("批文（备案）文号", "示例发改〔2026〕9号");
        await entity.Fills("实施地点", "嘉善县魏塘街道示例路");
        await entity.Chooses("资金来源", "财政资金");
        await entity.Fills("该资金占总投资", "100");
        await entity.Fills("总投资（元）", "50000000");
        await Press(entity, "登记");
        await entity.Page.WaitForURLAsync("**/tendering/projects/*");

        // What breaks the law is not entered and says why; what was typed is still there.
        await entity.Fills("招标项目名称", "示例路改造工程施工");
        await entity.Chooses("类别", "工程施工");
        await entity.Page.GetByLabel("行政监督部门").SelectOptionAsync("zjj");
        var agency = await hall.Read(db =>
            db.Set<Kernel.People.Firm>().Where(f => f.Name == Tendering.AgencyName).Select(f => f.Uscc).SingleAsync()
        );
        await entity.Fills("招标代理机构", agency);
        await FillLot(entity, 1, "示例路改造一标段", "12000000", "", "11800000", "240000");
        await FillLot(entity, 2, "示例路改造二标段", "6000000", "180", "5900000", "0");
        await Press(entity, "登记招标项目");
        await entity.Page.GetByRole(AriaRole.Alert).First.WaitForAsync(); // the first lot has no duration
        (await Group(entity, 1).GetByLabel("标段名称").InputValueAsync()).ShouldBe("示例路改造一标段");
        await Group(entity, 1).GetByLabel("工期（日历天）").FillAsync("300");
        await Press(entity, "登记招标项目");
        await entity.Sees("已登记。");
        await entity.Sees("必须招标");
        await Picture(entity, "entered");
        return new Uri(entity.Page.Url).AbsolutePath.Split('/')[^1];
    }

    private async Task TheAgencyWritesAndTheDepartmentHasAnOpinion(string number)
    {
        var agency = await At(Tendering.Agency, $"/tendering/{number}/document");
        await Press(agency, "用示范文本开始");
        await agency.Sees("已保存为新的一版。");
        await Press(agency, "报送备案");
        await agency.Sees("已报送，等监督部门审查。");

        var supervisor = await At(Tendering.Supervisor, $"/filings/{number}");
        var clause = supervisor.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = Qualification }).First;
        await clause.GetByText("提出修改意见").ClickAsync();
        await clause.GetByLabel("修改意见").FillAsync("请写明企业资质的类别和等级");
        await clause.GetByRole(AriaRole.Button, new() { Name = "提出" }).ClickAsync();
        await supervisor.Sees("已记录。");
        // Not accepted while an opinion has no answer.
        await Press(supervisor, "备案完成");
        await supervisor.Page.GetByRole(AriaRole.Alert).First.WaitForAsync();
        await Press(supervisor, "退回修改");
        await supervisor.Sees("已记录。");

        await agency.Opens($"/tendering/{number}/filing");
        await agency.Fills("答复", "已写明：市政公用工程施工总承包三级以上");
        await Press(agency, "采纳 1");
        await agency.Sees("已答复。");
        await agency.Opens($"/tendering/{number}/document");
        var field = agency.Page.GetByLabel(Qualification, new() { Exact = true });
        await field.FillAsync($"{await field.InputValueAsync()}投标人应具备市政公用工程施工总承包三级以上资质。");
        await Press(agency, "保存本章并检查");
        await agency.Sees("已保存为新的一版。");
        await Press(agency, "报送备案");
        await agency.Sees("已报送，等监督部门审查。");
        await Picture(agency, "filed-again");

        await supervisor.Opens($"/filings/{number}");
        await supervisor.Sees("本次已改");
        await Press(supervisor, "备案完成");
        await supervisor.Sees("已记录。");
    }

    private async Task TheAgencyAnnounces(string number)
    {
        var agency = await At(Tendering.Agency, $"/tendering/{number}");
        // A date that breaks a minimum is not saved and names its article; the earliest lawful ones stand in the fields.
        var due = agency.Page.GetByLabel("投标截止（开标）日");
        var lawful = await due.InputValueAsync();
        await due.FillAsync($"{DateOnly.Parse(lawful, CultureInfo.InvariantCulture).AddDays(-10):yyyy-MM-dd}");
        await Press(agency, "保存时间安排");
        await agency.Hears("第二十四条");
        await due.FillAsync(lawful);
        await Press(agency, "保存时间安排");
        await agency.Sees("已保存。");
        await agency.Follows("发布招标公告");
        await Press(agency, "发布");
        await agency.Sees("已发布。");
        var everybody = await Watcher();
        await everybody.Opens("/trading/notices");
        await everybody.Sees("示例路改造工程施工");
    }

    // ---- bidders, reviewer, accountant ----

    private async Task BiddersRegisterAndAreReviewed(string[] lots)
    {
        foreach (var (place, (user, _)) in Bidders.Index())
        {
            foreach (var lot in place < 2 ? lots : lots[..1])
            {
                var bidder = await At(user, $"/bidding/registrations/{lot}");
                await bidder.Fills("怎样符合公告的条件", "资质、项目负责人、安全生产许可证均符合（示例）");
                await Press(bidder, "报名");
                await bidder.Sees("等审核");
            }
        }
        var reviewer = await At(TradingGround.Reviewer, "/registrations");
        for (var left = 6; left > 0; left--)
        {
            await reviewer.Opens("/registrations");
            await reviewer.Page.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Link).First.ClickAsync();
            await Press(reviewer, "通过");
            await reviewer.Page.WaitForURLAsync("**/registrations");
        }
    }

    private async Task TheyPayAndTheAccountantImports(string lot)
    {
        var paid = Now.AddMinutes(1);
        var lines = new List<string>();
        foreach (var (place, (user, firm)) in Bidders.Index())
        {
            var bidder = await At(user, $"/bidding/securities/{lot}");
            await Press(bidder, "领取子账号");
            var sub = (await bidder.Page.Locator("p.sub-account").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
            lines.Add(TradingGround.Pays($"S{place + 1}", paid, 240_000_00, sub, firm));
        }
        Move(Now.AddMinutes(15));
        var file = TradingGround.File(CountyTime.DayOf(paid), 0, 4 * 240_000_00, [.. lines]);
        var accountant = await At(TradingGround.Accountant, "/securities?show=import");
        await accountant.Uploads("对账单文件", "对账单.csv", Encoding.UTF8.GetBytes(file));
        await Press(accountant, "导入");
        await accountant.Page.GetByRole(AriaRole.Status).Or(accountant.Page.GetByRole(AriaRole.Alert)).First.WaitForAsync();
        (await accountant.Page.ContentAsync()).ShouldNotContain(
            "恒筑",
            customMessage: "Before the deadline the accountant sees numbers alone."
        );
        foreach (var (user, _) in Bidders)
        {
            var bidder = await At(user, $"/bidding/securities/{lot}");
            await bidder.Sees("本单位基本账户，一致");
        }
    }

    private async Task MakesKeys(string user)
    {
        var bidder = await At(user, "/bidding/keys");
        await bidder.Page.GetByLabel("密钥文件的口令").FillAsync(Passphrase);
        await bidder.Page.GetByLabel("再输一次口令").FillAsync(Passphrase);
        var download = await bidder.Page.RunAndWaitForDownloadAsync(() => Press(bidder, "在本机生成密钥"));
        keyFiles[user] = await File.ReadAllBytesAsync((await download.PathAsync())!);
        await Press(bidder, "登记");
        await bidder.Sees("已登记，可以用来签署和加密投标文件。");
    }

    /// <param name="broken">The line breaks twice on the way, and the upload goes on where it stood.</param>
    /// <param name="onSubmit">What happens while the last request is on its way.</param>
    private async Task<Visitor> HandsIn(string user, string lot, long yuan, bool broken = false, Action? onSubmit = null)
    {
        var bidder = await At(user, $"/bidding/lots/{lot}");
        var page = bidder.Page;
        await bidder.Uploads("商务报价文件", "报价.txt", Encoding.UTF8.GetBytes("示例报价"));
        await bidder.Uploads("技术文件", "技术.bin", new byte[broken ? 5 << 20 : 20_000]); // two pieces on the way, or one
        await page.GetByLabel("投标报价（元）").FillAsync($"{yuan}");
        await page.GetByLabel("工期（日历天）").FillAsync("170");
        await page.GetByLabel("项目负责人").FillAsync("示例负责人");
        await bidder.Uploads("密钥文件（.key.json）", "me.key.json", keyFiles[user]);
        await page.GetByLabel("口令", new() { Exact = true }).FillAsync(Passphrase);
        await Press(bidder, "加密并试解密");
        await bidder.Sees("已加密，试解密成功");
        var pieces = 0;
        await page.RouteAsync(
            "**/api/bidding/uploads/**",
            async route =>
            {
                if (route.Request.Method == "PATCH" && broken && ++pieces is 2 or 3)
                {
                    await route.AbortAsync("connectionreset");
                    return;
                }
                if (route.Request.Url.EndsWith("/submit", StringComparison.Ordinal))
                    onSubmit?.Invoke();
                await route.ContinueAsync();
            }
        );
        await Press(bidder, "上传并递交");
        if (onSubmit is null)
        {
            await page.WaitForURLAsync("**done=submitted");
            await bidder.Sees("已递交，回执在下面，请下载保存。");
        }
        else
        {
            await page.WaitForURLAsync("**refused=bid-too-late");
        }
        await page.UnrouteAsync("**/api/bidding/uploads/**");
        if (broken)
            pieces.ShouldBe(4, "The second piece was lost twice and went through the third time.");
        return bidder;
    }

    // ---- the opening ----

    private async Task VenueAndAgencyPrepareTheOpening(string number, DateTime deadline)
    {
        var day = $"{CountyTime.DayOf(deadline):yyyy-MM-dd}";
        var agency = await At(Tendering.Agency, $"/rooms?day={day}");
        await agency.Page.GetByLabel("招标项目").SelectOptionAsync(number);
        await agency.Fills("从", $"{CountyTime.Local(deadline.AddMinutes(-30)):HH:mm}");
        await agency.Fills("到", $"{CountyTime.Local(deadline.AddHours(2)):HH:mm}");
        await Press(agency, "预约");
        await agency.Sees("待确认");
        var venue = await At(OpeningGround.Venue, $"/rooms?day={day}");
        await venue.Presses("确认");
        await venue.Sees("已确认");
        await agency.Opens($"/openings/{number}/chair");
        await agency.Fills("解密时限（分钟）", "30");
        await Press(agency, "安排");
        await agency.Sees("已安排开标");
    }

    private async Task OpeningBeginsAndTheFourthIsASecondLate(string number, string lot, DateTime deadline)
    {
        Move(deadline.AddMinutes(-10));
        var venue = await At(OpeningGround.Venue, $"/rooms?day={CountyTime.DayOf(deadline):yyyy-MM-dd}");
        await venue.Follows("示例路改造工程施工");
        await Press(venue, "场地就绪，开始");
        await Press(venue, "音视频开始录制");
        var chair = await At(Tendering.Agency, $"/openings/{number}/chair");
        await Press(chair, "开始签到");
        await chair.Sees("公布名单");
        foreach (var (user, _) in Bidders.Take(2))
        {
            var bidder = await At(user, $"/openings/{number}");
            await Press(bidder, "签到");
            await bidder.Sees("等截止时间公布名单");
        }
        var everybody = await Watcher();
        await everybody.Opens($"/openings/{number}");
        (await everybody.Page.ContentAsync()).ShouldNotContain("恒筑");

        // The fourth had all of it ready; the last request reaches the house one second after the deadline.
        var late = await HandsIn(Bidders[3].User, lot, 11_200_000, onSubmit: () => Move(deadline.AddSeconds(1)));
        await late.Hears("已到投标截止时间，不再接收");
        await late.Sees("逾期送达，没有接收");
        await late.ShouldBeAccessible();
        await Picture(late, "late");
        var download = await late.Page.RunAndWaitForDownloadAsync(() => late.Follows("下载拒收凭证"));
        var refusal = await File.ReadAllTextAsync((await download.PathAsync())!);
        refusal.ShouldContain(
            $"arrived {deadline.AddSeconds(1):yyyy-MM-ddTHH:mm:ss.fffZ}\ndeadline {deadline:yyyy-MM-ddTHH:mm:ss.fffZ}\nsealed yes"
        );
    }

    private async Task TheBidsAreOpened(string number)
    {
        var chair = await At(Tendering.Agency, $"/openings/{number}/chair");
        var everybody = await Watcher();
        // The documents leave one parameter to a draw: both sides put in their halves before the decryption closes.
        var own = await chair.CommitsShare("指纹已公布");
        await Press(chair, "公布名单");
        await everybody.Sees(TradingGround.Hengzhu); // by itself
        (await everybody.Page.ContentAsync()).ShouldNotContain(Bidders[3].Firm);
        await Press(chair, "开始解密");
        var supervisor = await At(Tendering.Supervisor, $"/openings/{number}");
        var other = await supervisor.CommitsShare("指纹已公布");
        await supervisor.Fills("内容", "到场监督，二标段不足三家");
        await Press(supervisor, "记录");
        await everybody.Sees("监督人员记录：到场监督");
        foreach (var (user, _) in Bidders.Take(2))
        {
            var bidder = await At(user, $"/openings/{number}");
            await bidder.Uploads("密钥文件", "me.key.json", keyFiles[user]);
            await bidder.Fills("口令", Passphrase);
            await Press(bidder, "解密我的投标文件");
            await bidder.Sees("等其他投标人解密");
        }
        // The third has no key. It stays the bidder's own cause: nobody noted an incident, so no custodian is asked.
        var third = await At(Bidders[2].User, $"/openings/{number}");
        await third.Sees("现在请您：解密");
        Move(Now.AddMinutes(31));
        chair = await At(Tendering.Agency, $"/openings/{number}/chair");
        await Press(chair, "结束解密");
        await everybody.Sees("视为撤销");
        supervisor = await At(Tendering.Supervisor, $"/openings/{number}");
        await supervisor.RevealsShare(other);
        await chair.RevealsShare(own);
        await Press(chair, "开始唱标");
        await everybody.Sees("壹仟壹佰伍拾万元整");
        (await everybody.Page.ContentAsync()).ShouldNotContain(
            "壹仟壹佰叁拾万元整",
            customMessage: "A bid that was not opened is not read out."
        );
        await Picture(everybody, "read-out");
        await Picture(chair, "chair");
    }

    private async Task TheRecordIsConfirmed(string number)
    {
        var chair = desks[Tendering.Agency];
        await Press(chair, "唱标完毕，请投标人确认");
        foreach (var (user, _) in Bidders.Take(2))
        {
            var bidder = await At(user, $"/openings/{number}");
            await Press(bidder, "确认记录");
            await bidder.Sees("已确认");
        }
        await chair.Opens($"/openings/{number}/chair");
        await chair.Fills("1 家没有确认的原因", "投标人不在线，视为无异议");
        await Press(chair, "结束并公布开标记录");
        var everybody = await Watcher();
        await everybody.Sees("开标结束，开标记录已公布");
        var notices = await hall.NoticesOf(number);
        notices.Select(n => n.Kind).ShouldBe([NoticeKind.TenderAnnouncement, NoticeKind.FailedTender, NoticeKind.OpeningRecord]);
        (await everybody.Opens($"/trading/notices/{notices[^1].Number}")).ShouldBe(200);
        var venue = await At(OpeningGround.Venue, $"/rooms?day={CountyTime.DayOf(Now):yyyy-MM-dd}");
        await venue.Follows("示例路改造工程施工");
        await Press(venue, "结束场次");
    }

    private async Task TheFailedLotIsTenderedAgain(string number)
    {
        var entity = await At(Tendering.Entity, $"/tendering/{number}/more");
        await Press(entity, "重新招标");
        await entity.Sees("第 2 次招标");
        var again = new Uri(entity.Page.Url).AbsolutePath.Split('/')[^1];
        var agency = await At(Tendering.Agency, $"/tendering/{again}/document");
        await Press(agency, "报送备案");
        await agency.Sees("已报送，等监督部门审查。");
        var supervisor = await At(Tendering.Supervisor, $"/filings/{again}");
        await Press(supervisor, "备案完成");
        await supervisor.Sees("已记录。");
        await agency.Opens($"/tendering/{again}");
        await Press(agency, "保存时间安排");
        await agency.Sees("已保存。");
        await agency.Follows("发布招标公告");
        await Press(agency, "发布");
        await agency.Sees("已发布。");
        await Picture(agency, "again");
        var lots = await hall.LotsOf(again);
        lots.ShouldHaveSingleItem().Stage.ShouldBeOfType<Open>();
    }

    // ---- people and time ----

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private void Move(DateTime utc)
    {
        if (utc > Now)
            clock.Now = new DateTimeOffset(utc, TimeSpan.Zero);
    }

    /// <summary>Somebody's own browser, signed in, at a page. A session ends after half an hour, so the way there may lead past the sign-in again.</summary>
    private async Task<Visitor> At(string user, string path)
    {
        if (!desks.TryGetValue(user, out var visitor))
            desks[user] = visitor = await Visitor.At(site);
        await visitor.SignsIn(user);
        (await visitor.Opens(path)).ShouldBe(200, $"{user} at {path}");
        return visitor;
    }

    /// <summary>Somebody without an account.</summary>
    private async Task<Visitor> Watcher() => desks.TryGetValue("", out var visitor) ? visitor : desks[""] = await Visitor.At(site);

    /// <summary>The button with exactly this name, as soon as it can be pressed.</summary>
    private static Task Press(Visitor visitor, string button) =>
        visitor
            .Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            .And(visitor.Page.Locator(":enabled"))
            .First.ClickAsync();

    private static ILocator Group(Visitor visitor, int lot) => visitor.Page.GetByRole(AriaRole.Group, new() { Name = $"第 {lot} 个标段" });

    private static async Task FillLot(Visitor visitor, int lot, string name, string estimate, string days, string most, string security)
    {
        var group = Group(visitor, lot);
        await group.GetByLabel("标段名称").FillAsync(name);
        await group.GetByLabel("合同估算价（元）").FillAsync(estimate);
        await group.GetByLabel("工期（日历天）").FillAsync(days);
        await group.GetByLabel("最高投标限价（元）").FillAsync(most);
        await group.GetByLabel("投标保证金（元）").FillAsync(security);
    }

    private static async Task Picture(Visitor visitor, string name)
    {
        if (Pictures is not null)
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"floor-{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in desks.Values)
            await desk.DisposeAsync();
        if (hall is not null)
            await hall.DisposeAsync();
        if (site is not null)
            await site.DisposeAsync();
    }
}
