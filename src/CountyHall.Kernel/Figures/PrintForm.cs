using System.Globalization;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Figures;

/// <summary>打印形式: how the annual report prints a figure, and so how exactly it is stated.</summary>
/// <remarks>
/// Notation: <c>0.00</c> that many decimals; <c>0.##</c> up to so many; <c>0+余</c> exact, followed by 余; <c>floor100+余</c> and <c>floor1+多</c> cut down to
/// the step, followed by the word unless nothing was cut off; <c>约round100</c> rounded to the step after 约; <c>word:全部</c> the word where it is
/// true, else the number.
/// </remarks>
public sealed record PrintForm
{
    private enum Way
    {
        Decimals,
        UpToDecimals,
        CutDown,
        RoundedTo,
        Word,
    }

    private readonly Way way;
    private readonly int size; // decimals, or the step
    private readonly string word = "";

    public PrintForm(string notation)
    {
        Notation = notation;
        var parts = notation.Split('+');
        (way, size, word) = notation switch
        {
            _ when notation.StartsWith("word:", StringComparison.Ordinal) => (Way.Word, 1, notation["word:".Length..]),
            _ when notation.StartsWith("约round", StringComparison.Ordinal) => (Way.RoundedTo, Number(notation["约round".Length..]), "约"),
            _ when notation.StartsWith("floor", StringComparison.Ordinal) => (Way.CutDown, Number(parts[0]["floor".Length..]), parts[1]),
            _ when notation.StartsWith("0.#", StringComparison.Ordinal) => (Way.UpToDecimals, notation.Length - 2, ""),
            _ when parts[0] is "0" => (Way.Decimals, 0, parts.Length > 1 ? parts[1] : ""),
            _ when parts[0].StartsWith("0.0", StringComparison.Ordinal) => (Way.Decimals, parts[0].Length - 2, ""),
            _ => throw new FormatException($"There is no print form {notation}."),
        };
        if (way == Way.Word)
            Holds(0); // a word whose meaning is not known is a mistake of the definition
    }

    /// <summary>As the definition writes it.</summary>
    public string Notation { get; }

    /// <summary>What is stated: 1234 in hundreds states 1200; a word states the exact value.</summary>
    public Fraction Stated(Fraction value) =>
        way switch
        {
            Way.Decimals or Way.UpToDecimals => value.Round(size),
            Way.CutDown => value.Floor(size),
            Way.RoundedTo => (value / size).Round(0) * size,
            _ => value,
        };

    /// <summary>The stated value in digits, without unit or word.</summary>
    public string Digits(Fraction value) =>
        way switch
        {
            Way.Decimals => value.Text(size),
            Way.UpToDecimals => Trimmed(value.Text(size)),
            Way.Word => Plain(value),
            _ => Stated(value).Text(0),
        };

    /// <summary>As it stands in the report, with its unit: 12.5%, 1200余份, 全部.</summary>
    public string Printed(Fraction value, string unit) =>
        way switch
        {
            Way.Word when Holds(value) => word,
            Way.CutDown when Stated(value) == value => Digits(value) + unit,
            Way.RoundedTo => word + Digits(value) + unit,
            Way.Word => Digits(value) + unit,
            _ => Digits(value) + word + unit,
        };

    /// <summary>Says in words what the form does, for the page of the figure.</summary>
    public Words Says =>
        way switch
        {
            Way.Word => ($"只有属实才写“{word}”，否则写数字", $"“{word}” only where it is true, else the number"),
            Way.CutDown => ($"舍到 {size} 的整数倍，后加“{word}”", $"cut down to a multiple of {size}, followed by {word}"),
            Way.RoundedTo => ($"四舍五入到 {size} 的整数倍，前加“约”", $"rounded to a multiple of {size}, after 约"),
            Way.UpToDecimals => ($"至多 {size} 位小数", $"at most {size} decimals"),
            _ when size == 0 => ("整数", "a whole number"),
            _ => ($"四舍五入，{size} 位小数", $"rounded to {size} decimal{(size == 1 ? "" : "s")}"),
        };

    public bool Equals(PrintForm? other) => other?.Notation == Notation;

    public override int GetHashCode() => Notation.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Notation;

    /// <summary>Whether the word is true of the value.</summary>
    private bool Holds(Fraction value) => value == Meaning(word);

    // 全部 and 全覆盖 are said of shares in per cent, 首位 of ranks; every other word begins with its numeral (两类, 零上门, 三级).
    private static Fraction Meaning(string word) =>
        word switch
        {
            "全部" or "全覆盖" => 100,
            "首位" or "首次" or "最高" => 1,
            _ => word[0] switch
            {
                '零' => 0,
                '一' => 1,
                '两' or '二' => 2,
                '三' => 3,
                '四' => 4,
                '五' => 5,
                '六' => 6,
                '七' => 7,
                '八' => 8,
                '九' => 9,
                '十' => 10,
                '百' => 100,
                _ => throw new FormatException($"What the word {word} means is not known."),
            },
        };

    /// <summary>Whole numbers whole; anything else with one decimal, and with more where one would round it up to what it is not.</summary>
    private static string Plain(Fraction value)
    {
        if (value.IsWhole)
            return value.Text(0);
        var decimals = 1;
        while (value.Round(decimals).IsWhole && decimals < 6)
            decimals++;
        return value.Text(decimals);
    }

    private static string Trimmed(string digits) =>
        digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
