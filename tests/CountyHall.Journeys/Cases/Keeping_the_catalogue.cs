using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Catalogue.Release;
using CountyHall.Approvals.Figures;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Cases;

/// <summary>From a draft to a version in force: Zhejiang run-at-most-once regulation art. 4, and the county's setting of two people.</summary>
public abstract class Keeping_the_catalogue(Hall hall) : On_either_database(hall)
{
    private const string Restaurant = "restaurant-food-licence";

    [Fact]
    public async Task A_catch_all_stops_the_submission_and_is_named_with_its_clause_and_a_better_wording()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var draft = await Drafted(hall, "qian.bingzhu");
        await Writes(hall, draft, "qian.bingzhu", g => g with { Materials = [.. g.Materials, CatchAll(g)] });

        var no = (await Submits(hall, draft, "qian.bingzhu")).Refusal().ShouldBeRefused<GuideNotReady>();

        no.Findings.ShouldContain(f => f.Rule.Id == "catch-all");
        no.Basis.ShouldNotBeNull();
        no.Remedy.Zh.ShouldNotBeEmpty();
        (await hall.Read(db => db.ItemDrafts.SingleAsync(d => d.Id == draft))).State.ShouldBe(DraftState.Drafting);
        await Writes(hall, draft, "qian.bingzhu", g => g with { Materials = [.. g.Materials.SkipLast(1)], Enquiries = "0573-0000-0001" });
        (await Submits(hall, draft, "qian.bingzhu")).ShouldBeDone();
    }

    [Fact]
    public async Task Nobody_releases_what_they_wrote_and_nothing_begins_in_the_past()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var draft = await Drafted(hall, "qian.bingzhu");
        await Writes(hall, draft, "qian.bingzhu", g => g with { AlsoCalled = [.. g.AlsoCalled, "示例叫法"] });
        await Writes(hall, draft, "yu.tingyu", g => g with { AlsoCalled = [.. g.AlsoCalled, "又一个叫法"] });
        (await Submits(hall, draft, "qian.bingzhu")).ShouldBeDone();
        var today = CountyTime.DayOf(hall.Now);

        (await Releases(hall, draft, "yu.tingyu", today)).Refusal().ShouldBeRefused<OwnDraft>(); // she helped to write it
        (await Releases(hall, draft, "xi.wanzhou", today.AddDays(-1))).Refusal().ShouldBeRefused<EffectiveInPast>();
        var before = await Version(hall, today);
        (await Releases(hall, draft, "xi.wanzhou", today)).ShouldBeDone().Version.ShouldBe(before + 1);
        (await Releases(hall, draft, "xi.wanzhou", today)).Refusal().ShouldBeRefused<DraftNotSubmitted>();
        (await Version(hall, today)).ShouldBe(before + 1);
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_keeps_the_version_under_which_it_was_accepted()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var story = Story.In(hall).As("zhu.jingxing").Receives(Restaurant, then: AfterReceipt.Accept);
        await story;
        var (today, tomorrow) = (CountyTime.DayOf(hall.Now), CountyTime.DayOf(hall.Now).AddDays(1));
        var old = await Version(hall, today);
        var draft = await Drafted(hall, "qian.bingzhu");
        await Writes(
            hall,
            draft,
            "qian.bingzhu",
            g =>
                g with
                {
                    PromisedDays = 4,
                    Steps = [.. g.Steps.Select((s, at) => at == LongestStep(g) ? s with { Days = s.Days - (g.PromisedDays - 4) } : s)],
                }
        );
        (await Submits(hall, draft, "qian.bingzhu")).ShouldBeDone();
        (await Releases(hall, draft, "yu.tingyu", tomorrow)).ShouldBeDone();

        (await Version(hall, today)).ShouldBe(old);
        hall.Clock.Advance(TimeSpan.FromDays(1));
        (await Version(hall, tomorrow)).ShouldBe(old + 1);
        (await Version(hall, today)).ShouldBe(old); // the earlier day reads as it was
        (await story.Case()).ItemVersion.ShouldBe(old);
        await using var node = await hall.AnotherNode();
        (await Version(node, tomorrow)).ShouldBe(old + 1);
        var pages = await hall.Read(db => db.ItemPublications.Where(p => p.Item == Restaurant).OrderBy(p => p.From).ToListAsync());
        pages[^2].To.ShouldBe(today);
        (pages[^1].From, pages[^1].To).ShouldBe((tomorrow, null));
    }

    [Fact]
    public async Task A_page_taken_down_is_not_found_and_lowers_the_share_until_it_is_up_again()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await using var node = await hall.AnotherNode();
        var today = CountyTime.DayOf(hall.Now);
        (await Found(hall)).ShouldBeTrue();
        var share = await Share(hall, today);
        (await Found(node)).ShouldBeTrue();

        (await hall.Get<TakePageDownHandler>().Handle(new(Restaurant, " "), await hall.Occasion("yu.tingyu")))
            .Refusal()
            .ShouldBeRefused<WhyMissing>();
        (await hall.Get<TakePageDownHandler>().Handle(new(Restaurant, "内容待核对"), await hall.Occasion("yu.tingyu"))).ShouldBeDone();
        (await hall.Get<TakePageDownHandler>().Handle(new(Restaurant, "内容待核对"), await hall.Occasion("yu.tingyu")))
            .Refusal()
            .ShouldBeRefused<PageNotUp>();

        (await Found(hall)).ShouldBeFalse();
        await Until.True(async () => !await Found(node), "the other node loses the page");
        (await Share(hall, today)).ShouldBeLessThan(share);
        (await Share(hall, today.AddDays(-1))).ShouldBe(share); // yesterday it was up
        (await Version(hall, today)).ShouldBeGreaterThan(0); // and the item is in force all the same
        (await hall.Get<PutPageUpHandler>().Handle(new(Restaurant), await hall.Occasion("yu.tingyu"))).ShouldBeDone();
        (await Found(hall)).ShouldBeTrue();
        (await Share(hall, today)).ShouldBe(share);
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Going_back_makes_a_new_version_equal_to_the_older_one()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var today = CountyTime.DayOf(hall.Now);
        var drafted = (
            await hall.Get<DraftItemHandler>().Handle(new(Restaurant, Restores: 1), await hall.Occasion("qian.bingzhu"))
        ).ShouldBeDone();
        (await hall.Get<DraftItemHandler>().Handle(new(Restaurant), await hall.Occasion("qian.bingzhu")))
            .Refusal()
            .ShouldBeRefused<DraftOpenAlready>();
        await Writes(hall, drafted.Draft, "qian.bingzhu", g => g); // the older one may differ from the list, and says why
        (await Submits(hall, drafted.Draft, "qian.bingzhu")).ShouldBeDone();
        var released = (await Releases(hall, drafted.Draft, "yu.tingyu", today)).ShouldBeDone();

        var versions = await hall.Read(db => db.ItemVersions.Where(v => v.Item == Restaurant).OrderBy(v => v.Version).ToListAsync());
        released.Version.ShouldBe(versions.Count);
        GuideChanges.Parts(versions[0].Guide, versions[^1].Guide).ShouldBeEmpty();
        GuideChanges.Parts(versions[^2].Guide, versions[^1].Guide).ShouldContain(p => p.Path == "promisedDays");
    }

    [Fact]
    public async Task An_ended_item_is_in_force_to_its_last_day_and_names_its_article()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var today = CountyTime.DayOf(hall.Now);
        var end = new EndItem(Restaurant, today.AddDays(-1), "示例：改为备案", new("示例文件", "第一条"));
        async Task<Result<ItemEnded>> Ends(EndItem how) => await hall.Get<EndItemHandler>().Handle(how, await hall.Occasion("yu.tingyu"));
        (await Ends(end)).Refusal().ShouldBeRefused<EndingInPast>();
        (await Ends(end with { LastDay = today, Basis = new("", "") })).Refusal().ShouldBeRefused<EndingNeedsArticle>();
        (await Ends(end with { LastDay = today })).ShouldBeDone();
        (await Version(hall, today)).ShouldBeGreaterThan(0);
        (await Version(hall, today.AddDays(1))).ShouldBe(0);
        (await Ends(end with { LastDay = today })).Refusal().ShouldBeRefused<EndedAlready>();
    }

    [Fact]
    public async Task The_higher_list_is_compared_and_a_difference_needs_its_reason()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await using var db = await hall.Db();
        var list = (await HigherList.Newest(db, "330421")).ShouldNotBeNull();
        var found = ListComparison.Of(await hall.Get<ItemCatalogue>().InForce(db, list.AsOf), list);
        // The deviations that demo/README.md tells of, and no other.
        found
            .Select(d => $"{d.Kind} {d.Item}".TrimEnd())
            .ShouldBe(
                [
                    "MissingHere",
                    "MissingHere",
                    "MissingThere weather-certificate",
                    "Name real-estate-inheritance",
                    "Name vehicle-transfer",
                    "Kind lease-registration",
                    "LegalLimit soil-conservation-plan",
                    "LegalLimit taiwan-permit",
                    "Visits electric-bicycle-registration",
                ],
                ignoreOrder: true
            );

        var draft = (await hall.Get<DraftItemHandler>().Handle(new("taiwan-permit"), await hall.Occasion("yu.tingyu")))
            .ShouldBeDone()
            .Draft;
        await Writes(hall, draft, "yu.tingyu", g => g with { AlsoCalled = [.. g.AlsoCalled, "示例叫法"] }, explanation: null);
        (await Submits(hall, draft, "yu.tingyu")).Refusal().ShouldBeRefused<DifferenceUnexplained>();
        await Writes(hall, draft, "yu.tingyu", g => g, "示例：省里的期限尚未施行");
        (await Submits(hall, draft, "yu.tingyu")).ShouldBeDone();
        var older = new ImportHigherList("示例", list.AsOf, "[]");
        (await hall.Get<ImportHigherListHandler>().Handle(older, await hall.Occasion("yu.tingyu")))
            .Refusal()
            .ShouldBeRefused<ListThereAlready>();
        var broken = new ImportHigherList("示例", list.AsOf.AddDays(1), "[{");
        (await hall.Get<ImportHigherListHandler>().Handle(broken, await hall.Occasion("yu.tingyu")))
            .Refusal()
            .ShouldBeRefused<ListUnreadable>();
    }

    private static int LongestStep(ServiceGuide guide) => guide.Steps.Index().MaxBy(s => s.Item.Days).Index;

    private static Material CatchAll(ServiceGuide guide) =>
        new("other", ("法律法规规定的其他材料", "Other documents required by law"), MaterialForm.Electronic, 1, MaterialSource.Applicant)
        {
            Basis = guide.Basis[0],
        };

    private static async Task<long> Drafted(Hall hall, string who) =>
        (await hall.Get<DraftItemHandler>().Handle(new(Restaurant), await hall.Occasion(who))).ShouldBeDone().Draft;

    private static async Task Writes(
        Hall hall,
        long id,
        string who,
        Func<ServiceGuide, ServiceGuide> change,
        string? explanation = "示例说明"
    )
    {
        var draft = await hall.Read(db => db.ItemDrafts.AsNoTracking().SingleAsync(d => d.Id == id));
        var save = new SaveItemDraft(id, draft.Version, change(draft.Guide), explanation);
        (await hall.Get<SaveItemDraftHandler>().Handle(save, await hall.Occasion(who))).ShouldBeDone();
        (await hall.Get<SaveItemDraftHandler>().Handle(save, await hall.Occasion(who))).Refusal().ShouldBeRefused<DraftSavedMeanwhile>();
    }

    private static async Task<Result<ItemSubmitted>> Submits(Hall hall, long draft, string who) =>
        await hall.Get<SubmitItemHandler>().Handle(new(draft), await hall.Occasion(who));

    private static async Task<Result<ItemReleased>> Releases(Hall hall, long draft, string who, DateOnly from) =>
        await hall.Get<ReleaseItemHandler>().Handle(new(draft, from), await hall.Occasion(who));

    private static Task<int> Version(Hall hall, DateOnly day) =>
        hall.Read(async db => (await hall.Get<ItemCatalogue>().InForce(db, Restaurant, day))?.Version ?? 0);

    private static Task<bool> Found(Hall hall) =>
        hall.Read(async db =>
            (await hall.Get<ItemCatalogue>().Search(db, hall.Get<Offices>(), CountyTime.DayOf(hall.Now))).All.Any(i => i.Item == Restaurant)
        );

    private static Task<decimal> Share(Hall hall, DateOnly day) =>
        hall.Read(async db =>
        {
            var scope = new FigureScope(db, "330421", Period.Year(day.Year, day), WorkingCalendar.Published);
            var rate = new CatalogueFigures(hall.Get<ItemCatalogue>()).Figures.Single(f => f.Id == "items.published.rate");
            var share = (await rate.Measure.Of(scope)).ShouldNotBeNull();
            return (decimal)share.Numerator / share.Denominator!.Value;
        });
}

public sealed class Keeping_the_catalogue_on_the_embedded_database(EmbeddedHall hall)
    : Keeping_the_catalogue(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Keeping_the_catalogue_on_PostgreSQL(PostgresHall hall) : Keeping_the_catalogue(hall), IClassFixture<PostgresHall>;
