using System.Text.Json;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Cases;

/// <summary>A case as it stands at an instant, with its course so far: what every page about one case shows.</summary>
/// <param name="Stage">Where it stands now; a limit that has run out by itself is already taken into account.</param>
/// <param name="Reading">The clock that this stage must meet; none where nothing runs.</param>
/// <param name="Holders">现在在谁手里: the offices or desks that must act now, by name.</param>
public sealed record CaseView(
    Case Case,
    ServiceGuide Guide,
    Stage Stage,
    ClockReading? Reading,
    IReadOnlyList<Words> Holders,
    IReadOnlyList<Told> Course,
    Party Applicant,
    Party? Representative
)
{
    /// <summary>Day by day, why each day of the running clock counted or not.</summary>
    public IReadOnlyList<DayProof> Prove(WorkingCalendar calendar, DateTime at) => Stage.Running?.Prove(calendar, at) ?? [];

    /// <summary>The review inside the stage, if the case is being reviewed, also while paused or waiting for papers.</summary>
    public Reviewing? Review => Stage as Reviewing ?? (Stage as ReviewPaused)?.Before ?? (Stage as AcceptedWithGaps)?.Review;

    /// <summary>What this applicant's answers choose from the guide.</summary>
    public Situation Situation => Situation.Of(Guide, Case.File.Answers);

    public IReadOnlyList<Material> Needed => Situation.Materials;
    public IReadOnlyList<Material> Missing => Case.File.Missing(Guide);
}

/// <summary>One fact of a case, told.</summary>
/// <param name="Fact">The fact as recorded: its id is the code of its document.</param>
public sealed record Told(Fact Fact, ICaseFact Body);

/// <summary>Reads cases for pages. It changes nothing; what staff open is recorded by <see cref="OpenCaseHandler"/>.</summary>
public sealed class CaseReader(
    IDbContextFactory<HallDb> contexts,
    ItemCatalogue catalogue,
    CountyCalendar calendar,
    Offices offices,
    TimeProvider time
)
{
    private static readonly Dictionary<string, Type> Kinds = Implementations.Of(typeof(ICaseFact)).ToDictionary(Recording.KindOf);

    /// <summary>The kinds of facts that tell of a case.</summary>
    internal static readonly IReadOnlyList<string> KindsOfFacts = [.. Kinds.Keys];

    /// <summary>The case with its course; none where there is no such case. Whether the asker may see it is the caller's question.</summary>
    public async Task<CaseView?> Read(CaseNumber number, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, ct) is not { } found)
            return null;
        var guide = await catalogue.GuideOf(db, found.Item, found.ItemVersion);
        var now = time.Now();
        var stage = found.Stage;
        while (stage.LapseBy(now, calendar.Now) is { } lapse)
            stage = lapse.To;
        var facts = await db.Facts.AsNoTracking().Where(f => f.Subject == found.Id).OrderBy(f => f.Id).ToListAsync(ct);
        long?[] who = [found.Applicant, found.Representative];
        var parties = await db.Set<Party>().AsNoTracking().Where(p => who.Contains(p.Id)).ToListAsync(ct);
        return new CaseView(
            found,
            guide,
            stage,
            stage.Running?.Read(calendar.Now, now),
            await Holders(db, found, guide, stage),
            [.. facts.Select(Tell).OfType<Told>()],
            parties.First(p => p.Id == found.Applicant),
            parties.FirstOrDefault(p => p.Id == found.Representative)
        );
    }

    /// <summary>A fact of a case with its body; none for facts of other things.</summary>
    public static Told? Tell(Fact fact) =>
        Kinds.TryGetValue(fact.Kind, out var type)
            ? new Told(fact, (ICaseFact)JsonSerializer.Deserialize(fact.Body, type, Recording.Json)!)
            : null;

    private async Task<IReadOnlyList<Words>> Holders(HallDb db, Case found, ServiceGuide guide, Stage stage)
    {
        var open = stage switch
        {
            Reviewing review => guide.Route.Where(duty => review.Conclusions.All(c => c.Office != duty.Office)).Select(duty => duty.Office),
            // The offices review while the papers follow.
            AcceptedWithGaps { Review: var review } => guide
                .Route.Where(duty => review.Conclusions.All(c => c.Office != duty.Office))
                .Select(duty => duty.Office),
            ReviewPaused => guide.Route.Select(duty => duty.Office).Take(1),
            _ => [],
        };
        var names = new List<Words>();
        foreach (var office in open)
            names.Add(await offices.NameOf(db, found.Division, office));
        return stage switch
        {
            Receiving => [("政务服务中心综合窗口", "Comprehensive window of the service centre")],
            AwaitingCorrection => [("申请人（请补正）", "You, the applicant (documents to supply)")],
            AcceptedWithGaps => [("申请人（请补交容缺材料）", "You, the applicant (papers to follow)"), .. names],
            Decided => [("政务服务中心制证", "Service centre, making out the result")],
            ReadyToCollect => [("统一出件窗口", "Issuing window")],
            _ => names,
        };
    }
}
