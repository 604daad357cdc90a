using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>招标项目归档: every lot is at its end, and what there is of it is listed by hash for good.</summary>
public sealed record ArchiveTender(string Tender);

/// <param name="Sha256">SHA-256 of the list of hashes as text.</param>
public sealed record TenderWasArchived(string Tender, int Files, string Sha256);

/// <summary>Order 20 art. 40: announcements, documents, bids, reports, notices and contracts are archived as data.</summary>
public sealed class ArchiveTenderHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<TenderWasArchived>> Handle(ArchiveTender ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<TenderWasArchived>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not OpeningEnded)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                var lots = await TenderWork.Lots(db, tender.Id);
                // What is archived changes no more: the report to the department comes before.
                var unreported = await db
                    .LotAwards.Where(a => a.TenderId == tender.Id && a.FixedAt != null && a.ReportedAt == null)
                    .Select(a => a.LotId)
                    .ToListAsync();
                var open = lots.Where(l =>
                        l.Stage is not (Performed or Failed or Stopped) || l.Stage is Performed && unreported.Contains(l.Id)
                    )
                    .Select(l => l.Number)
                    .ToList();
                if (open.Count > 0)
                    return new NotYetToArchive(open);
                if (await db.TenderArchives.AnyAsync(a => a.TenderId == tender.Id))
                    return new ArchivedAlready();
                var manifest = ArchiveManifest.Of(tender.Number, on.At, await ArchivePackage.Files(db, tender, on.At));
                var archive = new TenderArchive
                {
                    Id = Ids.Next(on.At),
                    Division = tender.Division,
                    TenderId = tender.Id,
                    Manifest = manifest,
                    Sha256 = manifest.Sha256,
                    At = on.At,
                };
                db.Add(archive);
                foreach (var lot in lots.Where(l => l.Stage is Performed))
                {
                    lot.Take((Performed performed) => performed.Archive(on.At));
                    db.Record(lot, on, new LotWentOn(lot.Number, lot.StageName), answer: false);
                }
                return db.Record(archive, on, new TenderWasArchived(tender.Number, manifest.Files.Count, manifest.Sha256));
            },
            ct
        );
}
