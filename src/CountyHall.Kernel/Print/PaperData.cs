using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CountyHall.Kernel.Journal;

namespace CountyHall.Kernel.Print;

/// <summary>What a printed document carries as an attached file, so that it can be checked without asking the hall.</summary>
/// <param name="Paper">Everything that is printed.</param>
/// <param name="Entry">The entry of the fact in the public log, word for word (<see cref="PublicLog.Entry"/>).</param>
/// <param name="Body">The fact itself, word for word; its SHA-256 stands in the entry.</param>
/// <param name="Receipt">The inclusion proof with its signed checkpoint; none where the document was made before the fact entered the log.</param>
public sealed record PaperData(Paper Paper, string Entry, string Body, string? Receipt)
{
    public static PaperData Of(Paper paper, Fact fact, InclusionReceipt? receipt) =>
        new(paper with { Code = ProofCode.Of(fact.Id) }, Encoding.UTF8.GetString(PublicLog.Entry(fact)), fact.Body, receipt?.ToString());

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Recording.Json);

    public static PaperData? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return
                JsonSerializer.Deserialize<PaperData>(json, Recording.Json)
                    is { Paper: { Fields: not null, Text: not null }, Entry: not null, Body: not null } read
                ? read
                : null;
        }
        catch (JsonException) // altered, or somebody else's attachment
        {
            return null;
        }
    }

    /// <summary>The leaf of the log that this record must be, computed from the record itself.</summary>
    public byte[] LeafHash => MerkleHash.Leaf(Encoding.UTF8.GetBytes(Entry));

    /// <summary>The body is the one that the entry names, and the code printed is that of the entry.</summary>
    public bool HangsTogether =>
        Entry.Contains($"\nbody {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)))}\n", StringComparison.Ordinal)
        && ProofCode.Read(Paper.Code) is { } id
        && Entry.StartsWith(FormattableString.Invariant($"countyhall fact 1\nid {id}\n"), StringComparison.Ordinal);

    /// <summary>The words to print as the fact itself recorded them; none where the fact records other things than words to print.</summary>
    public Paper? Recorded
    {
        get
        {
            try
            {
                using var body = JsonDocument.Parse(Body);
                return body.RootElement.TryGetProperty("printed", out var printed) ? printed.Deserialize<Paper>(Recording.Json) : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
