using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

/// <summary>项目代码: the number that every office uses for one investment project.</summary>
/// <remarks>
/// GB/T 40058-2021; Regulation on approval and filing of enterprise investment projects art. 4. Only the national platform makes them, and
/// the rule of the check place is not public: it is neither made nor verified here. Codes of the form before November 2020 keep it.
/// </remarks>
public sealed partial record ProjectCode
{
    private ProjectCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>Whether it has the form in use before November 2020.</summary>
    public bool IsOldForm => Segments.Length == 6;

    /// <summary>The division of the project.</summary>
    public string Division => Segments[1];

    private string[] Segments => Value.Split('-');

    public static Result<ProjectCode> Parse(string? text)
    {
        var plain = CodeText.Plain(text);
        if (!CodeText.IsHalfWidth(plain))
            return new CodeNotHalfWidth(CodeKinds.Project);
        return NewForm().IsMatch(plain) || OldForm().IsMatch(plain) ? new ProjectCode(plain) : new CodeMisshapen(CodeKinds.Project);
    }

    public CodeReport Report() =>
        new(
            Value,
            null,
            IsOldForm
                ?
                [
                    new(("形式", "form"), ("2020年11月以前", "before November 2020")),
                    new(("年份", "year"), Words.Same(Segments[0])),
                    new(("行政区划", "division"), DivisionCode.Named(Division)),
                    new(("行业", "industry"), Words.Same(Segments[2])),
                    new(("项目类型", "project type"), Words.Same(Segments[3])),
                    new(("流水号", "serial"), Words.Same(Segments[4])),
                    new(("后缀", "suffix"), Words.Same(Segments[5])),
                ]
                :
                [
                    new(("形式", "form"), Words.Same("GB/T 40058-2021")),
                    new(("赋码时间", "time"), Words.Same(Segments[0])),
                    new(("行政区划", "division"), DivisionCode.Named(Division)),
                    new(("中央业务指导部门", "central guiding department"), Words.Same(Segments[2])),
                    new(("项目类型", "project type"), Words.Same(Segments[3])),
                    new(("随机码", "random digits"), Words.Same(Segments[4][..5])),
                    new(
                        ("校验位（未核验，须与国家平台核对）", "check place (not verified, ask the national platform)"),
                        Words.Same(Segments[4][5..])
                    ),
                ]
        );

    public override string ToString() => Value;

    [GeneratedRegex("^[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{5}[0-9A-Z]$")]
    private static partial Regex NewForm();

    [GeneratedRegex("^[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}-[0-9]{3}$")]
    private static partial Regex OldForm();
}
