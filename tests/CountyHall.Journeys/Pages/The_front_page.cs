namespace CountyHall.Journeys.Pages;

/// <summary>The first page anybody sees, in both languages, at a desk and in a hand, with script and without.</summary>
public class The_front_page(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData(false, "zh-CN", "嘉善县数字大厅")]
    [InlineData(true, "en", "Jiashan County Digital Hall")]
    public async Task Speaks_the_language_that_was_chosen(bool english, string tag, string name)
    {
        await using var visitor = await Visitor.At(site, english);
        (await visitor.Opens("/")).ShouldBe(200);
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(tag);
        await visitor.Sees(name);
        (await visitor.Heading()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_language_switch_works_without_script()
    {
        await using var visitor = await Visitor.At(site, script: false);
        await visitor.Opens("/");
        await visitor.Follows("English");
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so()
    {
        await using var visitor = await Visitor.At(site);
        (await visitor.Opens("/no-such-page")).ShouldBe(404);
        (await visitor.Heading()).ShouldNotBeEmpty();
        await visitor.ShouldBeAccessible();
    }
}
