using CountyHall.Trading.Similarity;
using static CountyHall.Trading.Rules.Similarity.InventedField;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>What tells the stock wording of a trade from what was copied. Everything in these tests is invented.</summary>
public class Similarity_of_stock_wording
{
    [Fact]
    public void A_whole_section_that_two_share_may_be_the_trades_and_is_no_reason_alone()
    {
        var shared = Paragraphs(3, 5);
        Codes(
                $"1.1 总体部署\n{Paragraphs(1, 10)}1.2 工期\n{shared}1.3 质量\n{Paragraphs(5, 5)}",
                $"2.1 工程特点\n{Paragraphs(2, 6)}2.2 部署\n{shared}2.3 质量\n{Paragraphs(6, 8)}"
            )
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, false)] // each took it from a stock and touched up a number
    public void A_whole_section_that_two_with_one_machine_share_is_told_unless_its_numbers_were_touched_up(int more, bool told)
    {
        var shared = Paragraphs(3, 5);
        var machine = new MachineFacts("F4-1E-AB-01-02-03", null, null, null, null, null);
        var codes = CodesInTrade(
            Bid(1) with
            {
                Machine = machine,
                Text = $"1.1 总体部署\n{Paragraphs(1, 10)}1.2 工期\n{shared}1.3 质量\n{Paragraphs(5, 5)}",
            },
            Bid(2) with
            {
                Machine = machine,
                Text = $"2.1 工程特点\n{Paragraphs(2, 6)}2.2 部署\n{WithFirstNumber(shared, more)}2.3 质量\n{Paragraphs(6, 8)}",
            }
        );
        codes.Contains("B001 B002 text.copy").ShouldBe(told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // as it is it may be the trade's
    public void A_whole_section_under_a_heading_of_their_own_is_told_where_it_was_said_anew(bool saidAnew)
    {
        // Every fourth sentence is another one.
        static string Anew(string text) =>
            string.Concat(
                text.Split('。')
                    .Zip(Paragraphs(72, 12).Split('。'), (said, other) => (said, other))
                    .Select((s, i) => $"{(i % 4 == 1 ? s.other : s.said)}。")
            );
        var shared = Paragraphs(73, 6);
        Codes(
                $"1.1 总体部署\n{Paragraphs(1, 10)}1.2 冬期抢工\n{shared}1.3 质量\n{Paragraphs(5, 5)}",
                $"2.1 工程特点\n{Paragraphs(2, 6)}2.2 冬期抢工\n{(saidAnew ? Anew(shared) : shared)}\n2.3 质量\n{Paragraphs(6, 8)}"
            )
            .ShouldBe(saidAnew ? ["B001 B002 text.copy"] : []);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(10, false)] // at one number in twelve touched up, so few may be left alone by chance
    public void A_whole_section_beside_what_is_told_is_marked_where_many_numbers_were_left_untouched(int numbers, bool marked)
    {
        var sentences = new string([.. Paragraphs(74, 12).Where(c => !char.IsAsciiDigit(c) && c != '\n')]).Split('。')[..60];
        var section = string.Concat(sentences.Select((said, i) => $"{said}{(i < numbers ? $"共{i}次" : "")}。"));
        var copied = Paragraphs(75, 5);
        var machine = new MachineFacts("F4-1E-AB-01-02-03", null, null, null, null, null);
        var one = $"1.1 总体部署\n{Paragraphs(1, 6)}{copied}{Paragraphs(4, 4)}1.2 工期\n{section}\n1.3 质量\n{Paragraphs(5, 5)}";
        var other =
            $"2.1 工程特点\n{Paragraphs(2, 6)}2.2 部署\n{copied}2.3 质量\n{Paragraphs(6, 8)}2.4 工期\n{section}\n2.5 安全\n{Paragraphs(7, 5)}";
        var reason = SimilarityAnalysis
            .Of(
                new SimilarityInput(
                    [
                        Field with
                        {
                            Bids =
                            [
                                Bid(1) with
                                {
                                    Text = one,
                                    Machine = machine,
                                },
                                Bid(2) with
                                {
                                    Text = other,
                                    Machine = machine,
                                },
                                Bid(3),
                                Bid(4),
                            ],
                        },
                    ],
                    [],
                    []
                )
            )
            .Tenders[0]
            .Pairs[0]
            .Reasons.Single(r => r.Code == LikenessCodes.TextCopy);
        var middle = one.IndexOf(section, StringComparison.Ordinal) + section.Length / 2;
        reason.InA.Any(span => span.Start <= middle && span.End > middle).ShouldBe(marked);
    }

    [Fact]
    public void What_two_others_with_one_machine_left_untouched_does_not_make_it_usual()
    {
        ComparedBid With(int n, string mac, string shared) =>
            Bid(n) with
            {
                Machine = new MachineFacts(mac, null, null, null, null, null),
                Text = $"{n}.1 总体部署\n{Paragraphs((ulong)n, 10)}{n}.2 工期\n{shared}{n}.3 质量\n{Paragraphs((ulong)n + 10, 5)}",
            };
        var (few, many) = (Paragraphs(70, 5), Paragraphs(71, 60));
        Codes(
                Field with
                {
                    Bids =
                    [
                        With(1, "F4-1E-AB-01-02-03", few),
                        With(2, "F4-1E-AB-01-02-03", few),
                        With(3, "F4-1E-AB-04-05-06", many),
                        With(4, "F4-1E-AB-04-05-06", many),
                    ],
                }
            )
            .ShouldContain("B001 B002 text.copy");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // what two share with nobody else may be the trade's
    public void A_whole_section_of_two_who_both_copied_from_a_third_is_told(bool fromAThird)
    {
        var shared = Paragraphs(76, 8);
        string Text(int n, params string[] copied) =>
            $"{n}.1 总体部署\n{Paragraphs((ulong)n, 6)}{string.Concat(copied.Select((c, i) => c + Paragraphs((ulong)(n * 10 + i), 4)))}"
            + $"{n}.2 质量\n{Paragraphs((ulong)n + 90, 5)}";
        var (first, second) = (Paragraphs(77, 5), Paragraphs(78, 5));
        Codes(
                Field with
                {
                    Bids =
                    [
                        Bid(1) with
                        {
                            Text = $"{Text(1, first)}1.3 工期\n{shared}1.4 安全\n{Paragraphs(51, 4)}",
                        },
                        Bid(2) with
                        {
                            Text = $"{Text(2, second)}2.3 工期\n{shared}2.4 安全\n{Paragraphs(52, 4)}",
                        },
                        Bid(3) with
                        {
                            Text = fromAThird ? Text(3, first, second) : Text(3),
                        },
                        Bid(4),
                    ],
                }
            )
            .Order()
            .ShouldBe(fromAThird ? ["B001 B002 text.copy", "B001 B003 text.copy", "B002 B003 text.copy"] : []);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)] // also where what is alike reaches from the one to the other
    public void A_section_that_one_bid_uses_twice_in_a_row_is_a_stock_section(int times, bool stock)
    {
        var (one, other) = (
            Writing.Of(string.Concat(Enumerable.Repeat($"1.1 工期\n{Paragraphs(81, 4)}", times))),
            Writing.Of($"1.1 工期\n{Paragraphs(81, 4)}")
        );
        var index = new TextIndex();
        index.Add(one, TextIndex.DocumentKind.Bid, 0, "甲");
        index.Add(other, TextIndex.DocumentKind.Bid, 0, "乙");
        index.Build();
        var all = new CopiedText.Passage(0, one.Letters.Length, 0, other.Letters.Length, 100, 1, 2, 0, other.Letters.Length);
        CopyPlace.Of(index, 0, 1, [all], Sections.Of(one), Sections.Of(other)).Single().IsStock.ShouldBe(stock);
    }

    [Theory]
    [InlineData(true, false)] // it may be a stock section that is used twice
    [InlineData(false, true)] // what is said twice is the trade's
    public void What_a_bid_says_twice_makes_a_place_no_stock_where_others_have_it_too(bool own, bool told)
    {
        var (said, twice) = (Paragraphs(84, 5), Paragraphs(85, 8));
        var earlier = Enumerable.Range(8, own ? 0 : 2).Select(n => new EarlierBid($"H{n}", $"嘉兴第{n}建设有限公司", twice));
        string Text(int n, string more) =>
            $"{n}.1 总体部署\n{Paragraphs((ulong)n, 6)}{said}{twice}{n}.2 质量\n{Paragraphs((ulong)n + 10, 5)}{more}";
        Codes(
                Field with
                {
                    Bids = [Bid(1) with { Text = Text(1, $"1.3 安全\n{twice}") }, Bid(2) with { Text = Text(2, "") }, Bid(3), Bid(4)],
                },
                [.. earlier]
            )
            .ShouldBe(told ? ["B001 B002 text.copy"] : []);
    }

    [Theory]
    [InlineData(new int[0], true)]
    [InlineData(new[] { 99 }, false)] // an earlier bid of a third firm has its sentences, with other numbers
    [InlineData(new[] { 1 }, true)] // one of the two had them, and the other took them
    [InlineData(new[] { 1, 2 }, false)] // both had them, each in its own earlier bid
    public void A_passage_of_set_phrases_is_explained_by_who_has_its_sentences_and_not_by_many_who_have_its_phrases(int[] known, bool told)
    {
        var copied = Paragraphs(82, 5);
        Codes(
                Field with
                {
                    Bids =
                    [
                        Bid(1) with
                        {
                            Text = $"1.1 总体部署\n{Paragraphs(1, 6)}{copied}{Paragraphs(4, 4)}1.2 工期\n{Paragraphs(5, 5)}",
                        },
                        Bid(2) with
                        {
                            Text = $"2.1 工程特点\n{Paragraphs(2, 6)}2.2 部署\n{copied}2.3 质量\n{Paragraphs(6, 8)}",
                        },
                        Bid(3),
                    ],
                },
                [.. PhrasesOf(copied), .. known.Select(n => new EarlierBid($"E{n}", $"浙江第{n}建设有限公司", WithFirstNumber(copied, 3)))]
            )
            .ShouldBe(told ? ["B001 B002 text.copy"] : []);
    }

    // Every firm has another phrase of it, and nearly all that it says stands somewhere.
    private static IEnumerable<EarlierBid> PhrasesOf(string text)
    {
        var letters = Writing.Of(text).Letters;
        return Enumerable
            .Range(0, letters.Length / 6)
            .Where(i => i % 5 > 0)
            .Select(i => new EarlierBid(
                $"H{i}",
                $"嘉兴第{i % 40}建设有限公司",
                $"{new string(letters, i * 6, Math.Min(15, letters.Length - i * 6))}。"
            ));
    }

    [Fact]
    public void Of_a_passage_of_set_phrases_all_is_marked_but_what_quotes_the_tender()
    {
        var copied = Paragraphs(82, 5);
        var sentences = copied.Split('。', '\n').Where(s => s.Length > 0).ToList();
        var (quoted, said) = (sentences[14], sentences[16]);
        var one = $"1.1 总体部署\n{Paragraphs(1, 6)}{copied}{Paragraphs(4, 4)}1.2 工期\n{Paragraphs(5, 5)}";
        var other = $"2.1 工程特点\n{Paragraphs(2, 6)}2.2 部署\n{copied}2.3 质量\n{Paragraphs(6, 8)}";
        var tender = Field with { Text = $"{quoted}。\n", Bids = [Bid(1) with { Text = one }, Bid(2) with { Text = other }, Bid(3)] };
        var reason = SimilarityAnalysis
            .Of(new SimilarityInput([tender], [.. PhrasesOf(copied)], []))
            .Tenders[0]
            .Pairs[0]
            .Reasons.Single(r => r.Code == LikenessCodes.TextCopy);
        IsMarked(said).ShouldBeTrue();
        IsMarked(quoted).ShouldBeFalse();

        bool IsMarked(string words)
        {
            var middle = one.IndexOf(words, StringComparison.Ordinal) + words.Length / 2;
            return reason.InA.Any(span => span.Start <= middle && span.End > middle);
        }
    }

    [Fact]
    public void Stock_paragraphs_that_one_copied_with_more_from_a_second_are_no_tie_to_a_third_who_has_them_too()
    {
        string[] stock =
        [
            "路灯基础的防雷接地由总包统一协调并逐处登记，其余工序为此让出作业面且不得另行索赔。\n",
            "夜间浇筑前由值班人员逐户告知周边居民并在路口张贴公告，超过时限的工序一律移到白天。\n",
        ];
        var machine = new MachineFacts("F4-1E-AB-01-02-03", null, null, null, null, null);
        string[] more = [Paragraphs(93, 2), Paragraphs(94, 3)];
        static string Chapters(ulong n, string first, string second) =>
            $"第一章 施工部署\n{first}第二章 质量保证\n{second}1.1 要点\n{Paragraphs(n, 3)}";
        Codes(
                Field with
                {
                    Bids =
                    [
                        Bid(1) with
                        {
                            Text = Chapters(
                                71,
                                $"{Paragraphs(1, 5)}{stock[0]}{Paragraphs(2, 5)}{stock[1]}{Paragraphs(3, 5)}",
                                Paragraphs(4, 9)
                            ),
                        },
                        Bid(2) with
                        {
                            Machine = machine,
                            Text = Chapters(
                                72,
                                $"{Paragraphs(11, 5)}{more[0]}{stock[0]}{more[1]}{stock[1]}{Paragraphs(13, 5)}",
                                Paragraphs(114, 9)
                            ),
                        },
                        Bid(3) with
                        {
                            Machine = machine,
                            Text = Chapters(
                                73,
                                Paragraphs(24, 9),
                                $"{Paragraphs(21, 5)}{more[0]}{stock[0]}{more[1]}{stock[1]}{Paragraphs(23, 5)}"
                            ),
                        },
                        Bid(4),
                    ],
                }
            )
            .ShouldBe(["B002 B003 env.mac", "B002 B003 text.copy"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(
        "班组长每天巡查现场8次。钢筋进场后取样3组。浇筑后养护不少于14天。",
        "班组长每天巡查现场8次。钢筋进场后取样3组。浇筑后养护不少于14天。",
        false
    )]
    [InlineData(
        "班组长每天巡查现场8次。钢筋进场后取样3组。浇筑后养护不少于14天。",
        "班组长每天巡查现场8次。钢筋进场后取样5组。浇筑后养护不少于14天。",
        true
    )]
    [InlineData(
        "班组长每天巡查现场8次。钢筋进场后取样3组。浇筑后养护不少于14天。",
        "班组长每天巡查现场8次。钢筋进场后取样30组。浇筑后养护不少于14天。",
        false
    )] // another number
    [InlineData(
        "班组长每天巡查现场8次。钢筋进场后取样3组。浇筑后养护不少于14天。",
        "班组长每天巡查现场9次。钢筋进场后取样5组。浇筑后养护不少于15天。",
        false
    )] // too many
    [InlineData(
        "班组长每天巡查现场8次。钢筋进场后取样3组。浇筑后养护不少于14天。",
        "浇筑后养护不少于14天。钢筋进场后取样5组。班组长每天巡查现场8次。",
        false
    )] // moved
    public void A_stock_section_is_known_by_a_number_here_and_there_that_differs_a_little(string one, string other, bool touched)
    {
        var (a, b) = (Writing.Of(one), Writing.Of(other));
        CopyNumbers.Of(a, (0, a.Letters.Length), b, (0, b.Letters.Length)).IsTouchedUp.ShouldBe(touched);
    }
}
