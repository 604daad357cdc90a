using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Similarity.Board;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.RedFlags.OwnLots;

/// <summary>核查红旗: a person has looked at the numbers behind a flag and says what it comes to. A flag is never a penalty by itself.</summary>
/// <param name="Flag"><see cref="RaisedFlag.Key"/>.</param>
/// <param name="Value">The number that was read, as <see cref="Indicators.Digits"/> prints it: another one is another flag.</param>
/// <param name="Confirmed">True: 需要核查. False: 有正当原因.</param>
public sealed record JudgeFlag(string Lot, string Flag, string Value, bool Confirmed, string Reason);

[Quiet]
public sealed record FlagWasJudged(string Lot, string Flag, double Value, bool Confirmed, string Reason);

/// <summary>Bidding Law art. 7.</summary>
public sealed class JudgeFlagHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<FlagWasJudged>> Handle(JudgeFlag ask, Occasion on, CancellationToken ct = default) =>
        writer.LotStep<FlagWasJudged>(
            ask.Lot,
            Charge,
            on,
            async (db, lot) =>
            {
                if (await db.FlaggedLots.AsNoTracking().FirstOrDefaultAsync(l => l.Id == lot.Id) is not { } flagged)
                    return new NotFlaggedYet(lot.Number);
                if (flagged.Content.Find(ask.Flag) is not { } flag || Indicators.Digits(flag.Value) != ask.Value)
                    return new FlagNotThere();
                if (TenderWork.Texts((ask.Reason, 2000, ("核查结论的理由", "Why"))) is { } missing)
                    return missing;
                var verdict = new FlagVerdict
                {
                    Id = Ids.Next(on.At),
                    Division = lot.Division,
                    LotId = lot.Id,
                    Flag = flag.Key,
                    Value = flag.Value,
                    IsConfirmed = ask.Confirmed,
                    Reason = ask.Reason.Trim(),
                    By = on.By.Name,
                    At = on.At,
                };
                db.Add(verdict);
                return db.Record(
                    verdict,
                    on,
                    new FlagWasJudged(lot.Number, verdict.Flag, verdict.Value, verdict.IsConfirmed, verdict.Reason)
                );
            },
            ct
        );
}
