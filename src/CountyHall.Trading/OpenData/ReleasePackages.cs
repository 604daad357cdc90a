using System.Text.Json;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.OpenData;

/// <summary>What every package says of itself.</summary>
/// <param name="Uri">Address of the package.</param>
/// <param name="Publisher">Name of the publisher.</param>
public sealed record PackageHead(string Uri, string Publisher, OpenDataSettings Settings);

/// <summary>Packages out of the releases of the house, a few rows at a time: memory does not grow with how many there are.</summary>
public static class ReleasePackages
{
    /// <summary>Rows that are in memory at once.</summary>
    private const int Page = 100;

    /// <summary>The newest serial of a division; 0 where nothing was published yet.</summary>
    public static async Task<long> Newest(HallDb db, string division, CancellationToken ct) =>
        await db.OcdsReleases.Where(r => r.Division == division).MaxAsync(r => (long?)r.Serial, ct) ?? 0;

    /// <summary>A release package: everything up to now, or what came behind a serial.</summary>
    /// <param name="after">Serial behind which it begins.</param>
    /// <param name="most">Releases at most; none for all.</param>
    /// <param name="next">Address of what follows a serial; none where the package is whole.</param>
    /// <param name="flush">Sends on what the writer holds.</param>
    public static async Task Releases(
        HallDb db,
        string division,
        PackageHead head,
        Utf8JsonWriter json,
        Func<Task> flush,
        long after = 0,
        int? most = null,
        Func<long, string>? next = null,
        CancellationToken ct = default
    )
    {
        var newest = await Newest(db, division, ct);
        json.WriteStartObject();
        await Head(db, division, head, json, ct);
        json.WriteStartArray("releases");
        var (last, left) = (after, most ?? int.MaxValue);
        while (left > 0)
        {
            var rows = await db
                .OcdsReleases.AsNoTracking()
                .Where(r => r.Division == division && r.Serial > last && r.Serial <= newest)
                .OrderBy(r => r.Serial)
                .Select(r => new { r.Serial, r.Body })
                .Take(Math.Min(Page, left))
                .ToListAsync(ct);
            foreach (var row in rows)
                json.WriteRawValue(row.Body, skipInputValidation: true);
            if (rows.Count == 0)
                break;
            (last, left) = (rows[^1].Serial, left - rows.Count);
            await flush();
        }
        json.WriteEndArray();
        if (next is not null)
        {
            json.WriteStartObject("links");
            // Always there: behind the newest it is where to ask again later.
            json.WriteString("next", next(last));
            json.WriteEndObject();
        }
        json.WriteEndObject();
        await flush();
    }

    /// <summary>A record package of all processes, or of one.</summary>
    /// <param name="only">The one ocid; none for all.</param>
    public static async Task Records(
        HallDb db,
        string division,
        PackageHead head,
        Utf8JsonWriter json,
        Func<Task> flush,
        string? only = null,
        CancellationToken ct = default
    )
    {
        var newest = await Newest(db, division, ct);
        json.WriteStartObject();
        await Head(db, division, head, json, ct);
        json.WriteStartArray("records");
        for (var last = 0L; ; )
        {
            // Processes in the order in which their tenders were entered.
            var ocids = await db
                .OcdsReleases.Where(r =>
                    r.Division == division && r.Serial <= newest && r.TenderId > last && (only == null || r.Ocid == only)
                )
                .Select(r => new { r.TenderId, r.Ocid })
                .Distinct()
                .OrderBy(r => r.TenderId)
                .Take(Page)
                .ToListAsync(ct);
            foreach (var process in ocids)
            {
                var bodies = await db
                    .OcdsReleases.AsNoTracking()
                    .Where(r => r.Ocid == process.Ocid && r.Division == division && r.Serial <= newest)
                    .OrderBy(r => r.Serial)
                    .Select(r => r.Body)
                    .ToListAsync(ct);
                RecordWriter.Record(process.Ocid, bodies.ConvertAll(b => JsonDocument.Parse(b)), isVersioned: true, json);
                await flush();
            }
            if (ocids.Count < Page)
                break;
            last = ocids[^1].TenderId;
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await flush();
    }

    /// <summary>A package with one release; false where there is none of that number.</summary>
    public static async Task<bool> One(
        HallDb db,
        string division,
        PackageHead head,
        string number,
        Utf8JsonWriter json,
        CancellationToken ct
    )
    {
        var body = await db
            .OcdsReleases.AsNoTracking()
            .Where(r => r.Division == division && r.Number == number)
            .Select(r => r.Body)
            .FirstOrDefaultAsync(ct);
        if (body is null)
            return false;
        json.WriteStartObject();
        await Head(db, division, head, json, ct);
        json.WriteStartArray("releases");
        json.WriteRawValue(body, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteEndObject();
        return true;
    }

    private static async Task Head(HallDb db, string division, PackageHead head, Utf8JsonWriter json, CancellationToken ct)
    {
        var published = await db.OcdsReleases.Where(r => r.Division == division).MaxAsync(r => (DateTime?)r.PublishedAt, ct);
        json.WriteString("uri", head.Uri);
        json.WriteString("version", "1.1");
        json.WriteStartArray("extensions");
        foreach (var extension in head.Settings.Extensions)
            json.WriteStringValue(extension);
        json.WriteEndArray();
        json.WriteString("publishedDate", published ?? DateTime.UnixEpoch);
        json.WriteStartObject("publisher");
        json.WriteString("name", head.Publisher);
        json.WriteString("uri", head.Settings.Root);
        json.WriteEndObject();
        json.WriteString("license", head.Settings.Licence);
        json.WriteString("publicationPolicy", $"{head.Settings.Root}/open");
    }
}
