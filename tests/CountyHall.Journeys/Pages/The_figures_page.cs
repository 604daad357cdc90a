using CountyHall.Journeys.Figures;
using CountyHall.Kernel.Results;
using CountyHall.Web.Demonstration.Years;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.Pages;

/// <summary>The site with the small year in it.</summary>
public sealed class SiteWithAYear : IAsyncLifetime
{
    public OpenSite Site { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        var load = ActivatorUtilities.CreateInstance<LoadYearHandler>(Site.Services);
        (await load.Handle(new LoadYear(Years.Year, 6, Years.Small))).ShouldBeOfType<Result<YearLoaded>.Done>();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>Anyone sees the figures of a year and opens them; whoever holds a post sees the cases behind them.</summary>
public class The_figures_page(SiteWithAYear year) : IClassFixture<SiteWithAYear>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Anyone_opens_a_figure_into_its_definition_and_records(bool english)
    {
        await using var visitor = await Visitor.At(year.Site, english, phone: english);
        (await visitor.Opens("/figures?year=2020")).ShouldBe(200);
        await visitor.Sees(english ? "Units newly in the centre" : "新进驻单位");
        await visitor.ShouldBeAccessible();
        await visitor.ShouldNotScrollSideways();
        await visitor.Follows(english ? "Share of items published" : "网上公开率");
        await visitor.Sees(english ? "How it is reckoned" : "口径");
        await visitor.Sees(english ? "100%" : "全部（100%）");
        await visitor.ShouldBeAccessible();
        await visitor.ShouldNotScrollSideways();
        await visitor.Follows(english ? "Next page" : "下一页");
        await visitor.Follows("sample-2020-");
        (await visitor.Heading()).ShouldContain(english ? "sample" : "示例");
    }

    [Fact]
    public async Task The_cases_behind_a_figure_are_for_staff()
    {
        await using var visitor = await Visitor.At(year.Site);
        await visitor.Opens("/figures/approvals.cases.total?year=2020");
        await visitor.Sees("只对本县工作人员开放");
        await visitor.SignsIn("bai.yingxi");
        await visitor.Opens("/figures/approvals.cases.total?year=2020");
        await visitor.Follows("330421-20");
        (await visitor.Heading()).ShouldBe("办结登记");
        await visitor.Sees("办理工作日");
        await visitor.ShouldBeAccessible();
    }

    [Theory]
    [InlineData("/figures?year=1999", 200, "这一年不能统计")]
    [InlineData("/figures?year=abc", 200, "这一年不能统计")]
    [InlineData("/figures?year=2020&cut-off=2021-01-01", 200, "截止日不在这一年里")]
    [InlineData("/figures/no.such.figure", 404, "统计")]
    public async Task What_cannot_be_reported_is_said(string address, int status, string words)
    {
        await using var visitor = await Visitor.At(year.Site);
        (await visitor.Opens(address)).ShouldBe(status);
        await visitor.Sees(words);
    }
}
