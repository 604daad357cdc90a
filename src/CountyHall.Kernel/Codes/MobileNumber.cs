using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

/// <summary>手机号码: a mobile number of the mainland, 11 digits. A country code, spaces and hyphens are dropped.</summary>
public sealed partial record MobileNumber
{
    private MobileNumber(string value) => Value = value;

    public string Value { get; }

    /// <summary>The first three and the last four digits.</summary>
    public string Masked => $"{Value[..3]}****{Value[7..]}";

    public static Result<MobileNumber> Parse(string? text)
    {
        var plain = CodeText.Plain(text);
        if (!CodeText.IsHalfWidth(plain))
            return new CodeNotHalfWidth(CodeKinds.Mobile);
        var match = Shape().Match(plain.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
        return match.Success ? new MobileNumber(match.Groups["number"].Value) : new CodeMisshapen(CodeKinds.Mobile);
    }

    public CodeReport Report() => new(Value, Masked, [new(("号段", "range"), Words.Same(Value[..3]))]);

    public override string ToString() => Value;

    [GeneratedRegex(@"^(\+86|0086)?(?<number>1[3-9][0-9]{9})$")]
    private static partial Regex Shape();
}
