using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Demonstration;

/// <summary>The people of the demonstration county, who do what people do there: through the use cases, on the days that they would have had.</summary>
internal sealed class InventedPeople
{
    private const string Division = "330421";

    private readonly IServiceProvider house;
    private readonly Dictionary<string, Actor> known;

    private InventedPeople(IServiceProvider house, Dictionary<string, Actor> known)
    {
        (this.house, this.known) = (house, known);
        Citizens = known.Where(k => k.Value.Person is not null).ToDictionary(k => k.Value.Person!.Value, k => k.Key);
    }

    /// <param name="today">Mandates that have ended by then are not known.</param>
    public static async Task<InventedPeople> Know(IServiceProvider house, DateOnly today)
    {
        await using var db = await house.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContextAsync();
        var staff = await db.Set<Staff>().AsNoTracking().ToDictionaryAsync(s => s.Id);
        var persons = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(p => p.Id);
        var firms = (await db.Set<Mandate>().AsNoTracking().Where(m => m.Until >= today).ToListAsync()).ToLookup(
            m => m.PersonId,
            m => m.FirmId
        );
        var known = new Dictionary<string, Actor>();
        foreach (var user in await db.Users.AsNoTracking().ToListAsync())
        {
            if (user.StaffId is { } id)
            {
                var post = staff[id];
                known[user.UserName!] = new(
                    user.Id,
                    post.Name,
                    post.Division,
                    post.Office,
                    post.Window,
                    post.Roles.ToHashSet(),
                    post.WindowTypes.ToHashSet()
                );
            }
            else if (user.PersonId is { } person)
            {
                known[user.UserName!] = new(user.Id, persons[person].Name, Division, Person: person, Firms: firms[person].ToHashSet());
            }
        }
        return new(house, known);
    }

    /// <summary>By the name with which they sign in.</summary>
    public Actor this[string user] => known[user];

    public bool Knows(string user) => known.ContainsKey(user);

    /// <summary>Names of citizens at the sign-in, by party id.</summary>
    public IReadOnlyDictionary<long, string> Citizens { get; }

    /// <summary>Somebody asks for something, and it is done.</summary>
    /// <param name="key">The same again gives the first answer.</param>
    public async Task<T> Ask<THandler, T>(string user, DateTime at, Func<THandler, Occasion, Task<Result<T>>> ask, string? key = null)
        where THandler : notnull
        where T : notnull
    {
        var by = known[user];
        var channel = by switch
        {
            { Window: not null } => Channel.Window,
            { IsStaff: true } => Channel.Office,
            _ => Channel.Online,
        };
        var on = new Occasion(by, key, at, channel, by.Window ?? by.Office ?? "网上");
        return await ask(house.GetRequiredService<THandler>(), on) switch
        {
            Result<T>.Done(var done) => done,
            Result<T>.Refused(var why) => throw new InvalidOperationException($"The demonstration was refused: {why.Reason.En}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
