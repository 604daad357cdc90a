using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

/// <summary>固定电话: area code and number, printed with a hyphen between them.</summary>
public sealed partial record Landline
{
    private Landline(string area, string number) => (Area, Number) = (area, number);

    /// <summary>区号: three digits for 010 and 02x, four elsewhere; Jiaxing is 0573.</summary>
    public string Area { get; }

    public string Number { get; }

    public static Result<Landline> Parse(string? text)
    {
        var plain = CodeText.Plain(text);
        if (!CodeText.IsHalfWidth(plain))
            return new CodeNotHalfWidth(CodeKinds.Landline);
        var match = Shape().Match(plain);
        return match.Success
            ? new Landline(match.Groups["area"].Value, match.Groups["number"].Value)
            : new CodeMisshapen(CodeKinds.Landline);
    }

    public CodeReport Report() =>
        new(ToString(), null, [new(("区号", "area code"), Words.Same(Area)), new(("号码", "number"), Words.Same(Number))]);

    public override string ToString() => $"{Area}-{Number}";

    [GeneratedRegex("^(?<area>010|02[0-9]|0[3-9][0-9]{2})[- ]?(?<number>[1-9][0-9]{6,7})$")]
    private static partial Regex Shape();
}
