using CountyHall.Trading.Similarity;
using static CountyHall.Trading.Rules.Similarity.InventedField;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>Regulation on the Bidding Law art. 40(4): passages that honest work does not explain. Everything in these tests is invented.</summary>
public class Similarity_of_words
{
    [Fact]
    public void A_passage_cut_out_of_a_section_is_told_without_any_other_trace()
    {
        var copied = Paragraphs(3, 5);
        Codes(
                $"1.1 总体部署\n{Paragraphs(1, 6)}{copied}{Paragraphs(4, 4)}1.2 工期\n{Paragraphs(5, 5)}",
                $"2.1 工程特点\n{Paragraphs(2, 6)}2.2 部署\n{copied}2.3 质量\n{Paragraphs(6, 8)}"
            )
            .ShouldBe(["B001 B002 text.copy"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // where they belong they may be the trade's
    public void Two_paragraphs_in_chapters_of_other_subjects_are_told_without_any_other_trace(bool elsewhere)
    {
        var (one, other) = (Paragraphs(21, 1), Paragraphs(22, 1));
        Codes(
                $"第一章 施工部署\n{Paragraphs(1, 6)}{one}{Paragraphs(4, 4)}第二章 质量保证\n{Paragraphs(5, 5)}{other}{Paragraphs(7, 2)}1.1 要点\n{Paragraphs(9, 3)}",
                $"第一章 施工部署\n{Paragraphs(2, 6)}{(elsewhere ? other : one)}{Paragraphs(6, 8)}第二章 质量保证\n{Paragraphs(8, 4)}{(elsewhere ? one : other)}{Paragraphs(10, 3)}1.1 要点\n{Paragraphs(11, 3)}"
            )
            .ShouldBe(elsewhere ? ["B001 B002 text.copy"] : []);
    }

    [Fact]
    public void The_earlier_bid_of_one_of_three_does_not_explain_how_the_other_two_have_its_words()
    {
        var copied = Paragraphs(83, 6);
        string Text(int n) =>
            $"{n}.1 总体部署\n{Paragraphs((ulong)n, 6)}{copied}{Paragraphs((ulong)n + 10, 4)}{n}.2 质量\n{Paragraphs((ulong)n + 20, 5)}";
        Codes(
                Field with
                {
                    Bids = [Bid(1) with { Text = Text(1) }, Bid(2) with { Text = Text(2) }, Bid(3) with { Text = Text(3) }, Bid(4)],
                },
                new EarlierBid("H1", "浙江第1建设有限公司", copied)
            )
            .ShouldBe(["B001 B002 text.copy", "B001 B003 text.copy", "B002 B003 text.copy"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("其余工序为此让出作业面，由总包统一协调。", false)] // half of it is the tender's
    public void Sentences_scattered_over_a_bid_that_is_told_are_marked_unless_they_quote_the_tender(string tender, bool marked)
    {
        const string scattered = "本工程的重点在于路灯基础的防雷接地，其余工序为此让出作业面，由总包统一协调";
        var (copied, own) = (Paragraphs(3, 5), Paragraphs(7, 1));
        var one = $"1.1 总体部署\n{Paragraphs(1, 6)}{copied}{Paragraphs(4, 4)}1.2 工期\n{scattered}。{Paragraphs(5, 5)}";
        var other = $"2.1 工程特点\n{Paragraphs(2, 6)}{scattered}。{own}2.2 部署\n{copied}2.3 质量\n{Paragraphs(6, 8)}";
        // Each half of the sentence is the manner of the trade.
        var others = Enumerable
            .Range(3, 5)
            .Select(n => Bid(n) with { Text = "本工程的重点在于路灯基础的防雷接地。做法随图。其余工序为此让出作业面，由总包统一协调。" });
        var reason = SimilarityAnalysis
            .Of(
                new SimilarityInput(
                    [Field with { Text = tender, Bids = [Bid(1) with { Text = one }, Bid(2) with { Text = other }, .. others] }],
                    [],
                    []
                )
            )
            .Tenders[0]
            .Pairs[0]
            .Reasons.Single(r => r.Code == LikenessCodes.TextCopy);
        var at = one.IndexOf(scattered, StringComparison.Ordinal);
        reason.InA.Any(span => span.Start <= at && span.End >= at + scattered.Length).ShouldBe(marked);
    }

    [Theory]
    [InlineData("路灯基础防雷接地", false)] // as much any two bids have in common
    [InlineData("路灯基础的防雷接地由总包统一协调，其余工序让出作业面", true)]
    public void What_stands_beside_more_than_a_paragraph_belongs_to_its_passage_if_it_is_more_than_chance(string beside, bool belongs)
    {
        var copied = Paragraphs(95, 4);
        var index = new TextIndex();
        foreach (var n in new ulong[] { 96, 97 })
            index.Add(
                Writing.Of($"{copied}{Paragraphs(n, 1)[..30]}{beside}{Paragraphs(n + 2, 3)}"),
                TextIndex.DocumentKind.Bid,
                0,
                $"浙江第{n}建设有限公司"
            );
        index.Build();
        var passage = CopiedText.Find(index, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(index.Seeds)).MaxBy(p => p.Matched)!;
        (passage.EndA > Writing.Of(copied).Letters.Length + 25).ShouldBe(belongs);
    }

    [Fact]
    public void Beside_what_was_said_anew_sentences_that_are_less_alike_are_marked_too()
    {
        static string Anew(string text) => text.Replace("不少于", "至少", StringComparison.Ordinal);
        const string near = "堤顶道路的沉降观测由测量小组每日两次登记造册，超过限值立即停工";
        const string changed = "堤顶道路的沉降数据由测量员逐日两次记入台账，超过限值须停工";
        var copied = Paragraphs(98, 6).Split('。');
        string Text(int n, string section) =>
            $"{n}.1 总体部署\n{Paragraphs((ulong)n, 6)}{n}.2 工期\n{section}{n}.3 质量\n{Paragraphs((ulong)n + 10, 6)}";
        var machine = new MachineFacts("F4-1E-AB-01-02-03", null, null, null, null, null);
        var one = Text(1, $"{string.Join('。', copied)}{near}。\n{Paragraphs(31, 2)}");
        // Every third sentence is another one.
        var other = Text(
            2,
            Anew(
                $"{string.Join('。', copied.Select((s, i) => i % 3 == 1 ? Paragraphs((ulong)(200 + i), 1).Split('。')[0] : s))}{changed}。\n{Paragraphs(32, 2)}"
            )
        );
        var reason = SimilarityAnalysis
            .Of(
                new SimilarityInput(
                    [
                        Field with
                        {
                            Bids = [Bid(1) with { Text = one, Machine = machine }, Bid(2) with { Text = other, Machine = machine }, Bid(3)],
                        },
                    ],
                    [],
                    []
                )
            )
            .Tenders[0]
            .Pairs[0]
            .Reasons.Single(r => r.Code == LikenessCodes.TextCopy);
        var at = one.IndexOf(near, StringComparison.Ordinal);
        reason.InA.Any(span => span.Start <= at && span.End >= at + near.Length).ShouldBeTrue();
    }
}
