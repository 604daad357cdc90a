using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Print;

namespace CountyHall.Kernel.Secrets;

/// <summary>The county's secret: what is sealed with it can be read only where the key file is. The database alone tells nothing.</summary>
/// <remarks>One root key, never used itself; each use has a key of its own, derived by HKDF-SHA256 (RFC 5869).</remarks>
public sealed class Vault
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const string Version = "v1";

    private readonly byte[] root;
    private readonly byte[] sealing;

    public Vault(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeySize)
            throw new VaultException("The vault's key has 32 bytes.");
        root = key.ToArray();
        sealing = Derive("seal");
        KeyId = Base64Url.EncodeToString(Derive("key-id").AsSpan(0, 6));
    }

    /// <summary>Tells this vault from others and nothing of its key. Kept with the data, it shows at the start whether key and data belong together.</summary>
    public string KeyId { get; }

    /// <summary>Opens the vault of a key file.</summary>
    /// <param name="path">The file: 32 random bytes in base64, for its owner alone.</param>
    /// <param name="createIfMissing">Whether this is a first start, where a new key is right; later it would hide the loss of the old one.</param>
    public static Vault Open(string path, bool createIfMissing) => new(KeyFile.Read(path, createIfMissing, KeySize));

    /// <summary>Encrypts a short text, such as a personal number, for a column of the database. Equal texts look different.</summary>
    /// <remarks>AES-256-GCM with a random nonce (NIST SP 800-38D): <c>v1.key id.base64url(nonce ‖ ciphertext ‖ tag)</c>.</remarks>
    public string Seal(string plain)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var box = new byte[NonceSize + text.Length + TagSize];
        var (nonce, cipher, tag) = Parts(box);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(sealing, TagSize);
        aes.Encrypt(nonce.Span, text, cipher.Span, tag.Span, Label);
        return $"{Version}.{KeyId}.{Base64Url.EncodeToString(box)}";
    }

    /// <exception cref="VaultException">The text was sealed with another key, or altered.</exception>
    public string Open(string sealedText)
    {
        if (sealedText.Split('.') is not [Version, var keyId, var body] || !TryDecode(body, out var box))
            throw new VaultException("This is not a text that a vault has sealed.");
        if (keyId != KeyId)
            throw new VaultException(
                $"Sealed with the key {keyId}; this vault holds {KeyId}. Start with the key file that belongs to the database."
            );

        var (nonce, cipher, tag) = Parts(box);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(sealing, TagSize);
        try
        {
            aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain, Label);
        }
        catch (AuthenticationTagMismatchException altered)
        {
            throw new VaultException("The sealed text was altered, or its key has the same id by chance.", altered);
        }
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A stand-in for a secret value, to search and compare by: equal values give equal hashes, and only with the key.</summary>
    /// <param name="purpose">What it is for, such as <c>citizen-id</c>; the same value gives different hashes for different purposes.</param>
    /// <remarks>HMAC-SHA256. A plain hash of an 18-digit number could be found by trying all of them.</remarks>
    public string KeyedHash(string purpose, string value) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Derive($"keyed-hash/{purpose}"), Encoding.UTF8.GetBytes(value)));

    /// <summary>The Ed25519 key that signs under a name, such as the checkpoints of the log; the same each time.</summary>
    public NoteSigner Signer(string name) => new(name, Derive($"signer/{name}"));

    /// <summary>The key with which documents are signed under a name; the same each time.</summary>
    /// <param name="office">The office as its certificate names it.</param>
    public DocumentSigner DocumentSigner(string name, string office, SigningAlgorithm algorithm) =>
        new(
            name,
            office,
            algorithm,
            // 48 bytes, so that the remainder by a number of 32 is as good as even (FIPS 186-5, A.2.1).
            HKDF.DeriveKey(HashAlgorithmName.SHA256, root, 48, info: Encoding.UTF8.GetBytes($"countyhall/document/{algorithm}/{name}"))
        );

    private byte[] Label => Encoding.UTF8.GetBytes($"{Version}.{KeyId}");

    private byte[] Derive(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root, KeySize, info: Encoding.UTF8.GetBytes($"countyhall/{use}"));

    private static bool TryDecode(string body, out byte[] box)
    {
        box = Base64Url.IsValid(body) ? Base64Url.DecodeFromChars(body) : [];
        return box.Length >= NonceSize + TagSize && Base64Url.EncodeToString(box) == body;
    }

    private static (Memory<byte> Nonce, Memory<byte> Cipher, Memory<byte> Tag) Parts(Memory<byte> box) =>
        (box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..]);
}
