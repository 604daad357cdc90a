using System.Globalization;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Experts;
using CountyHall.Web.Pages.Tendering;
using Microsoft.AspNetCore.Components;

namespace CountyHall.Web.Pages.Experts;

/// <summary>What the pages of a draw share: what was posted, and the steps that both sides take.</summary>
public abstract class DrawPage : TenderingPage
{
    [Inject]
    protected PublishPoolHandler Publishing { get; set; } = null!;

    [Inject]
    protected CommitExpertShareHandler Committing { get; set; } = null!;

    [Inject]
    protected RevealExpertShareHandler Revealing { get; set; } = null!;

    [Inject]
    protected RestartExpertDrawHandler Restarting { get; set; } = null!;

    [Inject]
    protected CancelMeetingHandler Cancelling { get; set; } = null!;

    [Inject]
    protected OpenNamesHandler Opening { get; set; } = null!;

    protected DrawView? View { get; set; }

    protected string[] PostedAll(string name) => IsPost ? [.. Http.Request.Form[name].OfType<string>().Where(v => v.Length > 0)] : [];

    protected long PostedId(string name) => IdOf(Posted(name));

    protected static long IdOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;

    /// <summary>Which day was posted; none where it is none.</summary>
    protected DateOnly? PostedDay(string name) =>
        DateOnly.TryParseExact(Posted(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The specialities asked for, from fields named after their codes.</summary>
    protected IReadOnlyList<WantedExperts> PostedWanted() =>
        [
            .. PostedBelow("want.")
                .Where(w => w.Value is not ("" or "0"))
                .Select(w => new WantedExperts(w.Key, Whole(w.Value)))
                .OrderBy(w => w.Category, StringComparer.Ordinal),
        ];

    /// <summary>Takes a step that a side of a draw takes, by the button that was pressed; false where it was none of them or was refused.</summary>
    protected async Task<bool> TakeStep(string draw, DrawParty party) =>
        Pressed switch
        {
            "publish" => Took(await Publishing.Handle(new(draw), On())),
            "commit" => Took(await Committing.Handle(new(draw, party, Posted("commitment")), On())),
            "reveal" => Took(await Revealing.Handle(new(draw, party, Posted("share")), On())),
            "restart" => Took(await Restarting.Handle(new(draw, Posted("reason")), On())),
            "cancel" => Took(await Cancelling.Handle(new(draw, Posted("reason")), On())),
            "open" => Took(await Opening.Handle(new(draw), On())),
            _ => false,
        };

    public static Words NameOf(ExpertTitle title) =>
        title switch
        {
            ExpertTitle.Senior => ("高级职称", "Senior title"),
            ExpertTitle.EqualLevel => ("同等专业水平", "Equal level"),
            _ => ("中级职称", "Intermediate title"),
        };
}
