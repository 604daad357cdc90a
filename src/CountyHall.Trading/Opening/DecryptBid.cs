using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>解密: the bidder's own device has unwrapped the content key; with it the house opens the envelope and checks every byte.</summary>
/// <param name="Bid">Id of the bid in the opening.</param>
/// <param name="Key">Content key, 32 bytes in base64.</param>
public sealed record DecryptBid(string Number, long Bid, string Key);

/// <param name="Opened">False where the key did not open it; it may be tried again within the time.</param>
/// <param name="Trouble">What stood in the way.</param>
public sealed record DecryptionTried(long Bid, bool Opened, string? Trouble, BidEvidence Evidence);

/// <summary>The same step on the sealed bid itself.</summary>
public sealed record SealedBidOpened(long Bid, bool ByCustodians);

/// <summary>Order 20 arts. 27 and 30: never before the deadline, and each bidder within the stated time.</summary>
public sealed class DecryptBidHandler(HallWriter writer, IDbContextFactory<HallDb> contexts, BidStore store) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public async Task<Result<DecryptionTried>> Handle(DecryptBid ask, Occasion on, CancellationToken ct = default)
    {
        // Reading and decrypting twenty megabytes is no work for the one writer: it is done before, and the unit decides whether it counts.
        OpeningTry? tried = null;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await OpeningWork.Find(db, ask.Number, on) is not { } seen)
                return new OpeningNotFound(ask.Number);
            if (seen.BeforeDeadline is { } early)
                return early;
            if (await seen.Bid(ask.Bid) is not { } bid)
                return new NoSuchOpeningBid();
            if (Charge.Check(on.By, seen.Session.Division, seen.Tender, bid.Bidder) is { } why)
                return why;
            if (Refuse(seen, on) is null && bid.Stage is NotYetOpened)
                tried = await OpenedEnvelope.Try(db, store, bid, Envelope.Decode(ask.Key) ?? [], ct); // a key that is none opens nothing
        }
        return await writer.Step<DecryptionTried>(
            ask.Number,
            Charge.OfAnybody, // asked above, with the bidder that the bid names
            on,
            async opening =>
            {
                if (Refuse(opening, on) is { } why)
                    return why;
                if (await opening.Bid(ask.Bid) is not { } bid)
                    return new NoSuchOpeningBid();
                if (tried is null || bid.Stage is not NotYetOpened)
                    return new WrongOpeningBidStage(bid.BidderName, bid.Stage);
                return tried.Opened is { } opened ? await Open(opening, bid, opened, tried.Evidence) : await Failed(opening, bid, tried);
            },
            ct
        );
    }

    private static Refusal? Refuse(OpeningInHand opening, Occasion on) =>
        opening.BeforeDeadline
        ?? (
            opening.Session.Stage is not Decrypting decrypting ? new WrongOpeningStage(opening.Session.Stage)
            : on.At >= decrypting.Until ? new DecryptionTimeOver(decrypting.Until)
            : null
        );

    private static async Task<Result<DecryptionTried>> Open(OpeningInHand opening, OpeningBid bid, OpenedBid opened, BidEvidence evidence)
    {
        var (db, on) = (opening.Db, opening.On);
        var certificate = await CertificateOf(db, bid);
        if (certificate.CheckToOpen() is { } stopped)
            return stopped;
        if (bid.Take((NotYetOpened still) => still.Open(on.At, opened)) is Result<Decrypted>.Refused(var why))
            return why;
        if (await OpenedEnvelope.Move(opening, bid, opened, byCustodians: false) is { } no)
            return no;
        var lot = await db.Lots.Where(l => l.Id == bid.LotId).Select(l => l.Number).SingleAsync();
        CertificateWork.Use(db, certificate, CertificateUse.OpenBid, lot, on);
        var done = db.Record(bid, on, new DecryptionTried(bid.Id, true, null, evidence));
        await opening.Say(($"{bid.Place} 号解密完成 {bid.BidderName}", $"No. {bid.Place} decrypted: {bid.BidderName}"));
        return done;
    }

    /// <summary>The certificate by which the bid was sealed: one that was reported lost opens nothing.</summary>
    private static async Task<Certificate> CertificateOf(HallDb db, OpeningBid bid)
    {
        var sealedBid = await db.Bids.AsNoTracking().SingleAsync(b => b.Id == bid.BidId);
        return await db.Certificates.SingleAsync(c => c.Id == sealedBid.Receipt.Certificate);
    }

    private static async Task<Result<DecryptionTried>> Failed(OpeningInHand opening, OpeningBid bid, OpeningTry tried)
    {
        var trouble = tried.Trouble!.Reason;
        if (bid.Stage is StillSealed still)
            bid.Stage = still.Fail(trouble.Zh);
        var done = opening.Db.Record(bid, opening.On, new DecryptionTried(bid.Id, false, trouble.Zh, tried.Evidence));
        await opening.Say(
            (
                $"{bid.Place} 号解密失败 {bid.BidderName}：{(tried.Evidence.BytesAsReceived ? trouble.Zh : "系统里的文件与回执不一致")}",
                $"No. {bid.Place} not decrypted, {bid.BidderName}: {(tried.Evidence.BytesAsReceived ? trouble.En : "the bytes kept differ from the receipt")}"
            ),
            alarm: true
        );
        return done;
    }
}
