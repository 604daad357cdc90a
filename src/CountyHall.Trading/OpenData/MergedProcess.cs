using System.Globalization;
using System.Text.Json;

namespace CountyHall.Trading.OpenData;

/// <summary>The merged form of one process's releases by the merge rules of OCDS 1.1: where it stands now, or every value with its history.</summary>
/// <remarks>
/// Releases are added from the oldest to the newest. Values replace values; <c>null</c> removes; objects merge member by member; objects in arrays merge by
/// <c>id</c> and are appended where they have none; arrays that the rules name, or that hold anything but objects, are replaced. An empty object or array says nothing.
/// </remarks>
/// <param name="isVersioned">Keep each value with the release it came from, instead of the last one only.</param>
public sealed class MergedProcess(bool isVersioned)
{
    private readonly Branch root = new();
    private string ocid = "";
    private string date = "";
    private JsonElement version;

    /// <summary>Adds the next release. The document must live as long as this does.</summary>
    public void Add(JsonElement release)
    {
        ocid = release.GetProperty("ocid").GetString()!;
        date = release.GetProperty("date").GetString()!;
        version = release;
        Merge(root, release, MergeRules.Standard);
    }

    /// <summary>Writes the compiled or the versioned release.</summary>
    public void Write(Utf8JsonWriter to)
    {
        to.WriteStartObject();
        to.WriteString("ocid", ocid);
        if (!isVersioned)
        {
            to.WriteString("id", $"{ocid}-{date}");
            to.WriteString("date", date);
            to.WriteStartArray("tag");
            to.WriteStringValue("compiled");
            to.WriteEndArray();
        }
        foreach (var (name, node) in root.Members)
        {
            if (name == "ocid")
                continue;
            to.WritePropertyName(name);
            node.Write(to);
        }
        to.WriteEndObject();
    }

    private void Merge(Branch into, JsonElement from, MergeRules? rules, bool isItem = false)
    {
        foreach (var (name, value) in Members(from))
        {
            // An item's id stands once, with the item.
            if (isItem && name == "id")
                continue;
            var rule = rules?.Of(name);
            if (rule is { IsOmitted: true })
                continue;
            if (value.ValueKind == JsonValueKind.Null)
                Remove(into, name);
            else if (rule is { IsWhole: true } || IsWhole(value))
                Set(into, name, value);
            else if (value.ValueKind == JsonValueKind.Object)
            {
                if (value.EnumerateObject().Any())
                    Merge(Inside<Branch>(into, name), value, rule);
            }
            else if (value.GetArrayLength() > 0)
                Merge(Inside<Items>(into, name), value, rule);
        }
    }

    private void Merge(Items into, JsonElement from, MergeRules? rules)
    {
        foreach (var value in from.EnumerateArray())
            Merge(
                into.For(value.TryGetProperty("id", out var id) && id.ValueKind != JsonValueKind.Null ? id : null),
                value,
                rules,
                isItem: true
            );
    }

