using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Openings;

/// <summary>What the pages of rooms and openings share: who is here, what was posted, and what the house answered.</summary>
/// <remarks>As on the desks, every post of a page goes to its one handler, so a form that another's step made disappear is still answered with words.</remarks>
public abstract class OpeningPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected IDbContextFactory<HallDb> Contexts { get; set; } = null!;

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Why what was asked for was not done.</summary>
    protected Refusal? Refused { get; set; }

    protected Actor Me => Http.User.ToActor();
    protected DateTime Now => Time.Now();
    protected DateOnly Today => CountyTime.DayOf(Now);
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Which button was pressed.</summary>
    protected string Pressed => Posted("do");

    protected string Posted(string name) => IsPost ? Http.Request.Form[name].ToString().Trim() : "";

    protected long PostedId(string name) =>
        long.TryParse(Posted(name), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0;

    protected int PostedCount(string name) =>
        int.TryParse(Posted(name), System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : 0;

    /// <summary>An instant typed as a day and a time in Beijing; none where it is none.</summary>
    protected DateTime? PostedInstant(string day, string time) =>
        DateOnly.TryParseExact(Posted(day), "yyyy-MM-dd", out var on)
        && TimeOnly.TryParseExact(Posted(time), ["HH:mm", "HH:mm:ss", "H:mm"], out var at)
            ? CountyTime.Utc(on, at)
            : null;

    protected Occasion On() => Http.Occasion(FormKey.Of(Http));

    /// <summary>Takes the answer of a use case: what was done leads on, a refusal is shown here.</summary>
    protected bool Took<T>(Result<T> outcome)
    {
        if (outcome is Result<T>.Refused(var why))
            Refused = why;
        return outcome is Result<T>.Done;
    }

    /// <summary>Answers with the words of the refusal instead of a page.</summary>
    protected void Bar(Refusal why, int status)
    {
        Refused = why;
        Http.Response.StatusCode = status;
    }
}
