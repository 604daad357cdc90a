using System.Text;
using System.Text.Json.Nodes;
using CountyHall.Trading.RedFlags;

namespace CountyHall.Trading.Rules.RedFlags;

/// <summary>Completeness: each node that is not empty adds one to its path.</summary>
public class How_full_the_lines_are
{
    [Theory]
    [InlineData(
        """{"phoneNumbers":[{"type":"home","number":"212 555-1234"},{"type":"office","number":"646 555-4567"}]}""",
        """{"":1,"/":1,"/phoneNumbers":1,"/phoneNumbers[]":2,"/phoneNumbers[]/":2,"/phoneNumbers[]/type":2,"/phoneNumbers[]/number":2}"""
    )]
    [InlineData("""{"a":0}""", """{"":1,"/":1,"/a":1}""")]
    [InlineData("""{"a":false}""", """{"":1,"/":1,"/a":1}""")]
    [InlineData("""{"a":null,"b":"","c":[],"d":{},"e":[null,{"f":[""]}]}""", "{}")]
    [InlineData("""{"a":[null,1,[],[2]]}""", """{"":1,"/":1,"/a":1,"/a[]":2,"/a[][]":1}""")]
    [InlineData("""{"a":{"b":null,"c":1}}""", """{"":1,"/":1,"/a":1,"/a/":1,"/a/c":1}""")]
    [InlineData("""{"a":0,"a":null}""", "{}")] // of repeated names the last counts
    [InlineData("""{"a":null,"a":0}""", """{"":1,"/":1,"/a":1}""")]
    [InlineData("""{"x":{"a":{"b":1}},"x":{"c":2}}""", """{"":1,"/":1,"/x":1,"/x/":1,"/x/c":1}""")]
    [InlineData("""{"":0}""", """{"":1,"/":2}""")]
    [InlineData("""{"a[]":0,"a":[0]}""", """{"":1,"/":1,"/a":1,"/a[]":2}""")]
    [InlineData("5", """{"":1}""")]
    [InlineData("null", "{}")]
    [InlineData("[1,2]", """{"":1,"[]":2}""")]
    [InlineData("""{"\u0061":1,"a":""}""", "{}")] // one name, written twice
    [InlineData("""{"a":"\u0000"}""", """{"":1,"/":1,"/a":1}""")]
    public void Nodes_that_hold_something_are_counted(string line, string counts) =>
        Equal(Count(Encoding.UTF8.GetBytes(line), out _), counts);

    [Fact]
    public void Lines_are_summed_and_broken_ones_count_nothing()
    {
        byte[] bytes =
        [
            .. "{\"a\":1}\n{\"b\":[1,2],\"a\":2}\r\n{\"a\":1,\"c\":5\n\n"u8,
            .. new byte[] { (byte)'"', 0xC3, (byte)'"', (byte)'\n' },
            .. "{\"a\":1e999}\n{\"a\":\"\\uDC00\"}\n{\"a\":\"\\\\ud800\"}"u8,
        ];
        Equal(Count(bytes, out var warnings), """{"":3,"/":3,"/a":3,"/b":1,"/b[]":2}""");
        warnings.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(127, 0)]
    [InlineData(128, 1)]
    public void A_line_is_at_most_so_deep(int deep, int warned)
    {
        Count(Encoding.UTF8.GetBytes(new string('[', deep) + "1" + new string(']', deep)), out var warnings);
        warnings.Count.ShouldBe(warned);
    }

    [Fact]
    public void A_line_longer_than_the_buffer_is_read_whole()
    {
        var text = string.Join('\n', Enumerable.Range(1, 4).Select(i => $$"""{"a":"{{new string('字', i * 100_000)}}","b":{{i}}}"""));
        Equal(Count(Encoding.UTF8.GetBytes(text), out var warnings), """{"":4,"/":4,"/a":4,"/b":4}""");
        warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Many_members_in_changing_order_are_told_apart()
    {
        var random = new Random(5);
        var names = Enumerable.Range(0, 60).Select(i => $"n{i}").ToArray();
        var lines = Enumerable
            .Range(0, 50)
            .Select(_ =>
            {
                random.Shuffle(names);
                return "{" + string.Join(',', names.Select(n => $"\"{n}\":1")) + "}";
            });
        var counts = Count(Encoding.UTF8.GetBytes(string.Join('\n', lines)), out _);
        counts.Count.ShouldBe(62);
        counts.ShouldAllBe(c => c.Value!.GetValue<long>() == 50);
    }

    private static JsonObject Count(byte[] bytes, out List<string> warnings)
    {
        var said = new List<string>();
        var coverage = new Coverage();
        new JsonLines(said.Add).Read(new MemoryStream(bytes), coverage.Add);
        warnings = said;
        return Lines.Printed(coverage.Write);
    }

    private static void Equal(JsonObject counts, string expected) =>
        JsonNode.DeepEquals(counts, JsonNode.Parse(expected)).ShouldBeTrue(counts.ToJsonString());
}
