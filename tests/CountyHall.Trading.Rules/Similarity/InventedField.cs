using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>What the chapters on similarity have in common: an invented field of bidders, and the reasons found in it.</summary>
internal static class InventedField
{
    public static readonly ComparedTender Field = new("T001")
    {
        Name = "嘉善县无名镇文化中心装修工程",
        Agent = new AgentContact("三江工程咨询有限公司", "邓某", "0573-84087660"),
        Terminals = [new PublicTerminal("3C-E1-44-BD-1E-B7", "ST-1B7F96AD0", "10.33.15.213")],
        Template = new DocumentTraces
        {
            Author = "邓某",
            LastModifiedBy = "邓某",
            Created = new DateTimeOffset(2020, 1, 6, 2, 11, 0, TimeSpan.Zero),
            RevisionIds = new HashSet<string> { "00642B03", "003FAA35" },
            Pictures = new HashSet<string> { "FORM" },
        },
    };

    public static ComparedBid Bid(int n) => new($"B{n:000}") { Firm = $"浙江第{n}建设有限公司" };

    public static List<string> Codes(ComparedTender tender, params EarlierBid[] history) =>
        SimilarityAnalysis
            .Of(new SimilarityInput([tender], history, []))
            .Tenders[0]
            .Pairs.SelectMany(p => p.Reasons.Select(r => $"{p.A} {p.B} {r.Code}"))
            .ToList();

    public static List<string> Codes(ComparedBid one, ComparedBid other) => Codes(Field with { Bids = [one, other, Bid(3), Bid(4)] });

    public static string Paragraphs(ulong seed, int count)
    {
        var dice = new Dice(seed);
        return string.Concat(
            Enumerable
                .Range(0, count)
                .Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => $"{Said.New(dice, dice.Of(ShamWords.Patterns))}。")) + "\n")
        );
    }

    public static List<string> Codes(string one, string other) => CodesInTrade(Bid(1) with { Text = one }, Bid(2) with { Text = other });

    // Earlier bids of other firms show the manner in which the trade writes.
    public static List<string> CodesInTrade(ComparedBid one, ComparedBid other) =>
        Codes(
            Field with
            {
                Bids = [one, other, Bid(3), Bid(4)],
            },
            [.. Enumerable.Range(0, 12).Select(n => new EarlierBid($"H{n}", $"嘉兴第{n}建设有限公司", Paragraphs(100 + (ulong)n, 40)))]
        );

    public static string WithFirstNumber(string text, int more) =>
        new System.Text.RegularExpressions.Regex("[0-9]+").Replace(
            text,
            m =>
                (int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture) + more).ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                ),
            1
        );
}
