namespace CountyHall.Trading.Similarity;

/// <summary>
/// Passages that two bids share. Runs that only they have are seeds; seeds on one diagonal make a run, runs near each other in both bids
/// make a passage, whatever their order in it: so a passage is found again after words were exchanged, numbers changed or sentences moved.
/// </summary>
internal static class CopiedText
{
    // Letters between two runs of one passage, in both bids.
    private const int Reach = 60;

    /// <param name="Own">Letters in runs that only this pair (or its small circle) has.</param>
    /// <param name="Runs">Separate runs in the passage.</param>
    /// <param name="Users">The size of the circle that shares it, on average.</param>
    /// <param name="Explained">0–1: of the passage's own words, what the tender, the trade or a third firm has too.</param>
    /// <param name="Matched">Letters that stand alike in both, changed ones not counted.</param>
    public sealed record Passage(int StartA, int EndA, int StartB, int EndB, int Own, int Runs, double Users, double Explained, int Matched)
    {
        public int Length => Math.Min(EndA - StartA, EndB - StartB);

        /// <summary>Whether others have its runs, each in another text, and nobody its sentences.</summary>
        public bool IsByStretches { get; init; }
    }

    private sealed class Run(int startA, int endA, int startB, int own, int users)
    {
        public int StartA = startA;
        public int EndA = endA;
        public int StartB = startB;
        public int Own = own;
        public int Users = users;
        public int Group = -1;
        public int EndB => StartB + EndA - StartA;
    }

    public static List<Passage> Find(TextIndex index, ReadOnlySpan<TextIndex.Seed> seeds)
    {
        if (seeds.Length == 0)
            return [];
        var first = index.Documents[seeds[0].First];
        var second = index.Documents[seeds[0].Second];
        var (lettersA, lettersB) = (first.Writing.Letters, second.Writing.Letters);
        var sorted = seeds.ToArray();
        Array.Sort(sorted, (x, y) => (x.B - x.A, x.A).CompareTo((y.B - y.A, y.A)));
        var gap = index.Gram + 4 * index.Step;
        var runs = new List<Run>();
        Run? open = null;
        var diagonal = 0;
        var lastA = 0;
        foreach (var seed in sorted)
        {
            var on = seed.B - seed.A;
            if (open is not null && on == diagonal && seed.A <= lastA + gap)
            {
                open.EndA = seed.A + index.Gram;
                open.Own += Math.Min(index.Step, seed.A - lastA);
                open.Users += seed.Users;
                lastA = seed.A;
                continue;
            }
            if (open is not null && on == diagonal && seed.A < open.EndA)
            {
                lastA = seed.A;
                continue;
            }
            open = new Run(seed.A, seed.A + index.Gram, seed.B, index.Step, seed.Users);
            (diagonal, lastA) = (on, seed.A);
            runs.Add(open);
        }
        foreach (var run in runs)
            Lengthen(run, lettersA, lettersB);
        runs = Joined(runs);
        Group(runs);
        var pair = seeds[0];
        var passages = runs.GroupBy(run => run.Group)
            .Select(group => Gather(index, pair, OneToOne(group, r => r.EndA - r.StartA, r => (r.StartA, r.EndA, r.StartB, r.EndB))))
            .OfType<Passage>();
        return OneToOne(passages, p => p.Matched, p => (p.StartA, p.EndA, p.StartB, p.EndB)).OrderBy(p => p.StartA).ToList();
    }

    /// <summary>Both ways as far as the letters agree, with a differing letter now and then.</summary>
    private static void Lengthen(Run run, char[] a, char[] b)
    {
        var (i, j, good, score) = (run.EndA, run.EndB, 0, 0);
        for (var taken = 1; i < a.Length && j < b.Length && score > -7; i++, j++, taken++)
        {
            score += a[i] == b[j] ? 1 : -3;
            if (score > 0)
                (good, score) = (taken, 0);
        }
        run.EndA += good;
        (i, j, good, score) = (run.StartA - 1, run.StartB - 1, 0, 0);
        for (var taken = 1; i >= 0 && j >= 0 && score > -7; i--, j--, taken++)
        {
            score += a[i] == b[j] ? 1 : -3;
            if (score > 0)
                (good, score) = (taken, 0);
        }
        run.StartA -= good;
        run.StartB -= good;
    }

