using System.Text;
using System.Text.Json;
using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>Regulation on the Bidding Law art. 40: what two bids share that honest work does not explain. Everything in these tests is invented.</summary>
public class Similarity_of_bids
{
    private static readonly ComparedTender Field = new("T001")
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

    private static ComparedBid Bid(int n) => new($"B{n:000}") { Firm = $"浙江第{n}建设有限公司" };

    private static List<string> Codes(ComparedTender tender, params EarlierBid[] history) =>
        SimilarityAnalysis
            .Of(new SimilarityInput([tender], history, []))
            .Tenders[0]
            .Pairs.SelectMany(p => p.Reasons.Select(r => $"{p.A} {p.B} {r.Code}"))
            .ToList();

    private static List<string> Codes(ComparedBid one, ComparedBid other) => Codes(Field with { Bids = [one, other, Bid(3), Bid(4)] });

    [Fact]
    public void The_published_example_of_winnowing_selects_its_five_fingerprints() =>
        Winnowing
            .Select([77, 74, 42, 17, 98, 50, 17, 98, 8, 88, 67, 39, 77, 74, 42, 17, 98], 4)
            .ShouldBe([(17UL, 3), (17UL, 6), (8UL, 8), (39UL, 11), (17UL, 15)]);

    [Theory]
    [InlineData("F4-1E-AB-01-02-03", true)]
    [InlineData("3c:e1:44:bd:1e:b7", false)] // the centre's terminal, written another way
    [InlineData("00-50-56-C0-00-01", false)] // VMware
    [InlineData("08-00-27-11-22-33", false)] // VirtualBox
    [InlineData("00-15-5D-01-02-03", false)] // Hyper-V
    [InlineData("00-00-00-00-00-00", false)]
    public void A_network_adapter_is_shared_unless_it_is_public_or_virtual(string mac, bool found)
    {
        var machine = new MachineFacts(mac, null, null, null, null, null);
        Codes(Bid(1) with { Machine = machine }, Bid(2) with { Machine = machine }).ShouldBe(found ? ["B001 B002 env.mac"] : []);
    }

    [Theory]
    [InlineData("WD-76026AD261", true)]
    [InlineData("ST-1B7F96AD0", false)]
    [InlineData("To be filled by O.E.M.", false)]
    [InlineData("Default string", false)]
    [InlineData("0000_0000_0000", false)]
    public void A_disk_is_shared_unless_its_number_is_none(string serial, bool found)
    {
        var machine = new MachineFacts(null, serial, null, null, null, null);
        Codes(Bid(1) with { Machine = machine }, Bid(2) with { Machine = machine }).ShouldBe(found ? ["B001 B002 env.disk"] : []);
    }

    [Theory]
    [InlineData("PB40671193", true)]
    [InlineData("PB00000000", false)]
    public void A_number_of_noughts_is_no_locks(string number, bool found)
    {
        var machine = new MachineFacts(null, null, null, number, null, null);
        Codes(Bid(1) with { Machine = machine }, Bid(2) with { Machine = machine }).ShouldBe(found ? ["B001 B002 env.pricing_lock"] : []);
    }

    [Fact]
    public void Locks_are_shared() =>
        Codes(
                Bid(1) with
                {
                    Machine = new MachineFacts(null, null, "CA8706884981", "PB15362703", null, null),
                },
                Bid(2) with
                {
                    Machine = new MachineFacts(null, null, "CA8706884981", "PB15362703", null, null),
                }
            )
            .ShouldBe(["B001 B002 env.ca_lock", "B001 B002 env.pricing_lock"], ignoreOrder: true);

    [Theory]
    [InlineData("183.63.153.240", 4, true)]
    [InlineData("183.63.153.240", 600, false)] // a carrier's address, hours apart
    [InlineData("10.33.15.213", 4, false)] // the terminal
    [InlineData("100.64.1.2", 4, false)] // RFC 6598
    public void One_address_within_one_sitting_is_shared(string ip, int minutes, bool found)
    {
        var at = new DateTimeOffset(2020, 2, 17, 14, 19, 1, TimeSpan.FromHours(8));
        Codes(
                Bid(1) with
                {
                    Machine = new MachineFacts(null, null, null, null, ip, at),
                },
                Bid(2) with
                {
                    Machine = new MachineFacts(null, null, null, null, ip, at.AddMinutes(minutes)),
                }
            )
            .ShouldBe(found ? ["B001 B002 env.ip_time"] : []);
    }

