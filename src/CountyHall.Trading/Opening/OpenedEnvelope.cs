using System.Security.Cryptography;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>What came of trying a key on an envelope.</summary>
internal sealed record OpeningTry(OpenedBid? Opened, Refusal? Trouble, BidEvidence Evidence);

/// <summary>信封的开启: the bytes against the receipt, the envelope with a key, and what was in it.</summary>
internal static class OpenedEnvelope
{
    /// <summary>Whether the bytes kept are those of the receipt.</summary>
    public static async Task<BidEvidence> Examine(HallDb db, BidStore store, OpeningBid listed, CancellationToken ct)
    {
        var file = await FileOf(db, listed, ct);
        if (!store.Has(file))
            return new BidEvidence(listed.Receipt, false);
        await using var bytes = store.OpenRead(file);
        return new BidEvidence(listed.Receipt, Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) == listed.Receipt);
    }

    /// <summary>The header, which says for whom the content key is wrapped.</summary>
    public static async Task<Result<EnvelopeHeader>> Header(HallDb db, BidStore store, OpeningBid listed, CancellationToken ct)
    {
        var file = await FileOf(db, listed, ct);
        if (!store.Has(file))
            return new BytesStillDamaged();
        await using var bytes = store.OpenRead(file);
        return await Envelope.ReadHeader(bytes, ct);
    }

    /// <summary>Opens it and keeps the plain package under a fresh name, which counts only once it is recorded.</summary>
    public static async Task<OpeningTry> Try(HallDb db, BidStore store, OpeningBid listed, byte[] key, CancellationToken ct)
    {
        var evidence = await Examine(db, store, listed, ct);
        if (!evidence.BytesAsReceived)
            return new OpeningTry(null, new BytesStillDamaged(), evidence);
        var package = BidStore.FreshName();
        Result<OpenedPackage> opened;
        await using (var envelope = store.OpenRead(await FileOf(db, listed, ct)))
        await using (var into = store.Create(package))
        {
            opened = await Envelope.Open(envelope, key, into, ct);
            await into.FlushAsync(ct);
        }
        return opened switch
        {
            Result<OpenedPackage>.Done(var plain) => new OpeningTry(Read(plain, package), null, evidence),
            Result<OpenedPackage>.Refused(var why) => new OpeningTry(null, why, evidence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Moves the sealed bid on with its place in the opening.</summary>
    public static async Task<Refusal?> Move(OpeningInHand opening, OpeningBid listed, OpenedBid opened, bool byCustodians)
    {
        var bid = await opening.Db.Bids.FirstAsync(b => b.Id == listed.BidId);
        var sheet = new OpeningSheet(opened.Price, opened.PriceInWords, opened.Duration, opened.Quality, opened.Leader, opened.Others);
        if (
            bid.Take((BidReceived received) => received.Decrypt(opening.On.At, sheet, opened.Package, byCustodians))
            is Result<BidDecrypted>.Refused(var why)
        )
            return why;
        opening.Db.Record(bid, opening.On, new SealedBidOpened(listed.Id, byCustodians), answer: false);
        return null;
    }

    /// <summary>Words prevail over digits, where they can be read at all (Order 12 art. 19).</summary>
    private static OpenedBid Read(OpenedPackage plain, string package)
    {
        var sheet = plain.Manifest.Sheet;
        return new OpenedBid(
            sheet.Price,
            sheet.PriceInCapitals,
            AmountInWords.Read(sheet.PriceInCapitals) ?? sheet.Price,
            sheet.Duration,
            sheet.Quality,
            sheet.ProjectLeader,
            sheet.Others,
            package,
            plain.FilesAt,
            [.. plain.Manifest.Files.Select(f => new OpenedFile(f.Name, f.Part, f.Size, f.Sha256))]
        );
    }

    private static async Task<string> FileOf(HallDb db, OpeningBid listed, CancellationToken ct) =>
        (await db.Bids.AsNoTracking().FirstAsync(b => b.Id == listed.BidId, ct)).Receipt.File;
}
