namespace CountyHall.Trading.Similarity;

/// <summary>
/// A text without what does not carry meaning: white space and punctuation dropped, full-width letters and digits made plain, capitals levelled.
/// Every character knows where it stood.
/// </summary>
internal sealed class Writing
{
    private readonly int[]? codePoints;

    private Writing(string text, char[] letters, int[] places, int[]? codePoints)
    {
        Text = text;
        Letters = letters;
        Places = places;
        this.codePoints = codePoints;
    }

    public string Text { get; }
    public char[] Letters { get; }

    /// <summary>Where each letter stands in <see cref="Text"/>, in UTF-16 units.</summary>
    public int[] Places { get; }

    public static Writing Of(string text)
    {
        var count = 0;
        foreach (var c in text)
            if (Levelled(c) != 0)
                count++;
        var letters = new char[count];
        var places = new int[count];
        var beyond = false;
        count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Levelled(text[i]);
            beyond |= char.IsSurrogate(text[i]);
            if (c == 0)
                continue;
            letters[count] = c;
            places[count++] = i;
        }
        int[]? codePoints = null;
        if (beyond)
        {
            // Characters beyond the basic plane take two units and are one code point.
            codePoints = new int[text.Length + 1];
            for (var i = 0; i < text.Length; i++)
                codePoints[i + 1] = codePoints[i] + (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]) ? 0 : 1);
        }
        return new Writing(text, letters, places, codePoints);
    }

    /// <summary>The span of code points from the first letter to the one before the last.</summary>
    public TextSpan Span(int firstLetter, int endLetter)
    {
        var start = Places[firstLetter];
        var end = Places[endLetter - 1] + 1;
        return new TextSpan(CodePoint(start), CodePoint(end));
    }

    private const string EndsASentence = "。！？\n";

    /// <summary>Where the sentence begins in which a place of the text stands.</summary>
    public int StartOfSentence(int place) => Text.AsSpan(0, place).LastIndexOfAny(EndsASentence) + 1;

    /// <summary>The sentences that begin in a part of the text: where each begins, and where the mark or the line break stands that ends it, or the text.</summary>
    public IEnumerable<(int Start, int Stop)> Sentences(int from, int until)
    {
        while (from < until)
        {
            var length = Text.AsSpan(from).IndexOfAny(EndsASentence);
            var stop = length < 0 ? Text.Length : from + length;
            yield return (from, stop);
            from = stop + 1;
        }
    }

    public int CodePoint(int unit) => codePoints is null ? unit : codePoints[unit];

    private static char Levelled(char c)
    {
        if (c is >= '\u4e00' and <= '\u9fff')
            return c;
        if (c is >= '0' and <= '9' or >= 'A' and <= 'Z')
            return c;
        if (c is >= 'a' and <= 'z')
            return (char)(c - 32);
        if (c < 128)
            return '\0';
        if (c is >= '\uff10' and <= '\uff19' or >= '\uff21' and <= '\uff3a')
            return (char)(c - 0xfee0);
        if (c is >= '\uff41' and <= '\uff5a')
            return (char)(c - 0xfee0 - 32);
        return char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : '\0';
    }
}
