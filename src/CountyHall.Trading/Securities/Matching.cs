using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>What a payment is compared with.</summary>
/// <param name="Awaits">The security is awaited, and neither there nor covered by a letter.</param>
/// <param name="Deadline">投标截止时间; none where the tender is not announced any more.</param>
/// <param name="Over">The tender was terminated.</param>
/// <param name="BidderName">The bidder's name in the register.</param>
/// <param name="Payer">Accounts registered under the number that paid.</param>
public sealed record Expected(
    long Bidder,
    string BidderName,
    long Amount,
    bool Awaits,
    DateTime? Deadline,
    bool Over,
    IReadOnlyList<BankAccount> Payer
);

/// <summary>匹配: whether a payment is the security that was asked for.</summary>
public static class Matching
{
    /// <summary>Why it is not; none where it is.</summary>
    /// <param name="bookedAt">When the bank booked it: before the deadline is in time, at the deadline is late.</param>
    /// <remarks>Implementing Regulation art. 26: in full, from the basic account of the bidder. What belongs to others is told first.</remarks>
    public static Mismatch? Check(Expected? expected, DateTime bookedAt, long amount, string payerName)
    {
        if (expected is null)
            return Mismatch.UnknownAccount;
        var day = CountyTime.DayOf(bookedAt);
        var own = expected.Payer.Where(a => a.Holder == expected.Bidder).ToList();
        if (Plain(payerName) != Plain(expected.BidderName) || expected.Payer.Count > 0 && own.Count == 0)
            return Mismatch.NotTheBidder;
        if (!own.Any(a => a.Basic && a.IsInForce(day)))
            return Mismatch.NotBasicAccount;
        if (expected.Over)
            return Mismatch.TenderOver;
        if (expected.Deadline is not { } deadline || bookedAt >= deadline)
            return Mismatch.Late;
        if (!expected.Awaits)
            return Mismatch.ThereAlready;
        return amount == expected.Amount ? null
            : amount < expected.Amount ? Mismatch.TooLittle
            : Mismatch.TooMuch;
    }

    /// <summary>Banks write brackets and blanks as they like.</summary>
    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c))).Replace('（', '(').Replace('）', ')');

    /// <summary>What a sub-account waits for, with the security itself.</summary>
    internal static async Task<(Expected? Expected, BidSecurity? Security)> Look(HallDb db, string? subAccount, string? payerHash)
    {
        if (string.IsNullOrEmpty(subAccount))
            return (null, null);
        if (await db.BidSecurities.FirstOrDefaultAsync(s => s.AccountNumber == subAccount) is not { } security)
            return (null, null);
        var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == security.TenderId);
        var name = await db.Set<Party>().Where(p => p.Id == security.Bidder).Select(p => p.Name).FirstAsync();
        var payer = await db.BankAccounts.AsNoTracking().Where(a => a.NumberHash == payerHash).ToListAsync();
        return (
            new Expected(
                security.Bidder,
                name,
                security.Amount,
                security.Stage is Awaited,
                tender.BidDeadline,
                tender.Stage is Terminated,
                payer
            ),
            security
        );
    }
}
