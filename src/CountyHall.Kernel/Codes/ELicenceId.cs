using System.Globalization;
using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

/// <summary>电子证照标识: the number of one version of one electronic licence.</summary>
/// <remarks>GB/T 36904-2018; the check character is that of ISO 7064 MOD 37,36 over all parts but the root.</remarks>
public sealed partial record ELicenceId
{
    private const string Root = "1.2.156.3005.2";

    private ELicenceId(string type, string issuer, string serial, int version) =>
        (Type, Issuer, Serial, Version) = (type, issuer, serial, version);

    /// <summary>证照类型代码: the body that defined the licence, and three digits.</summary>
    public string Type { get; }

    /// <summary>颁发机构代码: the unified social credit code of the issuing body.</summary>
    public string Issuer { get; }

    /// <summary>流水号: the licence among those of its issuer.</summary>
    public string Serial { get; }

    /// <summary>版本号: 1 when first issued; a change or renewal keeps the serial and raises it.</summary>
    public int Version { get; }

    public static Result<ELicenceId> Parse(string? text)
    {
        var plain = CodeText.Plain(text);
        if (!CodeText.IsHalfWidth(plain))
            return new CodeNotHalfWidth(CodeKinds.ELicence);
        var match = Shape().Match(plain);
        if (!match.Success)
            return new CodeMisshapen(CodeKinds.ELicence);
        return New(
                match.Groups["type"].Value,
                match.Groups["issuer"].Value,
                match.Groups["serial"].Value,
                Number(match.Groups["version"].Value)
            )
            .Then<ELicenceId>(id => id.Check == match.Groups["check"].Value[0] ? id : new CodeCheckFailed(CodeKinds.ELicence));
    }

    /// <summary>The identifier of a licence that is being issued; its check character is computed.</summary>
    public static Result<ELicenceId> New(string type, string issuer, string serial, int version = 1)
    {
        var id = new ELicenceId(type, issuer, serial, version);
        return version >= 1 && Shape().IsMatch($"{Root}.{id.Parts(".")}.0") ? id : new CodeMisshapen(CodeKinds.ELicence);
    }

    /// <summary>The identifier of the same licence after a change or renewal.</summary>
    public Result<ELicenceId> NextVersion() => New(Type, Issuer, Serial, Version + 1);

    public CodeReport Report() =>
        new(
            ToString(),
            null,
            [
                new(("证照类型代码", "type of licence"), Words.Same(Type)),
                new(("颁发机构代码", "issuer"), Words.Same(Issuer)),
                new(("流水号", "serial"), Words.Same(Serial)),
                new(("版本号", "version"), Words.Same(VersionPrinted)),
                new(("校验位", "check character"), Words.Same(Check.ToString())),
            ]
        );

    public override string ToString() => $"{Root}.{Parts(".")}.{Check}";

    private string VersionPrinted => Version.ToString("000", CultureInfo.InvariantCulture);

    private char Check => CheckOf(Parts(""));

    private string Parts(string between) => string.Join(between, Type, Issuer, Serial, VersionPrinted);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static char CheckOf(string places)
    {
        var product = 36;
        foreach (var place in places)
        {
            var sum = (product + (char.IsDigit(place) ? place - '0' : place - 'A' + 10)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        var check = (37 - product) % 36;
        return (char)(check < 10 ? '0' + check : 'A' + check - 10);
    }

    [GeneratedRegex(
        @"^1\.2\.156\.3005\.2\.(?<type>[0-9A-HJ-NPQRTUWXY]{18}[0-9]{3})\.(?<issuer>[0-9A-HJ-NPQRTUWXY]{18})\.(?<serial>[0-9A-Z]{1,32})\.(?<version>[0-9]{3})\.(?<check>[0-9A-Z])$"
    )]
    private static partial Regex Shape();
}
