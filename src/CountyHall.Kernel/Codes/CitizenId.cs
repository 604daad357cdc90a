using System.Globalization;
using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

public enum Sex
{
    Female,
    Male,
}

/// <summary>公民身份号码: the number of a person. Shown masked, stored encrypted.</summary>
/// <remarks>GB 11643-1999; the check character is that of ISO 7064 MOD 11-2. The 15 places of old cards are brought to 18.</remarks>
public sealed partial record CitizenId
{
    private CitizenId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The division in which the number was given out; it may have been dissolved since.</summary>
    public string Division => Value[..6];

    public DateOnly BirthDate => DateOnly.ParseExact(Value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>At most the first six and the last four places.</summary>
    public string Masked => $"{Value[..6]}********{Value[14..]}";

    public static Result<CitizenId> Parse(string? text)
    {
        var plain = CodeText.Plain(text);
        if (!CodeText.IsHalfWidth(plain))
            return new CodeNotHalfWidth(CodeKinds.CitizenId);
        if (!Shape().IsMatch(plain))
            return new CodeMisshapen(CodeKinds.CitizenId);
        var full = plain.Length == 15 ? Upgraded(plain) : plain;
        if (!DateOnly.TryParseExact(full.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return new BirthDateImpossible();
        return full[17] == CheckOf(full.AsSpan(0, 17)) ? new CitizenId(full) : new CodeCheckFailed(CodeKinds.CitizenId);
    }

    /// <summary>The number of somebody born by today.</summary>
    public static Result<CitizenId> Parse(string? text, DateOnly today) =>
        Parse(text).Then<CitizenId>(id => id.BirthDate <= today ? id : new BirthDateImpossible());

    public CodeReport Report() =>
        new(
            Value,
            Masked,
            [
                new(("行政区划", "division"), DivisionCode.Named(Division)),
                new(("出生日期", "birth date"), Words.Same(BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
                new(("性别", "sex"), Sex == Sex.Male ? ("男", "male") : ("女", "female")),
                new(("顺序码", "sequence"), Words.Same(Value[14..17])),
                new(("校验码", "check character"), Words.Same(Value[17..])),
            ]
        );

    public override string ToString() => Value;

    // Old cards were only given to people born in the twentieth century.
    private static string Upgraded(string old)
    {
        var places = $"{old[..6]}19{old[6..]}";
        return $"{places}{CheckOf(places)}";
    }

    private static char CheckOf(ReadOnlySpan<char> places)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < places.Length; i++)
            sum += (places[i] - '0') * weights[i];
        return "10X98765432"[sum % 11];
    }

    [GeneratedRegex("^([0-9]{15}|[0-9]{17}[0-9X])$")]
    private static partial Regex Shape();
}
