using System.Globalization;
using System.Text.RegularExpressions;
using CountyHall.Journeys.Build;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Web.Demonstration.Years;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.Figures;

/// <summary>Raw records made by any seed read as the annual report printed them; no figure is typed in anywhere.</summary>
public class A_generated_year
{
    [Theory]
    [InlineData(1)]
    [InlineData(2020)]
    [InlineData(-77_123_456_789)]
    public async Task Reads_as_the_report_printed_it_whatever_the_seed(long seed)
    {
        await using var hall = await Years.Loaded(Engine.Embedded, seed, Years.Report);
        var readings = await Years.Read(hall);
        foreach (var (id, printed) in Years.Printed)
        {
            var reading = readings[id];
            reading.Digits.ShouldBe(printed[1], id);
            reading.Figure.Unit.Zh.ShouldBe(printed[2], id);
            reading.Figure.Print.Notation.ShouldBe(printed[3], id);
            (reading.Figure.Check?.Text ?? "").ShouldBe(printed[4], id);
            reading.Holds.ShouldNotBe(false, id);
        }
        readings["items.published.rate"].Printed.ShouldBe("全部");
        readings["investment.filing.visits"].Printed.ShouldBe("零上门");
        readings["experts.briefing.topics"].Printed.ShouldBe("四");
    }

    [Fact]
    public async Task Reads_on_PostgreSQL_as_on_the_embedded_database()
    {
        Assert.SkipWhen(Engine.Postgres.Missing is not null, Engine.Postgres.Missing ?? "");
        await using var embedded = await Years.Loaded(Engine.Embedded, 5, Years.Small);
        await using var postgres = await Years.Loaded(Engine.Postgres, 5, Years.Small);
        var (one, other) = (await Years.Read(embedded), await Years.Read(postgres));
        other.Values.Select(r => (r.Figure.Id, r.Quantity)).ShouldBe(one.Values.Select(r => (r.Figure.Id, r.Quantity)));
        (await Digests(postgres)).ShouldBe(await Digests(embedded));
        (await postgres.Examine()).ShouldBeEmpty();
        // The records behind a figure can be leafed through there too.
        await using var db = await postgres.Db();
        await LeavesThrough(db, postgres, "approvals.cases.total");
    }

