using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace CountyHall.Kernel.Journal;

/// <summary>One signature line: who says they signed, with which key, and the signature's bytes.</summary>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Signature);

/// <summary>A text with the signatures of one or more parties below it: the log itself, and witnesses who saw the same.</summary>
/// <remarks>
/// C2SP signed-note: the text, a blank line, then <c>— name base64(key id ‖ signature)</c> lines. A signature covers the text with its last
/// newline. Signatures of unknown keys are carried along and prove nothing.
/// </remarks>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const string Dash = "— ";
    private const int MostSignatures = 100;

    public static SignedNote Sign(string text, params IReadOnlyList<NoteSigner> signers)
    {
        if (!IsText(text))
            throw new ArgumentException("A note's text ends with a newline and holds no other control characters.", nameof(text));
        return signers.Aggregate(new SignedNote(text, []), (note, signer) => note.And(signer));
    }

    /// <summary>The same note with one more signature.</summary>
    public SignedNote And(NoteSigner signer) =>
        this with
        {
            Signatures = [.. Signatures, new(signer.Verifier.Name, signer.Verifier.KeyId, signer.Sign(Text))],
        };

    /// <summary>Whether a line of that name and key is there, and every such line is good.</summary>
    public bool IsSignedBy(VerifierKey key)
    {
        var lines = Signatures.Where(line => line.Name == key.Name && line.KeyId == key.KeyId).ToList();
        return lines.Count > 0 && lines.All(line => key.Accepts(Text, line.Signature));
    }

    /// <summary>Which of the trusted keys signed; how many are enough is for the reader to say.</summary>
    public IReadOnlyList<VerifierKey> SignersAmong(IEnumerable<VerifierKey> trusted) => [.. trusted.Where(IsSignedBy)];

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(Line))}";

    public static bool TryParse(string note, [NotNullWhen(true)] out SignedNote? parsed)
    {
        parsed = null;
        var blank = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || !note.EndsWith('\n'))
            return false;
        var (text, lines) = (note[..(blank + 1)], note[(blank + 2)..].Split('\n')[..^1]);
        if (!IsText(text) || lines.Length is 0 or > MostSignatures)
            return false;

        var signatures = lines.Select(ReadLine).OfType<NoteSignature>().ToList();
        if (signatures.Count == lines.Length)
            parsed = new SignedNote(text, signatures);
        return parsed is not null;
    }

    private static string Line(NoteSignature line)
    {
        var bytes = new byte[4 + line.Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, line.KeyId);
        line.Signature.CopyTo(bytes, 4);
        return $"{Dash}{line.Name} {Convert.ToBase64String(bytes)}\n";
    }

    private static NoteSignature? ReadLine(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal))
            return null;
        var parts = line[Dash.Length..].Split(' ');
        if (parts.Length != 2 || !VerifierKey.IsName(parts[0]) || !Strict.TryBase64(parts[1], out var bytes) || bytes.Length < 5)
            return null;
        return new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..]);
    }

    private static bool IsText(string text) => text.EndsWith('\n') && !text.Any(c => c < ' ' && c != '\n');
}
