using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Bidding;

/// <summary>What the pages of those who hold keys share: who is here, what was posted, and what the house answered.</summary>
public abstract class KeyHolderPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected HallDb Db { get; set; } = null!;

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    protected Refusal? Refused { get; set; }
    protected Actor Me => Http.User.ToActor();
    protected DateTime Now => Time.Now();
    protected DateOnly Today => CountyTime.DayOf(Now);

    protected string Posted(string name) => HttpMethods.IsPost(Http.Request.Method) ? Http.Request.Form[name].ToString().Trim() : "";

    protected Occasion On() => Http.Occasion(FormKey.Of(Http));

    protected bool Took<T>(Result<T> outcome)
    {
        if (outcome is Result<T>.Refused(var why))
            Refused = why;
        return outcome is Result<T>.Done;
    }

    /// <summary>The firms that the visitor may act for, by name.</summary>
    protected async Task<List<Firm>> Firms()
    {
        var ids = (Me.Firms ?? new HashSet<long>()).ToList();
        return await Db.Set<Firm>().AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.Name).ToListAsync();
    }

    /// <summary>The public keys as the browser or <c>countyhall bid keys</c> wrote them; what is none of it is refused by its use case.</summary>
    protected static PublicKeys ReadKeys(string text)
    {
        try
        {
            return
                System.Text.Json.JsonSerializer.Deserialize<PublicKeys>(text, Recording.Json)
                    is { SigningKey: not null, EncryptionKey: not null, Proof: not null } keys
                ? keys
                : new("", "", "");
        }
        catch (System.Text.Json.JsonException)
        {
            return new("", "", "");
        }
    }
}
