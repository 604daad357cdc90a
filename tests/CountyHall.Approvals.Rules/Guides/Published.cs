using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Rules;

/// <summary>The published guides of the demonstration county, as files and as items in force.</summary>
internal static class Published
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } =
    [.. Directory.GetFiles(Path.Combine(Root, "demo", "items"), "*.json").Order(StringComparer.Ordinal)];

    /// <summary>The newest version of each item.</summary>
    public static IReadOnlyList<ItemVersion> Newest { get; } =
    [.. Files.Select(Read).GroupBy(v => v.Item).Select(versions => versions.MaxBy(v => v.Version)!)];

    public static IReadOnlyList<ListedItem> Listed { get; } = [.. Newest.Select(v => new ListedItem(v, Offices()[v.Guide.Body]))];

    public static ServiceGuide Guide(string item) => Newest.Single(v => v.Item == item).Guide;

    public static string Text(string name) => File.ReadAllText(Path.Combine(Root, "demo", "items", $"{name}.json"));

    /// <summary>A file beside the tests.</summary>
    public static string Beside(string folder, string name) => Path.Combine(Root, "tests", "CountyHall.Approvals.Rules", folder, name);

    private static ItemVersion Read(string file)
    {
        var entry = JsonSerializer.Deserialize<Entry>(File.ReadAllText(file), Json)!;
        return new()
        {
            Id = 0,
            Division = "330421",
            Item = entry.Slug,
            Version = entry.Version,
            EffectiveFrom = entry.EffectiveFrom,
            Guide = entry.Guide,
        };
    }

    private static Dictionary<string, Words> Offices() =>
        JsonSerializer
            .Deserialize<County>(File.ReadAllText(Path.Combine(Root, "demo", "county.json")), Json)!
            .Offices.ToDictionary(o => o.Id, o => o.Name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CountyHall.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }

    private sealed record Entry(string Slug, int Version, DateOnly EffectiveFrom, ServiceGuide Guide);

    private sealed record County(IReadOnlyList<Office> Offices);

    private sealed record Office(string Id, Words Name);
}
