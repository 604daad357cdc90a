using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>续传: the next piece of an upload.</summary>
/// <param name="Offset">Where the piece begins: it must be where the upload stands.</param>
/// <param name="Piece">None to ask how far it is.</param>
public sealed record ContinueUpload(long Upload, long Offset, Stream? Piece);

/// <param name="Offset">Bytes that are here.</param>
public sealed record UploadProgress(long Offset, long Size);

/// <summary>Bytes go to disk as they come; what arrived before the line broke stays.</summary>
public sealed class ContinueUploadHandler(IDbContextFactory<HallDb> contexts, BidStore store) : IUseCase
{
    private const int BufferSize = 81_920;

    public static Charge Charge => Charge.OfBidder;

    public async Task<Result<UploadProgress>> Handle(ContinueUpload ask, Occasion on, CancellationToken ct = default)
    {
        BidUpload? upload;
        await using (var db = await contexts.CreateDbContextAsync(ct))
            upload = await db.BidUploads.AsNoTracking().FirstOrDefaultAsync(u => u.Id == ask.Upload && u.By == on.By.Id, ct);
        if (upload is null || Charge.Check(on.By, "", bidder: upload.Bidder) is not null)
            return new UploadNotFound();
        if (upload.SettledAt is not null)
            return new UploadSettled();
        if (ask.Piece is null)
            return new UploadProgress(store.Offset(upload.File), upload.Size);
        if (upload.AskedAt is not null)
            return new UploadSettled();
        await using var file = store.Continue(upload.File);
        if (file is null)
            return new UploadBusy();
        if (file.Position != ask.Offset)
            return new OffsetDiffers(file.Position);
        var buffer = new byte[BufferSize];
        try
        {
            for (int read; (read = await ask.Piece.ReadAsync(buffer, ct)) > 0; )
            {
                if (file.Position + read > upload.Size)
                    return new PieceTooLong(upload.Size);
                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException && file.Position < upload.Size)
        {
            // The line broke, which is what resuming is for: what came is kept, and whoever comes back asks how far it is.
            return new LineBroken(file.Position);
        }
        return new UploadProgress(file.Position, upload.Size);
    }
}

public sealed record OffsetDiffers(long Offset)
    : Refusal(
        ($"续传位置不对，服务器上已有 {Offset} 字节。", $"The piece begins at the wrong place; {Offset} bytes are here."),
        ("请先查询进度，再从那里继续。", "Ask how far it is and go on from there.")
    );

public sealed record UploadBusy()
    : Refusal(("上一段还在传。", "Another piece is still being received."), ("请稍等一秒再继续。", "Wait a second and go on."));

public sealed record PieceTooLong(long Size)
    : Refusal(
        ($"内容超过开始上传时说的 {Size} 字节。", $"More came than the {Size} bytes that were announced."),
        ("请重新开始上传。", "Begin the upload again.")
    );

public sealed record LineBroken(long Offset)
    : Refusal(
        ($"连接中断，已收到 {Offset} 字节。", $"The line broke; {Offset} bytes are here."),
        ("请从这里继续上传。", "Go on from there.")
    );
