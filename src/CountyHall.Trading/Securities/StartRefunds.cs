using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>登记退还事由: the securities of a lot become due, because it failed, the tender was terminated, or the contract was signed.</summary>
/// <param name="Contract">Number of the contract; none where the lot failed or the tender was terminated.</param>
/// <param name="SignedOn">The day on which it was signed.</param>
public sealed record StartRefunds(string Lot, string? Contract, DateOnly? SignedOn);

[Quiet]
public sealed record RefundsStarted(RefundGround Ground, string? Contract, int Securities);

/// <summary>Implementing Regulation arts. 31, 44 and 57. The days are counted from the event, not from this entry.</summary>
public sealed class StartRefundsHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfAccountant;

    public Task<Result<RefundsStarted>> Handle(StartRefunds ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<RefundsStarted>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                if (await db.Lots.FirstOrDefaultAsync(l => l.Number == ask.Lot && l.Division == on.By.Division) is not { } lot)
                    return new LotNotFound(ask.Lot);
                var tender = await db.Tenders.FirstAsync(t => t.Id == lot.TenderId);
                if (SecurityBook.IsSecret(tender, on.At))
                    return new StillSecret();
                var contract = string.IsNullOrWhiteSpace(ask.Contract) ? null : ask.Contract.Trim();
                (RefundGround Ground, DateTime Since)? due = (tender.Stage, lot.Stage) switch
                {
                    (Terminated terminated, _) => (RefundGround.Terminated, terminated.At),
                    (_, Failed failed) => (RefundGround.LotFailed, failed.At),
                    // A contract that was signed here has started its refunds by itself; this is for one signed outside the house.
                    (_, Opened opened)
                        when contract is { Length: <= 100 }
                            && ask.SignedOn is { } day
                            && day >= CountyTime.DayOf(opened.At)
                            && day <= CountyTime.DayOf(on.At) => (RefundGround.Contract, Within(day, on.At)),
                    _ => null,
                };
                if (due is not { } start)
                    return new NoGroundForRefunds();
                var started = 0;
                foreach (var security in await db.BidSecurities.Where(s => s.LotId == lot.Id).OrderBy(s => s.Id).ToListAsync())
                    started += SecurityBook.Release(db, security, start.Ground, on, start.Since) ? 1 : 0;
                return db.Record(lot, on, new RefundsStarted(start.Ground, contract, started));
            },
            ct
        );

    // Some instant of the day: the clock counts from the day after.
    private static DateTime Within(DateOnly day, DateTime now)
    {
        var noon = CountyTime.Utc(day, new TimeOnly(12, 0));
        return noon > now ? now : noon;
    }
}
