using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>记录系统原因: the chair puts down that a bid does not open through no fault of its bidder.</summary>
/// <param name="Bid">Id of the bid in the opening.</param>
public sealed record RecordSystemFault(string Number, long Bid, string Reason);

public sealed record SystemFaultRecorded(long Bid, string Reason, BidEvidence Evidence, string? Incident);

/// <summary>Order 20 art. 31. The receipt speaks first; where it speaks against, an incident that others noted is needed.</summary>
public sealed class RecordSystemFaultHandler(HallWriter writer, IDbContextFactory<HallDb> contexts, BidStore store) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public async Task<Result<SystemFaultRecorded>> Handle(RecordSystemFault ask, Occasion on, CancellationToken ct = default)
    {
        BidEvidence evidence;
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
            evidence = await OpenedEnvelope.Examine(db, store, bid, ct);
        }
        return await writer.Step<SystemFaultRecorded>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.Session.Stage is not Decrypting)
                    return new WrongOpeningStage(opening.Session.Stage);
                if (OpeningWork.Plain(ask.Reason) is not { } reason)
                    return new ReasonNeeded();
                if (await opening.Bid(ask.Bid) is not { } bid)
                    return new NoSuchOpeningBid();
                var incident = await opening.ProvedIncident();
                if (evidence.BytesAsReceived && incident is null)
                    return new IncidentNotProved();
                if (
                    bid.Take((StillSealed still) => still.RecordFault(on.At, on.By.Name, reason, evidence))
                    is Result<FaultRecorded>.Refused(var why)
                )
                    return why;
                var done = opening.Db.Record(bid, on, new SystemFaultRecorded(bid.Id, reason, evidence, incident));
                await opening.Say(
                    (
                        $"{bid.Place} 号 {bid.BidderName}：主持人记录系统原因，等监督部门确认（{reason}；文件与回执{(evidence.BytesAsReceived ? "一致" : "不一致")}）",
                        $"No. {bid.Place} {bid.BidderName}: the chair records a fault of the system, to be confirmed by the supervisor ({reason}; bytes {(evidence.BytesAsReceived ? "as" : "not as")} in the receipt)"
                    ),
                    alarm: true
                );
                return done;
            },
            ct
        );
    }
}
