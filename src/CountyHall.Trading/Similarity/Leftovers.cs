using System.Text.RegularExpressions;

namespace CountyHall.Trading.Similarity;

/// <summary>
/// Names that have no business in a bid: another bidder's, or another project's that two bids name alike in running text. Lists of past work name
/// projects rightly, and suppliers are named rightly, so table rows and suppliers are left out.
/// </summary>
internal static partial class Leftovers
{
    [GeneratedRegex("[\u4e00-\u9fff0-9A-Za-z]{2,24}?(?:工程|项目)(?:（[^）\n]{1,10}）|[一二三四五六七八九十\\d]+标段?)?")]
    private static partial Regex Project();

    [GeneratedRegex("[\u4e00-\u9fff]{4,24}?(?:有限公司|有限责任公司|股份公司|集团公司)")]
    private static partial Regex Company();

    // A project is named by its place: 本工程, 隐蔽工程 and the like are no names.
    [GeneratedRegex("(?:镇|街道|新区|开发区|园区|乡|县|市|村|社区|大道|公路|小区|路|河|港)[\u4e00-\u9fff]{2,}")]
    private static partial Regex Place();

    [GeneratedRegex("供应|供货|热线|厂家|生产商|品牌|代理机构|检测机构|租赁|招标人|发包人|建设单位")]
    private static partial Regex Rightly();

    // Words that a sentence has and a name has not.
    [GeneratedRegex("[的由在于和与为把将按对及等其该本]|进行|安排|采用|负责|配合|施工段")]
    private static partial Regex Sentence();

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
            // Those who write the name elsewhere: a third firm makes it common, one's own earlier bid explains only its own.
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
                if (firmA is not null && firmB is not null && elsewhere.Contains(firmA) && elsewhere.Contains(firmB))
                    continue;
                if (StandsInLists(bids[a].Text, words) && StandsInLists(bids[b].Text, words))
                    continue;
                found.Add(new Leftover(a, b, words, Of(at, a), Of(at, b)));
            }
        }
        return found;
    }

    /// <summary>A bidder's name in the bid of another.</summary>
    private static void OtherBidders(ComparedTender tender, List<Leftover> found)
    {
        for (var a = 0; a < tender.Bids.Count; a++)
        for (var b = 0; b < tender.Bids.Count; b++)
        {
            if (a == b || tender.Bids[a].Firm is not { Length: >= 5 } firm || firm == tender.Bids[b].Firm)
                continue;
            if (
                tender.Bids[b].Firm?.Contains(firm, StringComparison.Ordinal) == true
                || tender.Text.Contains(firm, StringComparison.Ordinal)
            )
                continue;
            var at = All(tender.Bids[b].Text, firm).ToList();
            if (at.Count == 0 && !tender.Bids[b].HeaderText.Contains(firm, StringComparison.Ordinal))
                continue;
            found.Add(a < b ? new Leftover(a, b, firm, [], at) : new Leftover(b, a, firm, at, []));
        }
    }

    private static IEnumerable<Name> Foreign(string text, string known, string? project, HashSet<string> bidders)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var line = text[start..end];
            if (line.Length > 8 && !line.Contains('\t', StringComparison.Ordinal))
            {
                foreach (Match match in Project().Matches(line))
                    if (Trimmed(match.Value) is { } named && !Explained(named.Words, known, project))
                        yield return new Name(named.Words, start + match.Index + named.Skipped, start + match.Index + match.Length);
                if (!Rightly().IsMatch(line))
                    foreach (Match match in Company().Matches(line))
                        if (
                            !known.Contains(match.Value, StringComparison.Ordinal)
                            && !bidders.Any(b => match.Value.EndsWith(b, StringComparison.Ordinal))
                        )
                            yield return new Name(match.Value, start + match.Index, start + match.Index + match.Length);
            }
            start = end + 1;
        }
    }

    /// <summary>The name from two characters before its place on: what stands before is the sentence.</summary>
    private static (string Words, int Skipped)? Trimmed(string name)
    {
        var place = Place().Match(name);
        if (!place.Success)
            return null;
        var skipped = Math.Max(0, place.Index - 2);
        name = name[skipped..];
        return name.Length >= 7 && !Sentence().IsMatch(name) ? (name, skipped) : null;
    }

    private static bool Explained(string name, string known, string? project)
    {
        if (known.Contains(name, StringComparison.Ordinal))
            return true;
        if (string.IsNullOrEmpty(project))
            return false;
        // The project's own name, shortened or with a word of the sentence before it.
        var core = name.Length > 6 ? name[^6..] : name;
        return project.Contains(core, StringComparison.Ordinal) && Overlap(name, project) >= Math.Min(name.Length, project.Length) - 3;
    }

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
