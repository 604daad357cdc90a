using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Staff;

/// <summary>What the pages of the desks share: who sits here, what was posted, and what the house answered.</summary>
/// <remarks>
/// Every post of a desk page goes to one handler of the page, whatever form it came from: a form that another officer's step has
/// made disappear meanwhile is then still answered with words and not with a bare error.
/// </remarks>
public abstract class StaffPage : ComponentBase
{
    /// <summary>The one handler's name; see <c>PostForm</c>.</summary>
    public const string Handler = "act";

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected IDbContextFactory<HallDb> Contexts { get; set; } = null!;

    [Inject]
    protected ItemCatalogue Catalogue { get; set; } = null!;

    [Inject]
    protected CountyCalendar Calendar { get; set; } = null!;

    [Inject]
    protected Offices Offices { get; set; } = null!;

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected FileStore Files { get; set; } = null!;

    /// <summary>Why what was asked for was not done.</summary>
    protected Refusal? Refused { get; set; }

    protected Actor Me => field ??= Http.User.ToActor();
    protected DateTime Now => Time.Now();
    protected DateOnly Today => CountyTime.DayOf(Now);
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Which button was pressed.</summary>
    protected string Pressed => Posted("do");

    protected string Posted(string name) => IsPost ? Http.Request.Form[name].ToString().Trim() : "";

    protected bool Ticked(string name) => Posted(name).Length > 0;

    /// <summary>What was posted under names that begin alike, such as <c>v.phone</c>, by the rest of the name.</summary>
    protected IReadOnlyDictionary<string, string> PostedBelow(string prefix) =>
        Http
            .Request.Form.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[prefix.Length..], field => field.Value.ToString().Trim());

    /// <summary>The occasion of what was posted; its key was made when the page was written, so the same form sent twice is one command.</summary>
    protected Occasion On(string step = "")
    {
        var key = Posted("key");
        return Http.Occasion(key.Length is > 0 and <= 40 ? $"{key}{step}" : null);
    }

    /// <summary>Keeps the files posted under names that begin alike; answers the refusal of the first that cannot be taken.</summary>
    protected async Task<(IReadOnlyDictionary<string, StoredFile> Kept, Refusal? Why)> Keep(string prefix)
    {
        var kept = new Dictionary<string, StoredFile>();
        Refusal? why = null;
        foreach (var file in Http.Request.Form.Files.Where(f => f.Length > 0 && f.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            await using var stream = file.OpenReadStream();
            switch (await Files.Put(stream, file.FileName, ct: Http.RequestAborted))
            {
                case Result<StoredFile>.Done(var stored):
                    kept[file.Name[prefix.Length..]] = stored;
                    break;
                case Result<StoredFile>.Refused(var no):
                    why ??= no;
                    break;
            }
        }
        return (kept, why);
    }

    /// <summary>Takes the answer of a use case: what was done leads on, a refusal is shown here.</summary>
    protected bool Took<T>(Result<T> outcome)
    {
        if (outcome is Result<T>.Refused(var why))
        {
            Refused = why;
            return false;
        }
        return true;
    }

    /// <summary>Answers 403 or 404 with the words of the refusal instead of a page.</summary>
    protected void Bar(Refusal why)
    {
        Refused = why;
        Http.Response.StatusCode = why is CaseNotFound or CaseNumberWrong ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
    }

    /// <summary>Names of items by their address name.</summary>
    protected async Task<IReadOnlyDictionary<string, Words>> ItemNames()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        return await Catalogue.Names(db, Today);
    }
}
