using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Trading;
using CountyHall.Trading.Similarity.Board;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Likeness;

/// <summary>The evidence of a referral as a file: for the department that sent it and the one that received it, and for nobody else.</summary>
public static class LikenessEndpoints
{
    public static void MapLikeness(this WebApplication app) =>
        app.MapGet("/supervision/referrals/{number}/evidence.json", Evidence).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Evidence(string number, HttpContext http, HallDb db, CancellationToken ct)
    {
        if (await db.CollusionReferrals.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, ct) is not { } referral)
            return Results.NotFound();
        var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == referral.TenderId, ct);
        var me = http.User.ToActor();
        var received = Charge.OfAnySupervisor.Check(me, referral.Division) is null && me.Office == referral.To;
        if (!received && Charge.OfSupervisor.Check(me, referral.Division, tender) is not null)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(referral.Pack), "application/json; charset=utf-8", $"{referral.Number}.json");
    }
}
