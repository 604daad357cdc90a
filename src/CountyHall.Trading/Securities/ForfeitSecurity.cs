using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Register;

namespace CountyHall.Trading.Securities;

/// <summary>不予退还: a security is kept, on one of the grounds of the law and on a written decision of the tendering entity.</summary>
/// <param name="Decision">The decision, by number.</param>
public sealed record ForfeitSecurity(string SubAccount, ForfeitGround Ground, string Decision);

public sealed record SecurityForfeited(ForfeitGround Ground, string Decision, long Amount);

/// <summary>Implementing Regulation arts. 35(2) and 74: there are no other grounds.</summary>
public sealed class ForfeitSecurityHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfAccountant;

    public Task<Result<SecurityForfeited>> Handle(ForfeitSecurity ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<SecurityForfeited>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                if (await SecurityFinder.Find(db, ask.SubAccount, on.By.Division) is not { } security)
                    return new SecurityNotFound();
                if (await SecurityFinder.RefuseWhileSecret(db, security, on.At) is { } secret)
                    return secret;
                if (!Enum.IsDefined(ask.Ground) || string.IsNullOrWhiteSpace(ask.Decision) || ask.Decision.Trim().Length > 200)
                    return new DecisionMissing();
                // What was withdrawn in time, or put out to no tender any more, can no longer be lost.
                if (security.Stage is RefundDue { Ground: not RefundGround.Contract })
                    return new WrongSecurityStage(security.AccountNumber, security.Stage);
                var taken = security.Take((HeldMoney money) => money.Forfeit(on.At, ask.Ground, ask.Decision.Trim()));
                if (taken is not Result<Forfeited>.Done(var forfeited))
                    return ((Result<Forfeited>.Refused)taken).Why;
                var amount = forfeited.Receipt.Amount;
                db.Post(on, security.Division, CountyTime.DayOf(on.At), PostingKind.Forfeited, amount, security.Id);
                await TradeRegister.Moved(db, security, MovementKind.Forfeiture, amount, CountyTime.DayOf(on.At), on);
                return db.Record(security, on, new SecurityForfeited(ask.Ground, forfeited.Decision, amount));
            },
            ct
        );
}
