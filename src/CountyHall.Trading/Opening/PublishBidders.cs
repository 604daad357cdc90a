using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>公布名单: at the deadline it is counted, and named, who has handed in. A lot with fewer than three is not opened.</summary>
public sealed record PublishBidders(string Number);

/// <param name="Lots">How many bids each lot had, failed lots among them.</param>
public sealed record BiddersWerePublished(string Number, IReadOnlyList<LotCount> Lots);

/// <summary>A bid of the opening, as its names were published.</summary>
public sealed record BidListed(long Bid, string Receipt, int Place);

/// <summary>流标: a lot had fewer than three bids.</summary>
public sealed record LotFailed(string Lot, int Bids);

/// <summary>The opening of a lot begins.</summary>
public sealed record LotOpeningBegun(string Lot, int Bids);

/// <summary>The opening of a tender is over.</summary>
public sealed record TenderOpeningEnded(string Tender);

/// <summary>Bidding Law arts. 28 and 34, Implementing Regulation art. 44(2): TR-3.21, TR-3.23.</summary>
public sealed class PublishBiddersHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<BiddersWerePublished>> Handle(PublishBidders ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<BiddersWerePublished>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.BeforeDeadline is { } early)
                    return early;
                if (opening.Session.Stage is not SigningIn)
                    return new WrongOpeningStage(opening.Session.Stage);
                var (db, tender) = (opening.Db, opening.Tender.Id);
                if (await DocumentObjection.Suspends(db, tender))
                    return new SuspendedByObjection();
                var lots = await db.Lots.Where(l => l.TenderId == tender && l.StageName == "open").OrderBy(l => l.Number).ToListAsync();
                foreach (var lot in lots)
                {
                    if (await BidUpload.AnyBeingChecked(db, lot.Id, on.At))
                        return new BidsBeingChecked();
                }
                var bids = await db.Bids.AsNoTracking().Where(b => b.TenderId == tender && b.StageName == "bid-received").ToListAsync();
                var counts = lots.ConvertAll(lot => new LotCount(lot.Id, lot.Number, lot.NameZh, bids.Count(b => b.LotId == lot.Id)));
                foreach (var (lot, count) in lots.Zip(counts))
                {
                    if (count.Opens)
                        await Begin(opening, lot, [.. bids.Where(b => b.LotId == lot.Id)]);
                    else
                        await Fail(opening, lot, count.Bids);
                }
                return counts.Any(c => c.Opens)
                    ? await opening.Step(
                        (SigningIn signing) => signing.Publish(on.At, counts),
                        _ => new BiddersWerePublished(ask.Number, counts),
                        _ => Line(counts)
                    )
                    : await NothingToOpen(opening, counts);
            },
            ct
        );

    private static async Task<Result<BiddersWerePublished>> NothingToOpen(OpeningInHand opening, IReadOnlyList<LotCount> counts)
    {
        var (tender, on) = (opening.Tender, opening.On);
        if (tender.Take((Announced announced) => announced.EndOpening(on.At)) is Result<OpeningEnded>.Refused(var why))
            return why;
        opening.Db.Record(tender, on, new TenderOpeningEnded(tender.Number), answer: false);
        return await opening.Step(
            (SigningIn signing) => signing.Fail(on.At, counts),
            _ => new BiddersWerePublished(opening.Session.Number, counts),
            _ => Line(counts)
        );
    }

    private static Words Line(IReadOnlyList<LotCount> counts) =>
        (
            $"公布名单：{string.Join("；", counts.Select(c => $"标段 {c.Number[^3..]} 有 {c.Bids} 家递交，{(c.Opens ? "满足三家" : "少于三家，不得开标")}"))}",
            $"Bidders published: {string.Join("; ", counts.Select(c => $"lot {c.Number[^3..]}: {c.Bids} bids, {(c.Opens ? "enough" : "fewer than three, not opened")}"))}"
        );

    private static async Task Begin(OpeningInHand opening, Lot lot, IReadOnlyList<Bid> bids)
    {
        var (db, on) = (opening.Db, opening.On);
        lot.Take((Open open) => open.BeginOpening(on.At, opening.Session.Id));
        db.Record(lot, on, new LotOpeningBegun(lot.Number, bids.Count), answer: false);
        foreach (var (at, bid) in bids.OrderBy(b => b.Receipt.ReceivedAt).ThenBy(b => b.Id).Index())
        {
            var security = Said(await SecurityBook.Standing(db, lot.Id, bid.Bidder, opening.Deadline));
            var listed = new OpeningBid
            {
                Id = Ids.Next(on.At),
                SessionId = opening.Session.Id,
                LotId = lot.Id,
                BidId = bid.Id,
                Bidder = bid.Bidder,
                BidderName = bid.BidderName,
                Place = at + 1,
                Receipt = bid.Receipt.Sha256,
                ReceivedAt = bid.Receipt.ReceivedAt,
                SecurityZh = security.Zh,
                SecurityEn = security.En,
                Stage = StillSealed.Of(on.At),
            };
            db.OpeningBids.Add(listed);
            db.Record(listed, on, new BidListed(bid.Id, listed.Receipt, listed.Place), answer: false);
        }
    }

    private static async Task Fail(OpeningInHand opening, Lot lot, int bids)
    {
        var (db, on) = (opening.Db, opening.On);
        lot.Take((Open open) => open.Fail(on.At, bids));
        db.Record(lot, on, new LotFailed(lot.Number, bids), answer: false);
        await TradeRegister.TooFewBidders(db, lot, on);
        await SecurityBook.LotFailed(db, lot, on);
        await OpeningNotices.PublishFailure(opening, lot, bids);
    }

    /// <summary>As it is read out.</summary>
    internal static Words Said(SecurityStanding standing) =>
        standing switch
        {
            SecurityStanding.NotAsked => ("不要求", "Not asked for"),
            SecurityStanding.Paid => ("已到账", "Paid"),
            SecurityStanding.Guaranteed => ("保函", "Guarantee"),
            _ => ("未到账", "Missing"),
        };
}
