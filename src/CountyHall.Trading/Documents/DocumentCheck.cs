using System.Globalization;
using System.Text.RegularExpressions;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Documents;

/// <summary>What a finding asks of the desk.</summary>
public enum FindingWeight
{
    /// <summary>必须改: a number or a content that the law prescribes; the document cannot be filed with it.</summary>
    Must,

    /// <summary>请核对: words that often keep bidders out; shown to the supervising department with the filing.</summary>
    Look,
}

/// <summary>检查发现</summary>
/// <param name="Rule">Id of the rule, such as <c>ZT32-3a</c> or <c>TR-3.7</c>.</param>
/// <param name="Anchor">Id of the clause, <c>score:ID</c> of a scoring item, <c>lot:NUMBER</c>, or a part of the document.</param>
/// <param name="Found">The words or the number found; empty where something is missing.</param>
public sealed record DocumentFinding(
    string Rule,
    Provision Basis,
    FindingWeight Weight,
    string Anchor,
    string Found,
    Words Why,
    Words Better
);

/// <summary>What the check needs to know of a lot.</summary>
public sealed record LotFigures(string Number, long Estimate, long? MaximumPrice, long Security)
{
    public static LotFigures Of(Lot lot) => new(lot.Number, lot.Estimate, lot.MaximumPrice, lot.Security);
}

/// <summary>A content that every tender document has.</summary>
public sealed record RequiredClause(string Id, Chapter Chapter, Words Name, Provision Basis, bool WorksOnly = false);

/// <summary>招标文件的检查: reads a document while it is written. Pure.</summary>
public static partial class DocumentCheck
{
    private static readonly Provision Contents = Laws.Bidding.At("第十九条第一款", "art. 19(1)");
    private static readonly Provision Announcements = Laws.Bidding.At("第十六条第二款", "art. 16(2)");

    /// <summary>必备内容</summary>
    public static IReadOnlyList<RequiredClause> Required { get; } =
    [
        new("announcement.conditions", Chapter.Announcement, ("招标条件", "Conditions of the tender"), Announcements),
        new("announcement.scope", Chapter.Announcement, ("项目规模和招标范围", "Scale and scope"), Announcements),
        new(
            "announcement.qualification",
            Chapter.Announcement,
            ("投标人资格要求", "Requirements on bidders"),
            Laws.Bidding.At("第十八条第一款", "art. 18(1)")
        ),
        new("announcement.documents", Chapter.Announcement, ("招标文件的获取", "How to get the documents"), Announcements),
        new("announcement.contact", Chapter.Announcement, ("联系方式", "Contact"), Announcements),
        new(
            "instructions.validity",
            Chapter.Instructions,
            ("投标有效期", "Bid validity"),
            Laws.BiddingRegulation.At("第二十五条", "art. 25")
        ),
        new(
            "instructions.security",
            Chapter.Instructions,
            ("投标保证金", "Bid security"),
            Laws.BiddingRegulation.At("第二十六条", "art. 26")
        ),
        new(
            "instructions.price-limit",
            Chapter.Instructions,
            ("最高投标限价", "Maximum price"),
            Laws.BiddingRegulation.At("第二十七条第三款", "art. 27(3)")
        ),
        new(
            "instructions.questions",
            Chapter.Instructions,
            ("澄清、修改和异议", "Clarifications, changes and objections"),
            Laws.BiddingRegulation.At("第二十一条、第二十二条", "arts. 21 and 22")
        ),
        new(
            "instructions.submission",
            Chapter.Instructions,
            ("投标文件的递交", "Handing in the bid"),
            Laws.Bidding.At("第二十八条", "art. 28")
        ),
        new(
            "instructions.opening",
            Chapter.Instructions,
            ("开标和解密", "Opening and decryption"),
            Laws.Bidding.At("第三十四条至第三十六条", "arts. 34 to 36")
        ),
        new("evaluation.method", Chapter.Evaluation, ("评标标准和方法", "Standard and method of evaluation"), Contents),
        new(
            "evaluation.rejection",
            Chapter.Evaluation,
            ("否决投标的情形", "When a bid is rejected"),
            Laws.BiddingRegulation.At("第五十一条", "art. 51")
        ),
        new("contract.terms", Chapter.Contract, ("合同主要条款", "Main terms of the contract"), Contents),
        new("technical.requirements", Chapter.Technical, ("技术标准和要求", "Technical requirements"), Contents),
        new("bill.items", Chapter.Bill, ("工程量清单", "Bill of quantities"), Contents, WorksOnly: true),
        new("forms.bid", Chapter.Forms, ("投标文件的组成和格式", "What a bid consists of"), Contents),
    ];

    public static IReadOnlyList<DocumentFinding> Of(DocumentContent content, TenderKind kind, IReadOnlyList<LotFigures> lots) =>
        [.. Missing(content, kind), .. Scores(content), .. Periods(content), .. Money(lots), .. Words(content)];

