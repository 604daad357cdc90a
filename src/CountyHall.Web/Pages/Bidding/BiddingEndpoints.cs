using System.Globalization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Projects;
using CountyHall.Web.Api;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Bidding;

/// <summary>The way of a sealed bid to the hall: pieces that go on where the line broke, the plain form, and the receipt.</summary>
/// <remarks>
/// The pieces follow the core of tus 1.0 (create, ask, continue at an offset). Each of these requests carries a header that a form of another site
/// cannot send, and the session's cookie is not sent along from there. Nothing limits how often: an upload is one for each bidder and lot, and a
/// limit could keep somebody from the deadline.
/// </remarks>
public static class BiddingEndpoints
{
    private const string Offset = "Upload-Offset";
    private const string Length = "Upload-Length";

    public static void MapBidding(this WebApplication app)
    {
        var api = app.MapGroup("/api/bidding").ExcludeFromDescription();
        api.MapGet("/key", (BidReceipts receipts) => Results.Text($"{receipts.Key}\n"));
        api.MapGet("/lots/{number}/sealing", Sealing);
        var own = api.MapGroup("").RequireAuthorization(Accounts.Citizen).DisableAntiforgery();
        own.MapPost("/lots/{number}/uploads", Begin);
        own.MapMethods("/uploads/{id:long}", [HttpMethods.Head], HowFar);
        own.MapPatch("/uploads/{id:long}", Continue);
        own.MapPost("/uploads/{id:long}/submit", Submit);
        var page = app.MapGroup("/bidding/lots/{number}").RequireAuthorization(Accounts.Citizen).ExcludeFromDescription();
        page.MapPost("/envelope", WithoutScript).DisableAntiforgery(); // asked for below, once the form may be read
        page.MapGet("/receipt", Receipt);
        page.MapGet("/receipt/proof", Proof);
        page.MapGet("/refusal", Refusal);
    }