    [Theory]
    [InlineData("魏永某", true)]
    [InlineData("邓某", false)] // the form's author
    [InlineData("Administrator", false)]
    [InlineData("微软用户", false)]
    [InlineData("WPS", false)]
    public void An_author_is_shared_unless_everybody_has_him(string author, bool found) =>
        Codes(
                Bid(1) with
                {
                    Traces = new DocumentTraces { Author = author },
                },
                Bid(2) with
                {
                    Traces = new DocumentTraces { Author = author },
                }
            )
            .ShouldBe(found ? ["B001 B002 meta.author"] : []);

    [Theory]
    [InlineData("无名打字社", true)]
    [InlineData("Microsoft China", false)]
    [InlineData("P R C", false)] // systems come installed with it
    [InlineData("Hewlett-Packard Company", false)]
    public void A_company_is_shared_unless_software_puts_it_in(string company, bool found)
    {
        var traces = new DocumentTraces { Company = company };
        Codes(Bid(1) with { Traces = traces }, Bid(2) with { Traces = traces }).ShouldBe(found ? ["B001 B002 meta.company"] : []);
    }

    [Fact]
    public void What_the_bid_form_left_in_the_files_is_nobodys()
    {
        var traces = new DocumentTraces
        {
            Created = Field.Template!.Created,
            RevisionIds = Field.Template.RevisionIds,
            Pictures = Field.Template.Pictures,
        };
        Codes(Bid(1) with { Traces = traces }, Bid(2) with { Traces = traces }).ShouldBeEmpty();
    }

