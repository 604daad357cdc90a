using CountyHall.Trading.Award;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Rules.Award;

/// <summary>An invented ranking and what follows from it.</summary>
internal static class AwardGround
{
    public static RankedBid Bid(int rank, long? price = null) =>
        new(
            rank,
            1000 + rank,
            rank,
            $"示例投标人{rank}",
            price ?? 90_000_000 + rank,
            90_000_000 + rank,
            90 - rank,
            180,
            "合格",
            $"示例负责人{rank}"
        );

    public static IReadOnlyList<RankedBid> Ranking(int bids) => [.. Enumerable.Range(1, bids).Select(i => Bid(i))];

    public static Candidate Of(RankedBid bid) =>
        new(
            bid.Rank,
            bid.OpeningBid,
            bid.Bidder,
            bid.BidderName,
            bid.Price,
            bid.EvaluatedPrice,
            bid.Score,
            bid.Duration,
            bid.Quality,
            bid.Leader,
            "示例证书 1 号",
            "符合（示例）"
        );

    public static IReadOnlyList<Candidate> Candidates(IReadOnlyList<RankedBid> ranking, IReadOnlyList<PassedOver>? passed = null) =>
        [.. Slate.Eligible(ranking, passed ?? []).Select(Of)];

    public static PassedOver Passed(long bidder, PassOverGround ground, DateTime at) =>
        new(bidder, $"示例投标人{bidder}", ground, "示例证据〔2026〕1号", at);

    public static CandidatesPublished Published(string at, int bids = 4) =>
        AwardStage.Receive(TenderDesk.At(at)).Publish(TenderDesk.At(at), Candidates(Ranking(bids)), "示例-01");

    public static Lot Lot(long? most, long estimate = 100_000_000) =>
        new()
        {
            Id = 1,
            TenderId = 1,
            Number = "E3304210001000001001001",
            Division = "330421",
            NameZh = "示例标段",
            NameEn = "Example lot",
            Estimate = estimate,
            MaximumPrice = most,
            Security = 0,
            Duration = 180,
            Stage = Planned.Begin(TenderDesk.At("2026-09-01 09:00")),
        };
}
