namespace CountyHall.Trading.Similarity;

/// <summary>
/// Who else has what two bids share, looked at in stretches of a sentence or two instead of single runs. In a trade of set phrases every run of a passage may
/// stand somewhere, each in another text; only who has its sentences explains it. Numbers are left out, because users of a stock change them.
/// </summary>
internal static class Stretches
{
    // Letters of a stretch without its numbers: more than a set phrase with what is put into it.
    private const int Long = 40;

    // Of all stretches one in so many is looked at, chosen by its words, so that equal ones are chosen alike.
    private const int OneIn = 8;

    // With fewer stretches nothing is said of a passage.
    private const int Fewest = 4;

    // A passage is another's too if so many of its stretches are.
    private const double MostOfOthers = 0.5;

    private readonly record struct Stretch(ulong Hash, int Start, int End);

    public static void Look(TextIndex index, List<(int First, int Second, List<CopiedText.Passage> Passages)> pairs)
    {
        if (!pairs.Exists(p => p.Passages.Exists(IsDoubtful)))
            return;
        var stretches = new List<Stretch>[index.Documents.Count];
        Parallel.For(0, stretches.Length, d => stretches[d] = Of(index.Documents[d].Writing.Letters));
        var holders = new Dictionary<ulong, List<int>>();
        foreach (var (first, _, passages) in pairs)
        foreach (var passage in passages.Where(IsDoubtful))
        foreach (var stretch in Within(stretches[first], passage))
            holders.TryAdd(stretch.Hash, []);
        for (var d = 0; d < stretches.Length; d++)
            foreach (var stretch in stretches[d])
                if (holders.TryGetValue(stretch.Hash, out var who) && (who.Count == 0 || who[^1] != d))
                    who.Add(d);
        foreach (var (first, second, passages) in pairs)
            for (var p = 0; p < passages.Count; p++)
                if (IsDoubtful(passages[p]))
                    passages[p] = Looked(
                        index,
                        first,
                        second,
                        passages[p],
                        Within(stretches[first], passages[p]).Select(s => Held(first, s)).ToList()
                    );

        // Of two quotes that both put one after the other each is the tender's.
        List<int>? Held(int document, Stretch stretch) =>
            index.LongestQuote(document, stretch.Start, stretch.End) * 2 >= Long ? null : holders[stretch.Hash];
    }

    private static bool IsDoubtful(CopiedText.Passage passage) =>
        passage.Explained > CopyJudgement.MostlyExplained && passage.Matched >= 2 * Long;

    private static CopiedText.Passage Looked(TextIndex index, int first, int second, CopiedText.Passage passage, List<List<int>?> stretches)
    {
        var (a, b) = (index.Documents[first], index.Documents[second]);
        var theirs = stretches
            .OfType<List<int>>()
            .Where(held =>
                !held.Exists(h => IsAThird(h) && !HasABidOf(held, index.Documents[h].Firm))
                && !(held.Exists(IsEarlierOf(a)) && held.Exists(IsEarlierOf(b)))
                && held.Contains(second)
            )
            .Select(held => held.Count(IsABidder))
            .ToList();
        theirs.RemoveAll(users => users > TextIndex.LargestCircle);
        var explained = 1 - (double)theirs.Count / Math.Max(1, stretches.Count);
        return stretches.Count < Fewest || explained >= MostOfOthers
            ? passage
            : passage with
            {
                Own = Math.Max(passage.Own, (int)(passage.Matched * (1 - explained))),
                Users = theirs.Average(),
                Explained = explained,
                IsByStretches = true,
            };

        // What both wrote before is either's own.
        Predicate<int> IsEarlierOf(TextIndex.Document bid) =>
            document => !IsABidder(document) && index.Documents[document].Firm == bid.Firm;

        bool IsABidder(int document) => index.Documents[document] is { Kind: TextIndex.DocumentKind.Bid } its && its.Tender == a.Tender;

        // Of a circle, the earlier bid of one does not explain how two others have its words.
        bool HasABidOf(List<int> held, int firm) => held.Exists(h => IsABidder(h) && index.Documents[h].Firm == firm);

        bool IsAThird(int document) =>
            !IsABidder(document) && index.Documents[document].Firm is var firm && firm != a.Firm && firm != b.Firm;
    }

    private static IEnumerable<Stretch> Within(List<Stretch> stretches, CopiedText.Passage passage)
    {
        var first = Sorted.FirstFrom(passage.StartA, stretches.Count, i => stretches[i].Start);
        for (var i = first; i < stretches.Count && stretches[i].End <= passage.EndA; i++)
            yield return stretches[i];
    }

    private static List<Stretch> Of(char[] letters)
    {
        var words = new char[letters.Length];
        var places = new int[letters.Length];
        var count = 0;
        for (var i = 0; i < letters.Length; i++)
            if (!char.IsAsciiDigit(letters[i]))
                (words[count], places[count++]) = (letters[i], i);
        var stretches = new List<Stretch>(count / OneIn + 16);
        var rolling = new RollingHash(Long);
        for (var i = 0; i < count; i++)
        {
            var hash = rolling.Take(words, i);
            if (i >= Long - 1 && hash % OneIn == 0)
                stretches.Add(new Stretch(hash, places[i - Long + 1], places[i] + 1));
        }
        return stretches;
    }
}
