namespace CountyHall.Trading.Rules.Similarity;

/// <summary>
/// How those who collude copy words: whole sections or a run of paragraphs word for word, pieces set into one's own sections, paragraphs said again with
/// other numbers or in other words, or single paragraphs and sentences scattered over the bid.
/// </summary>
internal sealed class ShamCopies(Dice dice, ShamTrade trade, ShamManner manner)
{
    private int tag;

    /// <summary>Whether anything of the leader's own was copied: a run of paragraphs may hold nothing but quotes and stock wording.</summary>
    public bool Copy(List<ShamBidder> ring, string how)
    {
        var before = tag;
        var leader = ring[0];
        var own = leader
            .Sections.SelectMany(s => s.Paragraphs.Select(p => (Section: s, Paragraph: p)))
            .Where(x => IsOwn(x.Paragraph) && x.Paragraph.Sentences.Count > 0)
            .ToList();
        switch (how)
        {
            case "verbatim":
                Verbatim(ring, leader);
                break;
            case "scattered" when dice.Chance(0.5):
                foreach (var (section, paragraph) in dice.Some(own, dice.Between(6, 12)))
                {
                    paragraph.Mark(++tag);
                    foreach (var other in ring.Skip(1))
                        SetIn(other, section.Chapter, [paragraph.Copy()]);
                }
                break;
            case "scattered":
                foreach (var (section, paragraph) in dice.Some(own, Math.Max(10, manner.Letters / 1600)))
                {
                    var at = dice.Next(paragraph.Sentences.Count);
                    paragraph.Tags[at].Add(++tag);
                    foreach (var other in ring.Skip(1))
                        SetSentence(other, section.Chapter, paragraph.Sentences[at].Copy());
                }
                break;
            default:
                SaidAgain(ring, how, dice.Some(own, dice.Between(6, 10)));
                break;
        }
        return tag > before;
    }

    private static bool IsOwn(ShamParagraph paragraph) => paragraph.Origin is ShamOrigin.Own or ShamOrigin.Library;

    private void Verbatim(List<ShamBidder> ring, ShamBidder leader)
    {
        var form = dice.Next(3);
        if (form == 0)
        {
            // Whole sections with all that stands in them, in half of the cases with their headings.
            var whole = leader.Sections.Where(s => s.Paragraphs.Count(IsOwn) >= 2).ToList();
            var taken = dice.Some(whole, dice.Between(1, 3));
            var withHeading = dice.Chance(0.5);
            foreach (var section in taken)
            {
                Mark(section.Paragraphs);
                foreach (var other in ring.Skip(1))
                {
                    var chapter = dice.Chance(manner.InPlace) ? section.Chapter : trade.Chapter();
                    var heading = withHeading ? section.Heading : trade.Heading(chapter);
                    other.Sections.Insert(
                        dice.Next(other.Sections.Count + 1),
                        new ShamSection(chapter, heading, section.Paragraphs.Select(p => p.Copy()).ToList())
                    );
                }
            }
            return;
        }
        var all = leader.Sections.SelectMany(s => s.Paragraphs.Select(p => (s.Chapter, Paragraph: p))).ToList();
        if (form == 1)
        {
            // A run of paragraphs from wherever it began, made a section.
            var run = all.Skip(dice.Next(Math.Max(1, all.Count - 9))).Take(dice.Between(5, 9)).ToList();
            Mark(run.Select(r => r.Paragraph));
            foreach (var other in ring.Skip(1))
            {
                var chapter = dice.Chance(manner.InPlace) ? run[0].Chapter : trade.Chapter();
                other.Sections.Insert(
                    dice.Next(other.Sections.Count + 1),
                    new ShamSection(chapter, trade.Heading(chapter), run.Select(r => r.Paragraph.Copy()).ToList())
                );
            }
            return;
        }
        // Pieces of one to three paragraphs inside sections of one's own.
        for (var pieces = dice.Between(3, 6); pieces > 0; pieces--)
        {
            var piece = all.Skip(dice.Next(Math.Max(1, all.Count - 3))).Take(dice.Between(1, 3)).ToList();
            Mark(piece.Select(p => p.Paragraph));
            foreach (var other in ring.Skip(1))
                SetIn(other, piece[0].Chapter, piece.Select(p => p.Paragraph.Copy()).ToList());
        }
    }