    /// <summary>What an anchor is called, for people.</summary>
    public static string NameOf(DocumentContent content, string anchor) =>
        content.Find(anchor) is { } clause ? clause.Heading
        : anchor.StartsWith("score:", StringComparison.Ordinal)
        && content.Scores.FirstOrDefault(s => s.Id == anchor["score:".Length..]) is { } item
            ? item.Name
        : Required.FirstOrDefault(r => r.Id == anchor) is { } required ? required.Name.Zh
        : anchor;

    /// <summary>The clause or scoring item is there to be spoken of.</summary>
    public static bool Has(DocumentContent content, string anchor) =>
        content.Find(anchor) is not null
        || anchor.StartsWith("score:", StringComparison.Ordinal) && content.Scores.Any(s => s.Id == anchor["score:".Length..]);

    private static IEnumerable<DocumentFinding> Missing(DocumentContent content, TenderKind kind)
    {
        foreach (var required in Required.Where(r => !r.WorksOnly || kind == TenderKind.Works))
        {
            if (string.IsNullOrWhiteSpace(content.Find(required.Id)?.Text))
                yield return new(
                    "ZB19",
                    required.Basis,
                    FindingWeight.Must,
                    required.Id,
                    "",
                    ($"缺少“{required.Name.Zh}”。", $"“{required.Name.En}” is missing."),
                    ("请补上这一条。", "Write this clause.")
                );
        }
        foreach (var clause in content.Clauses)
        {
            if (Unfilled().Match(clause.Text) is { Success: true } gap)
                yield return new(
                    "ZB19",
                    Contents,
                    FindingWeight.Must,
                    clause.Id,
                    gap.Value,
                    ("还有没填的空。", "A blank is not filled in."),
                    ("请填上，或者删去这一句。", "Fill it in, or leave the sentence out.")
                );
        }
        if (content.OpeningSheet.Count == 0)
            yield return new(
                "ZB36",
                Laws.Bidding.At("第三十六条", "art. 36"),
                FindingWeight.Must,
                "opening",
                "",
                ("没有开标一览表，唱标时不知道读什么。", "There is no opening sheet: nobody knows what to read out."),
                ("至少写投标报价。", "Write at least the price.")
            );
    }

    private static IEnumerable<DocumentFinding> Scores(DocumentContent content)
    {
        if (content.Method != EvaluationKind.Comprehensive)
            yield break;
        var sum = content.Scores.Sum(s => s.Weight);
        if (sum != 100)
            yield return Score(
                "scores",
                $"{sum}",
                ("各评分项的分值加起来不是 100 分。", "The points do not add up to 100."),
                ("请调整分值。", "Change the points.")
            );
        if (content.Scores.Count > 0 && content.Scores.All(s => s.Part != ScorePart.Price))
            yield return Score(
                "scores",
                "",
                ("没有报价评分项。", "The price earns no points."),
                ("请加上报价评分项。", "Add an item for the price.")
            );
        foreach (var item in content.Scores)
        {
            if (item.Weight <= 0 || string.IsNullOrWhiteSpace(item.Standard))
                yield return Score(
                    $"score:{item.Id}",
                    $"{item.Name} {item.Weight}",
                    ("评分项没有分值，或者没有写怎么给分。", "The item has no points, or does not say how they are given."),
                    ("请写明分值和每一档的标准。", "Say how many points, and what each grade is.")
                );
        }

        static DocumentFinding Score(string anchor, string found, Words why, Words better) =>
            new("ZB40", Laws.Bidding.At("第四十条第一款", "art. 40(1)"), FindingWeight.Must, anchor, found, why, better);
    }

    /// <summary>A number in the words of a clause, and on which side of the limit it must lie.</summary>
    private sealed record Period(Limit Limit, Regex Pattern, bool AtLeast);

    private const string N = @"(?<n>[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+)";

    private static readonly IReadOnlyList<Period> InWords =
    [
        Say(
            Rulebook.DocumentPeriod,
            $@"(?:招标文件|文件)的?(?:发售期|获取期|获取时间|发售时间)[^。；0-9一二两三四五六七八九十]{{0,10}}{N}\s*(?:日|天)",
            true
        ),
        Say(
            Rulebook.BidPeriod,
            $@"(?:发出|发布|发售)之?日?起?至[^。；]{{0,12}}截止[^。；0-9一二两三四五六七八九十]{{0,12}}{N}\s*(?:日|天)",
            true
        ),
        Say(
            Rulebook.ClarificationBeforeDeadline,
            $@"(?:澄清|修改)[^。；0-9]{{0,40}}截止(?:时间|之日|日期)?(?:至少)?{N}\s*(?:日|天)前",
            true
        ),
        Say(Rulebook.DocumentObjection, $@"异议[^。；0-9]{{0,30}}截止(?:时间|之日|日期)?{N}\s*(?:日|天)前", false),
        Say(Rulebook.ObjectionAnswer, $@"异议[^。；0-9]{{0,20}}{N}\s*(?:个工作日|日|天)内[^。；]{{0,6}}答复", false),
        Say(Rulebook.CandidatePublicity, $@"公示(?:期|时间)[^。；0-9一二两三四五六七八九十]{{0,8}}{N}\s*(?:日|天)", true),
        Say(Rulebook.ContractSigning, $@"中标通知书[^。；0-9]{{0,12}}{N}\s*(?:日|天)内[^。；]{{0,16}}(?:订立|签订)", false),
        Say(Rulebook.PerformanceBond, $@"履约(?:保证金|担保)[^。；0-9]{{0,20}}{N}\s*[%％]", false),
        Say(Rulebook.SecurityShare, $@"投标保证金[^。；0-9]{{0,20}}{N}\s*[%％]", false),
    ];

