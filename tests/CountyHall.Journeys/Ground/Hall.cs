using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Web.Demonstration;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CountyHall.Journeys;

/// <summary>A real house on a real database with the demonstration county in it, and a clock that the test holds in its hand.</summary>
/// <remarks>Nothing goes on by itself: tests call the clock watch, the outbox and the log keeper when the story needs them.</remarks>
public class Hall : IAsyncLifetime
{
    /// <summary>Tuesday 24 November 2026, 09:00 in Beijing: an ordinary working day.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    private ServiceProvider? house;
    private Action<IServiceCollection>? change;

    protected Hall(Engine engine) => Engine = engine;

    public Engine Engine { get; }
    public FakeTimeProvider Clock { get; private init; } = new(Morning);
    public Storage Storage { get; private set; } = new("", null);
    public bool IsOpen => house is not null;
    public IServiceProvider Services => house ?? throw new InvalidOperationException("The house is not open.");
    public DateTime Now => Clock.Now();

    /// <summary>A hall of its own, for a test that damages it.</summary>
    /// <param name="change">What this house has besides: a job of the test's own.</param>
    public static async Task<Hall> Open(Engine engine, DateTimeOffset? at = null, Action<IServiceCollection>? change = null)
    {
        var hall = new Hall(engine) { Clock = new(at ?? Morning), change = change };
        await hall.InitializeAsync();
        return hall;
    }

    internal static async Task<Hall> Of(Engine engine, Storage storage, DateTimeOffset? at = null)
    {
        var hall = new Hall(engine) { Storage = storage, Clock = new(at ?? Morning) };
        await hall.Build();
        return hall;
    }

    /// <summary>A second process over the same records, as far as the house can tell.</summary>
    public async Task<Hall> AnotherNode()
    {
        var node = new Hall(Engine)
        {
            Storage = Storage,
            Clock = Clock,
            change = change,
        };
        await node.Build();
        return node;
    }

    public async ValueTask InitializeAsync()
    {
        if (Engine.Missing is not null)
            return;
        Storage = await Engine.Copy();
        await Build();
    }

    public async ValueTask DisposeAsync()
    {
        if (house is not null)
            await house.DisposeAsync();
        house = null;
        GC.SuppressFinalize(this);
    }

    internal Task Load() => Get<DemonstrationCounty>().LoadIfEmpty();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task<HallDb> Db() => await Get<IDbContextFactory<HallDb>>().CreateDbContextAsync();

    /// <summary>Looks something up in a context of its own.</summary>
    public async Task<T> Read<T>(Func<HallDb, Task<T>> read)
    {
        await using var db = await Db();
        return await read(db);
    }

    /// <summary>Changes the database by hand, behind the house's back.</summary>
    public async Task<int> ByHand(string sql)
    {
        await using var db = await Db();
#pragma warning disable EF1002 // The test itself wrote the text.
        return await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}"));
#pragma warning restore EF1002
    }

    /// <summary>Somebody signed in, with the claims that the cookie would carry; the empty name is nobody.</summary>
    public async Task<Occasion> Occasion(string user, string? key = null)
    {
        if (user == "system")
            return await this.SystemOccasion(idempotency: key);
        using var scope = Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (user.Length > 0)
        {
            var account =
                await scope.ServiceProvider.GetRequiredService<UserManager<HallUser>>().FindByNameAsync(user)
                ?? throw new ArgumentException($"There is no account {user}.", nameof(user));
            http.User = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<HallUser>>().CreateAsync(account);
        }
        return http.Occasion(key);
    }

    /// <summary>Enters new facts into the public log and answers what the doctor then finds.</summary>
    public async Task<List<Finding>> Examine()
    {
        await Get<PublicLog>().EnterNew();
        await Get<PublicLog>().EnterQuiet();
        var found = new List<Finding>();
        await foreach (var finding in Get<Doctor>().Examine())
            found.Add(finding);
        return found;
    }

    private async Task Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Critical));
        services.AddSingleton(new SiteSettings());
        services.AddHouse(Storage);
        services.AddAccounts();
        services.AddSingleton<DemonstrationCounty>();
        services.AddSingleton<ClockWatch>();
        change?.Invoke(services);
        house = services.BuildServiceProvider();
        await house.Prepare();
    }
}

/// <summary>A hall on the embedded database, shared by the tests of one class.</summary>
public sealed class EmbeddedHall() : Hall(Engine.Embedded);

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresHall() : Hall(Engine.Postgres);

/// <summary>A chapter that holds on both databases. Its two closing lines name them.</summary>
public abstract class On_either_database
{
    protected On_either_database(Hall hall)
    {
        Assert.SkipWhen(hall.Engine.Missing is not null, hall.Engine.Missing ?? "");
        Hall = hall;
    }

    protected Hall Hall { get; }
}
