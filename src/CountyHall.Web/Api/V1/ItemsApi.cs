using System.ComponentModel;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace CountyHall.Web.Api.V1;

/// <summary>The catalogue for other systems: the same search, guides and situations as on the pages, without signing.</summary>
internal static class ItemsApi
{
    private const int MostRows = 100;

    public static void MapItems(this RouteGroupBuilder v1)
    {
        v1.MapGet("/items", Find)
            .WithName("findItems")
            .Says<ItemsFoundAnswer>(ApiTexts.FindItems, "items")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);
        v1.MapGet("/items/{item}", Guide)
            .WithName("readGuide")
            .Says<GuideAnswer>(ApiTexts.ReadGuide, "items")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        v1.MapPost("/items/{item}/situation", Settle)
            .WithName("readSituation")
            .Says<SituationAnswer>(ApiTexts.ReadSituation, "items")
            .WithMetadata(new RequestSizeLimitAttribute(64 * 1024))
            .RequireRateLimiting(RateLimits.PublicPost)
            .Refuses(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status429TooManyRequests
            );
    }

    /// <summary>The filters of the page <c>/items</c>, by the same names.</summary>
    public sealed record Filters(
        [property:
            FromQuery(Name = "q"),
            Description(
                "想办的事，大白话、拼音、英文都可以，最多 100 字。 Words of need; Chinese, pinyin or English, 100 characters at most."
            )
        ]
            string? Q,
        [property: FromQuery(Name = "for"), Description("person 个人，firm 企业或组织。 person or firm.")] string? For,
        [property: FromQuery(Name = "visits"), Description("跑几次：0、1（含 0）、2（多于一次）。 Visits: 0, 1 (at most), 2 (more).")]
            string? Visits,
        [property: FromQuery(Name = "online"), Description("可网上办：yes、no。 Can be done online: yes, no.")] string? Online,
        [property: FromQuery(Name = "city"), Description("同城通办：yes、no。 At any counter of the county: yes, no.")] string? City,
        [property: FromQuery(Name = "kind"), Description("now 即办件，promised 承诺件。 now: on the spot; promised: within a limit.")]
            string? Kind,
        [property: FromQuery(Name = "theme"), Description("主题的中文名。 Chinese name of the theme.")] string? Theme,
        [property: FromQuery(Name = "office"), Description("单位代码，如 scjg。 Key of the office, such as scjg.")] string? Office,
        [property: FromQuery(Name = "after"), Description("上一页最后一项的标识。 The last item of the page before.")] string? After,
        [property: FromQuery(Name = "rows"), Description("每页几项，1–100，默认 20。 Rows of a page, 1 to 100; 20 unless told.")] int? Rows
    );

    private static async Task<IResult> Find(
        [AsParameters] Filters ask,
        HallDb db,
        ItemCatalogue catalogue,
        Offices offices,
        TimeProvider time
    )
    {
        var wrong =
            Wrong("for", ask.For, "person", "firm")
            ?? Wrong("visits", ask.Visits, "0", "1", "2")
            ?? Wrong("online", ask.Online, "yes", "no")
            ?? Wrong("city", ask.City, "yes", "no")
            ?? Wrong("kind", ask.Kind, "now", "promised")
            ?? (ask.Rows is < 1 or > MostRows ? new QueryValueUnknown("rows", "1–100") : null)
            ?? (ask.Q?.Length > 100 ? new QueryValueUnknown("q", "0–100 字 characters") : null);
        if (wrong is not null)
            return Answers.Problem(wrong);
        var search = await catalogue.Search(db, offices, CountyTime.DayOf(time.Now()));
        var found = search.Find(
            new(
                Blank(ask.Q),
                ask.For switch
                {
                    "person" => ApplicantKind.Person,
                    "firm" => ApplicantKind.Firm,
                    _ => null,
                },
                Blank(ask.Office),
                YesNo(ask.Online),
                ask.Visits is { Length: > 0 } visits ? visits[0] - '0' : null,
                Blank(ask.Theme),
                YesNo(ask.City),
                ask.Kind switch
                {
                    "now" => CaseKind.OnTheSpot,
                    "promised" => CaseKind.Promised,
                    _ => null,
                }
            )
        );
        var page = found.Page(Blank(ask.After), ask.Rows ?? 20);
        return Results.Ok(
            new ItemsFoundAnswer(found.Count, found.Meant, [.. page.Rows.Select(row => ItemLine.Of(row.Listed))], page.After)
        );
    }

    private static async Task<IResult> Guide(
        string item,
        [FromQuery, Description("第几版；不写是现行版。 Number of the version; the one in force unless told.")] int? version,
        HttpContext http,
        HallDb db,
        ItemCatalogue catalogue,
        Offices offices,
        TimeProvider time
    )
    {
        var today = CountyTime.DayOf(time.Now());
        var now = await catalogue.InForce(db, item, today);
        var found = version is { } asked ? (await catalogue.Versions(db, item)).FirstOrDefault(v => v.Version == asked) : now;
        if (found is null)
            return Answers.Problem(version is { } number ? new ItemVersionNotFound(item, number) : new ItemNotInForce(item));
        http.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Ok(
            new GuideAnswer(
                found.Item,
                found.Version,
                found.EffectiveFrom,
                await catalogue.LastDay(db, item),
                found.Version == now?.Version,
                await offices.NameOf(db, found.Division, found.Guide.Body),
                found.Guide
            )
        );
    }

    private static async Task<IResult> Settle(string item, SituationAsk ask, HallDb db, ItemCatalogue catalogue, TimeProvider time)
    {
        if (await catalogue.InForce(db, item, CountyTime.DayOf(time.Now())) is not { } version)
            return Answers.Problem(new ItemNotInForce(item));
        var situation = Situation.Of(version.Guide, ask.Answers ?? []);
        return Results.Ok(
            new SituationAnswer(
                item,
                version.Version,
                situation.Answers,
                situation.IsSettled,
                situation.Open,
                situation.Stop is { } stop ? new SituationStop(stop.Question.Id, stop.Choice.Stops!.Value) : null,
                situation.Conditions,
                situation.Fields,
                [.. situation.ToProvide],
                [.. situation.NotNeeded],
                situation.Visits,
                situation.PromisedDays
            )
        );
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static bool? YesNo(string? text) => string.IsNullOrEmpty(text) ? null : text == "yes";

    private static QueryValueUnknown? Wrong(string name, string? value, params string[] allowed) =>
        string.IsNullOrEmpty(value) || allowed.Contains(value) ? null : new(name, string.Join('、', allowed));
}

