using System.ComponentModel;
using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace CountyHall.Web.Api.V1;

/// <summary>Submission by other systems: files first, then the application that names them.</summary>
internal static class SubmissionApi
{
    private static readonly long LargestFile = UploadRules.Default.Largest;

    public static void MapSubmission(this RouteGroupBuilder v1)
    {
        v1.MapPost("/files", Upload)
            .WithName("uploadMaterial")
            .Signed()
            .Says<MaterialUploaded>(ApiTexts.UploadMaterial, "submission", StatusCodes.Status201Created)
            .WithMetadata(new RequestSizeLimitAttribute(LargestFile + 1024))
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity);
        v1.MapPost("/applications", Submit)
            .WithName("submitApplication")
            .Signed()
            .Says<ApplicationReceived>(ApiTexts.SubmitApplication, "submission", StatusCodes.Status201Created)
            .WithMetadata(new NeedsKey(), new RequestSizeLimitAttribute(1024 * 1024))
            .Refuses(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity
            );
    }

    private static async Task<IResult> Upload(
        [FromQuery, Description("文件名，后缀说明种类，如 layout.pdf。 Name of the file; its ending tells the kind, such as layout.pdf.")]
            string name,
        HttpContext http,
        FileStore files,
        UploadMaterialHandler handler,
        CancellationToken ct
    )
    {
        var on = http.Occasion(null);
        // Asked before a byte is kept.
        if (UploadMaterialHandler.Barred(on.By) is { } barred)
            return Answers.Problem(barred);
        var kept = await files.Put(http.Request.Body, name, ct: ct);
        if (kept is not Result<StoredFile>.Done(var file))
            return Answers.Problem(((Result<StoredFile>.Refused)kept).Why);
        return (await handler.Handle(new(file), on, ct)).ToHttp(done => Results.Json(done, statusCode: StatusCodes.Status201Created));
    }

    private static async Task<IResult> Submit(SubmissionAsk ask, HttpContext http, SubmitFromSystemHandler handler, CancellationToken ct)
    {
        if (http.Request.Headers[Answers.KeyHeader].ToString() is not { Length: > 0 and <= 60 } key)
            return Answers.Problem(new KeyMissing());
        var result = await handler.Handle(
            new(ask.Item, ask.Applicant, ask.Representative)
            {
                Answers = ask.Answers ?? [],
                Fields = ask.Fields ?? [],
                Contested = ask.Contested ?? [],
                Materials = ask.Materials ?? [],
                Delivery = ask.Delivery ?? DeliveryWay.Counter,
                Committed = ask.Committed ?? false,
                GapsPromised = ask.GapsPromised ?? false,
            },
            http.Occasion(key),
            ct
        );
        return result.ToHttp(done =>
            Results.Created($"/api/v1/cases/{done.Number}", new ApplicationReceived(done.Number.Value, done.Item, done.Place, done.Stage))
        );
    }
}

/// <summary>A whole application.</summary>
/// <param name="Item">Name of the item in addresses.</param>
/// <param name="Applicant">Citizen number or unified social credit code of the applicant.</param>
/// <param name="Representative">Citizen number of the person who acts for a firm and has its mandate here.</param>
/// <param name="Answers">Choice by question of the guide.</param>
/// <param name="Fields">Value by field of the guide; what the house knows is filled in.</param>
/// <param name="Contested">Fields whose registered value the applicant calls wrong.</param>
/// <param name="Materials">Hash of an uploaded file by material of the guide.</param>
/// <param name="Committed">告知承诺: the applicant signed the letter of commitment.</param>
/// <param name="GapsPromised">容缺承诺: the applicant promised to supply what may follow.</param>
public sealed record SubmissionAsk(
    string Item,
    string Applicant,
    string? Representative,
    Dictionary<string, string>? Answers,
    Dictionary<string, string>? Fields,
    List<string>? Contested,
    Dictionary<string, string>? Materials,
    DeliveryWay? Delivery,
    bool? Committed,
    bool? GapsPromised
);

/// <summary>The receipt: the number of the case and where it stands.</summary>
public sealed record ApplicationReceived(string Number, Words Item, string Place, Words Stage);
