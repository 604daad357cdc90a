using System.Text.Json;

namespace CountyHall.Approvals.Catalogue;

/// <summary>同义词: words that mean the same to those who look for a service. A matter of the county, kept as a file of its own.</summary>
/// <remarks>A file is an array of <c>{"words": ["饭店", "餐馆", …]}</c>; a word may be Chinese or English.</remarks>
public sealed record SearchWords(IReadOnlyList<WordGroup> Groups)
{
    public static readonly SearchWords None = new([]);

    /// <summary>Reads every <c>synonyms*.json</c> of the first of these folders that has one.</summary>
    /// <exception cref="InvalidDataException">A file is there and cannot be read.</exception>
    public static SearchWords Read(params IEnumerable<string> folders) =>
        folders
            .Where(Directory.Exists)
            .Select(folder => Directory.GetFiles(folder, "synonyms*.json").Order(StringComparer.Ordinal).ToList())
            .FirstOrDefault(files => files.Count > 0)
            is { } found
            ? new([.. found.SelectMany(ReadFile)])
            : None;

    private static List<WordGroup> ReadFile(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<List<WordGroup>>(File.ReadAllText(file), JsonSerializerOptions.Web) ?? [];
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file}: {fault.Message}", fault);
        }
    }
}

public sealed record WordGroup(IReadOnlyList<string> Words);
