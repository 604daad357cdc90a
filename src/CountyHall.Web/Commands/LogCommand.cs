using System.CommandLine;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall log checkpoint</c>: prints the newest signed state of the public log; <c>log key</c> the key to check it with.</summary>
internal static class LogCommand
{
    public static Command Make()
    {
        var checkpoint = new Command("checkpoint", "Enters what is waiting and prints the newest checkpoint, a signed note.");
        checkpoint.SetAction((asked, ct) => Checkpoint(Places.Of(asked), ct));
        var key = new Command("key", "Prints the line of the key that signs the checkpoints.");
        key.SetAction((asked, _) => Key(Places.Of(asked)));
        return new Command("log", "The public log of every fact.") { checkpoint, key };
    }

    private static async Task<int> Checkpoint(Storage storage, CancellationToken ct)
    {
        if (storage.IsNew)
            return Nothing(storage);
        await using var house = Bare.House(storage);
        var journal = house.GetRequiredService<PublicLog>();
        await journal.EnterNew(ct);
        await journal.EnterQuiet(ct);
        await using var db = await house.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContextAsync(ct);
        if (await PublicLog.Newest(db, ct) is not { } newest)
        {
            await Console.Error.WriteLineAsync("The log has no entry yet.");
            return 1;
        }
        Console.Write(newest.Note);
        return 0;
    }

    private static async Task<int> Key(Storage storage)
    {
        if (storage.IsNew)
            return Nothing(storage);
        await using var house = Bare.House(storage);
        Console.WriteLine(house.GetRequiredService<PublicLog>().Key);
        return 0;
    }

    internal static int Nothing(Storage storage)
    {
        Console.Error.WriteLine($"There is no house in {storage.Folder}.");
        return 2;
    }
}
