using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Register;

namespace CountyHall.Trading.Securities;

/// <summary>转为履约保证金: the winner's security stays as the performance bond, as the bidder asked.</summary>
/// <param name="Contract">Number of the contract.</param>
public sealed record ConvertSecurity(string SubAccount, string Contract);

public sealed record SecurityConverted(string Contract, long Amount);

/// <summary>Implementing Regulation arts. 57 and 58.</summary>
public sealed class ConvertSecurityHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfAccountant;

    public Task<Result<SecurityConverted>> Handle(ConvertSecurity ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<SecurityConverted>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                if (await SecurityFinder.Find(db, ask.SubAccount, on.By.Division) is not { } security)
                    return new SecurityNotFound();
                if (await SecurityFinder.RefuseWhileSecret(db, security, on.At) is { } secret)
                    return secret;
                if (string.IsNullOrWhiteSpace(ask.Contract) || ask.Contract.Trim().Length > 100)
                    return new DecisionMissing();
                var taken = security.Take((HeldMoney money) => money.Convert(on.At, ask.Contract.Trim()));
                if (taken is not Result<Converted>.Done(var converted))
                    return ((Result<Converted>.Refused)taken).Why;
                var amount = converted.Receipt.Amount;
                db.Post(on, security.Division, CountyTime.DayOf(on.At), PostingKind.Converted, amount, security.Id);
                await TradeRegister.Moved(db, security, MovementKind.Conversion, amount, CountyTime.DayOf(on.At), on);
                return db.Record(security, on, new SecurityConverted(converted.Contract, amount));
            },
            ct
        );
}
