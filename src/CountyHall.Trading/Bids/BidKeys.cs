using System.Security.Cryptography;

namespace CountyHall.Trading.Bids;

/// <summary>密钥: the two key pairs of one person at one firm, or of one custodian. They live on that person's device and nowhere else.</summary>
/// <remarks>Two pairs, because a key that signs should not be one that opens. P-256: what standard web cryptography has.</remarks>
public sealed class BidKeys : IDisposable
{
    private readonly ECDsa signing;

    internal BidKeys(ECDsa signing, ECDiffieHellman encryption)
    {
        this.signing = signing;
        Encryption = encryption;
        SigningPublic = Convert.ToBase64String(signing.ExportSubjectPublicKeyInfo());
        EncryptionPublic = Convert.ToBase64String(encryption.ExportSubjectPublicKeyInfo());
    }

    public static BidKeys Generate() =>
        new(ECDsa.Create(ECCurve.NamedCurves.nistP256), ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>SubjectPublicKeyInfo in base64.</summary>
    public string SigningPublic { get; }

    /// <summary>SubjectPublicKeyInfo in base64.</summary>
    public string EncryptionPublic { get; }

    public ECDiffieHellman Encryption { get; }

    /// <summary>64 bytes, r ‖ s.</summary>
    public byte[] Sign(byte[] text) =>
        signing.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    internal byte[] ExportSigning() => signing.ExportPkcs8PrivateKey();

    public void Dispose()
    {
        signing.Dispose();
        Encryption.Dispose();
    }
}
