using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Evaluation.Methods;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Recomputation;

namespace CountyHall.Trading.Rules.Evaluation;

/// <summary>The result of an evaluation equals one that is computed another way: in whole-number fractions, each bid counted against each other.</summary>
public class Ranking_again
{
    private static readonly string[] Forms = ["trimmed-mean", "limit-and-mean", "second-mean", "lowest"];
    private static readonly string[] Ties = ["lower-price", "technical", "joint"];
    private static readonly decimal[] Steps = [0, 0.5m, 1, 3, 4.25m, 7.5m, 9.99m];

    [Theory]
    [InlineData(1)]
    [InlineData(20261128)]
    [InlineData(424242)]
    [Trait("Rule", "TR-7.4")]
    public void Thousands_of_generated_evaluations_are_ranked_as_the_independent_recomputation_ranks_them(int seed)
    {
        var random = new Random(seed);
        var joint = 0;
        for (var round = 0; round < 1000; round++)
        {
            var (rules, inputs) = Generate(random);
            var file = inputs.Compute(rules);
            var again = Independent.Of(rules, inputs);
            foreach (var bid in file.Bids)
            {
                var (total, rank) = again.GetValueOrDefault(bid.Place);
                bid.Rank.ShouldBe(rank, $"seed {seed}, round {round}, bid {bid.Place}");
                if (rank is not null)
                    bid.Total.ShouldBe(total, $"seed {seed}, round {round}, bid {bid.Place}");
            }
            joint += file.Bids.Where(b => b.Rank is not null).GroupBy(b => b.Rank).Count(g => g.Count() > 1);
            Recomputed.Of(Published(file)).ShouldNotBeNull().ShouldAllBe(line => line.Holds);
        }
        joint.ShouldBeGreaterThan(20, "joint ranks must have been among them");
    }

    [Fact]
    [Trait("Rule", "TR-7.4")]
    public void Every_computed_number_that_is_changed_is_found_and_named()
    {
        var random = new Random(7);
        var (rules, inputs) = Generate(random, EvaluationKind.Comprehensive);
        while (inputs.Bids.Count(b => b.Rejected is null) < 3 || inputs.AllRejected is not null)
            (rules, inputs) = Generate(random, EvaluationKind.Comprehensive);
        var file = inputs.Compute(rules);
        var place = file.Bids.First(b => b.Rank == 1).Place;
        var at = file.Bids.ToList().FindIndex(b => b.Place == place);
        Changed(root => root["benchmark"]!["value"] = file.Benchmark!.Value + 1).ShouldBe(["benchmark.value"]);
        Changed(root => root["bids"]![at]!["total"] = file.Bids[at].Total + 0.01m).ShouldBe([$"bids[{place}].total"]);
        Changed(root => root["bids"]![at]!["rank"] = 2).ShouldBe([$"bids[{place}].rank"]);
        Changed(root => root["bids"]![at]!["evaluatedPrice"] = file.Bids[at].EvaluatedPrice + 1)
            .ShouldBe([$"bids[{place}].evaluatedPrice"]);
        Changed(root => root["bids"]![at]!["points"]!["plan"] = file.Bids[at].Points["plan"] + 1).ShouldBe([$"bids[{place}].points.plan"]);
        // A changed input is found by what no longer follows from it.
        Changed(root => root["bids"]![at]!["members"]![0]!["points"] = 0.37m).ShouldNotBeEmpty();
        Changed(root => root["bids"] = "x").ShouldBe([""]);

        List<string> Changed(Action<JsonNode> change)
        {
            var root = JsonNode.Parse(JsonSerializer.Serialize(file, Recording.Json))!;
            change(root);
            using var published = JsonDocument.Parse(root.ToJsonString());
            return [.. Recomputed.Of(published).ShouldNotBeNull().Where(l => !l.Holds).Select(Field)];
        }
    }

    [Fact]
    [Trait("Rule", "TR-8")]
    public void An_opening_is_recomputed_from_its_file_alone()
    {
        string[] shares = ["93190000000000000000001./", "22222222222222222222.33333333333333333333./"];
        string[] values = ["2.0", "2.5", "3.0", "3.5", "4.0"];
        var key = string.Concat(shares);
        var place = PublicDraw.Draw(key, values.Length, 1)[0];
        var file = new OpeningFile(
            OpeningFile.Kind,
            "T",
            new DateTime(2026, 11, 28, 1, 30, 0, DateTimeKind.Utc),
            [
                new("L", 1, "示例甲", "00", 100_000_001, "人民币玖拾玖万元整", 99_000_000),
                new("L", 2, "示例乙", "00", 100_000_000, "看不懂", 100_000_000),
            ],
            new FileDraw(
                "下浮系数",
                values,
                [
                    new(DrawSource.Entity, PublicDraw.CommitmentTo(shares[0]), shares[0]),
                    new(DrawSource.Supervisor, PublicDraw.CommitmentTo(shares[1]), shares[1]),
                ],
                key,
                place,
                values[place - 1]
            ),
            null
        );
        Changed(_ => { }).ShouldBeEmpty();
        Changed(root => root["bids"]![0]!["read"] = 100_000_001).ShouldBe(["bids[1].read"]);
        Changed(root => root["draw"]!["value"] = "9").ShouldBe(["draw.value"]);
        Changed(root => root["draw"]!["shares"]![1]!["share"] = "22222222222222222222.33333333333333333334./")
            .ShouldContain("draw.shares[1].commitment");

        List<string> Changed(Action<JsonNode> change)
        {
            var root = JsonNode.Parse(JsonSerializer.Serialize(file, Recording.Json))!;
            change(root);
            using var published = JsonDocument.Parse(root.ToJsonString());
            return [.. Recomputed.Of(published).ShouldNotBeNull().Where(l => !l.Holds).Select(Field)];
        }
    }

