using System.Globalization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Api;

/// <summary>公开日志 for machines: checkpoint and tiles as C2SP tlog-tiles lays them out, and ready proofs for whoever keeps no tiles.</summary>
/// <remarks>Hashes and sizes only, no fact and no name. Whatever is finished never changes and may be kept for ever by any cache.</remarks>
public static class LogEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string Moment = "public, max-age=5";

    public static void MapLog(this IEndpointRouteBuilder site)
    {
        var log = site.MapGroup("/log").ExcludeFromDescription();
        log.MapGet("/checkpoint", Checkpoint);
        log.MapGet("/key", Key);
        log.MapGet("/tile/{level:int}/{**index}", Tile);
        log.MapGet("/proof/inclusion/{factId:long}", Inclusion);
        log.MapGet("/proof/consistency", Consistency);
    }

    private static async Task<IResult> Checkpoint(HttpContext http, HallDb db, CancellationToken ct) =>
        await PublicLog.Newest(db, ct) is { } newest ? Text(http, newest.Note, Moment) : Missing("The log has no entry yet.");

    private static IResult Key(HttpContext http, PublicLog log) => Text(http, $"{log.Key}\n", "public, max-age=86400");

    private static async Task<IResult> Tile(HttpContext http, int level, string index, HallDb db, CancellationToken ct)
    {
        if (TilePath.Parse(index) is not { } asked || await PublicLog.Tile(db, level, asked.Index, ct) is not { } tile)
            return Missing("There is no such tile.");
        if (tile.Count < asked.Width)
            return Missing($"This tile holds {tile.Count} hashes so far.");
        // Asked without a width, the last tile of a level is given as far as it goes, and not for keeps.
        var hashes = tile.Hashes.AsMemory(0, (asked.Width ?? tile.Count) * MerkleHash.Size);
        http.Response.Headers.CacheControl = asked.Width is not null || tile.Count == LogTile.Width ? ForEver : Moment;
        return Results.Bytes(hashes, "application/octet-stream");
    }

    private static async Task<IResult> Inclusion(HttpContext http, long factId, HallDb db, CancellationToken ct)
    {
        if (await db.Facts.AsNoTracking().FirstOrDefaultAsync(f => f.Id == factId, ct) is not { } fact)
            return Missing("There is no such fact.");
        return await PublicLog.ReceiptOf(db, fact, ct) is { } receipt
            ? Text(http, receipt.ToString(), "public, max-age=60")
            : Missing("The fact is entered into the log within seconds; ask again then.");
    }

    private static async Task<IResult> Consistency(HttpContext http, long? from, long? to, HallDb db, CancellationToken ct) =>
        await PublicLog.Consistency(db, from ?? -1, to, ct) switch
        {
            Result<IReadOnlyList<byte[]>>.Done(var proof) => Text(
                http,
                string.Concat(proof.Select(hash => $"{Convert.ToBase64String(hash)}\n")),
                to is null ? Moment : ForEver
            ),
            Result<IReadOnlyList<byte[]>>.Refused(var why) => Results.Text(
                $"{why.Reason.En} {why.Remedy.En}\n",
                statusCode: StatusCodes.Status400BadRequest
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static IResult Text(HttpContext http, string text, string caching)
    {
        http.Response.Headers.CacheControl = caching;
        return Results.Text(text, "text/plain; charset=utf-8");
    }

    private static IResult Missing(string why) => Results.Text($"{why}\n", statusCode: StatusCodes.Status404NotFound);
}

/// <summary>The address of a tile within its level: <c>x001/x234/067</c>, with <c>.p/5</c> for the first five hashes; a plain number too.</summary>
internal readonly record struct TilePath(long Index, int? Width)
{
    public static TilePath? Parse(string path)
    {
        int? width = null;
        if (path.IndexOf(".p/", StringComparison.Ordinal) is var at and >= 0)
        {
            if (
                !int.TryParse(path[(at + 3)..], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
                || asked is < 1 or >= LogTile.Width
            )
                return null;
            (width, path) = (asked, path[..at]);
        }
        var digits = "";
        var parts = path.Split('/');
        foreach (var (place, part) in parts.Index())
        {
            // Every group but the last begins with an x and has three digits.
            var leads = place < parts.Length - 1;
            if (leads && (part.Length != 4 || part[0] != 'x'))
                return null;
            digits += leads ? part[1..] : part;
        }
        return digits.Length is > 0 and <= 18 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new TilePath(index, width)
            : null;
    }
}
