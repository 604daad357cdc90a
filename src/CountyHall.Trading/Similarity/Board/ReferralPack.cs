using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Recomputation;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>证据包 <c>countyhall-referral/1</c>: what a referral rests on, in one file that verifies without the house.</summary>
/// <remarks>
/// <c>{"format": …, "sha256": …, "evidence": {…}}</c>. The hash is that of the bytes of <c>evidence</c> as they stand in the file, from its first brace
/// to its last. docs/trading/similarity.md describes it.
/// </remarks>
public static class ReferralPack
{
    public const string Format = "countyhall-referral/1";

    /// <summary>The file and the hash of its evidence.</summary>
    internal static (string File, string Sha256) Write(ReferralEvidence evidence)
    {
        var json = JsonSerializer.Serialize(evidence, Recording.Json);
        var hash = HashOf(json);
        return ($$"""{"format":"{{Format}}","sha256":"{{hash}}","evidence":{{json}}}""", hash);
    }

    private static string HashOf(string evidence) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence)));

    /// <summary>The hash of the evidence, and that it names two suspects or more, each in a confirmed pair.</summary>
    internal static IReadOnlyList<RecomputedLine> Recompute(JsonElement file)
    {
        if (
            !file.TryGetProperty("sha256", out var hash)
            || hash.ValueKind != JsonValueKind.String
            || !file.TryGetProperty("evidence", out var evidence)
            || evidence.ValueKind != JsonValueKind.Object
        )
            return [Lines.Unreadable];
        ReferralEvidence? read;
        try
        {
            read = evidence.Deserialize<ReferralEvidence>(Recording.Json);
        }
        catch (JsonException)
        {
            read = null;
        }
        if (read is not { Suspects: not null, Pairs: not null } || read.Suspects.Any(s => s is null) || read.Pairs.Any(p => p is null))
            return [Lines.Unreadable];
        var computed = HashOf(evidence.GetRawText());
        var named = read.Suspects.Select(s => s.Code).Distinct().Count();
        var paired = read.Suspects.Count(s => read.Pairs.Any(p => p.A == s.Id || p.B == s.Id));
        return
        [
            Lines.Compare("sha256", ("证据的哈希", "hash of the evidence"), hash.GetString() ?? "", computed),
            new(
                ("至少两家不同的涉嫌企业（evidence.suspects）", "two different firms or more (evidence.suspects)"),
                named >= ReferCollusionHandler.LeastSuspects && named == read.Suspects.Count,
                $"{read.Suspects.Count}",
                $"{named}"
            ),
            new(
                ("每家都在经人确认的一对里（evidence.pairs）", "each in a confirmed pair (evidence.pairs)"),
                paired == read.Suspects.Count,
                $"{read.Suspects.Count}",
                $"{paired}"
            ),
        ];
    }
}

/// <summary>What is handed over.</summary>
/// <param name="To">Name of the department that investigates.</param>
/// <param name="Report">Which run, and the hash of its report.</param>
/// <param name="Statement">移交说明</param>
/// <param name="Bids">The suspects' bids: every file that was read with its hash in the sealed bid, and what the bill check found.</param>
/// <param name="Pairs">Only pairs that a person has confirmed.</param>
public sealed record ReferralEvidence(
    string Number,
    string Lot,
    string Tender,
    string To,
    DateTime ReferredAt,
    string ReferredBy,
    string Statement,
    ReportNamed Report,
    IReadOnlyList<Suspect> Suspects,
    IReadOnlyList<BoardBid> Bids,
    IReadOnlyList<ConfirmedPair> Pairs
);

public sealed record ReportNamed(int Serial, string Sha256, DateTime RunAt);

/// <param name="By">Who confirmed it, when and why.</param>
public sealed record ConfirmedPair(
    string A,
    string B,
    double Score,
    IReadOnlyList<BoardReason> Reasons,
    string By,
    DateTime At,
    string Reason
);
