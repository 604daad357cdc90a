using System.Runtime.InteropServices;

namespace CountyHall.Trading.Similarity;

/// <summary>
/// Similarity analysis (雷同性分析) of the bids of one or more tenders: what two bids share that honest work does not explain.
/// <see cref="SimilarityInput"/> says how to use it; docs/trading/similarity.md describes the method, its grades and its limits.
/// </summary>
/// <remarks>Regulation on the Bidding Law art. 40. A finding is evidence for a person to judge; nothing follows from it by itself.</remarks>
public static class SimilarityAnalysis
{
    public static SimilarityReport Of(SimilarityInput input)
    {
        var index = new TextIndex();
        var firstBid = new int[input.Tenders.Count];
        var writings = new Writing[input.Tenders.Sum(t => t.Bids.Count)];
        var all = input.Tenders.SelectMany(t => t.Bids).ToList();
        Parallel.For(0, all.Count, i => writings[i] = Writing.Of(all[i].Text));
        var next = 0;
        for (var t = 0; t < input.Tenders.Count; t++)
        {
            firstBid[t] = index.Documents.Count;
            foreach (var bid in input.Tenders[t].Bids)
                index.Add(writings[next++], TextIndex.DocumentKind.Bid, t, bid.Firm);
            index.Add(Writing.Of(input.Tenders[t].Text), TextIndex.DocumentKind.Tender, t, null);
        }
        foreach (var earlier in input.History)
            index.Add(Writing.Of(earlier.Text), TextIndex.DocumentKind.Earlier, -1, earlier.Firm);
        index.Build();

        var found = input.Tenders.Select(_ => new SortedDictionary<(int A, int B), List<LikenessReason>>()).ToList();
        var errors = SharedTypos.Find(index.Documents);
        var leftovers = new HashSet<(int Document, int Place)>();
        var history = input.History.Select(h => (h.Firm, People.Bare(h.Text))).ToList();
        for (var t = 0; t < input.Tenders.Count; t++)
        {
            var tender = input.Tenders[t];
            var pairs = found[t];
            Action<int, int, LikenessReason> report = (a, b, reason) => Add(pairs, a, b, reason);
            People.Find(tender, history, report);
            Traces.Find(tender, report);
            Machines.Find(tender, report);
            var others = input.Tenders.Where(o => o != tender).ToList();
            foreach (var left in Leftovers.Find(tender, input.History, others).GroupBy(l => (l.A, l.B)))
            {
                Add(pairs, left.Key.A, left.Key.B, Left(tender, index, firstBid[t], [.. left]));
                foreach (var each in left)
                {
                    leftovers.UnionWith(each.InA.Select(at => (firstBid[t] + each.A, at.Start)));
                    leftovers.UnionWith(each.InB.Select(at => (firstBid[t] + each.B, at.Start)));
                }
            }
            Prices.Find(tender, (a, b) => pairs.ContainsKey((a, b)), report);
        }
        var typos = SharedTypos.Enough(
            errors,
            (first, second) => index.Documents[first].Tender is var t && found[t].ContainsKey((first - firstBid[t], second - firstBid[t]))
        );
        foreach (var ((first, second), shared) in typos)
        {
            var tender = index.Documents[first].Tender;
            Add(found[tender], first - firstBid[tender], second - firstBid[tender], Typos(index, first, second, shared));
        }
        for (var t = 0; t < input.Tenders.Count; t++)
        {
            var pairs = found[t];
            var tied = pairs.Keys.ToHashSet();
            Traces.FindPictures(input.Tenders[t], (a, b) => tied.Contains((a, b)), (a, b, reason) => Add(pairs, a, b, reason));
        }
        // The text is judged last: what else two bids share bears on what their words mean.
        var suspected = found.SelectMany((pairs, t) => pairs.Keys.Select(pair => (pair.A + firstBid[t], pair.B + firstBid[t]))).ToHashSet();
        foreach (var (first, second, reason) in CopyJudgement.Of(index, Passages(index), suspected, leftovers, typos))
        {
            var tender = index.Documents[first].Tender;
            Add(found[tender], first - firstBid[tender], second - firstBid[tender], reason);
        }
        return Report(input, found);
    }

    /// <summary>The passages of every pair that shares a seed; the seeds are given back.</summary>
    private static List<(int First, int Second, List<CopiedText.Passage> Passages)> Passages(TextIndex index)
    {
        index.Seeds.Sort((x, y) => (x.First, x.Second).CompareTo((y.First, y.Second)));
        var seeds = CollectionsMarshal.AsSpan(index.Seeds).ToArray();
        var bounds = new List<(int From, int To)>();
        for (var from = 0; from < seeds.Length; )
        {
            var to = from + 1;
            while (to < seeds.Length && seeds[to].First == seeds[from].First && seeds[to].Second == seeds[from].Second)
                to++;
            bounds.Add((from, to));
            from = to;
        }
        index.Seeds.Clear();
        var passages = new List<CopiedText.Passage>[bounds.Count];
        Parallel.For(
            0,
            bounds.Count,
            i => passages[i] = CopiedText.Find(index, seeds.AsSpan(bounds[i].From, bounds[i].To - bounds[i].From))
        );
        var pairs = bounds.Select((b, i) => (seeds[b.From].First, seeds[b.From].Second, passages[i])).ToList();
        Stretches.Look(index, pairs);
        return pairs;
    }

