using System.Text.RegularExpressions;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

public static partial class GuideCheck
{
    private static readonly Words ArticleWanted = new(
        "写全称和条，例如《中华人民共和国食品安全法》第三十五条",
        "The full title and the article"
    );

    /// <summary>Days, visits, fee.</summary>
    private static GuideRule[] Promises() =>
        [
            new(
                "promise-above-limit",
                FindingWeight.Refuses,
                ("承诺期限不超过法定期限", "The promise is within the legal limit"),
                new(Laws.RunAtMostOnce, "第十二条", "art. 12")
            )
            {
                Find = on =>
                    on.Guide.LegalLimit is not { } legal
                        ? []
                        : Promised(on.Guide)
                            .Where(p => p.Days > legal.WorkingDays)
                            .Select(p => new Fault(
                                p.Path,
                                ("承诺办结时限", "Promised limit"),
                                (
                                    $"承诺 {p.Days} 个工作日，超过法定 {legal.WorkingDays} 个",
                                    $"{p.Days} working days are promised, the law allows {legal.WorkingDays}"
                                ),
                                ($"不超过 {legal.WorkingDays} 个工作日", $"{legal.WorkingDays} working days at most")
                            )),
            },
            new(
                "limit-above-law",
                FindingWeight.Refuses,
                (
                    "许可的法定期限超过二十日（联合办理四十五日）的，依据是法律、法规",
                    "A licence takes more than 20 days (45 jointly) only by a law or regulation"
                ),
                Rulebook.Decision.Basis
            )
            {
                Find = on =>
                    on.Guide is { Kind: ItemKind.Licence, LegalLimit: { } legal }
                    && legal.WorkingDays > (on.Guide.Route.Count > 1 ? Rulebook.JointDecision : Rulebook.Decision).Amount
                    && !IsLawOrRegulation(legal.Basis.Title)
                        ?
                        [
                            new(
                                "legalLimit",
                                ("法定办结时限", "Legal limit"),
                                (
                                    $"{legal.WorkingDays} 个工作日超过行政许可法的期限，依据“{legal.Basis.Title}”不是法律、法规",
                                    $"{legal.WorkingDays} working days are more than the licensing law allows"
                                ),
                                (
                                    "改为二十日（联合办理四十五日）以内，或者引法律、法规的条文",
                                    "Within 20 days (45 jointly), or by an article of a law or regulation"
                                )
                            ),
                        ]
                        : [],
            },
            new("limit-basis", FindingWeight.Refuses, ("法定期限写明依据的条", "The legal limit has its article"), Rulebook.Decision.Basis)
            {
                Find = on =>
                    on.Guide.LegalLimit is { } legal
                    && (
                        legal.WorkingDays < 0
                            ? ($"期限是 {legal.WorkingDays}", $"The limit is {legal.WorkingDays}")
                            : Misquoted(legal.Basis)
                    )
                        is { } wrong
                        ? [new("legalLimit", ("法定办结时限", "Legal limit"), wrong, ArticleWanted)]
                        : [],
            },
            new(
                "case-kind",
                FindingWeight.Refuses,
                ("即办件承诺当场办结，承诺件承诺天数", "On the spot promises no days, a promised case some"),
                ConcreteClause()
            )
            {
                Find = on =>
                    (on.Guide.CaseKind == CaseKind.OnTheSpot) == (on.Guide.PromisedDays == 0)
                        ? []
                        :
                        [
                            new(
                                "caseKind",
                                ("办件类型", "Kind of case"),
                                on.Guide.PromisedDays == 0
                                    ? ("承诺 0 天，却写成承诺件", "0 days are promised, yet it is a promised case")
                                    : (
                                        $"写成即办件，却承诺 {on.Guide.PromisedDays} 个工作日",
                                        $"On the spot, yet {on.Guide.PromisedDays} days are promised"
                                    ),
                                on.Guide.PromisedDays == 0
                                    ? ("改为即办件（onTheSpot）", "Make it onTheSpot")
                                    : ("改为承诺件（promised），或者承诺 0 天", "Make it promised, or promise 0 days")
                            ),
                        ],
            },
            new(
                "steps-sum",
                FindingWeight.Refuses,
                ("各环节天数之和等于承诺期限", "The days of the steps add up to the promise"),
                ConcreteClause()
            )
            {
                Find = on =>
                    on.Guide.Steps.Count == 0 || on.Guide.Steps.Sum(s => s.Days) == on.Guide.PromisedDays
                        ? []
                        :
                        [
                            new(
                                "steps",
                                ("办理流程", "Steps"),
                                (
                                    $"各环节共 {on.Guide.Steps.Sum(s => s.Days)} 个工作日，承诺 {on.Guide.PromisedDays} 个",
                                    $"The steps take {on.Guide.Steps.Sum(s => s.Days)} days, {on.Guide.PromisedDays} are promised"
                                ),
                                ("调整环节天数或者承诺期限，使二者一致", "Make the two agree")
                            ),
                        ],
            },
            new(
                "steps-order",
                FindingWeight.Refuses,
                ("流程从受理到送达，中间有审查、决定", "From acceptance over review and decision to delivery"),
                ConcreteClause()
            )
            {
                Find = on =>
                    on.Guide.Steps.Count == 0
                    || (on.Guide.Steps[0].Name.Zh == "受理" && on.Guide.Steps[^1].Name.Zh == "送达" && Before(on.Guide, "审查", "决定"))
                        ? []
                        :
                        [
                            new(
                                "steps",
                                ("办理流程", "Steps"),
                                ("流程不是受理、审查、决定、送达的次序", "The steps are not acceptance, review, decision, delivery"),
                                ("按受理、审查（现场核查）、决定、送达排列", "Acceptance, review (on-site check), decision, delivery")
                            ),
                        ],
            },
            new(
                "on-site",
                FindingWeight.Refuses,
                ("要现场核查的，流程里写明；不核查的不写", "An on-site check stands in the steps where there is one, and only there"),
                new(Laws.AdministrativeLicensing, "第三十四条第三款", "art. 34(3)")
            )
            {
                Find = on =>
                    on.Guide.Steps.Count == 0 || on.Guide.Steps.Any(s => s.Name.Zh == "现场核查") == on.Guide.Route.Any(r => r.OnSite)
                        ? []
                        :
                        [
                            new(
                                "steps",
                                ("办理流程", "Steps"),
                                on.Guide.Route.Any(r => r.OnSite)
                                    ? ("有部门要现场核查，流程里没有写", "An office checks on site, the steps do not say so")
                                    : ("流程写着现场核查，却没有部门去核查", "The steps hold an on-site check that no office makes"),
                                ("流程与按责转办写得一致", "Make the two agree")
                            ),
                        ],
            },
            new(
                "visits",
                FindingWeight.Refuses,
                ("最多跑一次；要跑的写理由，不用跑的不写", "Once at most; a visit has a reason"),
                new(Laws.RunAtMostOnce, "第二条", "art. 2")
            )
            {
                Find = on =>
                    on.Guide switch
                    {
                        { Visits: < 0 } or { Visits: > 1 } =>
                        [
                            new(
                                "visits",
                                ("到办事现场次数", "Visits"),
                                ($"要跑 {on.Guide.Visits} 次", $"{on.Guide.Visits} visits"),
                                ("改为 1 次或者 0 次；省里例外清单上的事项另行登记", "One or none")
                            ),
                        ],
                        { Visits: 1, VisitReason: null } =>
                        [
                            new(
                                "visitReason",
                                ("到场理由", "Reason for the visit"),
                                ("要跑一次，没有写为什么", "One visit without a reason"),
                                ("写明为什么必须到场，例如“采集指纹和人像”", "Say why one must come, for example fingerprints")
                            ),
                        ],
                        { Visits: 0, VisitReason: not null } =>
                        [
                            new(
                                "visitReason",
                                ("到场理由", "Reason for the visit"),
                                ("零上门，却写着到场理由", "No visit, yet a reason for one"),
                                ("删去到场理由，或者改为 1 次", "Leave it out, or make it one visit")
                            ),
                        ],
                        _ => [],
                    },
            },
            new(
                "zero-visit-offline",
                FindingWeight.Refuses,
                ("零上门的，可以网上申请", "No visit means that one applies online"),
                new(Laws.RunAtMostOnce, "第二条", "art. 2")
            )
            {
                Find = on =>
                    on.Guide is { Visits: 0, Online: false }
                        ?
                        [
                            new(
                                "visits",
                                ("到办事现场次数", "Visits"),
                                ("写零上门，却不能网上申请", "No visit, yet it cannot be applied for online"),
                                ("开通网上申请，或者改为最多跑一次并写理由", "Open it online, or make it one visit with its reason")
                            ),
                        ]
                        : [],
            },
            new(
                "zero-visit-original",
                FindingWeight.Refuses,
                ("零上门的，不收纸质原件", "No visit, no paper original"),
                new(Laws.RunAtMostOnce, "第二条", "art. 2")
            )
            {
                Find = on =>
                    (on.Situations ?? [])
                        .Where(s => s.Visits == 0 && s.Stop is null)
                        .SelectMany(s => s.Materials)
                        .Where(m => m.Form == MaterialForm.Original && m.Held is null)
                        .Distinct()
                        .Select(m => (m, i: on.Guide.Materials.ToList().IndexOf(m)))
                        .Select(at => new Fault(
                            $"materials[{at.i}].form",
                            GuideUnderCheck.PlaceOf(at.m, at.i),
                            ("零上门的事项却要交纸质原件", "A paper original for an item without a visit"),
                            (
                                "改收电子件，真伪由部门核验；确要原件的，改为最多跑一次并写理由",
                                "Take it electronically and check it; else make it one visit with its reason"
                            )
                        )),
            },
            new(
                "zero-visit-pick-up",
                FindingWeight.Refuses,
                ("零上门的，结果电子送达或者寄送", "No visit, and the result comes electronically or by courier"),
                new(Laws.RunAtMostOnce, "第二条", "art. 2")
            )
            {
                Find = on =>
                    on.Guide.Visits != 0
                        ? []
                        : on
                            .Guide.Steps.Select((s, i) => (s, i))
                            .Where(at => at.s.Name.Zh == "送达" && PickUp().IsMatch(at.s.Who.Zh) && !Sent().IsMatch(at.s.Who.Zh))
                            .Select(at => new Fault(
                                $"steps[{at.i}].who",
                                ($"流程 {at.i + 1}“{at.s.Name.Zh}”", $"Step {at.i + 1}"),
                                ("零上门的事项只能到窗口领取结果", "An item without a visit whose result is only handed out at a window"),
                                ("写“电子送达或快递”", "Electronically or by courier")
                            )),
            },
            new(
                "fee-basis",
                FindingWeight.Refuses,
                ("收费的写明依据，不收费的不写", "A fee has its basis; where there is none there is no fee"),
                new(Laws.AdministrativeLicensing, "第五十八条", "art. 58")
            )
            {
                Find = on =>
                    on.Guide.Fee switch
                    {
                        { Fen: < 0 } =>
                        [
                            new(
                                "fee.fen",
                                ("收费", "Fee"),
                                ("金额是负数", "A negative amount"),
                                ("写实际金额，以分计", "The amount in fen")
                            ),
                        ],
                        { Fen: > 0, Basis: null } =>
                        [
                            new(
                                "fee.basis",
                                ("收费", "Fee"),
                                ("收费没有依据", "A fee without a basis"),
                                ("写明收费文件和条；没有依据的不得收费", "Cite it, or charge nothing")
                            ),
                        ],
                        { Fen: 0, Basis: null, Note: { } note } when Charges().IsMatch(note.Zh) =>
                        [
                            new(
                                "fee.note",
                                ("收费", "Fee"),
                                ("说明里说收费，却没有金额和依据", "The note speaks of a charge without amount and basis"),
                                ("写金额和依据，或者删去", "Give amount and basis, or leave it out")
                            ),
                        ],
                        { Fen: 0, Basis: not null, Note: null } =>
                        [
                            new(
                                "fee.basis",
                                ("收费", "Fee"),
                                ("不收费，却写着收费依据", "Nothing is charged, yet a basis is given"),
                                ("删去依据；按标准计算的写明标准", "Leave it out, or say the tariff")
                            ),
                        ],
                        { Fen: > 0, Note: { } note } when note.Zh.Contains("不收费", StringComparison.Ordinal) =>
                        [
                            new(
                                "fee.note",
                                ("收费", "Fee"),
                                ("写着收费，又说不收费", "It is charged, and said to be free"),
                                ("二者取一", "Keep one")
                            ),
                        ],
                        _ => [],
                    },
            },
        ];

    private static IEnumerable<(string Path, int Days)> Promised(ServiceGuide guide) =>
        (guide.Variations ?? [])
            .Select((v, i) => (Path: $"variations[{i}].promisedDays", Days: v.PromisedDays ?? 0))
            .Prepend(("promisedDays", guide.PromisedDays));

    private static bool Before(ServiceGuide guide, string first, string second)
    {
        var names = guide.Steps.Select(s => s.Name.Zh).ToList();
        return names.IndexOf(first) is >= 0 and var at && names.IndexOf(second) > at;
    }

    [GeneratedRegex("窗口|柜台|现场领取|自行领取|到场领取")]
    private static partial Regex PickUp();

    [GeneratedRegex("快递|寄|邮|电子|网上")]
    private static partial Regex Sent();

    [GeneratedRegex("收取|收费|缴纳|元(?!首)")]
    private static partial Regex Charges();
}
