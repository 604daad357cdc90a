using System.Security.Cryptography;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>领取子账号: a bidder gets the sub-account to which the security for one lot is paid.</summary>
public sealed record OpenSubAccount(string Lot, long Bidder);

[Quiet]
public sealed record SubAccountGiven(string Lot, long Bidder, string SubAccount, long Amount);

/// <summary>One number for each bidder and lot, drawn at random, so that no list of payments tells who takes part in what (Bidding Law art. 22).</summary>
public sealed class OpenSubAccountHandler(HallWriter writer) : IUseCase
{
    private const int Digits = 16;

    public static Charge Charge => Charge.OfBidder;

    public Task<Result<SubAccountGiven>> Handle(OpenSubAccount ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<SubAccountGiven>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division, bidder: ask.Bidder) is { } stranger)
                    return stranger;
                var opened = await OpenLot.Find(db, ask.Lot, on.At);
                if (opened is not Result<OpenLot>.Done(var open))
                    return ((Result<OpenLot>.Refused)opened).Why;
                if (open.Lot.Security == 0)
                    return new NoSecurityAsked(ask.Lot);
                var registration = await db
                    .Registrations.AsNoTracking()
                    .FirstOrDefaultAsync(r => r.LotId == open.Lot.Id && r.Bidder == ask.Bidder);
                if (registration is null or { Stage: RegistrationRefused })
                    return new NotRegisteredForLot(ask.Lot);
                var known = await db.BidSecurities.FirstOrDefaultAsync(s => s.LotId == open.Lot.Id && s.Bidder == ask.Bidder);
                if (known is not null)
                    return new SubAccountGivenAlready(known.AccountNumber);
                var security = new BidSecurity
                {
                    Id = Ids.Next(on.At),
                    Division = open.Lot.Division,
                    LotId = open.Lot.Id,
                    TenderId = open.Tender.Id,
                    Bidder = ask.Bidder,
                    BidderName = registration.BidderName,
                    AccountNumber = Draw(),
                    Amount = open.Lot.Security,
                    Stage = SecurityStage.Begin(on.At),
                };
                db.Add(security);
                return db.Record(security, on, new SubAccountGiven(ask.Lot, ask.Bidder, security.AccountNumber, security.Amount));
            },
            ct
        );

    // Sixteen digits that begin with 9: a number that was drawn before is refused by the index, and the bidder asks once more.
    private static string Draw() => $"9{RandomNumberGenerator.GetString("0123456789", Digits - 1)}";
}

public sealed record SubAccountGivenAlready(string SubAccount)
    : Refusal(
        ($"本标段的子账号已经领取：{SubAccount}。", $"The sub-account for this lot was given already: {SubAccount}."),
        ("请向这个子账号付款。", "Pay to that one."),
        SecurityProvisions.Books
    );
