using System.Net;
using System.Text.Json.Nodes;
using CountyHall.Trading.OpenData;

namespace CountyHall.Journeys.Pages;

/// <summary>What a program fetches of the open data, without an account.</summary>
public sealed class Open_data_addresses(OpenSite site) : IClassFixture<OpenSite>
{
    [Fact]
    public async Task The_feed_is_followed_to_its_end_and_gives_every_release_once()
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        var all = await Get(http, "/open/releases.json");
        var ids = all["releases"]!.AsArray().Select(r => r!["id"]!.GetValue<string>()).ToList();
        ids.Count.ShouldBeGreaterThan(5);
        ids.Distinct().Count().ShouldBe(ids.Count);

        var followed = new List<string>();
        for (var next = "/open/releases?after=0&limit=3"; ; )
        {
            var page = await Get(http, next);
            var releases = page["releases"]!.AsArray();
            releases.Count.ShouldBeLessThanOrEqualTo(3);
            followed.AddRange(releases.Select(r => r!["id"]!.GetValue<string>()));
            next = new Uri(page["links"]!["next"]!.GetValue<string>()).PathAndQuery;
            if (releases.Count == 0)
                break;
        }
        followed.ShouldBe(ids);
    }

    [Fact]
    public async Task One_release_and_one_record_have_their_own_addresses()
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        var release = (await Get(http, "/open/releases/E3304210001900001001-01"))["releases"]![0]!;
        release["id"]!.GetValue<string>().ShouldBe("E3304210001900001001-01");
        var ocid = release["ocid"]!.GetValue<string>();
        ocid.ShouldBe($"{OpenDataSettings.DemonstrationPrefix}-E3304210001900001001");
        var record = (await Get(http, $"/open/records/{ocid}"))["records"]!.AsArray().ShouldHaveSingleItem()!;
        record["compiledRelease"]!["tag"]![0]!.GetValue<string>().ShouldBe("compiled");
        record["versionedRelease"]!["tender"]!["title"]!.AsArray().ShouldNotBeEmpty();
        (await Get(http, "/open/records.json"))["records"]!.AsArray().ShouldContain(r => r!["ocid"]!.GetValue<string>() == ocid);

        (await http.GetAsync("/open/releases/E-0")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync("/open/records/ocds-none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Get(http, "/open/extension/release-schema.json"))["definitions"].ShouldNotBeNull();
        (await Get(http, "/open/extension/extension.json"))["schemas"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_table_of_the_statistics_has_its_file()
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        foreach (var table in (string[])["totals", "kinds", "months", "townships", "bidders", "savings", "refunds"])
            (await http.GetStringAsync($"/open/statistics/{table}.csv")).ShouldContain(',', table);
        (await http.GetAsync("/open/statistics/none.csv")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<JsonObject> Get(HttpClient http, string address) =>
        JsonNode.Parse(await http.GetStringAsync(address))!.AsObject();
}
