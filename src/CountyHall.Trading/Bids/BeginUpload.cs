using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>开始上传: asks for a place for a sealed file of a known size.</summary>
/// <param name="Lot">标段编号</param>
/// <param name="Bidder">Party id of the firm.</param>
/// <param name="Size">Bytes.</param>
public sealed record BeginUpload(string Lot, long Bidder, long Size);

/// <param name="Upload">By which the pieces are sent.</param>
public sealed record UploadBegun(long Upload, long Size);

/// <summary>One upload of a firm for a lot at a time; another one lets the unfinished one go. No record yet, so nothing is told of it.</summary>
public sealed class BeginUploadHandler(HallWriter writer, BidStore store) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public async Task<Result<UploadBegun>> Handle(BeginUpload ask, Occasion on, CancellationToken ct = default)
    {
        List<string> dropped = [];
        var begun = await writer.Write<UploadBegun>(
            on with
            {
                Key = null, // records no fact by which a key could be found again; a second one lets the first go
            },
            async db =>
            {
                dropped.Clear();
                var lot = await db.Lots.FirstOrDefaultAsync(l => l.Number == ask.Lot);
                if (lot is null)
                    return new LotNotFound(ask.Lot);
                var found = await BidWork.Find(db, Charge, lot.Id, ask.Bidder, on);
                if (found is not Result<BidWork.Ground>.Done(var ground))
                    return ((Result<BidWork.Ground>.Refused)found).Why;
                if (BidWork.Late(ground, on.At) is { } late)
                    return late;
                if (ask.Size < Envelope.Lead + Envelope.SignatureSize)
                    return new NotSealed();
                if (ask.Size > store.Largest)
                    return new EnvelopeTooLarge(store.Largest);
                var unfinished = await db
                    .BidUploads.Where(u => u.LotId == lot.Id && u.Bidder == ask.Bidder && u.AskedAt == null && u.SettledAt == null)
                    .ToListAsync();
                foreach (var old in unfinished)
                {
                    old.SettledAt = on.At;
                    dropped.Add(old.File);
                }
                var upload = new BidUpload
                {
                    Id = Ids.Next(on.At),
                    LotId = lot.Id,
                    Bidder = ask.Bidder,
                    By = on.By.Id,
                    Size = ask.Size,
                    File = BidStore.FreshName(),
                    BegunAt = on.At,
                };
                db.BidUploads.Add(upload);
                return new UploadBegun(upload.Id, upload.Size);
            },
            ct
        );
        if (begun is Result<UploadBegun>.Done)
            dropped.ForEach(store.Drop);
        return begun;
    }
}

public sealed record EnvelopeTooLarge(long Largest)
    : Refusal(
        ($"投标信封超过 {Largest / 1048576} MB 的上限。", $"The envelope is larger than the limit of {Largest / 1048576} MB."),
        ("请压缩图片和扫描件后重新加密。", "Compress pictures and scans, and seal it again.")
    );
