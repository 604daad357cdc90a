namespace CountyHall.Trading.Rules.Similarity;

/// <summary>Where the words of a paragraph come from.</summary>
internal enum ShamOrigin
{
    Own,
    Stock,
    Library,
    Quoted,
}

/// <summary>A paragraph, and which of its sentences were copied; or the rows of a table, whose sentences are rows.</summary>
internal sealed class ShamParagraph(List<Said> sentences, ShamOrigin origin)
{
    public List<Said> Sentences { get; set; } = sentences;

    /// <summary>Marks of copies, one set a sentence.</summary>
    public List<HashSet<int>> Tags { get; set; } = sentences.Select(_ => new HashSet<int>()).ToList();
    public ShamOrigin Origin { get; } = origin;
    public string Prefix { get; set; } = "";

    public ShamParagraph Copy() => With(s => s.Copy());

    public ShamParagraph With(Func<Said, Said> change) =>
        new(Sentences.Select(change).ToList(), Origin) { Prefix = Prefix, Tags = Tags.Select(t => new HashSet<int>(t)).ToList() };

    public void Mark(int tag) => Tags.ForEach(t => t.Add(tag));

    public int Letters => Sentences.Sum(s => s.ToString().Length + 1);
}

/// <summary>A section with its heading, in the chapter of its subject.</summary>
internal sealed class ShamSection(int chapter, string heading, List<ShamParagraph> paragraphs)
{
    public int Chapter { get; } = chapter;
    public string Heading { get; } = heading;
    public List<ShamParagraph> Paragraphs { get; } = paragraphs;
}

/// <summary>
/// What an invented trade writes: chapters with their subjects, stock sections and paragraphs that each belong to a chapter, and bodies of bids made of these
/// and of words of one's own.
/// </summary>
internal sealed class ShamTrade
{
    private readonly Dice dice;
    private readonly ShamManner manner;
    private readonly List<(int Chapter, List<ShamParagraph> Section)> stock = [];
    private readonly List<(int Chapter, ShamParagraph Paragraph)> paragraphs = [];

    public ShamTrade(Dice dice, ShamManner manner)
    {
        (this.dice, this.manner) = (dice, manner);
        dice.Words = manner.Words;
        for (var i = 0; i < 26; i++)
        {
            var chapter = Chapter();
            stock.Add((chapter, NewSection(chapter, ShamOrigin.Stock)));
        }
        for (var i = 0; i < 40; i++)
        {
            var chapter = Chapter();
            paragraphs.Add((chapter, Paragraph(chapter, ShamOrigin.Stock)));
        }
    }

    public int Chapter() => dice.Of(ShamWords.Weights);

    public List<ShamParagraph> NewSection(int chapter, ShamOrigin origin) =>
        Enumerable.Range(0, dice.Between(4, 8)).Select(_ => Paragraph(chapter, origin)).ToList();

    public ShamParagraph Paragraph(int chapter, ShamOrigin origin) =>
        new(
            Enumerable
                .Range(0, dice.Between(manner.SentencesOfAParagraph.Least, manner.SentencesOfAParagraph.Most))
                .Select(_ =>
                {
                    var said = Said.New(dice, Pattern(chapter)).Framed(dice);
                    if (dice.Chance(manner.Typos))
                        Mistype(said);
                    return said;
                })
                .ToList(),
            origin
        );

    /// <summary>Mostly what the chapter is about; the rest of the trade's sentences stand in any.</summary>
    private string Pattern(int chapter) =>
        dice.Chance(0.55) ? ShamWords.Patterns[dice.Of(ShamWords.Chapters[chapter].Patterns)] : dice.Of(ShamWords.Patterns);

    public bool Mistype(Said said)
    {
        var words = said.ToString();
        var fitting = ShamWords.Typos.Where(t => words.Contains(t.Right, StringComparison.Ordinal)).ToList();
        if (fitting.Count == 0 || said.Typo is not null)
            return false;
        said.Typo = dice.Of(fitting);
        return true;
    }

    public List<ShamParagraph> Touch(List<ShamParagraph> section) => section.Select(Touch).ToList();

    private ShamParagraph Touch(ShamParagraph paragraph) => paragraph.With(s => s.Touched(dice, manner.Touches));

    public (int Chapter, List<ShamParagraph> Section) Stock() => dice.Of(stock);

    public string Heading(int chapter) => Said.New(dice, dice.Of(ShamWords.Chapters[chapter].Headings)).ToString();

    /// <summary>The body of a bid: the sections of the firm's own library, stock sections and sections of its own, each in its chapter.</summary>
    public List<ShamSection> Body(List<(int Chapter, List<ShamParagraph> Section)> library, List<ShamParagraph> tender)
    {
        var sections = new List<ShamSection>();
        var wanted = manner.Letters;
        foreach (var (chapter, section) in library)
            Append(chapter, Touch(section));
        while (wanted > 0)
        {
            if (dice.Chance(manner.StockSections))
            {
                var (of, section) = Stock();
                Append(of, Touch(section));
                continue;
            }
            var chapter = Chapter();
            var own = new List<ShamParagraph>();
            for (var count = dice.Between(manner.ParagraphsOfASection.Least, manner.ParagraphsOfASection.Most); count > 0; count--)
                own.Add(Next(chapter, tender));
            Append(chapter, own);
        }
        return sections;

        void Append(int chapter, List<ShamParagraph> section)
        {
            sections.Add(new ShamSection(chapter, Heading(chapter), section));
            wanted -= section.Sum(p => p.Letters);
        }
    }

    private ShamParagraph Next(int chapter, List<ShamParagraph> tender)
    {
        if (dice.Chance(manner.StockParagraphs))
        {
            var fitting = paragraphs.Where(p => p.Chapter == chapter).ToList();
            if (fitting.Count > 0)
                return Touch(dice.Of(fitting).Paragraph);
        }
        if (dice.Chance(manner.Quotes) && tender.Count > 0)
        {
            var quoted = dice.Of(tender).Copy();
            quoted.Prefix = dice.Chance(0.5) ? "响应招标文件要求：" : "";
            return quoted;
        }
        return Paragraph(chapter, ShamOrigin.Own);
    }
}
