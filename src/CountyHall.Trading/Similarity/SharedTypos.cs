namespace CountyHall.Trading.Similarity;

/// <summary>
/// Typing errors that two bids share in the same place. An error is a character that hardly ever stands between its neighbours, where all others
/// write another one there; it counts for two bids when the words on both sides are the same too and no third firm has it so. It counts most where somebody has
/// the same words without it: then it was made by those who have it, and did not come with a stock.
/// </summary>
internal static class SharedTypos
{
    /// <summary>Letters of context on each side that make a place.</summary>
    private const int Context = 5;

    /// <summary>Letters of context on each side that make a word.</summary>
    private const int AWord = 2;

    // A right form seen less often is no base to call another form wrong.
    private const int LeastRightForms = 6;

    // Two errors alike happen to honest writers of one school; three in the same places do not.
    private const int LeastShared = 3;

    // What one at the end of a clause says beside one within, and what is needed.
    private const double AtAnEnd = 0.5;
    private const double LeastSaid = 2.5;

    // Letters that are met once elsewhere where the right ones stand fifty times are no word.
    private const double MostElsewhere = 0.02;

    // What an error says that may have come with words which nobody else has; more where another trace ties the two.
    private const double MayBeOfAStock = 0.6;
    private const double MayBeOfTheirs = 0.85;

    private const string EndsOfClauses = "，。；：、！？";

    // At the end of a clause the two letters before speak alone: where the right form stands ten times the wrong one may stand once.
    private const int MoreAtAnEnd = 10;

    /// <param name="IsLast">Whether it ends its clause: what stands before it alone tells that it is an error.</param>
    /// <param name="IsRightElsewhere">Whether somebody has the same words around it with the right one.</param>
    public sealed record Typo(int Document, int Letter, char Wrong, char Right, bool IsLast, bool IsRightElsewhere);

    /// <summary>For each pair of bids (numbers of documents) that shares some the places, one record of each bid; <see cref="Enough"/> says which are told.</summary>
    public static Dictionary<(int First, int Second), List<(Typo A, Typo B)>> Find(IReadOnlyList<TextIndex.Document> documents)
    {
        var pairs = Count(documents);
        // A mistyped pair of letters is rare; how often it may stand grows with what is read.
        var rare = 12 + (int)(documents.Sum(d => (long)d.Writing.Letters.Length) / 20_000);
        var suspects = documents.SelectMany((document, d) => Suspects(document, d, pairs, rare)).ToList();
        var around = suspects
            .Select(s => Neighbours(documents[s.Document].Writing.Letters, s.Letter, s.IsLast))
            .Distinct()
            .ToDictionary(n => n, _ => new Dictionary<char, int>());
        Meet(documents, around);
        var inSameWords = SameWords.Of(documents, suspects.Select(s => (s.Document, s.Letter)));
        var places = new Dictionary<(string Words, bool IsLast), List<Typo>>();
        foreach (var (d, i, isLast) in suspects)
        {
            var letters = documents[d].Writing.Letters;
            if (i < Context || i + Context >= letters.Length)
                continue;
            var others = inSameWords.Others(d, i);
            if (RightForm(letters, i, isLast, around[Neighbours(letters, i, isLast)], others, pairs) is not { } right)
                continue;
            var place = (new string(letters, i - Context, 2 * Context + 1), isLast);
            if (!places.TryGetValue(place, out var found))
                places[place] = found = [];
            found.Add(new Typo(d, i, letters[i], right, isLast, others.Contains(right, StringComparison.Ordinal)));
        }
        var words = places
            .GroupBy(p => WordOf(p.Key), StringComparer.Ordinal)
            .ToDictionary(word => word.Key, word => word.Sum(p => p.Value.Count), StringComparer.Ordinal);
        return Pair(documents, places.Where(p => IsBroken(p.Key, p.Value[0].Right, words[WordOf(p.Key)], pairs)).Select(p => p.Value));
    }

    private static string WordOf((string Words, bool IsLast) place) =>
        place.Words.Substring(Context - AWord, place.IsLast ? AWord + 1 : 2 * AWord + 1);

    /// <summary>The two letters that tell what stands in a place: those on both sides, or at the end of a clause those before.</summary>
    private static (bool IsLast, char One, char Other) Neighbours(char[] letters, int i, bool isLast) =>
        isLast ? (isLast, letters[i - 2], letters[i - 1]) : (isLast, letters[i - 1], letters[i + 1]);

