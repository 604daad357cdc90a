namespace CountyHall.Trading.Similarity;

/// <summary>
/// Decides which shared passages are a reason. Honest bidders, too, share a section that the history happens not to know; how well it knows the
/// trade is measured on what is shared at all, and where it knows little a single shared section is no reason.
/// </summary>
internal static class CopyJudgement
{
    // A passage whose words others have too, almost all of them, is a stock section with a number changed.
    public const double MostlyExplained = 0.8;

    // Of the numbers of a stock section that two use, the part that differs, as long as the field itself says little; in the sample of the format one in
    // seventeen does.
    private const double UsualTouches = 0.08;
    private const int NumbersOfUsual = 100;

    // That no number differs says at most so much.
    private const double MostForNumbers = 2;

    // Letters alike of a passage that may be a clause said anew.
    private const int AClause = 24;

    /// <summary>A pair and what it shares.</summary>
    /// <param name="IsSupported">Whether another trace ties the two.</param>
    /// <param name="Faint">Places too faint to say anything.</param>
    private sealed record Judged(int First, int Second, bool IsSupported, List<CopyPlace> Places, List<CopyPlace> Faint)
    {
        /// <summary>What was taken from the same stock.</summary>
        public List<CopyPlace> Stock { get; } = [];

        /// <summary>What is another finding by itself, and belongs to this one where the rest says enough.</summary>
        public IReadOnlyList<CopyPlace> WithErrors { get; init; } = [];

        /// <summary>The place that holds letters of one of the two.</summary>
        public CopyPlace? At(int document, (int Start, int End) letters) => Places.Find(p => IsAt(p, document, letters));

        public bool IsAt(CopyPlace place, int document, (int Start, int End) letters) =>
            Overlap(document == First ? (place.StartA, place.EndA) : (place.StartB, place.EndB), letters) > MostOfAPlace;
    }

    // Two places are the same if so much of the one is in the other.
    private const double MostOfAPlace = 0.6;

    /// <summary>What is known of a tender before its pairs are judged.</summary>
    /// <param name="Touches">Of the numbers of whole sections that two share, the part that differs.</param>
    /// <param name="Usual">What small places say in the middle pair: the manner of the trade.</param>
    /// <param name="WholeRate">Of pairs that nothing else suspects, the part that share a whole section.</param>
    /// <param name="ParagraphRate">The part that share a paragraph in its own chapter.</param>
    /// <param name="Titles">How many bids have a heading.</param>
    private sealed record Field(
        double Knowledge,
        double Touches,
        double Usual,
        double WholeRate,
        double ParagraphRate,
        IReadOnlyDictionary<string, int> Titles,
        List<Judged> Pairs
    );

