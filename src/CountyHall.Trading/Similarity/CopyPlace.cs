namespace CountyHall.Trading.Similarity;

/// <summary>
/// A place of two bids that holds copied words: passages near each other in both. What it looks like tells stock wording, which is used whole and where it
/// belongs, from what was copied.
/// </summary>
internal sealed class CopyPlace
{
    // Passages nearer than this in both bids are one place: a quoted or explained paragraph may stand between.
    private const int Nearby = 300;

    /// <summary>Letters of a place that are more than one paragraph: two honest writers who take a paragraph from the same book stay below it.</summary>
    public const int MoreThanAParagraph = 280;

    // So many letters after each other that the tender document has too are a quote, and no chance.
    private const int AQuote = 40;

    /// <summary>Stock wording is taken as it is, with a number changed here and there; what is less alike was said anew.</summary>
    public const double AlmostAlike = 0.95;

    private CopyPlace(List<CopiedText.Passage> passages) => Passages = passages;

    public List<CopiedText.Passage> Passages { get; }
    public int StartA => Passages.Min(p => p.StartA);
    public int EndA => Passages.Max(p => p.EndA);
    public int StartB => Passages.Min(p => p.StartB);
    public int EndB => Passages.Max(p => p.EndB);

    /// <summary>Letters in runs that only these two, or their small circle, have.</summary>
    public int Own => Passages.Sum(p => p.Own);

    /// <summary>Letters that stand alike in both.</summary>
    public int Matched => Passages.Sum(p => p.Matched);

    /// <summary>The size of the circle that shares it, on average.</summary>
    public double Users => Passages.Sum(p => p.Users * p.Own) / Math.Max(1, Own);

    /// <summary>0–1: how much of the place is alike; words exchanged make it less.</summary>
    public double Likeness => (double)Matched / Math.Max(1, Passages.Sum(p => Math.Max(p.EndA - p.StartA, p.EndB - p.StartB)));

    /// <summary>Whether words were exchanged, numbers changed or sentences moved in it.</summary>
    public bool IsSaidAnew => Likeness < AlmostAlike;

    /// <summary>Whether it stands in chapters of different subjects in the two bids.</summary>
    public bool IsElsewhere { get; private init; }

    /// <summary>Whether it is one whole section, from heading to heading, in both.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>Its numbers, in the sentences that are otherwise the same.</summary>
    public CopyNumbers Numbers { get; private init; }

    /// <summary>Whether one of the two bids has it twice: who writes for himself does not, who takes from a stock may.</summary>
    public bool IsRepeated { get; private init; }

    /// <summary>Whether both took it from the same stock: each touched up a number, or one used it twice.</summary>
    public bool IsStock => !IsElsewhere && (Numbers.IsTouchedUp && Numbers.IsComplete || IsRepeated);

    /// <summary>Whether nothing of it tells it from a stock section that both use.</summary>
    public bool MayBeStock => IsWhole && !IsElsewhere && !QuotesTheTender && !IsSaidAnew;

    /// <summary>Whether nothing of it tells it from a stock paragraph that both use.</summary>
    public bool MayBeStockParagraph => !IsWhole && !IsElsewhere && !IsCutOut && !GoesOn && !IsSaidAnew;

    /// <summary>Of a whole section, the heading that both give it; null if they call it differently.</summary>
    public string? SameTitle { get; private init; }

    /// <summary>Whether it is more than a paragraph and a piece of a section in one of the two, or has a hole there.</summary>
    public bool IsCutOut { get; private init; }

    /// <summary>Whether it goes on over the end of a paragraph in both, and is no whole section: stock wording is a section or a paragraph.</summary>
    public bool GoesOn { get; private init; }

    /// <summary>Whether it quotes the tender document in both: a stock section, written for any tender, quotes none.</summary>
    public bool QuotesTheTender { get; private init; }

    public static List<CopyPlace> Of(TextIndex index, int first, int second, List<CopiedText.Passage> passages, Sections a, Sections b)
    {
        var places = new List<List<CopiedText.Passage>>();
        foreach (var passage in passages)
        {
            var near = places.Find(place => place.Exists(p => AreNear(p, passage)));
            if (near is null)
                places.Add([passage]);
            else
                near.Add(passage);
        }
        return places.Select(p => Looked(index, first, second, p, a, b)).ToList();
    }

