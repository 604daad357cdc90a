using System.Collections.Concurrent;
using CountyHall.Approvals;
using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Catalogue.Release;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Licences;
using CountyHall.Approvals.Readings;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case refuses whoever has not the duty: by role, by office and window, by division; and citizens what is not theirs.</summary>
public abstract class Strangers_are_refused(Hall hall) : On_either_database(hall)
{
    private static readonly ConcurrentDictionary<(Hall, Type), Task<Target>> Given = new();

    public static TheoryData<string, string> Everyone
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var useCase in ApprovalsModule.UseCases)
            {
                foreach (var stranger in Stranger.To(useCase))
                    all.Add(useCase.Name, stranger.Who);
            }
            return all;
        }
    }

    [Fact]
    public void Every_use_case_has_its_sample() =>
        Sample.Of.Keys.Select(t => t.Name).ShouldBe(ApprovalsModule.UseCases.Select(t => t.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task A_stranger_is_refused_and_leaves_no_trace(string useCase, string who)
    {
        var type = ApprovalsModule.UseCases.Single(t => t.Name == useCase);
        var stranger = Stranger.To(type).Single(s => s.Who == who);
        // What a stranger asked for stands as it stood, so the next stranger finds it too.
        var target = await Given.GetOrAdd((Hall, type), _ => Sample.Of[type].Given(Hall));
        var on = await stranger.Asks(Hall);
        var before = await Hall.Everything();

        var why = await Sample.Of[type].Ask(Hall, target, on);

        why.ShouldNotBeNull($"{who} was allowed to.").GetType().ShouldBe(stranger.Hears, why.Reason.En);
        (await Hall.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task The_key_of_another_person_opens_nothing()
    {
        var story = await Story.In(Hall).As("gu.qinglan").Begins("restaurant-food-licence").FillsInEverything("restaurant-food-licence");
        await story.Submits(key: "form-1");
        var other = await Hall.Occasion("cheng.yian", "form-1");
        (await Hall.Get<SubmitApplicationHandler>().Handle(new(story.Draft), other)).Refusal().ShouldBeRefused<DraftNotFound>();
        var agent = await Hall.Occasion("shen.zhihe", "form-1");
        (await Hall.Get<SubmitApplicationHandler>().Handle(new(story.Draft), agent)).Refusal().ShouldBeRefused<DraftNotFound>();
    }

    [Fact]
    public async Task Nobody_issues_without_an_issuing_window_or_for_the_own_office()
    {
        var hand = Sample.Of[typeof(HandOverHandler)];
        var target = await Given.GetOrAdd((Hall, typeof(HandOverHandler)), _ => hand.Given(Hall));
        var issuer = await Hall.Occasion("jiang.yanqiu");
        (await hand.Ask(Hall, target, issuer with { By = issuer.By with { Window = null } })).ShouldBeRefused<NoIssuingWindow>();
        (await hand.Ask(Hall, target, issuer with { By = issuer.By with { Office = "xf" } })).ShouldBeRefused<IssuedByTheApprover>();
    }
}

public sealed class Strangers_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_are_refused_on_PostgreSQL(PostgresHall hall) : Strangers_are_refused(hall), IClassFixture<PostgresHall>;

/// <summary>Somebody who has not the duty.</summary>
/// <param name="Account">Who it is; the empty name is nobody.</param>
/// <param name="Hears">The refusal that this person must hear.</param>
/// <param name="Changed">For strangers whom the demonstration county does not have.</param>
public sealed record Stranger(string Who, string Account, Type Hears, Func<Actor, Actor>? Changed = null)
{
    public async Task<Occasion> Asks(Hall hall)
    {
        var on = await hall.Occasion(Account, $"stranger-{Guid.NewGuid():N}");
        return Changed is null ? on : on with { By = Changed(on.By) };
    }

    public static IEnumerable<Stranger> To(Type useCase)
    {
        var duty = (Duty)useCase.GetProperty(nameof(IUseCase.Duty))!.GetValue(null)!;
        if (useCase == typeof(OpenCaseHandler))
            return ToOpen;
        if (useCase == typeof(SaveAtCounterHandler) || useCase == typeof(FinishAtCounterHandler))
            return ToTheDraftOnTheCounter;
        if (useCase == typeof(AnswerWhyReadHandler))
            return ToTheReader;
        if (useCase == typeof(EnterUnitHandler) || useCase == typeof(PlaceItemHandler))
            return [.. ToTheEntry, NextCountysEntry(useCase == typeof(EnterUnitHandler) ? typeof(WrongOffice) : typeof(WrongDivision))];
        if (useCase.Namespace == typeof(DraftItemHandler).Namespace)
            return ToTheCatalogue(useCase);
        return duty.Reach switch
        {
            Reach.System => ToTheSystem,
            Reach.Own => ToTheApplicant(
                useCase == typeof(StartApplicationHandler) ? typeof(NotYourParty)
                : useCase == typeof(AskWhyReadHandler) ? typeof(ReadingNotFound)
                : useCase == typeof(AskForRenewalHandler) ? typeof(LicenceNotFound)
                : useCase == typeof(SaveApplicationHandler) || useCase == typeof(SubmitApplicationHandler) ? typeof(DraftNotFound)
                : typeof(CaseNotFound)
            ),
            Reach.Window => [.. Citizens<WrongRole>(), .. ToTheWindow],
            Reach.RouteOffice => [.. Citizens<WrongRole>(), .. ToTheOffice],
            Reach.DecidingBody => [.. Citizens<WrongRole>(), .. ToTheHead],
            _ => [.. Citizens<WrongRole>(), .. ToTheIssuer],
        };
    }

    private const string Haiyan = "330424";

    private static IEnumerable<Stranger> Citizens<T>() =>
        [
            new("nobody", "", typeof(T)),
            new("the house itself", "", typeof(T), _ => Actor.House),
            new("an unrelated citizen", "cheng.yian", typeof(T)),
            new("the applicant", "gu.qinglan", typeof(T)),
            new("the administrator", "sheng.yuanxiu", typeof(T)),
            new("the item administrator", "yu.tingyu", typeof(T)),
        ];

    private static IEnumerable<Stranger> ToTheApplicant(Type hears) =>
        [
            new("nobody", "", hears),
            new("the house itself", "", hears, _ => Actor.House),
            new("an unrelated citizen", "cheng.yian", hears),
            new("an agent whose letter of authority has run out", "yu.wangshu", hears),
            new("a clerk of the window", "zhu.jingxing", hears),
            new("an approver of the case", "shen.yining", hears),
            new("the supervisor", "yao.mingqu", hears),
            new("the administrator", "sheng.yuanxiu", hears),
            new("a clerk of the next county", "lian.haiqing", hears),
            new("somebody of the staff who says to be the applicant", "zhu.jingxing", hears, by => by with { Person = 1 }),
        ];

    private static readonly Stranger[] ToTheWindow =
    [
        new("an approver of the case", "shen.yining", typeof(WrongRole)),
        new("the issuer", "jiang.yanqiu", typeof(WrongRole)),
        new("the supervisor", "yao.mingqu", typeof(WrongRole)),
        new("a clerk without training for the item", "jin.ruogu", typeof(WrongWindow)),
        new("a clerk whose window does not serve the item", "xu.shutong", typeof(WrongWindow)),
        new("a clerk without a window", "zhu.jingxing", typeof(WrongWindow), by => by with { Window = null }),
        new("a clerk of the next county", "lian.haiqing", typeof(WrongDivision)),
        new(
            "a clerk of the next county at a window of the same name",
            "lian.haiqing",
            typeof(WrongDivision),
            by => by with { Window = "A03" }
        ),
        new("an approver of the next county", "cha.bochuan", typeof(WrongRole)),
    ];

    private static readonly Stranger[] ToTheOffice =
    [
        new("the clerk who accepted", "zhu.jingxing", typeof(WrongRole)),
        new("the head of the office", "lu.bingzhu", typeof(WrongRole)),
        new("the issuer", "jiang.yanqiu", typeof(WrongRole)),
        new("the supervisor", "yao.mingqu", typeof(WrongRole)),
        new("an approver of another office", "pei.yingxi", typeof(WrongOffice)),
        new("an approver of the next county", "cha.bochuan", typeof(WrongDivision)),
        new("the same office of the next county", "shen.yining", typeof(WrongDivision), by => by with { Division = Haiyan }),
    ];

    private static readonly Stranger[] ToTheHead =
    [
        new("the clerk who accepted", "zhu.jingxing", typeof(WrongRole)),
        new("an approver of the case", "shen.yining", typeof(WrongRole)),
        new("the supervisor", "yao.mingqu", typeof(WrongRole)),
        new("the head of another office", "zhu.chuqing", typeof(WrongOffice)),
        new("the head of one of several offices", "shen.yian", typeof(WrongOffice)),
        new("the government of the next county", "tu.bingzhu", typeof(WrongDivision), by => by with { Division = Haiyan }),
        new("an approver of the next county", "cha.bochuan", typeof(WrongRole)),
    ];

    private static readonly Stranger[] ToTheIssuer =
    [
        new("the clerk who accepted", "zhu.jingxing", typeof(WrongRole)),
        new("an approver of the case", "shen.yining", typeof(WrongRole)),
        new("the supervisor", "yao.mingqu", typeof(WrongRole)),
        new("a clerk of the next county", "lian.haiqing", typeof(WrongRole)),
        new("the issuer of the next county", "jiang.yanqiu", typeof(WrongDivision), by => by with { Division = Haiyan }),
    ];

    /// <summary>What lies on a clerk's counter is nobody else's.</summary>
    private static readonly Stranger[] ToTheDraftOnTheCounter =
    [
        new("nobody", "", typeof(DraftNotFound)),
        new("the house itself", "", typeof(DraftNotFound), _ => Actor.House),
        new("an unrelated citizen", "cheng.yian", typeof(DraftNotFound)),
        new("the applicant", "gu.qinglan", typeof(DraftNotFound)),
        new("the clerk of the next window", "bai.yingxi", typeof(DraftNotFound)),
        new("an approver of the case", "shen.yining", typeof(DraftNotFound)),
        new("the supervisor", "yao.mingqu", typeof(DraftNotFound)),
        new("the administrator", "sheng.yuanxiu", typeof(DraftNotFound)),
        new("a clerk of the next county", "lian.haiqing", typeof(DraftNotFound)),
    ];

    private static readonly Stranger[] ToTheReader =
    [
        new("nobody", "", typeof(NotYourOffice)),
        new("the house itself", "", typeof(NotYourOffice), _ => Actor.House),
        new("an unrelated citizen", "cheng.yian", typeof(NotYourOffice)),
        new("the applicant", "gu.qinglan", typeof(NotYourOffice)),
        new("an approver of the case", "shen.yining", typeof(NotYourOffice)),
        new("a clerk of a town", "xu.shutong", typeof(NotYourOffice)),
        new("a clerk of the next county", "lian.haiqing", typeof(NotYourOffice)),
        new("the same office of the next county", "qian.shuyao", typeof(NotYourOffice), by => by with { Division = Haiyan }),
    ];

    private static readonly Stranger[] ToTheEntry =
    [
        new("nobody", "", typeof(WrongRole)),
        new("the house itself", "", typeof(WrongRole), _ => Actor.House),
        new("a citizen", "cheng.yian", typeof(WrongRole)),
        new("a clerk", "zhu.jingxing", typeof(WrongRole)),
        new("an approver of the office itself", "jiang.ziye", typeof(WrongRole)),
        new("the head of the office itself", "ye.nanqiao", typeof(WrongRole)),
        new("the issuer", "jiang.yanqiu", typeof(WrongRole)),
        new("the supervisor", "yao.mingqu", typeof(WrongRole)),
        new("the item administrator of another office", "qian.bingzhu", typeof(WrongOffice)),
        new("an approver of the next county", "cha.bochuan", typeof(WrongRole)),
    ];

    /// <summary>Guides are written by their body and the centre; released, ended and taken down by the centre alone.</summary>
    private static IEnumerable<Stranger> ToTheCatalogue(Type useCase)
    {
        Type[] written =
        [
            typeof(DraftItemHandler),
            typeof(SaveItemDraftHandler),
            typeof(SubmitItemHandler),
            typeof(ReturnItemHandler),
            typeof(DropItemDraftHandler),
        ];
        var elsewhere = written.Contains(useCase) ? typeof(NotYourItem) : typeof(CentreReleases);
        return
        [
            .. ToTheEntry.Where(s => s.Hears == typeof(WrongRole)),
            new("the administrator", "sheng.yuanxiu", typeof(WrongRole)),
            new("the item administrator of another office", "qian.bingzhu", elsewhere),
            NextCountysEntry(useCase == typeof(ImportHigherListHandler) ? elsewhere : typeof(WrongDivision)),
        ];
    }

    private static Stranger NextCountysEntry(Type hears) =>
        new("the item administrator of the next county", "yu.tingyu", hears, by => by with { Division = Haiyan });

    private static readonly Stranger[] ToTheSystem =
    [
        .. Citizens<SystemMayNot>(),
        new("a clerk of the window", "zhu.jingxing", typeof(SystemMayNot)),
        new("the supervisor", "yao.mingqu", typeof(SystemMayNot)),
        new(
            "a system that may only read",
            "",
            typeof(SystemMayNot),
            by => by with { System = new("reading-hall", new HashSet<SystemRight> { SystemRight.State }) }
        ),
    ];

    private static readonly Stranger[] ToOpen =
    [
        new("nobody", "", typeof(CaseNotFound)),
        new("the house itself", "", typeof(CaseNotFound), _ => Actor.House),
        new("an unrelated citizen", "cheng.yian", typeof(CaseNotFound)),
        new("the administrator", "sheng.yuanxiu", typeof(WrongRole)),
        new("the item administrator", "yu.tingyu", typeof(WrongRole)),
        new("a clerk without training for the item", "jin.ruogu", typeof(WrongWindow)),
        new("an approver of another office", "pei.yingxi", typeof(WrongOffice)),
        new("the head of another office", "zhu.chuqing", typeof(WrongOffice)),
        new("a clerk of the next county", "lian.haiqing", typeof(WrongDivision)),
        new("an approver of the next county", "cha.bochuan", typeof(WrongDivision)),
        new("the supervisor of the next county", "yao.mingqu", typeof(WrongDivision), by => by with { Division = Haiyan }),
    ];
}
