using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>How well reports agree with what was planted: counted over any number of corpora.</summary>
internal sealed class Marks
{
    public Dictionary<string, (int Found, int Missed, int Wrong)> Codes { get; } = new(StringComparer.Ordinal);
    public List<string> Errors { get; } = [];
    public int RightPairs { get; private set; }
    public int WrongPairs { get; private set; }
    public int Decoys { get; private set; }
    public int DecoysReported { get; private set; }

    /// <summary>Plain forms, which must always be found: copied word for word, the same account, the same machine.</summary>
    public int Plain { get; private set; }
    public int PlainMissed { get; private set; }
    private readonly List<(double Score, bool Right)> copies = [];
    private int copiesPlanted;
    private long bothMarked;
    private long marked;
    private long planted;

    public void Add(ShamCorpus corpus, SimilarityReport report)
    {
        var truth = corpus.Planted.ToDictionary(p => (p.Tender, p.A, p.B));
        var reported = report
            .Tenders.SelectMany(t => t.Pairs.Select(p => (Key: (t.Id, p.A, p.B), Pair: p)))
            .ToDictionary(x => x.Key, x => x.Pair);
        foreach (var (key, pair) in reported)
        {
            if (pair.Score >= 0.5)
            {
                if (truth.ContainsKey(key))
                    RightPairs++;
                else
                    WrongPairs++;
            }
            foreach (var reason in pair.Reasons)
            {
                var right = truth.TryGetValue(key, out var there) && there.Codes.Contains(reason.Code);
                Count(reason.Code, right ? 1 : 0, 0, right ? 0 : 1);
                if (!right)
                    Errors.Add($"wrong {key} {reason.Code} {reason.Compared}");
                if (reason.Code == LikenessCodes.TextCopy)
                {
                    copies.Add((reason.Weight, right));
                    if (right)
                        Characters(there!, reason);
                }
            }
        }
        foreach (var (key, there) in truth)
        foreach (var code in there.Codes)
        {
            if (code == LikenessCodes.TextCopy)
                copiesPlanted++;
            var isPlain =
                code is LikenessCodes.Bank or LikenessCodes.Mac or LikenessCodes.Disk
                || there.Text == "verbatim" && code == LikenessCodes.TextCopy;
            Plain += isPlain ? 1 : 0;
            if (reported.TryGetValue(key, out var pair) && pair.Reasons.Any(r => r.Code == code))
                continue;
            PlainMissed += isPlain ? 1 : 0;
            Count(code, 0, 1, 0);
            Errors.Add($"missed {key} {code} {there.Text}");
        }
        foreach (var decoy in corpus.Decoys)
        {
            // A decoy in a pair that shares the same thing for real is no decoy.
            if (truth.TryGetValue((decoy.Tender, decoy.A, decoy.B), out var there) && there.Codes.Contains(decoy.Code))
                continue;
            Decoys++;
            if (reported.TryGetValue((decoy.Tender, decoy.A, decoy.B), out var pair) && pair.Reasons.Any(r => r.Code == decoy.Code))
            {
                DecoysReported++;
                Errors.Add($"decoy {decoy}");
            }
        }
    }

    private void Characters(Planted there, LikenessReason reason)
    {
        foreach (var (want, got) in new[] { (there.InA, reason.InA), (there.InB, reason.InB) })
        {
            var (wanted, given) = (Set(want), Set(got));
            planted += wanted.Count;
            marked += given.Count;
            wanted.IntersectWith(given);
            bothMarked += wanted.Count;
        }
    }

    private static HashSet<int> Set(IEnumerable<TextSpan> spans) =>
        spans.SelectMany(s => Enumerable.Range(s.Start, s.End - s.Start)).ToHashSet();

    private void Count(string code, int found, int missed, int wrong)
    {
        var (f, m, w) = Codes.GetValueOrDefault(code);
        Codes[code] = (f + found, m + missed, w + wrong);
    }

    public static double F1((int Found, int Missed, int Wrong) c) => 2.0 * c.Found / Math.Max(1, 2 * c.Found + c.Missed + c.Wrong);

    public double AllF1 => F1((Codes.Values.Sum(c => c.Found), Codes.Values.Sum(c => c.Missed), Codes.Values.Sum(c => c.Wrong)));
    public double CopyF1 => F1(Codes.GetValueOrDefault(LikenessCodes.TextCopy));
    public double PairPrecision => (double)RightPairs / Math.Max(1, RightPairs + WrongPairs);
    public double CharactersRight => (double)bothMarked / Math.Max(1, marked);
    public double CharactersComplete => (double)bothMarked / Math.Max(1, planted);

    public double CopyAveragePrecision
    {
        get
        {
            int seen = 0,
                right = 0;
            var sum = 0.0;
            foreach (var (_, isRight) in copies.OrderByDescending(c => c.Score))
            {
                seen++;
                if (isRight)
                    sum += (double)++right / seen;
            }
            return sum / Math.Max(1, copiesPlanted);
        }
    }

    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"F1 {AllF1:0.000}, pair precision {PairPrecision:0.000}, text.copy F1 {CopyF1:0.000} AP {CopyAveragePrecision:0.000}, characters right {CharactersRight:0.000} complete {CharactersComplete:0.000}, decoys {DecoysReported}/{Decoys}, plain forms missed {PlainMissed}/{Plain}\n"
        )
        + string.Concat(
            Codes
                .OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => $"  {c.Key}: found {c.Value.Found}, missed {c.Value.Missed}, wrong {c.Value.Wrong}\n")
        );
}
