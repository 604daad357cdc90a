using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>移交串标嫌疑: confirmed findings go to the competent department with their evidence.</summary>
/// <param name="Report">Serial of the report.</param>
/// <param name="Suspects">Numbers of the bids, such as B002.</param>
/// <param name="To">Key of the office that investigates.</param>
/// <param name="Statement">移交说明</param>
public sealed record ReferCollusion(string Lot, int Report, IReadOnlyList<string> Suspects, string To, string Statement);

/// <param name="Sha256">Of the evidence, lowercase hex.</param>
[Quiet]
public sealed record CollusionWasReferred(string Lot, string Number, string To, IReadOnlyList<Suspect> Suspects, string Sha256);

/// <summary>TR-6.7; at least two suspects, only confirmed findings, and the evidence as it stood then.</summary>
public sealed class ReferCollusionHandler(HallWriter writer, Offices offices) : IUseCase
{
    /// <summary>Nobody colludes alone.</summary>
    public const int LeastSuspects = 2;

    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<CollusionWasReferred>> Handle(ReferCollusion ask, Occasion on, CancellationToken ct = default) =>
        writer.LotStep<CollusionWasReferred>(
            ask.Lot,
            Charge,
            on,
            async (db, lot) =>
            {
                if (await LikenessReport.Newest(db, lot.Id) is not { } newest)
                    return new NotComparedYet();
                if (newest.Serial != ask.Report)
                    return new ReportOutdated(newest.Serial);
                List<BoardBid> bids = [.. newest.Content.Bids.Where(b => ask.Suspects.Contains(b.Id))];
                if (bids.Count < LeastSuspects)
                    return new TooFewSuspects();
                var verdicts = await LikenessVerdict.Of(db, newest.Id);
                var ids = bids.ConvertAll(b => b.Id);
                List<ConfirmedPair> pairs =
                [
                    .. newest
                        .Content.Pairs.Where(p => ids.Contains(p.A) && ids.Contains(p.B))
                        .Where(p => verdicts.GetValueOrDefault(p.Key)?.IsConfirmed == true)
                        .Select(p => (Pair: p, Verdict: verdicts[p.Key]))
                        .Select(p => new ConfirmedPair(
                            p.Pair.A,
                            p.Pair.B,
                            p.Pair.Score,
                            p.Pair.Reasons,
                            p.Verdict.By,
                            p.Verdict.At,
                            p.Verdict.Reason
                        )),
                ];
                if (bids.Find(b => !pairs.Exists(p => p.A == b.Id || p.B == b.Id)) is { } alone)
                    return new NotConfirmed(alone.BidderName);
                if (!await Investigates(db, lot.Division, ask.To))
                    return new OfficeNotCompetent();
                if (TenderWork.Texts((ask.Statement, 4000, ("移交说明", "Statement"))) is { } missing)
                    return missing;
                var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == lot.TenderId);
                var id = Ids.Next(on.At);
                List<Suspect> suspects = [.. bids.Select(b => new Suspect(b.Id, b.Bidder, b.BidderName, b.Code))];
                var evidence = new ReferralEvidence(
                    $"YJ-{ProofCode.Of(id)}",
                    lot.Number,
                    tender.NameZh,
                    (await offices.NameOf(db, lot.Division, ask.To)).Zh,
                    on.At,
                    on.By.Name,
                    ask.Statement.Trim(),
                    new(newest.Serial, newest.Sha256, newest.RunAt),
                    suspects,
                    bids,
                    pairs
                );
                var (pack, hash) = ReferralPack.Write(evidence);
                var referral = new CollusionReferral
                {
                    Id = id,
                    Division = lot.Division,
                    TenderId = lot.TenderId,
                    LotId = lot.Id,
                    Number = evidence.Number,
                    To = ask.To,
                    Suspects = suspects,
                    Pack = pack,
                    Sha256 = hash,
                    ReferredAt = on.At,
                    By = on.By.Name,
                    Stage = ReferralStage.Begin(on.At),
                };
                db.Add(referral);
                db.Post(
                    on,
                    new StaffMessage(
                        lot.Division,
                        ask.To,
                        [Role.TradingSupervisor],
                        $"【串标嫌疑移交】{referral.Number}：标段 {lot.Number}，涉嫌企业 {suspects.Count} 家，请查处并反馈结果。"
                    )
                );
                return db.Record(referral, on, new CollusionWasReferred(lot.Number, referral.Number, ask.To, suspects, hash));
            },
            ct
        );

    /// <summary>An office that has a post of trading supervision.</summary>
    private static async Task<bool> Investigates(HallDb db, string division, string office) =>
        (await db.Set<Staff>().AsNoTracking().Where(s => s.Division == division && s.Office == office).ToListAsync()).Exists(s =>
            s.Roles.Contains(Role.TradingSupervisor)
        );
}
