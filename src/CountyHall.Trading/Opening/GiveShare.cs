using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Bids;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>交出份额: a custodian gives the share of one bid, after a fault of the system was confirmed; with enough of them the bid opens.</summary>
/// <param name="Bid">Id of the bid in the opening.</param>
/// <param name="Share">32 bytes in base64, unwrapped on the custodian's own device.</param>
public sealed record GiveShare(string Number, long Bid, string Share);

public sealed record ShareGiven(long Bid, int Index);

/// <summary>Enough shares were there, and the bid opened.</summary>
public sealed record BidRecovered(long Bid, BidEvidence Evidence, IReadOnlyList<int> Shares);

/// <summary>Order 20 art. 31: the remedy that the documents name. No single person can open anything.</summary>
public sealed class GiveShareHandler(HallWriter writer, IDbContextFactory<HallDb> contexts, BidStore store, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfCustodian;

    public async Task<Result<ShareGiven>> Handle(GiveShare ask, Occasion on, CancellationToken ct = default)
    {
        int index;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await OpeningWork.Find(db, ask.Number, on) is not { } seen)
                return new OpeningNotFound(ask.Number);
            if (Charge.Check(on.By, seen.Session.Division, seen.Tender) is { } why)
                return why;
            if (seen.BeforeDeadline is { } early)
                return early;
            if (await seen.Bid(ask.Bid) is not { } bid)
                return new NoSuchOpeningBid();
            if (await Panels.Of(db, bid, ct) is not { } panel || panel.Members.FirstOrDefault(m => m.User == on.By.Id) is not { } seat)
                return new NotYourShare();
            index = seat.Index;
        }
        if (Share(ask.Share) is not { } share)
            return new ShareWrong();
        var given = await writer.Step<ShareGiven>(ask.Number, Charge, on, opening => Keep(opening, ask.Bid, index, share), ct);
        // Kept first, opened afterwards: a kill in between loses no share, and the next one who comes opens the bid.
        return given is Result<ShareGiven>.Done && await Recover(ask, on, ct) is { } not ? not : given;
    }

    private async Task<Result<ShareGiven>> Keep(OpeningInHand opening, long id, int index, byte[] share)
    {
        var (db, on) = (opening.Db, opening.On);
        if (opening.Session.Stage is not Decrypting)
            return new WrongOpeningStage(opening.Session.Stage);
        if (await opening.Bid(id) is not { } bid)
            return new NoSuchOpeningBid();
        if (bid.Stage is not FaultConfirmed)
            return new WrongOpeningBidStage(bid.BidderName, bid.Stage);
        var mine = await db.RecoveryShares.FirstOrDefaultAsync(s => s.OpeningBidId == id && s.Custodian == on.By.Id);
        if (mine is null)
        {
            mine = new RecoveryShare
            {
                Id = Ids.Next(on.At),
                OpeningBidId = id,
                Custodian = on.By.Id,
                Index = index,
                ShareSealed = vault.Seal(Convert.ToBase64String(share)),
                At = on.At,
            };
            db.RecoveryShares.Add(mine);
        }
        else
        {
            (mine.ShareSealed, mine.At) = (vault.Seal(Convert.ToBase64String(share)), on.At);
        }
        var done = db.Record(mine, on, new ShareGiven(id, index));
        await opening.Say(
            (
                $"{bid.Place} 号 {bid.BidderName}：保管人交出第 {index} 份密钥份额",
                $"No. {bid.Place} {bid.BidderName}: a custodian gave share {index}"
            )
        );
        return done;
    }

    /// <summary>Opens the bid if enough shares are there. Answers why enough shares did not open it.</summary>
    private async Task<Refusal?> Recover(GiveShare ask, Occasion on, CancellationToken ct)
    {
        OpeningTry? tried = null;
        IReadOnlyList<SecretShare> used = [];
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var bid = await db.OpeningBids.AsNoTracking().FirstAsync(b => b.Id == ask.Bid, ct);
            if (bid.Stage is not FaultConfirmed || await Panels.Of(db, bid, ct) is not { } panel)
                return null;
            var kept = await db.RecoveryShares.AsNoTracking().Where(s => s.OpeningBidId == ask.Bid).OrderBy(s => s.Index).ToListAsync(ct);
            if (kept.Count < panel.Threshold)
                return null;
            var shares = kept.ConvertAll(s => new SecretShare(s.Index, Convert.FromBase64String(vault.Open(s.ShareSealed))));
            // A wrong share cannot be told by itself, so every choice of enough of them is tried until the envelope says yes.
            foreach (var some in Choices(shares, panel.Threshold))
            {
                tried = await OpenedEnvelope.Try(db, store, bid, Shamir.Combine(some), ct);
                used = some;
                if (tried.Opened is not null || !tried.Evidence.BytesAsReceived)
                    break;
            }
        }
        if (tried?.Opened is not { } opened)
            return tried?.Evidence.BytesAsReceived == false ? new BytesStillDamaged() : new ShareWrong();
        var (evidence, indices) = (tried.Evidence, used.Select(s => s.Index).ToList());
        var recovered = await writer.Step<BidRecovered>(
            ask.Number,
            Charge,
            on with
            {
                Key = null,
            },
            async opening =>
            {
                if (opening.Session.Stage is not Decrypting)
                    return new WrongOpeningStage(opening.Session.Stage);
                if (await opening.Bid(ask.Bid) is not { } bid)
                    return new NoSuchOpeningBid();
                if (bid.Take((FaultConfirmed fault) => fault.Recover(on.At, opened)) is Result<Decrypted>.Refused(var why))
                    return why;
                if (await OpenedEnvelope.Move(opening, bid, opened, byCustodians: true) is { } no)
                    return no;
                var done = opening.Db.Record(bid, on, new BidRecovered(bid.Id, evidence, indices), answer: false);
                await opening.Say(($"{bid.Place} 号 {bid.BidderName}：补救解密完成", $"No. {bid.Place} {bid.BidderName}: recovered"));
                return done;
            },
            ct
        );
        // Two who gave the last share at once: the other one's unit has opened it already.
        return recovered is Result<BidRecovered>.Refused(var late) && late is not WrongOpeningBidStage ? late : null;
    }

    private static byte[]? Share(string base64) => Envelope.Decode(base64) is { Length: Envelope.KeySize } share ? share : null;

    private static IEnumerable<IReadOnlyList<SecretShare>> Choices(IReadOnlyList<SecretShare> shares, int wanted, int from = 0)
    {
        if (wanted == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = from; i <= shares.Count - wanted; i++)
            foreach (var rest in Choices(shares, wanted - 1, i + 1))
                yield return [shares[i], .. rest];
    }
}

/// <summary>Among whom the key of a bid was split.</summary>
public static class Panels
{
    public static async Task<CustodianPanel?> Of(HallDb db, OpeningBid listed, CancellationToken ct = default)
    {
        var bid = await db.Bids.AsNoTracking().FirstAsync(b => b.Id == listed.BidId, ct);
        var number = bid.Receipt.Panel;
        return await db.CustodianPanels.AsNoTracking().FirstOrDefaultAsync(p => p.Division == bid.Division && p.Number == number, ct);
    }
}
