using System.Text.Json;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Documents;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Demonstration;

/// <summary>示范文本: the county's own in <c>trading/model-works.json</c> of its folder; until it has one, the one that travels with the executable.</summary>
public sealed class ModelDocuments(Storage storage)
{
    private const string Works = "model-works.json";
    private static readonly Lazy<DocumentContent> Packed = new(() => Read(Path.Combine(DemonstrationCounty.Folder, "trading", Works)));
    private readonly Lazy<DocumentContent> works = new(() => Read(storage));

    /// <summary>A document to begin from, its blanks not filled in yet.</summary>
    public DocumentContent OfWorks => works.Value;

    /// <summary>The one that travels with the executable.</summary>
    public static DocumentContent Travelling => Packed.Value;

    private static DocumentContent Read(Storage storage)
    {
        var own = Path.Combine(storage.Folder, "trading", Works);
        return File.Exists(own) ? Read(own) : Travelling;
    }

    private static DocumentContent Read(string file) =>
        JsonSerializer.Deserialize<DocumentContent>(File.ReadAllText(file), Recording.Json)
        ?? throw new InvalidDataException($"{file} is empty.");
}
