using System.CommandLine;
using CountyHall.Web.Demonstration;
using CountyHall.Web.Demonstration.Years;
using CountyHall.Web.Hosting;
using CountyHall.Web.Pages.Figures;
using Microsoft.Extensions.Logging.Console;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall database update</c>: makes or updates the schema; <c>--demonstration</c> loads the invented county.</summary>
internal static class DatabaseCommand
{
    public static Command Make()
    {
        var demonstration = new Option<bool>("--demonstration") { Description = "Load the demonstration county if the house is empty." };
        var update = new Command("update", "Makes the database or brings it up to date.") { demonstration };
        update.SetAction((asked, ct) => Update(Places.Of(asked), asked.GetValue(demonstration), ct));
        return new Command("database", "The schema of the embedded database or of PostgreSQL.") { update };
    }

    private static async Task<int> Update(Storage storage, bool demonstration, CancellationToken ct)
    {
        await using var house = Bare.House(storage);
        await house.Prepare(ct);
        Console.WriteLine($"schema up to date: {(storage.IsEmbedded ? storage.Folder : "PostgreSQL")}");
        if (demonstration)
            Console.WriteLine(
                await house.GetRequiredService<DemonstrationCounty>().LoadIfEmpty(ct)
                    ? "demonstration county loaded"
                    : "the house is not empty: nothing was loaded"
            );
        return 0;
    }
}

/// <summary>The house for a command: no pages, no work in the background.</summary>
internal static class Bare
{
    public static ServiceProvider House(Storage storage)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        // What a command prints is read by other programs: notes go to standard error.
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddSingleton(new SiteSettings());
        // The same settings as the site's: the log signs under one name, whoever enters the facts.
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .Build()
        );
        services.AddHouse(storage);
        services.AddAccounts();
        services.AddSingleton<DemonstrationCounty>();
        services.AddSingleton<LoadYearHandler>();
        services.AddSingleton<FigureDesk>();
        return services.BuildServiceProvider();
    }
}
