using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CountyHall.Trading.RedFlags;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall redflags FILE</c> and <c>countyhall coverage FILE</c>: red flags and completeness over OCDS lines, of any publisher, without a database.</summary>
internal static class RedFlagsCommand
{
    public static Command Flags()
    {
        var file = File();
        var settings = new Option<string?>("--settings") { Description = "A JSON file of exclusions, thresholds, currency and methods." };
        var command = new Command(
            "redflags",
            "Computes eleven red flags over compiled OCDS releases, one a line, and prints one JSON object: group, identifier, code, number."
        )
        {
            file,
            settings,
        };
        command.SetAction(asked => Compute(asked.GetValue(file)!, asked.GetValue(settings)));
        return command;
    }

    public static Command Coverage()
    {
        var file = File();
        var command = new Command(
            "coverage",
            "Counts how often each path of a file of JSON lines holds something, and prints one JSON object."
        )
        {
            file,
        };
        command.SetAction(asked =>
        {
            var coverage = new Coverage();
            return Lines(asked.GetValue(file)!, coverage.Add, coverage.Write);
        });
        return command;
    }

    private static Argument<string> File() => new("file") { Description = "The file, one JSON text a line; - for standard input." };

    private static int Compute(string file, string? settings)
    {
        RedFlagSettings read;
        try
        {
            read = settings is null ? new() : RedFlagSettings.Read(System.IO.File.ReadAllBytes(settings));
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException or JsonException)
        {
            return Cannot($"{settings}: {why.Message}");
        }
        var indicators = new Indicators(read);
        var done = Lines(file, indicators.Add, indicators.Write);
        if (indicators.OtherCurrency > 0)
            Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{indicators.OtherCurrency} amounts are in another currency and were skipped.")
            );
        return done;
    }

    private static int Lines(string file, JsonLines.Take take, Action<Utf8JsonWriter> write)
    {
        try
        {
            using var from =
                file == "-"
                    ? Console.OpenStandardInput()
                    : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
            new JsonLines(why => Console.Error.WriteLine($"{file}: {why}")).Read(from, take);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            return Cannot($"{file}: {why.Message}");
        }
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using (var writer = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(writer);
        output.WriteByte((byte)'\n');
        return 0;
    }

    internal static int Cannot(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
