using System.CommandLine;
using CountyHall.Approvals.Cases;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall index rebuild</c>: makes the desks' lists and the next turn of every clock anew from the cases.</summary>
internal static class IndexCommand
{
    public static Command Make()
    {
        var openOnly = new Option<bool>("--open-only") { Description = "Leave out the cases on which nobody works any more." };
        var rebuild = new Command("rebuild", "Makes the index anew, in batches, also while the site is open.") { openOnly };
        rebuild.SetAction((asked, ct) => Rebuild(Places.Of(asked), asked.GetValue(openOnly), ct));
        return new Command("index", "What the desks' lists are read from; it can always be made again.") { rebuild };
    }

    private static async Task<int> Rebuild(Storage storage, bool openOnly, CancellationToken ct)
    {
        if (storage.IsNew)
            return LogCommand.Nothing(storage);
        await using var house = Bare.House(storage);
        await house.Prepare(ct);
        Console.WriteLine($"{await house.GetRequiredService<CaseIndex>().Rebuild(openOnly, ct)} cases indexed");
        return 0;
    }
}
