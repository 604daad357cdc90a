namespace CountyHall.Trading.Similarity;

/// <summary>The hashes of all runs of so many letters, one after the other, mixed so that every bit of them is as good as another.</summary>
internal struct RollingHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private readonly int length;
    private readonly ulong leaving = 1;
    private ulong hash;

    public RollingHash(int length)
    {
        this.length = length;
        for (var i = 0; i < length - 1; i++)
            leaving = unchecked(leaving * Prime);
    }

    /// <summary>Takes the letter at <paramref name="i"/>, one after the other from the first on. Answers the hash of the run that ends with it; before there is a whole run it says nothing.</summary>
    public ulong Take(char[] letters, int i)
    {
        unchecked
        {
            if (i >= length)
                hash -= letters[i - length] * leaving;
            hash = hash * Prime + letters[i];
            var mixed = (hash ^ (hash >> 31)) * 0xBF58476D1CE4E5B9;
            return mixed ^ (mixed >> 29);
        }
    }
}
