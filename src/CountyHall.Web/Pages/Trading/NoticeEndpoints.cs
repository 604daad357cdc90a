using System.Globalization;
using System.Text;
using System.Xml;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Pages.Trading;

/// <param name="Next">Where the next file begins; none after the last notice.</param>
public sealed record NoticeFile(IReadOnlyList<NoticeObject> Notices, string? Next);

/// <summary>One notice in JSON; instants in UTC.</summary>
/// <param name="Division">区划代码 of the town, or of the county.</param>
public sealed record NoticeObject(
    string Number,
    Words Title,
    NoticeKind Type,
    TenderKind Kind,
    string Project,
    string Division,
    string Entity,
    string PublishedAt,
    string? BidDeadline,
    TradeState? State,
    string Address
);

/// <summary>The same question for machines: a table, a list of objects, a feed. Public, and the same for whoever asks.</summary>
public static class NoticeEndpoints
{
    /// <summary>Rows of one file; the next begins behind its last (header <c>Link</c>).</summary>
    private const int Most = 1000;
    private const int InFeed = 50;

    public static void MapNotices(this IEndpointRouteBuilder site)
    {
        site.MapGet("/trading/notices.csv", Csv).CacheOutput(PublicPages.Moment).ExcludeFromDescription();
        site.MapGet("/trading/notices.json", Json).CacheOutput(PublicPages.Moment).ExcludeFromDescription();
        site.MapGet("/trading/notices.atom", Atom).CacheOutput(PublicPages.Moment).ExcludeFromDescription();
    }

    private static async Task<IResult> Csv(HttpContext http, HallDb db, SiteSettings site, TimeProvider time, CancellationToken ct)
    {
        var question = NoticeQuestion.Of(http.Request.Query);
        var rows = await question.Answer(db, site.Division, time.Now(), Most, ct);
        Continue(http, question, rows, "/trading/notices.csv");
        var text = new StringBuilder("\uFEFF公告编号,标题,公告类型,类别,项目编号,区划,招标人,发布时间,投标截止时间,状态\r\n");
        foreach (var row in rows)
            text.AppendJoin(
                    ',',
                    row.Number,
                    Cell(row.Title.Zh),
                    TradingWords.NameOf(row.Type).Zh,
                    TradingWords.NameOf(row.Kind).Zh,
                    row.Project,
                    row.Town ?? site.Division,
                    Cell(row.Entity),
                    Write.InstantToTheSecond(row.PublishedAt),
                    row.Deadline is { } deadline ? Write.InstantToTheSecond(deadline) : "",
                    row.State is { } state ? TradingWords.NameOf(state).Zh : ""
                )
                .Append("\r\n");
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "notices.csv");
    }

    private static async Task<IResult> Json(HttpContext http, HallDb db, SiteSettings site, TimeProvider time, CancellationToken ct)
    {
        var question = NoticeQuestion.Of(http.Request.Query);
        var rows = await question.Answer(db, site.Division, time.Now(), Most, ct);
        var next = Continue(http, question, rows, "/trading/notices.json");
        return Results.Json(
            new NoticeFile(
                [
                    .. rows.Select(row => new NoticeObject(
                        row.Number,
                        row.Title,
                        row.Type,
                        row.Kind,
                        row.Project,
                        row.Town ?? site.Division,
                        row.Entity,
                        Write.Machine(row.PublishedAt),
                        row.Deadline is { } deadline ? Write.Machine(deadline) : null,
                        row.State,
                        $"/trading/notices/{row.Number}"
                    )),
                ],
                next
            ),
            CountyHall.Kernel.Journal.Recording.Json
        );
    }

    private static async Task<IResult> Atom(
        HttpContext http,
        HallDb db,
        SiteSettings site,
        PublicAddress address,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var question = NoticeQuestion.Of(http.Request.Query) with { After = null };
        var rows = await question.Answer(db, site.Division, time.Now(), InFeed, ct);
        var home = address.Root.TrimEnd('/');
        using var bytes = new MemoryStream();
        await using (var feed = XmlWriter.Create(bytes, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) }))
        {
            await feed.WriteStartElementAsync(null, "feed", "http://www.w3.org/2005/Atom");
            await feed.WriteAttributeStringAsync("xml", "lang", null, "zh-CN");
            Element("title", $"{site.Name} · 交易公告");
            Element("id", $"{home}{question.At("/trading/notices.atom")}");
            Element("updated", Write.Machine(rows.Count > 0 ? rows[0].PublishedAt : DateTime.UnixEpoch));
            Link("self", question.At("/trading/notices.atom"));
            Link("alternate", question.At("/trading/notices"));
            foreach (var row in rows)
            {
                feed.WriteStartElement("entry");
                Element("title", row.Title.Zh);
                Element("id", $"{home}/trading/notices/{row.Number}");
                Element("updated", Write.Machine(row.PublishedAt)); // a notice is never altered
                Link("alternate", $"/trading/notices/{row.Number}");
                feed.WriteStartElement("author");
                Element("name", row.Entity);
                feed.WriteEndElement();
                Element(
                    "summary",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{TradingWords.NameOf(row.Type).Zh} · {TradingWords.NameOf(row.Kind).Zh}{(row.Deadline is { } deadline ? $" · 投标截止 {Write.Instant(deadline)}" : "")}"
                    )
                );
                feed.WriteEndElement();
            }
            await feed.WriteEndElementAsync();

            void Element(string name, string text) => feed.WriteElementString(name, text);

            void Link(string rel, string path)
            {
                feed.WriteStartElement("link");
                feed.WriteAttributeString("rel", rel);
                feed.WriteAttributeString("href", $"{home}{path}");
                feed.WriteEndElement();
            }
        }
        return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    /// <summary>Says where the next file begins, if there may be one.</summary>
    private static string? Continue(HttpContext http, NoticeQuestion question, IReadOnlyList<NoticeRow> rows, string path)
    {
        if (rows.Count < Most)
            return null;
        var next = (question with { After = new NoticeKey(rows[^1].PublishedAt, rows[^1].Id) }).At(path);
        http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return next;
    }

    // A cell that a spreadsheet would take for a formula begins with a quote mark of its own.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@".Contains(text[0]) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"")}\"";
    }
}
