using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>办件编号: division, day of receipt, serial of that day, such as <c>330421-20261124-000317</c>.</summary>
/// <remarks>The serial has no gap within a county's day, so a missing case would show.</remarks>
[JsonConverter(typeof(AsText))]
public readonly partial record struct CaseNumber(string Value)
{
    public static CaseNumber Of(string division, DateOnly receivedOn, long serial) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{division}-{receivedOn:yyyyMMdd}-{serial:000000}"));

    /// <summary>The row of numbers that a day's cases of a county are taken from.</summary>
    public static string Series(string division, DateOnly receivedOn) =>
        string.Create(CultureInfo.InvariantCulture, $"case-{division}-{receivedOn:yyyyMMdd}");

    /// <summary>Reads a number as people type it: spaces and hyphens anywhere, the division left out, serial zeros left out.</summary>
    public static Result<CaseNumber> Parse(string? typed, string division)
    {
        var digits = NotDigits().Replace((typed ?? "").Normalize(System.Text.NormalizationForm.FormKC), "");
        if (digits.Length is > 8 and <= 14 && digits.StartsWith("20", StringComparison.Ordinal))
            digits = division + digits[..8] + digits[8..].PadLeft(6, '0');
        return digits.Length == 20 ? new CaseNumber($"{digits[..6]}-{digits[6..14]}-{digits[14..]}") : new CaseNumberWrong();
    }

    public override string ToString() => Value;

    private sealed class AsText : JsonConverter<CaseNumber>
    {
        public override CaseNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, CaseNumber value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigits();
}

public sealed record CaseNumberWrong()
    : Refusal(
        ("办件编号不对：应为 20 位数字。", "That is not a case number: it has 20 digits."),
        (
            "编号在回执右上角，例如 330421-20261124-000317。",
            "It stands at the top right of your receipt, for example 330421-20261124-000317."
        )
    );
