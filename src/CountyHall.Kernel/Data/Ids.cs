using System.Security.Cryptography;

namespace CountyHall.Kernel.Data;

/// <summary>64-bit identifiers made here and not by the database, rising with time, so that a whole graph is saved in one batch.</summary>
/// <remarks>
/// 42 bits of milliseconds since 2020, then 21 random bits (raised by one within the same millisecond): rising in one process, practically
/// never equal across nodes (a duplicate is refused by the primary key), and not to be counted by outsiders.
/// </remarks>
public static class Ids
{
    private const int RandomBits = 21;
    private static readonly long Epoch = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static long last;

    /// <summary>From here on every identifier is above this one: a clock that was set back between two starts changes no order.</summary>
    /// <param name="known">The highest that the database holds.</param>
    public static void Follow(long known)
    {
        for (var seen = Interlocked.Read(ref last); seen < known; seen = Interlocked.Read(ref last))
            Interlocked.CompareExchange(ref last, known, seen);
    }

    public static long Next(DateTime nowUtc)
    {
        var millis = new DateTimeOffset(nowUtc, TimeSpan.Zero).ToUnixTimeMilliseconds() - Epoch;
        while (true)
        {
            var seen = Interlocked.Read(ref last);
            // Within the same millisecond the last one is raised, and nothing random is needed.
            var next =
                millis > seen >> RandomBits ? (millis << RandomBits) | (long)RandomNumberGenerator.GetInt32(1 << RandomBits) : seen + 1;
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
                return next;
        }
    }
}
