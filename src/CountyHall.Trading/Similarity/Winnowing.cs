namespace CountyHall.Trading.Similarity;

/// <summary>
/// Selects fingerprints from a row of hashes: in each window of w the least, the rightmost of equals, each place once. Any shared run of at least
/// w + k − 1 characters then shares a fingerprint (Schleimer, Wilkerson, Aiken 2003).
/// </summary>
public static class Winnowing
{
    public static IReadOnlyList<(ulong Hash, int Place)> Select(IReadOnlyList<ulong> hashes, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        var selected = new List<(ulong, int)>();
        var least = -1;
        for (var end = Math.Min(window, hashes.Count); end <= hashes.Count && hashes.Count > 0; end++)
        {
            var start = Math.Max(0, end - window);
            if (least < start)
            {
                least = start;
                for (var i = start + 1; i < end; i++)
                    if (hashes[i] <= hashes[least])
                        least = i;
            }
            else if (hashes[end - 1] <= hashes[least])
                least = end - 1;
            if (selected.Count == 0 || selected[^1].Item2 != least)
                selected.Add((hashes[least], least));
        }
        return selected;
    }
}
