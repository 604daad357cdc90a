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
    public const double MostlyExplained = 0.9;

    // What stands beside sentences that are marked may be less alike, as far as this many letters from the place.
    private const double AlikeBeside = 0.4;
    private const int Beside = 1500;

    // A sentence may have been left out, put in or moved by one.
    private const int Steps = 2;

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
            var seeds = new List<(Sentence, Sentence)>();
            foreach (var one in a)
            {
                Sentence? nearest = null;
                var most = Alike;
                foreach (var other in b)
                {
                    if (one.IsExplained && other.IsExplained || LikenessOf(one, other, Alike) is not { } likeness)
                        continue;
                    one.IsMarked = other.IsMarked = true;
                    if (likeness >= most)
                        (nearest, most) = (other, likeness);
                }
                if (nearest is not null)
                    seeds.Add((one, nearest));
            }
            if (place.IsSaidAnew && !place.MayBeStock)
                Grow(
                    seeds,
                    Sentences(index, first, second, [Wide(index, first, place.StartA, place.EndA)]),
                    Sentences(index, second, first, [Wide(index, second, place.StartB, place.EndB)]),
                    a,
                    b
                );
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
                if (until - from >= Shortest && !IsHeading(begins, to))
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

        bool IsHeading(int begins, int to) =>
            to - begins <= Sections.LongestHeading
            && (to == text.Length || text[to - 1] == '\n' || text[to] == '\n')
            && text[to - 1] != '。';

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

    /// <summary>How much of their pairs of letters two sentences have in common; null if it is less than is asked for.</summary>
    private static double? LikenessOf(Sentence one, Sentence other, double least)
    {
        var (a, b) = (one.To - one.From - 1, other.To - other.From - 1);
        if (Math.Min(a, b) < least / (2 - least) * Math.Max(a, b))
            return null;
        var common = 0;
        foreach (var (pair, count) in one.Pairs)
            common += Math.Min(count, other.Pairs.GetValueOrDefault(pair));
        return 2 * common >= least * (a + b) ? 2.0 * common / (a + b) : null;
    }

    private static (int Start, int End, bool IsByStretches) Wide(TextIndex index, int document, int start, int end) =>
        (Math.Max(0, start - Beside), Math.Min(index.Documents[document].Writing.Letters.Length, end + Beside), false);

    /// <summary>Marks what stands beside marked sentences in both texts and is still somewhat alike, and so on from there: of a text said anew little is left.</summary>
    private static void Grow(
        List<(Sentence A, Sentence B)> seeds,
        List<Sentence> wideA,
        List<Sentence> wideB,
        List<Sentence> inA,
        List<Sentence> inB
    )
    {
        var (atA, atB) = (Numbered(wideA), Numbered(wideB));
        var left = new Stack<(int A, int B)>(
            seeds.Where(s => atA.ContainsKey(s.A.Start) && atB.ContainsKey(s.B.Start)).Select(s => (atA[s.A.Start], atB[s.B.Start]))
        );
        var seen = left.ToHashSet();
        while (left.TryPop(out var at))
            for (var stepA = -Steps; stepA <= Steps; stepA++)
            for (var stepB = -Steps; stepB <= Steps; stepB++)
            {
                var next = (A: at.A + stepA, B: at.B + stepB);
                if (stepA * stepB <= 0 || next.A < 0 || next.B < 0 || next.A >= wideA.Count || next.B >= wideB.Count || !seen.Add(next))
                    continue;
                var (one, other) = (wideA[next.A], wideB[next.B]);
                if (one.IsExplained && other.IsExplained || LikenessOf(one, other, AlikeBeside) is null)
                    continue;
                one.IsMarked = other.IsMarked = true;
                left.Push(next);
            }
        inA.AddRange(wideA.Where(s => s.IsMarked));
        inB.AddRange(wideB.Where(s => s.IsMarked));

        static Dictionary<int, int> Numbered(List<Sentence> sentences) => sentences.Index().ToDictionary(s => s.Item.Start, s => s.Index);
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
