using System.Text;
using CountyHall.Journeys.Pages;
using CountyHall.Trading.Bids;
using CountyHall.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace CountyHall.Journeys.Trading;

/// <summary>One opening on six screens at once: the chair, the supervisor, three bidders and somebody who only watches; the test moves the clock.</summary>
public sealed class An_opening_at_the_screen
{
    private const string Passphrase = "示例口令 correct horse";
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("COUNTYHALL_PICTURES");

    [Fact]
    public async Task Everybody_sees_the_same_opening_and_does_their_own_part()
    {
        var clock = new FakeTimeProvider(Hall.Morning);
        await using var site = new OpenSite(clock);
        await site.InitializeAsync();
        await using var hall = await Hall.Of(Engine.Embedded, site.Services.GetRequiredService<Storage>());
        var ground = await OpeningGround.In(hall, lots: 1, deadline: TimeSpan.FromMinutes(25));
        clock.SetUtcNow(hall.Clock.GetUtcNow());
        var three = OpeningGround.Bidders.Take(3).ToArray();

        // ---- the room, asked for and given ----
        await using var chair = await Visitor.At(site);
        await chair.SignsIn(OpeningGround.Agency);
        await chair.Opens("/rooms");
        await chair.Fills("从", Local(ground.Deadline.AddMinutes(-15)));
        await chair.Fills("到", Local(ground.Deadline.AddHours(2)));
        await chair.Presses("预约");
        await chair.Sees("待确认");
        await using var venue = await Visitor.At(site);
        await venue.SignsIn(OpeningGround.Venue);
        await venue.Opens("/rooms");
        await Picture(venue, "rooms");
        await venue.Presses("确认");
        await venue.Sees("已确认");
        await chair.Opens($"/openings/{ground.Number}/chair");
        await chair.Presses("安排");
        await chair.Sees("已安排开标");

        // ---- before the deadline nobody learns who bids, or how many ----
        await using var watcher = await Visitor.At(site);
        await watcher.Opens($"/openings/{ground.Number}");
        var before = await Text(watcher);
        foreach (var user in three)
            await ground.HandsIn(user);
        await watcher.Opens($"/openings/{ground.Number}");
        (await Text(watcher)).ShouldBe(before);
        (await watcher.Page.ContentAsync()).ShouldNotContain("恒筑");
        await Picture(watcher, "before");

        Move(ground.Deadline.AddMinutes(-10));
        await chair.Opens($"/openings/{ground.Number}/chair");
        await chair.Presses("开始签到");
        await chair.Sees("公布名单");
        await watcher.Sees("签到中"); // without reloading
        var bidders = new List<Visitor>();
        foreach (var user in three)
        {
            var bidder = await Visitor.At(site, phone: user == three[2]);
            bidders.Add(bidder);
            await bidder.SignsIn(user);
            await bidder.Opens($"/openings/{ground.Number}");
            await bidder.Sees("现在请您：签到");
            await bidder.Presses("签到");
            await bidder.Sees("等截止时间公布名单");
        }
        await watcher.Opens($"/openings/{ground.Number}");
        (await watcher.Page.ContentAsync()).ShouldNotContain("恒筑");

        // ---- at the deadline ----
        Move(ground.Deadline);
        await chair.Opens($"/openings/{ground.Number}/chair");
        await chair.Presses("公布名单");
        await watcher.Sees("浙江示例恒筑建设有限公司");
        await chair.Presses("开始解密");
        await using var supervisor = await Visitor.At(site);
        await supervisor.SignsIn(OpeningGround.Supervisor);
        await supervisor.Opens($"/openings/{ground.Number}");
        await supervisor.Fills("内容", "到场监督");
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "记录", Exact = true }).ClickAsync();
        await watcher.Sees("监督人员记录：到场监督");

        foreach (var (at, bidder) in bidders.Index())
        {
            await bidder.Sees("现在请您：解密"); // it came by itself
            if (at == 2)
                await Picture(bidder, "bidder-phone");
            await bidder.Uploads(
                "密钥文件",
                "示例.key.json",
                Encoding.UTF8.GetBytes(KeyFile.Protect(ground.Keys(three[at]), "示例", Passphrase))
            );
            if (at == 0)
            {
                await bidder.Fills("口令", "不对的口令");
                await bidder.Presses("解密我的投标文件");
                await bidder.Sees("口令不对");
                await Picture(bidder, "bidder");
            }
            await bidder.Fills("口令", Passphrase);
            await bidder.Presses("解密我的投标文件");
            await bidder.Sees("等其他投标人解密");
        }
        await watcher.Sees("进行中 3 / 3");
        (await watcher.Page.ContentAsync()).ShouldNotContain("1,234,567");
        await chair.Sees("结束解密");
        await Picture(chair, "chair");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "结束解密" }).And(chair.Page.Locator(":enabled")).ClickAsync();
        await chair.Presses("开始唱标");
        await watcher.Sees("壹佰贰拾叁万肆仟伍佰陆拾柒元整");
        await Picture(watcher, "read-out");

        // ---- an objection, answered on the spot ----
        await bidders[1].Sees("听唱标，核对自己的一行");
        await bidders[1].Page.GetByText("对开标有异议").ClickAsync();
        await bidders[1].Page.GetByLabel("异议", new() { Exact = true }).First.FillAsync("一号的工期没有唱");
        await bidders[1].Presses("提出异议");
        await chair.Sees("一号的工期没有唱");
        await chair.Fills("当场答复", "工期一百八十天，已补唱");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "答复", Exact = true }).ClickAsync();
        await watcher.Sees("答复：工期一百八十天，已补唱");

        // ---- the record ----
        await chair.Presses("唱标完毕，请投标人确认");
        foreach (var bidder in bidders)
        {
            await bidder.Sees("现在请您：确认记录");
            await bidder.Presses("确认记录");
            await bidder.Sees("已确认");
        }
        await chair.Opens($"/openings/{ground.Number}/chair");
        await chair.Presses("结束并公布开标记录");
        await watcher.Sees("开标结束，开标记录已公布");
        foreach (var bidder in bidders)
            await bidder.DisposeAsync();

        void Move(DateTime utc)
        {
            ground.At(utc);
            clock.SetUtcNow(new DateTimeOffset(utc, TimeSpan.Zero));
        }
    }

    private static string Local(DateTime utc) => $"{Kernel.Calendar.CountyTime.Local(utc):HH:mm}";

    /// <summary>What somebody reads, but for the clocks.</summary>
    private static async Task<string> Text(Visitor visitor)
    {
        var text = await visitor.Page.Locator("main").InnerTextAsync();
        return System.Text.RegularExpressions.Regex.Replace(text, @"\d\d:\d\d(:\d\d)?", "");
    }

    private static async Task Picture(Visitor visitor, string name)
    {
        if (Pictures is null)
            return;
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"opening-{name}.png"), FullPage = true });
    }
}
