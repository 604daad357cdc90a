namespace CountyHall.Trading.Similarity;

/// <summary>
/// Decides which shared passages are a reason. Honest bidders, too, share a section that the history happens not to know; how well it knows the
/// trade is measured on what is shared at all, and where it knows little a single shared section is no reason.
/// </summary>
internal static class CopyJudgement
{
    // A passage whose words others have too, almost all of them, is a stock section with a number changed.
    private const double MostlyExplained = 0.8;

    // Letters alike of a passage that may be a clause said anew.
    private const int AClause = 24;

    private sealed record Judged(int First, int Second, bool IsSupported, List<CopyPlace> Places, List<CopyPlace> Faint);

    /// <summary>What is known of a tender before its pairs are judged.</summary>
    /// <param name="Usual">What small places say in the middle pair: the manner of the trade.</param>
    /// <param name="WholeRate">Of pairs that nothing else suspects, the part that share a whole section.</param>
    /// <param name="IsRare">Whether only two bids have a heading.</param>
    private sealed record Field(double Knowledge, double Usual, double WholeRate, Func<string, bool> IsRare, List<Judged> Pairs);

    public static IEnumerable<(int First, int Second, LikenessReason Reason)> Of(
        TextIndex index,
        List<(int First, int Second, List<CopiedText.Passage> Passages)> pairs,
        IReadOnlySet<(int First, int Second)> suspected,
        IReadOnlySet<(int Document, int Place)> leftovers
    )
    {
        var sections = new Sections?[index.Documents.Count];
        Parallel.For(
            0,
            sections.Length,
            d => sections[d] = index.Documents[d].Kind == TextIndex.DocumentKind.Bid ? Sections.Of(index.Documents[d].Writing) : null
        );
        var judged = new List<Judged>();
        int known = 0,
            unknown = 0;
        foreach (var (first, second, passages) in pairs)
        {
            known += passages.Count(p => p.Explained > MostlyExplained && p.Length >= 150);
            var own = passages.Where(p => p.Explained <= MostlyExplained && !IsLeftover(index, first, p, leftovers)).ToList();
            var solid = own.Where(IsSolid).ToList();
            if (solid.Count == 0)
                continue;
            var places = CopyPlace.Of(index, first, second, solid, sections[first]!, sections[second]!);
            var faint = CopyPlace.Of(
                index,
                first,
                second,
                own.Where(p => !IsSolid(p) && p.Matched >= AClause).ToList(),
                sections[first]!,
                sections[second]!
            );
            if (places.Exists(p => p.Own >= 100))
                unknown++;
            judged.Add(new Judged(first, second, suspected.Contains((first, second)), places, faint));
        }
        // Of the sections that bidders share, the part that the history and the other tenders know: from two thirds on it is to be trusted.
        var knowledge = Math.Clamp(((double)known / Math.Max(1, known + unknown) - 0.65) / 0.2, 0, 1);
        foreach (var tender in judged.GroupBy(j => index.Documents[j.First].Tender))
        {
            var field = Of(tender.Key, [.. tender], index, sections, knowledge, suspected);
            foreach (var pair in field.Pairs)
                if (Reason(index, field, pair) is { } reason)
                    yield return (pair.First, pair.Second, reason);
        }
    }

