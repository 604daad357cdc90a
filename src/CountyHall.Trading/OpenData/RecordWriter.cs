using System.Text.Json;

namespace CountyHall.Trading.OpenData;

/// <summary>Records out of a file of releases: one process after the other.</summary>
public static class RecordWriter
{
    /// <summary>A record package: releases, compiled release and, where asked, the versioned one of each process.</summary>
    /// <param name="uri">Address of the package.</param>
    public static void Package(FileStream file, ReleaseFile releases, string uri, bool isVersioned, Utf8JsonWriter to)
    {
        to.WriteStartObject();
        to.WriteString("uri", uri);
        to.WriteString("version", "1.1");
        if (releases.Extensions.Count > 0)
        {
            to.WriteStartArray("extensions");
            foreach (var extension in releases.Extensions)
                to.WriteStringValue(extension);
            to.WriteEndArray();
        }
        foreach (var (name, place) in releases.Package)
            Copy(file, name, place, to);
        if (!releases.Package.ContainsKey("publisher"))
        {
            to.WriteStartObject("publisher");
            to.WriteString("name", "countyhall ocds merge");
            to.WriteEndObject();
        }
        to.WriteString("publishedDate", releases.LatestDate ?? "1970-01-01T00:00:00Z");
        to.WriteStartArray("records");
        foreach (var (ocid, places) in releases.Processes)
        {
            Record(ocid, [.. places.Select(p => ReleaseFile.Read(file, p))], isVersioned, to);
            to.Flush();
        }
        to.WriteEndArray();
        to.WriteEndObject();
    }

    /// <summary>One record. The documents are given back.</summary>
    public static void Record(string ocid, IReadOnlyList<JsonDocument> releases, bool isVersioned, Utf8JsonWriter to)
    {
        to.WriteStartObject();
        to.WriteString("ocid", ocid);
        to.WriteStartArray("releases");
        foreach (var release in releases)
            release.WriteTo(to);
        to.WriteEndArray();
        to.WritePropertyName("compiledRelease");
        Merged(releases, isVersioned: false, to);
        if (isVersioned)
        {
            to.WritePropertyName("versionedRelease");
            Merged(releases, isVersioned: true, to);
        }
        to.WriteEndObject();
        foreach (var release in releases)
            release.Dispose();
    }

    /// <summary>The compiled or versioned release alone.</summary>
    public static void Merged(IEnumerable<JsonDocument> releases, bool isVersioned, Utf8JsonWriter to)
    {
        var merged = new MergedProcess(isVersioned);
        foreach (var release in releases)
            merged.Add(release.RootElement);
        merged.Write(to);
    }

    private static void Copy(FileStream file, string name, ReleaseFile.Place place, Utf8JsonWriter to)
    {
        using var value = ReleaseFile.Read(file, place);
        to.WritePropertyName(name);
        value.WriteTo(to);
    }
}
