using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>What was planted into two bids, and where.</summary>
/// <param name="Text">How the text was copied: verbatim, reworked, reworded, scattered; null if it was not.</param>
internal sealed record Planted(string Tender, string A, string B, HashSet<string> Codes, string? Text)
{
    public List<TextSpan> InA { get; } = [];
    public List<TextSpan> InB { get; } = [];
}

/// <summary>Something honest that looks alike and must not be reported.</summary>
internal sealed record Decoy(string Tender, string A, string B, string Code, string Kind);

/// <summary>
/// Invented tenders in the layout of similarity analysis: honest bids with everything that honest bids share, and planted collusion of graded
/// difficulty. No firm, person or number in it exists.
/// </summary>
internal sealed class ShamCorpus
{
    private readonly Dice dice;
    private readonly string root;
    private readonly int letters;
    private readonly List<List<Para>> stock = [];
    private readonly List<Para> stockParagraphs = [];
    private readonly List<Para> threadbare = [];
    private int tag;
    private bool known = true;

    public List<Planted> Planted { get; } = [];
    public List<Decoy> Decoys { get; } = [];

    private sealed class Para(List<Said> sentences)
    {
        public List<Said> Sentences = sentences;
        public List<HashSet<int>> Tags = sentences.Select(_ => new HashSet<int>()).ToList();
        public string Prefix = "";

        public Para Copy() =>
            new(Sentences.Select(s => s.Copy()).ToList()) { Prefix = Prefix, Tags = Tags.Select(t => new HashSet<int>(t)).ToList() };
    }

    private sealed class Bidder
    {
        public string Id = "";
        public string Firm = "";
        public string Legal = "";
        public string ContactName = "",
            Phone = "",
            Tel = "",
            Email = "",
            Address = "";
        public string Mac = "",
            Disk = "",
            Cpu = "",
            Ca = "",
            Lock = "",
            Ip = "";
        public DateTimeOffset Uploaded;
        public string Payer = "",
            Account = "";
        public string Author = "",
            Last = "",
            Company = "";
        public DateTimeOffset Created;
        public List<string> Rsids = [];
        public List<byte[]> Images = [];
        public List<(string Heading, List<Para> Paras)> Sections = [];
        public List<string[]> Staff = [];
        public List<string> Loose = [];
        public List<string[]> Works = [];
        public double[] Prices = [];
        public Dictionary<int, double> WrongAmounts = [];
        public double Measures;
        public double? Total;
        public bool Ringed;
    }

    private ShamCorpus(string root, ulong seed, int letters)
    {
        (this.root, this.letters) = (root, letters);
        dice = new Dice(seed);
        for (var i = 0; i < 26; i++)
            stock.Add(Enumerable.Range(0, dice.Between(4, 6)).Select(_ => Paragraph(0.003)).ToList());
        for (var i = 0; i < 30; i++)
            stockParagraphs.Add(Paragraph(0.003));
    }

    /// <param name="letters">Letters of a bid, about.</param>
    /// <param name="known">Whether the history has the stock sections that exactly two bidders use.</param>
    public static ShamCorpus Write(
        string root,
        ulong seed,
        int tenders = 2,
        int bidders = 9,
        int letters = 20_000,
        int histories = 18,
        bool plant = true,
        bool known = true
    )
    {
        var corpus = new ShamCorpus(root, seed, letters) { known = known };
        Directory.CreateDirectory(root);
        var ids = Enumerable.Range(1, tenders).Select(t => $"T{t:000}").ToList();
        File.WriteAllText(
            Path.Combine(root, "manifest.json"),
            JsonSerializer.Serialize(
                new
                {
                    version = 1,
                    tenders = ids.Select(id => new
                    {
                        id,
                        bidders,
                        dir = id,
                    }),
                }
            )
        );
        foreach (var id in ids)
            corpus.Tender(id, bidders, plant);
        corpus.History(histories);
        return corpus;
    }

    private Para Paragraph(double typos)
    {
        var sentences = Enumerable
            .Range(0, dice.Between(3, 6))
            .Select(_ =>
            {
                var said = Said.New(dice, $"{dice.Of(ShamWords.Openers)}{dice.Of(ShamWords.Patterns)}{dice.Of(ShamWords.Closers)}");
                if (dice.Chance(typos * 4))
                    Mistype(said);
                return said;
            })
            .ToList();
        return new Para(sentences);
    }

