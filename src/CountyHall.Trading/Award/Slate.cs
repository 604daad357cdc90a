using System.Text.Json.Serialization;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Evaluation;

namespace CountyHall.Trading.Award;

/// <summary>中标候选人, as the public sees it.</summary>
/// <param name="Rank">As in the report; a candidate does not move up because another was passed over.</param>
/// <param name="Bidder">Party id of the firm.</param>
/// <param name="Price">报价, fen, as it was read out: the price of the contract.</param>
/// <param name="EvaluatedPrice">评标价, fen.</param>
/// <param name="Score">Points; 0 where the method gives none.</param>
/// <param name="Duration">工期, calendar days.</param>
/// <param name="LeaderCertificates">项目负责人的证书名称和编号</param>
/// <param name="Qualification">响应招标文件要求的资格能力条件</param>
public sealed record Candidate(
    int Rank,
    long OpeningBid,
    long Bidder,
    string BidderName,
    long Price,
    long EvaluatedPrice,
    decimal Score,
    int Duration,
    string Quality,
    string Leader,
    string LeaderCertificates,
    string Qualification
);

/// <summary>不能中标的事由: the next candidate may win on these grounds and on no others.</summary>
/// <remarks>Implementing Regulation arts. 55 and 54(2).</remarks>
public enum PassOverGround
{
    /// <summary>放弃中标</summary>
    GaveUp,

    /// <summary>因不可抗力不能履行合同</summary>
    ForceMajeure,

    /// <summary>不按招标文件要求提交履约保证金</summary>
    NoPerformanceBond,

    /// <summary>查实存在影响中标结果的违法行为</summary>
    UnlawfulAct,

    /// <summary>原评标委员会复核后否决: what an objection led to.</summary>
    RejectedOnReview,
}

public static class PassOverGrounds
{
    public static Words NameOf(PassOverGround ground) =>
        ground switch
        {
            PassOverGround.GaveUp => ("放弃中标", "gave up"),
            PassOverGround.ForceMajeure => ("因不可抗力不能履行合同", "force majeure"),
            PassOverGround.NoPerformanceBond => ("不按要求提交履约保证金", "no performance bond as asked for"),
            PassOverGround.UnlawfulAct => ("查实存在影响中标结果的违法行为", "a proven unlawful act that bears on the result"),
            PassOverGround.RejectedOnReview => ("评标委员会复核后否决", "rejected by the committee on review"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static readonly Provision Basis = Laws.BiddingRegulation.At("第五十五条", "art. 55");
}

/// <summary>A candidate who cannot win any more.</summary>
/// <param name="Evidence">What proves the ground, in words: the letter, the decision, the bank's answer, with its number.</param>
/// <param name="At">When it was found, UTC.</param>
public sealed record PassedOver(long Bidder, string BidderName, PassOverGround Ground, string Evidence, DateTime At);

/// <summary>候选人名单: who may win, in order. The winner is the first who was not passed over; there is no way to name another.</summary>
public sealed record Slate(IReadOnlyList<Candidate> Candidates, IReadOnlyList<PassedOver> Passed)
{
    /// <summary>The first three of the ranking who were not passed over already.</summary>
    /// <remarks>Implementing Regulation art. 53(1): three at most, in their order.</remarks>
    public static IReadOnlyList<RankedBid> Eligible(IReadOnlyList<RankedBid> ranking, IReadOnlyList<PassedOver> passed) =>
        [.. ranking.Where(r => passed.All(p => p.Bidder != r.Bidder)).Take(Rulebook.MostCandidates.Amount)];

    [JsonIgnore]
    public IEnumerable<Candidate> Standing => Candidates.Where(c => Passed.All(p => p.Bidder != c.Bidder));

    /// <summary>Who wins; none where nobody is left.</summary>
    [JsonIgnore]
    public Candidate? First => Standing.FirstOrDefault();

    public Slate Without(PassedOver passed) => this with { Passed = [.. Passed, passed] };
}
