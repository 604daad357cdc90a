using System.CommandLine;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Commands;

/// <summary>The two options that every command takes: where the records are.</summary>
internal static class Places
{
    public static Option<string> Data { get; } =
        new("--data")
        {
            Description = "Folder of the embedded database, the uploaded files and the county's key.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("COUNTYHALL_DATA") ?? "data",
            Recursive = true,
        };

    public static Option<string?> Database { get; } =
        new("--database")
        {
            Description = "Connection string of PostgreSQL, instead of the embedded database.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("COUNTYHALL_DATABASE"),
            Recursive = true,
        };

    public static Storage Of(ParseResult asked) => new(Path.GetFullPath(asked.GetValue(Data)!), asked.GetValue(Database));
}
