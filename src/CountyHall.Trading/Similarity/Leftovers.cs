using System.Text.RegularExpressions;

namespace CountyHall.Trading.Similarity;

/// <summary>
/// Names that have no business in a bid: another bidder's, or another project's that two bids name alike in running text. Lists of past work name
/// projects rightly, and suppliers are named rightly, so table rows and suppliers are left out.
/// </summary>
internal static partial class Leftovers
{
    private static readonly string[] ProjectEnds = ["工程", "项目"];
    private static readonly string[] CompanyEnds = ["有限公司", "有限责任公司", "股份公司", "集团公司"];

    // A project is named by its place, or by the institution that it is for with the place before it. 本工程, 隐蔽工程 and the like are no names, and a 学校, a
    // 教学楼 or a 厂房 may be any.
    [GeneratedRegex(
        "(?:镇|街道|(?:工业|产业|科技|物流|经济|技术|高新|经济技术|高新技术)?(?:新区|开发区|园区)|乡|县|市|村|社区|大道|公路|小区|路|河|港"
            + "|(?<=[\u4e00-\u9fff]{2})(?:小学|中学|幼儿园|医院|卫生院|敬老院|福利院|文化中心|体育馆|图书馆|标准厂房))[\u4e00-\u9fff]{2,}"
    )]
    private static partial Regex Place();

    [GeneratedRegex("供应|供货|热线|厂家|生产商|品牌|代理机构|检测机构|租赁|招标人|发包人|建设单位")]
    private static partial Regex Rightly();

    // 项目经理, 工程师 and the like are words of their own, and no name ends in them.
    private static readonly string[] GoingOn = ["经理", "部", "负责人", "师", "量", "款"];

    // Characters that a sentence has and a name has not.
    private const string OfSentences = "的由在于和与为把将按对及等其该本是";

    private sealed record Name(string Words, int Start, int End);

    /// <summary>What a reason needs: the pair, the name, where it stands in each (UTF-16 units), empty where it does not.</summary>
    public sealed record Leftover(
        int A,
        int B,
        string Words,
        IReadOnlyList<(int Start, int End)> InA,
        IReadOnlyList<(int Start, int End)> InB
    );

