using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Recomputation;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.BidEvaluation;

/// <summary>Files of an evaluation: the bids for whoever holds a seat, the numbers for everybody once they are public.</summary>
public static class EvaluationEndpoints
{
    public static void MapEvaluation(this WebApplication app)
    {
        app.MapGet("/openings/{number}/record.json", OpeningRecord).ExcludeFromDescription();
        app.MapGet("/evaluation/{number}/record.json", EvaluationRecord).ExcludeFromDescription();
        app.MapGet("/evaluation/{number}/bids/{key}/files/{index:int}", BidFile).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/evaluation/{number}/answers/{id:long}", AnswerFile).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> OpeningRecord(string number, HallDb db, CancellationToken ct) =>
        await PublishedFiles.OfOpening(db, number, ct) is { } file ? Json(file, $"opening-{number}.json") : Results.NotFound();

    private static async Task<IResult> EvaluationRecord(string number, HallDb db, CancellationToken ct) =>
        await PublishedFiles.OfEvaluation(db, number, ct) is { } file ? Json(file, $"evaluation-{number}.json") : Results.NotFound();

    private static IResult Json(string file, string name) =>
        Results.File(System.Text.Encoding.UTF8.GetBytes(file), "application/json; charset=utf-8", name);

    /// <summary>One file of an opened bid, as far as this member may see it now; the bytes are those whose hash was checked when the envelope was opened.</summary>
    private static async Task<IResult> BidFile(string number, string key, int index, HallDb db, BidStore store, HttpContext http)
    {
        if (
            await MemberDesk.Of(db, number, http.Occasion(null)) is not Result<MemberDesk>.Done(var desk)
            || desk.Bids.FirstOrDefault(b => b.Key == key) is not { } bid
            || bid.Files.FirstOrDefault(f => f.Index == index) is not { } file
        )
            return Results.NotFound();
        var listed = await db.OpeningBids.AsNoTracking().FirstAsync(b => b.Id == bid.OpeningBid, http.RequestAborted);
        var opened = ((Decrypted)listed.Stage).Bid;
        if (!store.Has(opened.Package))
            return Results.NotFound();
        var from = opened.FilesAt + opened.Files.Take(index).Sum(f => f.Size);
        var pdf = file.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || file.Sha256 is null;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition
        {
            DispositionType = pdf ? "inline" : "attachment",
            FileName = $"bid-{index + 1}{(pdf ? ".pdf" : "")}",
        }.ToString();
        http.Response.ContentType = pdf ? "application/pdf" : "application/octet-stream";
        http.Response.ContentLength = file.Size;
        await using var package = store.OpenRead(opened.Package);
        package.Position = from;
        var (buffer, left) = (new byte[81_920], file.Size);
        while (left > 0)
        {
            var read = await package.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), http.RequestAborted);
            if (read == 0)
                throw new EndOfStreamException($"The package {opened.Package} ends before its file {index}.");
            await http.Response.Body.WriteAsync(buffer.AsMemory(0, read), http.RequestAborted);
            left -= read;
        }
        return Results.Empty;
    }

    /// <summary>What a bidder handed in with an answer: for the members, and for the bidder.</summary>
    private static async Task<IResult> AnswerFile(string number, long id, HallDb db, FileStore files, HttpContext http)
    {
        var on = http.Occasion(null);
        var asked = await db
            .BidClarifications.AsNoTracking()
            .Where(c => c.Id == id && db.Set<LotEvaluation>().Any(e => e.Id == c.EvaluationId && e.Number == number))
            .FirstOrDefaultAsync(http.RequestAborted);
        if (asked?.AnswerFile is not { } hash || !files.Has(hash))
            return Results.NotFound();
        var member = await MemberDesk.Of(db, number, on) is Result<MemberDesk>.Done(var desk) && desk.Questions.Any(q => q.Id == id);
        if (!member && !on.By.MayActFor(asked.Bidder))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(files.OpenRead(hash), "application/octet-stream", asked.AnswerFileName);
    }
}