    public static IEnumerable<(int First, int Second, LikenessReason Reason)> Of(
        TextIndex index,
        List<(int First, int Second, List<CopiedText.Passage> Passages)> pairs,
        IReadOnlySet<(int First, int Second)> suspected,
        IReadOnlySet<(int Document, int Place)> leftovers,
        IReadOnlyDictionary<(int First, int Second), List<(SharedTypos.Typo A, SharedTypos.Typo B)>> typos
    )
    {
        var sections = new Sections?[index.Documents.Count];
        Parallel.For(
            0,
            sections.Length,
            d => sections[d] = index.Documents[d].Kind == TextIndex.DocumentKind.Bid ? Sections.Of(index.Documents[d].Writing) : null
        );
        var judged = new List<Judged>();
        var stock = new Dictionary<int, CopyNumbers>();
        int known = 0,
            unknown = 0;
        foreach (var (first, second, passages) in pairs)
        {
            known += passages.Count(p => p.Explained > MostlyExplained && p.Length >= 150);
            var own = passages
                .Where(p => p.Explained <= MostlyExplained && !IsLeftover(index, first, p, leftovers) && !IsCard(index, first, p))
                .ToList();
            var solid = own.Where(IsSolid).ToList();
            if (solid.Count == 0)
                continue;
            var places = CopyPlace.Of(index, first, second, solid, sections[first]!, sections[second]!);
            var clauses = own.Where(p => !IsSolid(p) && p.Matched >= AClause).ToList();
            // Of a section that was said anew little is left between the places that are solid.
            foreach (var place in places.Where(p => p.IsSaidAnew && !p.MayBeStock).ToList())
                if (clauses.FindAll(place.IsNear) is { Count: > 0 } near)
                {
                    places.AddRange(CopyPlace.Of(index, first, second, [.. place.Passages, .. near], sections[first]!, sections[second]!));
                    places.Remove(place);
                    clauses.RemoveAll(near.Contains);
                }
            var faint = CopyPlace.Of(index, first, second, clauses, sections[first]!, sections[second]!);
            if (places.Exists(p => p.Own >= 100))
                unknown++;
            var isSupported = suspected.Contains((first, second));
            // How often users of a stock section touch up a number is learnt from those whom nothing ties.
            if (!isSupported)
                stock[index.Documents[first].Tender] = places
                    .Where(p => p.IsWhole && !p.IsElsewhere)
                    .Aggregate(stock.GetValueOrDefault(index.Documents[first].Tender), (sum, p) => sum + p.Numbers);
            var withErrors = typos.TryGetValue((first, second), out var errors)
                ? places.Where(p => p.MayBeStockParagraph && errors.Exists(e => Holds(p, e))).ToList()
                : [];
            places.RemoveAll(withErrors.Contains);
            judged.Add(new Judged(first, second, isSupported, places, faint) { WithErrors = withErrors });
        }
        // Of the sections that bidders share, the part that the history and the other tenders know: from two thirds on it is to be trusted.
        var knowledge = Math.Clamp(((double)known / Math.Max(1, known + unknown) - 0.65) / 0.2, 0, 1);
        WithoutStock(judged);
        var told = judged
            .GroupBy(j => index.Documents[j.First].Tender)
            .Select(tender => Of(tender.Key, [.. tender], index, sections, knowledge, stock.GetValueOrDefault(tender.Key), suspected))
            .SelectMany(ToldIn)
            .ToList();
        var tied = told.Select(t => (t.Pair.First, t.Pair.Second)).ToHashSet();
        var lone = LoneSentences.Find(index, tied, (one, other) => one < other ? IsTied(one, other) : IsTied(other, one));
        return told.Select(t => (t.Pair.First, t.Pair.Second, Reason(index, t.Field, t.Pair, t.Beyond, lone)));

        bool IsTied(int first, int second) => tied.Contains((first, second)) || suspected.Contains((first, second));
    }

    /// <summary>The pairs of a tender that are told. Two who are both told with a third are tied by that, and less is needed of them.</summary>
    private static List<(Field Field, Judged Pair, double Beyond)> ToldIn(Field field)
    {
        var told = Weighed(field.Pairs);
        var partners = told.SelectMany(t => new[] { (t.Pair.First, t.Pair.Second), (t.Pair.Second, t.Pair.First) })
            .ToLookup(t => t.Item1, t => t.Item2);
        var tied = field
            .Pairs.Except(told.Select(t => t.Pair))
            .Where(p => !p.IsSupported && partners[p.First].Intersect(partners[p.Second]).Any())
            .Select(p => p with { IsSupported = true });
        told.AddRange(Weighed(tied));
        return told.Where(t =>
                t.Pair.IsSupported || Beyond(field, t.Pair, [.. t.Pair.Places.Where(p => !IsOfAThird(field, told, t.Pair, p))]) >= 0
            )
            .ToList();

        List<(Field Field, Judged Pair, double Beyond)> Weighed(IEnumerable<Judged> pairs) =>
            pairs.Select(p => (Field: field, Pair: p, Beyond: Beyond(field, p, p.Places))).Where(p => p.Beyond >= 0).ToList();
    }

    /// <summary>
    /// Whether one of the two copied a place from a third, and the other has it as that third has it, maybe from a stock: then it is no tie between the two.
    /// </summary>
    private static bool IsOfAThird(Field field, List<(Field Field, Judged Pair, double Beyond)> told, Judged pair, CopyPlace place)
    {
        return told.Exists(t => Copied(pair.First, (place.StartA, place.EndA), pair.Second, (place.StartB, place.EndB), t.Pair))
            || told.Exists(t => Copied(pair.Second, (place.StartB, place.EndB), pair.First, (place.StartA, place.EndA), t.Pair));

        bool Copied(int copier, (int, int) copied, int other, (int, int) his, Judged pairOfCopier) =>
            ThirdOf(pairOfCopier, copier) is { } third
            && third != other
            && pairOfCopier.At(copier, copied) is not null
            && field.Pairs.Find(p => ThirdOf(p, other) == third) is { } untold
            && !told.Exists(t => (t.Pair.First, t.Pair.Second) == (untold.First, untold.Second))
            && (
                untold.Stock.Exists(p => untold.IsAt(p, other, his))
                || untold.At(other, his) is { } at && (at.MayBeStock || at.MayBeStockParagraph)
            );

        static int? ThirdOf(Judged pair, int one) =>
            pair.First == one ? pair.Second
            : pair.Second == one ? pair.First
            : null;
    }

