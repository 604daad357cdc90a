namespace CountyHall.Trading.Similarity;

/// <summary>Properties and traces of the office files that two bids share and the bid form does not explain (regulation art. 40(1)).</summary>
internal static class Traces
{
    // Names that software puts in by itself, or that every second office has.
    private static readonly HashSet<string> Everybodys = new(StringComparer.OrdinalIgnoreCase)
    {
        "administrator",
        "admin",
        "administrators",
        "user",
        "users",
        "owner",
        "guest",
        "root",
        "test",
        "pc",
        "my",
        "home",
        "office",
        "author",
        "unknown",
        "default",
        "windows",
        "windows user",
        "windows 用户",
        "windows用户",
        "microsoft",
        "microsoft office user",
        "microsoft office 用户",
        "microsoft 帐户",
        "microsoft 账户",
        "microsoft corporation",
        "microsoft china",
        "微软",
        "微软用户",
        "微软中国",
        "用户",
        "普通用户",
        "未知",
        "作者",
        "番茄花园",
        "雨林木风",
        "深度技术",
        "系统之家",
        "电脑公司",
        "萝卜家园",
        "wps",
        "wps office",
        "wps_office",
        "kingsoft",
        "金山办公",
        "china",
        "cn",
        "p r c",
        "p.r.c.",
        "prc",
        "lenovo",
        "lenovo (beijing) limited",
        "联想",
        "thinkpad",
        "dell",
        "dell inc.",
        "hp",
        "hp inc.",
        "hewlett-packard",
        "hewlett-packard company",
        "asus",
        "acer",
        "huawei",
        "apple",
        "mac",
        "samsung",
        "founder",
        "tongfang",
        "sky123.org",
        "skyun.org",
        "www.ylmf.com",
        "ylmf",
        "www.deepin.org",
        "deepin",
        "deepbbs.org",
        "ghost",
        "xitongzhijia",
        "www.xitongzhijia.net",
        "python-docx",
        "openpyxl",
        "apache poi",
        "aspose",
        "xp",
        "win7",
        "win10",
        "win11",
        "123",
        "a",
        "z",
        "1",
        "abc",
        "asdf",
        "aa",
        "dreamsummit",
        "free",
        "legend",
        "personal",
        "公司",
        "个人",
        "办公室",
        "管理员",
        "超级管理员",
        "computer",
        "desktop",
        "laptop",
        "msi",
        "n/a",
        "none",
        "null",
    };

