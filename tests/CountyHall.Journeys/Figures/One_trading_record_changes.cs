namespace CountyHall.Journeys.Figures;

/// <summary>Changing one line of the register of trade changes exactly the figures that depend on it.</summary>
public class One_trading_record_changes(SmallYear year) : IClassFixture<SmallYear>
{
    // One line of each kind; chosen by what they are, so that any seed has them.
    private const string Bought =
        """(SELECT "Id" FROM registered_results WHERE "Kind" = 'Completed' AND "IsTest" = 0 AND "Side" = 'Buying' AND "Amount" < "Comparison" AND "ConfirmedOn" BETWEEN '2020-05-01' AND '2020-11-30' AND "Corrects" IS NULL AND "Id" NOT IN (SELECT "Corrects" FROM registered_results WHERE "Corrects" IS NOT NULL) ORDER BY "Id" LIMIT 1)""";

    private const string Session =
        """(SELECT "Id" FROM registered_sessions WHERE "IsTest" = 0 AND "End" = 'Held' AND "HeldOn" BETWEEN '2020-03-01' AND '2020-11-30' AND "Number" NOT IN (SELECT "Session" FROM registered_supervisions) ORDER BY "Id" LIMIT 1)""";

    private const string Refund =
        """(SELECT "Id" FROM registered_movements WHERE "Kind" = 'Refund' AND "SettledOn" BETWEEN '2020-03-01' AND '2020-11-30' ORDER BY "Id" LIMIT 1)""";

    private const string Results = "trading.projects.total trading.turnover.total trading.gain.total";
    private const string Deposits = "deposit.movements deposit.amount";
    private const string Briefings = "experts.briefing.projects experts.briefing.attendance";

