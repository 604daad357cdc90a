using CountyHall.Hall.Systems;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys;

/// <summary>Another system, invented, registered by two administrators.</summary>
public static class Systems
{
    public static readonly (string Secret, string Public) Keys = Sm2Keys.Make();

    /// <summary>What this system does, with the claims that its signature would give it.</summary>
    public static async Task<Occasion> SystemOccasion(this Hall hall, string key = "bank-hall", string? idempotency = null)
    {
        var system = await hall.Connected(key);
        using var scope = hall.Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = SignedRequests.PrincipalOf(system) };
        return http.Occasion(idempotency);
    }

    public static async Task<ConnectedSystem> Connected(this Hall hall, string key)
    {
        if (await hall.Read(db => db.Set<ConnectedSystem>().AsNoTracking().FirstOrDefaultAsync(s => s.Key == key)) is { } known)
            return known;
        var ask = new ProposeSystem(
            key,
            "示例商业银行",
            "scjg",
            [SystemRight.Submit, SystemRight.State],
            Keys.Public,
            CountyTime.DayOf(hall.Now).AddYears(1),
            "示例：网点代为申报"
        );
        var proposed = (await hall.Get<ProposeSystemHandler>().Handle(ask, await hall.Occasion("sheng.yuanxiu"))).ShouldBeDone();
        (
            await hall.Get<ConfirmSystemHandler>().Handle(new(proposed.Change), await hall.Occasion(await SecondAdministrator(hall)))
        ).ShouldBeDone();
        return await hall.Connected(key);
    }

    /// <summary>The other administrator of the same county.</summary>
    public static Task<string> SecondAdministrator(this Hall hall) =>
        hall.Read(async db =>
        {
            var posts = (await db.Set<Staff>().AsNoTracking().Where(s => s.Division == "330421").ToListAsync())
                .Where(s => s.Roles.Contains(Role.Administrator))
                .Select(s => (long?)s.Id)
                .ToList();
            return (
                await db.Users.Where(u => posts.Contains(u.StaffId) && u.UserName != "sheng.yuanxiu").Select(u => u.UserName).FirstAsync()
            )!;
        });
}
