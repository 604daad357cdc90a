using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Web.Demonstration;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading.Experts;

/// <summary>A tender whose opening is over, and the library of the demonstration county: the ground on which a draw is tried. All invented.</summary>
public sealed class DrawGround
{
    public const string Entity = "wei.chengyu";
    public const string Agency = "su.wanqing";
    public const string Supervisor = "luo.qingyan";
    public const string OtherSupervisor = "meng.hanzhi";
    public const string Centre = "yuan.jinghe";
    public const string Platform = "zheng.luoyi";
    public const string OtherPlatform = "cui.yuning";
    public const string Representative = "he.linxi";
    public const string Place = "三楼评标区";

    private const string EntityShare = "93190000000000000000001./";
    private const string SupervisorShare = "22222222222222222222.33333333333333333333./";

    public static readonly IReadOnlyList<WantedExperts> Wanted = [new("A01", 3), new("B01", 1)];

    private readonly Hall hall;
    private readonly Dictionary<string, string> users = [];

    private DrawGround(Hall hall, Lot lot) => (this.hall, Lot) = (hall, lot);

    public Lot Lot { get; }
    public string Tender => Lot.Number[..20];
    public string Draw { get; set; } = "";
    public DateTime MeetingAt { get; private set; }
    public Vault Vault => hall.Get<Vault>();

    public static async Task<DrawGround> In(Hall hall, InventedEnd end = InventedEnd.Opened, int daysAhead = -8)
    {
        // Evaluations of other tests in this house are long over.
        hall.Clock.Advance(TimeSpan.FromDays(8));
        var ground = new DrawGround(hall, await hall.HasTender(end, daysAhead)) { MeetingAt = hall.Now.AddHours(26) };
        // Who is behind a call can be known with the key of the house only.
        foreach (
            var (user, person) in await hall.Read(db =>
                db.Set<HallUser>()
                    .Where(u => u.PersonId != null)
                    .Select(u => new ValueTuple<string, long>(u.UserName!, u.PersonId!.Value))
                    .ToListAsync()
            )
        )
            ground.users[ExpertCall.KeyOf(ground.Vault, person)] = user;
        return ground;
    }

    /// <summary>A draw whose experts are being called, and one of a platform: what the pages show.</summary>
    internal static async Task<Dictionary<string, string>> ForEveryPage(Storage storage)
    {
        await using var hall = await Hall.Of(Engine.Embedded, storage, TimeProvider.System.GetUtcNow().AddDays(-8));
        var ground = await In(hall);
        await ground.Draws();
        var small = await ground.Ask<RequestSmallDrawHandler, DrawWasRequested>(
            Platform,
            (h, on) =>
                h.Handle(
                    new(
                        "XT-2026-1",
                        "示例村道路小型工程",
                        "西塘镇示例村",
                        "91330421DEMA05113N",
                        800_000_00,
                        [new("A01", 3)],
                        hall.Now.AddDays(1),
                        "镇平台评标室",
                        []
                    ),
                    on
                )
        );
        return new()
        {
            ["drawn-tender"] = ground.Tender,
            ["draw"] = ground.Draw,
            ["small-draw"] = small.Number,
        };
    }

    public RequestDraw Request(
        IReadOnlyList<WantedExperts>? wanted = null,
        string? place = null,
        string? again = null,
        IReadOnlyList<long>? representatives = null,
        DateTime? at = null
    ) => new(Tender, wanted ?? Wanted, representatives ?? [], at ?? MeetingAt, place ?? Place, Again: again);

    public async Task<long> Person(string user) => (await hall.Occasion(user)).By.Person.ShouldNotBeNull();

    public async Task Requests()
    {
        var asked = await Ask<RequestDrawHandler, DrawWasRequested>(
            Agency,
            async (h, on) => await h.Handle(Request(representatives: [await Person(Representative)]), on)
        );
        Draw = asked.Number;
    }

    public Task<PoolWasPublished> Publishes(string user = Agency) =>
        Ask<PublishPoolHandler, PoolWasPublished>(user, (h, on) => h.Handle(new(Draw), on));

