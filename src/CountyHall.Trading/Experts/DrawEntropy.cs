using System.Globalization;
using System.Numerics;

namespace CountyHall.Trading.Experts;

/// <summary>信息量: how much randomness announced sources can carry, and how much a draw needs. In bits.</summary>
/// <remarks>
/// A number of d digits counts as one of all numbers of as many digits: log2(9·10^(d−1)), and log2(10) for one digit. A source of k numbers is
/// sorted before it is used, so their order carries nothing: log2(k!) is taken off. The same source given twice counts once. That is the most
/// that a source of this form can carry; whether somebody chose it instead of drawing it no count can tell, which is why shares are committed to.
/// </remarks>
public static class DrawEntropy
{
    /// <summary>Bits that canonical sources carry together, each as <see cref="Opening.PublicDraw.Canonical"/> writes it.</summary>
    public static double Of(IEnumerable<string> canonical) => canonical.Distinct(StringComparer.Ordinal).Sum(OfOne);

    /// <summary>Bits that one canonical source carries.</summary>
    public static double OfOne(string canonical)
    {
        var numbers = canonical.TrimEnd('/').Split('.', StringSplitOptions.RemoveEmptyEntries);
        var bits = numbers.Sum(n => n.Length == 1 ? Math.Log2(10) : Math.Log2(9) + (n.Length - 1) * Math.Log2(10));
        for (var k = 2; k <= numbers.Length; k++)
            bits -= Math.Log2(k);
        return Math.Max(0, bits);
    }

    /// <summary>log2(C(pool, wanted)): fewer bits could not reach every choice. RFC 3797 section 3.</summary>
    public static double Needed(int pool, int wanted)
    {
        var choices = BigInteger.One;
        for (var i = 1; i <= wanted; i++)
            choices = choices * (pool - wanted + i) / i;
        // Exact above the range of a double: the logarithm of the leading digits and the length.
        var length = (int)choices.GetBitLength();
        return length <= 1000 ? Math.Log2((double)choices) : Math.Log2((double)(choices >> (length - 60))) + (length - 60);
    }

    /// <summary>Bits as they are written in refusals: one decimal place, cut off.</summary>
    public static string Write(double bits) => (Math.Floor(bits * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);
}
