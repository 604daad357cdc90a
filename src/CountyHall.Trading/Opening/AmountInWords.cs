using System.Text;

namespace CountyHall.Trading.Opening;

/// <summary>金额大写, read back: what the words on a bid come to.</summary>
/// <remarks>
/// The words prevail where words and digits differ (evaluation rules, Order 12 art. 19), so what cannot be read is not guessed at.
/// </remarks>
public static class AmountInWords
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>Reads an amount in words; none where it is not one.</summary>
    public static long? Read(string words)
    {
        var plain = Plain(words);
        if (plain.Length == 0)
            return null;
        var unit = plain.IndexOf('元');
        var whole = unit < 0 ? "" : plain[..unit];
        var rest = unit < 0 ? plain : plain[(unit + 1)..];
        try
        {
            long yuan = 0;
            if (whole.Length > 0 && ReadWhole(whole) is not { } read)
                return null;
            else if (whole.Length > 0)
                yuan = ReadWhole(whole)!.Value;
            else if (unit == 0)
                return null;
            return ReadRest(rest, needsOne: unit < 0) is { } small ? checked(yuan * 100 + small) : null;
        }
        catch (OverflowException)
        {
            return null; // more money than there is
        }
    }

    /// <summary>As bidders write it: with 人民币 before and 整 after, 圆 for 元, simple numerals for capitals.</summary>
    private static string Plain(string words)
    {
        var text = new StringBuilder();
        foreach (var c in words.Normalize(NormalizationForm.FormKC).Replace("人民币", "").Replace("整", "").Replace("正", ""))
        {
            if (char.IsWhiteSpace(c) || c is ':' or '¥')
                continue;
            text.Append(
                c switch
                {
                    '圆' or '圓' => '元',
                    '〇' or '○' => '零',
                    '一' => '壹',
                    '二' or '两' or '貳' => '贰',
                    '三' or '叄' => '叁',
                    '四' => '肆',
                    '五' => '伍',
                    '六' or '陸' => '陆',
                    '七' => '柒',
                    '八' => '捌',
                    '九' => '玖',
                    '十' => '拾',
                    '百' => '佰',
                    '千' => '仟',
                    '萬' => '万',
                    '億' => '亿',
                    _ => c,
                }
            );
        }
        return text.ToString();
    }

    private static long? ReadWhole(string text)
    {
        long total = 0;
        long section = 0;
        long? digit = null;
        foreach (var c in text)
        {
            if (Digits.IndexOf(c) is var value and >= 0)
            {
                if (digit > 0)
                    return null; // two digits without a unit between them
                digit = value;
                continue;
            }
            switch (c)
            {
                case '拾' or '佰' or '仟':
                    long weight =
                        c == '拾' ? 10
                        : c == '佰' ? 100
                        : 1000;
                    // 拾伍 is fifteen without a one before it.
                    if (digit is null or 0 && c != '拾' || section % (weight * 10) != 0)
                        return null;
                    section = checked(section + (digit is null or 0 ? 1 : digit.Value) * weight);
                    break;
                case '万' or '亿':
                    section = checked(section + (digit ?? 0));
                    long large = c == '万' ? 10_000 : 100_000_000;
                    if (section == 0 && (total == 0 || total >= large))
                        return null;
                    // 壹万贰仟亿 is one number of 亿; 壹万亿贰仟亿 is two.
                    total = c == '亿' && total < large ? checked((total + section) * large) : checked(total + section * large);
                    section = 0;
                    break;
                default:
                    return null;
            }
            digit = null;
        }
        return checked(total + section + (digit ?? 0));
    }

    private static long? ReadRest(string text, bool needsOne)
    {
        long fen = 0;
        var (any, at) = (false, 0);
        while (at < text.Length)
        {
            var value = Digits.IndexOf(text[at]);
            if (value < 0)
                return null;
            if (at + 1 < text.Length && text[at + 1] is '角' or '分' && at + 1 < text.Length)
            {
                fen += text[at + 1] == '角' ? value * 10 : value;
                (any, at) = (true, at + 2);
            }
            else if (value == 0)
            {
                at++;
            }
            else
            {
                return null;
            }
        }
        return needsOne && !any ? null : fen;
    }
}