    private void SaidAgain(List<ShamBidder> ring, string how, List<(ShamSection Section, ShamParagraph Paragraph)> taken)
    {
        Mark(taken.Select(t => t.Paragraph));
        var asSection = dice.Chance(0.3);
        foreach (var other in ring.Skip(1))
        {
            var copies = taken.Select(x => (x.Section.Chapter, Paragraph: Again(x.Paragraph, how))).ToList();
            if (asSection)
            {
                var chapter = dice.Chance(manner.InPlace) ? copies[0].Chapter : trade.Chapter();
                other.Sections.Insert(
                    dice.Next(other.Sections.Count + 1),
                    new ShamSection(chapter, trade.Heading(chapter), copies.Select(c => c.Paragraph).ToList())
                );
            }
            else
                foreach (var (chapter, copy) in copies)
                    SetIn(other, chapter, [copy]);
        }
    }

    private ShamParagraph Again(ShamParagraph paragraph, string how)
    {
        var copy = paragraph.With(s =>
            how == "reworked"
                ? (manner.NearNumbers ? s.Touched(dice, 0.5) : s.WithOtherNumbers(dice, 0.5)).Reworded(dice, 0.08)
                : s.WithOtherNumbers(dice, 0.3).Reworded(dice, 0.45)
        );
        var order = dice.Some(Enumerable.Range(0, copy.Sentences.Count), copy.Sentences.Count);
        (copy.Sentences, copy.Tags) = (order.Select(i => copy.Sentences[i]).ToList(), order.Select(i => copy.Tags[i]).ToList());
        return copy;
    }

    /// <summary>Only what is the leader's own is copied in the sense of the count: quotes and stock wording have their explanation.</summary>
    private void Mark(IEnumerable<ShamParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs.Where(IsOwn))
            paragraph.Mark(++tag);
    }

    private ShamSection Somewhere(ShamBidder bidder, int chapter)
    {
        var fitting = bidder.Sections.Where(s => s.Chapter == chapter).ToList();
        return fitting.Count > 0 && dice.Chance(manner.InPlace) ? dice.Of(fitting) : dice.Of(bidder.Sections);
    }

    private void SetIn(ShamBidder bidder, int chapter, List<ShamParagraph> paragraphs)
    {
        var section = Somewhere(bidder, chapter);
        section.Paragraphs.InsertRange(dice.Next(section.Paragraphs.Count + 1), paragraphs);
    }

    private void SetSentence(ShamBidder bidder, int chapter, Said said)
    {
        var paragraph = dice.Of(Somewhere(bidder, chapter).Paragraphs);
        var at = dice.Next(paragraph.Sentences.Count + 1);
        paragraph.Sentences.Insert(at, said);
        paragraph.Tags.Insert(at, [tag]);
    }

    /// <summary>The same errors in stock wording that others of the tender use too: its words are explained, its errors are not.</summary>
    public void CopyTypos(List<ShamBidder> ring, List<ShamBidder> others)
    {
        var shared = others
            .SelectMany(b => b.Sections)
            .Where(s => s.Paragraphs.Count > 0 && s.Paragraphs.All(p => p.Origin == ShamOrigin.Stock))
            .Select(s => (s.Chapter, s.Paragraphs))
            .ToList();
        var sections = shared.Count >= 2 ? dice.Some(shared, 2) : [trade.Stock(), trade.Stock(), trade.Stock()];
        var touched = sections.Select(s => (s.Chapter, Paragraphs: trade.Touch(s.Item2))).ToList();
        var left = dice.Between(4, 7);
        foreach (var said in touched.SelectMany(s => s.Paragraphs).SelectMany(p => p.Sentences))
            if (left > 0 && trade.Mistype(said))
                left--;
        foreach (var bidder in ring)
        foreach (var (chapter, paragraphs) in touched)
            bidder.Sections.Insert(
                dice.Next(bidder.Sections.Count + 1),
                new ShamSection(chapter, trade.Heading(chapter), paragraphs.Select(p => p.Copy()).ToList())
            );
    }
}
