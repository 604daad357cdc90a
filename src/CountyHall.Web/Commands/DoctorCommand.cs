using System.CommandLine;
using CountyHall.Kernel.Journal;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall doctor</c>: is the database as it was recorded? Prints what is not; exit code 1 if there is anything.</summary>
internal static class DoctorCommand
{
    public static Command Make()
    {
        var doctor = new Command("doctor", "Finds rows and facts that were changed by hand.");
        doctor.SetAction((asked, ct) => Examine(Places.Of(asked), ct));
        return doctor;
    }

    private static async Task<int> Examine(Storage storage, CancellationToken ct)
    {
        if (storage.IsNew)
        {
            await Console.Error.WriteLineAsync($"There is no house in {storage.Folder}.");
            return 2;
        }
        await using var house = Bare.House(storage);
        await house.GetRequiredService<PublicLog>().EnterNew(ct);
        var found = 0;
        await foreach (var finding in house.GetRequiredService<Doctor>().Examine(ct))
        {
            found++;
            Console.WriteLine($"{finding.Where}: {finding.What}");
        }
        Console.WriteLine(found == 0 ? "as recorded" : $"{found} found");
        return found == 0 ? 0 : 1;
    }
}
