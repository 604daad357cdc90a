using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CountyHall.Trading.Opening;

/// <summary>可复验的随机抽取: whoever knows the sources draws the same again. RFC 3797.</summary>
public static class PublicDraw
{
    /// <summary>A share in the form of the RFC: numbers sorted, joined by dots, ended by a dot and a slash.</summary>
    /// <returns>None where the text is not a list of whole numbers.</returns>
    public static string? Canonical(string share)
    {
        var numbers = new List<BigInteger>();
        foreach (var part in share.Trim().TrimEnd('/').Split(['.', ' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length > 60 || !BigInteger.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            numbers.Add(number);
        }
        return numbers.Count == 0 ? null : $"{string.Join('.', numbers.Order())}./";
    }

    /// <summary>SHA-256 of a share in its canonical form, in lowercase hex.</summary>
    public static string CommitmentTo(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(canonical)));

    /// <summary>Draws places out of a pool, in their order, each once.</summary>
    /// <param name="key">The canonical sources in their announced order, one after the other.</param>
    /// <param name="pool">How many there are to draw from.</param>
    /// <returns>Places from 1.</returns>
    public static IReadOnlyList<int> Draw(string key, int pool, int wanted)
    {
        if (wanted > pool || wanted < 1)
            throw new ArgumentOutOfRangeException(nameof(wanted), "Between one and all of them can be drawn.");
        var left = Enumerable.Range(1, pool).ToList();
        var drawn = new List<int>();
        for (var round = 0; round < wanted; round++)
        {
            var at = (int)(Number(key, round) % (uint)left.Count);
            drawn.Add(left[at]);
            left.RemoveAt(at);
        }
        return drawn;
    }

    [SuppressMessage("Security", "CA5351", Justification = "RFC 3797 names MD5; it only spreads the entropy of the sources.")]
    private static UInt128 Number(string key, int round)
    {
        Span<byte> place = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(place, (ushort)round);
        return BinaryPrimitives.ReadUInt128BigEndian(MD5.HashData([.. place, .. Encoding.ASCII.GetBytes(key), .. place]));
    }
}