    /// <summary>Counts what stands between or after the neighbours that are asked for.</summary>
    private static void Meet(IReadOnlyList<TextIndex.Document> documents, Dictionary<(bool, char, char), Dictionary<char, int>> around)
    {
        // Most letters have other neighbours, and an array says so quicker.
        var asked = new bool[1 << 22];
        foreach (var (_, one, other) in around.Keys)
            asked[Key(one, other)] = true;
        foreach (var document in documents)
        {
            var letters = document.Writing.Letters;
            for (var i = 2; i + 1 < letters.Length; i++)
            {
                Count(i, isLast: false);
                Count(i, isLast: true);
            }

            void Count(int i, bool isLast)
            {
                var neighbours = Neighbours(letters, i, isLast);
                if (asked[Key(neighbours.One, neighbours.Other)] && around.TryGetValue(neighbours, out var middles))
                    middles[letters[i]] = middles.GetValueOrDefault(letters[i]) + 1;
            }
        }
    }

    /// <summary>
    /// Whether the character breaks a word: on one side at least it stands beside letters that it is hardly ever met with elsewhere. Another word that may stand
    /// there as well as the usual one is met elsewhere.
    /// </summary>
    /// <param name="times">How often the word stands so.</param>
    private static bool IsBroken((string Words, bool IsLast) place, char right, int times, int[] pairs)
    {
        var (before, wrong, after) = (place.Words[Context - 1], place.Words[Context], place.Words[Context + 1]);
        return pairs[Key(before, wrong)] - times <= pairs[Key(before, right)] * MostElsewhere
            || !place.IsLast && pairs[Key(wrong, after)] - times <= pairs[Key(right, after)] * MostElsewhere;
    }

    private static Dictionary<(int, int), List<(Typo, Typo)>> Pair(
        IReadOnlyList<TextIndex.Document> documents,
        IEnumerable<List<Typo>> places
    )
    {
        var shared = new Dictionary<(int, int), List<(Typo, Typo)>>();
        foreach (var found in places)
        {
            var once = found.GroupBy(t => t.Document).Select(g => g.First()).OrderBy(t => t.Document).ToList();
            if (once.Count < 2 || once.Any(t => documents[t.Document].Kind == TextIndex.DocumentKind.Tender))
                continue;
            foreach (var a in once)
            foreach (var b in once)
            {
                var (first, second) = (documents[a.Document], documents[b.Document]);
                if (a.Document >= b.Document || first.Kind != TextIndex.DocumentKind.Bid || second.Kind != TextIndex.DocumentKind.Bid)
                    continue;
                if (first.Tender != second.Tender)
                    continue;
                var others = once.Select(t => documents[t.Document]).Where(o => o != first && o != second).ToList();
                if (
                    others.Any(o =>
                        (o.Kind != TextIndex.DocumentKind.Bid || o.Tender != first.Tender) && o.Firm != first.Firm && o.Firm != second.Firm
                    )
                )
                    continue;
                if (others.Count(o => o.Kind == TextIndex.DocumentKind.Bid && o.Tender == first.Tender) + 2 > TextIndex.LargestCircle)
                    continue;
                if (!shared.TryGetValue((a.Document, b.Document), out var list))
                    shared[(a.Document, b.Document)] = list = [];
                list.Add((a, b));
            }
        }
        foreach (var ((first, second), list) in shared)
        {
            list.RemoveAll(t => IsOfAStock(documents[first].Writing, t.Item1.Letter, documents[second].Writing, t.Item2.Letter));
            list.Sort((x, y) => x.Item1.Letter.CompareTo(y.Item1.Letter));
            // One wrong character makes its neighbours strange too.
            for (var i = list.Count - 1; i > 0; i--)
                if (list[i].Item1.Letter - list[i - 1].Item1.Letter <= 2)
                    list.RemoveAt(i);
        }
        return shared;
    }

