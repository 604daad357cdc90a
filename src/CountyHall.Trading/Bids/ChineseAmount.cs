using System.Text;

namespace CountyHall.Trading.Bids;

/// <summary>金额大写: an amount as it is written on cheques and bids, such as 壹佰贰拾叁万元整.</summary>
public static class ChineseAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Groups = ["", "万", "亿", "万亿"];

    /// <param name="fen">Not negative.</param>
    public static string Of(long fen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        var (yuan, jiao, cents) = (fen / 100, fen / 10 % 10, fen % 10);
        var text = Yuan(yuan);
        if (jiao == 0 && cents == 0)
            return (text.Length == 0 ? "零元" : text) + "整";
        if (jiao > 0)
            text += $"{Digits[(int)jiao]}角";
        else if (yuan > 0)
            text += "零";
        return cents > 0 ? $"{text}{Digits[(int)cents]}分" : $"{text}整";
    }

    private static string Yuan(long yuan)
    {
        if (yuan == 0)
            return "";
        var groups = new List<int>();
        for (var rest = yuan; rest > 0; rest /= 10_000)
            groups.Add((int)(rest % 10_000));
        var (text, zero) = (new StringBuilder(), false);
        for (var group = groups.Count - 1; group >= 0; group--)
        {
            foreach (var (place, unit) in new[] { (1000, "仟"), (100, "佰"), (10, "拾"), (1, "") })
            {
                var digit = groups[group] / place % 10;
                if (digit == 0)
                {
                    zero = zero || text.Length > 0;
                    continue;
                }
                if (zero)
                    text.Append('零');
                text.Append(Digits[digit]).Append(unit);
                zero = false;
            }
            if (groups[group] > 0)
                text.Append(Groups[group]);
        }
        return text.Append('元').ToString();
    }
}
