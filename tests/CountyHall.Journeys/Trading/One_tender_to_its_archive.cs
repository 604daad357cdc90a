using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CountyHall.Journeys.Pages;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading;
using CountyHall.Trading.Award;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using CountyHall.Web.Commands;
using CountyHall.Web.Demonstration;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using KeyFile = CountyHall.Trading.Bids.KeyFile;

namespace CountyHall.Journeys.Trading;

/// <summary>
/// One works tender from its opening to its archive: the entity, its agency, the supervisor, the accountant, three bidders, five experts and the
/// one who replaces a sixth, and the public, each in a browser of their own. They begin at their desks and go on by the links of the pages.
/// </summary>
/// <remarks>Bids, registrations and securities are in the house already; the test moves the clock. Everybody in it is invented.</remarks>
public sealed class One_tender_to_its_archive : IAsyncDisposable
{
    private const string Entity = OpeningGround.Entity;
    private const string Agency = OpeningGround.Agency;
    private const string Supervisor = OpeningGround.Supervisor;
    private const string Accountant = TradingGround.Accountant;
    private const string Tender = "示例河道整治工程施工";
    private const string Passphrase = "示例口令 correct horse";
    private const long Security = 200_000_00;
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("COUNTYHALL_PICTURES");

    /// <summary>What each bids, fen.</summary>
    private static readonly (string User, string Firm, long Price)[] Bidders =
    [
        ("liang.jianbo", TradingGround.Hengzhu, 11_600_000_00),
        ("fang.shiyuan", TradingGround.Yuanhang, 11_500_000_00),
        ("guo.anran", "嘉善示例同济市政工程有限公司", 11_400_000_00),
    ];

    private readonly HandClock clock = new(Journeys.Hall.Morning);
    private readonly Dictionary<string, (Visitor Visitor, DateTime SignedIn)> people = [];
    private readonly Dictionary<string, string> accounts = [];
    private readonly string folder = Scratch.Folder("story");
    private OpenSite site = null!;
    private Hall hall = null!;
    private OpeningGround ground = null!;

    private string Lot => ground.Lots[0].Number;
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task From_its_opening_through_draw_dissent_objection_and_a_winner_who_declines()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        site = new OpenSite(clock);
        await site.InitializeAsync();
        hall = await Journeys.Hall.Of(Engine.Embedded, site.Services.GetRequiredService<Storage>());
        await GroundIsLaid();

        await TheOpeningIsArrangedWithItsDraw();
        await TheBidsAreOpenedAndReadOut();
        var drawn = await TheExpertsAreDrawnAndCalled();
        await TheNamesAreOpenedAndTheCommitteeIsBriefed(drawn);
        await TheCommitteeEvaluatesAndOneMemberIsReplaced(drawn);
        var ranked = await TheReportIsSignedWithADissent(drawn);
        await TheCandidatesArePublishedAndAnObjectionSuspends(ranked);
        await TheWinnerDeclinesAndTheSecondWins(ranked);
        await TheContractIsComparedAndSigned(ranked[1]);
        await TheSecuritiesGoBack(ranked);
        await TheContractIsPerformedAndTheTenderArchived();
        await EverybodyChecksIt();

