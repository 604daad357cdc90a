using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>登记银行账户: a firm names an account of its own. A new basic account takes the place of the former.</summary>
/// <param name="From">Day on which the bank opened it.</param>
public sealed record EnterBankAccount(long Firm, string Bank, string Number, bool Basic, DateOnly From);

/// <param name="Masked">The last digits; the number itself is sealed.</param>
[Quiet]
public sealed record BankAccountEntered(long Account, long Firm, string Bank, string Masked, bool Basic, DateOnly From);

/// <summary>Another account took its place.</summary>
[Quiet]
public sealed record BankAccountEnded(DateOnly To);

/// <summary>Implementing Regulation art. 26: a security comes from the basic account, so the house must know which that is.</summary>
public sealed class EnterBankAccountHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<BankAccountEntered>> Handle(EnterBankAccount ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<BankAccountEntered>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division, bidder: ask.Firm) is { } stranger)
                    return stranger;
                var number = BankAccount.Bare(ask.Number);
                if (number.Length is < 6 or > 40 || !number.All(char.IsAsciiLetterOrDigit))
                    return new AccountNumberWrong();
                if (string.IsNullOrWhiteSpace(ask.Bank) || ask.Bank.Trim().Length > 200 || ask.From > CountyTime.DayOf(on.At))
                    return new BankMissing();
                if (ask.Basic)
                {
                    var today = CountyTime.DayOf(on.At);
                    foreach (var former in await db.BankAccounts.Where(a => a.Holder == ask.Firm && a.Basic && a.To == null).ToListAsync())
                    {
                        // What was paid until now was paid from the account that was the basic one then.
                        former.To = ask.From > former.From ? ask.From.AddDays(-1) : today;
                        db.Record(former, on, new BankAccountEnded(former.To.Value), answer: false);
                    }
                }
                var account = new BankAccount
                {
                    Id = Ids.Next(on.At),
                    Division = on.By.Division,
                    Holder = ask.Firm,
                    Bank = ask.Bank.Trim(),
                    NumberSealed = vault.Seal(number),
                    NumberHash = BankAccount.HashOf(vault, number),
                    Basic = ask.Basic,
                    From = ask.From,
                };
                db.Add(account);
                return db.Record(
                    account,
                    on,
                    new BankAccountEntered(account.Id, ask.Firm, account.Bank, BankAccount.Masked(number), ask.Basic, ask.From)
                );
            },
            ct
        );
}
