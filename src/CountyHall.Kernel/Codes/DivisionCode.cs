using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

/// <summary>The level of a division.</summary>
public enum DivisionLevel
{
    Province,
    Prefecture,
    County,
    Town,
    Village,
}

/// <summary>行政区划代码: a county with 6 digits, a town with 9, a village with 12.</summary>
/// <remarks>GB/T 2260, lengthened by the statistical codes. Platforms pad with zeros to 12; the zeros are dropped here.</remarks>
public sealed partial record DivisionCode
{
    private static readonly Dictionary<string, Words> Names = ReadNames();

    private DivisionCode(string value) => Value = value;

    /// <summary>6, 9 or 12 digits.</summary>
    public string Value { get; }

    /// <summary>The code as service platforms write it, always 12 digits.</summary>
    public string Padded => Value.PadRight(12, '0');

    /// <summary>The name, if the house knows it.</summary>
    public Words? Name => Names.TryGetValue(Value, out var name) ? name : null;

    public DivisionLevel Level =>
        Value.Length switch
        {
            12 => DivisionLevel.Village,
            9 => DivisionLevel.Town,
            _ when Value.EndsWith("0000", StringComparison.Ordinal) => DivisionLevel.Province,
            _ when Value.EndsWith("00", StringComparison.Ordinal) => DivisionLevel.Prefecture,
            _ => DivisionLevel.County,
        };

    /// <summary>The county of the division: its first six digits.</summary>
    public DivisionCode County => new(Value[..6]);

    public static Result<DivisionCode> Parse(string? text)
    {
        var plain = CodeText.Plain(text);
        if (!CodeText.IsHalfWidth(plain))
            return new CodeNotHalfWidth(CodeKinds.Division);
        return Shape().IsMatch(plain) ? new DivisionCode(WithoutPadding(plain)) : new CodeMisshapen(CodeKinds.Division);
    }

    /// <summary>The towns of a county that the house knows, by their codes.</summary>
    public static IReadOnlyList<DivisionCode> TownsOf(string county) =>
        [
            .. Names
                .Keys.Where(code => code.Length == 9 && code.StartsWith(county, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(code => new DivisionCode(code)),
        ];

    /// <summary>Whether another division lies in this one or is this one.</summary>
    public bool Contains(DivisionCode other)
    {
        var own = Level switch
        {
            DivisionLevel.Province => Value[..2],
            DivisionLevel.Prefecture => Value[..4],
            _ => Value,
        };
        return other.Value.StartsWith(own, StringComparison.Ordinal);
    }

    public CodeReport Report() =>
        new(
            Value,
            null,
            [
                new(("层级", "level"), LevelNamed),
                new(("名称", "name"), Name ?? ("未收录", "not listed")),
                new(("所属县（市、区）", "county"), Named(County.Value)),
                new(("12位写法", "with 12 digits"), Words.Same(Padded)),
            ]
        );

    public override string ToString() => Value;

    /// <summary>A code with its name, or the bare code where the name is not known.</summary>
    internal static Words Named(string code) =>
        Names.TryGetValue(code, out var name) ? ($"{code} {name.Zh}", $"{code} {name.En}") : Words.Same(code);

    private Words LevelNamed =>
        Level switch
        {
            DivisionLevel.Province => ("省", "province"),
            DivisionLevel.Prefecture => ("市", "prefecture"),
            DivisionLevel.County => ("县（市、区）", "county"),
            DivisionLevel.Town => ("镇（街道）", "town"),
            _ => ("村（社区）", "village"),
        };

    private static string WithoutPadding(string code)
    {
        if (code.Length == 12 && code.EndsWith("000", StringComparison.Ordinal))
            code = code[..9];
        return code.Length == 9 && code.EndsWith("000", StringComparison.Ordinal) ? code[..6] : code;
    }

    private static Dictionary<string, Words> ReadNames()
    {
        using var stream =
            typeof(DivisionCode).Assembly.GetManifestResourceStream("CountyHall.Kernel.Codes.divisions.csv")
            ?? throw new FileNotFoundException("divisions.csv");
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(row => row[0], row => new Words(row[1], row[2]));
    }

    [GeneratedRegex("^[1-9][0-9]{5}([0-9]{3}){0,2}$")]
    private static partial Regex Shape();
}
