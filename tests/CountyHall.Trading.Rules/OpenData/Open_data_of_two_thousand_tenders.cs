using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CountyHall.Trading.OpenData;
using Json.Schema;

namespace CountyHall.Trading.Rules.OpenData;

/// <summary>What the house publishes is OCDS 1.1.5: valid, and merged by the standard's rules to where each process stands.</summary>
public class Open_data_of_two_thousand_tenders
{
    private const int Tenders = 2000;

    private static readonly JsonWriterOptions Written = new() { SkipValidation = true };

    [Fact]
    public void Every_release_is_valid_against_the_official_schema_with_its_extensions()
    {
        OcdsSchema.Needed();
        var schema = Schema(OcdsSchema.Extended(OwnExtension.Schema));
        var wrong = new ConcurrentBag<string>();
        Parallel.ForEach(
            Enumerable.Range(1, Tenders),
            seed =>
            {
                foreach (var (process, notice) in GeneratedProcesses.Of(seed))
                {
                    using var release = JsonDocument.Parse(ReleaseWriter.Write(process, notice, GeneratedProcesses.Settings));
                    foreach (var error in Errors(schema, release.RootElement))
                        wrong.Add($"{seed} {notice.Number}: {error}");
                }
            }
        );
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Compiled_and_versioned_releases_are_valid_too()
    {
        OcdsSchema.Needed();
        var compiled = Schema(OcdsSchema.Extended(OwnExtension.Schema));
        foreach (var seed in Enumerable.Range(1, 60))
        {
            var releases = Releases(seed);
            using var document = JsonDocument.Parse(Merged(releases, isVersioned: false).ToJsonString());
            Errors(compiled, document.RootElement).ShouldBeEmpty($"{seed}");
        }
    }

    [Fact]
    public void A_release_that_is_wrong_is_found_wrong()
    {
        OcdsSchema.Needed();
        var schema = Schema(OcdsSchema.Extended(OwnExtension.Schema));
        var release = JsonNode.Parse(Releases(1)[0].RootElement.GetRawText())!.AsObject();
        Spoiled(r => r.Remove("ocid")).ShouldNotBeEmpty();
        Spoiled(r => r["date"] = "yesterday").ShouldNotBeEmpty();
        Spoiled(r => r["tender"]!["status"] = "asleep").ShouldNotBeEmpty();
        Spoiled(r => r["tender"]!["lots"]![0]!["maximumValue"]!["amount"] = "much").ShouldNotBeEmpty();
        Spoiled(r => r["tender"]!["documents"]![0]!["sha256"] = "x").ShouldNotBeEmpty();

        List<string> Spoiled(Action<JsonObject> spoil)
        {
            var copy = release.DeepClone().AsObject();
            copy["tender"]!["lots"]![0]!["maximumValue"] = new JsonObject { ["amount"] = 1, ["currency"] = "CNY" };
            spoil(copy);
            using var document = JsonDocument.Parse(copy.ToJsonString());
            return Errors(schema, document.RootElement);
        }
    }

    [Fact]
    public void The_exported_package_merges_to_the_same_records()
    {
        var path = Path.GetTempFileName();
        try
        {
            var ocids = new List<string>();
            using (var file = File.Create(path))
            using (var json = new Utf8JsonWriter(file, Written))
            {
                json.WriteStartObject();
                json.WriteStartArray("releases");
                foreach (var seed in Enumerable.Range(1, Tenders))
                foreach (var (process, notice) in GeneratedProcesses.Of(seed))
                    json.WriteRawValue(ReleaseWriter.Write(process, notice, GeneratedProcesses.Settings), skipInputValidation: true);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            using var from = File.OpenRead(path);
            var package = ReleaseFile.Open(from, why => Assert.Fail(why));
            var processes = package.Processes.ToList();
            processes.Count.ShouldBe(Tenders);
            foreach (var (ocid, places) in processes)
            {
                var seed = int.Parse(ocid.AsSpan(ocid.Length - 9, 6), System.Globalization.CultureInfo.InvariantCulture);
                var merged = Merged([.. places.Select(p => ReleaseFile.Read(from, p))], isVersioned: false);
                JsonNode.DeepEquals(merged, Merged(Releases(seed), isVersioned: false)).ShouldBeTrue(ocid);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_newest_release_says_all_that_the_record_says()
    {
        foreach (var seed in Enumerable.Range(1, 400))
        {
            var releases = Releases(seed);
            if (releases[^1].RootElement.GetProperty("tag")[0].GetString() == "tenderCancellation")
                continue; // what was public before stays in the record
            var (newest, merged) = (
                JsonNode.Parse(releases[^1].RootElement.GetRawText())!.AsObject(),
                Merged(releases, isVersioned: false)
            );
            foreach (var own in (string[])["id", "date", "tag"])
            {
                newest.Remove(own);
                merged.Remove(own);
            }
            // Lists keep the order in which things first came.
            JsonNode.DeepEquals(Sorted(merged), Sorted(newest)).ShouldBeTrue($"{seed}");
        }
    }

    private static List<JsonDocument> Releases(int seed) =>
        [
            .. GeneratedProcesses
                .Of(seed)
                .Select(one => JsonDocument.Parse(ReleaseWriter.Write(one.Process, one.Notice, GeneratedProcesses.Settings))),
        ];

    private static JsonObject Merged(IEnumerable<JsonDocument> releases, bool isVersioned)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Written))
            RecordWriter.Merged(releases, isVersioned, json);
        return JsonNode.Parse(memory.ToArray())!.AsObject();
    }

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
            JsonArray items => new JsonArray([
                .. items.Select(Sorted).OrderBy(i => i is JsonObject o ? o["id"]?.ToString() : i?.ToString(), StringComparer.Ordinal),
            ]),
            _ => node?.DeepClone(),
        };

    // The official schema is written in draft 4; of what draft 6 changed it uses the name of its own id alone.
    private static JsonSchema Schema(JsonObject official)
    {
        official.Remove("id");
        official["$schema"] = "http://json-schema.org/draft-06/schema#";
        return JsonSchema.FromText(official.ToJsonString());
    }

    private static List<string> Errors(JsonSchema schema, JsonElement release)
    {
        var found = schema.Evaluate(release, new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return found.IsValid
            ? []
            :
            [
                .. (found.Details ?? [])
                    .Where(d => d.Errors is { Count: > 0 })
                    .SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation} {e.Key}: {e.Value}"))
                    .DefaultIfEmpty("not valid"),
            ];
    }
}
