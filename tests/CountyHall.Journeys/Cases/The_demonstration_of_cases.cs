using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Journeys.Pages;
using CountyHall.Kernel.Data;
using CountyHall.Web.Demonstration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.Cases;

/// <summary>What a visitor of the demonstration finds at the desks.</summary>
public sealed class The_demonstration_of_cases(OpenSite site) : IClassFixture<OpenSite>
{
    [Fact]
    public async Task Cases_stand_in_many_stages_and_are_loaded_once()
    {
        var cases = site.Services.GetRequiredService<DemonstrationCases>();
        await cases.LoadIfMissing();
        var first = await Numbers();
        foreach (var stage in (string[])["received", "awaiting-correction", "under-review", "review-paused", "ready-to-collect"])
            (await Stages()).ShouldContain(stage);
        await cases.LoadIfMissing();
        (await Numbers()).ShouldBe(first);
    }

    [Fact]
    public async Task Whoever_decides_finds_what_is_late_first()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await site.Services.GetRequiredService<DemonstrationCases>().LoadIfMissing();
        await using var approver = await Visitor.At(site, script: false);
        await approver.SignsIn("shen.yining");
        await approver.Opens("/review");
        var first = approver.Page.GetByRole(Microsoft.Playwright.AriaRole.Row).Nth(1);
        (await first.InnerTextAsync()).ShouldContain("超期");
        await first.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();
        await approver.Sees("示例零件职工食堂");
        await approver.Sees("承诺 5 个工作日，已用");
        (await approver.Page.ContentAsync()).ShouldNotContain("剩 -");
    }

    private async Task<List<CaseNumber>> Numbers() => await Read(db => db.Cases.OrderBy(c => c.Id).Select(c => c.Number).ToListAsync());

    private async Task<List<string>> Stages() => await Read(db => db.Cases.Select(c => c.StageName).Distinct().ToListAsync());

    private async Task<T> Read<T>(Func<HallDb, Task<T>> read)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContextAsync();
        return await read(db);
    }
}
