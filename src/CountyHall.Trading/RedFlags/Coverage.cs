using System.Text;
using System.Text.Json;

namespace CountyHall.Trading.RedFlags;

/// <summary>完整率计数: how often each path of a file of JSON lines holds something.</summary>
/// <remarks>
/// As the coverage command of the Cardinal library (Open Contracting Partnership, MIT) counts: <c>null</c>, empty strings, arrays and objects, and what holds
/// only those, count as empty; a node that is not empty adds one to its path. The path of a line is empty; <c>/</c> follows an object, <c>[]</c> stands for
/// each element of an array, a member's name follows the slash. Of members with one name in one object the last counts.
/// </remarks>
public sealed class Coverage
{
    private readonly Node root = new([], null);
    private readonly List<Node> counted = [];
    private long objects;
    private bool repeated;

    /// <summary>Counts one line.</summary>
    /// <exception cref="JsonException">The line is no JSON text; then nothing of it is counted.</exception>
    public void Add(ReadOnlySpan<byte> line)
    {
        counted.Clear();
        repeated = false;
        var reader = new Utf8JsonReader(line, JsonLines.Options);
        reader.Read();
        Walk(ref reader, root);
        // What follows the value is read too: it must be nothing.
        while (reader.Read())
        {
            //
        }
        if (repeated)
        {
            counted.Clear();
            using var document = JsonDocument.Parse(line.ToArray(), new() { MaxDepth = JsonLines.Deepest });
            Walk(document.RootElement, root);
        }
        foreach (var node in counted)
            node.Count++;
    }

    /// <summary>The counts by path, in the order of the paths' characters.</summary>
    public SortedDictionary<string, long> Counts()
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        Collect(root, "", counts);
        return counts;
    }

    /// <summary>One JSON object, path to count.</summary>
    public void Write(Utf8JsonWriter to)
    {
        to.WriteStartObject();
        foreach (var (path, count) in Counts())
            to.WriteNumber(path, count);
        to.WriteEndObject();
    }

    // Two places of the walk can have one path: a member without a name and its object, a member whose name ends in [] and its sibling's elements.
    private static void Collect(Node node, string path, SortedDictionary<string, long> into)
    {
        if (node.Count > 0)
            into[path] = into.GetValueOrDefault(path) + node.Count;
        if (node.Element is { } element)
            Collect(element, path + "[]", into);
        if (node.Inside is not { } inside)
            return;
        if (inside.Count > 0)
            into[path + "/"] = into.GetValueOrDefault(path + "/") + inside.Count;
        foreach (var member in inside.Members)
            Collect(member, path + "/" + member.Word, into);
    }

    private bool Walk(ref Utf8JsonReader reader, Node node)
    {
        var holds = false;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var inside = node.Inside ??= new([], null);
                var instance = ++objects;
                var next = 0;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var member = inside.Member(ref reader, ref next);
                    repeated |= member.SeenIn == instance;
                    member.SeenIn = instance;
                    reader.Read();
                    holds |= Walk(ref reader, member);
                }
                if (holds)
                    counted.Add(inside);
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    holds |= Walk(ref reader, node.Element ??= new([], null));
                break;
            case JsonTokenType.String:
                holds = !reader.ValueSpan.IsEmpty;
                break;
            case JsonTokenType.Number:
                TooLarge(reader.ValueSpan);
                holds = true;
                break;
            default:
                holds = reader.TokenType != JsonTokenType.Null;
                break;
        }
        if (holds)
            counted.Add(node);
        return holds;
    }

    // A number beyond the doubles breaks its line, as in the reference; only what is long or has an exponent can be one.
    private static void TooLarge(ReadOnlySpan<byte> number)
    {
        if (
            number.Length > 20 && double.IsInfinity(Value(number))
            || number.IndexOfAny((byte)'e', (byte)'E') >= 0 && double.IsInfinity(Value(number))
        )
            throw new JsonException("a number is too large");

        static double Value(ReadOnlySpan<byte> digits) => double.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The rare line with a repeated name: read whole, the last of a name kept.</summary>
    private bool Walk(JsonElement element, Node node)
    {
        var holds = false;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var inside = node.Inside ??= new([], null);
                var last = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                    last[member.Name] = member.Value;
                foreach (var (name, value) in last)
                    holds |= Walk(value, inside.Member(Encoding.UTF8.GetBytes(name)));
                if (holds)
                    counted.Add(inside);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    holds |= Walk(item, node.Element ??= new([], null));
                break;
            case JsonValueKind.String:
                holds = element.GetString()!.Length > 0;
                break;
            default:
                holds = element.ValueKind != JsonValueKind.Null;
                break;
        }
        if (holds)
            counted.Add(node);
        return holds;
    }

    /// <summary>A place in the tree of all lines: a value, or the inside of an object.</summary>
    private sealed class Node(byte[] name, string? word)
    {
        private Dictionary<string, Node>? byWord;

        public string Word { get; } = word ?? "";
        public int Place { get; init; }
        public long Count { get; set; }
        public long SeenIn { get; set; }
        public Node? Element { get; set; }
        public Node? Inside { get; set; }
        public List<Node> Members { get; } = [];

        // Lines of one publisher name their members in one order: the next is nearly always the one expected.
        public Node Member(ref Utf8JsonReader reader, ref int next)
        {
            if (!reader.ValueIsEscaped)
            {
                var asked = reader.ValueSpan;
                if (next < Members.Count && asked.SequenceEqual(Members[next].name))
                    return Members[next++];
                for (var at = 0; at < Members.Count && at < 16; at++)
                {
                    if (asked.SequenceEqual(Members[at].name))
                    {
                        next = at + 1;
                        return Members[at];
                    }
                }
            }
            var found = Find(reader.GetString()!);
            next = found.Place + 1;
            return found;
        }

        public Node Member(byte[] called) => Find(Encoding.UTF8.GetString(called));

        private readonly byte[] name = name;

        private Node Find(string asked)
        {
            byWord ??= new(StringComparer.Ordinal);
            if (!byWord.TryGetValue(asked, out var found))
            {
                byWord[asked] = found = new(Encoding.UTF8.GetBytes(asked), asked) { Place = Members.Count };
                Members.Add(found);
            }
            return found;
        }
    }
}
