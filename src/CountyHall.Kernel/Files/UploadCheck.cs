using System.IO.Compression;
using System.Text;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Files;

/// <summary>What may be uploaded at one place: how large, and which kinds.</summary>
public sealed record UploadRules(long Largest, IReadOnlyList<FileKind> Kinds)
{
    /// <summary>Twenty megabytes, every kind that the hall knows.</summary>
    public static readonly UploadRules Default = new(20 * 1024 * 1024, FileKind.All);
}

/// <summary>Looks at an uploaded file before it is kept: its bytes decide, and its name must agree with them.</summary>
/// <remarks>It protects those who open the file later. It is no virus scanner.</remarks>
internal static class UploadCheck
{
    private const int HeadSize = 1024;

    private static readonly string[] ProgramExtensions =
    [
        ".exe",
        ".dll",
        ".com",
        ".scr",
        ".msi",
        ".bat",
        ".cmd",
        ".ps1",
        ".vbs",
        ".js",
        ".jar",
        ".apk",
        ".sh",
        ".lnk",
        ".hta",
        ".app",
    ];
    private static readonly string[] WebExtensions = [".html", ".htm", ".xhtml", ".mht", ".mhtml", ".svg", ".svgz", ".xml"];

    /// <summary>What can be said from the name alone, before a byte has come.</summary>
    public static Result<FileKind> Announced(string name, UploadRules rules)
    {
        var extension = FileName.Extension(name);
        if (ProgramExtensions.Contains(extension))
            return new FileIsProgram(name);
        if (WebExtensions.Contains(extension))
            return new FileIsWebPage(name);
        return rules.Kinds.FirstOrDefault(kind => kind.Extensions.Contains(extension)) is { } announced
            ? announced
            : new FileKindNotTaken(name, rules.Kinds);
    }

    /// <summary>What the bytes say.</summary>
    /// <returns>The kind to keep the file as: the announced one.</returns>
    public static async Task<Result<FileKind>> Content(Stream file, string name, FileKind announced, CancellationToken ct)
    {
        if (file.Length == 0)
            return new FileEmpty(name);

        var head = new byte[Math.Min(HeadSize, file.Length)];
        await file.ReadExactlyAsync(head, ct);
        if (FileKind.IsProgram(head))
            return new FileIsProgram(name);
        if (FileKind.IsWebPage(head))
            return new FileIsWebPage(name);

        file.Position = 0;
        var found = FileKind.IsZip(head) ? InArchive(file, out var hasMacros) : ByHead(head, out hasMacros);
        if (hasMacros)
            return new FileHoldsMacros(name);
        if (found is null && announced == FileKind.Text)
            return await IsUtf8(file, ct) ? announced : new TextNotUtf8(name);
        return found == announced ? announced : new FileContentDisagrees(name, announced, found);
    }

    private static FileKind? ByHead(byte[] head, out bool hasMacros)
    {
        hasMacros = false;
        return FileKind.All.FirstOrDefault(kind => kind.Member is null && kind.Begins(head));
    }

    /// <summary>Only the archive's list is read; nothing in it is unpacked.</summary>
    private static FileKind? InArchive(Stream file, out bool hasMacros)
    {
        hasMacros = false;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            hasMacros = archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
            return FileKind.All.FirstOrDefault(kind => kind.Member is not null && archive.GetEntry(kind.Member) is not null);
        }
        catch (InvalidDataException) // a damaged archive is of no kind
        {
            return null;
        }
    }

    private static async Task<bool> IsUtf8(Stream file, CancellationToken ct)
    {
        using var reader = new StreamReader(
            file,
            new UTF8Encoding(false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: false,
            leaveOpen: true
        );
        var buffer = new char[8192];
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer, ct)) > 0; )
                if (buffer.AsSpan(0, read).ContainsAny(NotText))
                    return false;
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Control characters, but for tab, line ends and form feed.</summary>
    private static readonly System.Buffers.SearchValues<char> NotText = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r', '\f']),
        '\x7F',
    ]);
}
