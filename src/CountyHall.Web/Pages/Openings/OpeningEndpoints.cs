using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Opening;
using CountyHall.Web.Api;
using CountyHall.Web.Hosting;
using CountyHall.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Openings;

/// <summary>What the live pages of an opening ask for beside the pages themselves.</summary>
public static class OpeningEndpoints
{
    public static void MapOpenings(this WebApplication app)
    {
        app.MapGet("/openings/{number}/events", Events).ExcludeFromDescription();
        app.MapGet("/openings/{number}/bids/{id:long}/header", Header).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> Events(string number, IDbContextFactory<HallDb> contexts, OpeningLive live, HttpContext http)
    {
        long session;
        await using (var db = await contexts.CreateDbContextAsync(http.RequestAborted))
            session = await db.OpeningSessions.Where(s => s.Number == number).Select(s => s.Id).FirstOrDefaultAsync(http.RequestAborted);
        if (session == 0)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // a proxy in front must not hold lines back
        return TypedResults.ServerSentEvents(live.Watch(session, http.RequestAborted));
    }

    /// <summary>The head of a sealed bid, for whom it is wrapped: its bidder while it is being decrypted, and custodians once a fault is confirmed.</summary>
    private static async Task<IResult> Header(string number, long id, HallDb db, BidStore store, HttpContext http, CancellationToken ct)
    {
        var me = http.User.ToActor();
        var session = await db.OpeningSessions.AsNoTracking().FirstOrDefaultAsync(s => s.Number == number, ct);
        var listed = await db.OpeningBids.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, ct);
        if (session?.Stage is not Decrypting || listed is null || listed.SessionId != session.Id || listed.Stage is not NotYetOpened)
            return Results.NotFound();
        var custodian = me.Is(Role.KeyCustodian) && me.Division == session.Division && listed.Stage is FaultConfirmed;
        if (!me.MayActFor(listed.Bidder) && !custodian)
            return Results.NotFound();
        var file = (await db.Bids.AsNoTracking().FirstAsync(b => b.Id == listed.BidId, ct)).Receipt.File;
        if (!store.Has(file))
            return Answers.Problem(new BytesStillDamaged(), StatusCodes.Status409Conflict);
        await using var bytes = store.OpenRead(file);
        http.Response.Headers.CacheControl = "no-store";
        return await Envelope.ReadHeader(bytes, ct) switch
        {
            Kernel.Results.Result<EnvelopeHeader>.Done(var header) => Results.Bytes(header.Bytes, "application/json"),
            Kernel.Results.Result<EnvelopeHeader>.Refused(var why) => Answers.Problem(why, StatusCodes.Status409Conflict),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
