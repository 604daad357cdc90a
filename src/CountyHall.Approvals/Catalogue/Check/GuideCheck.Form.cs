using System.Text.RegularExpressions;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

public static partial class GuideCheck
{
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

    [GeneratedRegex("^(?:申请人)?(?:统一社会信用代码|身份证号码?|公民身份号码|姓名)$|^申请人姓名$|^单位名称$")]
    private static partial Regex KnownLabel();

    [GeneratedRegex("^(?:1\\d{4}|9\\d{4}|400\\d{7}|0\\d{2,3}-\\d{4}-\\d{4})$")]
    private static partial Regex ServiceNumber();
}
