using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.People;
using CountyHall.Trading;
using CountyHall.Trading.Securities;
using CountyHall.Web.Hosting;
using CountyHall.Web.Pages.Trading;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Securities;

/// <summary>Files of the accountant and of the reviewer of registrations.</summary>
public static class SecurityEndpoints
{
    private const int MostOrders = 2_000;

    public static void MapSecurities(this IEndpointRouteBuilder site)
    {
        site.MapGet("/securities/orders/{file}", Orders).RequireAuthorization(nameof(Role.Accountant)).ExcludeFromDescription();
        site.MapGet("/securities/letters/{sub}", Letter).RequireAuthorization(nameof(Role.Accountant)).ExcludeFromDescription();
        site.MapGet("/registrations/{id:long}/papers/{hash}", Paper)
            .RequireAuthorization(nameof(Role.RegistrationReviewer))
            .ExcludeFromDescription();
    }

    /// <summary>A payment file once more, as it was exported.</summary>
    private static async Task<IResult> Orders(HttpContext http, string file, HallDb db, CancellationToken ct)
    {
        var division = http.User.ToActor().Division;
        var orders = await db
            .PaymentOrders.AsNoTracking()
            .Where(o => o.Division == division && o.FileNumber == file)
            .OrderBy(o => o.Id)
            .Take(MostOrders)
            .ToListAsync(ct);
        return orders.Count == 0
            ? Results.NotFound()
            : Results.File(Encoding.UTF8.GetBytes(ExportPaymentOrdersHandler.Csv(file, orders)), "text/csv; charset=utf-8", $"{file}.csv");
    }

    /// <summary>The paper of a letter; not before the deadline, because it names the bidder.</summary>
    private static async Task<IResult> Letter(
        HttpContext http,
        string sub,
        HallDb db,
        FileStore files,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var division = http.User.ToActor().Division;
        var security = await db.BidSecurities.AsNoTracking().FirstOrDefaultAsync(s => s.AccountNumber == sub && s.Division == division, ct);
        if (security is null || SecurityWords.LetterOf(security.Stage) is not { } letter)
            return Results.NotFound();
        var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == security.TenderId, ct);
        // Before the deadline it is answered as if there were none.
        return SecurityBook.IsSecret(tender, time.Now()) ? Results.NotFound() : Give(files, letter.Paper);
    }

    private static async Task<IResult> Paper(HttpContext http, long id, string hash, HallDb db, FileStore files, CancellationToken ct)
    {
        var division = http.User.ToActor().Division;
        var registration = await db.Registrations.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.Division == division, ct);
        return registration?.Papers.FirstOrDefault(p => p.Hash == hash) is { } paper ? Give(files, paper) : Results.NotFound();
    }

    private static IResult Give(FileStore files, StoredFile paper) =>
        Results.Stream(files.OpenRead(paper.Hash), paper.ContentType, paper.Name);
}
