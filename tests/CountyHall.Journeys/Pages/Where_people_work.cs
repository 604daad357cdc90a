namespace CountyHall.Journeys.Pages;

/// <summary>The pages behind the front page, for people who see, hear or move otherwise.</summary>
public class Where_people_work(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData("", "/items")]
    [InlineData("", "/items?q=kaifandian")]
    [InlineData("", "/items?q=qwxzv")]
    [InlineData("", "/departments")]
    [InlineData("", "/townships")]
    [InlineData("sheng.yuanxiu", "/catalogue/check")]
    [InlineData("yu.tingyu", "/catalogue")]
    [InlineData("yu.tingyu", "/catalogue/compare")]
    [InlineData("yu.tingyu", "/catalogue/restaurant-food-licence")]
    [InlineData("yu.tingyu", "/catalogue/restaurant-food-licence/preview?as=counter")]
    [InlineData("", "/items/restaurant-food-licence")]
    [InlineData("", "/sign-in")]
    [InlineData("gu.qinglan", "/apply/restaurant-food-licence")]
    [InlineData("bai.yingxi", "/desk")]
    [InlineData("gu.qinglan", "/my")]
    [InlineData("shen.yining", "/review")]
    [InlineData("jiang.yanqiu", "/desk/issue")]
    public async Task Is_open_to_everybody_in_both_languages(string user, string path)
    {
        foreach (var english in (bool[])[false, true])
        {
            await using var visitor = await Visitor.At(site, english);
            if (user.Length > 0)
                await visitor.SignsIn(user);
            (await visitor.Opens(path)).ShouldBe(200);
            await visitor.ShouldBeAccessible();
        }
    }
}
