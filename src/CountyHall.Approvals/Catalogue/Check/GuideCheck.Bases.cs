using System.Text.RegularExpressions;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

public static partial class GuideCheck
{
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
}
