using System.Text.RegularExpressions;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

public static partial class GuideCheck
{
    /// <summary>Wording that leaves open what is asked (兜底条款、模糊表述), and wording that stands in one language only.</summary>
    private static GuideRule[] Wording() =>
        [
            new(
                "catch-all",
                FindingWeight.Refuses,
                ("材料、条件不写“其他材料”“等相关材料”一类兜底条款", "No catch-all among documents and conditions"),
                new(Laws.RunAtMostOnce, "第四十三条第三项", "art. 43(3)")
            )
            {
                Find = on =>
                    on.Texts.SelectMany(t =>
                        Hit(
                            t.Path.StartsWith("materials", StringComparison.Ordinal) && t.Path.EndsWith("name", StringComparison.Ordinal)
                                ? OpenName()
                                : OpenList(),
                            t.Text.Zh
                        )
                            is { } word
                            ?
                            [
                                new Fault(
                                    t.Path,
                                    t.Place,
                                    ($"“{word}”没有说清是哪些，办事人无法准备，窗口可以随意加", $"“{word}” leaves open what is asked for"),
                                    (
                                        $"删去“{word}”，或者把每一份写成单独的一项：名称、形式、份数、来源、依据",
                                        "Leave it out, or list each paper with its own name, form, number, source and basis"
                                    )
                                ),
                            ]
                            : Array.Empty<Fault>()
                    ),
            },
            new(
                "catch-all-en",
                FindingWeight.Refuses,
                ("英文不写 other documents、etc. 一类兜底", "No catch-all in the English"),
                new(Laws.RunAtMostOnce, "第四十三条第三项", "art. 43(3)")
            )
            {
                Find = on =>
                    on.Texts.SelectMany(t =>
                        Hit(OpenEnglish(), t.Text.En) is { } word
                            ?
                            [
                                new Fault(
                                    t.Path,
                                    t.Place,
                                    ($"英文“{word}”是兜底表述", $"“{word}” leaves open what is asked for"),
                                    ("英文也要逐项写明", "Name each paper")
                                ),
                            ]
                            : Array.Empty<Fault>()
                    ),
            },
            new(
                "vague",
                FindingWeight.Refuses,
                ("不写“有关部门”“视情况”“原则上”“必要时”一类模糊表述", "No vague wording"),
                new(Laws.BusinessEnvironment, "第三十五条", "art. 35")
            )
            {
                Find = on =>
                    on.Texts.SelectMany(t =>
                        Hit(VagueWords(), t.Text.Zh) is { } word
                            ?
                            [
                                new Fault(
                                    t.Path,
                                    t.Place,
                                    ($"“{word}”可以有多种理解", $"“{word}” may be read in several ways"),
                                    Clearer(word)
                                ),
                            ]
                            : Array.Empty<Fault>()
                    ),
            },
            new(
                "vague-en",
                FindingWeight.Refuses,
                ("英文不写 in principle、if necessary、relevant authorities", "No vague wording in the English"),
                new(Laws.BusinessEnvironment, "第三十五条", "art. 35")
            )
            {
                Find = on =>
                    on.Texts.SelectMany(t =>
                        Hit(VagueEnglish(), t.Text.En) is { } word
                            ?
                            [
                                new Fault(
                                    t.Path,
                                    t.Place,
                                    ($"英文“{word}”可以有多种理解", $"“{word}” may be read in several ways"),
                                    ("写明谁、什么时候、按什么标准", "Say who, when, and by which measure")
                                ),
                            ]
                            : Array.Empty<Fault>()
                    ),
            },
            new(
                "soft-limit",
                FindingWeight.Advice,
                ("时间写成天数，不写“尽快”“及时”", "Times in days, not “soon”"),
                new(Laws.RunAtMostOnce, "第十二条", "art. 12")
            )
            {
                Find = on =>
                    on.Texts.SelectMany(t =>
                        Hit(SoftWords(), t.Text.Zh) is { } word
                            ?
                            [
                                new Fault(
                                    t.Path,
                                    t.Place,
                                    ($"“{word}”没有说多久", $"“{word}” does not say how long"),
                                    ($"把“{word}”改成几个工作日", "Write the number of working days")
                                ),
                            ]
                            : Array.Empty<Fault>()
                    ),
            },
            new(
                "untranslated",
                FindingWeight.Refuses,
                ("中英文都写，英文里没有汉字", "Both languages, and no Chinese in the English"),
                Choice("双语指南", "guides in two languages")
            )
            {
                Find = on =>
                    on.Texts.SelectMany(t =>
                        string.IsNullOrWhiteSpace(t.Text.Zh) ? []
                        : string.IsNullOrWhiteSpace(t.Text.En)
                            ? [new Fault(t.Path, t.Place, ("没有英文", "There is no English"), ("补上英文", "Add the English"))]
                        : t.Text.En.Any(SearchText.IsHan)
                            ?
                            [
                                new Fault(
                                    t.Path,
                                    t.Place,
                                    ("英文里有汉字", "There is Chinese in the English"),
                                    ("把汉字译成英文", "Translate it")
                                ),
                            ]
                        : Array.Empty<Fault>()
                    ),
            },
        ];

