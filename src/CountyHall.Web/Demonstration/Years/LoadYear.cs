using System.Globalization;
using CountyHall.Approvals;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Figures;
using CountyHall.Hall.Windows;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Oversight.Evaluations;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Demonstration.Years;

/// <summary>Loads a generated year of raw records into a house that has an offices' list and not yet that year.</summary>
public sealed record LoadYear(int Year, long Seed, YearTargets Targets);

/// <summary>The year is in the house, all of it or nothing.</summary>
public sealed record YearLoaded(int Year, long Seed, int Items, int Cases, int Stops, int Visits, int Steps, int Evaluations, int Trade);

public sealed class LoadYearHandler(
    IDbContextFactory<HallDb> contexts,
    HallWriter writer,
    ItemCatalogue catalogue,
    SiteSettings site,
    TimeProvider time
)
{
    /// <exception cref="TargetsCannotBeReachedException">The target table contradicts itself or what the house has.</exception>
    public async Task<Result<YearLoaded>> Handle(LoadYear ask, CancellationToken ct = default)
    {
        if (ask.Year <= WorkingCalendar.FirstDay.Year || !WorkingCalendar.Published.IsArranged(new(ask.Year, 1, 1)))
            return new YearNotArranged(ask.Year);
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await db.Set<ArchiveBatch>().AnyAsync(b => b.Division == site.Division && b.Year == ask.Year, ct))
                return new YearThereAlready(ask.Year);
            if (!await db.Set<Office>().AnyAsync(o => o.Division == site.Division && o.Kind == "town", ct))
                return new NoCountyYet(site.Division);
        }
        var on = new Occasion(Actor.House, $"year-{ask.Year}", time.Now(), Channel.Office, "demonstration year");
        var loaded = await writer.Write(on, db => Load(db, ask, on), ct);
        catalogue.Refresh();
        return loaded;
    }

    private async Task<Result<YearLoaded>> Load(HallDb db, LoadYear ask, Occasion on)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"demonstration year, seed {ask.Seed}");
        var ids = new YearIds(ask.Year);
        BatchLabel Label() => new(ids.Next<ArchiveBatch>(), site.Division, ask.Year, source, Demonstration: true);
        var (cases, stops, visits, steps, evaluations) = (Label(), Label(), Label(), Label(), Label());
        var made = await Make(db, ask, ids, (cases.Id, stops.Id, visits.Id, steps.Id));

        await db.TakeOver(on, cases, made.Cases);
        await db.TakeOver(on, stops, made.Stops);
        await db.TakeOver(on, visits, made.Visits);
        await db.TakeOver(on, steps, made.Steps);
        YearEvaluations.Make(new Streams(ask.Seed), ids, evaluations.Id, made);
        await db.TakeOver(on, evaluations, made.Evaluations);
        await EvaluationTally.Rebuild(db, site.Division);
        var trade = new YearTrade(ids);
        new YearTrading(ask.Year, site.Division, ask.Targets, new Streams(ask.Seed), trade).Make();
        await trade.TakeOver(db, on, id => new(id, site.Division, ask.Year, source, Demonstration: true));
        Add(made.Offices);
        Add(made.Units);
        Add(made.Versions);
        Add(made.Endings);
        Add(made.Placements);
        Add(made.Publications);
        var batch = db.ChangeTracker.Entries<ArchiveBatch>().First(b => b.Entity.Id == cases.Id).Entity;
        return db.Record(
            batch,
            on,
            new YearLoaded(
                ask.Year,
                ask.Seed,
                made.Versions.Count,
                made.Cases.Count,
                made.Stops.Count,
                made.Visits.Count,
                made.Steps.Count,
                made.Evaluations.Count,
                trade.Lines
            )
        );

        void Add<T>(List<T> records)
            where T : class, IRecorded
        {
            foreach (var record in records)
            {
                db.Add(record);
                db.Record(record, on, new DemonstrationLoaded(typeof(T).Name), answer: false);
            }
        }
    }

    private async Task<YearRecords> Make(HallDb db, LoadYear ask, YearIds ids, (long Cases, long Stops, long Visits, long Steps) batches)
    {
        catalogue.Refresh();
        var scope = new FigureScope(db, site.Division, Period.Year(ask.Year), WorkingCalendar.Published);
        var house = new YearHouse(
            site.Division,
            await ItemStanding.All(scope, catalogue),
            await db.ResidentUnits.AsNoTracking().Where(u => u.Division == site.Division).ToListAsync(),
            await db.Set<Office>().AsNoTracking().Where(o => o.Division == site.Division).OrderBy(o => o.Key).ToListAsync(),
            await db.Set<Window>()
                .AsNoTracking()
                .Where(w => w.Division == site.Division)
                .OrderBy(w => w.Number)
                .Select(w => w.Number)
                .ToListAsync()
        );
        var (streams, made) = (new Streams(ask.Seed), new YearRecords());
        var cases = ask.Targets.Count("approvals.cases.total");
        const string Mean = "approvals.cases.mean_working_days";
        var days = Methods.TotalPrintedAs(ask.Targets[Mean], ask.Targets.Decimals(Mean), cases, streams, "working-days");
        YearUnits.Make(ask.Year, house, ask.Targets, streams, ids, made);
        var items = new YearCatalogue(ask.Year, house, ask.Targets, streams, ids, made).Make(cases, days);
        new YearCases(
            ask.Year,
            house,
            ask.Targets,
            streams,
            ids,
            items,
            batches.Cases,
            batches.Stops,
            batches.Visits,
            batches.Steps,
            made
        ).Make(cases, days);
        return made;
    }
}

