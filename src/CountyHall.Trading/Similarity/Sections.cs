using System.Buffers;

namespace CountyHall.Trading.Similarity;

/// <summary>Chapters and sections of a bid, in letters: each begins after the line that is its heading.</summary>
internal sealed class Sections
{
    /// <summary>Characters of a heading at most.</summary>
    public const int LongestHeading = 40;

    // A line that bears no number is a heading only if it is this short.
    private const int LongestBare = 24;

    // A section is used whole if so much of it is there, and hardly more than it.
    private const double WholeFrom = 0.75;

    // With sections longer than this on the average the headings were not understood.
    private const int LongestAverage = 6000;

    // With fewer numbered headings than this the bid numbers none.
    private const int LeastNumbered = 3;

    // Levels deeper than this are one.
    private const int Deepest = 9;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.．");

    private const string Numerals = "一二三四五六七八九十";

    private readonly int letters;
    private readonly List<Heading> headings = [];
    private readonly Dictionary<string, int> chapters = new(StringComparer.Ordinal);

    private sealed record Heading(int Start, int Level, string Title);

    private Sections(int letters) => this.letters = letters;

    public static Sections Of(Writing writing)
    {
        var sections = new Sections(writing.Letters.Length);
        var numbered = new List<Heading>();
        var bare = new List<Heading>();
        var text = writing.Text.AsSpan();
        var last = -1;
        for (var start = 0; start < text.Length; )
        {
            var length = text[start..].IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text[start..end].Trim();
            if (line.Length is >= 2 and <= LongestHeading && line.IndexOfAny("。；！？\t") < 0)
            {
                var level = LevelOf(line);
                if (level > 0)
                    numbered.Add(new Heading(After(end), level, Title(line)));
                // A bid form has a line of its own for each name; what follows a heading is a paragraph or another heading.
                else if (line.Length <= LongestBare && line.IndexOfAny("，：、:,") < 0)
                    bare.Add(new Heading(After(end), Deepest, line.ToString()));
            }
            start = end + 1;
        }
        sections.headings.AddRange(numbered.Count >= LeastNumbered ? numbered : bare);
        var top = sections.headings.Count > 0 ? sections.headings.Min(h => h.Level) : 0;
        if (sections.headings.Exists(h => h.Level > top))
            foreach (var heading in sections.headings.Where(h => h.Level == top))
                sections.chapters[heading.Title] = heading.Start;
        return sections;

        int After(int end)
        {
            // Lines come in order, so the next letter is sought from the last one on.
            last = Array.BinarySearch(writing.Places, Math.Max(0, last), writing.Places.Length - Math.Max(0, last), end);
            last = last < 0 ? ~last : last;
            return last;
        }
    }

    /// <summary>Titles of the sections, without their numbers.</summary>
    public IEnumerable<string> Titles => headings.Select(h => h.Title);

    /// <summary>
    /// Whether the letters are one section, or several after each other, and not a piece of one. Where a text has no headings that can be understood, any
    /// passage may be one.
    /// </summary>
    public bool IsWhole(int start, int end) => TitleOfWhole(start, end) is not null;

    /// <summary>The heading of the section that the letters are, the first of several, empty where the headings were not understood; null if they are none.</summary>
    public string? TitleOfWhole(int start, int end)
    {
        if (letters > LongestAverage && letters / (headings.Count + 1) > LongestAverage)
            return "";
        var (first, from, to) = ((string?)null, 0, 0);
        for (var s = -1; s < headings.Count; s++)
        {
            var (begins, ends) = (s < 0 ? 0 : headings[s].Start, s + 1 < headings.Count ? headings[s + 1].Start : letters);
            if ((Math.Min(ends, end) - Math.Max(begins, start)) * 2 <= ends - begins)
                continue;
            if (first is null)
                (first, from) = (s < 0 ? "" : headings[s].Title, begins);
            to = ends;
        }
        var within = Math.Min(to, end) - Math.Max(from, start);
        if (first is not null && within > (to - from) * WholeFrom && within > (end - start) * WholeFrom)
            return first;
        return null;
    }

    /// <summary>Whether the letters of the one bid and of the other stand in chapters of different subjects, both of which both bids have.</summary>
    public static bool AreElsewhere(Sections a, int inA, Sections b, int inB)
    {
        if (a.ChapterAt(inA) is not { } one || b.ChapterAt(inB) is not { } other || one == other)
            return false;
        return a.chapters.ContainsKey(other) && b.chapters.ContainsKey(one);
    }

    private string? ChapterAt(int letter)
    {
        string? chapter = null;
        var latest = -1;
        foreach (var (title, start) in chapters)
            if (start <= letter && start > latest)
                (chapter, latest) = (title, start);
        return chapter;
    }

    /// <summary>1 for 第六章 人员, 2 for 三、进度, 3 for （一）概况, 4 for 2 施工, 5 for 2.3 施工安排 and so on; 0 for a line without a number.</summary>
    private static int LevelOf(ReadOnlySpan<char> line)
    {
        if (line[0] is '第')
            return 1;
        if (Numerals.Contains(line[0], StringComparison.Ordinal) && line.IndexOfAny("、.．") is > 0 and < 4)
            return 2;
        if (line[0] is '（' or '(' or '§')
            return 3;
        if (!char.IsDigit(line[0]))
            return 0;
        var number = line[..Math.Max(1, line.IndexOfAnyExcept(OfNumbers))].TrimEnd(".．");
        return Math.Min(Deepest - 1, 4 + number.Count('.') + number.Count('．'));
    }

    private static string Title(ReadOnlySpan<char> line) =>
        line.TrimStart("第章节篇（）()、.．§0123456789一二三四五六七八九十 　").ToString();
}
