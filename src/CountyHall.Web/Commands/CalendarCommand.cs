using System.CommandLine;
using System.Globalization;
using CountyHall.Kernel.Calendar;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall calendar due --start 2020-01-20 --days 20</c>: the last day of a period, with the day-by-day proof.</summary>
internal static class CalendarCommand
{
    public static Command Make()
    {
        var start = new Option<DateOnly>("--start")
        {
            Description = "Day of the event that starts the period (not counted).",
            Required = true,
        };
        var days = new Option<int>("--days") { Description = "Working days.", Required = true };
        var known = new Option<DateOnly?>("--known") { Description = "Answer as the calendar was known on that day." };
        var quiet = new Option<bool>("--quiet") { Description = "Print the due date alone." };
        var due = new Command("due", "Prints why each day counts or not, and the due date as the last line.") { start, days, known, quiet };
        due.SetAction(asked => Print(asked.GetValue(start), asked.GetValue(days), asked.GetValue(known), asked.GetValue(quiet)));
        return new Command("calendar", "Working days of the State Council's calendar.") { due };
    }

    private static int Print(DateOnly start, int days, DateOnly? known, bool quiet)
    {
        if (days < 0)
        {
            Console.Error.WriteLine("--days must not be negative.");
            return 2;
        }
        try
        {
            var calendar = known is { } day ? WorkingCalendar.Published.AsKnownOn(day) : WorkingCalendar.Published;
            var clock = new Clock("calendar", days, Kernel.Law.Unit.WorkingDays, CountyTime.Utc(start, new TimeOnly(9, 0)));
            var reading = clock.Read(calendar, clock.StartedAt);
            if (!quiet)
            {
                foreach (var proof in clock.Prove(calendar, clock.StartedAt))
                    Console.WriteLine($"{Day(proof.Date)}  {proof.Number, 3}  {proof.Why.Zh} / {proof.Why.En}");
                if (reading.Provisional)
                    Console.WriteLine("暂定：到期日所在年份的放假安排尚未公布 / provisional: that year's holidays are not arranged yet");
            }
            Console.WriteLine(Day(reading.Due));
            return 0;
        }
        catch (ArgumentOutOfRangeException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return 2;
        }

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