    private static bool IsWhole(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => false,
            JsonValueKind.Array => value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object),
            _ => true,
        };

    // A field that held a value and now an object is the object: nothing can be both.
    private static T Inside<T>(Branch into, string name)
        where T : Node, new()
    {
        if (into.Members.GetValueOrDefault(name) is T there)
            return there;
        var made = new T();
        into.Members[name] = made;
        return made;
    }

    private void Set(Branch into, string name, JsonElement value) => Inside<Leaf>(into, name).Add(value, version, isVersioned);

    private void Remove(Branch into, string name)
    {
        if (!isVersioned)
            into.Members.Remove(name);
        else if (into.Members.GetValueOrDefault(name) is { } node and not Leaf)
            node.End(version);
        else
            Inside<Leaf>(into, name).Add(default, version, isVersioned);
    }

    private static OrderedDictionary<string, JsonElement> Members(JsonElement of)
    {
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in of.EnumerateObject())
            members[member.Name] = member.Value;
        return members;
    }

    private abstract class Node
    {
        public abstract void Write(Utf8JsonWriter to);

        /// <summary>All that is inside was removed by this release.</summary>
        public abstract void End(JsonElement release);
    }

    private sealed class Branch : Node
    {
        public OrderedDictionary<string, Node> Members { get; } = new(StringComparer.Ordinal);

        public override void Write(Utf8JsonWriter to)
        {
            to.WriteStartObject();
            WriteMembers(to);
            to.WriteEndObject();
        }

        public void WriteMembers(Utf8JsonWriter to)
        {
            foreach (var (name, node) in Members)
            {
                to.WritePropertyName(name);
                node.Write(to);
            }
        }

        public override void End(JsonElement release)
        {
            foreach (var node in Members.Values)
                node.End(release);
        }
    }

    private sealed class Items : Node
    {
        private readonly List<(JsonElement? Id, Branch Item)> items = [];
        private readonly Dictionary<string, Branch> byId = new(StringComparer.Ordinal);

        /// <summary>The item with this id, as a text or a number; a new one where there is none or no id.</summary>
        public Branch For(JsonElement? id)
        {
            var key = id?.ToString();
            if (key is not null && byId.TryGetValue(key, out var there))
                return there;
            var made = new Branch();
            items.Add((id, made));
            if (key is not null)
                byId[key] = made;
            return made;
        }

        public override void Write(Utf8JsonWriter to)
        {
            to.WriteStartArray();
            foreach (var (id, item) in items)
            {
                to.WriteStartObject();
                if (id is { } known)
                {
                    to.WritePropertyName("id");
                    known.WriteTo(to);
                }
                item.WriteMembers(to);
                to.WriteEndObject();
            }
            to.WriteEndArray();
        }

        public override void End(JsonElement release)
        {
            foreach (var (_, item) in items)
                item.End(release);
        }
    }

    private sealed class Leaf : Node
    {
        private readonly List<(JsonElement Value, JsonElement Release)> history = [];
        private bool keepsHistory;

        public void Add(JsonElement value, JsonElement release, bool isVersioned)
        {
            keepsHistory = isVersioned;
            if (!isVersioned)
                history.Clear();
            else if (history.Count > 0 && Same(history[^1].Value, value))
                return;
            history.Add((value, release));
        }

        public override void End(JsonElement release) => Add(default, release, isVersioned: true);

        public override void Write(Utf8JsonWriter to)
        {
            if (!keepsHistory)
            {
                history[0].Value.WriteTo(to);
                return;
            }
            to.WriteStartArray();
            foreach (var (value, release) in history)
            {
                to.WriteStartObject();
                Copy(to, "releaseID", release, "id");
                Copy(to, "releaseDate", release, "date");
                Copy(to, "releaseTag", release, "tag");
                to.WritePropertyName("value");
                if (value.ValueKind == JsonValueKind.Undefined)
                    to.WriteNullValue();
                else
                    value.WriteTo(to);
                to.WriteEndObject();
            }
            to.WriteEndArray();
        }

        private static bool Same(JsonElement one, JsonElement other) =>
            one.ValueKind == JsonValueKind.Undefined || other.ValueKind == JsonValueKind.Undefined
                ? one.ValueKind == other.ValueKind
                : JsonElement.DeepEquals(one, other);

        private static void Copy(Utf8JsonWriter to, string name, JsonElement from, string member)
        {
            to.WritePropertyName(name);
            if (from.TryGetProperty(member, out var value))
                value.WriteTo(to);
            else
                to.WriteNullValue();
        }
    }
}

/// <summary>How releases follow one another: by the instant of their date, then as they came.</summary>
public static class ReleaseDates
{
    /// <summary>The instant in ticks of UTC; a date without a time is its beginning in UTC; none where the text is no date.</summary>
    public static long? Instant(string date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcTicks : null;
}
