using System.Globalization;
using System.Text.Json;
using CountyHall.Trading.RedFlags;

namespace CountyHall.Trading.OpenData;

/// <summary>Where the releases of a file lie: found in one pass, so that a file of any length is merged in the memory of its longest process.</summary>
/// <remarks>The file holds JSON lines, one or more JSON texts after one another, or arrays of them; each a release or a package of releases.</remarks>
public sealed class ReleaseFile
{
    private readonly Action<string> warn;
    private readonly OrderedDictionary<string, List<Place>> byOcid = new(StringComparer.Ordinal);
    private readonly List<string> extensions = [];
    private readonly Scan scan;
    private int order;

    private ReleaseFile(Action<string> warn)
    {
        this.warn = warn;
        scan = new(this);
    }

    /// <summary>Releases that lack what merging needs, and texts that are none.</summary>
    public int Faults { get; private set; }

    /// <summary>Extensions that the packages declare, once each.</summary>
    public IReadOnlyList<string> Extensions => extensions;

    /// <summary>The first package's publisher, licence and policy as JSON texts; none where it has none.</summary>
    public IReadOnlyDictionary<string, Place> Package => scan.Package;

    /// <summary>Processes in the order in which they were met, each with its releases from the oldest to the newest.</summary>
    public IEnumerable<(string Ocid, IReadOnlyList<Place> Releases)> Processes =>
        byOcid.Select(p => (p.Key, (IReadOnlyList<Place>)[.. p.Value.OrderBy(r => r.Instant).ThenBy(r => r.Order)]));

    /// <summary>Latest date of a release as it is written; none in an empty file.</summary>
    public string? LatestDate { get; private set; }

    private long latest = long.MinValue;

    /// <summary>Where a JSON text lies in the file.</summary>
    /// <param name="Instant">Ticks of the release's date.</param>
    public readonly record struct Place(long Offset, int Length, long Instant, int Order);

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReleaseFile Open(Stream file, Action<string> warn)
    {
        var found = new ReleaseFile(warn);
        if (FirstLineIsWhole(file))
        {
            var lines = new JsonLines(found.Fault);
            lines.Read(
                file,
                line =>
                {
                    var reader = new Utf8JsonReader(line, JsonLines.Options);
                    found.scan.Begin();
                    while (reader.Read())
                        found.scan.Token(ref reader, lines.Offset);
                    found.scan.Keep();
                }
            );
        }
        else
            found.ReadTexts(file);
        return found;
    }

    /// <summary>The text at a place.</summary>
    public static JsonDocument Read(FileStream file, Place place)
    {
        var bytes = new byte[place.Length];
        RandomAccess.Read(file.SafeFileHandle, bytes, place.Offset);
        return JsonDocument.Parse(bytes, new() { MaxDepth = JsonLines.Deepest });
    }

    // Lines are told from one long text by the first of them: it is a JSON text by itself, and more follows.
    private static bool FirstLineIsWhole(Stream file)
    {
        var head = new byte[1 << 20];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var text = head.AsSpan(0, length);
        if (text.StartsWith(System.Text.Encoding.UTF8.Preamble))
            text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        var end = text.IndexOf((byte)'\n');
        if (end < 0)
            return false;
        try
        {
            var reader = new Utf8JsonReader(text[..end], JsonLines.Options);
            while (reader.Read())
            {
                //
            }
            return true;
        }
        catch (JsonException)
        {
            // A text over several lines, or a broken first line among whole ones.
            return LooksLikeLines(text[(end + 1)..]);
        }
    }

