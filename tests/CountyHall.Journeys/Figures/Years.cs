using CountyHall.Approvals.Catalogue;
using CountyHall.Journeys.Build;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Results;
using CountyHall.Web.Demonstration.Years;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.Figures;

/// <summary>Halls with a generated year in them, and how their figures read.</summary>
public static class Years
{
    public const int Year = 2020;

    /// <summary>What the report printed, by id: value, unit, print form, check.</summary>
    public static IReadOnlyDictionary<string, string[]> Printed { get; } =
        File.ReadLines(Path.Combine(Source.Root, "tests/CountyHall.Journeys/Figures/report-2020.tsv"))
            .Where(line => line[0] != '#')
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0]);

    public static YearTargets Report { get; } = YearTargets.Read(File.ReadAllLines(YearTargets.FileOf(Year)!));

    public static async Task<Hall> Loaded(Engine engine, long seed, YearTargets targets)
    {
        var hall = await Hall.Open(engine, change: services => services.AddSingleton<LoadYearHandler>());
        (await Load(hall, seed, targets)).ShouldBeOfType<Result<YearLoaded>.Done>();
        return hall;
    }

    public static Task<Result<YearLoaded>> Load(Hall hall, long seed, YearTargets targets) =>
        hall.Get<LoadYearHandler>().Handle(new LoadYear(Year, seed, targets));

    public static async Task<IReadOnlyDictionary<string, FigureReading>> Read(Hall hall, DateOnly? cutOff = null, int year = Year)
    {
        hall.Get<ItemCatalogue>().Refresh();
        await using var db = await hall.Db();
        var scope = new FigureScope(db, new SiteSettings().Division, Period.Year(year, cutOff), WorkingCalendar.Published);
        return (await hall.Get<FigureBook>().Read(scope, hall.Get<IDbContextFactory<HallDb>>())).ToDictionary(reading => reading.Figure.Id);
    }

    /// <summary>A small year, for tests that need every kind of record and not every record.</summary>
    public static YearTargets Small { get; } = Table(Enumerable.Empty<(string, string)>());

    /// <summary>The small year with other values.</summary>
    public static YearTargets Table(IEnumerable<(string Id, string Value)> other)
    {
        var values = new Dictionary<string, string>
        {
            ["approvals.cases.total"] = "2000",
            ["approvals.cases.mean_working_days"] = "3.1",
            ["items.total"] = "490",
            ["items.mpy.county"] = "420",
            ["items.mpy.township"] = "31",
            ["items.mpy.county.zero_visit"] = "190",
            ["items.mpy.county.same_city"] = "200",
            ["items.in_centre.county"] = "310",
            ["items.in_centre.township"] = "31",
            ["items.published.rate"] = "100",
            ["windows.new_units"] = "9",
            ["investment.filing.visits"] = "0",
            ["trading.projects.total"] = "190",
            ["trading.sessions.total"] = "60",
            ["trading.turnover.total"] = "16.42",
            ["trading.gain.total"] = "4.41",
            ["trading.failed"] = "5",
            ["info.projects_published"] = "240",
            ["small.notices"] = "104",
            ["registration.reviewed"] = "640",
            ["deposit.movements"] = "1210",
            ["deposit.amount"] = "61.27",
            ["supervision.filings"] = "70",
            ["supervision.filing_opinions"] = "170",
            ["supervision.sessions"] = "36",
            ["supervision.reports"] = "38",
            ["supervision.opinions"] = "78",
            ["experts.briefing.projects"] = "6",
            ["experts.briefing.attendance"] = "36",
            ["draw.county.projects"] = "64",
            ["draw.small.projects"] = "95",
            ["evaluation.electronic.projects"] = "42",
            ["evaluation.assisted.projects"] = "13",
        };
        foreach (var (id, value) in other)
            values[id] = value;
        string PrintOf(string id) =>
            id switch
            {
                "approvals.cases.mean_working_days" or "items.published.rate" => "0.0",
                "trading.turnover.total" or "trading.gain.total" or "deposit.amount" => "0.00",
                _ => "0",
            };
        return YearTargets.Read(["id\tvalue\tprint", .. values.Select(v => $"{v.Key}\t{v.Value}\t{PrintOf(v.Key)}")]);
    }
}
