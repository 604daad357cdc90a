using System.Text;

namespace CountyHall.Kernel.Files;

/// <summary>A kind of file that the hall takes, recognised by its bytes.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Extensions">The endings that announce it.</param>
/// <param name="Begins">Whether the first bytes are those of the kind.</param>
/// <param name="Member">For a kind that is a zip archive: the file inside that makes it this kind.</param>
public sealed record FileKind(string Name, string ContentType, string[] Extensions, Func<byte[], bool> Begins, string? Member = null)
{
    public static readonly FileKind Pdf = new("PDF", "application/pdf", [".pdf"], head => Starts(head, "%PDF-"u8));

    public static readonly FileKind Jpeg = new("JPEG", "image/jpeg", [".jpg", ".jpeg"], head => Starts(head, [0xFF, 0xD8, 0xFF]));

    public static readonly FileKind Png = new("PNG", "image/png", [".png"], head => Starts(head, [0x89, .. "PNG\r\n\x1A\n"u8]));

    public static readonly FileKind WebP = new(
        "WebP",
        "image/webp",
        [".webp"],
        head => Starts(head, "RIFF"u8) && head.Length >= 12 && head.AsSpan(8, 4).SequenceEqual("WEBP"u8)
    );

    /// <summary>开放版式文档, GB/T 33190-2016.</summary>
    public static readonly FileKind Ofd = new("OFD", "application/ofd", [".ofd"], IsZip, "OFD.xml");

    public static readonly FileKind Docx = new(
        "DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".docx"],
        IsZip,
        "word/document.xml"
    );

    public static readonly FileKind Xlsx = new(
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".xlsx"],
        IsZip,
        "xl/workbook.xml"
    );

    /// <summary>Plain text and tables in UTF-8. It has no mark of its own: it is whatever else it is not.</summary>
    public static readonly FileKind Text = new("TXT", "text/plain; charset=utf-8", [".txt", ".csv"], _ => false);

    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Jpeg, Png, WebP, Ofd, Docx, Xlsx, Text];

    public override string ToString() => Name;

    internal static bool IsZip(byte[] head) => Starts(head, "PK\x03\x04"u8);

    /// <summary>Programs for Windows, Linux and macOS, Java classes, and scripts with an interpreter line.</summary>
    internal static bool IsProgram(byte[] head) =>
        (Starts(head, "MZ"u8) && head.Contains((byte)0)) // a table may begin with these letters too
        || Starts(head, [0x7F, .. "ELF"u8])
        || Starts(head, [0xCA, 0xFE, 0xBA, 0xBE])
        || Starts(head, [0xFE, 0xED, 0xFA])
        || Starts(head, [0xCE, 0xFA, 0xED, 0xFE])
        || Starts(head, [0xCF, 0xFA, 0xED, 0xFE])
        || Starts(head, "#!"u8);

    /// <summary>Pages and drawings that a browser would run: HTML, SVG, XML with a style sheet.</summary>
    /// <remarks>A browser that guesses looks for these marks at the beginning, see the WHATWG standard MIME Sniffing, section 7.1.</remarks>
    internal static bool IsWebPage(byte[] head)
    {
        var text = Encoding
            .Latin1.GetString(head)
            .Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\xEF', '\xBB', '\xBF', '\xFF', '\xFE');
        var start = text.TrimStart();
        return WebMarks.Any(mark => start.StartsWith(mark, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] WebMarks =
    [
        "<!doctype",
        "<!--",
        "<?xml",
        "<html",
        "<head",
        "<body",
        "<svg",
        "<script",
        "<iframe",
        "<style",
        "<title",
        "<meta",
        "<link",
        "<div",
        "<table",
        "<h1",
        "<font",
        "<img",
        "<a ",
        "<b>",
        "<br",
        "<p>",
        "<p ",
    ];

    private static bool Starts(byte[] head, ReadOnlySpan<byte> mark) => head.AsSpan().StartsWith(mark);
}
