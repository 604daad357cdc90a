using System.Runtime.CompilerServices;
using CountyHall.Approvals;
using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys;

/// <summary>A story of one case, told as it happens: somebody does something, the next one goes on, and the clock moves when it is said to.</summary>
/// <remarks>Nothing happens before it is awaited. A refusal that the story does not expect ends it.</remarks>
public sealed class Story
{
    private readonly Hall hall;
    private readonly List<Func<Task>> steps = [];
    private string user = "";
    private Refusal? refused;
    private CaseNumber number;
    private long draft;

    private Story(Hall hall) => this.hall = hall;

    /// <summary>The case of the story, once somebody received it.</summary>
    public CaseNumber Number => number;

    /// <summary>The draft of the story, once somebody began it.</summary>
    public long Draft => draft;

    public static Story In(Hall hall) => new(hall);

    /// <summary>Goes on with a case that is there.</summary>
    public static Story Of(Hall hall, CaseNumber number) => new(hall) { number = number };

    public TaskAwaiter<Story> GetAwaiter() => Tell().GetAwaiter();

    public async Task<Story> Tell()
    {
        foreach (var step in steps)
            await step();
        steps.Clear();
        NothingRefused();
        return this;
    }

    /// <summary>From here on it is this person, by the name of the account; the empty name is nobody.</summary>
    public Story As(string account) => Then(() => Set(() => user = account));

    // ---- at the counter ----

    public Story Receives(string item, string applicant = "嘉善云岫小馆", AfterReceipt then = AfterReceipt.KeepForNow) =>
        Receives(item, applicant, then, without: []);

    /// <param name="without">Materials that are not there.</param>
    public Story Receives(
        string item,
        string applicant,
        AfterReceipt then,
        IReadOnlyCollection<string> without,
        Func<CaseFile, CaseFile>? change = null
    ) =>
        Does<CaseReceived>(
            async on =>
            {
                var (party, guide) = (await Party(applicant), await Guide(item));
                var file = Papers.Of(guide, on.At, without);
                return await hall.Get<ReceiveAtCounterHandler>()
                    .Handle(new(item, party.Id, party.Name, null, change is null ? file : change(file), then), on);
            },
            received => number = received.Number
        );

    public Story Accepts() => Does(on => hall.Get<AcceptCaseHandler>().Handle(new(number), on));

    public Story AcceptsWithGaps() => Does(on => hall.Get<AcceptWithGapsHandler>().Handle(new(number), on));

    public Story AsksForCorrection(params IReadOnlyList<WrongMaterial> wrong) =>
        Does(on => hall.Get<AskForCorrectionHandler>().Handle(new(number, wrong), on));

    public Story RefusesToAccept(NotAcceptedGround ground, string reasons, string? competent = null) =>
        Does(on => hall.Get<RefuseToAcceptHandler>().Handle(new(number, ground, reasons, competent), on));

    public Story FixesOnTheSpot(string field, string value) =>
        Does(on => hall.Get<FixOnSpotHandler>().Handle(new(number, new Dictionary<string, string> { [field] = value }, []), on));

    public Story TakesIn(params IReadOnlyList<string> materials) =>
        Does(async on => await hall.Get<TakeInMaterialHandler>().Handle(new(number, await Scans(materials)), on));

    // ---- the applicant ----

    public Story Begins(string item, string applicant = "嘉善云岫小馆") =>
        Does<ApplicationStarted>(
            async on => await hall.Get<StartApplicationHandler>().Handle(new(item, (await Party(applicant)).Id), on),
            started => draft = started.Id
        );

    public Story Saves(Func<SaveApplication, SaveApplication> what) =>
        Does(on => hall.Get<SaveApplicationHandler>().Handle(what(new SaveApplication(draft)), on));

    /// <summary>Fills in all that the guide asks for, and uploads every paper that the house does not hold.</summary>
    public Story FillsInEverything(string item, params IReadOnlyCollection<string> without) =>
        Does(async on =>
        {
            var guide = await Guide(item);
            var answers = Papers.Answers(guide);
            var known = (await hall.Read(db => db.Applications.SingleAsync(a => a.Id == draft))).File;
            var wanted = guide
                .Needed(answers)
                .Where(m => m.Form != MaterialForm.Form && !known.Materials.ContainsKey(m.Id) && !without.Contains(m.Id))
                .Select(m => m.Id);
            return await hall.Get<SaveApplicationHandler>()
                .Handle(
                    new(draft)
                    {
                        Answers = answers,
                        Fields = Papers.Fields(guide),
                        Files = await Scans([.. wanted]),
                    },
                    on
                );
        });

    public Story Submits(string? key = null) =>
        Does<CaseReceived>(on => hall.Get<SubmitApplicationHandler>().Handle(new(draft), on), received => number = received.Number, key);

    public Story Supplies(params IReadOnlyList<string> materials) =>
        Does(async on =>
            await hall.Get<SupplyMaterialHandler>().Handle(new(number, await Scans(materials), new Dictionary<string, string>()), on)
        );

    public Story Withdraws(string reason = "计划有变") => Does(on => hall.Get<WithdrawCaseHandler>().Handle(new(number, reason), on));

    public Story Nudges() => Does(on => hall.Get<NudgeCaseHandler>().Handle(new(number), on));

    // ---- the offices ----

    public Story ChecksOnSite(string second, bool passed = true) =>
        Does(async on =>
            await hall.Get<RecordOnSiteCheckHandler>().Handle(new(number, await StaffOf(second), "场所、布局与申请一致", passed), on)
        );

