namespace CountyHall.Trading.Rules.Similarity;

/// <summary>An invented bidder, and what its envelope, papers and bill say.</summary>
internal sealed class ShamBidder
{
    public string Id { get; set; } = "";
    public string Firm { get; set; } = "";
    public string Uscc { get; set; } = "";
    public string Legal { get; set; } = "";
    public string ContactName { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Tel { get; set; } = "";
    public string Email { get; set; } = "";
    public string Address { get; set; } = "";
    public string Mac { get; set; } = "";
    public string Disk { get; set; } = "";
    public string Cpu { get; set; } = "";
    public string Ca { get; set; } = "";
    public string Lock { get; set; } = "";
    public string Ip { get; set; } = "";
    public DateTimeOffset Uploaded { get; set; }
    public string Payer { get; set; } = "";
    public string Account { get; set; } = "";
    public string Author { get; set; } = "";
    public string Last { get; set; } = "";
    public string Company { get; set; } = "";
    public DateTimeOffset Created { get; set; }
    public List<string> Rsids { get; set; } = [];
    public List<byte[]> Images { get; set; } = [];
    public List<ShamSection> Sections { get; set; } = [];
    public List<string[]> Staff { get; set; } = [];
    public List<string> Loose { get; } = [];
    public List<string[]> Works { get; set; } = [];
    public double[] Prices { get; set; } = [];
    public Dictionary<int, double> WrongAmounts { get; } = [];
    public double Measures { get; set; }
    public double? Total { get; set; }
    public bool Ringed { get; set; }
}

/// <summary>Makes up firms, their people, machines and papers. None of them exists.</summary>
internal sealed class ShamFirms(Dice dice)
{
    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => dice.Next(10)));

    public string Hex(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "0123456789ABCDEF"[dice.Next(16)]));

    public string PersonNumber() =>
        $"330421{dice.Between(1962, 1996)}{dice.Between(1, 12):00}{dice.Between(1, 28):00}{Digits(3)}{"0123456789X"[dice.Next(11)]}";

    public string Mobile() => $"1{dice.Of(new[] { "36", "39", "58", "77", "50", "86" })}{Digits(8)}";

    public string Project() =>
        $"{dice.Of(new[] { "干窑镇", "姚庄镇", "西塘镇", "天凝镇", "陶庄镇", "洪溪新区", "范泾街道", "俞汇街道", "大云镇", "惠民街道" })}{dice.Of(new[] { "安置房三期", "文化中心装修", "污水管网改造", "道路提升改造", "幼儿园迁建", "公路桥梁新建", "河道整治", "农贸市场改建", "卫生院扩建" })}工程";

    private int firms;

    public string Firm()
    {
        var name =
            $"{dice.Of(new[] { "浙江", "嘉兴", "嘉善县", "嘉善", "" })}{dice.Of(new[] { "立信", "巨匠", "东海", "联创", "鼎力", "万泰", "金桥", "海宁", "信达", "南湖", "广厦", "宏图", "恒基", "永兴" })}{(char)('甲' + firms % 3)}{dice.Of(new[] { "泰", "业", "东", "新", "华", "盛", "源" })}{dice.Of(ShamWords.Given)}{dice.Of(new[] { "建设", "建筑工程", "交通工程", "水利工程", "市政园林", "建设集团" })}有限公司";
        firms++;
        return name;
    }

    public ShamBidder NewBidder(
        string id,
        DateTimeOffset opening,
        DateTimeOffset templateCreated,
        List<string> templateRsids,
        string agentName
    )
    {
        var bidder = new ShamBidder
        {
            Id = id,
            Firm = Firm(),
            Uscc = $"91330421{Hex(10)}",
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

    public byte[] Image()
    {
        var bytes = new byte[600];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)dice.Next(256);
        return bytes;
    }
}