    public static void Find(ComparedTender tender, Action<int, int, LikenessReason> report)
    {
        var bids = tender.Bids;
        var form = tender.Template;
        var circle = Circle(tender);
        Shared(LikenessCodes.Author, b => Name(b.Traces?.Author), value => $"文档作者同为“{value}”", 0.8);
        Shared(LikenessCodes.LastModifiedBy, b => Name(b.Traces?.LastModifiedBy), value => $"文档最后修改人同为“{value}”", 0.8);
        Shared(LikenessCodes.Company, b => Name(b.Traces?.Company), value => $"文档单位属性同为“{value}”", 0.8);
        for (var a = 0; a < bids.Count; a++)
        for (var b = a + 1; b < bids.Count; b++)
        {
            if (bids[a].Traces is not { } one || bids[b].Traces is not { } other)
                continue;
            // The other bidder's name in the property of one.
            if ((Names(one.Company, bids[b].Firm) || Names(other.Company, bids[a].Firm)) && Name(one.Company) != Name(other.Company))
                Report(LikenessCodes.Company, a, b, "一方文档的单位属性是另一方的名称", LikenessGrade.Presumed, 0.85);
            if (
                Name(one.Author) != Name(other.Author)
                && Name(one.LastModifiedBy) != Name(other.LastModifiedBy)
                && (
                    Name(one.LastModifiedBy) is { } last && last == Name(other.Author)
                    || Name(other.LastModifiedBy) is { } theirs && theirs == Name(one.Author)
                )
            )
                Report(LikenessCodes.LastModifiedBy, a, b, "一方文档的最后修改人是另一方文档的作者", LikenessGrade.Presumed, 0.75);
            if (Times(a) is { } created && Times(b) is { } second && (created - second).Duration() <= TimeSpan.FromSeconds(2))
                Report(
                    LikenessCodes.Created,
                    a,
                    b,
                    $"文档创建时间同为 {created.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)}（世界时）",
                    LikenessGrade.Presumed,
                    0.75
                );
        }
        Sets(
            t => t.RevisionIds,
            form?.RevisionIds,
            2,
            (a, b, shared) =>
                Report(LikenessCodes.RevisionIds, a, b, $"有 {shared} 个修订标识相同且不在投标文件格式中", LikenessGrade.Presumed, 0.85)
        );

        DateTimeOffset? Times(int bid) =>
            bids[bid].Traces?.Created is { } at
            && at.Year > 1990
            && at != form?.Created
            && bids.Count(x => x.Traces?.Created == at) <= circle
                ? at
                : null;

        void Shared(string code, Func<ComparedBid, string?> of, Func<string, string> say, double weight)
        {
            foreach (var same in Enumerable.Range(0, bids.Count).GroupBy(b => of(bids[b])).Where(g => g.Key is not null))
            {
                var who = same.ToList();
                if (who.Count < 2 || who.Count > circle)
                    continue;
                for (var x = 0; x < who.Count; x++)
                for (var y = x + 1; y < who.Count; y++)
                    Report(code, who[x], who[y], say(same.Key!), LikenessGrade.Presumed, weight);
            }
        }

        void Sets(Func<DocumentTraces, IReadOnlySet<string>> of, IReadOnlySet<string>? explained, int least, Action<int, int, int> tell)
        {
            foreach (var ((a, b), shared) in InCommon(bids, of, explained, circle, (_, _, _) => true))
                if (shared >= least)
                    tell(a, b, shared);
        }

        void Report(string code, int a, int b, string compared, LikenessGrade grade, double weight) =>
            report(a, b, new LikenessReason(code, grade, weight, compared));

        string? Name(string? value)
        {
            if (string.IsNullOrWhiteSpace(value))
                return null;
            var name = value.Trim();
            if (Everybodys.Contains(name) || name.Length < 2)
                return null;
            if (name == form?.Author || name == form?.LastModifiedBy || name == form?.Company)
                return null;
            return name == tender.Agent?.Contact || name == tender.Agent?.Name || name == tender.Owner ? null : name;
        }
    }

    /// <summary>
    /// Pictures that are the same byte for byte. What more than a third of the field has may be a logo or a certificate of the trade, and counts for those whom
    /// something else ties.
    /// </summary>
    /// <param name="areTied">Whether anything else ties two bidders.</param>
    public static void FindPictures(ComparedTender tender, Func<int, int, bool> areTied, Action<int, int, LikenessReason> report)
    {
        var shared = InCommon(
            tender.Bids,
            t => t.Pictures,
            tender.Template?.Pictures,
            Circle(tender),
            (a, b, holders) => holders <= Math.Max(2, tender.Bids.Count / 3) || areTied(a, b)
        );
        foreach (var ((a, b), pictures) in shared)
            report(
                a,
                b,
                new LikenessReason(LikenessCodes.Image, LikenessGrade.Strong, 0.75, $"有 {pictures} 幅图片逐字节相同且不在投标文件格式中")
            );
    }

    private static int Circle(ComparedTender tender) => Math.Max(4, tender.Bids.Count / 8);

    /// <summary>How much of what each bid has two have in common, left out what the form has, and what more bidders have than a circle.</summary>
    /// <param name="counts">Whether something that so many have counts for two of them.</param>
    private static SortedDictionary<(int A, int B), int> InCommon(
        IReadOnlyList<ComparedBid> bids,
        Func<DocumentTraces, IReadOnlySet<string>> of,
        IReadOnlySet<string>? explained,
        int circle,
        Func<int, int, int, bool> counts
    )
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var b = 0; b < bids.Count; b++)
            if (bids[b].Traces is { } traces)
                foreach (var value in of(traces))
                {
                    if (explained?.Contains(value) == true)
                        continue;
                    if (!holders.TryGetValue(value, out var who))
                        holders[value] = who = [];
                    who.Add(b);
                }
        var common = new SortedDictionary<(int, int), int>();
        foreach (var who in holders.Values)
            if (who.Count >= 2 && who.Count <= circle)
                for (var x = 0; x < who.Count; x++)
                for (var y = x + 1; y < who.Count; y++)
                    if (counts(who[x], who[y], who.Count))
                        common[(who[x], who[y])] = common.GetValueOrDefault((who[x], who[y])) + 1;
        return common;
    }

    private static bool Names(string? property, string? firm) =>
        firm is { Length: >= 4 } && property is not null && property.Contains(firm, StringComparison.Ordinal);
}
