namespace CountyHall.Trading.Similarity;

/// <summary>
/// Sentences that two bids have letter by letter and that nobody else has: what was scattered sentence by sentence leaves no passage, because much of a sentence
/// is the manner of the trade. They are marked where the pair is told for other words, and are no reason by themselves.
/// </summary>
internal sealed class LoneSentences
{
    // Letters of a sentence that are not put together alike by chance.
    private const int Shortest = 25;

    // Of sentences that both have one after the other, so many must be theirs alone: a stock section with an error of its own is stock.
    private const double LeastAlone = 0.5;

    // A sentence that quotes the tender for more than this is an answer to it.
    private const double MostQuoted = 0.5;

    /// <param name="IsTwice">Whether it stands there more than once, and is no sentence of its own.</param>
    public sealed record Sentence(int Start, int End, int Letter, int Number, bool IsTwice);

    private readonly Dictionary<(int First, int Second), List<(Sentence A, Sentence B)>> shared = [];

    public IReadOnlyList<(Sentence A, Sentence B)> Of(int first, int second) => shared.GetValueOrDefault((first, second)) ?? [];

    /// <param name="pairs">Pairs that are told.</param>
    /// <param name="areTied">Whether two bids are suspected of anything.</param>
    public static LoneSentences Find(TextIndex index, IReadOnlyCollection<(int First, int Second)> pairs, Func<int, int, bool> areTied)
    {
        var found = new LoneSentences();
        var said = pairs
            .SelectMany(p => new[] { p.First, p.Second })
            .Distinct()
            .ToDictionary(d => d, d => Said(index.Documents[d].Writing));
        var holders = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var (first, second) in pairs)
        foreach (var words in said[first].Keys)
            if (said[second].ContainsKey(words))
                holders.TryAdd(words, []);
        var had = new List<string>[index.Documents.Count];
        Parallel.For(
            0,
            had.Length,
            d => had[d] = (said.GetValueOrDefault(d) ?? Said(index.Documents[d].Writing)).Keys.Where(holders.ContainsKey).ToList()
        );
        for (var d = 0; d < had.Length; d++)
            foreach (var words in had[d])
                holders[words].Add(d);
        foreach (var (first, second) in pairs)
        {
            found.shared[(first, second)] = Runs(said[first], said[second])
                .Select(run => (All: run.Count, Lone: run.Where(r => holders[r.Words].All(IsOneOfThem)).ToList()))
                .Where(run => run.Lone.Count >= run.All * LeastAlone)
                .SelectMany(run => run.Lone.Where(r => !QuotesTheTender(r)).Select(r => (r.A, r.B)))
                .ToList();

            bool QuotesTheTender((string Words, Sentence A, Sentence B) said) =>
                index.LongestQuote(first, said.A.Letter, said.A.Letter + said.Words.Length) > said.Words.Length * MostQuoted;

            bool IsOneOfThem(int holder)
            {
                var (its, a, b) = (index.Documents[holder], index.Documents[first], index.Documents[second]);
                return holder == first
                    || holder == second
                    || its.Kind == TextIndex.DocumentKind.Earlier && (its.Firm == a.Firm || its.Firm == b.Firm)
                    || its.Kind == TextIndex.DocumentKind.Bid && areTied(first, holder) && areTied(second, holder);
            }
        }
        return found;
    }

    /// <summary>The sentences that both have, those together that stand one after the other in both.</summary>
    private static List<List<(string Words, Sentence A, Sentence B)>> Runs(
        Dictionary<string, Sentence> first,
        Dictionary<string, Sentence> second
    )
    {
        var both = first
            .Where(s => !s.Value.IsTwice && second.TryGetValue(s.Key, out var other) && !other.IsTwice)
            .Select(s => (Words: s.Key, A: s.Value, B: second[s.Key]))
            .OrderBy(s => s.A.Number);
        var runs = new List<List<(string, Sentence, Sentence)>>();
        var (lastA, lastB) = (-2, -2);
        foreach (var each in both)
        {
            if (each.A.Number != lastA + 1 || each.B.Number != lastB + 1)
                runs.Add([]);
            runs[^1].Add(each);
            (lastA, lastB) = (each.A.Number, each.B.Number);
        }
        return runs;
    }

    /// <summary>The sentences of a text by their letters.</summary>
    private static Dictionary<string, Sentence> Said(Writing writing)
    {
        var sentences = new Dictionary<string, Sentence>(StringComparer.Ordinal);
        var (text, letter, number) = (writing.Text, 0, 0);
        foreach (var (start, end) in writing.Sentences(0, text.Length))
        {
            var from = letter;
            while (letter < writing.Places.Length && writing.Places[letter] < end)
                letter++;
            if (letter - from >= Shortest && !text.AsSpan(start, end - start).Contains('\t'))
            {
                var words = new string(writing.Letters, from, letter - from);
                var stop = end < text.Length && text[end] != '\n' ? end + 1 : end;
                if (!sentences.TryAdd(words, new Sentence(start, stop, from, number, IsTwice: false)))
                    sentences[words] = sentences[words] with { IsTwice = true };
                number++;
            }
        }
        return sentences;
    }
}
