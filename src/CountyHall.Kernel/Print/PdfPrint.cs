using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CountyHall.Kernel.Print;

/// <summary>Writes a document as PDF 1.7: exact text, its own cut of the face, and its data as an attached file.</summary>
/// <remarks>Nothing but the paper decides its bytes: no clock, no chance. The signature is appended afterwards (<see cref="PdfSignature"/>).</remarks>
public static class PdfPrint
{
    public const string Attachment = "countyhall.json";

    /// <summary>What stands readable near the head of every document of ours: a broken one is told from a stranger's by it, and nothing else.</summary>
    internal static ReadOnlySpan<byte> Mark => "CTYHAL+NotoSansSC"u8;

    /// <param name="attached">The attached data; none for documents that stand for themselves.</param>
    public static byte[] Write(Paper paper, ReadOnlyMemory<byte> attached)
    {
        var layout = new PaperLayout(paper);
        using var pdf = new PdfObjects();
        // Numbers 1 to 10 are fixed, pages and their contents follow.
        var pages = layout.Pages;
        var kids = string.Join(' ', pages.Select((_, i) => $"{11 + 2 * i} 0 R"));
        var (wide, high) = PaperLayout.Size;
        pdf.Add(1, Catalog(""));
        pdf.Add(2, $"<</Type/Pages/Count {pages.Count}/Kids[{kids}]>>");
        var (cut, font) = (PrintFont.Regular.Cut(layout.Characters), PrintFont.Regular);
        var widths = string.Join(' ', layout.Characters.Select(c => font.Width(c).ToString("0.##", CultureInfo.InvariantCulture)));
        pdf.Add(
            3,
            "<</Type/Font/Subtype/Type0/BaseFont/CTYHAL+NotoSansSC-Regular/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 7 0 R>>"
        );
        pdf.Add(
            4,
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/CTYHAL+NotoSansSC-Regular/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/CIDToGIDMap/Identity/DW 1000/W[1[{widths}]]>>"
        );
        pdf.Add(
            5,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/FontDescriptor/FontName/CTYHAL+NotoSansSC-Regular/Flags 4/ItalicAngle 0/Ascent {font.Ascent * 1000 / font.UnitsPerEm}/Descent {font.Descent * 1000 / font.UnitsPerEm}/CapHeight 733/StemV 80/FontBBox[{string.Join(' ', font.Box.Select(b => b * 1000 / font.UnitsPerEm))}]/FontFile2 6 0 R>>"
            )
        );
        pdf.AddStream(6, $"/Length1 {cut.Length}", cut, squeeze: true);
        pdf.AddStream(7, "", Encoding.ASCII.GetBytes(ToUnicode(layout.Characters)), squeeze: true);
        pdf.Add(8, "<</Type/ExtGState/ca 0.82/CA 0.82>>");
        pdf.AddStream(9, "/Type/EmbeddedFile/Subtype/application#2Fjson", attached.Span, squeeze: true);
        pdf.Add(10, $"<</Type/Filespec/F({Attachment})/UF({Attachment})/EF<</F 9 0 R>>/AFRelationship/Data>>");
        foreach (var (i, content) in pages.Index())
        {
            pdf.Add(
                11 + 2 * i,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {wide} {high}]/Resources<</Font<</F1 3 0 R>>/ExtGState<</G1 8 0 R>>>>/Contents {12 + 2 * i} 0 R>>"
                )
            );
            pdf.AddStream(12 + 2 * i, "", Encoding.ASCII.GetBytes(content), squeeze: true);
        }
        var info = 11 + 2 * pages.Count;
        pdf.Add(info, $"<</Title {Unicode(paper.Title)}/Author {Unicode(paper.Office)}/Creator(CountyHall)>>");
        return pdf.Finish($"/Root 1 0 R/Info {info} 0 R", 0);
    }

    internal static string Catalog(string more) =>
        $"<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>/Names<</EmbeddedFiles<</Names[({Attachment})10 0 R]>>>>/AF[10 0 R]{more}>>";

    internal static string Unicode(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string ToUnicode(IReadOnlyList<Rune> characters)
    {
        var map = new StringBuilder(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n"
        );
        foreach (var chunk in characters.Index().Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (at, rune) in chunk)
                map.Append(
                    CultureInfo.InvariantCulture,
                    $"<{at + 1:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))}>\n"
                );
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }
}

/// <summary>Numbered objects one after another, and the table that finds them.</summary>
internal sealed class PdfObjects : IDisposable
{
    private readonly MemoryStream file = new();
    private readonly SortedDictionary<int, long> places = [];
    private readonly long begins;

    public PdfObjects()
    {
        Text("%PDF-1.7\n");
        file.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Goes on behind a finished file.</summary>
    public PdfObjects(ReadOnlySpan<byte> before)
    {
        file.Write(before);
        begins = before.Length;
    }

    public void Add(int number, string body)
    {
        places[number] = file.Length;
        Text(FormattableString.Invariant($"{number} 0 obj\n{body}\nendobj\n"));
    }

    public void AddStream(int number, string more, ReadOnlySpan<byte> content, bool squeeze)
    {
        var bytes = content.ToArray();
        if (squeeze)
        {
            using var packed = new MemoryStream();
            using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                zip.Write(bytes);
            bytes = packed.ToArray();
        }
        places[number] = file.Length;
        Text(
            FormattableString.Invariant(
                $"{number} 0 obj\n<</Length {bytes.Length}{(squeeze ? "/Filter/FlateDecode" : "")}{more}>>\nstream\n"
            )
        );
        file.Write(bytes);
        Text("\nendstream\nendobj\n");
    }

    public byte[] Finish(string trailer, long previous)
    {
        var table = file.Length;
        var text = new StringBuilder("xref\n");
        // A first revision has every number from 1 on; a later one only those it replaces or adds.
        if (begins == 0)
            text.Append(CultureInfo.InvariantCulture, $"0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var (number, at) in places)
            text.Append(CultureInfo.InvariantCulture, $"{(begins == 0 ? "" : $"{number} 1\n")}{at:0000000000} 00000 n \n");
        var size = places.Keys.Max() + 1;
        text.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<</Size {size}{trailer}{(previous > 0 ? $"/Prev {previous}" : "")}>>\nstartxref\n{table}\n%%EOF\n"
        );
        Text(text.ToString());
        return file.ToArray();
    }

    public void Dispose() => file.Dispose();

    private void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
