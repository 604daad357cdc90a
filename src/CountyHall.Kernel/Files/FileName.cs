using System.Globalization;
using System.Text;

namespace CountyHall.Kernel.Files;

/// <summary>A file's name as the sender gave it, made safe to show and to save under. It is never a path in the hall's own folder.</summary>
public static class FileName
{
    private const int LongestStem = 100;
    private const string Unnamed = "未命名";
    private const string Reserved = "<>:\"|?*";

    /// <summary>Last part of any path, in composed characters, without control and direction marks (which can make exe look like pdf), not too long.</summary>
    public static string ForDisplay(string given)
    {
        var last = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(given)).Split('/', '\\')[^1]; // through UTF-8: lone surrogates go
        var shown = string.Concat(last.Normalize(NormalizationForm.FormC).EnumerateRunes().Where(IsShown).Select(Safe))
            .Trim(' ', '.', '\u3000');
        var extension = shown[^Extension(shown).Length..];
        var stem = shown[..^extension.Length].TrimEnd();
        return (stem.Length == 0 ? Unnamed : Cut(stem)) + extension;
    }

    /// <summary>The ending with its dot, in small letters, such as <c>.pdf</c>; empty where there is none.</summary>
    public static string Extension(string name)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return extension.Length is > 1 and <= 10 && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : "";
    }

    private static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );

    private static string Safe(Rune rune) => rune.IsAscii && Reserved.Contains((char)rune.Value) ? "_" : rune.ToString();

    private static string Cut(string stem) =>
        stem.Length <= LongestStem ? stem
        : char.IsHighSurrogate(stem[LongestStem - 1]) ? stem[..(LongestStem - 1)]
        : stem[..LongestStem];
}