    /// <summary>Runs of one diagonal that grew into each other are one; they come in the order of diagonals.</summary>
    private static List<Run> Joined(List<Run> runs)
    {
        var joined = new List<Run>();
        foreach (var run in runs)
            if (
                joined.Count > 0
                && joined[^1] is var last
                && last.StartB - last.StartA == run.StartB - run.StartA
                && run.StartA <= last.EndA
            )
            {
                last.EndA = Math.Max(last.EndA, run.EndA);
                last.Own += run.Own;
                last.Users += run.Users;
            }
            else
                joined.Add(run);
        return joined;
    }

    /// <summary>Each place of the one bid with one place of the other, the greatest likeness first: a section that the other has twice is one.</summary>
    private static List<T> OneToOne<T>(IEnumerable<T> all, Func<T, int> size, Func<T, (int StartA, int EndA, int StartB, int EndB)> at)
    {
        var (inA, inB) = (new SortedList<int, int>(), new SortedList<int, int>());
        var kept = new List<T>();
        foreach (var each in all.OrderByDescending(size).ThenBy(x => at(x).StartA).ThenBy(x => at(x).StartB))
        {
            var (startA, endA, startB, endB) = at(each);
            if (!IsFree(inA, startA, endA) || !IsFree(inB, startB, endB))
                continue;
            inA[startA] = Math.Max(endA, inA.GetValueOrDefault(startA));
            inB[startB] = Math.Max(endB, inB.GetValueOrDefault(startB));
            kept.Add(each);
        }
        return kept;
    }

    private static bool IsFree(SortedList<int, int> taken, int start, int end)
    {
        var next = Sorted.FirstFrom(end, taken.Count, i => taken.Keys[i]);
        var covered = 0;
        // What was taken first is longer, so few of those before can reach this far.
        for (var i = next - 1; i >= 0 && i >= next - 8; i--)
            covered += Math.Max(0, Math.Min(end, taken.Values[i]) - Math.Max(start, taken.Keys[i]));
        return covered * 2 < end - start;
    }

    private static void Group(List<Run> runs)
    {
        runs.Sort((x, y) => (x.StartA, x.StartB, x.EndA).CompareTo((y.StartA, y.StartB, y.EndA)));
        var parent = new int[runs.Count];
        for (var i = 0; i < runs.Count; i++)
            parent[i] = i;
        var longest = 0;
        foreach (var run in runs)
            longest = Math.Max(longest, run.EndA - run.StartA);
        for (var i = 0; i < runs.Count; i++)
        for (var j = i - 1; j >= 0 && runs[i].StartA - runs[j].StartA <= longest + Reach; j--)
        {
            var (x, y) = (runs[j], runs[i]);
            if (y.StartA - x.EndA > Reach)
                continue;
            if (y.StartB - x.EndB > Reach || x.StartB - y.EndB > Reach)
                continue;
            parent[Root(parent, i)] = Root(parent, j);
        }
        for (var i = 0; i < runs.Count; i++)
            runs[i].Group = Root(parent, i);
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }

    // A run of more than a paragraph is a passage by itself, if what stands beside it is no more than any two bids have in common.
    private const int ALongRun = 280;
    private const int MostBeside = 16;

    private static Passage? Gather(TextIndex index, TextIndex.Seed pair, List<Run> group)
    {
        var longest = group.MaxBy(run => run.EndA - run.StartA)!;
        if (longest.EndA - longest.StartA >= ALongRun && group.Sum(run => run.Own) - longest.Own < MostBeside)
            group = [longest];
        int startA = int.MaxValue,
            endA = 0,
            startB = int.MaxValue,
            endB = 0,
            own = 0,
            users = 0,
            runs = 0,
            seeds = 0,
            matched = 0;
        foreach (var run in group)
        {
            (startA, endA) = (Math.Min(startA, run.StartA), Math.Max(endA, run.EndA));
            (startB, endB) = (Math.Min(startB, run.StartB), Math.Max(endB, run.EndB));
            own += run.Own;
            users += run.Users;
            seeds += (run.Own + index.Step - 1) / index.Step;
            matched += run.EndA - run.StartA;
            runs++;
        }
        var (kept, explained) = index.Explained(pair.First, startA, endA, index.Documents[pair.Second].Firm);
        var (keptB, explainedB) = index.Explained(pair.Second, startB, endB, index.Documents[pair.First].Firm);
        var all = kept + keptB;
        return new Passage(
            startA,
            endA,
            startB,
            endB,
            own,
            runs,
            (double)users / Math.Max(1, seeds),
            all == 0 ? 0 : (double)(explained + explainedB) / all,
            matched
        );
    }
}