    private static bool LooksLikeLines(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var second = end < 0 ? rest : rest[..end];
        if (!second.StartsWith("{"u8))
            return false;
        try
        {
            var reader = new Utf8JsonReader(second, JsonLines.Options);
            while (reader.Read())
            {
                //
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void ReadTexts(Stream file)
    {
        var buffer = new byte[1 << 18];
        var (length, before, state) = (0, 0L, new JsonReaderState(JsonLines.Options with { AllowMultipleValues = true }));
        var isFirst = true;
        scan.Begin();
        try
        {
            while (true)
            {
                var got = file.Read(buffer, length, buffer.Length - length);
                length += got;
                if (isFirst && buffer.AsSpan(0, length).StartsWith(System.Text.Encoding.UTF8.Preamble))
                {
                    buffer.AsSpan(3, length - 3).CopyTo(buffer);
                    (length, before) = (length - 3, 3);
                }
                isFirst = false;
                var reader = new Utf8JsonReader(buffer.AsSpan(0, length), got == 0, state);
                while (reader.Read())
                    scan.Token(ref reader, before);
                scan.Keep();
                state = reader.CurrentState;
                var used = (int)reader.BytesConsumed;
                buffer.AsSpan(used, length - used).CopyTo(buffer);
                (length, before) = (length - used, before + used);
                if (got == 0)
                    return;
                if (length == buffer.Length)
                    Array.Resize(ref buffer, checked(buffer.Length * 2));
            }
        }
        catch (JsonException broken)
        {
            scan.Keep();
            Fault($"the rest of the file is not read: {broken.Message}");
        }
    }

    private void Fault(string why)
    {
        Faults++;
        warn(why);
    }

    private void Found(string? ocid, string? date, long offset, long length)
    {
        if (ocid is null || date is null || ReleaseDates.Instant(date) is not { } instant)
        {
            Fault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the release at byte {offset} is left out: it has no {(ocid is null ? "ocid" : "date")} that is a text{(date is null || ocid is null ? "" : " and a date")}"
                )
            );
            return;
        }
        if (length > JsonLines.Longest)
        {
            Fault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the release at byte {offset} is left out: it is longer than {JsonLines.Longest >> 20} MiB"
                )
            );
            return;
        }
        if (!byOcid.TryGetValue(ocid, out var releases))
            byOcid[ocid] = releases = [];
        releases.Add(new(offset, (int)length, instant, order++));
        if (instant > latest)
            (latest, LatestDate) = (instant, date);
    }

    /// <summary>Follows the tokens and notes where each release begins and ends.</summary>
    private sealed class Scan(ReleaseFile file)
    {
        private readonly List<(string? Ocid, string? Date, long Offset, long Length)> found = [];
        private bool rootIsArray;
        private bool inPackage;
        private bool hasReleases;
        private bool inReleases;
        private bool inExtensions;
        private int depth;
        private Part outer = new(0, 0);
        private Part? release;
        private string? kept;
        private long keptFrom;

        public Dictionary<string, Place> Package { get; } = new(StringComparer.Ordinal);

        public void Begin()
        {
            found.Clear();
            (rootIsArray, inPackage, hasReleases, inReleases, inExtensions, release) = (false, false, false, false, false, null);
        }

        /// <summary>What was found counts: the text it stands in was whole so far.</summary>
        public void Keep()
        {
            foreach (var (ocid, date, offset, length) in found)
                file.Found(ocid, date, offset, length);
            found.Clear();
        }

        public void Token(ref Utf8JsonReader reader, long before)
        {
            var at = reader.CurrentDepth;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    if (inReleases && release is null && at == depth + 2)
                        release = new(before + reader.TokenStartIndex, at);
                    else if (!inPackage && (at == 0 || at == 1 && rootIsArray))
                        (inPackage, hasReleases, depth, outer) = (true, false, at, new(before + reader.TokenStartIndex, at));
                    else
                        Value(ref reader, at, before);
                    break;
                case JsonTokenType.StartArray:
                    if (at == 0)
                        rootIsArray = true;
                    else if (inPackage && release is null && at == depth + 1)
                    {
                        (inReleases, inExtensions) = (outer.Name == "releases", outer.Name == "extensions");
                        hasReleases |= inReleases;
                    }
                    break;
                case JsonTokenType.EndArray:
                    if (at == 0)
                        rootIsArray = false;
                    else if (inPackage && release is null && at == depth + 1)
                        inReleases = inExtensions = false;
                    break;
                case JsonTokenType.EndObject:
                    if (release is { } whole && at == whole.Depth)
                    {
                        found.Add((whole.Ocid, whole.Date, whole.From, before + reader.BytesConsumed - whole.From));
                        release = null;
                    }
                    else if (inPackage && release is null && at == depth)
                    {
                        if (!hasReleases)
                            found.Add((outer.Ocid, outer.Date, outer.From, before + reader.BytesConsumed - outer.From));
                        inPackage = false;
                    }
                    else if (kept is not null && release is null && at == depth + 1)
                        Close(before + reader.BytesConsumed);
                    break;
                case JsonTokenType.PropertyName:
                    if (release is { } of)
                    {
                        if (at == of.Depth + 1)
                            of.Name = Known(ref reader);
                    }
                    else if (inPackage && at == depth + 1)
                        outer.Name = Known(ref reader);
                    break;
                default:
                    Value(ref reader, at, before);
                    break;
            }
        }

        private void Value(ref Utf8JsonReader reader, int at, long before)
        {
            var part = release ?? (inPackage ? outer : null);
            if (part is null)
                return;
            if (release is null && inExtensions && at == depth + 2 && reader.TokenType == JsonTokenType.String)
            {
                if (reader.GetString() is { } extension && !file.extensions.Contains(extension))
                    file.extensions.Add(extension);
                return;
            }
            if (at != part.Depth + 1)
                return;
            if (part.Name == "ocid")
                part.Ocid = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            else if (part.Name == "date")
                part.Date = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            else if (release is null && part.Name is "publisher" or "license" or "publicationPolicy" && !Package.ContainsKey(part.Name))
            {
                (kept, keptFrom) = (part.Name, before + reader.TokenStartIndex);
                if (reader.TokenType != JsonTokenType.StartObject)
                    Close(before + reader.BytesConsumed);
            }
        }

        private void Close(long end)
        {
            if (kept is not null)
                Package[kept] = new(keptFrom, (int)(end - keptFrom), 0, 0);
            kept = null;
        }

        private static string? Known(ref Utf8JsonReader reader) =>
            reader.ValueTextEquals("ocid"u8) ? "ocid"
            : reader.ValueTextEquals("date"u8) ? "date"
            : reader.ValueTextEquals("releases"u8) ? "releases"
            : reader.ValueTextEquals("extensions"u8) ? "extensions"
            : reader.ValueTextEquals("publisher"u8) ? "publisher"
            : reader.ValueTextEquals("license"u8) ? "license"
            : reader.ValueTextEquals("publicationPolicy"u8) ? "publicationPolicy"
            : null;

        private sealed class Part(long from, int depth)
        {
            public long From { get; } = from;
            public int Depth { get; } = depth;
            public string? Name { get; set; }
            public string? Ocid { get; set; }
            public string? Date { get; set; }
        }
    }
}
