using System.Buffers;
using System.Collections.Frozen;
using AnyAscii;

namespace CountyHall.Approvals.Catalogue;

/// <summary>拼音: how a character is typed. One reading a character, and words whose characters are read otherwise.</summary>
internal static class Pinyin
{
    private const int First = 0x4E00;
    private const int Last = 0x9FFF;
    private const int LongestSyllable = 6;

    private static readonly string[] Readings = ReadAll();

    /// <summary>多音字: the library knows one reading, the word has another.</summary>
    private static readonly FrozenDictionary<string, string[]> Words = new Dictionary<string, string[]>
    {
        ["银行"] = ["yin", "hang"],
        ["行业"] = ["hang", "ye"],
        ["重新"] = ["chong", "xin"],
        ["会计"] = ["kuai", "ji"],
        ["调解"] = ["tiao", "jie"],
        ["还款"] = ["huan", "kuan"],
        ["厦门"] = ["xia", "men"],
        ["给付"] = ["ji", "fu"],
        ["供给"] = ["gong", "ji"],
        ["长辈"] = ["zhang", "bei"],
        ["成长"] = ["cheng", "zhang"],
        ["音乐"] = ["yin", "yue"],
        ["参差"] = ["cen", "ci"],
        ["出差"] = ["chu", "chai"],
        ["投降"] = ["tou", "xiang"],
        ["校对"] = ["jiao", "dui"],
        ["处理"] = ["chu", "li"],
        ["处分"] = ["chu", "fen"],
        ["种植"] = ["zhong", "zhi"],
        ["种子"] = ["zhong", "zi"],
        ["调整"] = ["tiao", "zheng"],
        ["调动"] = ["diao", "dong"],
        ["载客"] = ["zai", "ke"],
        ["卡车"] = ["ka", "che"],
        ["车辆"] = ["che", "liang"],
        ["车"] = ["che"],
        ["厂"] = ["chang"],
        ["广告"] = ["guang", "gao"],
    }.ToFrozenDictionary();

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouv");

    private static readonly FrozenSet<string> Syllables = Readings
        .Where(s => s.Length is > 1 and <= LongestSyllable || s is "a" or "e" or "o")
        .Where(s => s.All(char.IsAsciiLetterLower) && s.AsSpan().ContainsAny(Vowels))
        .ToFrozenSet();

    /// <summary>The reading of every character; the few hundred syllables are kept once each.</summary>
    private static string[] ReadAll()
    {
        var syllables = new HashSet<string>();
        var readings = new string[Last - First + 1];
        for (var at = 0; at < readings.Length; at++)
        {
            var read = ((char)(First + at)).ToString().Transliterate().Trim().ToLowerInvariant();
            if (!syllables.TryGetValue(read, out var known))
                syllables.Add(known = read);
            readings[at] = known;
        }
        return readings;
    }

    /// <summary>The syllables of a run of Chinese characters, one for each.</summary>
    public static string[] Of(string han)
    {
        var said = new string[han.Length];
        for (var at = 0; at < han.Length; )
        {
            var word =
                at + 1 < han.Length && Words.TryGetValue(han.Substring(at, 2), out var two)
                    ? two
                    : Words.GetValueOrDefault(han[at].ToString());
            if (word is null)
                said[at] = han[at] is >= (char)First and <= (char)Last ? Readings[han[at] - First] : han[at].ToString();
            else
                word.CopyTo(said, at);
            at += word?.Length ?? 1;
        }
        return said;
    }

    /// <summary>What sounds alike to many is one: zh/z, ch/c, sh/s, ing/in, eng/en.</summary>
    public static string Alike(string syllable)
    {
        var plain = syllable.Replace('v', 'u');
        if (plain.Length > 2 && plain[1] == 'h' && plain[0] is 'z' or 'c' or 's')
            plain = $"{plain[0]}{plain[2..]}";
        return plain.EndsWith("ing", StringComparison.Ordinal) || plain.EndsWith("eng", StringComparison.Ordinal) ? plain[..^1] : plain;
    }

    /// <summary>Cuts letters without spaces into syllables, the pair of neighbours that <paramref name="known"/> knows before others; none where it cannot be cut.</summary>
    public static IReadOnlyList<string>? Cut(string letters, Func<string, string, bool> known)
    {
        // best[at][last]: the best cut of the letters before `at` that ends with the syllable `last`.
        var best = new Dictionary<string, (double Worth, int From, string? Before)>?[letters.Length + 1];
        best[0] = new() { [""] = (0, 0, null) };
        for (var at = 0; at < letters.Length; at++)
        {
            if (best[at] is not { } here)
                continue;
            for (var length = 1; length <= LongestSyllable && at + length <= letters.Length; length++)
            {
                var syllable = letters.Substring(at, length);
                if (!Syllables.Contains(syllable))
                    continue;
                var there = best[at + length] ??= [];
                foreach (var (before, cut) in here)
                {
                    var worth = cut.Worth - 1 + (before.Length > 0 && known(before, syllable) ? 0.9 : 0);
                    if (!there.TryGetValue(syllable, out var other) || worth > other.Worth)
                        there[syllable] = (worth, at, before);
                }
            }
        }
        if (best[letters.Length] is not { Count: > 0 } ends || letters.Length == 0)
            return null;
        var cutting = new List<string>();
        var last = ends.MaxBy(end => end.Value.Worth).Key;
        for (var at = letters.Length; at > 0; )
        {
            var (_, from, before) = best[at]![last];
            cutting.Insert(0, last);
            (at, last) = (from, before!);
        }
        return cutting;
    }
}
