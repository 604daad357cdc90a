using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CountyHall.Trading.Bids;

/// <summary>A text wrapped to a public key.</summary>
/// <param name="Encapsulated">The sender's one-time public key, 65 bytes, uncompressed.</param>
public sealed record HpkeBox(byte[] Encapsulated, byte[] Cipher);

/// <summary>Hybrid public key encryption, RFC 9180: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, one text for one recipient.</summary>
/// <param name="aead">1 = AES-128-GCM, 2 = AES-256-GCM (RFC 9180 table 5); envelopes use 2.</param>
internal sealed class Hpke(ushort aead = 2)
{
    public static readonly Hpke Aes256 = new();

    private const ushort Kem = 0x0010;
    private const ushort Kdf = 0x0001;
    private const int HashSize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private static readonly byte[] KemSuite = [.. "KEM"u8, .. Two(Kem)];
    private readonly byte[] suite = [.. "HPKE"u8, .. Two(Kem), .. Two(Kdf), .. Two(aead)];
    private readonly int keySize = aead == 1 ? 16 : 32;

    public HpkeBox Seal(ECDiffieHellmanPublicKey recipient, byte[] info, byte[] associated, byte[] plain)
    {
        using var oneTime = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(oneTime, recipient, info, associated, plain);
    }

    /// <summary>With a given one-time key: for the RFC's vectors alone.</summary>
    internal HpkeBox Seal(ECDiffieHellman oneTime, ECDiffieHellmanPublicKey recipient, byte[] info, byte[] associated, byte[] plain)
    {
        var encapsulated = Point(oneTime.PublicKey);
        var shared = Shared(oneTime.DeriveRawSecretAgreement(recipient), encapsulated, Point(recipient));
        var (key, nonce) = Schedule(shared, info);
        var cipher = new byte[plain.Length + TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, cipher.AsSpan(0, plain.Length), cipher.AsSpan(plain.Length), associated);
        return new HpkeBox(encapsulated, cipher);
    }

    /// <summary>The text; none where the box was altered, was made for another key, or for another purpose.</summary>
    public byte[]? Open(ECDiffieHellman recipient, HpkeBox box, byte[] info, byte[] associated)
    {
        if (box.Cipher.Length < TagSize || P256.Encryption(box.Encapsulated) is not { } sender)
            return null;
        using (sender)
        {
            var shared = Shared(recipient.DeriveRawSecretAgreement(sender.PublicKey), box.Encapsulated, Point(recipient.PublicKey));
            var (key, nonce) = Schedule(shared, info);
            var plain = new byte[box.Cipher.Length - TagSize];
            using var aes = new AesGcm(key, TagSize);
            try
            {
                aes.Decrypt(nonce, box.Cipher.AsSpan(0, plain.Length), box.Cipher.AsSpan(plain.Length), plain, associated);
            }
            catch (AuthenticationTagMismatchException)
            {
                return null;
            }
            return plain;
        }
    }

    internal static byte[] Point(ECDiffieHellmanPublicKey key)
    {
        var q = key.ExportParameters().Q;
        return [0x04, .. q.X!, .. q.Y!];
    }

    /// <summary>RFC 9180 section 4.1, ExtractAndExpand.</summary>
    private static byte[] Shared(byte[] agreed, byte[] encapsulated, byte[] recipient)
    {
        var extracted = Extract(KemSuite, [], "eae_prk", agreed);
        return Expand(KemSuite, extracted, "shared_secret", [.. encapsulated, .. recipient], HashSize);
    }

    /// <summary>RFC 9180 section 5.1, KeySchedule in base mode: no shared secret known before.</summary>
    private (byte[] Key, byte[] Nonce) Schedule(byte[] shared, byte[] info)
    {
        byte[] context = [0x00, .. Extract(suite, [], "psk_id_hash", []), .. Extract(suite, [], "info_hash", info)];
        var secret = Extract(suite, shared, "secret", []);
        return (Expand(suite, secret, "key", context, keySize), Expand(suite, secret, "base_nonce", context, NonceSize));
    }

    private static byte[] Extract(byte[] suite, byte[] salt, string label, byte[] input) =>
        HKDF.Extract(HashAlgorithmName.SHA256, [.. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. input], salt);

    private static byte[] Expand(byte[] suite, byte[] key, string label, byte[] info, int size) =>
        HKDF.Expand(
            HashAlgorithmName.SHA256,
            key,
            size,
            [.. Two((ushort)size), .. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. info]
        );

    private static byte[] Two(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        return bytes;
    }
}