        hall.Clock.SetUtcNow(clock.GetUtcNow());
        (await hall.Examine()).ShouldBeEmpty();
    }

    // ---- before the story: a tender with its document, three bidders who paid and handed in ----

    private async Task GroundIsLaid()
    {
        ground = await OpeningGround.In(hall, security: Security, most: 12_000_000_00, estimate: 12_000_000_00);
        var on = await hall.Occasion(Agency);
        var tender = await hall.Tender(ground.Number);
        var project = await hall.Read(db => db.TradeProjects.AsNoTracking().SingleAsync(p => p.Id == tender.ProjectId));
        var model = ModelDocument.For(ModelDocuments.Travelling, tender, project, ground.Lots);
        await ground.Put(
            new TenderDocument
            {
                Id = Ids.Next(on.At),
                TenderId = tender.Id,
                Number = 1,
                Content = model with { Parameters = [.. model.Parameters, new("credit-item", "信用评价按公开结果计", "credit", [])] },
                SavedAt = on.At,
            },
            on
        );
        var paid = hall.Now.AddMinutes(1);
        var lines = new List<string>();
        foreach (var (at, (user, firm, price)) in Bidders.Index())
        {
            var sub = await hall.TakesPart(ground.Lots[0], user, firm);
            var id = await hall.Read(db => db.Registrations.Where(r => r.BidderName == firm).Select(r => r.Id).SingleAsync());
            await hall.Get<AcceptRegistrationHandler>().Handle(new(id), await hall.Occasion(TradingGround.Reviewer));
            lines.Add(TradingGround.Pays($"S{at + 1}", paid.AddSeconds(at), Security, sub, firm));
            await ground.HandsIn(user, price: price, technical: true);
        }
        hall.Clock.SetUtcNow(new DateTimeOffset(paid.AddMinutes(3), TimeSpan.Zero));
        (await hall.Imports(TradingGround.File(CountyTime.DayOf(paid), 0, 3 * Security, [.. lines]))).ShouldBeDone().Waiting.ShouldBe(0);
        await ground.HasARoom();
        clock.Now = hall.Clock.GetUtcNow();
        var vault = hall.Get<Vault>();
        foreach (
            var (user, person) in await hall.Read(db =>
                db.Set<HallUser>()
                    .Where(u => u.PersonId != null)
                    .Select(u => new ValueTuple<string, long>(u.UserName!, u.PersonId!.Value))
                    .ToListAsync()
            )
        )
            accounts[ExpertCall.KeyOf(vault, person)] = user;
    }

    // ---- the opening ----

    private async Task TheOpeningIsArrangedWithItsDraw()
    {
        var chair = await At(Agency, "/tendering", "进行中", Tender, "开标");
        // What the documents leave to a draw stands there already; without it there would be no opening.
        (await chair.Page.GetByLabel("公开抽取的参数").InputValueAsync()).ShouldBe("评标基准价下浮系数（%）");
        await chair.Fills("公开抽取的参数", "");
        await chair.Fills("候选值", "");
        await Press(chair, "安排");
        await chair.Hears("在开标时公开抽取");
        await Follow(chair, "开标大厅");
        await Walk(chair, "/tendering", "进行中", Tender, "开标");
        await Press(chair, "安排");
        await chair.Sees("已安排开标");
    }

    private async Task TheBidsAreOpenedAndReadOut()
    {
        Move(ground.Deadline.AddMinutes(-10));
        var chair = await At(Agency, "/tendering", "进行中", Tender, "开标");
        var chairs = await chair.CommitsShare("指纹已公布");
        var supervisor = await At(Supervisor, "/openings", Tender);
        var watches = await supervisor.CommitsShare("指纹已公布");
        await Press(chair, "开始签到");
        await chair.Sees("公布名单");
        foreach (var (user, _, _) in Bidders)
        {
            var bidder = await At(user, "/bidding", "递交投标文件", "开标大厅");
            await Press(bidder, "签到");
            await bidder.Sees("等截止时间公布名单");
        }
        Move(ground.Deadline);
        await Press(await At(Agency, "/tendering", "进行中", Tender, "开标"), "公布名单");
        await Press(chair, "开始解密");
        foreach (var (user, _, _) in Bidders)
        {
            var bidder = await At(user, "/bidding", "去开标大厅");
            await bidder.Uploads(
                "密钥文件",
                "示例.key.json",
                Encoding.UTF8.GetBytes(KeyFile.Protect(ground.Keys(user), "示例", Passphrase))
            );
            await bidder.Fills("口令", Passphrase);
            await Press(bidder, "解密我的投标文件");
            await bidder.Sees("等其他投标人解密");
        }
        await Press(chair, "结束解密");
        foreach (var (visitor, share) in new[] { (supervisor, watches), (chair, chairs) })
        {
            await visitor.RevealsShare(share);
        }
        await Press(chair, "开始唱标");
        var everybody = await Anybody("/openings", Tender);
        await everybody.Sees("壹仟壹佰陆拾万元整");
        await Press(chair, "唱标完毕，请投标人确认");
        foreach (var (user, _, _) in Bidders)
        {
            var bidder = await At(user, "/bidding", "去开标大厅");
            await Press(bidder, "确认记录");
            await bidder.Sees("已确认");
        }
        await chair.Page.ReloadAsync();
        await Press(chair, "结束并公布开标记录");
        await chair.Sees("开标已结束");
        await everybody.Sees("开标结束，开标记录已公布");
    }

    // ---- the draw ----

    /// <summary>Answers the accounts of the experts who come.</summary>
    private async Task<List<string>> TheExpertsAreDrawnAndCalled()
    {
        var agency = await At(Agency, "/tendering", "进行中", Tender, "开标");
        await Follow(agency, "抽取评标专家");
        await agency.Fills("房屋建筑", "3");
        await agency.Fills("工程造价", "2");
        await Press(agency, "提交申请");
        await agency.Sees("按条件计算候选名单");
        await Press(agency, "公布名单指纹");
        await agency.Sees("名单指纹（SHA-256）");
        await agency.ShouldBeAccessible();
        var own = await agency.CommitsShare("已记录");

        var supervisor = await At(Supervisor, "/draws", Tender[..8]);
        var other = await supervisor.CommitsShare("已记录");
        await supervisor.RevealsShare(other);
        await supervisor.Sees("已揭示");
        await agency.RevealsShare(own);
        await agency.Sees("等待答复");
        await Picture(agency, "calls");

        // ---- no page of a desk names anybody ----
        await supervisor.Page.ReloadAsync();
        var experts = await hall.Read(db => db.Experts.Select(e => new { e.Name, e.Number }).ToListAsync());
        foreach (var page in new[] { await agency.Page.ContentAsync(), await supervisor.Page.ContentAsync() })
        foreach (var expert in experts)
        {
            page.ShouldNotContain(expert.Name);
            Regex.IsMatch(page, $"{expert.Number}(?![0-9])").ShouldBeFalse(expert.Number);
        }
        await supervisor.ShouldBeAccessible();

        // ---- the telephones ----
        var coming = new List<string>();
        var declined = false;
        while (await NextCall() is { } user)
        {
            var expert = await At(user, "/trading", "专家服务");
            await expert.Sees("评标邀请");
            (await expert.Page.ContentAsync()).ShouldNotContain(Tender[..8]);
            if (!declined)
            {
                declined = true;
                await expert.ShouldBeAccessible();
                await Picture(expert, "invited");
                await expert.Page.GetByText("不参加", new() { Exact = true }).First.ClickAsync();
                await expert.Page.GetByRole(AriaRole.Button, new() { Name = "不参加" }).ClickAsync();
                await expert.Sees("已记录");
                continue;
            }
            await Press(expert, "参加");
            await expert.Sees("已记录");
            coming.Add(user);
        }
        coming.Count.ShouldBe(5);
        await agency.Page.ReloadAsync();
        await agency.Sees("人员已齐");
        await Press(agency, "启封名单");
        await agency.Hears("名单在评标开始前密封");
        var everybody = await Anybody("/verify", "复算");
        await everybody.ShouldBeAccessible();
        (await everybody.Opens($"/trading/draws/{ground.Number}-D1")).ShouldBe(404, "Nobody sees the draw before the result.");
        return coming;
    }

    private async Task TheNamesAreOpenedAndTheCommitteeIsBriefed(List<string> drawn)
    {
        var meeting = await hall.Read(db => db.ExpertDraws.AsNoTracking().SingleAsync());
        Move(meeting.Plan.MeetingAt.AddMinutes(-20));
        var agency = await At(Agency, "/tendering", "进行中", Tender, "抽取评标专家");
        await Press(agency, "启封名单");
        await agency.Sees("名单已启封");
        await agency.Sees("名单在中标结果公告前保密");
        (await Seats()).Count.ShouldBe(5);

        var supervisor = await At(Supervisor, "/draws", Tender[..8]);
        foreach (var topic in (string[])["廉洁自律必谈", "评标纪律必谈", "客观公正评标必谈"])
            await supervisor.Ticks(topic);
        await Press(supervisor, "记录约谈");
        await supervisor.Hears("四");
        foreach (var topic in (string[])["廉洁自律必谈", "评标纪律必谈", "客观公正评标必谈", "优质评标必谈"])
            await supervisor.Ticks(topic);
        await Press(supervisor, "记录约谈");
        await supervisor.Sees("还有专家没有签名");
        foreach (var user in drawn)
        {
            var expert = await At(user, "/trading", "专家服务");
            await Press(expert, "签名确认");
            await expert.Sees("已记录");
        }
        await supervisor.Page.ReloadAsync();
        await supervisor.Sees("到场专家都已签名");
    }

    // ---- the evaluation ----

    private async Task TheCommitteeEvaluatesAndOneMemberIsReplaced(List<string> drawn)
    {
        var meeting = await hall.Read(db => db.ExpertDraws.AsNoTracking().SingleAsync());
        Move(meeting.Plan.MeetingAt);
        var agency = await At(Agency, "/tendering", "开始评标", "评标");
        await agency.Sees("评委才能看到投标文件");
        foreach (var field in await agency.Page.Locator("input[name^=credit-]").AllAsync())
            await field.FillAsync("4");
        await agency.Fills("评价结果的来源", "示例市级信用评价");
        await Press(agency, "开始评标");
        await agency.Sees("承诺与推选组长");

        foreach (var user in drawn)
        {
            var member = await Evaluates(user);
            await member.Sees("现在请您：核对回避情形并承诺");
            (await member.Page.ContentAsync()).ShouldNotContain("恒筑", Case.Sensitive, "nobody sees a bid before the pledge");
            await Press(member, "承诺并开始");
            await member.Sees("现在请您：推选组长");
        }
        foreach (var user in drawn[..3])
        {
            var member = await Evaluates(user);
            await member.Page.GetByLabel("组长", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 0 });
            await Press(member, "投票");
            await member.Sees(user == drawn[2] ? "初步评审：逐份核对" : "您投给了 1 号");
        }
        var leader = (await Seats())[0];
        var first = drawn.Single(user => PersonOf(user) == leader.Person);
        var others = drawn.Where(user => user != first).ToList();
        var chief = await Evaluates(first);
        await chief.Sees("报价文件.pdf");
        (await chief.Page.ContentAsync()).ShouldNotContain("施工组织设计.pdf", Case.Sensitive, "technical files wait for the blind part");
        await chief.ShouldBeAccessible();
        await Downloads(chief, "报价文件.pdf");
        await AClarificationIsAskedAndAnswered(chief);
        foreach (var user in drawn)
        {
            var member = await Evaluates(user);
            await Press(member, "我已逐份核对，提交初步评审");
            await member.Sees(user == drawn[^1] ? "暗标 1 号" : "您已提交这一部分");
        }

        // ---- the blind part: numbers, no names; nobody sees what another gave ----
        chief = await Evaluates(first);
        await chief.Sees("暗标 1 号");
        var page = await chief.Page.ContentAsync();
        foreach (var name in new[] { "恒筑", "远航", "913304" })
            page.ShouldNotContain(name);
        await chief.ShouldBeAccessible();
        await Picture(chief, "blind");
        await chief.Fills("分值", "20");
        await Press(chief, "保存，下一项");
        await chief.Hears("请写明理由");
        await chief.Fills("理由", "方案完整，针对性强");
        await Press(chief, "保存，下一项");
        await chief.Sees("还有 5 项未评");
        var next = await Evaluates(others[0]);
        (await next.Page.ContentAsync()).ShouldNotContain("方案完整，针对性强");
        await Scores(await Evaluates(first), 5);
        foreach (var user in others)
            await Scores(await Evaluates(user), 6);

        // ---- the rest, openly; a member leaves and is replaced ----
        foreach (var user in drawn.Where(u => u != others[^1]))
            await Scores(await Evaluates(user), 3);
        var leaving = others[^1];
        var seat = (await Seats()).Single(s => s.Person == PersonOf(leaving));
        var supervisor = await At(Supervisor, "/draws", Tender[..8]);
        var line = supervisor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"{seat.Place}. {seat.Name}" });
        await line.GetByText("更换").First.ClickAsync();
        await line.GetByLabel("情形").SelectOptionAsync("Health");
        await line.GetByLabel("原因").FillAsync("身体不适（示例）");
        await line.GetByRole(AriaRole.Button, new() { Name = "更换，按顺序通知下一位" }).ClickAsync();
        await supervisor.Sees("已记录");
        var gone = await At(leaving, "/evaluation");
        await gone.Sees("没有与您有关的评标");
        var newcomer = (await NextCall()).ShouldNotBeNull();
        var late = await At(newcomer, "/trading", "专家服务");
        await Press(late, "参加");
        await late.Sees("已记录");
        await Press(late, "签名确认");
        await late.Sees("已记录");
        late = await Evaluates(newcomer);
        await Press(late, "承诺并开始");
        await Press(late, "我已逐份核对，提交初步评审");
        await late.Sees("暗标 1 号");
        (await late.Page.ContentAsync()).ShouldNotContain("方案完整，针对性强");
        await Scores(late, 6);
        await Scores(await Evaluates(newcomer), 3);
        drawn.Remove(leaving);
        drawn.Remove(first);
        drawn.Insert(0, first);
        drawn.Add(newcomer);
    }

    private async Task AClarificationIsAskedAndAnswered(Visitor leader)
    {
        await leader.Page.GetByText("要求投标人澄清").ClickAsync();
        await leader.Fills("问题", "请说明工期计划的起算日。");
        await Press(leader, "发出");
        await leader.Sees("等答复");
        var bidder = await At(Bidders[0].User, "/bidding", "答复评标委员会");
        await bidder.Sees("请说明工期计划的起算日。");
        await bidder.Page.GetByLabel("答复", new() { Exact = true }).FillAsync("自开工令之日起算。");
        await Press(bidder, "提交答复");
        await bidder.Hears("不得超出投标文件的范围");
        await bidder.Ticks("我确认");
        await bidder.ShouldBeAccessible();
        await Press(bidder, "提交答复");
        await bidder.Sees("您的答复");
        (await bidder.Opens($"/evaluation/{Lot}")).ShouldBe(403, "No bidder looks into the evaluation.");
    }

    /// <summary>Answers the bidders in their order.</summary>
    private async Task<List<(string User, string Firm, long Price)>> TheReportIsSignedWithADissent(List<string> members)
    {
        var leader = await Evaluates(members[0]);
        await leader.Sees("系统计算的得分");
        await leader.ShouldBeAccessible();
        await Picture(leader, "summary");
        foreach (var user in members)
        {
            // Whoever lies far off the others says why.
            var member = await Evaluates(user);
            while (await member.Page.GetByRole(AriaRole.Button, new() { Name = "说明", Exact = true }).CountAsync() > 0)
            {
                await member.Fills("理由", "方案完整，针对性强（示例）");
                await PressOneOf(member, "说明");
            }
        }
        leader = await Evaluates(members[0]);
        await Press(leader, "起草评标报告");
        await leader.Sees("现在请您：签署报告");
        await Press(leader, "同意并签字");
        await leader.Sees("同意，已签字");
        foreach (var user in members[1..3])
        {
            var member = await Evaluates(user);
            await Press(member, "同意并签字");
            await member.Sees("同意，已签字");
        }
        var dissenter = await Evaluates(members[3]);
        await dissenter.Page.GetByText("我有不同意见").ClickAsync();
        await dissenter.Fills("不同意见和理由", "三号业绩认定偏宽");
        await Press(dissenter, "书面说明不同意见");
        await dissenter.Sees("有不同意见，已书面说明");
        // The last neither signs nor writes; the supervisor records it.
        var supervisor = await At(Supervisor, "/awards", "评标进度", Tender);
        await supervisor.Fills("看到的情形", "既不签字也不书面说明");
        await supervisor.ShouldBeAccessible();
        await Press(supervisor, "记录拒签");
        await supervisor.Sees("三号业绩认定偏宽");
        var report = (await hall.Read(db => EvaluationReport.Of(db, ground.Lots[0].Id))).ShouldNotBeNull().Content;
        report.Dissents.Count.ShouldBe(1);
        var everybody = await Anybody("/trading");
        (await everybody.Page.APIRequest.GetAsync($"{site.Address}/evaluation/{Lot}/record.json")).Status.ShouldBe(404);
        return [.. report.Ranking.Select(r => Bidders.Single(b => b.Firm == r.BidderName))];
    }

    // ---- candidates, objection, winner ----

    private async Task TheCandidatesArePublishedAndAnObjectionSuspends(List<(string User, string Firm, long Price)> ranked)
    {
        var entity = await At(Entity, "/tendering", "公示中标候选人", "办理");
        await Press(entity, "公示");
        await entity.Hears("项目负责人证书编号或者资格能力条件");
        foreach (var box in await entity.Page.GetByLabel("项目负责人的证书名称和编号").AllAsync())
            await box.FillAsync("一级注册建造师（示例）001 号");
        foreach (var box in await entity.Page.GetByLabel("响应招标文件要求的资格能力条件").AllAsync())
            await box.FillAsync("资质和业绩符合（示例）");
        await Press(entity, "公示");
        await entity.Sees("公示期和定标");
        var everybody = await Anybody("/trading", "候选人公示");
        await Follow(everybody, $"{Tender}中标候选人公示");
        await everybody.Sees("第一中标候选人");
        await everybody.ShouldBeAccessible();
        await Picture(everybody, "candidates");

        var objector = await At(ranked[2].User, "/bidding", "看评标结果");
        await objector.Fills("异议的事实和理由", "第一候选人的业绩不符（示例）");
        await Press(objector, "提出异议");
        await objector.Sees("已提交");
        await PublicityPasses();
        entity = await At(Entity, "/tendering", "答复对评标结果的异议", "办理");
        await entity.Sees("有异议待答复，本标段暂停");
        await entity.Presses("确定中标人");
        await entity.Hears("招标投标活动暂停");
        await Picture(entity, "suspended");
        var supervisor = await At(Supervisor, "/awards");
        await supervisor.Sees("第一候选人的业绩不符（示例）");
        await entity.Ticks("不成立");
        await entity.Page.GetByLabel("答复", new() { Exact = true }).First.FillAsync("经核实业绩真实（示例）");
        await entity.Page.GetByRole(AriaRole.Button, new() { Name = "答复 1" }).ClickAsync();
        await entity.Sees("已办理");
        objector = await At(ranked[2].User, "/bidding", "看评标结果");
        await objector.Sees("经核实业绩真实（示例）");
    }

    private async Task TheWinnerDeclinesAndTheSecondWins(List<(string User, string Firm, long Price)> ranked)
    {
        await PublicityPasses();
        var entity = await At(Entity, "/tendering", "办理定标和合同", "办理");
        await entity.Presses($"确定中标人：{ranked[0].Firm}");
        await entity.Sees("发出中标通知书");
        await Press(entity, "发出中标通知书");
        await entity.Sees("签订合同");
        await Press(entity, "提交书面报告");
        await entity.Sees("已提交");
        var first = await At(ranked[0].User, "/bidding", "看评标结果");
        await first.Page.GetByText("声明放弃中标").ClickAsync();
        await first.Page.GetByLabel("原因", new() { Exact = true }).FillAsync("资金困难（示例）");
        await Press(first, "声明放弃");
        await first.Sees("已提交");
        await entity.Page.ReloadAsync();
        await entity.Sees("声明放弃：");
        await Press(entity, "取消资格");
        await entity.Hears("没有写明事由的证据");
        await entity.Fills("证据：文件名称和编号", "放弃声明 1 号（示例）");
        await Press(entity, "取消资格");
        await entity.Sees("发出中标通知书");
        first = await At(ranked[0].User, "/bidding", "看评标结果");
        await first.Sees("放弃中标");
        await entity.Fills("履约保证金（元）", "100000");
        await Press(entity, "发出中标通知书");
        await entity.Sees("结果撤销");
        // Another winner is another report.
        await Press(entity, "提交书面报告");
        await entity.Sees("已提交");
        var second = await At(ranked[1].User, "/bidding", "看评标结果");
        var notice = await Fetched(second, "下载中标通知书");
        notice.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
        (await first.Page.APIRequest.GetAsync($"{site.Address}/awards/{Lot}/notice.pdf")).Status.ShouldBe(404);
        var everybody = await Anybody("/trading", "验证中心");
        await everybody
            .Page.GetByLabel("或者选择文件")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "中标通知书.pdf",
                    MimeType = "application/pdf",
                    Buffer = notice,
                }
            );
        await Press(everybody, "验证");
        await everybody.Sees("中标通知书");
        (await everybody.Page.Locator("[data-verdict]").GetAttributeAsync("data-verdict")).ShouldBe("genuine");
    }

    private async Task TheContractIsComparedAndSigned((string User, string Firm, long Price) winner)
    {
        var entity = await At(Entity, "/tendering", "办理定标和合同", "办理");
        await entity.Fills("收到金额（元）", "100000");
        await entity.Fills("形式和编号", "示例银行保函 001 号");
        await Press(entity, "登记履约保证金");
        await entity.Sees("履约保证金已收");
        await entity.Fills("合同编号", "示例合同〔2026〕1号");
        await entity.Fills("合同价（元）", $"{winner.Price / 100 - 1}");
        await Press(entity, "比对并签署");
        await entity.Hears("实质性内容不一致");
        await entity.Sees("实质性偏差，不能签署");
        await Picture(entity, "departs");
        await entity.Fills("合同价（元）", $"{winner.Price / 100}");
        await Press(entity, "比对并签署");
        await entity.Sees("等中标人签署");
        var second = await At(winner.User, "/bidding", "看评标结果");
        await second.Ticks("已核对，同意签署");
        await Press(second, "签署合同");
        await second.Sees("已提交");
    }

    private async Task TheSecuritiesGoBack(List<(string User, string Firm, long Price)> ranked)
    {
        // The one who gave up loses it; the other two get theirs back by the way it came.
        Move(Now.AddHours(2));
        var accountant = await At(Accountant, "/securities");
        for (var left = 2; left > 0; left--)
        {
            await PressOneOf(accountant, "退还");
            await accountant.Page.GetByRole(AriaRole.Status).First.WaitForAsync();
        }
        await accountant.Sees("没有应退的保证金");
        await Follow(accountant, "交银行");
        await Press(accountant, "导出付款文件");
        await accountant.Sees("2 笔");
        var orders = await hall.Read(db => db.PaymentOrders.AsNoTracking().OrderBy(o => o.Id).ToListAsync());
        orders.Count.ShouldBe(2);
        var paid = Now.AddMinutes(1);
        var lines = new List<string>();
        foreach (var order in orders)
        {
            var firm = await hall.Read(db => db.BidSecurities.Where(s => s.Id == order.Security).Select(s => s.BidderName).SingleAsync());
            lines.Add(
                TradingGround.Line(
                    $"P{lines.Count + 1}",
                    paid.AddSeconds(lines.Count),
                    "付",
                    order.Total,
                    "",
                    firm,
                    TradingGround.Accounts[firm],
                    order.Number
                )
            );
        }
        Move(Now.AddMinutes(10));
        accountant = await At(Accountant, "/securities", "导入对账单");
        var file = TradingGround.File(CountyTime.DayOf(paid), 3 * Security, 3 * Security - orders.Sum(o => o.Total), [.. lines]);
        await accountant.Uploads("对账单文件", "对账单.csv", Encoding.UTF8.GetBytes(file));
        await Press(accountant, "导入");
        await accountant.Page.WaitForURLAsync("**show=ledger**");
        (await hall.Read(db => db.BidSecurities.AsNoTracking().OrderBy(s => s.Id).ToListAsync()))
            .ToDictionary(s => s.BidderName, s => s.Stage.GetType())
            .ShouldBe(
                new Dictionary<string, Type>
                {
                    [ranked[0].Firm] = typeof(Forfeited),
                    [ranked[1].Firm] = typeof(Refunded),
                    [ranked[2].Firm] = typeof(Refunded),
                },
                ignoreOrder: true
            );
        var bidder = await At(ranked[1].User, "/bidding");
        await bidder.Sees("已退还");
    }

    private async Task TheContractIsPerformedAndTheTenderArchived()
    {
        var entity = await At(Entity, "/tendering", "进行中", Tender, "结果与合同", "办理");
        await entity.Sees("已开始退还");
        await Press(entity, "发布合同公告并备案");
        await entity.Sees("登记履约事项");
        await entity.Page.GetByText("登记履约事项").ClickAsync();
        await entity.Fills("金额（元），没有的留空", "900000");
        await entity.Fills("内容（公开）", "第一期工程款（示例）");
        await Press(entity, "登记并公告");
        await entity.Sees("第一期工程款（示例）");
        await entity.Page.GetByText("验收，履约完成").ClickAsync();
        await entity.Fills("验收结论（公开）", "竣工验收合格（示例）");
        await Press(entity, "履约完成");
        await entity.Sees("已办理");
        entity = await At(Entity, "/tendering", "归档");
        await Press(entity, "归档");
        await entity.Sees("下载档案包");
        await Picture(entity, "archived");
    }

    // ---- the public ----

    private async Task EverybodyChecksIt()
    {
        await hall.Get<Kernel.Journal.PublicLog>().EnterNew();
        var everybody = await Anybody("/trading", "公告检索与导出");
        await Follow(everybody, Tender);
        await Follow(everybody, Tender); // from the notice to its project
        foreach (var words in (string[])["候选人公示", "中标", "合同", "履约 验收", "归档", "成交", "自己验证"])
            await everybody.Sees(words);
        await everybody.ShouldBeAccessible();
        await Picture(everybody, "project");

        // Each file that everybody can download is computed again, offline and on the page.
        foreach (var link in (string[])["开标数据", "评标计算数据"])
            await Verifies(link, await Fetched(everybody, link), 0);
        var hashes = await Fetched(everybody, "哈希清单");
        await Follow(everybody, "专家抽取记录");
        await everybody.ShouldBeAccessible();
        var transcript = await Fetched(everybody, "下载记录");
        await Verifies("transcript", transcript, 0);
        await Follow(everybody, "复算");
        await everybody.Uploads("记录文件", "抽取记录.json", transcript);
        await Press(everybody, "复算");
        await everybody.Sees("项复算全部相符");

        // The package is for those who took part; its list of hashes is for everybody.
        var entity = await At(Entity, "/tendering", "已结束", Tender, "结果与合同");
        var zip = await Fetched(entity, "下载档案包");
        using var package = new MemoryStream(zip);
        (await ArchivePackage.Check(package)).ShouldNotBeNull().Lines.ShouldAllBe(l => l.Holds);
        package.Position = 0;
        using var read = new ZipArchive(package, ZipArchiveMode.Read);
        using var text = new StreamReader(read.GetEntry(ArchivePackage.HashesText)!.Open());
        Encoding.UTF8.GetString(hashes).ShouldBe(await text.ReadToEndAsync());
        var bidder = await At(Bidders[0].User, "/bidding");
        (await bidder.Page.APIRequest.GetAsync($"{site.Address}/tendering/{ground.Number}/archive.zip")).Status.ShouldBe(404);
        var keys = Path.Combine(folder, "keys");
        await File.WriteAllTextAsync(keys, await (await bidder.Page.APIRequest.GetAsync($"{site.Address}/verify/keys")).TextAsync());
        var archived = Path.Combine(folder, "archive.zip");
        await File.WriteAllBytesAsync(archived, zip);
        (await CommandLine.Run(["verify", archived, "--keys", keys])).ShouldBe(0);

        await Walk(everybody, "/trading", "交易统计与开放数据");
        await everybody.ShouldBeAccessible();
        var record = await (await everybody.Page.APIRequest.GetAsync($"{site.Address}/open/records.json")).TextAsync();
        record.ShouldContain(ground.Number);
        await everybody.Opens("/trading");
        await everybody.Sees("成交宗数");
        await Picture(everybody, "home");
    }

    private async Task Verifies(string name, byte[] file, int code)
    {
        var path = Path.Combine(folder, $"{name}.json");
        await File.WriteAllBytesAsync(path, file);
        (await CommandLine.Run(["verify", path])).ShouldBe(code, name);
    }

    // ---- people, links and time ----

    private void Move(DateTime utc)
    {
        if (utc > Now)
            clock.Now = new DateTimeOffset(utc, TimeSpan.Zero);
    }

    private async Task PublicityPasses()
    {
        var award = await hall.Read(db => db.LotAwards.AsNoTracking().SingleAsync(a => a.LotId == ground.Lots[0].Id));
        var published = award.Stage.ShouldBeOfType<CandidatesPublished>();
        Move(AwardRules.EndOf(published, hall.Get<CountyCalendar>().Now, Now).AddMilliseconds(1));
    }

    /// <summary>Somebody's own browser, signed in anew where the session may have ended, at a desk and on by its links.</summary>
    private async Task<Visitor> At(string user, string desk, params string[] links)
    {
        if (!people.TryGetValue(user, out var known))
            known = (await Visitor.At(site, phone: !IsDesk(user)), DateTime.MinValue);
        if (Now - known.SignedIn > TimeSpan.FromMinutes(20))
        {
            await known.Visitor.SignsIn(user);
            known.SignedIn = Now;
        }
        people[user] = known;
        await Walk(known.Visitor, desk, links);
        return known.Visitor;
    }

    private static bool IsDesk(string user) => user is Entity or Agency or Supervisor or Accountant || user == Bidders[1].User;

    private async Task<Visitor> Anybody(string desk, params string[] links)
    {
        if (!people.TryGetValue("", out var known))
            people[""] = known = (await Visitor.At(site), DateTime.MaxValue);
        await Walk(known.Visitor, desk, links);
        return known.Visitor;
    }

    private static async Task Walk(Visitor visitor, string desk, params string[] links)
    {
        (await visitor.Opens(desk)).ShouldBe(200, desk);
        foreach (var link in links)
            await Follow(visitor, link);
    }

    /// <summary>Goes where a link of the page leads; what the page itself offers comes before the way to other parts of the house.</summary>
    private static async Task Follow(Visitor visitor, string link)
    {
        var own = visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link });
        var found = (await own.CountAsync() > 0 ? own : visitor.Page.GetByRole(AriaRole.Link, new() { Name = link })).First;
        await found.ScrollIntoViewIfNeededAsync();
        var target = new Uri(new Uri(visitor.Page.Url), await found.GetAttributeAsync("href"));
        (await visitor.Opens(target.PathAndQuery)).ShouldBe(200, link);
    }

    /// <summary>A member at the desk of the evaluation.</summary>
    private Task<Visitor> Evaluates(string user) => At(user, "/expert", "去评标", Tender);

    private static Task Press(Visitor visitor, string button) =>
        visitor
            .Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            .And(visitor.Page.Locator(":enabled"))
            .First.ClickAsync();

    /// <summary>Presses one of several buttons of a name and waits for the page on which there is one fewer.</summary>
    private static async Task PressOneOf(Visitor visitor, string button)
    {
        var all = visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        var last = all.Nth(await all.CountAsync() - 1);
        await Press(visitor, button);
        await last.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        // While a page is being exchanged there is none at all; its foot comes last.
        await visitor.Page.Locator("footer").First.WaitForAsync();
    }

    /// <summary>Three points for each item that is open, then it is closed.</summary>
    private static async Task Scores(Visitor member, int open)
    {
        for (var left = open; left > 0; left--)
        {
            await member.Sees($"还有 {left} 项未评");
            await member.Fills("分值", "3");
            await Press(member, "保存，下一项");
        }
        await member.Sees("还有 0 项未评");
        await Press(member, "全部评完，提交");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Button, new() { Name = "全部评完，提交" })).ToHaveCountAsync(0);
    }

    private static async Task Downloads(Visitor member, string name) => (await Fetched(member, name)).Length.ShouldBe(2_000);

    /// <summary>The file behind a link.</summary>
    private static async Task<byte[]> Fetched(Visitor visitor, string link)
    {
        var href = await visitor.Page.GetByRole(AriaRole.Link, new() { Name = link }).First.GetAttributeAsync("href");
        var answer = await visitor.Page.APIRequest.GetAsync(new Uri(new Uri(visitor.Page.Url), href!).ToString());
        answer.Status.ShouldBe(200, link);
        return await answer.BodyAsync();
    }

    /// <summary>The account of whoever is called next; none where nobody is.</summary>
    private Task<string?> NextCall() =>
        hall.Read<string?>(async db =>
            (await db.ExpertCalls.AsNoTracking().OrderBy(c => c.Id).ToListAsync()).Find(c => c.Stage is Called) is { } call
                ? accounts[call.PersonKey]
                : null
        );

    private Task<List<CommitteeSeat>> Seats() =>
        hall.Read(db => db.CommitteeSeats.AsNoTracking().Where(s => s.LeftAt == null).OrderBy(s => s.Place).ToListAsync());

    private long PersonOf(string user) =>
        hall.Read(db => db.Set<HallUser>().Where(u => u.UserName == user).Select(u => u.PersonId!.Value).SingleAsync()).Result;

    private static async Task Picture(Visitor visitor, string name)
    {
        if (Pictures is not null)
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"story-{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (visitor, _) in people.Values)
            await visitor.DisposeAsync();
        if (hall is not null)
            await hall.DisposeAsync();
        if (site is not null)
            await site.DisposeAsync();
    }
}
