using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>办理退还: a security that is due goes back with interest, to the account it came from.</summary>
/// <param name="SubAccount">子账号</param>
/// <param name="Account">Where somebody asks for it to go; none for the account it came from. Any other is refused.</param>
public sealed record OrderRefund(string SubAccount, string? Account = null);

/// <param name="Interest">Fen.</param>
/// <param name="Basis">How the interest was counted.</param>
[Quiet]
public sealed record RefundInstructed(string Order, long Principal, long Interest, string Basis);

/// <summary>Implementing Regulation arts. 26, 31, 35, 57.</summary>
public sealed class OrderRefundHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfAccountant;

    public Task<Result<RefundInstructed>> Handle(OrderRefund ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<RefundInstructed>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                if (await SecurityFinder.Find(db, ask.SubAccount, on.By.Division) is not { } security)
                    return new SecurityNotFound();
                if (security.Stage is not RefundDue due)
                    return new WrongSecurityStage(security.AccountNumber, security.Stage);
                var line = await db.StatementLines.FirstAsync(l => l.Id == due.Receipt.Line);
                if (!string.IsNullOrWhiteSpace(ask.Account) && BankAccount.HashOf(vault, ask.Account) != line.AccountHash)
                    return new RefundToAnotherAccount();
                var (from, to) = (CountyTime.DayOf(due.Receipt.ArrivedAt), CountyTime.DayOf(on.At));
                var terms = InterestTerms.OfTheCounty;
                var interest = terms.On(due.Receipt.Amount, from, to);
                var order = await PaymentOrders.Make(db, on, line, line.AccountHash!, due.Receipt.Amount, interest, security.Id);
                security.Stage = due.Order(on.At, order.Id, interest);
                db.Post(on, security.Division, to, PostingKind.RefundOrdered, due.Receipt.Amount, security.Id, line.Id, order.Id);
                db.Post(on, security.Division, to, PostingKind.InterestOrdered, interest, security.Id, line.Id, order.Id);
                return db.Record(security, on, new RefundInstructed(order.Number, due.Receipt.Amount, interest, terms.Basis(from, to)));
            },
            ct
        );
}

internal static class SecurityFinder
{
    public static Task<BidSecurity?> Find(HallDb db, string subAccount, string division)
    {
        var number = BankAccount.Bare(subAccount);
        return db.BidSecurities.FirstOrDefaultAsync(s => s.AccountNumber == number && s.Division == division);
    }

    /// <summary>The tender of a security whose names are no secret any more; a refusal while they are.</summary>
    public static async Task<Refusal?> RefuseWhileSecret(HallDb db, BidSecurity security, DateTime at)
    {
        var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == security.TenderId);
        return SecurityBook.IsSecret(tender, at) ? new StillSecret() : null;
    }
}
