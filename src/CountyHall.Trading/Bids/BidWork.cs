using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>What every step of a bid asks first.</summary>
internal static class BidWork
{
    /// <summary>A lot, its tender and the registration by which this bidder may hand in a bid.</summary>
    public sealed record Ground(Lot Lot, Tender Tender, Registration Registration);

    /// <summary>The lot is open for bids and the bidder was admitted. The deadline is asked apart, because a late bid is recorded.</summary>
    public static async Task<Result<Ground>> Find(HallDb db, Charge charge, long lotId, long bidder, Occasion on)
    {
        if (await db.Lots.FirstOrDefaultAsync(l => l.Id == lotId) is not { } lot)
            return new LotNotFound("");
        var tender = await db.Tenders.FirstAsync(t => t.Id == lot.TenderId);
        if (charge.Check(on.By, lot.Division, tender, bidder) is { } refusal)
            return refusal;
        var registration = await db.Registrations.FirstOrDefaultAsync(r => r.LotId == lotId && r.Bidder == bidder);
        if (registration is not { MayBid: true })
            return new NotAdmitted();
        if (tender.Stage is not (Announced or OpeningEnded))
            return new WrongTenderStage(tender.Number, tender.Stage);
        if (lot.Stage is Planned or Stopped)
            return new WrongLotStage(lot.Number, lot.Stage);
        return new Ground(lot, tender, registration);
    }

    /// <summary>拒收: at the deadline exactly it is late. Bidding Law art. 28(2), Implementing Regulation art. 36.</summary>
    public static BidTooLate? Late(Ground ground, DateTime arrived) =>
        ground.Tender.Stage is Announced { Times.BidDeadline: var deadline } && arrived < deadline && ground.Lot.Stage is Open
            ? null
            : new BidTooLate(arrived, ground.Tender.BidDeadline ?? throw new System.Diagnostics.UnreachableException());
}

/// <summary>拒收: recorded with its time and the state of its seal (Implementing Regulation art. 36).</summary>
/// <param name="Sealed">Whether what came was an envelope.</param>
[Quiet]
public sealed record BidRefusedLate(string Lot, DateTime ArrivedAt, DateTime Deadline, bool Sealed);

public sealed record NotAdmitted()
    : Refusal(
        ("这家单位没有通过本标段的报名，不能递交投标文件。", "This firm was not admitted to the lot and cannot hand in a bid."),
        ("请先报名；已报名的，请看审核结果。", "Register first, or look at the result of the review."),
        BidLaw.Admitted
    );

public sealed record BidTooLate(DateTime Arrived, DateTime Deadline)
    : Refusal(
        (
            $"已到投标截止时间，不再接收：到达 {Kernel.Calendar.CountyTime.Local(Arrived):yyyy-MM-dd HH:mm:ss.fff}，截止 {Kernel.Calendar.CountyTime.Local(Deadline):yyyy-MM-dd HH:mm:ss.fff}。到达时间已记录。",
            $"The deadline has come: it arrived {Kernel.Calendar.CountyTime.Local(Arrived):yyyy-MM-dd HH:mm:ss.fff}, the deadline was {Kernel.Calendar.CountyTime.Local(Deadline):yyyy-MM-dd HH:mm:ss.fff}. The time was recorded."
        ),
        (
            "截止时刻本身也算迟到。截止前递交成功的版本仍然有效。",
            "At the deadline exactly it is late. A version that was confirmed before it still stands."
        ),
        BidLaw.Late
    );

public sealed record UploadNotFound()
    : Refusal(("查无这次上传。", "There is no such upload."), ("请重新开始上传。", "Begin the upload again."));

public sealed record UploadSettled()
    : Refusal(
        ("这次上传已经办完。", "This upload has been dealt with."),
        ("要递交新的版本，请重新上传。", "To hand in another version, upload it anew.")
    );
