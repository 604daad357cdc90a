using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CountyHall.Kernel.Journal;

/// <summary>日志检查点: what the log says of itself at one moment, to be signed and published: these leaves, in this order, and no others.</summary>
/// <remarks>C2SP tlog-checkpoint: origin, size and base64 root, a line each. Further lines are allowed and not read here.</remarks>
/// <param name="Origin">The log's name, the same for ever.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    public SignedNote SignedBy(params IReadOnlyList<NoteSigner> signers) =>
        TryParse(Text, out _)
            ? SignedNote.Sign(Text, signers)
            : throw new InvalidOperationException("A checkpoint has an origin of one line, a size and a root of 32 bytes.");

    /// <summary>Reads the text of a note; its signatures are another question.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        var lines = text.Split('\n');
        if (lines.Length < 4 || Array.IndexOf(lines, "") != lines.Length - 1)
            return false;
        if (!Strict.TryCount(lines[1], out var size) || !Strict.TryBase64(lines[2], out var root) || root.Length != MerkleHash.Size)
            return false;
        checkpoint = new Checkpoint(lines[0], size, root);
        return true;
    }
}
