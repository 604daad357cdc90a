using System.Security.Cryptography;

namespace CountyHall.Trading.Bids;

/// <summary>Public keys of the curve P-256 in their one form: SubjectPublicKeyInfo with the point written out, 91 bytes.</summary>
internal static class P256
{
    /// <summary>Everything before the coordinates, which is the same in every key (RFC 5480).</summary>
    private static ReadOnlySpan<byte> Prefix =>
        [
            0x30,
            0x59,
            0x30,
            0x13,
            0x06,
            0x07,
            0x2A,
            0x86,
            0x48,
            0xCE,
            0x3D,
            0x02,
            0x01,
            0x06,
            0x08,
            0x2A,
            0x86,
            0x48,
            0xCE,
            0x3D,
            0x03,
            0x01,
            0x07,
            0x03,
            0x42,
            0x00,
            0x04,
        ];

    private const int Size = 91;

    /// <param name="key">Base64.</param>
    /// <returns>None where it is no public key of the curve.</returns>
    public static ECDsa? Signing(string key) => Point(Envelope.Decode(key)) is { } point ? Make(point, ECDsa.Create) : null;

    /// <param name="key">Base64.</param>
    /// <returns>None where it is no public key of the curve.</returns>
    public static ECDiffieHellman? Encryption(string key) =>
        Point(Envelope.Decode(key)) is { } point ? Make(point, ECDiffieHellman.Create) : null;

    /// <param name="point">0x04 and both coordinates.</param>
    public static ECDiffieHellman? Encryption(byte[] point) =>
        point is { Length: 65 } && point[0] == 0x04
            ? Make(new ECPoint { X = point[1..33], Y = point[33..] }, ECDiffieHellman.Create)
            : null;

    private static ECPoint? Point(byte[]? key) =>
        key is { Length: Size } && key.AsSpan().StartsWith(Prefix)
            ? new ECPoint { X = key[Prefix.Length..(Prefix.Length + 32)], Y = key[(Prefix.Length + 32)..] }
            : null;

    private static T? Make<T>(ECPoint point, Func<ECParameters, T> make)
        where T : class
    {
        try
        {
            return make(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        }
        catch (CryptographicException)
        {
            return null; // no point of the curve
        }
    }
}