    public static TheoryData<string, string, string, string> Changes =>
        new()
        {
            {
                "a result was confirmed a year later",
                $"""UPDATE registered_results SET "ConfirmedOn" = '2021-03-01' WHERE "Id" = {Bought}""",
                "registered_results",
                Results
            },
            {
                "a result was a test",
                $"""UPDATE registered_results SET "IsTest" = 1 WHERE "Id" = {Bought}""",
                "registered_results",
                Results
            },
            {
                "a price was a yuan higher",
                $"""UPDATE registered_results SET "Amount" = "Amount" + 100 WHERE "Id" = {Bought}""",
                "registered_results",
                "trading.turnover.total trading.gain.total"
            },
            {
                "a control price was a yuan higher",
                $"""UPDATE registered_results SET "Comparison" = "Comparison" + 100 WHERE "Id" = {Bought}""",
                "registered_results",
                "trading.gain.total"
            },
            {
                "there was no price to compare with",
                $"""UPDATE registered_results SET "Comparison" = NULL WHERE "Id" = {Bought}""",
                "registered_results",
                "trading.gain.total"
            },
            {
                "the wrong line before a correction read otherwise",
                """UPDATE registered_results SET "Amount" = 1 WHERE "Id" = (SELECT MIN("Corrects") FROM registered_results)""",
                "registered_results",
                ""
            },
            {
                "a failure was not there",
                """DELETE FROM registered_results WHERE "Id" = (SELECT MIN("Id") FROM registered_results WHERE "Kind" <> 'Completed' AND "ConfirmedOn" BETWEEN '2020-01-01' AND '2020-12-31')""",
                "registered_results",
                "trading.failed"
            },
            {
                "a session was cancelled",
                $"""UPDATE registered_sessions SET "End" = 'Cancelled' WHERE "Id" = {Session}""",
                "registered_sessions",
                "trading.sessions.total sessions.served"
            },
            {
                "a session was stopped at its opening",
                $"""UPDATE registered_sessions SET "End" = 'StoppedAtOpening' WHERE "Id" = {Session}""",
                "registered_sessions",
                ""
            },
            {
                "a session was a rehearsal",
                $"""UPDATE registered_sessions SET "IsTest" = 1 WHERE "Id" = {Session}""",
                "registered_sessions",
                "trading.sessions.total sessions.served"
            },
            {
                "a session has no service log",
                $"""DELETE FROM registered_services WHERE "Session" = (SELECT "Number" FROM registered_sessions WHERE "Id" = {Session})""",
                "registered_services",
                "sessions.served"
            },
            {
                "no supervisor came to a session",
                """DELETE FROM registered_supervisions WHERE "Id" = (SELECT MIN("Id") FROM registered_supervisions WHERE "Session" IN (SELECT "Number" FROM registered_sessions WHERE "End" <> 'Cancelled' AND "IsTest" = 0 AND "HeldOn" BETWEEN '2020-01-01' AND '2020-12-31') AND "Session" IN (SELECT "Session" FROM registered_supervisions GROUP BY "Session" HAVING COUNT(*) = 1))""",
                "registered_supervisions",
                "supervision.sessions"
            },
            {
                "the second supervisor did not come",
                """DELETE FROM registered_supervisions WHERE "Id" = (SELECT MAX("Id") FROM registered_supervisions WHERE "Session" IN (SELECT "Session" FROM registered_supervisions GROUP BY "Session" HAVING COUNT(*) = 2))""",
                "registered_supervisions",
                ""
            },
            {
                "a report was issued a year later",
                """UPDATE registered_supervision_reports SET "IssuedOn" = '2021-03-01' WHERE "Number" = (SELECT MIN("Number") FROM registered_supervision_reports WHERE "IssuedOn" BETWEEN '2020-01-01' AND '2020-12-31' AND "Number" IN (SELECT "Report" FROM registered_supervision_opinions))""",
                "registered_supervision_reports",
                "supervision.reports supervision.opinions"
            },
            {
                "documents were filed a year later",
                """UPDATE registered_filings SET "FiledOn" = '2021-03-01' WHERE "Id" = (SELECT MIN("Id") FROM registered_filings WHERE "Serial" = 1)""",
                "registered_filings",
                "supervision.filings"
            },
            {
                "documents were not filed again",
                """DELETE FROM registered_filings WHERE "Id" = (SELECT MIN("Id") FROM registered_filings WHERE "Serial" = 2)""",
                "registered_filings",
                ""
            },
            {
                "an opinion was not given",
                """DELETE FROM registered_opinions WHERE "Id" = (SELECT MIN("Id") FROM registered_opinions)""",
                "registered_opinions",
                "supervision.filing_opinions"
            },
            {
                "a registration was refused",
                """UPDATE registered_reviews SET "Outcome" = 'Refused' WHERE "Id" = (SELECT MIN("Id") FROM registered_reviews WHERE "Outcome" = 'Accepted')""",
                "registered_reviews",
                ""
            },
            {
                "a registration was returned",
                """UPDATE registered_reviews SET "Outcome" = 'Returned' WHERE "Id" = (SELECT MIN("Id") FROM registered_reviews WHERE "Outcome" = 'Accepted')""",
                "registered_reviews",
                "registration.reviewed"
            },
            {
                "a refund was a yuan more",
                $"""UPDATE registered_movements SET "Amount" = "Amount" + 100 WHERE "Id" = {Refund}""",
                "registered_movements",
                "deposit.amount"
            },
            {
                "a refund went into the price",
                $"""UPDATE registered_movements SET "Kind" = 'Conversion' WHERE "Id" = {Refund}""",
                "registered_movements",
                Deposits
            },
            {
                "a refund was settled in January",
                $"""UPDATE registered_movements SET "SettledOn" = '2021-01-04' WHERE "Id" = {Refund}""",
                "registered_movements",
                Deposits
            },
            {
                "the bank paid other interest",
                """UPDATE registered_movements SET "Amount" = 1 WHERE "Id" = (SELECT MIN("Id") FROM registered_movements WHERE "Kind" = 'Interest')""",
                "registered_movements",
                ""
            },
            {
                "money from a wrong account was not returned",
                """DELETE FROM registered_movements WHERE "Id" = (SELECT MIN("Id") FROM registered_movements WHERE "Kind" = 'MisdirectedReturn')""",
                "registered_movements",
                ""
            },
            {
                "a draw was not executed",
                """UPDATE registered_draws SET "ExecutedOn" = NULL WHERE "Id" = (SELECT MIN("Id") FROM registered_draws WHERE "Origin" = 'County' AND "Project" IN (SELECT "Project" FROM registered_draws GROUP BY "Project" HAVING COUNT(*) = 1))""",
                "registered_draws",
                "draw.county.projects"
            },
            {
                "a second draw was not executed",
                """UPDATE registered_draws SET "ExecutedOn" = NULL WHERE "Id" = (SELECT MAX("Id") FROM registered_draws WHERE "Origin" = 'County' AND "Project" IN (SELECT "Project" FROM registered_draws GROUP BY "Project" HAVING COUNT(*) = 2))""",
                "registered_draws",
                ""
            },
            {
                "a small platform did not draw",
                """DELETE FROM registered_draws WHERE "Id" = (SELECT MIN("Id") FROM registered_draws WHERE "Origin" = 'Small' AND "ExecutedOn" BETWEEN '2020-01-01' AND '2020-12-31' AND "Project" IN (SELECT "Project" FROM registered_draws GROUP BY "Project" HAVING COUNT(*) = 1))""",
                "registered_draws",
                "draw.small.projects"
            },
            {
                "a project was evaluated with the other system",
                """UPDATE registered_evaluations SET "System" = 'Assisted' WHERE "Id" = (SELECT MIN("Id") FROM registered_evaluations WHERE "System" = 'Electronic' AND "IsTest" = 0 AND "SetUpOn" BETWEEN '2020-01-01' AND '2020-12-31' AND "Project" IN (SELECT "Project" FROM registered_evaluations GROUP BY "Project" HAVING COUNT(*) = 1))""",
                "registered_evaluations",
                "evaluation.electronic.projects evaluation.assisted.projects"
            },
            {
                "a topic was not ticked",
                """UPDATE registered_briefings SET "Quality" = 0 WHERE "Id" = (SELECT MIN("Id") FROM registered_briefings WHERE "Quality" = 1)""",
                "registered_briefings",
                Briefings
            },
            {
                "an expert did not sign",
                """UPDATE registered_briefing_attendances SET "Signed" = 0 WHERE "Id" = (SELECT MIN("Id") FROM registered_briefing_attendances WHERE "Signed" = 1)""",
                "registered_briefing_attendances",
                "experts.briefing.attendance"
            },
            {
                "a small project was announced a year later",
                """UPDATE registered_notices SET "PublishedOn" = '2021-03-01' WHERE "Id" = (SELECT MIN(n."Id") FROM registered_notices n JOIN registered_projects p ON n."Project" = p."Project" WHERE p."Tier" = 'Small' AND n."PublishedOn" BETWEEN '2020-01-01' AND '2020-12-31' AND n."Project" IN (SELECT "Project" FROM registered_notices GROUP BY "Project" HAVING COUNT(*) = 1))""",
                "registered_notices",
                "info.projects_published small.notices"
            },
            {
                "a clarification was not published",
                """DELETE FROM registered_notices WHERE "Id" = (SELECT MIN("Id") FROM registered_notices WHERE "Kind" = 'Clarification')""",
                "registered_notices",
                ""
            },
            {
                "a small project went over the county",
                """UPDATE registered_projects SET "Tier" = 'County' WHERE "Id" = (SELECT MIN("Id") FROM registered_projects WHERE "Tier" = 'Small' AND "EnteredOn" BETWEEN '2020-01-01' AND '2020-12-31')""",
                "registered_projects",
                "small.notices"
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public Task Exactly_the_figures_that_depend_on_it_change(string what, string sql, string table, string figures) =>
        year.Changes(what, sql, table, figures);

    [Theory]
    [InlineData("registered_sessions", """ "End" = 'Cancelled' """)]
    [InlineData("registered_sessions", """ "IsTest" = 1 """)]
    [InlineData("registered_sessions", """ "HeldOn" > '2020-12-31' AND "Number" NOT IN (SELECT "Session" FROM registered_services) """)]
    [InlineData("registered_results", """ "Amount" = 320000000 AND "Id" IN (SELECT "Corrects" FROM registered_results) """)]
    [InlineData("registered_results", """ "Amount" = 230000000 AND "Corrects" IS NOT NULL """)]
    [InlineData("registered_results", """ "Kind" = 'Completed' AND "Project" <> "Lot" """)]
    [InlineData("registered_results", """ "Kind" = 'Completed' AND "ConfirmedOn" = '2019-12-30' """)]
    [InlineData("registered_results", """ "Kind" = 'Completed' AND "Comparison" IS NULL """)]
    [InlineData("registered_notices", """ "Kind" = 'Termination' """)]
    [InlineData(
        "registered_filings",
        """ "Serial" = 2 AND "Tender" IN (SELECT "Tender" FROM registered_filings WHERE "FiledOn" < '2020-01-01') """
    )]
    [InlineData("registered_draws", """ "ExecutedOn" IS NULL """)]
    [InlineData("registered_draws", """ "Project" IN (SELECT "Project" FROM registered_draws GROUP BY "Project" HAVING COUNT(*) > 1) """)]
    [InlineData("registered_evaluations", """ "IsTest" = 1 """)]
    [InlineData("registered_reviews", """ "Outcome" = 'Returned' """)]
    [InlineData("registered_reviews", """ "IsTest" = 1 """)]
    [InlineData("registered_briefings", """ "Quality" = 0 """)]
    [InlineData("registered_movements", """ "Kind" = 'Conversion' """)]
    [InlineData("registered_movements", """ "Kind" = 'Forfeiture' """)]
    [InlineData("registered_movements", """ "Kind" = 'Interest' """)]
    [InlineData("registered_movements", """ "Kind" = 'MisdirectedReturn' """)]
    [InlineData("registered_movements", """ "Kind" = 'Refund' AND "SettledOn" > '2020-12-31' """)]
    [InlineData("registered_movements", """ "Kind" = 'Receipt' AND "SettledOn" < '2020-01-01' """)]
    public async Task What_a_careless_count_would_take_in_is_there(string table, string which) =>
        (await year.Hall.ByHand($"""UPDATE "{table}" SET "Id" = "Id" WHERE {which}""")).ShouldBeGreaterThan(0);

    [Fact]
    public async Task Land_procurement_and_small_projects_say_that_they_are_plain_results() =>
        (
            await year.Hall.ByHand(
                """UPDATE registered_projects SET "Id" = "Id" WHERE "PlainResult" = ("Category" = 'Works' AND "Tier" = 'County')"""
            )
        ).ShouldBe(0);
}
