using System.Globalization;
using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Trading.Award;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.RedFlags.OwnLots;

/// <summary>A bid as the indicators see it.</summary>
/// <param name="Party">Identifier of the bidder.</param>
/// <param name="Price">Fen, as it was read out; none where the bid was not opened.</param>
public sealed record SeenBid(string Party, string Name, long? Price, SeenBidState State, DateTime ReceivedAt);

/// <summary>The states of a bid that the indicators tell apart.</summary>
public enum SeenBidState
{
    /// <summary>Opened, and no signed report says anything of it.</summary>
    Pending,
    Valid,

    /// <summary>被否决</summary>
    Disqualified,

    /// <summary>视为撤销或撤回: never opened, and so never submitted.</summary>
    Withdrawn,
}

/// <summary>Where the award of a lot stands.</summary>
public enum SeenAward
{
    /// <summary>No report was taken up yet.</summary>
    None,
    Pending,
    Active,
    Unsuccessful,
}

/// <summary>The numbers of one lot at which the indicators look: evidence and input at once.</summary>
/// <param name="From">When the documents were to be had, UTC; none where no time is set any more.</param>
/// <param name="Until">投标截止时间, UTC.</param>
/// <param name="Tenderers">How many handed in a bid.</param>
/// <param name="Winner">Identifier of the party; none where nobody has won.</param>
public sealed record LotNumbers(
    DateTime? From,
    DateTime? Until,
    bool IsOpenTender,
    int Tenderers,
    SeenParty Buyer,
    SeenParty ProcuringEntity,
    IReadOnlyList<SeenBid> Bids,
    SeenAward Award,
    string? Winner
)
{
    /// <summary>The line of it in the public standard, with the number of the lot as the process: what <see cref="Indicators"/> reads of any publisher.</summary>
    /// <remarks>Unlike the open data it tells which bids were rejected: the line never leaves the house.</remarks>
    public void Write(string lot, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ocid", lot);
        json.WriteStartObject("buyer");
        json.WriteString("id", Buyer.Id);
        json.WriteEndObject();
        json.WriteStartObject("tender");
        json.WriteString("procurementMethod", IsOpenTender ? "open" : "selective");
        json.WriteNumber("numberOfTenderers", Tenderers);
        json.WriteStartObject("procuringEntity");
        json.WriteString("id", ProcuringEntity.Id);
        json.WriteEndObject();
        if (From is { } from && Until is { } until)
        {
            json.WriteStartObject("tenderPeriod");
            json.WriteString("startDate", Instant(from));
            json.WriteString("endDate", Instant(until));
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartObject("bids");
        json.WriteStartArray("details");
        foreach (var bid in Bids)
            Bid(bid, json);
        json.WriteEndArray();
        json.WriteEndObject();
        if (Award != SeenAward.None)
        {
            json.WriteStartArray("awards");
            json.WriteStartObject();
            json.WriteString(
                "status",
                Award switch
                {
                    SeenAward.Active => "active",
                    SeenAward.Unsuccessful => "unsuccessful",
                    _ => "pending",
                }
            );
            if (Winner is { } winner)
            {
                json.WriteStartArray("suppliers");
                json.WriteStartObject();
                json.WriteString("id", winner);
                json.WriteEndObject();
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Bid(SeenBid bid, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(
            "status",
            bid.State switch
            {
                SeenBidState.Valid => "valid",
                SeenBidState.Disqualified => "disqualified",
                SeenBidState.Withdrawn => "withdrawn",
                _ => "pending",
            }
        );
        json.WriteString("date", Instant(bid.ReceivedAt));
        json.WriteStartArray("tenderers");
        json.WriteStartObject();
        json.WriteString("id", bid.Party);
        json.WriteEndObject();
        json.WriteEndArray();
        if (bid.Price is { } price)
        {
            json.WriteStartObject("value");
            json.WriteNumber("amount", price / 100m);
            json.WriteString("currency", "CNY");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // Always with milliseconds: dates are compared as texts.
    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Lots of a division whose opening is over, so many at a time, in the order of their ids. A lot before the end of its opening is not read.</summary>
    internal static async Task<(IReadOnlyList<(Lot Lot, string Office, LotNumbers Numbers)> Lots, long? Next)> Page(
        HallDb db,
        string division,
        long after,
        int most,
        CancellationToken ct
    )
    {
        var rows = await db
            .Lots.AsNoTracking()
            .Where(l => l.Division == division && l.Id > after)
            .OrderBy(l => l.Id)
            .Take(most)
            .ToListAsync(ct);
        List<Lot> lots = [.. rows.Where(l => l.Stage is LotBeforeContract or UnderContract or Performed or Archived or Failed)];
        var ids = lots.ConvertAll(l => l.Id);
        var tenders = lots.Select(l => l.TenderId).Distinct().ToList();
        var known = await db.Tenders.AsNoTracking().Where(t => tenders.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var bids = (await db.OpeningBids.AsNoTracking().Where(b => ids.Contains(b.LotId)).OrderBy(b => b.Id).ToListAsync(ct)).ToLookup(b =>
            b.LotId
        );
        var reports = await db.EvaluationReports.AsNoTracking().Where(r => ids.Contains(r.LotId)).ToDictionaryAsync(r => r.LotId, ct);
        var awards = await db.LotAwards.AsNoTracking().Where(a => ids.Contains(a.LotId)).ToDictionaryAsync(a => a.LotId, ct);
        var results = (await db.TradeResults.AsNoTracking().Where(r => ids.Contains(r.LotId)).ToListAsync(ct)).ToLookup(r => r.LotId);
        return (
            [
                .. lots.Select(l =>
                    (
                        l,
                        known[l.TenderId].SupervisingDepartment,
                        Of(
                            l,
                            known[l.TenderId],
                            [.. bids[l.Id]],
                            reports.GetValueOrDefault(l.Id)?.Content,
                            awards.GetValueOrDefault(l.Id)?.Stage,
                            results[l.Id].MaxBy(r => r.Serial)
                        )
                    )
                ),
            ],
            rows.Count < most ? null : rows[^1].Id
        );
    }

    private static LotNumbers Of(
        Lot lot,
        Tender tender,
        IReadOnlyList<OpeningBid> bids,
        ReportContent? report,
        AwardStage? award,
        TradeResult? result
    )
    {
        var times = tender.Stage switch
        {
            Announced announced => announced.Times,
            OpeningEnded ended => ended.Times,
            _ => null,
        };
        var rejected = report?.Rejected.Select(r => r.OpeningBid).ToHashSet() ?? [];
        var ranked = report?.Ranking.Select(r => r.OpeningBid).ToHashSet() ?? [];
        var buyer = new SeenParty(Id(tender.Entity), tender.EntityName);
        return new(
            times?.DocumentsFrom,
            times?.BidDeadline,
            tender.Method == TenderMethod.Open,
            lot.Stage is Failed { Reason: FailureReason.TooFewBids } few ? few.Bids : bids.Select(b => b.Bidder).Distinct().Count(),
            buyer,
            tender.Agency is { } agency ? new(Id(agency), tender.AgencyName ?? "") : buyer,
            [.. bids.Select(Seen)],
            award is AwardFailed || lot.Stage is Failed ? SeenAward.Unsuccessful
                : result?.Winner is not null ? SeenAward.Active
                : award is null ? SeenAward.None
                : SeenAward.Pending,
            award is AwardFailed || result?.Winner is not { } won ? null : Id(won)
        );

        SeenBid Seen(OpeningBid bid) =>
            new(
                Id(bid.Bidder),
                bid.BidderName,
                (bid.Stage as Decrypted)?.Bid.ReadPrice,
                bid.Stage is DeemedRevoked or DeemedWithdrawn ? SeenBidState.Withdrawn
                    : rejected.Contains(bid.Id) ? SeenBidState.Disqualified
                    : ranked.Contains(bid.Id) ? SeenBidState.Valid
                    : SeenBidState.Pending,
                bid.ReceivedAt
            );
    }

    private static string Id(long party) => party.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Id">Party id, as text.</param>
public sealed record SeenParty(string Id, string Name);
