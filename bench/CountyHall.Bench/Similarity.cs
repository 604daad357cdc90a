using System.Diagnostics;
using System.Globalization;
using CountyHall.Trading.Rules.Similarity;
using CountyHall.Trading.Similarity;

namespace CountyHall.Bench;

/// <summary>
/// Similarity of bids on invented tenders: how right it is, and how long it takes beside two text comparers on the same texts in the same run. Dolos
/// (npm) and sim_text (Debian's similarity-tester) are put into a temporary folder where they can be had, and left out where not.
/// </summary>
internal static class Similarity
{
    public static async Task Measure(int seeds)
    {
        Rightness(seeds);
        await Time([10, 50, 100]);
    }

    private static void Rightness(int seeds)
    {
        Console.WriteLine($"similarity of bids, {seeds} seeds each");
        Rightness("two tenders of nine, 18 earlier bids", seeds, _ => new ShamManner());
        Rightness("6 earlier bids that do not know what two share", seeds, _ => new ShamManner { Histories = 6, Known = false });
        Rightness(
            "no earlier bids, one tender",
            seeds,
            _ => new ShamManner
            {
                Tenders = 1,
                Histories = 0,
                Known = false,
            }
        );
        Rightness("every seed in another manner", seeds, ShamManner.Of);
    }

    private static void Rightness(string what, int seeds, Func<ulong, ShamManner> manner)
    {
        var marks = new Marks();
        for (var seed = 9000UL; seed < 9000 + (ulong)seeds; seed++)
            InFolder(folder =>
            {
                var corpus = ShamCorpus.Write(folder, seed, manner(seed));
                marks.Add(corpus, SimilarityAnalysis.Of(SimilarityFolder.Read(folder)));
            });
        Console.WriteLine(what);
        Console.Write(marks);
        foreach (var error in marks.Errors)
            Console.WriteLine($"  {error}");
    }

    private static async Task Time(int[] fields)
    {
        Console.WriteLine("bidders of 200,000 characters | product s, MB | Dolos s, MB | sim_text s, MB");
        var product = Path.Combine(AppContext.BaseDirectory, "countyhall.dll");
        var folder = Directory.CreateTempSubdirectory("similarity-bench-").FullName;
        try
        {
            var dolos = await Dolos(folder);
            var sim = await SimText(folder);
            foreach (var bidders in fields)
            {
                var corpus = Path.Combine(folder, $"c{bidders}");
                ShamCorpus.Write(
                    corpus,
                    7,
                    new ShamManner
                    {
                        Tenders = 1,
                        Bidders = bidders,
                        Letters = 200_000,
                        Histories = 12,
                    }
                );
                var texts = Directory.GetFiles(Path.Combine(corpus, "T001", "bids"), "technical.txt", SearchOption.AllDirectories);
                Array.Sort(texts, StringComparer.Ordinal);
                var list = Path.Combine(folder, $"{bidders}.list");
                await File.WriteAllLinesAsync(list, texts);
                var ours = await Timed("dotnet", [product, "similarity", corpus, "--out", Path.Combine(folder, "report.json")]);
                var theirs = dolos is null ? null : await Timed("node", ["--max-old-space-size=12000", dolos, list]);
                var simmed = sim is null ? null : await Timed(sim, ["-p", "-o", Path.Combine(folder, "sim.out"), .. texts]);
                Console.WriteLine($"{bidders, 3} | {ours} | {theirs ?? "-"} | {simmed ?? "-"}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string?> Dolos(string folder)
    {
        if (await Run("npm", ["install", "--silent", "--prefix", folder, "@dodona/dolos-core@1.2.1"]) != 0)
            return null;
        var script = Path.Combine(folder, "dolos.mjs");
        // Letters are its tokens; k 23, w 17, at most five files a fingerprint.
        await File.WriteAllTextAsync(
            script,
            """
            import { FingerprintIndex, TokenizedFile, File, Region } from "@dodona/dolos-core";
            import fs from "node:fs";
            const files = fs.readFileSync(process.argv[2], "utf8").split("\n").filter(x => x).map(path => {
              const text = fs.readFileSync(path, "utf8");
              const tokens = [], places = [];
              let line = 0, column = 0;
              for (const c of text) {
                if (/[\p{L}\p{N}]/u.test(c)) { tokens.push(c); places.push(new Region(line, column, line, column + 1)); }
                if (c === "\n") { line++; column = 0; } else column++;
              }
              return new TokenizedFile(new File(path, text), tokens, places);
            });
            const index = new FingerprintIndex(23, 17, false, 5);
            index.addFiles(files);
            let fragments = 0;
            for (const pair of index.allPairs()) fragments += pair.buildFragments().length;
            console.log(fragments);
            """
        );
        return script;
    }

    private static async Task<string?> SimText(string folder)
    {
        if (File.Exists("/usr/bin/sim_text"))
            return "/usr/bin/sim_text";
        if (await Run("apt-get", ["download", "similarity-tester"], folder) != 0)
            return null;
        var package = Directory.GetFiles(folder, "similarity-tester*.deb").FirstOrDefault();
        if (package is null || await Run("dpkg-deb", ["-x", package, Path.Combine(folder, "sim")]) != 0)
            return null;
        return Path.Combine(folder, "sim", "usr", "bin", "sim_text");
    }

    private static async Task<int> Run(string program, string[] arguments, string? inFolder = null)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    WorkingDirectory = inFolder ?? "",
                }
            )!;
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // The program is not on this machine.
            return -1;
        }
    }

    /// <summary>Seconds of the clock and of the processor, and the most memory held.</summary>
    private static async Task<string> Timed(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var clock = Stopwatch.StartNew();
        long most = 0;
        var cpu = TimeSpan.Zero;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = process.WaitForExitAsync();
        while (!ended.IsCompleted)
        {
            try
            {
                process.Refresh();
                most = Math.Max(most, process.PeakWorkingSet64);
                cpu = process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                break; // it ended between the question and the answer
            }
            await Task.WhenAny(ended, Task.Delay(100));
        }
        await ended;
        await output;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.Elapsed.TotalSeconds:0.0} ({cpu.TotalSeconds:0.0} of the processor), {most >> 20}{(process.ExitCode == 0 ? "" : $", ended with {process.ExitCode}")}"
        );
    }

    private static void InFolder(Action<string> what)
    {
        var folder = Directory.CreateTempSubdirectory("similarity-").FullName;
        try
        {
            what(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
