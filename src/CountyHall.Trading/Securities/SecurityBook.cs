using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>How a bidder's security for a lot stands.</summary>
public abstract record SecurityStanding
{
    private SecurityStanding() { }

    /// <summary>The lot asks for none.</summary>
    public sealed record NotAsked : SecurityStanding;

    /// <summary>In full and in time.</summary>
    /// <param name="Amount">Fen.</param>
    /// <param name="At">When the bank booked it.</param>
    public sealed record Paid(long Amount, DateTime At) : SecurityStanding;

    /// <summary>By a letter that nobody found bad.</summary>
    /// <param name="Amount">Fen.</param>
    /// <param name="Until">Last day on which the letter holds.</param>
    public sealed record Guaranteed(long Amount, DateOnly Until) : SecurityStanding;

    public sealed record Missing : SecurityStanding;
}

/// <summary>保证金账册: what other parts of the floor ask and tell of securities. All of it runs inside the caller's unit of work.</summary>
public static class SecurityBook
{
    /// <summary>Whether names and lots are still kept from the accountant: until the deadline, or until the tender was terminated.</summary>
    public static bool IsSecret(Tender tender, DateTime now) => tender.Stage is not Terminated && tender.IsSecret(now);

    /// <summary>投标保证金上限: two percent of the estimate, and for works and goods never more than 800,000 yuan.</summary>
    /// <returns>Fen.</returns>
    /// <remarks>Implementing Regulation art. 26(1); Order 30 art. 37.</remarks>
    public static long Cap(Lot lot, TenderKind kind) => Cap(lot.Estimate, kind);

    /// <param name="estimate">Fen.</param>
    public static long Cap(long estimate, TenderKind kind)
    {
        var share = estimate / 100 * Rulebook.SecurityShare.Amount + estimate % 100 * Rulebook.SecurityShare.Amount / 100;
        return kind is TenderKind.Works or TenderKind.Goods ? Math.Min(share, Rulebook.SecurityCap.Amount) : share;
    }

    /// <summary>How the security stands at an instant: what the bank booked after it does not count, when ever the statement came.</summary>
    public static async Task<SecurityStanding> Standing(HallDb db, long lot, long bidder, DateTime at)
    {
        if (await db.Lots.Where(l => l.Id == lot).Select(l => l.Security).FirstAsync() == 0)
            return new SecurityStanding.NotAsked();
        var security = await db.BidSecurities.FirstOrDefaultAsync(s => s.LotId == lot && s.Bidder == bidder);
        return Standing(security?.Stage, at);
    }

    internal static SecurityStanding Standing(SecurityStage? stage, DateTime at) =>
        stage switch
        {
            Held held when held.Receipt.ArrivedAt <= at => new SecurityStanding.Paid(held.Receipt.Amount, held.Receipt.ArrivedAt),
            LetterThere letter => new SecurityStanding.Guaranteed(letter.Letter.Amount, letter.Letter.Until),
            _ => new SecurityStanding.Missing(),
        };

    /// <summary>A bid was withdrawn in writing before the deadline: five days from the notice (Implementing Regulation art. 35).</summary>
    public static async Task BidWithdrawn(HallDb db, Lot lot, long bidder, Occasion on)
    {
        if (await db.BidSecurities.FirstOrDefaultAsync(s => s.LotId == lot.Id && s.Bidder == bidder) is { } security)
            Release(db, security, RefundGround.Withdrawn, on);
    }

    /// <summary>A withdrawn bid was handed in again before the deadline: where the money is still here, it stays.</summary>
    public static async Task BidHandedInAgain(HallDb db, Lot lot, long bidder, Occasion on)
    {
        var security = await db.BidSecurities.FirstOrDefaultAsync(s => s.LotId == lot.Id && s.Bidder == bidder);
        if (security?.Stage is not RefundDue { Ground: RefundGround.Withdrawn } due)
            return;
        security.Stage = due.Keep(on.At);
        db.Record(security, on, new SecurityKept(), answer: false);
    }

    /// <summary>The lot failed, for want of three bids or of a winner: every security that is still held goes back.</summary>
    public static Task LotFailed(HallDb db, Lot lot, Occasion on) => ReleaseAll(db, s => s.LotId == lot.Id, RefundGround.LotFailed, on);

    /// <summary>The tender was terminated: every security goes back with interest (Implementing Regulation art. 31).</summary>
    public static Task TenderTerminated(HallDb db, Tender tender, Occasion on) =>
        ReleaseAll(db, s => s.TenderId == tender.Id, RefundGround.Terminated, on);

    /// <summary>The contract was signed: those of winner and losers go back with interest (Implementing Regulation art. 57).</summary>
    /// <param name="signedAt">When it was signed: from there the days are counted.</param>
    public static Task ContractSigned(HallDb db, Lot lot, DateTime signedAt, Occasion on) =>
        ReleaseAll(db, s => s.LotId == lot.Id, RefundGround.Contract, on, signedAt);

    /// <summary>A winner or candidate lost the security by law: kept, on the decision that the award records.</summary>
    /// <returns>Fen that are kept; 0 where no money lies there, as with a letter of guarantee.</returns>
    /// <remarks>Implementing Regulation arts. 35(2) and 74.</remarks>
    public static async Task<long> Forfeit(HallDb db, long lot, long bidder, ForfeitGround ground, string decision, Occasion on)
    {
        var security = await db.BidSecurities.FirstOrDefaultAsync(s => s.LotId == lot && s.Bidder == bidder);
        if (security?.Stage is not Held held)
            return 0;
        var forfeited = held.Forfeit(on.At, ground, decision);
        security.Stage = forfeited;
        var amount = forfeited.Receipt.Amount;
        db.Post(on, security.Division, Kernel.Calendar.CountyTime.DayOf(on.At), PostingKind.Forfeited, amount, security.Id);
        db.Record(security, on, new SecurityForfeited(ground, decision, amount), answer: false);
        return amount;
    }

    /// <summary>The registration was refused: what was paid goes back.</summary>
    public static async Task RegistrationRefused(HallDb db, long lot, long bidder, Occasion on)
    {
        if (await db.BidSecurities.FirstOrDefaultAsync(s => s.LotId == lot && s.Bidder == bidder) is { } security)
            Release(db, security, RefundGround.RegistrationRefused, on);
    }

    private static async Task ReleaseAll(
        HallDb db,
        System.Linq.Expressions.Expression<Func<BidSecurity, bool>> whose,
        RefundGround ground,
        Occasion on,
        DateTime? since = null
    )
    {
        foreach (var security in await db.BidSecurities.Where(whose).OrderBy(s => s.Id).ToListAsync())
            Release(db, security, ground, on, since);
    }

    /// <summary>Answers whether there was anything to give back.</summary>
    internal static bool Release(HallDb db, BidSecurity security, RefundGround ground, Occasion on, DateTime? since = null)
    {
        SecurityStage? to = security.Stage switch
        {
            Held held => held.Release(since ?? on.At, ground),
            LetterThere letter => letter.Release(on.At, ground),
            _ => null,
        };
        if (to is null)
            return false;
        security.Stage = to;
        db.Record(security, on, new SecurityReleased(ground), occurredAt: since, answer: false);
        return true;
    }
}

/// <summary>The clock of a refund started, or a letter was given back.</summary>
[Quiet]
public sealed record SecurityReleased(RefundGround Ground);

/// <summary>The bid was handed in again, and the security with it.</summary>
[Quiet]
public sealed record SecurityKept();
