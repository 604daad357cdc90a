using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

/// <summary>统一社会信用代码: the number of an organisation, 18 places with a check character.</summary>
/// <remarks>GB 32100-2015; the nine places of the subject are an organisation code of GB 11714 with a check character of their own.</remarks>
public sealed partial record Uscc
{
    // 31 characters; I, O, S, V and Z are left out because they look like others.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Uscc(string value) => Value = value;

    public string Value { get; }

    /// <summary>登记机关行政区划: the division of the registering authority.</summary>
    public string Division => Value[2..8];

    /// <summary>主体标识码: the organisation code.</summary>
    public string Subject => Value[8..17];

    /// <summary>Whether the check character fits; false only for a code taken over by <see cref="ParseDespiteCheck"/>.</summary>
    public bool CheckFits => Value[17] == CheckOf(Value.AsSpan(0, 17));

    /// <summary>Whether the organisation code inside fits its own check character.</summary>
    public bool SubjectCheckFits => Subject[8] == SubjectCheckOf(Subject.AsSpan(0, 8));

    public static Result<Uscc> Parse(string? text) =>
        ParseDespiteCheck(text).Then<Uscc>(code => code.CheckFits ? code : new CodeCheckFailed(CodeKinds.Uscc));

    /// <summary>A code whose check character need not fit: a few early ones were issued so. Whoever takes one over records why.</summary>
    public static Result<Uscc> ParseDespiteCheck(string? text)
    {
        var plain = CodeText.Plain(text);
        if (!CodeText.IsHalfWidth(plain))
            return new CodeNotHalfWidth(CodeKinds.Uscc);
        return Shape().IsMatch(plain) ? new Uscc(plain) : new CodeMisshapen(CodeKinds.Uscc);
    }

    public CodeReport Report() =>
        new(
            Value,
            null,
            [
                new(("登记管理部门", "registering department"), DepartmentNamed),
                new(("机构类别", "category"), CategoryNamed),
                new(("登记机关行政区划", "division of the registering authority"), DivisionCode.Named(Division)),
                new(("主体标识码", "organisation code"), Words.Same(Subject)),
                new(("主体标识码校验", "check of the organisation code"), SubjectCheckFits ? ("相符", "fits") : ("不符", "does not fit")),
                new(("校验码", "check character"), Words.Same(Value[17..])),
            ]
        );

    public override string ToString() => Value;

    private Words DepartmentNamed =>
        Value[0] switch
        {
            '1' => ("机构编制", "staffing office"),
            '5' => ("民政", "civil affairs"),
            '9' => ("市场监管", "market regulation"),
            'Y' => ("其他", "other"),
            var other => Words.Same(other.ToString()),
        };

    private Words CategoryNamed =>
        Value[..2] switch
        {
            "11" => ("机关", "government organ"),
            "12" => ("事业单位", "public institution"),
            "13" => ("群众团体", "mass organisation"),
            "51" => ("社会团体", "social association"),
            "52" => ("民办非企业单位", "private non-enterprise unit"),
            "53" => ("基金会", "foundation"),
            "91" => ("企业", "enterprise"),
            "92" => ("个体工商户", "individual business"),
            "93" => ("农民专业合作社", "farmers' cooperative"),
            ['1' or '5' or '9', '9'] => ("其他", "other"),
            var other => Words.Same(other[1..]),
        };

    private static char CheckOf(ReadOnlySpan<char> places)
    {
        var (sum, weight) = (0, 1);
        foreach (var place in places)
        {
            sum += Alphabet.IndexOf(place, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        // A sum that 31 divides gives 31, which is the character 0 and no place outside the alphabet.
        return Alphabet[(31 - sum % 31) % 31];
    }

    private static char SubjectCheckOf(ReadOnlySpan<char> places)
    {
        ReadOnlySpan<int> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < places.Length; i++)
            sum += (char.IsDigit(places[i]) ? places[i] - '0' : places[i] - 'A' + 10) * weights[i];
        return (11 - sum % 11) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    [GeneratedRegex("^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$")]
    private static partial Regex Shape();
}
