using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CountyHall.Trading.OpenData;

namespace CountyHall.Trading.Rules.OpenData;

/// <summary>The merge rules of OCDS 1.1: compiled and versioned releases.</summary>
public class Merging_of_releases
{
    [Fact]
    public void The_rules_agree_with_the_official_schema()
    {
        OcdsSchema.Needed();
        var schema = OcdsSchema.Extended();
        var official = new SortedSet<string>(StringComparer.Ordinal);
        Walk(schema["properties"]!.AsObject(), "");
        MergeRules.All().Select(r => $"{r.Path} {r.Rule}").Order(StringComparer.Ordinal).ShouldBe(official);

        void Walk(JsonObject properties, string path)
        {
            foreach (var (name, raw) in properties)
            {
                var (field, at) = (Resolved(raw!.AsObject()), path.Length == 0 ? name : $"{path}/{name}");
                if (Is(field, "omitWhenMerged"))
                    official.Add($"{at} omitWhenMerged");
                else if (Types(field).Contains("array") && Is(field, "wholeListMerge"))
                    official.Add($"{at} wholeListMerge");
                else if (Types(field).Contains("object") && field["properties"] is JsonObject inside)
                    Walk(inside, at);
                else if (Types(field).Contains("array") && field["items"] is JsonObject items)
                {
                    var item = Resolved(items);
                    if (Types(item).Any(t => t != "object") || item["properties"] is JsonObject of && !of.ContainsKey("id"))
                        official.Add($"{at} wholeListMerge");
                    else if (item["properties"] is JsonObject members)
                        Walk(members, at);
                }
            }
        }

        JsonObject Resolved(JsonObject field) =>
            field["$ref"]?.GetValue<string>() is { } reference
                ? Resolved(schema["definitions"]![reference.Split('/')[^1]]!.AsObject())
                : field;

        static bool Is(JsonObject field, string rule) => field[rule]?.GetValue<bool>() == true;

        static string[] Types(JsonObject field) =>
            field["type"] switch
            {
                JsonArray several => [.. several.Select(t => t!.GetValue<string>())],
                { } one => [one.GetValue<string>()],
                null => field.ContainsKey("properties") ? ["object"] : [],
            };
    }

    [Fact]
    public void A_compiled_release_is_named_after_the_last_and_tagged_compiled() =>
        Compiled(
                """{"ocid":"o","id":"1","date":"2020-01-01T00:00:00Z","tag":["tender"],"language":"zh"}""",
                """{"ocid":"o","id":"2","date":"2020-01-02T00:00:00Z","tag":["award"]}"""
            )
            .ShouldMatch("""{"ocid":"o","id":"o-2020-01-02T00:00:00Z","date":"2020-01-02T00:00:00Z","tag":["compiled"],"language":"zh"}""");

    [Fact]
    public void Values_replace_values_and_objects_merge_member_by_member() =>
        Merged(
                """{"tender":{"id":"t","title":"a","value":{"amount":1,"currency":"CNY"}}}""",
                """{"tender":{"title":"b","value":{"amount":2}}}"""
            )
            .ShouldMatch("""{"tender":{"id":"t","title":"b","value":{"amount":2,"currency":"CNY"}}}""");

    [Fact]
    public void Null_removes_a_value_an_object_and_a_list() =>
        Merged(
                """{"tender":{"id":"t","title":"a","value":{"amount":1},"items":[{"id":"1"}]},"awards":[{"id":"1","title":"x"}]}""",
                """{"tender":{"title":null,"value":null,"items":null},"awards":[{"id":"1","title":null}]}"""
            )
            .ShouldMatch("""{"tender":{"id":"t"},"awards":[{"id":"1"}]}""");

    [Fact]
    public void What_was_removed_may_come_again_without_what_it_held() =>
        Merged(
                """{"tender":{"value":{"amount":1,"currency":"CNY"}}}""",
                """{"tender":{"value":null}}""",
                """{"tender":{"value":{"amount":3}}}"""
            )
            .ShouldMatch("""{"tender":{"value":{"amount":3}}}""");

    [Fact]
    public void Objects_in_arrays_merge_by_their_id() =>
        Merged(
                """{"awards":[{"id":"1","title":"a"},{"id":2,"title":"b"}]}""",
                """{"awards":[{"id":"3","title":"c"},{"id":2,"status":"active"},{"id":"1","title":"A"}]}"""
            )
            .ShouldMatch("""{"awards":[{"id":"1","title":"A"},{"id":2,"title":"b","status":"active"},{"id":"3","title":"c"}]}""");

    [Fact]
    public void Objects_without_an_id_are_appended() =>
        Merged("""{"awards":[{"title":"a"}]}""", """{"awards":[{"title":"a"},{"id":null,"title":"b"}]}""")
            .ShouldMatch("""{"awards":[{"title":"a"},{"title":"a"},{"title":"b"}]}""");

    [Fact]
    public void Of_two_objects_with_one_id_in_one_release_the_last_holds() =>
        Merged("""{"awards":[{"id":"1","title":"a"},{"id":"1","title":"b"}]}""").ShouldMatch("""{"awards":[{"id":"1","title":"b"}]}""");

