using System.CommandLine;

namespace CountyHall.Web.Commands;

/// <summary>The one executable: <c>serve</c> is what it does when nothing else is asked. docs/interfaces.md describes every command.</summary>
public static class CommandLine
{
    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("CountyHall: the digital hall of a county. Serves the site unless a command says otherwise.");
        root.Options.Add(Places.Data);
        root.Options.Add(Places.Database);
        var serve = ServeCommand.Make();
        root.Subcommands.Add(serve);
        root.Subcommands.Add(ApiCommand.Make());
        root.Subcommands.Add(BidCommand.Make());
        root.Subcommands.Add(CalendarCommand.Make());
        root.Subcommands.Add(CodeCommand.Make());
        root.Subcommands.Add(RedFlagsCommand.Coverage());
        root.Subcommands.Add(DatabaseCommand.Make());
        root.Subcommands.Add(DoctorCommand.Make());
        root.Subcommands.Add(DrawCommand.Make());
        root.Subcommands.Add(GuideCommand.Make());
        root.Subcommands.Add(IndexCommand.Make());
        root.Subcommands.Add(LoadYearCommand.Make());
        root.Subcommands.Add(LogCommand.Make());
        root.Subcommands.Add(OcdsCommand.Make());
        root.Subcommands.Add(RedFlagsCommand.Flags());
        root.Subcommands.Add(ReportCommand.Make());
        root.Subcommands.Add(SimilarityCommand.Make());
        root.Subcommands.Add(VerifyCommand.Make());
        // Nothing asked: serve, with whatever options were given.
        var asked = args.Any(a => root.Subcommands.Any(c => c.Name == a)) || args.Any(a => a is "--help" or "-h" or "-?" or "--version");
        return root.Parse(asked ? args : ["serve", .. args]).InvokeAsync();
    }
}
