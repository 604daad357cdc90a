using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

/// <summary>A kind of code: what it is called, how it looks, and one right example (invented).</summary>
/// <param name="Name">Its name for machines and the command line, such as <c>citizen-id</c>.</param>
public sealed record CodeKind(string Name, Words Title, Words Shape, string Example);

/// <summary>编码种类: the codes that the house can check.</summary>
public static class CodeKinds
{
    /// <summary>统一社会信用代码, GB 32100-2015.</summary>
    public static readonly CodeKind Uscc = new(
        "uscc",
        ("统一社会信用代码", "unified social credit code"),
        (
            "18位数字或大写字母（不含I、O、S、V、Z），第3至8位为数字",
            "18 digits or capitals without I, O, S, V and Z; places 3 to 8 are digits"
        ),
        "91330421DEMA00013W"
    );

    /// <summary>公民身份号码, GB 11643-1999.</summary>
    public static readonly CodeKind CitizenId = new(
        "citizen-id",
        ("公民身份号码", "citizen identity number"),
        ("18位，前17位为数字，末位为数字或X；旧证15位数字", "18 places, 17 digits and a digit or X; 15 digits on old cards"),
        "330421190001010017"
    );

    /// <summary>行政区划代码, GB/T 2260 and the statistical codes.</summary>
    public static readonly CodeKind Division = new(
        "division",
        ("行政区划代码", "division code"),
        ("6位（县）、9位（镇、街道）或12位（村、社区）数字", "6 digits (county), 9 (town) or 12 (village)"),
        "330421001"
    );

    /// <summary>政务服务事项编码, GB/T 39554.1-2020.</summary>
    public static readonly CodeKind Item = new(
        "item",
        ("政务服务事项编码", "service item code"),
        (
            "实施编码31位（18位统一社会信用代码、1位行使层级、12位基本编码），或基本编码12位数字",
            "31 places (unified social credit code, level, 12 digits), or the 12 digits of the basic catalogue"
        ),
        "11330421DEMA00048P4330117002011"
    );

    /// <summary>投资项目代码, GB/T 40058-2021, and the form before November 2020.</summary>
    public static readonly CodeKind Project = new(
        "project",
        ("投资项目代码", "investment project code"),
        (
            "4位-6位-2位-2位-6位，共24个字符；2020年11月以前为4位-6位-2位-2位-6位-3位",
            "places 4-6-2-2-6, 24 characters in all; before November 2020 places 4-6-2-2-6-3"
        ),
        "2101-330421-04-01-123456"
    );

    /// <summary>电子证照标识, GB/T 36904-2018.</summary>
    public static readonly CodeKind ELicence = new(
        "e-licence",
        ("电子证照标识", "e-licence identifier"),
        (
            "1.2.156.3005.2.证照类型代码（21位）.颁发机构代码（18位）.流水号.版本号（3位）.校验位",
            "1.2.156.3005.2, type (21 places), issuer (18), serial, version (3 digits) and check character, with dots between"
        ),
        "1.2.156.3005.2.11100000000013338W011.11330421DEMA00048P.2020000001.001.V"
    );

    /// <summary>手机号码.</summary>
    public static readonly CodeKind Mobile = new(
        "mobile",
        ("手机号码", "mobile number"),
        ("11位数字，以13至19开头", "11 digits that begin with 13 to 19"),
        "13800000906"
    );

    /// <summary>固定电话.</summary>
    public static readonly CodeKind Landline = new(
        "landline",
        ("固定电话", "landline number"),
        ("区号（3至4位，以0开头）加7至8位号码", "area code of 3 or 4 digits that begins with 0, and 7 or 8 digits"),
        "0573-84000000"
    );

    public static IReadOnlyList<CodeKind> All { get; } = [Uscc, CitizenId, Division, Item, Project, ELicence, Mobile, Landline];

    /// <summary>What a code of the named kind says, or what is wrong with it.</summary>
    public static Result<CodeReport> Check(string kind, string value) =>
        kind switch
        {
            "uscc" => Codes.Uscc.Parse(value).Then<CodeReport>(code => code.Report()),
            "citizen-id" => Codes.CitizenId.Parse(value).Then<CodeReport>(code => code.Report()),
            "division" => DivisionCode.Parse(value).Then<CodeReport>(code => code.Report()),
            "item" when CodeText.Plain(value).Length == BaseItemCode.Length => BaseItemCode
                .Parse(value)
                .Then<CodeReport>(code => code.Report()),
            "item" => ItemCode.Parse(value).Then<CodeReport>(code => code.Report()),
            "project" => ProjectCode.Parse(value).Then<CodeReport>(code => code.Report()),
            "e-licence" => ELicenceId.Parse(value).Then<CodeReport>(code => code.Report()),
            "mobile" => MobileNumber.Parse(value).Then<CodeReport>(code => code.Report()),
            "landline" => Codes.Landline.Parse(value).Then<CodeReport>(code => code.Report()),
            _ => new CodeKindUnknown(kind),
        };
}
