using CountyHall.Approvals;
using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Licences;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.House;

/// <summary>证照库: a licence that the hall has issued is not asked for again, as long as it holds.</summary>
public abstract class The_licence_base(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task What_the_hall_has_issued_fills_in_the_next_application_until_it_is_taken_back()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var licence = await Licensed(hall, "individual-business-registration", "顾青岚");
        licence.Type.ShouldBe("business-licence");
        (await Known(hall, licence)).Evidence.ShouldNotBeNull().ShouldContain(licence.Number);

        var head = await hall.Occasion("lu.bingzhu");
        (await hall.Get<RevokeLicenceHandler>().Handle(new(licence.Id, RevocationGround.Deceit, "提交虚假材料"), head)).ShouldBeDone();
        (await hall.Read(db => LicenceRegister.HeldBy(db, [], hall.Now, licence.Holder))).ShouldBeEmpty();
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_holder_is_reminded_in_time_and_not_after_having_asked()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var licence = await Licensed(hall, "restaurant-food-licence", "嘉善云岫小馆");
        var until = licence.ValidUntil.ShouldNotBeNull();
        (await Reminders(hall)).ShouldBe([90, 60, 45]);
        hall.Clock.SetUtcNow(CountyTime.Utc(until.AddDays(-90), new TimeOnly(10, 0)));
        var before = await Messages(hall);
        while (await hall.Get<JobRunner>().RunDue() > 0) { }
        (await Messages(hall)).ShouldBe(before + 1);

        (await hall.Get<AskForRenewalHandler>().Handle(new(licence.Id), await hall.Occasion("gu.qinglan"))).ShouldBeDone();
        hall.Clock.SetUtcNow(CountyTime.Utc(until.AddDays(-60), new TimeOnly(10, 0)));
        while (await hall.Get<JobRunner>().RunDue() > 0) { }
        (await Messages(hall)).ShouldBe(before + 1);
    }

    private static async Task<Licence> Licensed(Hall hall, string item, string applicant)
    {
        var story = Story.In(hall).As("zhu.jingxing").Receives(item, applicant, AfterReceipt.Accept);
        await story;
        var guide = await hall.Guide(item);
        foreach (var duty in guide.Route)
        {
            var approvers = await Approvers(hall, duty.Office);
            story = duty.OnSite ? story.As(approvers[0]).ChecksOnSite(approvers[1]).Agrees() : story.As(approvers[0]).Agrees();
        }
        await story.As("jiang.yanqiu").Makes();
        return await hall.Read(db => db.Licences.AsNoTracking().SingleAsync(l => l.Case == story.Number));
    }

    private static async Task<List<string>> Approvers(Hall hall, string office) =>
        await hall.Read(async db =>
        {
            var staff = await db.Set<Kernel.People.Staff>().AsNoTracking().Where(s => s.Office == office).OrderBy(s => s.Id).ToListAsync();
            var ids = staff.Where(s => s.Roles.Contains(Kernel.People.Role.Approver)).Select(s => (long?)s.Id).ToList();
            return await db.Users.Where(u => ids.Contains(u.StaffId)).OrderBy(u => u.StaffId).Select(u => u.UserName!).ToListAsync();
        });

    private static async Task<Handed> Known(Hall hall, Licence licence)
    {
        var guide = await hall.Guide("restaurant-food-licence");
        var held = await hall.Read(db => LicenceRegister.HeldBy(db, [], hall.Now, licence.Holder));
        return HeldMaterials.Of(guide, held, hall.Now)[guide.Materials.Single(m => m.Held == "business-licence").Id];
    }

    private static async Task<List<int>> Reminders(Hall hall) =>
        (
            await hall.Read(db =>
                db.Set<Job>().Where(j => j.Kind == "remind-of-renewal").OrderBy(j => j.Due).Select(j => j.Body).ToListAsync()
            )
        ).ConvertAll(body => System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("daysBefore").GetInt32());

    private static Task<int> Messages(Hall hall) =>
        hall.Read(db => db.Set<Job>().CountAsync(j => j.Kind == "text-message" && j.Body.Contains("需要延续")));
}

public sealed class The_licence_base_on_the_embedded_database(EmbeddedHall hall) : The_licence_base(hall), IClassFixture<EmbeddedHall>;

public sealed class The_licence_base_on_PostgreSQL(PostgresHall hall) : The_licence_base(hall), IClassFixture<PostgresHall>;