    private static string Field(RecomputedLine line) =>
        line.What.Zh.LastIndexOf('（') is var from and >= 0 ? line.What.Zh[(from + 1)..].TrimEnd('）') : "";

    private static JsonDocument Published(EvaluationFile file) => JsonDocument.Parse(JsonSerializer.Serialize(file, Recording.Json));

    private static (EvaluationRules, EvaluationFile) Generate(Random random, EvaluationKind? kind = null)
    {
        Dictionary<string, string> texts = new(EvaluationRules.Usual)
        {
            ["benchmark-form"] = Forms[random.Next(4)],
            ["benchmark-trim-from"] = random.Next(2) == 0 ? "0" : "5",
            ["benchmark-trim-wide-from"] = random.Next(2) == 0 ? "0" : "7",
            ["benchmark-factor"] = $"0.{random.Next(90, 100)}",
            ["benchmark-limit-factor"] = "0.95",
            ["benchmark-limit-weight"] = "0.3",
            ["benchmark-mean-factor"] = "0.98",
            ["benchmark-mean-weight"] = "0.7",
            ["benchmark-few-below"] = $"{random.Next(5)}",
            ["benchmark-few"] = random.Next(2) == 0 ? "plain-mean" : "lowest",
            ["benchmark-of"] = random.Next(2) == 0 ? "all" : "valid",
            ["benchmark-recompute"] = random.Next(2) == 0 ? "yes" : "no",
            ["benchmark-places"] = $"{random.Next(3)}",
            ["deduction-above"] = $"{random.Next(1, 30) / 10m:0.0}",
            ["deduction-below"] = $"{random.Next(1, 30) / 10m:0.0}",
            ["tie"] = Ties[random.Next(3)],
            ["members"] = random.Next(2) == 0 ? "plain" : "trimmed",
        };
        var rules = EvaluationRules.Read("test", texts).ShouldBeOfType<Result<EvaluationRules>.Done>().Value;
        var seats = random.Next(2) == 0 ? 5 : 7;
        // Few different prices and points, so that ties come up.
        long[] prices = [.. Enumerable.Range(0, 4).Select(_ => random.NextInt64(5_000_000_00, 10_000_000_00))];
        var bids = Enumerable
            .Range(1, random.Next(1, 12))
            .Select(place =>
            {
                var flat = Steps[random.Next(Steps.Length)];
                var same = random.Next(3) == 0;
                var bid = Methods_and_formulas.Bid(
                    place,
                    prices[random.Next(prices.Length)],
                    random.Next(5) == 0 ? "否决" : null,
                    random.Next(2) == 0,
                    [
                        .. from item in (string[])["plan", "records"]
                        from seat in Enumerable.Range(1, seats)
                        select new FileScore(item, seat, same ? flat : Steps[random.Next(Steps.Length)]),
                    ]
                );
                return random.Next(4) == 0
                    ? bid with
                    {
                        Corrected = bid.Price - random.Next(1000),
                        Adjustments = new Dictionary<string, long> { ["adjust-payment"] = random.Next(100_000) },
                    }
                    : bid;
            })
            .ToList();
        return (
            rules,
            new EvaluationFile(
                EvaluationFile.Kind,
                "T",
                "L",
                kind ?? (random.Next(4) == 0 ? EvaluationKind.LowestEvaluatedPrice : EvaluationKind.Comprehensive),
                "test",
                texts,
                10_000_000_00,
                [
                    new("price", ScorePart.Price, "报价", 60, PointsBy.Formula),
                    new("plan", ScorePart.Technical, "施工组织设计", 20, PointsBy.Members),
                    new("records", ScorePart.Business, "业绩", 20, PointsBy.Members),
                ],
                null,
                bids,
                random.Next(20) == 0 ? "明显缺乏竞争" : null
            )
        );
    }

