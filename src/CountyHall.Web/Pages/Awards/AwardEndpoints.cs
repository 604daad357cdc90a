using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Trading;
using CountyHall.Trading.Award;
using CountyHall.Trading.Projects;
using CountyHall.Web.Hosting;
using CountyHall.Web.Pages.Verify;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Awards;

/// <summary>Files of the award: the award notice, the package of a tender, and its list of hashes.</summary>
public static class AwardEndpoints
{
    public static void MapAwards(this WebApplication app)
    {
        app.MapGet("/awards/{lot}/notice.pdf", Notice).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/tendering/{number}/archive.zip", Package).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/trading/archives/{number}/hashes.txt", HashesText).ExcludeFromDescription();
        app.MapGet("/trading/archives/{number}/hashes.json", HashesJson).ExcludeFromDescription();
    }

    /// <summary>中标通知书: for the entity, its agency, the winner and the supervising department; for all others there is none.</summary>
    private static async Task<IResult> Notice(
        string lot,
        HttpContext http,
        HallDb db,
        Documents documents,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var found = await db.Lots.AsNoTracking().FirstOrDefaultAsync(l => l.Number == lot, ct);
        if (found is null || await LotAward.Of(db, found.Id) is not { } award)
            return Results.NotFound();
        var kind = Recording.KindOf(typeof(AwardNoticeIssued));
        var fact = await db
            .Facts.AsNoTracking()
            .Where(f => f.Subject == award.Id && f.Kind == kind)
            .OrderByDescending(f => f.Id)
            .FirstOrDefaultAsync(ct);
        if (fact is null || await documents.Find(fact.Id, ct) is not { } printed)
            return Results.NotFound();
        var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == found.TenderId, ct);
        var issued = fact.Read<AwardNoticeIssued>();
        return MayRead(http.User.ToActor(), tender, issued.Winner)
            ? Results.Bytes(
                await documents.Print(printed, IssueAwardNoticeHandler.SealedBy, time.Now(), ct),
                "application/pdf",
                $"{printed.Paper.Title}-{issued.Number}.pdf"
            )
            : Results.NotFound();
    }

    private static bool MayRead(Actor me, Tender tender, long? winner) =>
        Charge.OfEntityOrAgency.Check(me, tender.Division, tender) is null
        || Charge.OfSupervisor.Check(me, tender.Division, tender) is null
        || winner is { } firm && me.MayActFor(firm);

    /// <summary>档案包: made from the records, and handed out only where each file still gives the hash that was archived.</summary>
    private static async Task<IResult> Package(string number, HttpContext http, HallDb db, CancellationToken ct)
    {
        var tender = await db.Tenders.AsNoTracking().FirstOrDefaultAsync(t => t.Number == number, ct);
        if (tender is null || !MayRead(http.User.ToActor(), tender, null) || await Find(db, number, ct) is not { } archive)
            return Results.NotFound();
        var files = await ArchivePackage.Files(db, tender, archive.At);
        if (ArchivePackage.Compare(archive.Manifest, files).FirstOrDefault(l => !l.Holds) is { } differs)
            return Results.Problem(
                $"档案与归档时的哈希不符：{differs.What.Zh}。 The archive differs from its hashes: {differs.What.En}.",
                statusCode: StatusCodes.Status409Conflict
            );
        var kind = Recording.KindOf(typeof(TenderWasArchived));
        var fact = await db.Facts.AsNoTracking().FirstAsync(f => f.Subject == archive.Id && f.Kind == kind, ct);
        var evidence = new ArchiveEvidence(
            ProofCode.Of(fact.Id),
            Encoding.UTF8.GetString(PublicLog.Entry(fact)),
            fact.Body,
            (await PublicLog.ReceiptOf(db, fact, ct))?.ToString()
        );
        // The zip format is written with a few synchronous bytes, which an answer does not take: it goes through a file that is gone once it is sent.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"archive-{Guid.NewGuid():N}.zip"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            81_920,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose
        );
        await ArchivePackage.Write(file, files, archive.Manifest, evidence, ct);
        file.Position = 0;
        return Results.Stream(file, "application/zip", $"{tender.Number}.zip");
    }

    private static async Task<IResult> HashesText(string number, HallDb db, CancellationToken ct) =>
        await Find(db, number, ct) is { } archive ? Results.Text(archive.Manifest.Text, "text/plain; charset=utf-8") : Results.NotFound();

    private static async Task<IResult> HashesJson(string number, HallDb db, CancellationToken ct) =>
        await Find(db, number, ct) is { } archive ? Results.Json(archive.Manifest, Recording.Json) : Results.NotFound();

    private static async Task<TenderArchive?> Find(HallDb db, string number, CancellationToken ct)
    {
        var id = await db.Tenders.Where(t => t.Number == number).Select(t => (long?)t.Id).FirstOrDefaultAsync(ct);
        return id is null ? null : await db.TenderArchives.AsNoTracking().FirstOrDefaultAsync(a => a.TenderId == id, ct);
    }
}
