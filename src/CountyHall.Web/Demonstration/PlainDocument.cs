using System.IO.Compression;
using System.Security;
using System.Text;

namespace CountyHall.Web.Demonstration;

/// <summary>A text as the smallest office document that an office program opens.</summary>
internal static class PlainDocument
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <param name="text">A paragraph a line; lines with tabs are rows of a table.</param>
    public static byte[] Of(string text, string author, DateTime at)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(
                "[Content_Types].xml",
                $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
            );
            Part(
                "_rels/.rels",
                $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="{Package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"""
            );
            Part(
                "docProps/core.xml",
                $"""<c:coreProperties xmlns:c="{Package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>{SecurityElement.Escape(author)}</dc:creator><t:created i:type="t:W3CDTF">{at:yyyy-MM-dd'T'HH:mm:ss'Z'}</t:created></c:coreProperties>"""
            );
            Part("word/document.xml", $"""<w:document xmlns:w="{Words}"><w:body>{Body(text)}</w:body></w:document>""");

            void Part(string name, string xml)
            {
                using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                part.Write(Head);
                part.Write(xml);
            }
        }
        return bytes.ToArray();
    }

    private static StringBuilder Body(string text)
    {
        var (body, inTable) = (new StringBuilder(), false);
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            var cells = line.Split('\t');
            if (cells.Length > 1 != inTable)
                body.Append(inTable ? "</w:tbl>" : "<w:tbl><w:tblPr/><w:tblGrid/>");
            inTable = cells.Length > 1;
            if (inTable)
                body.Append("<w:tr>").AppendJoin("", cells.Select(c => $"<w:tc>{Paragraph(c)}</w:tc>")).Append("</w:tr>");
            else
                body.Append(Paragraph(line));
        }
        return body.Append(inTable ? "</w:tbl>" : "");
    }

    private static string Paragraph(string words) => $"<w:p><w:r><w:t>{SecurityElement.Escape(words)}</w:t></w:r></w:p>";
}