    /// <summary>Written from the rules and not from the code: fractions of whole numbers, and a rank is one more than how many are better.</summary>
    private static class Independent
    {
        public static Dictionary<int, (decimal Total, int? Rank)> Of(EvaluationRules rules, EvaluationFile file)
        {
            var left = file.AllRejected is null ? file.Bids.Where(b => b.Rejected == null).ToList() : [];
            var price = file.Bids.ToDictionary(b => b.Place, b => (b.Corrected ?? b.Price) + b.Adjustments.Values.Sum());
            if (left.Count == 0)
                return [];
            var scored = file.Method == EvaluationKind.Comprehensive;
            var benchmark = scored ? Base(rules, file, price) : Fraction.Zero;
            Dictionary<int, (BigInteger Total, BigInteger Technical)> points = [];
            foreach (var bid in left)
            {
                BigInteger technical = 0;
                BigInteger total = 0;
                if (scored)
                {
                    var apart = new Fraction(price[bid.Place], 1) - benchmark;
                    var each = apart.Top > 0 ? rules.Above : rules.Below;
                    var score =
                        new Fraction(60, 1)
                        - Fraction.Of(each) * new Fraction(BigInteger.Abs(apart.Top), apart.Bottom) * new Fraction(100, 1) / benchmark;
                    total += BigInteger.Max(0, score.Hundredths());
                    technical = Given(rules, bid, "plan");
                    total += technical + Given(rules, bid, "records");
                }
                points[bid.Place] = (total, technical);
            }
            return left.ToDictionary(
                b => b.Place,
                b => ((decimal)points[b.Place].Total / 100, (int?)(1 + left.Count(other => IsBetter(other, b))))
            );

            bool IsBetter(FileBid a, FileBid b)
            {
                if (points[a.Place].Total != points[b.Place].Total)
                    return points[a.Place].Total > points[b.Place].Total;
                if (rules.Ties == TieRule.Joint)
                    return false;
                if (rules.Ties == TieRule.Technical && points[a.Place].Technical != points[b.Place].Technical)
                    return points[a.Place].Technical > points[b.Place].Technical;
                return price[a.Place] < price[b.Place];
            }
        }

        private static BigInteger Given(EvaluationRules rules, FileBid bid, string item)
        {
            var given = bid.Members.Where(m => m.Item == item).Select(m => new BigInteger(m.Points * 100)).ToList();
            if (rules.Members == MemberMean.Trimmed && given.Count > 4)
            {
                given.Remove(given.Max());
                given.Remove(given.Min());
            }
            var sum = given.Aggregate(BigInteger.Zero, (s, g) => s + g);
            return (2 * sum + given.Count) / (2 * given.Count);
        }

        private static Fraction Base(EvaluationRules rules, EvaluationFile file, Dictionary<int, long> price)
        {
            var all = file
                .Bids.Where(b => rules.Enters == MeanOf.All || b.Rejected == null || (b.RejectedLate && !rules.Recompute))
                .Select(b => price[b.Place])
                .OrderByDescending(p => p)
                .ToList();
            var k = Fraction.Of(rules.Factor);
            Fraction c;
            if (all.Count < rules.FewBelow)
                c = rules.Few == FewBids.Lowest ? new(all.Min(), 1) : Mean(all) * k;
            else if (rules.Form == BenchmarkForm.Lowest)
                c = new(all.Min(), 1);
            else if (rules.Form == BenchmarkForm.SecondMean)
            {
                var mean = Mean(all);
                c = (mean + Mean([.. all.Where(p => p * mean.Bottom <= mean.Top)])) * new Fraction(1, 2) * k;
            }
            else if (rules.Form == BenchmarkForm.LimitAndMean)
                c =
                    new Fraction(file.MaximumPrice!.Value, 1) * Fraction.Of(0.95m) * Fraction.Of(0.3m)
                    + Mean(all) * Fraction.Of(0.98m) * Fraction.Of(0.7m);
            else
            {
                var drop =
                    rules.TrimWideFrom > 0 && all.Count >= rules.TrimWideFrom ? all.Count / 5
                    : rules.TrimFrom > 0 && all.Count >= rules.TrimFrom ? 1
                    : 0;
                c = Mean([.. all.Skip(drop).Take(all.Count - 2 * drop)]) * k;
            }
            // Rounded in yuan, half up, to the places of the document.
            var unit = BigInteger.Pow(10, 2 - rules.BenchmarkPlaces);
            return new((2 * c.Top + c.Bottom * unit) / (2 * c.Bottom * unit) * unit, 1);
        }

        private static Fraction Mean(List<long> prices) => new(prices.Aggregate(BigInteger.Zero, (s, p) => s + p), prices.Count);
    }

    private readonly record struct Fraction(BigInteger Top, BigInteger Bottom)
    {
        public static readonly Fraction Zero = new(0, 1);

        public static Fraction Of(decimal value) => new(new BigInteger(value * 1_000_000), 1_000_000);

        public static Fraction operator +(Fraction a, Fraction b) => new(a.Top * b.Bottom + b.Top * a.Bottom, a.Bottom * b.Bottom);

        public static Fraction operator -(Fraction a, Fraction b) => new(a.Top * b.Bottom - b.Top * a.Bottom, a.Bottom * b.Bottom);

        public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

        public static Fraction operator /(Fraction a, Fraction b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

        /// <summary>Half up; below nothing it counts as nothing anyway.</summary>
        public BigInteger Hundredths() => Top <= 0 ? 0 : (200 * Top + Bottom) / (2 * Bottom);
    }
}
