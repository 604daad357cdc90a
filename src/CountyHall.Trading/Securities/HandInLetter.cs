using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>提交保函: a letter of guarantee in place of money; until the deadline another may take its place.</summary>
/// <param name="Amount">Fen.</param>
/// <param name="Until">Last day on which it holds.</param>
public sealed record HandInLetter(string Lot, long Bidder, string Issuer, string Number, long Amount, DateOnly Until, StoredFile? Paper);

[Quiet]
public sealed record GuaranteeGiven(string Issuer, string Number, long Amount, DateOnly Until, string Paper);

/// <summary>Implementing Regulation art. 26(1): the security holds as long as the bid.</summary>
public sealed class HandInLetterHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<GuaranteeGiven>> Handle(HandInLetter ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<GuaranteeGiven>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division, bidder: ask.Bidder) is { } stranger)
                    return stranger;
                var opened = await OpenLot.Find(db, ask.Lot, on.At);
                if (opened is not Result<OpenLot>.Done(var open))
                    return ((Result<OpenLot>.Refused)opened).Why;
                var security = await db.BidSecurities.FirstOrDefaultAsync(s => s.LotId == open.Lot.Id && s.Bidder == ask.Bidder);
                if (security is null)
                    return new SecurityNotFound();
                if (ask.Paper is not { } paper || string.IsNullOrWhiteSpace(ask.Issuer) || string.IsNullOrWhiteSpace(ask.Number))
                    return new LetterIncomplete();
                if (ask.Amount < security.Amount)
                    return new LetterNotEnough(security.Amount);
                var needed = LastDayOfValidity(open.Stage.Times.BidDeadline, open.Stage.Times.Validity);
                if (ask.Until < needed)
                    return new LetterTooShort(needed);
                var letter = new GuaranteeLetter(ask.Issuer.Trim(), ask.Number.Trim(), ask.Amount, ask.Until, paper);
                SecurityStage? to = security.Stage switch
                {
                    Awaited awaited => awaited.HandIn(on.At, letter),
                    LetterHandedIn there => there.Replace(on.At, letter),
                    _ => null,
                };
                if (to is null)
                    return new WrongSecurityStage(security.AccountNumber, security.Stage);
                security.Stage = to;
                return db.Record(security, on, new GuaranteeGiven(letter.Issuer, letter.Number, letter.Amount, letter.Until, paper.Hash));
            },
            ct
        );

    /// <summary>投标有效期 runs from the deadline; its last day is the last on which the letter must hold.</summary>
    public static DateOnly LastDayOfValidity(DateTime deadline, int days) => CountyTime.DayOf(deadline).AddDays(days);
}