    private static IEnumerable<DocumentFinding> Periods(DocumentContent content)
    {
        var terms = content.Terms;
        if (terms.DocumentDays < Rulebook.DocumentPeriod.Amount)
            yield return Short(Rulebook.DocumentPeriod, "terms", terms.DocumentDays, true);
        if (terms.BidDays < Rulebook.BidPeriod.Amount)
            yield return Short(Rulebook.BidPeriod, "terms", terms.BidDays, true);
        if (terms.Validity <= 0)
            yield return new(
                "TR-3.44",
                Laws.BiddingRegulation.At("第二十五条", "art. 25"),
                FindingWeight.Must,
                "terms",
                $"{terms.Validity}",
                ("没有规定投标有效期。", "The validity of bids is missing."),
                ("投标有效期从投标截止之日起算，请写明天数。", "It runs from the deadline; say how many days.")
            );
        foreach (var clause in content.Clauses)
        foreach (var period in InWords)
        foreach (Match hit in period.Pattern.Matches(clause.Text))
        {
            var number = Number(hit.Groups["n"].Value);
            if (period.AtLeast ? number < period.Limit.Amount : number > period.Limit.Amount)
                yield return Short(period.Limit, clause.Id, number, period.AtLeast, hit.Value);
        }
    }

    private static DocumentFinding Short(Limit limit, string anchor, decimal number, bool atLeast, string? words = null)
    {
        var unit = limit.Unit == Unit.Percent ? "%" : " 日";
        var (zh, en) = atLeast ? ("不少于", "at least") : ("不超过", "at most");
        return new(
            limit.Id,
            limit.Basis,
            FindingWeight.Must,
            anchor,
            words ?? number.ToString(CultureInfo.InvariantCulture),
            (
                $"{limit.Name.Zh}{limit.Amount}{unit}，这里是 {number}{unit}。",
                $"{limit.Name.En} {limit.Amount}{unit.Replace("日", "days", StringComparison.Ordinal)}; here it is {number}."
            ),
            ($"请改为{zh} {limit.Amount}{unit}。", $"Make it {en} {limit.Amount}.")
        );
    }

    private static IEnumerable<DocumentFinding> Money(IReadOnlyList<LotFigures> lots)
    {
        foreach (var lot in lots)
        {
            // Compared in hundredths of a fen, so that nothing is rounded in anybody's favour.
            if ((decimal)lot.Security * 100 > (decimal)lot.Estimate * Rulebook.SecurityShare.Amount)
                yield return Over(Rulebook.SecurityShare, lot, $"{Rulebook.SecurityShare.Amount}%");
            if (lot.Security > Rulebook.SecurityCap.Amount)
                yield return Over(Rulebook.SecurityCap, lot, $"{Rulebook.SecurityCap.Amount / 100:#,0} 元");
        }

        static DocumentFinding Over(Limit limit, LotFigures lot, string most) =>
            new(
                limit.Id,
                limit.Basis,
                FindingWeight.Must,
                $"lot:{lot.Number}",
                $"{lot.Security / 100m:#,0.##} 元",
                ($"标段 {lot.Number} 的投标保证金超过 {most}。", $"The security of lot {lot.Number} is above the limit of {most}."),
                ("请降低保证金。", "Lower it.")
            );
    }

    private static IEnumerable<DocumentFinding> Words(DocumentContent content)
    {
        var texts = content
            .Clauses.Select(c => (Anchor: c.Id, Text: $"{c.Heading}\n{c.Text}"))
            .Concat(content.Scores.Select(s => (Anchor: $"score:{s.Id}", Text: $"{s.Name}\n{s.Standard}")));
        foreach (var (anchor, text) in texts)
        foreach (var (term, words) in RestrictingTerms.In(text))
            yield return new(term.Id, term.Basis, FindingWeight.Look, anchor, words, term.Why, term.Better);
    }

    private static Period Say(Limit limit, string pattern, bool atLeast) =>
        new(limit, new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled), atLeast);

    /// <summary>5, 2.5, 五, 十五, 二十.</summary>
    private static decimal Number(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return number;
        const string digits = "零一二三四五六七八九";
        var (tens, ones) = text.Split('十') is [var before, var after] ? (before, after) : ("零", text);
        return (tens.Length == 0 ? 1 : Digit(tens)) * 10 + (ones.Length == 0 ? 0 : Digit(ones));

        static int Digit(string one) => one == "两" ? 2 : Math.Max(0, digits.IndexOf(one[^1], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"【[^】]{0,30}】|_{3,}|×{2,}|\{[a-z]+\}")]
    private static partial Regex Unfilled();
}