    [Fact]
    public void Lists_that_the_schema_names_are_replaced_as_a_whole() =>
        Merged(
                """{"parties":[{"id":"p","roles":["buyer","tenderer"],"additionalIdentifiers":[{"id":"1"},{"id":"2"}]}],"statistics":[{"id":"1","value":1}]}""",
                """{"parties":[{"id":"p","roles":["buyer"],"additionalIdentifiers":[{"id":"2"}]}],"statistics":[{"id":"2","value":1}]}"""
            )
            .ShouldMatch(
                """{"parties":[{"id":"p","roles":["buyer"],"additionalIdentifiers":[{"id":"2"}]}],"statistics":[{"id":"2","value":1}]}"""
            );

    [Fact]
    public void Lists_of_anything_but_objects_are_replaced_even_where_the_schema_knows_them_not() =>
        Merged("""{"x":{"list":[1,2],"mixed":[{"id":"1"},2]}}""", """{"x":{"list":[3],"mixed":[{"id":"9"},null]}}""")
            .ShouldMatch("""{"x":{"list":[3],"mixed":[{"id":"9"},null]}}""");

    [Fact]
    public void An_empty_object_or_list_says_nothing_and_an_empty_whole_list_empties() =>
        Merged(
                """{"tender":{"title":"a","items":[{"id":"1"}]},"parties":[{"id":"p","roles":["buyer"]}]}""",
                """{"tender":{},"parties":[{"id":"p","roles":[]}]}""",
                """{"tender":{"items":[]}}"""
            )
            .ShouldMatch("""{"tender":{"title":"a","items":[{"id":"1"}]},"parties":[{"id":"p","roles":[]}]}""");

    [Fact]
    public void Fields_named_like_omitted_ones_deeper_down_stay() =>
        Merged("""{"tender":{"id":"t","date":"x","tag":["y"]}}""").ShouldMatch("""{"tender":{"id":"t","date":"x","tag":["y"]}}""");

    [Fact]
    public void Releases_are_merged_in_the_order_of_their_instants_whatever_that_of_the_file() => Records(
            """
            {"ocid":"o","id":"late","date":"2020-01-02T00:00:00+08:00","tag":["tender"],"language":"late"}
            {"ocid":"o","id":"early","date":"2020-01-01T15:00:00Z","tag":["tender"],"language":"early"}
            {"ocid":"other","id":"1","date":"2020-01-01T00:00:00Z","tag":["tender"]}
            """,
            out _
        )[0]!["compiledRelease"]!["language"]!.GetValue<string>().ShouldBe("late");

    [Fact]
    public void A_versioned_release_keeps_every_value_with_the_release_it_came_from() =>
        Versioned(
                """{"ocid":"o","id":"1","date":"2020-01-01T00:00:00Z","tag":["tender"],"tender":{"id":"t","title":"a"},"awards":[{"id":"w","title":"x"}],"parties":[{"id":"p","roles":["buyer"]}]}""",
                """{"ocid":"o","id":"2","date":"2020-01-02T00:00:00Z","tag":["award"],"tender":{"id":"t","title":null},"awards":[{"id":"w","title":"x"}],"parties":[{"id":"p","roles":["buyer","payer"]}]}"""
            )
            .ShouldMatch(
                """
                {"ocid":"o",
                 "tender":{"id":[{"releaseID":"1","releaseDate":"2020-01-01T00:00:00Z","releaseTag":["tender"],"value":"t"}],
                           "title":[{"releaseID":"1","releaseDate":"2020-01-01T00:00:00Z","releaseTag":["tender"],"value":"a"},
                                    {"releaseID":"2","releaseDate":"2020-01-02T00:00:00Z","releaseTag":["award"],"value":null}]},
                 "awards":[{"id":"w","title":[{"releaseID":"1","releaseDate":"2020-01-01T00:00:00Z","releaseTag":["tender"],"value":"x"}]}],
                 "parties":[{"id":"p","roles":[{"releaseID":"1","releaseDate":"2020-01-01T00:00:00Z","releaseTag":["tender"],"value":["buyer"]},
                                               {"releaseID":"2","releaseDate":"2020-01-02T00:00:00Z","releaseTag":["award"],"value":["buyer","payer"]}]}]}
                """
            );

    // The forms of a file

    private const string One =
        """{"ocid":"a","id":"1","date":"2020-01-01T00:00:00Z","tag":["tender"],"tender":{"id":"t","tenderers":[{"id":"x"}]}}""";
    private const string Two = """{"ocid":"b","id":"1","date":"2020-01-03T00:00:00Z","tag":["tender"]}""";
    private const string Three = """{"ocid":"a","id":"2","date":"2020-01-02T00:00:00Z","tag":["award"]}""";