    /// <summary>Whether a passage stands beside one of the place in both bids.</summary>
    public bool IsNear(CopiedText.Passage passage) => Passages.Exists(p => AreNear(p, passage));

    private static bool AreNear(CopiedText.Passage one, CopiedText.Passage other) =>
        other.StartA - one.EndA < Nearby
        && other.StartB - one.EndB < Nearby
        && one.StartB - other.EndB < Nearby
        && one.StartA - other.EndA < Nearby;

    private static CopyPlace Looked(TextIndex index, int first, int second, List<CopiedText.Passage> passages, Sections a, Sections b)
    {
        var place = new CopyPlace(passages);
        var (titleA, titleB) = (a.TitleOfWhole(place.StartA, place.EndA), b.TitleOfWhole(place.StartB, place.EndB));
        var isWhole = titleA is not null && titleB is not null;
        var (writingA, writingB) = (index.Documents[first].Writing, index.Documents[second].Writing);
        return new CopyPlace(passages)
        {
            Numbers = CopyNumbers.Of(writingA, (place.StartA, place.EndA), writingB, (place.StartB, place.EndB)),
            IsRepeated =
                HasTwice(index, first, second, place.StartA, place.EndA) || HasTwice(index, second, first, place.StartB, place.EndB),
            IsElsewhere = Sections.AreElsewhere(a, (place.StartA + place.EndA) / 2, b, (place.StartB + place.EndB) / 2),
            IsWhole = isWhole,
            SameTitle = isWhole && titleA == titleB && titleA!.Length > 0 ? titleA : null,
            QuotesTheTender =
                index.LongestQuote(first, place.StartA, place.EndA) >= AQuote
                && index.LongestQuote(second, place.StartB, place.EndB) >= AQuote,
            IsCutOut = !isWhole && place.Own >= MoreThanAParagraph,
            GoesOn =
                !isWhole
                && place.Likeness >= AlmostAlike
                && passages.Exists(p =>
                    Paragraphs(writingA, p.StartA, p.EndA) is var inA
                    && Paragraphs(writingB, p.StartB, p.EndB) is var inB
                    && inA > 1
                    && inB > 1
                ),
        };
    }

    // So many letters are not said twice by chance.
    private const int AProbe = 30;

    // So many of them are looked for, out of so many.
    private const int Probes = 3;
    private const int Places = 12;

    /// <summary>Whether a bid says twice what is neither the tender's nor the trade's of a place.</summary>
    private static bool HasTwice(TextIndex index, int document, int other, int start, int end)
    {
        if (end - start < 4 * AProbe)
            return false;
        var letters = index.Documents[document].Writing.Letters.AsSpan();
        var firm = index.Documents[other].Firm;
        var own = Enumerable
            .Range(1, Places - 1)
            .Select(part => start + (end - start) * part / Places)
            .Where(at =>
                at + AProbe <= end
                && index.Explained(document, at, at + AProbe, firm) is var (kept, explained)
                && explained <= kept * CopyMarks.MostlyExplained
            )
            .ToList();
        if (own.Count < Probes)
            return false;
        var found = 0;
        for (var probe = 0; probe < Probes; probe++)
        {
            // A place may hold both: only the probe itself is left out.
            var at = own[(2 * probe + 1) * own.Count / (2 * Probes)];
            var words = letters.Slice(at, AProbe);
            if (letters[..at].IndexOf(words) >= 0 || letters[(at + AProbe)..].IndexOf(words) >= 0)
                found++;
        }
        return found >= 2;
    }

    // So many letters of a paragraph at least, that it is one more.
    private const int PartOfAParagraph = 30;

    private static int Paragraphs(Writing writing, int start, int end)
    {
        int count = 0,
            letters = 0;
        for (var i = start; i < end; i++)
        {
            letters++;
            if (i + 1 == end || writing.Text.AsSpan(writing.Places[i], writing.Places[i + 1] - writing.Places[i]).Contains('\n'))
            {
                count += letters >= PartOfAParagraph ? 1 : 0;
                letters = 0;
            }
        }
        return count;
    }
}
