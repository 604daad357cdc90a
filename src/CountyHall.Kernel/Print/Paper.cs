using System.Text;

namespace CountyHall.Kernel.Print;

/// <summary>文书: everything that stands on a printed document, as data. The PDF is made from it and compared with it.</summary>
/// <param name="Title">Such as 食品经营许可证.</param>
/// <param name="Number">The number below the title.</param>
/// <param name="Office">Who issues it: the words below the text and around the seal.</param>
/// <param name="Day">The day below the office, as written: 2026年11月24日.</param>
/// <param name="Fields">Lines of a name and a value, in order.</param>
/// <param name="Text">Paragraphs below the fields.</param>
public sealed record Paper(
    string Title,
    string Number,
    string Office,
    string Day,
    IReadOnlyList<PaperField> Fields,
    IReadOnlyList<string> Text
)
{
    /// <summary>短码 of the fact that the document prints; empty until the fact is recorded.</summary>
    public string Code { get; init; } = "";

    /// <summary>The address that the QR code leads to: the verification page with the code.</summary>
    public string Address { get; init; } = "";

    /// <summary>A warning across the foot, such as that of a demonstration.</summary>
    public string? Remark { get; init; }

    /// <summary>The same words, whatever code, address and remark were added when it was printed.</summary>
    public bool SaysTheSameAs(Paper other) =>
        (Title, Number, Office, Day) == (other.Title, other.Number, other.Office, other.Day)
        && Fields.SequenceEqual(other.Fields)
        && Text.SequenceEqual(other.Text);

    /// <summary>2026年11月24日</summary>
    public static string LongDay(DateOnly day) => FormattableString.Invariant($"{day.Year}年{day.Month}月{day.Day}日");

    internal IEnumerable<Rune> Runes =>
        string.Concat([
                Title,
                Number,
                Office,
                Day,
                Code,
                Address,
                Remark ?? "",
                .. Fields.Select(f => f.Name + f.Value),
                .. Text,
                PaperLayout.Constant,
            ])
            .EnumerateRunes()
            .Distinct()
            .Where(r => !Rune.IsControl(r))
            .OrderBy(r => r.Value);
}

public sealed record PaperField(string Name, string Value);
