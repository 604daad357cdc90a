using System.Text.Json;
using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>
/// Invented tenders in the layout of similarity analysis: honest bids with everything that honest bids share, and planted collusion of graded
/// difficulty. No firm, person or number in it exists.
/// </summary>
internal sealed class ShamCorpus
{
    private readonly string root;
    private readonly ShamManner manner;
    private readonly Dice dice;
    private readonly ShamTrade trade;
    private readonly ShamFirms firms;
    private readonly ShamCopies copies;

    // Bidders who have bid before, and the stock sections that an earlier bid must show.
    private readonly List<(ShamBidder Bidder, List<(int Chapter, List<ShamParagraph> Section)> Library)> earlier = [];
    private readonly List<(int Chapter, List<ShamParagraph> Section)> shown = [];

    public List<Planted> Planted { get; } = [];
    public List<Decoy> Decoys { get; } = [];

    private ShamCorpus(string root, ulong seed, ShamManner manner)
    {
        (this.root, this.manner) = (root, manner);
        dice = new Dice(seed);
        trade = new ShamTrade(dice, manner);
        firms = new ShamFirms(dice);
        copies = new ShamCopies(dice, trade, manner);
    }

    public static ShamCorpus Write(string root, ulong seed, ShamManner? manner = null)
    {
        var corpus = new ShamCorpus(root, seed, manner ?? new ShamManner());
        Directory.CreateDirectory(root);
        var ids = Enumerable.Range(1, corpus.manner.Tenders).Select(t => $"T{t:000}").ToList();
        var tenders = ids.Select(id => new
        {
            id,
            bidders = corpus.manner.Bidders,
            dir = id,
        });
        File.WriteAllText(Path.Combine(root, "manifest.json"), JsonSerializer.Serialize(new { version = 1, tenders }));
        foreach (var id in ids)
            corpus.Tender(id);
        corpus.History();
        return corpus;
    }

    private void Tender(string id)
    {
        var opening = new DateTimeOffset(2020, 2, 19, 9, 0, 0, TimeSpan.FromHours(8)).AddDays(dice.Next(300));
        var created = opening.AddDays(-44);
        created = created.AddSeconds(-created.Second);
        var agent = ShamWords.Person(dice);
        var agentPhone = $"0573-8{firms.Digits(7)}";
        var formRsids = Enumerable.Range(0, 6).Select(_ => $"00{firms.Hex(6)}").ToList();
        var formImage = firms.Image();
        var project = $"嘉善县{firms.Project()}";
        var terminal = ($"3C-E1-44-{firms.Hex(2)}-{firms.Hex(2)}-{firms.Hex(2)}", $"ST-{firms.Hex(9)}");
        var document = Enumerable.Range(0, 30).Select(_ => OfTheTender()).ToList();
        var bidders = Enumerable
            .Range(1, manner.Bidders)
            .Select(n => firms.NewBidder($"B{n:000}", opening, created, formRsids, agent))
            .ToList();
        foreach (var bidder in bidders)
        {
            var library = new List<(int, List<ShamParagraph>)>();
            if (dice.Chance(manner.Libraries))
            {
                var chapter = trade.Chapter();
                library.Add((chapter, trade.NewSection(chapter, ShamOrigin.Library)));
                earlier.Add((bidder, library));
            }
            bidder.Sections = trade.Body(library, document);
        }
        OfTwo(id, bidders);
        var bills = new ShamBills(dice, bidders);
        foreach (var bidder in bidders)
            bidder.Loose.Add($"招标代理机构联系人{agent}，电话{agentPhone}，如有疑问已按招标文件联系。");
        Decoys.AddRange(ShamDecoys.Plant(dice, firms, id, bidders, terminal, opening));
        if (manner.Plant)
            Planted.AddRange(new ShamRings(dice, manner, firms, copies, bills).Plant(id, bidders, opening));
        ShamFolder.Save(
            root,
            manner,
            Planted,
            id,
            project,
            opening,
            bidders,
            document,
            bills.Blank,
            (agent, agentPhone),
            terminal,
            created,
            formRsids,
            formImage
        );
    }

    private ShamParagraph OfTheTender() =>
        new(
            Enumerable
                .Range(0, dice.Between(1, 4))
                .Select(_ => Said.New(dice, dice.Of(ShamWords.TenderPatterns) + dice.Of(ShamWords.Closers)))
                .ToList(),
            ShamOrigin.Quoted
        );

    /// <summary>
    /// Stock sections and paragraphs that exactly two bidders use; where the history is rich, an earlier bid of a third firm shows that they are stock.
    /// </summary>
    private void OfTwo(string id, List<ShamBidder> bidders)
    {
        for (var i = 0; i < Math.Max(2, bidders.Count / 4); i++)
        {
            var chapter = trade.Chapter();
            var section = trade.NewSection(chapter, ShamOrigin.Stock);
            if (manner.Known)
                shown.Add((chapter, section));
            var two = dice.Some(bidders, 2);
            foreach (var bidder in two)
                bidder.Sections.Insert(
                    dice.Next(bidder.Sections.Count + 1),
                    new ShamSection(chapter, trade.Heading(chapter), trade.Touch(section))
                );
            Decoys.Add(ShamDecoys.Of(id, two[0], two[1], LikenessCodes.TextCopy, "stock section of two"));
        }
        for (var i = 0; i < Math.Max(2, bidders.Count / 3); i++)
        {
            var chapter = trade.Chapter();
            var paragraph = trade.Paragraph(chapter, ShamOrigin.Stock);
            if (manner.Known)
                shown.Add((chapter, [paragraph]));
            var two = dice.Some(bidders, 2);
            foreach (var bidder in two)
            {
                // Where it belongs, and not in a stock section, which is used as it stands.
                var fitting = bidder
                    .Sections.Where(s => s.Chapter == chapter && s.Paragraphs.Exists(p => p.Origin == ShamOrigin.Own))
                    .ToList();
                if (fitting.Count == 0)
                {
                    fitting = [new ShamSection(chapter, trade.Heading(chapter), [trade.Paragraph(chapter, ShamOrigin.Own)])];
                    bidder.Sections.AddRange(fitting);
                }
                var section = dice.Of(fitting);
                section.Paragraphs.Insert(dice.Next(section.Paragraphs.Count + 1), trade.Touch([paragraph])[0]);
            }
            Decoys.Add(ShamDecoys.Of(id, two[0], two[1], LikenessCodes.TextCopy, "stock paragraph of two"));
        }
    }

    /// <summary>Earlier bids of other tenders: of bidders who have bid before, and of other firms.</summary>
    private void History()
    {
        var made = 0;
        foreach (var (bidder, library) in dice.Some(earlier, manner.Histories))
            Add(bidder, library);
        while (made < manner.Histories || shown.Count > 0)
        {
            var some = shown.Take(2).ToList();
            shown.RemoveRange(0, some.Count);
            Add(firms.NewBidder("", default(DateTimeOffset).AddYears(2018), default, [], ""), some);
        }

        void Add(ShamBidder bidder, List<(int, List<ShamParagraph>)> library)
        {
            var before = firms.NewBidder("", default(DateTimeOffset).AddYears(2018), default, [], "");
            (before.Firm, before.Legal, before.Sections) = (bidder.Firm, bidder.Legal, trade.Body(library, []));
            ShamFolder.SaveEarlier(root, manner, ++made, $"嘉善县{firms.Project()}", before);
        }
    }
}
