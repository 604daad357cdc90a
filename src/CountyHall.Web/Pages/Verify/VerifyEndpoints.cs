using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Licences;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Web.Hosting;
using CountyHall.Web.Pages.MyCases;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Verify;

/// <summary>The published keys, and the PDF of documents for whoever they belong to.</summary>
public static class VerifyEndpoints
{
    public static void MapVerification(this WebApplication app)
    {
        app.MapGet("/verify/keys", Keys).ExcludeFromDescription();
        app.MapGet("/my/licences/{id:long}/pdf", LicencePdf).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/my/cases/{number}/documents/{fact:long}/pdf", CasePdf).RequireAuthorization(Accounts.Citizen).ExcludeFromDescription();
    }

    private static async Task<IResult> Keys(HttpContext http, Documents documents, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Text((await documents.Keys(ct)).ToString(), "text/plain; charset=utf-8");
    }

    /// <remarks>The holder's own, or the issuing office's; for all others there is no such licence.</remarks>
    private static async Task<IResult> LicencePdf(
        long id,
        HttpContext http,
        HallDb db,
        Documents documents,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var me = http.User.ToActor();
        if (
            await db.Licences.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, ct) is not { } licence
            || !(me.IsStaff ? me.Division == licence.Division && me.Office == licence.Office : me.MayActFor(licence.Holder))
        )
            return Results.NotFound();
        string[] versions =
        [
            Recording.KindOf(typeof(LicenceIssued)),
            Recording.KindOf(typeof(LicenceChanged)),
            Recording.KindOf(typeof(LicenceRenewed)),
        ];
        var newest = await db
            .Facts.Where(f => f.Subject == id && versions.Contains(f.Kind))
            .OrderByDescending(f => f.Id)
            .Select(f => f.Id)
            .FirstAsync(ct);
        var printed = await documents.Find(newest, ct);
        return Results.Bytes(
            await documents.Print(printed!, licence.Office, time.Now(), ct),
            "application/pdf",
            $"{licence.TitleZh}-{licence.Number}.pdf"
        );
    }

    private static async Task<IResult> CasePdf(
        string number,
        long fact,
        HttpContext http,
        CaseReader reader,
        SiteSettings site,
        Documents documents,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var view = await MyCase.Read(reader, http.User.ToActor(), number, site.Division);
        if (view?.Course.Any(t => t.Fact.Id == fact) != true || await documents.Find(fact, ct) is not { } printed)
            return Results.NotFound();
        return Results.Bytes(
            await documents.Print(printed, view.Guide.Body, time.Now(), ct),
            "application/pdf",
            $"{printed.Paper.Title}-{number}.pdf"
        );
    }
}
