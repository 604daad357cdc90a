using System.Text.Json;

namespace CountyHall.Approvals.Catalogue;

/// <summary>同义词: words that mean the same to those who look for a service. A matter of the county, kept as a file of its own.</summary>
/// <remarks>The file is an array of <c>{"words": ["饭店", "餐馆", …]}</c>; a word may be Chinese or English.</remarks>
public sealed record SearchWords(IReadOnlyList<WordGroup> Groups)
{
    public static readonly SearchWords None = new([]);

    /// <summary>Reads <c>synonyms.json</c> from the first of these folders that has it.</summary>
    /// <exception cref="InvalidDataException">The file is there and cannot be read.</exception>
    public static SearchWords Read(params IEnumerable<string> folders)
    {
        var file = folders.Select(folder => Path.Combine(folder, "synonyms.json")).FirstOrDefault(File.Exists);
        if (file is null)
            return None;
        try
        {
            return new(JsonSerializer.Deserialize<List<WordGroup>>(File.ReadAllText(file), JsonSerializerOptions.Web) ?? []);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file}: {fault.Message}", fault);
        }
    }
}

public sealed record WordGroup(IReadOnlyList<string> Words);
