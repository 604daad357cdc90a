using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>雷同性分析和清标: compares the opened bids of a lot and checks their bills.</summary>
/// <param name="BlankBill">空白清单 as the text of a table (<see cref="BillFile"/>); none where there is none, and then neither items nor quantities are checked.</param>
public sealed record RunSimilarity(string Lot, string? BlankBill = null);

/// <param name="Sha256">Of the report, lowercase hex.</param>
[Quiet]
public sealed record LikenessWasRun(string Lot, int Serial, int Bids, int Pairs, int BillFindings, string Sha256);

/// <summary>Regulation on the Bidding Law art. 40. Only what was opened is read, and only after the opening has ended (Order 20 art. 27).</summary>
public sealed class RunSimilarityHandler(HallWriter writer, IDbContextFactory<HallDb> contexts, BidStore store, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfComparison;

    public async Task<Result<LikenessWasRun>> Handle(RunSimilarity ask, Occasion on, CancellationToken ct = default)
    {
        // Reading and comparing take seconds: they are done before the one writer is asked for its turn.
        LikenessContent content;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var number = ask.Lot.Trim();
            if (await db.Lots.AsNoTracking().FirstOrDefaultAsync(l => l.Number == number, ct) is not { } lot)
                return new LotNotFound(number);
            var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == lot.TenderId, ct);
            if (Charge.Check(on.By, lot.Division, tender) is { } why)
                return why;
            if (!IsOpened(lot.Stage))
                return new OpeningNotOver(lot.Number);
            var blank = string.IsNullOrWhiteSpace(ask.BlankBill) ? [] : BillFile.Read(ask.BlankBill);
            if (!string.IsNullOrWhiteSpace(ask.BlankBill) && !blank.Any(r => r.IsItem))
                return new BlankBillUnreadable();
            var opened = await OpenedBids.Of(db, store, vault, tender, lot, blank, ct);
            if (opened.Bids.Count < 2)
                return new NothingToCompare(lot.Number);
            content = ReportWriter.Of(opened, blank, blank.Count == 0 ? null : HashOf(ask.BlankBill!));
        }
        return await writer.LotStep<LikenessWasRun>(
            ask.Lot,
            Charge,
            on,
            async (db, lot) =>
            {
                var report = new LikenessReport
                {
                    Id = Ids.Next(on.At),
                    Division = lot.Division,
                    TenderId = lot.TenderId,
                    LotId = lot.Id,
                    Serial = await db.LikenessReports.CountAsync(r => r.LotId == lot.Id) + 1,
                    Content = content,
                    Sha256 = LikenessReport.HashOf(content),
                    RunAt = on.At,
                    By = on.By.Name,
                };
                db.Add(report);
                return db.Record(
                    report,
                    on,
                    new LikenessWasRun(
                        lot.Number,
                        report.Serial,
                        content.Bids.Count,
                        content.Pairs.Count,
                        content.Bids.Sum(b => b.Bill.Count),
                        report.Sha256
                    )
                );
            },
            ct
        );
    }

    /// <summary>The opening has ended with bids that were opened.</summary>
    public static bool IsOpened(LotStage stage) =>
        stage is LotBeforeContract or UnderContract or Performed or Archived or Failed { Reason: not FailureReason.TooFewBids };

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
