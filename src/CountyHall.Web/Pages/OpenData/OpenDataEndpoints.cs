using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.OpenData;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.OpenData;

/// <summary>开放数据 for machines: releases, records, the change feed and the tables of the statistics. Public, the same for whoever asks, from any other site's script as well.</summary>
public static class OpenDataEndpoints
{
    /// <summary>Releases of one answer of the feed.</summary>
    private const int Most = 1000;
    private const int Usual = 100;

    private static readonly JsonWriterOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static void MapOpenData(this IEndpointRouteBuilder site)
    {
        site.MapGet("/open/releases", Feed).ExcludeFromDescription();
        site.MapGet("/open/releases.json", Releases).ExcludeFromDescription();
        site.MapGet("/open/records.json", Records).ExcludeFromDescription();
        site.MapGet("/open/releases/{number}", Release).ExcludeFromDescription();
        site.MapGet("/open/records/{ocid}", Record).ExcludeFromDescription();
        site.MapGet("/open/statistics/{table}.csv", Table).CacheOutput(PublicPages.Moment).ExcludeFromDescription();
        site.MapGet("/open/extension/extension.json", () => Json(OwnExtension.Metadata)).ExcludeFromDescription();
        site.MapGet("/open/extension/release-schema.json", () => Json(OwnExtension.Schema)).ExcludeFromDescription();
    }

    /// <summary>What came behind a serial, the oldest first; <c>links.next</c> is where to go on, now or later.</summary>
    private static Task Feed(
        HttpContext http,
        HallDb db,
        SiteSettings site,
        OpenDataSettings open,
        long? after,
        int? limit,
        CancellationToken ct
    ) =>
        Stream(
            http,
            (json, flush) =>
                ReleasePackages.Releases(
                    db,
                    site.Division,
                    Head(http, site, open),
                    json,
                    flush,
                    Math.Max(0, after ?? 0),
                    Math.Clamp(limit ?? Usual, 1, Most),
                    last => $"{open.Root}/open/releases?after={last}{(limit is { } asked ? $"&limit={asked}" : "")}",
                    ct
                ),
            ct
        );

    private static Task Releases(HttpContext http, HallDb db, SiteSettings site, OpenDataSettings open, CancellationToken ct) =>
        Stream(http, (json, flush) => ReleasePackages.Releases(db, site.Division, Head(http, site, open), json, flush, ct: ct), ct);

    private static Task Records(HttpContext http, HallDb db, SiteSettings site, OpenDataSettings open, CancellationToken ct) =>
        Stream(http, (json, flush) => ReleasePackages.Records(db, site.Division, Head(http, site, open), json, flush, ct: ct), ct);

    private static async Task Release(
        string number,
        HttpContext http,
        HallDb db,
        SiteSettings site,
        OpenDataSettings open,
        CancellationToken ct
    )
    {
        if (!await db.OcdsReleases.AnyAsync(r => r.Number == number && r.Division == site.Division, ct))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await Stream(http, (json, _) => ReleasePackages.One(db, site.Division, Head(http, site, open), number, json, ct), ct);
    }

    private static async Task Record(
        string ocid,
        HttpContext http,
        HallDb db,
        SiteSettings site,
        OpenDataSettings open,
        CancellationToken ct
    )
    {
        if (!await db.OcdsReleases.AnyAsync(r => r.Ocid == ocid && r.Division == site.Division, ct))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await Stream(http, (json, flush) => ReleasePackages.Records(db, site.Division, Head(http, site, open), json, flush, ocid, ct), ct);
    }

    private static async Task<IResult> Table(
        string table,
        HallDb db,
        SiteSettings site,
        CountyCalendar calendar,
        TimeProvider time,
        int? year,
        CancellationToken ct
    )
    {
        var now = time.Now();
        var asked = OpenYears.Of(year, now);
        var statistics = await TradeStatistics.Of(db, site.Division, asked, now, calendar.Now, Towns(site), ct);
        if (statistics.Tables.FirstOrDefault(t => t.Key == table) is not { } found)
            return Results.NotFound();
        var text = new StringBuilder("\uFEFF");
        text.AppendJoin(',', found.Columns.Select(c => Cell(c.Zh)).Prepend(Cell(found.Title.Zh))).Append("\r\n");
        foreach (var row in found.Rows)
            text.AppendJoin(',', row.Cells.Select(Cell).Prepend(Cell(row.Name.Zh))).Append("\r\n");
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{table}-{asked}.csv");
    }

    internal static IReadOnlyList<(string Code, Words Name)> Towns(SiteSettings site) =>
        [.. DivisionCode.TownsOf(site.Division).Select(t => (t.Value, t.Name!.Value))];

    private static PackageHead Head(HttpContext http, SiteSettings site, OpenDataSettings open) =>
        new($"{open.Root}{http.Request.Path}{http.Request.QueryString}", site.Host ?? site.Name, open);

    // A few rows at a time go out; the reader's pace is ours.
    private static async Task Stream(HttpContext http, Func<Utf8JsonWriter, Func<Task>, Task> write, CancellationToken ct)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Written);
        await write(
            json,
            async () =>
            {
                await json.FlushAsync(ct);
                await http.Response.BodyWriter.FlushAsync(ct);
            }
        );
        await json.FlushAsync(ct);
        await http.Response.BodyWriter.FlushAsync(ct);
    }

    private static IResult Json(string text) => Results.Text(text, "application/json; charset=utf-8");

    // A cell that a spreadsheet would take for a formula begins with a quote mark of its own.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+@".Contains(text[0]) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"")}\"";
    }
}

/// <summary>Years that the statistics know.</summary>
internal static class OpenYears
{
    /// <summary>The year asked for; this one where it is none that can have notices.</summary>
    public static int Of(int? asked, DateTime now) =>
        asked is { } year && year >= 2000 && year <= CountyTime.DayOf(now).Year ? year : CountyTime.DayOf(now).Year;
}
