namespace CountyHall.Trading.Similarity;

/// <summary>
/// What is marked of a place in each of the two texts: the sentences of its paragraphs that the other has too, in the same or in other words. Sentences
/// that stand there in only one of the two, or that the tender, the trade or a third firm has, are not.
/// </summary>
internal sealed class CopyMarks
{
    // Sentences are alike if so much of their pairs of letters is the same; words exchanged and numbers changed leave as much.
    private const double Alike = 0.5;

    // Letters of a sentence at least; what is shorter goes with its neighbours.
    private const int Shortest = 6;

    // A sentence that others have too, but for a word.
    private const double MostlyExplained = 0.9;

    private sealed record Sentence(int Start, int End, int From, int To, bool IsExplained, Dictionary<int, int> Pairs)
    {
        public bool IsMarked { get; set; }
    }

    private readonly List<TextSpan> inA = [];
    private readonly List<TextSpan> inB = [];

    public IReadOnlyList<TextSpan> InA => inA;
    public IReadOnlyList<TextSpan> InB => inB;

    public static CopyMarks Of(
        TextIndex index,
        int first,
        int second,
        IEnumerable<CopyPlace> places,
        IEnumerable<(LoneSentences.Sentence A, LoneSentences.Sentence B)> lone
    )
    {
        var marks = new CopyMarks();
        foreach (var place in places)
        {
            var a = Sentences(index, first, second, place.Passages.Select(p => (p.StartA, p.EndA, p.IsByStretches)));
            var b = Sentences(index, second, first, place.Passages.Select(p => (p.StartB, p.EndB, p.IsByStretches)));
            foreach (var one in a)
            foreach (var other in b)
                if (!(one.IsExplained && other.IsExplained) && !(one.IsMarked && other.IsMarked) && AreAlike(one, other))
                    one.IsMarked = other.IsMarked = true;
            marks.inA.AddRange(Spans(index.Documents[first].Writing, a));
            marks.inB.AddRange(Spans(index.Documents[second].Writing, b));
        }
        foreach (var (a, b) in lone)
        {
            marks.inA.Add(Span(index.Documents[first].Writing, a));
            marks.inB.Add(Span(index.Documents[second].Writing, b));
        }
        Merge(marks.inA);
        Merge(marks.inB);
        return marks;
    }

    /// <summary>The sentences of all paragraphs that the passages reach.</summary>
    private static List<Sentence> Sentences(
        TextIndex index,
        int document,
        int other,
        IEnumerable<(int Start, int End, bool IsByStretches)> passages
    )
    {
        var writing = index.Documents[document].Writing;
        var (text, places) = (writing.Text, writing.Places);
        var sentences = new List<Sentence>();
        var done = 0;
        foreach (var (firstLetter, endLetter, isByStretches) in passages.Order())
        {
            var start = Math.Max(done, text.LastIndexOf('\n', places[firstLetter]) + 1);
            var end = text.IndexOf('\n', places[endLetter - 1]);
            end = end < 0 ? text.Length : end;
            // The part ends with a line, and so does its last sentence.
            foreach (var (begins, stop) in writing.Sentences(start, end))
            {
                var to = Math.Min(stop + 1, end);
                var (from, until) = (Letter(places, begins), Letter(places, to));
                if (until - from >= Shortest)
                {
                    var (kept, explained) = index.Explained(document, from, until, index.Documents[other].Firm);
                    sentences.Add(
                        new Sentence(
                            begins,
                            text[to - 1] == '\n' ? to - 1 : to,
                            from,
                            until,
                            isByStretches ? IsQuoted(from, until) : kept > 0 && explained >= kept * MostlyExplained,
                            Pairs(writing.Letters, from, until)
                        )
                    );
                }
            }
            done = Math.Max(done, end);
        }
        return sentences;

        // Where others have every phrase and nobody the sentences, only the tender explains.
        bool IsQuoted(int from, int until) => index.LongestQuote(document, from, until) >= (until - from) * MostlyExplained;
    }

    private static int Letter(int[] places, int unit)
    {
        var at = Array.BinarySearch(places, unit);
        return at < 0 ? ~at : at;
    }

    private static Dictionary<int, int> Pairs(char[] letters, int from, int to)
    {
        var pairs = new Dictionary<int, int>();
        for (var i = from + 1; i < to; i++)
        {
            var pair = letters[i - 1] << 16 | letters[i];
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }
        return pairs;
    }

    private static bool AreAlike(Sentence one, Sentence other)
    {
        var (a, b) = (one.To - one.From - 1, other.To - other.From - 1);
        if (Math.Min(a, b) < Alike / (2 - Alike) * Math.Max(a, b))
            return false;
        var common = 0;
        foreach (var (pair, count) in one.Pairs)
            common += Math.Min(count, other.Pairs.GetValueOrDefault(pair));
        return 2 * common >= Alike * (a + b);
    }

    private static IEnumerable<TextSpan> Spans(Writing writing, List<Sentence> sentences) =>
        sentences.Where(s => s.IsMarked).Select(s => new TextSpan(writing.CodePoint(s.Start), writing.CodePoint(s.End)));

    private static TextSpan Span(Writing writing, LoneSentences.Sentence sentence) =>
        new(writing.CodePoint(sentence.Start), writing.CodePoint(sentence.End));

    private static void Merge(List<TextSpan> spans)
    {
        spans.Sort((x, y) => (x.Start, x.End).CompareTo((y.Start, y.End)));
        var kept = 0;
        for (var i = 1; i < spans.Count; i++)
            if (spans[i].Start <= spans[kept].End + 1)
                spans[kept] = new TextSpan(spans[kept].Start, Math.Max(spans[kept].End, spans[i].End));
            else
                spans[++kept] = spans[i];
        if (spans.Count > 0)
            spans.RemoveRange(kept + 1, spans.Count - kept - 1);
    }
}
