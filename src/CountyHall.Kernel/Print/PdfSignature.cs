using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;

namespace CountyHall.Kernel.Print;

/// <summary>What the signature of a file says, before a word of it is read.</summary>
/// <param name="Covers">How many bytes, from the first on, the signature speaks of.</param>
/// <param name="Length">How many bytes the file has.</param>
/// <param name="By">The published key that made it; none where the signature does not hold or the key is strange.</param>
/// <param name="Holds">The covered bytes are the signed ones, whoever signed.</param>
public sealed record PdfSigned(long Covers, long Length, DocumentKey? By, bool Holds);

/// <summary>Digital signatures in PDF: a detached CMS over everything but itself, appended as an incremental update (ISO 32000-1, 12.8).</summary>
public static partial class PdfSignature
{
    private const int Room = 4096; // bytes kept for the CMS; one signature with its certificate needs about 1,100

    /// <summary>Signs a file that <see cref="PdfPrint"/> wrote. The bytes before stay as they are.</summary>
    public static byte[] Append(byte[] pdf, Paper paper, DocumentSigner signer, DateTime at)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var previous = long.Parse(StartXref().Matches(text)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
        var size = int.Parse(Size().Matches(text)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
        var layout = new PaperLayout(paper);
        var seal = layout.Seal;
        var page = 11 + 2 * (seal.Page - 1);
        var pageBody = Regex.Match(text, $@"\n{page} 0 obj\n(<<.*?>>)\nendobj", RegexOptions.Singleline).Groups[1].Value;
        using var update = new PdfObjects(pdf);
        var (field, value) = (size, size + 1);
        update.Add(1, PdfPrint.Catalog($"/AcroForm<</Fields[{field} 0 R]/SigFlags 3>>"));
        update.Add(page, $"{pageBody[..^2]}/Annots[{field} 0 R]>>");
        update.Add(
            field,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/Annot/Subtype/Widget/FT/Sig/T(seal)/F 132/P {page} 0 R/V {value} 0 R/Rect[{seal.Left:0.##} {seal.Bottom:0.##} {seal.Right:0.##} {seal.Top:0.##}]>>"
            )
        );
        var hole = new string('0', Room * 2);
        update.Add(
            value,
            $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 0000000000 0000000000 0000000000]/Contents<{hole}>/M(D:{at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)/Name {PdfPrint.Unicode(paper.Office)}>>"
        );
        var info = 11 + 2 * layout.Pages.Count;
        var made = update.Finish($"/Root 1 0 R/Info {info} 0 R", previous);

        var begins = Find(made, "/Contents<"u8, pdf.Length) + "/Contents".Length;
        var ends = begins + hole.Length + 2;
        var range = Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"[0 {begins:0000000000} {ends:0000000000} {made.Length - ends:0000000000}]")
        );
        range.CopyTo(made, Find(made, "/ByteRange["u8, pdf.Length) + "/ByteRange".Length);
        byte[] covered = [.. made.AsSpan(0, begins), .. made.AsSpan(ends)];
        var cms = new CmsSignedDataGenerator();
        var signedAt = new Org.BouncyCastle.Asn1.Cms.Attribute(CmsAttributes.SigningTime, new DerSet(new DerUtcTime(at, 2049)));
        cms.AddSignerInfoGenerator(
            new SignerInfoGeneratorBuilder()
                .WithSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(new DerSet(signedAt))))
                .Build(signer.Sign(), signer.Certificate)
        );
        cms.AddCertificates(CollectionUtilities.CreateStore([signer.Certificate]));
        var der = cms.Generate(new CmsProcessableByteArray(covered), encapsulate: false).GetEncoded(Asn1Encodable.Der);
        if (der.Length > Room)
            throw new InvalidOperationException($"The signature has {der.Length} bytes; there is room for {Room}.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(der)).CopyTo(made, begins + 1);
        return made;
    }

    /// <summary>The first signature of a file; none where there is none that can be read.</summary>
    public static PdfSigned? Read(byte[] pdf, IReadOnlyList<DocumentKey> published)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var match = ByteRange().Match(text);
        if (!match.Success)
            return null;
        var numbers = match
            .Groups.Values.Skip(1)
            .Select(g => long.TryParse(g.Value, CultureInfo.InvariantCulture, out var n) ? n : -1)
            .ToArray();
        var (a, b, c, d) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        if (a != 0 || b <= 0 || c <= b || d < 0 || c > int.MaxValue || d > int.MaxValue)
            return null;
        var covers = c + d;
        if (covers > pdf.Length)
            return new(covers, pdf.Length, null, false);
        // Nothing but the signature itself may stand in the hole, or words could be hidden there.
        var hole = text[(int)b..(int)c];
        if (!Hole().IsMatch(hole))
            return new(covers, pdf.Length, null, false);
        try
        {
            var filled = Convert.FromHexString(hole[1..^1]);
            using var bytes = new Asn1InputStream(filled);
            var read = bytes.ReadObject().GetEncoded();
            // Behind the signature the hole is empty: nothing may be written there either.
            if (filled.AsSpan(read.Length).ContainsAnyExcept((byte)0))
                return new(covers, pdf.Length, null, false);
            byte[] covered = [.. pdf.AsSpan(0, (int)b), .. pdf.AsSpan((int)c, (int)d)];
            var cms = new CmsSignedData(new CmsProcessableByteArray(covered), read);
            if (!IsPlain(cms.ContentInfo))
                return new(covers, pdf.Length, null, false);
            foreach (var signer in cms.GetSignerInfos())
            {
                foreach (var certificate in cms.GetCertificates().EnumerateMatches(signer.SignerID))
                {
                    certificate.Verify(certificate.GetPublicKey()); // ours name themselves; an altered name is a fault too
                    if (!signer.Verify(certificate))
                        continue;
                    var key = SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(certificate.GetPublicKey()).GetDerEncoded();
                    return new(covers, pdf.Length, published.FirstOrDefault(k => k.Public.AsSpan().SequenceEqual(key)), true);
                }
            }
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
        {
            // Not a signature any more. The library throws many kinds for the many ways in which its bytes can be broken.
        }
        return new(covers, pdf.Length, null, false);
    }

    /// <summary>One signer over plain data and nothing else, so that no byte of the envelope can say something that nobody checks.</summary>
    private static bool IsPlain(ContentInfo envelope)
    {
        var inside = SignedData.GetInstance(envelope.Content);
        return envelope.ContentType.Equals(CmsObjectIdentifiers.SignedData)
            && inside.Version.HasValue(1)
            && inside.EncapContentInfo.ContentType.Equals(CmsObjectIdentifiers.Data)
            && inside.EncapContentInfo.Content is null
            && inside.SignerInfos.Count == 1
            && SignerInfo.GetInstance(inside.SignerInfos[0]) is { } signer
            && signer.Version.HasValue(1)
            && inside.DigestAlgorithms.Count == 1
            && inside.DigestAlgorithms[0].Equals(signer.DigestAlgorithm);
    }

    private static int Find(byte[] file, ReadOnlySpan<byte> what, int from)
    {
        var at = file.AsSpan(from).IndexOf(what);
        return at < 0 ? throw new InvalidOperationException("The file has no place for a signature.") : from + at;
    }

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"/Size (\d+)")]
    private static partial Regex Size();

    [GeneratedRegex(@"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")]
    private static partial Regex ByteRange();

    [GeneratedRegex(@"^<[0-9A-Fa-f]*>$")]
    private static partial Regex Hole();
}