/// <summary>Units that came into the centre in the year, and those that came the year before and after.</summary>
internal static class YearUnits
{
    public static void Make(int year, YearHouse house, YearTargets targets, Streams streams, YearIds ids, YearRecords made)
    {
        var already = house.Units.Count(u => u.Since.Year == year);
        var wanted = targets.Count("windows.new_units") - already;
        if (wanted < 0)
            throw new TargetsCannotBeReachedException($"the house has {already} of windows.new_units already");
        for (var i = 0; i < wanted; i++)
            Enter(i, new DateOnly(year, 1, 2).AddDays(streams.Below(360, "unit-entered", i)));
        Enter(wanted, new DateOnly(year - 1, 11, 18));
        Enter(wanted + 1, new DateOnly(year - 1, 12, 31));
        Enter(wanted + 2, new DateOnly(year + 1, 1, 1));

        void Enter(int number, DateOnly since)
        {
            var name =
                number < Invented.Units.Length ? Invented.Units[number] : new($"第{number + 1}服务站", $"Service Station {number + 1}");
            var key = string.Create(CultureInfo.InvariantCulture, $"unit-{year}-{number + 1:00}");
            made.Offices.Add(
                new Office
                {
                    Id = ids.Next<Office>(),
                    Key = key,
                    Division = house.Division,
                    NameZh = $"{name.Zh}（示例）",
                    NameEn = $"{name.En} (sample)",
                    Uscc = Invented.Uscc(house.Division, number + 1),
                    Kind = "department",
                }
            );
            made.Units.Add(
                new ResidentUnit
                {
                    Id = ids.Next<ResidentUnit>(),
                    Division = house.Division,
                    Office = key,
                    Since = since,
                    ApprovingOfficeThere = true,
                    PowerThere = true,
                }
            );
        }
    }
}

public sealed record YearThereAlready(int Year)
    : Refusal(
        ($"{Year} 年的记录已经在库里。", $"The records of {Year} are in the house already."),
        ("换一个空的数据目录再装入；装入的记录不能删除。", "Load into another folder; what was loaded cannot be taken out.")
    );

public sealed record YearNotArranged(int Year)
    : Refusal(
        ($"{Year} 年没有已公布的放假安排，算不出工作日。", $"No holidays are published for {Year}, so its working days are not known."),
        ("请选择 2018 年以后、放假安排已公布的年份。", "Choose a year from 2018 on whose holidays are published.")
    );

public sealed record NoCountyYet(string Division)
    : Refusal(
        ($"库里还没有 {Division} 的单位。", $"There are no offices of {Division} in the house yet."),
        ("先运行 countyhall database update --demonstration。", "Run countyhall database update --demonstration first.")
    );
