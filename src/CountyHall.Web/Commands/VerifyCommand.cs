using System.CommandLine;
using System.Text.Json;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Print;
using CountyHall.Trading.Award;
using CountyHall.Trading.Recomputation;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall verify FILE --keys KEYS</c>: checks a document of a hall without asking the hall.</summary>
/// <remarks>A published draw, opening or evaluation (JSON) is computed again from the file alone, and needs no keys.</remarks>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "The file as it was downloaded or handed over: a PDF, the JSON of a draw, an opening or an evaluation, or the archive of a tender (.zip).",
        };
        var keys = new Option<string?>("--keys") { Description = "The keys that the hall publishes at /verify/keys, saved to a file." };
        var checkpoint = new Option<string?>("--checkpoint")
        {
            Description = "A checkpoint of the log that you kept, such as from /log/checkpoint.",
        };
        var verify = new Command(
            "verify",
            "Checks a document offline: signature, words, and the proof that it is in the public log; or computes a published draw, opening or evaluation again. Exit code 0: genuine; 1: does not match; 2: cannot be checked."
        )
        {
            file,
            keys,
            checkpoint,
        };
        verify.SetAction((asked, ct) => Check(asked.GetValue(file)!, asked.GetValue(keys), asked.GetValue(checkpoint), ct));
        return verify;
    }

    private static async Task<int> Check(string file, string? keys, string? checkpoint, CancellationToken ct)
    {
        SignedNote? kept = null;
        byte[] bytes;
        PublishedKeys known;
        try
        {
            bytes = await File.ReadAllBytesAsync(file, ct);
            if (Recomputed.LooksLikeOne(bytes))
                return Recompute(bytes);
            known = PublishedKeys.Read(keys is null ? "" : await File.ReadAllTextAsync(keys, ct));
            if (checkpoint is not null && !SignedNote.TryParse(await File.ReadAllTextAsync(checkpoint, ct), out kept))
                return Cannot($"{checkpoint} 不是检查点。 {checkpoint} is not a checkpoint.");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return Cannot(missing.Message);
        }
        if (bytes.AsSpan().StartsWith("PK"u8))
            return await ArchiveOf(bytes, known, ct);
        if (keys is not null && known.Documents.Count == 0)
            return Cannot($"{keys} 里没有文书公钥。 {keys} holds no key of documents.");

        var found = await PaperCheck.Check(bytes, known, kept: kept);
        foreach (var line in found.Lines)
            Console.WriteLine(
                $"{(line.Holds switch { true => "[相符 ok]     ", false => "[不符 differs]", null => "[未验 skipped]" })} {line.What.Zh} / {line.What.En}"
            );
        foreach (var part in found.Parts)
            Console.WriteLine(
                $"改动 changed: {part.Part.Zh}{(part.ShouldBe is { Length: > 0 } should ? $"：应为 {should}" : "")}{(part.Reads is { Length: > 0 } reads ? $"，文件写作 {reads}" : "")}"
            );
        if (known.Documents.Count == 0)
            return Cannot("没有公钥，不能判断。请用 --keys 给出大厅公布的公钥。 No keys: give those that the hall publishes with --keys.");
        switch (found.Verdict)
        {
            case PaperVerdict.Genuine:
                Console.WriteLine($"真 GENUINE: {found.Expected!.Title} {found.Expected.Number}, {found.Expected.Office}, {found.Code}");
                Console.WriteLine(
                    "文件是真的；证照现在是否有效，请到 /verify 查询。 Whether a licence still holds is asked of the hall at /verify."
                );
                return 0;
            case PaperVerdict.Differs:
                Console.WriteLine("不符 DOES NOT MATCH");
                return 1;
            default:
                return Cannot("查无：文件里没有大厅的签名和短码。 NOT FOUND: the file carries neither a signature of the hall nor a code.");
        }
    }

    /// <summary>The archive of a tender: every file against its list, the list against the fact, the fact against the public log.</summary>
    private static async Task<int> ArchiveOf(byte[] bytes, PublishedKeys known, CancellationToken ct)
    {
        using var package = new MemoryStream(bytes, writable: false);
        if (await ArchivePackage.Check(package, ct) is not var (evidence, lines))
            return Cannot("不是大厅的招标档案包。 This is no archive of a tender.");
        foreach (var line in lines.Where(l => !l.Holds))
            Console.WriteLine($"[不符 differs] {line.What.Zh} / {line.What.En}：{line.Published} → {line.Computed}");
        if (lines.Any(l => !l.Holds))
        {
            Console.WriteLine("不符 DOES NOT MATCH");
            return 1;
        }
        Console.WriteLine($"[相符 ok]      {lines.Count} 项哈希一致 / hashes agree, {evidence.Code}");
        if (evidence.Receipt is null || known.Log.Count == 0)
            return Cannot(
                "哈希一致；没有日志证明或者公钥（--keys），不能判断是不是大厅归档的那一份。 The hashes agree; without the proof of the log and its keys (--keys) nothing says that it is the one that was archived."
            );
        var leaf = MerkleHash.Leaf(System.Text.Encoding.UTF8.GetBytes(evidence.Entry));
        foreach (var key in known.Log)
            if (
                InclusionReceipt.Parse(evidence.Receipt) is Kernel.Results.Result<InclusionReceipt>.Done(var receipt)
                && receipt.Check(leaf, key.Name, key) is Kernel.Results.Result<Checkpoint>.Done
            )
            {
                Console.WriteLine($"真 GENUINE: {evidence.Code}");
                return 0;
            }
        Console.WriteLine("[不符 differs] 归档事实不在公开日志里 / the fact is not in the public log");
        return 1;
    }

    private static int Recompute(byte[] bytes)
    {
        IReadOnlyList<RecomputedLine>? lines;
        try
        {
            lines = Recomputed.Of(bytes);
        }
        catch (JsonException broken)
        {
            return Cannot($"这不是完整的 JSON 文件。 This is not a whole JSON file: {broken.Message}");
        }
        if (lines is null)
            return Cannot(
                "这个文件不是公布的抽取、开标或评标记录，不能复算。 This file is no published draw, opening or evaluation; nothing can be computed again."
            );
        foreach (var line in lines)
        {
            Console.WriteLine($"{(line.Holds ? "[相符 ok]     " : "[不符 differs]")} {line.What.Zh} / {line.What.En}");
            if (!line.Holds)
                Console.WriteLine($"    文件写作 published: {line.Published}{Environment.NewLine}    复算得到 computed:  {line.Computed}");
        }
        var wrong = lines.Count(l => !l.Holds);
        Console.WriteLine(
            wrong == 0
                ? $"相符 MATCHES: {lines.Count} 项复算全部相符。 All {lines.Count} computations match."
                : $"不符 DOES NOT MATCH: {wrong} / {lines.Count}"
        );
        return wrong == 0 ? 0 : 1;
    }

    private static int Cannot(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
