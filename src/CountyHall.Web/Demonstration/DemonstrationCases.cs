using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Demonstration;

/// <summary>Some invented cases of the last working days, one or more in nearly every stage, so that no desk of the demonstration is empty.</summary>
/// <remarks>Each step goes through its use case, by the people whose duty it is; who is late here is late by the house's own clock.</remarks>
public sealed class DemonstrationCases(
    IServiceProvider house,
    IDbContextFactory<HallDb> contexts,
    ItemCatalogue catalogue,
    Prefill prefill,
    CountyCalendar calendar,
    TimeProvider time
)
{
    private const string Commerce = "zhu.jingxing";
    private const string General = "ni.yunzhou";
    private const string Issuing = "jiang.yanqiu";
    private const string Checked = "材料齐全、符合法定条件，同意。";

    /// <summary>One application and what became of it.</summary>
    /// <param name="Applicant">Name of the firm, or of the person.</param>
    /// <param name="By">The clerk at the window, or the citizen online.</param>
    /// <param name="Days">So many working days ago.</param>
    private sealed record Invented(string Item, string Applicant, string By, int Days, TimeOnly At)
    {
        public AfterReceipt Then { get; init; } = AfterReceipt.Accept;

        /// <summary>What stands in the form where the example of the guide will not do, by field.</summary>
        public Dictionary<string, string> Typed { get; init; } = [];

        /// <summary>Materials that were not handed in.</summary>
        public IReadOnlyList<string> Without { get; init; } = [];
        public IReadOnlyList<Next> After { get; init; } = [];
    }

    /// <summary>What somebody did with the case later.</summary>
    private abstract record Next(string By, int Days, TimeOnly At);

    private sealed record Agreed(string By, int Days, TimeOnly At) : Next(By, Days, At);

    /// <param name="With">The second officer.</param>
    private sealed record Visited(string By, string With, int Days, TimeOnly At) : Next(By, Days, At);

    private sealed record Denied(string By, int Days, TimeOnly At, string Why, Citation Basis) : Next(By, Days, At);

    private sealed record Paused(string By, int Days, TimeOnly At, SpecialProcedureKind Kind, Citation Basis, int Length)
        : Next(By, Days, At);

    private sealed record Made(int Days, TimeOnly At) : Next(Issuing, Days, At);

    private sealed record Collected(int Days, TimeOnly At, string LastFour) : Next(Issuing, Days, At);

    private static readonly IReadOnlyList<Invented> Cases =
    [
        // 审查: two offices at once; one has agreed, one is waited for.
        new("restaurant-food-licence", "嘉善云岫小馆", Commerce, 1, new(9, 12)),
        new("restaurant-food-licence", "嘉善示例栖居酒店有限公司", Commerce, 4, new(10, 5))
        {
            Typed = new()
            {
                ["shop-name"] = "栖居餐厅",
                ["premises"] = "嘉善县大云镇示例路2号",
                ["manager"] = "裴静之",
            },
            After = [new Visited("shen.yining", "gu.yanqiu", 3, new(14, 30)), new Agreed("shen.yining", 2, new(15, 20))],
        },
        // 超期: nobody has decided within the five promised days.
        new("restaurant-food-licence", "嘉善示例零件有限公司", Commerce, 7, new(14, 40))
        {
            Typed = new()
            {
                ["shop-name"] = "示例零件职工食堂",
                ["premises"] = "嘉善县惠民街道示例路66号",
                ["manager"] = "陆松年",
            },
            After = [new Agreed("cheng.jingzhi", 4, new(11, 2))],
        },
        new("small-eatery-registration", "顾青岚", Commerce, 2, new(9, 48)),
        new("company-registration", "裴静之", Commerce, 0, new(9, 5))
        {
            Typed = new() { ["company-name"] = "嘉善示例静之设计有限公司", ["representative"] = "裴静之" },
        },
        // 待取
        new("company-registration", "俞望舒", Commerce, 2, new(10, 30))
        {
            Typed = new() { ["company-name"] = "嘉善示例望舒文化有限公司", ["representative"] = "俞望舒" },
            After = [new Agreed("gu.yanqiu", 1, new(9, 20)), new Made(1, new(11, 10))],
        },
        new("residence-permit", "俞望舒", General, 3, new(15, 2)),
        // 待制证
        new("ordinary-passport", "陆松年", General, 2, new(13, 45)) { After = [new Agreed("fei.zhihe", 1, new(10, 40))] },
        // 已送达
        new("ordinary-passport", "程亦安", General, 6, new(9, 30))
        {
            After = [new Agreed("bai.jiashu", 3, new(10, 10)), new Made(2, new(14, 0)), new Collected(1, new(15, 30), "1060")],
        },
        new("hotel-licence", "嘉善示例栖居酒店有限公司", General, 3, new(11, 15))
        {
            After = [new Visited("fei.zhihe", "bai.jiashu", 2, new(9, 50)), new Agreed("fei.zhihe", 1, new(16, 5))],
        },
        // 中止: the time of the inspection does not count.
        new("fireworks-retail-permit", "嘉善示例禾田农机专业合作社", General, 5, new(10, 50))
        {
            After =
            [
                new Paused(
                    "shi.qinglan",
                    3,
                    new(9, 40),
                    SpecialProcedureKind.ExpertReview,
                    new("烟花爆竹经营许可实施办法", "第十七条"),
                    15
                ),
            ],
        },
        new("construction-permit", "嘉善示例城市建设发展有限公司", "fei.weiqing", 1, new(14, 25)),
        new("road-freight-permit", "嘉善示例交通投资有限公司", "yan.nanqiao", 2, new(10, 18)),
        // 一次性告知: what is missing was told.
        new("disability-certificate", "陆松年", "jin.ruogu", 1, new(10, 0))
        {
            Then = AfterReceipt.AskForCorrection,
            Without = ["assessment"],
        },
        // 不予许可, with its grounds.
        new("teacher-qualification", "贺林溪", General, 8, new(9, 55))
        {
            After =
            [
                new Denied("bai.wangshu", 2, new(16, 30), "体检结论为不合格，不符合认定条件。", new("教师资格条例", "第十五条")),
                new Made(1, new(10, 20)),
            ],
        },
        new("real-estate-transfer", "沈知禾", "qian.shuyao", 0, new(9, 40)),
        // 待受理: taken in at the window, and sent in from home.
        new("public-place-hygiene-licence", "嘉善示例栖居酒店有限公司", General, 0, new(9, 20)) { Then = AfterReceipt.KeepForNow },
        new("small-eatery-registration", "程亦安", "cheng.yian", 1, new(20, 15))
        {
            Typed = new() { ["shop-name"] = "亦安早点", ["premises"] = "嘉善县天凝镇示例村30号" },
        },
        new("company-registration", "陆松年", "lu.songnian", 1, new(21, 40))
        {
            Typed = new() { ["company-name"] = "嘉善示例松年农产品有限公司", ["representative"] = "陆松年" },
        },
    ];

    private readonly IDbContextFactory<HallDb> contexts = contexts;
    private readonly ItemCatalogue catalogue = catalogue;
    private readonly Prefill prefill = prefill;
    private InventedPeople people = null!;
    private DateOnly last;

    /// <summary>Loads them where they are not all there; what is there already is not done twice.</summary>
    public async Task LoadIfMissing()
    {
        // The last working day of which it is past ten.
        last = calendar.Now.Back(CountyTime.DayOf(time.Now().AddHours(-10)).AddDays(1), 1);
        people = await InventedPeople.Know(house, last);
        if (await IsLoaded())
            return;
        var steps = Cases.Select((invented, place) => new Told(this, invented, place)).SelectMany(told => told.Steps());
        // As they happened: numbers of a day follow its hours.
        foreach (var (_, step) in steps.OrderBy(s => s.At))
            await step();
    }

    private async Task<bool> IsLoaded()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var keys = Cases.Select((c, place) => $"{people[c.By].Id}:{KeyOf(place, 0)}").ToList();
        return await db.Facts.CountAsync(f => f.Key != null && keys.Contains(f.Key)) == keys.Count;
    }

    private static string KeyOf(int place, int step) => $"demonstration-case-{place}-{step}";

    private DateTime When(int days, TimeOnly at) => CountyTime.Utc(calendar.Now.Back(last, days), at);

    /// <summary>One case as it goes on.</summary>
    private sealed class Told(DemonstrationCases house, Invented invented, int place)
    {
        private CaseNumber number;

        public IEnumerable<(DateTime At, Func<Task> Do)> Steps()
        {
            var received = house.When(invented.Days, invented.At);
            yield return (received, () => Received(received));
            foreach (var (step, next) in invented.After.Index())
            {
                var at = house.When(next.Days, next.At);
                yield return (at, () => Takes(next, at, KeyOf(place, step + 1)));
            }
        }

        private async Task Received(DateTime at)
        {
            var by = house.people[invented.By];
            await using var db = await house.contexts.CreateDbContextAsync();
            var applicant = await db.Set<Party>().AsNoTracking().FirstAsync(p => p.Name == invented.Applicant);
            var guide = (await house.catalogue.InForce(db, invented.Item, CountyTime.DayOf(at)))!.Guide;
            var representative = applicant is Firm firm ? await RepresentativeOf(db, firm) : null;
            var file = Filled(guide, await house.prefill.Of(db, guide, applicant, representative ?? by.Person ?? applicant.Id, at), at);
            number = by.IsStaff
                ? await AtTheWindow(new(invented.Item, applicant.Id, applicant.Name, representative, file, invented.Then), at)
                : await Online(guide, applicant.Id, file, at);
        }

        private static async Task<long?> RepresentativeOf(HallDb db, Firm firm) =>
            await db.Set<Mandate>().Where(m => m.FirmId == firm.Id && m.ByLaw).Select(m => (long?)m.PersonId).FirstOrDefaultAsync();

        private async Task<CaseNumber> AtTheWindow(ReceiveAtCounter ask, DateTime at) =>
            (
                await house.people.Ask<ReceiveAtCounterHandler, CaseReceived>(
                    invented.By,
                    at,
                    (h, on) => h.Handle(ask, on),
                    KeyOf(place, 0)
                )
            ).Number;

        private async Task<CaseNumber> Online(ServiceGuide guide, long applicant, CaseFile file, DateTime at)
        {
            var draft = await house.people.Ask<StartApplicationHandler, ApplicationStarted>(
                invented.By,
                at.AddMinutes(-12),
                (h, on) => h.Handle(new(invented.Item, applicant), on)
            );
            var typed = Situation.Of(guide, file.Answers).Fields.Where(f => f.Prefill is null && file.Fields.ContainsKey(f.Id));
            await house.people.Ask<SaveApplicationHandler, ApplicationSaved>(
                invented.By,
                at.AddMinutes(-2),
                (h, on) =>
                    h.Handle(
                        new(draft.Id) { Answers = file.Answers, Fields = typed.ToDictionary(f => f.Id, f => file.Fields[f.Id].Value) },
                        on
                    )
            );
            return (
                await house.people.Ask<SubmitApplicationHandler, CaseReceived>(
                    invented.By,
                    at,
                    (h, on) => h.Handle(new(draft.Id), on),
                    KeyOf(place, 0)
                )
            ).Number;
        }

        /// <summary>What the register does not know is filled in as the guide shows it; everything that is asked for is handed in, but for what is left out.</summary>
        private CaseFile Filled(ServiceGuide guide, CaseFile known, DateTime at)
        {
            var answers = new Dictionary<string, string>();
            while (Situation.Of(guide, answers) is { Open: [var open, ..] })
                answers[open.Id] = open.Choices.First(c => c.Stops is null).Id;
            var fields = known.Fields.ToDictionary();
            foreach (var field in Situation.Of(guide, answers).Fields)
            {
                if (invented.Typed.TryGetValue(field.Id, out var typed))
                    fields[field.Id] = new(typed);
                else if (
                    !fields.ContainsKey(field.Id) && (field.Example ?? (field.Choices is [var first, ..] ? first.Id : null)) is { } value
                )
                    fields[field.Id] = new(value);
            }
            var materials = known.Materials.ToDictionary();
            foreach (var material in guide.Needed(answers))
            {
                if (material.Form != MaterialForm.Form && !invented.Without.Contains(material.Id))
                    materials.TryAdd(material.Id, new(HandedHow.AtCounter, at));
            }
            return known with { Answers = answers, Fields = fields, Materials = materials };
        }

        private Task Takes(Next next, DateTime at, string key)
        {
            return next switch
            {
                Visited visited => Visit(visited),
                Agreed => Ask<ConcludeHandler, OfficeConcluded>((h, on) => h.Handle(new(number, true, Checked, null), on)),
                Denied denied => Ask<ConcludeHandler, OfficeConcluded>(
                    (h, on) => h.Handle(new(number, false, denied.Why, denied.Basis), on)
                ),
                Paused paused => Ask<PauseReviewHandler, ReviewWasPaused>(
                    (h, on) => h.Handle(new(number, paused.Kind, paused.Basis, true, paused.Length), on)
                ),
                Made => Ask<MakeResultHandler, ResultMade>((h, on) => h.Handle(new(number), on)),
                Collected collected => Ask<HandOverHandler, ResultHandedOver>(
                    (h, on) => h.Handle(new(number, collected.LastFour, "居民身份证"), on)
                ),
                _ => throw new System.Diagnostics.UnreachableException(),
            };

            async Task Visit(Visited visited)
            {
                await using var db = await house.contexts.CreateDbContextAsync();
                var second = await db.Users.Where(u => u.UserName == visited.With).Select(u => u.StaffId).FirstAsync();
                await Ask<RecordOnSiteCheckHandler, OnSiteChecked>(
                    (h, on) => h.Handle(new(number, second!.Value, "场所布局与图纸一致，设施齐全。", true), on)
                );
            }

            Task Ask<THandler, T>(Func<THandler, Occasion, Task<Result<T>>> ask)
                where THandler : notnull
                where T : notnull => house.people.Ask(next.By, at, ask, key);
        }
    }
}
