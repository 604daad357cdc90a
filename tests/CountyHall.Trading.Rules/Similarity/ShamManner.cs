namespace CountyHall.Trading.Rules.Similarity;

/// <summary>How the headings of an invented bid look.</summary>
internal enum ShamHeadings
{
    /// <summary>第二章 施工组织设计, 2.3 围堰施工安排.</summary>
    Numbered,

    /// <summary>二、施工组织设计, （三）围堰施工安排.</summary>
    Chinese,

    /// <summary>施工组织设计, 围堰施工安排: nothing tells a heading from a short line.</summary>
    Bare,
}

/// <summary>
/// In what an invented corpus differs from another: how much there is, how it is laid out, how much the history knows, and how those who copy go about it.
/// </summary>
internal sealed record ShamManner
{
    public int Tenders { get; init; } = 2;
    public int Bidders { get; init; } = 9;

    /// <summary>Letters of a bid, about.</summary>
    public int Letters { get; init; } = 20_000;

    /// <summary>Earlier bids in the history.</summary>
    public int Histories { get; init; } = 18;

    /// <summary>Whether there is collusion at all.</summary>
    public bool Plant { get; init; } = true;

    /// <summary>Whether the history has the stock sections that exactly two bidders use.</summary>
    public bool Known { get; init; } = true;

    public ShamHeadings Headings { get; init; } = ShamHeadings.Numbered;

    /// <summary>Of a sentence, the chance to be mistyped.</summary>
    public double Typos { get; init; } = 0.012;

    /// <summary>Of a number in a stock section, the chance that its user changed it.</summary>
    public double Touches { get; init; } = 0.03;

    public (int Least, int Most) ParagraphsOfASection { get; init; } = (3, 7);
    public (int Least, int Most) SentencesOfAParagraph { get; init; } = (3, 6);

    /// <summary>Of a section, the chance to be a stock section.</summary>
    public double StockSections { get; init; } = 0.2;

    /// <summary>Of a paragraph, the chance to be a stock paragraph.</summary>
    public double StockParagraphs { get; init; } = 0.05;

    /// <summary>Of a paragraph, the chance to answer the tender document in its own words.</summary>
    public double Quotes { get; init; } = 0.08;

    /// <summary>Of a bidder, the chance to have sections of its own that it used before.</summary>
    public double Libraries { get; init; } = 0.6;

    /// <summary>Of what is copied, the chance to be put where it belongs, in the chapter that it came from.</summary>
    public double InPlace { get; init; } = 0.5;

    /// <summary>Whether those who rework a text put numbers near the old ones, as in a stock section that was touched up.</summary>
    public bool NearNumbers { get; init; }

    /// <summary>The part of the trade's words that this trade uses.</summary>
    public double Words { get; init; } = 1;

    /// <summary>How the text of a ring is copied; each ring draws one.</summary>
    public IReadOnlyList<string> Ways { get; init; } = ["verbatim", "reworked", "reworded", "scattered"];

    /// <summary>A manner drawn by the seed: nothing of it is fixed but the number of bids that can be read in a test.</summary>
    public static ShamManner Of(ulong seed)
    {
        var dice = new Dice(seed ^ 0xA5A5);
        var least = dice.Between(2, 5);
        return new ShamManner
        {
            Tenders = dice.Of(new[] { 1, 2, 2, 3 }),
            Bidders = dice.Between(5, 12),
            Letters = dice.Of(new[] { 6_000, 12_000, 20_000, 30_000 }),
            Histories = dice.Of(new[] { 0, 3, 6, 18 }),
            Known = dice.Chance(0.5),
            Headings = dice.Of(new[] { ShamHeadings.Numbered, ShamHeadings.Numbered, ShamHeadings.Chinese, ShamHeadings.Bare }),
            Typos = dice.Of(new[] { 0.0, 0.01, 0.03 }),
            Touches = dice.Of(new[] { 0.0, 0.03, 0.1 }),
            ParagraphsOfASection = (least, least + dice.Between(1, 5)),
            SentencesOfAParagraph = dice.Of(new[] { (2, 4), (3, 6), (1, 3) }),
            StockSections = dice.Of(new[] { 0.1, 0.2, 0.35 }),
            StockParagraphs = dice.Of(new[] { 0.0, 0.05, 0.1 }),
            Quotes = dice.Of(new[] { 0.0, 0.08, 0.15 }),
            Libraries = dice.Of(new[] { 0.2, 0.6, 0.9 }),
            InPlace = dice.Of(new[] { 0.0, 0.5, 1.0 }),
            Words = dice.Of(new[] { 0.4, 0.7, 1.0 }),
        };
    }
}
