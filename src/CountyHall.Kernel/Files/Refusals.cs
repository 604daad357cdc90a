using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Files;

public sealed record FileEmpty(string Name)
    : Refusal(
        ($"“{Name}”是空文件，没有任何内容。", $"“{Name}” is empty."),
        ("请打开原文件确认有内容后，重新选择上传。", "Please open the original, make sure that it has content, and choose it again.")
    );

/// <param name="Largest">The most that is taken, in bytes.</param>
public sealed record FileTooLarge(string Name, long Largest)
    : Refusal(
        ($"“{Name}”超过了{Megabytes(Largest)}的上限。", $"“{Name}” is larger than the limit of {Megabytes(Largest)}."),
        (
            "请压缩图片、降低扫描分辨率（200 dpi 即可），或者拆成几个文件分别上传。",
            "Please compress the pictures, scan at a lower resolution (200 dpi is enough), or split it into several files."
        )
    )
{
    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1048576m:0.##} MB");
}

public sealed record FileKindNotTaken(string Name, IReadOnlyList<FileKind> Taken)
    : Refusal(
        ($"不接收“{Name}”这种类型的文件。", $"Files such as “{Name}” are not taken."),
        (
            $"请另存为以下格式之一后再上传：{string.Join("、", Taken)}。旧版 Word、Excel 文件可以另存为 DOCX、XLSX 或 PDF。",
            $"Please save it as one of {string.Join(", ", Taken)} and upload that. Old Word and Excel files can be saved as DOCX, XLSX or PDF."
        )
    );

/// <param name="Announced">What the ending says.</param>
/// <param name="Found">What the bytes say; none where they say nothing known.</param>
public sealed record FileContentDisagrees(string Name, FileKind Announced, FileKind? Found)
    : Refusal(
        Found is null
            ? (
                $"“{Name}”的内容不是 {Announced} 文件，或者文件已损坏。",
                $"The content of “{Name}” is not that of a {Announced} file, or the file is damaged."
            )
            : (
                $"“{Name}”按扩展名应是 {Announced}，实际内容是 {Found}。",
                $"“{Name}” should be {Announced} by its ending, but its content is {Found}."
            ),
        (
            "请用原来的软件打开文件，重新另存为所需格式，不要只改扩展名。",
            "Please open the file in its own programme and save it again in the format you need; changing the ending alone is not enough."
        )
    );

public sealed record FileIsProgram(string Name)
    : Refusal(
        ($"“{Name}”是程序或脚本，为了安全不予接收。", $"“{Name}” is a program or a script and is not taken, for everybody's safety."),
        (
            "请只上传材料本身（文档、图片）。如果您并不知道它是程序，请先查杀病毒。",
            "Please upload only the document or picture itself. If you did not know that it is a program, check your computer for viruses first."
        )
    );

public sealed record FileIsWebPage(string Name)
    : Refusal(
        (
            $"“{Name}”是网页或矢量图代码，为了安全不予接收。",
            $"“{Name}” is a web page or a drawing with code and is not taken, for everybody's safety."
        ),
        (
            "请把页面打印成 PDF，或者截图保存为 PNG 后上传。",
            "Please print the page to PDF, or save a picture of it as PNG, and upload that."
        )
    );

public sealed record FileHoldsMacros(string Name)
    : Refusal(
        ($"“{Name}”里带有宏，为了安全不予接收。", $"“{Name}” holds macros and is not taken, for everybody's safety."),
        ("请另存为不含宏的 DOCX、XLSX，或者导出为 PDF。", "Please save it as DOCX or XLSX without macros, or export it to PDF.")
    );

public sealed record TextNotUtf8(string Name)
    : Refusal(
        ($"“{Name}”不是 UTF-8 编码的纯文本，可能会显示成乱码。", $"“{Name}” is not plain text in UTF-8 and might be shown garbled."),
        (
            "请用记事本打开，选“另存为”，编码选 UTF-8，再上传。",
            "Please open it in an editor, choose “Save as” with the encoding UTF-8, and upload that."
        )
    );
