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

    // Passages nearer than this in both bids are one place.
    private const int Nearby = 400;

    private sealed record Judged(int First, int Second, List<CopiedText.Passage> Passages, List<List<CopiedText.Passage>> Places);

    public static IEnumerable<(int First, int Second, LikenessReason Reason)> Of(
        TextIndex index,
        List<(int First, int Second, List<CopiedText.Passage> Passages)> pairs
    )
    {
        var judged = new List<Judged>();
        int known = 0,
            unknown = 0;
        foreach (var (first, second, passages) in pairs)
        {
            known += passages.Count(p => p.Explained > MostlyExplained && p.Length >= 150);
            var own = passages.Where(p => p.Explained <= MostlyExplained && Weight(p, 1) > 0).ToList();
            if (own.Count == 0)
                continue;
            var places = Places(own);
            if (places.Any(p => p.Sum(x => x.Own) >= 60))
                unknown++;
            judged.Add(new Judged(first, second, own, places));
        }
        // Of the sections that bidders share, the part that the history and the other tenders know: from two thirds on it is to be trusted.
        var knowledge = Math.Clamp(((double)known / Math.Max(1, known + unknown) - 0.65) / 0.2, 0, 1);
        var enough = 450 - 310 * knowledge;
        foreach (var (first, second, passages, places) in judged)
        {
            var mass = places.Sum(place => place.Sum(p => Weight(p, knowledge)));
            var counted = places.Sum(place =>
            {
                var here = place.Sum(p => Weight(p, knowledge));
                return here <= OnePlace ? here : OnePlace + (here - OnePlace) * (0.25 + 0.75 * knowledge);
            });
            if (counted < enough)
                continue;
            var (a, b) = (index.Documents[first].Writing, index.Documents[second].Writing);
            yield return (
                first,
                second,
                new LikenessReason(
                    LikenessCodes.TextCopy,
                    LikenessGrade.Presumed,
                    Math.Min(0.97, 0.6 + 0.37 * (1 - Math.Exp(-mass / 1500))),
                    $"有 {places.Count} 处、约 {passages.Sum(p => p.Length)} 字的文字相同或改写，招标文件、行业通用文字和本单位以往投标都不能解释"
                )
                {
                    InA = Merge(passages.Select(p => a.Span(p.StartA, p.EndA))),
                    InB = Merge(passages.Select(p => b.Span(p.StartB, p.EndB))),
                }
            );
        }
    }

    /// <summary>Letters of its own beyond what two honest writers of one trade meet in by chance; shared by more, it says less of two.</summary>
    private static double Weight(CopiedText.Passage passage, double knowledge)
    {
        var beyond = passage.Runs >= 3 && passage.Own >= 14 ? passage.Own : Math.Max(0, passage.Own - 16);
        return beyond * (passage.Users <= 2.5 ? 1 : (1 + knowledge) / passage.Users);
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

    private static List<TextSpan> Merge(IEnumerable<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenBy(s => s.End))
            if (merged.Count > 0 && span.Start <= merged[^1].End)
                merged[^1] = new TextSpan(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            else
                merged.Add(span);
        return merged;
    }
}
