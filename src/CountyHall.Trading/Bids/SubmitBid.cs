using System.Security.Cryptography;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>递交投标文件: hands in an upload that is whole, as the first version or in place of the one before.</summary>
public sealed record SubmitBid(long Upload);

/// <summary>递交回执: this version was received, sealed, at this time.</summary>
/// <param name="Lot">标段编号</param>
/// <param name="Serial">Which version, from 1; above 1 it replaces the one before.</param>
/// <param name="Sha256">Of the sealed file.</param>
/// <param name="Size">Bytes of the sealed file.</param>
/// <param name="Certificate">Number of the certificate that signed it.</param>
[Quiet]
public sealed record BidSubmitted(string Lot, string Bidder, int Serial, string Sha256, long Size, DateTime ReceivedAt, string Certificate);

/// <summary>TR-3.23, TR-3.24: in time is what was wholly here and handed in before the deadline; everything else is refused. Order 20 arts. 26 and 27.</summary>
/// <remarks>
/// Three steps: the instant of arrival is written down; the file is checked, which takes a moment for each megabyte; the bid is recorded. A bid that
/// arrived in time and is checked across the deadline is still in time, and the opening waits for it (<see cref="BidUpload.AnyBeingChecked"/>).
/// </remarks>
public sealed class SubmitBidHandler(HallWriter writer, BidStore store, TimeProvider time) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    /// <param name="Late">It came too late, and that was recorded.</param>
    private sealed record Arrival(string File, string Lot, bool Settled, BidTooLate? Late);

    private sealed record CheckedFile(EnvelopeHeader Header, string Sha256);

    public async Task<Result<BidSubmitted>> Handle(SubmitBid ask, Occasion on, CancellationToken ct = default)
    {
        var arrived = await Arrive(ask, on, ct);
        if (arrived is not Result<Arrival>.Done(var arrival))
            return ((Result<Arrival>.Refused)arrived).Why;
        if (arrival.Late is { } late)
            return late;
        // From here on it goes to its end even if the sender hangs up: whoever asks again gets the same answer.
        if (arrival.Settled)
            return await Enter(ask, null, on);
        var looked = await Look(arrival);
        var answer = looked is Result<CheckedFile>.Done(var file) ? await Enter(ask, file, on) : ((Result<CheckedFile>.Refused)looked).Why;
        if (answer is Result<BidSubmitted>.Refused)
            await Settle(ask);
        return answer;
    }

    /// <summary>Writes down when it arrived, or that it came too late.</summary>
    private Task<Result<Arrival>> Arrive(SubmitBid ask, Occasion on, CancellationToken ct) =>
        writer.Write<Arrival>(
            on with
            {
                Key = null, // the key belongs to the answer, which is the receipt
            },
            async db =>
            {
                var upload = await db.BidUploads.FirstOrDefaultAsync(u => u.Id == ask.Upload && u.By == on.By.Id);
                if (upload is null || Charge.Check(on.By, "", bidder: upload.Bidder) is not null)
                    return new UploadNotFound();
                var lot = await db.Lots.Where(l => l.Id == upload.LotId).Select(l => l.Number).FirstAsync();
                if (upload.SettledAt is not null)
                    return new Arrival(upload.File, lot, Settled: true, null);
                var found = await BidWork.Find(db, Charge, upload.LotId, upload.Bidder, on);
                if (found is not Result<BidWork.Ground>.Done(var ground))
                    return ((Result<BidWork.Ground>.Refused)found).Why;
                if (upload.AskedAt is null && BidWork.Late(ground, on.At) is { } late)
                {
                    upload.SettledAt = on.At;
                    db.Record(
                        ground.Registration,
                        on,
                        new BidRefusedLate(lot, late.Arrived, late.Deadline, await IsEnvelope(upload.File)),
                        answer: false
                    );
                    return new Arrival(upload.File, lot, Settled: false, late);
                }
                // A whole file is never written to again, so what was asked for once is what is checked.
                if (upload.AskedAt is null && store.Offset(upload.File) is var here && here != upload.Size)
                    return new UploadIncomplete(here, upload.Size);
                upload.AskedAt ??= on.At;
                return new Arrival(upload.File, lot, Settled: false, null);
            },
            ct
        );

    /// <summary>状况: whether what came late was sealed at all.</summary>
    private async Task<bool> IsEnvelope(string name)
    {
        if (store.Offset(name) == 0)
            return false;
        await using var file = store.ReadUpload(name);
        return await Envelope.ReadHeader(file) is Result<EnvelopeHeader>.Done;
    }

    /// <summary>Shape, lot, length, signature and hash, in one reading; then the file gets its lasting place.</summary>
    private async Task<Result<CheckedFile>> Look(Arrival arrival)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Result<EnvelopeHeader> looked;
        await using (var file = store.ReadWherever(arrival.File))
            looked = await Envelope.Check(file, whole);
        if (looked is not Result<EnvelopeHeader>.Done(var header))
            return ((Result<EnvelopeHeader>.Refused)looked).Why;
        if (header.Lot != arrival.Lot)
            return new EnvelopeOfAnotherLot(header.Lot, arrival.Lot);
        store.Keep(arrival.File);
        return new CheckedFile(header, Convert.ToHexStringLower(whole.GetHashAndReset()));
    }

    private Task<Result<BidSubmitted>> Enter(SubmitBid ask, CheckedFile? file, Occasion on) =>
        writer.Write<BidSubmitted>(
            on,
            async db =>
            {
                var upload = await db.BidUploads.FirstAsync(u => u.Id == ask.Upload);
                var bid = await db.Bids.FirstOrDefaultAsync(b => b.LotId == upload.LotId && b.Bidder == upload.Bidder);
                if (file is null || upload.SettledAt is not null)
                    return bid is not null && bid.Receipt.File == upload.File
                        ? await AnswerOf(db, bid) // sent twice: the receipt is the same
                        : new UploadSettled();
                var found = await BidWork.Find(db, Charge, upload.LotId, upload.Bidder, on);
                if (found is not Result<BidWork.Ground>.Done(var ground))
                    return ((Result<BidWork.Ground>.Refused)found).Why;
                var arrived = upload.AskedAt!.Value;
                if (BidWork.Late(ground, arrived) is { } late)
                    return late; // nobody waited for it: the opening has begun
                var signer = file.Header.SignerThumbprint;
                var certificate = await db.Certificates.FirstOrDefaultAsync(c => c.SigningPrint == signer);
                if (certificate is null || certificate.Firm != upload.Bidder)
                    return new SignedByAnother();
                if (certificate.CheckToSign(CountyTime.DayOf(arrived)) is { } stopped)
                    return stopped;
                if (await CustodianPanel.Of(db, ground.Tender) is not { } panel || !panel.IsIn(file.Header))
                    return new CustodiansDiffer();

                var receipt = new BidReceipt(
                    (bid?.Receipt.Serial ?? 0) + 1,
                    upload.File,
                    file.Sha256,
                    upload.Size,
                    arrived,
                    certificate.Id,
                    on.By.Id,
                    panel.Number
                );
                if (bid is null)
                {
                    bid = new Bid
                    {
                        Id = Ids.Next(on.At),
                        LotId = ground.Lot.Id,
                        TenderId = ground.Tender.Id,
                        Division = ground.Lot.Division,
                        Bidder = upload.Bidder,
                        BidderName = ground.Registration.BidderName,
                        Stage = BidStage.First(receipt),
                    };
                    db.Bids.Add(bid);
                }
                else
                {
                    var step =
                        bid.Stage is BidTakenBack
                            ? bid.Take((BidTakenBack back) => back.SubmitAgain(receipt))
                            : bid.Take((BidReceived before) => before.Replace(receipt));
                    if (step is Result<BidReceived>.Refused(var wrong))
                        return wrong;
                    await SecurityBook.BidHandedInAgain(db, ground.Lot, upload.Bidder, on);
                }
                upload.SettledAt = on.At;
                CertificateWork.Use(db, certificate, CertificateUse.SignBid, ground.Lot.Number, on);
                return db.Record(bid, on, Answer(ground.Lot.Number, bid, certificate.Number), occurredAt: arrived);
            }
        );

    private static async Task<BidSubmitted> AnswerOf(HallDb db, Bid bid)
    {
        var lot = await db.Lots.Where(l => l.Id == bid.LotId).Select(l => l.Number).FirstAsync();
        var signer = bid.Receipt.Certificate;
        return Answer(lot, bid, await db.Certificates.Where(c => c.Id == signer).Select(c => c.Number).FirstAsync());
    }

    private static BidSubmitted Answer(string lot, Bid bid, string certificate)
    {
        var receipt = bid.Receipt;
        return new(lot, bid.BidderName, receipt.Serial, receipt.Sha256, receipt.Size, receipt.ReceivedAt, certificate);
    }

    /// <summary>Refused: nobody waits for it any more.</summary>
    private async Task Settle(SubmitBid ask)
    {
        var dropped = "";
        await writer.Write(async db =>
        {
            var upload = await db.BidUploads.FirstAsync(u => u.Id == ask.Upload);
            if (upload.SettledAt is not null)
                return;
            upload.SettledAt = time.Now();
            dropped = upload.File;
        });
        if (dropped.Length > 0)
            store.Drop(dropped);
    }
}

public sealed record UploadIncomplete(long Here, long Size)
    : Refusal(
        ($"还没有传完：{Here}/{Size} 字节。", $"The upload is not complete: {Here} of {Size} bytes."),
        (
            "请继续上传。截止时没有传完的，视为没有递交。",
            "Go on with the upload. What is not complete at the deadline counts as not handed in."
        ),
        BidLaw.InTime
    );

public sealed record SignedByAnother()
    : Refusal(
        ("信封的签名不是本单位登记的证书。", "The envelope was not signed with a certificate of this firm."),
        ("请用本单位在“我的密钥”里登记的密钥重新加密。", "Seal it again with keys that this firm registered under “My keys”."),
        BidLaw.Signed
    );

public sealed record CustodiansDiffer()
    : Refusal(
        ("信封里的密钥保管人与本标段公布的名单不一致。", "The custodians in the envelope are not those of this lot."),
        ("请重新下载本标段的加密参数，再加密一次。", "Fetch the sealing terms of this lot again and seal it anew."),
        BidLaw.InTime
    );