    /// <summary>Whether an error that both have stands in a place. A paragraph of the trade's with an error in it is that finding, not another.</summary>
    private static bool Holds(CopyPlace place, (SharedTypos.Typo A, SharedTypos.Typo B) error) =>
        place.StartA <= error.A.Letter && error.A.Letter < place.EndA && place.StartB <= error.B.Letter && error.B.Letter < place.EndB;

    /// <summary>What two of the users of a place took from the same stock is stock for all of them.</summary>
    private static void WithoutStock(List<Judged> pairs)
    {
        var stock = new Dictionary<int, List<(int Start, int End)>>();
        foreach (var pair in pairs)
        foreach (var place in pair.Places.Where(p => p.IsStock))
        {
            Of(pair.First).Add((place.StartA, place.EndA));
            Of(pair.Second).Add((place.StartB, place.EndB));
        }
        foreach (var pair in pairs)
        {
            pair.Stock.AddRange(
                pair.Places.Where(p =>
                    !p.IsElsewhere
                    && (
                        Of(pair.First).Exists(s => Overlap(s, (p.StartA, p.EndA)) > MostOfAPlace)
                        || Of(pair.Second).Exists(s => Overlap(s, (p.StartB, p.EndB)) > MostOfAPlace)
                    )
                )
            );
            pair.Places.RemoveAll(pair.Stock.Contains);
        }

        List<(int Start, int End)> Of(int document)
        {
            if (!stock.TryGetValue(document, out var places))
                stock[document] = places = [];
            return places;
        }
    }

