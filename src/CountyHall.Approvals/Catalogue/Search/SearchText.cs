using System.Collections.Frozen;

namespace CountyHall.Approvals.Catalogue;

/// <summary>A character of Chinese, or a word of Latin letters or digits, with its place in the text.</summary>
/// <param name="Key">As it is compared: small letters, English words without their endings.</param>
/// <param name="Sound">Its syllable, sounds alike made one; none for a Latin word.</param>
internal readonly record struct Unit(string Key, string? Sound, int Start, int Length)
{
    public bool IsHan => Sound is not null;
}

/// <summary>Reads names and questions alike: what carries no meaning when looking for a service is left out.</summary>
internal static class SearchText
{
    public const int Most = 60;

    /// <summary>Words around a need: how, where, what for, please. The longest fits first.</summary>
    private static readonly string[] Around =
    [
        "请问一下",
        "请问",
        "麻烦问下",
        "问一下",
        "问下",
        "我们家",
        "我家里",
        "我家",
        "我们",
        "咱们",
        "俺们",
        "阿拉",
        "我想要",
        "我想",
        "我要",
        "想要",
        "打算",
        "准备",
        "应该怎么",
        "怎么办理",
        "怎么办",
        "怎么弄",
        "怎么搞",
        "怎么",
        "怎样",
        "咋办",
        "咋弄",
        "咋整",
        "咋",
        "如何",
        "哪能办",
        "哪能",
        "去哪里",
        "去哪儿",
        "去哪",
        "到哪里",
        "到哪儿",
        "到哪",
        "在哪里",
        "在哪儿",
        "在哪",
        "哪里",
        "哪儿",
        "哪个部门",
        "什么部门",
        "找谁",
        "需要什么",
        "需要哪些",
        "需要",
        "要什么",
        "要哪些",
        "要啥",
        "要点啥",
        "什么",
        "啥个",
        "啥",
        "哪些",
        "多少钱",
        "手续",
        "材料",
        "流程",
        "条件",
        "办理",
        "申请",
        "申办",
        "可不可以",
        "能不能",
        "可以",
        "能否",
        "是不是",
        "有没有",
        "一下",
        "一个",
        "一家",
        "一间",
        "一张",
        "一本",
        "一套",
        "一辆",
        "帮我",
        "给我",
        "想",
        "要",
        "办",
        "弄",
        "搞",
        "的",
        "了",
        "吗",
        "呢",
        "吧",
        "啊",
        "呀",
        "嘛",
        "哦",
        "噢",
        "哪",
        "么",
        "个",
        "家",
        "间",
        "本",
        "我",
        "俺",
        "侬",
        "这",
        "那",
        "得",
        "伐",
    ];

    /// <summary>Where such a character is part of a word all the same.</summary>
    private static readonly string[] Kept =
    [
        "的士",
        "目的",
        "的确",
        "了解",
        "想法",
        "思想",
        "要求",
        "重要",
        "个体",
        "个人",
        "家庭",
        "家具",
        "家政",
        "家装",
        "自家",
        "国家",
        "家电",
        "家禽",
        "办学",
        "举办",
        "空间",
        "房间",
        "间接",
        "民间",
        "本地",
        "本科",
        "资本",
        "基本",
        "农家",
        "家畜",
        "厂家",
        "专家",
        "搬家",
        "理想",
        "主要",
        "纪要",
        "要约",
        "材料费",
        "建筑材料",
    ];

    private static readonly FrozenSet<string> EnglishAround = FrozenSet.Create(
        "a",
        "an",
        "the",
        "to",
        "for",
        "of",
        "my",
        "i",
        "we",
        "want",
        "need",
        "how",
        "do",
        "does",
        "get",
        "in",
        "on",
        "and",
        "or",
        "with",
        "by",
        "is",
        "are",
        "me",
        "can",
        "please",
        "would",
        "like",
        "what",
        "where",
        "which",
        "apply",
        "it",
        "be",
        "from",
        "at",
        "our",
        "us",
        "am",
        "have",
        "has",
        "new"
    );

