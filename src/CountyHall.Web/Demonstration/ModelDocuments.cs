using System.Text.Json;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Documents;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Demonstration;

/// <summary>示范文本: the county's own in <c>trading/model-works.json</c> of its folder; until it has one, the one that travels with the executable.</summary>
public sealed class ModelDocuments(Storage storage)
{
    private const string Works = "model-works.json";
    private readonly Lazy<DocumentContent> works = new(() => Read(storage));

    /// <summary>A document to begin from, its blanks not filled in yet.</summary>
    public DocumentContent OfWorks => works.Value;

    private static DocumentContent Read(Storage storage)
    {
        var own = Path.Combine(storage.Folder, "trading", Works);
        var file = File.Exists(own) ? own : Path.Combine(DemonstrationCounty.Folder, "trading", Works);
        return JsonSerializer.Deserialize<DocumentContent>(File.ReadAllText(file), Recording.Json)
            ?? throw new InvalidDataException($"{file} is empty.");
    }
}