    private bool Mistype(Said said)
    {
        var words = said.ToString();
        var fitting = ShamWords.Typos.Where(t => words.Contains(t.Right, StringComparison.Ordinal)).ToList();
        if (fitting.Count == 0 || said.Typo is not null)
            return false;
        said.Typo = dice.Of(fitting);
        return true;
    }

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => dice.Next(10)));

    private string Hex(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "0123456789ABCDEF"[dice.Next(16)]));

    private string PersonNumber() =>
        $"330421{dice.Between(1962, 1996)}{dice.Between(1, 12):00}{dice.Between(1, 28):00}{Digits(3)}{"0123456789X"[dice.Next(11)]}";

    private string Mobile() => $"1{dice.Of(new[] { "36", "39", "58", "77", "50", "86" })}{Digits(8)}";

    private string Project() =>
        $"{dice.Of(new[] { "干窑镇", "姚庄镇", "西塘镇", "天凝镇", "陶庄镇", "洪溪新区", "范泾街道", "俞汇街道", "大云镇", "惠民街道" })}{dice.Of(new[] { "安置房三期", "文化中心装修", "污水管网改造", "道路提升改造", "幼儿园迁建", "公路桥梁新建", "河道整治", "农贸市场改建", "卫生院扩建" })}工程";

    private int firms;

    private string Firm()
    {
        var name =
            $"{dice.Of(new[] { "浙江", "嘉兴", "嘉善县", "嘉善", "" })}{dice.Of(new[] { "立信", "巨匠", "东海", "联创", "鼎力", "万泰", "金桥", "海宁", "信达", "南湖", "广厦", "宏图", "恒基", "永兴" })}{(char)('甲' + firms % 3)}{dice.Of(new[] { "泰", "业", "东", "新", "华", "盛", "源" })}{dice.Of(ShamWords.Given)}{dice.Of(new[] { "建设", "建筑工程", "交通工程", "水利工程", "市政园林", "建设集团" })}有限公司";
        firms++;
        return name;
    }

    private Bidder NewBidder(
        string id,
        DateTimeOffset opening,
        DateTimeOffset templateCreated,
        List<string> templateRsids,
        string agentName
    )
    {
        var bidder = new Bidder
        {
            Id = id,
            Firm = Firm(),
            Legal = ShamWords.Person(dice),
            ContactName = ShamWords.Person(dice),
            Phone = Mobile(),
            Tel = $"0573-8{Digits(7)}",
            Email = $"{Hex(7).ToLowerInvariant()}@{dice.Of(new[] { "163.com", "qq.com", "sina.com" })}",
            Address = $"嘉兴市{dice.Of(new[] { "中山路", "环城路", "解放路", "人民路", "花园路", "车站路" })}{dice.Between(1, 990)}号",
            Mac = $"{dice.Of(new[] { "3C-19", "F4-0E", "8C-BF", "00-DD", "3C-D4", "00-56" })}-{Hex(2)}-{Hex(2)}-{Hex(2)}-{Hex(2)}",
            Disk = $"WD-{Hex(9)}",
            Cpu = $"BFEBFBFF{Hex(8)}",
            Ca = $"CA{Digits(10)}",
            Lock = $"PB{Digits(8)}",
            Ip = $"{dice.Between(60, 125)}.{dice.Between(1, 250)}.{dice.Between(1, 250)}.{dice.Between(1, 250)}",
            Uploaded = opening.AddMinutes(-dice.Between(60, 4000)).AddSeconds(dice.Next(60)),
            Account = $"33050{Digits(14)}",
        };
        bidder.Payer = bidder.Firm;
        var fromForm = dice.Chance(0.5);
        var person =
            dice.Chance(0.35) ? dice.Of(new[] { "Administrator", "微软用户", "admin", "WPS", "Microsoft Office User", "user" })
            : dice.Chance(0.5) ? $"{Hex(4).ToLowerInvariant()}pc"
            : ShamWords.Person(dice);
        bidder.Author = fromForm ? agentName : person;
        bidder.Last = person;
        bidder.Company = dice.Chance(0.5) ? bidder.Firm : dice.Of(new[] { "", "Lenovo", "微软中国", "China" });
        bidder.Created = fromForm ? templateCreated : opening.AddDays(-dice.Between(3, 25)).AddMinutes(dice.Next(1400));
        bidder.Rsids = Enumerable.Range(0, dice.Between(12, 24)).Select(_ => $"00{Hex(6)}").ToList();
        if (fromForm)
            bidder.Rsids.AddRange(templateRsids);
        bidder.Images = Enumerable.Range(0, dice.Between(1, 3)).Select(_ => Image()).ToList();
        bidder.Staff = ShamWords
            .Posts.Take(9)
            .Select(post =>
                new[]
                {
                    post,
                    ShamWords.Person(dice),
                    PersonNumber(),
                    dice.Of(new[] { "工程师", "高级工程师", "二级建造师", "一级建造师" }),
                    Mobile(),
                }
            )
            .ToList();
        bidder.Works = Enumerable
            .Range(0, dice.Between(2, 4))
            .Select(_ =>
                new[] { Project(), $"{dice.Between(200, 9000)}.{dice.Next(10)}", $"{dice.Between(2010, 2019)}年{dice.Between(1, 12)}月" }
            )
            .ToList();
        return bidder;
    }

    private byte[] Image()
    {
        var bytes = new byte[600];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)dice.Next(256);
        return bytes;
    }

    private readonly List<(string Firm, string Legal, List<List<Para>> Library, string? Leftover)> libraries = [];
    private readonly List<List<Para>> mustBeInHistory = [];
    private readonly List<List<Para>> twos = [];

    private List<Para> Touch(List<Para> section) =>
        section
            .Select(p =>
            {
                var copy = p.Copy();
                copy.Sentences = copy.Sentences.Select(s => s.Touched(dice, 0.03)).ToList();
                return copy;
            })
            .ToList();

    private string Heading(int chapter, int section) =>
        $"{chapter}.{section} {dice.Of(new Func<string>[] { () => $"{dice.Of(ShamWords.Parts)}施工安排", () => $"{dice.Of(ShamWords.Works)}方案", () => $"{dice.Of(ShamWords.Works)}工艺与要点", () => $"{dice.Of(ShamWords.Parts)}质量控制" })()}";

    private List<(string, List<Para>)> Body(List<List<Para>> library, List<Para> tenderParagraphs)
    {
        var sections = new List<(string, List<Para>)>();
        var wanted = letters;
        var number = 0;
        foreach (var section in library)
            Append(Touch(section));
        while (wanted > 0)
        {
            if (dice.Chance(0.2))
            {
                Append(Touch(dice.Of(stock)));
                continue;
            }
            var paras = new List<Para>();
            for (var count = dice.Between(3, 7); count > 0; count--)
                paras.Add(
                    dice.Chance(0.04) ? Touch([dice.Of(stockParagraphs)])[0]
                    : dice.Chance(0.08) && tenderParagraphs.Count > 0 ? Quote(dice.Of(tenderParagraphs))
                    : Paragraph(0.003)
                );
            Append(paras);
        }
        return sections;

        void Append(List<Para> paras)
        {
            number++;
            sections.Insert(sections.Count == 0 ? 0 : dice.Next(sections.Count + 1), (Heading(1 + number / 6, 1 + number % 6), paras));
            wanted -= paras.Sum(p => p.Sentences.Sum(s => s.ToString().Length + 1));
        }

        Para Quote(Para para)
        {
            var copy = para.Copy();
            copy.Prefix = dice.Chance(0.5) ? "响应招标文件要求：" : "";
            return copy;
        }
    }

    private void Tender(string id, int count, bool plant)
    {
        var opening = new DateTimeOffset(2020, 2, 19, 9, 0, 0, TimeSpan.FromHours(8)).AddDays(dice.Next(300));
        var created = opening.AddDays(-44);
        created = created.AddSeconds(-created.Second);
        var agent = ShamWords.Person(dice);
        var agentPhone = $"0573-8{Digits(7)}";
        var templateRsids = Enumerable.Range(0, 6).Select(_ => $"00{Hex(6)}").ToList();
        var templateImage = Image();
        var project = $"嘉善县{Project()}";
        var (terminalMac, terminalDisk) = ($"3C-E1-44-{Hex(2)}-{Hex(2)}-{Hex(2)}", $"ST-{Hex(9)}");
        var tenderParas = Enumerable
            .Range(0, 30)
            .Select(_ => new Para(
                Enumerable
                    .Range(0, dice.Between(1, 4))
                    .Select(_ => Said.New(dice, dice.Of(ShamWords.TenderPatterns) + dice.Of(ShamWords.Closers)))
                    .ToList()
            ))
            .ToList();
        var bidders = Enumerable.Range(1, count).Select(n => NewBidder($"B{n:000}", opening, created, templateRsids, agent)).ToList();
        foreach (var bidder in bidders)
        {
            var library = new List<List<Para>>();
            if (dice.Chance(0.6))
            {
                library.Add(Enumerable.Range(0, 4).Select(_ => Paragraph(0.003)).ToList());
                libraries.Add((bidder.Firm, bidder.Legal, library, null));
            }
            bidder.Sections = Body(library, tenderParas);
        }

        // Stock sections that exactly two bidders use; where the history is rich, an earlier bid of a third firm shows that they are stock.
        for (var i = 0; i < Math.Max(2, count / 4); i++)
        {
            var section = Enumerable.Range(0, 5).Select(_ => Paragraph(0.003)).ToList();
            twos.Add(section);
            if (known)
                mustBeInHistory.Add(section);
            var two = dice.Some(bidders, 2);
            foreach (var bidder in two)
                bidder.Sections.Insert(dice.Next(bidder.Sections.Count + 1), (Heading(2, 9), Touch(section)));
            Decoys.Add(Pair(id, two[0], two[1], LikenessCodes.TextCopy, "stock section of two"));
        }
        Bills(bidders, out var blank);
        foreach (var bidder in bidders)
            bidder.Loose.Add($"招标代理机构联系人{agent}，电话{agentPhone}，如有疑问已按招标文件联系。");
        Honest(id, bidders, (terminalMac, terminalDisk), opening);
        if (plant)
            Rings(id, bidders, opening);
        Save(
            id,
            project,
            opening,
            bidders,
            tenderParas,
            blank,
            (agent, agentPhone),
            (terminalMac, terminalDisk),
            created,
            templateRsids,
            templateImage
        );
    }

    private static Decoy Pair(string tender, Bidder one, Bidder other, string code, string kind) =>
        string.CompareOrdinal(one.Id, other.Id) < 0
            ? new Decoy(tender, one.Id, other.Id, code, kind)
            : new Decoy(tender, other.Id, one.Id, code, kind);

    /// <summary>Likeness that has an explanation.</summary>
    private void Honest(string id, List<Bidder> bidders, (string Mac, string Disk) terminal, DateTimeOffset opening)
    {
        void Among(int count, string kind, string[] codes, Action<Bidder> change)
        {
            var some = dice.Some(bidders, count);
            some.ForEach(change);
            for (var i = 0; i < some.Count; i++)
            for (var j = i + 1; j < some.Count; j++)
                foreach (var code in codes)
                    Decoys.Add(Pair(id, some[i], some[j], code, kind));
        }
        Among(3, "terminal", [LikenessCodes.Mac, LikenessCodes.Disk], b => (b.Mac, b.Disk) = terminal);
        var virtualMac = dice.Of(
            new[]
            {
                "00-50-56-C0-00-01",
                "00-50-56-C0-00-08",
                "0A-00-27-00-00-00",
                "00-15-5D-01-02-03",
                "00-00-00-00-00-00",
                "02-00-4C-4F-4F-50",
            }
        );
        Among(2, "virtual adapter", [LikenessCodes.Mac], b => b.Mac = virtualMac);
        var placeholder = dice.Of(
            new[] { "To be filled by O.E.M.", "Default string", "0000_0000_0000_0000", "None", "System Serial Number", "00000000" }
        );
        Among(2, "placeholder", [LikenessCodes.Disk], b => b.Disk = placeholder);
        var carrier = $"183.{dice.Between(1, 250)}.{dice.Between(1, 250)}.{dice.Between(1, 250)}";
        var hours = 0;
        Among(
            3,
            "carrier address",
            [LikenessCodes.AddressAndTime],
            b =>
            {
                b.Ip = carrier;
                b.Uploaded = opening.AddHours(-3 - 9 * hours++).AddMinutes(-dice.Between(1, 150));
            }
        );
        var usual = dice.Of(new[] { "Administrator", "微软用户", "WPS_1530", "user", "Windows 用户", "lenovo" });
        Among(
            2,
            "default author",
            usual.StartsWith("WPS", StringComparison.Ordinal) ? [] : [LikenessCodes.Author, LikenessCodes.LastModifiedBy],
            b => b.Author = b.Last = usual == "WPS_1530" ? "WPS" : usual
        );
        var hotline = $"400-{Digits(3)}-{Digits(4)}";
        var supplier = $"防水材料拟由{dice.Of(new[] { "江南", "南湖", "太湖" })}防水科技有限公司供应，服务热线{hotline}。";
        Among(2, "supplier", [LikenessCodes.Phone, LikenessCodes.TextLeftover], b => b.Loose.Add(supplier));
        var supplierMobile = $"商品混凝土由嘉善{dice.Of(new[] { "恒固", "磐石" })}商品混凝土有限公司供应，联系电话{Mobile()}。";
        Among(2, "supplier", [LikenessCodes.Phone, LikenessCodes.TextLeftover], b => b.Loose.Add(supplierMobile));
        var same = ShamWords.Person(dice);
        Among(2, "same name, other person", [LikenessCodes.Staff], b => b.Staff[dice.Next(9)][1] = same);
        var work = Project();
        Among(2, "same work in lists", [LikenessCodes.TextLeftover], b => b.Works.Add([work, "1234.5", "2015年3月"]));
    }

    private void Rings(string id, List<Bidder> bidders, DateTimeOffset opening)
    {
        for (var n = 0; n < Math.Max(1, bidders.Count / 5); n++)
        {
            var free = bidders.Where(b => !b.Ringed).ToList();
            var size = dice.Of(new[] { 2, 2, 2, 3, 4 });
            if (free.Count < size + 1)
                return;
            var ring = dice.Some(free, size).OrderBy(b => b.Id, StringComparer.Ordinal).ToList();
            ring.ForEach(b => b.Ringed = true);
            var codes = new HashSet<string>(StringComparer.Ordinal);
            string? text = null;
            var marked = tag;
            if (dice.Chance(0.7))
            {
                text = dice.Of(new[] { "verbatim", "reworked", "reworded", "scattered" });
                codes.Add(LikenessCodes.TextCopy);
                CopyText(ring, text);
            }
            if (dice.Chance(0.3))
            {
                codes.Add(LikenessCodes.TextTypo);
                CopyTypos(ring);
            }
            var others = new List<(string Code, Action Do)>
            {
                (LikenessCodes.TextLeftover, () => Leave(ring)),
                (LikenessCodes.Phone, () => ring.ForEach(b => b.Phone = ring[0].Phone)),
                (LikenessCodes.Email, () => ring.ForEach(b => b.Email = ring[0].Email)),
                (LikenessCodes.Staff, () => ring.ForEach(b => b.Staff[dice.Next(9)] = [.. ring[0].Staff[3]])),
                (LikenessCodes.Bank, () => ring.ForEach(b => (b.Payer, b.Account) = (ring[0].Payer, ring[0].Account))),
                (LikenessCodes.Address, () => ring.ForEach(b => b.Address = ring[0].Address)),
                (
                    LikenessCodes.Author,
                    () =>
                    {
                        var who = ShamWords.Person(dice) + "工";
                        ring.ForEach(b => b.Author = who);
                    }
                ),
                (
                    LikenessCodes.LastModifiedBy,
                    () =>
                    {
                        var who = $"{Hex(5)}-PC";
                        ring.ForEach(b => b.Last = who);
                    }
                ),
                (
                    LikenessCodes.Created,
                    () =>
                    {
                        var at = opening.AddDays(-9).AddMinutes(dice.Next(900));
                        ring.ForEach(b => b.Created = at);
                    }
                ),
                (
                    LikenessCodes.Company,
                    () =>
                    {
                        var where = Firm();
                        ring.ForEach(b => b.Company = where);
                    }
                ),
                (
                    LikenessCodes.Image,
                    () =>
                    {
                        var image = Image();
                        ring.ForEach(b => b.Images.Add(image));
                    }
                ),
                (
                    LikenessCodes.RevisionIds,
                    () =>
                    {
                        var ids = Enumerable.Range(0, 5).Select(_ => $"00{Hex(6)}").ToList();
                        ring.ForEach(b => b.Rsids.AddRange(ids));
                    }
                ),
                (
                    LikenessCodes.Mac,
                    () =>
                    {
                        var mac = $"F4-1E-{Hex(2)}-{Hex(2)}-{Hex(2)}-{Hex(2)}";
                        ring.ForEach(b => b.Mac = mac);
                    }
                ),
                (
                    LikenessCodes.Disk,
                    () =>
                    {
                        var disk = $"WD-{Hex(9)}";
                        ring.ForEach(b => b.Disk = disk);
                    }
                ),
                (LikenessCodes.CaLock, () => ring.ForEach(b => b.Ca = ring[0].Ca)),
                (LikenessCodes.PricingLock, () => ring.ForEach(b => b.Lock = ring[0].Lock)),
                (
                    LikenessCodes.AddressAndTime,
                    () =>
                    {
                        var ip = $"112.{dice.Between(1, 250)}.{dice.Between(1, 250)}.{dice.Between(1, 250)}";
                        var at = opening.AddHours(-dice.Between(4, 60));
                        foreach (var b in ring)
                        {
                            b.Ip = ip;
                            b.Uploaded = at;
                            at = at.AddSeconds(dice.Between(70, 260));
                        }
                    }
                ),
                (LikenessCodes.PriceErrors, () => WrongProducts(ring)),
            };
            foreach (var (code, plant) in dice.Some(others, dice.Between(1, 3)))
            {
                plant();
                codes.Add(code);
            }
            if (dice.Chance(0.5))
                codes.Add(PlantPrices(ring));
            if (ring.Count >= 3 && dice.Chance(0.5))
                codes.Add(PlantTotals(ring));
            for (var i = 0; i < ring.Count; i++)
            for (var j = i + 1; j < ring.Count; j++)
                Planted.Add(new Planted(id, ring[i].Id, ring[j].Id, [.. codes], text));
            if (ring.Count == 2 && dice.Chance(0.15))
            {
                ring[1].Staff[8][1] = ring[0].Legal;
                if (ring[0].Legal.Length >= 3)
                    Planted[^1].Codes.Add(LikenessCodes.Legal);
            }
        }
    }

    private void CopyText(List<Bidder> ring, string how)
    {
        var leader = ring[0];
        // Paragraphs that are the leader's own: not stock, not quoted.
        var own = leader
            .Sections.SelectMany(s => s.Paras.Select(p => (Section: s, Para: p)))
            .Where(x => x.Para.Prefix.Length == 0 && x.Para.Sentences.Count >= 3 && !IsShared(x.Para))
            .ToList();
        if (how == "scattered")
        {
            var count = Math.Max(10, letters / 1600);
            foreach (var (_, para) in dice.Some(own, count))
            {
                var at = dice.Next(para.Sentences.Count);
                var mark = ++tag;
                para.Tags[at].Add(mark);
                foreach (var other in ring.Skip(1))
                    InsertSentence(other, para.Sentences[at].Copy(), mark);
            }
            return;
        }
        var start = dice.Next(Math.Max(1, own.Count / 2));
        var taken = how == "verbatim" ? own.Skip(start).Take(dice.Between(5, 9)).ToList() : dice.Some(own, dice.Between(6, 10));
        foreach (var (_, para) in taken)
        {
            var mark = ++tag;
            foreach (var t in para.Tags)
                t.Add(mark);
        }
        foreach (var other in ring.Skip(1))
        {
            var copies = taken
                .Select(x =>
                {
                    var copy = x.Para.Copy();
                    copy.Sentences = copy
                        .Sentences.Select(s =>
                            how switch
                            {
                                "reworked" => s.WithOtherNumbers(dice, 0.5).Reworded(dice, 0.08),
                                "reworded" => s.WithOtherNumbers(dice, 0.3).Reworded(dice, 0.45),
                                _ => s.Copy(),
                            }
                        )
                        .ToList();
                    if (how != "verbatim")
                    {
                        var order = dice.Some(Enumerable.Range(0, copy.Sentences.Count), copy.Sentences.Count);
                        copy.Sentences = order.Select(i => copy.Sentences[i]).ToList();
                        copy.Tags = order.Select(i => copy.Tags[i]).ToList();
                    }
                    return copy;
                })
                .ToList();
            if (how == "verbatim")
                other.Sections.Insert(dice.Next(other.Sections.Count + 1), (Heading(3, 7), copies));
            else
                foreach (var copy in copies)
                {
                    var section = dice.Of(other.Sections);
                    section.Paras.Insert(dice.Next(section.Paras.Count + 1), copy);
                }
        }
    }

    private bool IsShared(Para para)
    {
        var words = string.Concat(para.Sentences);
        threadbare.Clear();
        return stock.Any(s => s.Any(p => Same(p, words)))
            || stockParagraphs.Any(p => Same(p, words))
            || twos.Any(s => s.Any(p => Same(p, words)));

        static bool Same(Para p, string words) =>
            words.Length > 20 && p.Sentences.Count > 0 && words.Contains(p.Sentences[^1].ToString()[^12..], StringComparison.Ordinal);
    }

    private void InsertSentence(Bidder bidder, Said said, int mark)
    {
        var section = dice.Of(bidder.Sections);
        var para = dice.Of(section.Paras);
        var at = dice.Next(para.Sentences.Count + 1);
        para.Sentences.Insert(at, said);
        para.Tags.Insert(at, [mark]);
    }

    /// <summary>The same errors in a stock section that all of the ring use: its words are explained, its errors are not.</summary>
    private void CopyTypos(List<Bidder> ring)
    {
        var sections = Enumerable.Range(0, 3).Select(_ => Touch(dice.Of(stock))).ToList();
        var left = dice.Between(4, 6);
        foreach (var said in sections.SelectMany(s => s).SelectMany(p => p.Sentences))
            if (left > 0 && Mistype(said))
                left--;
        foreach (var bidder in ring)
        foreach (var section in sections)
            bidder.Sections.Insert(dice.Next(bidder.Sections.Count + 1), (Heading(4, 8), section.Select(p => p.Copy()).ToList()));
    }

    private void Leave(List<Bidder> ring)
    {
        if (dice.Chance(0.5))
        {
            var other = $"{Project()}{dice.Of(new[] { "", "（一标段）", "（二标段）" })}";
            foreach (var bidder in ring)
                bidder
                    .Sections[dice.Next(bidder.Sections.Count)]
                    .Paras.Add(
                        new Para([
                            Said.New(
                                dice,
                                $"{dice.Of(ShamWords.Openers)}[满足|确保|实现]{other}的[总体要求|各项目标]{dice.Of(ShamWords.Closers)}"
                            ),
                        ])
                    );
            return;
        }
        foreach (var bidder in ring.Skip(1))
            bidder
                .Sections[dice.Next(bidder.Sections.Count)]
                .Paras.Add(new Para([Said.New(dice, $"{ring[0].Firm}[承诺|保证]对{{部位}}的{{工序}}[负责|负全责]")]));
        // Those whose name was left with others all share it.
    }

    private void Bills(List<Bidder> bidders, out List<(string Code, string Name, string Unit, double Quantity, double? Fixed)> blank)
    {
        blank = Enumerable
            .Range(1, 130)
            .Select(n =>
                (
                    Code: $"0{dice.Between(1, 4)}0{dice.Between(1, 9)}0{dice.Between(1, 9)}{n:000}001",
                    Name: dice.Of(ShamWords.Parts) + dice.Of(ShamWords.Works),
                    Unit: dice.Of(new[] { "m2", "m3", "m", "t", "个" }),
                    Quantity: Math.Round(dice.Unit() * dice.Unit() * 900 + 2, 2),
                    Fixed: dice.Chance(0.07) ? Math.Round(dice.Unit() * 90 + 10, 2) : (double?)null
                )
            )
            .ToList();
        var bases = blank.Select(_ => Math.Round(Math.Exp(2.5 + dice.Unit() * 3.5), 2)).ToList();
        var published = blank.Select(_ => dice.Chance(0.17)).ToList();
        foreach (var bidder in bidders)
        {
            var own = 0.94 + dice.Unit() * 0.06;
            bidder.Prices = new double[blank.Count];
            for (var i = 0; i < blank.Count; i++)
                bidder.Prices[i] =
                    blank[i].Fixed
                    ?? (
                        published[i] && dice.Chance(0.85)
                            ? bases[i]
                            : Math.Round(bases[i] * own * Math.Exp((dice.Unit() + dice.Unit() + dice.Unit() - 1.5) * 0.16), 2)
                    );
            bidder.Measures = Math.Round(150_000 + dice.Unit() * 60_000, 2);
            if (dice.Chance(0.2))
                bidder.WrongAmounts[dice.Next(blank.Count)] = 1.03 + dice.Unit() * 0.3;
        }
        quantities = blank.Select(l => l.Quantity).ToList();
        fixedLines = blank.Select(l => l.Fixed is not null).ToList();
        sections = blank.Select(l => l.Code[..2]).ToList();
    }

    private List<double> quantities = [];
    private List<bool> fixedLines = [];
    private List<string> sections = [];

    private string PlantPrices(List<Bidder> ring)
    {
        var how = dice.Next(3);
        var leader = ring[0].Prices;
        foreach (var other in ring.Skip(1))
        {
            var ratio = 0.95 + dice.Unit() * 0.1;
            if (Math.Abs(ratio - 1) < 0.005)
                ratio += 0.012;
            var each = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var section in sections.Distinct().Order(StringComparer.Ordinal))
                each[section] = 0.93 + dice.Unit() * 0.05 + each.Count * 0.03;
            for (var i = 0; i < leader.Length; i++)
                if (!fixedLines[i] && dice.Chance(how == 0 ? 0.55 : 0.88))
                    other.Prices[i] = how switch
                    {
                        0 => leader[i],
                        1 => Math.Round(leader[i] * ratio, 2),
                        _ => Math.Round(leader[i] * each[sections[i]], 2),
                    };
        }
        return how switch
        {
            0 => LikenessCodes.PriceIdentical,
            1 => LikenessCodes.PriceRatio,
            _ => LikenessCodes.PricePattern,
        };
    }

    private void WrongProducts(List<Bidder> ring)
    {
        foreach (var line in dice.Some(Enumerable.Range(0, quantities.Count).Where(i => !fixedLines[i]), 2))
        {
            var price = ring[0].Prices[line];
            foreach (var bidder in ring)
            {
                if (dice.Chance(0.5))
                    bidder.Prices[line] = price;
                bidder.WrongAmounts[line] = 1.1;
            }
        }
    }

    private string PlantTotals(List<Bidder> ring)
    {
        var arithmetic = dice.Chance(0.5);
        var total = 2_400_000 + dice.Next(200_000) + dice.Unit();
        var step = dice.Between(12, 60) * 1000.0;
        var ratio = 1 + dice.Between(8, 25) / 1000.0;
        foreach (var bidder in ring)
        {
            bidder.Total = Math.Round(total, 2);
            total = arithmetic ? total + step : total * ratio;
        }
        return arithmetic ? LikenessCodes.PriceArithmetic : LikenessCodes.PriceGeometric;
    }

    private void History(int histories)
    {
        var made = 0;
        foreach (var (firm, legal, library, _) in libraries)
            for (var copies = dice.Between(1, 2); copies > 0; copies--)
                File(firm, legal, library);
        var rest = mustBeInHistory.ToList();
        while (made < histories || rest.Count > 0)
        {
            var some = rest.Take(2).ToList();
            rest.RemoveRange(0, some.Count);
            File(Firm(), ShamWords.Person(dice), some);
        }

        void File(string firm, string legal, List<List<Para>> library)
        {
            made++;
            Directory.CreateDirectory(Path.Combine(root, "history"));
            var text = new StringBuilder();
            text.Append(
                CultureInfo.InvariantCulture,
                $"嘉善县{Project()}投标文件（技术标）\n投标人：{firm}（盖章）  法定代表人：{legal}  日期：2019-05-29\n"
            );
            foreach (var (heading, paras) in Body(library, []))
            {
                text.Append(heading).Append('\n');
                foreach (var para in paras)
                    text.Append(string.Concat(para.Sentences.Select(s => $"{s}。"))).Append('\n');
            }
            System.IO.File.WriteAllText(Path.Combine(root, "history", $"H{made:000}.txt"), text.ToString());
        }
    }

    private void Save(
        string id,
        string project,
        DateTimeOffset opening,
        List<Bidder> bidders,
        List<Para> tenderParas,
        List<(string Code, string Name, string Unit, double Quantity, double? Fixed)> blank,
        (string Name, string Phone) agent,
        (string Mac, string Disk) terminal,
        DateTimeOffset templateCreated,
        List<string> templateRsids,
        byte[] templateImage
    )
    {
        var folder = Path.Combine(root, id);
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "tender.json"),
            JsonSerializer.Serialize(
                new
                {
                    id,
                    name = project,
                    owner = "嘉善县惠民建设发展有限公司",
                    control = 2974900.0,
                    days = 415,
                    openDate = opening.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    agent = new
                    {
                        name = "三江工程咨询有限公司",
                        contact = agent.Name,
                        phone = agent.Phone,
                    },
                    publicTerminals = new[]
                    {
                        new
                        {
                            place = "一楼公共上传机",
                            mac = terminal.Mac,
                            diskSerial = terminal.Disk,
                            ip = "10.33.15.213",
                        },
                    },
                }
            )
        );
        File.WriteAllText(
            Path.Combine(folder, "tender.txt"),
            $"{project}招标文件\n{string.Join('\n', tenderParas.Select(p => string.Concat(p.Sentences.Select(s => $"{s}。"))))}\n招标代理机构：三江工程咨询有限公司，联系人{agent.Name}，电话{agent.Phone}\n"
        );
        Docx(
            Path.Combine(folder, "template.docx"),
            "投标文件格式\n（投标人按本格式编制投标文件）\n",
            project,
            agent.Name,
            agent.Name,
            "",
            templateCreated,
            templateRsids,
            [templateImage]
        );
        File.WriteAllText(
            Path.Combine(folder, "boq-blank.csv"),
            "\ufeff序号,项目编码,项目名称,单位,工程量,暂定单价\n"
                + string.Join(
                    '\n',
                    blank.Select(
                        (l, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1},{l.Code},{l.Name},{l.Unit},{l.Quantity},{l.Fixed}")
                    )
                )
        );
        var openings = new List<object>();
        var deposits = new List<object>();
        foreach (var bidder in bidders)
        {
            var place = Path.Combine(folder, "bids", bidder.Id);
            Directory.CreateDirectory(place);
            var (text, marks) = Render(bidder, project, opening);
            foreach (var planted in Planted.Where(p => p.Tender == id && (p.A == bidder.Id || p.B == bidder.Id) && p.Text is not null))
                (planted.A == bidder.Id ? planted.InA : planted.InB).AddRange(Merged(marks));
            File.WriteAllText(Path.Combine(place, "technical.txt"), text);
            Docx(
                Path.Combine(place, "technical.docx"),
                text,
                project,
                bidder.Author,
                bidder.Last,
                bidder.Company,
                bidder.Created,
                bidder.Rsids,
                [templateImage, .. bidder.Images]
            );
            var sum = 0.0;
            var bill = new StringBuilder("\ufeff序号,项目编码,项目名称,单位,工程量,综合单价,合价\n");
            for (var i = 0; i < blank.Count; i++)
            {
                var amount = Math.Round(blank[i].Quantity * bidder.Prices[i] * bidder.WrongAmounts.GetValueOrDefault(i, 1), 2);
                sum += amount;
                bill.Append(
                    CultureInfo.InvariantCulture,
                    $"{i + 1},{blank[i].Code},{blank[i].Name},{blank[i].Unit},{blank[i].Quantity},{bidder.Prices[i]:0.00},{amount:0.00}\n"
                );
            }
            bill.Append(CultureInfo.InvariantCulture, $",,总价措施费,项,1,{bidder.Measures:0.00},{bidder.Measures:0.00}\n");
            File.WriteAllText(Path.Combine(place, "boq.csv"), bill.ToString());
            openings.Add(
                new
                {
                    bidder = bidder.Id,
                    name = bidder.Firm,
                    total = bidder.Total ?? Math.Round(sum + bidder.Measures, 2),
                    days = 400,
                }
            );
            deposits.Add(
                new
                {
                    bidder = bidder.Id,
                    payerName = bidder.Payer,
                    payerAccount = bidder.Account,
                    payerBank = "农业银行",
                    amount = 59000.0,
                }
            );
            File.WriteAllText(
                Path.Combine(place, "envelope.json"),
                JsonSerializer.Serialize(
                    new
                    {
                        bidder = bidder.Id,
                        name = bidder.Firm,
                        uscc = $"91330421{Hex(10)}",
                        legalRepresentative = bidder.Legal,
                        contact = new
                        {
                            name = bidder.ContactName,
                            phone = bidder.Phone,
                            tel = bidder.Tel,
                            email = bidder.Email,
                            address = bidder.Address,
                        },
                        mac = bidder.Mac,
                        diskSerial = bidder.Disk,
                        cpuId = bidder.Cpu,
                        caLock = bidder.Ca,
                        pricingLock = bidder.Lock,
                        publicIp = bidder.Ip,
                        uploadedAt = bidder.Uploaded.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
                    }
                )
            );
        }
        File.WriteAllText(Path.Combine(folder, "opening.json"), JsonSerializer.Serialize(openings));
        File.WriteAllText(Path.Combine(folder, "deposits.json"), JsonSerializer.Serialize(deposits));
    }

    private static List<TextSpan> Merged(List<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (var span in spans)
            if (merged.Count > 0 && span.Start - merged[^1].End <= 1)
                merged[^1] = new TextSpan(merged[^1].Start, span.End);
            else
                merged.Add(span);
        return merged;
    }

    private (string Text, List<TextSpan> Marks) Render(Bidder bidder, string project, DateTimeOffset opening)
    {
        var text = new StringBuilder();
        var marks = new List<TextSpan>();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{project}投标文件（技术标）\n投标人：{bidder.Firm}（盖章）  法定代表人：{bidder.Legal}  日期：{opening:yyyy-MM-dd}\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"第一章 编制说明与工程概况\n{project}由嘉善县惠民建设发展有限公司组织建设，招标控制价297.49万元，计划工期415日历天，质量要求合格。\n"
        );
        foreach (var (heading, paras) in bidder.Sections)
        {
            text.Append(heading).Append('\n');
            foreach (var para in paras)
            {
                text.Append(para.Prefix);
                for (var i = 0; i < para.Sentences.Count; i++)
                {
                    var start = text.Length;
                    text.Append(para.Sentences[i]).Append('。');
                    if (para.Tags[i].Count > 0)
                        marks.Add(new TextSpan(start, text.Length));
                }
                text.Append('\n');
            }
        }
        text.Append("第六章 项目管理机构与人员\n岗位\t姓名\t身份证号\t职称\t联系电话\n");
        foreach (var person in bidder.Staff)
            text.Append(string.Join('\t', person)).Append('\n');
        text.Append(
            CultureInfo.InvariantCulture,
            $"第九章 投标人基本情况\n联系人：{bidder.ContactName}；手机：{bidder.Phone}；座机：{bidder.Tel}；电子邮箱：{bidder.Email}；办公地址：{bidder.Address}。\n"
        );
        foreach (var line in bidder.Loose)
            text.Append(line).Append('\n');
        text.Append("类似业绩\n项目名称\t合同金额（万元）\t竣工时间\n");
        foreach (var work in bidder.Works)
            text.Append(string.Join('\t', work)).Append('\n');
        return (text.ToString(), marks);
    }

    private static void Docx(
        string file,
        string text,
        string header,
        string author,
        string last,
        string company,
        DateTimeOffset created,
        List<string> rsids,
        List<byte[]> images
    )
    {
        const string w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        void Part(string name, string content)
        {
            using var to = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
            to.Write(content);
        }
        static string X(string s) => System.Security.SecurityElement.Escape(s);
        Part(
            "docProps/core.xml",
            $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>{X(author)}</dc:creator><cp:lastModifiedBy>{X(last)}</cp:lastModifiedBy><dcterms:created xsi:type=\"dcterms:W3CDTF\">{created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</dcterms:created></cp:coreProperties>"
        );
        Part(
            "docProps/app.xml",
            $"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Microsoft Office Word</Application><Company>{X(company)}</Company></Properties>"
        );
        Part(
            "word/settings.xml",
            $"<w:settings xmlns:w=\"{w}\"><w:rsids>{string.Concat(rsids.Select((r, i) => $"<w:{(i == 0 ? "rsidRoot" : "rsid")} w:val=\"{r}\"/>"))}</w:rsids></w:settings>"
        );
        Part("word/header1.xml", $"<w:hdr xmlns:w=\"{w}\"><w:p><w:r><w:t>{X(header)}</w:t></w:r></w:p></w:hdr>");
        var body = new StringBuilder();
        var inTable = false;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            var cells = line.Split('\t');
            if (cells.Length > 1 != inTable)
            {
                body.Append(inTable ? "</w:tbl>" : "<w:tbl>");
                inTable = !inTable;
            }
            if (inTable)
                body.Append("<w:tr>")
                    .Append(string.Concat(cells.Select(c => $"<w:tc><w:p><w:r><w:t>{X(c)}</w:t></w:r></w:p></w:tc>")))
                    .Append("</w:tr>");
            else
                body.Append(CultureInfo.InvariantCulture, $"<w:p><w:r><w:t xml:space=\"preserve\">{X(line)}</w:t></w:r></w:p>");
        }
        if (inTable)
            body.Append("</w:tbl>");
        Part("word/document.xml", $"<w:document xmlns:w=\"{w}\"><w:body>{body}</w:body></w:document>");
        for (var i = 0; i < images.Count; i++)
        {
            using var to = zip.CreateEntry($"word/media/image{i + 1}.png", CompressionLevel.NoCompression).Open();
            to.Write(images[i]);
        }
    }
}
