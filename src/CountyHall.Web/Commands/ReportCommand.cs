using System.CommandLine;
using CountyHall.Kernel.Calendar;
using CountyHall.Web.Hosting;
using CountyHall.Web.Pages.Figures;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall report --year 2020</c>: every figure of a year, computed from the records; exit code 1 where a check fails.</summary>
internal static class ReportCommand
{
    public static Command Make()
    {
        var year = new Option<int>("--year") { Description = "The year reported on.", Required = true };
        var cutOff = new Option<DateOnly?>("--cut-off") { Description = "Last day that counts; the end of the year if left out." };
        var format = new Option<string>("--format") { Description = "tsv", DefaultValueFactory = _ => "tsv" };
        format.AcceptOnlyFromAmong("tsv");
        var report = new Command("report", "Prints id, value, unit, printed text and check of every figure.") { year, cutOff, format };
        report.SetAction((asked, ct) => Print(Places.Of(asked), asked.GetValue(year), asked.GetValue(cutOff), ct));
        return report;
    }

    private static async Task<int> Print(Storage storage, int year, DateOnly? cutOff, CancellationToken ct)
    {
        if (storage.IsNew)
            return LogCommand.Nothing(storage);
        await using var house = Bare.House(storage);
        // A report changes nothing, the schema neither: whoever serves the house has brought it up to date.
        await house.GetRequiredService<CountyCalendar>().Read(ct);
        var desk = house.GetRequiredService<FigureDesk>();
        if (desk.PeriodOf(year, cutOff) is not { } period)
        {
            await Console.Error.WriteLineAsync(
                $"{year} 年不能统计，或截止日不在这一年里。No report can be made of {year}, or the cut-off does not lie in it."
            );
            return 2;
        }
        var readings = await desk.Read(period, ct);
        if (FigureDesk.AreEmpty(readings))
        {
            await Console.Error.WriteLineAsync($"库里没有 {year} 年的记录。There are no records of {year} in this house.");
            return 2;
        }
        foreach (var reading in readings)
            Console.WriteLine(
                string.Join('\t', reading.Figure.Id, reading.Digits, reading.Figure.Unit.Zh, reading.Printed, reading.CheckText)
            );
        return readings.Any(reading => reading.Holds == false) ? 1 : 0;
    }
}