    /// <summary>The pairs whose errors say enough.</summary>
    /// <param name="areTied">Whether another trace ties two bids.</param>
    public static Dictionary<(int First, int Second), List<(Typo A, Typo B)>> Enough(
        Dictionary<(int First, int Second), List<(Typo A, Typo B)>> shared,
        Func<int, int, bool> areTied
    ) =>
        shared
            .Where(s => s.Value.Count >= LeastShared && s.Value.Sum(t => Says(t, areTied(s.Key.First, s.Key.Second))) >= LeastSaid)
            .ToDictionary();

    private static double Says((Typo A, Typo B) error, bool areTied) =>
        (error.A.IsLast ? AtAnEnd : 1)
        * (
            error.A.IsRightElsewhere || error.B.IsRightElsewhere ? 1
            : areTied ? MayBeOfTheirs
            : MayBeOfAStock
        );

    // Letters on each side of an error in which numbers are compared.
    private const int Around = 400;

    /// <summary>Whether both took the words around from the same stock, errors and all: each touched up a number there.</summary>
    private static bool IsOfAStock(Writing a, int inA, Writing b, int inB) =>
        CopyNumbers.Of(a, Range(a, inA), b, Range(b, inB)).IsTouchedUp;

    private static (int Start, int End) Range(Writing writing, int letter) =>
        (Math.Max(0, letter - Around), Math.Min(writing.Letters.Length, letter + Around));

    /// <param name="middles">What stands between the neighbours anywhere, and how often.</param>
    /// <param name="others">What others have there in the same words: one of them is base enough.</param>
    private static char? RightForm(char[] letters, int i, bool isLast, Dictionary<char, int> middles, string others, int[] pairs)
    {
        var wrong = middles.GetValueOrDefault(letters[i]);
        char? right = null;
        var most = 0;
        foreach (var (middle, count) in middles)
            if (middle != letters[i] && Chinese(middle) && (count > most || count == most && middle < right))
                (right, most) = (middle, count);
        if (most < LeastRightForms || wrong * (isLast ? MoreAtAnEnd : 2) > most)
            right = others.Where(Chinese).Cast<char?>().Min();
        if (right is not { } form)
            return null;
        // The wrong character is a stranger on both sides; an alternative of the language is at home on one of them. Where the same words have the right one, one
        // side is enough: on the other they may stand nowhere else.
        var before = pairs[Key(letters[i - 1], letters[i])] * 3 <= pairs[Key(letters[i - 1], form)];
        var after = isLast || pairs[Key(letters[i], letters[i + 1])] * 3 <= pairs[Key(form, letters[i + 1])];
        return before && after || (before || after && !isLast) && others.Contains(form, StringComparison.Ordinal) ? form : null;
    }

    private static List<(int Document, int Letter, bool IsLast)> Suspects(TextIndex.Document document, int number, int[] pairs, int rare)
    {
        var suspects = new List<(int, int, bool)>();
        var letters = document.Writing.Letters;
        var places = document.Writing.Places;
        for (var i = 2; i + 1 < letters.Length; i++)
        {
            if (
                pairs[Key(letters[i - 1], letters[i])] > rare
                || places[i] - places[i - 1] != 1
                || !Chinese(letters[i])
                || !Chinese(letters[i - 1])
            )
                continue;
            // Over the end of a clause any two characters may meet.
            var isLast = places[i + 1] - places[i] > 1;
            if (isLast ? EndsAClause(i) : IsStranger(i))
                suspects.Add((number, i, isLast));
        }
        return suspects;

        // A heading ends with its line or a bracket.
        bool EndsAClause(int i) =>
            places[i] - places[i - 2] == 2
            && Chinese(letters[i - 2])
            && EndsOfClauses.Contains(document.Writing.Text[places[i] + 1], StringComparison.Ordinal);

        bool IsStranger(int i) => pairs[Key(letters[i], letters[i + 1])] <= rare && Chinese(letters[i + 1]);
    }

    private static int[] Count(IReadOnlyList<TextIndex.Document> documents)
    {
        var pairs = new int[1 << 22];
        foreach (var document in documents)
        {
            var letters = document.Writing.Letters;
            for (var i = 1; i < letters.Length; i++)
                pairs[Key(letters[i - 1], letters[i])]++;
        }
        return pairs;
    }

    private static bool Chinese(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static int Key(char left, char right)
    {
        unchecked
        {
            var mixed = ((uint)left << 16 | right) * 0x9E3779B1u;
            return (int)(mixed >> 10);
        }
    }
}
