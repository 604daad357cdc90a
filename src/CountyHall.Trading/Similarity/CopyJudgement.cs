namespace CountyHall.Trading.Similarity;

/// <summary>
/// Decides which shared passages are a reason. Honest bidders, too, share a section that the history happens not to know; how well it knows the
/// trade is measured on what is shared at all, and where it knows little a single shared section is no reason.
/// </summary>
internal static class CopyJudgement
{
    // A passage whose words others have too, almost all of them, is a stock section with a number changed.
    private const double MostlyExplained = 0.8;

    // Letters of one place that count in full however little the history knows of the trade.
    private const int OnePlace = 160;

    // As far as this from the edge of a passage its sentence may begin or end.
    private const int Edge = 45;

    // Letters of one place that count for two of a larger circle.
    private const int OfACircle = 60;

    // What a place says by being there, in letters.
    private const int APlace = 45;

    // Passages nearer than this in both bids are one place.
    private const int Nearby = 400;

    // A passage of so many letters is more than one paragraph: two honest writers who take a paragraph from the same book stay below it.
    private const int MoreThanAParagraph = 280;

    private sealed record Judged(int First, int Second, List<CopiedText.Passage> Passages, List<List<CopiedText.Passage>> Places);

    public static IEnumerable<(int First, int Second, LikenessReason Reason)> Of(
        TextIndex index,
        List<(int First, int Second, List<CopiedText.Passage> Passages)> pairs,
        IReadOnlySet<(int First, int Second)> suspected,
        IReadOnlySet<(int Document, int Place)> leftovers
    )
    {
        var judged = new List<Judged>();
        int known = 0,
            unknown = 0;
        foreach (var (first, second, passages) in pairs)
        {
            known += passages.Count(p => p.Explained > MostlyExplained && p.Length >= 150);
            var own = passages
                .Where(p =>
                    p.Explained <= MostlyExplained && (p.Own >= 6 || p.Runs >= 2 && p.Own >= 5) && !IsLeftover(index, first, p, leftovers)
                )
                .ToList();
            if (!own.Any(Tells))
                continue;
            var places = Places(own);
            if (places.Any(p => p.Sum(x => x.Own) >= 60))
                unknown++;
            judged.Add(new Judged(first, second, own, places));
        }
        // Of the sections that bidders share, the part that the history and the other tenders know: from two thirds on it is to be trusted.
        var knowledge = Math.Clamp(((double)known / Math.Max(1, known + unknown) - 0.65) / 0.2, 0, 1);
        var sections = new Dictionary<int, Sections>();
        var reported = new Dictionary<(int First, int Second), Judged>();
        foreach (var each in judged)
            if (Beyond(each, place => IsCutOut(index, sections, each, place)) >= 0)
                reported[(each.First, each.Second)] = each;
        foreach (var each in judged)
        {
            var (first, second, passages, places) = each;
            var beyond = Beyond(each, place => IsCutOut(index, sections, each, place) || IsOfACircle(reported, each, place));
            if (beyond < 0)
                continue;
            var (a, b) = (index.Documents[first].Writing, index.Documents[second].Writing);
            yield return (
                first,
                second,
                new LikenessReason(
                    LikenessCodes.TextCopy,
                    LikenessGrade.Presumed,
                    0.6 + 0.38 * (1 - Math.Exp(-beyond / 900)),
                    $"有 {places.Count(place => place.Exists(Tells))} 处、约 {passages.Sum(p => p.Length)} 字的文字相同或改写，招标文件、行业通用文字和本单位以往投标都不能解释"
                )
                {
                    InA = Merge(passages.Select(p => Whole(a, p.StartA, p.EndA, Tells(p)))),
                    InB = Merge(passages.Select(p => Whole(b, p.StartB, p.EndB, Tells(p)))),
                }
            );
        }

        double Beyond(Judged pair, Func<List<CopiedText.Passage>, bool> isCutOut)
        {
            // Where another trace already speaks for a common hand, less text is needed and all of it counts.
            var supported = suspected.Contains((pair.First, pair.Second));
            var enough = supported ? 400 - 200 * knowledge : 560 - 160 * knowledge;
            return Once(pair.Places).Sum(place => Evidence(place, supported, knowledge, isCutOut(place))) - enough;
        }
    }

