using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading;
using CountyHall.Trading.Experts;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Experts;

/// <summary>The transcript of a draw as a file.</summary>
public static class DrawEndpoints
{
    public static void MapDraws(this WebApplication app) =>
        app.MapGet("/trading/draws/{number}/transcript", Transcript).ExcludeFromDescription();

    /// <remarks>For everybody once the result is published; before that for the supervising department and, for small projects, platform and centre.</remarks>
    private static async Task<IResult> Transcript(string number, HttpContext http, HallDb db, Vault vault, CancellationToken ct)
    {
        var draw = await db.ExpertDraws.AsNoTracking().FirstOrDefaultAsync(d => d.Number == number, ct);
        if (
            draw is not { Stage: NamesOpened }
            || !(await DrawPublication.IsPublic(db, draw) || await MaySee(http.User.ToActor(), db, draw))
        )
            return Results.NotFound();
        return Results.Text(DrawTranscript.Write(await DrawTranscript.Of(db, draw, vault)), "application/json; charset=utf-8");
    }

    private static async Task<bool> MaySee(Actor me, HallDb db, ExpertDraw draw) =>
        draw.TenderId is { } id
            ? Charge.OfSupervisor.Check(me, draw.Division, await db.Tenders.AsNoTracking().SingleAsync(t => t.Id == id)) is null
            : Charge.OfVenue.Check(me, draw.Division) is null
                || Charge.OfPlatform.Check(me, draw.Division) is null && me.Office == draw.Platform;
}
