namespace CountyHall.Web.Demonstration.Years;

/// <summary>Numbers that look drawn and are computed: the same seed, stream and place give the same number, in any order of asking.</summary>
/// <remarks>
/// A stream for each kind of record, so that a new kind never changes another one. FNV-1a over the stream's name, then two rounds of the
/// SplitMix64 finisher.
/// </remarks>
public sealed class Streams(long seed)
{
    public ulong At(string stream, long place)
    {
        unchecked
        {
            return Mix(Mix(Name(stream) ^ ((ulong)seed * 0x9E3779B97F4A7C15)) + ((ulong)place * 0xD1342543DE82EF95));
        }
    }

    public ulong At(string stream, string place)
    {
        unchecked
        {
            return At(stream, (long)Name(place));
        }
    }

    /// <summary>From 0 to one below the bound.</summary>
    public int Below(int bound, string stream, long place) => (int)(At(stream, place) % (ulong)bound);

    /// <summary>From 0 to one below the bound.</summary>
    public long Below(long bound, string stream, long place) => (long)(At(stream, place) % (ulong)bound);

    private static ulong Name(string text)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var c in text)
                hash = (hash ^ c) * 1099511628211UL;
            return hash;
        }
    }

    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