    private static LikenessReason Typos(TextIndex index, int first, int second, List<(SharedTypos.Typo A, SharedTypos.Typo B)> typos)
    {
        var (a, b) = (index.Documents[first].Writing, index.Documents[second].Writing);
        return new LikenessReason(
            LikenessCodes.TextTypo,
            LikenessGrade.Presumed,
            typos.Count >= 5 ? 0.9 : 0.8,
            $"同一位置有 {typos.Count} 处相同的罕见错字，如{string.Join("、", typos.Take(4).Select(t => $"“{Around(a, t.A.Letter)}”（应为“{t.A.Right}”）"))}"
        )
        {
            InA = typos.Select(t => a.Span(t.A.Letter, t.A.Letter + 1)).ToList(),
            InB = typos.Select(t => b.Span(t.B.Letter, t.B.Letter + 1)).OrderBy(s => s.Start).ToList(),
        };
    }

    private static string Around(Writing writing, int letter) => new(writing.Letters, letter - 2, 5);

    private static LikenessReason Left(ComparedTender tender, TextIndex index, int firstBid, List<Leftovers.Leftover> left)
    {
        var (a, b) = (left[0].A, left[0].B);
        return new LikenessReason(
            LikenessCodes.TextLeftover,
            LikenessGrade.Presumed,
            0.85,
            $"{tender.Bids[a].Id} 与 {tender.Bids[b].Id} 的文字中留有不属于本项目或本单位的名称：{string.Join("、", left.Select(l => l.Words).Distinct().Take(3))}"
        )
        {
            InA = Spans(index.Documents[firstBid + a].Writing, left.SelectMany(l => l.InA)),
            InB = Spans(index.Documents[firstBid + b].Writing, left.SelectMany(l => l.InB)),
        };
    }

    private static List<TextSpan> Spans(Writing writing, IEnumerable<(int Start, int End)> units) =>
        units.Select(u => new TextSpan(writing.CodePoint(u.Start), writing.CodePoint(u.End))).Distinct().OrderBy(s => s.Start).ToList();

    private static void Add(SortedDictionary<(int, int), List<LikenessReason>> pairs, int a, int b, LikenessReason reason)
    {
        if (!pairs.TryGetValue((a, b), out var reasons))
            pairs[(a, b)] = reasons = [];
        // One reason a code: the first holds the strongest finding, a second of the same code adds its words.
        var at = reasons.FindIndex(r => r.Code == reason.Code);
        if (at < 0)
            reasons.Add(reason);
        else if (!reasons[at].Compared.Contains(reason.Compared, StringComparison.Ordinal) && reasons[at].Compared.Length < 400)
            reasons[at] = reasons[at] with { Compared = $"{reasons[at].Compared}；{reason.Compared}" };
    }

    private static SimilarityReport Report(SimilarityInput input, List<SortedDictionary<(int A, int B), List<LikenessReason>>> found)
    {
        var compared = Math.Max(1, input.Tenders.Sum(t => t.Bids.Count * (long)(t.Bids.Count - 1) / 2));
        var rates = found
            .SelectMany(t => t.Values)
            .SelectMany(r => r)
            .GroupBy(r => r.Code)
            .ToDictionary(g => g.Key, g => (double)g.Count() / compared, StringComparer.Ordinal);
        var tenders = new List<TenderLikeness>();
        for (var t = 0; t < input.Tenders.Count; t++)
        {
            var bids = input.Tenders[t].Bids;
            var pairs = found[t]
                .Select(pair =>
                {
                    var reasons = pair
                        .Value.Select(r => r with { BaseRate = rates[r.Code] })
                        .OrderByDescending(r => r.Weight)
                        .ThenBy(r => r.Code, StringComparer.Ordinal)
                        .ToList();
                    // Reasons speak independently: what is left of the doubt is the product of their doubts.
                    var score = 1 - reasons.Aggregate(1.0, (doubt, r) => doubt * (1 - r.Weight));
                    return new LikePair(bids[pair.Key.A].Id, bids[pair.Key.B].Id, score, reasons);
                })
                .OrderByDescending(p => p.Score)
                .ThenBy(p => p.A, StringComparer.Ordinal)
                .ThenBy(p => p.B, StringComparer.Ordinal)
                .ToList();
            tenders.Add(new TenderLikeness(input.Tenders[t].Id, pairs));
        }
        return new SimilarityReport(tenders, input.Warnings.Order(StringComparer.Ordinal).ToList());
    }
}