    private static Field Of(
        int tender,
        List<Judged> pairs,
        TextIndex index,
        Sections?[] sections,
        double knowledge,
        CopyNumbers stock,
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
            (stock.Changed + UsualTouches * NumbersOfUsual) / (stock.All + NumbersOfUsual),
            small.Count > unsuspected / 2 ? small[unsuspected / 2] : 0,
            (pairs.Count(p => !p.IsSupported && p.Places.Exists(x => x.MayBeStock)) + 0.5) / (unsuspected + 1),
            (pairs.Count(p => !p.IsSupported && p.Places.Exists(x => !IsSmall(x) && x.MayBeStockParagraph)) + 0.5) / (unsuspected + 1),
            titles,
            pairs
        );
    }

    private static LikenessReason Reason(TextIndex index, Field field, Judged pair, double beyond, LoneSentences lone)
    {
        List<CopyPlace> told = [.. Told(field, pair), .. pair.WithErrors];
        // Where much was said anew and the history knows the trade, what is too faint to be a reason belongs to it.
        var saidAnew = field.Knowledge > 0.3 && told.Count(p => p.IsSaidAnew && !p.MayBeStock) >= 3;
        var untold = pair.Stock.Concat(pair.Places.Except(told)).ToList();
        var marks = CopyMarks.Of(
            index,
            pair.First,
            pair.Second,
            saidAnew ? told.Concat(pair.Faint) : told,
            lone.Of(pair.First, pair.Second).Where(s => !Stands(s, untold))
        );
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

    private static bool Stands((LoneSentences.Sentence A, LoneSentences.Sentence B) sentence, List<CopyPlace> places) =>
        places.Exists(p =>
            p.StartA <= sentence.A.Letter && sentence.A.Letter < p.EndA || p.StartB <= sentence.B.Letter && sentence.B.Letter < p.EndB
        );

    // Whole sections whose untouched numbers say so much together (by chance once in fifty times) are no stock's of two who copied other words too.
    private const double MuchForNumbers = 4;

    /// <summary>
    /// The places that are shown. A whole section may be the trade's; it is left out where the rest says enough by itself, no section was taken in it, and numbers
    /// of such sections were touched up.
    /// </summary>
    private static List<CopyPlace> Told(Field field, Judged pair)
    {
        var told = pair.Places.Where(p => !p.MayBeStock).ToList();
        var untouched = pair.Places.Where(p => p.MayBeStock).Sum(p => Untouched(field, p));
        return told.Exists(p => p.IsWhole) || untouched >= MuchForNumbers || Beyond(field, pair, told) < 0 ? pair.Places : told;
    }

    /// <summary>What it says that no number of a section differs: so unlikely it is of two who took it from a stock.</summary>
    private static double Untouched(Field field, CopyPlace place) =>
        place.Numbers.Changed == 0 ? -place.Numbers.All * Math.Log(1 - field.Touches) : 0;

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

    // Of a place that was said anew, so many letters alike are more than a sentence or two.
    private const int MuchSaidAnew = 200;

    private static bool IsSmall(CopyPlace place) => place.Own < 80 && !(place.IsSaidAnew && place.Matched >= MuchSaidAnew);

    /// <summary>0–1: how much there is of a small place. Of words said anew few runs are left, and the letters between them count.</summary>
    private static double Size(CopyPlace place)
    {
        var runs = Math.Clamp((place.Own - 8) / 32.0, 0, 1);
        return place.IsSaidAnew && !place.QuotesTheTender
            ? Math.Max(runs, Math.Clamp((place.Matched - 60) / (place.IsElsewhere ? 60.0 : 120.0), 0, 1))
            : runs;
    }

    /// <summary>What places of a sentence or two say: most where they stand in other chapters, less where only words were exchanged.</summary>
    private static double Small(List<CopyPlace> places) =>
        places
            .Where(IsSmall)
            .Sum(p =>
                Size(p)
                * (
                    p.IsElsewhere ? 1.9
                    : p.IsSaidAnew ? 1.3
                    : 0.8
                )
            );

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
            else if (place.IsCutOut || place.GoesOn)
                said += 2.4 + Math.Clamp((place.Own - CopyPlace.MoreThanAParagraph) / 350.0, 0, 1.4);
            else if (place.IsSaidAnew)
                said += 1.8 + Math.Clamp((place.Matched - MuchSaidAnew) / 400.0, 0, 1);
            else
            {
                said += 0.4 + 0.4 * field.Knowledge + (++paragraphs > 2 ? 0.5 : 0);
                if (paragraphs == 1 && pair.IsSupported && Outsiders(field, pair, place) == 0)
                    said += Math.Clamp(Math.Log(0.15 / field.ParagraphRate), 0, 1.5);
            }
        return said;
    }

    private static double WholeSection(Field field, Judged pair, CopyPlace place, bool isFirst)
    {
        var said =
            place.QuotesTheTender ? 2.2
            : place.SameTitle is { } title && field.Titles.GetValueOrDefault(title) <= 2 ? 1.6
            : 0;
        said += (isFirst ? 0.6 + 1.2 * field.Knowledge : 0.4 + 0.8 * field.Knowledge) * (place.Users > 2.5 ? 0.6 : 1);
        // Who takes a section from a stock has no reason to hide it.
        if (place.IsSaidAnew)
            said += 2.5;
        if (pair.IsSupported)
            said += Math.Min(MostForNumbers, Untouched(field, place));
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
                && other.Places.Exists(p =>
                    Overlap(isFirst ? (p.StartA, p.EndA) : (p.StartB, p.EndB), (place.StartA, place.EndA)) > MostOfAPlace
                );
        });
    }

    private static double Overlap((int Start, int End) one, (int Start, int End) other) =>
        (double)(Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start)) / (other.End - other.Start);

    // Digits of a telephone number, of an account or of a person's number.
    private const int ANumber = 7;

    /// <summary>Whether most of a passage are lines with a telephone number or the like, or headings and rows of tables: other findings look at those.</summary>
    private static bool IsCard(TextIndex index, int document, CopiedText.Passage passage)
    {
        var writing = index.Documents[document].Writing;
        var (from, last) = (writing.Places[passage.StartA], writing.Places[passage.EndA - 1]);
        int all = 0,
            card = 0;
        for (var start = from; start <= last; )
        {
            var (lineStart, lineEnd) = (writing.Text.LastIndexOf('\n', start) + 1, writing.Text.IndexOf('\n', start));
            lineEnd = lineEnd < 0 ? writing.Text.Length : lineEnd;
            var length = Math.Min(lineEnd, last + 1) - start;
            all += length;
            card += IsCard(writing.Text.AsSpan(lineStart, Math.Max(0, lineEnd - lineStart))) ? length : 0;
            start = lineEnd + 1;
        }
        return card * 2 > all;
    }

    private static bool IsCard(ReadOnlySpan<char> line)
    {
        if (line.Contains('\t') || line.Length < Sections.LongestHeading && line.IndexOfAny("。；，") < 0)
            return true;
        var digits = 0;
        foreach (var c in line)
        {
            digits =
                char.IsAsciiDigit(c) ? digits + 1
                : c == '-' ? digits
                : 0;
            if (digits >= ANumber)
                return true;
        }
        return false;
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
}
