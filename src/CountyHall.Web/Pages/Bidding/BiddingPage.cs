using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Projects;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Bidding;

/// <summary>What the pages of a bidder share: for which firms somebody acts, and what was posted.</summary>
public abstract class BiddingPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected HallDb Db { get; set; } = null!;

    [Inject]
    protected CountyCalendar Calendar { get; set; } = null!;

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    [Inject]
    protected FileStore Files { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Why what was asked for was not done.</summary>
    protected Refusal? Refused { get; set; }

    /// <summary>The firms that the visitor may act for, by name.</summary>
    protected IReadOnlyList<Firm> Firms { get; private set; } = [];

    protected Actor Me => Http.User.ToActor();
    protected DateTime Now { get; private set; }

    protected override void OnInitialized() => Now = Time.Now();

    protected async Task ReadFirms()
    {
        var ids = Me.Firms?.ToList() ?? [];
        Firms = await Db.Set<Firm>().AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.Name).ToListAsync();
    }

    protected string Posted(string name) => HttpMethods.IsPost(Http.Request.Method) ? Http.Request.Form[name].ToString().Trim() : "";

    protected long PostedId(string name) =>
        long.TryParse(Posted(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? id
            : -1;

    protected Occasion On() => Http.Occasion(FormKey.Of(Http));

    /// <summary>Keeps the papers that were posted; the first that cannot be taken refuses all.</summary>
    protected async Task<IReadOnlyList<StoredFile>?> KeepPapers()
    {
        var kept = new List<StoredFile>();
        foreach (var file in Http.Request.Form.Files.Where(f => f.Length > 0))
        {
            await using var stream = file.OpenReadStream();
            switch (await Files.Put(stream, file.FileName, ct: Http.RequestAborted))
            {
                case Result<StoredFile>.Done(var stored):
                    kept.Add(stored);
                    break;
                case Result<StoredFile>.Refused(var no):
                    Refused = no;
                    return null;
            }
        }
        return kept;
    }

    protected bool Took<T>(Result<T> outcome)
    {
        if (outcome is not Result<T>.Refused(var why))
            return true;
        Refused = why;
        return false;
    }

    /// <summary>A lot that was announced, with its tender; none where it is nobody's business yet.</summary>
    protected async Task<(Lot Lot, Tender Tender)?> FindLot(string number)
    {
        var lot = await Db.Lots.AsNoTracking().FirstOrDefaultAsync(l => l.Number == number);
        if (lot is null)
            return null;
        var tender = await Db.Tenders.AsNoTracking().FirstAsync(t => t.Id == lot.TenderId);
        return tender.Stage is Announced or OpeningEnded or Terminated && lot.Stage is not Planned ? (lot, tender) : null;
    }
}
