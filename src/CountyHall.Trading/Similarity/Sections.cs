namespace CountyHall.Trading.Similarity;

/// <summary>Where the sections of a bid begin, in letters: after each line that is a heading.</summary>
internal sealed class Sections
{
    // Letters of a heading at most.
    private const int LongestHeading = 40;

    // A section is used whole if so much of it is there, and hardly more than it.
    private const double WholeFrom = 0.75;

    // With sections longer than this on the average the headings were not understood.
    private const int LongestAverage = 6000;

    private readonly List<int> starts = [0];
    private readonly int letters;

    private Sections(int letters) => this.letters = letters;

    public static Sections Of(Writing writing)
    {
        var sections = new Sections(writing.Letters.Length);
        var text = writing.Text;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (IsHeading(text.AsSpan(start, end - start)))
            {
                var after = Array.BinarySearch(writing.Places, end);
                sections.starts.Add(after < 0 ? ~after : after);
            }
            start = end + 1;
        }
        return sections;
    }

    /// <summary>
    /// Whether the letters are one section, and not a piece of one or of several. Where a text has no headings that can be understood, any
    /// passage may be one.
    /// </summary>
    public bool IsWhole(int start, int end)
    {
        if (letters > LongestAverage && letters / starts.Count > LongestAverage)
            return true;
        for (var s = 0; s < starts.Count; s++)
        {
            var (from, to) = (starts[s], s + 1 < starts.Count ? starts[s + 1] : letters);
            var within = Math.Min(to, end) - Math.Max(from, start);
            if (within > (to - from) * WholeFrom && within > (end - start) * WholeFrom)
                return true;
        }
        return false;
    }

    /// <summary>A short line that begins with a number, or with 第, and ends no sentence: 2.3 施工安排, 第六章 人员, （一）概况, 三、进度.</summary>
    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is < 2 or > LongestHeading || line.IndexOfAny("。；！？\t") >= 0)
            return false;
        return line[0] is '第' or '（' or '(' or '§'
            || char.IsDigit(line[0])
            || "一二三四五六七八九十".Contains(line[0], StringComparison.Ordinal) && line.IndexOfAny("、.．") is > 0 and < 4;
    }
}
