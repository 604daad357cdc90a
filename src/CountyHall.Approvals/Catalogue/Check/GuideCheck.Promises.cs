using System.Text.RegularExpressions;
using CountyHall.Kernel.Codes;
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

    private static Provision LicenceFees() => new(Laws.AdministrativeLicensing, "第五十八条", "art. 58");

    private static GuideRule[] Bases() =>
        [
            new(
                "condition-basis",
                FindingWeight.Refuses,
                ("每个条件的依据写到条，并且是规章以上的文件", "Each condition rests on a rule or something higher, down to the article"),
                new(Laws.BusinessEnvironment, "第三十五条", "art. 35")
            )
            {
                Find = on =>
                    on.Guide.Conditions.SelectMany(
                        (c, i) =>
                            Misquoted(c.Basis) is { } wrong
                                ? [new Fault($"conditions[{i}].basis", ($"申请条件 {i + 1}", $"Condition {i + 1}"), wrong, ArticleWanted)]
                            : BelowRule().IsMatch(Unbracketed(c.Basis.Title))
                                ?
                                [
                                    new Fault(
                                        $"conditions[{i}].basis",
                                        ($"申请条件 {i + 1}", $"Condition {i + 1}"),
                                        ($"《{c.Basis.Title}》低于规章，不能设条件", "A text below a rule cannot set a condition"),
                                        (
                                            "引法律、法规或者规章的条；没有的，删去这个条件",
                                            "Cite a law, regulation or rule, or leave the condition out"
                                        )
                                    ),
                                ]
                            : Array.Empty<Fault>()
                    ),
            },
            new(
                "item-basis",
                FindingWeight.Refuses,
                ("设定依据写到条", "The legal basis goes down to the article"),
                new(Laws.RunAtMostOnce, "第四条", "art. 4")
            )
            {
                Find = on =>
                    on.Guide.Basis.SelectMany(
                        (b, i) =>
                            Misquoted(b) is { } wrong
                                ? [new Fault($"basis[{i}]", ($"设定依据 {i + 1}", $"Basis {i + 1}"), wrong, ArticleWanted)]
                                : Array.Empty<Fault>()
                    ),
            },
            new(
                "licence-basis",
                FindingWeight.Refuses,
                (
                    "行政许可的设定依据里有法律、法规或者国务院决定",
                    "A licence is set by a law, a regulation or a decision of the State Council"
                ),
                new(Laws.AdministrativeLicensing, "第十七条", "art. 17")
            )
            {
                Find = on =>
                    on.Guide.Kind != ItemKind.Licence
                    || on.Guide.Basis.Count == 0
                    || on.Guide.Basis.Any(b => IsLawOrRegulation(b.Title) || b.Title.Contains("国务院", StringComparison.Ordinal))
                        ? []
                        :
                        [
                            new(
                                "basis",
                                ("设定依据", "Legal basis"),
                                ("没有法律、法规设定这项许可", "No law or regulation sets this licence"),
                                ("引设定许可的法律、法规；没有的，不是行政许可", "Cite it; what none sets is no licence")
                            ),
                        ],
            },
            new("fee-basis-form", FindingWeight.Refuses, ("收费依据写到条", "The basis of a fee goes down to the article"), LicenceFees())
            {
                Find = on =>
                    on.Guide.Fee.Basis is { } basis && Misquoted(basis) is { } wrong
                        ? [new("fee.basis", ("收费", "Fee"), wrong, ArticleWanted)]
                        : [],
            },
        ];

    /// <summary>Codes, telephones, names, and what belongs together.</summary>
    private static GuideRule[] Form() =>
        [
            new(
                "code",
                FindingWeight.Refuses,
                ("实施编码 31 位，校验位相符，类型码与事项类型一致", "31 places, a right check, and the kind of the item"),
                Choice("实施编码（GB/T 39554.1）", "implementation code (GB/T 39554.1)")
            )
            {
                Find = on =>
                    string.IsNullOrWhiteSpace(on.Guide.Code) ? []
                    : ItemCode.Parse(on.Guide.Code) is Result<ItemCode>.Refused(var why)
                        ? [new("code", ("实施编码", "Code"), why.Reason, why.Remedy)]
                    : on.Guide.Code.Length >= 23
                    && on.Guide.Code[21..23] != ((int)on.Guide.Kind).ToString("00", System.Globalization.CultureInfo.InvariantCulture)
                        ?
                        [
                            new(
                                "code",
                                ("实施编码", "Code"),
                                (
                                    $"编码里的类型是 {on.Guide.Code[21..23]}，事项类型是 {(int)on.Guide.Kind:00}",
                                    $"The code says kind {on.Guide.Code[21..23]}, the item is kind {(int)on.Guide.Kind:00}"
                                ),
                                ("按基本目录改正其中之一", "Correct one of them by the basic catalogue")
                            ),
                        ]
                    : [],
            },
            new(
                "telephones",
                FindingWeight.Refuses,
                ("咨询、投诉电话带区号，不是同一个", "Both telephones with area code, and not the same"),
                ConcreteClause()
            )
            {
                Find = on => Telephones(on.Guide),
            },
            new(
                "lead-office",
                FindingWeight.Refuses,
                ("按责转办的第一个是实施主体，同一部门不列两次", "The route begins with the implementing body and names no office twice"),
                new(Laws.AdministrativeLicensing, "第二十六条", "art. 26")
            )
            {
                Find = on =>
                    on.Guide.Route.Count == 0 || string.IsNullOrEmpty(on.Guide.Body) ? []
                    : on.Guide.Route[0].Office != on.Guide.Body
                        ?
                        [
                            new(
                                "route[0].office",
                                ("按责转办 1", "Responsibility 1"),
                                (
                                    $"第一个部门是 {on.Guide.Route[0].Office}，实施主体是 {on.Guide.Body}",
                                    $"{on.Guide.Route[0].Office} leads, the body is {on.Guide.Body}"
                                ),
                                ("把实施主体放在第一", "Put the body first")
                            ),
                        ]
                    : on.Guide.Route.Select(r => r.Office).Distinct().Count() != on.Guide.Route.Count
                        ?
                        [
                            new(
                                "route",
                                ("按责转办", "Responsibilities"),
                                ("同一部门列了两次", "An office stands there twice"),
                                ("合并成一条", "Make it one")
                            ),
                        ]
                    : [],
            },
            new("office-unknown", FindingWeight.Refuses, ("实施主体和转办部门是本县的单位", "The offices exist"), ConcreteClause())
            {
                Find = on =>
                    on.Context.Offices is not { } offices
                        ? []
                        : on
                            .Guide.Route.Select((r, i) => (r.Office, Path: $"route[{i}].office"))
                            .Prepend((Office: on.Guide.Body, Path: "body"))
                            .Where(o => o.Office.Length > 0 && !offices.Contains(o.Office))
                            .Select(o => new Fault(
                                o.Path,
                                ("部门", "Office"),
                                ($"没有“{o.Office}”这个单位", $"There is no office “{o.Office}”"),
                                ("从单位表里选", "Choose one of the county's offices")
                            )),
            },
            new("applicants-twice", FindingWeight.Refuses, ("服务对象不重复", "No kind of applicant twice"), ConcreteClause())
            {
                Find = on =>
                    on.Guide.Applicants.Distinct().Count() == on.Guide.Applicants.Count
                        ? []
                        :
                        [
                            new(
                                "applicants",
                                ("申请主体", "Who may apply"),
                                ("同一类对象列了两次", "One kind stands there twice"),
                                ("删去重复的", "Leave one out")
                            ),
                        ],
            },
            new(
                "field",
                FindingWeight.Refuses,
                (
                    "表单字段有示例或者预填，选择题有选项，不重复",
                    "A field has an example or a known value, a choice has choices, none stands twice"
                ),
                new(Laws.AdministrativeLicensing, "第二十九条", "art. 29")
            )
            {
                Find = on =>
                    on.Guide.Fields.SelectMany(
                        (f, i) =>
                            on.Guide.Fields.Take(i).Any(before => before.Id == f.Id || before.Label.Zh == f.Label.Zh)
                                ? [Wrong(f, i, "", ("前面已经有这个字段", "This field stands above already"), ("删去", "Leave it out"))]
                            : (f.Kind == FieldKind.Choice) != f.Choices.Count > 1
                                ?
                                [
                                    Wrong(
                                        f,
                                        i,
                                        ".choices",
                                        ("选择题至少两个选项，其他字段没有选项", "A choice has two choices at least, other fields none"),
                                        ("改正类型或者选项", "Correct kind or choices")
                                    ),
                                ]
                            : f.Kind != FieldKind.Choice && string.IsNullOrWhiteSpace(f.Example) && f.Prefill is null
                                ? [Wrong(f, i, ".example", ("没有填写示例", "No example"), ("写一个正确的例子", "Give a right example"))]
                            : f.Prefill is { } known && !KnownValues.Contains(known)
                                ?
                                [
                                    Wrong(
                                        f,
                                        i,
                                        ".prefill",
                                        ($"不认识的预填来源 {known}", $"Unknown value {known}"),
                                        ($"其中之一：{string.Join("、", KnownValues)}", $"One of {string.Join(", ", KnownValues)}")
                                    ),
                                ]
                            : f.Least > f.Most
                                ?
                                [
                                    Wrong(
                                        f,
                                        i,
                                        ".least",
                                        ("下限大于上限", "The least is above the most"),
                                        ("改正范围", "Correct the range")
                                    ),
                                ]
                            : Array.Empty<Fault>()
                    ),
            },
            new("field-known", FindingWeight.Advice, ("已知的信息预填，不再让人填", "What is known is filled in"), SharedDataClause())
            {
                Find = on =>
                    on.Guide.Fields.SelectMany(
                        (f, i) =>
                            f.Prefill is null && KnownLabel().IsMatch(f.Label.Zh)
                                ?
                                [
                                    Wrong(
                                        f,
                                        i,
                                        ".prefill",
                                        ("申请人登记里已有", "The register of applicants has it"),
                                        ("写明 prefill，例如 applicant.code", "Name its source in “prefill”")
                                    ),
                                ]
                                : Array.Empty<Fault>()
                    ),
            },
            new(
                "faq",
                FindingWeight.Refuses,
                ("行政许可至少有一个常见问题", "A licence answers one question at least"),
                Choice("办事指南常见问题", "questions and answers of a guide")
            )
            {
                Find = on =>
                    on.Guide.Kind == ItemKind.Licence && on.Guide.Faqs.Count == 0
                        ?
                        [
                            new(
                                "faqs",
                                ("常见问题", "Questions"),
                                ("没有常见问题", "There is none"),
                                ("写一个办事人最常问的问题和回答", "Write the question that is asked most, with its answer")
                            ),
                        ]
                        : [],
            },
            new(
                "also-called",
                FindingWeight.Advice,
                ("写三个以上老百姓的叫法，方便查找", "Three everyday names at least, to be found by"),
                Choice("事项查找", "finding services")
            )
            {
                Find = on =>
                    on.Guide.AlsoCalled.Distinct().Count() < 3
                        ?
                        [
                            new(
                                "alsoCalled",
                                ("叫法", "Everyday names"),
                                ($"只有 {on.Guide.AlsoCalled.Distinct().Count()} 个叫法", $"Only {on.Guide.AlsoCalled.Distinct().Count()}"),
                                ("写办事人会说的话，例如“开个饭店”", "Write what people say")
                            ),
                        ]
                        : [],
            },
            new(
                "also-called-twice",
                FindingWeight.Refuses,
                ("叫法不重复", "No everyday name twice"),
                Choice("事项查找", "finding services")
            )
            {
                Find = on =>
                    on.Guide.AlsoCalled.Count == on.Guide.AlsoCalled.Distinct().Count()
                        ? []
                        :
                        [
                            new(
                                "alsoCalled",
                                ("叫法", "Everyday names"),
                                ("同一个叫法写了两次", "One stands there twice"),
                                ("删去重复的", "Leave one out")
                            ),
                        ],
            },
            new("result-years", FindingWeight.Refuses, ("有效期不是负数", "Validity is not negative"), ConcreteClause())
            {
                Find = on =>
                    on.Guide.Result.ValidYears < 0
                        ?
                        [
                            new(
                                "result.validYears",
                                ("办理结果", "Result"),
                                ($"有效期 {on.Guide.Result.ValidYears} 年", $"{on.Guide.Result.ValidYears} years"),
                                ("长期有效写 0", "0 is without end")
                            ),
                        ]
                        : [],
            },
        ];

    /// <summary>Questions and what their answers choose.</summary>
    private static GuideRule[] InSituations() =>
        [
            new(
                "question-choices",
                FindingWeight.Refuses,
                (
                    "每个情形问题至少两个选项，至少一个能办下去；标识不重复",
                    "A question has two choices, one that goes on, and ids of its own"
                ),
                ConcreteClause()
            )
            {
                Find = on =>
                    on.Guide.Questions.SelectMany(
                        (q, i) =>
                            on.Guide.Questions.Take(i).Any(before => before.Id == q.Id)
                                ?
                                [
                                    Wrong(
                                        q,
                                        i,
                                        ($"标识 {q.Id} 已经用过", $"The id {q.Id} is used already"),
                                        ("换一个标识", "Take another id")
                                    ),
                                ]
                            : q.Choices.Count < 2
                                ?
                                [
                                    Wrong(
                                        q,
                                        i,
                                        ("不到两个选项，不用问", "Less than two choices"),
                                        ("删去问题或者补选项", "Leave it out or add a choice")
                                    ),
                                ]
                            : q.Choices.Select(c => c.Id).Distinct().Count() != q.Choices.Count
                                ? [Wrong(q, i, ("选项标识重复", "A choice's id stands there twice"), ("换一个标识", "Take another id"))]
                            : q.Choices.All(c => c.Stops is not null)
                                ?
                                [
                                    Wrong(
                                        q,
                                        i,
                                        ("不管怎么答都办不了", "No answer goes on"),
                                        ("至少一个选项能继续", "One choice at least goes on")
                                    ),
                                ]
                            : Array.Empty<Fault>()
                    ),
            },
            new(
                "when-unknown",
                FindingWeight.Refuses,
                ("when 只用前面问题的选项", "“when” names a choice of an earlier question"),
                ConcreteClause()
            )
            {
                Find = on =>
                    Whens(on.Guide)
                        .SelectMany(w =>
                            w.When.SelectMany(InCase.Terms)
                                .Where(t =>
                                    !on.Guide.Questions.Take(w.Before).Any(q => q.Id == t.Question && q.Choices.Any(c => c.Id == t.Choice))
                                )
                                .Select(t => new Fault(
                                    w.Path,
                                    w.Place,
                                    (
                                        $"没有选项“{t.Question}={t.Choice}”，这一项永远不会出现",
                                        $"There is no choice “{t.Question}={t.Choice}”"
                                    ),
                                    ("改成已有的问题=选项", "Name a question and its choice")
                                ))
                        ),
            },
            new(
                "unreachable",
                FindingWeight.Refuses,
                (
                    "每份材料、条件、字段、问题在某一情形下会出现",
                    "Every document, condition, field and question is wanted in some situation"
                ),
                NothingUnlistedClause()
            )
            {
                Find = Unreachable,
            },
            new(
                "question-idle",
                FindingWeight.Advice,
                ("问题的回答有作用，没有作用的不问", "A question changes something, or is not asked"),
                new(Laws.AdministrativeLicensing, "第二十九条", "art. 29")
            )
            {
                Find = on =>
                    on.Guide.Questions.Select((q, i) => (q, i))
                        .Where(at =>
                            at.q.Choices.All(c => c.Stops is null)
                            && !Whens(on.Guide).Any(w => w.When.SelectMany(InCase.Terms).Any(t => t.Question == at.q.Id))
                        )
                        .Select(at =>
                            Wrong(
                                at.q,
                                at.i,
                                ("不管怎么答，材料、条件都一样", "Nothing depends on the answer"),
                                ("删去问题，或者写明它影响哪一项", "Leave it out, or let something depend on it")
                            )
                        ),
            },
            new(
                "no-list",
                FindingWeight.Refuses,
                ("每一种回答都得到一份材料清单", "Every combination of answers leads to a list"),
                ConcreteClause()
            )
            {
                Find = on =>
                    on.Situations is null
                        ?
                        [
                            new(
                                "questions",
                                ("情形", "Situations"),
                                ($"组合超过 {GuideUnderCheck.MostWays} 种", $"More than {GuideUnderCheck.MostWays} combinations"),
                                ("减少问题，或者拆成两个事项", "Ask less, or make two items of it")
                            ),
                        ]
                        : on
                            .Situations.Where(s => s.Stop is null && s.Materials.Count == 0)
                            .Take(1)
                            .Select(s => new Fault(
                                "materials",
                                ("申请材料", "Documents"),
                                (
                                    $"这样回答时一份材料也没有：{string.Join("，", s.Answers.Select(a => $"{a.Key}={a.Value}"))}",
                                    $"No document at all for {string.Join(", ", s.Answers.Select(a => $"{a.Key}={a.Value}"))}"
                                ),
                                ("补上申请表或者所需材料", "Add the form or what is needed")
                            )),
            },
            new(
                "variation",
                FindingWeight.Refuses,
                (
                    "情形里的跑动次数不多于 1 次，要跑的写理由；承诺件不承诺 0 天以下",
                    "A situation asks for one visit at most, with its reason"
                ),
                new(Laws.RunAtMostOnce, "第二条", "art. 2")
            )
            {
                Find = on =>
                    (on.Guide.Variations ?? []).SelectMany(
                        (v, i) =>
                            v.Visits is < 0 or > 1
                            || v.PromisedDays < 0
                            || (v.Visits == 1 && v.VisitReason is null && on.Guide.VisitReason is null)
                                ?
                                [
                                    new Fault(
                                        $"variations[{i}]",
                                        ($"情形约定 {i + 1}", $"Variation {i + 1}"),
                                        ("次数、天数或者到场理由不对", "Visits, days or reason are wrong"),
                                        ("最多跑一次，并写明理由", "One visit at most, with its reason")
                                    ),
                                ]
                                : Array.Empty<Fault>()
                    ),
            },
        ];

    /// <summary>A version beside the one before it.</summary>
    private static GuideRule[] Versions() =>
        [
            new(
                "version-order",
                FindingWeight.Refuses,
                ("新版本的版本号加一，施行日期更晚，编码不变", "The next version has the next number, a later day and the same code"),
                Choice("事项版本", "versions of items")
            )
            {
                Find = on =>
                    on.Context.Before is not { } before ? []
                    : on.Context.EffectiveFrom <= before.EffectiveFrom
                        ?
                        [
                            new(
                                "effectiveFrom",
                                ("施行日期", "First day"),
                                (
                                    $"不晚于第 {before.Version} 版的 {before.EffectiveFrom:yyyy-MM-dd}",
                                    $"Not after that of version {before.Version}"
                                ),
                                ("写一个更晚的日期", "A later day")
                            ),
                        ]
                    : on.Context.Version is { } version && version != before.Version + 1
                        ?
                        [
                            new(
                                "version",
                                ("版本号", "Version"),
                                ($"应当是 {before.Version + 1}", $"It should be {before.Version + 1}"),
                                ($"写 {before.Version + 1}", $"{before.Version + 1}")
                            ),
                        ]
                    : on.Guide.Code != before.Guide.Code
                        ?
                        [
                            new(
                                "code",
                                ("实施编码", "Code"),
                                ("编码与上一版不同", "Another code than before"),
                                ("同一事项的编码不变", "An item keeps its code")
                            ),
                        ]
                    : [],
            },
            new(
                "never-worse",
                FindingWeight.Refuses,
                ("新版本不延长期限、不增加跑动次数", "The next version is no slower and asks for no more visits"),
                new(Laws.BusinessEnvironment, "第三十五条", "art. 35")
            )
            {
                Find = on =>
                    on.Context.Before is not { Guide: var before }
                        ? []
                        : new[]
                        {
                            on.Guide.PromisedDays > before.PromisedDays
                                ? new Fault(
                                    "promisedDays",
                                    ("承诺办结时限", "Promised limit"),
                                    (
                                        $"由 {before.PromisedDays} 个工作日延长到 {on.Guide.PromisedDays} 个",
                                        $"From {before.PromisedDays} to {on.Guide.PromisedDays} working days"
                                    ),
                                    ($"不超过 {before.PromisedDays} 个；确需延长的，走例外审批", $"{before.PromisedDays} at most")
                                )
                                : null,
                            on.Guide.Visits > before.Visits
                                ? new Fault(
                                    "visits",
                                    ("到办事现场次数", "Visits"),
                                    (
                                        $"由 {before.Visits} 次增加到 {on.Guide.Visits} 次",
                                        $"From {before.Visits} to {on.Guide.Visits} visits"
                                    ),
                                    ($"不超过 {before.Visits} 次", $"{before.Visits} at most")
                                )
                                : null,
                        }.OfType<Fault>(),
            },
        ];

    // ---- what the rules share ----

    /// <summary>The known values a field may be filled from.</summary>
    public static IReadOnlyList<string> KnownValues { get; } =
    [
        "applicant.name",
        "applicant.code",
        "applicant.address",
        "applicant.phone",
        "applicant.legal-representative",
        "submitter.name",
        "submitter.phone",
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

    private static IEnumerable<Fault> Telephones(ServiceGuide guide)
    {
        foreach (
            var (path, name, number) in ((string, Words, string)[])
                [
                    ("enquiries", ("咨询电话", "Telephone for questions"), guide.Enquiries),
                    ("complaints", ("投诉电话", "Telephone for complaints"), guide.Complaints),
                ]
        )
            if (
                !string.IsNullOrWhiteSpace(number)
                && !ServiceNumber().IsMatch(number)
                && Landline.Parse(number) is Result<Landline>.Refused
            )
                yield return new(
                    path,
                    name,
                    ($"“{number}”不是带区号的电话", $"“{number}” has no area code"),
                    ("写区号，例如 0573-84000000；也可以是 12345", "With area code, or 12345")
                );
        if (!string.IsNullOrWhiteSpace(guide.Enquiries) && guide.Enquiries == guide.Complaints)
            yield return new(
                "complaints",
                ("投诉电话", "Telephone for complaints"),
                ("与咨询电话相同", "The same as for questions"),
                ("投诉由另一个电话接", "Complaints are answered elsewhere")
            );
    }

    /// <summary>Everything that has a condition of its own, and how many questions stand before it.</summary>
    private static IEnumerable<(string Path, Words Place, IReadOnlyList<string> When, int Before)> Whens(ServiceGuide guide)
    {
        var all = guide.Questions.Count;
        for (var i = 0; i < guide.Questions.Count; i++)
            if (guide.Questions[i].When is { Count: > 0 } asked)
                yield return ($"questions[{i}].when", ($"情形问题 {i + 1}", $"Question {i + 1}"), asked, i);
        for (var i = 0; i < guide.Materials.Count; i++)
            if (guide.Materials[i].When is { Count: > 0 } wanted)
                yield return ($"materials[{i}].when", GuideUnderCheck.PlaceOf(guide.Materials[i], i), wanted, all);
        for (var i = 0; i < guide.Conditions.Count; i++)
            if (guide.Conditions[i].When is { Count: > 0 } wanted)
                yield return ($"conditions[{i}].when", ($"申请条件 {i + 1}", $"Condition {i + 1}"), wanted, all);
        for (var i = 0; i < guide.Fields.Count; i++)
            if (guide.Fields[i].When is { Count: > 0 } wanted)
                yield return ($"fields[{i}].when", ($"表单字段 {i + 1}", $"Field {i + 1}"), wanted, all);
        for (var i = 0; i < (guide.Variations?.Count ?? 0); i++)
            yield return ($"variations[{i}].when", ($"情形约定 {i + 1}", $"Variation {i + 1}"), guide.Variations![i].When, all);
    }

    private static IEnumerable<Fault> Unreachable(GuideUnderCheck on)
    {
        if (on.Situations is not { } ways || on.Guide.Questions.Count == 0)
            return [];
        var going = ways.Where(s => s.Stop is null).ToList();
        var (asked, wanted, fields, conditions) = (
            ways.SelectMany(s => s.Asked).ToHashSet(),
            going.SelectMany(s => s.Materials).ToHashSet(),
            going.SelectMany(s => s.Fields).ToHashSet(),
            going.SelectMany(s => s.Conditions).ToHashSet()
        );
        return on
            .Guide.Questions.Select(
                (q, i) => (Path: $"questions[{i}]", Place: new Words($"情形问题 {i + 1}", $"Question {i + 1}"), There: asked.Contains(q))
            )
            .Concat(
                on.Guide.Materials.Select(
                    (m, i) => (Path: $"materials[{i}].when", Place: GuideUnderCheck.PlaceOf(m, i), There: wanted.Contains(m))
                )
            )
            .Concat(
                on.Guide.Fields.Select(
                    (f, i) =>
                        (Path: $"fields[{i}].when", Place: new Words($"表单字段 {i + 1}", $"Field {i + 1}"), There: fields.Contains(f))
                )
            )
            .Concat(
                on.Guide.Conditions.Select(
                    (c, i) =>
                        (
                            Path: $"conditions[{i}].when",
                            Place: new Words($"申请条件 {i + 1}", $"Condition {i + 1}"),
                            There: conditions.Contains(c)
                        )
                )
            )
            .Where(part => !part.There)
            // What names a choice that is not there is told as that.
            .Where(part =>
                !Whens(on.Guide)
                    .Any(w =>
                        w.Path.StartsWith(part.Path, StringComparison.Ordinal)
                        && w.When.SelectMany(InCase.Terms)
                            .Any(t =>
                                !on.Guide.Questions.Take(w.Before).Any(q => q.Id == t.Question && q.Choices.Any(c => c.Id == t.Choice))
                            )
                    )
            )
            .Select(part => new Fault(
                part.Path,
                part.Place,
                ("不管怎么答都不会出现", "No way of answering leads here"),
                ("改正 when，或者删去这一项", "Correct “when”, or leave it out")
            ));
    }

    private static Fault Wrong(Question question, int at, Words wrong, Words better) =>
        new($"questions[{at}]", ($"情形问题 {at + 1}“{question.Text.Zh}”", $"Question {at + 1}"), wrong, better);

    private static Fault Wrong(Field field, int at, string below, Words wrong, Words better) =>
        new($"fields[{at}]{below}", ($"表单字段 {at + 1}“{field.Label.Zh}”", $"Field {at + 1} “{field.Label.En}”"), wrong, better);

    private static Words? Misquoted(Citation cited) =>
        string.IsNullOrWhiteSpace(cited.Title) || string.IsNullOrWhiteSpace(cited.Article) ? ("没有写依据", "No basis is given")
        : cited.Title.IndexOfAny(['《', '》']) >= 0 ? ("文件名里不写书名号", "The title stands without its marks")
        : !Article().IsMatch(cited.Article) ? ($"“{cited.Article}”不是条", $"“{cited.Article}” is no article")
        : VagueTitle().IsMatch(cited.Title) ? ($"“{cited.Title}”不是一份文件的名称", $"“{cited.Title}” is not the title of a text")
        : null;

    /// <summary>Administrative regulations whose title is that of a rule: the State Council approved them.</summary>
    private static bool IsLawOrRegulation(string title) =>
        LawTitle().IsMatch(Unbracketed(title))
        || Unbracketed(title)
            is "中国公民因私事往来香港地区或者澳门地区的暂行管理办法"
                or "中国公民往来台湾地区管理办法"
                or "社会团体登记管理办法";

    private static string Unbracketed(string title) => Brackets().Replace(title, "").Trim();

    [GeneratedRegex("(?<!办|方)法$|条例$|法典$|国务院.*(?:规定|决定|办法)|浙江省.*(?:规定|条例)$")]
    private static partial Regex LawTitle();

    [GeneratedRegex("^(?!国务院关于).*(?:通知|意见|方案|公告|通告|函|纪要|指引|要求|说明|计划)$")]
    private static partial Regex BelowRule();

    [GeneratedRegex("^(?:有关|相关)|(?:有关|相关)(?:规定|法律法规|文件)$|^法律法规$|^上级")]
    private static partial Regex VagueTitle();

    [GeneratedRegex(
        "^第[一二三四五六七八九十百千零〇]+[条章](?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十]+款)?(?:第[一二三四五六七八九十]+项)?$|^附件(?:第[一二三四五六七八九十百零]+项)?$|^第[一二三四五六七八九十百]+项$"
    )]
    private static partial Regex Article();

    [GeneratedRegex("窗口|柜台|现场领取|自行领取|到场领取")]
    private static partial Regex PickUp();

    [GeneratedRegex("快递|寄|邮|电子|网上")]
    private static partial Regex Sent();

    [GeneratedRegex("收取|收费|缴纳|元(?!首)")]
    private static partial Regex Charges();

    [GeneratedRegex("^(?:申请人)?(?:统一社会信用代码|身份证号码?|公民身份号码|姓名)$|^申请人姓名$|^单位名称$")]
    private static partial Regex KnownLabel();

    [GeneratedRegex("^(?:1\\d{4}|9\\d{4}|400\\d{7}|0\\d{2,3}-\\d{4}-\\d{4})$")]
    private static partial Regex ServiceNumber();
}
