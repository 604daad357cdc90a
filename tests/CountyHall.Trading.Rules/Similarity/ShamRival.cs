using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>
/// The plain way that the engine must beat: count, for each pair, the strings of twelve characters that both have and that no other tender, no
/// earlier bid and no tender document has. Its threshold is the best that hindsight can choose.
/// </summary>
internal static class ShamRival
{
    private const int Length = 12;

    public static double BestF1(IEnumerable<(int Count, bool Copied)> pairs)
    {
        var ordered = pairs.OrderByDescending(p => p.Count).ToList();
        var planted = ordered.Count(p => p.Copied);
        var (best, right) = (0.0, 0);
        for (var i = 0; i < ordered.Count; i++)
        {
            right += ordered[i].Copied ? 1 : 0;
            if (i + 1 == ordered.Count || ordered[i + 1].Count != ordered[i].Count)
                best = Math.Max(best, 2.0 * right / (i + 1 + planted));
        }
        return best;
    }

    public static List<(int Count, bool Copied)> Count(ShamCorpus corpus, SimilarityInput input)
    {
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in input.History.Select(h => h.Text))
            earlier.UnionWith(Strings(text));
        var tenders = input
            .Tenders.Select(t => (t.Id, Bids: t.Bids.Select(b => (b.Id, Strings: Strings(b.Text))).ToList(), Own: Strings(t.Text)))
            .ToList();
        var counts = new List<(int, bool)>();
        foreach (var (id, bids, own) in tenders)
        {
            var known = new HashSet<string>(earlier, StringComparer.Ordinal);
            known.UnionWith(own);
            foreach (var other in tenders.Where(t => t.Id != id))
            {
                known.UnionWith(other.Own);
                foreach (var bid in other.Bids)
                    known.UnionWith(bid.Strings);
            }
            foreach (var (_, strings) in bids)
                strings.ExceptWith(known);
            for (var i = 0; i < bids.Count; i++)
            for (var j = i + 1; j < bids.Count; j++)
                counts.Add(
                    (
                        bids[i].Strings.Count(bids[j].Strings.Contains),
                        corpus.Planted.Any(p =>
                            p.Tender == id && p.A == bids[i].Id && p.B == bids[j].Id && p.Codes.Contains(LikenessCodes.TextCopy)
                        )
                    )
                );
        }
        return counts;
    }

    private static HashSet<string> Strings(string text)
    {
        var strings = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Length <= text.Length; i++)
            strings.Add(text.Substring(i, Length));
        return strings;
    }
}