    [Fact]
    public void Other_traces_are_shared()
    {
        var traces = new DocumentTraces
        {
            LastModifiedBy = "阎某",
            Company = "无名设计工作室",
            Created = new DateTimeOffset(2020, 2, 1, 4, 51, 0, TimeSpan.Zero),
            RevisionIds = new HashSet<string> { "00111111", "00222222" },
            Pictures = new HashSet<string> { "AA" },
        };
        Codes(Bid(1) with { Traces = traces }, Bid(2) with { Traces = traces })
            .ShouldBe(
                [
                    "B001 B002 meta.company",
                    "B001 B002 meta.created",
                    "B001 B002 meta.image",
                    "B001 B002 meta.last_modified_by",
                    "B001 B002 meta.rsid",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_security_from_the_same_account_is_a_ground_whoever_it_names()
    {
        var payer = new PayerOfSecurity("浙江第1建设有限公司", "3305059721728885338");
        Codes(Bid(1) with { Payer = payer }, Bid(2) with { Payer = payer }).ShouldBe(["B001 B002 id.bank"]);
        Codes(Bid(1), Bid(2) with { Payer = payer with { Account = null } }).ShouldBe(["B001 B002 id.bank"]);
    }

    [Theory]
    [InlineData("退还保证金请转入账户 3305 0597 2172 8885 338。\n", null, "id.bank")]
    [InlineData("本单位设在嘉兴市中山路 946号，可现场踏勘。\n", null, "id.address")]
    [InlineData("退还保证金请转入账户 3305 0597 2172 8885 338。\n", "账号3305059721728885338", null)] // another firm had it before
    public void Ones_account_and_address_in_the_others_text_are_told(string text, string? earlier, string? code)
    {
        var one = Bid(1) with
        {
            Payer = new PayerOfSecurity("浙江第1建设有限公司", "3305059721728885338"),
            Contact = new ContactOfBidder(null, null, null, null, "嘉兴市中山路946号"),
        };
        Codes(Field with { Bids = [one, Bid(2) with { Text = text }, Bid(3)] }, new EarlierBid("H1", "嘉兴第9建设有限公司", earlier ?? ""))
            .ShouldBe(code is null ? [] : [$"B001 B002 {code}"]);
    }

    [Fact]
    public void Contacts_and_addresses_are_shared()
    {
        var contact = new ContactOfBidder(null, "17744300000", null, "a1@example.com", "嘉兴市中山路946号");
        Codes(Bid(1) with { Contact = contact }, Bid(2) with { Contact = contact })
            .ShouldBe(["B001 B002 id.address", "B001 B002 id.email", "B001 B002 id.phone"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("浙江省 嘉兴市中山路946号", true)]
    [InlineData("嘉兴市中山路947号", false)]
    public void An_address_is_the_same_with_and_without_its_province(string address, bool same)
    {
        ComparedBid At(int n, string at) => Bid(n) with { Contact = new ContactOfBidder(null, null, null, null, at) };
        Codes(At(1, "嘉兴市中山路946号"), At(2, address)).ShouldBe(same ? ["B001 B002 id.address"] : []);
    }

    [Fact]
    public void The_agents_telephone_and_a_suppliers_are_nobodys()
    {
        const string text =
            "招标代理机构联系人邓某，电话0573-84087660。\n防水材料由无名防水科技有限公司供应，服务热线400-564-7069，手机13812345678。\n";
        Codes(Bid(1) with { Text = text }, Bid(2) with { Text = text }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("联系电话 138-1234-5678，座机（0573） 8408 7661，电子邮箱 A1@Example.com，地址：嘉兴市中山路 946号")]
    [InlineData("联系电话 138 1234 5678，座机0573－84087661，电子邮箱 a1＠example.com，地址：嘉兴市中山路９４６号")]
    public void A_number_is_the_same_however_it_is_parted_and_written(string earlier)
    {
        var contact = new ContactOfBidder(null, "13812345678", "0573-84087661", "a1@example.com", "嘉兴市中山路946号");
        ComparedBid[] bids = [Bid(1) with { Contact = contact }, Bid(2) with { Contact = contact }, Bid(3)];
        // In an earlier bid of another firm and in the tender it explains, in the other's papers it is told.
        Codes(Field with { Bids = bids }, new EarlierBid("H1", "嘉兴第9建设有限公司", earlier)).ShouldBeEmpty();
        Codes(Field with { Bids = bids, Text = earlier }).ShouldBeEmpty();
        Codes(bids[0], Bid(2) with { Text = $"{earlier}。\n" })
            .ShouldBe(["B001 B002 id.address", "B001 B002 id.email", "B001 B002 id.phone"], ignoreOrder: true);
    }

    [Fact]
    public void A_person_is_shared_by_number_and_not_by_name()
    {
        Codes(
                Bid(1) with
                {
                    Text = "质量员\t谢某某\t330421197401256691\t工程师\n",
                },
                Bid(2) with
                {
                    Text = "安全员\t谢某某\t330421197401256691\t工程师\n",
                }
            )
            .ShouldBe(["B001 B002 id.staff"]);
        Codes(
                Bid(1) with
                {
                    Text = "质量员\t谢某某\t330421197401256691\t工程师\n",
                },
                Bid(2) with
                {
                    Text = "安全员\t谢某某\t330421198804120011\t工程师\n",
                }
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_persons_number_is_the_same_however_it_is_parted_and_written() =>
        Codes(
                Bid(1) with
                {
                    Text = "质量员\t谢某某\t33042119740125669X\t工程师\n",
                },
                Bid(2) with
                {
                    Text = "安全员\t谢某某\t330421 19740125 669x\t工程师\n",
                }
            )
            .ShouldBe(["B001 B002 id.staff"]);

    [Theory]
    [InlineData("浙江第1建设有限公司", true)]
    [InlineData("浙江第3建设有限公司", false)] // a bidder here that does not hold the number is a third firm too
    [InlineData("嘉兴第9建设有限公司", false)]
    [InlineData(null, false)]
    public void A_persons_number_in_earlier_bids_is_explained_by_those_of_third_firms(string? firm, bool told)
    {
        const string staff = "质量员\t谢某某\t330421197401256691\t工程师\n";
        Codes(Field with { Bids = [Bid(1) with { Text = staff }, Bid(2) with { Text = staff }, Bid(3)] }, new EarlierBid("H1", firm, staff))
            .ShouldBe(told ? ["B001 B002 id.staff"] : []);
    }

    [Fact]
    public void One_bidders_representative_in_the_others_papers_is_told() =>
        Codes(Bid(1) with { LegalRepresentative = "白某雨" }, Bid(2) with { Text = "授权代表：白某雨，负责本次投标。\n" })
            .ShouldBe(["B001 B002 id.legal"]);

    [Theory]
    [InlineData("白雨", "授权委托书由法定代表人白雨签署。\n", null, true)]
    [InlineData("白雨", "授权委托书：本人白雨系某公司的法定代表人。\n", null, true)]
    [InlineData("白雨", "授权委托书由法定代表人白雨佳签署。\n", null, false)] // another's name begins so
    [InlineData("白雨", "", "白雨", true)]
    [InlineData("白某", "", "白某", false)] // stands for any
    public void A_representatives_name_of_two_characters_is_told_where_it_stands_whole(string name, string text, string? contact, bool told)
    {
        var other = Bid(2) with { Text = text, Contact = new ContactOfBidder(contact, null, null, null, null) };
        Codes(Bid(1) with { LegalRepresentative = name }, other).ShouldBe(told ? ["B001 B002 id.legal"] : []);
    }

    [Fact]
    public void Another_bidders_or_another_projects_name_left_in_the_text_is_told()
    {
        Codes(Bid(1), Bid(2) with { Text = "浙江第1建设有限公司承诺认真履行合同。\n" }).ShouldBe(["B001 B002 text.leftover"]);
        const string foreign = "本次投入满足西塘新区公路桥梁新建工程（一标段）的总体要求。\n";
        Codes(Bid(1) with { Text = foreign }, Bid(2) with { Text = foreign }).ShouldContain("B001 B002 text.leftover");
        const string past = "项目名称\t金额\n西塘新区公路桥梁新建工程\t1234\n";
        Codes(Bid(1) with { Text = past }, Bid(2) with { Text = past }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "嘉善县无名镇道路工程投标文件\n投标人：嘉兴第9建设有限公司\n第一章 部署\n参照天凝镇农贸市场改建工程的经验，确保工期。\n",
        false
    )]
    [InlineData("天凝镇农贸市场改建工程投标文件\n投标人：嘉兴第9建设有限公司\n第一章 部署\n天凝镇农贸市场改建工程确保工期。\n", true)] // its own project
    [InlineData("嘉善县无名镇道路工程投标文件\n投标人：嘉兴第9建设有限公司\n类似业绩\n天凝镇农贸市场改建工程\t1234.5\t2015年3月\n", true)] // a list of past works
    public void A_project_that_third_firms_name_in_bids_for_others_is_an_example_of_the_trades(string earlier, bool told)
    {
        const string text = "参照天凝镇农贸市场改建工程的经验，确保工期。\n";
        Codes(
                Field with
                {
                    Bids = [Bid(1) with { Text = text }, Bid(2) with { Text = text }, Bid(3)],
                },
                new EarlierBid("H1", "嘉兴第9建设有限公司", earlier)
            )
            .Contains("B001 B002 text.leftover")
            .ShouldBe(told);
    }

    [Theory]
    [InlineData("西塘小学教学楼扩建工程", true)]
    [InlineData("姚庄幼儿园迁建工程", true)]
    [InlineData("天凝标准厂房建设项目", true)]
    [InlineData("小学扩建工程", false)] // no place before it
    [InlineData("单层厂房钢结构工程", false)] // a kind of work
    [InlineData("嘉善县各小区项目经理", false)] // a post
    public void A_project_named_by_its_institution_is_a_name_and_a_post_is_none(string words, bool told)
    {
        var text = $"经验有三。{words}的做法在此适用。\n";
        Codes(Bid(1) with { Text = text }, Bid(2) with { Text = text }).ShouldBe(told ? ["B001 B002 text.leftover"] : []);
    }

    private static ComparedBid Priced(int n, Func<int, decimal> price, Func<int, decimal>? times = null) =>
        Bid(n) with
        {
            Bill = Enumerable
                .Range(1, 60)
                .Select(i => new BillLine(
                    $"{i}",
                    $"0{1 + i / 20}0101{i:000}001",
                    "某项",
                    10,
                    price(i),
                    price(i) * 10 * (times?.Invoke(i) ?? 1)
                ))
                .ToList(),
        };

    private static decimal Own(int bidder, int line)
    {
        var dice = new Dice((ulong)(bidder * 1000 + line));
        return Math.Round((decimal)(50 + line + 12 * dice.Unit()), 2);
    }

    [Fact]
    public void Prices_of_ones_own_are_no_pattern() => Codes(Priced(1, i => Own(1, i)), Priced(2, i => Own(2, i))).ShouldBeEmpty();

    [Fact]
    public void Equal_proportional_and_patterned_prices_are_told()
    {
        Codes(Priced(1, i => Own(1, i)), Priced(2, i => Own(i % 3 == 0 ? 2 : 1, i))).ShouldBe(["B001 B002 price.identical"]);
        Codes(Priced(1, i => Own(1, i)), Priced(2, i => Math.Round(Own(1, i) * 0.973m, 2))).ShouldBe(["B001 B002 price.ratio"]);
        Codes(Priced(1, i => Own(1, i)), Priced(2, i => Math.Round(Own(1, i) * (0.93m + 0.04m * (i / 20)), 2)))
            .ShouldBe(["B001 B002 price.pattern"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // as many ratios, but not by section
    public void A_ratio_for_each_small_section_of_the_code_is_a_pattern(bool bySection)
    {
        // Fifteen sections of four lines, 0101 to 0115.
        static ComparedBid Sectioned(ComparedBid bid) =>
            bid with
            {
                Bill = bid.Bill.Select((line, i) => line with { Code = $"01{1 + i / 4:00}01{i:000}001" }).ToList(),
            };
        Codes(
                Sectioned(Priced(1, i => Own(1, i))),
                Sectioned(Priced(2, i => Math.Round(Own(1, i) * (0.9m + 0.012m * (bySection ? (i - 1) / 4 : (i - 1) % 15)), 2)))
            )
            .ShouldBe(bySection ? ["B001 B002 price.pattern"] : []);
    }

    [Fact]
    public void The_same_wrong_products_are_told() =>
        Codes(Priced(1, i => Own(1, i), i => i is 7 or 21 ? 1.1m : 1), Priced(2, i => Own(2, i), i => i is 7 or 21 ? 1.1m : 1))
            .ShouldBe(["B001 B002 price.errors"]);

    [Fact]
    public void A_price_that_the_tender_fixes_is_nobodys()
    {
        var blank = Enumerable.Range(1, 60).Select(i => new BlankLine($"{i}", $"0{1 + i / 20}0101{i:000}001", "某项", Own(1, i))).ToList();
        Codes(Field with { BlankBill = blank, Bids = [Priced(1, i => Own(1, i)), Priced(2, i => Own(1, i))] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2_500_000.00, 2_530_000.00, 2_560_000.00, "price.arithmetic")]
    [InlineData(2_500_000.00, 2_550_000.00, 2_601_000.00, "price.geometric")]
    [InlineData(2_500_000.00, 2_530_000.00, 2_563_100.00, null)]
    public void Totals_of_three_in_steps_are_told(double one, double other, double third, string? code)
    {
        var totals = new[] { one, other, third };
        var tender = Field with { Bids = totals.Select((t, i) => Bid(i + 1) with { Total = (decimal)t }).ToList() };
        Codes(tender).ShouldBe(code is null ? [] : [$"B001 B002 {code}", $"B001 B003 {code}", $"B002 B003 {code}"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("F4-1E-AB-01-02-03", true)]
    [InlineData(null, false)] // of so many totals some are so near to a row by chance
    public void Totals_that_were_rounded_in_a_row_are_told_of_those_whom_something_else_ties(string? mac, bool told)
    {
        var totals = new[]
        {
            1_943_634.89m,
            1_970_363.79m,
            1_997_100.04m,
            1_794_604.43m,
            1_806_632.03m,
            1_856_130.05m,
            1_872_614.38m,
            1_900_046.46m,
        };
        var tender = Field with
        {
            Bids = totals
                .Select(
                    (t, i) => Bid(i + 1) with { Total = t, Machine = i < 3 ? new MachineFacts(mac, null, null, null, null, null) : null }
                )
                .ToList(),
        };
        Codes(tender).Count(c => c.EndsWith("price.arithmetic", StringComparison.Ordinal)).ShouldBe(told ? 3 : 0);
    }

    [Fact]
    public void Spans_count_code_points()
    {
        var writing = Writing.Of("𠮷利，甲乙");
        writing.Span(2, 4).ShouldBe(new TextSpan(1, 4));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // no earlier bid has the stock sections that exactly two bidders use
    public void Small_corpora_hold_the_floors_and_the_plain_count_is_beaten(bool known)
    {
        var marks = new Marks();
        var rival = new List<(int, bool)>();
        foreach (var seed in new ulong[] { 501, 502, 503 })
            InFolder(folder =>
            {
                var corpus = ShamCorpus.Write(
                    folder,
                    seed,
                    new ShamManner
                    {
                        Letters = 10_000,
                        Histories = 12,
                        Known = known,
                    }
                );
                var input = SimilarityFolder.Read(folder);
                marks.Add(corpus, SimilarityAnalysis.Of(input));
                rival.AddRange(ShamRival.Count(corpus, input));
            });
        marks.AllF1.ShouldBeGreaterThanOrEqualTo(0.9, $"{marks}{string.Join('\n', marks.Errors)}");
        marks.PairPrecision.ShouldBeGreaterThanOrEqualTo(0.95);
        marks.CopyF1.ShouldBeGreaterThanOrEqualTo(0.9);
        marks.CopyF1.ShouldBeGreaterThan(ShamRival.BestF1(rival));
        marks.DecoysReported.ShouldBeLessThanOrEqualTo(marks.Decoys / 100);
    }

    [Fact]
    public void Text_that_was_reworked_with_numbers_near_the_old_ones_is_told()
    {
        var marks = new Marks();
        foreach (var seed in new ulong[] { 511, 512, 513 })
            InFolder(folder =>
            {
                var manner = new ShamManner
                {
                    Letters = 10_000,
                    Histories = 6,
                    NearNumbers = true,
                    Ways = ["reworked"],
                };
                var corpus = ShamCorpus.Write(folder, seed, manner);
                marks.Add(corpus, SimilarityAnalysis.Of(SimilarityFolder.Read(folder)));
            });
        marks.CopyF1.ShouldBeGreaterThanOrEqualTo(0.9, $"{marks}{string.Join('\n', marks.Errors)}");
    }

    private static readonly ShamManner Small = new()
    {
        Tenders = 1,
        Letters = 3000,
        Plant = false,
    };

    private static string Paragraphs(ulong seed, int count)
    {
        var dice = new Dice(seed);
        return string.Concat(
            Enumerable
                .Range(0, count)
                .Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => $"{Said.New(dice, dice.Of(ShamWords.Patterns))}。")) + "\n")
        );
    }

    private static List<string> Codes(string one, string other) => CodesInTrade(Bid(1) with { Text = one }, Bid(2) with { Text = other });

    // Earlier bids of other firms show the manner in which the trade writes.
    private static List<string> CodesInTrade(ComparedBid one, ComparedBid other) =>
        Codes(
            Field with
            {
                Bids = [one, other, Bid(3), Bid(4)],
            },
            [.. Enumerable.Range(0, 12).Select(n => new EarlierBid($"H{n}", $"嘉兴第{n}建设有限公司", Paragraphs(100 + (ulong)n, 40)))]
        );

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
    [InlineData(new int[0], true)]
    [InlineData(new[] { 99 }, false)] // an earlier bid of a third firm has its sentences, with other numbers
    [InlineData(new[] { 1 }, true)] // one of the two had them, and the other took them
    [InlineData(new[] { 1, 2 }, false)] // both had them, each in its own earlier bid
    public void A_passage_of_set_phrases_is_explained_by_who_has_its_sentences_and_not_by_many_who_have_its_phrases(int[] known, bool told)
    {
        var copied = Paragraphs(82, 5);
        var letters = Writing.Of(copied).Letters;
        // Every firm has another phrase of it, and nearly all that it says stands somewhere.
        var phrases = Enumerable
            .Range(0, letters.Length / 6)
            .Where(i => i % 5 > 0)
            .Select(i => new EarlierBid(
                $"H{i}",
                $"嘉兴第{i % 40}建设有限公司",
                $"{new string(letters, i * 6, Math.Min(15, letters.Length - i * 6))}。"
            ));
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
                [.. phrases, .. known.Select(n => new EarlierBid($"E{n}", $"浙江第{n}建设有限公司", WithFirstNumber(copied, 3)))]
            )
            .ShouldBe(told ? ["B001 B002 text.copy"] : []);
    }

    private static string WithFirstNumber(string text, int more) =>
        new System.Text.RegularExpressions.Regex("[0-9]+").Replace(
            text,
            m =>
                (int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture) + more).ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                ),
            1
        );

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

    [Theory]
    [InlineData("质亮通病", "质亮检查", "质亮标准", true)]
    [InlineData("验收表格", "验收表格", "验收表格", false)] // others write 验收合格 there, but a form is no mistyped 合格
    public void An_error_breaks_a_word_and_another_word_is_none(string one, string other, string third, bool told)
    {
        static string Said(string one, string other, string third) =>
            $"钢筋焊接处{one}由班长逐项登记。防水卷材边{other}每日一次。模板支撑下{third}留在现场备查。\n";
        var right = string.Concat(
            Enumerable.Repeat(Said("质量通病", "质量检查", "质量标准") + Said("验收合格", "验收合格", "验收合格"), 10)
        );
        var same = Bid(1) with { Text = Said(one, other, third) };
        Codes(Field with { Bids = [same, same with { Id = "B002" }, Bid(3) with { Text = right }] })
            .Contains("B001 B002 text.typo")
            .ShouldBe(told);
    }

    [Theory]
    [InlineData("质亮", "，", true)]
    [InlineData("质亮", "）", false)] // a heading in brackets
    [InlineData("质地", "，", false)] // met elsewhere
    public void An_error_at_the_end_of_a_clause_is_told_by_what_stands_before_it(string last, string stop, bool told)
    {
        string Said(string quality, string last) =>
            $"钢筋焊接处{quality}通病逐项登记。防水卷材边{quality}检查每日一次。模板支撑下先看{last}{stop}再由班长备查。竹木地板要看{last}{stop}再由库管登记。\n";
        var right = string.Concat(Enumerable.Repeat(Said("质量", "质量"), 100)) + string.Concat(Enumerable.Repeat("地板质地细密。", 40));
        var same = Bid(1) with { Text = Said("质亮", last) };
        Codes(Field with { Bids = [same, same with { Id = "B002" }, Bid(3) with { Text = right }] })
            .Contains("B001 B002 text.typo")
            .ShouldBe(told);
    }

    [Fact]
    public void Paragraphs_that_hold_the_shared_errors_are_that_finding_and_not_another()
    {
        var right = string.Concat(Enumerable.Repeat("钢筋焊接质量通病要登记。防水卷材质量检查不拖延。模板支撑质量标准须备查。\n", 10));
        string[] stock =
        [
            $"为此钢筋焊接处质亮通病由班长逐项登记。{Paragraphs(31, 1)}",
            $"为此防水卷材边质亮检查由班长每日一次。{Paragraphs(32, 1)}",
            $"为此模板支撑下质亮标准由班长现场备查。{Paragraphs(33, 1)}",
        ];
        ComparedBid With(int n) =>
            Bid(n) with
            {
                Text =
                    "第一章 施工部署\n"
                    + string.Concat(stock.Select((p, i) => Paragraphs((ulong)(n * 10 + i), 4) + p))
                    + $"{Paragraphs((ulong)(n * 10 + 7), 4)}第二章 质量保证\n{Paragraphs((ulong)(n * 10 + 8), 6)}",
            };
        Codes(Field with { Bids = [With(1), With(2), Bid(3) with { Text = right }, Bid(4)] }).ShouldBe(["B001 B002 text.typo"]);
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

    [Fact]
    public void Damaged_files_are_warned_of_and_the_rest_is_compared() =>
        InFolder(folder =>
        {
            ShamCorpus.Write(folder, 77, Small with { Bidders = 6, Histories = 2 });
            string Of(string name) => Path.Combine(folder, "T001", name);
            File.WriteAllText(Of("bids/B001/technical.docx"), "no zip");
            File.WriteAllText(Of("bids/B002/envelope.json"), "{ \"bidder\": ");
            File.Delete(Of("bids/B003/technical.txt"));
            File.WriteAllBytes(Of("bids/B004/technical.txt"), [0xE5, 0x98, 0xFF, 0x41]);
            File.WriteAllText(Of("bids/B005/boq.csv"), "序号,项目编码\n1,x\n");
            File.Delete(Of("opening.json"));
            Directory.Delete(Of("bids/B006"), recursive: true);
            Directory.CreateDirectory(Of("bids/B006"));
            File.Delete(Path.Combine(folder, "manifest.json"));

            var report = SimilarityAnalysis.Of(SimilarityFolder.Read(folder));

            report.Tenders.Count.ShouldBe(1);
            foreach (
                var file in new[]
                {
                    "manifest.json",
                    "T001/bids/B001/technical.docx",
                    "T001/bids/B002/envelope.json",
                    "T001/bids/B003/technical.txt",
                    "T001/bids/B004/technical.txt",
                    "T001/bids/B005/boq.csv",
                    "T001/bids/B006/technical.txt",
                    "T001/opening.json",
                }
            )
                report.Warnings.ShouldContain(w => w.StartsWith($"{file}: ", StringComparison.Ordinal));
        });

    [Fact]
    public void The_text_of_the_office_file_stands_in_for_a_missing_one() =>
        InFolder(folder =>
        {
            ShamCorpus.Write(folder, 78, Small with { Bidders = 2, Histories = 0 });
            var text = Path.Combine(folder, "T001/bids/B001/technical.txt");
            var was = File.ReadAllText(text);
            File.Delete(text);
            SimilarityFolder.Read(folder).Tenders[0].Bids[0].Text.ShouldBe(was);
        });

    [Fact]
    public void The_report_has_the_form_that_was_agreed()
    {
        var report = new SimilarityReport(
            [
                new TenderLikeness(
                    "T001",
                    [
                        new LikePair(
                            "B003",
                            "B011",
                            0.93,
                            [
                                new LikenessReason("text.copy", LikenessGrade.Strong, 0.9, "x")
                                {
                                    InA = [new TextSpan(120, 980)],
                                    InB = [new TextSpan(4410, 5262)],
                                },
                            ]
                        ),
                    ]
                ),
            ],
            ["w"]
        );
        using var to = new MemoryStream();
        report.Write(to);
        using var read = JsonDocument.Parse(Encoding.UTF8.GetString(to.ToArray()));
        var reason = read.RootElement.GetProperty("tenders")[0].GetProperty("pairs")[0].GetProperty("reasons")[0];
        reason.GetProperty("grade").GetString().ShouldBe("strong");
        reason.GetProperty("spans").GetProperty("b")[0][1].GetInt32().ShouldBe(5262);
        read.RootElement.GetProperty("warnings")[0].GetString().ShouldBe("w");
    }

    private static void InFolder(Action<string> what)
    {
        var folder = Directory.CreateTempSubdirectory("similarity-").FullName;
        try
        {
            what(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
