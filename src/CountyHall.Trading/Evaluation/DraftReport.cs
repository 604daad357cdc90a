using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Evaluation;

/// <summary>起草评标报告: the leader has the house draft it, once every member has closed and every score far from the group has its reason.</summary>
public sealed record DraftReport(string Lot);

/// <param name="Ranked">Bids that were not rejected.</param>
public sealed record ReportDrafted(string Lot, int Ranked, int Rejected);

/// <summary>Implementing Regulation art. 53.</summary>
public sealed class DraftReportHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<ReportDrafted>> Handle(DraftReport ask, Occasion on, CancellationToken ct = default) =>
        writer.Pledged<ReportDrafted>(
            ask.Lot,
            on,
            async (found, seat, _) =>
            {
                var evaluation = found.Evaluation;
                if (evaluation.Stage is not Summarising summary)
                    return new WrongEvaluationStage(evaluation.Stage);
                if (summary.Leader != seat.Id)
                    return new LeaderOnly();
                if (!found.IsFull)
                    return new SeatEmpty();
                if (await ClosePartHandler.Open(found) is { } open)
                    return open;
                if (summary.AllRejected is null && (await AbnormalScores.Of(found)).Find(s => s.Explanation is null) is { } unexplained)
                    return new ScoreUnexplained(
                        found.Seats.First(s => s.Id == unexplained.Seat).Name,
                        evaluation.Setup.Items.First(i => i.Id == unexplained.Item).Name
                    );
                var content = await Content(found, summary);
                evaluation.Take((Summarising s) => s.Draft(on.At, content));
                return found.Db.Record(evaluation, on, new ReportDrafted(evaluation.Number, content.Ranking.Count, content.Rejected.Count));
            },
            ct
        );

    private static async Task<ReportContent> Content(EvaluationInHand found, Summarising summary)
    {
        var file = await found.File();
        var bids = (await found.Bids()).ToDictionary(b => b.Place);
        var ids = bids.Values.Select(b => b.OpeningBid).ToList();
        var opened = (await found.Db.OpeningBids.AsNoTracking().Where(b => ids.Contains(b.Id)).ToListAsync()).ToDictionary(
            b => b.Id,
            b => ((Decrypted)b.Stage).Bid
        );
        return new ReportContent(
            found.Evaluation.Setup.Method,
            [
                .. file
                    .Bids.Where(b => b.Rank is not null)
                    .OrderBy(b => b.Rank)
                    .ThenBy(b => b.Place)
                    .Select(b =>
                    {
                        var (bid, was) = (bids[b.Place], opened[bids[b.Place].OpeningBid]);
                        return new RankedBid(
                            b.Rank!.Value,
                            bid.OpeningBid,
                            bid.Bidder,
                            bid.BidderName,
                            bid.Price,
                            b.EvaluatedPrice,
                            b.Total,
                            was.Duration,
                            was.Quality,
                            was.Leader
                        );
                    }),
            ],
            [
                .. bids
                    .Values.Where(b => b.Findings.Rejected is not null || summary.AllRejected is not null)
                    .OrderBy(b => b.Place)
                    .Select(b =>
                        b.Findings.Rejected is { } why
                            ? new RejectedBid(
                                b.OpeningBid,
                                b.Bidder,
                                b.BidderName,
                                $"{RejectionGrounds.Of(why.Ground).Zh}：{why.Reason}",
                                RejectionGrounds.BasisOf(why.Ground).Named.Zh
                            )
                            : new RejectedBid(
                                b.OpeningBid,
                                b.Bidder,
                                b.BidderName,
                                $"投标明显缺乏竞争，否决全部投标：{summary.AllRejected}",
                                EvaluationLaw.AllRejected.Named.Zh
                            )
                    ),
            ],
            []
        )
        {
            Computation = file,
        };
    }
}
