using CountyHall.Journeys.Pages;
using CountyHall.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Hall_ = CountyHall.Journeys.Hall;

namespace CountyHall.Journeys.Trading;

/// <summary>What an award shows to each of its parties, beside the one that goes from its opening to its archive.</summary>
public sealed class An_award_at_the_screen
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("COUNTYHALL_PICTURES");

    [Fact]
    public async Task Each_bidder_reads_its_own_result_and_nobody_else_s_reason()
    {
        await using var floor = await Floor.Open();
        var (ground, lot) = (floor.Ground, floor.Ground.Lot);
        var (first, second, rejected) = (
            await floor.Visitor(AwardGround.Bidders[0]),
            await floor.Visitor(AwardGround.Bidders[1]),
            await floor.Visitor(AwardGround.Bidders[3])
        );
        await first.Opens($"/bidding/results/{lot}");
        await first.Sees("评标结果公示前不公开");
        var notice = (await ground.Publishes()).Notice;
        await second.Opens($"/bidding/results/{lot}");
        await second.Sees("中标候选人");
        (await second.Page.ContentAsync()).ShouldNotContain("示例否决理由");
        await rejected.Opens($"/bidding/results/{lot}");
        await rejected.Sees("示例否决理由3");
        var people = await floor.Visitor(null);
        await people.Opens($"/trading/notices/{notice}");
        await people.Sees("第一中标候选人");
        (await people.Page.ContentAsync()).ShouldNotContain("示例否决理由");
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
        private readonly List<Visitor> visitors = [];

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

        public async Task<Visitor> Visitor(string? user)
        {
            var visitor = await Pages.Visitor.At(Site);
            visitors.Add(visitor);
            if (user is not null)
                await visitor.SignsIn(user);
            return visitor;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var visitor in visitors)
                await visitor.DisposeAsync();
            await Hall.DisposeAsync();
            await Site.DisposeAsync();
        }
    }
}
