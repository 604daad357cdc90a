using System.Globalization;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>What is wrong with the value of a field, with a right example; nothing where it is right.</summary>
public static class FieldCheck
{
    public static FieldWrong? Of(Field field, string? value)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
            return field.Required ? new FieldWrong(field, ("还没有填写", "is missing")) : null;
        if (text.Length > 2000)
            return new FieldWrong(field, ("超过 2000 字", "is longer than 2000 characters"));
        return field.Kind switch
        {
            FieldKind.Number when !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => new(
                field,
                ("不是数字", "is not a number")
            ),
            FieldKind.Number when field.Least is { } least && decimal.Parse(text, CultureInfo.InvariantCulture) < least => new(
                field,
                ($"小于 {least}", $"is below {least}")
            ),
            FieldKind.Number when field.Most is { } most && decimal.Parse(text, CultureInfo.InvariantCulture) > most => new(
                field,
                ($"大于 {most}", $"is above {most}")
            ),
            FieldKind.Date when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                new(field, ("不是日期", "is not a date")),
            FieldKind.Phone
                when MobileNumber.Parse(text) is Result<MobileNumber>.Refused && Landline.Parse(text) is Result<Landline>.Refused => new(
                field,
                ("不是电话号码", "is not a telephone number")
            ),
            FieldKind.Choice when field.Choices.All(c => c.Id != text) => new(field, ("不在可选范围", "is not one of the choices")),
            _ => null,
        };
    }
}

/// <summary>A field that is not right: which, why, and a right example.</summary>
public sealed record FieldWrong(Field Field, Words Trouble)
    : Refusal(
        ($"“{Field.Label.Zh}”{Trouble.Zh}。", $"“{Field.Label.En}” {Trouble.En}."),
        Field.Example is { } example
            ? ($"例如：{example}", $"For example: {example}")
            : ("请改正后再提交。", "Put it right and send again.")
    );