    public Story Agrees(string opinion = "符合条件，同意") =>
        Does(on => hall.Get<ConcludeHandler>().Handle(new(number, true, opinion, null), on));

    public Story Disagrees(string reasons, Citation? basis) =>
        Does(on => hall.Get<ConcludeHandler>().Handle(new(number, false, reasons, basis), on));

    public Story Extends(string reason = "需要补充现场核查") => Does(on => hall.Get<ExtendReviewHandler>().Handle(new(number, reason), on));

    public Story Pauses(SpecialProcedureKind kind, int days) =>
        Does(on =>
            hall.Get<PauseReviewHandler>().Handle(new(number, kind, new Citation("中华人民共和国行政许可法", "第四十五条"), true, days), on)
        );

    public Story Resumes(string outcome = "专家意见已出具") => Does(on => hall.Get<ResumeReviewHandler>().Handle(new(number, outcome), on));

    // ---- the issuing window ----

    public Story Makes() => Does(on => hall.Get<MakeResultHandler>().Handle(new(number), on));

    /// <param name="lastFour">Of the document that the person at the window shows.</param>
    public Story HandsOver(string lastFour) => Does(on => hall.Get<HandOverHandler>().Handle(new(number, lastFour, "居民身份证"), on));

    // ---- anything else ----

    /// <summary>A step that has no verb of its own here.</summary>
    public Story Does<T>(Func<Occasion, Task<Result<T>>> step, Action<T>? done = null, string? key = null) =>
        Then(async () =>
        {
            NothingRefused();
            var answer = await step(await hall.Occasion(user, key));
            refused = answer.Refusal();
            if (refused is null)
                done?.Invoke(answer.ShouldBeDone());
        });

    /// <summary>To ten in the morning of the working day that comes after so many.</summary>
    public Story WorkingDaysPass(int days) =>
        Then(() =>
            Set(() =>
            {
                var day = WorkingCalendar.Published.Add(CountyTime.DayOf(hall.Now), days);
                hall.Clock.SetUtcNow(CountyTime.Utc(day, new TimeOnly(10, 0)));
            })
        );

    public Story TheClocksAreLookedAt() => Then(() => hall.Get<ClockWatch>().LookOnce());

    public Story TheOutboxIsEmptied() => Then(() => hall.Get<JobRunner>().RunDue());

    // ---- what the story expects ----

    /// <summary>The last step was refused, for this reason.</summary>
    public Story IsRefused<TRefusal>(Action<TRefusal>? as_ = null)
        where TRefusal : Refusal =>
        Then(() =>
            Set(() =>
            {
                var why = refused.ShouldBeRefused<TRefusal>();
                refused = null;
                as_?.Invoke(why);
            })
        );

    /// <summary>Where the case stands now, as it lies in the database.</summary>
    public Story Stands<TStage>(Action<TStage>? like = null)
        where TStage : Stage =>
        Then(async () =>
        {
            NothingRefused();
            var stage = (await Case()).Stage.ShouldBeOfType<TStage>();
            like?.Invoke(stage);
        });

    /// <summary>What happened so far, by kind, in order.</summary>
    public Story Happened(params string[] kinds) => Then(async () => (await Facts()).Select(f => f.Kind).ShouldBe(kinds));

    /// <summary>On which desks the case lies.</summary>
    public Story Lies(params (string Desk, Tab Tab)[] desks) =>
        Then(async () =>
        {
            var entries = await hall.Read(async db => await db.DeskEntries.Where(e => e.Number == number).ToListAsync());
            entries.Select(e => (e.Desk, e.Tab)).ShouldBe(desks, ignoreOrder: true);
        });

    public async Task<Approvals.Cases.Case> Case() => await hall.Read(db => db.Cases.AsNoTracking().SingleAsync(c => c.Number == number));

    public async Task<List<Fact>> Facts()
    {
        var id = (await Case()).Id;
        return await hall.Read(db => db.Facts.AsNoTracking().Where(f => f.Subject == id).OrderBy(f => f.Id).ToListAsync());
    }

    private Story Then(Func<Task> step)
    {
        steps.Add(step);
        return this;
    }

    private void NothingRefused()
    {
        if (refused is { } why)
            throw new ShouldAssertException($"{user} was refused, {why.Code}: {why.Reason.En}");
    }

    private static Task Set(Action now)
    {
        now();
        return Task.CompletedTask;
    }

    private Task<Party> Party(string name) => hall.Party(name);

    private Task<ServiceGuide> Guide(string item) => hall.Guide(item);

    private Task<long> StaffOf(string account) => hall.StaffOf(account);

    private async Task<IReadOnlyDictionary<string, StoredFile>> Scans(IReadOnlyList<string> materials)
    {
        var scans = new Dictionary<string, StoredFile>();
        foreach (var material in materials)
            scans[material] = await Papers.Scanned(hall, material);
        return scans;
    }
}

public static class Known
{
    public static Task<Party> Party(this Hall hall, string name) =>
        hall.Read(db => db.Set<Party>().AsNoTracking().SingleAsync(p => p.Name == name));

    /// <summary>The post of an account.</summary>
    public static Task<long> StaffOf(this Hall hall, string account) =>
        hall.Read(async db => (await db.Users.SingleAsync(u => u.UserName == account)).StaffId!.Value);

    /// <summary>The guide of an item that is in force today.</summary>
    public static Task<ServiceGuide> Guide(this Hall hall, string item) =>
        hall.Read(async db => (await hall.Get<ItemCatalogue>().InForce(db, item, CountyTime.DayOf(hall.Now)))!.Guide);
}
