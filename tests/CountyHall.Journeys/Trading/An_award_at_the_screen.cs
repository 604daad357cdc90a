using System.IO.Compression;
using CountyHall.Journeys.Pages;
using CountyHall.Trading.Award;
using CountyHall.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Hall_ = CountyHall.Journeys.Hall;

namespace CountyHall.Journeys.Trading;

/// <summary>Awards at the screens of the entity, the supervisor, three bidders and the public; the test moves the clock.</summary>
public sealed class An_award_at_the_screen
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("COUNTYHALL_PICTURES");

    [Fact]
    public async Task From_the_report_to_the_archive_with_an_objection_that_suspends()
    {
        await using var floor = await Floor.Open();
        var (ground, lot) = (floor.Ground, floor.Ground.Lot);
        var (entity, supervisor, people) = (
            await floor.Visitor(OpeningGround.Entity),
            await floor.Visitor(OpeningGround.Supervisor),
            await floor.Visitor(null)
        );
        var bidders = new List<Visitor>();
        foreach (var user in AwardGround.Bidders.Take(3).Append(AwardGround.Bidders[3]))
            bidders.Add(await floor.Visitor(user, phone: user == AwardGround.Bidders[2]));

        // ---- before: nobody reads anything of the report ----
        await bidders[0].Opens($"/bidding/results/{lot}");
        await bidders[0].Sees("评标结果公示前不公开");

        // ---- the candidates ----
        await entity.Opens($"/tendering/{ground.Tender}/award");
        await entity.Sees("已收到评标报告，待公示候选人");
        await entity.Opens($"/tendering/{ground.Tender}/award/{lot}");
        await entity.Presses("公示");
        await entity.Hears("项目负责人证书编号或者资格能力条件");
        foreach (var box in await entity.Page.GetByLabel("项目负责人的证书名称和编号").AllAsync())
            await box.FillAsync("一级注册建造师（示例）001 号");
        foreach (var box in await entity.Page.GetByLabel("响应招标文件要求的资格能力条件").AllAsync())
            await box.FillAsync("资质和业绩符合（示例）");
        await Picture(entity, "report");
        await entity.Page.GetByRole(AriaRole.Button, new() { Name = "公示", Exact = true }).ClickAsync();
        await entity.Sees("公示期和定标");
        await people.Opens("/trading/notices?type=candidates&state=publicity");
        await people.Follows("中标候选人公示");
        await people.Sees("第一中标候选人");
        await people.Sees("不少于 3 日");
        (await people.Page.ContentAsync()).ShouldNotContain("示例否决理由");
        await Picture(people, "candidates-notice");

        // ---- each reads its own result; the loser its own reason ----
        await bidders[1].Opens($"/bidding/results/{lot}");
        await bidders[1].Sees("中标候选人");
        (await bidders[1].Page.ContentAsync()).ShouldNotContain("示例否决理由");
        await bidders[3].Opens($"/bidding/results/{lot}");
        await bidders[3].Sees("示例否决理由3");

        // ---- an objection suspends ----
        await bidders[2].Opens($"/bidding/results/{lot}");
        await bidders[2].Fills("异议的事实和理由", "第一候选人的业绩不符（示例）");
        await bidders[2].Presses("提出异议");
        await bidders[2].Sees("已提交");
        await Picture(bidders[2], "result-phone");
        await floor.After(ground.PassesPublicity);
        await entity.Opens($"/tendering/{ground.Tender}/award/{lot}");
        await entity.Sees("有异议待答复，本标段暂停");
        await entity.Presses("确定中标人");
        await entity.Hears("招标投标活动暂停");
        await Picture(entity, "suspended");
        await supervisor.Opens("/awards");
        await supervisor.Sees("第一候选人的业绩不符（示例）");
        await Picture(supervisor, "supervisor");
        await entity.Ticks("不成立");
        await entity.Page.GetByLabel("答复", new() { Exact = true }).First.FillAsync("经核实业绩真实（示例）");
        await entity.Page.GetByRole(AriaRole.Button, new() { Name = "答复 1" }).ClickAsync();
        await entity.Sees("已办理");
        await bidders[2].Opens($"/bidding/results/{lot}");
        await bidders[2].Sees("经核实业绩真实（示例）");

        // ---- the winner, the notice, the report ----
        await entity.Presses("确定中标人");
        await entity.Sees("发出中标通知书");
        await entity.Fills("履约保证金（元）", "100000");
        await entity.Page.GetByRole(AriaRole.Button, new() { Name = "发出中标通知书" }).ClickAsync();
        await entity.Sees("签订合同");
        await entity.Presses("提交书面报告");
        await entity.Sees("已提交");
        await supervisor.Opens("/awards");
        await supervisor.Page.GetByText("书面报告").First.ClickAsync();
        await bidders[0].Opens($"/bidding/results/{lot}");
        await bidders[0].Sees("下载中标通知书");
        var pdf = await bidders[0].Page.APIRequest.GetAsync($"{floor.Site.Address}/awards/{lot}/notice.pdf");
        pdf.Status.ShouldBe(200);
        (await pdf.BodyAsync()).AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
        (await bidders[1].Page.APIRequest.GetAsync($"{floor.Site.Address}/awards/{lot}/notice.pdf")).Status.ShouldBe(404);
        // Whoever holds it checks it.
        await people.Opens("/verify");
        await people
            .Page.GetByLabel("或者选择文件")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "中标通知书.pdf",
                    MimeType = "application/pdf",
                    Buffer = await pdf.BodyAsync(),
                }
            );
        await people.Page.GetByRole(AriaRole.Button, new() { Name = "验证", Exact = true }).ClickAsync();
        await people.Sees("中标通知书");
        (await people.Page.Locator("[data-verdict]").GetAttributeAsync("data-verdict")).ShouldBe("genuine");

        // ---- the contract: a departure is shown and refused ----
        await entity.Opens($"/tendering/{ground.Tender}/award/{lot}");
        await entity.Fills("收到金额（元）", "100000");
        await entity.Fills("形式和编号", "示例银行保函 001 号");
        await entity.Presses("登记履约保证金");
        await entity.Sees("履约保证金已收");
        await entity.Fills("合同编号", "示例合同〔2026〕1号");
        await entity.Fills("合同价（元）", "2999999");
        await entity.Presses("比对并签署");
        await entity.Hears("实质性内容不一致");
        await entity.Sees("实质性偏差，不能签署");
        await Picture(entity, "departs");
        await entity.Fills("合同价（元）", "3000000");
        await entity.Presses("比对并签署");
        await entity.Sees("等中标人签署");
        await bidders[0].Opens($"/bidding/results/{lot}");
        await bidders[0].Ticks("已核对，同意签署");
        await bidders[0].Presses("签署合同");
        await bidders[0].Sees("已提交");

        // ---- performed and archived ----
        await entity.Opens($"/tendering/{ground.Tender}/award/{lot}");
        await entity.Sees("已开始退还");
        await entity.Presses("发布合同公告并备案");
        await entity.Sees("登记履约事项");
        await entity.Page.GetByText("登记履约事项").ClickAsync();
        await entity.Fills("金额（元），没有的留空", "900000");
        await entity.Fills("内容（公开）", "第一期工程款（示例）");
        await entity.Presses("登记并公告");
        await entity.Sees("第一期工程款（示例）");
        await entity.Page.GetByText("验收，履约完成").ClickAsync();
        await entity.Fills("验收结论（公开）", "竣工验收合格（示例）");
        await entity.Page.GetByRole(AriaRole.Button, new() { Name = "履约完成", Exact = true }).ClickAsync();
        await entity.Sees("已办理");
        await entity.Opens($"/tendering/{ground.Tender}/award");
        await entity.Page.GetByRole(AriaRole.Button, new() { Name = "归档", Exact = true }).ClickAsync();
        await entity.Sees("下载档案包");
        var zip = await entity.Page.APIRequest.GetAsync($"{floor.Site.Address}/tendering/{ground.Tender}/archive.zip");
        zip.Status.ShouldBe(200);
        using var package = new MemoryStream(await zip.BodyAsync());
        (await ArchivePackage.Check(package)).ShouldNotBeNull().Lines.ShouldAllBe(l => l.Holds);
        (await bidders[0].Page.APIRequest.GetAsync($"{floor.Site.Address}/tendering/{ground.Tender}/archive.zip")).Status.ShouldBe(404);

        // ---- the public sees the whole chain ----
        await people.Opens($"/trading/projects/{ground.Tender[..17]}");
        foreach (var words in (string[])["候选人公示", "中标", "合同", "履约 验收", "归档", "成交", "1,000,000", "哈希清单"])
            await people.Sees(words);
        await Picture(people, "project");
        await people.ShouldBeAccessible();
        var hashes = await people.Page.APIRequest.GetAsync($"{floor.Site.Address}/trading/archives/{ground.Tender}/hashes.txt");
        package.Position = 0;
        using var read = new ZipArchive(package, ZipArchiveMode.Read);
        using var text = new StreamReader(read.GetEntry(ArchivePackage.HashesText)!.Open());
        (await hashes.TextAsync()).ShouldBe(await text.ReadToEndAsync());
        await people.Opens("/trading");
        await people.Sees("成交宗数");
        await people.Sees("3,000,000");
        await Picture(people, "home");
    }

    [Fact]
    public async Task A_winner_declines_and_the_second_candidate_wins()
    {
        await using var floor = await Floor.Open();
        var (ground, lot) = (floor.Ground, floor.Ground.Lot);
        await ground.Publishes();
        await floor.After(ground.PassesPublicity);
        await ground.Fixes();
        await ground.Notifies(0);
        var (entity, first, second) = (
            await floor.Visitor(OpeningGround.Entity),
            await floor.Visitor(AwardGround.Bidders[0]),
            await floor.Visitor(AwardGround.Bidders[1])
        );
        await first.Opens($"/bidding/results/{lot}");
        await first.Page.GetByText("声明放弃中标").ClickAsync();
        await first.Page.GetByLabel("原因", new() { Exact = true }).FillAsync("资金困难（示例）");
        await first.Presses("声明放弃");
        await first.Sees("已提交");
        await entity.Opens($"/tendering/{ground.Tender}/award/{lot}");
        await entity.Sees("声明放弃：");
        await entity.Presses("取消资格");
        await entity.Hears("没有写明事由的证据");
        await entity.Fills("证据：文件名称和编号", "放弃声明 1 号（示例）");
        await Picture(entity, "declines");
        await entity.Presses("取消资格");
        await entity.Sees("发出中标通知书");
        await first.Opens($"/bidding/results/{lot}");
        await first.Sees("放弃中标");
        await entity.Page.GetByRole(AriaRole.Button, new() { Name = "发出中标通知书" }).ClickAsync();
        await entity.Sees("签订合同");
        await second.Opens($"/bidding/results/{lot}");
        await second.Sees("下载中标通知书");
        await entity.Sees("结果撤销");
        (await ground.SecurityOf(AwardGround.Bidders[0])).Stage.ShouldBeOfType<CountyHall.Trading.Securities.Forfeited>();
    }

    [Fact]
    public async Task A_lot_that_failed_twice_is_stopped_by_the_department()
    {
        await using var floor = await Floor.Open(award: false);
        var twice = await AwardGround.FailedTwice(floor.Hall);
        floor.Follow();
        var (entity, supervisor) = (await floor.Visitor(OpeningGround.Entity), await floor.Visitor(OpeningGround.Supervisor));
        await entity.Opens($"/tendering/{twice.Number}/award");
        await entity.Page.GetByText("申请不再招标").ClickAsync();
        await entity.Fills("理由和后续安排", "两次流标（示例）");
        await entity.Presses("提交申请");
        await entity.Sees("待监督部门审批");
        await supervisor.Opens("/awards");
        await supervisor.Sees("两次流标（示例）");
        await supervisor.Fills("审批意见", "同意（示例）");
        await supervisor.Presses("批准");
        await supervisor.Sees("已审批");
        await entity.Opens($"/tendering/{twice.Number}/award");
        await entity.Sees("已批准");
    }

    [Fact]
    public async Task A_member_of_the_committee_answers_what_came_back()
    {
        await using var floor = await Floor.Open();
        var (ground, lot) = (floor.Ground, floor.Ground.Lot);
        var entity = await floor.Visitor(OpeningGround.Entity);
        await entity.Opens($"/tendering/{ground.Tender}/award/{lot}");
        await entity.Page.GetByText("评标报告有错").ClickAsync();
        await entity.Fills("要复核的问题", "请复核第一名的业绩（示例）");
        await entity.Presses("退回复核");
        await entity.Sees("评标委员会复核");
        var member = await floor.Visitor(AwardGround.Members[0]);
        await member.Opens($"/bidding/reviews/{lot}");
        await member.Sees("请复核第一名的业绩（示例）");
        await member.Page.GetByLabel("复核意见", new() { Exact = true }).FillAsync("报告成立（示例）");
        await member.Presses("签署");
        await member.Sees("您已签署复核意见");
        await Picture(member, "review");
        (await entity.Opens($"/bidding/reviews/{lot}")).ShouldBe(403);
    }

    private static async Task Picture(Visitor visitor, string name)
    {
        if (Pictures is not null)
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"award-{name}.png"), FullPage = true });
    }

    /// <summary>A site and a hall over the same records, with one clock.</summary>
    private sealed class Floor : IAsyncDisposable
    {
        private readonly HandClock clock = new(Hall_.Morning);
        private readonly List<(Visitor Visitor, string? User)> visitors = [];

        public OpenSite Site { get; private set; } = null!;
        public Hall_ Hall { get; private set; } = null!;
        public AwardGround Ground { get; private set; } = null!;

        public static async Task<Floor> Open(bool award = true)
        {
            var floor = new Floor();
            floor.Site = new OpenSite(floor.clock);
            await floor.Site.InitializeAsync();
            floor.Hall = await Hall_.Of(Engine.Embedded, floor.Site.Services.GetRequiredService<Storage>());
            if (award)
                floor.Ground = await AwardGround.In(floor.Hall);
            floor.Follow();
            return floor;
        }

        public void Follow() => clock.Now = Hall.Clock.GetUtcNow();

        public async Task After(Func<Task> step)
        {
            await step();
            Follow();
            // Days have passed: whoever was signed in signs in again.
            foreach (var (visitor, user) in visitors)
                if (user is not null)
                    await visitor.SignsIn(user);
        }

        public async Task<Visitor> Visitor(string? user, bool phone = false)
        {
            var visitor = await Pages.Visitor.At(Site, phone: phone);
            visitors.Add((visitor, user));
            if (user is not null)
                await visitor.SignsIn(user);
            return visitor;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var (visitor, _) in visitors)
                await visitor.DisposeAsync();
            await Hall.DisposeAsync();
            await Site.DisposeAsync();
        }
    }
}
