using CountyHall.Kernel.Figures;

namespace CountyHall.Journeys.Figures;

/// <summary>The small year, shared by the tests that change one record of it and put it back.</summary>
public sealed class SmallYear : IAsyncLifetime
{
    private Hall? hall;

    public Hall Hall => hall!;
    public IReadOnlyDictionary<string, FigureReading> Before { get; private set; } = new Dictionary<string, FigureReading>();

    public async ValueTask InitializeAsync()
    {
        hall = await Years.Loaded(Engine.Embedded, 9, Years.Small);
        Before = await Years.Read(hall);
    }

    public ValueTask DisposeAsync() => hall!.DisposeAsync();

    /// <summary>Changes one record by hand, looks which figures changed, and puts it back.</summary>
    public async Task Changes(string what, string sql, string table, string figures)
    {
        await Hall.ByHand($"""CREATE TABLE kept AS SELECT * FROM "{table}" """);
        try
        {
            (await Hall.ByHand(sql)).ShouldBe(1, what);
            var after = await Years.Read(Hall);
            Changed(after).ShouldBe(figures.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true, what);
        }
        finally
        {
            await Hall.ByHand(
                $"""PRAGMA foreign_keys = OFF; DELETE FROM "{table}"; INSERT INTO "{table}" SELECT * FROM kept; DROP TABLE kept"""
            );
        }
        Changed(await Years.Read(Hall)).ShouldBeEmpty("put back");
    }

    private List<string> Changed(IReadOnlyDictionary<string, FigureReading> after) =>
        [.. Before.Where(figure => after[figure.Key].Quantity?.Value != figure.Value.Quantity?.Value).Select(figure => figure.Key)];
}

/// <summary>Changing one raw record changes exactly the figures that depend on it.</summary>
public class One_record_changes(SmallYear year) : IClassFixture<SmallYear>
{
    // One case that counts, one item of each kind; chosen by what they are, so that any seed has them.
    private const string Case =
        """(SELECT "Id" FROM closed_cases WHERE "HandledAt" = 'Centre' AND "Outcome" = 'Granted' AND "IsTest" = 0 AND "Corrects" IS NULL AND "ClosedOn" BETWEEN '2020-03-01' AND '2020-11-30' AND "AcceptedOn" < "ClosedOn" AND "Id" NOT IN (SELECT "Corrects" FROM closed_cases WHERE "Corrects" IS NOT NULL) AND "Item" IN (SELECT "Item" FROM item_versions WHERE "Guide" NOT LIKE '%企业投资项目备案%') AND "Number" NOT IN (SELECT "Case" FROM case_stops) ORDER BY "Id" LIMIT 1)""";

    private const string TotalAndMean = "approvals.cases.total approvals.cases.mean_working_days";