/// <param name="Count">How many there are in all.</param>
/// <param name="Meant">The words of the catalogue that were taken instead of the letters typed.</param>
/// <param name="After">The value of <c>after</c> for the next page; none where this is the last.</param>
public sealed record ItemsFoundAnswer(int Count, string? Meant, IReadOnlyList<ItemLine> Items, string? After);

/// <summary>An item as lists show it.</summary>
/// <param name="LegalDays">法定办结时限, working days.</param>
/// <param name="PromisedDays">承诺办结时限, working days; 0 = on the spot.</param>
/// <param name="FeeFen">In fen; 0 where nothing is charged.</param>
public sealed record ItemLine(
    string Item,
    int Version,
    string Code,
    Words Name,
    Words Office,
    IReadOnlyList<ApplicantKind> Applicants,
    CaseKind CaseKind,
    int? LegalDays,
    int PromisedDays,
    int Visits,
    bool SameCity,
    bool Online,
    long FeeFen
)
{
    internal static ItemLine Of(ListedItem listed) =>
        new(
            listed.Item,
            listed.Version.Version,
            listed.Guide.Code,
            listed.Guide.Name,
            listed.Office,
            listed.Guide.Applicants,
            listed.Guide.CaseKind,
            listed.Guide.LegalLimit?.WorkingDays,
            listed.Guide.PromisedDays,
            listed.Guide.Visits,
            listed.Guide.SameCity,
            listed.Guide.Online,
            listed.Guide.Fee.Fen
        );
}

/// <summary>One version of a guide.</summary>
/// <param name="LastDay">Last day of an item that was given up.</param>
public sealed record GuideAnswer(
    string Item,
    int Version,
    DateOnly EffectiveFrom,
    DateOnly? LastDay,
    bool InForce,
    Words Office,
    ServiceGuide Guide
);

/// <param name="Answers">Choice by question.</param>
public sealed record SituationAsk(Dictionary<string, string>? Answers);

/// <summary>What a guide asks for under these answers.</summary>
/// <param name="Open">Questions still to be answered.</param>
/// <param name="ToProvide">要您提供; with open questions also what may still be asked for.</param>
/// <param name="NotNeeded">免交: the house holds it.</param>
public sealed record SituationAnswer(
    string Item,
    int Version,
    IReadOnlyDictionary<string, string> Answers,
    bool Settled,
    IReadOnlyList<Question> Open,
    SituationStop? Stop,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<Material> ToProvide,
    IReadOnlyList<Material> NotNeeded,
    int Visits,
    int PromisedDays
);

/// <summary>The answer with which one cannot go on.</summary>
public sealed record SituationStop(string Question, Words Why);

public sealed record ItemVersionNotFound(string Item, int Version)
    : Refusal(
        ($"事项“{Item}”没有第 {Version} 版。", $"The item “{Item}” has no version {Version}."),
        ("不写 version 得到现行版。", "Leave version out for the one in force.")
    );
