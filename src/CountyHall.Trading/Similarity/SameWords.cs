using System.Collections;

namespace CountyHall.Trading.Similarity;

/// <summary>
/// What all texts have in some places: the characters that stand within the same words, a few letters on one side and more on the other, because a sentence before
/// or behind may be another one.
/// </summary>
internal sealed class SameWords
{
    private const int Few = 4;
    private const int More = 12;

    // Most places are not asked for, and a bit says so quicker than a table.
    private const int Bits = 1 << 24;

    private readonly IReadOnlyList<TextIndex.Document> documents;
    private readonly Dictionary<ulong, string> within = [];

    private SameWords(IReadOnlyList<TextIndex.Document> documents) => this.documents = documents;

    /// <summary>What stands elsewhere within the words around a letter, other than it.</summary>
    public string Others(int document, int letter)
    {
        var letters = documents[document].Writing.Letters;
        var all = "";
        foreach (var words in Around(letters, letter))
            all += within.GetValueOrDefault(words);
        return all.Replace(letters[letter].ToString(), "", StringComparison.Ordinal);
    }

    /// <param name="places">Letters of documents that are asked for.</param>
    public static SameWords Of(IReadOnlyList<TextIndex.Document> documents, IEnumerable<(int Document, int Letter)> places)
    {
        var same = new SameWords(documents);
        var asked = new BitArray(Bits);
        foreach (var (document, letter) in places)
        foreach (var words in Around(documents[document].Writing.Letters, letter))
        {
            same.within[words] = "";
            asked[Bit(words)] = true;
        }
        var found = new List<(ulong Words, char Letter)>[documents.Count];
        Parallel.For(0, found.Length, d => found[d] = Found(documents[d].Writing.Letters, asked));
        foreach (var (words, letter) in found.SelectMany(f => f))
            if (same.within.TryGetValue(words, out var all) && !all.Contains(letter, StringComparison.Ordinal))
                same.within[words] = all + letter;
        return same;
    }

    private static List<(ulong Words, char Letter)> Found(char[] letters, BitArray asked)
    {
        var found = new List<(ulong, char)>();
        var (few, more) = (Runs(letters, Few), Runs(letters, More));
        for (var i = Few; i + Few < letters.Length; i++)
        {
            if (i + More < letters.Length && Words(few[i - 1], more[i + More]) is var leading && asked[Bit(leading)])
                found.Add((leading, letters[i]));
            if (i >= More && Words(more[i - 1], few[i + Few]) is var trailing && asked[Bit(trailing)])
                found.Add((trailing, letters[i]));
        }
        return found;
    }

    /// <summary>The hashes of the runs that end with each letter.</summary>
    private static ulong[] Runs(ReadOnlySpan<char> letters, int length)
    {
        var runs = new ulong[letters.Length];
        var rolling = new RollingHash(length);
        for (var i = 0; i < letters.Length; i++)
            runs[i] = rolling.Take(letters, i);
        return runs;
    }

    private static IEnumerable<ulong> Around(char[] letters, int letter)
    {
        if (letter >= Few && letter + More < letters.Length)
            yield return Words(Run(letter - Few, Few), Run(letter + 1, More));
        if (letter >= More && letter + Few < letters.Length)
            yield return Words(Run(letter - More, More), Run(letter + 1, Few));

        ulong Run(int start, int length) => Runs(letters.AsSpan(start, length), length)[^1];
    }

    private static ulong Words(ulong before, ulong behind) => unchecked(before * 31 ^ behind);

    private static int Bit(ulong words) => (int)(words % Bits);
}
