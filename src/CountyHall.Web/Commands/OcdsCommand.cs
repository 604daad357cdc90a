using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Trading;
using CountyHall.Trading.OpenData;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall ocds</c>: open contracting data, ours and others'.</summary>
internal static class OcdsCommand
{
    private static readonly JsonWriterOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static Command Make() => new("ocds", "Open contracting data (OCDS 1.1).") { Merge(), Export() };

    private static Command Merge()
    {
        var file = new Argument<string>("file")
        {
            Description = "JSON lines, a JSON array, a release package or several of them; - for standard input.",
        };
        var lines = new Option<bool>("--lines")
        {
            Description = "Prints the merged releases alone, one a line, instead of a record package.",
        };
        var versioned = new Option<bool>("--versioned")
        {
            Description = "Adds the versioned release to each record; with --lines prints it instead of the compiled one.",
        };
        var uri = new Option<string>("--uri")
        {
            Description = "Address of the record package.",
            DefaultValueFactory = _ => "urn:ocds:merged",
        };
        var output = new Option<string?>("--out") { Description = "The file to write; standard output if left out." };
        var merge = new Command("merge", "Compiles releases into records by the merge rules of OCDS 1.1, without a database.")
        {
            file,
            lines,
            versioned,
            uri,
            output,
        };
        merge.SetAction(asked =>
            Merge(asked.GetValue(file)!, asked.GetValue(output), asked.GetValue(uri)!, asked.GetValue(lines), asked.GetValue(versioned))
        );
        return merge;
    }

    private static Command Export()
    {
        var output = new Option<string>("--out") { Description = "The file to write.", Required = true };
        var records = new Option<bool>("--records") { Description = "A record package instead of a release package." };
        var export = new Command("export", "Writes everything that the house has published, as one package.") { output, records };
        export.SetAction((asked, ct) => Export(Places.Of(asked), asked.GetValue(output)!, asked.GetValue(records), ct));
        return export;
    }

    private static async Task<int> Export(Storage storage, string output, bool asRecords, CancellationToken ct)
    {
        if (storage.IsNew)
            return LogCommand.Nothing(storage);
        await using var house = Bare.House(storage);
        await using var db = await house.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContextAsync(ct);
        var settings = house.GetRequiredService<OpenDataSettings>();
        var configured = house.GetRequiredService<IConfiguration>();
        var site = SiteSettings.Read(configured, demonstration: false);
        // A house keeps one county's releases; the settings need not name it.
        var division = await db.OcdsReleases.OrderBy(r => r.Id).Select(r => r.Division).FirstOrDefaultAsync(ct) ?? site.Division;
        var head = new PackageHead($"{settings.Root}/open/{(asRecords ? "records" : "releases")}.json", site.Host ?? site.Name, settings);
        try
        {
            await using var to = new FileStream(
                output,
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                1 << 16,
                FileOptions.Asynchronous
            );
            await using (var json = new Utf8JsonWriter(to, Written))
            {
                if (asRecords)
                    await ReleasePackages.Records(db, division, head, json, () => json.FlushAsync(ct), ct: ct);
                else
                    await ReleasePackages.Releases(db, division, head, json, () => json.FlushAsync(ct), ct: ct);
            }
            to.WriteByte((byte)'\n');
            return 0;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            return RedFlagsCommand.Cannot(why.Message);
        }
    }

    private static int Merge(string file, string? output, string uri, bool asLines, bool isVersioned)
    {
        try
        {
            // The file is read twice, so what comes through a pipe is laid down first.
            using var from =
                file == "-" ? Spooled() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.RandomAccess);
            var releases = ReleaseFile.Open(from, why => Console.Error.WriteLine($"{file}: {why}"));
            using var to = output is null
                ? new BufferedStream(Console.OpenStandardOutput(), 1 << 16)
                : new BufferedStream(new FileStream(output, FileMode.Create, FileAccess.Write), 1 << 16);
            if (asLines)
            {
                foreach (var (_, places) in releases.Processes)
                {
                    var documents = places.Select(p => ReleaseFile.Read(from, p)).ToList();
                    using (var writer = new Utf8JsonWriter(to, Written))
                        RecordWriter.Merged(documents, isVersioned, writer);
                    to.WriteByte((byte)'\n');
                    documents.ForEach(d => d.Dispose());
                }
            }
            else
            {
                using (var writer = new Utf8JsonWriter(to, Written))
                    RecordWriter.Package(from, releases, uri, isVersioned, writer);
                to.WriteByte((byte)'\n');
            }
            return releases.Faults > 0 ? 1 : 0;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            return RedFlagsCommand.Cannot(why.Message);
        }
    }

    private static FileStream Spooled()
    {
        var spool = new FileStream(
            Path.Combine(Path.GetTempPath(), $"countyhall-{Guid.NewGuid():N}.json"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            1 << 16,
            FileOptions.DeleteOnClose
        );
        using (var input = Console.OpenStandardInput())
            input.CopyTo(spool);
        spool.Flush();
        spool.Position = 0;
        return spool;
    }
}