    public static (DrawParty Party, string User, string Share)[] Sides(int attempt = 1) =>
        [(DrawParty.Entity, Agency, $"{attempt}{EntityShare}"), (DrawParty.Supervisor, Supervisor, $"{attempt}{SupervisorShare}")];

    public async Task Commits(int attempt = 1)
    {
        foreach (var (party, user, share) in Sides(attempt))
            await Ask<CommitExpertShareHandler, ExpertShareCommitted>(
                user,
                (h, on) => h.Handle(new(Draw, party, PublicDraw.CommitmentTo(PublicDraw.Canonical(share)!)), on)
            );
    }

    public async Task Reveals(int attempt = 1)
    {
        foreach (var (party, user, share) in Sides(attempt))
            await Ask<RevealExpertShareHandler, ExpertShareRevealed>(user, (h, on) => h.Handle(new(Draw, party, share), on));
    }

    /// <summary>From the request to the calls.</summary>
    public async Task Draws()
    {
        await Requests();
        await Publishes();
        await Commits();
        await Reveals();
    }

    public Task<List<ExpertCall>> Calls() =>
        hall.Read(async db =>
        {
            var draw = await db.ExpertDraws.AsNoTracking().SingleAsync(d => d.Number == Draw);
            return await db.ExpertCalls.AsNoTracking().Where(c => c.DrawId == draw.Id).OrderBy(c => c.Id).ToListAsync();
        });

    public Task<ExpertDraw> State() => hall.Read(db => db.ExpertDraws.AsNoTracking().SingleAsync(d => d.Number == Draw));

    /// <summary>The account of whoever was called.</summary>
    public string UserOf(ExpertCall call) => users[call.PersonKey];

    public Task<CallAnswered> Answers(ExpertCall call, bool comes = true) =>
        Ask<AnswerCallHandler, CallAnswered>(UserOf(call), (h, on) => h.Handle(new(call.Id, comes, comes ? null : DeclineReason.Time), on));

    /// <summary>Everybody who is waited for says yes, until the seats are filled.</summary>
    public async Task EverybodyComes()
    {
        while ((await Calls()).Find(c => c.Stage is Called) is { } call)
            await Answers(call);
    }

    public async Task OpensNames()
    {
        hall.Clock.SetUtcNow(new DateTimeOffset(MeetingAt.AddMinutes(-20), TimeSpan.Zero));
        await Ask<OpenNamesHandler, NamesWereOpened>(Agency, (h, on) => h.Handle(new(Draw), on));
    }

    public Task<List<CommitteeSeat>> Seats() =>
        hall.Read(async db =>
        {
            var id = Lot.TenderId;
            return await db.Set<CommitteeSeat>()
                .AsNoTracking()
                .Where(s => s.TenderId == id)
                .OrderBy(s => s.Place)
                .ThenBy(s => s.Id)
                .ToListAsync();
        });

    public Task<IReadOnlyList<PoolPerson>> Pool() =>
        hall.Read<IReadOnlyList<PoolPerson>>(async db =>
        {
            var draw = await db.ExpertDraws.SingleAsync(d => d.Number == Draw);
            var entries = await db.PoolEntries.Where(e => e.DrawId == draw.Id).OrderBy(e => e.Number).ToListAsync();
            return
            [
                .. entries.Select(e =>
                    System.Text.Json.JsonSerializer.Deserialize<PoolPerson>(Vault.Open(e.Sealed), Recording.Json).ShouldNotBeNull()
                ),
            ];
        });

    /// <summary>What the clock and the outbox do by themselves.</summary>
    public async Task TheClockGoesOn(TimeSpan by)
    {
        hall.Clock.Advance(by);
        await hall.Get<JobRunner>().RunDue();
    }

    public async Task<T> Ask<THandler, T>(string user, Func<THandler, Occasion, Task<Result<T>>> ask)
        where THandler : notnull => (await ask(hall.Get<THandler>(), await hall.Occasion(user))).ShouldBeDone();

    public async Task<Refusal> Refused<THandler, T>(string user, Func<THandler, Occasion, Task<Result<T>>> ask)
        where THandler : notnull => (await ask(hall.Get<THandler>(), await hall.Occasion(user))).Refusal().ShouldNotBeNull("It was done.");
}