    private static string? Hit(Regex pattern, string? text) =>
        text is not null && pattern.Match(text) is { Success: true } match ? match.Value : null;

    private static Words Clearer(string word) =>
        word switch
        {
            _ when word.Contains("部门", StringComparison.Ordinal)
                    || word.Contains("单位", StringComparison.Ordinal)
                    || word.Contains("机关", StringComparison.Ordinal) => (
                "写出部门全称，例如“县市场监督管理局”",
                "Name the office in full"
            ),
            "必要时" => ("写出在什么情形下，并放进情形问题", "Say in which situation, and make it a question"),
            "原则上" or "一般情况下" => ("删去，只写规则；有例外的，把例外写成情形", "Leave it out; write an exception as a situation"),
            "若干" or "一式多份" or "适量" => ("写出份数", "Write the number"),
            _ when word.Contains("为准", StringComparison.Ordinal) => (
                "以指南写明的为准：把标准写在这里",
                "The guide decides: write the measure here"
            ),
            _ => ("写明具体条件、数量和期限", "Write the condition, the number and the days"),
        };

    [GeneratedRegex(
        "其他|其它|相关|有关|等(?!级|候|待|于|额|值|位|次|高|同)|必要的|必要材料|要求提供的|要求提交的|需要提交的|需要提供的|规定的(?:材料|证明|文件)|一切|若干|全套"
    )]
    private static partial Regex OpenName();

    [GeneratedRegex(
        "(?:其他|其它)(?:相关|有关|必要|需要)*的?(?:材料|证明|文件|资料|证件|条件|手续|证照)|等(?:其他|相关|有关|必要)*的?(?:材料|证明材料|文件|资料|证件|手续|条件)|(?:相关|有关)的?(?:材料|证明|文件|资料|证件|手续|证照)|(?:要求|需要|应当)(?:补充)?(?:提供|提交)的(?:其他|相关)?(?:材料|资料|文件)|规定的其他"
    )]
    private static partial Regex OpenList();

    [GeneratedRegex(
        @"\b(?:other (?:related |relevant |required |necessary )?(?:documents?|materials?|papers?)|(?:related|relevant|necessary) (?:documents?|materials?|papers?)|and so on|etc\.?|as required by)(?!\w)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OpenEnglish();

    [GeneratedRegex(
        "(?:有关|相关)(?:部门|单位|机关|机构|人员|规定|要求|法律法规)|视(?:具体)?情况|视情|视需要|原则上|必要时|酌情|特殊情况(?:除外|下)?|另行(?:通知|规定|确定)|一般情况下|适当(?:放宽|延长|减免|提供)|适量|若干|一式多份|合理(?:的)?(?:期限|时间)|以(?:窗口|实际|工作人员|审批人员)[^，。；]{0,8}为准|根据(?:实际)?情况(?:确定|决定)"
    )]
    private static partial Regex VagueWords();

    [GeneratedRegex(
        @"\b(?:in principle|if necessary|where appropriate|relevant (?:authorit(?:y|ies)|departments?|offices?)|as the case may be|in special cases|appropriate (?:documents?|period))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex VagueEnglish();

    [GeneratedRegex("尽快|及时|抓紧|短期内|近日")]
    private static partial Regex SoftWords();
}
