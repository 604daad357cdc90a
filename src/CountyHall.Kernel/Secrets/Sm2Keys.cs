using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Results;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace CountyHall.Kernel.Secrets;

/// <summary>SM2 over SM3 (GB/T 32918, GB/T 32905) with keys as others keep them: PEM files, SubjectPublicKeyInfo, a bare point.</summary>
/// <remarks>The user identity is the usual <c>1234567812345678</c> (GB/T 35276); signatures are the DER sequence of r and s, as OpenSSL writes them.</remarks>
public static class Sm2Keys
{
    private const string Signing = "SM3WITHSM2";
    private const int PointLength = 65;

    /// <summary>Reads a public key that somebody pasted: PEM, SubjectPublicKeyInfo in base64, or the point 04‖X‖Y in hexadecimal digits.</summary>
    /// <returns>SubjectPublicKeyInfo in base64, always written the same way.</returns>
    public static Result<string> ReadPublic(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
            return new SecretKeyShown();
        try
        {
            var plain = string.Concat(
                text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => !l.StartsWith("-----", StringComparison.Ordinal))
            );
            if (plain.Length is 0 or > 1000)
                return new PublicKeyWrong();
            var key = plain.Length == PointLength * 2 && plain.All(char.IsAsciiHexDigit) ? Point(plain) : Decode(plain);
            return key is null ? new PublicKeyWrong() : Convert.ToBase64String(Encode(key));
        }
        // Whatever a strange text makes the library say, it is not a key of this curve.
        catch (Exception wrong)
            when (wrong is FormatException or ArgumentException or InvalidOperationException or IOException or InvalidCastException)
        {
            return new PublicKeyWrong();
        }
    }

    /// <summary>A new pair.</summary>
    /// <returns>The secret half as PKCS #8, the public half as SubjectPublicKeyInfo, both PEM.</returns>
    public static (string Secret, string Public) Make()
    {
        var maker = new ECKeyPairGenerator();
        maker.Init(new ECKeyGenerationParameters(GMObjectIdentifiers.sm2p256v1, new SecureRandom()));
        var pair = maker.GenerateKeyPair();
        return (
            Pem("PRIVATE KEY", PrivateKeyInfoFactory.CreatePrivateKeyInfo(pair.Private).GetDerEncoded()),
            Pem("PUBLIC KEY", Encode((ECPublicKeyParameters)pair.Public))
        );
    }

    /// <summary>The signature over a message, DER. The key is a PEM file as <see cref="Make"/> or OpenSSL writes it.</summary>
    /// <exception cref="VaultException">The text is not a secret key of SM2.</exception>
    public static byte[] Sign(string secretPem, byte[] message)
    {
        var signer = SignerUtilities.GetSigner(Signing);
        signer.Init(true, Secret(secretPem));
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    /// <summary>Whether the signature over the message was made by the owner of this key.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo in base64, as <see cref="ReadPublic"/> answers it.</param>
    public static bool Holds(string publicKey, byte[] message, byte[] signature)
    {
        var signer = SignerUtilities.GetSigner(Signing);
        signer.Init(false, PublicKeyFactory.CreateKey(Convert.FromBase64String(publicKey)));
        signer.BlockUpdate(message, 0, message.Length);
        return signer.VerifySignature(signature);
    }

    /// <summary>SM3 of all that can be read, 32 bytes.</summary>
    public static async Task<byte[]> Digest(Stream content, CancellationToken ct = default)
    {
        var sm3 = new SM3Digest();
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; )
            sm3.BlockUpdate(buffer, 0, read);
        var digest = new byte[sm3.GetDigestSize()];
        sm3.DoFinal(digest, 0);
        return digest;
    }

    /// <summary>The first sixteen hexadecimal digits of SHA-256 over the key: to tell keys apart on a page.</summary>
    public static string Fingerprint(string publicKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(publicKey)))[..16];

    private static ECPrivateKeyParameters Secret(string pem)
    {
        try
        {
            using var reader = new PemReader(new StringReader(pem));
            // OpenSSL writes the name of the curve as an object of its own before the key.
            while (reader.ReadObject() is { } found)
            {
                var key = found is AsymmetricCipherKeyPair pair ? pair.Private : found;
                if (key is ECPrivateKeyParameters secret && IsSm2(secret.Parameters))
                    return secret;
            }
        }
        catch (Exception wrong) when (wrong is IOException or ArgumentException or InvalidCastException)
        {
            throw new VaultException($"The file holds no secret key of SM2: {wrong.Message}");
        }
        throw new VaultException("The file holds no secret key of SM2.");
    }

    private static ECPublicKeyParameters? Decode(string base64) =>
        PublicKeyFactory.CreateKey(Convert.FromBase64String(base64)) is ECPublicKeyParameters key && IsSm2(key.Parameters)
            ? new ECPublicKeyParameters(key.Q, Domain)
            : null;

    private static ECPublicKeyParameters Point(string hex)
    {
        var domain = Domain;
        // A point off the curve is refused here.
        return new ECPublicKeyParameters(domain.Curve.DecodePoint(Convert.FromHexString(hex)), domain);
    }

    private static ECNamedDomainParameters Domain => new(GMObjectIdentifiers.sm2p256v1, GMNamedCurves.GetByName("sm2p256v1"));

    private static bool IsSm2(ECDomainParameters domain) => domain.Curve.Equals(Domain.Curve) && domain.G.Equals(Domain.G);

    private static byte[] Encode(ECPublicKeyParameters key) => SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(key).GetDerEncoded();

    private static string Pem(string label, byte[] der) => new StringBuilder(PemEncoding.WriteString(label, der)).Append('\n').ToString();
}

public sealed record PublicKeyWrong()
    : Refusal(
        ("这不是 SM2 公钥。", "This is not a public key of SM2."),
        (
            "请粘贴 PEM 文件（-----BEGIN PUBLIC KEY-----）的全部内容，或 130 位十六进制的公钥点（以 04 开头）。",
            "Paste the whole PEM file (-----BEGIN PUBLIC KEY-----), or the point in 130 hexadecimal digits (beginning with 04)."
        )
    );

public sealed record SecretKeyShown()
    : Refusal(
        ("您粘贴的是私钥，私钥不能交给任何人。", "This is a secret key; it must not be given to anybody."),
        ("请换一对新密钥，只提交公钥。", "Make a new pair and hand in its public half alone.")
    );
