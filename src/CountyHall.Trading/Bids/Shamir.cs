using System.Security.Cryptography;

namespace CountyHall.Trading.Bids;

/// <summary>One share of a secret.</summary>
/// <param name="Index">Its place, 1 to 255; the secret itself stands at 0.</param>
public sealed record SecretShare(int Index, byte[] Value);

/// <summary>门限分割: a secret split so that any m of n shares give it back and fewer say nothing of it.</summary>
/// <remarks>
/// Shamir, How to share a secret (1979), byte by byte over GF(2⁸) with the polynomial x⁸+x⁴+x³+x+1. docs/trading/bid-envelope.md has vectors.
/// </remarks>
public static class Shamir
{
    /// <param name="threshold">How many shares are needed, at least 1.</param>
    /// <param name="shares">How many are made, at most 255.</param>
    public static IReadOnlyList<SecretShare> Split(byte[] secret, int threshold, int shares)
    {
        if (threshold < 1 || shares < threshold || shares > 255)
            throw new ArgumentOutOfRangeException(nameof(threshold), "1 ≤ threshold ≤ shares ≤ 255.");
        var polynomial = new byte[threshold][];
        polynomial[0] = secret;
        for (var degree = 1; degree < threshold; degree++)
            polynomial[degree] = RandomNumberGenerator.GetBytes(secret.Length);
        return [.. Enumerable.Range(1, shares).Select(x => new SecretShare(x, At(polynomial, (byte)x)))];
    }

    /// <summary>Puts shares together. Which are too few or altered cannot be told here: the answer is then another secret.</summary>
    public static byte[] Combine(IReadOnlyList<SecretShare> shares)
    {
        if (shares.Count == 0 || shares.Any(s => s.Index is < 1 or > 255) || shares.DistinctBy(s => s.Index).Count() != shares.Count)
            throw new ArgumentException("Shares have different places from 1 to 255.", nameof(shares));
        var secret = new byte[shares[0].Value.Length];
        if (shares.Any(s => s.Value.Length != secret.Length))
            throw new ArgumentException("Shares of one secret are equally long.", nameof(shares));
        foreach (var share in shares)
        {
            // Lagrange at 0: ∏ xₖ / (xₖ − xᵢ); subtraction is exclusive or.
            byte weight = 1;
            foreach (var other in shares)
            {
                if (other.Index != share.Index)
                    weight = Multiply(weight, Multiply((byte)other.Index, Inverse((byte)(other.Index ^ share.Index))));
            }
            for (var i = 0; i < secret.Length; i++)
                secret[i] ^= Multiply(share.Value[i], weight);
        }
        return secret;
    }

    private static byte[] At(byte[][] polynomial, byte x)
    {
        var value = new byte[polynomial[0].Length];
        for (var i = 0; i < value.Length; i++)
        {
            for (var degree = polynomial.Length - 1; degree >= 0; degree--)
                value[i] = (byte)(Multiply(value[i], x) ^ polynomial[degree][i]);
        }
        return value;
    }

    /// <summary>Without tables and branches: how long it takes says nothing of the bytes.</summary>
    internal static byte Multiply(byte a, byte b)
    {
        var (left, product) = ((int)a, 0);
        for (var bit = 0; bit < 8; bit++)
        {
            product ^= left & -((b >> bit) & 1);
            left = ((left << 1) ^ (0x1B & -((left >> 7) & 1))) & 0xFF;
        }
        return (byte)product;
    }

    /// <summary>a²⁵⁴, which is 1/a.</summary>
    private static byte Inverse(byte a)
    {
        byte result = 1;
        for (var power = 0; power < 7; power++)
        {
            a = Multiply(a, a);
            result = Multiply(result, a);
        }
        return result;
    }
}
