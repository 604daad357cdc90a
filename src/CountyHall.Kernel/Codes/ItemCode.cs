using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

/// <summary>实施编码: the number of a service item as one body carries it out, 31 places.</summary>
/// <remarks>GB/T 39554.1-2020: the unified social credit code of the body, the level, the basic code. It has no check character of its own.</remarks>
public sealed record ItemCode
{
    private const int Length = 31;

    private ItemCode(Uscc body, char level, BaseItemCode basic) => (Body, Level, Base) = (body, level, basic);

    /// <summary>实施主体: the body that carries the item out.</summary>
    public Uscc Body { get; }

    /// <summary>行使层级: 1 national to 6 village; a county is 4.</summary>
    public char Level { get; }

    /// <summary>基本编码: the item in the basic catalogue.</summary>
    public BaseItemCode Base { get; }

    public static Result<ItemCode> Parse(string? text)
    {
        var plain = CodeText.Plain(text);
        if (!CodeText.IsHalfWidth(plain))
            return new CodeNotHalfWidth(CodeKinds.Item);
        if (plain.Length != Length || plain[18] is < '1' or > '6')
            return new CodeMisshapen(CodeKinds.Item);
        return Uscc.Parse(plain[..18])
            .Then(body => BaseItemCode.Parse(plain[19..]).Then<ItemCode>(basic => new ItemCode(body, plain[18], basic)));
    }

    public CodeReport Report() =>
        new(
            ToString(),
            null,
            [new(("实施主体", "implementing body"), Words.Same(Body.Value)), new(("行使层级", "level"), LevelNamed), .. Base.Report().Parts]
        );

    public override string ToString() => $"{Body}{Level}{Base}";

    private Words LevelNamed =>
        Level switch
        {
            '1' => ("国家级", "national"),
            '2' => ("省级", "province"),
            '3' => ("市级", "city"),
            '4' => ("县级", "county"),
            '5' => ("镇（街道）级", "town"),
            _ => ("村（社区）级", "village"),
        };
}

/// <summary>基本编码: the number of an item in the basic catalogue, 12 digits.</summary>
/// <remarks>GB/T 39554.1-2020: area of origin 2, kind 2, department 2, main item 3, sub-item 3. The meanings of kinds are from memory.</remarks>
public sealed partial record BaseItemCode
{
    internal const int Length = 12;

    private BaseItemCode(string value) => Value = value;

    public string Value { get; }

    public static Result<BaseItemCode> Parse(string? text)
    {
        var plain = CodeText.Plain(text);
        if (!CodeText.IsHalfWidth(plain))
            return new CodeNotHalfWidth(CodeKinds.Item);
        return Shape().IsMatch(plain) ? new BaseItemCode(plain) : new CodeMisshapen(CodeKinds.Item);
    }

    public CodeReport Report() =>
        new(
            Value,
            null,
            [
                new(("来源区域", "area of origin"), Value[..2] == "00" ? ("00 国家", "00 national") : Words.Same(Value[..2])),
                new(("事项类型", "kind"), KindNamed),
                new(("部门", "department"), Words.Same(Value[4..6])),
                new(("主项", "main item"), Words.Same(Value[6..9])),
                new(("子项", "sub-item"), Words.Same(Value[9..])),
            ]
        );

    public override string ToString() => Value;

    private Words KindNamed =>
        Value[2..4] switch
        {
            "01" => ("行政许可", "licence"),
            "02" => ("行政处罚", "penalty"),
            "03" => ("行政强制", "coercion"),
            "04" => ("行政征收", "levy"),
            "05" => ("行政给付", "grant"),
            "06" => ("行政检查", "inspection"),
            "07" => ("行政确认", "confirmation"),
            "08" => ("行政奖励", "reward"),
            "09" => ("行政裁决", "adjudication"),
            "10" => ("其他行政权力", "other administrative power"),
            "20" => ("公共服务", "public service"),
            var other => Words.Same(other),
        };

    [GeneratedRegex("^[0-9]{12}$")]
    private static partial Regex Shape();
}
