using System.Diagnostics;
using System.Globalization;

namespace CountyHall.Bench;

/// <summary>How long it takes to load the generated year 2020, to report on it and to examine it; whole commands, start of the process included.</summary>
public static class Year
{
    public static async Task Measure()
    {
        var folder = Directory.CreateTempSubdirectory("countyhall-bench-").FullName;
        await Run(folder, "database", "update", "--demonstration");
        var load = await Run(folder, "load-year", "--year", "2020", "--seed", "7");
        // What any command on this house takes before it does anything: runtime, model, opening the database.
        var nothing = await Median(() => Run(folder, "index", "rebuild", "--open-only"));
        var report = await Median(() => Run(folder, "report", "--year", "2020"));
        var doctor = await Run(folder, "doctor");
        var megabytes = new FileInfo(Path.Combine(folder, "hall.db")).Length / 1048576;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"load-year {load:0.0} s; report {report:0.00} s (a command that does next to nothing {nothing:0.00} s; median of 5); doctor {doctor:0.0} s; {megabytes} MB"
            )
        );
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> Median(Func<Task<double>> run)
    {
        var times = new List<double>();
        for (var round = 0; round < 5; round++)
            times.Add(await run());
        return Acceptance.Median(times);
    }

    private static async Task<double> Run(string folder, params string[] words)
    {
        var ask = new ProcessStartInfo(Product.Executable) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[.. words, "--data", folder])
            ask.ArgumentList.Add(word);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(ask)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await said;
        return process.ExitCode == 0
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"countyhall {string.Join(' ', words)} answered {process.ExitCode}: {await wrong}");
    }
}
