using CountyHall.Approvals.Licences;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Print;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using CountyHall.Web.Pages.Verify;
using Microsoft.AspNetCore.Mvc;

namespace CountyHall.Web.Api.V1;

/// <summary>The verification centre for other systems: a code or a PDF, without signing.</summary>
internal static class VerifyApi
{
    private const int LargestPdf = 5 * 1024 * 1024;

    public static void MapVerify(this RouteGroupBuilder v1)
    {
        v1.MapGet("/verify/{code}", ByCode)
            .WithName("verifyCode")
            .Says<VerifyAnswer>(ApiTexts.VerifyCode, "verify")
            .Refuses(StatusCodes.Status404NotFound);
        v1.MapPost("/verify", ByFile)
            .WithName("verifyFile")
            .Says<VerifyAnswer>(ApiTexts.VerifyFile, "verify")
            .WithMetadata(new RequestSizeLimitAttribute(LargestPdf))
            .RequireRateLimiting(RateLimits.PublicPost)
            .Refuses(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> ByCode(string code, Documents documents, TimeProvider time, CancellationToken ct)
    {
        if (ProofCode.Read(code) is not { } fact || await documents.Find(fact, ct) is not { } shown)
            return Results.Ok(new VerifyAnswer(PaperVerdict.NotFound, null, null, [], []));
        return Results.Ok(
            new VerifyAnswer(PaperVerdict.Genuine, ProofCode.Of(fact), Of(shown, inFull: false, CountyTime.DayOf(time.Now())), [], [])
        );
    }

    private static async Task<IResult> ByFile(HttpContext http, Documents documents, TimeProvider time, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, ct);
        if (!bytes.GetBuffer().AsSpan(0, (int)bytes.Length).StartsWith("%PDF-"u8))
            return Answers.Problem(new NotAPdf());
        var finding = await documents.Check(bytes.ToArray(), ct);
        var shown = finding.Code is { } code && ProofCode.Read(code) is { } fact ? await documents.Find(fact, ct) : null;
        // Whoever holds the genuine document reads the name there anyway.
        var inFull = finding.Verdict == PaperVerdict.Genuine;
        return Results.Ok(
            new VerifyAnswer(
                finding.Verdict,
                finding.Code,
                shown is null ? null : Of(shown, inFull, CountyTime.DayOf(time.Now())),
                [.. finding.Lines.Select(line => new VerifyLine(line.Holds, line.What))],
                [.. finding.Parts.Select(part => new VerifyPart(part.Part, part.ShouldBe, part.Reads))]
            )
        );
    }

    private static VerifiedDocument Of(PrintedFact shown, bool inFull, DateOnly today) =>
        new(
            shown.Paper.Title,
            shown.Paper.Number,
            shown.Paper.Office,
            inFull ? shown.HolderInFull : shown.Holder,
            shown.Licence is { } licence
                ? new LicenceStanding(
                    licence.On(today).IsGood(),
                    licence.On(today).Words(),
                    licence.ValidUntil,
                    shown.Course.Last(f => f.Kind is "licence-issued" or "licence-changed" or "licence-renewed").Id != shown.Fact.Id
                )
                : null,
            shown.Place
        );
}

/// <param name="Verdict">genuine, differs or notFound.</param>
/// <param name="Checks">For a file: what was compared.</param>
/// <param name="Parts">For a file: what was altered.</param>
public sealed record VerifyAnswer(
    PaperVerdict Verdict,
    string? Code,
    VerifiedDocument? Document,
    IReadOnlyList<VerifyLine> Checks,
    IReadOnlyList<VerifyPart> Parts
);

/// <summary>The document as recorded.</summary>
/// <param name="Holder">Covered, unless the genuine file was shown.</param>
/// <param name="Licence">For a licence: whether it still holds.</param>
public sealed record VerifiedDocument(string Title, string Number, string Office, string Holder, LicenceStanding? Licence, long? LogIndex);

/// <param name="Replaced">There is a newer version.</param>
public sealed record LicenceStanding(bool Good, Words State, DateOnly? ValidUntil, bool Replaced);

/// <param name="Holds">None where it could not be compared here.</param>
public sealed record VerifyLine(bool? Holds, Words What);

public sealed record VerifyPart(Words Part, string? ShouldBe, string? Reads);

public sealed record NotAPdf()
    : Refusal(
        ("这不是 PDF 文件。", "This is not a PDF file."),
        (
            "把下载的原文件作为正文发送，Content-Type 为 application/pdf。",
            "Send the file as it was downloaded as the body, with Content-Type application/pdf."
        )
    );
