using System.Globalization;

namespace CountyHall.Trading.Similarity;

/// <summary>
/// The numbers of two texts in sentences that are the same but for their numbers. Who takes a stock section changes a number here and there by a little; who copies
/// leaves them as they are, or says everything anew.
/// </summary>
/// <param name="All">Numbers in sentences that both have.</param>
/// <param name="Changed">Those that differ.</param>
/// <param name="Far">Those that differ by more than a touch.</param>
/// <param name="Sentences">Sentences that both have.</param>
/// <param name="Moved">Those that stand before another one in only one of the two.</param>
/// <param name="Fewest">Sentences of the text that has fewer.</param>
internal readonly record struct CopyNumbers(int All, int Changed, int Far, int Sentences, int Moved, int Fewest)
{
    // A number that was touched up is so near to what it was, or within a tenth.
    private const long ATouch = 5;

    // Letters of a sentence at least.
    private const int Shortest = 8;

    // More changed than this is no touch here and there.
    private const double MostTouched = 0.25;

    // Sentences that others may have put in, or that stand there twice, move some against each other.
    private const double MostMoved = 0.15;

    private const double MostlyThere = 0.7;

    /// <summary>Whether both took the same sentences in the same order and touched up a number of them.</summary>
    public bool IsTouchedUp => Changed > 0 && Changed <= Math.Max(1, All * MostTouched) && Far == 0 && Moved <= Sentences * MostMoved;

    /// <summary>Whether hardly any sentence was changed otherwise.</summary>
    public bool IsComplete => Sentences >= Fewest * MostlyThere;

    public static CopyNumbers operator +(CopyNumbers one, CopyNumbers other) =>
        new(
            one.All + other.All,
            one.Changed + other.Changed,
            one.Far + other.Far,
            one.Sentences + other.Sentences,
            one.Moved + other.Moved,
            one.Fewest + other.Fewest
        );

    public static CopyNumbers Of(Writing a, (int Start, int End) inA, Writing b, (int Start, int End) inB)
    {
        var others = new Dictionary<string, Queue<(int Place, List<long> Numbers)>>(StringComparer.Ordinal);
        var (saidInA, saidInB) = (Said(a, inA), Said(b, inB));
        for (var place = 0; place < saidInB.Count; place++)
        {
            if (!others.TryGetValue(saidInB[place].Words, out var same))
                others[saidInB[place].Words] = same = new();
            same.Enqueue((place, saidInB[place].Numbers));
        }
        var sum = new CopyNumbers { Fewest = Math.Min(saidInA.Count, saidInB.Count) };
        var last = -1;
        foreach (var (words, numbers) in saidInA)
            if (others.TryGetValue(words, out var same) && same.TryDequeue(out var other))
            {
                sum += Compared(numbers, other.Numbers) with { Moved = other.Place < last ? 1 : 0 };
                last = other.Place;
            }
        return sum;
    }

    private static CopyNumbers Compared(List<long> one, List<long> other)
    {
        int changed = 0,
            far = 0;
        for (var i = 0; i < Math.Min(one.Count, other.Count); i++)
        {
            if (one[i] == other[i])
                continue;
            changed++;
            if (Math.Abs(one[i] - other[i]) > Math.Max(ATouch, Math.Max(one[i], other[i]) / 10))
                far++;
        }
        var longer = Math.Abs(one.Count - other.Count);
        return new CopyNumbers(Math.Max(one.Count, other.Count), changed + longer, far + longer, 1, 0, 0);
    }

    /// <summary>The sentences that the letters reach: their words, with a mark for each number, and the numbers.</summary>
    private static List<(string Words, List<long> Numbers)> Said(Writing writing, (int Start, int End) letters)
    {
        var sentences = new List<(string, List<long>)>();
        var (text, places) = (writing.Text, writing.Places);
        var words = new System.Text.StringBuilder();
        foreach (var (start, end) in writing.Sentences(writing.StartOfSentence(places[letters.Start]), places[letters.End - 1] + 1))
        {
            // A heading has a number of its own, which says nothing.
            if (end - start <= Sections.LongestHeading && (end == text.Length || text[end] == '\n'))
                continue;
            var numbers = new List<long>();
            words.Clear();
            for (var i = start; i < end; i++)
                if (char.IsAsciiDigit(text[i]))
                {
                    var from = i;
                    while (i + 1 < end && char.IsAsciiDigit(text[i + 1]))
                        i++;
                    numbers.Add(
                        long.TryParse(text.AsSpan(from, i + 1 - from), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                            ? number
                            : -1
                    );
                    words.Append('#');
                }
                else if (char.IsLetter(text[i]))
                    words.Append(text[i]);
            if (words.Length >= Shortest)
                sentences.Add((words.ToString(), numbers));
        }
        return sentences;
    }
}
