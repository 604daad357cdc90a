using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace CountyHall.Trading.Similarity;

/// <summary>
/// Reads from a .docx what similarity analysis compares: properties, revision ids, pictures, headers and, where asked, the text. The parts are
/// read as they stand in the zip; the document model of a library would cost most of the time of a comparison of a hundred bids.
/// </summary>
internal static class OfficeFile
{
    // A part that unpacks to more than this is refused: a bid is text and pictures, not a zip bomb.
    private const long MostOfOnePart = 64L << 20;

    public sealed record Contents(DocumentTraces Traces, string Text, string HeaderText);

    /// <param name="withText">Whether the body is read too; it is not needed where the text came with the file.</param>
    /// <exception cref="InvalidDataException">The file is no zip, or damaged.</exception>
    /// <exception cref="XmlException">A part is no XML.</exception>
    public static Contents Read(Stream file, bool withText)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        string? author = null,
            modifiedBy = null,
            company = null;
        DateTimeOffset? created = null;
        var revisions = new HashSet<string>(StringComparer.Ordinal);
        var pictures = new HashSet<string>(StringComparer.Ordinal);
        var header = new StringBuilder();
        var text = new StringBuilder();
        foreach (var part in zip.Entries)
        {
            var name = part.FullName.Replace('\\', '/');
            if (part.Length > MostOfOnePart)
                throw new InvalidDataException($"{name}: {part.Length} bytes");
            if (name == "docProps/core.xml")
            {
                using var xml = Open(part);
                while (xml.Read())
                    if (xml.NodeType == XmlNodeType.Element)
                        switch (xml.LocalName)
                        {
                            case "creator":
                                author = Value(xml);
                                break;
                            case "lastModifiedBy":
                                modifiedBy = Value(xml);
                                break;
                            case "created":
                                if (
                                    DateTimeOffset.TryParse(
                                        Value(xml),
                                        CultureInfo.InvariantCulture,
                                        DateTimeStyles.AssumeUniversal,
                                        out var at
                                    )
                                )
                                    created = at;
                                break;
                        }
            }
            else if (name == "docProps/app.xml")
            {
                using var xml = Open(part);
                while (xml.Read())
                    if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Company")
                        company = Value(xml);
            }
            else if (name == "word/settings.xml")
            {
                using var xml = Open(part);
                while (xml.Read())
                    if (
                        xml.NodeType == XmlNodeType.Element
                        && xml.LocalName is "rsid" or "rsidRoot"
                        && xml.GetAttribute("val", xml.NamespaceURI) is { Length: > 0 } id
                    )
                        revisions.Add(id.ToUpperInvariant());
            }
            else if (name.StartsWith("word/media/", StringComparison.Ordinal))
            {
                using var content = part.Open();
                pictures.Add(Convert.ToHexString(SHA256.HashData(content)));
            }
            else if (name.StartsWith("word/header", StringComparison.Ordinal) || name.StartsWith("word/footer", StringComparison.Ordinal))
                Words(part, header);
            else if (withText && name == "word/document.xml")
                Words(part, text);
        }
        var traces = new DocumentTraces
        {
            Author = author,
            LastModifiedBy = modifiedBy,
            Company = company,
            Created = created,
            RevisionIds = revisions,
            Pictures = pictures,
        };
        return new Contents(traces, text.ToString(), header.ToString());
    }

    /// <summary>Paragraphs and table rows, one a line, cells parted by a tab: the form of technical.txt.</summary>
    private static void Words(ZipArchiveEntry part, StringBuilder to)
    {
        using var xml = Open(part);
        var cells = 0;
        var inRow = 0;
        var any = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                switch (xml.LocalName)
                {
                    case "tr":
                        inRow++;
                        cells = 0;
                        break;
                    case "tc":
                        if (cells++ > 0)
                            to.Append('\t');
                        break;
                    case "t":
                        any = true;
                        to.Append(xml.IsEmptyElement ? "" : Inner(xml));
                        break;
                }
            else if (xml.NodeType == XmlNodeType.EndElement)
                switch (xml.LocalName)
                {
                    case "tr":
                        inRow--;
                        to.Append('\n');
                        any = false;
                        break;
                    case "p" when inRow == 0:
                        // An empty paragraph, such as one that only holds a picture, is no line.
                        if (any)
                            to.Append('\n');
                        any = false;
                        break;
                }
        }
    }

    private static string Inner(XmlReader xml)
    {
        var text = "";
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                text += xml.Value;
        return text;
    }

    private static string Value(XmlReader xml) => xml.IsEmptyElement ? "" : Inner(xml).Trim();

    private static XmlReader Open(ZipArchiveEntry part) =>
        XmlReader.Create(
            part.Open(),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
                MaxCharactersInDocument = MostOfOnePart,
            }
        );
}