    /// <summary>The places without those that one of the two has twice: a section used twice is one.</summary>
    private static List<List<CopiedText.Passage>> Once(List<List<CopiedText.Passage>> places)
    {
        var once = new List<List<CopiedText.Passage>>();
        foreach (var place in places.OrderByDescending(p => p.Sum(x => x.Own)))
            if (
                !once.Exists(other =>
                    Overlap(place, other, p => (p.StartA, p.EndA)) > 0.6 || Overlap(place, other, p => (p.StartB, p.EndB)) > 0.6
                )
            )
                once.Add(place);
        return once;
    }

    private static double Overlap(
        List<CopiedText.Passage> place,
        List<CopiedText.Passage> other,
        Func<CopiedText.Passage, (int Start, int End)> side
    )
    {
        var (from, to) = (place.Min(p => side(p).Start), place.Max(p => side(p).End));
        var within = Math.Min(to, other.Max(p => side(p).End)) - Math.Max(from, other.Min(p => side(p).Start));
        return (double)within / (to - from);
    }

    /// <summary>
    /// Whether a place is more than a paragraph and was cut out of a section of one of the two. A stock section is used whole by all who use it;
    /// who copies takes what he finds.
    /// </summary>
    private static bool IsCutOut(TextIndex index, Dictionary<int, Sections> sections, Judged pair, List<CopiedText.Passage> place)
    {
        var telling = place.Where(Tells).ToList();
        if (telling.Sum(p => p.Own) < MoreThanAParagraph)
            return false;
        var (a, b) = (Of(pair.First), Of(pair.Second));
        var (fromA, toA) = (telling.Min(p => p.StartA), telling.Max(p => p.EndA));
        var (fromB, toB) = (telling.Min(p => p.StartB), telling.Max(p => p.EndB));
        // What is much longer in one of the two has a hole there: paragraphs that were not taken. One paragraph put into a section is no hole.
        var alike = Math.Abs(toA - fromA - (toB - fromB)) * 20 <= Math.Min(toA - fromA, toB - fromB) * 3;
        if (alike && a.IsWhole(fromA, toA) && b.IsWhole(fromB, toB))
            return false;
        var main = telling.MaxBy(p => p.Own)!;
        return main.Own * 5 <= telling.Sum(p => p.Own) * 3 || !a.IsWhole(main.StartA, main.EndA) || !b.IsWhole(main.StartB, main.EndB);

        Sections Of(int document)
        {
            if (!sections.TryGetValue(document, out var its))
                sections[document] = its = Sections.Of(index.Documents[document].Writing);
            return its;
        }
    }

    /// <summary>Whether both copied the place from, or with, a third bidder: then it is copied between them, though both hold it as a whole section.</summary>
    private static bool IsOfACircle(Dictionary<(int First, int Second), Judged> reported, Judged pair, List<CopiedText.Passage> place)
    {
        var telling = place.Where(Tells).ToList();
        if (telling.Sum(p => p.Own) < MoreThanAParagraph)
            return false;
        var (fromA, toA) = (telling.Min(p => p.StartA), telling.Max(p => p.EndA));
        var (fromB, toB) = (telling.Min(p => p.StartB), telling.Max(p => p.EndB));
        var thirds = reported.Keys.SelectMany(k => new[] { k.First, k.Second }).ToHashSet();
        return thirds.Any(third =>
            third != pair.First && third != pair.Second && Covers(third, pair.First, fromA, toA) && Covers(third, pair.Second, fromB, toB)
        );

        bool Covers(int third, int bid, int from, int to)
        {
            var isFirst = bid < third;
            if (!reported.TryGetValue(isFirst ? (bid, third) : (third, bid), out var other))
                return false;
            var covered = other
                .Passages.Where(Tells)
                .Sum(p => Math.Max(0, Math.Min(to, isFirst ? p.EndA : p.EndB) - Math.Max(from, isFirst ? p.StartA : p.StartB)));
            return covered * 5 >= (to - from) * 3;
        }
    }

