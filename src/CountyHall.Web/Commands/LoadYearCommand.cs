using System.CommandLine;
using System.Globalization;
using CountyHall.Kernel.Results;
using CountyHall.Web.Demonstration.Years;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall load-year --year 2020 --seed 7</c>: makes a year of raw records, the same for the same seed.</summary>
internal static class LoadYearCommand
{
    public static Command Make()
    {
        var year = new Option<int>("--year") { Description = "The year to make.", Required = true };
        var seed = new Option<long>("--seed") { Description = "Any number: another one gives other records.", Required = true };
        var targets = new Option<string?>("--targets")
        {
            Description = "A target table instead of the demonstration's own: id, value and print form, tabs between.",
        };
        var load = new Command("load-year", "Loads an invented year of raw records into a house with the demonstration county.")
        {
            year,
            seed,
            targets,
        };
        load.SetAction((asked, ct) => Load(Places.Of(asked), asked.GetValue(year), asked.GetValue(seed), asked.GetValue(targets), ct));
        return load;
    }

    private static async Task<int> Load(Storage storage, int year, long seed, string? file, CancellationToken ct)
    {
        if (storage.IsNew)
            return LogCommand.Nothing(storage);
        if ((file ?? YearTargets.FileOf(year)) is not { } table || !File.Exists(table))
        {
            await Console.Error.WriteLineAsync(
                file is null
                    ? $"没有 {year} 年的目标表。There is no target table for {year}; name one with --targets."
                    : $"没有文件 {file}。There is no file {file}."
            );
            return 2;
        }
        await using var house = Bare.House(storage);
        await house.Prepare(ct);
        try
        {
            var ask = new LoadYear(year, seed, YearTargets.Read(await File.ReadAllLinesAsync(table, ct)));
            var outcome = await house.GetRequiredService<LoadYearHandler>().Handle(ask, ct);
            if (outcome is Result<YearLoaded>.Refused(var why))
            {
                await Console.Error.WriteLineAsync($"{why.Reason.Zh}{why.Remedy.Zh} {why.Reason.En} {why.Remedy.En}");
                return 1;
            }
            var loaded = ((Result<YearLoaded>.Done)outcome).Value;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{loaded.Year} seed {loaded.Seed}: {loaded.Items} item versions, {loaded.Cases} lines of closed cases, {loaded.Stops} stops, {loaded.Visits} visits, {loaded.Steps} steps, {loaded.Evaluations} evaluations, {loaded.Trade} lines of trade"
                )
            );
            return 0;
        }
        catch (Exception fault) when (fault is FormatException or TargetsCannotBeReachedException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 2;
        }
    }
}
