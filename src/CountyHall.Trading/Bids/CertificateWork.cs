using System.Text;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>The public halves of two new key pairs, with the proof that the sender holds the private ones.</summary>
/// <param name="SigningKey">SubjectPublicKeyInfo in base64.</param>
/// <param name="EncryptionKey">SubjectPublicKeyInfo in base64.</param>
/// <param name="Proof">Signature of <see cref="CertificateWork.ProofText"/> by the signing key, base64.</param>
public sealed record PublicKeys(string SigningKey, string EncryptionKey, string Proof)
{
    public static PublicKeys Of(BidKeys keys) =>
        new(
            keys.SigningPublic,
            keys.EncryptionPublic,
            Convert.ToBase64String(keys.Sign(CertificateWork.ProofText(keys.SigningPublic, keys.EncryptionPublic)))
        );
}

/// <param name="Certificate">Its number.</param>
/// <param name="Replaced">Number of the one whose place it takes; none where there was none.</param>
[Quiet]
public sealed record CertificateRegistered(
    string Certificate,
    string SigningPrint,
    string EncryptionPrint,
    DateOnly ValidUntil,
    string? Replaced
);

/// <summary>What is the same for certificates of bidders and of custodians.</summary>
public static class CertificateWork
{
    public static byte[] ProofText(string signingKey, string encryptionKey) =>
        Encoding.UTF8.GetBytes($"{KeyFile.ThisFormat} register\n{signingKey}\n{encryptionKey}");

    /// <summary>Enters new keys. One person has one valid certificate at one firm: the one before is replaced.</summary>
    internal static async Task<Result<CertificateRegistered>> Register(
        HallDb db,
        PublicKeys keys,
        (long Id, string Name)? firm,
        string division,
        Occasion on
    )
    {
        if (!IsP256(keys.SigningKey) || !IsP256(keys.EncryptionKey) || keys.SigningKey == keys.EncryptionKey || !IsProved(keys))
            return new KeysNotUsable();
        var (signing, encryption) = (KeyPrint.Of(keys.SigningKey), KeyPrint.Of(keys.EncryptionKey));
        if (await db.Certificates.AnyAsync(c => c.SigningPrint == signing || c.EncryptionPrint == encryption))
            return new KeysRegisteredAlready();

        var id = Ids.Next(on.At);
        var certificate = Certificate.Issue(id, division, (on.By.Id, on.By.Name), firm, keys, on.At);
        var firmId = firm?.Id;
        var before = await db
            .Certificates.Where(c => c.Holder == on.By.Id && c.Firm == firmId && c.StageName == "certificate-valid")
            .OrderByDescending(c => c.Id)
            .FirstOrDefaultAsync();
        if (before is not null)
        {
            before.Take((CertificateValid valid) => valid.Replace(on.At, certificate.Number));
            db.Record(before, on, new CertificateWasReplaced(before.Number, certificate.Number), answer: false);
        }
        db.Certificates.Add(certificate);
        return db.Record(
            certificate,
            on,
            new CertificateRegistered(certificate.Number, signing, encryption, certificate.ValidUntil, before?.Number)
        );
    }

    /// <summary>Records that a certificate was used: each use is a fact.</summary>
    public static void Use(HallDb db, Certificate certificate, CertificateUse use, string lot, Occasion on) =>
        db.Record(certificate, on, new CertificateUsed(certificate.Number, use, lot), answer: false);

    private static bool IsP256(string key)
    {
        using var read = P256.Signing(key);
        return read is not null;
    }

    private static bool IsProved(PublicKeys keys) =>
        Envelope.Decode(keys.Proof) is { Length: Envelope.SignatureSize } proof
        && Envelope.Verify(keys.SigningKey, ProofText(keys.SigningKey, keys.EncryptionKey), proof);

    internal static DateOnly ValidUntil(DateTime at) => CountyTime.DayOf(at).AddYears(Rulebook.CertificateValidity.Amount);
}

/// <summary>Another certificate took its place.</summary>
[Quiet]
public sealed record CertificateWasReplaced(string Certificate, string By);

public sealed record KeysNotUsable()
    : Refusal(
        (
            "这两把公钥不能登记：须是 P-256 公钥，签名和加密各一把，并证明私钥在您手里。",
            "These public keys cannot be registered: two different P-256 keys are needed, with the proof that you hold the private ones."
        ),
        (
            "请在“我的密钥”页面或用 countyhall bid keys 重新生成后登记。",
            "Make them again on the page “My keys” or with countyhall bid keys."
        ),
        BidLaw.Signed
    );

public sealed record KeysRegisteredAlready()
    : Refusal(
        ("这组密钥已经登记过。", "These keys are registered already."),
        ("一组密钥只登记一次；需要更换的，请生成新的密钥。", "Keys are registered once; to change them, make new ones."),
        BidLaw.Signed
    );

public sealed record CertificateNotFound(string Asked)
    : Refusal(
        ($"查无证书 {Asked}。", $"There is no certificate {Asked}."),
        ("请在“我的密钥”里核对证书编号。", "Check the number under “My keys”.")
    );
