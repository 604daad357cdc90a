using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CountyHall.Trading;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.Pages;

/// <summary>What everybody reads of the trading floor, without an account, and what nobody can read out of it.</summary>
public sealed partial class The_public_floor(OpenSite site) : IClassFixture<OpenSite>
{
    private const string Lot = "E3304210001900001001001";

    private static readonly string[] Public =
    [
        "/",
        "/trading",
        "/trading/notices",
        "/trading/notices.csv",
        "/trading/notices.json",
        "/trading/notices.atom",
        "/trading/notices/E3304210001900001001-01",
        "/trading/projects/E3304210001900001",
        "/trading/securities",
    ];

    [Fact]
    public async Task Registering_and_paying_changes_no_byte_of_any_public_page_and_a_stranger_finds_no_door()
    {
        await using var hall = await Hall.Of(Engine.Embedded, site.Services.GetRequiredService<Storage>());
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };
        var before = await All(http);
        var lot = await hall.Read(db => db.Lots.AsNoTracking().SingleAsync(l => l.Number == Lot));
        var sub = await hall.TakesPart(lot, "liang.jianbo", TradingGround.Hengzhu);
        await hall.TakesPart(lot, "fang.shiyuan", TradingGround.Yuanhang);
        var paid = hall.Now.AddMinutes(-30);
        (
            await hall.Imports(
                TradingGround.File(
                    Kernel.Calendar.CountyTime.DayOf(paid),
                    0,
                    lot.Security,
                    TradingGround.Pays("S1", paid, lot.Security, sub, TradingGround.Hengzhu)
                )
            )
        ).ShouldBeDone();
        var after = await All(http);
        foreach (var page in Public)
            after[page].ShouldBe(before[page], page);

        // The agency, the entity, a supervisor, the accountant and another bidder find neither the list nor the paper of a registration.
        var registration = await hall.Read(db => db.Registrations.OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());
        foreach (var closed in (string[])["/registrations", $"/registrations/{registration}", "/securities", $"/securities/letters/{sub}"])
            (await http.GetAsync(closed)).StatusCode.ShouldBe(HttpStatusCode.Redirect, closed); // to the sign-in
    }

    [Fact]
    public async Task One_question_gives_the_same_notices_as_page_table_objects_and_feed()
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        const string Asked = "?kind=works&type=tenderannouncement&q=%E7%A4%BA%E4%BE%8B";
        var page = await http.GetStringAsync($"/trading/notices{Asked}");
        var numbers = NoticeNumber().Matches(page).Select(m => m.Groups[1].Value).Distinct().Order().ToList();
        numbers.Count.ShouldBe(6);

        var csv = (await http.GetStringAsync($"/trading/notices.csv{Asked}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        csv.Skip(1).Select(row => row.Split(',')[0]).Order().ShouldBe(numbers);
        using var json = JsonDocument.Parse(await http.GetStringAsync($"/trading/notices.json{Asked}"));
        json.RootElement.GetProperty("notices")
            .EnumerateArray()
            .Select(n => n.GetProperty("number").GetString()!)
            .Order()
            .ShouldBe(numbers);
        var feed = XDocument.Parse(await http.GetStringAsync($"/trading/notices.atom{Asked}"));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        feed.Root!.Elements(atom + "entry").Select(e => e.Element(atom + "id")!.Value.Split('/')[^1]).Order().ShouldBe(numbers);
        WebUtility.HtmlDecode(page).ShouldContain("application/atom+xml");

        // Each filter alone leaves out what it should.
        (await Count("?state=failed")).ShouldBe(2);
        (await Count("?state=terminated")).ShouldBe(2);
        (await Count("?state=opened")).ShouldBe(2);
        (await Count("?state=publicity")).ShouldBe(3);
        (await Count("?state=awarded")).ShouldBe(13);
        (await Count("?town=330421002")).ShouldBe(1);
        (await Count("?town=county")).ShouldBe(3);
        (await Count("?least=10000000")).ShouldBe(10);
        (await Count("?within=3&type=tenderannouncement")).ShouldBeLessThanOrEqualTo(1);
        (await Count("?from=2999-01-01&after=x")).ShouldBe(25); // no such year: as if it had not been asked
        (await Count("?to=2019-01-01")).ShouldBe(0);

        async Task<int> Count(string asked)
        {
            using var found = JsonDocument.Parse(await http.GetStringAsync($"/trading/notices.json{asked}"));
            return found.RootElement.GetProperty("notices").GetArrayLength();
        }
    }

    private static async Task<Dictionary<string, string>> All(HttpClient http)
    {
        var pages = new Dictionary<string, string>();
        foreach (var page in Public)
            pages[page] = Moving().Replace(await http.GetStringAsync(page), "");
        return pages;
    }

    /// <summary>What every page has of its own: the time of day, days and hours left, and keys of forms.</summary>
    [GeneratedRegex(@"\d\d:\d\d:\d\d|\d\d:\d\d|value=""[^""]*""|data-server-time=""[^""]*""|\d+ ?小时|\d+ ?分")]
    private static partial Regex Moving();

    [GeneratedRegex(@"/trading/notices/(E\d+-\d+)""")]
    private static partial Regex NoticeNumber();
}
