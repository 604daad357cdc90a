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

    private const ulong Prime = 0x9E3779B97F4A7C15;

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
            asked[Neighbours(documents[document].Writing.Letters, letter)] = true;
        }
        var found = new HashSet<(ulong Words, char Letter)>[documents.Count];
        Parallel.For(0, found.Length, d => found[d] = same.Found(documents[d].Writing.Letters, asked));
        foreach (var (words, letter) in found.SelectMany(f => f))
            if (!same.within[words].Contains(letter, StringComparison.Ordinal))
                same.within[words] += letter;
        return same;
    }

    private HashSet<(ulong Words, char Letter)> Found(char[] letters, BitArray asked)
    {
        var found = new HashSet<(ulong, char)>();
        for (var i = Few; i + Few < letters.Length; i++)
        {
            if (!asked[Neighbours(letters, i)])
                continue;
            if (i + More < letters.Length && Words(letters, i, Few, More) is var leading && within.ContainsKey(leading))
                found.Add((leading, letters[i]));
            if (i >= More && Words(letters, i, More, Few) is var trailing && within.ContainsKey(trailing))
                found.Add((trailing, letters[i]));
        }
        return found;
    }

    private static IEnumerable<ulong> Around(char[] letters, int letter)
    {
        if (letter >= Few && letter + More < letters.Length)
            yield return Words(letters, letter, Few, More);
        if (letter >= More && letter + Few < letters.Length)
            yield return Words(letters, letter, More, Few);
    }

    private static ulong Words(char[] letters, int letter, int before, int behind)
    {
        // The letter itself is left out, and which side is the longer one is part of it.
        var hash = (ulong)before;
        for (var i = letter - before; i <= letter + behind; i++)
            if (i != letter)
                hash = unchecked((hash ^ letters[i]) * Prime);
        return hash ^ hash >> 29;
    }

    /// <summary>A number for the three letters on each side.</summary>
    private static int Neighbours(char[] letters, int letter)
    {
        var before = (ulong)letters[letter - 3] << 32 | (ulong)letters[letter - 2] << 16 | letters[letter - 1];
        var behind = (ulong)letters[letter + 1] << 32 | (ulong)letters[letter + 2] << 16 | letters[letter + 3];
        return (int)(unchecked((before * Prime ^ behind) * Prime) >> 40);
    }
}
