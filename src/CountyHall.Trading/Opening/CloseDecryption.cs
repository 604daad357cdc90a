using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>结束解密: every bid is opened, or the receipt decides whose fault it is that it is not.</summary>
public sealed record CloseDecryption(string Number);

/// <param name="Revoked">Bids of the opening that are deemed revoked.</param>
public sealed record DecryptionClosed(string Number, int Opened, IReadOnlyList<long> Revoked);

/// <summary>A bid is deemed revoked: its bytes are as received and no right key came within the time.</summary>
public sealed record BidDeemedRevoked(long Bid, BidEvidence Evidence, int Attempts);

/// <summary>Order 20 art. 31: the others go on.</summary>
public sealed class CloseDecryptionHandler(HallWriter writer, IDbContextFactory<HallDb> contexts, BidStore store) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public async Task<Result<DecryptionClosed>> Handle(CloseDecryption ask, Occasion on, CancellationToken ct = default)
    {
        var evidence = new Dictionary<long, BidEvidence>();
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await OpeningWork.Find(db, ask.Number, on) is not { } seen)
                return new OpeningNotFound(ask.Number);
            if (Charge.Check(on.By, seen.Session.Division, seen.Tender) is { } why)
                return why;
            // Only what may be decided now is looked at: before the time is over, nobody's bytes are read for it.
            if (seen.Session.Stage is Decrypting decrypting && on.At >= decrypting.Until)
            {
                var session = seen.Session.Id;
                foreach (
                    var bid in await db
                        .OpeningBids.AsNoTracking()
                        .Where(b => b.SessionId == session && b.StageName == "still-sealed")
                        .ToListAsync(ct)
                )
                    evidence[bid.Id] = await OpenedEnvelope.Examine(db, store, bid, ct);
            }
        }
        return await writer.Step<DecryptionClosed>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.BeforeDeadline is { } early)
                    return early;
                if (opening.Session.Stage is not Decrypting decrypting)
                    return new WrongOpeningStage(opening.Session.Stage);
                var (db, session) = (opening.Db, opening.Session.Id);
                var bids = await db.OpeningBids.Where(b => b.SessionId == session).OrderBy(b => b.LotId).ThenBy(b => b.Place).ToListAsync();
                if (bids.Any(b => b.Stage is StillSealed) && on.At < decrypting.Until)
                    return new StillTimeToDecrypt(decrypting.Until);
                if (Undecided(bids, evidence) is { } undecided)
                    return new FaultNotDecided(undecided.BidderName);
                if (opening.Session.Stage.Plan.Draw is not null && await DrawSides.Committed(opening, 1) < DrawSides.Fewest)
                    return new DrawNeedsTwoSources();
                var revoked = new List<long>();
                foreach (var bid in bids.Where(b => b.Stage is StillSealed))
                {
                    if (await Revoke(opening, bid, evidence[bid.Id]) is { } why)
                        return why;
                    revoked.Add(bid.Id);
                }
                return await opening.Step(
                    (Decrypting over) => over.Close(on.At),
                    _ => new DecryptionClosed(ask.Number, bids.Count(b => b.Stage is Decrypted), revoked),
                    _ => Line(bids)
                );
            },
            ct
        );
    }

    /// <summary>Damaged bytes, or a fault recorded and not settled: nobody is blamed before that is decided.</summary>
    private static OpeningBid? Undecided(List<OpeningBid> bids, Dictionary<long, BidEvidence> evidence) =>
        bids.Find(b =>
            b.Stage is FaultRecorded or FaultConfirmed
            || b.Stage is StillSealed && !(evidence.GetValueOrDefault(b.Id)?.BytesAsReceived ?? false)
        );

    private static async Task<Refusal?> Revoke(OpeningInHand opening, OpeningBid bid, BidEvidence evidence)
    {
        var (db, on) = (opening.Db, opening.On);
        var done = bid.Take((StillSealed still) => still.Revoke(on.At, evidence));
        if (done is not Result<DeemedRevoked>.Done(var revoked))
            return ((Result<DeemedRevoked>.Refused)done).Why;
        db.Record(bid, on, new BidDeemedRevoked(bid.Id, evidence, revoked.Attempts), answer: false);
        var received = await db.Bids.FirstAsync(b => b.Id == bid.BidId);
        var cause = revoked.Attempts == 0 ? "在规定时间内没有解密" : "所用的密钥打不开与回执一致的文件";
        if (received.Take((BidReceived sealed_) => sealed_.Revoke(on.At, cause)) is Result<BidRevoked>.Refused(var why))
            return why;
        db.Record(received, on, new BidDeemedRevoked(bid.Id, evidence, revoked.Attempts), answer: false);
        return null;
    }

    private static Words Line(List<OpeningBid> bids)
    {
        var revoked = bids.Where(b => b.Stage is DeemedRevoked).Select(b => b.BidderName).ToList();
        var opened = bids.Count(b => b.Stage is Decrypted);
        return revoked.Count == 0
            ? ($"解密结束，{opened} 份已解密", $"Decryption over: {opened} opened")
            : (
                $"解密结束，{opened} 份已解密；文件与回执一致而未能解密，视为撤销：{string.Join("、", revoked)}",
                $"Decryption over: {opened} opened; bytes as in the receipt and not decrypted, deemed revoked: {string.Join(", ", revoked)}"
            );
    }
}
