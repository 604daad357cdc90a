using System.Text.Json.Nodes;

namespace CountyHall.Trading.Rules.OpenData;

/// <summary>The official schema of OCDS 1.1.5 with its extensions, where it is at hand: the folder that OCDS_SCHEMA names, ../shared/ocds otherwise. The project carries none.</summary>
internal static class OcdsSchema
{
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("OCDS_SCHEMA") is { Length: > 0 } set
            ? Path.GetFullPath(set, TenderDesk.Root)
            : Path.GetFullPath("../shared/ocds", TenderDesk.Root);

    /// <summary>The test is reported as skipped where there is no schema.</summary>
    public static void Needed() =>
        Assert.SkipUnless(
            File.Exists(Path.Combine(Folder, "schema", "release-schema.json")),
            $"No OCDS schema in {Folder}: set OCDS_SCHEMA to a folder that holds it."
        );

    public static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!.AsObject();

    /// <summary>The release schema with every extension of the folder laid over it (JSON merge patch).</summary>
    /// <param name="own">Schemas of extensions besides those of the folder.</param>
    public static JsonObject Extended(params string[] own)
    {
        var schema = Read("schema/release-schema.json");
        foreach (var folder in Directory.GetDirectories(Path.Combine(Folder, "extensions")).Order(StringComparer.Ordinal))
            Patch(schema, Read(Path.Combine(folder, "release-schema.json")));
        foreach (var extension in own)
            Patch(schema, JsonNode.Parse(extension)!.AsObject());
        return schema;
    }

    private static void Patch(JsonObject into, JsonObject by)
    {
        foreach (var (name, value) in by)
        {
            if (value is null)
                into.Remove(name);
            else if (value is JsonObject part && into[name] is JsonObject there)
                Patch(there, part);
            else
                into[name] = value.DeepClone();
        }
    }
}
