using System.Globalization;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Opening;

namespace CountyHall.Trading.Evaluation.Methods;

/// <summary>Which bids enter the mean.</summary>
public enum MeanOf
{
    /// <summary>Every bid that was read out, rejected or not.</summary>
    All,

    /// <summary>Those that were not rejected in the preliminary review.</summary>
    Valid,
}

/// <summary>What decides between bids of the same score.</summary>
public enum TieRule
{
    /// <summary>Lower price first; the same price as well: joint rank.</summary>
    LowerPrice,

    /// <summary>Higher technical score first, then lower price; all the same: joint rank.</summary>
    Technical,

    /// <summary>Joint rank at once.</summary>
    Joint,
}

/// <summary>How the points of the members become the points of the committee.</summary>
public enum MemberMean
{
    /// <summary>算术平均</summary>
    Plain,

    /// <summary>去掉一个最高分和一个最低分: from five members on.</summary>
    Trimmed,
}

/// <summary>评标规则: every parameter by which a machine computes, frozen with the announcement.</summary>
/// <param name="Version">Id of the county's version that fills what the document leaves open.</param>
/// <param name="TrimFrom">From so many bids the highest and the lowest are dropped; 0 = never.</param>
/// <param name="TrimWideFrom">From so many bids a share is dropped on each side; 0 = never.</param>
/// <param name="Factor">K</param>
/// <param name="FewBelow">Fewer bids than this: <paramref name="Few"/> instead of the form.</param>
/// <param name="Recompute">A rejection after the preliminary review changes the benchmark price.</param>
/// <param name="Above">Points off for each percent above the benchmark price.</param>
/// <param name="Below">Points off for each percent below it.</param>
/// <param name="BenchmarkPlaces">Decimal places of the benchmark price in yuan.</param>
/// <param name="DeviationPercent">A score that lies so many percent of the item's points or more off the others' mean needs a reason.</param>
/// <param name="LowPercent">A price below so many percent of the mean of all is asked about; 0 = never.</param>
/// <param name="Blind">暗标: technical parts are scored under numbers.</param>
/// <param name="CreditItem">Id of the item whose points come from the credit rating; none where there is none.</param>
/// <param name="Adjustments">商务调整项: what may be added to or taken from a price, by key.</param>
/// <param name="Texts">Every key with the value that counted, to be published.</param>
public sealed record EvaluationRules(
    string Version,
    BenchmarkForm Form,
    int TrimFrom,
    int TrimWideFrom,
    int TrimWidePercent,
    decimal Factor,
    decimal LimitFactor,
    decimal LimitWeight,
    decimal MeanFactor,
    decimal MeanWeight,
    int FewBelow,
    FewBids Few,
    MeanOf Enters,
    bool Recompute,
    decimal Above,
    decimal Below,
    int ScorePlaces,
    int BenchmarkPlaces,
    TieRule Ties,
    MemberMean Members,
    decimal DeviationPercent,
    decimal LowPercent,
    bool Blind,
    string? CreditItem,
    IReadOnlyDictionary<string, string> Adjustments,
    IReadOnlyDictionary<string, string> Texts
)
{
    private const string Adjust = "adjust-";

    /// <summary>What holds where neither the document nor the county's version says otherwise. Choices of this house, from practice.</summary>
    public static readonly IReadOnlyDictionary<string, string> Usual = new Dictionary<string, string>
    {
        ["benchmark-form"] = "trimmed-mean",
        ["benchmark-trim-from"] = "0",
        ["benchmark-trim-wide-from"] = "0",
        ["benchmark-trim-wide-percent"] = "20",
        ["benchmark-factor"] = "1",
        ["benchmark-limit-factor"] = "1",
        ["benchmark-limit-weight"] = "0.5",
        ["benchmark-mean-factor"] = "1",
        ["benchmark-mean-weight"] = "0.5",
        ["benchmark-few-below"] = "0",
        ["benchmark-few"] = "plain-mean",
        ["benchmark-of"] = "valid",
        ["benchmark-recompute"] = "no",
        ["benchmark-places"] = "2",
        ["deduction-above"] = "1",
        ["deduction-below"] = "0.5",
        ["score-places"] = "2",
        ["tie"] = "lower-price",
        ["members"] = "plain",
        ["deviation-percent"] = "30",
        ["low-price-percent"] = "0",
        ["blind-technical"] = "yes",
        ["credit-item"] = "",
    };

    /// <summary>Reads the frozen rules of a tender: the version of its announcement, over it the document, over it what was drawn at the opening.</summary>
    /// <param name="announced">Day of the announcement, Beijing.</param>
    public static Result<EvaluationRules> Read(DocumentContent document, DateOnly announced, DrawnValue? drawn)
    {
        var version = EvaluationMethodVersion.For(announced);
        Dictionary<string, string> texts = new(version.Parameters);
        foreach (var parameter in document.Parameters)
        {
            var value = parameter.Value;
            if (parameter.Drawn.Count > 0)
            {
                if (drawn is null)
                    return new ParameterNotDrawn(parameter.Name);
                value = drawn.Value;
            }
            texts[parameter.Key] = value;
        }
        return Read(version.Id, texts);
    }

    /// <summary>Reads the rules out of their published texts.</summary>
    public static Result<EvaluationRules> Read(string version, IReadOnlyDictionary<string, string> texts)
    {
        var read = new Reader(texts);
        var factor = read.Number("benchmark-factor", 0, 2);
        // 下浮系数: the same as K = 1 − r.
        if (texts.TryGetValue("benchmark-reduction", out var reduction) && reduction.Length > 0)
            factor = 1 - read.Number("benchmark-reduction", 0, 50) / 100;
        var rules = new EvaluationRules(
            version,
            read.One("benchmark-form", Forms),
            read.Count("benchmark-trim-from", 1000),
            read.Count("benchmark-trim-wide-from", 1000),
            read.Count("benchmark-trim-wide-percent", 40),
            factor,
            read.Number("benchmark-limit-factor", 0, 2),
            read.Number("benchmark-limit-weight", 0, 1),
            read.Number("benchmark-mean-factor", 0, 2),
            read.Number("benchmark-mean-weight", 0, 1),
            read.Count("benchmark-few-below", 1000),
            read.One("benchmark-few", FewForms),
            read.One("benchmark-of", Means),
            read.One("benchmark-recompute", YesNo),
            read.Number("deduction-above", 0, 100),
            read.Number("deduction-below", 0, 100),
            read.Count("score-places", 4),
            read.Count("benchmark-places", 4),
            read.One("tie", TieRules),
            read.One("members", MemberMeans),
            read.Number("deviation-percent", 0, 100),
            read.Number("low-price-percent", 0, 100),
            read.One("blind-technical", YesNo),
            texts.GetValueOrDefault("credit-item") is { Length: > 0 } credit ? credit : null,
            texts.Where(t => t.Key.StartsWith(Adjust, StringComparison.Ordinal)).ToDictionary(t => t.Key, t => t.Value),
            texts
        );
        // One or two that are dropped on each side must leave something.
        if (rules.TrimFrom is 1 or 2 || rules.TrimWideFrom is 1 or 2)
            return new ParameterUnreadable("benchmark-trim-from", texts.GetValueOrDefault("benchmark-trim-from") ?? "");
        return read.Trouble is { } why ? why : rules;
    }

    private static readonly Dictionary<string, BenchmarkForm> Forms = new()
    {
        ["trimmed-mean"] = BenchmarkForm.TrimmedMean,
        ["limit-and-mean"] = BenchmarkForm.LimitAndMean,
        ["second-mean"] = BenchmarkForm.SecondMean,
        ["lowest"] = BenchmarkForm.Lowest,
    };

    private static readonly Dictionary<string, FewBids> FewForms = new()
    {
        ["plain-mean"] = FewBids.PlainMean,
        ["lowest"] = FewBids.Lowest,
    };

    private static readonly Dictionary<string, MeanOf> Means = new() { ["all"] = MeanOf.All, ["valid"] = MeanOf.Valid };
    private static readonly Dictionary<string, bool> YesNo = new() { ["yes"] = true, ["no"] = false };

    private static readonly Dictionary<string, TieRule> TieRules = new()
    {
        ["lower-price"] = TieRule.LowerPrice,
        ["technical"] = TieRule.Technical,
        ["joint"] = TieRule.Joint,
    };

    private static readonly Dictionary<string, MemberMean> MemberMeans = new()
    {
        ["plain"] = MemberMean.Plain,
        ["trimmed"] = MemberMean.Trimmed,
    };

    /// <summary>Reads one text after the other and remembers the first that cannot be read.</summary>
    private sealed class Reader(IReadOnlyDictionary<string, string> texts)
    {
        public Refusal? Trouble { get; private set; }

        public decimal Number(string key, decimal least, decimal most)
        {
            var text = Text(key);
            if (
                decimal.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
                && number.Scale <= 6
            )
                return number;
            Trouble ??= new ParameterUnreadable(key, text);
            return least;
        }

        public int Count(string key, int most)
        {
            var text = Text(key);
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= most)
                return count;
            Trouble ??= new ParameterUnreadable(key, text);
            return 0;
        }

        public T One<T>(string key, Dictionary<string, T> known)
        {
            var text = Text(key);
            if (known.TryGetValue(text, out var one))
                return one;
            Trouble ??= new ParameterUnreadable(key, text);
            return known.Values.First();
        }

        private string Text(string key) => texts.GetValueOrDefault(key)?.Trim() ?? Usual[key];
    }
}

public sealed record ParameterUnreadable(string Key, string Value)
    : Refusal(
        ($"评标参数“{Key}”的值“{Value}”无法计算。", $"The parameter “{Key}” says “{Value}”, by which nothing can be computed."),
        ("请在招标文件里按评标办法说明的取值填写。", "Write one of the values that the description of the method names."),
        Laws.Bidding.At("第四十条", "art. 40")
    );

public sealed record ParameterNotDrawn(string Name)
    : Refusal(
        (
            $"评标参数“{Name}”应当在开标时公开抽取，但没有抽取结果。",
            $"The parameter “{Name}” is to be drawn at the opening, and nothing was drawn."
        ),
        ("请核对开标记录。", "Check the record of the opening."),
        Laws.Bidding.At("第四十条", "art. 40")
    );
