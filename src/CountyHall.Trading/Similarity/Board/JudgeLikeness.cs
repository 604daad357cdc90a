using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>判断一对投标文件的线索: a person has read both places and says what they come to. The machine never does.</summary>
/// <param name="Report">Serial of the report that was read.</param>
/// <param name="Confirmed">True: 线索属实. False: 有正当原因.</param>
public sealed record JudgeLikeness(string Lot, int Report, string A, string B, bool Confirmed, string Reason);

[Quiet]
public sealed record LikenessWasJudged(string Lot, int Report, string A, string B, bool Confirmed, string Reason);

/// <summary>Regulation on the Bidding Law art. 40.</summary>
public sealed class JudgeLikenessHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<LikenessWasJudged>> Handle(JudgeLikeness ask, Occasion on, CancellationToken ct = default) =>
        writer.LotStep<LikenessWasJudged>(
            ask.Lot,
            Charge,
            on,
            async (db, lot) =>
            {
                if (await LikenessReport.Newest(db, lot.Id) is not { } newest)
                    return new NotComparedYet();
                if (newest.Serial != ask.Report)
                    return new ReportOutdated(newest.Serial);
                if (newest.Content.Pair(ask.A, ask.B) is not { } pair)
                    return new PairNotFound();
                if (TenderWork.Texts((ask.Reason, 2000, ("判断的理由", "Why"))) is { } missing)
                    return missing;
                var verdict = new LikenessVerdict
                {
                    Id = Ids.Next(on.At),
                    ReportId = newest.Id,
                    A = pair.A,
                    B = pair.B,
                    IsConfirmed = ask.Confirmed,
                    Reason = ask.Reason.Trim(),
                    By = on.By.Name,
                    At = on.At,
                };
                db.Add(verdict);
                return db.Record(
                    verdict,
                    on,
                    new LikenessWasJudged(lot.Number, newest.Serial, pair.A, pair.B, verdict.IsConfirmed, verdict.Reason)
                );
            },
            ct
        );
}
