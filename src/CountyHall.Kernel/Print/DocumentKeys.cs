using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CountyHall.Kernel.Journal;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace CountyHall.Kernel.Print;

/// <summary>How documents are signed.</summary>
public enum SigningAlgorithm
{
    /// <summary>SM2 over SM3 (GB/T 32918, GB/T 32905): what the county's own law of cryptography expects.</summary>
    Sm2,

    /// <summary>ECDSA with P-256 over SHA-256: what any PDF reader can check.</summary>
    Ecdsa,
}

/// <summary>The public half of a key that signs documents, under the name of the office it signs for.</summary>
/// <param name="Name">Such as <c>hall.example/documents/scjg/1</c>.</param>
/// <param name="Public">SubjectPublicKeyInfo, DER.</param>
public sealed record DocumentKey(string Name, SigningAlgorithm Algorithm, byte[] Public)
{
    private const string Kind = "countyhall-document";

    /// <summary>The first eight hexadecimal digits of SHA-256 over the key: to tell keys apart, not a proof.</summary>
    public string KeyId => Convert.ToHexStringLower(SHA256.HashData(Public))[..8];

    /// <summary>The line to publish: <c>countyhall-document sm2 NAME KEYID BASE64</c>.</summary>
    public override string ToString() =>
        $"{Kind} {(Algorithm == SigningAlgorithm.Sm2 ? "sm2" : "ecdsa")} {Name} {KeyId} {Convert.ToBase64String(Public)}";

    public static bool TryParse(string line, [NotNullWhen(true)] out DocumentKey? key)
    {
        key = null;
        if (line.Trim().Split(' ') is not [Kind, "sm2" or "ecdsa", _, _, var encoded] || !Strict.TryBase64(encoded, out var bytes))
            return false;
        var parts = line.Trim().Split(' ');
        var read = new DocumentKey(parts[2], parts[1] == "sm2" ? SigningAlgorithm.Sm2 : SigningAlgorithm.Ecdsa, bytes);
        if (read.ToString() == line.Trim()) // the id says another key, or the line is written in another way
            key = read;
        return key is not null;
    }
}

/// <summary>The secret half, with a certificate that names the office. Made out of the county's vault; the same each time.</summary>
public sealed class DocumentSigner
{
    // A key has no time of its own here: what counts is the list of published keys.
    private static readonly DateTime From = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Until = new(2099, 12, 31, 0, 0, 0, DateTimeKind.Utc);
    private readonly ECPrivateKeyParameters secret;

    /// <param name="name">See <see cref="DocumentKey.Name"/>.</param>
    /// <param name="office">The office as the certificate names it.</param>
    /// <param name="seed">48 secret bytes, from which the key follows.</param>
    public DocumentSigner(string name, string office, SigningAlgorithm algorithm, byte[] seed)
    {
        var (curve, id) =
            algorithm == SigningAlgorithm.Sm2
                ? (GMNamedCurves.GetByName("sm2p256v1"), GMObjectIdentifiers.sm2p256v1)
                : (NistNamedCurves.GetByName("P-256"), X9ObjectIdentifiers.Prime256v1);
        var domain = new ECNamedDomainParameters(id, curve);
        // 1 … n-2: SM2 does not allow n-1.
        var d = new BigInteger(1, seed).Mod(curve.N.Subtract(BigInteger.Two)).Add(BigInteger.One);
        secret = new ECPrivateKeyParameters(d, domain);
        var open = new ECPublicKeyParameters(curve.G.Multiply(d).Normalize(), domain);
        Key = new DocumentKey(name, algorithm, SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(open).GetDerEncoded());
        var maker = new X509V3CertificateGenerator();
        var subject = new X509Name(
            $"CN={office.Replace(",", "\\,", StringComparison.Ordinal)},OU=CountyHall {name.Replace(",", "\\,", StringComparison.Ordinal)}"
        );
        maker.SetSerialNumber(new BigInteger(1, SHA256.HashData(Key.Public).AsSpan(0, 12).ToArray()));
        maker.SetIssuerDN(subject);
        maker.SetSubjectDN(subject);
        maker.SetNotBefore(From);
        maker.SetNotAfter(Until);
        maker.SetPublicKey(open);
        Certificate = maker.Generate(Sign());
    }

    public DocumentKey Key { get; }
    internal X509Certificate Certificate { get; }

    internal ISignatureFactory Sign() =>
        new Asn1SignatureFactory(Key.Algorithm == SigningAlgorithm.Sm2 ? "SM3WITHSM2" : "SHA256WITHECDSA", secret, new SecureRandom());
}