    private static readonly FrozenDictionary<char, string[]> AroundBy = Around
        .GroupBy(word => word[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(word => word.Length).ToArray());

    public static IReadOnlyList<Unit> Read(string text)
    {
        var units = Units(text, leaveOut: true);
        return units.Count > 0 ? units : Units(text, leaveOut: false);
    }

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    private static List<Unit> Units(string text, bool leaveOut)
    {
        var plain = string.Create(
            text.Length,
            text,
            (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = Plain(from[i]);
            }
        );
        var units = new List<Unit>();
        for (var at = 0; at < plain.Length && units.Count < Most; )
        {
            var c = plain[at];
            if (IsHan(c))
            {
                var end = at;
                while (end < plain.Length && IsHan(plain[end]))
                    end++;
                AddHan(units, plain, at, end, leaveOut);
                at = end;
            }
            else if (char.IsLetterOrDigit(c))
            {
                var end = at;
                while (end < plain.Length && (char.IsLetterOrDigit(plain[end]) && !IsHan(plain[end]) || plain[end] == '\'' && end > at))
                    end++;
                var word = plain[at..end];
                if (!leaveOut || !EnglishAround.Contains(word))
                    units.Add(new(Stem(word), null, at, end - at));
                at = end;
            }
            else
                at++;
        }
        return units.Count > Most ? units[..Most] : units;
    }

    private static void AddHan(List<Unit> units, string plain, int from, int end, bool leaveOut)
    {
        var sounds = Pinyin.Of(plain[from..end]);
        for (var at = from; at < end; )
        {
            var left = leaveOut ? LeftOut(plain, at, from, end) : 0;
            if (left == 0)
            {
                units.Add(new(plain[at].ToString(), Pinyin.Alike(sounds[at - from]), at, 1));
                left = 1;
            }
            at += left;
        }
    }

    /// <summary>How many characters from here on carry no meaning.</summary>
    private static int LeftOut(string plain, int at, int from, int end)
    {
        if (!AroundBy.TryGetValue(plain[at], out var words))
            return 0;
        foreach (var word in words)
        {
            if (at + word.Length > end || string.CompareOrdinal(plain, at, word, 0, word.Length) != 0)
                continue;
            return Kept.Any(kept => Overlaps(plain, kept, at, word.Length, from, end)) ? 0 : word.Length;
        }
        return 0;
    }

    private static bool Overlaps(string plain, string kept, int at, int length, int from, int end)
    {
        for (var start = Math.Max(from, at - kept.Length + 1); start < at + length && start + kept.Length <= end; start++)
            if (string.CompareOrdinal(plain, start, kept, 0, kept.Length) == 0)
                return true;
        return false;
    }

    /// <summary>Full-width letters and digits as half-width ones, capitals as small letters.</summary>
    private static char Plain(char c) =>
        char.ToLowerInvariant(
            c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0)
            : c == '’' ? '\''
            : c
        );

    /// <summary>An English word without plural and verb endings; crude, and the same on both sides.</summary>
    private static string Stem(string word)
    {
        if (!word.All(c => char.IsAsciiLetterLower(c) || c == '\''))
            return word;
        var stem = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.Replace("'", "", StringComparison.Ordinal);
        if (stem.Length > 4 && stem.EndsWith("ies", StringComparison.Ordinal))
            stem = $"{stem[..^3]}y";
        else if (
            stem.Length > 4
            && (
                stem.EndsWith("ches", StringComparison.Ordinal)
                || stem.EndsWith("shes", StringComparison.Ordinal)
                || stem.EndsWith("xes", StringComparison.Ordinal)
                || stem.EndsWith("sses", StringComparison.Ordinal)
            )
        )
            stem = stem[..^2];
        else if (stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i'))
            stem = stem[..^1];
        if (stem.Length > 5 && stem.EndsWith("ing", StringComparison.Ordinal))
            stem = Single(stem[..^3]);
        else if (stem.Length > 4 && stem.EndsWith("ed", StringComparison.Ordinal))
            stem = Single(stem[..^2]);
        // licence, license; driving, drive.
        stem = stem.Replace("licens", "licenc", StringComparison.Ordinal);
        return stem.Length > 4 && stem[^1] == 'e' ? stem[..^1] : stem;

        static string Single(string s) => s.Length > 3 && s[^1] == s[^2] && s[^1] is not ('l' or 's') ? s[..^1] : s;
    }
}
