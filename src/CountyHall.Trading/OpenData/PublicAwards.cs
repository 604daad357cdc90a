using CountyHall.Kernel.Data;
using CountyHall.Trading.Award;
using CountyHall.Trading.Notices;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.OpenData;

/// <summary>定标和合同, as far as a notice has told of them.</summary>
/// <remarks>
/// What happens between two notices is not told by either: a winner who was passed over stands as the winner until the next notice says otherwise, and a
/// winner who is chosen is a candidate until the notice of the result. Why a bid was rejected is told to its bidder alone.
/// </remarks>
internal static class PublicAwards
{
    /// <summary>The process with its awards, its contracts and the bids that became candidates.</summary>
    public static async Task<PublicProcess> With(HallDb db, PublicProcess process)
    {
        var tender = process.Tender.Id;
        if (process.Notices.LastOrDefault(n => n.Kind == NoticeKind.Candidates) is not { } candidates)
            return process;
        var numbers = process.Lots.ToDictionary(l => l.Id, l => l.Number);
        var told = process.Notices.Select(n => n.Number).ToHashSet();
        var awards = await db.LotAwards.AsNoTracking().Where(a => a.TenderId == tender).OrderBy(a => a.LotId).ToListAsync();
        var results = (await db.TradeResults.AsNoTracking().Where(r => r.TenderId == tender).OrderBy(r => r.Serial).ToListAsync()).ToLookup(
            r => r.LotId
        );
        var bids = process.Bids.ToDictionary(b => b.Id, b => b.BidId);
        var winners = process.Bids.ToLookup(b => (b.LotId, b.Bidder));

        List<PublicAward> known = [];
        List<PublicContract> contracts = [];
        Dictionary<long, bool> verdicts = [];
        foreach (var award in awards)
        {
            var lot = numbers[award.LotId];
            // A row without a winner only withdraws the one before it, which no notice has told of yet.
            var won = results[award.LotId].Where(r => r.Winner is not null).ToList();
            if (won.Count == 0)
            {
                if (Pending(award, lot) is { } pending)
                    known.Add(pending);
            }
            else
                foreach (var (at, result) in won.Index())
                    known.Add(
                        new(
                            Id(lot, at + 1),
                            lot,
                            "中标结果",
                            at == won.Count - 1 && award.Stage is not AwardFailed ? "active" : "cancelled",
                            result.At,
                            [result.Winner!.Value],
                            result.Amount,
                            winners[(award.LotId, result.Winner.Value)].FirstOrDefault()?.BidId
                        )
                    );
            if (Contract(award, lot, won.Count) is { } contract)
                contracts.Add(contract);
            foreach (var candidate in Candidates(award))
                if (bids.TryGetValue(candidate.OpeningBid, out var bid))
                    verdicts[bid] = true;
        }
        return process with { Awards = known, Contracts = contracts, Verdicts = verdicts };

        PublicAward? Pending(LotAward award, string lot) =>
            award.Stage switch
            {
                // Nothing of a lot is public before its own candidates are.
                ReportReceived { Reviews: 0 } => null,
                AwardFailed failed => new(Id(lot, 1), lot, "没有中标人", "unsuccessful", failed.At, [], null, null),
                _ => Candidates(award) switch
                {
                    [var first, ..] => new(
                        Id(lot, 1),
                        lot,
                        "中标候选人公示",
                        "pending",
                        candidates.PublishedAt,
                        [first.Bidder],
                        first.Price,
                        bids.TryGetValue(first.OpeningBid, out var bid) ? bid : null
                    ),
                    _ => new(Id(lot, 1), lot, "评标委员会复核中", "pending", candidates.PublishedAt, [], null, null),
                },
            };

        PublicContract? Contract(LotAward award, string lot, int place) =>
            award.Stage switch
            {
                ContractSigned { Notice: { } notice } signed when told.Contains(notice) => new(
                    signed.Contract.Number,
                    Id(lot, place),
                    lot,
                    "合同",
                    "active",
                    signed.At,
                    signed.Contract.Price,
                    signed.Contract.Duration
                ),
                ContractFulfilled done => new(
                    done.Contract.Number,
                    Id(lot, place),
                    lot,
                    "合同",
                    "terminated",
                    done.SignedAt,
                    done.Contract.Price,
                    done.Contract.Duration
                ),
                _ => null,
            };
    }

    /// <summary>In the order in which they were published, whoever was passed over since.</summary>
    private static IReadOnlyList<Candidate> Candidates(LotAward award) =>
        award.Stage switch
        {
            CandidatesPublished published => published.Slate.Candidates,
            WinnerStands stands => stands.Slate.Candidates,
            ContractSigned signed => [signed.Winner],
            ContractFulfilled done => [done.Winner],
            _ => [],
        };

    private static string Id(string lot, int place) => $"{lot}-award-{place}";
}
