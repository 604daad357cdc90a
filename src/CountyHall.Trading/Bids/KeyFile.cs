using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Bids;

/// <summary>密钥文件: both private keys under a passphrase, as the holder keeps them. docs/trading/bid-envelope.md describes it; wwwroot/bid.js writes the same.</summary>
/// <param name="Holder">Whose it is, in words of the holder; nothing depends on it.</param>
/// <param name="SigningKey">Public, SubjectPublicKeyInfo in base64.</param>
/// <param name="EncryptionKey">Public, SubjectPublicKeyInfo in base64.</param>
/// <param name="Sealed">AES-256-GCM of <see cref="Inside"/> as JSON, ciphertext and tag, base64.</param>
public sealed record KeyFile(
    string Format,
    string Holder,
    string SigningKey,
    string EncryptionKey,
    KeyDerivation Derivation,
    string Nonce,
    string Sealed
)
{
    public const string ThisFormat = "countyhall-key-1";
    public const string Pbkdf2 = "PBKDF2-HMAC-SHA-256";

    /// <summary>What OWASP's password storage advice asks of PBKDF2 with SHA-256.</summary>
    public const int Iterations = 600_000;
    private const int MostIterations = 10_000_000;
    private const int TagSize = 16;

    private sealed record Inside(string Signing, string Encryption);

    /// <summary>The text of a key file.</summary>
    public static string Protect(BidKeys keys, string holder, string passphrase)
    {
        var (salt, nonce) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(12));
        var inside = JsonSerializer.SerializeToUtf8Bytes(
            new Inside(Convert.ToBase64String(keys.ExportSigning()), Convert.ToBase64String(keys.Encryption.ExportPkcs8PrivateKey())),
            EnvelopeHeader.Json
        );
        var box = new byte[inside.Length + TagSize];
        using var aes = new AesGcm(Derive(passphrase, salt, Iterations), TagSize);
        aes.Encrypt(
            nonce,
            inside,
            box.AsSpan(0, inside.Length),
            box.AsSpan(inside.Length),
            Bound(keys.SigningPublic, keys.EncryptionPublic)
        );
        CryptographicOperations.ZeroMemory(inside);
        return JsonSerializer.Serialize(
            new KeyFile(
                ThisFormat,
                holder,
                keys.SigningPublic,
                keys.EncryptionPublic,
                new KeyDerivation(Pbkdf2, Iterations, Convert.ToBase64String(salt)),
                Convert.ToBase64String(nonce),
                Convert.ToBase64String(box)
            ),
            Indented
        );
    }

    public static Result<KeyFile> Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<KeyFile>(text, EnvelopeHeader.Json) is { Format: ThisFormat } file
                ? file
                : new KeyFileUnreadable();
        }
        catch (JsonException)
        {
            return new KeyFileUnreadable();
        }
    }

    public static Result<BidKeys> Open(string text, string passphrase) => Read(text).Then(file => file.Open(passphrase));

    public Result<BidKeys> Open(string passphrase)
    {
        if (
            Derivation.Name != Pbkdf2
            || Derivation.Iterations is < 1 or > MostIterations
            || Envelope.Decode(Derivation.Salt) is not { } salt
            || Envelope.Decode(Nonce) is not { Length: 12 } nonce
            || Envelope.Decode(Sealed) is not { Length: > TagSize } box
        )
            return new KeyFileUnreadable();
        var inside = new byte[box.Length - TagSize];
        using var aes = new AesGcm(Derive(passphrase, salt, Derivation.Iterations), TagSize);
        try
        {
            aes.Decrypt(nonce, box.AsSpan(0, inside.Length), box.AsSpan(inside.Length), inside, Bound(SigningKey, EncryptionKey));
        }
        catch (AuthenticationTagMismatchException)
        {
            return new WrongPassphrase();
        }
        var (signing, encryption) = (ECDsa.Create(), ECDiffieHellman.Create());
        try
        {
            var keys = JsonSerializer.Deserialize<Inside>(inside, EnvelopeHeader.Json)!;
            signing.ImportPkcs8PrivateKey(Convert.FromBase64String(keys.Signing), out _);
            encryption.ImportPkcs8PrivateKey(Convert.FromBase64String(keys.Encryption), out _);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or CryptographicException)
        {
            return new KeyFileUnreadable();
        }
        return new BidKeys(signing, encryption);
    }

    /// <summary>The public halves are bound to the private ones: none can be exchanged in the file.</summary>
    private static byte[] Bound(string signing, string encryption) => Encoding.UTF8.GetBytes($"{ThisFormat}\n{signing}\n{encryption}");

    private static byte[] Derive(string passphrase, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)),
            salt,
            iterations,
            HashAlgorithmName.SHA256,
            Envelope.KeySize
        );

    private static readonly JsonSerializerOptions Indented = new(EnvelopeHeader.Json) { WriteIndented = true };
}

/// <param name="Salt">Base64.</param>
public sealed record KeyDerivation(string Name, int Iterations, string Salt);
