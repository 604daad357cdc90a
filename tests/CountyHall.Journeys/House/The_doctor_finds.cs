using CountyHall.Approvals.Cases;
using CountyHall.Kernel.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.House;

/// <summary>Whatever is changed in the database by hand is found; what the house does itself is not.</summary>
public abstract class The_doctor_finds(Hall hall) : On_either_database(hall)
{
    /// <summary>What was done by hand, and the table in which the doctor must find it.</summary>
    public static TheoryData<string, string, string> Damages =>
        new()
        {
            { "the name of an applicant on a case", """UPDATE cases SET "ApplicantName" = '别人'""", "cases" },
            {
                "the promised days of a case",
                """UPDATE cases SET "Stage" = replace("Stage", '"promisedDays":5', '"promisedDays":50')""",
                "cases"
            },
            { "the copied name of a stage", """UPDATE cases SET "StageName" = 'granted'""", "cases" },
            { "what was handed in", """UPDATE cases SET "File" = replace("File", '120', '12000')""", "cases" },
            { "the day of receipt", """UPDATE cases SET "ReceivedAt" = '2026-11-01 01:00:00'""", "cases" },
            { "a case that is gone", """DELETE FROM cases""", "facts" },
            { "the name of a person", """UPDATE parties SET "Name" = '别人' WHERE "Name" = '顾青岚'""", "parties" },
            { "the telephone of a firm", """UPDATE parties SET "PhoneSealed" = NULL WHERE "Name" = '嘉善云岫小馆'""", "parties" },
            {
                "a firm made a person",
                """UPDATE parties SET "Kind" = 'person', "CitizenIdSealed" = 'x' WHERE "Name" = '嘉善云岫小馆'""",
                "parties"
            },
            { "a password", """UPDATE users SET "PasswordHash" = 'x' WHERE "UserName" = 'lu.bingzhu'""", "users" },
            { "whose account it is", """UPDATE users SET "StaffId" = NULL WHERE "UserName" = 'lu.bingzhu'""", "users" },
            { "the roles of a post", """UPDATE staff SET "Roles" = '["clerk","approver","head"]' WHERE "Name" = '朱景行'""", "staff" },
            { "a mandate that never ends", """UPDATE mandates SET "Until" = '2099-12-31'""", "mandates" },
            {
                "a promise in the catalogue",
                """UPDATE item_versions SET "Guide" = replace("Guide", '"promisedDays":5', '"promisedDays":55')""",
                "item_versions"
            },
            { "the type of a window", """UPDATE windows SET "Type" = 'commerce' WHERE "Number" = 'B04'""", "windows" },
            {
                "a window that nobody opened",
                """INSERT INTO window_types ("Id", "Division", "Key", "NameZh", "NameEn") VALUES (7, '330421', 'secret', '密', 'Secret')""",
                "window_types"
            },
            {
                "a document of the register",
                """UPDATE held_documents SET "Number" = '伪造' WHERE "Kind" = 'business-licence'""",
                "held_documents"
            },
            {
                "the body of a fact",
                """UPDATE facts SET "Body" = replace("Body", 'A03', 'A04') WHERE "Kind" = 'case-received'""",
                "log_checkpoints"
            },
            { "who did it", """UPDATE facts SET "Actor" = 1 WHERE "Kind" = 'case-accepted'""", "log_checkpoints" },
            {
                "when it happened",
                """UPDATE facts SET "OccurredAt" = '2026-11-01 01:00:00' WHERE "Kind" = 'case-accepted'""",
                "log_checkpoints"
            },
            { "a fact that is gone", """DELETE FROM facts WHERE "Id" = (SELECT min("Id") FROM facts)""", "facts" },
            {
                "the last facts that are gone",
                """DELETE FROM facts WHERE "Run" = (SELECT "Id" FROM log_runs WHERE "First" = (SELECT max("First") FROM log_runs))""",
                "facts"
            },
            {
                "a fact that the house did not record",
                """
                    INSERT INTO facts ("Id", "Subject", "Kind", "OccurredAt", "RecordedAt", "Actor", "Place", "Channel", "Body", "After", "Salt", "Run")
                    SELECT "Id" + 1000000, "Subject", "Kind", "OccurredAt", "RecordedAt", "Actor", "Place", "Channel", "Body", "After", "Salt", "Run"
                    FROM facts WHERE "Kind" = 'case-accepted'
                    """,
                "facts"
            },
            { "the signature of a checkpoint", """UPDATE log_checkpoints SET "Note" = replace("Note", '— ', '— x')""", "log_checkpoints" },
            {
                "two facts that changed places",
                """UPDATE log_runs SET "Facts" = substr("Facts", 20) || ' ' || substr("Facts", 1, 18) WHERE length("Facts") = 37""",
                "log_checkpoints"
            },
        };

    [Fact]
    public async Task Nothing_in_a_house_where_only_the_house_worked()
    {
        await using var hall = await Worked();
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task What_was_changed_by_hand(string what, string sql, string where)
    {
        await using var hall = await Worked();
        (await hall.Examine()).ShouldBeEmpty();
        (await hall.ByHand(sql)).ShouldNotBe(0, what);
        (await hall.Examine()).ShouldContain(found => found.Where.StartsWith(where), what);
    }

    [Fact]
    public async Task Nothing_in_the_counters_of_the_sign_in()
    {
        await using var hall = await Worked();
        using var scope = hall.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<HallUser>>();
        var user = (await users.FindByNameAsync("gu.qinglan"))!;
        (await users.AccessFailedAsync(user)).Succeeded.ShouldBeTrue();
        (await hall.Examine()).ShouldBeEmpty();
        // A password changed in the house's own way is a fact.
        (
            await users.ChangePasswordAsync(user, Web.Demonstration.DemonstrationCounty.Password, "another-demo-2026")
        ).Succeeded.ShouldBeTrue();
        (await hall.Examine()).ShouldBeEmpty();
    }

    private async Task<Hall> Worked()
    {
        var hall = await Journeys.Hall.Open(Hall.Engine);
        await Story
            .In(hall)
            .As("zhu.jingxing")
            .Receives("restaurant-food-licence", then: AfterReceipt.Accept)
            .As("shen.yining")
            .ChecksOnSite("gu.yanqiu");
        return hall;
    }
}

public sealed class The_doctor_finds_on_the_embedded_database(EmbeddedHall hall) : The_doctor_finds(hall), IClassFixture<EmbeddedHall>;

public sealed class The_doctor_finds_on_PostgreSQL(PostgresHall hall) : The_doctor_finds(hall), IClassFixture<PostgresHall>;