    public static TheoryData<string, string, string, string> Changes =>
        new()
        {
            {
                "a case is closed a year later",
                $"""UPDATE closed_cases SET "ClosedOn" = '2021-03-01' WHERE "Id" = {Case}""",
                "closed_cases",
                TotalAndMean
            },
            { "a case was a test", $"""UPDATE closed_cases SET "IsTest" = 1 WHERE "Id" = {Case}""", "closed_cases", TotalAndMean },
            {
                "a case was withdrawn",
                $"""UPDATE closed_cases SET "Outcome" = 'Withdrawn' WHERE "Id" = {Case}""",
                "closed_cases",
                TotalAndMean
            },
            {
                "a case was handled in a village",
                $"""UPDATE closed_cases SET "HandledAt" = 'Village' WHERE "Id" = {Case}""",
                "closed_cases",
                TotalAndMean
            },
            {
                "a case was accepted earlier",
                $"""UPDATE closed_cases SET "AcceptedOn" = '2019-12-02' WHERE "Id" = {Case}""",
                "closed_cases",
                "approvals.cases.mean_working_days"
            },
            {
                "a stop was not there",
                """DELETE FROM case_stops WHERE "Id" = (SELECT MIN("Id") FROM case_stops)""",
                "case_stops",
                "approvals.cases.mean_working_days"
            },
            {
                "somebody came for an investment filing",
                """INSERT INTO case_visits ("Id", "Case", "On", "Window") SELECT 5, "Number", '2020-05-06', 'B01' FROM closed_cases WHERE "HandledAt" = 'Centre' AND "Outcome" IN ('Granted', 'Completed') AND "IsTest" = 0 AND "ClosedOn" BETWEEN '2020-01-01' AND '2020-12-31' AND "Corrects" IS NULL AND "Item" IN (SELECT "Item" FROM item_versions WHERE "Guide" LIKE '%企业投资项目备案%') LIMIT 1""",
                "case_visits",
                "investment.filing.visits"
            },
            {
                "a page came down",
                """UPDATE item_publications SET "To" = '2020-12-30' WHERE "To" IS NULL AND "Item" IN (SELECT "Item" FROM item_placements WHERE "Place" = 'Town' AND "Item" LIKE 'sample%') AND "From" < '2020-01-01' AND "Id" = (SELECT MIN("Id") FROM item_publications WHERE "To" IS NULL AND "From" < '2020-01-01' AND "Item" IN (SELECT "Item" FROM item_placements WHERE "Place" = 'Town' AND "Item" LIKE 'sample%'))""",
                "item_publications",
                "items.published.rate"
            },
            {
                "a county item left the centre",
                """UPDATE item_placements SET "Place" = 'Department' WHERE "Id" = (SELECT MIN(p."Id") FROM item_placements p JOIN item_versions v ON v."Item" = p."Item" WHERE p."Place" = 'Centre' AND p."To" IS NULL AND p."From" < '2020-01-01' AND v."Guide" LIKE '%"visits":1%' AND p."Item" LIKE 'sample%')""",
                "item_placements",
                "items.in_centre.county items.in_centre.rate items.in_centre.county.rate"
            },
            {
                "a unit came the year before",
                """UPDATE resident_units SET "Since" = '2019-12-30' WHERE "Id" = (SELECT MIN("Id") FROM resident_units WHERE "Since" BETWEEN '2020-01-01' AND '2020-12-31')""",
                "resident_units",
                "windows.new_units"
            },
            {
                "an item takes two visits",
                """UPDATE item_versions SET "Guide" = replace("Guide", '"visits":1', '"visits":2') WHERE "Id" = (SELECT MIN(v."Id") FROM item_versions v JOIN item_placements p ON v."Item" = p."Item" WHERE p."Place" = 'Department' AND p."To" IS NULL AND v."EffectiveFrom" < '2020-01-01' AND v."Guide" LIKE '%"visits":1%' AND v."Guide" LIKE '%"sameCity":false%' AND v."Item" LIKE 'sample%' AND v."Item" NOT IN (SELECT "Item" FROM item_versions WHERE "Version" > 1))""",
                "item_versions",
                "items.mpy.total items.mpy.rate items.mpy.county items.in_centre.rate items.in_centre.county.rate"
            },
            {
                "an item ended",
                """INSERT INTO item_endings ("Id", "Division", "Item", "LastDay", "Reason") SELECT 5, '330421', MIN("Item"), '2020-12-30', 'x' FROM item_versions WHERE "EffectiveFrom" < '2020-01-01' AND "Guide" LIKE '%"visits":3%' AND "Item" LIKE 'sample%'""",
                "item_endings",
                "items.total items.mpy.rate"
            },
            {
                "a step was another day",
                """UPDATE case_steps SET "On" = '2020-02-02' WHERE "Id" = (SELECT MIN("Id") FROM case_steps)""",
                "case_steps",
                ""
            },
            { "a window was renamed", """UPDATE windows SET "PlaceZh" = '别处' WHERE "Number" = 'B04'""", "windows", "" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public Task Exactly_the_figures_that_depend_on_it_change(string what, string sql, string table, string figures) =>
        year.Changes(what, sql, table, figures);

    [Fact]
    public async Task A_page_that_is_down_turns_the_word_into_a_percentage()
    {
        year.Before["items.published.rate"].Printed.ShouldBe("全部");
        await year.Hall.ByHand("""CREATE TABLE kept AS SELECT * FROM item_publications""");
        await year.Hall.ByHand(
            """UPDATE item_publications SET "To" = '2020-12-01' WHERE "Id" = (SELECT MIN("Id") FROM item_publications WHERE "To" IS NULL AND "Item" LIKE 'sample%' AND "From" < '2020-01-01')"""
        );
        var down = (await Years.Read(year.Hall))["items.published.rate"];
        await year.Hall.ByHand("""DELETE FROM item_publications; INSERT INTO item_publications SELECT * FROM kept; DROP TABLE kept""");
        down.Printed.ShouldBe("99.8%");
        down.Quantity!.Numerator.ShouldBe(down.Quantity.Denominator!.Value - 1);
    }

    [Fact]
    public async Task Counted_at_an_earlier_date_it_is_the_earlier_state()
    {
        var june = await Years.Read(year.Hall, new DateOnly(2020, 6, 30));
        // Eight items were improved on the first of July; some began later, some were moved into the centre.
        (Value(june, "items.mpy.total") < Value(year.Before, "items.mpy.total")).ShouldBeTrue();
        (Value(june, "items.in_centre.county") < Value(year.Before, "items.in_centre.county")).ShouldBeTrue();
        (Value(june, "approvals.cases.total") < Value(year.Before, "approvals.cases.total")).ShouldBeTrue();
        (Value(june, "windows.new_units") < Value(year.Before, "windows.new_units")).ShouldBeTrue();
        june.Values.ShouldAllBe(reading => reading.Holds != false);
        // What happens after the date does not reach back.
        var again = await Years.Read(year.Hall, new DateOnly(2020, 6, 30));
        again.Values.Select(r => r.Quantity).ShouldBe(june.Values.Select(r => r.Quantity));
        (await Years.Read(year.Hall, new DateOnly(2020, 12, 31)))
            .Values.Select(r => r.Quantity)
            .ShouldBe(year.Before.Values.Select(r => r.Quantity));
    }

    [Fact]
    public async Task Every_figure_opens_into_the_records_that_it_counts()
    {
        await using var db = await year.Hall.Db();
        foreach (var id in year.Before.Keys)
            await A_generated_year.LeavesThrough(db, year.Hall, id);
    }

    private static Fraction Value(IReadOnlyDictionary<string, FigureReading> readings, string id) => readings[id].Quantity!.Value;
}