    private static Field Of(
        int tender,
        List<Judged> pairs,
        TextIndex index,
        Sections?[] sections,
        double knowledge,
        IReadOnlySet<(int First, int Second)> suspected
    )
    {
        var bids = Enumerable
            .Range(0, index.Documents.Count)
            .Where(d => sections[d] is not null && index.Documents[d].Tender == tender)
            .ToList();
        var unsuspected = bids.Count * (bids.Count - 1) / 2 - suspected.Count(s => index.Documents[s.First].Tender == tender);
        var small = pairs.Where(p => !p.IsSupported).Select(p => Small(p.Places)).OrderDescending().ToList();
        var titles = bids.SelectMany(b => sections[b]!.Titles.Distinct(StringComparer.Ordinal))
            .GroupBy(title => title, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return new Field(
            knowledge,
            small.Count > unsuspected / 2 ? small[unsuspected / 2] : 0,
            (pairs.Count(p => !p.IsSupported && p.Places.Exists(x => x.MayBeStock)) + 0.5) / (unsuspected + 1),
            title => titles.GetValueOrDefault(title) <= 2,
            pairs
        );
    }

    private static LikenessReason? Reason(TextIndex index, Field field, Judged pair)
    {
        var places = pair.Places;
        var beyond = Beyond(field, pair, places);
        if (beyond < 0)
            return null;
        var told = Told(field, pair);
        // Where much was said anew and the history knows the trade, what is too faint to be a reason belongs to it.
        var saidAnew = field.Knowledge > 0.3 && told.Count(p => p.Likeness < AlmostAlike && !p.MayBeStock) >= 3;
        var marks = CopyMarks.Of(index, pair.First, pair.Second, saidAnew ? told.Concat(pair.Faint) : told);
        return new LikenessReason(
            LikenessCodes.TextCopy,
            LikenessGrade.Presumed,
            0.6 + 0.38 * (1 - Math.Exp(-beyond / 4)),
            $"有 {told.Count} 处、约 {told.Sum(p => p.Passages.Sum(x => x.Length))} 字的文字相同或改写，招标文件、行业通用文字和本单位以往投标都不能解释"
        )
        {
            InA = marks.InA,
            InB = marks.InB,
        };
    }

    /// <summary>
    /// The places that are shown. A whole section may be the trade's; it is left out where the rest says enough by itself and no section was taken in it.
    /// </summary>
    private static List<CopyPlace> Told(Field field, Judged pair)
    {
        var told = pair.Places.Where(p => !p.MayBeStock).ToList();
        return told.Exists(p => p.IsWhole) || Beyond(field, pair, told) < 0 ? pair.Places : told;
    }

    /// <summary>More of its own than two honest writers of one trade meet in by chance.</summary>
    private static bool IsSolid(CopiedText.Passage p) => p.Own >= 16 || p.Runs >= 2 && p.Own >= 10;

    /// <summary>How far what the places say goes beyond what is needed. Where another trace already speaks for a common hand, less is needed.</summary>
    private static double Beyond(Field field, Judged pair, List<CopyPlace> places)
    {
        var small = Math.Max(0, Small(places) - field.Usual);
        // Honest pairs have a small place or two; more of them say more than each alone.
        small += Math.Max(0, small - 0.8) * 0.8;
        return Large(field, pair, places) + small - (pair.IsSupported ? 2.2 - 0.9 * field.Knowledge : 3.7 - 1.0 * field.Knowledge);
    }

    private static bool IsSmall(CopyPlace place) => place.Own < 80 && !place.IsWhole;

    /// <summary>What places of a sentence or two say: most where they stand in other chapters, less where only words were exchanged.</summary>
    private static double Small(List<CopyPlace> places) =>
        places
            .Where(IsSmall)
            .Sum(p =>
                Math.Clamp((p.Own - 8) / 32.0, 0, 1)
                * (
                    p.IsElsewhere ? 1.9
                    : p.Likeness < AlmostAlike ? 1.3
                    : 0.8
                )
            );

    // Stock wording is taken as it is, with a number changed here and there; what is less alike was said anew.
    private const double AlmostAlike = 0.95;

    private static double Large(Field field, Judged pair, List<CopyPlace> places)
    {
        double said = 0;
        int whole = 0,
            paragraphs = 0;
        foreach (var place in places.Where(p => !IsSmall(p)).OrderByDescending(p => p.Own))
            if (place.IsWhole && !place.IsElsewhere)
                said += WholeSection(field, pair, place, whole++ == 0);
            else if (place.IsElsewhere)
                said += 2.2;
            else if (place.IsCutOut)
                said += 2.4 + Math.Min(1.4, (place.Own - CopyPlace.MoreThanAParagraph) / 350.0);
            else if (place.Likeness < AlmostAlike)
                said += 1.5;
            else
                said += 0.4 + 0.4 * field.Knowledge + (++paragraphs > 2 ? 0.5 : 0);
        return said;
    }

    private static double WholeSection(Field field, Judged pair, CopyPlace place, bool isFirst)
    {
        var said =
            place.QuotesTheTender ? 2.2
            : place.SameTitle is { } title && field.IsRare(title) ? 1.6
            : 0;
        said += (isFirst ? 0.6 + 1.2 * field.Knowledge : 0.4 + 0.8 * field.Knowledge) * (place.Users > 2.5 ? 0.6 : 1);
        if (place.Likeness < AlmostAlike)
            said += 1;
        if (pair.IsSupported && Outsiders(field, pair, place) == 0)
            // That by chance just those share it whom something else ties together is as likely as others share one.
            said += Math.Clamp(Math.Log(0.15 / field.WholeRate) + (place.Users > 2.5 ? 1 : 0), 0, 2);
        return said;
    }

    /// <summary>How many bidders have the place too whom nothing else ties to both.</summary>
    private static int Outsiders(Field field, Judged pair, CopyPlace place)
    {
        if (place.Users <= 2.5)
            return 0;
        var tied = field.Pairs.Where(p => p.IsSupported).SelectMany(p => new[] { (p.First, p.Second), (p.Second, p.First) }).ToHashSet();
        return field.Pairs.Count(other =>
        {
            if (other == pair || other.First != pair.First && other.Second != pair.First)
                return false;
            var (isFirst, third) = other.First == pair.First ? (true, other.Second) : (false, other.First);
            return third != pair.Second
                && !(tied.Contains((third, pair.First)) && tied.Contains((third, pair.Second)))
                && other.Places.Exists(p => Overlap(isFirst ? (p.StartA, p.EndA) : (p.StartB, p.EndB), (place.StartA, place.EndA)) > 0.6);
        });
    }

    private static double Overlap((int Start, int End) one, (int Start, int End) other) =>
        (double)(Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start)) / (other.End - other.Start);

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
}
