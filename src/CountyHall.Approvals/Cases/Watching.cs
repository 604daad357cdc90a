using System.Globalization;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Cases;

/// <summary>What a case shows to those who watch it (统一督办), and when they are told to look.</summary>
public static class Watching
{
    private const string Green = "green";
    private const string DecidedGreen = "green, decided";

    /// <summary>The limit that runs against an office.</summary>
    /// <remarks>None while the applicant has the word, and none once the result is ready: collecting it is the applicant's.</remarks>
    public static Clock? ClockOf(Stage stage) =>
        stage switch
        {
            AwaitingCorrection or ReadyToCollect => null,
            // While papers follow, the limit of the stage is the applicant's and the promise is the offices'.
            AcceptedWithGaps gaps => gaps.Review.Promised,
            _ => stage.Running,
        };

    /// <summary>The offices that must act now.</summary>
    public static IReadOnlyList<string> HoldersOf(Stage stage, IReadOnlyList<string> route)
    {
        return stage switch
        {
            Receiving or Decided => [County.Centre],
            Reviewing review => Open(review),
            AcceptedWithGaps gaps => Open(gaps.Review),
            ReviewPaused paused => Open(paused.Before),
            _ => [],
        };

        IReadOnlyList<string> Open(Reviewing review) => [.. route.Where(office => review.Conclusions.All(c => c.Office != office))];
    }

    /// <summary>Tells those who watch to look, where what they would see has changed. A case that comes in under a green lamp tells nobody.</summary>
    internal static void Tell(HallDb db, CaseAtWork at, DateTime now)
    {
        var sign = SignOf(at, now);
        if (sign == at.Case.WatchedAs)
            return;
        if (sign is not Green || at.Case.WatchedAs is not null)
            db.Post(new Occasion(Actor.House, null, now, Channel.Clock, "clock"), new LampTurned(at.Case.Id));
        at.Case.WatchedAs = sign;
    }

    internal static string? SignOf(CaseAtWork at, DateTime now)
    {
        if (ClockOf(at.Case.Stage) is not { } clock)
            return null;
        var reading = clock.Read(at.Calendar, now);
        var lamp = reading.State switch
        {
            ClockState.Warning => "yellow",
            ClockState.Overdue => "red",
            _ => null,
        };
        // A decision is told under a green lamp too: a supervisor may have asked about the case.
        return lamp is null
            ? at.Case.Stage is Decided
                ? DecidedGreen
                : Green
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{lamp} {clock.Rule} {reading.Due:yyyy-MM-dd} {string.Join(',', HoldersOf(at.Case.Stage, at.Route))}"
            );
    }
}

/// <summary>Answers those who watch.</summary>
public sealed class WatchedCases(ItemCatalogue catalogue, CountyCalendar calendar) : IWatchedCases
{
    private const int CountsTo = 1000;
    private static readonly Tab[] InHandTabs = [Tab.ToDo, Tab.Working];

    public async Task<WatchedCase?> Read(HallDb db, long id, DateTime now, CancellationToken ct = default) =>
        await Shown(db, await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct), now);

    public async Task<WatchedCase?> Find(HallDb db, string number, DateTime now, CancellationToken ct = default)
    {
        var asked = new CaseNumber(number);
        return await Shown(db, await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Number == asked, ct), now);
    }

    public async Task<IReadOnlyDictionary<string, int>> InHand(
        HallDb db,
        string division,
        IReadOnlyCollection<string> offices,
        CancellationToken ct = default
    )
    {
        var counts = new Dictionary<string, int>();
        // One index range for each office and tab; a county has dozens.
        foreach (var office in offices)
        {
            var desk = Desks.OfOffice(office);
            counts[office] = await db
                .DeskEntries.Where(e => e.Division == division && e.Desk == desk && InHandTabs.Contains(e.Tab))
                .Take(CountsTo)
                .CountAsync(ct);
        }
        return counts;
    }

    private async Task<WatchedCase?> Shown(HallDb db, Case? found, DateTime now)
    {
        if (found is null)
            return null;
        var guide = await catalogue.GuideOf(db, found.Item, found.ItemVersion);
        var stage = found.Stage;
        while (stage.LapseBy(now, calendar.Now) is { } lapse)
            stage = lapse.To;
        return new WatchedCase(
            found.Id,
            found.Number.Value,
            found.Division,
            guide.Name,
            stage.Name,
            Watching.HoldersOf(stage, [.. guide.Route.Select(duty => duty.Office)]),
            Watching.ClockOf(stage),
            stage.Running is null
        );
    }
}