    [Fact]
    public async Task Is_the_same_for_the_same_seed_and_another_for_another()
    {
        await using var first = await Years.Loaded(Engine.Embedded, 11, Years.Small);
        await using var again = await Years.Loaded(Engine.Embedded, 11, Years.Small);
        await using var other = await Years.Loaded(Engine.Embedded, 12, Years.Small);
        var digests = await Digests(first);
        (await Digests(again)).ShouldBe(digests);
        (await Digests(other)).Intersect(digests).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Reads_as_any_other_table_that_does_not_contradict_itself(int seed)
    {
        var random = new Streams(seed);
        int Between(int least, int most, string what) => least + random.Below(most - least + 1, what, 0);
        // The house's own items of the time are among them: some are slower, some lie outside, whatever the table says.
        var county = Between(350, 700, "county");
        var township = Between(5, 60, "township");
        // A share that a whole number of pages gives.
        var pages = county + township - Between(1, 20, "pages");
        var share = new Fraction(100 * pages, county + township).Text(1);
        var wanted = new Dictionary<string, string>
        {
            ["approvals.cases.total"] = Text(Between(900, 4000, "cases")),
            ["approvals.cases.mean_working_days"] = $"{Between(0, 6, "days")}.{Between(1, 9, "tenths")}",
            ["items.total"] = Text(county + township + Between(0, 40, "slow")),
            ["items.mpy.county"] = Text(county),
            ["items.mpy.township"] = Text(township),
            ["items.mpy.county.zero_visit"] = Text(Between(190, county - 60, "zero")),
            ["items.mpy.county.same_city"] = Text(Between(190, county - 60, "same")),
            ["items.in_centre.county"] = Text(Between(190, county - 60, "in")),
            ["items.in_centre.township"] = Text(township),
            ["items.published.rate"] = share,
            ["windows.new_units"] = Text(Between(6, 40, "units")),
            ["investment.filing.visits"] = Text(Between(0, 3, "visits")),
        };
        foreach (var (id, value) in OfTrading(Between))
            wanted[id] = value;
        await using var hall = await Years.Loaded(Engine.Embedded, seed, Years.Table(wanted.Select(w => (w.Key, w.Value))));
        var readings = await Years.Read(hall);
        foreach (var (id, value) in wanted)
            readings[id].Digits.ShouldBe(value, id);
        readings.Values.ShouldAllBe(reading => reading.Holds != false);
    }

    /// <summary>What may be traded in a year, drawn at random.</summary>
    private static Dictionary<string, string> OfTrading(Func<int, int, string, int> between)
    {
        var (small, county) = (between(80, 150, "small"), between(110, 180, "county-lots"));
        var completed = (small + county) * between(78, 84, "completed") / 100;
        var (assisted, electronic) = (between(8, 16, "assisted"), between(25, 40, "electronic"));
        var reviewed = (5 * county) + between(0, 60, "reviewed");
        var (sessions, briefed) = (between(45, 70, "sessions"), between(3, 8, "briefed"));
        var supervised = between(20, 36, "supervised");
        var turnover = between(1300, 2600, "turnover"); // hundredths
        string Hundredths(int number) => new Fraction(number, 100).Text(2);
        return new()
        {
            ["trading.projects.total"] = Text(completed),
            ["trading.sessions.total"] = Text(sessions),
            ["trading.turnover.total"] = Hundredths(turnover),
            ["trading.gain.total"] = Hundredths(turnover * between(18, 27, "gain") / 100),
            ["trading.failed"] = Text(between(0, 9, "failed")),
            ["info.projects_published"] = Text(small + county),
            ["small.notices"] = Text(small),
            ["registration.reviewed"] = Text(reviewed),
            ["deposit.movements"] = Text(reviewed * between(165, 190, "moved") / 100),
            ["deposit.amount"] = Hundredths(between(3000, 9000, "deposits")),
            ["supervision.filings"] = Text(between(60, 90, "filings")),
            ["supervision.filing_opinions"] = Text(between(0, 300, "opinions")),
            ["supervision.sessions"] = Text(supervised),
            ["supervision.reports"] = Text(supervised + between(0, 4, "reports")),
            ["supervision.opinions"] = Text(between(0, 90, "proposals")),
            ["experts.briefing.projects"] = Text(briefed),
            ["experts.briefing.attendance"] = Text(briefed * between(5, 7, "attended")),
            ["draw.county.projects"] = Text(assisted + electronic + between(0, 12, "drawn")),
            ["draw.small.projects"] = Text(between(small / 2, small, "small-drawn")),
            ["evaluation.electronic.projects"] = Text(electronic),
            ["evaluation.assisted.projects"] = Text(assisted),
        };
    }

    [Fact]
    public async Task Is_as_recorded_until_a_row_is_changed_by_hand()
    {
        await using var hall = await Years.Loaded(Engine.Embedded, 3, Years.Small);
        (await hall.Examine()).ShouldBeEmpty();
        await hall.ByHand("""UPDATE closed_cases SET "ClosedOn" = '2020-03-04' WHERE "Id" = (SELECT MIN("Id") FROM closed_cases)""");
        (await hall.Examine()).ShouldHaveSingleItem().Where.ShouldStartWith("closed_cases of batch");
        await hall.ByHand("""DELETE FROM case_visits WHERE "Id" = (SELECT MAX("Id") FROM case_visits)""");
        (await hall.Examine())
            .Select(f => f.Where)
            .ShouldContain(where => where.StartsWith("case_visits of batch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_loaded_once_and_marked_as_invented()
    {
        await using var hall = await Years.Loaded(Engine.Embedded, 3, Years.Small);
        var again = await Years.Load(hall, 4, Years.Small);
        again.ShouldBeOfType<Result<YearLoaded>.Refused>().Why.ShouldBeOfType<YearThereAlready>();
        var batches = await hall.Read(db => db.Set<ArchiveBatch>().ToListAsync());
        batches.Count.ShouldBe(21);
        batches.ShouldAllBe(batch => batch.Demonstration);
    }

    [Fact]
    public async Task Refuses_a_table_that_contradicts_itself_and_leaves_nothing_behind()
    {
        await using var hall = await Hall.Open(Engine.Embedded, change: services => services.AddSingleton<LoadYearHandler>());
        var table = Years.Table([("items.in_centre.county", "421")]);
        await Should.ThrowAsync<TargetsCannotBeReachedException>(() => Years.Load(hall, 1, table));
        (await hall.Read(db => db.Set<ArchiveBatch>().AnyAsync())).ShouldBeFalse();
        (await Years.Load(hall, 1, Years.Small)).ShouldBeOfType<Result<YearLoaded>.Done>();
    }

    [Fact]
    public void The_engine_holds_no_value_of_the_report()
    {
        // Three digits and more, and every decimal: short whole numbers mean too many other things.
        var values = Years.Printed.Values.Select(cells => cells[1]).Where(v => v.Length >= 3 && v != "100").ToHashSet();
        values.Count.ShouldBeGreaterThan(9);
        foreach (var (path, text) in Source.Files)
        foreach (var value in values)
        {
            // Three digits may also stand in a code or a colour elsewhere; never where figures are made.
            var ofFigures =
                path.Contains("/Figures/", StringComparison.Ordinal)
                || path.Contains("/Years/", StringComparison.Ordinal)
                || path.Contains("/Register/", StringComparison.Ordinal);
            if (ofFigures || value.Length > 3)
                Regex.IsMatch(text, $@"(?<![\d.]){Regex.Escape(value)}(?!\d)").ShouldBeFalse($"{path} holds {value}");
        }
    }

    internal static async Task LeavesThrough(Kernel.Data.HallDb db, Hall hall, string id)
    {
        var scope = new FigureScope(db, "330421", Period.Year(Years.Year), Kernel.Calendar.WorkingCalendar.Published);
        foreach (var set in hall.Get<FigureBook>().Find(id)!.Measure.Sets)
        {
            var (seen, after) = (new HashSet<string>(), (string?)null);
            while (await set.Page(scope, after, 500) is { Count: > 0 } page)
            {
                foreach (var record in page)
                    seen.Add(record.Key).ShouldBeTrue(record.Key);
                after = page[^1].Key;
            }
            seen.Count.ShouldBe((int)await set.Count(scope), set.Key);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Task<List<string>> Digests(Hall hall) =>
        hall.Read(db => db.Set<ArchiveBatch>().OrderBy(b => b.Table).Select(b => b.Digest).ToListAsync());
}