    public static TheoryData<string> Forms =>
        [
            $"{One}\n{Two}\n\n{Three}\n",
            $"\uFEFF{One}\r\n{Two}\r\n{Three}",
            $"[{One},\n{Two},{Three}]",
            Package(One, Two, Three),
            Package(One) + "\n" + Package(Two, Three),
            Package(One) + Package(Two) + Package(Three),
            $"[{Package(One, Two)},{Package(Three)}]",
            JsonNode.Parse(Package(One, Two, Three))!.ToJsonString(new() { WriteIndented = true }),
            string.Join('\n', new[] { One, Two, Three }.Select(r => JsonNode.Parse(r)!.ToJsonString(new() { WriteIndented = true }))),
            $"{One}\n{Package(Two, Three)}\n",
        ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Lines_arrays_packages_and_several_packages_hold_releases(string text)
    {
        var records = Records(text, out var warnings);
        warnings.ShouldBeEmpty();
        records.Select(r => r!["ocid"]!.GetValue<string>()).ShouldBe(["a", "b"]);
        records[0]!["releases"]!.AsArray().Select(r => r!["id"]!.GetValue<string>()).ShouldBe(["1", "2"]);
        records[0]!["compiledRelease"]!["id"]!.GetValue<string>().ShouldBe("a-2020-01-02T00:00:00Z");
    }

    [Fact]
    public void Broken_lines_and_releases_without_ocid_or_date_are_left_out_with_a_warning()
    {
        var records = Records(
            $$"""
            {{One}}
            {"ocid":"broken"
            {"id":"1","date":"2020-01-01T00:00:00Z"}
            {"ocid":"c","id":"1","date":"someday"}
            {{Two}}
            """,
            out var warnings
        );
        records.Count.ShouldBe(2);
        warnings.Count.ShouldBe(3);
    }

    [Fact]
    public void A_text_that_breaks_off_gives_what_was_whole()
    {
        var text = Package(One, Two);
        var records = Records(text[..^20], out var warnings);
        records.Count.ShouldBe(1);
        warnings.Count.ShouldBe(1);
    }

    [Fact]
    public void A_package_longer_than_the_buffer_is_read_in_pieces()
    {
        var many = Enumerable
            .Range(0, 3000)
            .Select(i =>
                $$$"""{"ocid":"p{{{i % 1000}}}","id":"{{{i}}}","date":"2020-01-01T00:00:{{{i / 1000:00}}}Z","tag":["tender"],"tender":{"id":"t","description":"{{{new string('字', 60)}}}\u5b57"}}"""
            );
        var records = Records(Package([.. many]), out var warnings);
        warnings.ShouldBeEmpty();
        records.Count.ShouldBe(1000);
        records.ShouldAllBe(r => r!["releases"]!.AsArray().Count == 3);
    }

    [Fact]
    public void Extensions_and_publisher_are_taken_over()
    {
        var package = RecordPackage(Package(One) + Package(Two), out _);
        package["extensions"]!.AsArray().Count.ShouldBe(1);
        package["publisher"]!["name"]!.GetValue<string>().ShouldBe("示例县");
        package["license"]!.GetValue<string>().ShouldBe("https://example.org/licence");
        package["publishedDate"]!.GetValue<string>().ShouldBe("2020-01-03T00:00:00Z");
    }

    private static string Package(params string[] releases) =>
        $$"""{"uri":"https://example.org/1","version":"1.1","publisher":{"name":"示例县","uid":null},"publishedDate":"2020-01-01T00:00:00Z","license":"https://example.org/licence","extensions":["https://example.org/extension.json"],"releases":[{{string.Join(',', releases)}}]}""";

    private static JsonArray Records(string text, out List<string> warnings) => RecordPackage(text, out warnings)["records"]!.AsArray();

    private static JsonObject RecordPackage(string text, out List<string> warnings)
    {
        var said = new List<string>();
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(false));
            using var file = File.OpenRead(path);
            var releases = ReleaseFile.Open(file, said.Add);
            using var memory = new MemoryStream();
            using (var writer = new Utf8JsonWriter(memory))
                RecordWriter.Package(file, releases, "urn:ocds:merged", isVersioned: true, writer);
            warnings = said;
            return JsonNode.Parse(memory.ToArray())!.AsObject();
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The compiled release of releases that hold only what is given, without its own ocid, id, date and tag.</summary>
    private static JsonObject Merged(params string[] bodies)
    {
        var merged = Compiled([
            .. bodies.Select((b, i) => $$"""{"ocid":"o","id":"{{i}}","date":"2020-01-01T00:00:0{{i}}Z","tag":["tender"],{{b[1..]}}"""),
        ]);
        foreach (var own in (string[])["ocid", "id", "date", "tag"])
            merged.Remove(own);
        return merged;
    }

    private static JsonObject Compiled(params string[] releases) => Of(false, releases);

    private static JsonObject Versioned(params string[] releases) => Of(true, releases);

    private static JsonObject Of(bool isVersioned, string[] releases)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
            RecordWriter.Merged([.. releases.Select(r => JsonDocument.Parse(r))], isVersioned, writer);
        return JsonNode.Parse(memory.ToArray())!.AsObject();
    }
}

internal static class JsonShould
{
    public static void ShouldMatch(this JsonObject actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue(actual.ToJsonString());
}
