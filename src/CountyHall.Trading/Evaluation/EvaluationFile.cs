using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation.Methods;

namespace CountyHall.Trading.Evaluation;

/// <summary>By whom the points of an item come to be.</summary>
public enum PointsBy
{
    Members,

    /// <summary>报价: by the formula.</summary>
    Formula,

    /// <summary>信用: from the frozen snapshot.</summary>
    Credit,
}

/// <summary>可复算的评标数据: everything from which scores, sums and ranks are computed, and what they come to.</summary>
/// <remarks>Written to docs/trading/evaluation.md as <c>countyhall-evaluation/1</c>. Members stand in it by the number of their seat, never by name.</remarks>
/// <param name="Announced">Id of the county's method version.</param>
/// <param name="MaximumPrice">Fen.</param>
/// <param name="AllRejected">Why all were rejected; none where they were not.</param>
public sealed record EvaluationFile(
    string Format,
    string Tender,
    string Lot,
    EvaluationKind Method,
    string Announced,
    IReadOnlyDictionary<string, string> Parameters,
    long? MaximumPrice,
    IReadOnlyList<FileItem> Items,
    FileBenchmark? Benchmark,
    IReadOnlyList<FileBid> Bids,
    string? AllRejected
)
{
    public const string Kind = "countyhall-evaluation/1";

    /// <summary>The same inputs with everything that follows from them computed anew.</summary>
    public EvaluationFile Compute(EvaluationRules rules)
    {
        // What is computed counts for nothing until it is computed here.
        List<FileBid> bids =
        [
            .. Bids.Select(b =>
                b with
                {
                    EvaluatedPrice = EvaluatedPrice.Of(b.Corrected ?? b.Price, b.Adjustments.Values),
                    Deviation = null,
                    Points = NoPoints,
                    Total = 0,
                    Rank = null,
                }
            ),
        ];
        List<FileBid> left = AllRejected is null ? [.. bids.Where(b => b.Rejected is null)] : [];
        if (left.Count == 0)
            return this with { Benchmark = null, Bids = bids };
        var scored = Method == EvaluationKind.Comprehensive;
        var benchmark = scored && Items.Any(i => i.By == PointsBy.Formula) ? BenchmarkOf(rules, bids) : null;
        if (scored)
            left = [.. left.Select(b => Score(rules, b, benchmark))];
        var ranks = Ranking
            .Of(left.Select(b => new Ranked(b.Place, b.Total, b.EvaluatedPrice, Technical(b))), rules.Ties)
            .ToDictionary(r => (int)r.Bid.Bid, r => r.Rank);
        return this with
        {
            Benchmark = benchmark,
            Bids = [.. bids.Select(b => left.Find(l => l.Place == b.Place) is { } done ? done with { Rank = ranks[b.Place] } : b)],
        };
    }

    private FileBenchmark BenchmarkOf(EvaluationRules rules, List<FileBid> bids)
    {
        List<long> entering =
        [
            .. bids.Where(b => rules.Enters == MeanOf.All || b.Rejected is null || b.RejectedLate && !rules.Recompute)
                .Select(b => b.EvaluatedPrice),
        ];
        var found = Methods.Benchmark.Of(rules, entering, MaximumPrice);
        return new(found.Form, found.Entered, Rounding.HalfUp(found.Mean, 2), found.Value);
    }

    private FileBid Score(EvaluationRules rules, FileBid bid, FileBenchmark? benchmark)
    {
        Dictionary<string, decimal> points = [];
        decimal? deviation = null;
        foreach (var item in Items)
        {
            switch (item.By)
            {
                case PointsBy.Formula:
                    var score = DeviationScore.Of(rules, bid.EvaluatedPrice, benchmark!.Value, item.Weight);
                    deviation = score.Deviation;
                    points[item.Id] = score.Score;
                    break;
                case PointsBy.Credit:
                    points[item.Id] = bid.Credit?.Points ?? 0;
                    break;
                default:
                    List<decimal> given = [.. bid.Members.Where(m => m.Item == item.Id).Select(m => m.Points)];
                    points[item.Id] = given.Count == 0 ? 0 : MemberScores.Mean(rules, given);
                    break;
            }
        }
        return bid with { Deviation = deviation, Points = points, Total = points.Values.Sum() };
    }

    private decimal Technical(FileBid bid) => Items.Where(i => i.Part == ScorePart.Technical).Sum(i => bid.Points.GetValueOrDefault(i.Id));

    private static readonly Dictionary<string, decimal> NoPoints = [];
}

/// <param name="Weight">Points at most.</param>
public sealed record FileItem(string Id, ScorePart Part, string Name, int Weight, PointsBy By);

/// <param name="Entered">Fen, from low to high.</param>
/// <param name="Mean">Fen, to two places, for show.</param>
/// <param name="Value">评标基准价, fen.</param>
public sealed record FileBenchmark(BenchmarkForm Form, IReadOnlyList<long> Entered, decimal Mean, decimal Value);

/// <param name="Place">序号 of the opening.</param>
/// <param name="Price">Fen, as read out.</param>
/// <param name="Corrected">Fen; none where nothing was corrected.</param>
/// <param name="Adjustments">Fen by the keys of the document.</param>
/// <param name="Rejected">Why it was rejected; none where it was not.</param>
/// <param name="RejectedLate">After the preliminary review.</param>
/// <param name="Members">What the members gave.</param>
/// <param name="EvaluatedPrice">Computed, fen.</param>
/// <param name="Deviation">Computed: percent off the benchmark price.</param>
/// <param name="Points">Computed: points of the committee by item.</param>
/// <param name="Rank">Computed; none for a rejected bid.</param>
public sealed record FileBid(
    int Place,
    string Bidder,
    long Price,
    long? Corrected,
    IReadOnlyDictionary<string, long> Adjustments,
    string? Rejected,
    bool RejectedLate,
    FileCredit? Credit,
    IReadOnlyList<FileScore> Members,
    long EvaluatedPrice,
    decimal? Deviation,
    IReadOnlyDictionary<string, decimal> Points,
    decimal Total,
    int? Rank
);

public sealed record FileCredit(decimal Points, string Source, DateOnly AsOf);

/// <param name="Seat">席位号</param>
public sealed record FileScore(string Item, int Seat, decimal Points);
