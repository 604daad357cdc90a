using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CountyHall.Kernel.Law;

namespace CountyHall.Approvals.Catalogue;

public static partial class GuideCheck
{
    /// <summary>What the licence base holds, by the names under which it must not be asked for again. A foreign paper is not in it.</summary>
    private static readonly FrozenDictionary<string, Regex> HeldNames = new Dictionary<string, Regex>
    {
        ["id-card"] = IdCard(),
        ["business-licence"] = BusinessLicence(),
        ["household-register"] = HouseholdRegister(),
        ["property-certificate"] = PropertyCertificate(),
        ["marriage-certificate"] = MarriageCertificate(),
        ["driving-licence"] = DrivingLicence(),
        ["social-insurance"] = SocialInsurance(),
        ["tax-clearance"] = TaxClearance(),
    }.ToFrozenDictionary();

    private static GuideRule[] Materials() =>
        [
            new(
                "held-asked",
                FindingWeight.Refuses,
                ("证照库已有的，不再向申请人要", "What the licence base holds is not asked for"),
                SharedDataClause()
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            m.Held is null
                            && m.Form != MaterialForm.Form
                            && HeldNames.FirstOrDefault(h => !NotTheRecord().IsMatch(m.Name.Zh) && h.Value.IsMatch(m.Name.Zh)).Key
                                is { } kind
                                ? new(
                                    $"materials[{i}]",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    ($"“{m.Name.Zh}”在证照库里，不得再要", $"The house holds “{m.Name.En}” already"),
                                    (
                                        $"写明免交：\"held\": \"{kind}\"，来源“政府部门核发”，形式“电子件”",
                                        $"Mark it as held: \"held\": \"{kind}\", source government, form electronic"
                                    )
                                )
                                : null
                    ),
            },
            new(
                "held-kind",
                FindingWeight.Refuses,
                (
                    "免交的写明证照库里的种类，来源是政府部门",
                    "What is held names a kind of the licence base and comes from a government office"
                ),
                SharedDataClause()
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            m.Held is not { } kind ? null
                            : !HeldKind().IsMatch(kind) || on.Context.HeldKinds?.Contains(kind) == false
                                ? new(
                                    $"materials[{i}].held",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    ($"证照库没有“{kind}”这一种", $"The licence base knows no “{kind}”"),
                                    (
                                        "写证照库的种类标识，例如 id-card、business-licence",
                                        "Write the base's own name of the kind, such as id-card"
                                    )
                                )
                            : m.Source != MaterialSource.Government
                                ? new(
                                    $"materials[{i}].source",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    ("可以共享得到的材料写成了申请人提供", "Marked as coming from the applicant though it is shared"),
                                    ("来源改为“政府部门核发”，并写明核发部门", "Source: government, with the issuing office")
                                )
                            : null
                    ),
            },
            new(
                "copy-of-electronic",
                FindingWeight.Refuses,
                (
                    "政府部门核发的不要纸质件、复印件，核验电子证照",
                    "No paper or copy of what a government office issues: the electronic one is checked"
                ),
                new(Laws.OnlineServices, "第十条", "art. 10")
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            m.Held is null && m.Source == MaterialSource.Government && m.Form is MaterialForm.Copy or MaterialForm.Original
                                ? new(
                                    $"materials[{i}].form",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    (
                                        $"“{m.Name.Zh}”由政府部门核发，电子证照与纸质证照效力相同",
                                        "A government office issues it; the electronic one has the same effect"
                                    ),
                                    ("形式改为“电子件”；库里已有的写明免交", "Form: electronic; where the base has it, mark it as held")
                                )
                                : null
                    ),
            },
            new(
                "form-contradiction",
                FindingWeight.Refuses,
                ("材料名称、备注里的“原件”“复印件”与形式一致", "“Original” and “copy” in name and note agree with the form"),
                ConcreteClause()
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            m.Held is null && Says(m) is { } said && said != m.Form
                                ? new(
                                    $"materials[{i}].form",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    (
                                        $"文字写“{(said == MaterialForm.Original ? "原件" : "复印件")}”，形式却不是",
                                        "The words and the form contradict each other"
                                    ),
                                    ("只留一种：名称不写形式，形式在“form”里写", "Keep one: the form is said in “form”, not in the name")
                                )
                                : null
                    ),
            },
            new("duplicate-material", FindingWeight.Refuses, ("同一份材料不列两次", "No document twice"), NothingUnlistedClause())
            {
                Find = on =>
                    on.Guide.Materials.Select((m, i) => (m, i))
                        .Where(at =>
                            on.Guide.Materials.Take(at.i)
                                .Any(before =>
                                    before.Id == at.m.Id || (Bare(before.Name.Zh).Length > 0 && Bare(before.Name.Zh) == Bare(at.m.Name.Zh))
                                )
                        )
                        .Select(at => new Fault(
                            $"materials[{at.i}]",
                            GuideUnderCheck.PlaceOf(at.m, at.i),
                            ($"前面已经有“{at.m.Name.Zh}”", $"“{at.m.Name.En}” stands above already"),
                            (
                                "删去重复的一项；不同情形用同一项加 when",
                                "Leave it out; for several situations give one document several lines of “when”"
                            )
                        )),
            },
            new(
                "issuer",
                FindingWeight.Refuses,
                ("不是申请人自备的，写明由谁出具；自备的不写", "Says who issues what the applicant does not make"),
                ConcreteClause()
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            (m.Source == MaterialSource.Applicant) == m.Issuer is null
                                ? null
                                : new(
                                    $"materials[{i}].issuer",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    m.Issuer is null
                                        ? ("没有写由谁出具", "It does not say who issues it")
                                        : ("写着出具单位，来源却是申请人自备", "An issuer is named, yet the source is the applicant"),
                                    m.Issuer is null
                                        ? ("写出出具单位，例如“健康检查机构”", "Name the issuer")
                                        : ("改正来源", "Correct the source")
                                )
                    ),
            },
            new(
                "issuer-named-firm",
                FindingWeight.Refuses,
                ("不指定某一家中介机构", "No particular intermediary is named"),
                new(Laws.BusinessEnvironment, "第四十三条", "art. 43")
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            m.Source == MaterialSource.ThirdParty && m.Issuer is { } issuer && NamedFirm().IsMatch(issuer.Zh)
                                ? new(
                                    $"materials[{i}].issuer",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    ($"指定了“{issuer.Zh}”", $"“{issuer.En}” is prescribed"),
                                    ("写出机构应有的资质，由申请人自己选", "Name the qualification; the applicant chooses")
                                )
                                : null
                    ),
            },
            new(
                "gap",
                FindingWeight.Refuses,
                ("容缺的写明几个工作日内补，不容缺的不写", "What may follow says within how many working days"),
                new(Laws.RunAtMostOnce, "第十一条第二款", "art. 11(2)")
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            (m.Necessity == Necessity.GapTolerant) == m.GapDays > 0
                                ? null
                                : new(
                                    $"materials[{i}].gapDays",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    m.GapDays > 0
                                        ? ("写了补交天数，却不是容缺材料", "Days to follow are given, yet it may not follow")
                                        : ("可以容缺，却没有写几天内补", "It may follow, yet no days are given"),
                                    m.GapDays > 0
                                        ? ("necessity 改为 gapTolerant，或者删去 gapDays", "Make it gapTolerant, or leave out gapDays")
                                        : ("写明天数，例如 10 个工作日", "Give the days, for example 10")
                                )
                    ),
            },
            new(
                "gap-too-long",
                FindingWeight.Refuses,
                ("容缺补交不晚于承诺期限的合理范围（不超过 20 个工作日）", "What may follow does so within 20 working days"),
                Choice("容缺补齐期限", "time for papers that may follow")
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            m.GapDays <= 20
                                ? null
                                : new(
                                    $"materials[{i}].gapDays",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    ($"容缺 {m.GapDays} 个工作日太长，结果出来时材料还没有到", $"{m.GapDays} working days are too long"),
                                    ("不超过 20 个工作日；县里一般是 10 个", "20 at most; the county's own number is 10")
                                )
                    ),
            },
            new(
                "copies",
                FindingWeight.Refuses,
                ("写明份数；电子件、在线表单只要一份", "A number of copies; electronic papers once"),
                new(Laws.BusinessEnvironment, "第三十五条", "art. 35")
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            m.Copies < 1
                                ? new(
                                    $"materials[{i}].copies",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    ($"份数是 {m.Copies}", $"{m.Copies} copies"),
                                    ("至少 1 份；不用交的删去或者写免交", "At least one; leave out what is not wanted")
                                )
                            : m.Copies > 1 && m.Form is MaterialForm.Electronic or MaterialForm.Form
                                ? new(
                                    $"materials[{i}].copies",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    ($"电子件要 {m.Copies} 份没有意义", $"{m.Copies} copies of an electronic paper"),
                                    ("改为 1", "One")
                                )
                            : null
                    ),
            },
            new(
                "many-copies",
                FindingWeight.Advice,
                ("纸质材料一份够用", "One copy of a paper is enough"),
                new(Laws.RunAtMostOnce, "第四十三条第三项", "art. 43(3)")
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            m.Copies > 3 && m.Form is MaterialForm.Original or MaterialForm.Copy
                                ? new(
                                    $"materials[{i}].copies",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    ($"要 {m.Copies} 份", $"{m.Copies} copies"),
                                    ("收一份，由部门之间电子流转", "Take one; the offices share it")
                                )
                                : null
                    ),
            },
            new(
                "proof",
                FindingWeight.Advice,
                (
                    "要证明的，依据是法律、法规或者国务院决定，并在证明清单上",
                    "A proof rests on a law or regulation and stands on the published list"
                ),
                new(Laws.BusinessEnvironment, "第四十四条", "art. 44")
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            m.Held is null
                            && m.Source == MaterialSource.ThirdParty
                            && ProofName().IsMatch(m.Name.Zh)
                            && !IsLawOrRegulation(m.Basis.Title)
                                ? new(
                                    $"materials[{i}].basis",
                                    GuideUnderCheck.PlaceOf(m, i),
                                    ($"“{m.Name.Zh}”的依据不是法律、法规", "Its basis is no law or regulation"),
                                    ("换成法律、法规的条文；没有的，改用告知承诺", "Cite a law or regulation, or take a commitment instead")
                                )
                                : null
                    ),
            },
            new(
                "material-basis",
                FindingWeight.Refuses,
                ("每份材料的依据写到条", "Each document has a basis down to the article"),
                new(Laws.AdministrativeLicensing, "第三十一条", "art. 31")
            )
            {
                Find = on =>
                    Each(
                        on,
                        (m, i) =>
                            Misquoted(m.Basis) is { } wrong
                                ? new($"materials[{i}].basis", GuideUnderCheck.PlaceOf(m, i), wrong, ArticleWanted)
                                : null
                    ),
            },
        ];

    // Static fields of other files of this class may not be there yet when the rules are made: these are asked for.
    private static Provision SharedDataClause() => new(Laws.RunAtMostOnce, "第七条", "art. 7");

    private static Provision ConcreteClause() => new(Laws.RunAtMostOnce, "第四条", "art. 4");

    private static Provision NothingUnlistedClause() => new(Laws.RunAtMostOnce, "第四十三条第三项", "art. 43(3)");

    private static IEnumerable<Fault> Each(GuideUnderCheck on, Func<Material, int, Fault?> find) =>
        on.Guide.Materials.Select(find).OfType<Fault>();

    private static MaterialForm? Says(Material material)
    {
        var text = $"{material.Name.Zh} {material.Note?.Zh}";
        var (original, copy) = (OriginalSaid().IsMatch(text), text.Contains("复印件", StringComparison.Ordinal));
        return (original, copy) switch
        {
            (true, false) => MaterialForm.Original,
            (false, true) => MaterialForm.Copy,
            _ => null,
        };
    }

    /// <summary>A name without brackets and small words, as two names are compared.</summary>
    private static string Bare(string name) =>
        Brackets()
            .Replace(name, "")
            .Replace("的", "", StringComparison.Ordinal)
            .Replace("复印件", "", StringComparison.Ordinal)
            .Replace("原件", "", StringComparison.Ordinal)
            .Trim();

    /// <summary>A picture, or the old card that is handed back, is not what the base holds.</summary>
    [GeneratedRegex("^(?:原|旧|损坏)|照片|境外|外国|国外")]
    private static partial Regex NotTheRecord();

    [GeneratedRegex("^[a-z]+(?:-[a-z0-9]+)*$")]
    private static partial Regex HeldKind();

    [GeneratedRegex("身份证(?!明|件号)")]
    private static partial Regex IdCard();

    [GeneratedRegex("营业执照(?!以外)")]
    private static partial Regex BusinessLicence();

    [GeneratedRegex("^(?:居民)?户口(?:簿|本)")]
    private static partial Regex HouseholdRegister();

    [GeneratedRegex("^(?:不动产权(?:属)?证|房产证|房屋所有权证|房本)")]
    private static partial Regex PropertyCertificate();

    [GeneratedRegex("^结婚证")]
    private static partial Regex MarriageCertificate();

    [GeneratedRegex("^(?:机动车)?驾驶证")]
    private static partial Regex DrivingLicence();

    [GeneratedRegex("(?:社会保险|社保)(?:费)?(?:参保|缴费|缴纳)(?:证明|记录)")]
    private static partial Regex SocialInsurance();

    [GeneratedRegex("完税(?:证明|凭证)")]
    private static partial Regex TaxClearance();

    [GeneratedRegex("(?<!免)(?:交|提交|提供|递交|收)?原件(?!核验|核对|现场核对|与)")]
    private static partial Regex OriginalSaid();

    [GeneratedRegex("有限公司|有限责任公司|股份公司|^(?:嘉善|嘉兴|浙江|杭州|上海)[^、或]*(?:公司|事务所|检测站|检测中心|鉴定所)")]
    private static partial Regex NamedFirm();

    [GeneratedRegex("证明$")]
    private static partial Regex ProofName();

    [GeneratedRegex("（[^）]*）|\\([^)]*\\)")]
    private static partial Regex Brackets();
}