    /// <summary>To whom a bid for the lot is sealed: the same for everybody.</summary>
    private static async Task<IResult> Sealing(string number, HallDb db, CancellationToken ct)
    {
        var lot = await db.Lots.AsNoTracking().FirstOrDefaultAsync(l => l.Number == number && l.StageName != "planned", ct);
        if (lot is null)
            return Answers.Problem(new LotNotFound(number), StatusCodes.Status404NotFound);
        var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == lot.TenderId, ct);
        return await CustodianPanel.Of(db, tender, ct) is { } panel
            ? Results.Json(panel.TermsOf(lot), Recording.Json)
            : Answers.Problem(new NoCustodiansYet(), StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Begin(string number, long bidder, HttpContext http, BeginUploadHandler begin, CancellationToken ct)
    {
        if (HeaderOf(http, Length) is not { } size)
            return Answers.Problem(new HeaderMissing(Length), StatusCodes.Status400BadRequest);
        switch (await begin.Handle(new(number, bidder, size), http.Occasion(null), ct))
        {
            case Result<UploadBegun>.Done(var begun):
                http.Response.Headers[Offset] = "0";
                return Results.Created($"/api/bidding/uploads/{begun.Upload}", null);
            case Result<UploadBegun>.Refused(var why):
                return Problem(why);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<IResult> HowFar(long id, HttpContext http, ContinueUploadHandler going, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await going.Handle(new(id, 0, null), http.Occasion(null), ct) is not Result<UploadProgress>.Done(var progress))
            return Results.NotFound();
        (http.Response.Headers[Offset], http.Response.Headers[Length]) = (Text(progress.Offset), Text(progress.Size));
        return Results.Ok();
    }

    private static async Task<IResult> Continue(long id, HttpContext http, ContinueUploadHandler going, BidStore store)
    {
        if (HeaderOf(http, Offset) is not { } offset)
            return Answers.Problem(new HeaderMissing(Offset), StatusCodes.Status400BadRequest);
        AllowLarge(http, store);
        // Not given up with the request: what has come is written down to its last byte.
        switch (await going.Handle(new(id, offset, http.Request.Body), http.Occasion(null), CancellationToken.None))
        {
            case Result<UploadProgress>.Done(var progress):
                http.Response.Headers[Offset] = Text(progress.Offset);
                return Results.NoContent();
            case Result<UploadProgress>.Refused(var why):
                return Problem(why);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<IResult> Submit(long id, HttpContext http, SubmitBidHandler submit, CancellationToken ct)
    {
        if (http.Request.Headers[Answers.KeyHeader].ToString() is not { Length: > 0 and <= 60 } key)
            return Answers.Problem(new KeyMissing());
        return await submit.Handle(new(id), http.Occasion(key), ct) switch
        {
            Result<BidSubmitted>.Done(var said) => Results.Json(said, Recording.Json),
            Result<BidSubmitted>.Refused(var why) => Problem(why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The form for whoever sealed the bid elsewhere: the same three steps in one post.</summary>
    private static async Task<IResult> WithoutScript(
        string number,
        HttpContext http,
        IAntiforgery forms,
        BeginUploadHandler begin,
        ContinueUploadHandler going,
        SubmitBidHandler submit,
        BidStore store
    )
    {
        AllowLarge(http, store);
        http.Features.Set<IFormFeature>(
            new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = store.Largest + (1 << 16) })
        );
        if (!await forms.IsRequestValidAsync(http))
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync();
        var bidder = long.TryParse(form["bidder"], CultureInfo.InvariantCulture, out var firm) ? firm : 0;
        var answer = await HandIn();
        return Results.LocalRedirect(
            answer is Result<BidSubmitted>.Refused(var why)
                ? $"/bidding/lots/{number}?bidder={bidder}&refused={why.Code}"
                : $"/bidding/lots/{number}?bidder={bidder}&done=submitted"
        );

        async Task<Result<BidSubmitted>> HandIn()
        {
            if (form.Files["envelope"] is not { Length: > 0 } file)
                return new NotSealed();
            var begun = await begin.Handle(new(number, bidder, file.Length), http.Occasion(null));
            if (begun is not Result<UploadBegun>.Done(var upload))
                return ((Result<UploadBegun>.Refused)begun).Why;
            await using var content = file.OpenReadStream();
            var sent = await going.Handle(new(upload.Upload, 0, content), http.Occasion(null));
            if (sent is Result<UploadProgress>.Refused(var broken))
                return broken;
            // The instant is that of the whole file here, not that of the form's first byte.
            return await submit.Handle(new(upload.Upload), http.Occasion(FormKey.Of(http)));
        }
    }

    private static async Task<IResult> Receipt(
        string number,
        long bidder,
        HttpContext http,
        HallDb db,
        BidReceipts receipts,
        CancellationToken ct
    ) =>
        await Own(number, bidder, http, db, ct) is var (said, fact)
            ? File(receipts.Of(said, fact).ToString(), $"{number}-{said.Serial}.receipt.txt")
            : Results.NotFound();

    private static async Task<IResult> Proof(string number, long bidder, HttpContext http, HallDb db, CancellationToken ct) =>
        await Own(number, bidder, http, db, ct) is var (said, fact) && await PublicLog.ReceiptOf(db, fact, ct) is { } proof
            ? File(proof.ToString(), $"{number}-{said.Serial}.tlog-proof")
            : Results.NotFound();

    /// <summary>What a bidder has in hand of a bid that came too late.</summary>
    private static async Task<IResult> Refusal(
        string number,
        long bidder,
        HttpContext http,
        HallDb db,
        BidReceipts receipts,
        CancellationToken ct
    )
    {
        if (!http.User.ToActor().MayActFor(bidder))
            return Results.NotFound();
        var lot = await db.Lots.Where(l => l.Number == number).Select(l => (long?)l.Id).FirstOrDefaultAsync(ct);
        var registration = await db.Registrations.AsNoTracking().FirstOrDefaultAsync(r => r.LotId == lot && r.Bidder == bidder, ct);
        return registration is not null && await BidReceipts.Refused(db, registration, ct) is var (said, fact)
            ? File(receipts.Of(said, registration.BidderName, fact).ToString(), $"{number}-refused.receipt.txt")
            : Results.NotFound();
    }

    /// <summary>Somebody else's receipt reads like none.</summary>
    private static async Task<(BidSubmitted Said, Kernel.Journal.Fact Fact)?> Own(
        string number,
        long bidder,
        HttpContext http,
        HallDb db,
        CancellationToken ct
    )
    {
        if (!http.User.ToActor().MayActFor(bidder))
            return null;
        var lot = await db.Lots.Where(l => l.Number == number).Select(l => (long?)l.Id).FirstOrDefaultAsync(ct);
        var bid = await db.Bids.Where(b => b.LotId == lot && b.Bidder == bidder).Select(b => (long?)b.Id).FirstOrDefaultAsync(ct);
        return bid is null ? null : await BidReceipts.Newest(db, bid.Value, ct);
    }

    private static IResult File(string text, string name) =>
        Results.File(System.Text.Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", name);

    private static IResult Problem(Refusal why) =>
        Answers.Problem(
            why,
            why switch
            {
                LotNotFound or UploadNotFound or UploadSettled => StatusCodes.Status404NotFound,
                OffsetDiffers or UploadBusy or LineBroken => StatusCodes.Status409Conflict,
                NotYourFirm => StatusCodes.Status403Forbidden,
                EnvelopeTooLarge or PieceTooLong => StatusCodes.Status413PayloadTooLarge,
                _ => StatusCodes.Status422UnprocessableEntity,
            }
        );

    private static void AllowLarge(HttpContext http, BidStore store)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = store.Largest + (1 << 16);
    }

    private static long? HeaderOf(HttpContext http, string name) =>
        long.TryParse(http.Request.Headers[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

public sealed record HeaderMissing(string Header)
    : Refusal(
        ($"缺少请求头 {Header}。", $"The header {Header} is missing."),
        ("请按接口文档发送。", "Send it as the interface is described.")
    );

public sealed record NoCustodiansYet()
    : Refusal(
        ("本标段还没有确定密钥保管人，暂时不能加密。", "No custodians are named for this lot yet; bids cannot be sealed."),
        ("请联系公共资源交易中心。", "Turn to the trading centre.")
    );
