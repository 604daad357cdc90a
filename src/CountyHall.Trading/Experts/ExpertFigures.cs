using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>专家抽取和集体约谈的数字.</summary>
public sealed class ExpertFigures : FigureChapter
{
    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("draw.county.projects", "1.2.4.3")
        {
            Name = ("县中心抽取专家的项目", "County projects with an expert draw"),
            Definition = (
                "期内至少抽出过一次专家的县中心招标项目，按首次抽出的时间算；同一项目再次抽取不重复计数。",
                "Tenders of the county centre for which experts were drawn in the period, by the first draw that was made; a second draw does not count again."
            ),
            Unit = ("个", "projects"),
            Print = new("0"),
            Measure = new CountOf(
                new(
                    "county-draws",
                    ("期内抽取专家的县中心项目", "County tenders with a draw in the period"),
                    ["ExpertDraw"],
                    scope => Tenders(scope).LongCountAsync(),
                    async (scope, after, most) =>
                    {
                        var last = after is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
                        return
                        [
                            .. (await Tenders(scope).Where(t => t.Id > last).OrderBy(t => t.Id).Take(most).ToListAsync()).Select(
                                t => new RecordKey(
                                    System.FormattableString.Invariant($"{t.Id}"),
                                    ($"{t.Number} {t.NameZh}", $"{t.Number} {t.NameEn}"),
                                    $"/trading/projects/{t.Number[..17]}"
                                )
                            ),
                        ];
                    }
                )
            ),
        },
        new("draw.small.projects", "1.2.4.3")
        {
            Name = ("小型平台远程抽取专家的项目", "Small projects with a remote draw"),
            Definition = (
                "期内由小型平台工作人员通过县系统抽出专家的小型项目；再次抽取不重复计数。",
                "Small projects for which the staff of a platform drew experts through the county's system in the period; a second draw does not count again."
            ),
            Unit = ("个", "projects"),
            Print = new("0"),
            Measure = new CountOf(
                new(
                    "small-draws",
                    ("期内远程抽取专家的小型项目", "Small projects with a draw in the period"),
                    ["ExpertDraw"],
                    scope => Small(scope).LongCountAsync(),
                    async (scope, after, most) =>
                    {
                        // Numbers are unique on their own platform only: the key names both.
                        var last = after is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
                        return
                        [
                            .. (await Small(scope).Where(p => p.Id > last).OrderBy(p => p.Id).Take(most).ToListAsync()).Select(
                                p => new RecordKey(System.FormattableString.Invariant($"{p.Id}"), Words.Same($"{p.Number} {p.Name}"))
                            ),
                        ];
                    }
                )
                {
                    ForStaff = true,
                }
            ),
        },
        new("experts.briefing.topics", "1.2.2.1")
        {
            Name = ("集体约谈必谈的事项", "Topics of a briefing"),
            Definition = (
                "约谈表规定必谈的事项数：廉洁自律、评标纪律、客观公正、优质评标；缺一项不能记录。",
                "Topics that the form of a briefing demands: integrity, discipline, fairness, quality; without one it cannot be recorded."
            ),
            Unit = ("项", "topics"),
            Print = new("word:四"),
            Measure = new CountOf(
                new(
                    "briefing-topics",
                    ("约谈表的必谈事项", "Topics of the form"),
                    ["BriefingForm"],
                    _ => Task.FromResult((long)Rulebook.BriefingTopics.Amount),
                    (_, after, most) =>
                        Task.FromResult<IReadOnlyList<RecordKey>>([
                            .. Enum.GetValues<BriefingTopic>()
                                .Select(t => new RecordKey(t.ToString(), Briefing.NameOf(t)))
                                .OrderBy(t => t.Key, StringComparer.Ordinal)
                                .Where(t => after is null || string.CompareOrdinal(t.Key, after) > 0)
                                .Take(most),
                        ])
                )
            ),
        },
        new("experts.briefing.projects", "1.2.2.1")
        {
            Name = ("集体约谈的工程项目", "Works projects with a briefing"),
            Definition = (
                "期内至少进行过一次有效集体约谈（四项都谈、有专家签名）的工程项目。",
                "Works projects with at least one valid briefing of the experts in the period: all four topics, and signed."
            ),
            Unit = ("个", "projects"),
            Print = new("0"),
            Check = new("experts.briefing.projects <= draw.county.projects"),
            Measure = new CountOf(
                new(
                    "briefings",
                    ("期内的集体约谈", "Briefings of the period"),
                    ["ExpertBriefing"],
                    scope => Briefings(scope).LongCountAsync(),
                    async (scope, after, most) =>
                    {
                        var last = after is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
                        return
                        [
                            .. (
                                await Briefings(scope)
                                    .Where(b => b.Id > last)
                                    .OrderBy(b => b.Id)
                                    .Take(most)
                                    .Join(
                                        scope.Db.Tenders,
                                        b => b.TenderId,
                                        t => t.Id,
                                        (b, t) =>
                                            new
                                            {
                                                b.Id,
                                                t.Number,
                                                t.NameZh,
                                                t.NameEn,
                                            }
                                    )
                                    .ToListAsync()
                            ).Select(b => new RecordKey(
                                System.FormattableString.Invariant($"{b.Id}"),
                                ($"{b.Number} {b.NameZh}", $"{b.Number} {b.NameEn}"),
                                $"/trading/projects/{b.Number[..17]}"
                            )),
                        ];
                    }
                )
            ),
        },
        new("experts.briefing.attendance", "1.2.2.1")
        {
            Name = ("集体约谈的专家人次", "Attendances at briefings"),
            Definition = (
                "期内的集体约谈上签名的专家人次（一人在一个项目算一次）。",
                "Experts who signed at the briefings of the period; one expert counts once for each project."
            ),
            Unit = ("人次", "attendances"),
            Print = new("0"),
            Check = new("experts.briefing.attendance >= experts.briefing.projects"),
            Measure = new CountOf(
                new(
                    "briefing-attendances",
                    ("期内集体约谈的签名", "Signatures at briefings of the period"),
                    ["ExpertBriefing", "BriefingAttendance"],
                    scope => Attendances(scope).LongCountAsync(),
                    async (scope, after, most) =>
                    {
                        var last = after is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
                        return
                        [
                            .. (await Attendances(scope).Where(a => a.Id > last).OrderBy(a => a.Id).Take(most).ToListAsync()).Select(
                                a => new RecordKey(System.FormattableString.Invariant($"{a.Id}"), Words.Same(Written.Minute(a.SignedAt)))
                            ),
                        ];
                    }
                )
                {
                    ForStaff = true,
                }
            ),
        },
    ];

    private static (DateTime From, DateTime Until) Instants(FigureScope scope) =>
        (CountyTime.StartOfDay(scope.Period.From), CountyTime.StartOfDay(scope.Period.CutOff.AddDays(1)));

    private static IQueryable<Projects.Tender> Tenders(FigureScope scope)
    {
        var (from, until) = Instants(scope);
        var draws = scope.Db.ExpertDraws.Where(d => d.Division == scope.Division && d.DrawnAt >= from && d.DrawnAt < until);
        return scope.Db.Tenders.AsNoTracking().Where(t => draws.Any(d => d.TenderId == t.Id));
    }

    private static IQueryable<SmallProject> Small(FigureScope scope)
    {
        var (from, until) = Instants(scope);
        var draws = scope.Db.ExpertDraws.Where(d => d.Division == scope.Division && d.DrawnAt >= from && d.DrawnAt < until);
        return scope.Db.SmallProjects.AsNoTracking().Where(p => draws.Any(d => d.SmallProjectId == p.Id));
    }

    private static IQueryable<ExpertBriefing> Briefings(FigureScope scope)
    {
        var (from, until) = Instants(scope);
        var works = scope.Db.Tenders.Where(t => t.Kind == Projects.TenderKind.Works);
        var signed = scope.Db.BriefingAttendances;
        return scope
            .Db.ExpertBriefings.AsNoTracking()
            .Where(b => b.Division == scope.Division && b.HeldAt >= from && b.HeldAt < until)
            .Where(b => works.Any(t => t.Id == b.TenderId) && signed.Any(a => a.BriefingId == b.Id));
    }

    private static IQueryable<BriefingAttendance> Attendances(FigureScope scope)
    {
        var briefings = Briefings(scope);
        return scope.Db.BriefingAttendances.AsNoTracking().Where(a => briefings.Any(b => b.Id == a.BriefingId));
    }
}
