using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>An invented bill of quantities, what honest bidders ask for its lines, and how a ring agrees on prices.</summary>
internal sealed class ShamBills
{
    private readonly Dice dice;
    private readonly List<double> quantities;
    private readonly List<bool> fixedLines;
    private readonly List<string> sections;

    public List<(string Code, string Name, string Unit, double Quantity, double? Fixed)> Blank { get; }

    public ShamBills(Dice dice, List<ShamBidder> bidders)
    {
        this.dice = dice;
        var blank = Blank = Enumerable
            .Range(1, 130)
            .Select(n =>
                (
                    Code: $"0{dice.Between(1, 4)}0{dice.Between(1, 9)}0{dice.Between(1, 9)}{n:000}001",
                    Name: dice.Of(ShamWords.Parts) + dice.Of(ShamWords.Works),
                    Unit: dice.Of(new[] { "m2", "m3", "m", "t", "个" }),
                    Quantity: Math.Round(dice.Unit() * dice.Unit() * 900 + 2, 2),
                    Fixed: dice.Chance(0.07) ? Math.Round(dice.Unit() * 90 + 10, 2) : (double?)null
                )
            )
            .ToList();
        var bases = blank.Select(_ => Math.Round(Math.Exp(2.5 + dice.Unit() * 3.5), 2)).ToList();
        var published = blank.Select(_ => dice.Chance(0.17)).ToList();
        foreach (var bidder in bidders)
        {
            var own = 0.94 + dice.Unit() * 0.06;
            bidder.Prices = new double[blank.Count];
            for (var i = 0; i < blank.Count; i++)
                bidder.Prices[i] =
                    blank[i].Fixed
                    ?? (
                        published[i] && dice.Chance(0.85)
                            ? bases[i]
                            : Math.Round(bases[i] * own * Math.Exp((dice.Unit() + dice.Unit() + dice.Unit() - 1.5) * 0.16), 2)
                    );
            bidder.Measures = Math.Round(150_000 + dice.Unit() * 60_000, 2);
            if (dice.Chance(0.2))
                bidder.WrongAmounts[dice.Next(blank.Count)] = 1.03 + dice.Unit() * 0.3;
        }
        quantities = blank.Select(l => l.Quantity).ToList();
        fixedLines = blank.Select(l => l.Fixed is not null).ToList();
        sections = blank.Select(l => l.Code[..2]).ToList();
    }

    public string PlantPrices(List<ShamBidder> ring)
    {
        var how = dice.Next(3);
        var leader = ring[0].Prices;
        foreach (var other in ring.Skip(1))
        {
            var ratio = 0.95 + dice.Unit() * 0.1;
            if (Math.Abs(ratio - 1) < 0.005)
                ratio += 0.012;
            var each = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var section in sections.Distinct().Order(StringComparer.Ordinal))
                each[section] = 0.93 + dice.Unit() * 0.05 + each.Count * 0.03;
            for (var i = 0; i < leader.Length; i++)
                if (!fixedLines[i] && dice.Chance(how == 0 ? 0.55 : 0.88))
                    other.Prices[i] = how switch
                    {
                        0 => leader[i],
                        1 => Math.Round(leader[i] * ratio, 2),
                        _ => Math.Round(leader[i] * each[sections[i]], 2),
                    };
        }
        return how switch
        {
            0 => LikenessCodes.PriceIdentical,
            1 => LikenessCodes.PriceRatio,
            _ => LikenessCodes.PricePattern,
        };
    }

    public void WrongProducts(List<ShamBidder> ring)
    {
        foreach (var line in dice.Some(Enumerable.Range(0, quantities.Count).Where(i => !fixedLines[i]), 2))
        {
            var price = ring[0].Prices[line];
            foreach (var bidder in ring)
            {
                if (dice.Chance(0.5))
                    bidder.Prices[line] = price;
                bidder.WrongAmounts[line] = 1.1;
            }
        }
    }

    public string PlantTotals(List<ShamBidder> ring)
    {
        var arithmetic = dice.Chance(0.5);
        var total = 2_400_000 + dice.Next(200_000) + dice.Unit();
        var step = dice.Between(12, 60) * 1000.0;
        var ratio = 1 + dice.Between(8, 25) / 1000.0;
        foreach (var bidder in ring)
        {
            bidder.Total = Math.Round(total, 2);
            total = arithmetic ? total + step : total * ratio;
        }
        return arithmetic ? LikenessCodes.PriceArithmetic : LikenessCodes.PriceGeometric;
    }
}
