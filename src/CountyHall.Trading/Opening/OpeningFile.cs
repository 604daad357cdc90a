using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>可复算的开标数据: what was read out and drawn, with everything from which it follows. Public as soon as it is read out.</summary>
/// <remarks>docs/trading/evaluation.md describes <c>countyhall-opening/1</c>.</remarks>
/// <param name="BasePrice">标底, fen; none where there is none.</param>
public sealed record OpeningFile(
    string Format,
    string Tender,
    DateTime Deadline,
    IReadOnlyList<FileReading> Bids,
    FileDraw? Draw,
    long? BasePrice
)
{
    public const string Kind = "countyhall-opening/1";

    /// <summary>The file of an opening; none before the prices are read out.</summary>
    public static async Task<OpeningFile?> Of(HallDb db, string number, CancellationToken ct = default)
    {
        if (
            await db.OpeningSessions.AsNoTracking().FirstOrDefaultAsync(s => s.Number == number, ct)
            is not { Stage: AfterReading stage } session
        )
            return null;
        var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == session.TenderId, ct);
        var lots = stage.Lots.ToDictionary(l => l.Lot, l => l.Number);
        var bids = await db
            .OpeningBids.AsNoTracking()
            .Where(b => b.SessionId == session.Id)
            .OrderBy(b => b.LotId)
            .ThenBy(b => b.Place)
            .ToListAsync(ct);
        var shares = await db
            .DrawShares.AsNoTracking()
            .Where(s => s.SessionId == session.Id && s.Share != null)
            .OrderBy(s => s.CommittedAt)
            .ThenBy(s => s.Id)
            .ToListAsync(ct);
        var last = shares.Count == 0 ? 0 : shares.Max(s => s.Round);
        return new OpeningFile(
            Kind,
            session.Number,
            tender.BidDeadline!.Value,
            [
                .. bids.Where(b => b.Stage is Decrypted)
                    .Select(b =>
                    {
                        var opened = ((Decrypted)b.Stage).Bid;
                        return new FileReading(
                            lots.GetValueOrDefault(b.LotId, ""),
                            b.Place,
                            b.BidderName,
                            b.Receipt,
                            opened.Price,
                            opened.PriceInWords,
                            opened.ReadPrice
                        );
                    }),
            ],
            stage.Drawn is { } drawn && stage.Plan.Draw is { } plan
                ? new FileDraw(
                    drawn.Name,
                    plan.Values,
                    [.. shares.Where(s => s.Round == last).Select(s => new FileShare(s.Source, s.Commitment, s.Share!))],
                    drawn.Key,
                    drawn.Place,
                    drawn.Value
                )
                : null,
            stage.BasePrice
        );
    }
}

/// <param name="Receipt">SHA-256 of the sealed envelope, as the bidder's receipt says it.</param>
/// <param name="Digits">Fen, as the bidder wrote it in digits.</param>
/// <param name="Words">As the bidder wrote it in words.</param>
/// <param name="Read">Computed, fen: the words where they can be read, and otherwise the digits.</param>
public sealed record FileReading(string Lot, int Place, string Bidder, string Receipt, long Digits, string Words, long Read);

/// <param name="Values">The published values in their order.</param>
/// <param name="Shares">In the order of their commitments.</param>
/// <param name="Key">Computed: the shares one after the other.</param>
/// <param name="Place">Computed by RFC 3797, from 1.</param>
/// <param name="Value">Computed: the value at that place.</param>
public sealed record FileDraw(
    string Name,
    IReadOnlyList<string> Values,
    IReadOnlyList<FileShare> Shares,
    string Key,
    int Place,
    string Value
);

/// <param name="Commitment">SHA-256 of the share, published before the decryption closed.</param>
public sealed record FileShare(DrawSource Source, string Commitment, string Share);
