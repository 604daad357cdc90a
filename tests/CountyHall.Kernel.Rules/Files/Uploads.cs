using System.IO.Compression;
using System.Text;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Rules.Files;

/// <summary>Material that people upload: what is taken, what is refused and why, and that nothing taken is ever lost or changed.</summary>
public sealed class Uploads : IDisposable
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)'x', 200_000)];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("files-");
    private readonly FileStore store;

    public Uploads() => store = new FileStore(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string, byte[], string> Good =>
        new()
        {
            { "营业执照.pdf", Pdf, "application/pdf" },
            { "扫描件.JPG", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2], "image/jpeg" },
            { "照片.jpeg", [0xFF, 0xD8, 0xFF, 0xE1, 1, 2], "image/jpeg" },
            { "图.png", [0x89, .. "PNG\r\n\x1A\n"u8, 0], "image/png" },
            { "图.webp", [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBPVP8 "u8], "image/webp" },
            { "批文.ofd", Zip("OFD.xml", "Doc_0/Document.xml"), "application/ofd" },
            { "申请表.docx", Zip("[Content_Types].xml", "word/document.xml"), FileKind.Docx.ContentType },
            { "清单.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml"), FileKind.Xlsx.ContentType },
            { "说明.txt", Encoding.UTF8.GetBytes("材料说明\r\n\t第一条 <见附件>"), "text/plain; charset=utf-8" },
            { "说明.txt", [.. Encoding.UTF8.Preamble, .. "text"u8], "text/plain; charset=utf-8" },
            { "MZ.csv", "MZ,1\n"u8.ToArray(), "text/plain; charset=utf-8" },
        };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Common_kinds_are_taken_and_come_back_unchanged(string name, byte[] content, string contentType)
    {
        var stored = await Taken(name, content);
        (stored.Name, stored.Length, stored.ContentType).ShouldBe((name, content.Length, contentType));
        stored.Hash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
        (await Read(stored.Hash)).ShouldBe(content);
        (await store.Verify(stored.Hash)).ShouldBeTrue();
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_file_is_refused() => (await Refused("a.pdf", [])).ShouldBeOfType<FileEmpty>();

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task A_file_may_be_as_large_as_the_limit_and_no_larger(int length, bool isTaken)
    {
        var rules = UploadRules.Default with { Largest = 1000 };
        var result = await store.Put(new MemoryStream(Pdf[..length]), "a.pdf", rules);
        (result is Result<StoredFile>.Done).ShouldBe(isTaken);
        if (!isTaken)
            result.ShouldBeOfType<Result<StoredFile>.Refused>().Why.ShouldBeOfType<FileTooLarge>();
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public async Task Twenty_megabytes_are_the_usual_limit()
    {
        var content = new byte[20 * 1024 * 1024 + 1];
        Pdf.CopyTo(content, 0);
        (await Refused("a.pdf", content)).Reason.Zh.ShouldContain("20 MB");
        (await Taken("a.pdf", content[..^1])).Length.ShouldBe(20 * 1024 * 1024);
    }

    [Theory]
    [InlineData("旧文件.doc")]
    [InlineData("archive.zip")]
    [InlineData("noextension")]
    public async Task A_kind_that_is_not_taken_is_refused_with_those_that_are(string name)
    {
        var why = (await Refused(name, Pdf)).ShouldBeOfType<FileKindNotTaken>();
        why.Remedy.Zh.ShouldContain("PDF、JPEG");
    }

    [Fact]
    public async Task A_place_may_take_fewer_kinds()
    {
        var rules = UploadRules.Default with { Kinds = [FileKind.Jpeg] };
        var result = await store.Put(new MemoryStream(Pdf), "a.pdf", rules);
        result.ShouldBeOfType<Result<StoredFile>.Refused>().Why.ShouldBeOfType<FileKindNotTaken>();
    }

    public static TheoryData<string, byte[]> Disguised =>
        new()
        {
            { "a.pdf", [0xFF, 0xD8, 0xFF, 0xE0] },
            { "a.jpg", Pdf },
            { "a.png", "just text"u8.ToArray() },
            { "a.webp", "RIFF....AVI "u8.ToArray() },
            { "a.docx", Zip("xl/workbook.xml") },
            { "a.ofd", Zip("something/else") },
            { "a.xlsx", [.. "PK\x03\x04"u8, 1, 2, 3] }, // cut off in the middle
            { "a.pdf", [.. "junk before "u8, .. Pdf] },
            { "a.txt", Pdf },
        };

    [Theory]
    [MemberData(nameof(Disguised))]
    public async Task A_content_that_is_not_what_the_name_says_is_refused(string name, byte[] content) =>
        (await Refused(name, content)).ShouldBeOfType<FileContentDisagrees>();

    [Fact]
    public async Task The_refusal_says_what_the_file_really_is() =>
        (await Refused("a.docx", Zip("xl/workbook.xml"))).Reason.ShouldBe(
            new Words("“a.docx”按扩展名应是 DOCX，实际内容是 XLSX。", "“a.docx” should be DOCX by its ending, but its content is XLSX.")
        );

    public static TheoryData<string, byte[]> Programs =>
        new()
        {
            { "setup.exe", Pdf },
            { "材料.pdf.exe", Pdf },
            { "材料\u202Efdp.exe", Pdf }, // shown from right to left it would read as exe.pdf
            { "run.bat", "echo"u8.ToArray() },
            { "a.pdf", [.. "MZ"u8, 0x90, 0, 3, 0] },
            { "a.txt", [0x7F, .. "ELF"u8, 2, 1] },
            { "a.txt", "#!/bin/sh\necho\n"u8.ToArray() },
            { "a.png", [0xCF, 0xFA, 0xED, 0xFE, 7] },
        };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Programs_are_refused_whatever_they_are_called(string name, byte[] content) =>
        (await Refused(name, content)).ShouldBeOfType<FileIsProgram>();

    public static TheoryData<string, byte[]> WebPages =>
        new()
        {
            { "page.html", Pdf },
            { "drawing.svg", Pdf },
            { "a.txt", "<svg onload=alert(1)>"u8.ToArray() },
            { "a.txt", [.. Encoding.UTF8.Preamble, .. "  \r\n<!DOCTYPE html>"u8] },
            { "a.pdf", "<html><script>"u8.ToArray() },
            { "a.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<script>")] },
            { "a.csv", "<?xml version='1.0'?>"u8.ToArray() },
        };

    [Theory]
    [MemberData(nameof(WebPages))]
    public async Task Web_pages_and_drawings_with_code_are_refused(string name, byte[] content) =>
        (await Refused(name, content)).ShouldBeOfType<FileIsWebPage>();

    [Fact]
    public async Task A_document_with_macros_is_refused() =>
        (await Refused("a.docx", Zip("word/document.xml", "word/vbaProject.bin"))).ShouldBeOfType<FileHoldsMacros>();

    [Fact]
    public async Task A_text_in_another_encoding_is_refused_with_the_way_out()
    {
        byte[] gb18030 = [0xB2, 0xC4, 0xC1, 0xCF]; // 材料
        (await Refused("说明.txt", gb18030)).ShouldBeOfType<TextNotUtf8>().Remedy.Zh.ShouldContain("UTF-8");
        (await Refused("说明.txt", "with\0zero"u8.ToArray())).ShouldBeOfType<TextNotUtf8>();
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(@"C:\Users\me\合同.pdf", "合同.pdf")]
    [InlineData("a\r\nb\u0000<c>.pdf", "ab_c_.pdf")]
    [InlineData("/.pdf", "pdf")]
    [InlineData("", "未命名")]
    [InlineData(" .. ", "未命名")]
    [InlineData("e\u0301.pdf", "é.pdf")]
    [InlineData("𠮷.PDF", "𠮷.PDF")]
    public void Names_are_made_safe_to_show(string given, string shown) => FileName.ForDisplay(given).ShouldBe(shown);

    [Fact]
    public void A_long_name_keeps_its_ending() =>
        FileName.ForDisplay(new string('长', 300) + ".pdf").ShouldBe(new string('长', 100) + ".pdf");

    [Fact]
    public async Task A_file_lies_under_its_hash_for_its_owner_alone()
    {
        var hash = (await Taken("a.pdf", Pdf)).Hash;
        var place = Path.Combine(folder.FullName, hash[..2], hash[2..4], hash);
        File.Exists(place).ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(place).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_same_content_is_kept_once_under_each_name()
    {
        var (first, second) = (await Taken("一.pdf", Pdf), await Taken("二.pdf", Pdf));
        second.ShouldBe(first with { Name = "二.pdf" });
        Stored().Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_content_sent_many_times_at_once_is_kept_once_and_whole()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => Taken("a.pdf", Pdf))));
        all.Distinct().Count().ShouldBe(1);
        Stored().Length.ShouldBe(1);
        (await store.Verify(all[0].Hash)).ShouldBeTrue();
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Should.ThrowAsync<IOException>(() => store.Put(new BreaksOff(Pdf), "a.pdf"));
        Stored().ShouldBeEmpty();
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_crash_left_means_nothing_and_is_cleared_away_when_old()
    {
        var left = Path.Combine(folder.FullName, "incoming", "half");
        await File.WriteAllBytesAsync(left, Pdf[..1000]);
        var crashedAt = new DateTimeOffset(File.GetLastWriteTimeUtc(left));

        var afterwards = new FileStore(folder.FullName);
        (await afterwards.Put(new MemoryStream(Pdf), "a.pdf")).ShouldBeOfType<Result<StoredFile>.Done>();
        Stored().Length.ShouldBe(1);

        afterwards.ClearLeftovers(before: crashedAt).ShouldBe(0); // may still be under way
        afterwards.ClearLeftovers(before: crashedAt.AddDays(1)).ShouldBe(1);
        Stored().Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_or_lost_file_is_found_out_and_never_taken_for_whole()
    {
        var hash = (await Taken("a.pdf", Pdf)).Hash;
        var place = Stored().Single();
        await File.AppendAllTextAsync(place, "!");
        (await store.Verify(hash)).ShouldBeFalse();
        (await Should.ThrowAsync<IOException>(() => store.Put(new MemoryStream(Pdf), "a.pdf"))).Message.ShouldContain("damaged");

        File.Delete(place);
        (await store.Verify(hash)).ShouldBeFalse();
        store.Has(hash).ShouldBeFalse();
        Should.Throw<FileNotFoundException>(() => store.OpenRead(hash).Dispose());
        Should.Throw<FileNotFoundException>(() => store.OpenRead(new string('0', 64)).Dispose());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("ABCDEF0000000000000000000000000000000000000000000000000000000000")]
    public void Only_a_hash_opens_a_file(string hash) => Should.Throw<ArgumentException>(() => store.OpenRead(hash).Dispose());

    private async Task<StoredFile> Taken(string name, byte[] content) =>
        (await store.Put(new MemoryStream(content), name)).ShouldBeOfType<Result<StoredFile>.Done>().Value;

    private async Task<Refusal> Refused(string name, byte[] content)
    {
        var why = (await store.Put(new MemoryStream(content), name)).ShouldBeOfType<Result<StoredFile>.Refused>().Why;
        why.Reason.Zh.ShouldContain(FileName.ForDisplay(name)); // the sender of several files sees which one
        Stored().ShouldBeEmpty();
        Leftovers().ShouldBeEmpty();
        return why;
    }

    private async Task<byte[]> Read(string hash)
    {
        await using var file = store.OpenRead(hash);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return memory.ToArray();
    }

    private string[] Leftovers() => Directory.GetFiles(Path.Combine(folder.FullName, "incoming"));

    private string[] Stored() => [.. Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories).Except(Leftovers())];

    private static byte[] Zip(params string[] members)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
            foreach (var member in members)
                zip.CreateEntry(member);
        return memory.ToArray();
    }

    /// <summary>An upload whose line is cut in the middle.</summary>
    private sealed class BreaksOff(byte[] content) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default) =>
            Position < Length / 2
                ? await base.ReadAsync(buffer[..Math.Min(buffer.Length, 50_000)], ct)
                : throw new IOException("The line was cut.");
    }
}