    public static List<Leftover> Find(ComparedTender tender, IReadOnlyList<EarlierBid> history, IReadOnlyList<ComparedTender> others)
    {
        var found = new List<Leftover>();
        var bids = tender.Bids;
        OtherBidders(tender, found);

        var known = $"{tender.Name}\n{tender.Owner}\n{tender.Text}\n{tender.Agent?.Name}";
        var own = bids.Select(b => b.Firm).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<string, List<(int Bid, int Start, int End)>>(StringComparer.Ordinal);
        for (var b = 0; b < bids.Count; b++)
            foreach (var name in Foreign(bids[b].Text, known, tender.Name, own))
            {
                if (!names.TryGetValue(name.Words, out var at))
                    names[name.Words] = at = [];
                at.Add((b, name.Start, name.End));
            }
        foreach (var (words, at) in names.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            var users = at.Select(x => x.Bid).Distinct().Order().ToList();
            if (users.Count < 2 || users.Count > TextIndex.LargestCircle + 1)
                continue;
            // What the bids of third firms for another project name in their text is an example of the trade's.
            var examples = history
                .Where(h => IsAnExample(h.Text, words))
                .Select(h => h.Firm ?? h.Name)
                .Concat(others.SelectMany(o => o.Bids).Where(o => IsAnExample(o.Text, words)).Select(o => o.Firm ?? o.Id))
                .ToHashSet(StringComparer.Ordinal);
            // Of those who write the name elsewhere one's own earlier bid explains only its own.
            var elsewhere = history
                .Where(h => h.Text.Contains(words, StringComparison.Ordinal))
                .Select(h => h.Firm ?? h.Name)
                .Concat(others.SelectMany(o => o.Bids).Where(o => Inside(o.Text, words)).Select(o => o.Firm ?? o.Id))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var a in users)
            foreach (var b in users)
            {
                if (a >= b)
                    continue;
                var (firmA, firmB) = (bids[a].Firm, bids[b].Firm);
                if (examples.Any(firm => firm != firmA && firm != firmB))
                    continue;
                if (firmA is not null && firmB is not null && elsewhere.Contains(firmA) && elsewhere.Contains(firmB))
                    continue;
                if (StandsInLists(bids[a].Text, words) && StandsInLists(bids[b].Text, words))
                    continue;
                found.Add(new Leftover(a, b, words, Of(at, a), Of(at, b)));
            }
        }
        return found;
    }

    // Lines at the head of a bid that say for which project it is.
    private const int Head = 6;

    /// <summary>Whether a bid for another project names it in a sentence; a list of past works does so rightly.</summary>
    private static bool IsAnExample(string text, string name)
    {
        if (!text.Contains(name, StringComparison.Ordinal))
            return false;
        var (number, isNamed) = (0, false);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var has = line.Contains(name, StringComparison.Ordinal);
            var isSaid = !line.Contains('\t') && line.IndexOfAny("，。；") >= 0;
            if (has && !isSaid && number < Head)
                return false;
            isNamed |= has && isSaid;
            number++;
        }
        return isNamed;
    }

    /// <summary>A bidder's name in the bids of others: it ties them to that bidder and to each other.</summary>
    private static void OtherBidders(ComparedTender tender, List<Leftover> found)
    {
        for (var named = 0; named < tender.Bids.Count; named++)
        {
            if (tender.Bids[named].Firm is not { Length: >= 5 } firm || tender.Text.Contains(firm, StringComparison.Ordinal))
                continue;
            var holders = new List<(int Bid, List<(int Start, int End)> At)> { (named, []) };
            for (var b = 0; b < tender.Bids.Count; b++)
            {
                if (b == named || tender.Bids[b].Firm?.Contains(firm, StringComparison.Ordinal) == true)
                    continue;
                var at = All(tender.Bids[b].Text, firm).ToList();
                if (at.Count > 0 || tender.Bids[b].HeaderText.Contains(firm, StringComparison.Ordinal))
                    holders.Add((b, at));
            }
            // Named by many, a bidder is a well-known firm of the trade.
            if (holders.Count < 2 || holders.Count > TextIndex.LargestCircle + 1)
                continue;
            foreach (var a in holders)
            foreach (var b in holders)
                if (a.Bid < b.Bid)
                    found.Add(new Leftover(a.Bid, b.Bid, firm, a.At, b.At));
        }
    }

    private static IEnumerable<Name> Foreign(string text, string known, string? project, HashSet<string> bidders)
    {
        foreach (var (start, end) in Ending(text, ProjectEnds))
            if (
                Trimmed(text[start..end]) is { } named
                && !Explained(named.Words, known, project)
                && !Line(text, start).Contains('\t', StringComparison.Ordinal)
            )
                yield return new Name(named.Words, start + named.Skipped, end);
        foreach (var (start, end) in Ending(text, CompanyEnds))
        {
            var name = text[start..end];
            if (
                name.Length < 8
                || known.Contains(name, StringComparison.Ordinal)
                || bidders.Any(b => name.EndsWith(b, StringComparison.Ordinal))
            )
                continue;
            var line = Line(text, start);
            if (!line.Contains('\t', StringComparison.Ordinal) && !Rightly().IsMatch(line))
                yield return new Name(name, start, end);
        }
    }

    /// <summary>Words before such an ending, back to the start of the phrase; a part of a project in brackets belongs to its name.</summary>
    private static IEnumerable<(int Start, int End)> Ending(string text, string[] endings)
    {
        foreach (var ending in endings)
            for (
                var at = text.IndexOf(ending, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(ending, at + ending.Length, StringComparison.Ordinal)
            )
            {
                var start = at;
                while (
                    start > 0
                    && at - start < 24
                    && (text[start - 1] is >= '\u4e00' and <= '\u9fff' || char.IsAsciiLetterOrDigit(text[start - 1]))
                )
                {
                    if (OfSentences.Contains(text[start - 1], StringComparison.Ordinal))
                        break;
                    start--;
                }
                var end = at + ending.Length;
                if (GoingOn.Any(word => text.AsSpan(end).StartsWith(word, StringComparison.Ordinal)))
                    continue;
                if (end < text.Length && text[end] == '（' && text.IndexOf('）', end) is var close && close > 0 && close - end <= 9)
                    end = close + 1;
                if (at - start >= 4)
                    yield return (start, end);
            }
    }

    private static string Line(string text, int at)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var end = text.IndexOf('\n', at);
        return text[start..(end < 0 ? text.Length : end)];
    }

    /// <summary>The name from two characters before its place on: what stands before is the sentence.</summary>
    private static (string Words, int Skipped)? Trimmed(string name)
    {
        var place = Place().Match(name);
        if (!place.Success)
            return null;
        var skipped = Math.Max(0, place.Index - 2);
        name = name[skipped..];
        return name.Length >= 7 ? (name, skipped) : null;
    }

    private static bool Explained(string name, string known, string? project)
    {
        if (known.Contains(name, StringComparison.Ordinal))
            return true;
        if (string.IsNullOrEmpty(project))
            return false;
        // The project's own name with a word of the sentence before it, all but the county, which is left out often. What differs before that is another place.
        return Overlap(name, project) >= project.Length - County;
    }

    private const int County = 3;

    private static int Overlap(string name, string project)
    {
        var common = 0;
        while (common < name.Length && common < project.Length && name[^(common + 1)] == project[^(common + 1)])
            common++;
        return common;
    }

    private static bool StandsInLists(string text, string words) =>
        All(text, words)
            .Any(at =>
            {
                var start = text.LastIndexOf('\n', at.Start) + 1;
                var end = text.IndexOf('\n', at.End);
                return text.AsSpan(start, (end < 0 ? text.Length : end) - start).Contains('\t');
            });

    private static bool Inside(string text, string words) => text.Contains(words, StringComparison.Ordinal);

    private static IEnumerable<(int Start, int End)> All(string text, string words)
    {
        for (
            var at = text.IndexOf(words, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal)
        )
            yield return (at, at + words.Length);
    }

    private static List<(int Start, int End)> Of(List<(int Bid, int Start, int End)> at, int bid) =>
        at.Where(x => x.Bid == bid).Select(x => (x.Start, x.End)).ToList();
}
