using System.Text.Json;
using CountyHall.Kernel.Journal;

namespace CountyHall.Web.Demonstration;

/// <summary>demo/trading/street: where the committee of the invented street meets, who bids for it, in the order of arrival, and what each hands in.</summary>
public sealed record StreetFile(string EvaluationPlace, IReadOnlyList<StreetBidder> Bidders)
{
    public static string Folder { get; } = Path.Combine(DemonstrationCounty.Folder, "trading", "street");

    public static StreetFile Read() =>
        JsonSerializer.Deserialize<StreetFile>(File.ReadAllText(Path.Combine(Folder, "tender.json")), Recording.Json)
        ?? throw new InvalidDataException("tender.json is empty.");
}

/// <param name="Folder">Where its plan and its priced bill lie.</param>
/// <param name="Author">Who wrote the document, as its properties have it.</param>
/// <param name="FirstPaidBy">Firm from whose account its security came first; none where it paid itself.</param>
public sealed record StreetBidder(
    string User,
    string Firm,
    string Folder,
    string Author,
    string Leader,
    int Duration,
    string? FirstPaidBy = null
)
{
    /// <summary>施工组织设计: a paragraph a line, the cells of a table parted by tabs.</summary>
    public string Plan => File.ReadAllText(Path.Combine(StreetFile.Folder, Folder, "plan.txt"));

    /// <summary>已标价工程量清单</summary>
    public string Bill => File.ReadAllText(Path.Combine(StreetFile.Folder, Folder, "bill.csv"));

    /// <summary>What the bill comes to, fen: its last line says it.</summary>
    public long Total => (long)(decimal.Parse(Bill.TrimEnd().Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture) * 100);
}
