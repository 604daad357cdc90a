using System.Text;

namespace CountyHall.Kernel.Print;

/// <summary>Breaks Chinese text into lines: between any two characters, but never before a closing mark nor after an opening one, nor inside a number or word.</summary>
public static class LineBreaking
{
    private const string NeverFirst = "，。、；：？！）》」』】”’…—％,.;:?!)]}%";
    private const string NeverLast = "（《「『【“‘([{";

    public static IReadOnlyList<string> Lines(string text, double width, Func<Rune, double> widthOf)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
            Break(paragraph, width, widthOf, lines);
        return lines;
    }

    private static void Break(string paragraph, double width, Func<Rune, double> widthOf, List<string> lines)
    {
        var runes = paragraph.EnumerateRunes().ToArray();
        var start = 0;
        while (start < runes.Length)
        {
            var (end, used) = (start, 0d);
            while (end < runes.Length && (used += widthOf(runes[end])) <= width)
                end++;
            end = Math.Max(end, start + 1); // a line holds at least one character, however narrow the column
            if (end < runes.Length)
                end = BreakBefore(runes, start, end);
            lines.Add(string.Concat(runes[start..end]));
            start = end;
        }
        if (runes.Length == 0)
            lines.Add("");
    }

    /// <summary>The last place at or before <paramref name="end"/> where a line may end; <paramref name="end"/> itself where there is none.</summary>
    private static int BreakBefore(Rune[] runes, int start, int end)
    {
        for (var at = end; at > start; at--)
        {
            if (MayBreak(runes[at - 1], runes[at]))
                return at;
        }
        return end;
    }

    private static bool MayBreak(Rune before, Rune after) =>
        !NeverFirst.Contains(after.ToString(), StringComparison.Ordinal)
        && !NeverLast.Contains(before.ToString(), StringComparison.Ordinal)
        && !(IsWord(before) && IsWord(after));

    private static bool IsWord(Rune rune) => rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '/');
}
