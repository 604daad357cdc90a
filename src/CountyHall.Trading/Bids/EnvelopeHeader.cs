using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CountyHall.Trading.Bids;

/// <summary>信封头: what anybody may read of a sealed bid. docs/trading/bid-envelope.md describes every field.</summary>
/// <param name="Lot">标段编号: an envelope belongs to one lot.</param>
/// <param name="ContentSize">Bytes of the plain package.</param>
/// <param name="ChunkSize">Bytes of a plain chunk; the last may be shorter.</param>
/// <param name="Signer">Public key of the signature, SubjectPublicKeyInfo in base64.</param>
/// <param name="Commitment">SHA-256 that ties the envelope to one content key, in hex: it cannot be opened with two keys to two contents.</param>
/// <param name="Recipients">The content key, wrapped to the bidder's own keys.</param>
/// <param name="Custodians">The content key, split among the custodians.</param>
public sealed record EnvelopeHeader(
    string Format,
    string Lot,
    long ContentSize,
    int ChunkSize,
    string Cipher,
    string Wrap,
    string Signing,
    string Signer,
    string Commitment,
    IReadOnlyList<WrappedKey> Recipients,
    CustodianShares Custodians
)
{
    public const string ThisFormat = "countyhall-bid-1";
    public const string Aes = "AES-256-GCM";
    public const string Hpke = "HPKE base, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM";
    public const string Ecdsa = "ECDSA P-256 SHA-256";

    /// <summary>Its bytes as they stand in the envelope and are signed.</summary>
    [JsonIgnore]
    public byte[] Bytes { get; init; } = [];

    [JsonIgnore]
    public byte[] Hash => SHA256.HashData(Bytes);

    /// <summary>Thumbprint of <see cref="Signer"/>.</summary>
    [JsonIgnore]
    public string SignerThumbprint => KeyPrint.Of(Signer);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

/// <summary>A key wrapped by HPKE.</summary>
/// <param name="Key">Thumbprint of the recipient's encryption key.</param>
/// <param name="Encapsulated">Base64.</param>
/// <param name="Wrapped">Base64.</param>
public sealed record WrappedKey(string Key, string Encapsulated, string Wrapped);

/// <summary>密钥分割: any <paramref name="Threshold"/> of the shares give the content key.</summary>
/// <param name="Panel">Number of the panel, as the hall gave it out with the lot.</param>
public sealed record CustodianShares(string Panel, int Threshold, IReadOnlyList<WrappedShare> Shares);

/// <param name="Index">Place of the share, from 1.</param>
public sealed record WrappedShare(int Index, string Key, string Encapsulated, string Wrapped);

/// <summary>指纹: by which a public key is named, SHA-256 of its SubjectPublicKeyInfo in lowercase hex.</summary>
public static class KeyPrint
{
    public static string Of(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    /// <param name="publicKey">Base64; anything else has the thumbprint of nothing.</param>
    public static string Of(string publicKey) => Envelope.Decode(publicKey) is { } bytes ? Of(bytes) : "";
}
