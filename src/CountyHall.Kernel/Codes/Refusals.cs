using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

// No refusal repeats what was typed: a wrong identity number is still nearly somebody's number.

/// <summary>The code has the wrong length or characters that do not belong in it.</summary>
public sealed record CodeMisshapen(CodeKind Kind)
    : Refusal(
        ($"{Kind.Title.Zh}的格式不对：应为{Kind.Shape.Zh}。", $"This is not the form of a {Kind.Title.En}: {Kind.Shape.En}."),
        ($"请核对后重新填写，例如 {Kind.Example}。", $"Check it and enter it again, for example {Kind.Example}.")
    );

/// <summary>The code holds full-width or other characters outside plain letters and digits.</summary>
public sealed record CodeNotHalfWidth(CodeKind Kind)
    : Refusal(
        ($"{Kind.Title.Zh}中有全角字符或其他非半角字符。", $"The {Kind.Title.En} contains full-width or other special characters."),
        ($"请切换到半角英文输入后重新填写，例如 {Kind.Example}。", $"Type plain letters and digits, for example {Kind.Example}.")
    );

/// <summary>The check character does not fit: at least one character was mistyped.</summary>
public sealed record CodeCheckFailed(CodeKind Kind)
    : Refusal(
        (
            $"{Kind.Title.Zh}的校验位不符，至少有一位填错。",
            $"The check character of the {Kind.Title.En} does not fit: at least one character is wrong."
        ),
        ($"请对照证件逐位核对，例如 {Kind.Example}。", $"Compare it with the document character by character, for example {Kind.Example}.")
    );

/// <summary>The birth date inside an identity number is no date, or has not come yet.</summary>
public sealed record BirthDateImpossible()
    : Refusal(
        ("公民身份号码第7至14位不是有效的出生日期。", "Places 7 to 14 of the citizen identity number are not a possible birth date."),
        (
            $"请对照身份证逐位核对，例如 {CodeKinds.CitizenId.Example}。",
            $"Compare it with the identity card, for example {CodeKinds.CitizenId.Example}."
        )
    );

/// <summary>No kind of code has this name.</summary>
public sealed record CodeKindUnknown(string Name)
    : Refusal(
        ($"没有名为“{Name}”的编码。", $"There is no kind of code named “{Name}”."),
        (
            $"可用的名称：{string.Join("、", CodeKinds.All.Select(kind => kind.Name))}。",
            $"Known names: {string.Join(", ", CodeKinds.All.Select(kind => kind.Name))}."
        )
    );
