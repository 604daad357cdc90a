using System.ComponentModel;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using CountyHall.Web.Pages.MyCases;
using Microsoft.AspNetCore.Mvc;

namespace CountyHall.Web.Api.V1;

/// <summary>How the cases stand that a system handed in itself. No name and no number of a person leaves here.</summary>
internal static class CasesApi
{
    private const int MostRows = 100;

    public static void MapCases(this RouteGroupBuilder v1)
    {
        v1.MapGet("/cases/{number}", Read)
            .WithName("readCase")
            .Signed()
            .Says<CaseAnswer>(ApiTexts.ReadCase, "cases")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        v1.MapGet("/cases/{number}/facts", Facts)
            .WithName("readFacts")
            .Signed()
            .Says<FactsAnswer>(ApiTexts.ReadFacts, "cases")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Read(string number, HttpContext http, SystemCases cases, CancellationToken ct) =>
        (await cases.Read(number, http.User.ToActor(), ct)).ToHttp(view =>
            Results.Ok(
                new CaseAnswer(
                    view.Case.Number.Value,
                    view.Case.Item,
                    view.Case.ItemVersion,
                    view.Guide.Name,
                    Case.NameOf(view.Stage.GetType()),
                    view.Stage.Name,
                    view.Case.ReceivedAt,
                    view.Reading is { } clock
                        ? new ClockAnswer(
                            CaseWords.DueWords(view.Stage),
                            clock.Total,
                            clock.Used,
                            clock.Left,
                            clock.Due,
                            clock.State,
                            clock.Provisional
                        )
                        : null,
                    view.Holders,
                    Gaps(view.Stage)
                )
            )
        );

    private static async Task<IResult> Facts(
        string number,
        [FromQuery, Description("上一页最后一条的 id。 The id of the last fact of the page before.")] string? after,
        [FromQuery, Description("每页几条，1–100，默认 50。 Rows of a page, 1 to 100; 50 unless told.")] int? rows,
        HttpContext http,
        SystemCases cases,
        CancellationToken ct
    )
    {
        if (rows is < 1 or > MostRows)
            return Answers.Problem(new QueryValueUnknown(nameof(rows), "1–100"));
        long first = 0;
        if (!string.IsNullOrEmpty(after))
        {
            if (ProofCode.Read(after) is not { } last)
                return Answers.Problem(new QueryValueUnknown(nameof(after), "id"));
            first = last;
        }
        var most = rows ?? 50;
        return (await cases.Facts(number, first, most + 1, http.User.ToActor(), ct)).ToHttp(told =>
            Results.Ok(
                new FactsAnswer(
                    [
                        .. told.Take(most)
                            .Select(t => new FactAnswer(
                                ProofCode.Of(t.Told.Fact.Id),
                                t.Told.Fact.Kind,
                                t.Told.Fact.OccurredAt,
                                t.Told.Body.Says,
                                t.Place
                            )),
                    ],
                    told.Count > most ? ProofCode.Of(told[most - 1].Told.Fact.Id) : null
                )
            )
        );
    }

    private static IReadOnlyList<GapAnswer> Gaps(Stage stage)
    {
        var gaps = stage switch
        {
            AwaitingCorrection waiting => waiting.Notice.Gaps,
            AcceptedWithGaps accepted => accepted.Gaps,
            _ => [],
        };
        return [.. gaps.Select(gap => new GapAnswer(gap.Material, gap.Name, gap.Wanted, gap.Basis.ToString()))];
    }
}

/// <summary>A case as it stands now.</summary>
/// <param name="StageCode">Name of the stage for machines, such as <c>under-review</c>.</param>
/// <param name="Clock">The clock that this stage must meet; none where nothing runs.</param>
/// <param name="Holders">现在在谁手里</param>
/// <param name="ToSupply">What the applicant has to supply now.</param>
public sealed record CaseAnswer(
    string Number,
    string Item,
    int ItemVersion,
    Words ItemName,
    string StageCode,
    Words Stage,
    DateTime ReceivedAt,
    ClockAnswer? Clock,
    IReadOnlyList<Words> Holders,
    IReadOnlyList<GapAnswer> ToSupply
);

/// <param name="What">What must be done by the last day.</param>
/// <param name="Total">Days of the period, extensions included.</param>
/// <param name="Used">Days counted so far, today included.</param>
/// <param name="Left">0 on the last day, negative after it.</param>
/// <param name="Provisional">The holidays of a year in it are not arranged yet.</param>
public sealed record ClockAnswer(Words What, int Total, int Used, int Left, DateOnly Due, ClockState State, bool Provisional);

/// <param name="Wanted">What to supply, concretely.</param>
public sealed record GapAnswer(string Material, Words Name, string Wanted, string Basis);

/// <param name="After">The value of <c>after</c> for the next page; none where this is the last.</param>
public sealed record FactsAnswer(IReadOnlyList<FactAnswer> Facts, string? After);

/// <summary>Something that happened to the case.</summary>
/// <param name="Id">Its short code, which /verify knows too.</param>
/// <param name="LogIndex">Its place in the public log; none for the first seconds.</param>
public sealed record FactAnswer(string Id, string Kind, DateTime At, Words Says, long? LogIndex);
