using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CountyHall.Trading.RedFlags;

namespace CountyHall.Bench;

/// <summary>Red flags and completeness over many compiled releases, against only parsing them: the same lines through the same reader, every token read and nothing done. One thread each.</summary>
public static class RedFlagLines
{
    private const int Rounds = 5;

    public static void Measure(int lines)
    {
        var path = Path.Combine(Path.GetTempPath(), $"countyhall-bench-{Guid.NewGuid():N}.jsonl");
        try
        {
            Generate(path, lines);
            var size = new FileInfo(path).Length;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"redflags: {lines} lines, {size / 1048576.0:0} MiB, {size / lines} bytes a line"
                )
            );
            var (floor, tree, flags, coverage) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                var (flagging, covering) = (new Indicators(new()), new Coverage());
                var (a, b, c, d) = (
                    Take(path, Parse),
                    Take(path, Tree),
                    Take(path, flagging.Add, flagging.Write),
                    Take(path, covering.Add, covering.Write)
                );
                if (round == 0)
                    continue; // the first is for the processor and the disk to warm up
                floor.Add(a);
                tree.Add(b);
                flags.Add(c);
                coverage.Add(d);
            }
            Say("tokens read and nothing done", floor, floor);
            Say("parsed into a tree (JsonDocument)", tree, floor);
            Say("redflags", flags, floor);
            Say("coverage", coverage, floor);
            AsCommand("redflags", path);
            AsCommand("coverage", path);
        }
        finally
        {
            File.Delete(path);
        }

        void Say(string what, List<double> took, List<double> floor) =>
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"redflags: {what}: {lines / Acceptance.Median(took):0} lines a second of processor time, {Acceptance.Median(floor) / Acceptance.Median(took):0.00} of only parsing (median of {Rounds})"
                )
            );
    }

    /// <summary>Seconds of processor time: what others do on the machine meanwhile counts less than on the clock of the wall.</summary>
    /// <param name="write">Writes what came out, at the end.</param>
    private static double Take(string path, JsonLines.Take one, Action<Utf8JsonWriter>? write = null)
    {
        using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var me = Process.GetCurrentProcess();
        var before = me.UserProcessorTime;
        new JsonLines(why => throw new InvalidDataException(why)).Read(from, one);
        if (write is not null)
        {
            using var json = new Utf8JsonWriter(Stream.Null);
            write(json);
        }
        me.Refresh();
        return (me.UserProcessorTime - before).TotalSeconds;
    }

    /// <summary>The command as people run it: what it takes of memory, looked at ten times a second.</summary>
    private static void AsCommand(string command, string path)
    {
        var ask = new ProcessStartInfo(Product.Executable) { RedirectStandardOutput = true };
        ask.ArgumentList.Add(command);
        ask.ArgumentList.Add(path);
        using var process = Process.Start(ask)!;
        var written = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var (most, took) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(100))
        {
            process.Refresh();
            try
            {
                (most, took) = (Math.Max(most, process.WorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It ended meanwhile.
            }
        }
        written.Wait();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"redflags: countyhall {command} as a process: {took.TotalSeconds:0.0} s of processor time, {most >> 20} MiB at most, ended with {process.ExitCode}"
            )
        );
    }

    private static void Parse(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, JsonLines.Options);
        while (reader.Read())
        {
            //
        }
    }

    private static void Tree(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, JsonLines.Options);
        using var document = JsonDocument.ParseValue(ref reader);
    }

    /// <summary>Invented processes: two to nine bids, an award in most, parties that come again.</summary>
    private static void Generate(string path, int lines)
    {
        var random = new Random(5);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        for (var i = 0; i < lines; i++)
        {
            var bids = random.Next(2, 10);
            var day = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(365));
            file.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$$"""{"ocid":"ocds-0bench-{{{i}}}","id":"{{{i}}}","date":"{{{day:yyyy-MM-dd}}}T00:00:00Z","tag":["compiled"],"initiationType":"tender","language":"zh","buyer":{"id":"K{{{random.Next(300)}}}","name":"示例采购单位"},"tender":{"id":"{{{i}}}","title":"示例道路改造工程施工","status":"complete","procurementMethod":"open","procurementMethodDetails":"公开招标","procuringEntity":{"id":"P{{{random.Next(40)}}}","name":"示例代理机构"},"numberOfTenderers":{{{bids}}},"tenderPeriod":{"startDate":"{{{day:yyyy-MM-dd}}}T01:00:00Z","endDate":"{{{day.AddDays(random.Next(10, 30)):yyyy-MM-dd}}}T01:30:00Z"},"value":{"amount":1000000,"currency":"CNY"},"items":[{"id":"1","description":"道路","classification":{"scheme":"UNSPSC","id":"{{{random.Next(10, 99)}}}101500"},"quantity":1}],"documents":[{"id":"1","documentType":"tenderNotice","title":"招标公告","url":"https://hall.example/trading/notices/{{{i}}}","datePublished":"{{{day:yyyy-MM-dd}}}T01:00:00Z"}]},"bids":{"details":["""
                )
            );
            var first = random.Next(2000);
            for (var bid = 0; bid < bids; bid++)
                file.Write(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$$"""{{{(bid > 0 ? "," : "")}}}{"id":"{{{bid}}}","date":"{{{day.AddDays(9):yyyy-MM-dd}}}T02:00:00Z","status":"{{{(bid > 0 && random.Next(8) == 0 ? "disqualified" : "valid")}}}","tenderers":[{"id":"T{{{(first + bid * 7) % 2000}}}","name":"示例投标人有限公司"}],"value":{"amount":{{{900000 + bid * 1000 + random.Next(900)}}}.{{{random.Next(100):00}}},"currency":"CNY"}}"""
                    )
                );
            file.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$$"""]},"awards":[{"id":"1","status":"{{{(random.Next(10) == 0 ? "pending" : "active")}}}","date":"{{{day.AddDays(40):yyyy-MM-dd}}}T00:00:00Z","value":{"amount":900000,"currency":"CNY"},"suppliers":[{"id":"T{{{first}}}","name":"示例投标人有限公司"}],"items":[{"id":"1","classification":{"scheme":"UNSPSC","id":"{{{random.Next(10, 99)}}}101500"}}]}]}"""
                )
            );
            file.Write('\n');
        }
    }
}
