using System.Text.RegularExpressions;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Print;

/// <summary>验证结果</summary>
public enum PaperVerdict
{
    /// <summary>真: issued by this hall, and nothing in it was changed.</summary>
    Genuine,

    /// <summary>不符: not, or no longer, what this hall issued.</summary>
    Differs,

    /// <summary>查无: nothing in it leads to a record of this hall.</summary>
    NotFound,
}

/// <summary>One thing that was compared.</summary>
/// <param name="Holds">None where it could not be compared here.</param>
public sealed record CheckLine(bool? Holds, Words What);

/// <summary>The keys by which documents and checkpoints are known: the published lines of a hall.</summary>
public sealed record PublishedKeys(IReadOnlyList<DocumentKey> Documents, IReadOnlyList<VerifierKey> Log)
{
    /// <summary>Reads the lines published at <c>/verify/keys</c>; lines of other kinds mean nothing here.</summary>
    public static PublishedKeys Read(string text)
    {
        var (documents, log) = (new List<DocumentKey>(), new List<VerifierKey>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
        {
            if (DocumentKey.TryParse(line, out var document))
                documents.Add(document);
            else if (VerifierKey.TryParse(line, out var verifier))
                log.Add(verifier);
        }
        return new(documents, log);
    }

    public override string ToString() => string.Concat([.. Log.Select(k => $"{k}\n"), .. Documents.Select(k => $"{k}\n")]);
}

/// <summary>What came of looking at a file.</summary>
/// <param name="Code">The code that the file carries; none where it carries none.</param>
/// <param name="Expected">The document as recorded; none where nothing trusted says what it should be.</param>
public sealed record PaperFinding(
    PaperVerdict Verdict,
    string? Code,
    Paper? Expected,
    IReadOnlyList<CheckLine> Lines,
    IReadOnlyList<AlteredPart> Parts
);

/// <summary>Checks a PDF that somebody shows: signature, completeness, words against the record, record against the public log.</summary>
public static partial class PaperCheck
{
    /// <param name="recorded">The document as this hall has it under a code; none where nobody can be asked.</param>
    /// <param name="kept">A checkpoint that the visitor kept from elsewhere; none where there is none.</param>
    public static async Task<PaperFinding> Check(
        byte[] file,
        PublishedKeys keys,
        Func<string, Task<Paper?>>? recorded = null,
        SignedNote? kept = null
    )
    {
        var lines = new List<CheckLine>();
        var parts = new List<AlteredPart>();
        if (!file.AsSpan().StartsWith("%PDF-"u8))
            return new(PaperVerdict.NotFound, null, null, [new(false, ("这不是 PDF 文件。", "This is not a PDF file."))], []);

        var signed = PdfSignature.Read(file, keys.Documents);
        var whole = signed is { Holds: true, By: not null } && signed.Covers == signed.Length;
        PaperData? attached = null;
        string? code = null;
        var readable = true;
        try
        {
            attached = PaperCompare.Attached(file);
            code = attached?.Paper.Code ?? CodeIn(PaperCompare.Text(file));
        }
        catch (PaperUnreadableException)
        {
            readable = false;
        }

        SaySignature(signed, keys, lines);
        if (signed is not null && signed.Covers > signed.Length)
            parts.Add(new(("文件尾部（缺失）", "End of the file (missing)"), $"{signed.Covers} 字节", $"{signed.Length} 字节"));
        else if (!readable && signed is null && file.AsSpan().IndexOf(PdfPrint.Mark) < 0)
            lines.Add(
                new(false, ("文件读不出来，也没有本大厅文书的标记", "The file cannot be read and has no mark of a document of this hall"))
            );
        else if (!readable)
            parts.Add(new(("文件结构", "Structure of the file"), null, null));

        var inLog = attached is null ? null : SayLog(attached, keys, kept, lines);
        var asked = code is not null && recorded is not null ? await recorded(code) : null;
        // What the record should be: the hall itself knows best; a signature or the log vouch for the attached data where it cannot be asked.
        var expected = asked is not null
            ? whole && attached is not null && attached.Paper.SaysTheSameAs(asked)
                ? attached.Paper
                : asked
            : whole
                ? attached?.Paper
                : inLog == true
                    ? attached!.Recorded is { } printed && printed.SaysTheSameAs(attached.Paper)
                        ? attached.Paper
                        : attached.Recorded
                    : null;
        if (asked is not null && attached is not null && !attached.Paper.SaysTheSameAs(asked))
        {
            lines.Add(new(false, ("附在文件里的数据与登记的不同", "The attached data differ from the record")));
            if (whole)
                parts.Add(new(("附带数据", "Attached data"), null, null));
        }
        if (expected is not null && readable)
        {
            if (expected.Code.Length == 0)
                expected = expected with
                {
                    Code = attached?.Paper.Code ?? code ?? "",
                    Address = attached?.Paper.Address ?? "",
                    Remark = attached?.Paper.Remark,
                };
            try
            {
                parts.AddRange(PaperCompare.Differences(file, expected));
                lines.Add(
                    parts.Count == 0
                        ? new(
                            true,
                            (
                                "逐项比较：标题、编号、各栏文字、印章和二维码都与登记的一致",
                                "Compared part by part: title, number, every field, seal and QR code are as recorded"
                            )
                        )
                        : new(
                            false,
                            ($"逐项比较：{parts.Count} 处与登记的不同", $"Compared part by part: {parts.Count} differ from the record")
                        )
                );
            }
            catch (PaperUnreadableException)
            {
                parts.Add(new(("页面内容", "Content of the pages"), null, null));
            }
        }
        if (signed is not null && signed.Holds && signed.Covers < signed.Length)
            parts.Add(new(("签名之后追加的内容", "Added after signing"), null, $"{signed.Length - signed.Covers} 字节"));

        var verdict =
            whole && parts.Count == 0 && inLog != false && expected is not null ? PaperVerdict.Genuine
            : expected is null && signed is null or { By: null } && code is null && parts.Count == 0 ? PaperVerdict.NotFound
            : PaperVerdict.Differs;
        return new(verdict, code, expected, lines, parts);
    }

