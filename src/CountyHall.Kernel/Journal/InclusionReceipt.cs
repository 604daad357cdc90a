using System.Globalization;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Journal;

/// <summary>存证回执: what the holder of a record keeps in order to show, without asking the hall, that the record is in its public log.</summary>
/// <remarks>
/// C2SP tlog-proof: a first line naming the format, <c>index n</c>, the hashes in base64, a blank line, the signed checkpoint. The usual file
/// ending is <c>.tlog-proof</c>. An <c>extra</c> line is allowed by the format and not read here.
/// </remarks>
/// <param name="Checkpoint">A signed note whose text is a checkpoint.</param>
/// <param name="Index">Where the record stands in the log, from zero.</param>
/// <param name="Proof">The hashes that lead from the record to the checkpoint's root.</param>
public sealed record InclusionReceipt(SignedNote Checkpoint, long Index, IReadOnlyList<byte[]> Proof)
{
    private const string Format = "c2sp.org/tlog-proof@v1";
    private const int MostHashes = 63;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Format}\nindex {Index}\n{string.Concat(Proof.Select(hash => Convert.ToBase64String(hash) + "\n"))}\n{Checkpoint}"
        );

    /// <summary>Checks the receipt for one record: signed by a trusted key, for this log, and with the record in it.</summary>
    /// <param name="leafHash">The hash of the record itself, computed by whoever checks and never taken from the receipt.</param>
    /// <param name="origin">The log that should have it: a key may sign for other logs too.</param>
    public Result<Checkpoint> Check(byte[] leafHash, string origin, params IReadOnlyList<VerifierKey> trusted)
    {
        if (!Journal.Checkpoint.TryParse(Checkpoint.Text, out var checkpoint))
            return new ReceiptUnreadable();
        if (checkpoint.Origin != origin || Checkpoint.SignersAmong(trusted).Count == 0)
            return new CheckpointNotTrusted();
        if (!MerkleProof.IsIncluded(leafHash, Index, checkpoint.Size, Proof, checkpoint.Root))
            return new RecordNotInLog();
        return checkpoint;
    }

    public static Result<InclusionReceipt> Parse(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'); // mail and editors may have changed the line ends
        var at = lines is [Format, var second, ..] && second.StartsWith("extra ", StringComparison.Ordinal) ? 2 : 1;
        var blank = Array.IndexOf(lines, "");
        if (lines[0] != Format || blank <= at || !lines[at].StartsWith("index ", StringComparison.Ordinal))
            return new ReceiptUnreadable();

        var hashes = new List<byte[]>();
        foreach (var line in lines[(at + 1)..blank])
        {
            if (!Strict.TryBase64(line, out var hash) || hash.Length != MerkleHash.Size)
                return new ReceiptUnreadable();
            hashes.Add(hash);
        }

        if (hashes.Count > MostHashes || !Strict.TryCount(lines[at]["index ".Length..], out var index))
            return new ReceiptUnreadable();
        if (!SignedNote.TryParse(string.Join('\n', lines[(blank + 1)..]), out var note))
            return new ReceiptUnreadable();
        return new InclusionReceipt(note, index, hashes);
    }
}

public sealed record ReceiptUnreadable()
    : Refusal(
        ("这不是完整的存证回执，或者内容已被改动。", "This is not a complete receipt, or its text was changed."),
        ("请上传当时下载的原始回执文件，不要改动或截取。", "Please use the receipt file as it was downloaded, unchanged and whole.")
    );

public sealed record CheckpointNotTrusted()
    : Refusal(
        ("回执中的日志检查点没有本大厅的有效签名。", "The checkpoint in the receipt does not carry a valid signature of this hall."),
        (
            "请核对回执是否由本大厅出具，并使用大厅公布的验证公钥。",
            "Please check that this hall issued the receipt, and use the verification key that the hall publishes."
        )
    );

public sealed record RecordNotInLog()
    : Refusal(
        (
            "回执与所提交的记录不符：日志中的这个位置不是这份记录。",
            "Receipt and record do not match: the log holds something else at this place."
        ),
        (
            "请确认记录文件未被改动，且回执属于这份记录；仍不符的，可以向监督部门反映。",
            "Please make sure that the record is unchanged and the receipt belongs to it; if they still differ, you can report it to the supervisor."
        )
    );
