using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>重新核对: a payment that waits is compared once more, after the bidder has registered the account.</summary>
/// <param name="Line">Id of the line.</param>
public sealed record MatchAgain(long Line);

[Quiet]
public sealed record PaymentMatched(string Serial);

/// <summary>By the same rules as at the first time, at the instant at which the bank booked it (Implementing Regulation art. 26).</summary>
public sealed class MatchAgainHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfAccountant;

    public Task<Result<PaymentMatched>> Handle(MatchAgain ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<PaymentMatched>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                var line = await db.StatementLines.FirstOrDefaultAsync(l => l.Id == ask.Line && l.Division == on.By.Division);
                if (line is not { Stage: LineWaiting waiting, Flow: Flow.In })
                    return new LineNotFound();
                var (expected, security) = await Matching.Look(db, line.SubAccount, line.AccountHash);
                var name = line.NameSealed is { } sealedName ? vault.Open(sealedName) : "";
                if (Matching.Check(expected, line.BookedAt, line.Amount, name) is { } why)
                    return new StillMismatched(why);
                var from = expected!.Payer.First(a => a.Holder == expected.Bidder && a.Basic);
                ImportStatementHandler.Receive(db, security!, new Receipt(line.Id, line.Serial, line.Amount, line.BookedAt, from.Id), on);
                line.Stage = waiting.Match(on.At);
                line.Security = security!.Id;
                db.Post(on, line.Division, CountyTime.DayOf(on.At), PostingKind.Matched, line.Amount, security.Id, line.Id);
                await TradeRegister.Moved(db, security, MovementKind.Receipt, line.Amount, CountyTime.DayOf(on.At), on);
                return db.Record(line, on, new PaymentMatched(line.Serial));
            },
            ct
        );
}