    private static void SaySignature(PdfSigned? signed, PublishedKeys keys, List<CheckLine> lines) =>
        lines.Add(
            signed switch
            {
                null => new(false, ("文件里没有电子签名", "The file carries no signature")),
                { Covers: var covers, Length: var length } when covers > length => new(
                    false,
                    (
                        $"文件不完整：签名管到第 {covers} 字节，文件只有 {length} 字节",
                        $"The file is not whole: the signature speaks of {covers} bytes, the file has {length}"
                    )
                ),
                { Holds: false } => new(
                    false,
                    ("签名与文件内容对不上：签名之后文件被改过", "The signature does not fit the file: it was changed after signing")
                ),
                { By: null } => new(
                    keys.Documents.Count == 0 ? null : false,
                    keys.Documents.Count == 0
                        ? (
                            "签名与内容一致，但没有公布的公钥可以对照",
                            "The signature fits the content, but there is no published key to compare with"
                        )
                        : ("签名的公钥不是本大厅公布的", "The key of the signature is none that this hall publishes")
                ),
                { By: { } key } => new(
                    signed.Covers == signed.Length,
                    (
                        $"签名由公布的公钥 {key.KeyId}（{(key.Algorithm == SigningAlgorithm.Sm2 ? "SM2" : "ECDSA")}）验证，{(signed.Covers == signed.Length ? "覆盖整个文件" : "只覆盖文件的前一部分")}",
                        $"Signed with the published key {key.KeyId} ({(key.Algorithm == SigningAlgorithm.Sm2 ? "SM2" : "ECDSA")}), {(signed.Covers == signed.Length ? "over the whole file" : "over the first part only")}"
                    )
                ),
            }
        );

    /// <summary>Whether the attached record stands in the log; none where nothing here can say.</summary>
    private static bool? SayLog(PaperData attached, PublishedKeys keys, SignedNote? kept, List<CheckLine> lines)
    {
        if (!attached.HangsTogether)
        {
            lines.Add(new(false, ("附带的记录与它在日志里的条目对不上", "The attached record does not fit its entry in the log")));
            return false;
        }
        if (attached.Recorded is { } printed && !printed.SaysTheSameAs(attached.Paper))
            lines.Add(new(false, ("附带的文书数据与记录的事实不同", "The attached words differ from the recorded fact")));
        if (attached.Receipt is null)
        {
            lines.Add(
                new(
                    null,
                    ("制作时还没有记入日志，文件里没有存证证明", "Made before it entered the log: the file carries no inclusion proof")
                )
            );
            return null;
        }
        if (keys.Log.Count == 0)
        {
            lines.Add(new(null, ("没有日志公钥，存证证明没有核对", "No key of the log: the inclusion proof was not checked")));
            return null;
        }
        if (
            InclusionReceipt.Parse(attached.Receipt) is not Result<InclusionReceipt>.Done(var receipt)
            || receipt.Check(attached.LeafHash, keys.Log[0].Name, keys.Log) is not Result<Checkpoint>.Done(var checkpoint)
        )
        {
            lines.Add(
                new(false, ("存证证明不成立：日志的这个位置不是这条记录", "The inclusion proof fails: the log holds something else there"))
            );
            return false;
        }
        lines.Add(
            new(
                true,
                (
                    $"公开日志第 {receipt.Index + 1} 条就是这条记录，检查点共 {checkpoint.Size} 条",
                    $"The record is entry {receipt.Index + 1} of the public log, in a checkpoint of {checkpoint.Size}"
                )
            )
        );
        if (kept is not null)
            lines.Add(SayKept(kept, checkpoint, keys));
        return true;
    }

    private static CheckLine SayKept(SignedNote kept, Checkpoint checkpoint, PublishedKeys keys) =>
        !Checkpoint.TryParse(kept.Text, out var own) || kept.SignersAmong(keys.Log).Count == 0
            ? new(false, ("您给的检查点没有本大厅的有效签名", "The checkpoint you gave is not signed by this hall"))
        : own.Size != checkpoint.Size
            ? new(
                null,
                (
                    $"您给的检查点有 {own.Size} 条，与证明里的 {checkpoint.Size} 条不同大小，离线不能比较",
                    $"Your checkpoint has {own.Size} entries, that of the proof {checkpoint.Size}: they cannot be compared offline"
                )
            )
        : own.Root.AsSpan().SequenceEqual(checkpoint.Root) ? new(true, ("与您保存的检查点相同", "The same as the checkpoint you kept"))
        : new(
            false,
            (
                "与您保存的检查点大小相同、内容不同：日志被改写过",
                "As large as the checkpoint you kept, but different: the log was rewritten"
            )
        );

    /// <summary>The first code in a text that is well formed.</summary>
    internal static string? CodeIn(string text) =>
        CodeShape().Matches(text).Select(m => m.Value).FirstOrDefault(found => ProofCode.Read(found) is not null) is { } code
            ? ProofCode.Of(ProofCode.Read(code)!.Value)
            : null;

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{4}")]
    private static partial Regex CodeShape();
}