    /// <summary>A short passage that holds a name left over is that finding, not another.</summary>
    private static bool IsLeftover(
        TextIndex index,
        int document,
        CopiedText.Passage passage,
        IReadOnlySet<(int Document, int Place)> leftovers
    )
    {
        if (passage.Length > 60)
            return false;
        var places = index.Documents[document].Writing.Places;
        for (var letter = passage.StartA; letter < passage.EndA; letter++)
            if (leftovers.Contains((document, places[letter])))
                return true;
        return false;
    }

    /// <summary>More of its own than two honest writers of one trade meet in by chance.</summary>
    private static bool Tells(CopiedText.Passage passage) => passage.Own >= 12 || passage.Runs >= 2 && passage.Own >= 9;

    /// <summary>
    /// What a place says: a place at all, and its letters. Honest bids of one trade have one or two such places, never many: so many small places say
    /// more than one large one.
    /// </summary>
    private static double Evidence(List<CopiedText.Passage> place, bool supported, double knowledge, bool isCutOut)
    {
        var telling = place.Where(Tells).ToList();
        if (telling.Count == 0)
            return 0;
        double own = telling.Sum(p => p.Own);
        if (isCutOut)
            return APlace + OnePlace + own;
        if (own > OnePlace)
            own = OnePlace + (own - OnePlace) * (supported ? 0.2 + 0.6 * knowledge : 0.15 + 0.1 * knowledge);
        return APlace + (supported || telling.Average(p => p.Users) <= 2.5 ? own : Math.Min(own, OfACircle));
    }

    private static List<List<CopiedText.Passage>> Places(List<CopiedText.Passage> passages)
    {
        var places = new List<List<CopiedText.Passage>>();
        foreach (var passage in passages)
        {
            var near = places.Find(place =>
                place.Any(p =>
                    passage.StartA - p.EndA < Nearby
                    && passage.StartB - p.EndB < Nearby
                    && p.StartB - passage.EndB < Nearby
                    && p.StartA - passage.EndA < Nearby
                )
            );
            if (near is null)
                places.Add([passage]);
            else
                near.Add(passage);
        }
        return places;
    }

    /// <summary>The passage to the ends of its first and last sentence, where they are near: words exchanged at the edge belong to it.</summary>
    private static TextSpan Whole(Writing writing, int firstLetter, int endLetter, bool widely)
    {
        var text = writing.Text;
        var (start, end) = (writing.Places[firstLetter], writing.Places[endLetter - 1] + 1);
        var room = widely ? Edge : 3;
        var from = start;
        while (from > 0 && start - from < room && !EndsSentence(text[from - 1]))
            from--;
        if (from == 0 || EndsSentence(text[from - 1]))
            start = from;
        var to = end;
        while (to < text.Length && to - end < room && !EndsSentence(text[to]))
            to++;
        if (to < text.Length && EndsSentence(text[to]))
            end = text[to] == '\n' ? to : to + 1;
        return new TextSpan(writing.CodePoint(start), writing.CodePoint(end));
    }

    private static bool EndsSentence(char c) => c is '。' or '\n' or '！' or '？';

    private static List<TextSpan> Merge(IEnumerable<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenBy(s => s.End))
            if (merged.Count > 0 && span.Start <= merged[^1].End + 1)
                merged[^1] = new TextSpan(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            else
                merged.Add(span);
        return merged;
    }
}
